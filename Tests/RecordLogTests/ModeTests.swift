import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

@Suite("Permissions follow the folder, whatever the umask") struct ModeTests {
  /// The permissions of everything in the folders of organisations, by path.
  private func modes(_ folder: TemporaryFolder) throws -> [String] {
    let script = "cd \"$0\" && find organizations pending -mindepth 0 -printf '%m %p\\n' | sort -k2"
    return try run(["sh", "-c", script, folder.path]).output
      .split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      (0o2770, "2770", "640", "660"), (0o750, "750", "640", "660"), (0o755, "750", "640", "660"),
      (0o700, "700", "600", "600"), (0o711, "710", "600", "600"),
    ] as [(mode_t, String, String, String)],
    ["000", "022", "077"])
  func newFilesAndFolders(
    _ row: (above: mode_t, folder: String, file: String, lock: String), umask: String
  ) throws {
    let bench = try Bench()
    #expect(chmod("\(bench.folder.path)/organizations", row.above) == 0)
    #expect(rmdir("\(bench.folder.path)/pending") == 0)
    let appended = try run([
      "sh", "-c", "umask \(umask) && \"$0\" \"$1\" zhang 1 100 Q1 Q2", Programs.built("Appender"),
      bench.folder.path,
    ])
    #expect(appended.status == 0, "\(appended.output)")
    let above = String(row.above, radix: 8)
    // What is pending passes from one writer to the next in a folder like theirs.
    let pending = row.above & 0o2000 == 0 ? row.folder : "2\(row.folder.suffix(3))"
    #expect(
      try modes(bench.folder)
        == [
          "\(above) organizations", "\(row.folder) organizations/Q1",
          "\(row.lock) organizations/Q1/.lock",
          "\(row.file) organizations/Q1/activity-2026.zhang.rec",
          "\(row.folder) organizations/Q2", "\(row.lock) organizations/Q2/.lock",
          "\(row.file) organizations/Q2/activity-2026.zhang.rec", "\(pending) pending",
        ])
  }

  @Test(.enabled(if: geteuid() == 0))
  func theGroupIsThatOfTheFolderAbove() throws {
    let bench = try Bench()
    #expect(rmdir("\(bench.folder.path)/pending") == 0)
    #expect(chown("\(bench.folder.path)/organizations", 0, 4_711) == 0)
    #expect(chmod("\(bench.folder.path)/organizations", 0o2770) == 0)
    _ = try bench.store.append(CrashScenario.several, by: bench.zhang, at: Bench.moment)
    let outside = try run([
      "sh", "-c", "cd \"$0\" && find organizations pending ! -gid 4711", bench.folder.path,
    ])
    #expect(outside.output == "")
    #expect(bench.folder.mode("pending") == 0o2770)
  }

  @Test func restrictedIsPrivateUnlessTheUnitOpensIt() throws {
    let bench = try Bench()
    #expect(chmod("\(bench.folder.path)/organizations", 0o750) == 0)
    let record = Bench.activity("一", restricted: true)
    _ = try bench.store.append([record], by: bench.zhang, at: Bench.moment)
    let folder = "organizations/Q1/restricted"
    #expect(bench.folder.mode(folder) == 0o700)
    #expect(bench.folder.mode("\(folder)/activity-2026.zhang.rec") == 0o600)
    #expect(chmod("\(bench.folder.path)/\(folder)", 0o750) == 0)
    _ = try bench.store.append([record], by: bench.wang, at: Bench.moment)
    let name = try bench.store.attach(
      Array("图片".utf8), ending: "png", organization: "Q1", restricted: true)
    #expect(bench.folder.mode(folder) == 0o750)
    #expect(bench.folder.mode("\(folder)/activity-2026.wang.rec") == 0o640)
    #expect(bench.folder.mode("\(folder)/files") == 0o750)
    #expect(bench.folder.mode("\(folder)/files/\(name)") == 0o640)
  }

  @Test(arguments: [(0o750, "640", "750"), (0o700, "600", "700")] as [(mode_t, String, String)])
  func copiesAreAsPrivateAsTheirFile(_ row: (folder: mode_t, copy: String, quarantine: String))
    throws
  {
    let bench = try Bench()
    _ = try bench.threeRecords()
    #expect(chmod("\(bench.folder.path)/organizations/Q1", row.folder) == 0)
    try bench.folder.write(
      try bench.folder.bytes(Bench.activityPath) + Array("手写\n".utf8), to: Bench.activityPath)
    _ = try bench.store.recover(writer: "zhang", at: Bench.moment)
    #expect(
      try modes(bench.folder).filter { $0.contains("quarantine") }
        == [
          "\(row.quarantine) organizations/Q1/quarantine",
          "\(row.copy) organizations/Q1/quarantine/activity-2026.zhang.rec.20260312T143000",
        ])
  }

  /// What is pending holds the records of several folders.
  @Test(
    arguments: [
      (false, 0o750, 0o750, 0o640), (false, 0o750, 0o700, 0o600), (true, 0o750, 0o750, 0o600),
      (false, 0o700, 0o700, 0o600),
    ] as [(Bool, mode_t, mode_t, mode_t)])
  func pendingIsAsPrivateAsWhatItHolds(
    _ row: (isRestricted: Bool, one: mode_t, two: mode_t, pending: mode_t)
  ) throws {
    let bench = try Bench()
    for (organization, mode) in [("Q1", row.one), ("Q2", row.two)] {
      _ = try bench.store.append(
        [Bench.matter("旧", organization: organization)], by: bench.zhang, at: Bench.moment)
      #expect(chmod("\(bench.folder.path)/organizations/\(organization)", mode) == 0)
    }
    #expect(chmod("\(bench.folder.path)/pending", 0o770) == 0)
    let stuck = FailingDisk { call, path in
      call == .write && path.hasSuffix(".zhang.rec") && path.hasPrefix("organizations")
        || call == .remove ? .error(EIO) : nil
    }
    let store = try Store(opening: bench.folder.path, disk: stuck)
    #expect(throws: AppendError.self) {
      try store.append(
        [
          Bench.activity("一", restricted: row.isRestricted),
          Bench.activity("二", organization: "Q2"),
        ], by: bench.zhang, at: Bench.moment)
    }
    let name = try #require(try bench.folder.names("pending").first)
    #expect(bench.folder.mode("pending/\(name)") == row.pending)
    #expect(try bench.store.completePending() == [name])
  }

  @Test func aReplacedFileOfTheCatalogKeepsItsPermissions() throws {
    let bench = try Bench()
    #expect(chmod("\(bench.folder.path)/catalog", 0o750) == 0)
    try bench.store.replacePlainFile("catalog/new.rec", with: [])
    #expect(bench.folder.mode("catalog/new.rec") == 0o640)
    #expect(chmod("\(bench.folder.path)/catalog/new.rec", 0o664) == 0)
    try bench.store.replacePlainFile("catalog/new.rec", with: Array("A: 1\n".utf8))
    #expect(bench.folder.mode("catalog/new.rec") == 0o660)
  }
}
