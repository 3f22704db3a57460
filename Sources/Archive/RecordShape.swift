/// What the value of a field is.
public enum ValueShape: Hashable, Sendable {
  /// Text of any length.
  case text
  /// Text of one line.
  case line
  /// `2026-03-12`
  case date
  /// `14:30`
  case time
  /// A whole number.
  case number
  /// A number with or without decimals.
  case decimal
  /// `126`, `1000+`, `~20`
  case quantity
  /// Yuan with two decimals.
  case amount
  /// `1.5%`
  case rate
  /// `1/2`
  case sitting
  /// One of these words.
  case choice([String])
  /// One of these words, or another.
  case suggestion([String])
  /// 是 or 否
  case yesOrNo
  /// The id of an organisation.
  case organization
  /// The id of a member, bare.
  case member
  /// A member, or a guest as text.
  case person
  /// A member; a guest cannot stand there.
  case rosterPerson
  /// A member, an organisation or other text.
  case recipient
  /// `ID 原因 [批准=ID]`
  case absence
  /// `ID 理由`
  case exclusion
  /// `ID 2026-03-13`
  case signature
  /// `ID 职务`
  case officer
  /// A vote.
  case vote
  /// The id of a kind of activity in the catalogue.
  case activityKind
  /// `2026`, `2026-Q2`, `2026-03`, …
  case period
  /// `2026-03`
  case month
  /// The Id of a record, or `ID#n`.
  case reference
  /// `ID SUM8`, in files to be added the ID.
  case correction
  /// 64 hex digits.
  case hash
}

/// A field of a type.
public struct FieldShape: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// What its value is.
  public var value: ValueShape
  /// Whether it may stand more than once (for fields of items: once or more in each item).
  public var repeats: Bool
  /// Whether a record (other than a withdrawal) cannot do without it.
  public var isMandatory: Bool
  /// Whether it belongs to the `Item` before it.
  public var isPartOfItem: Bool
}

/// The fields of a type, as the format has them; a unit's schema may add others.
public struct RecordShape: Hashable, Sendable {
  /// The type.
  public var type: String
  /// Its fields in the format's order, those of every record last.
  public var fields: [FieldShape]

  /// The field of that name: of an item or, with `item` false, of the record itself. A name that
  /// only one of the two has is found either way.
  public func field(_ name: String, item: Bool = false) -> FieldShape? {
    fields.first { $0.name == name && $0.isPartOfItem == item }
      ?? fields.first { $0.name == name }
  }

  /// The shape of a type; nil for types the format does not have.
  public static func of(_ type: String) -> RecordShape? { all[type] }

  /// The types of the format, in its order.
  public static let types = [
    "organization", "member", "activity", "matter", "document", "honor", "review", "procedure",
    "plan", "team", "figure", "dues", "seal",
  ]

  /// The types whose newest record of a `Follows` chain stands for the whole chain. An activity
  /// that follows another (接续记录) and a countersignature stand beside what they follow.
  public static let chainedTypes: Set<String> = ["matter", "procedure", "team"]

  private static let all: [String: RecordShape] = Dictionary(
    uniqueKeysWithValues: types.map { ($0, RecordShape(type: $0, fields: ownFields($0) + common)) })
}

extension FieldShape {
  /// `Name*!` as in the tables below: `*` may repeat, `!` is mandatory, `.` belongs to an item.
  init(_ text: String, _ value: ValueShape) {
    name = String(text.prefix { !"*!.".contains($0) })
    self.value = value
    repeats = text.contains("*")
    isMandatory = text.contains("!")
    isPartOfItem = text.contains(".")
  }
}

extension RecordShape {
  /// What every record may have. `Id By At Sum` are the log's own.
  static let common: [FieldShape] = [
    FieldShape("Note*", .text), FieldShape("Tag*", .line), FieldShape("File*", .line),
    FieldShape("Corrects", .correction), FieldShape("Withdraws", .reference),
    FieldShape("Follows", .reference), FieldShape("Reason", .text),
  ]

  // The table of FORMAT.md, section 6.
  private static func ownFields(_ type: String) -> [FieldShape] {
    switch type {
    case "organization": organization
    case "member": member
    case "activity": activity
    case "matter": matter
    case "document": document
    case "honor": honor
    case "review": review
    case "procedure": procedure
    case "plan": plan
    case "team": team
    case "figure": figure
    case "dues": dues
    default: seal
    }
  }
}
