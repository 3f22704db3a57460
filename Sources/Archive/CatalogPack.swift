import OrganizationLife
import RecordLog

/// 做法包: entries for a way of working that a unit may switch on, all at once, and the figures
/// that were published of it.
public struct CatalogPack: Sendable {
  /// Its name, by which it is asked for.
  public let id: String
  /// The files as the program brings them.
  let files: [(path: String, bytes: [UInt8])]
  /// The entry that says what it is.
  public let heading: CatalogEntry

  /// Its title.
  public var title: String { heading.title }
  /// What it brings, in one line.
  public var summary: String { heading.record.first("Summary") ?? "" }
  /// The article that it follows.
  public var source: String { heading.source }
  /// Its entries, in their order; the one that says what it is stands first.
  public var entries: [CatalogEntry] { CatalogEntry.read(files) }

  /// Every pack that comes with the program, in its order.
  public static let all: [CatalogPack] = {
    var order: [String] = []
    var files: [String: [(path: String, bytes: [UInt8])]] = [:]
    for file in BuiltIn.packFiles {
      let name = file.path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      if files[name] == nil { order.append(name) }
      files[name, default: []].append(file)
    }
    return order.compactMap { name in
      let own = files[name] ?? []
      let heading = CatalogEntry.read(own).first { $0.record.type == "pack" }
      return heading.map { CatalogPack(id: name, files: own, heading: $0) }
    }
  }()

  /// The pack of that name; nil when there is none.
  public static func named(_ name: String) -> CatalogPack? { all.first { $0.id == name } }

  /// Those that a catalogue has switched on, in the program's order; without a day those that are
  /// on for good.
  public static func switchedOn(
    in files: [(path: String, bytes: [UInt8])], on day: Day? = nil
  ) -> [CatalogPack] {
    let on = Set(
      CatalogEntry.read(files).filter { entry in
        entry.record.type == "pack" && entry.isEnabled
          && day.map { entry.holds(on: $0) } ?? (entry.until == nil)
      }.map(\.key.id))
    return all.filter { on.contains($0.id) }
  }

  /// Those of which a catalogue has the entries, on or off.
  static func known(in files: [(path: String, bytes: [UInt8])]) -> [CatalogPack] {
    let known = Set(
      CatalogEntry.read(files).filter { $0.record.type == "pack" }.map(\.key.id))
    return all.filter { known.contains($0.id) }
  }
}

/// A catalogue with packs switched on. What the unit has already stays as it is.
public struct PackAddition: Sendable {
  /// The files with what was added.
  public let files: [(path: String, bytes: [UInt8])]
  /// What was added.
  public let added: [CatalogEntry]
  /// What was not added since the catalogue, or a pack before, has another of the same id.
  public let conflicts: [CatalogEntry]

  /// Switches packs on in the files of a catalogue, paths as in a store.
  ///
  /// - Parameter day: from when on obligations hold that would hold earlier, so that what was owed
  ///   before stays as it was; nil for as the packs say.
  public init(
    _ packs: [CatalogPack], to files: [(path: String, bytes: [UInt8])], from day: Day? = nil
  ) {
    // What stood in for types of entries that were not there must not vanish with the first entry.
    var text = CatalogText(files + CatalogReader.standIns(for: files))
    var added: [CatalogEntry] = []
    var conflicts: [CatalogEntry] = []
    for pack in packs {
      let source = CatalogText(pack.files)
      let before = Dictionary(grouping: text.entries, by: \.key)
      var order: [String] = []
      var new: [String: [(comments: [String], fields: [Field])]] = [:]
      for entry in source.entries {
        let fields = Self.fields(of: entry, from: day)
        if let held = before[entry.key] {
          if held.contains(where: { Self.isSame($0, entry) }) { continue }
          guard entry.key.type == "pack", let last = held.last else {
            conflicts.append(entry)
            continue
          }
          guard !last.isEnabled || last.until != nil else { continue }
          Self.renew(last, as: fields, from: day, in: &text)
        } else {
          if new[entry.key.type] == nil { order.append(entry.key.type) }
          new[entry.key.type, default: []].append((source.comments(above: entry), fields))
        }
        added.append(entry)
      }
      for type in order {
        let path = CatalogText.path(ofType: type)
        if !text.files.contains(where: { $0.path == path }), let empty = BuiltIn.bytes(of: path) {
          text.add(file: path, empty)
        }
        text.add(type, new[type] ?? [])
      }
    }
    self.files = text.files
    self.added = added
    self.conflicts = conflicts
  }

  /// Whether two entries say the same but for the day from which an obligation holds.
  static func isSame(_ a: CatalogEntry, _ b: CatalogEntry) -> Bool {
    guard a.key.type == "obligation" else { return a.record.fields == b.record.fields }
    return a.record.fields.filter { $0.name != "Since" }
      == b.record.fields.filter { $0.name != "Since" }
  }

  /// Switches a pack on again that was switched off: the days between stay without it.
  private static func renew(
    _ last: CatalogEntry, as fields: [Field], from day: Day?, in text: inout CatalogText
  ) {
    guard let day else { return text.replace(last, with: fields) }
    if let until = last.until, last.isEnabled, day <= until.adding(days: 1) {
      return text.replace(last, with: last.record.fields.filter { $0.name != "Until" })
    }
    let renewed = fields.map { $0.name == "Since" ? Field("Since", day.description) : $0 }
    if last.isEnabled {
      text.add("pack", renewed, after: last)
    } else {
      text.replace(last, with: renewed)
    }
  }

  private static func fields(of entry: CatalogEntry, from day: Day?) -> [Field] {
    guard let day, entry.key.type == "obligation", let since = entry.since, since < day else {
      return entry.record.fields
    }
    return entry.record.fields.map {
      $0.name == "Since" ? Field("Since", day.description) : $0
    }
  }
}
