import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  /// The form of an entry of the catalogue, new or as it goes on from a day.
  mutating func openCatalogEntry(
    _ type: String, of owner: String, _ entry: CatalogEntry?, in context: Context
  ) -> Bool {
    guard let archive = context.archive, CatalogForm.types.contains(type) else { return false }
    self.type = FormScreen.catalogType
    derive(in: context)
    page = FormPage(
      CatalogForm.specs(
        of: type, in: owner, of: owners(of: type, archive), isNew: entry == nil, archive.catalog,
        context.session.language))
    var fields = entry?.record.fields ?? CatalogForm.proposed(type)
    if entry == nil { fields += proposedPlace(of: type, in: owner, archive) }
    for index in page.fields.indices {
      let id = page.fields[index].spec.id
      let values = fields.filter { CatalogForm.id(of: $0.name, type: type) == id }.map(\.value)
      let shown = values.map { value in
        CatalogForm.fieldNames.contains(id)
          ? context.say(.label(ofField: value, of: "activity")) : value
      }
      page.fields[index].text = shown.joined(separator: "、")
      // A value may hold the mark that parts several: untouched it is written as it was.
      page.fields[index].original = FormField.Original(
        text: page.fields[index].text, values: values)
    }
    // Its number is there already; what it is called is not.
    if entry == nil, !page.text("Id").isEmpty { page.focus = page.index(of: "Title") ?? page.focus }
    let today = context.session.today
    // What is new and not owed may be used at once.
    let isAtOnce = entry == nil && type != "obligation"
    page.setText("Since", (isAtOnce ? today : today.firstOfNextMonth).description)
    if let entry {
      base = BaseRecord(reference: Reference(""), isFinal: false, title: entry.title)
      // What has not begun yet is changed from its own first day on.
      if let since = entry.since, today < since { page.setText("Since", since.description) }
    }
    return true
  }

  /// What a new entry of a type may be part of; a procedure that has no steps yet among them.
  private func owners(of type: String, _ archive: Archive) -> [String] {
    guard let owners = CatalogEntry.owners[type]?.lowercased() else { return [] }
    var seen: Set<String> = []
    return CatalogEntry.read(archive.catalogFiles)
      .filter { $0.key.type == owners && seen.insert($0.key.id).inserted }.map(\.key.id)
  }

  /// What a new line of a checklist, or step, is part of; a line goes on in the part of the last.
  private func proposedPlace(of type: String, in owner: String, _ archive: Archive) -> [Field] {
    guard !owner.isEmpty, let name = CatalogEntry.owners[type] else { return [] }
    let last = CatalogEntry.read(archive.catalogFiles).last {
      $0.key.type == type && $0.key.owner == owner
    }
    return [Field(name, owner)]
      + (last?.record.first("Section").map { [Field("Section", $0)] } ?? [])
      + (type == "item" ? [Field("Id", FormScreen.number(after: last?.key.id))] : [])
  }

  /// The number of the next line of a checklist: `A1` for the first, `X06` after `X05`.
  static func number(after last: String?) -> String {
    guard let last else { return "A1" }
    let digits = last.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard !digits.isEmpty, digits.count < 9, let number = Int(String(digits)) else { return "" }
    let next = "\(number + 1)"
    let zeros = String(repeating: "0", count: max(0, digits.count - next.count))
    return last.dropLast(digits.count) + zeros + next
  }

  /// The type of a form that changes the catalogue.
  static let catalogType = "catalog"

  /// The question whether what changes is meant.
  static let catalogQuestion = "catalog"

  /// Opens what a request is about.
  mutating func openCatalogRequest(in context: Context) -> Bool {
    guard let archive = context.archive else { return false }
    switch request {
    case .newCatalogEntry(let type, let owner):
      return openCatalogEntry(type, of: owner, nil, in: context)
    case .changeCatalogEntry(let key, let since):
      let own = CatalogEntry.read(archive.catalogFiles).filter { $0.key == key }
      guard let entry = own.first(where: { $0.since == since }) ?? own.last else { return false }
      return openCatalogEntry(key.type, of: key.owner, entry, in: context)
    default: return false
    }
  }

  /// Checks the catalogue as it would be, shows what that changes, and after a yes has it written.
  mutating func saveCatalog(in context: Context) -> [Outcome] {
    guard let archive = context.archive, let since = Day(page.text("Since").trimmed) else {
      return []
    }
    if let reason = context.catalogReadOnlyReason { return [.notice(Notice(reason, .warning))] }
    guard let text = changedCatalog(archive, from: since) else { return showFaults() }
    let preview = CatalogPreview(
      from: archive.catalogFiles, to: text.files, schemas: archive.schemas)
    let before = Set(
      CatalogReader.read(archive.catalogFiles, schemas: archive.schemas).faults.map(\.problem))
    // A procedure is there before its steps are.
    let new = preview.faults.filter {
      !before.contains($0.problem) && $0.problem != .procedure(.noSteps)
    }
    guard new.isEmpty else {
      faults = new.map { PlacedFault(field: field(of: $0, in: text), phrase: $0.phrase) }
      return showFaults()
    }
    guard isConfirmed else {
      let today = context.session.today
      let changes = preview.changes(for: archive.ledger, on: today)
      guard !changes.isEmpty else { return [.notice(Notice(.catalogChangesNothing, .warning))] }
      return [
        .overlay(.question(id: FormScreen.catalogQuestion, .catalogPreview(changes, on: today)))
      ]
    }
    isConfirmed = false
    return [.effect(.replaceCatalog(from: archive.catalogFiles, to: text.files))]
  }

  /// The catalogue with the entry of this form; nil with the fault noted when it cannot be put in.
  private mutating func changedCatalog(_ archive: Archive, from since: Day) -> CatalogText? {
    var text = CatalogText(archive.catalogFiles)
    switch request {
    case .newCatalogEntry(let type, _):
      let isNumbered = page.index(of: "Id") != nil
      let named = page.text(isNumbered ? "Id" : "Title")
      let id = String(named.trimmed.filter { !$0.isWhitespace })
      let owner = CatalogEntry.owners[type].map { page.text($0).trimmed } ?? ""
      let key = CatalogEntry.Key(type: type, owner: owner, id: id)
      if text.entries.contains(where: { $0.key == key }) {
        faults = [
          PlacedFault(field: isNumbered ? "Id" : "Title", phrase: .catalogTitleTaken(id))
        ]
        return nil
      }
      let days = [Field("Since", since.description), Field("Revision", "1")]
      let own = entered(type, instead: []).filter { $0.name != "Id" }
      let last = text.entries.last { $0.key.type == type && $0.key.owner == owner }
      text.add(type, [Field("Id", id)] + own + days, after: last)
    case .changeCatalogEntry(let key, let oldSince):
      guard let entry = text.entries.last(where: { $0.key == key && $0.since == oldSince }) else {
        faults = [PlacedFault(field: "Title", phrase: .catalogEntryUnknown(key.id))]
        return nil
      }
      if let until = entry.until, until < since {
        faults = [PlacedFault(field: "Since", phrase: .catalogEndsBefore(until))]
        return nil
      }
      text.carryOn(entry, with: entered(key.type, instead: entry.record.fields), from: since)
    default: return nil
    }
    return text
  }

  /// The fields as entered, in the order of the entry; those that the form does not show stay.
  private func entered(_ type: String, instead fields: [Field]) -> [Field] {
    var written: [Field] = []
    var names: Set<String> = []
    let language = derived.language
    let byLabel = Dictionary(
      CatalogForm.formFields.map { (Phrase.label(ofField: $0, of: "activity")(language), $0) },
      uniquingKeysWith: { first, _ in first })
    for field in page.fields where field.spec.id != "Since" {
      let name = CatalogForm.name(of: field.spec.id)
      names.insert(name)
      for value in page.values(of: field, derived.input) {
        written.append(
          Field(name, CatalogForm.fieldNames.contains(name) ? byLabel[value] ?? value : value))
      }
    }
    let kept = fields.filter { !names.contains($0.name) }
    let head = kept.filter { $0.name == "Id" }
    return head + written + kept.filter { $0.name != "Id" }
  }

  /// The field of the form that a fault is about.
  private func field(of fault: CatalogFault, in text: CatalogText) -> String {
    let entry = text.entries.first { entry in
      entry.path == fault.path && entry.record.fieldLines.contains(fault.line)
    }
    let index = entry?.record.fieldLines.firstIndex(of: fault.line)
    let name = index.flatMap { entry?.record.fields[$0].name } ?? "Title"
    let id = CatalogForm.id(of: name, type: entry?.key.type ?? "")
    return page.index(of: id) == nil ? "Title" : id
  }
}

extension Day {
  /// The first day of the month after this one.
  fileprivate var firstOfNextMonth: Day {
    Period(.month, containing: self).last.adding(days: 1)
  }
}

extension CatalogEntry.Key {
  /// What a new entry of a type, asked for at this one, is part of: this one, or what this one is
  /// part of; empty when it is part of nothing.
  func owner(ofNew type: String) -> String {
    guard let owners = CatalogEntry.owners[type]?.lowercased() else { return "" }
    return self.type == owners ? id : self.type == type ? owner : ""
  }
}
