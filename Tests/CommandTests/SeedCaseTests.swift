import Testing

/// The samples of institutions: what was published of them comes out of single records.
@Suite("zhibu demo --seed-case")
struct SeedCaseTests {
  /// Cases that are made in seconds; the province has a test of its own.
  static let cases = ["三维融合", "乔司", "湖南", "广西"]

  /// Lines that count people or meetings of which only 余 was printed.
  static let approximate: Set<String> = ["抽调人员", "送教教官", "调研交流会"]

  /// How many warnings of each sort there are, their text without numbers. Of 14,285 meetings of a
  /// province 542 were lessons of leaders; with 10 committee meetings, 3 assemblies and a lesson in
  /// each of 631 branches 4,909 are left for the groups, and none for its 248 党总支. No talk was
  /// published.
  private static let owed = [
    "湖北": [
      "owed 党小组会欠项应已": 631 * 10 - 4909, "owed 党课欠项应已": 631 * 2,
      "owed 总支党员大会欠项应已": 248, "owed 总支党课欠项应已": 248, "talks 谈心谈话应对人已": 631,
    ],
    "乔司": [:], "湖南": [:], "广西": [:],
  ]

  private func warnings(_ desk: Desk) -> [String: Int] {
    let run = desk.zhibu("warnings", "--store", "case", "--format", "tsv")
    return run.lines.dropFirst().reduce(into: [:]) { counts, line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let words = cells[4].filter { $0.isLetter && !$0.isASCII }
      counts["\(cells[2]) \(words)", default: 0] += 1
    }
  }

