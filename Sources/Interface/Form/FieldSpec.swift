import Archive
import OrganizationLife
import Wording

/// What a field of a form takes, and so how it is typed, chosen and drawn.
enum FieldKind: Hashable, Sendable {
  /// One line of text.
  case line
  /// Text of any length, edited on the whole screen.
  case longText
  /// A day.
  case date
  /// A day, a month or a year, as it is known (出生, 参加工作).
  case looseDate
  /// A time of day.
  case time
  /// A whole number.
  case number
  /// A number with or without decimals.
  case decimal
  /// A number that may be rough: `1000+`, `~20`.
  case quantity
  /// A day, a week, a month, a quarter, half a year or a year.
  case period
  /// One of some words, or several of them.
  case choice([String], isMultiple: Bool, allowsOther: Bool)
  /// People of the roll; guests as plain text where the format allows them.
  case people(isMultiple: Bool, allowsGuests: Bool)
  /// `姓名 职务`
  case officer
  /// Several values parted by `、`.
  case words
  /// An organisation of the store.
  case organization
  /// Who came: the roster.
  case attendance
  /// The items.
  case items
  /// Text that is only shown.
  case shown
  /// Carried along and neither shown nor entered.
  case hidden

  /// Whether a box of choices or a calendar can be opened for it.
  var hasBox: Bool {
    switch self {
    case .date, .choice, .people, .officer, .organization: true
    default: false
    }
  }

  /// Whether a first typed character replaces what was there.
  var isReplacedByTyping: Bool {
    switch self {
    case .date, .looseDate, .time, .number, .decimal, .quantity, .period, .organization, .officer:
      true
    case .choice(_, let isMultiple, _): !isMultiple
    case .people(let isMultiple, _): !isMultiple
    default: false
    }
  }

  /// Whether the cursor can stand in it.
  var isReached: Bool { self != .shown && self != .hidden }
}

/// One field of a form, declared: what it is called, what it takes, how wide it is.
struct FieldSpec: Hashable, Sendable {
  /// Unlike any other in its page; letters and digits.
  var id: String
  /// The field of the record.
  var name: String
  /// What stands before it.
  var label: Phrase
  /// What it takes.
  var kind: FieldKind
  /// Whether the record cannot do without it.
  var isRequired = false
  /// Columns of its value at least.
  var columns: Int
  /// What to enter, shown while the cursor is in it.
  var hint: Phrase?
  /// Whether it begins a row of its own.
  var startsRow = false
  /// The vote it is a part of, from 1.
  var vote: Int?
  /// Whether it counts votes: nothing but digits can be typed.
  var isTally: Bool { vote != nil && kind == .number }

  /// A field that is declared by hand.
  init(
    _ id: String, _ kind: FieldKind, label: Phrase? = nil, isRequired: Bool = false,
    columns: Int? = nil, hint: Phrase? = nil, startsRow: Bool = false, vote: Int? = nil
  ) {
    self.id = id
    name = id
    self.label = label ?? Phrase.label(ofField: id)
    self.kind = kind
    self.isRequired = isRequired
    self.columns = columns ?? FieldSpec.columns(of: kind)
    self.hint = hint ?? Phrase.hint(of: kind.hintName)
    self.startsRow = startsRow
    self.vote = vote
  }

  /// A field of a record, as the format has it.
  init(field name: String, of type: String, inItem: Bool = false) {
    let shape = RecordShape.of(type)?.field(name, item: inItem)
    let kind = FieldSpec.kind(of: shape, name: name, type: type)
    self.init(
      name, kind, label: .label(ofField: name, of: type),
      isRequired: shape?.isMandatory ?? false, columns: FieldSpec.widths[name],
      hint: Phrase.hint(of: name, in: type) ?? Phrase.hint(of: kind.hintName),
      startsRow: FieldSpec.rowStarts.contains(name))
  }

  private static func kind(of shape: FieldShape?, name: String, type: String) -> FieldKind {
    if let special = specialKinds["\(type).\(name)"] { return special }
    guard let shape else { return .line }
    switch shape.value {
    case .text: return name == "Item" || name == "Title" ? .line : .longText
    case .date: return .date
    case .time: return .time
    case .number: return .number
    case .decimal: return .decimal
    case .quantity: return .quantity
    case .period: return .period
    case .choice(let words):
      return .choice(words, isMultiple: shape.repeats, allowsOther: false)
    case .suggestion(let words):
      return .choice(words, isMultiple: shape.repeats, allowsOther: true)
    case .yesOrNo: return .choice(["是", "否"], isMultiple: false, allowsOther: false)
    case .organization: return .organization
    case .person: return .people(isMultiple: shape.repeats, allowsGuests: true)
    case .rosterPerson: return .people(isMultiple: shape.repeats, allowsGuests: false)
    case .officer: return .officer
    default: return shape.repeats ? .words : .line
    }
  }

