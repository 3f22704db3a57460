import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// The page of one member: who, since when, what does not fit together, what was
  /// attended, what is still to be made up.
  static func member(
    _ id: MemberIdentifier, among: [MemberIdentifier], _ archive: Archive, in context: Context
  ) -> PageContents {
    guard
      let file = archive.ledger.file(
        of: id, on: context.session.today, catalog: archive.catalog)
    else { return missing(.memberUnknown(id.text), in: context) }
    let member = file.member
    var lines = PageLines(in: context)
    addReview(of: member, to: &lines, archive, in: context)
    addIdentity(of: file, to: &lines, archive, in: context)
    // Above what may be cut off: who turns page after page is to see it at once.
    addContradictions(of: file, to: &lines, in: context)
    addWarnings(file.warningsBeyondContradictions, to: &lines, in: context)
    addAttendance(of: file, to: &lines, archive, in: context)
    addStudy(of: file, to: &lines, in: context)
    addLife(of: file, to: &lines, in: context)
    addHead(of: member.organization, to: &lines, archive, in: context)
    let title = [member.name] + file.standing.map(context.say)
    let position = among.firstIndex(of: id).map { "\($0 + 1) / \(among.count)" } ?? ""
    return PageContents(
      title: title.joined(separator: " · "), status: among.count > 1 ? position : "",
      lines: lines.lines, scopes: [.member, .page], change: .changeMember(id),
      record: member.reference)
  }

  /// 已核对 or 发现问题, by whom and when; what was found, each with the review.
  private static func addReview(
    of member: Member, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let today = context.session.today
    guard let review = archive.ledger.memberReviews(through: today)[member.id] else { return }
    let cell = context.reviewCell(review)
    lines.add(
      .labelReview, cell.text, cell.style, to: context.destination(of: review.reference),
      anchor: "review")
    for problem in review.problems {
      lines.add(
        nil, [Span("\(problem.line.rawValue) \(problem.remark)", .bad)],
        to: context.destination(of: review.reference), anchor: "review \(problem.line.rawValue)")
    }
  }

  private static func addIdentity(
    of file: MemberFile, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let member = file.member
    let person = [member.gender, member.nation, member.born, member.education, member.rank]
    var parts = [person.filter { !$0.isEmpty }.joined(separator: " ")]
    if !member.job.isEmpty { parts.append(member.job) }
    if !member.worked.isEmpty { parts.append(context.say(.workedSince(member.worked))) }
    lines.add(
      .labelIdentity, parts.filter { !$0.isEmpty }.joined(separator: " · "),
      to: .page(.record(member.reference)), anchor: "identity")
    let dates = file.dates(introducers: context.names(member.introducers)).map(context.say)
    let snapshots = archive.ledger.members[member.id] ?? []
    lines.add(
      .labelDates, parts: dates.map { Span($0) },
      to: .list(
        .records(
          title: context.say(.snapshotsOf(member.name)), snapshots.reversed().map(\.reference))),
      anchor: "dates")
    for (number, office) in file.offices.enumerated() {
      lines.add(
        number == 0 ? .labelOffice : nil, [Span("\(office.organization.name) \(office.post)")],
        to: .page(.organization(office.organization.id)),
        anchor: number == 0 ? "office" : "office \(number)")
    }
    if file.offices.isEmpty, !member.posts.isEmpty {
      lines.add(.labelOffice, context.list(member.posts))
    }
    if let admission = file.admission { add(admission, to: &lines, in: context) }
    if let probation = file.probation {
      let overdue = probation.isOverdue(on: context.session.today)
      lines.add(
        .labelProbation, context.say(probation.phrase), overdue ? .bad : .normal,
        to: probation.decided.flatMap(context.destination), anchor: "probation")
    }
  }

  /// The records behind a line, none of them where nothing is recorded: each line of the page opens
  /// and can be spoken of in a review.
  private static func records(
    behind label: Phrase, of file: MemberFile, _ references: [Reference], in context: Context
  ) -> Destination {
    .list(.records(title: "\(file.member.name) · \(context.say(label))", references))
  }

  private static func addAttendance(
    of file: MemberFile, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    let year = context.session.today.year
    func title(_ id: String) -> String { archive.catalog.kind(id)?.short ?? id }
    if !file.attendance.isEmpty {
      let parts = file.attendance.map { line in
        Span(
          "\(title(line.kind)) \(line.present)/\(line.expected)",
          line.present < line.expected ? .normal : .good)
      }
      var seen: Set<Reference> = []
      let evidence = file.attendance.flatMap(\.evidence).filter { seen.insert($0).inserted }
      lines.add(
        .labelAttendance(year), parts: parts,
        to: records(behind: .labelAttendance(year), of: file, evidence, in: context),
        anchor: "attendance")
      let numbers = file.months.filter { $0.expected > 0 }.map { month in
        Span("\(context.say(.monthNumber(month.month))) \(month.present)/\(month.expected)", .dim)
      }
      lines.add(
        .labelMonths,
        parts: [Span(bars(of: file.months.map { ($0.present, $0.expected) }))] + numbers,
        to: records(behind: .labelMonths, of: file, file.months.flatMap(\.evidence), in: context),
        anchor: "months")
    }
    let order = file.absences.sorted { a, b in
      (a.makeUp == .pending ? 0 : 1, b.date) < (b.makeUp == .pending ? 0 : 1, a.date)
    }
    if order.isEmpty, file.member.status.isMember {
      lines.add(
        .labelAbsences, context.say(.nothingRecorded), .dim,
        to: records(behind: .labelAbsences, of: file, [], in: context), anchor: "absences")
    }
    for (number, absence) in order.enumerated() {
      let reason = absence.reason.isEmpty ? context.say(.noReason) : absence.reason
      var spans = [
        Span("\(title(absence.kind)) \(context.shown(absence.date))(\(reason))")
      ]
      switch absence.makeUp {
      case .notRequired: break
      case .pending: spans.append(Span(" " + context.say(.toMakeUp), .warning))
      case .done: spans.append(Span(" " + context.say(.madeUp), .good))
      }
      lines.add(
        number == 0 ? .labelAbsences : nil, spans,
        to: absence.evidence.count == 1
          ? file.makeUps.first { $0.isOpen && $0.activity.reference == absence.activity }
            .map { .page(.makeUp($0.reference)) } ?? context.destination(of: absence.activity)
          : records(behind: .labelAbsences, of: file, absence.evidence, in: context),
        anchor: number == 0 ? "absences" : "absences \(number)")
    }
  }

  /// A bar for each month, as high as the share of meetings attended; `-` where there were none.
  static func bars(of months: [(present: Int, expected: Int)]) -> String {
    let steps = Array("▁▂▃▄▅▆▇█")
    return String(
      months.map { month in
        guard month.expected > 0 else { return "-" }
        let present = min(max(0, month.present), month.expected)
        return steps[present * (steps.count - 1) / month.expected]
      })
  }

  private static func addStudy(
    of file: MemberFile, to lines: inout PageLines, in context: Context
  ) {
    let hours = file.hours
    if hours.target != nil || hours.done > 0 {
      let target = hours.target.map { "/" + number($0) } ?? ""
      lines.add(
        .labelHours, "\(number(hours.done))\(target)", hours.missing > 0 ? .warning : .good,
        to: records(behind: .labelHours, of: file, hours.evidence, in: context), anchor: "hours")
    }
    let writings = file.writings.map { context.say($0.phrase) }.joined(separator: "  ")
    lines.add(
      .labelWritings, writings.isEmpty ? context.say(.nothingRecorded) : writings,
      writings.isEmpty ? .dim : .normal,
      to: records(
        behind: .labelWritings, of: file, file.writings.flatMap(\.line.evidence), in: context),
      anchor: "writings")
    if file.member.status != .full {
      let reports = file.thoughtReports
      lines.add(
        .labelProgress,
        context.say(reports.count > 0 ? .thoughtReportsWritten(reports.count) : .nothingRecorded),
        reports.count > 0 ? .normal : .dim,
        to: records(behind: .labelProgress, of: file, reports.evidence, in: context),
        anchor: "progress")
    }
    if context.hidesRestricted(of: file.member) {
      lines.add(.labelTalks, context.say(.mayNotBeRead), .dim, anchor: "talks")
    } else if let talks = file.talks, file.member.status.isMember {
      lines.add(
        .labelTalks,
        context.say(.talks(committee: talks.withCommittee.count, members: talks.withMembers.count)),
        talks.withCommittee.isEmpty || talks.withMembers.isEmpty ? .normal : .good,
        to: records(behind: .labelTalks, of: file, talks.evidence, in: context), anchor: "talks")
    }
  }

  private static func addLife(
    of file: MemberFile, to lines: inout PageLines, in context: Context
  ) {
    let grades = file.appraisals.map { Span("\($0.year) \($0.grade.rawValue)") }
    let none = file.member.status.isMember ? [Span(context.say(.nothingRecorded), .dim)] : []
    lines.add(
      .labelAppraisals, parts: grades.isEmpty ? none : grades,
      to: records(
        behind: .labelAppraisals, of: file, file.appraisals.flatMap(\.evidence), in: context),
      anchor: "appraisals")
    let honors = file.honors.map { Span("\($0.date.year) \($0.title)(\($0.level))") }
    lines.add(
      .labelHonors, parts: honors.isEmpty ? none : honors,
      to: records(behind: .labelHonors, of: file, file.honors.map(\.reference), in: context),
      anchor: "honors")
    if context.hidesRestricted(of: file.member) {
      lines.add(.labelDues, context.say(.mayNotBeRead), .dim, anchor: "dues")
    } else if let dues = file.dues {
      lines.add(
        .labelDues, context.say(dues.phrase), dues.unpaid.count >= 3 ? .bad : .normal,
        to: records(behind: .labelDues, of: file, dues.evidence, in: context), anchor: "dues")
    }
    for standing in file.standings {
      let next = context.nextLine(in: standing)
      var spans = [Span("\(standing.kind.title) \(context.reached(in: standing))")]
      if let last = standing.done.last { spans.append(Span(" " + context.shown(last.day), .dim)) }
      spans.append(
        Span(
          next.map { " → \($0.text)" } ?? " " + context.say(.procedureFinished),
          next?.isLate ?? false ? .bad : .normal))
      lines.add(
        .labelProcedure, spans,
        to: .page(.standing(standing.subject, kind: standing.kind.id)),
        anchor: "procedure \(standing.kind.id)")
    }
    let known = Set(file.standings.map(\.kind.id))
    for step in file.procedures where !known.contains(step.kind) {
      lines.add(
        .labelProcedure,
        "\(step.kind): \(step.step) \(context.shown(step.date)) \(step.result)",
        to: context.destination(of: step.reference), anchor: "procedure \(step.kind)")
    }
    if let birthday = file.birthday {
      lines.add(
        .labelBirthday, context.say(.birthday(context.shown(birthday.date), birthday.years)),
        to: .page(.record(file.member.reference)), anchor: "birthday")
    }
  }

  /// How far the way into the Party has come while it goes on, and how the days of the meeting, the
  /// approval and the confirmation lie to each other where they were decided in these records.
  private static func add(
    _ admission: AdmissionHistory, to lines: inout PageLines, in context: Context
  ) {
    let parts = admission.told
    let isOpen = admission.stage != .confirmed
    let style: Style =
      isOpen || admission.timing.map { $0 != .prompt } ?? false ? .warning : .normal
    let votes = admission.admissionVotes + admission.prolongations + admission.confirmationVotes
    lines.add(
      .labelAdmission, parts: parts.map { Span(context.say($0), style) },
      to: votes.isEmpty
        ? nil
        : .list(
          .records(
            title: "\(admission.member.name) · \(context.say(.labelAdmission))",
            votes.map(\.reference))),
      anchor: "admission")
  }

  private static func addContradictions(
    of file: MemberFile, to lines: inout PageLines, in context: Context
  ) {
    for (number, line) in file.contradictions.enumerated() {
      lines.addPlain(
        "! " + context.say(.contradiction(line.contradiction)), .bad,
        to: .list(
          .records(
            title: "\(file.member.name) · \(context.say(.evidence))", line.evidence)),
        anchor: "\(line.contradiction.line.anchor) contradiction \(number)")
    }
  }

  /// Hours without a needless `.0`.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Context {
  /// Whether talks and dues of a member may not be read by this user.
  func hidesRestricted(of member: Member) -> Bool {
    archive?.access.hidesRecords(of: member.organization.text) ?? false
  }
}

