import Glibc
import Testing

@testable import RecordLog

@Suite struct PaperFolderTests {
  private static let name = "2026-11-20 支部党员大会 会议记录.html"

  @Test func writesLeavesAndReplaces() throws {
    let folder = try TemporaryFolder()
    let papers = PaperFolder(directory: folder.path + "/文档/支部台账打印")
    func write(_ text: String, replacing: Bool = false) throws -> PaperFolder.Outcome {
      try papers.write(name: Self.name, bytes: Array(text.utf8), replacing: replacing)
    }
    #expect(try write("一") == .written)
    #expect(try write("一") == .unchanged)
    #expect(try write("二") == .taken)
    #expect(try folder.text("文档/支部台账打印/\(Self.name)") == "一")
    #expect(try write("二", replacing: true) == .written)
    #expect(try folder.text("文档/支部台账打印/\(Self.name)") == "二")
    #expect(try folder.names("文档/支部台账打印") == [Self.name])
    #expect(folder.mode("文档/支部台账打印/\(Self.name)") == 0o600)
  }

  @Test(arguments: ["", ".", "..", "a/b", "/a"])
  func leavesItsFolderNever(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreError.badPath(name)) {
      try PaperFolder(directory: folder.path).write(name: name, bytes: [], replacing: true)
    }
  }

  @Test func isThereWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    for call in [DiskFailure.Call.create, .write, .synchronize, .rename] {
      let full = PaperFolder(
        directory: folder.path,
        disk: FailingDisk { made, _ in made == call ? .error(ENOSPC) : nil })
      #expect(
        throws: StoreError.unwritable(path: "\(folder.path)/a.html", code: ENOSPC)
      ) {
        try full.write(name: "a.html", bytes: Array("新".utf8), replacing: true)
      }
      #expect(try folder.names("") == [])
    }
  }

  @Test func saysWhichFolderCannotBeMade() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "文件")
    #expect(
      throws: StoreError.unwritable(path: "\(folder.path)/文件/打印", code: ENOTDIR)
    ) {
      try PaperFolder(directory: folder.path + "/文件/打印")
        .write(name: "a", bytes: [], replacing: false)
    }
  }
}
