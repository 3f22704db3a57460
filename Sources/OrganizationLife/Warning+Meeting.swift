/// What the rules say about how a meeting was held. Items and votes are counted from 1.
public enum MeetingWarning: RuledWarning {
  /// A vote was taken with too few voters present.
  case noQuorum(item: Int, vote: Int, category: VoteCategory, present: Int, required: Int)
  /// The election decides nothing.
  case electionVoid(item: Int, ElectionVoid)
  /// 应选名额 is not said, so that nobody can say who was elected when many had enough votes.
  case seatsUnknown(item: Int)
  /// Too few candidates for the seats (差额): so many are needed.
  case surplusTooSmall(item: Int, candidates: Int, seats: Int, needed: Int)
  /// More votes in favour than the ballots have choices: voters times seats.
  case choicesBeyondBallots(item: Int, given: Int, most: Int)
  /// A candidate who cannot be elected: no full member, or one whose rights are suspended.
  case candidateWithoutRight(item: Int, Person)
  /// A candidate was 监票人 or 计票人.
  case candidateCounted(item: Int, Person)
  /// These had as many votes as each other for the last seats: vote again.
  case voteAgain(item: Int, [Person], seats: Int)
  /// So many seats were not filled.
  case seatsVacant(item: Int, Int)
  /// Names were written in beside a candidate's own numbers, so that nobody knows their votes.
  case writtenInUncounted(item: Int, String)
  /// A member left out of 应到会 for a reason that is none of the six.
  case exclusionWithoutGround(Person, reason: String)
  /// A member left out of 应到会 at a meeting without an election; the rule is for elections.
  case exclusionOutsideElection(Person)
  /// No item of the meeting says that the assembly agreed to leave the member out.
  case exclusionWithoutConsent(Person)
  /// Several people decided by one vote, though one by one is asked for.
  case decidedTogether(item: Int, vote: Int, [Person])
  /// A vote on somebody's way into the Party that names nobody.
  case subjectMissing(item: Int, vote: Int, VoteCategory)
  /// Decided of somebody of whom it cannot be decided: taken in is a 发展对象, of the others only a
  /// 预备党员 can be made a full member, prolonged or dropped.
  case subjectOfAnotherStatus(item: Int, vote: Int, VoteCategory, Person, MemberStatus)
  /// A committee or a group voted on what the 支部党员大会 alone decides.
  case forAssemblyAlone(item: Int, vote: Int, VoteCategory)
  /// A vote of the committee (支委会) at a meeting of the members.
  case committeeVoteElsewhere(item: Int, vote: Int)
  /// More written opinions than voters who were away.
  case writtenBeyondAbsent(item: Int, vote: Int, written: Int, absent: Int)
  /// The presider holds no office that lets him or her preside.
  case presiderWithoutOffice(Person)
  /// Somebody else presided although the secretary was there.
  case secretaryDidNotPreside(secretary: Person, presider: Person)
  /// A 临时党支部 took somebody in, decided on 转正, or elected.
  case notForTemporaryBranch(item: Int, VoteCategory)
  /// Somebody came late or left early, fewer voted than were there with a vote, and nothing says
  /// which votes were missed (`Away`).
  case voterMayHaveMissed(item: Int, Person, RosterList)

  public var rule: Rule {
    switch self {
    case .noQuorum(_, _, let category, _, _):
      switch category {
      case .ordinary, .prolongation, .disqualification, .discipline: .assemblyQuorum
      case .admission, .confirmation: .admissionQuorum
      case .election: .electionQuorum
      case .committee: .committeeMeeting
      }
    case .electionVoid(_, .noQuorum): .electionQuorum
    case .electionVoid(_, .ballotsBeyondVoters), .choicesBeyondBallots, .candidateCounted,
      .writtenInUncounted:
      .ballots
    case .seatsUnknown, .voteAgain, .seatsVacant: .electionMajority
    case .surplusTooSmall: .surplus
    case .candidateWithoutRight: .votingRights
    case .exclusionWithoutGround, .exclusionOutsideElection, .exclusionWithoutConsent: .exclusion
    case .decidedTogether, .writtenBeyondAbsent, .subjectMissing: .admissionMajority
    case .subjectOfAnotherStatus(_, _, let category, _, _):
      category == .admission ? .development : .probation
    case .forAssemblyAlone: .assemblyMajority
    case .committeeVoteElsewhere: .committeeMeeting
    case .presiderWithoutOffice, .secretaryDidNotPreside: .presiding
    case .voterMayHaveMissed: .assemblyQuorum
    case .notForTemporaryBranch: .temporaryBranch
    }
  }

