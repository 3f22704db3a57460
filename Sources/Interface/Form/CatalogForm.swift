import Archive
import OrganizationLife
import RecordLog
import Wording

/// The forms of entries of the catalogue: an obligation, a kind of activity.
enum CatalogForm {
  /// The types that have a form.
  static let types: Set<String> = ["obligation", "kind"]

  /// Fields whose values are names of fields of an activity.
  static let fieldNames: Set<String> = ["Field", "Need"]

  /// The fields of a form, in order; `Id` follows from the title.
  static func specs(of type: String, _ catalog: Catalog, _ language: Language) -> [FieldSpec] {
    var specs: [FieldSpec]
    switch type {
    case "obligation": specs = obligation(catalog)
    default: specs = kind(catalog, language)
    }
    specs += [
      spec(
        type == "kind" ? "Binding" : "Level", .choice(words(RuleLevel.self), 1), columns: 10,
        startsRow: true),
      spec("Source", .line, columns: 40, isRequired: true, startsRow: true),
      spec("Enabled", .choice(["是", "否"], 1), columns: 4, startsRow: true),
      spec("Since", .date, columns: 10, isRequired: true, hint: .hintCatalogSince),
    ]
    return specs
  }

  private static func obligation(_ catalog: Catalog) -> [FieldSpec] {
    [
      spec("Title", .line, columns: 30, isRequired: true),
      spec(
        "Kind", .choice(unique(catalog.kinds.map(\.id)), 0), columns: 30, isRequired: true,
        startsRow: true),
      spec(
        "Every", .choice(words(Frequency.self), 1), columns: 6, isRequired: true, startsRow: true),
      spec("Times", .number, columns: 3, isRequired: true),
      spec(
        "For", .choice(words(OrganizationLevel.self), 0), columns: 40, isRequired: true,
        startsRow: true),
      spec("FullMembersAtLeast", .number, columns: 3, startsRow: true),
      spec("FullMembersBelow", .number, columns: 3),
      spec("Lecturer", .line, columns: 10, hint: .hintCatalogLecturer, startsRow: true),
      spec("ItemTitle", .line, columns: 16, hint: .hintCatalogItem),
    ]
  }

  private static func kind(_ catalog: Catalog, _ language: Language) -> [FieldSpec] {
    let fields = formFields.map { Phrase.label(ofField: $0, of: "activity")(language) }
    return [
      spec("Title", .line, columns: 24, isRequired: true),
      spec("Short", .line, columns: 10, isRequired: true),
      spec(
        "Body", .choice(words(Body.self), 1), columns: 6, isRequired: true,
        hint: .hintCatalogBody, startsRow: true),
      spec("Numbered", .choice(["是", "否"], 1), columns: 4),
      spec("MadeUp", .choice(["是", "否"], 1), columns: 4),
      spec("Restricted", .choice(["是", "否"], 1), columns: 4),
      spec("Hours", .decimal, columns: 4),
      spec(
        "LevelOfKind", .choice(words(OrganizationLevel.self), 0), columns: 40, isRequired: true,
        startsRow: true),
      spec("ItemKind", .choice(words(ItemKind.self), 0), columns: 30, startsRow: true),
      spec("Preset", .words, columns: 40, hint: .hintCatalogPreset, startsRow: true),
      spec("Field", .choice(fields, 0), columns: 44, isRequired: true, startsRow: true),
      spec("Need", .choice(fields, 0), columns: 44, startsRow: true),
      spec("MayCount", .choice(unique(catalog.kinds.map(\.id)), 0), columns: 30, startsRow: true),
    ]
  }

  /// The fields of an activity that a form can show.
  static let formFields = [
    "Number", "Date", "EndDate", "Start", "End", "Sitting", "Title", "Place", "Presider",
    "Recorder", "Present", "Attending", "Lecturer", "Hours", "Sessions", "Headcount", "Item",
    "Minutes", "Summary",
  ]

  /// What a new entry of a type begins with.
  static func proposed(_ type: String) -> [Field] {
    switch type {
    case "obligation":
      [
        Field("Every", "月"), Field("Times", "1"), Field("For", "党支部"), Field("For", "联合党支部"),
        Field("Level", "本单位规定"), Field("Source", "本单位规定"), Field("Enabled", "是"),
      ]
    default:
      [Field("Body", "党员"), Field("Numbered", "否"), Field("MadeUp", "否"), Field("Restricted", "否")]
        + ["党支部", "联合党支部", "临时党支部"].map { Field("Level", $0) }
        + [
          "Date", "Start", "End", "Place", "Presider", "Recorder", "Present", "Attending",
          "Minutes",
          "Summary",
        ].map { Field("Field", $0) }
        + ["Start", "Place", "Presider", "Present", "Minutes"].map { Field("Need", $0) }
        + [Field("Binding", "本单位规定"), Field("Source", "本单位规定"), Field("Enabled", "是")]
    }
  }

  /// The field of an entry that a field of the form stands for.
  static func name(of id: String) -> String { id == "LevelOfKind" ? "Level" : id }

  /// The field of the form that a field of an entry is entered in.
  static func id(of name: String, type: String) -> String {
    type == "kind" && name == "Level" ? "LevelOfKind" : name
  }

  private static func spec(
    _ id: String, _ kind: Shape, columns: Int, isRequired: Bool = false, hint: Phrase? = nil,
    startsRow: Bool = false
  ) -> FieldSpec {
    FieldSpec(
      id, kind.fieldKind, label: .catalogField(id == "LevelOfKind" ? "For" : id),
      isRequired: isRequired, columns: columns, hint: hint, startsRow: startsRow)
  }

  /// What a field takes, shorter to declare.
  private enum Shape {
    case line, date, number, decimal, words
    /// One of some words, or several when the second is 0.
    case choice([String], Int)

    var fieldKind: FieldKind {
      switch self {
      case .line: .line
      case .date: .date
      case .number: .number
      case .decimal: .decimal
      case .words: .words
      case .choice(let words, let most):
        .choice(words, isMultiple: most == 0, allowsOther: false)
      }
    }
  }

  private static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> [String]
  where Word.RawValue == String {
    Word.allCases.map(\.rawValue)
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
