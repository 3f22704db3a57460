import Testing

/// `zhibu report` as other programs meet it.
@Suite("zhibu report")
struct ReportCommandTests {
  @Test("a report is line, value, unit; its numbers open to their records")
  func answers() throws {
    let desk = try Desk.withLedger()
    let report = desk.zhibu(
      "report", "支部报表", "--year", "2026", "--organization", "Q1", "--format", "tsv")
    #expect(report.status == 0, "\(report.errors)")
    #expect(report.lines.first == "line\tvalue\tunit")
    #expect(report.lines.contains("党员大会\t1\t次"))
    #expect(report.lines.contains("党员大会人次\t6\t人次"))
    #expect(report.lines.contains("党员\t8\t名"))
    let compared = desk.zhibu("report", "支部报表", "--year", "2026", "--previous")
    #expect(compared.lines.contains("党员大会\t1\t次\t0"))
    let evidence = desk.zhibu("report", "支部报表", "--evidence", "党员大会")
    #expect(evidence.lines.dropFirst().first?.hasPrefix(Sample.meetingId) == true)
    // As it is called in the table that people see.
    let titled = desk.zhibu("report", "支部报表", "--evidence", "党员大会到会")
    #expect(titled.output == evidence.output, "\(titled.errors)")
    let sentence = desk.zhibu(
      "report", "支部报表", "--quarter", "2026-Q4", "--organization", "Q1", "--sentence")
    #expect(
      sentence.output
        == "第四季度召开党员大会1次、支委会0次,讲党课0次,开展主题党日0次,到会6人次。\n")
    #expect(desk.zhibu("report").lines.count == 4)
  }

  @Test(
    "what makes no sense is said with what to do, and the exit status is 2",
    arguments: [
      (["没有"], "没有报表「没有」,现有:支部报表、汇总报表、公开数据"),
      (["支部报表", "--organization", "Q9"], "Q9"),
      (["支部报表", "--evidence", "没有"], "没有「没有」这一行"),
      (["公开数据", "--month", "2026-03"], "只按半年、年编"),
      (["支部报表", "--year", "26"], "「26」不是期间,请写成 2026"),
      (["支部报表", "--month", "2026-13"], "「2026-13」不是期间,请写成 2026-03"),
      (["支部报表", "--year", "2026", "--month", "2026-03"], "只能写一种"),
      (["支部报表", "--since", "2026-03-01"], "要一起写"),
      (["支部报表", "--since", "2026-03-02", "--until", "2026-03-01"], "2026-03-02"),
    ])
  func refuses(arguments: [String], saying: String) throws {
    let desk = try Desk.withLedger()
    let run = Binary.run(
      Binary.path, ["report"] + arguments, environment: desk.environment, in: desk.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(saying), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("a catalogue with a fault in a line says where, and the rest is answered")
  func fault() throws {
    let desk = try Desk.withLedger()
    _ = desk.shell(
      "sed -i 's/^Measure: Sum Sessions or 1$/Measure: Sum/' ledger/catalog/report.rec")
    let run = desk.zhibu("report", "支部报表", "--format", "tsv")
    #expect(run.status == 1)
    #expect(run.errors.contains("catalog/report.rec:"))
    #expect(run.lines.contains("党员大会\t1\t次"))
    #expect(!run.lines.contains { $0.hasPrefix("培训期数\t") })
    #expect(desk.zhibu("catalog", "check").status == 1)
  }

  @Test("a folder in place of the file is said, and the program's own reports are answered")
  func folder() throws {
    let desk = try Desk.withLedger()
    _ = desk.shell("rm ledger/catalog/report.rec; mkdir ledger/catalog/report.rec")
    let run = desk.zhibu("report", "支部报表", "--format", "tsv")
    #expect(run.errors.contains("catalog/report.rec: 这里应是文件,却是文件夹"), "\(run.errors)")
    #expect(run.status == 1)
    #expect(run.lines.contains("党员大会\t1\t次"))
  }

  @Test("a period before all reports is said to be one")
  func tooEarly() throws {
    let desk = try Desk.withLedger()
    let run = desk.zhibu("report", "支部报表", "--year", "1900")
    #expect(run.status == 2)
    #expect(run.errors.contains("目录里最早的从 1949-10-01 起有效"), "\(run.errors)")
  }

  @Test("a ledger made before there were reports has the program's")
  func standIn() throws {
    let desk = try Desk.withLedger()
    _ = desk.shell("rm ledger/catalog/report.rec")
    #expect(desk.zhibu("report").lines.count == 4)
    #expect(desk.zhibu("catalog", "diff").output.contains("支部报表"))
  }

  @Test("what was published is told with its article, and not compared with a part of the unit")
  func published() {
    let desk = Desk()
    let made = desk.zhibu("demo", "--seed-case", "三维融合", "--directory", "case", "--no-open")
    #expect(made.status == 0)
    func compared(_ arguments: String...) -> (verdicts: Set<String>, errors: String) {
      let run = desk.shell(
        "\"$zhibu\" report 公开数据 --compare --store case --format tsv \(arguments.joined(separator: " "))"
      )
      let cells = run.lines.dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
      return (Set(cells.map { $0.last ?? "" }), run.errors)
    }
    let whole = compared()
    #expect(whole.verdicts == ["相等", ""])
    #expect(whole.errors.contains("《三维融合聚合力 党建引领促发展》(扎兰屯监狱)"), "\(whole.errors)")
    #expect(compared("--organization", "DW").verdicts == ["相等", ""])
    let branch = compared("--organization", "Q1")
    #expect(branch.verdicts == ["不比", ""])
    #expect(branch.errors.contains("不与下级组织相比"), "\(branch.errors)")
  }

  @Test("the records behind a line stand by their days")
  func evidenceByDay() {
    let desk = Desk()
    #expect(desk.zhibu("demo", "--directory", "case", "--no-open").status == 0)
    for line in ["党员大会", "主题党日", "检查问题"] {
      let run = desk.zhibu(
        "report", "汇总报表", "--evidence", line, "--store", "case", "--format", "tsv")
      let days = run.lines.dropFirst().map { String($0.split(separator: "\t")[2]) }
      #expect(days.count > 10 && days == days.sorted(), "\(line): \(days)")
    }
  }
}
