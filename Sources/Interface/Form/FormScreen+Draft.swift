import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  /// The draft as it would be kept now: nil until the first change. The bytes are plain rec, the
  /// first record says what the form is and where the cursor stands, one more for each page.
  public var draft: (name: String, title: String, bytes: [UInt8])? {
    guard isModified, type != "store", type != "identity" else { return nil }
    return (draftName, draftTitle, DraftText.bytes(of: self))
  }

  /// Whether anything changed since the draft was last kept.
  public var isDirty: Bool { isModified && stamp != savedStamp }

  /// Says that the draft is safely on the disk.
  public mutating func markDraftSaved(at moment: Moment) {
    savedStamp = stamp
    draftSavedAt = moment
  }

  /// Opens a draft at the place at which it was left; nil when its bytes are none or what it
  /// changes is not there any more.
  public init?(resuming draft: DraftSummary, in context: Context) {
    let records = PlainRecords.parse(draft.bytes).records
    guard let head = records.first, head.type == DraftText.type,
      let request = head.first("Request").flatMap({ FormRequest(draftText: DraftText.plain($0)) })
    else { return nil }
    self.init(request, in: context)
    draftName = draft.name
    isModified = true
    DraftText.restore(&self, head, Array(records.dropFirst()), in: context)
    draftSavedAt = draft.saved
    refresh(in: context)
    savedStamp = stamp
  }

  /// `支部党员大会 2026-11-18`
  private var draftTitle: String {
    let language = derived.language
    switch request {
    case .newActivity, .changeActivity:
      return "\(kind?.title ?? "") \(dayOrPeriod)"
    case .newMember, .changeMember:
      return "\(Phrase.draftMember(language)) \(page.text("Name"))".trimmed
    case .newOrganization, .changeOrganization:
      return "\(Phrase.draftOrganization(language)) \(page.text("Name"))".trimmed
    case .pasteRoster: return Phrase.draftRoster(language)
    case .newMatter, .newFinding, .newRecordFinding, .moveMatter, .closeMatter, .returnMatter:
      return "\(Phrase.draftMatter(language)) \(page.text("Title"))".trimmed
    case .newPlain, .changePlain:
      return "\(Phrase.recordType(type)(language)) \(plainTitle)".trimmed
    case .answer: return "\(Phrase.draftReview(language)) \(base?.title ?? "")".trimmed
    case .makeUp: return Phrase.titleMakeUp(base?.title ?? "")(language)
    case .sign, .signMakeUp: return "\(Phrase.draftSign(language)) \(base?.title ?? "")".trimmed
    case .procedureStep(_, let kind, _):
      return "\(Phrase.draftProcedure(language)) \(kind) \(page.text("Subject"))".trimmed
    case .withdraw: return "\(Phrase.draftWithdrawal(language)) \(base?.title ?? "")".trimmed
    case .newCatalogEntry(let type, _): return Phrase.catalogNew(type)(language)
    case .changeCatalogEntry(let key, _):
      return Phrase.catalogChange(key.type, base?.title ?? key.id)(language)
    case .newStore, .openStore, .identity, .visit: return ""
    }
  }
}

/// Writes a form as plain rec and reads it back, to the character.
enum DraftText {
  /// The type of its records.
  static let type = "draft"

  /// Between the parts of one value. It is escaped like every other control.
  private static let separator = "\u{1F}"

  static func bytes(of screen: FormScreen) -> [UInt8] {
    var head: [Field] = [
      Field("Request", marked(screen.request.draftText)),
      Field("Stamp", "\(screen.stamp)"),
    ]
    if !screen.author.isEmpty { head.append(Field("Author", marked(screen.author))) }
    if let item = screen.openItem { head.append(Field("Open", "\(item)")) }
    if screen.isWriting {
      head.append(Field("Writing", screen.closesItemWithText ? "item" : "yes"))
    }
    if let base = screen.base { head.append(Field("Base", marked(base.reference.text))) }
    switch screen.current.focused?.value {
    case .line(let editor): head.append(Field("Cursor", "\(editor.cursor)"))
    case .long(let editor):
      head.append(Field("Cursor", "\(editor.cursorLine) \(editor.cursorOffset)"))
    case .roster, .items, nil: break
    }
    if !screen.isFresh { head.append(Field("Touched", "yes")) }
    if let number = screen.proposedTexts["Number"] { head.append(Field("Proposed", number)) }
    if !screen.pasted.text.isEmpty { head.append(Field("Pasted", marked(screen.pasted.text))) }
    var records = [PlainRecord(type: type, fields: head)]
    records.append(PlainRecord(type: type, fields: fields(of: screen.page, name: "form")))
    for item in screen.page.items?.pages ?? [] {
      records.append(
        PlainRecord(
          type: type, fields: fields(of: item, name: item.isOffered ? "offered" : "item")))
    }
    return PlainRecords.format(records)
  }

