/// The steps of a 民主评议 (支部条例第十八条).
public enum AppraisalStep: String, CaseIterable, Sendable {
  /// 个人自评
  case selfAppraisal = "自评"
  /// 党员互评
  case mutualAppraisal = "互评"
  /// 民主测评
  case poll = "测评"
}

/// The grade that somebody was given.
public struct GivenGrade: Hashable, Sendable {
  /// Who, as on the day of the meeting.
  public var member: Member
  /// The grade.
  public var grade: AppraisalGrade
  /// The item that says so: `Id#n`.
  public var reference: Reference
}

/// The 民主评议 of a branch in a year.
public struct AppraisalRound: Hashable, Sendable {
  /// Whose.
  public var organization: OrganizationIdentifier
  /// The year.
  public var year: Int
  /// The meetings it was held at.
  public var meetings: [Reference]
  /// The steps that an item of one of them names.
  public var steps: [AppraisalStep]
  /// Every member of the branch on the day of the last meeting, 预备党员 included (党员总数).
  public var members: [Member]
  /// Who was given which grade; the last one holds.
  public var grades: [GivenGrade]

  /// How many 优秀 there may be: no more than a third of all members, 3N ≤ M.
  public var mostExcellent: Int { members.count / 3 }

  /// Those with that grade.
  public func members(_ grade: AppraisalGrade) -> [Member] {
    grades.filter { $0.grade == grade }.map(\.member)
  }

  /// Full members without a grade.
  public var ungraded: [Member] {
    let graded = Set(grades.map(\.member.id))
    return members.filter { $0.status == .full && !graded.contains($0.id) }
  }
}

/// What the rules say about a 民主评议.
public enum AppraisalWarning: RuledWarning {
  /// More 优秀 than a third of the members.
  case tooManyExcellent(count: Int, most: Int, members: Int)
  /// A 预备党员 was given a grade: they take part, and no grade is set.
  case probationaryGraded(Member, AppraisalGrade)
  /// Full members without a grade.
  case ungraded([Member])
  /// Steps that no item names.
  case stepsMissing([AppraisalStep])
  /// None of the preparation for an 组织生活会 is on record: study, talks, opinions.
  case unprepared([LifeMeetingPart])
  /// An 组织生活会 without a single measure that somebody has to carry out.
  case withoutMeasures

  public var rule: Rule {
    switch self {
    case .tooManyExcellent, .probationaryGraded: .appraisalGrades
    case .ungraded, .stepsMissing: .appraisal
    case .unprepared, .withoutMeasures: .lifeMeeting
    }
  }
}

/// What belongs to an 组织生活会 before and after it (支部条例第十七条).
public enum LifeMeetingPart: String, CaseIterable, Sendable {
  /// 会前学习
  case study = "学习"
  /// 谈心谈话
  case talks = "谈心"
  /// 听取意见
  case opinions = "听意见"
}

/// An 组织生活会 with what led to it and what came of it.
public struct LifeMeetingStanding: Hashable, Sendable {
  /// The meeting.
  public var activity: Activity
  /// What was done of each part in the two months before, or stands in an item of the meeting.
  public var preparation: [LifeMeetingPart: [Reference]]
  /// Self-criticism and criticism stand in the minutes of an item.
  public var hasCriticism: Bool
  /// The measures: resolutions with somebody to carry them out or a day, each a matter.
  public var measures: [Matter]

  /// The parts of which nothing is on record.
  public var missing: [LifeMeetingPart] {
    LifeMeetingPart.allCases.filter { preparation[$0]?.isEmpty ?? true }
  }
}

