import OrganizationLife

extension Chronicle {
  /// What happens to the people over the two years: admissions, 转正, transfers, retirement, a
  /// death, elections. In order of time, so that each step sees what went before.
  mutating func lead() {
    for unit in 0..<Self.branchCount { busy.formUnion(units[unit].leaders) }
    for unit in units.indices {
      busy.formUnion(units[unit].terms.flatMap { $0.officers.map(\.person) })
    }
    busy.insert(inspector)
    busy.formUnion(parts.values)
    settleProbationers()
    for month in months.indices {
      for (order, admission) in Self.admissions.enumerated() {
        if admission.month - 3 == month {
          promote(admissionPeople[order], to: .candidate, in: month)
        }
        if admission.month == month { admit(admissionPeople[order], to: admission.unit, in: month) }
      }
      happen(in: month)
      tell(in: month)
    }
  }

  private mutating func happen(in month: Int) {
    switch month {
    case 0:
      if let away = mover(from: Self.retirees, on: opening, stays: true) {
        comrades[away].stations[0].isFloating = true
      }
      if let lost = mover(from: 11, on: opening) {
        comrades[lost].stations[0].isFloating = true
        let day = workday(month: 9, 11)
        change(lost, since: day, entered: day.adding(days: 4)) {
          $0.rights = .membershipStopped
          $0.note = "失去联系超过六个月，经多方查找无果，按规定停止党籍"
        }
      }
    case 4: arrive(newcomers[0], at: 10, on: workday(month: month, 9))
    case 5:
      let applied = workday(month: month, 15)
      parts[.hasty] = apply(newcomers[1], unit: 8, status: .applicant, since: applied)
    case 6: transfer(from: 2, to: 6, on: workday(month: month, 22))
    case 7: promote(applicant(of: 3), to: .activist, in: month)
    case 8:
      if let away = mover(from: 13, on: months[month], stays: true) {
        let day = workday(month: month, 14)
        change(away, since: day, entered: day.adding(days: 5)) {
          $0.isFloating = true
          $0.note = "借调外地工作，已登记为流动党员"
        }
      }
    case 10: retire(from: 5, on: workday(month: month, 25))
    case 11: regroup(in: 4, on: workday(month: month, 5))
    case 12:
      die(on: workday(month: month, 17))
      discipline(in: 5, month: month)
    case 13:
      let applied = workday(month: month, 12)
      parts[.notTalkedWith] = apply(newcomers[2], unit: 13, status: .applicant, since: applied)
      openTemporaryBranch()
    case 14: replaceOfficer(month: month)
    case 15:
      leave(from: 7, on: workday(month: month, 19))
      electCommittee(month: month)
    case 16: promote(applicant(of: 11), to: .activist, in: month)
    case 17: retire(from: 13, on: workday(month: month, 8))
    case 18: transfer(from: Self.offices, to: 0, on: workday(month: month, 13))
    case 19:
      if let person = mover(from: 2, on: months[month], stays: true) {
        let day = workday(month: month, 20)
        change(person, since: day, entered: day.adding(days: 3)) {
          $0.rights = .suspended
          $0.note = "依规中止党员权利"
        }
      }
    case 20:
      promote(applicant(of: 2), to: .candidate, in: month)
      if let person = applicant(of: 10) {
        let day = workday(month: month, 24)
        change(person, since: day, entered: day.adding(days: 3)) {
          $0.until = day
          $0.left = "转出"
          $0.note = "调离本单位，培养考察材料一并转出"
        }
      }
    default: break
    }
  }

  // MARK: - Choosing

  func applicant(of unit: Int) -> Int? { otherPeople.first { $0.unit == unit }?.person }

  private func size(_ unit: Int, group: Int, on day: Day) -> Int {
    roster(unit, group: group, on: day).count
  }

  private func smallestGroup(of unit: Int, on day: Day) -> Int? {
    guard units[unit].groupCount > 0 else { return nil }
    return (1...units[unit].groupCount).min {
      (size(unit, group: $0, on: day), $0) < (size(unit, group: $1, on: day), $1)
    }
  }

