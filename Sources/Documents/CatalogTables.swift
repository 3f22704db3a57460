import Archive
import OrganizationLife
import Wording

extension Table {
  /// The entries of a catalogue.
  public init(ofCatalog entries: [CatalogEntry]) {
    self.init(
      columns: [
        Column("type", .tableType), Column("id", .tableItem), Column("title", .tableTitle),
        Column("level", .tableRuleLevel), Column("source", .tableSource),
        Column("since", .catalogField("Since")), Column("until", .catalogField("Until")),
        Column("enabled", .catalogField("Enabled")),
      ],
      rows: entries.map { entry in
        [
          .code(entry.key.type, .catalogType(entry.key.type)), .text(entry.key.id),
          .text(entry.title),
          Value(entry.level?.rawValue), .text(entry.source), Value(entry.since),
          Value(entry.until), .text(entry.isEnabled ? "是" : "否"),
        ]
      })
  }

  /// The institutions that there are samples of: name, unit and packs.
  public init(ofCases cases: [(name: String, unit: String, packs: [String])]) {
    self.init(
      columns: [
        Column("case", .tableItem), Column("unit", .headingOrganization),
        Column("packs", .catalogField("Pack"), separator: " "),
      ],
      rows: cases.map { [.text($0.name), .text($0.unit), .list($0.packs.map { .text($0) })] })
  }

  /// The packs that come with the program, one line each.
  public init(of packs: [CatalogPack], switchedOn: Set<String>) {
    self.init(
      columns: [
        Column("pack", .catalogField("Pack")), Column("on", .catalogField("Enabled")),
        Column("summary", .headingBrings), Column("source", .tableSource),
      ],
      rows: packs.map { pack in
        [
          .text(pack.id), .text(switchedOn.contains(pack.id) ? "是" : "否"), .text(pack.summary),
          .text(pack.source),
        ]
      })
  }

  /// Where a catalogue and the program's differ.
  public init(of differences: [CatalogDifference], _ language: Language) {
    self.init(
      columns: [
        Column("type", .tableType), Column("id", .tableItem), Column("title", .tableTitle),
        Column("difference", .tableDifference),
      ],
      rows: differences.map { difference in
        [
          .code(difference.key.type, .catalogType(difference.key.type)),
          .text(difference.key.id), .text(difference.title),
          .text(difference.kind.phrase(language)),
        ]
      })
  }

  /// What a changed catalogue would change; `organizations` are those that owe otherwise.
  public init(of changes: [CatalogChange], _ language: Language) {
    self.init(
      columns: [
        Column("since", .catalogField("Since")), Column("type", .tableType),
        Column("id", .tableItem), Column("change", .tableDifference),
        Column("organizations", .tableOrganization, separator: " "),
      ],
      rows: changes.map { change in
        var organizations: [Value] = []
        if case .due(_, _, let asked) = change.kind {
          organizations = asked.map { .text($0.text) }
        }
        return [
          .text(change.since.description),
          .code(change.key.type, .catalogType(change.key.type)), .text(change.key.id),
          .text(change.phrase(language)), .list(organizations),
        ]
      })
  }
}
