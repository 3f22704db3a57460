import OrganizationLife

/// Somebody who has a story of his or her own, by what it is about.
enum Part: String {
  /// 停止党籍 for more than two years.
  case stoppedLongAgo
  /// Out of contact for half a year.
  case outOfContact
  /// Has taken part in nothing for half a year.
  case idle
  /// Away for half a year, not on record as 流动.
  case livesElsewhere
  /// 流动, and heard of by nobody for half a year.
  case floatingSilently
  /// On the 党委, and never at the own branch's meetings.
  case leaderAway
  /// On the 党委 on secondment, and of no branch.
  case seconded
  /// On probation, prolonged twice, the first time by too little.
  case prolongedTwice
  /// Whom the assembly did not take in.
  case refused
  /// Made 发展对象 after half a year.
  case hasty
  /// Whom nobody has talked with since the application.
  case notTalkedWith
  /// Whose letter of transfer has run out without a receipt.
  case letterRunOut
  /// Promoted in rank, which was entered months late.
  case promotedLate
  /// Who was given a time to improve.
  case correcting
}

extension Chronicle {
  /// The branch of six small units and the duty post's branch, which come after the prison's own.
  static let jointBranch = 20
  static let dutyPost = 21

  /// Adds those with a story of their own to their branches.
  mutating func cast(_ names: inout NameGenerator) {
    func name(_ unit: Int) -> NameGenerator.Name {
      names.next(unit: unit, member: -1, random: &random)
    }
    let members: [(Part, Int)] = [
      (.stoppedLongAgo, 0), (.idle, 4), (.outOfContact, 5), (.livesElsewhere, Self.retirees),
      (.floatingSilently, 9), (.letterRunOut, 11), (.promotedLate, 8), (.correcting, 3),
    ]
    for (part, unit) in members {
      let group = units[unit].people.count % max(1, units[unit].groupCount) + 1
      parts[part] = join(
        name(unit), unit: unit, group: group, field: units[unit].field, seat: nil, probation: nil)
    }
    parts[.prolongedTwice] = join(
      name(10), unit: 10, group: 1, field: .ward, seat: nil, probation: 12)
    parts[.refused] = apply(name(2), unit: 2, status: .activist, since: opening)
    busy.formUnion(parts.values)
    if let person = parts[.stoppedLongAgo] {
      comrades[person].stations[0].since = workday(opening.adding(months: -8))
      comrades[person].stations[0].rights = .membershipStopped
      comrades[person].stations[0].note = "失去联系，经多方查找无果，按规定停止党籍"
    }
    let absences: [(Part, Int, String)] = [
      (.idle, 16, "无故"), (.outOfContact, 15, "失联，正在查找"), (.livesElsewhere, 15, "外出长住子女处"),
      (.floatingSilently, 15, "流动在外，未联系上"),
    ]
    for (part, month, reason) in absences {
      guard let person = parts[part] else { continue }
      comrades[person].longAbsence = LongAbsence(since: months[month], reason: reason)
    }
    if let person = parts[.floatingSilently] { comrades[person].stations[0].isFloating = true }
  }

  /// The 联合党支部 and the 临时党支部, with their people; and who is on the 党委 besides.
  mutating func foundOthers(_ names: inout NameGenerator) {
    foundJointBranch(&names)
    let founded = workday(month: 15, 6)
    units.append(
      Unit(
        id: "L2", name: "应急值守专班临时党支部", level: .temporaryBranch, parent: "DW",
        field: .taskForce, covers: "应急值守专班", founded: founded, groupCount: 0))
    let leader = units[Self.offices].people[11]
    parts[.leaderAway] = leader
    comrades[leader].longAbsence = LongAbsence(
      since: Day(year: today.year, month: 1, day: 1) ?? months[13], reason: "参加其他会议")
    let day = workday(month: 19, 7)
    var station = Station(
      since: day, unit: Self.committee, status: .full, entered: day.adding(days: 3))
    station.posts = ["党委委员"]
    station.job = "挂职"
    station.admitted = workday(opening.adding(years: -14))
    station.approved = station.admitted.map { workday($0.adding(days: 30)) }
    station.confirmed = station.admitted?.adding(years: 1)
    let seconded = add(
      names.next(unit: -1, member: -1, random: &random), unit: Self.committee, age: 41,
      worked: opening.year - 18, applied: workday(opening.adding(years: -17)), [station])
    parts[.seconded] = seconded
    if var term = units[Self.committee].terms.last {
      term.since = day
      term.entered = day.adding(days: 3)
      term.officers.append((person: seconded, post: "委员"))
      units[Self.committee].terms.append(term)
    }
  }

