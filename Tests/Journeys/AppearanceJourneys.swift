import Testing

extension InATerminal {
  /// What terminals differ in.
  @Suite("terminals and languages")
  struct AppearanceJourneys {
    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
    func readsWithoutColour(environment: [String: String]) async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open(environment: environment)
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("Down", "Down", "Enter")
      try await terminal.waitForMark("1 党员名册")
      try terminal.send("1")
      try await terminal.waitForMark("李敏")
      try terminal.send("Down")
      let screen = try await terminal.waitForMark("陈克勤")
      #expect(screen.filter { $0.hasPrefix(">") }.count == 1)
      for row in try terminal.styledScreen() {
        #expect(Self.colours(in: row) == [], "\(row.debugDescription)")
      }
      try terminal.send("Esc", "n")
      try await terminal.waitUntil("a mark in the box") { screen in
        screen.contains { $0.contains("│ >1 支部党员大会") }
      }
    }

    @Test func usesColourWhereItMay() async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open()
      try await terminal.waitFor("1 本月应办")
      #expect(try terminal.styledScreen().contains { !Self.colours(in: $0).isEmpty })
    }

    /// The colours that a captured row sets: 30–38, 40–48, 90–97, 100–107.
    private static func colours(in row: String) -> [Int] {
      row.split(separator: "\u{1B}[").dropFirst().flatMap { part in
        part.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
      }.filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
    }

    @Test func speaksEnglish() async throws {
      let desk = try Desk(store: "ledger")
      // A ledger with Latin names shows which words are the program's own.
      let made = try desk.run("init", desk.store, "--unit", "Greystone")
      #expect(made.status == 0, "\(made.output)")
      let added = try desk.run(
        "add", "-", "--as", "Q1M01(Lin)/lin", input: Self.latinLedger)
      #expect(added.status == 0, "\(added.output)")
      try desk.introduce("Person: Q1M01(Lin)\nPost: secretary\nWriter: lin\nOrganization: Q1\n")
      let terminal = try desk.open("--language", "en")
      try await terminal.waitForMark("1 What is due")
      try await terminal.waitFor("1 missing  by 12-31")
      try await expectNoChinese(terminal, "the main menu", upTo: "│")
      try terminal.send("3")
      try await terminal.waitForMark("1 Members")
      try await expectNoChinese(terminal, "the branch's menu")
      try terminal.send("4")
      try await terminal.waitFor("New person")
      try await expectNoChinese(terminal, "the form of a person", except: Self.catalogue)
      try terminal.send("F8")
      try await terminal.waitFor("Keys that work here")
      try await expectNoChinese(terminal, "the help", except: Self.catalogue)
      try terminal.send("Esc", "Esc")
      try await terminal.waitForMark("4 Enter a person")
      try terminal.send("5")
      try await terminal.waitFor("Select the roster")
      try terminal.send("Esc", "Esc", "8")
      try await terminal.waitForMark("1 Who I am")
      try terminal.send("Esc", "n", "1")
      try await terminal.waitFor("no. 1 of 2026")
      try await expectNoChinese(
        terminal, "the form of a meeting", except: Self.catalogue + Self.proposed)
      try terminal.send("F3")
      try await terminal.waitFor("2 marked as present")
      try await expectNoChinese(
        terminal, "the roster", except: Self.catalogue + Self.proposed + Self.reasons)
      try terminal.send("Esc")
      try await terminal.waitFor("Kept as a draft")
    }

    /// What the unit's catalogue calls things, in Chinese in both languages.
    private static let catalogue = [
      "支部党员大会", "支部委员会会议", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "民主评议党员", "谈心谈话",
      "支部工作条例", "第十一条", "第十二条", "第十三条", "第十六条", "第十七条", "第十八条", "第十九条", "本单位规定",
      "传达学习", "上级文件和会议精神", "通报", "上次会议决议落实情况", "讨论", "表决", "正式党员", "预备党员", "发展对象",
      "入党积极分子", "入党申请人", "在职", "离退休", "党支部", "书记", "正常", "汉族", "要求按期上党课", "求按期上党课",
    ]
    /// What is proposed as an item goes into the record, which is Chinese.
    private static let proposed = ["安排"]
    private static let reasons = [
      "值班", "备勤", "押解", "住院看护", "封闭执勤", "出差", "培训", "病假", "事假", "探亲",
    ]

    /// Looks for Chinese that is none of the unit's, in each row up to a sign.
    private func expectNoChinese(
      _ terminal: TerminalDriver, _ place: String, except words: [String] = [],
      upTo sign: Character = "\0"
    ) async throws {
      // A pack is told of in the words of the unit that it comes from.
      let packs = ["三维融合", "湖北", "乔司", "湖南", "广西"]
      for row in try terminal.screen().map({ String($0.prefix { $0 != sign }) })
      where !packs.contains(where: row.contains) {
        let rest = words.sorted { $0.count > $1.count }
          .reduce(row) { $0.replacing($1, with: "") }
        let chinese = rest.filter { character in
          character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        }
        #expect(chinese.isEmpty, "\(place): \(row)")
      }
    }

    private static let latinLedger = """
      %rec: organization

      Organization: Q1
      Name: Branch One
      Level: 党支部
      Since: 2024-01-01
      Officer: Q1M01 书记

      %rec: member

      Member: Q1M01
      Name: Lin
      Organization: Q1
      Status: 正式党员
      Since: 2024-01-01

      Member: Q1M02
      Name: Ames
      Organization: Q1
      Status: 正式党员
      Since: 2024-01-01

      """

    @Test func refusesToRunWithoutATerminal() throws {
      let desk = try Desk.withSample()
      let outcome = try desk.run()
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("终端"), "\(outcome.output)")
    }

    @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "", "LANG": "C"]])
    func refusesALocaleWithoutUTF8(environment: [String: String]) async throws {
      let desk = try Desk.withSample()
      let terminal = try desk.open(environment: environment)
      try await terminal.waitUntil("a sentence about UTF-8") { screen in
        screen.contains { $0.contains("UTF-8") }
      }
      #expect(try await terminal.waitForExit() == 2)
    }

    /// Writes a file of a writer of its own with one theme day, held yesterday.
    private static let foreignWriter = """
      import hashlib, sys
      store, place = sys.argv[1:]
      head = f"# zhibu 1 Q2 activity 2026 other prev={'0' * 64}"
      body = ("Id: Q2-activity-2026-other-0001\\nOrganization: Q2\\nKind: 主题党日\\nDate: 2026-11-19\\n"
              f"Place: {place}\\nState: 未定稿\\nBy: Q2M02(陈晓)\\nAt: 2026-11-19T18:00:00+08:00\\n")
      prev = hashlib.sha256(head.encode()).hexdigest()
      sum = hashlib.sha256((prev + "\\n" + body).encode()).hexdigest()
      path = f"{store}/organizations/Q2/activity-2026.other.rec"
      open(path, "w").write(f"{head}\\n\\n{body}Sum: {sum}\\n\\n")
      """

    @Test func showsNoControlCharacterOfARecord() async throws {
      let desk = try Desk.withSample()
      // As another program might write it: well formed but for what is in the place.
      let place = "室\u{1B}[31m红\u{7}\u{202E}倒\u{9B}7m"
      let written = ChildProcess.run(
        ["python3", "-c", Self.foreignWriter, desk.store, place], environment: desk.environment)
      #expect(written.status == 0, "\(written.output)")
      let terminal = try desk.open()
      try await terminal.waitForMark("1 本月应办")
      try terminal.send("2")
      try await terminal.waitForMark("支部党员大会")
      try await terminal.go(to: "主题党日", by: "Down")
      try terminal.send("Enter")
      try await terminal.waitUntil("the theme days") { $0[0].contains("主题党日 · 二监区党支部") }
      try terminal.send("Enter")
      let screen = try await terminal.waitFor("地点 ")
      let row = try #require(screen.first { $0.contains("地点 ") })
      #expect(row.contains("室") && row.contains("红") && row.contains("倒"), "\(row)")
      let isClean = row.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\u{202E}"
      }
      #expect(isClean, "\(row.debugDescription)")
      let styled = try #require(try terminal.styledScreen().first { $0.contains("地点 ") })
      #expect(!styled.contains("\u{1B}[31m红"))
    }
  }
}
