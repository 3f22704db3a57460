extension Ledger {
  /// Where everybody and everything of an organisation and below stands in a procedure on a day:
  /// those with a record of it, then those whose status alone puts them in it. Those finished
  /// more than a year ago are left out.
  public func standings(
    of kind: ProcedureKind, under organization: OrganizationIdentifier, on day: Day
  ) -> [ProcedureStanding] {
    standings(of: kind, at: descendants(of: organization, on: day), on: day)
  }

  /// The same of those organisations alone, without what is below them.
  func standings(
    of kind: ProcedureKind, at organizations: [Organization], on day: Day
  ) -> [ProcedureStanding] {
    let places = organizations.filter { kind.levels.contains($0.level) }
    let asked = Set(places.map(\.id))
    var found: [ProcedureStanding] = []
    var seen: Set<Person> = []
    let all = procedureSteps.filter { $0.kind == kind.id && $0.date <= day }
    let bySubject = Dictionary(grouping: all) { known($0.subject) }
    for record in all
    where asked.contains(record.organization) && seen.insert(known(record.subject)).inserted {
      // Whoever moved on in mid-procedure stands where it goes on.
      guard
        let standing = standing(
          of: record.subject, in: kind, on: day, taken: bySubject[known(record.subject)] ?? []),
        asked.contains(standing.organization)
      else { continue }
      found.append(standing)
    }
    if !kind.statuses.isEmpty {
      for place in places where place.level.isBranch {
        for member in roll(of: place.id, on: day)
        where kind.statuses.contains(member.status)
          && seen.insert(known(member.person)).inserted
        {
          found.append(
            stand(member.person, at: place.id, in: kind, records: [], on: day))
        }
      }
    }
    let recent = day.adding(years: -1)
    return found.filter { standing in
      !standing.isFinished || (standing.done.last.map { $0.day >= recent } ?? true)
    }
  }

  /// Where one stands in a procedure on a day; nil when no record of it is about that subject and
  /// the subject's status does not put it there. Of several one after the other, the last.
  public func standing(
    of subject: Person, in kind: ProcedureKind, on day: Day
  ) -> ProcedureStanding? {
    standing(
      of: subject, in: kind, on: day,
      taken: procedureSteps.filter {
        $0.kind == kind.id && $0.date <= day && $0.subject.isSame(as: subject)
      })
  }

  /// The same, with the subject's steps of that kind up to the day.
  private func standing(
    of subject: Person, in kind: ProcedureKind, on day: Day, taken: [ProcedureStep]
  ) -> ProcedureStanding? {
    let records = lastRun(
      of: kind, in: taken.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) })
    let member = subject.id.flatMap { self.member($0, on: day) }
    guard
      let place = records.last?.organization
        ?? member.flatMap({ kind.statuses.contains($0.status) ? $0.organization : nil })
    else { return nil }
    return stand(subject, at: place, in: kind, records: records, on: day)
  }

  /// The warnings of a standing, steps first.
  public func warnings(of standing: ProcedureStanding) -> [Warning] {
    var found: [(ProcedureWarning, [Reference])] = []
    for step in standing.done {
      if let earliest = step.earliest, step.isEarly {
        found.append((.early(step.step, on: step.day, earliest: earliest), step.evidence))
      }
      if let latest = step.latest, step.isLate {
        found.append((.late(step.step, on: step.day, latest: latest), step.evidence))
      }
      if !step.missingBefore.isEmpty {
        found.append((.outOfOrder(step.step, missing: step.missingBefore), step.evidence))
      }
      if let short = shortness(of: step) { found.append((short, step.evidence)) }
    }
    let last = standing.done.last?.evidence ?? roster(of: standing.subject, on: standing.day)
    if !standing.isFinished {
      for step in standing.ahead where step.isLate(on: standing.day) {
        guard let latest = step.latest else { continue }
        found.append(
          step.step.meaning == .receipt
            ? (.receiptOverdue(step.step, validThrough: latest), last)
            : (.overdue(step.step, latest: latest), last))
      }
      for clock in standing.clocks where clock.isLate(on: standing.day) {
        found.append((.clockOverdue(clock.step, due: clock.due), last))
      }
    }
    found += transferWarnings(of: standing)
    return found.map { warning, evidence in
      Warning(
        .procedure(warning), of: standing.organization, member: standing.subject.id,
        evidence: evidence)
    }
  }

  // MARK: - Standing

  private func stand(
    _ subject: Person, at place: OrganizationIdentifier, in kind: ProcedureKind,
    records: [ProcedureStep], on day: Day
  ) -> ProcedureStanding {
    var taken: [(step: ProcedureStepKind, day: Day, result: String, evidence: [Reference])] = []
    for record in records {
      guard let step = kind.step(record.step) else { continue }
      taken.append((step, record.date, record.result, [record.reference] + record.evidence))
    }
    let opened = records.first?.date
    for step in kind.steps
    where step.every != nil || !taken.contains(where: { $0.step.id == step.id }) {
      let bases = step.after.compactMap { id in taken.last { $0.step.id == id }?.day }
      let since = bases.count == step.after.count ? bases.max() ?? opened : nil
      for proof in proofs(of: step, about: subject, at: place, since: since, through: day)
      where !taken.contains(where: { $0.step.id == step.id && $0.day == proof.day }) {
        taken.append((step, proof.day, "", proof.evidence))
        if step.every == nil { break }
      }
    }
    let order = Dictionary(
      kind.steps.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    taken.sort { a, b in
      (a.day, order[a.step.id] ?? 0) < (b.day, order[b.step.id] ?? 0)
    }
    func lastDay(_ id: String, by limit: Day) -> Day? {
      taken.last { $0.step.id == id && $0.day <= limit }?.day
    }
    let done = taken.map { entry in
      let range = bounds(of: entry.step, subject: subject, on: day) { lastDay($0, by: entry.day) }
      return StepDone(
        step: entry.step, day: entry.day, result: entry.result, earliest: range.earliest,
        latest: range.latest,
        missingBefore: records.isEmpty
          ? [] : entry.step.after.filter { lastDay($0, by: entry.day) == nil },
        evidence: entry.evidence)
    }
    let isEnded = records.contains { $0.step == ProcedureKind.endStep }
    let names = Set(taken.map(\.step.id))
    // Records that begin in mid-course end it all the same with the last step.
    let isFinished =
      isEnded || kind.steps.last.map { $0.every == nil && names.contains($0.id) } ?? false
      || kind.steps.allSatisfy { $0.isOptional || $0.every != nil || names.contains($0.id) }
    var standing = ProcedureStanding(
      kind: kind, subject: subject, organization: place, day: day, done: done, ahead: [],
      clocks: [], isFinished: isFinished)
    guard !isFinished else { return standing }
    // Of somebody on the roll alone, what lies before the furthest step known is not in the records.
    let furthest = records.isEmpty ? taken.compactMap { order[$0.step.id] }.max() : nil
    let open = kind.steps.enumerated().filter { position, step in
      if let furthest, position < furthest { return false }
      return step.every == nil && !names.contains(step.id)
        && step.after.allSatisfy { id in
          names.contains(id) || furthest.map { order[id] ?? 0 < $0 } ?? false
        } && !isPassed(step, in: kind, taken: names)
    }.map(\.element)
    standing.ahead = (open.filter { !$0.isOptional } + open.filter(\.isOptional)).map { step in
      let range = bounds(of: step, subject: subject, on: day) { lastDay($0, by: day) }
      return StepAhead(step: step, earliest: range.earliest, latest: range.latest)
    }
    standing.clocks = kind.steps.compactMap { step in
      guard let every = step.every, !step.until.contains(where: names.contains),
        step.after.allSatisfy(names.contains)
      else { return nil }
      let last = lastDay(step.id, by: day)
      let begun = step.after.compactMap { lastDay($0, by: day) }.max() ?? opened
      guard let base = [last, begun].compactMap({ $0 }).max() else { return nil }
      return StepClock(step: step, last: last, due: every.after(base))
    }
    return standing
  }

  /// A step that may be left out is behind when a later one that needs no more than it was taken.
  private func isPassed(
    _ step: ProcedureStepKind, in kind: ProcedureKind, taken: Set<String>
  ) -> Bool {
    guard step.isOptional, let position = kind.steps.firstIndex(of: step) else { return false }
    return kind.steps[(position + 1)...].contains { later in
      later.every == nil && taken.contains(later.id)
    }
  }

  private func bounds(
    of step: ProcedureStepKind, subject: Person, on day: Day, taken: (String) -> Day?
  ) -> (earliest: Day?, latest: Day?) {
    var earliest: Day?
    var latest: Day?
    for bound in step.bounds {
      guard let base = taken(bound.from) else { continue }
      if let least = bound.least?.after(base) { earliest = max(earliest ?? least, least) }
      if let most = bound.most?.after(base) { latest = min(latest ?? most, most) }
    }
    // 转正 not before the probation, as prolonged, is up (细则第三十二条).
    if step.meaning == .confirmationVote, let id = subject.id,
      let member = members[id]?.last(where: { $0.since <= day && $0.status == .probationary }),
      let end = probation(of: member, on: day)?.ends
    {
      earliest = max(earliest ?? end, end)
    }
    return (earliest, latest)
  }

  /// Records of another kind that prove a step, by date.
  private func proofs(
    of step: ProcedureStepKind, about subject: Person, at place: OrganizationIdentifier,
    since: Day?, through day: Day
  ) -> [(day: Day, evidence: [Reference])] {
    var found: [(day: Day, evidence: [Reference])] = []
    for proof in step.proofs {
      switch proof {
      case .date(let field):
        if let date = date(field, of: subject, on: day), date.day <= day { found.append(date) }
      case .status(let status):
        let snapshots = subject.id.flatMap { members[$0] } ?? []
        if let first = snapshots.first(where: { $0.status == status }), first.since <= day {
          found.append((first.since, [first.reference]))
        }
      case .vote(let category):
        found += votes(category, about: subject, at: place, since: since, through: day)
      case .activity(let kind):
        guard let since, since <= day, let id = subject.id else { continue }
        for held in activities(of: place, in: since...day)
        where held.counts(as: kind)
          && (held.wasAttended(by: id)
            || held.items.contains { $0.about.contains { $0.id == id } })
        {
          found.append((held.date, [held.reference]))
        }
      case .document(let kind):
        guard let since else { continue }
        for document in documents
        where document.kind == kind && since <= document.date && document.date <= day
          && document.authors.contains(where: { $0.isSame(as: subject) })
        {
          found.append((document.date, [document.reference]))
        }
      }
    }
    return found.sorted { $0.day < $1.day }
  }

  private func votes(
    _ category: VoteCategory, about subject: Person, at place: OrganizationIdentifier,
    since: Day?, through day: Day
  ) -> [(day: Day, evidence: [Reference])] {
    var found: [(day: Day, evidence: [Reference])] = []
    for held in activities(of: place)
    where held.date <= day && since.map({ $0 <= held.date }) ?? true {
      for (index, item) in held.items.enumerated() {
        let votes = item.votes.filter { $0.category == category }
        let proves =
          if category == .election, subject.id == nil {
            item.isCommitteeElection
              && votes.contains { outcome(of: $0, in: item, of: held, kind: nil).mayVote }
          } else {
            votes.contains { vote in
              (vote.subject?.isSame(as: subject)
                ?? item.about.contains { $0.isSame(as: subject) })
                && outcome(of: vote, in: item, of: held, kind: nil).passed
            }
          }
        if proves { found.append((held.date, [held.reference.item(index + 1)])) }
      }
    }
    return found
  }

  private func date(
    _ field: String, of subject: Person, on day: Day
  ) -> (day: Day, evidence: [Reference])? {
    guard let id = subject.id else { return nil }
    for snapshot in (members[id] ?? []).filter({ $0.since <= day }) {
      let date: Day? =
        switch field {
        case "Applied": Day(snapshot.applied)
        case "Admitted": snapshot.admitted
        case "Approved": snapshot.approved
        case "Confirmed": snapshot.confirmed
        default: nil
        }
      if let date { return (date, [snapshot.reference]) }
    }
    return nil
  }

  /// The records since the procedure was last begun anew: with its first step, after it had ended
  /// or reached its last step.
  private func lastRun(of kind: ProcedureKind, in all: [ProcedureStep]) -> [ProcedureStep] {
    var run: [ProcedureStep] = []
    var isOver = false
    for record in all {
      let id = kind.step(record.step)?.id
      if isOver, id == kind.steps.first?.id {
        run = []
        isOver = false
      }
      run.append(record)
      if record.step == ProcedureKind.endStep || (id != nil && id == kind.steps.last?.id) {
        isOver = true
      }
    }
    return run
  }

  // MARK: - Warnings

  /// A training has to have so many hours or last so many days; the records proving it say.
  private func shortness(of done: StepDone) -> ProcedureWarning? {
    guard done.step.leastHours != nil || done.step.leastDays != nil else { return nil }
    let held = done.evidence.compactMap { activity($0) }
    guard !held.isEmpty else { return nil }
    let hours = held.reduce(0) { $0 + ($1.hours ?? 0) }
    let days = held.reduce(0) { $0 + $1.date.days(until: max($1.endDate ?? $1.date, $1.date)) + 1 }
    let hasHours = done.step.leastHours.map { hours >= $0 } ?? false
    let hasDays = done.step.leastDays.map { days >= $0 } ?? false
    return hasHours || hasDays ? nil : .tooShort(done.step, hours: hours, days: days)
  }

  /// 转出未被接收前原组织仍负责 (教育条例第二十五条): off the roll before the receipt.
  private func transferWarnings(
    of standing: ProcedureStanding
  ) -> [(ProcedureWarning, [Reference])] {
    guard standing.kind.steps.contains(where: { $0.meaning == .receipt }),
      let letter = standing.day(of: .letter), let id = standing.subject.id,
      let ended = (members[id] ?? []).last(where: {
        $0.organization == standing.organization && $0.since <= standing.day
      }),
      let until = lastDay(of: ended), until < standing.day
    else { return [] }
    let receipt = standing.day(of: .receipt)
    // The day before the receipt is the last that the receipt allows.
    guard letter <= until.adding(days: 1), receipt.map({ until.adding(days: 1) < $0 }) ?? true
    else { return [] }
    let evidence = [ended.reference] + (standing.done.last?.evidence ?? [])
    return [(.leftBeforeReceipt(since: until.adding(days: 1), receipt: receipt), evidence)]
  }

  /// The last day of a snapshot: its own, or the one before the next begins.
  private func lastDay(of snapshot: Member) -> Day? {
    if let until = snapshot.until { return until }
    let all = members[snapshot.id] ?? []
    guard let position = all.firstIndex(of: snapshot), position + 1 < all.count else { return nil }
    return all[position + 1].since.adding(days: -1)
  }

  private func roster(of subject: Person, on day: Day) -> [Reference] {
    subject.id.flatMap { id in members[id]?.last { $0.since <= day } }.map { [$0.reference] } ?? []
  }

  /// A person by id alone, so that a changed name is the same one.
  private func known(_ person: Person) -> Person {
    person.id.map { Person(id: $0, name: "") } ?? person
  }
}

extension Item {
  /// Whether an election there is that of a whole committee, as its title has it: delegates, and
  /// whoever fills a single seat, are elected without a term's beginning or end.
  var isCommitteeElection: Bool {
    !["代表", "增补", "补选"].contains { title.contains($0) }
  }
}