  /// A full member without a post or a story, from a group that can spare one (or, who stays on
  /// the roll, from any); marked as having a story from now on.
  mutating func mover(
    from unit: Int, on day: Day, oldest: Bool = false, stays: Bool = false
  ) -> Int? {
    let free = roster(unit, on: day).filter { person in
      guard let station = station(person, on: day), station.hasVote, !busy.contains(person),
        !NameStock.whole.contains(where: { $0.name == comrades[person].name })
      else { return false }
      guard let group = station.group else { return stays || units[unit].groupCount == 0 }
      return stays || size(unit, group: group, on: day) >= 4
    }
    guard !free.isEmpty else { return nil }
    let chosen =
      oldest
      ? free.min { comrades[$0].bornYear < comrades[$1].bornYear } ?? free[0] : random.pick(free)
    busy.insert(chosen)
    return chosen
  }

  // MARK: - Single steps

  /// Adds a snapshot that differs from the one before.
  mutating func change(
    _ person: Int, since: Day, entered: Day, _ edit: (inout Station) -> Void
  ) {
    guard var station = comrades[person].stations.last else { return }
    station.since = since
    station.entered = min(max(entered, since), lastDay)
    station.note = ""
    station.until = nil
    station.left = ""
    edit(&station)
    comrades[person].stations.append(station)
    if !units[station.unit].people.contains(person) { units[station.unit].people.append(person) }
  }

  mutating func promote(_ person: Int?, to status: MemberStatus, in month: Int) {
    guard let person else { return }
    let day = workday(month: month, random.between(8...20))
    change(person, since: day, entered: day.adding(days: random.between(1...5))) {
      $0.status = status
    }
  }

  private mutating func transfer(from: Int, to: Int, on day: Day) {
    guard let person = mover(from: from, on: day) else { return }
    move(person, to: to, on: day) { _ in }
  }

  mutating func move(
    _ person: Int, to unit: Int, on day: Day, _ edit: (inout Station) -> Void
  ) {
    change(person, since: day, entered: day.adding(days: 2)) {
      $0.until = day
      $0.left = "转出"
      $0.posts = []
    }
    let group = smallestGroup(of: unit, on: day)
    let job = units[unit].field == .ward ? "一线值班" : "内勤"
    change(person, since: day.adding(days: 1), entered: day.adding(days: 4)) {
      $0.unit = unit
      $0.group = group
      $0.job = job
      edit(&$0)
    }
    transfers.append(person)
  }

  private mutating func retire(from unit: Int, on day: Day) {
    guard let person = mover(from: unit, on: day, oldest: true) else { return }
    comrades[person].bornYear = day.year - 60
    comrades[person].bornMonth = day.month
    move(person, to: Self.retirees, on: day) {
      $0.isRetired = true
      $0.job = "退休"
      $0.rank = ""
    }
  }

  private mutating func die(on day: Day) {
    guard let person = mover(from: Self.retirees, on: day, oldest: true) else { return }
    change(person, since: day, entered: day.adding(days: 6)) {
      $0.until = day
      $0.left = "去世"
    }
  }

  private mutating func leave(from unit: Int, on day: Day) {
    guard let person = mover(from: unit, on: day) else { return }
    change(person, since: day, entered: day.adding(days: 3)) {
      $0.until = day
      $0.left = "转出"
      $0.note = "组织关系转往系统内其他单位"
    }
    transfers.append(person)
  }

  private mutating func arrive(_ name: NameGenerator.Name, at unit: Int, on day: Day) {
    let age = 36
    let admitted = workday(opening.adding(years: -9).adding(days: 40))
    var station = Station(
      since: day, unit: unit, group: smallestGroup(of: unit, on: day), status: .full,
      entered: day.adding(days: 3))
    station.admitted = admitted
    station.approved = workday(admitted.adding(days: 28))
    station.confirmed = admitted.adding(years: 1)
    station.job = "一线值班"
    station.rank = "三级警督"
    station.note = "自系统内其他单位转入"
    let person = add(
      name, unit: unit, age: age, worked: opening.year - 13, applied: admitted.adding(years: -3),
      [station])
    busy.insert(person)
    transfers.append(person)
  }

  private mutating func regroup(in unit: Int, on day: Day) {
    guard let person = mover(from: unit, on: day),
      let group = station(person, on: day)?.group
    else { return }
    let other = group % units[unit].groupCount + 1
    change(person, since: day, entered: day.adding(days: 2)) {
      $0.group = other
      $0.note = "班次调整，改编小组"
    }
  }

