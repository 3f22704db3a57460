import OrganizationLife
import Testing

@Suite struct DayTests {
  /// Counts days one by one, with another leap rule than the code's.
  @Test func everyDayOfThreeCenturiesAgreesWithCountingOneByOne() {
    var number: Int32 = -25_567  // 1900-01-01
    var weekday = 1  // a Monday
    var faults = 0
    for year in 1900...2199 {
      let leap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for day in 1...length {
          let found = Day(year: year, month: index + 1, day: day)
          let back = Day(number: number)
          if found?.number != number || back.year != year || back.month != index + 1
            || back.dayOfMonth != day || back.weekday != weekday
            || Day(back.description) != back
          {
            faults += 1
          }
          number += 1
          weekday = weekday == 7 ? 1 : weekday + 1
        }
        if Day(year: year, month: index + 1, day: length + 1) != nil { faults += 1 }
      }
    }
    #expect(faults == 0)
    #expect(number == 84_006)  // 2200-01-01
  }

  @Test(
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
      ("2026-03-12", 20_524, 4), ("1900-01-01", -25_567, 1), ("2199-12-31", 84_005, 2),
    ] as [(String, Int32, Int)])
  func countsFrom1970(text: String, number: Int32, weekday: Int) {
    #expect(date(text).number == number)
    #expect(date(text).weekday == weekday)
    #expect(date(text).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-04-31", "2026-13-01",
    "2026-00-10", "2026-01-00", "1899-12-31", "2200-01-01", "2026-3-12", "2026/03/12",
    "2026-03-12 ", "+026-03-12", "2026-03-1x", "２０２６-03-12", "",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2025-11-30", 3, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"),
    ("2026-12-31", 12, "2027-12-31"), ("2026-06-30", 6, "2026-12-30"),
  ])
  func addsMonths(from: String, months: Int, to: String) {
    #expect(date(from).adding(months: months) == date(to))
  }

  @Test(arguments: [
    ("2008-07-01", "2026-06-30", 17), ("2008-07-01", "2026-07-01", 18),
    ("2024-02-29", "2025-02-27", 0), ("2024-02-29", "2025-02-28", 1),
    ("2024-02-29", "2028-02-28", 3), ("2024-02-29", "2028-02-29", 4),
    ("2026-03-12", "2026-03-12", 0), ("2026-03-12", "2025-03-13", -1),
  ])
  func countsWholeYears(from: String, to: String, years: Int) {
    #expect(date(from).wholeYears(until: date(to)) == years)
  }

  @Test(arguments: [
    ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1),
    ("2026-05-10", "2026-11-09", 5), ("2026-05-10", "2026-11-10", 6),
    ("2025-12-10", "2026-01-10", 1), ("2026-03-12", "2026-03-12", 0),
  ])
  func countsWholeMonths(from: String, to: String, months: Int) {
    #expect(date(from).wholeMonths(until: date(to)) == months)
  }

  @Test(arguments: [("00:00", 0), ("14:30", 870), ("23:59", 1439)])
  func readsTimes(text: String, minutes: Int) {
    #expect(TimeOfDay(text)?.minutes == minutes)
    #expect(TimeOfDay(text)?.description == text)
  }

  @Test(arguments: ["24:00", "12:60", "9:30", "09.30", "09:3", "", "-1:30"])
  func refusesWhatIsNoTime(text: String) {
    #expect(TimeOfDay(text) == nil)
  }
}

@Suite struct MomentTests {
  @Test(
    arguments: [
      ("2026-03-12T14:30:05+08:00", 1_773_297_005, "2026-03-12", "14:30"),
      ("2026-03-12T06:30:05Z", 1_773_297_005, "2026-03-12", "06:30"),
      ("2026-03-13T00:10:00+08:00", 1_773_331_800, "2026-03-13", "00:10"),
      ("1969-12-31T23:59:59Z", -1, "1969-12-31", "23:59"),
      ("2026-01-01T02:00:00-05:30", 1_767_252_600, "2026-01-01", "02:00"),
      ("2024-02-29T23:59:59+14:00", 1_709_200_799, "2024-02-29", "23:59"),
    ] as [(String, Int64, String, String)])
  func reads(text: String, seconds: Int64, day: String, time: String) {
    let moment = Moment(text)
    #expect(moment?.seconds == seconds)
    #expect(moment?.day == date(day))
    #expect(moment?.time == time)
  }

  @Test(arguments: [
    "2026-03-12T14:30:05+08:00", "2026-12-31T23:59:59-05:30", "1969-12-31T20:00:01+00:00",
  ])
  func writesWhatItRead(text: String) {
    #expect(Moment(text)?.description == text)
  }

