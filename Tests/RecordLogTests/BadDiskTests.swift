import Glibc
import Synchronization
import Testing

@testable import RecordLog

/// Counts the calls that change something and lets one of them, or all from one on, fail.
private final class Rehearsal: Sendable {
  private let count = Atomic<Int>(0)
  let failing: Int
  let isForGood: Bool
  let fault: FailingDisk.Fault

  init(failing: Int, isForGood: Bool, fault: FailingDisk.Fault) {
    self.failing = failing
    self.isForGood = isForGood
    self.fault = fault
  }

  /// Whether the call to fail was reached.
  var wasReached: Bool { count.load(ordering: .relaxed) > failing }

  var disk: FailingDisk {
    FailingDisk { call, _ in
      let index = self.count.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index == self.failing || (self.isForGood && index > self.failing) else { return nil }
      if case .short = self.fault, call != .write || index > self.failing { return .error(EIO) }
      return self.fault
    }
  }
}

@Suite("A disk that fails: acknowledged is kept, attempted is all or none") struct BadDiskTests {
  enum Kind: String, CaseIterable, Sendable { case once, forGood, short, shortForGood }

  private func rehearsal(_ kind: Kind, _ index: Int) -> Rehearsal {
    switch kind {
    case .once: Rehearsal(failing: index, isForGood: false, fault: .error(ENOSPC))
    case .forGood: Rehearsal(failing: index, isForGood: true, fault: .error(EIO))
    case .short: Rehearsal(failing: index, isForGood: false, fault: .short(57))
    case .shortForGood: Rehearsal(failing: index, isForGood: true, fault: .short(57))
    }
  }

