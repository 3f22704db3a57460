import Archive
import OrganizationLife
import Wording

extension Table {
  /// What is owed, with the columns of the format, section 7.
  public init(of lines: [DueLine]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("obligation", .tableObligation),
        Column("period", .tablePeriod), Column("required", .tableRequired, isNumeric: true),
        Column("done", .tableDone, isNumeric: true),
        Column("missing", .tableMissing, isNumeric: true), Column("next", .tableNext),
        Column("level", .tableRuleLevel), Column("source", .tableSource),
      ],
      rows: lines.map { line in
        [
          .text(line.organization.text), .text(line.obligation.id),
          .text(line.period.description), .number(line.required), .number(line.done),
          .number(line.missing), Value(line.next), .text(line.obligation.level.rawValue),
          .text(line.obligation.source),
        ]
      })
  }

  /// Checklist items with their answers for people: the evidence by how many records it is.
  public init(summaryOf lines: [(organization: Organization, item: CheckedItem)]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("item", .tableItem),
        Column("title", .tableTitle), Column("answer", .tableAnswer), Column("by", .tableBy),
        Column("evidence", .tableEvidence, isNumeric: true),
        Column("recorded", .tableRecorded), Column("said", .tableSaid),
      ],
      rows: lines.map { organization, checked in
        [
          .text(organization.id.text), .text(checked.item.id), .text(checked.item.title),
          .text(checked.answer.rawValue), .text(checked.givenBy),
          .number(checked.evidence.count), checked.recordedAside, checked.saidAside,
        ]
      })
  }

  /// Checklist items with their answers; `by` is 记录 or 人工, `evidence` ids with blanks between.
  public init(of lines: [(organization: Organization, item: CheckedItem)]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("item", .tableItem),
        Column("title", .tableTitle), Column("answer", .tableAnswer), Column("by", .tableBy),
        Column("evidence", .tableEvidence, separator: " "), Column("level", .tableRuleLevel),
        Column("source", .tableSource), Column("recorded", .tableRecorded),
        Column("said", .tableSaid),
      ],
      rows: lines.map { organization, checked in
        [
          .text(organization.id.text), .text(checked.item.id), .text(checked.item.title),
          .text(checked.answer.rawValue), .text(checked.givenBy),
          .list(checked.evidence.map { .text($0.text) }), .text(checked.item.level.rawValue),
          .text(checked.item.article), checked.recordedAside, checked.saidAside,
        ]
      })
  }
}

extension CheckedItem {
  /// Who gave the answer, in the word that `By` of a review has.
  fileprivate var givenBy: String { isManual ? "人工" : "记录" }

  /// What the records say, where a person's answer stands before it.
  fileprivate var recordedAside: Value {
    .text(isManual ? recorded.map(\.rawValue) ?? "" : "")
  }

  /// What a person said on another day, where the records' answer stands before it:
  /// `未达标 2026-11-18`.
  fileprivate var saidAside: Value {
    .text(isManual ? "" : said.map { "\($0.answer.answer.rawValue) \($0.date)" } ?? "")
  }
}
