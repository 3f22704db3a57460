/// 延期: the level above let a term run longer (选举条例第三条, 任期意见).
public struct TermExtension: Hashable, Sendable {
  /// The day of the approval.
  public var approved: Day
  /// Until when the term then runs.
  public var until: Day
  /// The records behind it.
  public var evidence: [Reference]

  /// An extension.
  public init(approved: Day, until: Day, evidence: [Reference]) {
    self.approved = approved
    self.until = until
    self.evidence = evidence
  }

  /// By how much a term may be prolonged: 一般 a year at most (任期意见).
  public static let longest = Interval(1, .year)
}

/// A seat of the committee that stands empty.
public struct Vacancy: Hashable, Sendable {
  /// The first day on which it was empty.
  public var since: Day
  /// How many seats are empty.
  public var seats: Int
  /// The post that its last holder had; empty when nobody can say.
  public var posts: [String]
  /// The snapshots that show it.
  public var evidence: [Reference]

  /// By when it should be filled: within three months of falling empty. The article says 及时 and
  /// no figure; three months is what units are checked by.
  public var due: Day { since.adding(months: 3) }
}

/// Seats of an organisation that stand empty on a day, the secretary's among them.
public struct EmptySeats: Hashable, Sendable {
  /// How many.
  public var count: Int
  /// The posts known to be empty, the secretary's (书记) first; those of members who left theirs.
  public var posts: [String]
  /// Since when the first of them.
  public var since: Day

  /// So many empty seats.
  public init(count: Int, posts: [String], since: Day) {
    self.count = count
    self.posts = posts
    self.since = since
  }

  /// By when they should be filled, as a `Vacancy`.
  public var due: Day { since.adding(months: 3) }
}

/// Where the term of a committee stands on a day.
public struct TermStanding: Hashable, Sendable {
  /// The term as elected.
  public var term: Term
  /// The day asked for.
  public var day: Day
  /// The extensions approved for it, by date.
  public var extensions: [TermExtension]
  /// When the level above reminded of its end.
  public var reminded: Day?
  /// Whether the level above agreed to an earlier election.
  public var earlyElection: Day?
  /// The seats that stand empty.
  public var vacancy: Vacancy?

  /// The day on which it is up, extensions included.
  public var ends: Day { extensions.map(\.until).max().map { max($0, term.ends) } ?? term.ends }
  /// From when the level above reminds: six months ahead (任期意见).
  public var noticeFrom: Day { ends.adding(months: -6) }
  /// Whether the reminder is due.
  public var isNoticeDue: Bool { noticeFrom <= day && day <= ends }
  /// Whether it has run out.
  public var isOverdue: Bool { ends < day }
  /// How many days it has been over; 0 while it runs.
  public var daysOverdue: Int { max(0, ends.days(until: day)) }
}

/// How an election lay to the term before it.
public struct ElectionTiming: Hashable, Sendable {
  /// The day of the election.
  public var elected: Day
  /// The end of the term before, extensions included.
  public var due: Day
  /// Whether the level above agreed to have it before the end.
  public var isEarlyApproved: Bool
  /// Days before the end, negative after it.
  public var daysEarly: Int { elected.days(until: due) }
}

/// What the rules say about terms and seats.
public enum TermWarning: RuledWarning {
  /// No day of election is on record.
  case unknown
  /// The term is up within six months: the level above reminds now.
  case noticeDue(ends: Day)
  /// The term has run out.
  case overdue(ends: Day, days: Int)
  /// The term was prolonged by more than a year in all.
  case extensionTooLong(until: Day, latest: Day)
  /// Prolonged only after the term had run out.
  case extensionApprovedLate(approved: Day, ends: Day)
  /// Elected before the end of the term without approval.
  case electedEarly(on: Day, due: Day)
  /// Elected after the end of the term.
  case electedLate(on: Day, due: Day)
  /// A seat is empty.
  case vacancy(seats: Int, since: Day, due: Day)
  /// A seat has been empty for more than three months.
  case vacancyTooLong(seats: Int, since: Day, due: Day)
  /// A by-election was taken for the beginning of a new term: most of the committee stayed.
  case byElectionRestarted(on: Day, termFrom: Day)
  /// A term other than the level's usual one.
  case unusualTerm(years: Int, usual: Int)

