import Archive

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
    let own = pack.entries
    let lines = (CatalogEntry.read(BuiltIn.files(in: "catalog")) + own)
      .filter { $0.key.type == "line" }.map { ($0.key.id, $0.title) }
    let titles = Dictionary(lines) { first, _ in first }
    ways = Mechanism.all(of: pack.id).map { mechanism in
      let entered = Phrase.enteredAt(mechanism.recordType, kind: mechanism.kind)
      switch mechanism.place {
      case .line(let id):
        return Way(
          name: mechanism.name, entered: entered, seen: .seenInLine(titles[id] ?? id), line: id)
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
}
