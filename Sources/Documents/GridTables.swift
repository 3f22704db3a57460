import OrganizationLife
import Wording

extension Table {
  /// A grid of a year for other programs: a column a month, `done`, `late`, `open`, `owed N` or
  /// nothing, and what is owed in all.
  public init(of rows: [(organization: Organization, cells: [DutyCell])], in year: Int) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("name", .headingName),
        Column("level", .headingLevel),
      ]
        + (1...12).map { month in
          Column("\(year)-\(month < 10 ? "0" : "")\(month)", Phrase(verbatim: "\(month)"))
        } + [Column("owed", .gridHeadingOwed, isNumeric: true)],
      rows: rows.map { organization, cells in
        [
          .text(organization.id.text), .text(organization.name),
          .text(organization.level.rawValue),
        ] + cells.map { .text($0.code) } + [.number(cells.reduce(0) { $0 + $1.owed })]
      })
  }

  /// The same for people, in the marks of the interface.
  public init(
    marksOf rows: [(organization: Organization, cells: [DutyCell])], _ language: Language
  ) {
    self.init(
      columns: [Column("name", .headingName)]
        + (1...12).map { Column("\($0)", Phrase(verbatim: "\($0)"), isNumeric: true) }
        + [Column("owed", .gridHeadingOwed, isNumeric: true)],
      rows: rows.map { organization, cells in
        [.text(organization.name)] + cells.map { .text($0.mark(language)) }
          + [.number(cells.reduce(0) { $0 + $1.owed })]
      })
  }
}

extension DutyCell {
  /// As other programs know it.
  fileprivate var code: String {
    switch state {
    case .notDue: ""
    case .done: "done"
    case .late: "late"
    case .open: "open"
    case .owed: "owed \(owed)"
    }
  }
}
