import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("a pasted roster")
struct RosterPasteTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  private func pasted(_ text: String) throws -> FormDesk {
    let desk = try FormDesk()
    desk.open(.pasteRoster(branch))
    desk.paste(text)
    return desk
  }

  @Test("columns in any order, groups made, all written at once")
  func header() throws {
    let desk = try pasted(
      "序号\t党员类别\t姓 名\t党小组\t出生年月\t入党时间\t转正时间\t党内职务\n"
        + "1\t正式\t吴刚\t第三党小组\t1980.3\t2008年7月1日\t2009-7-1\t宣传委员、青年委员\n"
        + "2\t预备党员\t郑爽\t第一党小组\t1999-05\t2026/6/30\t\t\n\n")
    #expect(desk.rows(with: "读到2人,没有错误").count == 1)
    #expect(desk.rows(with: "将新建党小组: 第三党小组").count == 1)
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Organization: Q1G3", "Name: 第三党小组", "Level: 党小组", "Parent: Q1", "Since: 2026-11-20",
        "Member: Q1M10", "Name: 吴刚", "Organization: Q1", "Group: Q1G3", "Status: 正式党员",
        "Post: 宣传委员", "Post: 青年委员", "Born: 1980-03", "Admitted: 2008-07-01",
        "Confirmed: 2009-07-01", "Since: 2026-11-20",
        "Member: Q1M11", "Name: 郑爽", "Organization: Q1", "Group: Q1G1", "Status: 预备党员",
        "Born: 1999-05", "Admitted: 2026-06-30", "Since: 2026-11-20",
      ])
  }

  @Test("names that look like others' are shown before saving, and written all the same")
  func lookAlikes() throws {
    let desk = try pasted("姓名\t党员类别\n⾼明\t正式\n高明\t正式\n钱土\t正式\n钱士\t正式")
    #expect(desk.rows(with: "读到4人,没有错误").count == 1)
    #expect(desk.rows(with: "第3行: 「高明」与 Q1 的 Q1M10(⾼明) 看上去一样").count == 1)
    #expect(desk.rows(with: "第5行: 「钱士」与 Q1 的 Q1M12(钱土) 看上去一样").count == 1)
    desk.press("F2")
    #expect(desk.written.count == 4)
  }

  @Test("without a header the columns stand in the order that the screen names")
  func defaultOrder() throws {
    let desk = try pasted("吴刚\t男\t汉族\t1980.3\t大学\t2008-07-01\t2009-07-01\t正式\t宣传委员\t第一党小组\t三级警督")
    desk.press("F2")
    #expect(
      desk.writtenText() == [
        "Member: Q1M10", "Name: 吴刚", "Organization: Q1", "Group: Q1G1", "Status: 正式党员",
        "Post: 宣传委员", "Rank: 三级警督", "Gender: 男", "Nation: 汉族", "Born: 1980-03",
        "Education: 大学", "Admitted: 2008-07-01", "Confirmed: 2009-07-01", "Since: 2026-11-20",
      ])
  }

  @Test(
    "each fault stands at its line, and nothing is written",
    arguments: [
      ("吴刚\t正式\t2023-02-30", " 第2行: 入党时间 2023-02-30 这一天不存在"),
      ("吴刚\t正式\t2011.7", " 第2行: 入党时间 2011-07 要写到日,如 2011-07-01"),
      ("吴刚\t正式\t去年", " 第2行: 入党时间「去年」不是日期"), ("\t正式\t2011-7-1", " 第2行: 没有姓名"),
      ("吴刚\t党外\t", " 第2行: 党员类别「党外」应为:正式党员、预备党员、发展对象、入党积极分子、入党申请人"),
      ("吴刚\t\t", " 第2行: 吴刚: 没有党员类别(正式党员、预备党员…)"),
      ("李敏\t正式\t2011-7-1", " 第2行: 李敏已在名册(Q1M01);确是同名另一人的,请加一列编号"),
      ("郑爽\t正式\t\n吴刚\t正式\t2011-7-1\t多", " 第3行: 「多」没有对应的列"),
    ])
  func faults(lines: String, shown: String) throws {
    let desk = try pasted("姓名\t党员类别\t入党时间\n" + lines)
    #expect(desk.rows.contains { $0.hasPrefix(String(shown.prefix(30))) }, "\(desk.picture)")
    desk.press("F2")
    #expect(desk.written.isEmpty)
    #expect(desk.form != nil)
    #expect(desk.state.notice?.phrase == .rosterFaults(1))
  }

  @Test("unknown columns are named; Del clears; a second paste replaces the first")
  func unknown() throws {
    let desk = try pasted("姓名\t党员类别\t星座\n吴刚\t正式\t狮子\n")
    #expect(desk.rows(with: "不认识的列,未收入: 星座").count == 1)
    desk.paste("姓名\t党员类别\n郑爽\t正式\n冯一\t正式\n")
    #expect(desk.rows(with: "读到2人").count >= 1)
    desk.press("Del")
    #expect(desk.rows(with: "在电子表格里选中花名册").count == 1)
    desk.press("F2")
    #expect(desk.state.notice?.phrase == .rosterNothingPasted)
  }

  @Test("faults that only the gate sees come back to their line")
  func gate() throws {
    let desk = try pasted(
      "姓名\t党员类别\t入党时间\t转正时间\n吴刚\t正式\t2011-7-1\t2010-7-1\n郑爽\t正式\t2011-7-1\t2012-7-1\n")
    #expect(desk.form?.pasted.table.faults.map(\.line) == [2])
    desk.press("F2")
    #expect(desk.written.isEmpty)
  }
}