  /// Small, over too many units, with a committee that it need not have and no secretary.
  private mutating func foundJointBranch(_ names: inout NameGenerator) {
    let unit = Self.jointBranch
    let founded = workday(opening.adding(months: -9))
    units.append(
      Unit(
        id: "J1", name: "后勤企业联合党支部", level: .jointBranch, parent: "DW", field: .office,
        covers: "后勤服务中心",
        alsoCovers: ["生活物资公司", "培训中心", "印刷厂", "汽车队", "招待所"], founded: founded,
        groupCount: 0))
    for number in 1...8 {
      let isLater = number > 4
      let person = join(
        names.next(unit: unit, member: -1, random: &random), unit: unit, group: nil,
        field: .office, seat: nil, probation: isLater ? 1 : nil)
      comrades[person].stations[0].since = isLater ? founded : max(founded, opening)
    }
    for _ in 0..<2 {
      apply(
        names.next(unit: unit, member: -1, random: &random), unit: unit, status: .candidate,
        since: opening)
    }
    let people = units[unit].people
    units[unit].terms = [
      Term(
        since: founded, elected: nil, years: nil,
        officers: zip(people, ["副书记", "组织委员", "宣传委员"]).map { (person: $0, post: $1) },
        entered: opening)
    ]
    units[unit].writers = [(since: opening, person: people[1])]
    for (person, post) in zip(people, ["副书记", "组织委员", "宣传委员"]) {
      comrades[person].stations[0].posts = ["党支部\(post)"]
    }
    takeIn(people)
  }

  /// How the four later members of the joint branch came in: one after the other with something
  /// amiss, as its record shows.
  private mutating func takeIn(_ people: [Int]) {
    func begin(_ person: Int, _ stations: [Station]) { comrades[person].stations = stations }
    func station(_ person: Int, _ status: MemberStatus, since day: Day) -> Station {
      var station = comrades[person].stations[0]
      station.status = status
      station.since = day
      station.entered = max(day.adding(days: 3), opening)
      station.admitted = nil
      station.approved = nil
      station.confirmed = nil
      station.introducers = []
      return station
    }
    // No vote and no approval is on record.
    let first = workday(month: 15, 20)
    var joined = station(people[4], .probationary, since: first)
    joined.admitted = first
    begin(people[4], [station(people[4], .candidate, since: opening), joined])
    // On the roll although the vote did not pass.
    let failed = workday(month: 16, 13)
    var kept = station(people[5], .probationary, since: failed.adding(days: 20))
    kept.admitted = failed
    kept.approved = failed.adding(days: 20)
    begin(people[5], [station(people[5], .candidate, since: opening), kept])
    // Full members: one without a vote, one against it.
    for (person, month) in [(people[6], 17), (people[7], 18)] {
      let admitted = schedule(
        .admission(person: person, introducers: Array(people.prefix(2))),
        unit: Self.jointBranch, on: workday(months[month].adding(years: -1).adding(days: 4)))
      var probation = station(person, .probationary, since: admitted)
      probation.admitted = admitted
      probation.approved = workday(admitted.adding(days: 25))
      probation.entered = admitted.adding(days: 30)
      let end = admitted.adding(years: 1)
      probation.introducers = Array(people.prefix(2))
      var full = probation
      full.status = .full
      full.since = workday(end.adding(days: 30))
      full.entered = full.since.adding(days: 2)
      full.confirmed = end
      full.group = 1
      begin(person, [station(person, .candidate, since: opening), probation, full])
    }
  }
}
