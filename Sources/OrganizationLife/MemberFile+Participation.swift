/// What one member took part in on some days.
struct Participation {
  var attendance: [Attendance] = []
  var months: [MonthAttendance] = (1...12).map {
    MonthAttendance(month: $0, present: 0, expected: 0, evidence: [])
  }
  var absences: [AbsenceLine] = []
  /// Each meeting at which the member was expected, by date.
  var course: [Step] = []

  struct Step {
    var date: Day
    var reference: Reference
    var came: Bool
    /// Listed as absent, rather than merely not listed.
    var isAbsence: Bool
  }
}

extension Ledger {
  /// The hours of study of a member on those days: the sum over everything attended in the branch,
  /// its groups and above; several sittings of one meeting count once.
  public func studyHours(of id: MemberIdentifier, in days: ClosedRange<Day>) -> HoursLine {
    var line = HoursLine(done: 0, target: nil, evidence: [])
    let around = days.lowerBound.adding(days: -Meeting.span)...days.upperBound
    for place in places(of: id, in: days) {
      // Of a meeting held in batches every sitting is wanted, to know when it began.
      let held = activities(of: place, in: around) { activity in
        !activity.sitting.isEmpty || (activity.hours != nil && activity.wasAttended(by: id))
      }
      for meeting in Meeting.gather(held) where meeting.date.map(days.contains) ?? false {
        if let attended = meeting.sittings.first(where: { $0.wasAttended(by: id) }),
          let hours = attended.hours, hours > 0
        {
          line.done += hours
          line.evidence.append(attended.reference)
        }
      }
    }
    line.target = member(id, on: days.upperBound).flatMap {
      hoursTarget(of: $0, on: days.upperBound)
    }
    return line
  }

  /// What a member took part in on those days: the meetings at which he or she was expected,
  /// sittings put together.
  func participation(
    of id: MemberIdentifier, in days: ClosedRange<Day>, catalog: Catalog
  ) -> Participation {
    var found = Participation()
    let kinds = catalog.kindsByIdentifier
    var lines: [String: Attendance] = [:]
    let settled = SettledSources(self)
    for meeting in meetings(around: id, in: days) {
      guard let expected = Expected(id, at: meeting, kinds, in: self) else { continue }
      let (first, attended, absence) = (expected.first, expected.attended, expected.absence)
      let record = expected.step.reference
      for name in [first.kind] + first.counts {
        guard kinds[name].map({ $0.body != .people }) ?? false else { continue }
        var line =
          lines[name]
          ?? Attendance(kind: name, attended: [], missed: [], present: 0, expected: 0)
        line.expected += 1
        if attended == nil {
          line.missed.append(record)
        } else {
          line.present += 1
          line.attended.append(record)
        }
        lines[name] = line
      }
      let month = first.date.month - 1
      found.months[month].expected += 1
      found.months[month].present += attended == nil ? 0 : 1
      found.months[month].evidence.append(record)
      found.course.append(expected.step)
      if attended == nil, let (sitting, absence) = absence {
        found.absences.append(
          AbsenceLine(
            activity: sitting.reference, kind: sitting.kind, date: sitting.date,
            reason: absence.reason,
            makeUp: makeUp(of: id, at: sitting, kinds: kinds, settled: settled)))
      }
    }
    found.attendance = catalog.kinds.compactMap { lines[$0.id] }
    return found
  }

  /// The meetings of the organisations at whose meetings somebody may have been expected, by date.
  private func meetings(
    around id: MemberIdentifier, in days: ClosedRange<Day>
  ) -> [Meeting] {
    places(of: id, in: days).flatMap { meetings(of: $0, in: days) }
      .sorted { $0.begins(before: $1) }
  }

  /// A meeting at which somebody was expected.
  private struct Expected {
    let first: Activity
    let attended: Activity?
    let absence: (sitting: Activity, absence: Absence)?

    /// Nil when he or she was not.
    init?(
      _ id: MemberIdentifier, at meeting: Meeting, _ kinds: [String: ActivityKind],
      in ledger: Ledger
    ) {
      guard let first = meeting.sittings.first, let kind = kinds[first.kind],
        kind.body != .people, meeting.sittings.contains(where: \.hasRoster),
        meeting.sittings.contains(where: { ledger.isExpected(id, at: $0, as: kind) })
      else { return nil }
      self.first = first
      attended = meeting.sittings.first { $0.wasAttended(by: id) }
      absence =
        meeting.sittings.lazy.compactMap { sitting in
          sitting.absent.first { $0.person.id == id }.map { (sitting, $0) }
        }.first
    }

    var step: Participation.Step {
      Participation.Step(
        date: first.date,
        reference: attended?.reference ?? absence?.sitting.reference ?? first.reference,
        came: attended != nil, isAbsence: attended == nil && absence != nil)
    }
  }

