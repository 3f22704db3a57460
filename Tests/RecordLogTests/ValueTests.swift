import Testing

@testable import RecordLog

@Suite struct RecordIdentifierTests {
  @Test(
    arguments: [
      ("Q1-activity-2026-zhang-0007", "Q1", "activity", 2026, "zhang", 7),
      ("Q1-member---zhang-0001", "Q1", "member", nil, "zhang", 1),
      ("JWZZ-seal-2030-li2-12345", "JWZZ", "seal", 2030, "li2", 12345),
    ] as [(String, String, String, Int?, String, Int)])
  func parses(
    _ text: String, organization: String, type: String, year: Int?, writer: String, number: Int
  ) throws {
    let identifier = try #require(RecordIdentifier(text))
    #expect(identifier.organization == organization)
    #expect(identifier.type == type)
    #expect(identifier.year == year)
    #expect(identifier.writer == writer)
    #expect(identifier.number == number)
    #expect(identifier.description == text)
  }

  @Test(arguments: [
    "", "Q1", "Q1-activity-2026-zhang", "Q1-activity-2026-zhang-", "Q1-activity-2026-zhang-007",
    "Q1-activity-2026-zhang-00007", "Q1-activity-2026-zhang-0000", "Q1-activity-26-zhang-0001",
    "q1-activity-2026-zhang-0001", "Q1-Activity-2026-zhang-0001", "Q-activity-2026-zhang-0001",
    "Q1-activity-2026-z-0001", "Q1-activity-2026-zhang+2-0001", "Q1-activity-2026-zhang-0001 ",
    "Q1-activity-2026-zhang-+001", "Q1-activity--zhang-0001", "1Q-activity-2026-zhang-0001",
  ])
  func refuses(_ text: String) {
    #expect(RecordIdentifier(text) == nil)
  }

  @Test func sortsByNumberNotByText() throws {
    let small = try #require(RecordIdentifier("Q1-activity-2026-zhang-9999"))
    let large = try #require(RecordIdentifier("Q1-activity-2026-zhang-10000"))
    #expect(small < large)
    #expect(large.description == "Q1-activity-2026-zhang-10000")
  }
}

@Suite struct MomentTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00+00:00", 0, 1970),
      ("2026-03-12T14:30:05+08:00", 1_773_297_005, 2026),
      ("2024-02-29T00:00:00+08:00", 1_709_136_000, 2024),
      ("2026-01-01T00:30:00+08:00", 1_767_198_600, 2026),
      ("2025-12-31T11:30:00-05:00", 1_767_198_600, 2025),
    ] as [(String, Int64, Int)])
  func reads(_ text: String, instant: Int64, year: Int) throws {
    let moment = try #require(WrittenMoment(text))
    #expect(moment.instant == instant)
    #expect(moment.year == year)
  }

  @Test(arguments: [
    "", "2026-03-12", "2026-03-12T14:30:05", "2026-03-12T14:30:05Z", "2026-02-29T00:00:00+08:00",
    "2026-13-01T00:00:00+08:00", "2026-00-01T00:00:00+08:00", "2026-04-31T00:00:00+08:00",
    "2026-03-12T24:00:00+08:00", "2026-03-12T14:60:00+08:00", "2026-03-12 14:30:05+08:00",
    "2026-03-12T14:30:05.1+08:00", "2026-03-12T14:30:05+0800", "２026-03-12T14:30:05+08:00",
  ])
  func refuses(_ text: String) {
    #expect(WrittenMoment(text) == nil)
  }
}

@Suite struct FieldNameTests {
  @Test(arguments: [
    "A", "Id", "Present", "EightLet", "NineLette", "SixteenLettersAB", "SeventeenLettersA",
    "AVeryLongFieldNameThatNobodyWouldWrite",
  ])
  func keepsItsText(_ text: String) {
    let name = FieldName(text)
    #expect(name.description == text)
    #expect(name == FieldName(text))
    #expect(name != FieldName(text + "x"))
    #expect(name != FieldName("x" + text))
    #expect(Set([name, FieldName(text)]).count == 1)
  }

  @Test func switchesOnLiterals() {
    func place(_ name: FieldName) -> Int {
      switch name {
      case "Date": 1
      case "Data": 2
      case "SeventeenLettersA": 3
      default: 0
      }
    }
    #expect(place(FieldName("Date")) == 1)
    #expect(place(FieldName("Data")) == 2)
    #expect(place(FieldName("SeventeenLettersA")) == 3)
    #expect(place(FieldName("SeventeenLettersB")) == 0)
    #expect(place(FieldName("Dat")) == 0)
  }
}

@Suite struct FieldValueTests {
  private func value(_ stored: String) -> FieldValue {
    let bytes = Array("X\(stored)Y".utf8)
    return FieldValue(buffer: bytes, start: 1, end: bytes.count - 1)
  }

  @Test(arguments: [
    ("", ""), ("党课", "党课"), ("一\n+ 二", "一\n二"), ("\n+ 二", "\n二"), ("一\n+", "一\n"),
    ("一\n+\n+ 三", "一\n\n三"), ("一\n+   二", "一\n  二"), ("+ 一", "+ 一"),
    ("一\n+ + 二", "一\n+ 二"), (" 一", " 一"),
  ])
  func joinsLines(_ stored: String, text: String) {
    #expect(value(stored).text == text)
    #expect(value(stored) == text)
  }

  @Test func comparesAndCuts() {
    let person = value("Q1M01(李敏)")
    #expect(person == ("Q1M01(李敏)" as StaticString))
    #expect(!(person == ("Q1M01(李敏" as StaticString)))
    #expect(!(person == "Q1M01(李敏)x"))
    #expect(person.prefix(before: UInt8(ascii: "(")).text == "Q1M01")
    #expect(person.prefix(before: UInt8(ascii: "[")).text == "Q1M01(李敏)")
    #expect(person.hasPrefix("Q1M"))
    #expect(person.part(6..<12).text == "李敏")
    #expect(person.part(-3..<900) == person)
    #expect(value("0042").number == 42)
    #expect(value("4２").number == nil)
    #expect(value("").number == nil)
    #expect(Set([value("一"), value("一"), value("二")]).count == 2)
  }
}

@Suite struct LogFileNameTests {
  @Test(arguments: [
    "organizations/Q1/activity-2026.zhang.rec", "organizations/Q1/activity-2026.zhang+2.rec",
    "organizations/Q1/restricted/dues-2026.zhang.rec", "organizations/Q1/member.li2.rec",
    "organizations/Q1/future-2031.zhang+10.rec",
  ])
  func keepsItsPath(_ path: String) throws {
    #expect(try #require(LogFileName(path: path)).path == path)
  }

  @Test(arguments: [
    "organizations/Q1/activity.zhang.rec", "organizations/Q1/member-2026.zhang.rec",
    "organizations/Q1/activity-26.zhang.rec", "organizations/Q1/activity-2026.Zhang.rec",
    "organizations/Q1/activity-2026.zhang+1.rec", "organizations/Q1/activity-2026.zhang+02.rec",
    "organizations/Q1/activity-2026.zhang.rec~", "organizations/Q1/.activity-2026.zhang.rec",
    "organizations/Q1/secret/activity-2026.zhang.rec", "organizations/../activity-2026.zhang.rec",
    "catalog/Q1/activity-2026.zhang.rec", "organizations/Q1/activity-2026-1.zhang.rec",
  ])
  func refuses(_ path: String) {
    #expect(LogFileName(path: path) == nil)
  }
}
