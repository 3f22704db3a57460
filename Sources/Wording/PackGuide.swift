import Archive
import OrganizationLife

/// What is told of a pack: what it brings, and where in the program each way of working of the
/// article behind it is entered and seen again. Its page, the help and the command line show this.
public struct PackGuide: Sendable {
  /// A way of working that the article tells of.
  public struct Way: Sendable {
    /// What it is called.
    public let name: String
    /// Where it is entered.
    public let entered: Phrase
    /// Where it is seen again.
    public let seen: Phrase
    /// The id of the line of the reports where it is seen; nil where it is found by a search.
    public let line: String?
  }

  /// The entries of one type that a pack brings, and where in the program they are found.
  public struct Part: Sendable {
    /// The type: `kind`, `checklist` …
    public let type: String
    /// What they are and where they are found.
    public let heading: Phrase
    /// The entries.
    public let entries: [CatalogEntry]
  }

  /// The pack.
  public let pack: CatalogPack
  /// In the order of the article.
  public let ways: [Way]
  /// In the order of the catalogue's types; those without a place of their own are left out.
  public let parts: [Part]

  /// What is told of a pack.
  public init(of pack: CatalogPack) {
    self.pack = pack
    let catalog = CatalogEntry.read(BuiltIn.files(in: "catalog"))
    // What the catalogue has for the pack from the beginning goes and comes with it.
    let own = pack.entries + catalog.filter { $0.record.all("Pack").contains(pack.id) }
    let all = catalog + pack.entries
    let lines = all.filter { $0.key.type == "line" }
    let reports = Dictionary(
      all.filter { $0.key.type == "report" }.map { ($0.key.id, $0.title) }
    ) { first, _ in first }
    let ownReports = pack.entries.filter { $0.key.type == "report" }.map(\.key.id)
    ways = Mechanism.all(of: pack.id).map { mechanism in
      let entry = Self.entry(of: mechanism, among: all)
      let kind = entry?.title ?? mechanism.kind
      let entered = Phrase.enteredAt(
        mechanism.recordType, kind: kind, by: entry.map(Self.levels) ?? [])
      switch mechanism.place {
      case .line(let id):
        let line = lines.last { $0.key.id == id }
        // A report of the pack's own is nearer than what was published of all of them.
        let named = line?.record.all("Report") ?? []
        let report = (named.last { ownReports.contains($0) } ?? named.last).flatMap { reports[$0] }
        return Way(
          name: mechanism.name, entered: entered,
          seen: .seenInLine(line?.title ?? id, of: report), line: id)
      case .selection:
        return Way(
          name: mechanism.name, entered: entered,
          seen: .seenBySearch(mechanism.kind ?? mechanism.name), line: nil)
      }
    }
    parts = CatalogEntry.types.compactMap { type in
      let entries = own.filter { $0.key.type == type }
      guard !entries.isEmpty, let place = Phrase.packPlace(of: type) else { return nil }
      let kind = Phrase.catalogType(type)
      return Part(
        type: type,
        heading: Phrase(
          "\(kind.chinese) · \(place.chinese)", "\(kind.english) · \(place.english)"),
        entries: entries)
    }
  }

  /// The entry of what a mechanism is recorded as, whose title is what lists show.
  private static func entry(
    of mechanism: Mechanism, among entries: [CatalogEntry]
  ) -> CatalogEntry? {
    let types = ["activity": "kind", "procedure": "procedure", "review": "checklist"]
    guard let type = types[mechanism.recordType] else { return nil }
    return entries.last {
      $0.key.type == type && ($0.title == mechanism.kind || $0.key.id == mechanism.kind)
    }
  }

  /// The levels above branches that alone record what an entry is; none where branches can, or
  /// where nothing says so.
  private static func levels(of entry: CatalogEntry) -> [String] {
    guard entry.key.type != "checklist" else { return [] }
    let levels = entry.record.all(entry.key.type == "kind" ? "Level" : "For")
    let reachesBranches = levels.contains { name in
      OrganizationLevel(rawValue: name).map { $0.isBranch || $0 == .group } ?? true
    }
    return reachesBranches ? [] : levels
  }
}