  // MARK: - What assemblies decide

  /// Puts a matter on the agenda of the branch's assembly of that month: on the day that is
  /// wanted, or on the one already chosen if that is no earlier.
  @discardableResult
  mutating func schedule(_ matter: AgendaItem.Matter, unit: Int, on day: Day) -> Day {
    guard let month = month(of: day) else { return day }
    let key = unit * 100 + month
    let chosen = agenda[key]?.first.map { max($0.day, day) } ?? day
    let items = (agenda[key] ?? []) + [AgendaItem(unit: unit, day: chosen, matter: matter)]
    agenda[key] = items.map { AgendaItem(unit: unit, day: chosen, matter: $0.matter) }
    return chosen
  }

  /// 转正 of those who were on probation when the ledger began.
  private mutating func settleProbationers() {
    for person in comrades.indices where person != parts[.prolongedTwice] {
      guard let station = comrades[person].stations.first, station.status == .probationary,
        let admitted = station.admitted
      else { continue }
      let end = admitted.adding(years: 1)
      busy.insert(person)
      guard station.unit == 10 else {
        confirm(person, unit: station.unit, end: end)
        continue
      }
      let later = end.adding(months: 6)
      let day = workday(end.adding(days: random.between(2...9)))
      _ = schedule(.prolongation(person: person, until: later), unit: station.unit, on: day)
      confirm(person, unit: station.unit, end: later)
    }
  }

  mutating func confirm(_ person: Int, unit: Int, end: Day) {
    let after: Int
    switch unit {
    // Late, and 党龄 counts from the end of the probation nevertheless.
    case 0: after = 75
    // Before the probation was up.
    case 2: after = -12
    default: after = random.between(3...18)
    }
    let wanted = workday(end.adding(days: after))
    guard wanted <= lastDay.adding(days: -3) else { return }
    let day = schedule(.confirmation(person: person), unit: unit, on: wanted)
    let approval = workday(day.adding(days: random.between(15...35)))
    guard approval <= lastDay else { return }
    // On Q4's roll from the end of the probation on, before the vote.
    let since = unit == 3 ? end : approval
    change(person, since: since, entered: approval.adding(days: random.between(1...4))) {
      $0.status = .full
      $0.confirmed = unit == 2 ? day : end
    }
  }

  private mutating func admit(_ person: Int, to unit: Int, in month: Int) {
    // The two of Q7 on one day.
    let wanted = workday(month: month, unit == 6 ? 14 : random.between(9...18))
    let voters = roster(unit, on: wanted).filter { hasVote($0, on: wanted) }
    let introducers = random.take(2, of: voters).sorted()
    let day = schedule(
      .admission(person: person, introducers: introducers), unit: unit, on: wanted)
    let approval: Day
    switch unit {
    // Written down before the meeting; given four months after it.
    case 4: approval = workday(day.adding(days: -6))
    case 12: approval = workday(day.adding(days: 118))
    default: approval = workday(day.adding(days: random.between(22...48)))
    }
    // The newest one still waits for the level above.
    guard month < 22, approval <= lastDay else { return }
    let group = smallestGroup(of: unit, on: day)
    // Q5 wrote the day of the approval for that of the vote, and a wrong one.
    let isMistaken = unit == 4
    let written = max(day, approval).adding(days: random.between(1...5))
    change(person, since: day, entered: written) {
      $0.status = .probationary
      $0.group = group
      $0.admitted = isMistaken ? approval : day
      $0.approved = approval
      $0.introducers = introducers
    }
    switch unit {
    // One probation runs out without being discussed, one ends in a vote against the member.
    case 7: break
    case 12: disqualify(person, unit: unit, end: day.adding(years: 1))
    default: confirm(person, unit: unit, end: day.adding(years: 1))
    }
  }

  /// Still on the roll as 预备党员 after the vote that took the membership away.
  private mutating func disqualify(_ person: Int, unit: Int, end: Day) {
    let wanted = workday(end.adding(days: 9))
    guard wanted <= lastDay.adding(days: -3) else { return }
    schedule(.told(.disqualification(person)), unit: unit, on: wanted)
  }

