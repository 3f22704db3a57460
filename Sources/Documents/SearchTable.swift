import Archive
import Wording

extension Table {
  /// What a search has found, a record a row. `field` and `item` say where `text` stands.
  public init(of found: [FoundRecord]) {
    self.init(
      columns: [
        Column("date", .headingDate), Column("organization", .tableOrganization),
        Column("type", .headingKind, isShown: false), Column("kind", .headingKind),
        Column("title", .tableTitle), Column("field", .headingFoundField, isShown: false),
        Column("item", .headingFoundField, isNumeric: true, isShown: false),
        Column("text", .headingFoundLine), Column("id", .tableId),
      ],
      rows: found.map { record in
        [
          Value(record.day), .text(record.organization), .text(record.type),
          .text(record.kind.isEmpty ? record.type : record.kind), .text(record.title),
          .text(record.field), Value(record.item), .text(record.lineText),
          .text(record.reference.text),
        ]
      })
  }
}
