/// What the rules say about taking part in the life of the branch. Each is something to look into,
/// with its reasons: no status changes by itself, and 除名 needs education, the assembly and the
/// approval from above.
public enum ParticipationWarning: RuledWarning {
  /// Took part in none of so many meetings over six months (党章第九条).
  case nothingForHalfYear(meetings: Int, since: Day)
  /// The same of a member on record as 流动: to be asked how he or she takes part there.
  case floatingForHalfYear(meetings: Int, since: Day)
  /// Away for six months, by the reasons recorded, and neither on record as 流动 nor transferred.
  case floatingNotRecorded(since: Day)
  /// 流动 for six months or more: where the place is settled the membership is transferred.
  case transferDue(floatingSince: Day)
  /// Out of contact for six months or more, by the reasons recorded.
  case outOfContact(since: Day)
  /// 停止党籍 for two years or more.
  case membershipStopped(since: Day)
  /// 限期改正 for more than a year.
  case correctionOver(since: Day)
  /// Who leads an organisation above took part in none of so many meetings of the own branch or
  /// group this year.
  case leaderAbsent(meetings: Int)
  /// Who leads an organisation belongs to no branch.
  case leaderInNoBranch

  public var rule: Rule {
    switch self {
    case .nothingForHalfYear, .correctionOver: .correctionPeriod
    case .floatingForHalfYear, .floatingNotRecorded: .floatingMembers
    case .transferDue: .transfer
    case .outOfContact, .membershipStopped: .outOfContact
    case .leaderAbsent, .leaderInNoBranch: .dualLife
    }
  }
}

extension Matter {
  /// The kind of a matter that gives somebody a time to improve (限期改正).
  public static let correctionKind = "限期改正"
}

extension Ledger {
  /// What the rules say about one member's taking part, on a day.
  public func participationWarnings(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> [Warning] {
    guard let member = member(id, on: day), member.status.isMember else { return [] }
    var found: [(ParticipationWarning, [Reference])] = []
    let own = [member.reference]
    let halfYear = day.adding(months: -6)
    if member.rights == .membershipStopped {
      let since = unbroken(id, through: day) { $0.rights == .membershipStopped }
      if since.adding(years: 2) <= day { found.append((.membershipStopped(since: since), own)) }
    } else {
      found += absence(of: member, since: halfYear, on: day, catalog: catalog)
    }
    if member.isFloating {
      let since = unbroken(id, through: day, while: \.isFloating)
      if since.adding(months: 6) <= day { found.append((.transferDue(floatingSince: since), own)) }
    }
    for matter in corrections(of: id)
    where matter.isOpen && matter.opened.adding(years: 1) < day {
      found.append((.correctionOver(since: matter.opened), [matter.reference]))
    }
    found += leading(member, on: day, catalog: catalog)
    return found.map {
      Warning(.participation($0), of: member.organization, member: id, evidence: $1)
    }
  }

  private typealias Found = (ParticipationWarning, [Reference])

  private func absence(
    of member: Member, since start: Day, on day: Day, catalog: Catalog
  ) -> [Found] {
    let idle = idle(member.id, since: start, on: day, catalog: catalog)
    guard let first = idle.first else { return [] }
    let evidence = idle.map(\.reference)
    let reasons = idle.compactMap { step in
      activity(step.reference)?.absent.first { $0.person.id == member.id }?.reason
    }
    func all(_ words: [String]) -> Bool {
      !reasons.isEmpty && reasons.allSatisfy { reason in words.contains { reason.contains($0) } }
    }
    if all(["失联", "失去联系"]) { return [(.outOfContact(since: first.date), evidence)] }
    if member.isFloating {
      return [(.floatingForHalfYear(meetings: idle.count, since: first.date), evidence)]
    }
    var found: [Found] = [(.nothingForHalfYear(meetings: idle.count, since: first.date), evidence)]
    if all(["外出", "流动", "在外", "外地", "务工"]) {
      found.append((.floatingNotRecorded(since: first.date), evidence))
    }
    return found
  }

  /// 双重组织生活: who holds office above the branch takes part in the own branch as any member
  /// (教育条例第十六条). Three meetings without any say it; fewer say nothing.
  private func leading(_ member: Member, on day: Day, catalog: Catalog) -> [Found] {
    let offices = offices(of: member.id, on: day).filter { office in
      !office.organization.level.isBranch && office.organization.level != .group
    }
    guard !offices.isEmpty, member.belongsToBody else { return [] }
    let evidence = [member.reference] + offices.flatMap(\.evidence)
    guard organization(member.organization, on: day)?.level.isBranch ?? false else {
      return [(.leaderInNoBranch, evidence)]
    }
    let year = Period(.year, containing: day).first
    let places = [member.organization] + (member.group.map { [$0] } ?? [])
    let kinds = catalog.kindsByIdentifier
    let expected = places.flatMap { meetings(of: $0, in: year...day) }.filter { meeting in
      meeting.sittings.contains { sitting in
        sitting.hasRoster && kinds[sitting.kind].map { $0.body != .people } ?? false
          && isExpected(member.id, at: sitting, as: kinds[sitting.kind])
      }
    }
    guard expected.count >= 3, !expected.contains(where: { $0.wasAttended(by: member.id) }) else {
      return []
    }
    return [(.leaderAbsent(meetings: expected.count), expected.flatMap(\.evidence))]
  }

  /// Since which day the snapshots of a member have had something without a break, up to a day on
  /// which they have it.
  private func unbroken(
    _ id: MemberIdentifier, through day: Day, while holds: (Member) -> Bool
  ) -> Day {
    var since = day
    for snapshot in (members[id] ?? []).filter({ $0.since <= day }).reversed() {
      guard holds(snapshot) else { break }
      since = snapshot.since
    }
    return since
  }
}
