/// Something that the log knows and the next meeting may take up. None is entered by itself.
public enum Proposal: Hashable, Sendable {
  /// An item that the kind's catalogue entry always has, `环节 重温入党誓词`.
  case preset(String)
  /// An open resolution of an earlier meeting (上次决议落实).
  case openResolution(Matter)
  /// Absences from lessons and theme days that are still to be made up (补学).
  case makeUps([MakeUpLine])
  /// A step of a procedure that may be taken now, or is late (确定为发展对象, 延期批复 …).
  case step(ProcedureStanding, StepAhead)
  /// A repetition that is due by the end of the month of the meeting (半年考察).
  case review(ProcedureStanding, StepClock)
  /// A seat of the committee is empty (增补).
  case vacancy(Vacancy)
  /// A probation that is up and undecided by the day of the meeting (预备期满).
  case endedProbation(Probation)
  /// A term that is up within half a year (换届).
  case endingTerm(Term)
  /// Political birthdays of the month (政治生日).
  case birthdays([PoliticalBirthday])
  /// Something owed and not yet held in its period (应开未开).
  case owed(DueLine)
}

extension Ledger {
  /// The number that the next meeting of a kind takes in a year (第N次): one more than the highest
  /// so far.
  public func nextNumber(
    of kind: String, organization: OrganizationIdentifier, year: Int
  ) -> Int {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return 1 }
    let numbers = activities(of: organization, in: first...last)
      .filter { $0.kind == kind }.compactMap(\.number)
    return (numbers.max() ?? 0) + 1
  }

  /// The last meeting of a kind before a day: where place, presider and recorder come from.
  public func previous(
    of kind: String, organization: OrganizationIdentifier, before day: Day
  ) -> Activity? {
    // Nearly always within the year, so that older ones are looked at only when it is empty.
    let year = day.adding(years: -1)...day.adding(days: -1)
    return activities(of: organization, in: year).last { $0.kind == kind }
      ?? activities(of: organization).last { $0.kind == kind && $0.date < day }
  }

  /// Whether an organisation has a committee that meets: above the branch always, in a branch from
  /// seven full members on (支部条例第二十条).
  public func holdsCommittee(_ organization: Organization, on day: Day) -> Bool {
    !organization.level.isBranch
      || partyMembers(of: organization.id, on: day).count { $0.status == .full }
        >= Sizes.withCommittee
  }

  /// Whether a meeting of a kind carries a resolution on: meetings of that kind, and of those that
  /// the same body resolved elsewhere its assembly or committee. Without a committee the assembly
  /// goes on with what one resolved; a resolution of no meeting is anybody's.
  private func isTaken(
    _ matter: Matter, upBy kind: ActivityKind, catalog: Catalog, hasCommittee: Bool
  ) -> Bool {
    let source = matter.source ?? matter.reference
    guard let number = source.text.lastIndex(of: "#"),
      let activity = activity(Reference(String(source.text[..<number])))
    else { return true }
    if activity.kind == kind.id { return true }
    let body = body(of: activity, as: catalog.kind(activity.kind, on: activity.date))
    if kind.isAssembly, body == .committee, !hasCommittee { return true }
    return body == kind.body && (kind.isAssembly || kind.body == .committee)
  }

  /// What a meeting of a kind may take up on a day, in the order of an agenda: presets, open
  /// resolutions of the body, probations that are up, terms and empty seats (for bodies that may
  /// vote), birthdays (theme days), and for a committee, or the assembly of a branch without one, the
  /// steps and reviews of procedures, what is to be made up of the last three months, and what is
  /// owed.
  public func proposals(
    for kind: ActivityKind, of organization: OrganizationIdentifier, on day: Day,
    catalog: Catalog
  ) -> [Proposal] {
    guard !kind.itemKinds.isEmpty, let own = self.organization(organization, on: day) else {
      return []
    }
    var found = kind.presets.map(Proposal.preset)
    if kind.isThemeDay {
      let birthdays = politicalBirthdays(
        in: Period(.month, containing: day), of: organization)
      return birthdays.isEmpty ? found : found + [.birthdays(birthdays)]
    }
    let hasCommittee = holdsCommittee(own, on: day)
    if kind.body == .committee, !hasCommittee { return found }
    // What was resolved is reported to a body that meets, not at a lesson or a talk.
    let decides = kind.body == .committee || kind.itemKinds.contains(.vote)
    if kind.body != .people, decides || kind.itemKinds.contains(.report) {
      found += openMatters(on: day, of: organization, kinds: [])
        .filter { matter in
          matter.kind == Matter.resolutionKind && matter.organization == organization
            && isTaken(matter, upBy: kind, catalog: catalog, hasCommittee: hasCommittee)
        }
        .map(Proposal.openResolution)
    }
    guard kind.itemKinds.contains(.vote) || kind.body == .committee else { return found }
    if own.level.isBranch, own.level != .temporaryBranch {
      found += probations(on: day, of: organization)
        .filter { $0.ends <= day && $0.decided == nil }.map(Proposal.endedProbation)
    }
    if let term = term(of: own), term.isNear(on: day) { found.append(.endingTerm(term)) }
    if let term = term(of: own), let vacancy = vacancy(of: own.id, since: term.elected, on: day) {
      found.append(.vacancy(vacancy))
    }
    if kind.body == .committee || kind.isAssembly && !hasCommittee {
      found += procedureProposals(for: own, on: day, catalog: catalog)
      let open = openMakeUps(of: own.id, on: day, catalog: catalog)
      if !open.isEmpty { found.append(.makeUps(open)) }
      found += due(catalog.obligations, on: day, for: own)
        .filter { $0.missing > 0 && !$0.obligation.kinds.contains(kind.id) }
        .map(Proposal.owed)
    }
    return found
  }

  /// Reviews due by the end of the month, and steps that may be taken or are late; 转正 stands
  /// among the probations and 换届 among the terms.
  private func procedureProposals(
    for own: Organization, on day: Day, catalog: Catalog
  ) -> [Proposal] {
    let month = Period(.month, containing: day)
    var found: [Proposal] = []
    for kind in catalog.procedures where kind.validity.contains(day) {
      for standing in standings(of: kind, under: own.id, on: day) where !standing.isFinished {
        found += standing.clocks.filter { $0.due <= month.last }.map { .review(standing, $0) }
        guard let next = standing.next, next.step.meaning != .confirmationVote,
          next.isLate(on: day) || next.earliest.map({ $0 <= day }) ?? false
        else { continue }
        found.append(.step(standing, next))
      }
    }
    return found
  }
}
