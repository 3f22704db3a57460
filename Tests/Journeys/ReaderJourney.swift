import Glibc
import Testing

extension InATerminal {
  /// Somebody who may look and not write. Only root can become somebody else.
  @Suite(
    "read-only",
    .enabled(
      if: getuid() == 0,
      "runs as root only: the program is started as another user (uid 65534) by setpriv"))
  struct ReaderJourney {
    private static let reason = "您对这个台账只有读的权限,不能写入"

    /// A desk whose store is root's and readable by everybody but for `restricted/`; whoever comes
    /// is user 65534 with a home of her own.
    private func desk(mayWriteTo organization: String? = nil) throws -> Desk {
      let desk = try Desk.withSample()
      try desk.shell(
        """
        chmod 755 . && chmod -R u=rwX,go=rX "$store"
        find "$store" -type d -name restricted -exec chmod 700 {} +
        chown -R 65534:65534 home config data state
        """)
      if let organization {
        try desk.shell("chown -R 65534:65534 \"$store\"/organizations/\(organization)")
        try desk.shell("mkdir -p \"$store\"/pending && chmod 1777 \"$store\"/pending")
      }
      return desk
    }

    private static let asReader = [
      "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
    ]

    /// What this user may not read stands on no paper, and the paper says that it is not the whole.
    @Test func printsNothingRestricted() throws {
      let desk = try desk()
      func print(_ arguments: String..., asReader: Bool) throws -> String {
        let run = ChildProcess.run(
          (asReader ? Self.asReader : []) + [try Desk.program(), "print"] + arguments
            + ["--store", desk.store, "--today", Desk.today],
          environment: desk.environment)
        #expect(run.status == 0, "\(run.output)")
        return run.output
      }
      let note = "注：党费等受限记录因无查阅权限未列入。"
      let whole = try print("Q2M07", asReader: false)
      #expect(whole.contains("交至 2026-10"))
      #expect(!whole.contains(note))
      let part = try print("Q2M07", asReader: true)
      #expect(!part.contains("交至"))
      #expect(!part.contains("校验码"))
      #expect(part.contains(note))
      let book = try print("Q2", "--paper", "handbook", asReader: true)
      #expect(!book.contains("1012.80"))
      #expect(book.contains(note))
      #expect(try print("Q2", asReader: false).contains("1012.80"))
    }

    private func open(_ desk: Desk) throws -> TerminalDriver {
      try TerminalDriver(
        Self.asReader + [try Desk.program(), "--store", desk.store, "--today", Desk.today],
        environment: desk.environment, directory: desk.root)
    }

    private func run(_ desk: Desk, _ arguments: String...) throws -> ChildProcess.Outcome {
      ChildProcess.run(
        Self.asReader + [try Desk.program()] + arguments
          + ["--store", desk.store, "--today", Desk.today], environment: desk.environment)
    }

    @Test("everything can be seen, nothing written, and each command says why")
    func reading() async throws {
      let desk = try desk()
      let before = try desk.shell("find \"$store\" -type f | sort | xargs sha256sum")
      let terminal = try open(desk)
      try await terminal.waitFor(Self.reason)
      try await terminal.waitFor("〔只读〕")
      try await terminal.waitFor("不含受限内容(您无权查看)")
      for key in ["n", "F7", "u"] {
        try terminal.send("Down")
        try await terminal.waitUntil("no notice") { !$0[22].contains(Self.reason) }
        try terminal.send(key)
        try await terminal.waitUntil("the reason after \(key)") { $0[22].contains(Self.reason) }
      }
      try terminal.send("?")
      try await terminal.waitFor("(不能用:\(Self.reason))")
      try terminal.send("Esc", ":")
      try await terminal.waitFor("新记录  (不能用:\(Self.reason))")
      try terminal.send("Esc", "3")
      try await terminal.waitFor("登记党员  (不能用:\(Self.reason))")
      try terminal.send("4")
      try await terminal.waitUntil("no form") { $0[22].contains(Self.reason) }
      try terminal.send("1")
      try await terminal.waitFor("党员名册")
      for key in ["n", "p", "e"] { try await expectReason(key, terminal) }
      try terminal.send("Enter")
      try await terminal.waitFor("1 / 18")
      for key in ["e", "p"] { try await expectReason(key, terminal) }
      // Reading goes on: the next member, the checklist, the verification.
      try terminal.send("PgDn")
      try await terminal.waitFor("2 / 18")
      try terminal.send("!")
      try await terminal.waitUntil("台账校验") { $0[0].hasPrefix(" 台账校验") }
      try await terminal.waitFor("没有发现问题")
      try await terminal.waitFor("个组织的受限内容您无权查看,没有校验")
      #expect(try desk.shell("find \"$store\" -type f | sort | xargs sha256sum") == before)
    }

