import Glibc
import Testing

/// What only some may read (谈话内容, 处分, 党费, 帮扶) leaves the program with nobody else.
@Suite(
  "What may be read with permission only",
  .enabled(if: Binary.exists("setpriv") && geteuid() == 0, "only root may act for other users"))
struct RestrictedTests {
  /// In every record that only some may read.
  private static let marks = ["绝密甲", "绝密乙", "绝密丙", "7777.77", "116.67"]

  private static let talk = """
    %rec: activity

    Organization: Q1
    Kind: 谈心谈话
    Date: 2026-11-02
    Title: 绝密甲谈话
    Presider: Q1M01
    Present: Q1M02
    Minutes: 绝密甲内容
    State: 未定稿
    Item: 绝密乙议题
    Resolution: 绝密乙决议
    Owner: Q1M02
    Due: 2026-11-30

    %rec: dues

    Organization: Q1
    Member: Q1M02
    Month: 2026-10
    Base: 7777.77
    Rate: 1.5%
    Paid: 116.67
    PaidOn: 2026-10-20

    """

  /// What becomes of the talk's resolution says what the talk said.
  private static let progress = """
    %rec: matter

    Organization: Q1
    Kind: 决议落实
    Title: 绝密乙决议
    Opened: 2026-11-02
    Owner: Q1M02
    Due: 2026-11-30
    Source: Q1-activity-2026-limin-0002#1
    State: 办理中
    Note: 绝密丙进展

    """

  /// A ledger in which talks are restricted; another user may read all but `restricted/`.
  private func desk() throws -> Desk {
    let desk = try Desk.withLedger()
    desk.folder.write("talk.rec", Self.talk)
    desk.folder.write("progress.rec", Self.progress)
    let made = desk.shell(
      """
      set -e
      awk '/^Id: /{own = ($2 == "谈心谈话")} own && /^Restricted: /{$0 = "Restricted: 是"} {print}' \
        ledger/catalog/kind.rec > kind.rec
      grep -q "Restricted: 是" kind.rec
      cat kind.rec > ledger/catalog/kind.rec
      "$zhibu" add talk.rec --as Q1M01/limin
      "$zhibu" add progress.rec --as Q1M01/limin
      mkdir other
      chmod -R o+rX .
      chmod o+rwX other
      chmod -R o-rwx ledger/organizations/Q1/restricted
      """)
    try #require(made.status == 0, "\(made.errors)")
    return desk
  }

  /// Every way out: lists, records, searches, reports, papers, files and calendars.
  private static let everything = """
    ask() { "$zhibu" "$@" || true; }
    export HOME="$PWD/other"
    for type in organization member activity matter document honor review procedure plan team \
      figure dues seal; do
      for format in table rec; do ask list $type --format $format; done
      for format in csv jsonl; do ask export $type --format $format; done
    done
    for format in csv json jsonl ics; do
      ask export due --format $format
      ask export calendar --format $format --since 2026-01-01 --until 2026-12-31
    done
    ask search 绝密; ask search 7777; ask calendar; ask due; ask matters; ask agenda Q1
    ask warnings; ask verify; ask dues; ask terms; ask check --organization Q1
    for id in Q1-activity-2026-limin-0002 Q1-dues-2026-limin-0001 Q1-matter-2026-limin-0001; do
      for format in table json; do ask show $id --format $format; done
      ask print $id; ask print $id --format html
    done
    for id in Q1M01 Q1M02; do
      ask member $id; ask member $id --format json; ask print $id; ask print $id --format html
    done
    ask print Q1 --year 2026; ask print Q1 --year 2026 --format html
    "$zhibu" report --format tsv 2>&1 | cut -f1 > "$HOME/reports" || true
    while read name; do
      ask report "$name" --year 2026
      ask report "$name" --year 2026 --organization Q1 --format json
    done < "$HOME/reports"
    """

  @Test("nothing of it leaves with whoever may not read it; all of it with whoever may")
  func leaves() throws {
    let desk = try desk()
    desk.folder.write("all.sh", Self.everything)
    let folders = desk.folder.files(below: "ledger/organizations/Q1")
    for mark in Self.marks {
      let open = folders.filter { path in
        !path.contains("/restricted/") && desk.folder.read(path).contains(mark)
      }
      #expect(open == [], "\(mark)")
    }
    let told = desk.shell("sh all.sh 2>&1")
    for mark in Self.marks { #expect(told.output.contains(mark), "\(mark)") }
    let untold = desk.shell(
      "setpriv --reuid=65534 --regid=65534 --clear-groups sh all.sh 2>&1")
    #expect(untold.output.contains("李敏"), "it was not asked for at all")
    // What was asked for is said again, with nothing behind it.
    let lines = untold.lines.filter { line in
      Self.marks.contains { line.contains($0) }
    }
    #expect(lines == [], "\(lines.prefix(5))")
    #expect(told.lines.count > 500 && untold.lines.count > 500)
    print("restricted: \(told.lines.count) lines with permission, \(untold.lines.count) without")
  }
}
