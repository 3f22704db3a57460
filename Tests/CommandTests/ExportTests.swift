import Glibc
import Testing

/// Files that leave the program, read by others.
@Suite("Files for other programs")
struct ExportTests {
  /// What is coming at a branch of one: a matter of many words, a plan, somebody's birthday.
  private static let coming = """
    %rec: matter

    Organization: Q1
    Kind: 检查问题
    Title: 台账不全; 缺签名, 须补\\齐:一句很长的话,为的是在七十五个八位字节处折行而不切开任何一个汉字
    + 第二行
    Opened: 2026-10-01
    Due: 2026-11-25
    State: 办理中

    %rec: plan

    Organization: Q1
    Period: 2026-12
    Kind: 党课
    Title: 书记讲党课
    Number: 1

    Organization: Q1
    Period: 2026
    Title: 全年计划没有日子,不在日历里

    %rec: member

    Member: Q1M09
    Name: 𬱖晓
    Organization: Q1
    Status: 预备党员
    Admitted: 2025-12-01
    Since: 2025-12-01

    """

  private func desk() throws -> Desk {
    let desk = try Desk.withLedger()
    let added = desk.zhibu("add", "-", "--as", "Q1M01/limin", input: Self.coming)
    try #require(added.status == 0, "\(added.errors)")
    return desk
  }

  @Test(
    "icalendar accepts the calendar, and reads in it what zhibu calendar says",
    .enabled(if: Binary.judges(module: "icalendar")))
  func calendar() throws {
    let desk = try desk()
    for (arguments, file) in [
      (["calendar"], "all.ics"), (["calendar", "--until", "2028-12-31"], "long.ics"),
    ] {
      let export = desk.shell(
        "\"$zhibu\" export \(arguments.joined(separator: " ")) -o \(file)"
          + " && \"$zhibu\" \(arguments.joined(separator: " ")) --format json > items.json")
      #expect(export.status == 0, "\(export.errors)")
      desk.folder.write(
        "judge.py",
        """
        import icalendar, json, sys
        raw = open(sys.argv[1], "rb").read()
        assert raw.count(b"\\r\\n") == raw.count(b"\\n") == raw.count(b"\\r") and raw.endswith(b"\\r\\n")
        longest = max(len(l) for l in raw.split(b"\\r\\n"))
        assert longest <= 75, longest
        for line in raw.split(b"\\r\\n"): line.decode("utf-8")
        calendar = icalendar.Calendar.from_ical(raw)
        assert calendar["version"] == "2.0" and calendar["prodid"].startswith("-//zhibu//")
        events = calendar.walk("vevent")
        items = json.load(open("items.json"))
        assert len(events) == len(items) == len({e["uid"] for e in events}), (len(events), len(items))
        for event, item in zip(events, items):
            assert not event.errors, event.errors
            start = event.decoded("dtstart")
            assert start.isoformat() == item["date"], (start, item)
            assert (event.decoded("dtend") - start).days == 1
            assert str(event["summary"]) == item["text"] + " · " + item["name"], event["summary"]
            assert str(event["uid"]) == item["uid"] + "@zhibu"
            assert event.decoded("dtstamp").isoformat().startswith("2026-11-")
            assert event["categories"].to_ical().decode() == item["kindName"]
        print("events", len(events), "longest line", longest)
        """)
      let judged = desk.shell("\(Binary.python) judge.py \(file)")
      #expect(judged.status == 0, "\(judged.errors)")
      print("ics:", judged.lines.last ?? "")
    }
  }

