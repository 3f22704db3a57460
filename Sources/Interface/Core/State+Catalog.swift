import Archive
import OrganizationLife
import Wording

extension State {
  /// Takes over the archive after its catalogue was changed and closes the form that did it.
  mutating func catalogReplaced(_ archive: Archive) -> [Effect] {
    let before = Set(context.archive.map(Self.catalogRows) ?? [])
    context.archive = archive
    var effects: [Effect] = []
    if screens.count > 1, case .form(let form) = top {
      if let draft = form.draft { effects.append(.removeDraft(name: draft.name)) }
      screens.removeLast()
    }
    refreshAll()
    // What was entered is seen where it stands.
    if case .list(var list) = top, case .catalog = list.source,
      let new = Self.catalogRows(archive).first(where: { !before.contains($0) })
    {
      list.goTo(new, in: context)
      screens[screens.count - 1] = .list(list)
    }
    notice = Notice(.catalogSaved, .good)
    return effects
  }

  private static func catalogRows(_ archive: Archive) -> [String] {
    CatalogEntry.read(archive.catalogFiles).map(\.rowId)
  }
}

// 做法包.
extension State {
  private static let packDay = "packDay:"

  private static let packQuestion = "pack:"

  /// Asks from when on a pack is to be switched on, or off; says why it cannot be.
  mutating func askForPack(_ id: String) {
    if let reason = context.catalogReadOnlyReason {
      notice = Notice(reason, .warning)
    } else if CatalogPack.named(id) != nil {
      overlay = .calendar(
        CalendarBox(
          id: State.packDay + id, asking: isOn(id) ? .packOffSince : .packOnSince,
          day: context.session.today))
    }
  }

  private func isOn(_ id: String) -> Bool {
    CatalogPack.switchedOn(in: context.archive?.catalogFiles ?? [], on: context.session.today)
      .contains { $0.id == id }
  }

  /// Says what switching a pack from a day on changes, and asks whether it is to be.
  private mutating func askForPack(_ id: String, from day: Day) {
    guard let archive = context.archive, let pack = CatalogPack.named(id) else { return }
    let phrase: Phrase
    if isOn(id) {
      let removal = PackRemoval(
        [pack], in: archive.catalogFiles, from: day, today: context.session.today)
      phrase = .switchPackOff(pack.title, removal.obligations, removal.kinds, day)
    } else {
      let addition = PackAddition([pack], to: archive.catalogFiles, from: day)
      phrase = .switchPackOn(pack.title, pack.summary, addition.added.count, day)
    }
    overlay = .question(id: "\(State.packQuestion)\(day) \(id)", phrase)
  }

  /// Goes on from the day that was chosen, and switches a pack after a yes; nil for other choices.
  mutating func switchPack(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .day(let id, let day) where id.hasPrefix(State.packDay):
      askForPack(String(id.dropFirst(State.packDay.count)), from: day)
      return []
    case .confirmed(let id) where id.hasPrefix(State.packQuestion):
      let words = id.dropFirst(State.packQuestion.count).split(separator: " ", maxSplits: 1)
      guard let archive = context.archive, words.count == 2, let day = Day(String(words[0])),
        let pack = CatalogPack.named(String(words[1]))
      else { return [] }
      let files =
        isOn(pack.id)
        ? PackRemoval(
          [pack], in: archive.catalogFiles, from: day, today: context.session.today
        ).files
        : PackAddition([pack], to: archive.catalogFiles, from: day).files
      return [.replaceCatalog(from: archive.catalogFiles, to: files)]
    case .cancelled(let id)
    where id.hasPrefix(State.packDay) || id.hasPrefix(State.packQuestion):
      return []
    default: return nil
    }
  }
}

extension FormRequest {
  /// Whether the form changes the unit's catalogue rather than writing records.
  var changesCatalog: Bool {
    switch self {
    case .newCatalogEntry, .changeCatalogEntry: true
    default: false
    }
  }
}

extension Context {
  /// Why the catalogue cannot be changed; nil when it can.
  var catalogReadOnlyReason: Phrase? {
    guard let archive else { return .noStoreOpen }
    return archive.access.mayChangeCatalog ? nil : .catalogReadOnly
  }
}
