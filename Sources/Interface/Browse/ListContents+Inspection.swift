import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// 迎检自查: what is owed, lacking or against a rule in a year, with rule and level, of a branch
  /// with its groups or of another organisation alone. Enter leads to what it is and what to do,
  /// `change` to the field to be corrected.
  static func inspection(
    of year: Int, under id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = context.inspection(of: year, at: id)
    let columns = [
      ListColumn(title: .headingSubject, minimum: 12, maximum: 22, isElastic: true),
      ListColumn(title: .headingFinding, minimum: 28, isElastic: true),
      ListColumn(
        title: .headingRule, minimum: 14, maximum: 18, rank: 1, isElastic: true, keepsEnd: true),
      ListColumn(title: .headingBinding, rank: 2),
    ]
    let hasBranches = context.places(under: id).contains { $0.parent == id && $0.level != .group }
    return ListContents(
      title: context.title(
        year == context.session.today.year ? .menuInspection : .menuInspectionOf(year), of: id)
        + (hasBranches ? " · " + context.say(.itselfAlone) : ""),
      columns: columns,
      rows: found.enumerated().map { number, line in
        let place = context.correction(of: line)
        let cells = [
          ListCell(context.text(context.subject(of: line), of: line.organization, below: id)),
          ListCell(context.say(line.finding.phraseBesideSubject), line.finding.style),
          ListCell(context.shortRule(line.citation.article), .dim),
          ListCell(context.say(.word(line.citation.level)), .dim),
        ]
        return ListRow(
          id: "\(line.organization) \(line.finding.code) \(context.subject(of: line)) \(number)",
          cells: cells, destination: .page(.finding(line)), change: place?.destination,
          names: [context.subject(of: line)], texts: [context.say(line.finding.topic)])
      },
      empty: .nothingFoundInYear, scopes: [.findings])
  }
}

extension InspectionFinding {
  /// How it is drawn.
  var style: Style {
    switch self {
    case .owed, .fault: .bad
    case .gaps, .talks, .warning, .doubt: .warning
    }
  }
}

extension Context {
  /// What a line of 迎检自查 is about: the member, the record, the organisation's kind.
  func subject(of line: InspectionLine) -> String {
    if let id = line.member { return archive?.ledger.latest(id)?.name ?? id.text }
    switch line.finding {
    case .owed(let due): return due.obligation.title
    case .talks: return say(line.finding.topic)
    case .gaps(_, let activity), .fault(_, let activity): return shortName(of: activity)
    case .doubt(let record):
      let activity = archive?.ledger.activity(Reference(record.reference.recordText))
      return activity.map { shortName(of: $0) } ?? say(line.finding.topic)
    case .warning(let warning):
      if case .meeting = warning.kind,
        let activity = warning.evidence.first.flatMap({
          archive?.ledger.activity(Reference($0.recordText))
        })
      {
        return shortName(of: activity)
      }
      return say(line.finding.topic)
    }
  }

  /// `大会 03-12`
  func shortName(of activity: Activity) -> String {
    "\(kind(of: activity)?.short ?? activity.kind) \(shown(activity.date))"
  }

  /// Where a line of 迎检自查 is corrected, and what is opened there; nil when no single place does.
  func correction(of line: InspectionLine) -> (destination: Destination, phrase: Phrase)? {
    switch line.finding {
    case .owed(let due):
      guard let kind = due.obligation.kinds.first else { return nil }
      let title = archive?.catalog.kind(kind)?.title ?? kind
      return (entry(of: kind, at: due.organization, in: due.period), .enterMissing(title))
    case .gaps(let gaps, let activity):
      guard let gap = gaps.first else { return nil }
      return field(gap.formField, item: gap.item, of: activity, at: gap.member)
    case .fault(let fault, let activity): return field(fault.field, item: fault.item, of: activity)
    case .talks:
      guard let kind = archive?.catalog.kinds.first(where: \.isTalk) else { return nil }
      let year = Period(.year, containing: line.day ?? session.today)
      return (
        entry(of: kind.id, at: line.organization, in: year), .enterMissing(kind.title)
      )
    case .warning(let warning): return correction(of: warning)
    case .doubt(let record):
      if case .parentCircle = record.doubt {
        return (.form(.changeOrganization(record.organization)), .correctRoll)
      }
      let reference = Reference(record.reference.recordText)
      guard let activity = archive?.ledger.activity(reference) else { return nil }
      return field(record.doubt.field, item: record.reference.itemNumber, of: activity)
    }
  }

  private func field(
    _ name: String, item: Int?, of activity: Activity, at member: MemberIdentifier? = nil
  ) -> (destination: Destination, phrase: Phrase) {
    (
      .field(activity.reference, name: name, item: item, member: member),
      .correctField(.label(ofField: name.filter { !$0.isNumber }), item: item)
    )
  }