  private func compared(_ desk: Desk) -> [[String]] {
    let run = desk.zhibu("report", "公开数据", "--compare", "--store", "case", "--format", "tsv")
    #expect(run.status == 0, "\(run.errors)")
    return run.lines.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func scripts() -> String {
    "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Oracle"
  }

  /// - Parameter isWhole: whether every report is compared with the oracle, and not 公开数据 alone.
  private func check(_ name: String, isWhole: Bool = true) {
    var desk = Desk()
    let made = desk.zhibu("demo", "--seed-case", name, "--directory", "case", "--no-open")
    #expect(made.status == 0, "\(made.errors)")
    let verify = desk.zhibu("verify", "--store", "case")
    #expect(verify.status == 0, "\(verify.output)")
    let rows = compared(desk)
    let published = rows.filter { !$0[4].isEmpty }
    for row in published {
      let expected = Self.approximate.contains(row[0]) ? ["相符"] : ["相等", "引用"]
      #expect(expected.contains(row[7]), "\(row)")
    }
    withoutFile(desk, rows, published.count, isWhole)
    if let owed = Self.owed[name] { #expect(warnings(desk) == owed) }
    let spread = spread(desk)
    #expect(made.errors.contains(spread), "\(made.errors)")
    print("\(name): \(published.count) published; \(spread)")
    guard Binary.judges("python3") else { return }
    desk.environment["PYTHONDONTWRITEBYTECODE"] = "1"
    let whole = "report_compare.py \"$zhibu\" case ALL 2026-11-20=2026"
    for judge in isWhole ? [whole, moves(name)] : [moves(name)] {
      let oracle = desk.shell("python3 '\(scripts())'/\(judge)")
      print("\(name): \(oracle.output)")
      #expect(oracle.status == 0, "\(oracle.output)\(oracle.errors)")
      #expect(oracle.output.contains(" 0 implausible"))
    }
  }

  /// How many activities the branches have with their groups, counted in the files: what `demo`
  /// says, too.
  private func spread(_ desk: Desk) -> String {
    let counted = desk.shell(
      #"""
      { grep -rl '' --include='member*.rec' case/organizations
        grep -r '^Kind:' --include='activity*.rec' case/organizations; } | awk -F/ '
        { place = $3; sub(/G[0-9]+$/, "", place) }
        !/:Kind:/ { branches[place] = 1; next }
        { count[place]++ }
        END { for (place in branches) print count[place] + 0 }' | sort -n |
      awk '{ count[NR] = $1 } END {
        print NR "个支部(含党小组)各有活动:最少" count[1] "次,居中" count[int((NR + 1) / 2)] \
          "次,最多" count[NR] "次" }'
      """#)
    return String(counted.output.dropLast())
  }

  /// One record for each figure added, corrected and withdrawn, by who keeps the books above.
  private func moves(_ name: String) -> String {
    let writers = ["三维融合": "Q15M05", "乔司": "Q22M05", "湖南": "J2M05", "广西": "JGM05", "湖北": "JGB1M05"]
    return "report_moves.py \"$zhibu\" case \(writers[name] ?? "")/tester 2026 2026-11-20"
  }

  /// Without the file of what was published its columns are empty, and all else is as it was.
  private func withoutFile(_ desk: Desk, _ rows: [[String]], _ count: Int, _ isWhole: Bool) {
    let file = desk.shell("grep -c '^Value:' case/catalog/published.rec").output
    #expect("\(count)\n" == file)
    func whole() -> String {
      desk.zhibu("report", "公开数据", "--store", "case", "--format", "json").output
    }
    let report = isWhole ? whole() : ""
    #expect(desk.shell("mv case/catalog/published.rec .").status == 0)
    #expect(compared(desk) == rows.map { $0.prefix(4) + ["", "", "", ""] })
    if isWhole { #expect(whole() == report) }
    #expect(desk.shell("mv published.rec case/catalog/").status == 0)
  }

  @Test(
    "every published figure comes out of the records, as the oracle finds too", arguments: cases)
  func figures(name: String) { check(name) }

  /// When it is asked for, with every report: it takes two minutes of a processor and more.
  @Test(
    "and those of a province of 915 organisations, where only what follows from them is owed",
    .enabled(if: Binary.environment("ZHIBU_PROVINCE") != nil))
  func province() {
    check("湖北", isWhole: true)
  }

  @Test("the program is built without what was published", .enabled(if: Binary.judges("clang")))
  func builtWithout() {
    let desk = Desk()
    let resources =
      scripts().split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/") + "/Resources"
    let run = desk.shell(
      """
      cp -r '\(resources)' . && find Resources -name published.rec -exec rm {} + &&
      clang -std=c2x -I Resources/include -c Resources/resources.c -o without.o &&
      grep -c 'packs/湖北/pack.rec' without.o && ! grep -q published.rec without.o
      """)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("the same seed and day give the same ledger, another seed another")
  func same() {
    let desk = Desk()
    for (folder, seed) in [("a", "3"), ("b", "3"), ("c", "4")] {
      let made = desk.zhibu(
        "demo", "--seed-case", "湖南", "--directory", folder, "--no-open", "--seed", seed)
      #expect(made.status == 0, "\(made.errors)")
    }
    #expect(desk.shell("diff -r a b").output.isEmpty)
    #expect(!desk.shell("diff -rq a c").output.isEmpty)
  }

  @Test(
    "on any day of the year the figures are those of a year",
    arguments: ["2026-03-05", "2026-10-01", "2026-12-31"])
  func days(today: String) {
    let desk = Desk()
    let made = desk.zhibu(
      "demo", "--seed-case", "三维融合", "--directory", "case", "--no-open", "--today", today)
    #expect(made.status == 0, "\(made.errors)")
    let run = desk.zhibu(
      "report", "公开数据", "--compare", "--store", "case", "--format", "tsv", "--today", today)
    #expect(run.lines.filter { $0.hasSuffix("相等") }.count == 37, "\(run.output)")
    #expect(!run.output.contains("不等"))
  }

  @Test("the cases are listed, and another name is refused with their names")
  func list() {
    let desk = Desk()
    let list = desk.zhibu("demo", "--list-seed-cases").output
    for name in Self.cases + ["湖北"] { #expect(list.contains(name)) }
    let wrong = desk.zhibu("demo", "--seed-case", "哪里", "--directory", "case", "--no-open")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("三维融合"))
  }
}

@Suite("zhibu init --pack and zhibu catalog pack")
struct PackCommandTests {
  @Test("packs are switched on with a new ledger or later, and a secretary sees no others")
  func switchOn() {
    let desk = Desk()
    let made = desk.zhibu("init", "one", "--unit", "一", "--pack", "三维融合", "--pack", "乔司")
    #expect(made.status == 0)
    #expect(made.errors.contains("已启用 三维融合、乔司"), "\(made.errors)")
    #expect(desk.zhibu("init", "two", "--unit", "二").status == 0)
    let list = desk.zhibu("catalog", "list", "--store", "two").output
    #expect(!list.contains("业务导向型学习"))
    let later = desk.zhibu("catalog", "pack", "三维融合", "乔司", "--store", "two")
    #expect(later.status == 0, "\(later.errors)")
    for store in ["one", "two"] {
      #expect(desk.zhibu("catalog", "check", "--store", store).status == 0)
      #expect(desk.zhibu("catalog", "diff", "--store", store).status == 0)
      #expect(desk.zhibu("verify", "--store", store).status == 0)
      let packs = desk.zhibu("catalog", "packs", "--store", store, "--format", "tsv").lines
      #expect(packs.count == 6)
      #expect(packs.filter { $0.contains("\t是\t") }.count == 2, "\(packs)")
    }
    // What is owed begins on the day on which the pack was switched on.
    #expect(desk.shell("grep -c '^Since: 2026-11-20' two/catalog/obligation.rec").output != "0\n")
    let again = desk.zhibu("catalog", "pack", "乔司", "--store", "two")
    #expect(again.status == 0)
    #expect(again.errors.contains("已经启用"))
    #expect(desk.zhibu("catalog", "pack", "没有", "--store", "two").status == 2)
    #expect(desk.zhibu("init", "three", "--unit", "三", "--pack", "没有").status == 2)
  }

  @Test(
    "recutils accepts every file of a catalogue with all packs",
    .enabled(if: Binary.judges("recfix")))
  func recutils() {
    let desk = Desk()
    let packs = ["三维融合", "湖北", "乔司", "湖南", "广西"].map { "--pack \($0)" }.joined(separator: " ")
    let run = desk.shell(
      """
      "$zhibu" init all --unit 全 \(packs) && for file in all/catalog/*.rec; do
        recfix --check "$file" || echo "$file"; done
      """)
    #expect(run.status == 0)
    #expect(run.output.isEmpty, "\(run.output)\(run.errors)")
  }
}