  /// What a draft was begun for; nil when that cannot be read.
  static func request(of bytes: [UInt8]) -> FormRequest? {
    PlainRecords.parse(bytes).records.first?.first("Request").map(plain)
      .flatMap { FormRequest(draftText: $0) }
  }

  /// Who began a draft; empty when it does not say.
  static func author(of bytes: [UInt8]) -> String {
    PlainRecords.parse(bytes).records.first?.first("Author").map(plain) ?? ""
  }

  /// What a draft of an activity is about: its title, or else its first item that was not only
  /// offered. Empty where neither was written.
  static func subject(of bytes: [UInt8]) -> String {
    func text(_ name: String, on page: PlainRecord) -> String? {
      page.all("Value").map { parts(plain($0)) }.first { $0.count == 3 && $0[1] == name }
        .map(\.[2].trimmed)
    }
    let pages = PlainRecords.parse(bytes).records.dropFirst()
    let titles = pages.compactMap { page in
      switch page.first("Page") {
      case "form": text("Title", on: page)
      case "item": text("Item", on: page)
      default: nil
      }
    }
    return titles.first { !$0.isEmpty } ?? ""
  }

  private static func fields(of page: FormPage, name: String) -> [Field] {
    var fields = [
      Field("Page", name), Field("Votes", "\(page.voteCount)"),
      Field("Focus", marked(page.focused?.spec.id ?? "")),
    ]
    if let roster = page.roster { fields.append(Field("Seat", "\(roster.focus)")) }
    if let list = page.items { fields.append(Field("Selected", "\(list.selected)")) }
    for field in page.fields {
      switch field.value {
      case .roster(let roster):
        for mark in roster.draftMarks { fields.append(Field("Mark", marked(joined(mark)))) }
      case .items: continue
      case .line, .long:
        fields.append(
          Field("Value", marked(joined([field.spec.id, field.spec.name, field.text]))))
      }
      if let original = field.original {
        fields.append(
          Field(
            "Original", marked(joined([field.spec.id, original.text] + original.values))))
      }
    }
    for kept in page.kept {
      fields.append(Field("Kept", marked(joined([kept.name, kept.value]))))
    }
    return fields
  }

  // MARK: Reading

  static func restore(
    _ screen: inout FormScreen, _ head: PlainRecord, _ pages: [PlainRecord], in context: Context
  ) {
    if let text = head.first("Base").map(plain), let base = screen.base {
      // Somebody changed the record since: said above the form.
      screen.isOutdated = base.reference.text != text
    }
    screen.proposedTexts["Number"] = head.first("Proposed")
    if let text = head.first("Pasted") { screen.pasted.restore(plain(text)) }
    if let form = pages.first { restoreForm(&screen, form, in: context) }
    if var list = screen.page.items {
      let selected = pages.first?.first("Selected").flatMap { Int($0) } ?? 0
      list.pages = pages.dropFirst().map { record in
        let kinds = screen.kind?.itemKinds ?? []
        var item = FormPage(FormSpec.item(kinds: kinds))
        let votes = record.first("Votes").flatMap { Int($0) } ?? 0
        for _ in 0..<max(0, min(votes, 99)) { item.addVote() }
        fill(&item, record, type: "activity")
        item.showVoteParts()
        item.isOffered = record.first("Page") == "offered"
        focus(&item, record)
        return item
      }
      list.selected = max(0, min(selected, list.pages.count))
      screen.page.items = list
    }
    screen.openItem = head.first("Open").flatMap { Int($0) }
    if let open = screen.openItem, !(screen.page.items?.pages.indices.contains(open) ?? false) {
      screen.openItem = nil
    }
    screen.isFresh = head.first("Touched") == nil
    placeCursor(&screen, head.first("Cursor") ?? "")
    if let writing = head.first("Writing"), screen.focusedField?.spec.kind == .longText {
      screen.isWriting = true
      screen.closesItemWithText = writing == "item"
    }
    if let stamp = head.first("Stamp").flatMap({ Int($0) }) { screen.stamp = stamp }
  }

