import OrganizationLife

extension Chronicle {
  /// What is told on purpose of people, offices and assemblies, month by month: of each kind of
  /// thing that rules speak of one, spread over the branches. Q2, which stands for the user, keeps
  /// out of it.
  mutating func tell(in month: Int) {
    switch month {
    case 0: prolongTwice()
    case 9: promote(parts[.hasty], to: .activist, in: month)
    case 14: renewEarly(month)
    case 15:
      promote(parts[.hasty], to: .candidate, in: month)
      openDutyPost()
    case 16:
      promote(parts[.refused], to: .candidate, in: month)
      restartByElection(month)
      tellJoint(.refusal(units[Self.jointBranch].people[5]), month)
    case 17:
      renewLate(month)
      joinGroups(month)
    case 18:
      electDelegates(month)
      tellJoint(.refusedConfirmation(units[Self.jointBranch].people[7]), month)
      loseOfficer(of: 3, month)
    case 19:
      let applicants = Array(units[Self.jointBranch].people.suffix(2))
      tellJoint(.admittedTogether(applicants), month)
      promoteLate(month)
    case 20:
      if let person = parts[.refused] {
        schedule(.told(.refusal(person)), unit: 2, on: workday(month: month, 14))
      }
      schedule(.told(.barelyQuorate), unit: 9, on: workday(month: month, 16))
    case 21:
      schedule(.told(.withoutQuorum), unit: 11, on: workday(month: month, 13))
      schedule(.told(.secretaryAside), unit: 4, on: workday(month: month, 15))
      schedule(.told(.exclusionOutside), unit: Self.retirees, on: workday(month: month, 17))
    case 22:
      adjustGeneralBranches(month)
      takeOverRetirees(month)
      loseOfficer(of: 4, month)
      dismissLeader(month)
    default: break
    }
  }

  private mutating func tellJoint(_ told: Told, _ month: Int) {
    schedule(.told(told), unit: Self.jointBranch, on: workday(month: month, 13))
  }

  // MARK: - Members

  /// Prolonged by three months, which is too little, and then once more.
  private mutating func prolongTwice() {
    guard let person = parts[.prolongedTwice],
      let admitted = comrades[person].stations[0].admitted
    else { return }
    let end = admitted.adding(years: 1)
    let first = end.adding(months: 3)
    let second = end.adding(years: 1)
    let unit = 10
    schedule(
      .prolongation(person: person, until: first), unit: unit, on: workday(month: 1, 12))
    schedule(
      .prolongation(person: person, until: second), unit: unit,
      on: workday(first.adding(days: 8)))
    confirm(person, unit: unit, end: second)
  }

  /// The joint branch forms groups: all full members in one, the two on probation in the other.
  private mutating func joinGroups(_ month: Int) {
    let day = workday(month: month, 12)
    for (index, person) in units[Self.jointBranch].people.prefix(6).enumerated() {
      change(person, since: day, entered: day.adding(days: 4)) { $0.group = index < 4 ? 1 : 2 }
    }
  }

  /// A promotion in rank that was entered months later, when a new snapshot that did not know of
  /// it stood already.
  private mutating func promoteLate(_ month: Int) {
    guard let person = parts[.promotedLate] else { return }
    let day = workday(month: month, 10)
    change(person, since: day, entered: day.adding(days: 2)) { $0.job = "教育管理" }
    let promoted = workday(month: 17, 4)
    guard var late = comrades[person].stations.dropLast().last, isPast(workday(month: 20, 9))
    else { return }
    late.since = promoted
    late.entered = workday(month: 20, 9)
    late.rank = "一级警督"
    late.note = "警衔晋升，补录"
    comrades[person].stations.insert(late, at: comrades[person].stations.count - 1)
  }

