import Glibc

/// One file of an index: some log files' records, and which of them have which gram. Its head is in
/// memory; of the rest only what a question asks for is read, and checked.
final class Segment: Sendable {
  static let magic: UInt64 = 0x3130_7875_6269_687A
  /// Bytes of an entry of the dictionary: key, place, length, checksum.
  static let entrySize = 20
  /// Bytes of a block of the dictionary.
  static let blockSize = 64 * entrySize
  /// Bytes before the head.
  private static let preamble = 24

  let path: String
  let documents: SegmentDocuments
  private let file: Descriptor
  private let firstKeys: [UInt64]
  private let checksums: [UInt64]
  private let dictionaryStart: Int
  private let dictionaryCount: Int
  private let postingsCount: Int

  /// Reads the head of a segment of a store's index.
  ///
  /// Throws when it is none, of another store, or not as it was written.
  init(path: String, root: String) throws(IndexDamage) {
    let file = try Descriptor(path)
    let descriptor = file.number
    self.file = file
    self.path = path
    var preamble = IndexReader(try Self.read(descriptor, Self.preamble, at: 0))
    guard try preamble.number(UInt64.self) == Self.magic else { throw IndexDamage() }
    let count = Int(truncatingIfNeeded: try preamble.number(UInt64.self))
    let checksum = try preamble.number(UInt64.self)
    var status = stat()
    guard fstat(descriptor, &status) == 0, count > 0, count < status.st_size else {
      throw IndexDamage()
    }
    let head = try Self.read(descriptor, count, at: Self.preamble)
    guard IndexChecksum.of(head) == checksum else { throw IndexDamage() }
    var reader = IndexReader(head)
    guard try reader.text() == root else { throw IndexDamage() }
    documents = try SegmentDocuments(reading: &reader)
    firstKeys = try reader.numbers(UInt64.self)
    checksums = try reader.numbers(UInt64.self)
    dictionaryCount = Int(try reader.number(UInt64.self))
    postingsCount = Int(try reader.number(UInt64.self))
    dictionaryStart = Self.preamble + count
    guard status.st_size == dictionaryStart + dictionaryCount + postingsCount else {
      throw IndexDamage()
    }
  }

  /// An open file, closed when nobody holds it any more: also where reading its head fails.
  private final class Descriptor: Sendable {
    let number: Int32

    init(_ path: String) throws(IndexDamage) {
      number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard number >= 0 else { throw IndexDamage() }
    }

    deinit { close(number) }
  }

  var count: Int { documents.entries.count }

  /// Bytes of the file.
  var size: Int { dictionaryStart + dictionaryCount + postingsCount }

  /// Removes the file, which goes on being read here and is made anew the next time.
  func forget() { unlink(path) }

  /// The records that have a gram.
  ///
  /// Throws when what is read is not what was written.
  func documents(having gram: UInt64) throws(IndexDamage) -> DocumentSet? {
    var low = 0
    var high = firstKeys.count
    while low < high {
      let middle = (low + high) / 2
      if firstKeys[middle] <= gram { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let start = (low - 1) * Self.blockSize
    let block = try Self.read(
      file.number, min(Self.blockSize, dictionaryCount - start), at: dictionaryStart + start)
    guard IndexChecksum.of(block) == checksums[low - 1] else { throw IndexDamage() }
    guard let entry = Self.entry(of: gram, in: block) else { return nil }
    let isBitmap = entry.length & Posting.bitmapMark != 0
    let length = Int(entry.length & ~Posting.bitmapMark)
    guard Int(entry.place) + length <= postingsCount else { throw IndexDamage() }
    let posting = try Self.read(
      file.number, length, at: dictionaryStart + dictionaryCount + Int(entry.place))
    guard UInt32(truncatingIfNeeded: IndexChecksum.of(posting)) == entry.checksum else {
      throw IndexDamage()
    }
    do {
      return try posting.withUnsafeBytes {
        try Posting.set($0, isBitmap: isBitmap, documents: count)
      }
    } catch {
      throw IndexDamage()
    }
  }

  private static func entry(
    of gram: UInt64, in block: [UInt8]
  ) -> (place: UInt32, length: UInt32, checksum: UInt32)? {
    block.withUnsafeBytes { block in
      var low = 0
      var high = block.count / entrySize
      while low < high {
        let middle = (low + high) / 2
        let offset = middle * entrySize
        let key = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        if key == gram {
          func number(_ part: Int) -> UInt32 {
            UInt32(
              littleEndian: block.loadUnaligned(fromByteOffset: offset + part, as: UInt32.self))
          }
          return (number(8), number(12), number(16))
        }
        if key < gram { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  private static func read(
    _ descriptor: Int32, _ count: Int, at offset: Int
  ) throws(IndexDamage) -> [UInt8] {
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
      while done < count, let base = buffer.baseAddress {
        let part = pread(descriptor, base + done, count - done, off_t(offset + done))
        if part < 0, errno == EINTR { continue }
        if part <= 0 { break }
        done += part
      }
      initialized = done
    }
    guard done == count else { throw IndexDamage() }
    return bytes
  }
}
