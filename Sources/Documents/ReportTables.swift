import Archive
import OrganizationLife
import Wording

extension Table {
  /// The reports that there are.
  public init(of reports: [ReportDefinition]) {
    self.init(
      columns: [
        Column("report", .tableItem), Column("title", .tableTitle),
        Column("periods", .tableFrequencies, separator: " "),
        Column("levels", .tableLevels, separator: " "),
      ],
      rows: reports.map { report in
        [
          .text(report.id), .text(report.title),
          .list(report.frequencies.map { .text($0.rawValue) }),
          .list(report.levels.map { .text($0.rawValue) }),
        ]
      })
  }

  /// A report for other programs: line, value, unit (format, section 7), and the year before when
  /// asked for. Numbers are written as records write them, `1000+` and `~20` when approximate.
  public init(of report: Report, withPrevious: Bool) {
    var columns = [
      Column("line", .tableReportLine), Column("value", .tableNumber, isNumeric: true),
      Column("unit", .tableUnit),
    ]
    if withPrevious { columns.append(Column("previous", .tablePrevious, isNumeric: true)) }
    self.init(
      columns: columns,
      rows: report.lines.map { line in
        let row: [Value] = [
          .text(line.definition.id), Value(line.number?.text), .text(line.definition.unit),
        ]
        return withPrevious ? row + [Value(line.previous?.text)] : row
      })
  }

  /// A report for people.
  public init(summaryOf report: Report, withPrevious: Bool, language: Language) {
    var columns = [
      Column("section", .tableSection), Column("line", .tableReportLine),
      Column("value", .tableNumber, isNumeric: true), Column("unit", .tableUnit),
      Column("plan", .tablePlan, isNumeric: true),
    ]
    if withPrevious { columns.append(Column("previous", .tablePrevious, isNumeric: true)) }
    columns.append(Column("doubt", .tableDoubt))
    var section = ""
    var rows: [[Value]] = []
    for line in report.lines {
      let isNew = line.definition.section != section
      section = line.definition.section
      func text(_ number: ReportNumber?) -> Value { Value(number?.phrase(language)) }
      var row: [Value] = [
        .text(isNew ? section : ""), .text(line.definition.title), text(line.number),
        .text(line.definition.unit), text(line.plan),
      ]
      if withPrevious { row.append(text(line.previous)) }
      rows.append(row + [Value(line.doubt?.phrase(language))])
    }
    self.init(columns: columns, rows: rows)
  }

  /// Every line with all that is known of it, for JSON: `value` and the others are numbers,
  /// `approximate` is 余, 近, 约 or empty, `evidence` and `plans` are ids of records.
  public init(wholeOf report: Report, language: Language) {
    self.init(
      columns: [
        Column("line", .tableReportLine), Column("section", .tableSection),
        Column("title", .tableTitle), Column("value", .tableNumber),
        Column("approximate", .tableExactness), Column("unit", .tableUnit),
        Column("previous", .tablePrevious), Column("plan", .tablePlan),
        Column("plans", .tablePlan), Column("doubt", .tableDoubt),
        Column("evidence", .tableEvidence),
      ],
      rows: report.lines.map { line in
        [
          .text(line.definition.id), .text(line.definition.section),
          .text(line.definition.title), Value(line.number),
          .text(line.number?.exactnessWord ?? ""), .text(line.definition.unit),
          Value(line.previous), Value(line.plan), .list(line.plans.map { .text($0.text) }),
          Value(line.doubt?.phrase(language)), .list(line.evidence.map { .text($0.text) }),
        ]
      })
  }

  /// Every line beside what was published of it: a row for each published number, and one without
  /// for a line of which nothing was.
  public init(
    comparing report: Report, with catalog: ReportCatalog, isWholeUnit: Bool, language: Language
  ) {
    self.init(
      columns: [
        Column("line", .tableReportLine), Column("title", .tableTitle),
        Column("value", .tableNumber, isNumeric: true), Column("unit", .tableUnit),
        Column("published", .tablePublished, isNumeric: true),
        Column("quotation", .tableQuotation), Column("pack", .catalogField("Pack")),
        Column("verdict", .tableVerdict),
      ],
      rows: report.lines.flatMap { line in
        let start: [Value] = [
          .text(line.definition.id), .text(line.definition.title), Value(line.number?.text),
          .text(line.definition.unit),
        ]
        let published = catalog.published(of: line.definition.id, on: report.day)
        if published.isEmpty { return [start + [.missing, .missing, .missing, .missing]] }
        return published.map { one in
          start + [
            .text(one.number.text), .text(one.quotation), .text(one.pack),
            .text(one.verdict(on: line.number, isWholeUnit: isWholeUnit).phrase(language)),
          ]
        }
      })
  }

  /// The records behind a line, by their days: of a snapshot of a member or organisation whom it is
  /// of.
  public init(ofEvidence references: [Reference], in archive: Archive) {
    self.init(
      columns: [
        Column("id", .tableId), Column("type", .tableType), Column("date", .headingDate),
        Column("organization", .tableOrganization), Column("kind", .headingKind),
        Column("title", .tableTitle),
      ],
      rows: archive.byDay(references).map { reference in
        let record = archive.record(reference)
        func first(_ names: [String]) -> Value {
          Value(names.lazy.compactMap { record?.first($0) }.first)
        }
        return [
          .text(reference.text), Value(record?.type),
          first(Archive.dayFields), first(["Organization"]),
          first(["Kind", "Level", "Status", "Checklist", "Indicator"]), first(["Title", "Name"]),
        ]
      })
  }
}

extension Value {
  fileprivate init(_ number: ReportNumber?) {
    guard let number else {
      self = .missing
      return
    }
    self =
      number.thousandths % 1000 == 0
      ? .number(number.thousandths / 1000) : .decimal(Double(number.thousandths) / 1000)
  }
}
