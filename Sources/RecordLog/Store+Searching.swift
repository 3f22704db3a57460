/// A record that holds what was searched for.
public struct SearchHit: Hashable, Sendable {
  /// The path of its file, relative to the store.
  public let file: String
  /// Its `Id`.
  public let id: String
  /// 1-based line of its first field.
  public let line: Int
  /// Where it stands in the file: byte offsets, LF of the Sum line included.
  public let byteRange: Range<Int>
  /// Where in the file the text begins, once for each time it stands there, ascending.
  public let places: [Int]

  /// The organisation whose folder holds the file.
  public var organization: String? { LogFileName(path: file)?.organization }
}

extension Store {
  /// The records in which a text stands, byte for byte, on one line of the file: what `grep` finds,
  /// without the lines that belong to no record. Only records whose `Sum` agrees count; what was
  /// altered, torn or typed by hand is never found. By path, then by place.
  ///
  /// - Parameters:
  ///   - text: finds nothing when it is empty or of several lines.
  ///   - isWanted: which organisations and types; all unless it says otherwise.
  ///
  /// Nothing but the hits is kept in memory. Files are left out, and errors thrown, as by `read()`.
  public func search(
    for text: String,
    where isWanted: (_ organization: String, _ type: String) -> Bool = { _, _ in true }
  ) throws(StoreError) -> [SearchHit] {
    try searchWithUnreadable(for: text, where: isWanted).hits
  }

  /// The same, and what could not be searched: folders of organisations that cannot be listed, and
  /// wanted files that cannot be read.
  public func searchWithUnreadable(
    for text: String,
    where isWanted: (_ organization: String, _ type: String) -> Bool = { _, _ in true }
  ) throws(StoreError) -> (hits: [SearchHit], unreadable: [Finding]) {
    let needle = Array(text.utf8)
    guard !needle.isEmpty, !needle.contains(Byte.lineFeed) else { return ([], []) }
    do throws(DiskFailure) {
      let listing = try list()
      let names = listing.names.filter { isWanted($0.organization, $0.type) }
      let store = self
      let results = Parallel.map(count: names.count, with: { FileBuffer() }) { buffer, index in
        Result<[SearchHit], DiskFailure> { () throws(DiskFailure) in
          try store.hits(of: needle, in: names[index], buffer: &buffer)
        }
      }
      var hits: [SearchHit] = []
      var unreadable = listing.unreadable
      for (name, result) in zip(names, results) {
        switch result {
        case .success(let found): hits += found
        case .failure(let error):
          guard error.isPassedOver else { throw error }
          if let finding = error.finding(leavingOut: name) { unreadable.append(finding) }
        }
      }
      return (hits, unreadable)
    } catch {
      throw StoreError(error)
    }
  }

  private func hits(
    of needle: [UInt8], in name: LogFileName, buffer: inout FileBuffer
  ) throws(DiskFailure) -> [SearchHit] {
    let path = name.path
    try buffer.read(path, in: root, of: disk)
    return buffer.withBytes { bytes in
      let places = needle.withUnsafeBytes { Self.places(of: $0, in: bytes) }
      guard !places.isEmpty else { return [] }
      return LogScanner.intactBlocks(bytes, name: name, holding: places).map { block, places in
        SearchHit(
          file: path, id: bytes.text((block.start + 4)..<bytes.lineEnd(from: block.start)),
          line: block.line, byteRange: block.start..<block.end, places: places)
      }
    }
  }

  private static func places(
    of needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer
  ) -> [Int] {
    var places: [Int] = []
    var cursor = 0
    while let place = bytes.firstIndex(of: needle, from: cursor) {
      places.append(place)
      cursor = place + needle.count
    }
    return places
  }
}