extension MemberLine {
  /// The word by which lines of a page are about it.
  var anchor: String {
    switch self {
    case .identity: "identity"
    case .dates: "dates"
    case .office: "office"
    case .attendance: "attendance"
    case .absences: "absences"
    case .hours: "hours"
    case .appraisals: "appraisals"
    case .honors: "honors"
    case .talks: "talks"
    case .writings: "writings"
    case .progress: "progress"
    case .dues: "dues"
    case .procedures: "procedure"
    case .birthday: "birthday"
    }
  }

  /// The line that a line of the page, or a warning on it, is about; nil for others.
  init?(of panel: PanelLine) {
    guard case .page(.finding(let finding))? = panel.destination,
      case .warning(let warning) = finding.finding
    else {
      self.init(anchor: panel.anchor)
      return
    }
    switch warning.kind {
    case .admission: self = .dates
    case .study: self = .hours
    case .dues: self = .dues
    case .participation: self = .attendance
    case .appraisal: self = .appraisals
    case .procedure: self = .procedures
    case .meeting, .term, .size, .matter: self = .identity
    }
  }

  /// The line that a line of the page belongs to; nil for others.
  init?(anchor: String) {
    let word = String(anchor.prefix { $0 != " " })
    switch word {
    case "admission", "probation": self = .dates
    case "months": self = .attendance
    default:
      guard let line = MemberLine.allCases.first(where: { $0.anchor == word }) else { return nil }
      self = line
    }
  }
}

extension Contradiction {
  /// The line of the page on which it shows.
  var line: MemberLine {
    switch self {
    case .probationEnded: .dates
    case .hoursShort: .hours
    case .consecutiveAbsences, .noParticipation, .absencesWithoutReason: .absences
    case .duesUnpaid: .dues
    case .noTalkWithCommittee, .noTalkWithMember: .talks
    case .inNoGroup: .office
    }
  }
}