  /// The field (FORMAT.md 6) at which a form shows it.
  public var field: String {
    switch self {
    case .exclusionWithoutGround, .exclusionOutsideElection, .exclusionWithoutConsent: "Excluded"
    case .presiderWithoutOffice, .secretaryDidNotPreside: "Presider"
    case .voterMayHaveMissed: "Away"
    case .seatsUnknown: "Seats"
    case .candidateWithoutRight, .subjectMissing, .subjectOfAnotherStatus: "About"
    default: "Vote"
    }
  }

  /// The item it concerns, from 1; nil for the meeting itself.
  public var item: Int? {
    switch self {
    case .noQuorum(let item, _, _, _, _), .electionVoid(let item, _), .seatsUnknown(let item),
      .surplusTooSmall(let item, _, _, _), .choicesBeyondBallots(let item, _, _),
      .candidateWithoutRight(let item, _), .candidateCounted(let item, _),
      .voteAgain(let item, _, _), .seatsVacant(let item, _),
      .writtenInUncounted(let item, _), .decidedTogether(let item, _, _),
      .writtenBeyondAbsent(let item, _, _, _), .voterMayHaveMissed(let item, _, _),
      .notForTemporaryBranch(let item, _), .subjectMissing(let item, _, _),
      .subjectOfAnotherStatus(let item, _, _, _, _), .forAssemblyAlone(let item, _, _),
      .committeeVoteElsewhere(let item, _):
      item
    case .exclusionWithoutGround, .exclusionOutsideElection, .exclusionWithoutConsent,
      .presiderWithoutOffice, .secretaryDidNotPreside:
      nil
    }
  }
}

extension MeetingWarning {
  /// The vote it concerns, from 1 within its item; nil when it concerns no single vote.
  public var vote: Int? {
    switch self {
    case .noQuorum(_, let vote, _, _, _), .decidedTogether(_, let vote, _),
      .writtenBeyondAbsent(_, let vote, _, _), .subjectMissing(_, let vote, _),
      .subjectOfAnotherStatus(_, let vote, _, _, _), .forAssemblyAlone(_, let vote, _),
      .committeeVoteElsewhere(_, let vote):
      vote
    default: nil
    }
  }
}

extension Ledger {
  /// What the rules say about how an activity was held, in the order of the paper form. A record
  /// with warnings is kept as what happened; `faults` are what cannot be so.
  public func warnings(in activity: Activity, kind: ActivityKind?) -> [Warning] {
    var found: [(MeetingWarning, Reference)] = []
    let body = body(of: activity, as: kind)
    for warning in presiding(at: activity, kind: kind) + exclusions(at: activity) {
      found.append((warning, activity.reference))
    }
    for (index, item) in activity.items.enumerated() where !item.votes.isEmpty {
      // A meeting in batches is judged by those who came to any sitting.
      let (whole, judged) = judged(item, of: activity)
      let turnout = turnout(for: judged, of: whole, kind: kind)
      let reference = activity.reference.item(index + 1)
      let all =
        temporary(at: item, number: index + 1, of: activity)
        + voting(at: item, number: index + 1, of: activity, kind: kind, turnout: turnout)
        + electing(at: judged, number: index + 1, of: whole, turnout: turnout, body: body)
        + missed(at: judged, number: index + 1, of: activity, turnout: turnout)
      found += all.map { ($0, reference) }
    }
    return found.map { warning, reference in
      Warning(.meeting(warning), of: activity.organization, evidence: [reference])
    }
  }

  /// 党员大会 and 支委会: the secretary, or whom the secretary asks to, a deputy or another member of
  /// the committee; 党小组会: the group's head (支部条例第十四条). The article speaks of these three
  /// only, and a body without officers on record says nothing.
  private func presiding(at activity: Activity, kind: ActivityKind?) -> [MeetingWarning] {
    guard let kind, kind.isAssembly || kind.body == .committee || kind.body == .group,
      let presider = activity.presider,
      let own = organization(activity.organization, on: activity.date), !own.officers.isEmpty
    else { return [] }
    guard own.officers.contains(where: { $0.person.isSame(as: presider) }) else {
      return [.presiderWithoutOffice(presider)]
    }
    guard own.level != .group, let secretary = own.secretary, !secretary.isSame(as: presider),
      let id = secretary.id, activity.wasAttended(by: id)
    else { return [] }
    return [.secretaryDidNotPreside(secretary: secretary, presider: presider)]
  }

