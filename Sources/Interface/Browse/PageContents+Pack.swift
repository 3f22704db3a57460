import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// A pack: what it brings, each with where in the program it is found.
  static func pack(_ id: String, _ archive: Archive, in context: Context) -> PageContents {
    guard let pack = CatalogPack.named(id) else {
      return missing(.catalogEntryUnknown(id), in: context)
    }
    let today = context.session.today
    let isOn = CatalogPack.switchedOn(in: archive.catalogFiles, on: today).contains { $0.id == id }
    var lines = PageLines(in: context)
    lines.add(
      .catalogState,
      [Span(context.say(isOn ? .catalogInForce : .catalogOff), isOn ? .good : .dim)])
    lines.add(.headingBrings, pack.summary)
    lines.add(.labelRule, pack.source)
    lines.add(
      .menuPacks, context.say(isOn ? .switchThisPackOff : .switchThisPackOn), to: .pack(id),
      anchor: "on")
    let held = CatalogEntry.read(archive.catalogFiles)
    addMechanisms(of: pack, held, to: &lines, in: context)
    let entries = pack.entries
    for type in CatalogEntry.types where Phrase.packPlace(of: type) != nil {
      let own = entries.filter { $0.key.type == type }
      guard !own.isEmpty, let place = Phrase.packPlace(of: type) else { continue }
      lines.addSpace()
      lines.addPlain("\(context.say(.catalogType(type))) · \(context.say(place))", .label)
      if type == "word" {
        addWords(own, to: &lines)
        continue
      }
      for entry in own {
        let mine = held.last { $0.key == entry.key }
        lines.add(
          Phrase(verbatim: entry.key.type == "item" ? entry.key.id : ""), entry.title,
          to: mine.map { .page(.catalogEntry($0.key, since: $0.since)) }, anchor: entry.rowId)
      }
    }
    return PageContents(
      title: "\(context.say(.catalogField("Pack"))) · \(pack.title)", lines: lines.lines,
      scopes: [.report])
  }

  /// What the article tells of: where each is entered, and where it is seen again.
  private static func addMechanisms(
    of pack: CatalogPack, _ held: [CatalogEntry], to lines: inout PageLines, in context: Context
  ) {
    let entries = CatalogEntry.read(BuiltIn.files(in: "catalog")) + pack.entries
    let titles = Dictionary(
      entries.filter { $0.key.type == "line" }.map { ($0.key.id, $0.title) }
    ) { first, _ in first }
    lines.addSpace()
    lines.addPlain(context.say(.headingMechanisms), .label)
    for mechanism in Mechanism.all(of: pack.id) {
      let seen: Phrase
      var line: CatalogEntry?
      switch mechanism.place {
      case .line(let id):
        seen = .seenInLine(titles[id] ?? id)
        line = held.last { $0.key.type == "line" && $0.key.id == id }
      case .selection: seen = .seenBySearch(mechanism.kind ?? mechanism.name)
      }
      lines.addPlain(
        mechanism.name, to: line.map { .page(.catalogEntry($0.key, since: $0.since)) },
        anchor: "mechanism \(mechanism.name)")
      let entered = Phrase.enteredAt(mechanism.recordType, kind: mechanism.kind)
      lines.addPlain("  \(context.say(entered)) → \(context.say(seen))", .dim, indent: 4)
    }
  }

  /// Words by the field for which they are proposed.
  private static func addWords(_ entries: [CatalogEntry], to lines: inout PageLines) {
    var fields: [String] = []
    for entry in entries where !fields.contains(entry.key.owner) { fields.append(entry.key.owner) }
    for field in fields {
      let words = entries.filter { $0.key.owner == field }.map(\.title)
      let parts = field.split(separator: " ").map(String.init)
      let label =
        parts.count == 2
        ? Phrase.label(ofField: parts[1], of: parts[0]) : Phrase.label(ofField: field)
      lines.add(label, words.joined(separator: "、"))
    }
  }
}
