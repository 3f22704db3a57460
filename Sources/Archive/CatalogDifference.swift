import RecordLog

/// Where a unit's catalogue and the program's own differ.
public struct CatalogDifference: Hashable, Sendable {
  /// How they differ.
  public enum Kind: String, CaseIterable, Sendable {
    /// The program has it, and the unit has nothing of the type, as in a ledger made before there
    /// were such: an update adds it.
    case missing
    /// The program has it, the unit has others of the type but not this one: it is newer than the
    /// ledger, or the unit has deleted it. An update adds it only when it is asked for.
    case absent
    /// The unit has it as an earlier version of the program brought it: an update replaces it.
    case outdated
    /// The unit has changed it: it stays as it is.
    case changed
    /// The unit's own.
    case own
  }

  /// Which entry.
  public var key: CatalogEntry.Key
  /// How they differ.
  public var kind: Kind
  /// The entries of that key in the program's catalogue.
  public var shipped: [CatalogEntry]
  /// The entries of that key in the unit's.
  public var held: [CatalogEntry]

  /// Its title.
  public var title: String { (held.last ?? shipped.last)?.title ?? key.id }

  /// Whether an update does something about it without being asked for it.
  public var isUpdated: Bool { kind == .missing || kind == .outdated }

  /// Whether an update can do something about it.
  public var isUpdatable: Bool { isUpdated || kind == .absent }
}

extension CatalogEntry {
  /// Whether it says the same as another but for whether, and in which days, it is switched on:
  /// that is no change of it.
  fileprivate func isSwitched(_ other: CatalogEntry) -> Bool {
    func said(_ entry: CatalogEntry) -> [Field] {
      entry.record.fields.filter { !["Since", "Until", "Enabled"].contains($0.name) }
    }
    return said(self) == said(other)
  }
}

/// A unit's catalogue beside the one that comes with the program, with the packs that the unit has
/// switched on.
public struct CatalogComparison: Sendable {
  private let files: [(path: String, bytes: [UInt8])]
  private let builtIn: CatalogText
  /// Everything that differs, in the order of the program's catalogue, then what is the unit's own.
  public let differences: [CatalogDifference]

  /// Compares the files of a catalogue with those of the program.
  public init(of files: [(path: String, bytes: [UInt8])]) {
    self.files = files
    let packs = CatalogPack.known(in: files)
    builtIn = CatalogText(BuiltIn.files(in: "catalog") + packs.flatMap(\.files))
    let earlier = CatalogEntry.read(BuiltIn.files(in: "earlier"))
    let held = Dictionary(grouping: CatalogEntry.read(files), by: \.key)
    var shipped = Dictionary(grouping: builtIn.entries, by: \.key)
    // What several packs bring alike is there once.
    for (key, entries) in shipped where entries.contains(where: \.isOfPack) {
      shipped[key] = Array(entries.prefix(1))
    }
    let earlierByKey = Dictionary(grouping: earlier, by: \.key)
    let types = Set(held.keys.map(\.type))
    let paths = Set(files.map(\.path))
    var order: [CatalogEntry.Key] = []
    for entry in builtIn.entries + CatalogEntry.read(files) where !order.contains(entry.key) {
      order.append(entry.key)
    }
    differences = order.compactMap { key in
      let own = held[key] ?? []
      let theirs = shipped[key] ?? []
      let kind: CatalogDifference.Kind
      if own.isEmpty {
        let isNewType =
          !types.contains(key.type) && !paths.contains(CatalogText.path(ofType: key.type))
          && theirs.allSatisfy { !$0.isOfPack }
        kind = isNewType ? .missing : .absent
      } else if theirs.isEmpty {
        kind = .own
      } else if own.map(\.record.fields) == theirs.map(\.record.fields) {
        return nil
      } else if let entry = theirs.first, entry.isOfPack, own.count == 1,
        PackAddition.isSame(own[0], entry)
      {
        return nil
      } else if let entry = theirs.first, key.type == "pack",
        own.allSatisfy({ $0.isSwitched(entry) })
      {
        return nil
      } else {
        let known = (theirs + (earlierByKey[key] ?? [])).map(\.record.fields)
        kind = own.allSatisfy { known.contains($0.record.fields) } ? .outdated : .changed
      }
      return CatalogDifference(key: key, kind: kind, shipped: theirs, held: own)
    }
  }

  /// The unit's files with what the program has newer: entries that the unit has not changed are
  /// replaced, those of types that it knows nothing of are added, its own stay. Only these entries,
  /// if some are given; what it lacks otherwise, and may have deleted, has to be among them.
  public func updated(only keys: Set<CatalogEntry.Key>? = nil) -> [(path: String, bytes: [UInt8])] {
    var text = CatalogText(files)
    let asked = differences.filter { difference in
      keys.map { difference.isUpdatable && $0.contains(difference.key) } ?? difference.isUpdated
    }
    let paths = Set(files.map(\.path))
    let types = Set(CatalogEntry.read(files).compactMap(\.record.type))
    var wholeFiles: Set<String> = []
    for difference in asked {
      let path = CatalogText.path(ofType: difference.key.type)
      if wholeFiles.contains(path) { continue }
      // With nothing of the kind there yet, the file comes with what it says about its fields.
      if !types.contains(difference.key.type), !paths.contains(path),
        difference.shipped.allSatisfy({ !$0.isOfPack }),
        isWhole(difference.key.type, in: asked),
        let bytes = BuiltIn.bytes(of: path)
      {
        wholeFiles.insert(path)
        text.add(file: path, bytes)
        continue
      }
      // Lines move with every change, so each entry is looked up anew.
      let held = text.entries.filter { $0.key == difference.key }
      for entry in held.dropFirst() { text.replace(entry, with: []) }
      var last: CatalogEntry?
      for (index, entry) in difference.shipped.enumerated() {
        let now = text.entries.filter { $0.key == difference.key }
        if index == 0, let first = now.first {
          text.replace(first, with: entry.record.fields)
        } else {
          text.add(
            difference.key.type, entry.record.fields, comments: builtIn.comments(above: entry),
            after: last)
        }
        last = text.entries.last { $0.key == difference.key }
      }
    }
    return text.files
  }

  /// Whether all entries of a type that the program has are asked for.
  private func isWhole(_ type: String, in asked: [CatalogDifference]) -> Bool {
    let keys = Set(asked.map(\.key))
    return builtIn.entries.allSatisfy {
      $0.isOfPack || $0.key.type != type || keys.contains($0.key)
    }
  }
}
