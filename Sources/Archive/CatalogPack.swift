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
  /// Obligations that were there already and begin earlier now, on the day asked for.
  public let earlier: [CatalogEntry]
  /// Packs that were on already, with the day from which their obligations hold: earlier than the
  /// day asked for, which is not taken.
  public let standing: [(pack: CatalogPack, since: Day)]

  /// Switches packs on in the files of a catalogue, paths as in a store.
  ///
  /// - Parameter day: from when on obligations hold that would hold earlier, so that what was owed
  ///   before stays as it was; nil for as the packs say. Those of a pack that was switched on
  ///   before, for a later day, hold from this day on too.
  public init(
    _ packs: [CatalogPack], to files: [(path: String, bytes: [UInt8])], from day: Day? = nil
  ) {
    // What stood in for types of entries that were not there must not vanish with the first entry.
    var text = CatalogText(files + CatalogReader.standIns(for: files))
    var added: [CatalogEntry] = []
    var conflicts: [CatalogEntry] = []
    var earlier: [CatalogEntry] = []
    var standing: [(pack: CatalogPack, since: Day)] = []
    for pack in packs {
      if let day, let since = Self.start(of: pack, in: text), since < day {
        standing.append((pack, since))
      }
      let source = CatalogText(pack.files)
      let before = Dictionary(grouping: text.entries, by: \.key)
      var order: [String] = []
      var new: [String: [(comments: [String], fields: [Field])]] = [:]
      for entry in source.entries {
        let fields = Self.fields(of: entry, from: day)
        if let held = before[entry.key] {
          if held.contains(where: { Self.isSame($0, entry) }) {
            if let first = Self.begin(held, as: entry, on: day, in: &text) { earlier.append(first) }
            continue
          }
          guard entry.key.type == "pack", let last = held.last else {
            conflicts.append(entry)
            continue
          }
          guard !last.isEnabled || last.until != nil || day.map({ $0 < last.since ?? $0 }) ?? false
          else { continue }
          Self.renew(held, as: fields, from: day, in: &text)
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
    self.earlier = earlier
    self.standing = standing
  }

  /// From when on the obligations of a pack hold that is on for good; nil for one that is not, and
  /// for one without obligations.
  private static func start(of pack: CatalogPack, in text: CatalogText) -> Day? {
    let entries = text.entries
    guard
      let heading = entries.last(where: { $0.key == pack.heading.key }), heading.isEnabled,
      heading.until == nil, let since = heading.since
    else { return nil }
    let own = Set(pack.entries.filter { $0.key.type == "obligation" }.map(\.key))
    let first = entries.filter { own.contains($0.key) }.compactMap(\.since).min()
    return first.map { max($0, since) }
  }

  /// Lets an obligation that the unit has of a pack begin on an earlier day; nil when it does
  /// already, or the pack's own begins later.
  private static func begin(
    _ held: [CatalogEntry], as entry: CatalogEntry, on day: Day?, in text: inout CatalogText
  ) -> CatalogEntry? {
    guard entry.key.type == "obligation", let day, let own = entry.since,
      let first = held.min(by: { ($0.since ?? day) < ($1.since ?? day) }),
      let since = first.since, max(own, day) < since
    else { return nil }
    // Entries that were changed since stand elsewhere in the text.
    guard let now = text.entries.first(where: { $0.key == entry.key && $0.since == since }) else {
      return nil
    }
    text.set("Since", to: max(own, day).description, in: now)
    return now
  }

  /// Whether two entries say the same but for the day from which an obligation holds.
  static func isSame(_ a: CatalogEntry, _ b: CatalogEntry) -> Bool {
    guard a.key.type == "obligation" else { return a.record.fields == b.record.fields }
    return a.record.fields.filter { $0.name != "Since" }
      == b.record.fields.filter { $0.name != "Since" }
  }

  /// Switches a pack on again that was switched off: days without it before the day asked for
  /// stay so.
  private static func renew(
    _ held: [CatalogEntry], as fields: [Field], from day: Day?, in text: inout CatalogText
  ) {
    guard let last = held.last else { return }
    guard let day else { return text.replace(last, with: fields) }
    if let open = held.first(where: { entry in
      entry.isEnabled && entry.until.map { day <= $0.adding(days: 1) } ?? true
    }) {
      // From behind, so that the lines before stay where they are.
      for later in held.drop(while: { $0 != open }).dropFirst().reversed() { text.remove(later) }
      let since = min(day, open.since ?? day)
      return text.replace(
        open,
        with: open.record.fields.filter { $0.name != "Until" }.map {
          $0.name == "Since" ? Field("Since", since.description) : $0
        })
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
