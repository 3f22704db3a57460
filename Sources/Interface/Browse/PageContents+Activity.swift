import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// What was held, in the order of the paper record: name, time, place, who presided, who came,
  /// what was discussed and decided, who signed.
  static func activity(
    _ reference: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    let newest = archive.current(reference) ?? reference
    guard
      let activity = archive.ledger.activity(newest) ?? archive.ledger.activity(reference)
    else {
      // A withdrawn activity is no longer in the ledger; its record is.
      var page = record(reference, archive, in: context)
      page.scopes = [.page]
      if let record = archive.record(reference), let kind = record.first("Kind") {
        let title = archive.catalog.kind(kind)?.title ?? kind
        page.title = [title, record.first("Date") ?? ""].joined(separator: " ")
      }
      return page
    }
    var lines = PageLines(in: context)
    addReview(of: activity, to: &lines, archive, in: context)
    addState(of: activity, to: &lines, archive, in: context)
    addHead(of: activity, to: &lines, archive, in: context)
    addPeople(of: activity, to: &lines, archive, in: context)
    addItems(of: activity, to: &lines, archive, in: context)
    addEnd(of: activity, to: &lines, archive, in: context)
    return PageContents(
      title: "\(context.formalName(of: activity)) · \(context.name(activity.organization))",
      status: "\(activity.date) \(context.say(activity.isFinal ? .final : .unfinished))",
      lines: lines.lines, scopes: (activity.isFinal ? [] : [.unsigned]) + [.activity, .page],
      change: .changeActivity(activity.reference),
      record: activity.reference)
  }

  /// The same in a sample: where it stands among those drawn.
  static func drawnRecord(
    _ reference: Reference, among: [Reference], _ archive: Archive, in context: Context
  ) -> PageContents {
    var page = activity(reference, archive, in: context)
    page.scopes.insert(.drawn, at: 0)
    if let position = among.firstIndex(of: reference) {
      page.status = "\(position + 1) / \(among.count)"
    }
    return page
  }

  /// 已核对 or 发现问题, by whom and when; what was found, each with the review.
  private static func addReview(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let today = context.session.today
    guard let review = archive.ledger.recordReviews(through: today)[activity.origin] else {
      return
    }
    let cell = context.reviewCell(review)
    let destination = context.destination(of: review.reference)
    lines.add(.labelReview, cell.text, cell.style, to: destination, anchor: "review")
    for (number, problem) in review.problems.enumerated() where !problem.isEmpty {
      lines.add(nil, [Span(problem, .bad)], to: destination, anchor: "review \(number)")
    }
  }

  /// 未定稿 or 定稿, who entered it and when, corrections, what is missing.
  private static func addState(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    var parts: [Span] = []
    if activity.isFinal {
      let signatures = activity.signatures.map { signature in
        [context.name(signature.person), signature.day.map(context.shown) ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " ")
      }
      parts.append(
        Span(context.say(.finalBy(context.list(signatures))), .good))
    } else {
      parts.append(Span(context.say(.unfinished), .warning))
    }
    let entry = context.firstEntry(of: activity)
    parts.append(Span(context.say(.enteredBy(context.name(entry.by), context.shown(entry.at)))))
    if let days = activity.daysLate {
      parts.append(Span(context.say(.enteredLateBy(days)), .warning))
    }
    let versions = archive.versions(of: activity.reference)
    let changes = versions.filter { isChangeOfDraft($0, among: versions) }.count
    let corrections =
      versions.filter { $0.kind == .corrected || $0.kind == .conflict }.count - changes
    if changes > 0 { parts.append(Span(context.say(.changes(changes)))) }
    if corrections > 0 { parts.append(Span(context.say(.corrections(corrections)))) }
    lines.add(
      .labelState, parts: parts, separator: " · ", to: .page(.history(activity.reference)),
      anchor: "state")
    if let conflict = archive.conflict(about: activity.reference) {
      lines.addPlain(
        "! " + context.say(.conflict(conflict.candidates.count)), .bad,
        to: .page(.history(activity.reference)), anchor: "conflict")
    }
    let kind = context.kind(of: activity)
    for fault in archive.ledger.faults(in: activity, kind: kind) {
      lines.addPlain(
        "! " + context.say(fault.phrase), .bad,
        to: .form(.changeActivity(activity.reference)), anchor: "fault \(fault.field)")
    }
    addWarnings(
      archive.ledger.warnings(in: activity, kind: kind)
        + archive.ledger.appraisalWarnings(of: activity, catalog: archive.catalog),
      to: &lines, in: context)
    if let kind {
      // The candidates of an election share a ballot, and what it lacks is said once.
      var said: Set<Phrase> = []
      let gaps = archive.ledger.gaps(in: activity, kind: kind).map(\.phrase)
        .filter { said.insert($0).inserted }.map { context.say($0) }
      lines.add(
        .labelGaps, gaps.joined(separator: context.say(.clauseSeparator)), .warning,
        to: .form(.changeActivity(activity.reference)), anchor: "gaps")
    }
    lines.addSpace()
  }

  private static func addHead(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    func add(_ field: String, _ text: String, to destination: Destination? = nil) {
      lines.add(.label(ofField: field), text, to: destination, anchor: field)
    }
    var name = context.formalName(of: activity)
    if let sitting = Sitting(activity.sitting) {
      name += " " + context.say(.sitting(sitting.index, of: sitting.total))
    }
    lines.add(.labelName, name)
    if activity.number != nil || !name.hasPrefix(activity.title) { add("Title", activity.title) }
    add(
      "Organization", context.name(activity.organization),
      to: .page(.organization(activity.organization)))
    var time = activity.date.description
    if let end = activity.endDate, end != activity.date { time += " – \(end)" }
    time += " " + context.say(.weekday(activity.date.weekday))
    let hours = [activity.start?.description, activity.end?.description].compactMap { $0 }
    if !hours.isEmpty { time += " " + hours.joined(separator: "–") }
    lines.add(.labelTime, time)
    add("Place", activity.place)
    let counts = activity.counts.map { archive.catalog.kind($0)?.title ?? $0 }
    add("Counts", context.list(counts))
    for (field, person) in [("Presider", activity.presider), ("Recorder", activity.recorder)] {
      guard let person else { continue }
      add(field, context.name(person), to: context.destination(of: person))
    }
    for person in activity.lecturers {
      add("Lecturer", context.name(person), to: context.destination(of: person))
    }
  }

  private static func addPeople(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let kind = context.kind(of: activity)
    if activity.hasRoster, kind?.body != .people {
      let turnout = archive.ledger.turnout(of: activity, kind: kind)
      var spans = [
        Span(context.say(.turnout(turnout.expected, turnout.present))),
        Span(context.say(.turnoutOfVoters(turnout.eligible, turnout.eligiblePresent))),
      ]
      // Of several sittings the whole is judged, below.
      if kind?.itemKinds.contains(.vote) ?? false, archive.ledger.whole(of: activity) == nil {
        let verdict = archive.ledger.verdict(on: activity, kind: kind)
        let style: Style = if case .mayVote = verdict { .good } else { .warning }
        spans.append(Span(context.say(verdict.phrase), style))
      }
      lines.add(
        .labelTurnout, parts: spans, separator: " · ", to: .list(.members(activity.organization)),
        anchor: "turnout")
    }
    addSittings(of: activity, to: &lines, archive, in: context)
    addPresent(activity, to: &lines, archive, in: context)
    func add(_ field: String, _ people: [Person]) {
      lines.add(.label(ofField: field), context.names(people))
    }
    add("Video", activity.video)
    add("Late", activity.late)
    add("Left", activity.leftEarly)
    for (number, absence) in activity.absent.enumerated() {
      let reason = absence.reason.isEmpty ? context.say(.noReason) : absence.reason
      var spans = [
        Span(context.name(absence.person)),
        Span("(\(reason))", absence.reason.isEmpty ? .warning : .normal),
      ]
      if let approver = absence.approver {
        spans.append(Span(" " + context.say(.approvedBy(context.name(approver))), .dim))
      }
      lines.add(
        number == 0 ? .label(ofField: "Absent") : nil, spans,
        to: context.destination(of: absence.person), anchor: "absent \(number)")
    }
    for (number, exclusion) in activity.excluded.enumerated() {
      lines.add(
        number == 0 ? .label(ofField: "Excluded") : nil,
        [Span("\(context.name(exclusion.person))(\(exclusion.reason))")],
        to: context.destination(of: exclusion.person), anchor: "excluded \(number)")
    }
    add("Attending", activity.attending)
    for (number, person) in activity.about.enumerated() {
      let label =
        kind?.isPoliticalBirthday ?? false ? Phrase.peopleOfBirthday : .label(ofField: "About")
      lines.add(
        number == 0 ? label : nil, [Span(context.name(person))],
        to: context.destination(of: person),
        anchor: "about \(number)")
    }
    if let host = activity.host {
      lines.add(.label(ofField: "Host"), context.name(host), to: .page(.organization(host)))
    }
    if !activity.visitors.isEmpty {
      let names = activity.visitors.map { text in
        OrganizationIdentifier(text).map { context.name($0) } ?? text
      }
      lines.add(.label(ofField: "Visitor"), context.list(names))
    }
    if let headcount = activity.headcount {
      lines.add(.label(ofField: "Headcount"), headcount.description)
    }
    if let hours = activity.hours { lines.add(.label(ofField: "Hours"), number(hours)) }
    if let sessions = activity.sessions { lines.add(.label(ofField: "Sessions"), "\(sessions)") }
  }

  /// The sittings of a meeting that was held in batches, each leading to its page, and who came
  /// over all of them.
  private static func addSittings(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let meeting = archive.ledger.meeting(of: activity)
    guard meeting.sittings.count > 1, let merged = meeting.merged else { return }
    for (number, sitting) in meeting.sittings.enumerated() {
      let index = Sitting(sitting.sitting)?.index ?? number + 1
      let came = sitting.attendees.count
      lines.add(
        number == 0 ? .label(ofField: "Sitting") : nil,
        [
          Span(context.say(.sittingHeld(index, on: context.shown(sitting.date), present: came)))
        ], to: .page(.activity(sitting.reference)), anchor: "sitting \(number)")
    }
    let kind = context.kind(of: activity)
    let verdict =
      kind?.itemKinds.contains(.vote) ?? false
      ? archive.ledger.verdict(on: merged, kind: kind) : nil
    lines.addPlain(
      context.say(
        .sittingsNumbers(archive.ledger.turnout(of: merged, kind: kind), verdict)))
    lines.add(.absentFromAll, context.names(merged.absent.map(\.person)))
  }

  /// Who came: of a branch by 党小组, of what is held above branches by branch, of a committee
  /// all together.
  private static func addPresent(
    _ activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let ledger = archive.ledger
    let isAboveBranches =
      context.organization(activity.organization).map { place in
        !place.level.isBranch && place.level != .group
      } ?? false
    let isCommittee = context.kind(of: activity)?.body == .committee
    func group(_ person: Person) -> OrganizationIdentifier? {
      guard !isCommittee,
        let member = person.id.flatMap({ ledger.member($0, on: activity.date) })
      else { return nil }
      return isAboveBranches ? member.organization : member.group
    }
    let groups = Dictionary(grouping: activity.present, by: group)
    let isSingle = groups.count == 1
    var label: Phrase? = .label(ofField: "Present")
    for id in groups.keys.sorted(by: { a, b in
      switch (a, b) {
      case (let x?, let y?): x < y
      case (.some, nil): true
      default: false
      }
    }) {
      let names = context.names(groups[id] ?? [])
      guard let id, !isSingle else {
        lines.add(label, [Span(names)])
        label = nil
        continue
      }
      lines.add(
        label, [Span(context.name(id) + " ", .dim), Span(names)], to: .list(.members(id)),
        anchor: "group \(id)")
      label = nil
    }
  }

  private static func addItems(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let kind = context.kind(of: activity)
    let open = archive.ledger.openMatters(
      on: context.session.today, of: activity.organization, kinds: archive.catalog.kinds)
    for (index, item) in activity.items.enumerated() {
      lines.addSpace()
      let isPart = item.kind == .part
      let number = isPart ? Phrase.part(index + 1) : .item(index + 1)
      var heading = [Span("\(context.say(number)) ", .strong)]
      if let kind = item.kind, !isPart {
        heading.append(Span(context.say(.word(kind)) + " ", .dim))
      }
      heading.append(Span(item.title, .strong))
      lines.addPlain(heading)
      for person in item.about {
        lines.add(
          .label(ofField: "About"), context.name(person), to: context.destination(of: person),
          anchor: "about \(index)")
      }
      lines.add(.label(ofField: "Away"), context.names(item.away))
      lines.add(.label(ofField: "Seats"), item.seats.map { "\($0)" } ?? "")
      lines.add(.label(ofField: "Minutes"), item.minutes)
      let election = archive.ledger.election(at: item, of: activity, kind: kind)
      for vote in item.votes {
        let outcome = archive.ledger.outcome(of: vote, in: item, of: activity, kind: kind)
        addVote(vote, outcome, election, to: &lines, in: context)
        let numbers = archive.ledger.resolutionNumbers(
          of: vote, in: item, of: activity, kind: kind)
        if let numbers, vote.category.isOneByOne {
          lines.add(.labelClosing, context.say(numbers.closing))
        }
      }
      if let election {
        let (whole, joined) = archive.ledger.judged(item, of: activity)
        let turnout = archive.ledger.turnout(for: joined, of: whole, kind: kind)
        lines.addPlain(
          context.say(.electionSummary(turnout, election, candidates: election.candidates)))
        lines.add(
          .elected, context.names(StrokeOrder.sorted(election.elected) { $0.name }))
      }
      lines.add(.label(ofField: "Resolution"), item.resolution)
      guard !item.owners.isEmpty || item.due != nil else { continue }
      let matter = open.first { matter in
        matter.source == activity.reference.item(index + 1)
          || matter.source == activity.origin.item(index + 1)
          || matter.reference == activity.matterReference(item: index + 1)
      }
      addCarryingOut(item, matter, of: activity, to: &lines, in: context)
    }
  }

  /// 责任人、时限 and whether it is still open.
  private static func addCarryingOut(
    _ item: Item, _ matter: Matter?, of activity: Activity, to lines: inout PageLines,
    in context: Context
  ) {
    var text = context.names(item.owners)
    if let due = item.due { text += " " + context.say(.before(context.shown(due))) }
    var spans = [Span(text)]
    guard let matter else {
      spans.append(Span(" " + context.say(.carriedOut), .good))
      lines.add(.label(ofField: "Owner"), spans)
      return
    }
    if matter.isOverdue(on: context.session.today), let due = matter.due {
      let days = due.days(until: context.session.today)
      spans.append(Span(" " + context.say(.overdue(days)), .bad))
    } else {
      spans.append(Span(" " + matter.state, .warning))
    }
    lines.add(
      .label(ofField: "Owner"), spans, to: .list(.matters(activity.organization)),
      anchor: "matter \(matter.reference)")
  }

  /// One vote: how, with which numbers, how many were needed, whether it passed.
  private static func addVote(
    _ vote: Vote, _ outcome: VoteOutcome, _ election: ElectionResult?,
    to lines: inout PageLines, in context: Context
  ) {
    var parts: [String] = []
    if let subject = vote.subject { parts.append(context.name(subject)) }
    parts.append(context.say(.word(vote.category)))
    if !vote.method.isEmpty { parts.append(vote.method) }
    let ballots = [
      vote.issued.map { Phrase.ballotsIssued($0) }, vote.returned.map { .ballotsReturned($0) },
      vote.valid.map { .ballotsValid($0) },
    ]
    parts += ballots.compactMap { $0 }.map { context.say($0) }
    parts.append(context.say(.votes(vote)))
    var spans = [Span(parts.joined(separator: " ") + " ")]
    let candidate = (vote.subject ?? vote.writtenIn).flatMap { person in
      election?.people.first { $0.person.isSame(as: person) }
    }
    if vote.total == 0 {
      spans.append(Span(context.say(.notVoted), .warning))
    } else if let candidate, let election {
      spans.append(
        Span(
          context.say(candidate.outcome.phrase(needed: election.needed)),
          candidate.outcome == .elected ? .good : .bad))
    } else {
      spans.append(Span(context.say(outcome.phrase), outcome.passed ? .good : .bad))
    }
    if vote.abstaining == 0, let valid = vote.valid, valid > vote.total {
      spans.append(Span(" " + context.say(.votesLeft(valid - vote.total)), .warning))
    }
    lines.add(
      .label(ofField: "Vote"), spans, to: vote.subject.flatMap(context.destination),
      anchor: "vote \(vote.subject?.description ?? "")")
    lines.add(.label(ofField: "VoteScrutineers"), context.names(vote.scrutineers))
    lines.add(.label(ofField: "VoteTellers"), context.names(vote.tellers))
    lines.add(.label(ofField: "VoteWriteIn"), vote.writeIn)
  }

  /// Tags; one that names a plan has its title and opens it.
  private static func addTags(
    _ tags: [String], to lines: inout PageLines, in context: Context
  ) {
    let plans = context.plans
    let named = tags.filter { plans.plan(of: $0) != nil }
    let others = tags.filter { plans.plan(of: $0) == nil }
    lines.add(.label(ofField: "Tag"), others.joined(separator: "  "))
    for tag in named {
      lines.add(
        .label(ofField: "Tag"), plans.shown(tag),
        to: plans.plan(of: tag).flatMap { context.destination(of: $0.reference) }, anchor: tag)
    }
  }

  private static func addEnd(
    of activity: Activity, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    lines.addSpace()
    lines.add(.label(ofField: "Minutes"), activity.minutes)
    lines.add(.label(ofField: "Summary"), activity.summary)
    lines.add(
      .label(ofField: "Signed"),
      context.list(
        activity.signatures.map { "\(context.name($0.person)) \($0.day?.description ?? "")" }))
    for note in activity.notes { lines.add(.label(ofField: "Note"), note) }
    addTags(activity.tags, to: &lines, in: context)
    for file in archive.record(activity.reference)?.all("File") ?? [] {
      lines.add(.label(ofField: "File"), file)
    }
    lines.addSpace()
    lines.add(
      .label(ofField: "Id"), activity.reference.text, .dim,
      to: .page(.record(activity.reference)), anchor: "record")
  }
}
