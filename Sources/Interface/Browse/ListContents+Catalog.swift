import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// Every entry of the unit's catalogue: how binding, where it is written, since when, whether it
  /// is switched on.
  static func catalog(_ archive: Archive, in context: Context) -> ListContents {
    let today = context.session.today
    let entries = CatalogEntry.read(archive.catalogFiles)
    let ordered = CatalogEntry.types.flatMap { type in entries.filter { $0.key.type == type } }
    return ListContents(
      title: context.say(.menuCatalog),
      columns: [
        ListColumn(title: .tableType, rank: 2),
        ListColumn(title: .headingTitle, minimum: 14, isElastic: true),
        ListColumn(title: .tableRuleLevel, rank: 1),
        ListColumn(title: .tableSource, minimum: 12, rank: 4, isElastic: true, keepsEnd: true),
        ListColumn(title: .catalogField("Since"), rank: 3),
        ListColumn(title: .catalogState),
      ],
      rows: ordered.map { entry in
        let standing = entry.standing(on: today)
        let style: Style = standing == .inForce ? .normal : .dim
        return ListRow(
          id: entry.rowId,
          cells: [
            ListCell(context.say(.catalogType(entry.key.type)), .dim),
            ListCell(entry.titleInList, style),
            ListCell(entry.level.map { context.say(.word($0)) } ?? "", .dim),
            ListCell(entry.source, .dim), ListCell(entry.since?.description ?? "", .dim),
            ListCell(context.say(standing.phrase), standing.style),
          ],
          destination: .page(.catalogEntry(entry.key, since: entry.since)),
          change: entry.isEditable
            ? .form(.changeCatalogEntry(entry.key, since: entry.since)) : nil,
          texts: [entry.key.id, entry.key.owner])
      },
      empty: .nothingHere, scopes: [.catalog])
  }
}

extension CatalogEntry {
  /// Whether an entry holds.
  enum Standing: Hashable, Sendable {
    case inForce, off, toCome, ended, unreadable

    var phrase: Phrase {
      switch self {
      case .inForce: .catalogInForce
      case .off: .catalogOff
      case .toCome: .catalogToCome
      case .ended: .catalogEnded
      case .unreadable: .catalogUnreadable
      }
    }

    var style: Style {
      switch self {
      case .inForce: .good
      case .off, .ended: .dim
      case .toCome: .warning
      case .unreadable: .bad
      }
    }
  }

  func standing(on day: Day) -> Standing {
    guard let since else { return .unreadable }
    if day < since { return .toCome }
    if let until, until < day { return .ended }
    return isEnabled ? .inForce : .off
  }

  /// Unlike any other in the list.
  var rowId: String {
    [key.type, key.owner, key.id, since?.description ?? ""].joined(separator: "/")
  }

  /// The title; a line of a checklist with its number.
  var titleInList: String {
    key.type == "item" ? "\(key.id) \(title)" : title
  }

  /// Whether the program has a form for it.
  var isEditable: Bool { CatalogForm.types.contains(key.type) }
}