  @Test func sameInstantAtTwoOffsetsIsNeitherBeforeNorAfter() throws {
    let there = try #require(Moment("2026-03-12T14:30:05+08:00"))
    let here = try #require(Moment("2026-03-12T06:30:05Z"))
    #expect(!(there < here) && !(here < there))
    #expect(there < Moment(seconds: here.seconds + 1, offset: 0))
  }

  @Test(arguments: [
    "2026-03-12", "2026-03-12T14:30+08:00", "2026-03-12T14:30:05", "2026-03-12 14:30:05Z",
    "2026-03-12T24:00:00Z", "2026-03-12T14:60:00Z", "2026-02-30T00:00:00Z",
    "2026-03-12T14:30:05+0800", "2026-03-12T14:30:05+08:60", "2026-03-12T14:30:05ZZ",
    "2026-03-12T14:30:60+08:00", "2026-03-12T14:30:05+15:00", "2026-03-12T14:30:05-15:00",
  ])
  func refuses(text: String) {
    #expect(Moment(text) == nil)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    (Frequency.year, "2026-11-20", "2026", "2026-01-01", "2026-12-31"),
    (.half, "2026-06-30", "2026-H1", "2026-01-01", "2026-06-30"),
    (.half, "2026-07-01", "2026-H2", "2026-07-01", "2026-12-31"),
    (.quarter, "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31"),
    (.quarter, "2026-11-20", "2026-Q4", "2026-10-01", "2026-12-31"),
    (.month, "2024-02-10", "2024-02", "2024-02-01", "2024-02-29"),
    (.month, "2026-02-10", "2026-02", "2026-02-01", "2026-02-28"),
    // ISO 8601: the week belongs to the year of its Thursday.
    (.week, "2026-01-01", "2026-W01", "2025-12-29", "2026-01-04"),
    (.week, "2025-12-29", "2026-W01", "2025-12-29", "2026-01-04"),
    (.week, "2025-12-28", "2025-W52", "2025-12-22", "2025-12-28"),
    (.week, "2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"),
    (.week, "2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
    (.week, "2026-03-12", "2026-W11", "2026-03-09", "2026-03-15"),
    (.week, "2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
  ])
  func holdsTheDay(
    frequency: Frequency, day: String, name: String, first: String, last: String
  ) {
    let period = Period(frequency, containing: date(day))
    #expect(period.description == name)
    #expect(period.first == date(first))
    #expect(period.last == date(last))
    #expect(Period(name) == period)
    #expect(period.contains(date(day)))
    #expect(!period.contains(date(first).adding(days: -1)))
    #expect(!period.contains(date(last).adding(days: 1)))
  }

  @Test func aDayIsAPeriod() {
    #expect(Period("2026-03-12")?.first == date("2026-03-12"))
    #expect(Period("2026-03-12")?.last == date("2026-03-12"))
  }

  @Test(arguments: [
    "26", "2026-H3", "2026-Q0", "2026-Q5", "2026-13", "2026-00", "2026-3", "2026-W54", "2026-W1",
    "2025-W53", "2026-", "2026-Q", "2026-Q4-", "1899", "2026-02-30", "2026-+1", "abcd", "",
  ])
  func refuses(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func comesBeforeByBeginningThenByLength() {
    let names = ["2026", "2026-12", "2026-Q1", "2026-01", "2026-H1"].compactMap { Period($0) }
    #expect(
      names.sorted().map(\.description) == ["2026-01", "2026-Q1", "2026-H1", "2026", "2026-12"])
  }
}

@Suite struct IdentifierTests {
  @Test func digitsInIdsCountByValue() {
    let ids = ["Q10", "Q2", "P1", "Q2M10", "Q2M9", "Q02"].map(place)
    #expect(ids.sorted().map(\.text) == ["P1", "Q02", "Q2", "Q2M9", "Q2M10", "Q10"])
  }

  @Test(arguments: ["", "Q", "q1", "1Q", "Q1-", "Q1 ", "ABCDEFGHIJKLM", "Ｑ1"])
  func refusesOrganizations(text: String) {
    #expect(OrganizationIdentifier(text) == nil)
  }

  @Test(
    arguments: [
      ("Q1M04(王五)", "Q1M04", "王五"), ("Q1M04", "Q1M04", ""), ("刘某(政治处)", nil, "刘某(政治处)"),
      ("政治处", nil, "政治处"),
    ] as [(String, String?, String)])
  func readsPeople(text: String, id: String?, name: String) {
    let person = Person(text)
    #expect(person.id?.text == id)
    #expect(person.name == name)
    #expect(person.description == text)
  }
}
