import OrganizationLife
import Testing

/// A member's page on the very day that bounds what it shows.
@Suite struct MemberFileVeryDayTests {
  private func file(
    _ number: Int = 4, on day: String, members: [Member] = fullMembers(1...6),
    organizations: [Organization] = [], activities: [Activity] = [],
    change: (inout Ledger) -> Void = { _ in }
  ) throws -> MemberFile {
    var ledger = ledger(
      organizations: organizations, members: members, activities: activities)
    change(&ledger)
    return try #require(
      ledger.file(of: identifier(memberText(number)), on: date(day), catalog: catalogue))
  }

  private func held(
    _ kind: String = "党课", on day: String, of organization: String = "Q1", came: [Int] = [1],
    absent: [Int] = [], hours: Double? = nil
  ) -> Activity {
    activity(kind, on: day, of: organization) {
      $0.present = came.map(person)
      $0.absent = absent.map { Absence(person: person($0), reason: "值班") }
      $0.hours = hours
    }
  }

  @Test func thereIsAFileFromTheFirstDayOn() throws {
    let file = try file(on: "2026-03-01", members: [member(4, since: "2026-03-01")])
    #expect(file.isCurrent)
  }

  @Test(
    "R31: the party age begins on the day of 转正",
    arguments: [("2026-03-01", nil), ("2026-03-02", 0), ("2027-03-01", 0), ("2027-03-02", 1)]
      as [(String, Int?)])
  func partyAge(day: String, years: Int?) throws {
    let file = try file(on: day, members: [member(4, confirmed: "2026-03-02")])
    #expect(file.partyAge == years)
  }

  @Test(
    "R31: a political birthday in the years after the admission",
    arguments: [("2025-12-31", nil), ("2026-01-01", 1)] as [(String, Int?)])
  func birthday(day: String, years: Int?) throws {
    let file = try file(on: day, members: [member(4, admitted: "2025-07-01")])
    #expect(file.birthday?.years == years)
  }

  @Test(
    "honours and steps from their own day on",
    arguments: [("2026-06-30", 0), ("2026-07-01", 1)])
  func honorsAndSteps(day: String, count: Int) throws {
    let file = try file(on: day) { ledger in
      ledger.honors = [
        Honor(
          reference: Reference("H"), organization: place("Q1"), date: date("2026-07-01"),
          level: "监狱", title: "优秀党员", recipients: people(4))
      ]
      ledger.procedures = [
        Sample.record("发展党员", "政治审查", "2026-07-01", subject: person(4))
      ]
    }
    #expect(file.honors.count == count)
    #expect(file.procedures.count == count)
  }

  @Test("R36: where one belongs on the first and on the last day of a snapshot")
  func placesOfTheDay() throws {
    let moved = [member(4, until: "2026-04-30"), member(4, in: "Q2", since: "2026-05-01")]
    let there = try file(
      on: "2026-05-01", members: moved, organizations: [organization("Q2")],
      activities: [held(on: "2026-05-01", of: "Q2", came: [4], hours: 2)])
    #expect(there.hours.done == 2)
    #expect(there.attendance.map(\.present) == [1])
    let left = try file(
      on: "2026-11-20", members: [member(4, until: "2026-01-01")],
      activities: [held(on: "2026-01-01", came: [4], hours: 2)])
    #expect(left.hours.done == 2)
  }

  @Test("R36: on the first of January the branch of the year before is no longer one's own")
  func movedAtTheTurnOfTheYear() throws {
    let file = try file(
      on: "2026-11-20", members: [member(4), member(4, in: "Q2", since: "2026-01-01")],
      organizations: [organization("Q2")],
      activities: [held(on: "2026-03-20", came: [1, 4], hours: 2)])
    #expect(file.hours.done == 0)
  }

  @Test("an officer from the day of the election on")
  func officerOfTheDay() throws {
    func attendance(_ since: String) throws -> [String] {
      try file(
        on: "2026-05-01", members: [member(4)],
        organizations: [organization("Q2", since: since, officers: [4])],
        activities: [held("支委会", on: "2026-05-01", of: "Q2", came: [4])]
      ).attendance.map(\.kind)
    }
    #expect(try attendance("2026-05-01") == ["支委会"])
    #expect(try attendance("2026-05-02") == [])
  }

  @Test("R25: an appraisal on the first day of all")
  func appraisalOfTheDay() throws {
    let file = try file(
      on: "2026-05-05", members: [member(4, since: "2026-05-05")],
      activities: [
        activity("民主评议党员", on: "2026-05-05") {
          $0.items = [Item(title: "成员4", about: people(4), resolution: "合格")]
        }
      ])
    #expect(file.appraisals.map(\.grade) == [.qualified])
  }

  @Test(
    "R37: paid for a month that begins today",
    arguments: [("2026-10-31", "2026-10"), ("2026-11-01", "2026-11")])
  func duesOfTheDay(day: String, paid: String) throws {
    let file = try file(on: day) { ledger in
      ledger.dues = ["2026-10", "2026-11"].compactMap(Period.init).map {
        DuesPayment(
          reference: Reference("D-\($0)"), member: identifier("Q1M04"), month: $0, paid: 3000)
      }
    }
    #expect(file.dues?.paidThrough?.description == paid)
  }

  @Test("R32: nothing is missing once the hours are there, and none are no evidence")
  func hoursReached() throws {
    func file(_ hours: Double) throws -> MemberFile {
      try self.file(
        on: "2026-11-20",
        activities: [
          held(on: "2026-03-20", came: [4], hours: hours),
          held(on: "2026-04-20", came: [4], hours: 0),
        ])
    }
    func isShort(_ file: MemberFile) -> Bool {
      file.contradictions.contains {
        if case .hoursShort = $0.contradiction { true } else { false }
      }
    }
    #expect(isShort(try file(31)))
    #expect(!isShort(try file(32)))
    #expect(try file(32).hours.evidence.map(\.text) == ["Q1-党课-2026-03-20"])
  }

  @Test(
    "R38: half a year ago, and within three months of it, to the day",
    arguments: [
      ("2026-05-20", "2026-08-20", true), ("2026-05-21", "2026-08-20", false),
      ("2026-05-20", "2026-08-21", false),
    ])
  func noParticipation(joined: String, first: String, isSaid: Bool) throws {
    let file = try file(
      on: "2026-11-20", members: [member(1), member(4, since: joined)],
      activities: [first, "2026-09-10", "2026-10-10"].map { held(on: $0, absent: [4]) })
    let said = file.contradictions.contains {
      if case .noParticipation = $0.contradiction { true } else { false }
    }
    #expect(said == isSaid)
  }

  @Test("of two runs of absences of one length the later is told of")
  func laterRun() throws {
    let days = ["2026-01-10", "2026-02-10", "2026-03-10"]
    let again = ["2026-05-10", "2026-06-10", "2026-07-10"]
    let file = try file(
      on: "2026-11-20",
      activities: (days + again).map { held(on: $0, absent: [4]) }
        + [held(on: "2026-04-10", came: [4])])
    #expect(
      file.contradictions.map(\.contradiction)
        .contains(.consecutiveAbsences(count: 3, since: date("2026-05-10"))))
  }
}