  public var rule: Rule {
    switch self {
    case .unknown, .unusualTerm: .term
    case .noticeDue, .overdue, .extensionTooLong, .extensionApprovedLate, .electedEarly,
      .electedLate:
      .termExtension
    case .vacancy, .vacancyTooLong, .byElectionRestarted: .byElection
    }
  }
}

extension Ledger {
  /// Where the term of an organisation stands on a day; nil when it has none or no election is
  /// recorded. `catalog` says which steps of procedures are reminders and approvals.
  public func termStanding(
    of organization: Organization, on day: Day, catalog: Catalog
  ) -> TermStanding? {
    guard let term = term(of: organization) else { return nil }
    return TermStanding(
      term: term, day: day,
      extensions: extensions(of: term, through: day, catalog: catalog),
      reminded: termSteps(.termNotice, of: term, through: day, catalog: catalog).last?.date,
      earlyElection: termSteps(.earlyElection, of: term, through: day, catalog: catalog).last?.date,
      vacancy: vacancy(of: organization.id, since: term.elected, on: day))
  }

  /// The seats that stand empty on a day; nil when none does. `standing` is that of its term, which
  /// knows the seats of the committee; whether there is a secretary is known without an election.
  public func emptySeats(
    of organization: Organization, standing: TermStanding?, on day: Day
  ) -> EmptySeats? {
    let vacancy = standing?.vacancy
    guard organization.secretary == nil else {
      return vacancy.map { EmptySeats(count: $0.seats, posts: $0.posts, since: $0.since) }
    }
    let snapshots = (organizations[organization.id] ?? []).filter { $0.since <= day }
    let lastHeld = snapshots.lastIndex { $0.secretary != nil }
    let since = snapshots[(lastHeld.map { $0 + 1 } ?? 0)...].first?.since ?? organization.since
    let others = (vacancy?.posts ?? []).filter { $0 != Organization.secretaryPost }
    return EmptySeats(
      count: max(vacancy?.seats ?? 0, 1), posts: [Organization.secretaryPost] + others,
      since: min(since, vacancy?.since ?? since))
  }