  /// A 临时党支部 leaves admissions and elections to the branches of its members.
  private func temporary(
    at item: Item, number: Int, of activity: Activity
  ) -> [MeetingWarning] {
    guard organization(activity.organization, on: activity.date)?.level == .temporaryBranch else {
      return []
    }
    let found = item.votes.first { $0.category.isSecretBallot || $0.category.isOneByOne }
    return found.map { [.notForTemporaryBranch(item: number, $0.category)] } ?? []
  }

  private func exclusions(at activity: Activity) -> [MeetingWarning] {
    let votes = activity.items.flatMap(\.votes)
    let isElection = votes.contains { $0.category == .election }
    return activity.excluded.flatMap { exclusion -> [MeetingWarning] in
      var found: [MeetingWarning] = []
      if ExclusionGround(reason: exclusion.reason) == nil {
        found.append(.exclusionWithoutGround(exclusion.person, reason: exclusion.reason))
      }
      if !votes.isEmpty, !isElection { found.append(.exclusionOutsideElection(exclusion.person)) }
      let hasConsent = activity.items.contains { item in
        item.about.contains { $0.isSame(as: exclusion.person) }
          && !item.votes.contains { $0.category == .election }
      }
      if isElection, !hasConsent { found.append(.exclusionWithoutConsent(exclusion.person)) }
      return found
    }
  }

  private func voting(
    at item: Item, number: Int, of activity: Activity, kind: ActivityKind?, turnout: Turnout
  ) -> [MeetingWarning] {
    var found: [MeetingWarning] = []
    let body = body(of: activity, as: kind)
    for (index, vote) in item.votes.enumerated() {
      let category = Voting.category(vote.category, in: body)
      let (eligible, present) = (turnout.eligible, turnout.eligiblePresent)
      if isDecidedElsewhere(vote.category, at: activity, kind: kind) {
        found.append(
          vote.category == .committee
            ? .committeeVoteElsewhere(item: number, vote: index + 1)
            : .forAssemblyAlone(item: number, vote: index + 1, vote.category))
      } else if category != .election,  // An election says it once, for all its candidates.
        !Voting.mayVote(category, eligible: eligible, eligiblePresent: present)
      {
        found.append(
          .noQuorum(
            item: number, vote: index + 1, category: category, present: present,
            required: Voting.quorum(category, eligible: eligible)))
      }
      if category.isOneByOne, vote.subject == nil, item.about.count > 1 {
        found.append(.decidedTogether(item: number, vote: index + 1, item.about))
      }
      found += subjects(of: vote, number: index + 1, in: item, number, on: activity.date)
      let absent = eligible - present
      if category.allowsWrittenOpinions, vote.written > absent {
        found.append(
          .writtenBeyondAbsent(
            item: number, vote: index + 1, written: vote.written, absent: absent))
      }
    }
    return found
  }

  /// On whom a vote on the way into the Party may be taken. Whoever is taken in is on the roll as
  /// 预备党员 from the day of the meeting on, since the status dates back to it: the day before says
  /// what he or she was. A full member before the vote on 转正 is the member's own warning.
  private func subjects(
    of vote: Vote, number: Int, in item: Item, _ itemNumber: Int, on day: Day
  ) -> [MeetingWarning] {
    guard vote.category.isOneByOne else { return [] }
    let people = vote.subject.map { [$0] } ?? item.about
    if people.isEmpty {
      return [.subjectMissing(item: itemNumber, vote: number, vote.category)]
    }
    return people.compactMap { person in
      guard let id = person.id,
        let status = (member(id, on: day.adding(days: -1)) ?? member(id, on: day))?.status
      else { return nil }
      let fits =
        switch (vote.category, status) {
        case (.admission, .candidate), (.confirmation, .full): true
        case (.admission, .probationary): member(id, on: day)?.since == day
        case (.admission, _): false
        default: status == .probationary
        }
      return fits
        ? nil
        : .subjectOfAnotherStatus(
          item: itemNumber, vote: number, vote.category, person, status)
    }
  }