  @Test(arguments: Kind.allCases)
  func oneRecord(_ kind: Kind) throws {
    for index in 0..<40 {
      let bench = try Bench()
      let before = try bench.threeRecords()
      let rehearsal = rehearsal(kind, index)
      let store = try Store(opening: bench.folder.path, disk: rehearsal.disk)
      var isAcknowledged = false
      var failure: AppendError?
      do {
        _ = try store.append([Bench.activity("新")], by: bench.zhang, at: Bench.moment)
        isAcknowledged = true
      } catch {
        failure = error
      }
      let now = try bench.folder.bytes(Bench.activityPath)
      #expect(now.starts(with: before), "call \(index)")
      if isAcknowledged {
        #expect(try bench.titles() == ["一", "二", "三", "新"], "call \(index)")
      }
      if case .notSaved = failure { #expect(now == before, "call \(index)") }
      if kind == .once { #expect(isAcknowledged || failure != nil) }
      // With a good disk work goes on.
      let identifiers = try bench.store.append(
        [Bench.activity("后")], by: bench.zhang, at: Bench.moment)
      let titles = try bench.titles()
      #expect(titles.first == "一" && titles.last == "后", "call \(index)")
      #expect(identifiers.map(\.number) == [titles.count])
      #expect(try bench.store.verify() == [], "call \(index)")
      if !rehearsal.wasReached {
        #expect(index > 0)
        return
      }
    }
    Issue.record("more calls than expected")
  }

  @Test(arguments: Kind.allCases)
  func severalFiles(_ kind: Kind) throws {
    let records = [
      Bench.activity("甲"), Bench.activity("乙"), Bench.matter("丙", organization: "Q2"),
      Bench.activity("丁", restricted: true),
    ]
    for index in 0..<120 {
      let bench = try Bench()
      let before = try bench.threeRecords()
      let rehearsal = rehearsal(kind, index)
      let store = try Store(opening: bench.folder.path, disk: rehearsal.disk)
      var isAcknowledged = false
      var failure: AppendError?
      do {
        _ = try store.append(records, by: bench.zhang, at: Bench.moment)
        isAcknowledged = true
      } catch {
        failure = error
      }
      #expect(try bench.folder.bytes(Bench.activityPath).starts(with: before))
      _ = try bench.store.completePending()
      let titles = try bench.store.read().flatMap(\.records).filter(\.isIntact)
        .compactMap { $0.first("Title") }.filter { "甲乙丙丁".contains($0) }
      #expect(titles.isEmpty || titles.sorted() == ["丁", "丙", "乙", "甲"], "call \(index)")
      if isAcknowledged { #expect(titles.count == 4, "call \(index)") }
      switch failure {
      case .notSaved, .notWritable: #expect(titles.isEmpty, "call \(index)")
      case .notCompleted: #expect(titles.count == 4, "call \(index)")
      default: break
      }
      _ = try bench.store.append([Bench.activity("后")], by: bench.zhang, at: Bench.moment)
      _ = try bench.store.recover(writer: "zhang", at: Bench.moment)
      #expect(try bench.store.verify() == [], "call \(index)")
      if !rehearsal.wasReached {
        #expect(index > 0)
        return
      }
    }
    Issue.record("more calls than expected")
  }

  @Test func aShortWriteIsTakenBack() throws {
    let bench = try Bench()
    let before = try bench.threeRecords()
    let disk = FailingDisk { call, _ in call == .write ? .short(100) : nil }
    let store = try Store(opening: bench.folder.path, disk: disk)
    #expect(throws: AppendError.notSaved(path: Bench.activityPath, code: ENOSPC)) {
      try store.append([Bench.activity("新")], by: bench.zhang, at: Bench.moment)
    }
    #expect(try bench.folder.bytes(Bench.activityPath) == before)
  }

  @Test func aFailedConfirmationIsSaidAsSuch() throws {
    let bench = try Bench()
    _ = try bench.threeRecords()
    let disk = FailingDisk { call, path in
      call == .synchronize && path == Bench.activityPath ? .error(EIO) : nil
    }
    let store = try Store(opening: bench.folder.path, disk: disk)
    #expect(throws: AppendError.notConfirmed(path: Bench.activityPath, code: EIO)) {
      try store.append([Bench.activity("新")], by: bench.zhang, at: Bench.moment)
    }
  }

  @Test func aFullDiskForReal() throws {
    // The file size limit cuts the write short as a full disk would; another process keeps the
    // limit from this one.
    let bench = try Bench()
    _ = try bench.threeRecords()
    let path = "\(bench.folder.path)/\(Bench.activityPath)"
    let script = """
      import resource,signal,os,sys
      signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
      size=os.path.getsize(sys.argv[1])
      resource.setrlimit(resource.RLIMIT_FSIZE,(size+100,size+100))
      f=os.open(sys.argv[1],os.O_WRONLY|os.O_APPEND)
      print(os.write(f,b"Id: Q1-activity-2026-zhang-0004\\n"+b"A: b\\n"*100))
      """
    #expect(try run(["python3", "-c", script, path]).output == "100\n")
    #expect(try bench.file().condition == .tornTail(line: 33, bytes: 100))
    _ = try bench.store.append([Bench.activity("后")], by: bench.zhang, at: Bench.moment)
    #expect(try bench.titles() == ["一", "二", "三", "后"])
  }

  @Test("files of the catalogue are replaced all or none, or it is said", arguments: Kind.allCases)
  func catalogue(_ kind: Kind) throws {
    let old = [Array("# 一\n".utf8), Array("# 二\n".utf8)]
    let new = [Array("# 一改\n".utf8), Array("# 二改\n".utf8), Array("# 三\n".utf8)]
    let paths = ["catalog/a.rec", "catalog/b.rec", "catalog/c.rec"]
    var told: Set<String> = []
    for index in 0..<60 {
      let bench = try Bench()
      try bench.store.replaceCatalogFiles(
        zip(paths, old).map { CatalogReplacement(path: $0, bytes: $1, expected: nil) })
      let rehearsal = rehearsal(kind, index)
      let store = try Store(opening: bench.folder.path, disk: rehearsal.disk)
      var failure: StoreError?
      do {
        try store.replaceCatalogFiles(
          paths.indices.map { place in
            CatalogReplacement(
              path: paths[place], bytes: new[place],
              expected: place < old.count ? old[place] : nil)
          })
      } catch {
        failure = error
      }
      let held = paths.map { try? bench.folder.bytes($0) }
      switch failure {
      case nil: #expect(held == new, "call \(index)")
      case .halfReplaced: #expect(kind == .forGood || kind == .shortForGood, "call \(index)")
      default: #expect(held == old + [nil], "call \(index): \(String(describing: failure))")
      }
      told.insert(
        failure.map { if case .halfReplaced = $0 { "half" } else { "none" } } ?? "all")
      if !rehearsal.wasReached { break }
    }
    // A disk that fails once, or writes too little once, lets everything be put back.
    #expect(told == (kind == .once || kind == .short ? ["none", "all"] : ["none", "half", "all"]))
  }
}