extension Ledger {
  /// The 民主评议 of a branch in the year of a day, up to it; nil when none was held.
  public func appraisalRound(
    of branch: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> AppraisalRound? {
    round(activities(of: branch, in: Period(.year, containing: day).first...day), catalog)
  }

  /// The 民主评议 of the year of a meeting that is being entered, with what it says so far; nil when
  /// neither it nor one before it is one.
  public func appraisalRound(with activity: Activity, catalog: Catalog) -> AppraisalRound? {
    let year = Period(.year, containing: activity.date).first...activity.date
    let others = activities(of: activity.organization, in: year).filter {
      $0.reference != activity.reference
    }
    return round(others + [activity], catalog)
  }

  private func round(_ activities: [Activity], _ catalog: Catalog) -> AppraisalRound? {
    let kinds = catalog.meanings.appraisals
    let held = activities.filter {
      kinds.contains($0.kind) || $0.counts.contains(where: kinds.contains)
    }
    guard let last = held.last else { return nil }
    let branch = last.organization
    var round = AppraisalRound(
      organization: branch, year: last.date.year, meetings: held.map(\.reference),
      steps: AppraisalStep.allCases.filter { step in
        held.contains { $0.items.contains { $0.title.holds(step.rawValue) } }
      },
      members: allPartyMembers(of: branch, on: last.date), grades: [])
    for activity in held {
      for (index, item) in activity.items.enumerated() {
        guard let grade = AppraisalGrade(in: item.resolution) else { continue }
        for person in item.about {
          guard let id = person.id, let member = member(id, on: activity.date) else { continue }
          round.grades.removeAll { $0.member.id == id }
          round.grades.append(
            GivenGrade(
              member: member, grade: grade, reference: activity.reference.item(index + 1)))
        }
      }
    }
    round.grades.sort { $0.member.id < $1.member.id }
    return round
  }

  /// What the rules say about a 民主评议.
  public func warnings(of round: AppraisalRound) -> [Warning] {
    var found: [(AppraisalWarning, [Reference], MemberIdentifier?)] = []
    let missing = AppraisalStep.allCases.filter { !round.steps.contains($0) }
    if !missing.isEmpty { found.append((.stepsMissing(missing), round.meetings, nil)) }
    let excellent = round.grades.filter { $0.grade == .excellent }
    if excellent.count > round.mostExcellent {
      found.append(
        (
          .tooManyExcellent(
            count: excellent.count, most: round.mostExcellent, members: round.members.count),
          excellent.map(\.reference), nil
        ))
    }
    for given in round.grades where given.member.status == .probationary {
      found.append(
        (.probationaryGraded(given.member, given.grade), [given.reference], given.member.id))
    }
    if !round.grades.isEmpty, !round.ungraded.isEmpty {
      found.append(
        (.ungraded(round.ungraded), round.meetings + round.ungraded.map(\.reference), nil))
    }
    return found.map { warning, evidence, member in
      Warning(.appraisal(warning), of: round.organization, member: member, evidence: evidence)
    }
  }

  /// An 组织生活会 with what led to it, as far as the records of its organisation say.
  public func lifeMeeting(_ activity: Activity, catalog: Catalog) -> LifeMeetingStanding {
    let days = activity.date.adding(months: -2)...activity.date
    let places = descendants(of: activity.organization, on: activity.date).map(\.id)
    let before = places.flatMap { activities(of: $0, in: days) }
      .filter { $0.reference != activity.reference }
    let kinds = catalog.kindsByIdentifier
    func held(_ isKind: (ActivityKind) -> Bool) -> [Reference] {
      before.filter { activity in
        ([activity.kind] + activity.counts).contains { kinds[$0].map(isKind) ?? false }
      }.map(\.reference)
    }
    func items(_ words: [String]) -> [Reference] {
      activity.items.indices.filter { index in
        words.contains { activity.items[index].title.holds($0) }
      }.map { activity.reference.item($0 + 1) }
    }
    let opinions = matters(of: places).filter { matter in
      matter.kind.holds("意见") && days.contains(matter.opened)
    }.map(\.reference)
    return LifeMeetingStanding(
      activity: activity,
      preparation: [
        .study: held(\.isStudy) + items(["学习"]), .talks: held(\.isTalk) + items(["谈心"]),
        .opinions: opinions + items(["意见"]),
      ],
      hasCriticism: activity.items.contains { $0.title.holds("批评") },
      measures: resolutions(of: activity))
  }

  /// What the rules say about an 组织生活会.
  public func warnings(of meeting: LifeMeetingStanding) -> [Warning] {
    var found: [AppraisalWarning] = []
    if !meeting.missing.isEmpty { found.append(.unprepared(meeting.missing)) }
    if meeting.measures.isEmpty { found.append(.withoutMeasures) }
    return found.map {
      Warning(
        .appraisal($0), of: meeting.activity.organization,
        evidence: [meeting.activity.reference])
    }
  }
}