  /// Whoever an election is about stands in it, counted or not; what was not counted yet leaves
  /// nothing vacant.
  private func electing(
    at item: Item, number: Int, of activity: Activity, turnout: Turnout, body: Body
  ) -> [MeetingWarning] {
    let votes = item.votes.filter { $0.category == .election }
    guard !votes.isEmpty else { return [] }
    let result = ElectionResult(
      votes: votes, seats: item.seats, turnout: turnout,
      withoutRight: withoutRight(votes.compactMap(\.subject), on: activity.date))
    var candidates = result.people.filter(\.isCandidate).map(\.person)
    let uncounted = item.about.filter { person in
      !candidates.contains { $0.isSame(as: person) }
    }
    candidates += uncounted
    var found: [MeetingWarning] = []
    if let void = result.void { found.append(.electionVoid(item: number, void)) }
    let most = turnout.eligiblePresent
    if let seats = result.seats {
      // 差额 is asked of members of a committee and of delegates; a single seat is a secretary's or
      // a vacancy's, of which the article does not speak.
      let standing = candidates.count
      if seats > 1, body != .committee, !Voting.hasSurplus(candidates: standing, seats: seats) {
        found.append(
          .surplusTooSmall(
            item: number, candidates: standing, seats: seats,
            needed: Voting.candidatesNeeded(seats: seats)))
      }
      let given = result.people.reduce(0) { $0 + $1.inFavour }
      if given > seats * most {
        found.append(.choicesBeyondBallots(item: number, given: given, most: seats * most))
      }
    } else {
      found.append(.seatsUnknown(item: number))
    }
    for person in withoutRight(candidates, on: activity.date) {
      found.append(.candidateWithoutRight(item: number, person))
    }
    for person in candidates
    where votes.contains(where: { vote in
      (vote.scrutineers + vote.tellers).contains { $0.isSame(as: person) }
    }) {
      found.append(.candidateCounted(item: number, person))
    }
    for vote in votes where vote.subject != nil && !vote.writeIn.isEmpty {
      found.append(.writtenInUncounted(item: number, vote.writeIn))
    }
    guard uncounted.isEmpty else { return found }
    if result.seatsToVoteAgain > 0 {
      found.append(
        .voteAgain(item: number, result.people(.tied), seats: result.seatsToVoteAgain))
    }
    if result.vacantSeats > 0 { found.append(.seatsVacant(item: number, result.vacantSeats)) }
    return found
  }

  /// Late ones may have missed the first vote, early leavers the last; `Away` says it for sure, and
  /// so do the numbers when everybody with a vote is among them.
  private func missed(
    at item: Item, number: Int, of activity: Activity, turnout: Turnout
  ) -> [MeetingWarning] {
    let voted = activity.items.indices.filter { !activity.items[$0].votes.isEmpty }
    guard item.votes.allSatisfy({ $0.voters < turnout.eligiblePresent }) else { return [] }
    var found: [MeetingWarning] = []
    for (list, people, position) in [
      (RosterList.late, activity.late, voted.first),
      (.left, activity.leftEarly, voted.last),
    ] where position == number - 1 {
      for person in people
      where !activity.items.contains(where: { item in
        item.away.contains { $0.isSame(as: person) }
      }) && person.id.flatMap({ member($0, on: activity.date) })?.hasVote ?? true {
        found.append(.voterMayHaveMissed(item: number, person, list))
      }
    }
    return found
  }
}

extension Vote {
  /// How many of those present are seen to have voted: the votes but written opinions, or the
  /// ballots that came back.
  fileprivate var voters: Int {
    max(total - (category.allowsWrittenOpinions ? written : 0), returned ?? 0)
  }
}

extension VoteCategory {
  /// Whether several people are decided one by one (细则第二十一、三十三条).
  public var isOneByOne: Bool {
    switch self {
    case .admission, .confirmation, .prolongation, .disqualification: true
    case .ordinary, .discipline, .election, .committee: false
    }
  }
}

extension Person {
  /// Whether two mentions are of one person: by id where both have one, else by the whole text.
  public func isSame(as other: Person) -> Bool {
    if let id, let otherId = other.id { return id == otherId }
    return id == nil && other.id == nil && name == other.name
  }
}
