import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// A pack: what it brings, each with where in the program it is found. Without a ledger it can
  /// be read all the same.
  static func pack(_ id: String, in context: Context) -> PageContents {
    guard let pack = CatalogPack.named(id) else {
      return missing(.catalogEntryUnknown(id), in: context)
    }
    let guide = PackGuide(of: pack)
    let files = context.archive?.catalogFiles ?? []
    let today = context.session.today
    let isOn = CatalogPack.switchedOn(in: files, on: today).contains { $0.id == id }
    var lines = PageLines(in: context)
    lines.add(
      .catalogState,
      [Span(context.say(isOn ? .catalogInForce : .catalogOff), isOn ? .good : .dim)])
    lines.add(.headingBrings, pack.summary)
    lines.add(.labelArticle, pack.source)
    let switching = context.say(isOn ? .switchThisPackOff : .switchThisPackOn)
    if context.archive != nil, !isOn {
      lines.add(nil, [Span(switching)], to: .pack(id), anchor: "on")
    }
    let held = CatalogEntry.read(files)
    addWays(guide.ways, held, to: &lines, in: context)
    for part in guide.parts {
      lines.addSpace()
      lines.addPlain(context.say(part.heading), .label)
      if part.type == "word" {
        addWords(part.entries, to: &lines)
        continue
      }
      for entry in part.entries {
        let mine = held.last { $0.key == entry.key }
        lines.add(
          Phrase(verbatim: entry.key.type == "item" ? entry.key.id : ""),
          entry.isEnabled ? entry.title : context.say(.offAtFirst(entry.title)),
          to: mine.map { .page(.catalogEntry($0.key, since: $0.since)) }, anchor: entry.rowId)
      }
    }
    // Whoever only reads on with Enter is not to come upon this first.
    if context.archive != nil, isOn {
      lines.addSpace()
      lines.add(nil, [Span(switching)], to: .pack(id), anchor: "on")
    }
    return PageContents(
      title: "\(context.say(.catalogField("Pack"))) · \(pack.title)", lines: lines.lines,
      scopes: [.report])
  }

  /// What the article tells of: where each is entered, and where it is seen again. The second
  /// begins a row of its own where both do not fit into one, so that no title is broken.
  private static func addWays(
    _ ways: [PackGuide.Way], _ held: [CatalogEntry], to lines: inout PageLines,
    in context: Context
  ) {
    lines.addSpace()
    lines.addPlain(context.say(.headingMechanisms), .label)
    let columns = context.session.size.columns - PageScreen.gutter
    for way in ways {
      let line = way.line.flatMap { id in held.last { $0.key.type == "line" && $0.key.id == id } }
      lines.addPlain(
        way.name, to: line.map { .page(.catalogEntry($0.key, since: $0.since)) },
        anchor: "mechanism \(way.name)")
      let entered = "  \(context.say(way.entered))"
      let seen = "→ \(context.say(way.seen))"
      let fits = ColumnWidth.of(entered) + 1 + ColumnWidth.of(seen) <= columns
      lines.addPlain(entered + (fits ? " " : "\n") + seen, .dim, indent: 2)
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
