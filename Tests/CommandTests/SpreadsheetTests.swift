import Testing

/// What leaves for spreadsheets, read by Python's csv module.
@Suite("Spreadsheets")
struct SpreadsheetTests {
  static let titles = [
    "=HYPERLINK(1)", "+86", "-3", "-3+1", "@A1", "＝1", "先进,\"优秀\"", "\"\u{301}", "一\n二", "'",
    "𬱖 ئۇيغۇر ᠮᠣᠩᠭᠣᠯ བོད་", "2026", "a\u{3000}b", ";", "'=1",
  ]

  @Test(
    "python reads every cell of list, due, check and verify as it stands in JSON",
    .enabled(if: Binary.judges("python3")))
  func judge() throws {
    let desk = try Desk.withLedger()
    let records = Self.titles.map { title in
      "Organization: Q1\nKind: 意见建议\nTitle: \(title.replacing("\n", with: "\n+ "))\n"
        + "Opened: 2026-03-12\nState: 办理中\n\n"
    }
    let added = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin", input: "%rec: matter\n\n" + records.joined())
    #expect(added.status == 0, "\(added.errors)")
    // Typed by hand: a torn tail that verify quotes nothing of, and a control in a value.
    let path = "ledger/organizations/Q1/activity-2026.limin.rec"
    desk.folder.write(
      path, desk.folder.read(path).replacing("二楼会议室", with: "=二楼\u{1B}[2J\u{202E}室"))
    desk.folder.write(
      "judge.py",
      """
      import csv, io, json, subprocess, sys
      zhibu, bom = sys.argv[1], sys.argv[2:] == ["bom"]
      cells = defused = 0
      for command in (["list", "matter"], ["list", "member"], ["due"], ["check"], ["verify"]):
          def run(form):
              return subprocess.run([zhibu, *command, "--format", form] + ["--bom"] * bom,
                                    capture_output=True).stdout
          raw = run("csv")
          assert raw.startswith(b"\\xef\\xbb\\xbf") == bom
          assert raw.count(b"\\r\\n") == raw.count(b"\\r") and raw.endswith(b"\\r\\n")
          text = io.StringIO(raw.decode("utf-8-sig" if bom else "utf-8"), newline="")
          rows = list(csv.reader(text, strict=True))
          items = [x for x in json.loads(run("json")) if x.get("type") != "head"]
          assert len(rows) == len(items) + 1 and len({len(r) for r in rows}) == 1, command
          for row, item in zip(rows[1:], items):
              for name, cell in zip(rows[0], row):
                  value = item.get(name)
                  if isinstance(value, list) or isinstance(value, dict): continue
                  text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
                  if cell != text:
                      assert cell == "'" + text and text[0] in "'=+-@＝＋－＠", (cell, text)
                      defused += 1
                  else:
                      assert not text or text[0] not in "'=+@＝＋－＠", text
                  # As the help says how to have it back.
                  assert (cell[1:] if cell.startswith("'") else cell) == text
                  cells += 1
      print("cells", cells, "defused", defused)
      """)
    for argument in ["", "bom"] {
      let run = desk.shell("python3 judge.py \"$zhibu\" \(argument)")
      #expect(run.status == 0, "\(run.errors)")
      print("csv:", run.lines.last ?? "")
      #expect(run.lines.last?.hasSuffix("defused 7") == true, "\(run.output)")
    }
    let shown = desk.zhibu("show", Sample.meetingId, "--exact", "--format", "csv")
    #expect(shown.output.contains(",'=二楼␛[2J␦室,"), "\(shown.output)")
  }

  @Test("on a terminal csv has no carriage returns to show")
  func terminal() throws {
    let desk = try Desk.withLedger()
    let run = desk.onTerminal("list", "member", "--format", "csv")
    #expect(run.lines.first?.hasPrefix("Id,Member,Name,") == true)
    #expect(!run.output.contains("␍"))
  }
}