  private func makeUp(
    of id: MemberIdentifier, at activity: Activity, kinds: [String: ActivityKind],
    settled: SettledSources
  ) -> MakeUp {
    let matters = makeUps(of: activity, on: activity.date, kinds: kinds)
    guard let own = matters.first(where: { $0.owners.first?.id == id }) else {
      return .notRequired
    }
    return settled.closing(of: own).map { .done($0) } ?? .pending
  }

  /// What does not fit together in a file, the gravest first.
  func contradictions(
    in file: MemberFile, participation: Participation, on day: Day, catalog: Catalog
  ) -> [ContradictionLine] {
    var found: [ContradictionLine] = []
    func add(_ contradiction: Contradiction, _ evidence: [Reference]) {
      found.append(ContradictionLine(contradiction: contradiction, evidence: evidence))
    }
    let member = file.member
    if let probation = file.probation, probation.isOverdue(on: day) {
      add(.probationEnded(on: probation.ends), [member.reference])
    }
    if let dues = file.dues, dues.unpaid.count >= 3 {
      add(.duesUnpaid(months: dues.unpaid.count), dues.evidence + [member.reference])
    }
    let halfYearAgo = day.adding(months: -6)
    if !participation.course.contains(where: { $0.came && $0.date >= halfYearAgo }) {
      let idle = idle(member.id, since: halfYearAgo, on: day, catalog: catalog)
      if let first = idle.first {
        add(.noParticipation(meetings: idle.count, since: first.date), idle.map(\.reference))
      }
    }
    let run = longestAbsence(in: participation.course)
    if run.count >= 3, let first = run.first {
      add(.consecutiveAbsences(count: run.count, since: first.date), run.map(\.reference))
    }
    let unexplained = file.absences.filter(\.reason.isEmpty)
    if !unexplained.isEmpty {
      add(.absencesWithoutReason(count: unexplained.count), unexplained.map(\.activity))
    }
    if day.month >= 10, file.hours.missing > 0 {
      let daysLeft = day.days(until: Period(.year, containing: day).last)
      add(
        .hoursShort(missing: file.hours.missing, daysLeft: daysLeft),
        file.hours.evidence + [member.reference])
    }
    if day.month >= 11, let talks = file.talks {
      let officers = Set(committee(of: member.organization, on: day).map(\.id))
      let isOfficer = officers.contains(member.id)
      let others = partyMembers(of: member.organization, on: day).filter { $0.id != member.id }
      if talks.withCommittee.isEmpty, others.contains(where: { officers.contains($0.id) }) {
        add(.noTalkWithCommittee, [member.reference])
      }
      if !isOfficer, talks.withMembers.isEmpty,
        others.contains(where: { !officers.contains($0.id) })
      {
        add(.noTalkWithMember, [member.reference])
      }
    }
    if file.group == nil, let branch = file.branch,
      !groups(of: branch.id, on: day).isEmpty
    {
      add(.inNoGroup, [member.reference])
    }
    return found
  }

  /// The meetings since a day when none of them, three or more, was attended; else empty.
  func idle(
    _ id: MemberIdentifier, since start: Day, on day: Day, catalog: Catalog
  ) -> [Participation.Step] {
    guard let joined = members[id]?.first?.since, joined <= start else { return [] }
    let kinds = catalog.kindsByIdentifier
    // Most have been at a meeting of their own branch, and nothing more has to be looked at.
    if let place = member(id, on: day)?.organization,
      !activities(
        of: place, in: start...day,
        where: { activity in
          activity.sitting.isEmpty && activity.wasAttended(by: id)
            && kinds[activity.kind].map { kind in
              kind.body != .people && isExpected(id, at: activity, as: kind)
            } ?? false
        }
      ).isEmpty
    {
      return []
    }
    var course: [Participation.Step] = []
    for meeting in meetings(around: id, in: start...day) {
      guard let step = Expected(id, at: meeting, kinds, in: self)?.step else { continue }
      if step.came { return [] }
      course.append(step)
    }
    // Meetings of the last weeks alone say nothing of the months before them.
    guard course.count >= 3, let first = course.first, first.date <= start.adding(months: 3) else {
      return []
    }
    return course
  }

  /// The longest run of recorded absences; the latest of equals. Meetings at which somebody is
  /// neither present nor absent say nothing.
  private func longestAbsence(in course: [Participation.Step]) -> [Participation.Step] {
    var longest: [Participation.Step] = []
    var run: [Participation.Step] = []
    for step in course {
      if step.isAbsence {
        run.append(step)
        if run.count >= longest.count { longest = run }
      } else if step.came {
        run = []
      }
    }
    return longest
  }
}