  private static let specialKinds: [String: FieldKind] = [
    "member.Born": .looseDate, "member.Worked": .looseDate, "member.Applied": .looseDate,
    "organization.Organization": .line, "member.Member": .line,
    "matter.Cause": .line,
    "member.Nation": .choice(
      ["汉族", "壮族", "回族", "满族", "苗族", "维吾尔族", "土家族", "蒙古族", "藏族", "瑶族", "侗族"],
      isMultiple: false, allowsOther: true),
    "member.Education": .choice(
      ["研究生", "大学", "大专", "中专", "高中"], isMultiple: false, allowsOther: true),
    "member.Rank": .choice(
      [
        "一级警监", "二级警监", "三级警监", "一级警督", "二级警督", "三级警督", "一级警司", "二级警司",
        "三级警司", "一级警员", "二级警员",
      ], isMultiple: false, allowsOther: true),
    "activity.Reason": .line,
  ]

  private static let rowStarts: Set<String> = [
    "Title", "Present", "Attending", "Item", "Minutes", "Summary", "Resolution", "Note", "Cause",
    "Result", "Remark", "Reason",
  ]

  private static let widths: [String: Int] = [
    "Place": 16, "Title": 40, "Item": 44, "Attending": 36, "Lecturer": 16, "Counts": 16,
    "Number": 3, "Sessions": 3, "Hours": 4, "Headcount": 6, "Name": 10, "Member": 8, "Group": 14,
    "Post": 24, "Job": 16, "Note": 44, "Tag": 30, "Reason": 44, "Organization": 18, "Parent": 18,
    "Term": 3, "Officer": 28, "Unit": 36, "About": 20, "Owner": 20, "Away": 20, "Cause": 40,
    "Seats": 3, "Presider": 8, "Recorder": 8, "Nation": 8, "Born": 10, "Worked": 10, "Applied": 10,
  ]

  private static func columns(of kind: FieldKind) -> Int {
    switch kind {
    case .date, .looseDate, .period: 10
    case .time: 5
    case .number, .decimal: 4
    case .quantity: 6
    case .choice(let words, let isMultiple, _):
      isMultiple ? 20 : min(16, max(4, words.map { ColumnWidth.of($0) }.max() ?? 0))
    case .people(let isMultiple, _): isMultiple ? 24 : 8
    case .organization: 18
    case .officer: 28
    case .line, .longText, .words, .shown: 24
    case .attendance, .items, .hidden: 0
    }
  }
}

extension FieldKind {
  fileprivate var hintName: String {
    switch self {
    case .date: ":date"
    case .looseDate: ":looseDate"
    case .time: ":time"
    case .quantity: ":quantity"
    case .period: ":period"
    case .people(_, let allowsGuests): allowsGuests ? ":person" : ":member"
    case .officer: ":officer"
    case .words: ":words"
    case .organization: ":organization"
    case .longText: ":longText"
    default: ""
    }
  }
}

/// A form, declared: its fields in the order in which they are entered.
struct FormSpec: Hashable, Sendable {
  /// The type of record that it writes.
  var type: String
  /// Its fields.
  var fields: [FieldSpec]

  /// The form of a kind of activity: the fields that the catalogue gives it, those that kinds it
  /// also counts for (`counts`) need, and those that a record already has (`present`).
  static func activity(
    _ kind: ActivityKind, counts: [ActivityKind] = [], present: [String] = [], asksReason: Bool
  ) -> FormSpec {
    var names = kind.fields
    if !names.contains("Date") { names.insert("Date", at: 0) }
    if !kind.mayCount.isEmpty, !names.contains("Counts") { insert("Counts", into: &names) }
    for counted in counts {
      for name in ["Lecturer", "Hours"]
      where counted.fields.contains(name) && !names.contains(name) {
        insert(name, into: &names)
      }
    }
    let listed = kind.body != .people
    for name in present where !names.contains(name) && !attendanceFields.contains(name) {
      insert(name, into: &names)
    }
    if !listed, present.contains("Video"), !names.contains("Video") {
      insert("Video", into: &names)
    }
    if present.contains("Item"), !names.contains("Item") { names.append("Item") }
    if listed { names.removeAll { attendanceFields.contains($0) && $0 != "Present" } }
    var fields = names.map { name -> FieldSpec in
      var spec = FieldSpec(field: name, of: "activity")
      switch name {
      case "Present" where listed: spec.kind = .attendance
      case "Present" where kind.isConversation:
        spec.columns = 40
        spec.label = .talkedWith
      case "Presider" where kind.isConversation: spec.label = .talkHeldBy
      case "About" where kind.isPoliticalBirthday: spec.label = .peopleOfBirthday
      case "Present": spec.columns = 40
      case "Item":
        spec.kind = .items
        spec.label = kind.itemKinds == [.part] ? .parts : .label(ofField: "Item")
      case "Counts":
        spec.kind = .choice(kind.mayCount, isMultiple: true, allowsOther: false)
      default: break
      }
      spec.isRequired = spec.isRequired || kind.needs.contains(name)
      return spec
    }
    if asksReason {
      var reason = FieldSpec(field: "Reason", of: "activity")
      reason.isRequired = true
      fields.insert(reason, at: 0)
    }
    return FormSpec(type: "activity", fields: fields)
  }

