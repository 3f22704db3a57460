import Foundation
import Testing

/// What the samples are made of.
@Suite("Samples of institutions")
struct SampleCaseTests {
  @Test("nothing in the generator can read the catalogue, where what was published stands")
  func knowsNoCatalog() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count > 30)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
        .map { String($0.dropFirst(7)) }
      // Neither the target with the packs nor anything that opens files.
      #expect(Set(imports).isSubset(of: ["OrganizationLife", "RecordLog"]), "\(name)")
    }
    let package = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(
      package.contains(
        #".target(name: "Samples", dependencies: ["OrganizationLife", "RecordLog"])"#))
  }
}
