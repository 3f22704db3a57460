import Testing

@testable import RecordLog

@Suite("What a store lies on") struct FileSystemTests {
  @Test(
    "the numbers of statfs(2)",
    arguments: [
      (0xEF53, FileSystem.local), (0x5846_5342, .local), (0x0102_1994, .local),
      (0x9123_683E, .local), (0x6969, .network("NFS")), (0xFE53_4D42, .network("SMB")),
      (0xFF53_4D42, .network("CIFS")), (Int64(Int32(bitPattern: 0xFF53_4D42)), .network("CIFS")),
      (0x0102_1997, .network("9P")), (0x786F_4256, .network("vboxsf")), (0x6573_5546, .userSpace),
    ] as [(Int64, FileSystem)])
  func kinds(_ magic: Int64, _ kind: FileSystem) {
    #expect(FileSystem(magic: magic) == kind)
  }

  @Test("coreutils name the kind of the same folder") func theTestsOwn() throws {
    let bench = try Bench()
    let named = try run(["stat", "-f", "-c", "%t", bench.folder.path]).output
      .trimmingSuffix(while: { $0 == "\n" })
    let magic = try #require(Int64(named, radix: 16))
    #expect(bench.store.fileSystem == FileSystem(magic: magic))
  }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
