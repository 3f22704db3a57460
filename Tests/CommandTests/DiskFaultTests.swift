import Testing

/// What `zhibu add` says and leaves when the disk fails it.
@Suite("A disk that fails, in words")
struct DiskFaultTests {
  private static let records = """
    %rec: honor

    Organization: Q1
    Date: 2026-03-12
    Title: 先进

    %rec: matter

    Organization: Q1
    Kind: 意见建议
    Title: 事
    Opened: 2026-03-12
    State: 办理中

    """

  /// Whether strace may be used here; always on a build server, where not being able to is a fault.
  static let isTraceable =
    Binary.environment("CI") != nil
    || Desk().shell("strace -o /dev/null true").status == 0

  @Test("a limit on files is an error in words, with status 3, and nothing is left")
  func limit() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("x.rec", Self.records)
    let before = desk.folder.files(below: "ledger")
    for limit in [1, 100, 400] {
      // Through a pipe, which has no limit.
      let run = desk.shell(
        "{ prlimit --fsize=\(limit) -- \"$zhibu\" add x.rec --as Q1M01/limin; echo $?; } 2>&1 | cat"
      )
      #expect(run.lines.count == 2 && run.lines.last == "3", "\(limit): \(run.output)")
      #expect(run.output.hasPrefix("zhibu: 没有写成,文件保持原样:"), "\(run.output)")
      #expect(desk.zhibu("verify").status == 0)
    }
    #expect(desk.folder.files(below: "ledger") == before)
    #expect(desk.zhibu("add", "x.rec", "--as", "Q1M01/limin").status == 0)
  }

  @Test(
    "every failing call that changes something is told in words", .enabled(if: isTraceable))
  func everyCall() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("x.rec", Self.records)
    let calls = "write,fsync,mkdirat,renameat,unlinkat,ftruncate"
    // Of each call those behind the opening of the ledger, one run for each, on a fresh copy.
    let run = desk.shell(
      """
      cp -a ledger fresh
      strace -f -o trace -e trace=openat,\(calls) "$zhibu" add x.rec --as Q1M01/limin > /dev/null
      awk '/zhibu.rec/ { opened = 1 } { split($2, part, "("); name = part[1]; n[name]++ }
        opened && name != "openat" && /^[0-9]+ +[a-z]+\\(/ { print name, n[name] }' trace > places
      while read call number; do
        for error in EIO ENOSPC; do
          rm -rf ledger && cp -a fresh ledger
          strace -f -o /dev/null -e trace=$call -e inject=$call:error=$error:when=$number \
            "$zhibu" add x.rec --as Q1M01/limin > said 2> told
          echo "$call $number $error $? $(wc -l < said) $(tr '\\n' ' ' < told)"
          "$zhibu" add x.rec --as Q1M01/limin > /dev/null 2> again || echo "AGAIN $(cat again)"
          "$zhibu" verify > found || echo "FOUND $(cat found)"
        done
      done < places
      """)
    #expect(run.status == 0, "\(run.errors)")
    var failed = 0
    for line in run.lines {
      let parts = line.split(separator: " ", maxSplits: 5).map(String.init)
      guard parts.count >= 5, let status = Int(parts[3]) else {
        Issue.record("\(line)")
        continue
      }
      let told = parts.count > 5 ? parts[5] : ""
      #expect([0, 3].contains(status), "\(line)")
      #expect(!told.contains("(path") && !told.contains("Error"), "\(line)")
      #expect(status == 0 || told.hasPrefix("zhibu: "), "\(line)")
      if status == 3 { failed += 1 }
    }
    print("zhibu add: \(run.lines.count) failing calls, \(failed) of them told as not written")
    #expect(failed > 10)
  }
}
