import Archive
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
  private static let packQuestion = "pack:"

  private static let packOffQuestion = "packOff:"

  /// Asks whether a pack is to be switched on, or off, and says what that changes; says why it
  /// cannot be.
  mutating func askForPack(_ id: String) {
    guard let archive = context.archive, let pack = CatalogPack.named(id) else { return }
    let today = context.session.today
    let on = CatalogPack.switchedOn(in: archive.catalogFiles, on: today)
    if let reason = context.catalogReadOnlyReason {
      notice = Notice(reason, .warning)
    } else if on.contains(where: { $0.id == id }) {
      let removal = PackRemoval([pack], in: archive.catalogFiles, from: today)
      overlay = .question(
        id: State.packOffQuestion + id,
        .switchPackOff(pack.title, removal.obligations, removal.kinds))
    } else {
      let addition = PackAddition(
        [pack], to: archive.catalogFiles, from: context.session.today)
      overlay = .question(
        id: State.packQuestion + id,
        .switchPackOn(pack.title, pack.summary, addition.added.count))
    }
  }

  /// Switches a pack on or off after a yes; nil for other choices.
  mutating func switchPack(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .confirmed(let id) where id.hasPrefix(State.packOffQuestion):
      guard let archive = context.archive,
        let pack = CatalogPack.named(String(id.dropFirst(State.packOffQuestion.count)))
      else { return [] }
      let removal = PackRemoval([pack], in: archive.catalogFiles, from: context.session.today)
      return [.replaceCatalog(from: archive.catalogFiles, to: removal.files)]
    case .cancelled(let id) where id.hasPrefix(State.packOffQuestion): return []
    case .confirmed(let id) where id.hasPrefix(State.packQuestion):
      guard let archive = context.archive,
        let pack = CatalogPack.named(String(id.dropFirst(State.packQuestion.count)))
      else { return [] }
      let addition = PackAddition([pack], to: archive.catalogFiles, from: context.session.today)
      return [.replaceCatalog(from: archive.catalogFiles, to: addition.files)]
    case .cancelled(let id) where id.hasPrefix(State.packQuestion): return []
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
