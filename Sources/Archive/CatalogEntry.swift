import OrganizationLife
import RecordLog

/// An entry of the catalogue as it stands in its file, whether or not it can be used: for lists,
/// forms and comparisons.
public struct CatalogEntry: Hashable, Sendable {
  /// What entries of several files are known by: an id may stand for several that follow each
  /// other in time.
  public struct Key: Hashable, Sendable {
    /// `kind`, `obligation`, `checklist`, `item`, `procedure`, `step`, `study`, `word`,
    /// `report`, `line`, `pack` or `published`.
    public var type: String
    /// The checklist, procedure, field or pack that it is part of; empty for others.
    public var owner: String
    /// Its id.
    public var id: String

    /// A key.
    public init(type: String, owner: String = "", id: String) {
      self.type = type
      self.owner = owner
      self.id = id
    }
  }

  /// The file, `catalog/kind.rec`.
  public var path: String
  /// Its fields with their lines.
  public var record: PlainRecord

  /// An entry of a file.
  public init(path: String, record: PlainRecord) {
    self.path = path
    self.record = record
  }

  /// The types of entries, in the order in which people look for them.
  public static let types = [
    "obligation", "kind", "procedure", "step", "checklist", "item", "study", "word", "report",
    "line", "pack", "published",
  ]

  /// The fields that name the entry that an entry of a type is part of.
  public static let owners = [
    "item": "Checklist", "step": "Procedure", "word": "Field", "published": "Pack",
  ]

  /// What it is known by.
  public var key: Key {
    let type = record.type ?? ""
    let owner = CatalogEntry.owners[type].flatMap { record.first($0) } ?? ""
    return Key(type: type, owner: owner, id: record.first("Id") ?? "")
  }

  /// Its title, or its id.
  public var title: String { record.first("Title") ?? record.first("Id") ?? "" }

  /// How binding; nil where the entry does not say (`Level` of a kind names organisations).
  public var level: RuleLevel? {
    record.type == "kind"
      ? record.first("Binding").flatMap { RuleLevel(rawValue: $0) }
      : record.first("Level").flatMap { RuleLevel(rawValue: $0) }
  }

  /// The article; empty where the entry does not say.
  public var source: String { record.first("Source") ?? "" }

  /// Its first day; nil when it cannot be read.
  public var since: Day? { record.first("Since").flatMap { Day($0) } }

  /// Its last day, inclusive; nil while it holds.
  public var until: Day? { record.first("Until").flatMap { Day($0) } }

  /// Its revision; 1 when it does not say.
  public var revision: Int { record.first("Revision").flatMap { Int($0) } ?? 1 }

  /// Whether it is switched on.
  public var isEnabled: Bool { record.first("Enabled") != "否" }

  /// Whether it holds on a day, on or off.
  public func holds(on day: Day) -> Bool {
    guard let since else { return false }
    return since <= day && until.map { day <= $0 } ?? true
  }

  /// Whether it stands in a file of a pack that comes with the program.
  var isOfPack: Bool { path.hasPrefix("packs/") }

  /// The entries of files, in their order.
  public static func read(_ files: [(path: String, bytes: [UInt8])]) -> [CatalogEntry] {
    files.flatMap { file in
      PlainRecords.parse(file.bytes).records.map { CatalogEntry(path: file.path, record: $0) }
    }
  }
}