  private mutating func discipline(in unit: Int, month: Int) {
    let wanted = workday(month: month, 12)
    guard let person = mover(from: unit, on: wanted, stays: true) else { return }
    let day = schedule(.discipline(person: person), unit: unit, on: wanted)
    let approval = workday(day.adding(days: 26))
    change(person, since: approval, entered: approval.adding(days: 2)) {
      $0.rights = .onProbationForDiscipline
      $0.note = "经批准给予留党察看处分，期限两年"
    }
  }

  // MARK: - Officers

  mutating func setPosts(_ person: Int, _ posts: [String], on day: Day) {
    change(person, since: day, entered: day.adding(days: 3)) { $0.posts = posts }
  }

  /// 增补: the organiser of Q9 moves to an office; somebody else is elected in his or her place.
  private mutating func replaceOfficer(month: Int) {
    let unit = 8
    guard let term = units[unit].terms.last else { return }
    let leaving = term.officers[1].person
    let gone = workday(month: month, 6)
    let day = workday(month: month, 16)
    move(leaving, to: Self.offices, on: gone) { $0.job = "政治处" }
    let free = roster(unit, on: day).filter { hasVote($0, on: day) && !busy.contains($0) }
    let candidates = random.take(2, of: free)
    guard candidates.count == 2 else { return }
    busy.formUnion(candidates)
    let post = term.officers[1].post
    _ = schedule(
      .election(candidates: candidates, posts: [post], seats: 1), unit: unit, on: day)
    var vacant = term
    vacant.since = gone.adding(days: 1)
    vacant.entered = gone.adding(days: 2)
    vacant.officers.remove(at: 1)
    var filled = term
    filled.since = day
    filled.entered = day.adding(days: 7)
    filled.officers[1].person = candidates[0]
    units[unit].terms += [vacant, filled]
    units[unit].writers += [
      (since: gone.adding(days: 1), person: term.officers[0].person),
      (since: day, person: candidates[0]),
    ]
    setPosts(candidates[0], ["党支部\(post)"], on: day)
  }

  /// 换届 of Q4.
  private mutating func electCommittee(month: Int) {
    let unit = 3
    guard let term = units[unit].terms.last else { return }
    let day = workday(months[month].adding(days: 9))
    let old = term.officers.map(\.person)
    let free = roster(unit, on: day).filter { hasVote($0, on: day) && !busy.contains($0) }
    let fresh = random.take(2, of: free)
    guard fresh.count == 2, old.count == 3 else { return }
    busy.formUnion(fresh)
    let posts = term.officers.map(\.post)
    let elected = [old[1], fresh[0], old[2]]
    _ = schedule(
      .election(candidates: elected + [fresh[1]], posts: posts, seats: 3), unit: unit, on: day)
    units[unit].terms.append(
      Term(
        since: day, elected: day, years: 3,
        officers: zip(elected, posts).map { (person: $0, post: $1) },
        entered: day.adding(days: 9)))
    units[unit].writers.append((since: day, person: fresh[0]))
    setPosts(old[0], [], on: day)
    setPosts(elected[0], ["党支部\(posts[0])"], on: day)
    setPosts(elected[1], ["党支部\(posts[1])"], on: day)
  }

  /// The 临时党支部 of a closed duty: six from six branches, for a few months.
  private mutating func openTemporaryBranch() {
    let branch = Self.temporaryBranch
    let first = units[branch].founded
    let last = workday(month: 17, 20)
    var people: [Int] = []
    for unit in [0, 4, 7, 9, 10, 11] {
      guard let person = mover(from: unit, on: first), let home = station(person, on: first) else {
        continue
      }
      people.append(person)
      change(person, since: first, entered: first.adding(days: 1)) {
        $0.unit = branch
        $0.group = nil
        $0.job = "封闭执勤"
        $0.note = "编入封闭执勤专班临时党支部，组织关系不转"
      }
      change(person, since: last.adding(days: 1), entered: last.adding(days: 3)) {
        $0.unit = unit
        $0.group = home.group
        $0.job = home.job
        $0.note = "封闭执勤结束，回原支部"
      }
    }
    guard people.count >= 3 else { return }
    units[branch].until = last
    units[branch].terms = [
      Term(
        since: first, elected: nil, years: nil,
        officers: [(person: people[0], post: "书记"), (person: people[1], post: "副书记")],
        entered: first)
    ]
    units[branch].writers = [(since: first, person: people[2])]
  }
}
