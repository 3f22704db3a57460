import Archive
import OrganizationLife
import RecordLog
import Wording

/// The forms of entries of the catalogue: obligations, kinds of activity, procedures with their
/// steps, checklists with their lines, study hours.
enum CatalogForm {
  /// The types that a unit may add entries to; how study hours are reckoned is only changed.
  static let addedTypes = ["obligation", "kind", "procedure", "step", "checklist", "item"]

  /// The types that have a form.
  static let types = Set(addedTypes + ["study"])

  /// Fields whose values are names of fields of an activity.
  static let fieldNames: Set<String> = ["Field", "Need"]

  /// The fields of a form, in order; `Id` follows from the title, but for lines of a checklist.
  /// What an entry is part of is chosen once, when it is new: `owner` of `owners`.
  static func specs(
    of type: String, in owner: String, of owners: [String], isNew: Bool, _ catalog: Catalog,
    _ language: Language
  ) -> [FieldSpec] {
    var specs: [FieldSpec]
    switch type {
    case "obligation": specs = obligation(catalog)
    case "procedure": specs = procedure
    case "step": specs = step(of: owner, owners, isNew: isNew, catalog)
    case "checklist": specs = [spec("Title", .line, columns: 30, isRequired: true)]
    case "item": specs = item(of: owners, isNew: isNew, catalog)
    case "study": specs = study
    default: specs = kind(catalog, language)
    }
    let since = spec("Since", .date, columns: 10, isRequired: true, hint: .hintCatalogSince)
    // A checklist is a heading; what is binding and on stands with its lines.
    if type == "checklist" { return specs + [since] }
    specs += [
      spec(
        type == "kind" ? "Binding" : "Level", .choice(words(RuleLevel.self), 1), columns: 10,
        startsRow: true),
      spec("Source", .line, columns: 40, isRequired: true, startsRow: true),
      spec("Enabled", .choice(["是", "否"], 1), columns: 4, startsRow: true), since,
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

  private static let procedure: [FieldSpec] = [
    spec("Title", .line, columns: 30, isRequired: true),
    spec(
      "Status", .choice(words(MemberStatus.self), 0), columns: 40, hint: .hintCatalogStatus,
      startsRow: true),
    spec(
      "For", .choice(words(OrganizationLevel.self), 0), columns: 40, isRequired: true,
      startsRow: true),
  ]

  private static func step(
    of procedure: String, _ owners: [String], isNew: Bool, _ catalog: Catalog
  ) -> [FieldSpec] {
    let others = catalog.procedures.last { $0.id == procedure }?.steps.map(\.id) ?? []
    let owner = spec(
      "Procedure", .choice(owners, 1), columns: 20, isRequired: true)
    return (isNew ? [owner] : []) + [
      spec("Title", .line, columns: 30, isRequired: true, startsRow: true),
      spec("After", .anyOf(others), columns: 40, hint: .hintCatalogAfter, startsRow: true),
      spec("Bound", .words, columns: 40, hint: .hintCatalogBound, startsRow: true),
      spec("Proof", .anyOf(proofs(catalog)), columns: 40, hint: .hintCatalogProof, startsRow: true),
      spec("Every", .line, columns: 8, hint: .hintCatalogEvery, startsRow: true),
      spec("EndedBy", .anyOf(others), columns: 24, hint: .hintCatalogAfter),
      spec("Optional", .choice(["是", "否"], 1), columns: 4, startsRow: true),
      spec("LeastHours", .decimal, columns: 5), spec("LeastDays", .number, columns: 4),
      spec(
        "Meaning", .choice(words(StepMeaning.self), 1), columns: 12, hint: .hintCatalogMeaning,
        startsRow: true),
    ]
  }

  private static func item(
    of owners: [String], isNew: Bool, _ catalog: Catalog
  ) -> [FieldSpec] {
    let own = [
      spec(
        "Checklist", .choice(owners, 1), columns: 24,
        isRequired: true),
      spec("Id", .line, columns: 8, isRequired: true, hint: .hintCatalogItemId, startsRow: true),
    ]
    return (isNew ? own : []) + [
      spec("Section", .line, columns: 16, isRequired: true, startsRow: !isNew),
      spec("Title", .line, columns: 40, isRequired: true, startsRow: true),
      spec(
        "Answer", .oneOf(answers(catalog)), columns: 30, isRequired: true, hint: .hintCatalogAnswer,
        startsRow: true),
      spec("Where", .line, columns: 40, hint: .hintCatalogWhere, startsRow: true),
      spec(
        "Period", .choice(words(Frequency.self), 1), columns: 6, isRequired: true, startsRow: true),
      spec(
        "For", .choice(words(OrganizationLevel.self), 0), columns: 40, isRequired: true,
        startsRow: true),
    ]
  }

  /// How a line of a checklist may be answered; a selection says how many of which records.
  private static func answers(_ catalog: Catalog) -> [String] {
    ["人工"] + unique(catalog.obligations.map(\.id)).map { "义务 \($0)" }
      + words(NamedCondition.self).map { "条件 \($0)" } + ["选择 activity >= 1"]
  }

  /// What may prove a step.
  private static func proofs(_ catalog: Catalog) -> [String] {
    words(VoteCategory.self).map { "表决 \($0)" }
      + unique(catalog.kinds.map(\.id)).map { "活动 \($0)" }
      + ["Applied", "Admitted", "Approved", "Confirmed"].map { "日期 \($0)" }
      + words(MemberStatus.self).map { "身份 \($0)" }
  }

  private static let study: [FieldSpec] = [
    spec("Title", .line, columns: 30, isRequired: true),
    spec("Minutes", .number, columns: 4, isRequired: true, startsRow: true),
    spec("SharesFirstYear", .choice(["是", "否"], 1), columns: 4),
  ]

  /// The fields of an activity that a form can show.
  static let formFields = [
    "Number", "Date", "EndDate", "Start", "End", "Sitting", "Title", "Place", "Presider",
    "Recorder", "Present", "Attending", "Lecturer", "Hours", "Sessions", "Headcount", "About",
    "Host", "Visitor", "Item", "Minutes", "Summary",
  ]

  /// What a new entry of a type begins with.
  static func proposed(_ type: String) -> [Field] {
    switch type {
    case "obligation":
      [
        Field("Every", "月"), Field("Times", "1"), Field("For", "党支部"), Field("For", "联合党支部"),
        Field("Level", "本单位规定"), Field("Source", "本单位规定"), Field("Enabled", "是"),
      ]
    case "checklist": []
    case "procedure", "step", "item", "study":
      [Field("Level", "本单位规定"), Field("Source", "本单位规定"), Field("Enabled", "是")]
        + (type == "item" ? [Field("Answer", "人工"), Field("Period", "年")] : [])
        + (type == "step" || type == "study"
          ? [] : [Field("For", "党支部"), Field("For", "联合党支部")])
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
    /// One of some words, or something else.
    case oneOf([String])
    /// Several of some words, or other ones.
    case anyOf([String])

    var fieldKind: FieldKind {
      switch self {
      case .line: .line
      case .date: .date
      case .number: .number
      case .decimal: .decimal
      case .words: .words
      case .choice(let words, let most):
        .choice(words, isMultiple: most == 0, allowsOther: false)
      case .oneOf(let words): .choice(words, isMultiple: false, allowsOther: true)
      case .anyOf(let words):
        words.isEmpty ? .words : .choice(words, isMultiple: true, allowsOther: true)
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