  /// Where what a rule says is corrected: the meeting's field, the roll, the organisation, the
  /// next step of the procedure, the matter.
  func correction(of warning: Warning) -> (destination: Destination, phrase: Phrase)? {
    switch warning.kind {
    case .meeting(let meeting):
      let record = warning.evidence.first.map { Reference($0.recordText) }
      guard let activity = record.flatMap({ archive?.ledger.activity($0) }) else { return nil }
      return field(meeting.formField, item: meeting.item, of: activity)
    case .admission, .participation:
      guard let member = warning.member else { return nil }
      return (.form(.changeMember(member)), .correctRoll)
    case .term, .size:
      return (.form(.changeOrganization(warning.organization)), .correctRoll)
    case .procedure(let procedure):
      guard let standing = standing(of: warning, procedure) else { return nil }
      return (
        .form(
          .procedureStep(
            warning.organization, kind: standing.kind.id, subject: standing.subject.description)),
        .correctStep
      )
    case .matter:
      guard let matter = warning.evidence.first else { return nil }
      return (.form(.moveMatter(matter)), .wayMove)
    case .appraisal:
      let held = warning.evidence.lazy.map { Reference($0.recordText) }
        .compactMap { self.archive?.ledger.activity($0) }.first
      return held.map {
        (.form(.changeActivity($0.reference)), .correctField(.label(ofField: "Item"), item: nil))
      }
    case .study, .dues: return nil
    }
  }

  /// The standing that a warning about a procedure is about.
  private func standing(
    of warning: Warning, _ procedure: ProcedureWarning
  ) -> ProcedureStanding? {
    guard let archive else { return nil }
    let today = session.today
    for kind in archive.catalog.procedures where kind.validity.contains(today) {
      guard
        procedure.step.map({ kind.steps.contains($0) })
          ?? kind.steps.contains(where: {
            $0.meaning == .receipt
          })
      else { continue }
      let found = archive.ledger.standings(of: kind, under: warning.organization, on: today)
      if let standing = found.first(where: { standing in
        standing.organization == warning.organization && standing.subject.id == warning.member
      }) {
        return standing
      }
    }
    return nil
  }
}

extension ProcedureWarning {
  /// The step it is about.
  var step: ProcedureStepKind? {
    switch self {
    case .early(let step, _, _), .late(let step, _, _), .overdue(let step, _),
      .outOfOrder(let step, _), .clockOverdue(let step, _), .tooShort(let step, _, _),
      .receiptOverdue(let step, _):
      step
    case .leftBeforeReceipt: nil
    }
  }
}

extension Gap {
  /// The field of the form at which it is filled, of its vote where it is about one.
  var formField: String {
    switch self {
    case .voteWithoutNumbers(_, let vote): "VoteFavour\(vote ?? 1)"
    case .voteWithoutMethod(_, let vote), .voteNotSecret(_, let vote, _): "VoteMethod\(vote)"
    case .ballotWithoutScrutineer(_, let vote): "VoteScrutineers\(vote)"
    case .ballotWithoutTeller(_, let vote): "VoteTellers\(vote)"
    case .empty, .unmarked, .noItems, .itemWithoutMinutes, .headingsWithoutText,
      .itemWithoutResolution,
      .resolutionWithoutDue, .resolutionWithoutOwner, .unsigned:
      field
    case .absenceWithoutReason: "Present"
    }
  }
}

extension Gap {
  /// The member it concerns, the first of several.
  var member: MemberIdentifier? {
    switch self {
    case .absenceWithoutReason(let person): person.id
    case .unmarked(let members): members.first?.id
    default: nil
    }
  }
}

extension MeetingWarning {
  /// The field of the form at which it is corrected.
  var formField: String {
    switch self {
    case .noQuorum, .exclusionWithoutGround, .exclusionOutsideElection, .exclusionWithoutConsent:
      item == nil ? "Present" : "VoteFavour1"
    case .candidateCounted: "VoteScrutineers1"
    case .writtenInUncounted: "VoteWriteIn1"
    case .writtenBeyondAbsent(_, let vote, _, _): "VoteWritten\(vote)"
    case .decidedTogether, .candidateWithoutRight, .subjectMissing, .subjectOfAnotherStatus:
      "About"
    case .forAssemblyAlone(_, let vote, _), .committeeVoteElsewhere(_, let vote):
      "VoteCategory\(vote)"
    case .electionVoid, .surplusTooSmall, .choicesBeyondBallots, .voteAgain, .seatsVacant,
      .notForTemporaryBranch:
      "VoteFavour1"
    case .seatsUnknown, .presiderWithoutOffice, .secretaryDidNotPreside, .voterMayHaveMissed: field
    }
  }
}
