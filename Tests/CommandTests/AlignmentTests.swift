import Testing

/// Tables and papers of plain text, measured by Python's wcwidth.
@Suite("Columns of text")
struct AlignmentTests {
  /// People and matters whose names are wide, rare (CJK Extension B and E) and combining.
  private static let odd = """
    %rec: member

    Member: Q1M11
    Name: 𠀀𬱖
    Organization: Q1
    Status: 正式党员
    Admitted: 2008-11-25
    Since: 2020-01-01

    Member: Q1M12
    Name: Ane\u{301}s·买合木提江
    Organization: Q1
    Status: 预备党员
    Admitted: 2025-12-01
    Post: e\u{301}e\u{301}委员
    Since: 2025-12-01

    Member: Q1M13
    Name: བཀྲ་ཤིས་
    Organization: Q1
    Status: 正式党员
    Since: 2020-01-01

    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 𠀀e\u{301}字难写,ｆｕｌｌ宽
    Opened: 2026-10-01
    Owner: Q1M12
    Due: 2026-11-25
    State: 办理中

    Organization: Q1
    Kind: 办实事
    Title: a
    Opened: 2026-10-02
    Owner: Q1M11
    Due: 2026-12-25
    State: 办理中

    """

  @Test(
    "every cell of every table begins or ends where its heading does",
    .enabled(if: Binary.judges(module: "wcwidth")))
  func tables() throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu("add", "-", "--as", "Q1M01/limin", input: Self.odd)
    try #require(added.status == 0, "\(added.errors)")
    desk.folder.write(
      "judge.py",
      """
      import subprocess, sys, wcwidth
      def columns(text): return max(0, sum(max(0, wcwidth.wcwidth(c)) for c in text))
      def cells(line):
          # Runs of text parted by two blanks or more: where each begins and ends.
          found, at = [], 0
          for part in line.split("  "):
              text = part.strip(" ")
              if text:
                  start = at + columns(part) - columns(part.lstrip(" "))
                  found.append((start, start + columns(text)))
              at += columns(part) + 2
          return found
      checked = tables = 0
      for command in sys.argv[2].split(";"):
          done = subprocess.run([sys.argv[1], *command.split(), "--format", "table"], capture_output=True)
          lines = done.stdout.decode().rstrip("\\n").split("\\n")
          assert done.returncode in (0, 1) and len(lines) > 1, (command, done.stderr.decode())
          heads = cells(lines[0])
          tables += 1
          for line in lines[1:]:
              for start, end in cells(line):
                  assert any(start == s or end == e for s, e in heads), (command, line, heads, start, end)
                  checked += 1
      print("tables", tables, "cells", checked)
      """)
    let commands =
      "list member;list matter;list activity;list organization;calendar;due;matters;dates;terms;warnings;procedures;check"
    let run = desk.shell("\(Binary.python) judge.py \"$zhibu\" '\(commands)'")
    #expect(run.status == 0, "\(run.errors)")
    print("aligned:", run.lines.last ?? "")
  }

  @Test(
    "no line of a paper is wider than 80 columns", .enabled(if: Binary.judges(module: "wcwidth")))
  func papers() throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu("add", "-", "--as", "Q1M01/limin", input: Self.odd)
    try #require(added.status == 0, "\(added.errors)")
    let run = desk.shell(
      """
      (for paper in notice sign-in ballots count minutes copy; do
        "$zhibu" print \(Sample.meetingId) --paper $paper || true
      done
      "$zhibu" print Q1M12; "$zhibu" print Q1) 2>/dev/null | \(Binary.python) -c '
      import sys, wcwidth
      lines = sys.stdin.read().split("\\n")
      widths = [sum(max(0, wcwidth.wcwidth(c)) for c in l) for l in lines]
      wide = [l for l, w in zip(lines, widths) if w > 80]
      assert not wide, wide[:3]
      print("lines", len(lines), "widest", max(widths))'
      """)
    #expect(run.status == 0, "\(run.errors)")
    print("papers:", run.lines.last ?? "")
    #expect((Int(run.lines.last?.split(separator: " ").dropFirst().first ?? "") ?? 0) > 200)
  }
}
