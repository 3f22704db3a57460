import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

@Suite(
  "Several users of one store",
  .enabled(if: geteuid() == 0 && Programs.exists("setpriv"), "only root may act for other users"))
struct OtherUsersTests {
  private static let group: gid_t = 60_100

  /// A store that belongs to a group; Q1 is open to the group, Q2 may be read by it, Q3 is root's.
  private struct Office {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
      folder = try TemporaryFolder()
      chmod(folder.path, 0o755)
      store = try Store.create(
        at: "\(folder.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
      let author = try #require(Author(writer: "root", by: "Q1M01(张明)"))
      for organization in ["Q1", "Q2", "Q3"] {
        _ = try store.append(
          [AppendedRecord.record(1, size: 400, organization: organization)], by: author,
          at: AppendedRecord.moment)
      }
      for (name, mode) in [("", 0o2750), ("/organizations", 0o2750), ("/pending", 0o2770)] {
        try give(name, mode)
      }
      for (organization, mode) in [("Q1", 0o2770), ("Q2", 0o2750), ("Q3", 0o700)] {
        try give("/organizations/\(organization)", mode_t(mode))
      }
      try give("/zhibu.rec", 0o640)
    }

    private func give(_ name: String, _ mode: Int) throws { try give(name, mode_t(mode)) }

    private func give(_ name: String, _ mode: mode_t) throws {
      let isGroups = mode & 0o070 != 0
      #expect(chown(store.root + name, 0, isGroups ? OtherUsersTests.group : 0) == 0)
      #expect(chmod(store.root + name, mode) == 0)
      guard name.hasPrefix("/organizations/") else { return }
      for file in try folder.names("store" + name) where isGroups && !file.hasSuffix("/") {
        chown("\(store.root)\(name)/\(file)", 0, OtherUsersTests.group)
      }
    }

    /// Appends one record as a user with a umask.
    func append(
      as user: Int, group: gid_t = OtherUsersTests.group, umask: String, writer: String,
      to organizations: String...
    ) throws -> (ending: TestedProcess.Ending, lines: [String], errors: String) {
      try Programs.run(
        [
          "setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "sh", "-c",
          "umask \(umask); exec \"$0\" \"$@\"", Programs.built("Appender"), store.root, writer, "1",
          "400",
        ] + organizations)
    }
  }

  @Test("whoever is of the group writes and reads, whatever the umask; nobody else reads")
  func group() throws {
    let office = try Office()
    // Whoever comes first makes the lock.
    #expect(unlink("\(office.store.root)/organizations/Q1/.lock") == 0)
    for (user, umask, writer) in [
      (60_002, "077", "li"), (60_001, "000", "wang"), (60_003, "022", "zhao"),
      (60_001, "077", "wang"),
    ] {
      let outcome = try office.append(as: user, umask: umask, writer: writer, to: "Q1")
      #expect(outcome.ending == .exited(0), "\(user) \(umask): \(outcome.errors)")
    }
    #expect(try office.store.verify() == [])
    for name in try office.folder.names("store/organizations/Q1") where !name.hasSuffix("/") {
      let mode = office.folder.mode("store/organizations/Q1/\(name)")
      #expect(mode & 0o007 == 0, "\(name) \(String(mode, radix: 8))")
      #expect(mode & 0o040 != 0, "\(name) \(String(mode, radix: 8))")
    }
  }

  @Test("where one may not write or not even look, that is what is said, and nothing is changed")
  func refused() throws {
    let office = try Office()
    let before = try office.store.read().map(\.lastSum)
    let cases: [(group: gid_t, organization: String, error: String)] = [
      (
        Self.group, "Q2",
        "notWritable(path: \"organizations/Q2/activity-2026.sun.rec\", code: \(EACCES))\n"
      ),
      (Self.group, "Q3", "notWritable(path: \"organizations/Q3\", code: \(EACCES))\n"),
      (60_999, "Q1", "unreadable(path: \"\(office.store.root)\", code: \(EACCES))\n"),
    ]
    for (group, organization, error) in cases {
      let outcome = try office.append(
        as: 60_004, group: group, umask: "022", writer: "sun", to: organization)
      #expect(outcome.ending == .exited(3))
      #expect(outcome.errors == error)
      // Not even what could have been written.
      let both = try office.append(
        as: 60_004, group: group, umask: "022", writer: "sun", to: "Q1", organization)
      #expect(both.ending == .exited(3))
    }
    #expect(try office.store.read().map(\.lastSum) == before)
    #expect(try office.store.verify() == [])
  }
}
