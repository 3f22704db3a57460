import OrganizationLife
import Testing

/// R12, R13, R32–R34, R37–R39, R43: appraisal, talks, hours, taking part, birthdays.
@Suite struct LifeRuleTests {
  struct Grades: RuleRow {
    var rule = "R12"
    var note = ""
    var full: Int
    var probationary = 0
    var excellent: Int
    /// Grades given to 预备党员, and full members left out.
    var gradedProbationary = 0
    var left = 0
    var warnings: [String]
  }

  static let grades = [
    Grades(full: 9, excellent: 2, warnings: []), Grades(full: 9, excellent: 3, warnings: []),
    Grades(full: 9, excellent: 4, warnings: ["excellent 4 3 9"]),
    Grades(full: 8, excellent: 2, warnings: []),
    Grades(full: 8, excellent: 3, warnings: ["excellent 3 2 8"]),
    Grades(
      note: "预备党员 count among all members", full: 8, probationary: 1, excellent: 3,
      warnings: []),
    Grades(
      note: "and have no grade", full: 9, probationary: 1, excellent: 3, gradedProbationary: 1,
      warnings: ["probationary Q1M10"]),
    Grades(full: 2, excellent: 1, warnings: ["excellent 1 0 2"]),
    Grades(
      rule: "R11", note: "one left out", full: 9, excellent: 3, left: 1, warnings: ["ungraded 1"]),
  ]