  /// A unit was dissolved: its retired members come to the branch of the retired, which then has
  /// more than fifty and two committees in one.
  private mutating func takeOverRetirees(_ month: Int) {
    let unit = Self.retirees
    let day = workday(month: month, 9)
    guard isPast(day.adding(days: 3)) else { return }
    var officers: [Int] = []
    for (index, name) in laterRetirees.enumerated() {
      let person = join(
        name, unit: unit, group: index % units[unit].groupCount + 1, field: .retired, seat: nil,
        probation: nil)
      comrades[person].stations[0].since = day
      comrades[person].stations[0].entered = day.adding(days: 3)
      comrades[person].stations[0].note = "原单位撤并，离退休党员整建制转入"
      busy.insert(person)
      if index < 5 { officers.append(person) }
    }
    guard var term = units[unit].terms.last else { return }
    term.since = day
    term.entered = day.adding(days: 3)
    term.officers += officers.map { (person: $0, post: "委员") }
    units[unit].terms.append(term)
    for person in officers { comrades[person].stations[0].posts = ["党支部委员"] }
  }

  /// Three of the hospital's five and two others keep watch; the hospital's branch is left with
  /// two full members.
  private mutating func openDutyPost() {
    let branch = Self.dutyPost
    let first = units[branch].founded
    var people: [Int] = []
    let leading = Set(officers(15, on: first))
    for person in roster(15, on: first) where !leading.contains(person) { people.append(person) }
    people += [mover(from: 6, on: first), mover(from: 12, on: first)].compactMap { $0 }
    busy.formUnion(people)
    for person in people {
      change(person, since: first, entered: first.adding(days: 1)) {
        $0.unit = branch
        $0.group = nil
        $0.job = "应急值守"
        $0.note = "编入应急值守专班临时党支部，组织关系不转"
      }
    }
    guard people.count >= 3 else { return }
    units[branch].terms = [
      Term(
        since: first, elected: nil, years: nil,
        officers: [(person: people[0], post: "书记"), (person: people[1], post: "副书记")],
        entered: first)
    ]
    units[branch].writers = [(since: first, person: people[2])]
    schedule(
      .told(.temporaryElection(Array(people.prefix(2)))), unit: branch,
      on: workday(month: 17, 14))
  }

  // MARK: - Offices

  /// The secretary of the duty post went back, and nobody was named.
  private mutating func dismissLeader(_ month: Int) {
    let branch = Self.dutyPost
    guard var term = units[branch].terms.last, term.officers.count == 2 else { return }
    let day = workday(month: month, 12)
    guard isPast(day.adding(days: 2)) else { return }
    term.since = day
    term.entered = day.adding(days: 2)
    term.officers.removeFirst()
    units[branch].terms.append(term)
  }

  /// An officer goes to another prison; the seat stays empty.
  private mutating func loseOfficer(of unit: Int, _ month: Int) {
    let day = workday(month: month, 24)
    guard let term = units[unit].terms.last, term.officers.count > 2,
      isPast(day.adding(days: 3))
    else { return }
    let leaving = term.officers[unit == 4 ? 3 : 1].person
    change(leaving, since: day, entered: day.adding(days: 3)) {
      $0.until = day
      $0.left = "转出"
      $0.posts = []
      $0.note = "组织关系转往系统内其他单位"
    }
    transfers.append(leaving)
    var vacant = term
    vacant.since = day.adding(days: 1)
    vacant.entered = day.adding(days: 3)
    vacant.officers.removeAll { $0.person == leaving }
    units[unit].terms.append(vacant)
    let writer = vacant.officers[min(1, vacant.officers.count - 1)].person
    units[unit].writers.append((since: day.adding(days: 1), person: writer))
  }

  /// Four branches change to the first 总支, which then has more than a hundred members; the second
  /// is left with few.
  private mutating func adjustGeneralBranches(_ month: Int) {
    let day = workday(month: month, 5)
    guard isPast(day) else { return }
    for unit in 6...9 { units[unit].newParent = (since: day, parent: "Z1") }
  }