  private static func restoreForm(
    _ screen: inout FormScreen, _ record: PlainRecord, in context: Context
  ) {
    let values = record.all("Value").map { parts(plain($0)) }
    let officers = values.count { $0.count > 1 && $0[1] == "Officer" }
    if let counts = values.first(where: { $0.first == "Counts" }), counts.count == 3 {
      screen.page.setText("Counts", counts[2])
      screen.adoptActivityFields()
    }
    for number in stride(from: 1, through: officers, by: 1) {
      screen.syncOfficers()
      screen.page.setText("Officer\(number)", "-")
    }
    fill(&screen.page, record, type: screen.type)
    if var roster = screen.page.roster {
      roster.restore(record.all("Mark").map { parts(plain($0)) })
      screen.page.roster = roster
      screen.derive(in: context)
      screen.reseat(in: context)
      if var seated = screen.page.roster {
        let seat = record.first("Seat").flatMap { Int($0) } ?? 0
        seated.focus = max(0, min(seat, seated.seats.count - 1))
        screen.page.roster = seated
      }
    }
    focus(&screen.page, record)
  }

  private static func focus(_ page: inout FormPage, _ record: PlainRecord) {
    page.focus = page.index(of: plain(record.first("Focus") ?? "=")) ?? page.focus
  }

  private static func fill(_ page: inout FormPage, _ record: PlainRecord, type: String) {
    for value in record.all("Value") {
      let parts = parts(plain(value))
      guard parts.count == 3 else { continue }
      if let index = page.index(of: parts[0]) {
        // The text as it was left, with no step to undo.
        page.fields[index] = FormField(page.fields[index].spec, text: parts[2])
      } else if !parts[2].isEmpty {
        // The catalogue has changed since; what was typed is not lost.
        var spec = FieldSpec(field: parts[1], of: type)
        spec.id = parts[0]
        page.fields.append(FormField(spec, text: parts[2]))
      }
    }
    for original in record.all("Original") {
      let parts = parts(plain(original))
      guard parts.count >= 2, let index = page.index(of: parts[0]) else { continue }
      page.fields[index].original = FormField.Original(
        text: parts[1], values: Array(parts.dropFirst(2)))
    }
    page.kept = record.all("Kept").map { parts(plain($0)) }.filter { $0.count == 2 }
      .map { Field($0[0], $0[1]) }
  }

  private static func placeCursor(_ screen: inout FormScreen, _ text: String) {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard let first = numbers.first else { return }
    var page = screen.current
    guard page.fields.indices.contains(page.focus) else { return }
    switch page.fields[page.focus].value {
    case .line(var editor):
      while editor.cursor > max(0, first) { editor.handle(.left) }
      page.fields[page.focus].value = .line(editor)
    case .long(var editor):
      editor.moveCursor(toLine: first, offset: numbers.count > 1 ? numbers[1] : 0)
      page.fields[page.focus].value = .long(editor)
    case .roster, .items: break
    }
    screen.current = page
  }

  // MARK: Escaping

  private static func joined(_ parts: [String]) -> String { parts.joined(separator: separator) }

  private static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  /// The text so that rec keeps every scalar of it: an `=` first, and `~` with the number of each
  /// scalar that rec would change (controls, direction marks, blanks and backslashes at the end
  /// of a line).
  static func marked(_ text: String) -> String {
    var result = "="
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isLineEnd = index + 1 == scalars.count || scalars[index + 1] == "\n"
      let isChanged =
        scalar != "\n"
        && (!TextCleaning.forbiddenScalars(in: String(scalar)).isEmpty || scalar == "\t"
          || scalar == "\r" || scalar == "~"
          || (isLineEnd && (scalar == " " || scalar == "\\")))
      if isChanged {
        result += "~\(String(scalar.value, radix: 16));"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What `marked` was given.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var number: String?
    for scalar in text.unicodeScalars.dropFirst() {
      if let digits = number {
        if scalar == ";" {
          if let value = UInt32(digits, radix: 16), let read = Unicode.Scalar(value) {
            result.append(read)
          }
          number = nil
        } else {
          number = digits + String(scalar)
        }
      } else if scalar == "~" {
        number = ""
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Roster {
  /// The marks as parts of text, with the names of those marked.
  var draftMarks: [[String]] {
    marks.keys.sorted().map { key in
      let mark = marks[key] ?? Mark()
      return [
        person(of: key).description, mark.presence.rawValue, mark.reason, mark.approver,
        mark.isLate ? "late" : "", mark.hasLeft ? "left" : "",
      ]
    }
  }

  /// Takes the marks of a draft.
  mutating func restore(_ marks: [[String]]) {
    clear()
    for parts in marks where parts.count == 6 {
      guard let presence = Presence(rawValue: parts[1]) else { continue }
      put(
        Mark(
          presence: presence, reason: parts[2], approver: parts[3], isLate: parts[4] == "late",
          hasLeft: parts[5] == "left"), for: Person(parts[0]))
    }
  }
}
