import Testing

/// Answers read by programs that know nothing of this one.
@Suite("Outside judges")
struct JudgeTests {
  @Test("python reads the JSON of a meeting", .enabled(if: Binary.judges("python3")))
  func meeting() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "judge.py",
      """
      import json, sys
      [m] = json.load(sys.stdin)
      assert m["expected"] == 8 and m["present"] == 6, m
      assert m["eligible"] == 8 and m["eligiblePresent"] == 6 and m["mayVote"] is True
      assert m["Present"][0] == {"id": "Q1M01", "name": "李敏"} and len(m["Present"]) == 6
      assert m["Absent"][0] == {"id": "Q1M07", "name": "周航", "reason": "值班",
                                "approver": {"id": "Q1M01", "name": "李敏"}}
      assert m["Presider"] == {"id": "Q1M01", "name": "李敏"}
      assert m["By"]["name"] == "李敏" and m["Kind"] == "党员大会"
      [i] = m["items"]
      assert i["title"] == "讨论接收预备党员" and i["kind"] == "表决"
      assert i["minutes"] == "介绍人发言。\\n\\n大家同意。"
      [v] = i["votes"]
      assert v["类别"] == "接收预备党员" and v["赞成"] == 5
      for o in (i, v):
          assert (o["mayVote"], o["needed"], o["passed"]) == (True, 5, True)
      """)
    let run = desk.shell(
      "\"$zhibu\" show \(Sample.meetingId) --format json | python3 judge.py")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("recsel selects from every type of a sample", .enabled(if: Binary.judges("recsel")))
  func recsel() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("demo")
    for type in ["organization", "member", "activity", "matter", "document", "dues"] {
      let counts = desk.shell(
        """
        set -e
        "$zhibu" list \(type) --format rec | recsel -t \(type) -c
        "$zhibu" list \(type) --format json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))'
        "$zhibu" list \(type) | awk 'NR > 1' | wc -l
        """)
      #expect(counts.status == 0, "\(counts.errors)")
      let numbers = Set(counts.lines.map { $0.filter(\.isNumber) })
      #expect(counts.lines.count == 3)
      #expect(numbers.count == 1, "\(type): \(counts.output)")
      #expect(numbers.first != "0")
    }
  }

  @Test("recsel and --kind select the same meetings", .enabled(if: Binary.judges("recsel")))
  func kinds() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("demo")
    let run = desk.shell(
      """
      "$zhibu" list activity --format rec \
        | recsel -t activity -e "(Kind = '党课' || Counts = '党课') && Date >> '2026-03-31' && Date << '2026-07-01'" -P Id \
        | sort | awk 'NF' > by-recsel
      "$zhibu" list activity --kind 党课 --since 2026-04-01 --until 2026-06-30 \
        | awk -F '\\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "Id") c = i; next } { print $c }' \
        | sort > by-zhibu
      diff by-recsel by-zhibu && wc -l < by-zhibu
      """)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect((Int(run.lines.last?.filter(\.isNumber) ?? "") ?? 0) > 10)
  }

  @Test("every due line adds up, in tsv by awk and in JSON by python")
  func due() throws {
    var desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    desk.environment["ZHIBU_STORE"] = desk.folder.path("demo")
    let run = desk.shell(
      """
      "$zhibu" due | awk -F '\\t' 'NF != 9 { exit 1 }
        NR > 1 { want = $4 - $5; if (want < 0) want = 0; if ($6 != want) exit 1; n++; s += $6 }
        END { print n, s }'
      "$zhibu" due --format json | python3 -c '
      import json, sys
      d = json.load(sys.stdin)
      print(len(d), sum(r["missing"] for r in d))'
      """)
    #expect(run.lines.count == 2, "\(run.errors)")
    #expect(run.lines.first == run.lines.last)
    #expect(run.lines.first?.hasPrefix("0 ") == false)
  }

  @Test("rec that is listed can be added to another store", .enabled(if: Binary.judges("recsel")))
  func roundTrip() throws {
    var desk = try Desk.withLedger()
    let strip = "grep -v -e '^Id: ' -e '^By: ' -e '^At: ' -e '^Sum: '"
    let copied = desk.shell(
      """
      for type in organization member activity; do
        "$zhibu" list $type --format rec | \(strip); echo
      done > copy.rec
      "$zhibu" init copy --unit 二所
      "$zhibu" add copy.rec --store copy --as 'Q1M01/limin'
      """)
    #expect(copied.status == 0, "\(copied.errors)")
    func numbers() -> String {
      desk.zhibu("show", Sample.meetingId, "--format", "json").output
        .split(separator: "\"expected\"").last?.split(separator: "\"head\"").first
        .map(String.init) ?? ""
    }
    let original = numbers()
    desk.environment["ZHIBU_STORE"] = desk.folder.path("copy")
    #expect(numbers() == original)
    #expect(original.contains("\"passed\": true"))
  }

  @Test("the sample member's JSON is one object", .enabled(if: Binary.judges("python3")))
  func member() throws {
    let desk = try Desk.withLedger()
    let run = desk.shell(
      """
      "$zhibu" member Q1M01 --format json | python3 -c '
      import json, sys
      [m] = json.load(sys.stdin)
      assert m["id"] == "Q1M01" and m["name"] == "李敏" and m["current"] is True
      assert {"kind": "党员大会", "present": 1, "expected": 1} in m["attendance"], m["attendance"]
      assert m["offices"] == [{"organization": "Q1", "post": "书记"}]
      assert m["hours"] == 0 and m["hoursTarget"] == 56 and m["hoursMissing"] == 56
      '
      """)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("verify in JSON: faults and heads told apart", .enabled(if: Binary.judges("python3")))
  func verify() throws {
    let desk = try Desk.withLedger()
    let path = "ledger/organizations/Q1/member.limin.rec"
    desk.folder.write(path, desk.folder.read(path).replacing("陈晓", with: "陈小"))
    let run = desk.shell(
      """
      "$zhibu" verify --format json > verify.json; echo $?
      python3 -c '
      import json
      d = json.load(open("verify.json"))
      faults = [x for x in d if x["type"] == "fault"]
      assert {"edited"} <= {x["code"] for x in faults}, faults
      assert faults[0]["file"] == "organizations/Q1/member.limin.rec"
      heads = [x for x in d if x["type"] == "head"]
      assert [h["organization"] for h in heads] == ["Q1", None] and len(heads[0]["head"]) == 64
      '
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines == ["1"])
  }
}