  /// The fields that the roster stands for.
  static let attendanceFields: Set<String> = [
    "Present", "Video", "Absent", "Late", "Left", "Excluded",
  ]

  /// Fields that may come from a record besides those of the kind, and where they belong.
  private static func insert(_ name: String, into names: inout [String]) {
    guard let shape = RecordShape.of("activity")?.fields,
      let place = shape.firstIndex(where: { $0.name == name })
    else { return }
    let after = names.lastIndex { other in
      shape.firstIndex { $0.name == other }.map { $0 < place } ?? false
    }
    let longTexts: Set<String> = ["Item", "Minutes", "Summary"]
    if name == "Counts", let roster = names.firstIndex(of: "Present") {
      names.insert(name, at: roster)
      return
    }
    let end = names.firstIndex(where: longTexts.contains) ?? names.count
    names.insert(name, at: min(after.map { $0 + 1 } ?? end, end))
  }

  /// The form of one item.
  static func item(kinds: [ItemKind]) -> [FieldSpec] {
    var title = FieldSpec(field: "Item", of: "activity")
    title.label = kinds == [.part] ? .part : .label(ofField: "Item")
    title.isRequired = true
    var kind = FieldSpec(field: "ItemKind", of: "activity", inItem: true)
    let words = kinds.isEmpty ? ItemKind.allCases : kinds
    kind.kind = .choice(words.map(\.rawValue), isMultiple: false, allowsOther: false)
    kind.columns = 8
    var fields = [title, kind]
    for name in ["About", "Seats", "Minutes", "Resolution", "Owner", "Due", "Away"] {
      var spec = FieldSpec(field: name, of: "activity", inItem: true)
      spec.startsRow = ["Minutes", "Resolution", "Owner"].contains(name)
      if name == "Seats" { spec.kind = .number }
      fields.append(spec)
    }
    return fields
  }

  /// The fields of one vote, numbered from 1.
  static func vote(_ number: Int) -> [FieldSpec] {
    func spec(_ name: String, _ kind: FieldKind, _ columns: Int, startsRow: Bool = false)
      -> FieldSpec
    {
      var spec = FieldSpec(name, kind, columns: columns, startsRow: startsRow, vote: number)
      spec.id = "\(name)\(number)"
      spec.name = "Vote"
      return spec
    }
    let person = FieldKind.people(isMultiple: false, allowsGuests: true)
    let people = FieldKind.people(isMultiple: true, allowsGuests: true)
    return [
      spec("VoteSubject", person, 10, startsRow: true),
      spec("VoteWriteIn", .line, 10, startsRow: true),
      spec(
        "VoteCategory",
        .choice(VoteCategory.allCases.map(\.rawValue), isMultiple: false, allowsOther: false), 12),
      spec(
        "VoteMethod", .choice(["举手", "无记名", "口头"], isMultiple: false, allowsOther: true), 6),
      spec("VoteFavour", .number, 3, startsRow: true), spec("VoteAgainst", .number, 3),
      spec("VoteAbstain", .number, 3), spec("VoteWritten", .number, 3),
      spec("VoteIssued", .number, 3, startsRow: true), spec("VoteReturned", .number, 3),
      spec("VoteValid", .number, 3),
      spec("VoteScrutineers", people, 12), spec("VoteTellers", people, 12),
    ]
  }

  /// The form of a type by the format alone, without the fields left out.
  static func of(_ type: String, without left: Set<String> = []) -> FormSpec {
    let common: Set<String> = [
      "Note", "Tag", "File", "Corrects", "Withdraws", "Follows", "Reason",
    ]
    let fields = (RecordShape.of(type)?.fields ?? []).filter {
      !common.contains($0.name) && !left.contains($0.name)
    }
    return FormSpec(type: type, fields: fields.map { FieldSpec(field: $0.name, of: type) })
  }
}
