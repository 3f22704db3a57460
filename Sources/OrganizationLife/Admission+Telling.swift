/// Tells one person's way into the Party from what is known of it.
struct AdmissionTeller {
  let member: Member
  /// Up to the day asked for, in order.
  let snapshots: [Member]
  let votes: [AdmissionVote]
  /// Days of approvals given by steps of procedures.
  let approvals: [StepMeaning: Day]
  /// The first activity of the branches concerned; what lies before is not in the records.
  let recordsBegin: Day?
  let day: Day

  var history: AdmissionHistory {
    let probationary = snapshots.filter { $0.status == .probationary }
    let full = snapshots.filter { $0.status == .full }
    let admissions = votes.filter { $0.category == .admission }
    let recorded = snapshots.compactMap(\.admitted).last
    let admitted = recorded ?? admissions.last { $0.outcome.passed }?.day
    let approved =
      probationary.compactMap(\.approved).last ?? approvals[.admissionApproval]
      ?? (probationary.isEmpty ? full.first?.approved : nil)
    let prolongations = votes.filter { $0.category == .prolongation && $0.outcome.passed }
    let ends = admitted.map { probationEnd(admitted: $0, prolongations) }
    let decisions = votes.filter {
      $0.category == .confirmation || $0.category == .disqualification
    }
    let confirmation = decisions.last { $0.category == .confirmation && $0.outcome.passed }
    let confirmationApproved =
      approvals[.confirmationApproval]
      ?? full.compactMap(\.approved).first { date in
        approved.map { date > $0 } ?? (confirmation.map { date >= $0.day } ?? false)
      }
    let confirmed = snapshots.compactMap(\.confirmed).last
    var history = AdmissionHistory(
      member: member, applied: snapshots.last { !$0.applied.isEmpty }?.applied ?? "",
      admissionVotes: admissions, admitted: admitted, approved: approved,
      prolongations: prolongations, probationEnds: ends, confirmationVotes: decisions,
      confirmationMeeting: confirmation?.day, confirmationApproved: confirmationApproved,
      confirmed: confirmed, partyAgeFrom: confirmation == nil ? confirmed : ends ?? confirmed,
      stage: .onTheWay, warnings: [])
    history.stage = stage(of: history)
    let found =
      admissionWarnings(history, recorded: recorded) + probationWarnings(history)
      + confirmationWarnings(history, firstFull: full.first)
    history.warnings = found.map { warning, evidence in
      Warning(
        .admission(warning), of: member.organization, member: member.id,
        evidence: evidence ?? [member.reference])
    }
    return history
  }

  /// One year from the meeting (党章第七条); prolonged once to the day the resolution sets, when
  /// that lies six to twelve months on, else by the whole year.
  private func probationEnd(admitted: Day, _ prolongations: [AdmissionVote]) -> Day {
    let first = admitted.adding(years: 1)
    guard let prolongation = prolongations.first else { return first }
    let range = Probation.prolongation(from: first)
    return prolongation.due.flatMap { range.contains($0) ? $0 : nil } ?? range.upperBound
  }

  private func stage(of history: AdmissionHistory) -> AdmissionStage {
    let decision = history.confirmationVotes.last { $0.outcome.passed }
    switch member.status {
    case .full: return .confirmed
    case .probationary:
      switch decision?.category {
      case .confirmation: return .awaitingConfirmation
      case .disqualification: return .disqualified
      default: break
      }
      return history.probationEnds.map { $0 < day } ?? false ? .probationOver : .onProbation
    case .candidate, .activist, .applicant:
      if decision?.category == .disqualification { return .disqualified }
      guard let vote = history.admissionVotes.last else { return .onTheWay }
      return vote.outcome.passed ? .awaitingApproval : .refused
    }
  }

  private typealias Found = (AdmissionWarning, [Reference]?)

  /// Whether the meetings of a day are in the records at all.
  private func isRecorded(_ day: Day) -> Bool { recordsBegin.map { $0 <= day } ?? false }