  @Test("what stands in the calendar of a branch, day by day")
  func items() throws {
    let desk = try desk()
    let run = desk.shell(
      "\"$zhibu\" calendar --until 2027-03-31 | awk -F '\\t' '$4 != \"due\"' | cut -f 1,4,6,7")
    #expect(
      run.lines == [
        "date\tkind\ttext\tmember",
        "2026-11-25\tmatter\t检查问题 台账不全; 缺签名, 须补\\齐:一句很长的话,为的是在七十五个八位字节处折行而不切开任何一个汉字\t",
        "2026-12-01\tprobation\t𬱖晓 预备期满\tQ1M09", "2026-12-01\tbirthday\t𬱖晓 第1个政治生日\tQ1M09",
        "2026-12-31\tplan\t书记讲党课 ×1\t", "2027-03-01\tterm\t任期届满\t",
      ], "\(run.output)")
    let past = desk.zhibu(
      "calendar", "--since", "2026-10-01", "--until", "2026-12-31", "--format", "json")
    // 支部委员会会议 every month: that of October was not held, that of December is to come.
    #expect(past.output.contains("\"支部委员会会议 欠1次\""), "\(past.output)")
    #expect(past.output.contains("\"支部委员会会议 还要开1次\""))
    #expect(past.output.contains("\"支部委员会会议 应开1次\""))
  }

  @Test("names of events stay when a day is moved, a resolution is taken up, another day is asked")
  func stability() throws {
    let desk = try desk()
    func uids() -> [String] {
      desk.shell(
        "\"$zhibu\" calendar --until 2026-12-31 --format json | grep -o '\"uid\": \"[^\"]*'"
      )
      .lines.sorted()
    }
    let before = uids()
    let moved = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin",
      input: """
        %rec: matter

        Organization: Q1
        Kind: 检查问题
        Title: 台账不全
        Opened: 2026-10-01
        Due: 2026-12-20
        State: 阶段完成
        Follows: Q1-matter-2026-limin-0001

        """)
    #expect(moved.status == 0, "\(moved.errors)")
    #expect(uids() == before)
    #expect(desk.shell("\"$zhibu\" calendar | grep -c 2026-12-20").lines == ["1"])
  }

  @Test(
    "CSV, JSON and JSON lines say the same, to the last line end",
    .enabled(if: Binary.judges("python3")))
  func roundTrip() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("demo")
    desk.folder.write(
      "judge.py",
      """
      import csv, json, subprocess, sys
      zhibu = sys.argv[1]
      cells = rows_read = several = 0
      for kind in sys.argv[2].split():
          def export(form, *more):
              done = subprocess.run([zhibu, "export", kind, "--since", "2026-08-01", "-o", "out." + form, *more], capture_output=True)
              assert done.returncode == 0, (kind, done.stderr.decode())
              return "out." + form
          records = json.load(open(export("json")))
          lines = [json.loads(l) for l in open(export("jsonl"), encoding="utf-8").read().splitlines()]
          assert lines == records, kind
          for bom in ([], ["--bom"])[:1 + (kind == "member")]:
              raw = open(export("csv", *bom), "rb").read()
              assert raw.startswith(b"\\xef\\xbb\\xbf") == bool(bom)
              rows = list(csv.DictReader(open("out.csv", encoding="utf-8-sig", newline=""), strict=True))
              assert len(rows) == len(records), kind
              for row, record in zip(rows, records):
                  rows_read += 1
                  for name, cell in row.items():
                      cell = cell[1:] if cell.startswith("'") else cell
                      value = record.get(name)
                      if isinstance(value, bool): value = str(value).lower()
                      if value is None: value = ""
                      if isinstance(value, dict): continue
                      if isinstance(value, list):
                          if all(isinstance(v, str) for v in value):
                              value = ("; " if name != "evidence" else " ").join(value); several += 1
                          else: continue
                      assert cell == str(value), (kind, name, cell, value)
                      cells += 1
      print("rows", rows_read, "cells", cells, "lists", several)
      """)
    let types =
      "organization member activity matter review procedure plan dues due calendar"
    let run = desk.shell("python3 judge.py \"$zhibu\" '\(types)'")
    #expect(run.status == 0, "\(run.errors)")
    print("export:", run.lines.last ?? "")
  }

  @Test(
    "an empty store, a place that is not there, a full disk: a sentence, and nothing half written")
  func badInput() throws {
    var desk = Desk()
    #expect(desk.zhibu("init", "empty", "--unit", "青石监狱").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("empty")
    let empty = desk.zhibu("export", "activity")
    #expect(empty.status == 0 && empty.lines.count == 1)
    #expect(empty.errors.contains("没有可导出的记录"))
    let none = desk.zhibu("export", "calendar", "--format", "ics")
    #expect(none.output.hasPrefix("BEGIN:VCALENDAR\r\n"), "\(none.output)")
    #expect(desk.zhibu("calendar").errors.contains("没有符合的记录") || none.status == 0)
    #expect(desk.zhibu("export", "activity", "-o", "no/a.csv").status == 3)
    #expect(desk.zhibu("export", "activity", "-o", "empty/catalog/a.csv").status == 2)
    #expect(desk.zhibu("export", "activity", "--format", "ics").status == 2)
    #expect(desk.zhibu("export", "activity", "--format", "table").status == 2)
    #expect(desk.zhibu("export", "nothing").status == 2)
    #expect(
      desk.zhibu("export", "calendar", "--since", "2026-02-01", "--until", "2026-01-01").status == 2
    )
    for name in ["", "home", "home/"] {
      let run = desk.zhibu("export", "activity", "-o", name)
      #expect(run.status == 3 && !run.errors.contains("没有文件夹"), "\(name): \(run.errors)")
    }
    desk.folder.write("kept.csv", "as it was")
    let refused = desk.shell(
      "(ulimit -f 0; trap '' XFSZ; exec \"$zhibu\" export member -o kept.csv 2>&-); echo $?; ls")
    #expect(refused.lines.contains("3"), "\(refused.output) \(refused.errors)")
    #expect(desk.folder.read("kept.csv") == "as it was")
    #expect(!refused.output.contains("tmp"), "\(refused.output)")
  }

  @Test("a pipe, a device and a link stay what they are; a lone - is the standard output")
  func streams() throws {
    let desk = try Desk.withLedger()
    let run = desk.shell(
      """
      set -e
      "$zhibu" export member > plain.csv
      mkfifo pipe
      printf '%s\\n' 'cat pipe > read.csv' '"$zhibu" export member -o pipe 2>/dev/null' > both
      zhibu="$zhibu" xargs -P 2 -d '\\n' -I line sh -c line < both
      test -p pipe
      echo old > target.csv
      ln -s target.csv link.csv
      "$zhibu" export member -o link.csv 2>/dev/null
      test -h link.csv
      "$zhibu" export member -o /dev/stdout 2>/dev/null | cat > stdout.csv
      "$zhibu" export member -o - > dash.csv 2>/dev/null
      test ! -e ./-
      for file in read target stdout dash; do cmp plain.csv $file.csv; done
      """)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    if geteuid() == 0 {
      let device = desk.shell("mknod null c 1 3 && \"$zhibu\" export member -o null; ls -l null")
      #expect(device.output.hasPrefix("c"), "\(device.output) \(device.errors)")
    }
  }
}
