import RecordLog

/// What a search needs of a store that is too large to be looked through between two keys. It lies
/// outside the store, may be thrown away at any time, and says what the store says: what does not fit
/// the store's files any more is made anew, and what is not as it was written is not believed.
public struct SearchIndex: Sendable {
  let corpus: IndexCorpus
  /// The log files in which something does not agree with its Sum and was left out, by path.
  public let damagedFiles: [String]
  /// Bytes of the index's files.
  public let size: Int

  /// Bytes of log files in one segment.
  private static let segmentSize: Int64 = 4 << 20
  /// So many segments may be smaller than half of that before they are made into one.
  private static let smallSegments = 8

  /// How far the making of an index has come, in bytes of log files.
  public struct Progress: Hashable, Sendable {
    /// What has been read.
    public var done: Int
    /// What there is to be read.
    public var total: Int

    /// None so far.
    public init() { self.init(done: 0, total: 0) }

    init(done: Int, total: Int) {
      self.done = done
      self.total = total
    }
  }

  /// How many bytes a store's log files have.
  ///
  /// Throws `StoreError` when the store cannot be read.
  public static func bytes(of store: Store) throws(StoreError) -> Int {
    try listing(store).reduce(0) { $0 + Int($1.size) }
  }

  /// Opens the index of a store, and makes what it lacks. Nil when it cannot be kept in its folder, or
  /// lacks more than may be made.
  ///
  /// - Parameters:
  ///   - folder: where indexes are kept, for this user alone.
  ///   - most: how many bytes of log files may be read to make what is lacking.
  ///   - progress: told as it goes on, from any thread; what it returns is whether to go on.
  ///
  /// Throws `StoreError` when the store cannot be read.
  public static func open(
    _ store: Store, in folder: String, making most: Int = .max,
    progress: @escaping @Sendable (Progress) -> Bool = { _ in true }
  ) throws(StoreError) -> SearchIndex? {
    let folder = IndexFolder(in: folder, root: store.root)
    // A file that is written to while it is read is listed anew.
    for _ in 0..<4 {
      let inventory = Inventory(files: try listing(store), folder: folder, root: store.root)
      if inventory.lacking.isEmpty {
        inventory.removeUnused()
        return SearchIndex(
          corpus: IndexCorpus(inventory.segments, live: inventory.live, root: store.root),
          damagedFiles: inventory.damagedFiles, size: inventory.size)
      }
      let total = inventory.lacking.reduce(0) { $0 + Int($1.size) }
      guard total <= most else { return nil }
      inventory.removeUnused()
      guard make(inventory.lacking, total, in: folder, store.root, progress) else { return nil }
    }
    return nil
  }

  private static func listing(_ store: Store) throws(StoreError) -> [IndexedFile] {
    let root = store.root
    let paths = try store.logFilePaths()
    return Parallel.map(count: paths.count) { LogFileListing.file(paths[$0], in: root) }
      .compactMap(\.self)
  }

  /// Makes what is lacking; whether all of it could be kept.
  private static func make(
    _ lacking: [IndexedFile], _ total: Int, in folder: IndexFolder, _ root: String,
    _ progress: @escaping @Sendable (Progress) -> Bool
  ) -> Bool {
    let groups = groups(of: lacking)
    let number = folder.nextNumber
    let done = Counter()
    let made = Parallel.map(count: groups.count) { index -> Bool in
      guard progress(Progress(done: done.value, total: total)) else { return false }
      let isKept = make(groups[index], in: folder, root: root, number: number + index)
      done.add(groups[index].reduce(0) { $0 + Int($1.size) })
      return isKept
    }
    return made.allSatisfy(\.self)
  }

  /// Log files in segments of about one size.
  private static func groups(of files: [IndexedFile]) -> [[IndexedFile]] {
    var groups: [[IndexedFile]] = []
    var size: Int64 = 0
    for file in files {
      if groups.isEmpty || size + file.size > segmentSize {
        groups.append([])
        size = 0
      }
      groups[groups.count - 1].append(file)
      size += file.size
    }
    return groups
  }

  /// Makes a segment; whether it could be kept.
  private static func make(
    _ files: [IndexedFile], in folder: IndexFolder, root: String, number: Int
  ) -> Bool {
    var builder = SegmentBuilder()
    for file in files {
      // One that was written to in the meantime is listed anew the next time.
      guard let bytes = LogFileListing.bytes(of: file, in: root) else { continue }
      builder.add(file, bytes: bytes)
    }
    return folder.add(builder.bytes(root: root), number: number)
  }

  /// The segments that are there, and what of the store they know.
  private struct Inventory {
    private(set) var segments: [Segment] = []
    /// Of each segment which of its log files are as it knows them.
    private(set) var live: [[Bool]] = []
    /// Log files that no segment knows.
    private(set) var lacking: [IndexedFile] = []
    private(set) var damagedFiles: [String] = []
    private var unused: [String] = []
    private let folder: IndexFolder

    init(files: [IndexedFile], folder: IndexFolder, root: String) {
      self.folder = folder
      let paths = folder.segments
      let opened = Parallel.map(count: paths.count) { index -> Segment? in
        do {
          return try Segment(path: paths[index], root: root)
        } catch {
          return nil
        }
      }
      let current = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
      var known: Set<String> = []
      var small: [Int] = []
      for (path, segment) in zip(paths, opened) {
        guard let segment else {
          unused.append(path)
          continue
        }
        let isLive = segment.documents.files.map { file in
          current[file.path].map { $0.isSame(as: file) } ?? false
            && known.insert(file.path).inserted
        }
        let size = zip(segment.documents.files, isLive).reduce(0) { $0 + ($1.1 ? $1.0.size : 0) }
        guard size > 0 || isLive.contains(true) else {
          unused.append(path)
          continue
        }
        if size < SearchIndex.segmentSize / 2 { small.append(segments.count) }
        segments.append(segment)
        live.append(isLive)
      }
      // Many small ones are made into few.
      if small.count > SearchIndex.smallSegments {
        for index in small.reversed() {
          for (file, isLive) in zip(segments[index].documents.files, live[index]) where isLive {
            known.remove(file.path)
          }
          unused.append(segments[index].path)
          segments.remove(at: index)
          live.remove(at: index)
        }
      }
      lacking = files.filter { !known.contains($0.path) }
      for (segment, isLive) in zip(segments, live) {
        for (file, isLive) in zip(segment.documents.files, isLive) where isLive && file.isDamaged {
          damagedFiles.append(file.path)
        }
      }
    }

    var size: Int { segments.reduce(0) { $0 + $1.size } }

    /// Removes what is of no use any more, and what a program left that was ended while it wrote.
    func removeUnused() {
      for path in unused { folder.remove(path) }
      for path in folder.leftovers { folder.remove(path) }
    }
  }
}

extension Search {
  /// A search in what an index knows.
  public init(_ index: SearchIndex) { self.init(index.corpus) }
}