  private func admissionWarnings(_ history: AdmissionHistory, recorded: Day?) -> [Found] {
    var found: [Found] = []
    let passed = history.admissionVotes.last { $0.outcome.passed }
    if member.status.isMember, let recorded, isRecorded(recorded) {
      if let passed {
        if passed.day != recorded {
          found.append(
            (
              .admissionDayDiffers(recorded: recorded, voted: passed.day),
              [passed.reference, member.reference]
            ))
        }
      } else if let failed = history.admissionVotes.last {
        found.append(
          (.admittedDespiteVote(on: failed.day), [failed.reference, member.reference]))
      } else {
        found.append((.admittedWithoutVote(on: recorded), nil))
      }
    }
    guard let meeting = passed?.day ?? recorded else { return found }
    let evidence = [passed?.reference, member.reference].compactMap { $0 }
    let due = meeting.adding(months: 3)
    if let approved = history.approved {
      if approved < meeting {
        found.append((.approvalBeforeMeeting(approved: approved, meeting: meeting), evidence))
      }
      if approved > due {
        found.append((late(due, approved, meeting), evidence))
      }
    } else if isRecorded(meeting), member.status != .full {
      if member.status == .probationary {
        found.append((.admittedWithoutApproval(meeting: meeting), evidence))
      }
      if day > due { found.append((late(due, day, meeting), evidence)) }
    }
    return found
  }

  /// 党委审批 within three months, in special circumstances within six (细则; R29).
  private func late(_ due: Day, _ approved: Day, _ meeting: Day) -> AdmissionWarning {
    .approvalLate(due: due, isBeyondSixMonths: approved > meeting.adding(months: 6))
  }

  private func probationWarnings(_ history: AdmissionHistory) -> [Found] {
    var found: [Found] = []
    for vote in history.prolongations.dropFirst() {
      found.append((.prolongedTwice(on: vote.day), [vote.reference]))
    }
    if let admitted = history.admitted, let vote = history.prolongations.first,
      let due = vote.due
    {
      let range = Probation.prolongation(from: admitted.adding(years: 1))
      if !range.contains(due) {
        found.append(
          (
            .prolongationOutOfRange(
              until: due, earliest: range.lowerBound, latest: range.upperBound), [vote.reference]
          ))
      }
    }
    if history.stage == .probationOver, let ends = history.probationEnds {
      // A vote on 转正 that failed says what was discussed; what follows has still to be decided.
      found.append(
        (
          .confirmationOverdue(ends: ends),
          history.confirmationVotes.map(\.reference) + [member.reference]
        ))
    }
    if history.stage == .disqualified, member.status == .probationary,
      let vote = history.confirmationVotes.last(where: { $0.outcome.passed })
    {
      found.append(
        (.stillProbationary(since: vote.day), [vote.reference, member.reference]))
    }
    return found
  }

  private func confirmationWarnings(
    _ history: AdmissionHistory, firstFull: Member?
  ) -> [Found] {
    var found: [Found] = []
    if let ends = history.probationEnds {
      for vote in history.confirmationVotes where vote.category == .confirmation {
        // A vote before a later prolongation, or at the meeting that prolonged, is judged by the
        // end that it had.
        let end =
          history.prolongations.first.map { vote.day <= $0.day } ?? false
          ? history.admitted?.adding(years: 1) ?? ends : ends
        if vote.day < end {
          found.append((.confirmedEarly(meeting: vote.day, ends: end), [vote.reference]))
        }
      }
    }
    guard member.status == .full, let firstFull, let recorded = history.confirmed else {
      return found
    }
    let votes = history.confirmationVotes.filter { $0.category == .confirmation }
    let evidence = votes.suffix(1).map(\.reference) + [firstFull.reference]
    if let meeting = history.confirmationMeeting, firstFull.since <= meeting {
      found.append((.fullBeforeVote(since: firstFull.since, meeting: meeting), evidence))
    }
    if history.confirmationMeeting == nil {
      if let failed = votes.last {
        found.append((.confirmedDespiteVote(on: failed.day), evidence))
      } else if isRecorded(recorded) {
        found.append((.confirmedWithoutVote(on: recorded), evidence))
      }
    } else if let expected = history.partyAgeFrom, expected != recorded {
      found.append((.partyAgeDiffers(recorded: recorded, expected: expected), evidence))
    }
    return found
  }
}

extension Probation {
  /// To which days a probation that was up on a day may be prolonged: by six months to a year
  /// (细则第三十二条).
  static func prolongation(from end: Day) -> ClosedRange<Day> {
    end.adding(months: 6)...end.adding(months: 12)
  }
}
