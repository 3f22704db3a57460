import OrganizationLife
import Testing
import Wording

@testable import Documents

@Suite("Tables")
struct TableTests {
  static let table = Table(
    columns: [
      Table.Column("name", Phrase("名称", "Name")),
      Table.Column("count", Phrase("次数", "Times"), isNumeric: true),
      Table.Column("people", Phrase("人员", "People"), separator: " "),
    ],
    rows: [
      [
        .text("党员大会"), .number(12),
        Value([Person("Q1M01(李敏)"), Person("刘×(政治处)")]),
      ],
      [.text("a\tb\nc"), .missing, .list([])],
    ])

  @Test("tsv has one header line; tabs and line ends in values become blanks")
  func tsv() {
    #expect(
      Self.table.tsv() == """
        name\tcount\tpeople
        党员大会\t12\tQ1M01(李敏) 刘×(政治处)
        a b c\t\t

        """)
  }

  @Test("csv follows RFC 4180; line ends in values stay, tabs become blanks")
  func csv() {
    #expect(
      Self.table.csv() == "name,count,people\r\n党员大会,12,Q1M01(李敏) 刘×(政治处)\r\n\"a b\nc\",,\r\n")
    #expect(Self.table.csv(hasByteOrderMark: true).unicodeScalars.first == "\u{FEFF}")
  }

  @Test(
    "a cell that a spreadsheet would compute is made text; numbers stay numbers",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠A1", "'＠A1"),
      ("\t=1", "' =1"), ("\r=1", "'␍=1"), ("\0=1", "'␀=1"), (" =1", "' =1"),
      ("\u{FE0F}=1", "'\u{FE0F}=1"), ("\u{200B}=1", "'\u{200B}=1"), ("\u{3000}=1", "'\u{3000}=1"),
      ("-", "'-"), ("--3", "'--3"),
      ("-3", "-3"), ("2026", "2026"), ("-0.5", "-0.5"), ("1000+", "1000+"), ("~20", "~20"),
      ("-3.", "'-3."), ("-1e5", "'-1e5"), ("", ""), ("a=b", "a=b"), ("2026-03-12", "2026-03-12"),
      ("说\"好\"", "\"说\"\"好\"\"\""), ("a,b", "\"a,b\""), ("=a\"b", "\"'=a\"\"b\""),
      ("\"\u{301}x", "\"\"\"\u{301}x\""), ("x\u{1B}[2J\u{202E}", "x␛[2J␦"), ("a\r\nb", "\"a␍\nb\""),
      ("x;=1", "\"x;=1\""), ("\u{A0}=1", "'\u{A0}=1"), ("\u{2003}=1", "'\u{2003}=1"),
    ])
  func formulas(raw: String, cell: String) {
    let table = Table(columns: [Table.Column("a", Phrase("甲", "A"))], rows: [[.text(raw)]])
    #expect(table.csv() == "a\r\n\(cell)\r\n")
  }

  @Test("JSON is an array of objects, people as id and name, a guest's id null")
  func json() {
    #expect(
      Self.table.json() == """
        [
        {"name": "党员大会", "count": 12, "people": [{"id": "Q1M01", "name": "李敏"}, \
        {"id": null, "name": "刘×(政治处)"}]},
        {"name": "a\\tb\\nc", "count": null, "people": []}
        ]

        """)
  }

  @Test("an empty table is an empty array and a header")
  func empty() {
    let table = Table(columns: Self.table.columns, rows: [])
    #expect(table.json() == "[]\n")
    #expect(table.tsv() == "name\tcount\tpeople\n")
    #expect(table.rec(type: "x") == "")
  }

  @Test("rec has a field a value and leaves out what is missing")
  func rec() {
    #expect(
      Self.table.rec(type: "sum") == """
        %rec: sum

        Name: 党员大会
        Count: 12
        People: Q1M01(李敏)
        People: 刘×(政治处)

        Name: a    b
        + c


        """)
  }

  @Test("an aligned table counts wide characters as two columns, numbers stand at the right")
  func aligned() {
    let table = Table(
      columns: Array(Self.table.columns.prefix(2)),
      rows: [[.text("党课"), .number(3)], [.text("abc"), .number(12)]])
    #expect(
      table.aligned(language: .chinese, limit: nil, width: testWidth) == """
        名称  次数
        党课     3
        abc     12

        """)
    #expect(
      table.aligned(language: .english, limit: nil, width: testWidth) == """
        Name  Times
        党课      3
        abc      12

        """)
  }

  @Test("the widest columns give way to the terminal")
  func shrinking() {
    let table = Table(
      columns: [
        Table.Column("a", Phrase("甲", "A")), Table.Column("b", Phrase("乙", "B")),
      ], rows: [[.text("一二三四五六七八九十"), .text("Q1")]])
    #expect(
      table.aligned(language: .english, limit: 16, width: testWidth) == """
        A             B
        一二三四五…   Q1

        """)
  }

  @Test("controls in a value reach neither a terminal's table nor tsv")
  func controls() {
    let table = Table(
      columns: [Table.Column("a", Phrase("甲", "A"))],
      rows: [[.text("x\u{1B}[2Jy\u{202E}")]])
    #expect(table.tsv() == "a\nx␛[2Jy␦\n")
    #expect(
      table.aligned(language: .english, limit: nil, width: testWidth) == "A\nx␛[2Jy␦\n")
    #expect(table.json() == "[\n{\"a\": \"x\\u001b[2Jy\\u202e\"}\n]\n")
  }

  @Test(
    "JSON escapes what it must",
    arguments: [
      ("\"", "\\\""), ("\\", "\\\\"), ("\u{0}", "\\u0000"), ("\u{7F}", "\\u007f"),
      ("\u{2028}", "\\u2028"), ("\u{FEFF}", "\\ufeff"), ("𠀀", "𠀀"), ("/", "/"),
    ])
  func escapes(raw: String, escaped: String) {
    #expect(JSONText.array([.text(raw)]) == "[\n\"\(escaped)\"\n]\n")
  }

  @Test(
    "decimals lose zeros behind the point only",
    arguments: [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (100.0, "100"), (55.25, "55.25")])
  func decimals(number: Double, text: String) {
    #expect(Value.decimal(number).text() == text)
  }
}