    @Test("who may write to one organisation writes to that one only")
    func oneOrganization() async throws {
      let desk = try desk(mayWriteTo: "Q2")
      let terminal = try open(desk)
      try await terminal.waitForMark("1 本月应办")
      #expect(try terminal.screen()[0].contains("只读") == false)
      try terminal.send("3", "3")
      try await terminal.waitUntil("the organisations") { $0[0].hasPrefix(" 党组织 · ") }
      try terminal.send("/")
      try terminal.type("一监区党支部")
      try await terminal.waitForMark("    一监区党支部")
      try terminal.send("Enter")
      try await terminal.waitUntil("the first branch") { screen in
        screen[0].contains("一监区党支部") && screen.contains { $0.contains("书记") }
      }
      try await expectReason("e", terminal, "您对一监区党支部只有读的权限,不能写入")
      let refused = try run(desk, "add", try file("Q1", desk), "--as", "Q2M01")
      #expect(refused.status == 3, "\(refused.output)")
      #expect(refused.output.contains("什么也没有写入,您在这里只能查看"))
      let added = try run(desk, "add", try file("Q2", desk), "--as", "Q2M01")
      #expect(added.status == 0, "\(added.output)")
    }

    @Test("on the command line nothing can be added, and what is missing is said")
    func commands() throws {
      let desk = try desk()
      let added = try run(desk, "add", try file("Q2", desk))
      #expect(added.status == 3)
      #expect(
        added.output.contains(
          "什么也没有写入,您在这里只能查看:organizations/Q2/.lock 没有权限,请找管理员开通"),
        "\(added.output)")
      let due = try run(desk, "due", "--organization", "Q2")
      #expect(due.output.contains("的受限内容,结果不含这些"))
      #expect(due.output.contains("Q2\t党员大会\t2026-Q4\t"))
      let verified = try run(desk, "verify")
      #expect(verified.output.contains("校验码 Q2 算不出:有读不了的内容"))
      #expect(verified.output.contains("校验码 全部 算不出:有读不了的内容"))
      let sealed = try run(desk, "seal")
      #expect(sealed.status == 3)
      #expect(sealed.output.contains("有您读不了的内容"), "\(sealed.output)")
      let recovered = try run(desk, "recover", "--adopt-all")
      #expect(recovered.status == 0, "\(recovered.output)")
    }

    private func file(_ organization: String, _ desk: Desk) throws -> String {
      let name = "\(organization).rec"
      try desk.write(
        name, "%rec: honor\n\nOrganization: \(organization)\nDate: 2026-11-01\nTitle: 先进\n",
        mode: 0o644)
      return "\(desk.root)/\(name)"
    }

    private func expectReason(
      _ key: String, _ terminal: TerminalDriver, _ reason: String = reason,
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      try terminal.send("Home")
      try await terminal.waitUntil("no notice", sourceLocation: sourceLocation) {
        !$0[22].contains(reason)
      }
      try terminal.send(key)
      try await terminal.waitUntil("the reason after \(key)", sourceLocation: sourceLocation) {
        $0[22].contains(reason)
      }
    }
  }
}