  @Test(arguments: grades)
  func appraisals(row: Grades) throws {
    let all = row.full + row.probationary
    let graded = row.full - row.left
    let held = activity("民主评议党员", on: "2026-12-10") {
      $0.present = people(1...all)
      $0.items = ["个人自评", "党员互评", "民主测评"].map { Item(title: $0, kind: .discussion) }
      $0.items.append(
        Item(title: "评定", about: (1...row.excellent).map { person($0) }, resolution: "优秀"))
      if row.excellent < graded {
        $0.items.append(
          Item(
            title: "评定", about: (row.excellent + 1...graded).map { person($0) },
            resolution: "合格"))
      }
      if row.gradedProbationary > 0 {
        $0.items.append(Item(title: "评定", about: [person(all)], resolution: "合格"))
      }
    }
    let members = (1...all).map { member($0, status: $0 <= row.full ? .full : .probationary) }
    let ledger = ledger(members: members, activities: [held])
    let round = try #require(
      ledger.appraisalRound(of: place("Q1"), on: date("2026-12-31"), catalog: catalogue))
    #expect(round.steps == AppraisalStep.allCases)
    let texts = ledger.warnings(of: round).map { warning in
      guard case .appraisal(let kind) = warning.kind else { return "?" }
      return switch kind {
      case .tooManyExcellent(let count, let most, let members):
        "excellent \(count) \(most) \(members)"
      case .probationaryGraded(let member, _): "probationary \(member.id)"
      case .ungraded(let members): "ungraded \(members.count)"
      default: "\(kind)"
      }
    }
    #expect(texts == row.warnings, "\(row.rule) \(row.note)")
  }

  struct Steps: RuleRow {
    var rule = "R11"
    var titles: [String]
    var missing: [AppraisalStep]
  }

  static let steps = [
    Steps(titles: ["个人自评", "党员互评", "民主测评"], missing: []),
    Steps(titles: ["党员互评", "民主测评"], missing: [.selfAppraisal]),
    Steps(titles: ["个人自评", "民主测评"], missing: [.mutualAppraisal]),
    Steps(titles: ["个人自评", "党员互评"], missing: [.poll]),
    Steps(titles: ["个人自评与党员互评", "开展民主测评"], missing: []),
    Steps(titles: [], missing: [.selfAppraisal, .mutualAppraisal, .poll]),
  ]

  @Test(arguments: steps)
  func appraisalSteps(row: Steps) throws {
    let held = activity("民主评议党员", on: "2026-12-10") {
      $0.items = row.titles.map { Item(title: $0) }
    }
    let ledger = ledger(members: fullMembers(1...6), activities: [held])
    let round = try #require(
      ledger.appraisalRound(of: place("Q1"), on: date("2026-12-31"), catalog: catalogue))
    #expect(
      ledger.warnings(of: round).map(\.kind)
        == (row.missing.isEmpty ? [] : [.appraisal(.stepsMissing(row.missing))]), "R11")
  }

  struct Talks: RuleRow {
    var rule = "R13"
    var note: String
    var talks: [[Int]]
    var done: Int
  }

  /// Three on the committee (1–3) and four others: 3 pairs, 4 with the committee, 4 among others.
  static let talks = [
    Talks(note: "none", talks: [], done: 0),
    Talks(note: "a pair of the committee", talks: [[1, 2]], done: 1),
    Talks(
      note: "1+N: one of the committee with each", talks: [[1, 4], [2, 5], [3, 6], [3, 7]], done: 4),
    Talks(note: "the same twice is once", talks: [[1, 4], [4, 1]], done: 1),
    Talks(note: "two others with each other", talks: [[4, 5]], done: 2),
    Talks(
      note: "all but one",
      talks: [[1, 2], [2, 3], [1, 3], [1, 4], [1, 5], [1, 6], [1, 7], [4, 5]],
      done: 9),
    Talks(
      note: "all",
      talks: [[1, 2], [2, 3], [1, 3], [1, 4], [1, 5], [1, 6], [1, 7], [4, 5], [6, 7]],
      done: 11),
  ]

  @Test(arguments: talks)
  func coverage(row: Talks) {
    let held = row.talks.enumerated().map { index, pair in
      activity("谈心谈话", on: "2026-05-05", id: "T\(index)") {
        $0.presider = person(pair[0])
        $0.present = [person(pair[1])]
      }
    }
    let found = ledger(members: fullMembers(1...7), activities: held).talkCoverage(
      of: place("Q1"), in: date("2026-01-01")...date("2026-12-31"), catalog: catalogue)
    #expect(found.required == 11, "R13")
    #expect(found.done == row.done, "R13 \(row.note)")
  }

  struct Hours: RuleRow {
    var rule: String
    var note = ""
    var number = 4
    var isRetired = false
    var admitted = "2010-07-01"
    var shares = false
    var hours: Double
    var on = "2026-11-01"
    var target: Double?
    var missing: Double
    var warns: Bool
  }

  static let hours = [
    Hours(rule: "R32", hours: 31.5, target: 32, missing: 0.5, warns: true),
    Hours(rule: "R32", hours: 32, target: 32, missing: 0, warns: false),
    Hours(rule: "R32", hours: 33, target: 32, missing: 0, warns: false),
    Hours(
      rule: "R32", note: "not before October", hours: 8, on: "2026-09-30", target: 32, missing: 24,
      warns: false),
    Hours(
      rule: "R32", note: "from October on", hours: 8, on: "2026-10-01", target: 32, missing: 24,
      warns: true),
    Hours(
      rule: "R32", note: "the secretary", number: 1, hours: 55.9, target: 56, missing: 0.1,
      warns: true),
    Hours(
      rule: "R32", note: "a member of the committee", number: 2, hours: 56, target: 56, missing: 0,
      warns: false),
    Hours(
      rule: "R32", note: "the whole year of a newcomer", admitted: "2026-07-10", hours: 16,
      target: 32, missing: 16, warns: true),
    Hours(
      rule: "R32", note: "a share, where the unit says so", admitted: "2026-07-10", shares: true,
      hours: 16, target: 16, missing: 0, warns: false),
    Hours(
      rule: "R32", note: "a share, rounded up to a tenth", admitted: "2026-08-01", shares: true,
      hours: 13.3, target: 13.4, missing: 0.1, warns: true),
    Hours(
      rule: "R33", note: "retired: none asked for", isRetired: true, hours: 0, target: nil,
      missing: 0, warns: false),
    Hours(rule: "R33", isRetired: true, hours: 31, target: nil, missing: 0, warns: false),
    Hours(rule: "R33", isRetired: true, hours: 32, target: nil, missing: 0, warns: false),
    Hours(
      rule: "R33", note: "a retired one on the committee", number: 2, isRetired: true, hours: 0,
      target: nil, missing: 0, warns: false),
    Hours(
      rule: "R33", isRetired: true, hours: 0, on: "2026-12-31", target: nil, missing: 0,
      warns: false),
  ]

  @Test(arguments: hours)
  func studyHours(row: Hours) throws {
    let own = member(
      row.number, since: row.admitted, admitted: row.admitted, retired: row.isRetired)
    let held = activity("党课", on: "2026-08-20", id: "L") {
      $0.present = [person(row.number)]
      $0.hours = row.hours
    }
    let training = activity("培训", on: "2026-08-21", id: "T") { $0.present = [person(row.number)] }
    var catalog = Sample.catalog
    catalog.study = [StudyPolicy(minutesPerHour: 45, sharesFirstYear: row.shares)]
    let ledger = ledger(members: [own], activities: [held, training])
    let standing = try #require(
      ledger.studyStanding(of: own.id, on: date(row.on), catalog: catalog))
    #expect(standing.target == row.target, "\(row.rule) \(row.note)")
    #expect(abs(standing.missing - row.missing) < 0.001, "\(row.rule) \(row.note)")
    let found = ledger.studyWarnings(of: own.id, on: date(row.on), catalog: catalog)
    #expect(found.count == (row.warns ? 1 : 0), "\(row.rule) \(row.note)")
  }

  @Test func trainingOfSecretaries() {
    let before = organization(officers: [2, 3])
    let now = organization(since: "2026-02-01", officers: [1, 2, 3])
    func kinds(_ training: String?, on day: String) -> [WarningKind] {
      var held = [
        activity("党课", on: "2025-01-05") {
          $0.hours = 90; $0.present = people(1)
        }
      ]
      held.append(
        activity("党课", on: "2026-01-05") {
          $0.hours = 90; $0.present = people(1)
        })
      if let training { held.append(activity("培训", on: training) { $0.present = people(1) }) }
      return ledger(organizations: [before, now], members: fullMembers(1...8), activities: held)
        .studyWarnings(of: identifier("Q1M01"), on: date(day), catalog: Sample.catalog)
        .map(\.kind)
    }
    let due = WarningKind.study(
      .newSecretaryUntrained(since: date("2026-02-01"), due: date("2026-08-01")))
    #expect(kinds(nil, on: "2026-08-01") == [], "R32")
    #expect(kinds(nil, on: "2026-08-02") == [due], "R32")
    #expect(kinds("2026-07-01", on: "2026-08-02") == [], "R32")
    #expect(kinds("2026-01-31", on: "2026-08-02") == [due], "R32")
    #expect(kinds(nil, on: "2026-10-01") == [.study(.withoutTraining), due], "R32")
    #expect(kinds("2026-07-01", on: "2026-10-01") == [], "R32")
  }

  @Test(arguments: [(45, 90, 2.0), (45, 120, 2.6), (60, 120, 2.0), (45, 44, 0.9), (60, 0, 0.0)])
  func hoursOfAUnit(perHour: Int, minutes: Int, hours: Double) {
    let policy = StudyPolicy(minutesPerHour: perHour, sharesFirstYear: false)
    #expect(policy.hours(minutes: minutes) == hours)
    #expect(policy.minutes(hours: 2) == perHour * 2)
    let held = activity {
      $0.start = time("14:00")
      $0.end = time("15:30")
    }
    #expect(policy.proposedHours(of: held) == policy.hours(minutes: 90))
    #expect(policy.proposedHours(of: activity()) == nil)
  }

  struct Away: RuleRow {
    var rule: String
    var note: String
    var floating: String?
    var rights = MemberRights.normal
    var rightsSince = "2020-01-01"
    var reason = "值班"
    /// Days of meetings that member 4 missed, and of one that he or she came to.
    var missed: [String]
    var came: String?
    var opened: String?
    var on = "2026-07-01"
    var warnings: [ParticipationWarning]
  }

  static let three = ["2026-02-10", "2026-04-10", "2026-06-10"]
  static let first = date("2026-02-10")

  static let absences = [
    Away(
      rule: "R38", note: "half a year without any", missed: three,
      warnings: [.nothingForHalfYear(meetings: 3, since: first)]),
    Away(
      rule: "R38", note: "two meetings say nothing", missed: ["2026-02-10", "2026-04-10"],
      warnings: []),
    Away(
      rule: "R38", note: "came half a year ago to the day", missed: three, came: "2026-01-01",
      warnings: []),
    Away(
      rule: "R38", note: "came a day before", missed: three, came: "2025-12-31",
      warnings: [.nothingForHalfYear(meetings: 3, since: first)]),
    Away(rule: "R38", note: "came the day before", missed: three, came: "2026-06-30", warnings: []),
    Away(
      rule: "R38", note: "限期改正 for a year to the day", missed: [], opened: "2025-07-01",
      warnings: []),
    Away(
      rule: "R38", note: "a day more", missed: [], opened: "2025-06-30",
      warnings: [.correctionOver(since: date("2025-06-30"))]),
    Away(
      rule: "R37", note: "away, and on record as 流动", floating: "2026-03-01", missed: three,
      warnings: [.floatingForHalfYear(meetings: 3, since: first)]),
    Away(
      rule: "R37", note: "away by the reasons, and not on record", reason: "外出务工",
      missed: three,
      warnings: [
        .nothingForHalfYear(meetings: 3, since: first), .floatingNotRecorded(since: first),
      ]),
    Away(
      rule: "R37", note: "流动 and took part", floating: "2026-03-01", missed: three,
      came: "2026-05-01", warnings: []),
    Away(
      rule: "R37", note: "two meetings say nothing", floating: "2026-03-01",
      missed: ["2026-02-10", "2026-04-10"], warnings: []),
    Away(
      rule: "R37", note: "on duty is not away", missed: three,
      warnings: [.nothingForHalfYear(meetings: 3, since: first)]),
    Away(
      rule: "R35", note: "流动 for six months to the day", floating: "2026-01-01", missed: [],
      warnings: [.transferDue(floatingSince: date("2026-01-01"))]),
    Away(rule: "R35", note: "a day less", floating: "2026-01-02", missed: [], warnings: []),
    Away(
      rule: "R34", note: "out of contact", reason: "失联", missed: three,
      warnings: [.outOfContact(since: first)]),
    Away(
      rule: "R34", note: "out of contact for two meetings", reason: "失联",
      missed: ["2026-04-10", "2026-06-10"], warnings: []),
    Away(
      rule: "R34", note: "停止党籍 for two years to the day", rights: .membershipStopped,
      rightsSince: "2024-07-01", missed: [],
      warnings: [.membershipStopped(since: date("2024-07-01"))]),
    Away(
      rule: "R34", note: "a day less", rights: .membershipStopped, rightsSince: "2024-07-02",
      missed: [], warnings: []),
    Away(
      rule: "R34", note: "and not expected meanwhile", rights: .membershipStopped,
      rightsSince: "2025-07-02", missed: three, warnings: []),
  ]

  @Test(arguments: absences)
  func away(row: Away) {
    var snapshots = [member(4)]
    if let floating = row.floating {
      var snapshot = member(4, since: floating)
      snapshot.isFloating = true
      snapshots.append(snapshot)
    }
    if row.rights != .normal {
      snapshots.append(member(4, rights: row.rights, since: row.rightsSince))
    }
    var activities = row.missed.map { day in
      activity(on: day) {
        $0.present = people(1...3)
        $0.absent = [Absence(person: person(4), reason: row.reason)]
      }
    }
    if let came = row.came { activities.append(activity(on: came) { $0.present = people(1...4) }) }
    var ledger = ledger(members: fullMembers(1...3) + snapshots, activities: activities)
    if let opened = row.opened {
      ledger.matters = [
        Matter(
          reference: Reference("M"), organization: place("Q1"), kind: "限期改正", title: "限期改正",
          opened: date(opened), owners: people(4))
      ]
    }
    let id = identifier("Q1M04")
    let before = ledger.member(id, on: date(row.on))
    let found = ledger.participationWarnings(of: id, on: date(row.on), catalog: catalogue)
    #expect(
      found.map(\.kind) == row.warnings.map(WarningKind.participation), "\(row.rule) \(row.note)")
    #expect(found.allSatisfy { !$0.evidence.isEmpty })
    // Never a change of status.
    #expect(ledger.member(id, on: date(row.on)) == before)
  }

  struct Leader: RuleRow {
    var rule = "R39"
    var note: String
    var office: String
    var home = "Q1"
    var meetings: Int
    var attended: Int
    var warnings: [ParticipationWarning]
  }

  static let leaders = [
    Leader(
      note: "none of three", office: "P1", meetings: 3, attended: 0,
      warnings: [.leaderAbsent(meetings: 3)]),
    Leader(note: "one of three", office: "P1", meetings: 3, attended: 1, warnings: []),
    Leader(note: "none of two", office: "P1", meetings: 2, attended: 0, warnings: []),
    Leader(
      note: "none of four", office: "P1", meetings: 4, attended: 0,
      warnings: [.leaderAbsent(meetings: 4)]),
    Leader(
      note: "an office in the branch is none above", office: "Q1", meetings: 3, attended: 0,
      warnings: []),
    Leader(
      note: "on the roll of the committee itself", office: "P1", home: "P1", meetings: 0,
      attended: 0, warnings: [.leaderInNoBranch]),
  ]

  @Test(arguments: leaders)
  func leading(row: Leader) {
    var above = organization("P1", level: .committee, parent: nil)
    var own = organization(officers: [1, 2, 3])
    let officer = Officer(person: person(9), post: "委员")
    if row.office == "P1" { above.officers = [officer] } else { own.officers.append(officer) }
    let activities = (0..<row.meetings).map { index in
      activity(on: "2026-0\(index + 1)-10") {
        $0.present = people(1...5) + (index < row.attended ? people(9) : [])
      }
    }
    let ledger = ledger(
      organizations: [above, own],
      members: fullMembers(1...5) + [member(9, in: row.home)], activities: activities)
    let found = ledger.participationWarnings(
      of: identifier("Q1M09"), on: date("2026-05-01"), catalog: catalogue
    ).filter { $0.citation.rule == .dualLife }
    #expect(found.map(\.kind) == row.warnings.map(WarningKind.participation), "R39 \(row.note)")
  }

  struct Birthday: RuleRow {
    var rule = "R43"
    var admitted: String
    var month: String
    var years: Int?
  }

  static let birthdays = [
    Birthday(admitted: "2008-07-01", month: "2026-07", years: 18),
    Birthday(admitted: "2008-07-31", month: "2026-07", years: 18),
    Birthday(admitted: "2008-06-30", month: "2026-07", years: nil),
    Birthday(admitted: "2025-07-01", month: "2026-07", years: 1),
    Birthday(admitted: "2026-07-01", month: "2026-07", years: nil),
    Birthday(admitted: "2024-02-29", month: "2026-02", years: 2),
    Birthday(admitted: "2024-02-29", month: "2026-03", years: nil),
  ]

  @Test(arguments: birthdays)
  func politicalBirthday(row: Birthday) throws {
    let ledger = ledger(members: [
      member(1, admitted: row.admitted, confirmed: "2026-08-01")
    ])
    let month = try #require(Period(row.month))
    #expect(
      ledger.politicalBirthdays(in: month, of: place("Q1")).map(\.years)
        == [row.years].compactMap { $0 }, "R43")
  }

  struct Life: RuleRow {
    var rule = "R10"
    var note: String
    var before: [String]
    var items: [Item]
    var missing: [LifeMeetingPart]
    var hasMeasures: Bool
  }

  static let measure = Item(
    title: "明确整改措施", kind: .discussion, resolution: "每月学习", owners: people(2),
    due: date("2027-06-30"))

  static let lives = [
    Life(
      note: "nothing before", before: [], items: [measure], missing: [.study, .talks, .opinions],
      hasMeasures: true),
    Life(
      note: "study and talks", before: ["党课", "谈心谈话"], items: [measure], missing: [.opinions],
      hasMeasures: true),
    Life(
      note: "an item reports on it", before: [],
      items: [Item(title: "通报会前学习、谈心谈话和征求意见情况", kind: .report), measure], missing: [],
      hasMeasures: true),
    Life(
      note: "no measures", before: ["党课", "谈心谈话"],
      items: [Item(title: "征求意见情况"), Item(title: "开展批评和自我批评")], missing: [],
      hasMeasures: false),
    Life(
      note: "too long ago", before: ["早 党课"], items: [measure],
      missing: [.study, .talks, .opinions], hasMeasures: true),
  ]

  @Test(arguments: lives)
  func lifeMeeting(row: Life) {
    let held = activity("组织生活会", on: "2026-12-10", id: "G") { $0.items = row.items }
    let before = row.before.map { text in
      text.hasPrefix("早 ")
        ? activity("党课", on: "2026-10-09") : activity(text, on: "2026-10-10", id: text)
    }
    let ledger = ledger(members: fullMembers(1...6), activities: before + [held])
    let standing = ledger.lifeMeeting(held, catalog: Sample.catalog)
    #expect(standing.missing == row.missing, "R10 \(row.note)")
    #expect(standing.measures.isEmpty == !row.hasMeasures, "R10 \(row.note)")
    let kinds = ledger.warnings(of: standing).map(\.kind)
    #expect(kinds.contains(.appraisal(.withoutMeasures)) == !row.hasMeasures, "R10 \(row.note)")
    #expect(kinds.contains(.appraisal(.unprepared(row.missing))) == !row.missing.isEmpty)
    // Measures are matters, open by themselves.
    let open = ledger.openMatters(on: date("2026-12-31"), of: place("Q1"), kinds: catalogue.kinds)
    #expect(open.contains { $0.title == "明确整改措施:每月学习" } == row.hasMeasures)
  }
}
