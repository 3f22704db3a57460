import Archive
import Foundation
import Testing

@Suite struct SelectionTests {
  static let record = """
    Kind: 党课
    Title: 第一议题:学习
    Hours: 1.5
    Number: 3
    Present: Q1M01(李敏)
    Present: Q1M02(陈晓)
    Present: Q1M03(张建国)
    Tag: 维度=学用
    Tag: 维度=组织
    Date: 2026-03-12
    At: 2026-03-12T14:30:05+08:00
    Minutes: 第一行
    + 第二行
    Headcount: 1000+
    Empty:

    """

  /// Expression and whether it selects the record above, by recutils' meaning.
  static let cases: [(String, Bool)] = [
    ("Kind = '党课'", true), ("Kind = \"党课\"", true), ("Kind != '党课'", false),
    ("Kind = '党课' && Hours > 1", true), ("Kind = '党课' && Hours > 1.5", false),
    ("Hours >= 1.5", true), ("Hours = 1.50", true), ("Hours = '1.50'", false),
    ("Number = 3", true), ("Number = '3'", true), ("Number = '03'", false), ("Number < 4", true),
    ("Number <= 2", false), ("2 < Number", true), ("Number != 3", false), ("Number > -1", true),
    ("#Present >= 3", true), ("#Present = 3", true), ("#Present > 3", false), ("#Present", true),
    ("#Absent", false), ("!#Absent", true), ("#Absent = 0", true), ("!(#Absent)", true),
    ("Present = 'Q1M02(陈晓)'", true), ("Present ~ 'Q1M03'", true), ("Present ~ 'Q1M04'", false),
    ("Tag = '维度=组织'", true), ("Tag = '维度=学用' && Tag = '维度=组织'", false),
    ("Tag = '维度=学用' && Present ~ 'Q1M02'", true),
    ("Tag = '维度=组织' && Present ~ 'Q1M02'", false),
    ("Tag != '维度=学用'", true), ("!(Tag = '维度=学用')", true), ("!(Kind = '党课')", false),
    ("#Present > 1 && Present ~ 'Q1M02'", false), ("#Present > 1 && Tag = '维度=组织'", true),
    ("Title ~ '第一议题'", true), ("Minutes ~ '第二'", true), ("Minutes = '第一行'", false),
    ("Missing = ''", true), ("Missing = 0", true), ("Missing < 1", true), ("Missing ~ ''", true),
    ("Empty = ''", true), ("Empty = 0", true),
    ("Date >> '2026-03-01'", true), ("Date << '2026-03-12'", false),
    ("Date == '2026-03-12'", true), ("At >> '2026-03-12'", true), ("Date << At", true),
    ("At == '2026-03-12'", false), ("!(Date >> '2026-03-12')", true),
    ("Kind >> '2026-01-01'", false), ("!(Kind >> '2026-01-01')", false),
    ("Kind = 0", false), ("Kind != 0", false), ("!(Kind = 0)", false),
    ("Kind > 1 || Number = 3", false), ("Number = 3 || Kind > 1", false),
    ("Headcount > 999", false), ("!(Headcount > 999)", false),
    ("Kind = '党课' || Kind = '主题党日'", true),
    ("Kind = '大会' || Kind = '党课' && Number = 9", false),
    ("(Kind = '大会' || Kind = '党课') && Number = 3", true),
    ("Number=3&&Kind='党课'", true), ("'a' = 'a'", true), ("1 = 1", true),
    ("#Present >= 2 && #Tag >= 2 || Kind = 'x'", true), ("!(!(Number = 3))", true),
  ]

  @Test(arguments: cases) func selects(expression: String, expected: Bool) throws {
    let selection = try Selection(expression)
    #expect(selection.selects(try fields(Self.record)) == expected)
  }

  @Test(arguments: cases) func recselAgrees(expression: String, expected: Bool) throws {
    let result = try run("recsel", ["-c", "-e", expression], input: Array(Self.record.utf8))
    #expect(result.output == (expected ? "1\n" : "0\n"))
  }

  @Test(arguments: [
    ("", SelectionError.Problem.unexpectedEnd, 1), ("Kind", .noComparison, 5),
    ("Kind =", .unexpectedEnd, 7), ("Kind = '党课", .openText, 8),
    ("Kind = '党课' &&", .unexpectedEnd, 15), ("(Kind = 'a'", .unexpectedEnd, 12),
    ("Kind = 'a')", .unexpected(")"), 11), ("Kind ~ '党.'", .pattern("党."), 8),
    ("Date >> '昨天'", .notADate("昨天"), 9), ("Kind & 'a'", .unexpected("&"), 6),
    ("!Kind = 'a'", .unexpected("Kind"), 2), ("种类 = 'a'", .unexpected("种"), 1),
    ("Kind = 'a' Kind", .unexpected("Kind"), 12), ("Number = 1.2.3", .unexpected("1.2.3"), 10),
    ("#'a' > 1", .unexpected("'a'"), 2),
  ])
  func refuses(expression: String, problem: SelectionError.Problem, position: Int) {
    #expect(throws: SelectionError(problem: problem, position: position)) {
      try Selection(expression)
    }
  }

  @Test func aMissingDayIsNoDay() throws {
    // recutils takes an empty date for today; a record without a day is not selected by one here.
    let due = try Selection("Due << '2026-12-31'")
    #expect(!due.selects(try fields("Kind: 办实事\n")))
  }
}
