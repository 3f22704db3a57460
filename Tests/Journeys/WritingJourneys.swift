import Testing

extension InATerminal {
  /// Long texts: pasted, resized, and handed to another editor.
  @Suite("writing minutes")
  struct WritingJourneys {
    /// Opens the minutes of a new 支委会 of 二监区党支部 on the whole screen.
    private func openMinutes(
      _ desk: Desk, environment: [String: String] = [:]
    ) async throws -> TerminalDriver {
      let terminal = try desk.open(environment: environment)
      try await terminal.openMinutes()
      return terminal
    }

    @Test func takesTwoHundredPastedLines() async throws {
      let desk = try Desk.withSample()
      let terminal = try await openMinutes(desk)
      let lines = (1...200).map { "第\($0)行 李敏:认真学习,联系实际谈体会。" }
      try terminal.paste(lines.joined(separator: "\n"))
      try await terminal.waitFor("第200行 共200行")
      try await terminal.waitFor(lines[199])
      // One step back takes all of it, one forward brings it again.
      try terminal.send("Ctrl-Z")
      try await terminal.waitFor("第1行 共1行 0字")
      try terminal.send("Ctrl-R")
      try await terminal.waitFor("第200行 共200行")
      try terminal.send("F2")
      try await terminal.waitFor("已写入台账 Q2-activity-2026-limin-")
      let kept = try Judges.select(
        "Kind = '支委会' && Date = '2026-11-20'", print: "Minutes",
        from: "organizations/Q2/activity-2026.limin.rec", at: desk)
      #expect(kept == lines)
    }

    @Test func keepsTextAndCursorThroughEverySize() async throws {
      let desk = try Desk.withSample()
      let terminal = try await openMinutes(desk)
      let line = String(repeating: "会议强调要把理论学习落到实处", count: 4)
      try terminal.type(line)
      try await terminal.waitFor("第1行 共1行 56字")
      try terminal.send("Enter")
      try terminal.type("第二行")
      try await terminal.waitFor("第2行 共2行")
      try await terminal.waitForCursor(row: 4, column: 7)

      try terminal.resize(columns: 60, rows: 16)
      try await terminal.waitForCursor(row: 4, column: 7)
      try terminal.type("接着写")
      try await terminal.waitUntil("the third row at 60 columns") { screen in
        screen.count == 16 && screen[4] == " 第二行接着写"
          && screen[2] == " " + String(line.prefix(28))
          && screen[3] == " " + String(line.dropFirst(28))
      }

      try terminal.resize(columns: 132, rows: 43)
      try await terminal.waitUntil("one row for the long line at 132 columns") { screen in
        screen.count == 43 && screen[2] == " " + line && screen[3] == " 第二行接着写"
      }
      try await terminal.waitForCursor(row: 3, column: 13)

      try terminal.resize(columns: 40, rows: 10)
      try await terminal.waitFor("请放大到至少 60×16")

      try terminal.resize(columns: 80, rows: 24)
      try await terminal.waitUntil("the text as it was") { screen in
        screen.count == 24 && screen[2] == " " + String(line.prefix(38))
          && screen[3] == " " + String(line.dropFirst(38)) && screen[4] == " 第二行接着写"
      }
      try await terminal.waitForCursor(row: 4, column: 13)
      try terminal.send("Up", "Ctrl-A")
      try terminal.type("甲")
      try await terminal.waitFor("第1行 共2行 63字")
      #expect(try terminal.screen()[2].hasPrefix(" 甲会议强调") == true)
    }

    @Test func handsOverToTheEditorAndBack() async throws {
      let desk = try Desk.withSample()
      try desk.write(
        "editor",
        """
        #!/bin/sh
        printf '%s\\n' "$@" > '\(desk.root)/arguments'
        for file; do :; done
        cp "$file" '\(desk.root)/given'
        printf '编辑器添的一行\\n' >> "$file"

        """, mode: 0o700)
      let terminal = try await openMinutes(
        desk, environment: ["EDITOR": "\(desk.root)/editor --wait"])
      try await terminal.write("先在这里写的一行")
      try terminal.send("F5")
      try await terminal.waitUntil("both lines") { screen in
        screen[2] == " 先在这里写的一行" && screen[3] == " 编辑器添的一行"
      }
      #expect(desk.read("given") == "先在这里写的一行\n")
      let arguments = desk.read("arguments").split(separator: "\n").map(String.init)
      #expect(arguments.count == 2 && arguments.first == "--wait", "\(arguments)")
      #expect(arguments.last?.hasSuffix(".txt") == true)
      // The keys are the form's again.
      try terminal.send("Ctrl-E")
      try await terminal.write("再写几个字")
      let last = try #require(arguments.last)
      #expect(try desk.shell("test -e '\(last)' && echo there || echo gone") == ["gone"])
    }

    @Test func staysWithoutAnEditorOfTheUsers() async throws {
      let desk = try Desk.withSample()
      let terminal = try await openMinutes(desk, environment: ["VISUAL": "", "EDITOR": ""])
      try await terminal.write("先在这里写的一行")
      try terminal.send("F5")
      try await terminal.waitUntil("why not, and the text") { screen in
        screen[2] == " 先在这里写的一行" && screen.contains { $0.contains("没有设置别的编辑器") }
      }
      terminal.kill()
    }

    @Test func keepsTheTextWhenTheEditorFails() async throws {
      let desk = try Desk.withSample()
      try desk.write(
        "editor", "#!/bin/sh\nprintf '不该留下\\n' > \"$1\"\nexit 3\n", mode: 0o700)
      let terminal = try await openMinutes(
        desk, environment: ["VISUAL": "\(desk.root)/editor", "EDITOR": "false"])
      try await terminal.write("先在这里写的一行")
      try terminal.send("F5")
      try await terminal.waitFor("3")
      try await terminal.waitUntil("what went wrong, and the text") { screen in
        screen[2] == " 先在这里写的一行" && screen[22].contains("\(desk.root)/editor")
      }
      try await terminal.write("接着写")
    }
  }
}