  private mutating func elect(
    _ people: [Int], to unit: Int, on day: Day, elected: Day?, entered: Day
  ) {
    guard let old = units[unit].terms.last else { return }
    let posts = Array((Self.posts[people.count] ?? []).prefix(people.count))
    units[unit].terms.append(
      Term(
        since: day, elected: elected, years: old.years,
        officers: zip(people, posts).map { (person: $0, post: $1) }, entered: entered))
    units[unit].writers.append((since: day, person: people[1]))
    for person in old.officers.map(\.person) where !people.contains(person) {
      setPosts(person, [], on: day)
    }
    for (person, post) in zip(people, posts)
    where !old.officers.contains(where: { $0.person == person && $0.post == post }) {
      setPosts(person, ["党支部\(post)"], on: day)
    }
  }

  private mutating func free(_ count: Int, of unit: Int, on day: Day) -> [Int] {
    let leading = Set(units.indices.flatMap { officers($0, on: day) }).union(parts.values)
      .union(admissionPeople)
    let found = roster(unit, on: day).filter { person in
      hasVote(person, on: day) && !leading.contains(person)
        && station(person, on: day)?.isFloating == false
    }
    let chosen = random.take(count, of: found)
    busy.formUnion(chosen)
    return chosen
  }

  /// 换届 of Q13 ten months before the end of the term, with nobody's consent on record.
  private mutating func renewEarly(_ month: Int) {
    let unit = 12
    let day = workday(month: month, 12)
    guard let old = units[unit].terms.last?.officers.map(\.person), old.count == 5 else { return }
    let fresh = free(2, of: unit, on: day)
    guard fresh.count == 2 else { return }
    let elected = Array(old.prefix(4)) + [fresh[0]]
    schedule(
      .election(
        candidates: elected + [fresh[1]], posts: Self.posts[5] ?? [], seats: 5), unit: unit,
      on: day)
    elect(elected, to: unit, on: day, elected: day, entered: day.adding(days: 8))
  }

  /// 换届 of Q14 two months late: more candidates than seats, a name written in, a tie for the last
  /// seat and a second vote; somebody else becomes secretary.
  private mutating func renewLate(_ month: Int) {
    let unit = 13
    let day = workday(months[month].adding(days: 11))
    guard let old = units[unit].terms.last?.officers.map(\.person), old.count == 5 else { return }
    let fresh = free(3, of: unit, on: day)
    guard fresh.count == 3 else { return }
    let elected = [old[2], old[1], old[3], old[4], fresh[0]]
    schedule(
      .told(.renewal(candidates: elected + [fresh[1]], writtenIn: fresh[2])), unit: unit, on: day)
    elect(elected, to: unit, on: day, elected: day, entered: day.adding(days: 6))
  }

  /// A by-election of Q10 whose day was entered as the beginning of a new term.
  private mutating func restartByElection(_ month: Int) {
    let unit = 9
    let day = workday(month: month, 12)
    guard let old = units[unit].terms.last?.officers.map(\.person), old.count >= 3 else { return }
    let fresh = free(2, of: unit, on: day)
    guard fresh.count == 2 else { return }
    let seats = old.dropLast() + [fresh[0]]
    let post = Self.posts[old.count]?.last ?? "委员"
    schedule(.election(candidates: fresh, posts: [post], seats: 1), unit: unit, on: day)
    elect(Array(seats), to: unit, on: day, elected: day, entered: day.adding(days: 8))
  }

  /// Delegates to the Party congress of the prison, in eleven branches; in some it went wrong.
  private mutating func electDelegates(_ month: Int) {
    let flaws: [(Int, DelegateFlaw?)] = [
      (0, .seatsUnknown), (2, .surplusTooSmall), (3, .choicesBeyondBallots),
      (4, .candidateCounted), (5, .ballotsBeyondVoters), (6, .tooFewPresent), (7, .seatVacant),
      (8, .writtenInUncounted), (9, .excludedWithoutGround), (11, nil), (12, .excluded),
    ]
    for (unit, flaw) in flaws {
      schedule(.told(.delegates(flaw)), unit: unit, on: workday(month: month, 8 + unit))
    }
  }
}