  /// The elections of an organisation up to a day that followed another, by date.
  public func electionTimings(
    of id: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> [ElectionTiming] {
    var found: [ElectionTiming] = []
    var previous: Organization?
    for snapshot in organizations[id] ?? [] where snapshot.since <= day {
      defer { previous = snapshot }
      guard let previous, let elected = snapshot.elected, elected != previous.elected,
        let term = term(of: previous), term.elected < elected
      else { continue }
      let ends =
        extensions(of: term, through: elected, catalog: catalog).map(\.until).max()
        .map { max($0, term.ends) } ?? term.ends
      let isApproved =
        !termSteps(.earlyElection, of: term, through: elected, catalog: catalog).isEmpty
      found.append(ElectionTiming(elected: elected, due: ends, isEarlyApproved: isApproved))
    }
    return found
  }

  /// What the rules say about the term and the seats of an organisation on a day.
  public func termWarnings(
    of organization: Organization, on day: Day, catalog: Catalog
  ) -> [Warning] {
    guard organization.level != .group, organization.level != .temporaryBranch else { return [] }
    var found: [(TermWarning, [Reference])] = []
    let own = [organization.reference]
    guard let standing = termStanding(of: organization, on: day, catalog: catalog) else {
      return [Warning(.term(.unknown), of: organization.id, evidence: own)]
    }
    let term = standing.term
    if let years = organization.term, let usual = organization.level.usualTerm, years != usual {
      found.append((.unusualTerm(years: years, usual: usual), own))
    }
    for granted in standing.extensions {
      let latest = TermExtension.longest.after(term.ends)
      if granted.until > latest {
        found.append((.extensionTooLong(until: granted.until, latest: latest), granted.evidence))
      }
      if granted.approved > term.ends {
        found.append(
          (.extensionApprovedLate(approved: granted.approved, ends: term.ends), granted.evidence))
      }
    }
    if standing.isOverdue {
      found.append((.overdue(ends: standing.ends, days: standing.daysOverdue), own))
    } else if standing.isNoticeDue {
      found.append((.noticeDue(ends: standing.ends), own))
    }
    if let vacancy = standing.vacancy {
      found.append(
        (
          vacancy.due < day
            ? .vacancyTooLong(seats: vacancy.seats, since: vacancy.since, due: vacancy.due)
            : .vacancy(seats: vacancy.seats, since: vacancy.since, due: vacancy.due),
          vacancy.evidence
        ))
    }
    if let last = electionTimings(of: organization.id, on: day, catalog: catalog).last,
      last.elected == term.elected
    {
      found += timingWarnings(last, of: organization).map { ($0, own) }
    }
    return found.map { Warning(.term($0), of: organization.id, evidence: $1) }
  }

  private func timingWarnings(
    _ timing: ElectionTiming, of organization: Organization
  ) -> [TermWarning] {
    if timing.elected > timing.due { return [.electedLate(on: timing.elected, due: timing.due)] }
    guard timing.elected < timing.due, !timing.isEarlyApproved else { return [] }
    // More than a year early with most of the committee as it was: a seat was filled, and the
    // term runs on from the election before (支部条例第二十一条; R18).
    let before = (organizations[organization.id] ?? []).last {
      $0.elected != nil && $0.elected != timing.elected && $0.since < timing.elected
    }
    let old = Set((before?.officers ?? []).compactMap(\.person.id))
    let new = Set(organization.officers.compactMap(\.person.id))
    if timing.daysEarly > 366, !old.isEmpty, old.intersection(new).count * 2 > old.count,
      new.subtracting(old).count <= 1, let from = before?.elected
    {
      return [.byElectionRestarted(on: timing.elected, termFrom: from)]
    }
    return [.electedEarly(on: timing.elected, due: timing.due)]
  }

  // MARK: - Steps about terms

  private func termSteps(
    _ meaning: StepMeaning, of term: Term, through day: Day, catalog: Catalog
  ) -> [ProcedureStep] {
    procedureSteps.filter { step in
      step.organization == term.organization.id && term.elected < step.date && step.date <= day
        && catalog.procedure(step.kind, on: step.date)?.step(step.step)?.meaning == meaning
    }
  }

  /// Approved extensions; the day until which stands in `Result`, else it is the whole year.
  private func extensions(
    of term: Term, through day: Day, catalog: Catalog
  ) -> [TermExtension] {
    termSteps(.termExtension, of: term, through: day, catalog: catalog).map { step in
      TermExtension(
        approved: step.date,
        until: Day(firstIn: step.result) ?? TermExtension.longest.after(term.ends),
        evidence: [step.reference] + step.evidence)
    }
  }

  // MARK: - Vacancies

  /// Seats of the committee that are empty on a day: it was larger at its election, or has lost
  /// somebody since who was not replaced. The empty stretch begins where it last was complete.
  func vacancy(
    of id: OrganizationIdentifier, since elected: Day, on day: Day
  ) -> Vacancy? {
    let snapshots = (organizations[id] ?? []).filter { $0.since <= day }
    let first = snapshots.first { $0.elected == elected } ?? snapshots.last
    guard let first else { return nil }
    let start = max(first.since, elected)
    let people = Set(snapshots.flatMap { $0.officers.compactMap(\.person.id) })
    var changes: Set<Day> = [start]
    for snapshot in snapshots where snapshot.since > start { changes.insert(snapshot.since) }
    for person in people {
      for snapshot in members[person] ?? [] {
        changes.insert(snapshot.since)
        if let until = snapshot.until { changes.insert(until.adding(days: 1)) }
      }
    }
    var full = committee(of: id, on: start).count
    var since: Day?
    var complete = start
    for change in changes.sorted()
    where start <= change && change <= day {
      let seats = committee(of: id, on: change).count
      if seats >= full {
        full = seats
        since = nil
        complete = change
      } else if since == nil {
        since = change
      }
    }
    guard let since else { return nil }
    let now = Set(committee(of: id, on: day).map(\.id))
    let gone = committee(of: id, on: complete).map(\.id).filter { !now.contains($0) }
    let posts = (organization(id, on: complete)?.officers ?? []).filter { officer in
      officer.person.id.map(gone.contains) ?? false
    }.map(\.post)
    let evidence =
      [organization(id, on: day)?.reference].compactMap { $0 }
      + gone.compactMap { latest($0)?.reference }
    return Vacancy(
      since: since, seats: full - committee(of: id, on: day).count, posts: posts,
      evidence: evidence)
  }
}

extension Day {
  /// The first day written `2026-03-12` in a text; nil when there is none.
  public init?(firstIn text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      if let day = Day(String(decoding: bytes[start..<(start + 10)], as: UTF8.self)) {
        self = day
        return
      }
    }
    return nil
  }
}
