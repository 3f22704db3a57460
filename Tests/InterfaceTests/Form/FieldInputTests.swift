import OrganizationLife
import Testing
import Wording

@testable import Interface

@Suite("typed text becomes what records write")
struct FieldInputTests {
  /// 2026-11-20, a Friday.
  static let today = Day(number: 20_777)

  @Test(
    "dates",
    arguments: [
      ("2026-3-12", "2026-03-12"), ("2026.3.12", "2026-03-12"), ("2026/03/12", "2026-03-12"),
      ("2026年3月12日", "2026-03-12"), ("20260312", "2026-03-12"), ("26-3-12", "2026-03-12"),
      ("3-12", "2026-03-12"), ("3月12日", "2026-03-12"), ("３．１２", "2026-03-12"),
      ("12", "2026-11-12"), ("12日", "2026-11-12"), ("1105", "2026-11-05"),
      ("今天", "2026-11-20"), ("昨天", "2026-11-19"), ("前天", "2026-11-18"),
      ("today", "2026-11-20"), ("2024-2-29", "2024-02-29"),
    ])
  func date(typed: String, expected: String) {
    #expect(FieldInput.day(typed, today: Self.today)?.description == expected)
  }

  @Test(
    "no dates",
    arguments: ["2023-02-30", "13-1", "32", "下周", "2026", "1-2-3-4", "-", "99999999999"])
  func noDate(typed: String) {
    #expect(FieldInput.day(typed, today: Self.today) == nil)
  }

  @Test(
    "dates known only in part",
    arguments: [
      ("1984-6", "1984-06"), ("1984.06", "1984-06"), ("198406", "1984-06"),
      ("1984年6月", "1984-06"), ("1984", "1984"), ("1984-6-1", "1984-06-01"),
      ("19840601", "1984-06-01"),
    ])
  func looseDate(typed: String, expected: String) {
    #expect(FieldInput.looseDate(typed) == expected)
  }

  @Test("no dates known in part", arguments: ["84-6", "1984-13", "六月", "1984-2-30", "123"])
  func noLooseDate(typed: String) {
    #expect(FieldInput.looseDate(typed) == nil)
  }

  @Test(
    "times",
    arguments: [
      ("1430", "14:30"), ("14:30", "14:30"), ("14：30", "14:30"), ("930", "09:30"),
      ("9", "09:00"), ("14", "14:00"), ("14点30分", "14:30"), ("9点", "09:00"),
      ("下午2点半", "14:30"), ("下午2:30", "14:30"), ("上午9点", "09:00"), ("0000", "00:00"),
    ])
  func time(typed: String, expected: String) {
    #expect(FieldInput.time(typed)?.description == expected)
  }

  @Test("no times", arguments: ["2430", "1460", "25", "午后", "12345", ""])
  func noTime(typed: String) {
    #expect(FieldInput.time(typed) == nil)
  }

  @Test(
    "numbers that may be rough",
    arguments: [
      ("126", "126"), ("1000+", "1000+"), ("1000余", "1000+"), ("1000余人次", "1000+"),
      ("~20", "~20"), ("近20", "~20"), ("约20人", "~20"), ("１２", "12"),
    ])
  func quantity(typed: String, expected: String) {
    #expect(FieldInput.quantity(typed)?.description == expected)
  }

  @Test(
    "periods as people write them",
    arguments: [
      ("2026-11", "2026-11"), ("2026", "2026"), ("2026-q4", "2026-Q4"), ("2026-W47", "2026-W47"),
      ("本月", "2026-11"), ("本周", "2026-W47"), ("本季度", "2026-Q4"), ("今年", "2026"),
      ("今天", "2026-11-20"), ("11月", "2026-11"), ("２０２６年３月", "2026-03"), ("2025年", "2025"),
      ("第4季度", "2026-Q4"), ("第47周", "2026-W47"), ("2025年第3周", "2025-W03"),
      ("11-25", "2026-11-25"), ("2026-11-25", "2026-11-25"), ("13月", nil), ("不久", nil),
      ("5季度", nil), ("月", nil),
    ] as [(String, String?)])
  func period(typed: String, expected: String?) throws {
    let today = try #require(Day("2026-11-20"))
    #expect(FieldInput.period(typed, today: today)?.description == expected)
  }

  @Test(
    "lists part at commas outside of parentheses",
    arguments: [
      ("李敏、陈晓", ["李敏", "陈晓"]), ("李敏，陈晓,孙丽;王五", ["李敏", "陈晓", "孙丽", "王五"]),
      ("刘×(政治处、组织科)、王五", ["刘×(政治处、组织科)", "王五"]), (" 、 ", []),
    ])
  func tokens(typed: String, expected: [String]) {
    #expect(FieldInput.tokens(typed) == expected)
  }

  @Test(
    "people by name, id and initials",
    arguments: [
      ("李敏", "李敏", "Q1M01(李敏)"), ("lm", "李敏", "Q1M01(李敏)"), ("Q1M04", "王五", "Q1M04(王五)"),
      ("Q1M04(王五)", "王五", "Q1M04(王五)"), ("limin", "李敏", "Q1M01(李敏)"),
      ("李敏 陈晓", "李敏、陈晓", "Q1M01(李敏) Q1M02(陈晓)"), ("刘×(政治处)", "刘×(政治处)", "刘×(政治处)"),
      ("李 敏", "李敏", "Q1M01(李敏)"),
    ])
  func people(typed: String, shown: String, written: String) throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: try #require(OrganizationIdentifier("Q1"))))
    let input = try #require(desk.form?.derived.input)
    let kind = FieldKind.people(isMultiple: true, allowsGuests: true)
    let reading = input.reading(typed, kind)
    #expect(reading == FieldInput.Reading(text: shown, problem: nil))
    #expect(input.values(reading.text, kind).joined(separator: " ") == written)
  }

  @Test("letters that fit several people are asked about, letters that fit nobody are refused")
  func unclearPeople() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: try #require(OrganizationIdentifier("Q1"))))
    let input = try #require(desk.form?.derived.input)
    let kind = FieldKind.people(isMultiple: true, allowsGuests: true)
    #expect(
      input.reading("zjg", kind).problem
        == .severalPeople("zjg", ["Q1M03(张建国)", "Q1M07(张建功)"]))
    #expect(input.reading("xyz", kind).problem == .unknownPerson("xyz", mayBeGuest: true))
    let members = FieldKind.people(isMultiple: false, allowsGuests: false)
    #expect(input.reading("刘某", members).problem == .unknownPerson("刘某", mayBeGuest: false))
    #expect(input.reading("李敏、陈晓", members).problem == .onlyOnePerson)
  }
}
