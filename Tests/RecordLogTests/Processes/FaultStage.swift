import Glibc
import ProcessTrials
import Testing

@testable import RecordLog

/// A store made for one kind of work, which can be put back as it was, and that work.
struct FaultStage {
  /// What is done while something goes wrong.
  enum Work: String, CaseIterable, Sendable {
    /// One record behind others; the first of its file; one each for two organisations.
    case append, appendTheFirst, appendToTwo
    /// A tail to be put into the quarantine; a commit to be completed.
    case recoverTail, complete
  }

  static let size = 900
  static let path = "organizations/Q1/activity-2026.zhang.rec"
  static let tail = Array("Id: Q1-activity-2026-zhang-0003\nOrganization: Q1\nTitle: 写到".utf8)

  let work: Work
  let folder: TemporaryFolder
  let store: Store
  let author: Author
  let before: Snapshot
  /// What an Appender that does the work is called with.
  let program: [String]
  private let organizations: [String]

  init(_ work: Work) throws {
    self.work = work
    folder = try TemporaryFolder()
    author = try #require(Author(writer: "zhang", by: "Q1M01(张明)"))
    store = try Store.create(
      at: "\(folder.path)/store", manifest: Manifest(unit: "青松监狱"), files: [])
    for number in [1, 2] where work != .appendTheFirst {
      for organization in ["Q1", "Q2"] {
        _ = try store.append(
          [AppendedRecord.record(number, size: Self.size, organization: organization)],
          by: author, at: AppendedRecord.moment)
      }
    }
    before = try Snapshot(of: store)
    let isForTwo = work == .appendToTwo || work == .complete
    organizations = isForTwo ? ["Q2", "Q1"] : ["Q1"]
    let appender = [Programs.built("Appender"), store.root, author.writer]
    let append = appender + ["1", "\(Self.size)"] + organizations
    program = [.recoverTail, .complete].contains(work) ? appender + ["recover"] : append
    if work == .recoverTail {
      try folder.write(
        try folder.bytes("store/\(Self.path)") + Self.tail, to: "store/\(Self.path)")
    }
    try keep()
    if work == .complete {
      // Killed when it is about to write to the second of its files, behind which it only tells.
      let writes = try Strace.places(of: append, in: folder).filter { $0.call == "write" }
      try putBack()
      _ = try Strace.run(append, .killed, at: writes[writes.count - 2])
      try #require(try folder.names("store/pending").count == 1)
      try keep()
    }
  }

  private func copy(_ from: String, _ to: String) throws {
    let script = "rm -rf \"$1\" && cp -a \"$0\" \"$1\""
    let copied = try run(["sh", "-c", script, "\(folder.path)/\(from)", "\(folder.path)/\(to)"])
    #expect(copied.status == 0, "\(copied.output)")
  }

  private func keep() throws { try copy("store", "template") }

  /// Makes the store what it was before the work.
  func putBack() throws { try copy("template", "store") }

  /// What should not be after the work went as `outcome` says; none when all is well.
  func faults(
    after outcome: (ending: TestedProcess.Ending, lines: [String], errors: String)
  ) throws -> [String] {
    let isRecovery = [.recoverTail, .complete].contains(work)
    let attempt = Attempt(
      organizations: organizations, size: Self.size, lines: isRecovery ? [] : outcome.lines)
    let aftermath = try Aftermath(of: store, before: before, attempt: attempt, author: author)
    var faults = aftermath.faults.map { "\($0)" }
    switch outcome.ending {
    case .signalled(SIGKILL): break
    case .exited(0): if !outcome.errors.isEmpty { faults.append(outcome.errors) }
    case .exited(3):
      if try outcome.errors.wholeMatch(of: Regex(Self.typedErrors)) == nil {
        faults.append(outcome.errors)
      }
      if !isRecovery, outcome.errors.hasPrefix("notSaved"), aftermath.unacknowledged > 0 {
        faults.append("there although not saved")
      }
    default: faults.append("\(outcome.ending) \(outcome.errors)")
    }
    if work == .recoverTail {
      let folder = "store/organizations/Q1/quarantine"
      let copies = try self.folder.names(folder).map { try self.folder.bytes("\(folder)/\($0)") }
      if !copies.contains(Self.tail) { faults.append("no copy of the tail") }
    }
    if work == .complete, aftermath.unacknowledged != 2 { faults.append("commit lost") }
    return faults
  }

  /// One line with the error's case and what belongs to it.
  private static let typedErrors =
    "(notSaved|notRestored|notConfirmed|notCompleted|notWritable|locked|store|unreadable|missing"
    + "|notAStore)\\(.*\\)\\n"
}
