import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// An entry of the catalogue: where it is written and how binding it is, its fields, the other
  /// entries of its id, the steps of a procedure, and where in its file it stands.
  static func catalogEntry(
    _ key: CatalogEntry.Key, since: Day?, _ archive: Archive, in context: Context
  ) -> PageContents {
    let entries = CatalogEntry.read(archive.catalogFiles)
    let own = entries.filter { $0.key == key }
    guard let entry = own.first(where: { $0.since == since }) ?? own.last else {
      return missing(.catalogEntryUnknown(key.id), in: context)
    }
    var lines = PageLines(in: context)
    let standing = entry.standing(on: context.session.today)
    let days = context.say(.catalogDays(entry.since, entry.until))
    lines.add(
      .catalogState,
      [Span(context.say(standing.phrase), standing.style), Span("  " + days, .dim)])
    let level = entry.level.map { context.say(.word($0)) } ?? ""
    lines.add(.labelRule, "\(level) \(entry.source)".trimmed)
    lines.addSpace()
    add(entry, to: &lines, in: context)
    if key.type == "obligation" { addDue(key.id, to: &lines, archive, in: context) }
    if key.type == "procedure" {
      lines.addSpace()
      for step in entries where step.key.owner == key.id {
        lines.add(
          .catalogType("step"), step.title, to: .page(.catalogEntry(step.key, since: step.since)),
          anchor: step.rowId)
      }
    }
    for other in own where other.since != entry.since {
      lines.add(
        .catalogOther, context.say(.catalogDays(other.since, other.until)),
        to: .page(.catalogEntry(other.key, since: other.since)), anchor: other.rowId)
    }
    lines.addSpace()
    lines.add(
      .labelFile, "\(entry.path):\(entry.record.line)", .dim,
      to: .file(entry.path, line: entry.record.line), anchor: "file")
    if let reason = context.catalogReadOnlyReason {
      lines.addPlain(context.say(reason), .warning)
    } else if !entry.isEditable {
      lines.addPlain(context.say(.catalogEditByHand), .dim)
    }
    return PageContents(
      title: "\(context.say(.catalogType(key.type))) · \(entry.title)", lines: lines.lines,
      scopes: [.catalog, .report],
      change: entry.isEditable ? .changeCatalogEntry(key, since: entry.since) : nil)
  }

  private static func add(
    _ entry: CatalogEntry, to lines: inout PageLines, in context: Context
  ) {
    let said: Set<String> = ["Title", "Level", "Binding", "Source", "Since", "Until"]
    var seen: Set<String> = []
    for field in entry.record.fields {
      let isLevel = entry.key.type == "kind" && field.name == "Level"
      guard isLevel || !said.contains(field.name), seen.insert(field.name).inserted else {
        continue
      }
      let values = entry.record.all(field.name).map { value in
        CatalogForm.fieldNames.contains(field.name)
          ? context.say(.label(ofField: value, of: "activity")) : value
      }
      lines.add(
        isLevel ? .catalogField("For") : .catalogField(field.name),
        values.joined(separator: context.say(.enumerationComma)))
    }
  }

  /// Who owes it now.
  private static func addDue(
    _ id: String, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let owed = archive.due(on: context.session.today).filter { $0.obligation.id == id }
    guard !owed.isEmpty else { return }
    let missing = owed.count { $0.missing > 0 }
    lines.add(.catalogOwedBy, context.say(.catalogOwing(owed.count, missing: missing)))
  }
}
