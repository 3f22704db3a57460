import Archive
import OrganizationLife
import RecordLog
import Wording

/// Makes papers from a ledger, as on a day.
public struct PaperMaker {
  let archive: Archive
  let day: Day

  /// A maker of papers.
  public init(_ archive: Archive, on day: Day) {
    self.archive = archive
    self.day = day
  }

  /// The papers that there are of a subject, in the order in which they are offered.
  public func kinds(of subject: PaperSubject) -> [PaperKind] {
    // A book is not made to learn whether there is one.
    if case .organization(let id, let year) = subject {
      return handbook(of: id, year: year) == nil
        ? subject.kinds.filter { $0 != .handbook && !papers($0, of: subject).isEmpty }
        : subject.kinds
    }
    return subject.kinds.filter { !papers($0, of: subject).isEmpty }
  }

  /// The sheets of a paper; none where the records have nothing for it, such as no vote for
  /// ballots.
  public func papers(_ kind: PaperKind, of subject: PaperSubject) -> [Paper] {
    guard subject.kinds.contains(kind) else { return [] }
    switch subject {
    case .activity, .absence:
      guard let activity = activity(of: subject) else { return [] }
      return MeetingPaperMaker(
        of: activity, kind: archive.catalog.kind(activity.kind, on: activity.date),
        ledger: archive.ledger, head: archive.head(of: activity.organization),
        makeUps: makeUps(of: activity), round: appraisal(at: activity)
      ).papers(kind)
    case .matter(let reference):
      guard let matter = matter(reference), matter.isToBePutRight else { return [] }
      return rectification(of: matter)
    case .visit(let reference):
      guard let visit = visit(reference) else { return [] }
      return kind == .feedback ? [feedback(on: visit)] : rectification(of: visit)
    case .procedure(let person, let kind):
      return standing(of: person, in: kind).map { [stepsTaken(in: $0)] } ?? []
    case .member(let id): return memberFile(of: id).map { [$0] } ?? []
    case .organization(let id, let year) where kind == .publicity:
      return publicity(of: id, in: PaperMaker.publicPeriod(of: year, on: day)).map { [$0] } ?? []
    case .organization(let id, let year): return handbook(of: id, year: year)?.papers ?? []
    case .publicity(let id, let period): return publicity(of: id, in: period).map { [$0] } ?? []
    }
  }

  /// Whose it is; nil where the records know nothing of it.
  public func organization(of subject: PaperSubject) -> OrganizationIdentifier? {
    switch subject {
    case .activity, .absence: activity(of: subject)?.organization
    case .matter(let reference): matter(reference)?.organization
    case .visit(let reference): visit(reference)?.organization
    case .procedure(let person, let kind): standing(of: person, in: kind)?.organization
    case .member(let id): archive.ledger.latest(id)?.organization
    case .organization(let id, _), .publicity(let id, _): id
    }
  }

  /// What a file with the paper is called, without an ending:
  /// `2026-11-20 支部党员大会 会议记录`.
  public func name(_ kind: PaperKind, of subject: PaperSubject) -> String {
    var parts: [String] = []
    switch subject {
    case .activity, .absence:
      if let activity = activity(of: subject) {
        var title =
          archive.catalog.kind(activity.kind, on: activity.date)?.title ?? activity.kind
        if let sitting = Sitting(activity.sitting), sitting.total > 1 {
          title += PaperWords.sitting(sitting.index)
        }
        parts = [activity.date.description, title]
      }
    case .matter(let reference):
      if let matter = matter(reference) { parts = [matter.opened.description, matter.title] }
    case .visit(let reference):
      if let visit = visit(reference) {
        parts = [visit.date.description, visit.checklist]
      }
    case .procedure(let person, let id):
      let title = archive.catalog.procedure(id, on: day)?.title ?? id
      parts = [person.name, title]
    case .member(let id):
      parts = [archive.ledger.latest(id)?.name ?? id.text, day.description]
    case .publicity(let id, let period):
      parts = [period.description, archive.ledger.organizations[id]?.last?.name ?? id.text]
    case .organization(let id, let year) where kind == .publicity:
      parts = [
        PaperMaker.publicPeriod(of: year, on: day).description,
        archive.ledger.organizations[id]?.last?.name ?? id.text,
      ]
    case .organization(let id, let year):
      let name = archive.ledger.organizations[id]?.last?.name ?? id.text
      parts = [PaperWords.yearOf(year), name]
    }
    return PaperMaker.fileName(parts + [kind.title.chinese])
  }

  /// Parts of a name as files can have it: no more bytes than a file system takes, with room for
  /// an ending and for what a temporary name adds, and no sign that ends a folder's name.
  public static func fileName(_ parts: [String]) -> String {
    let text = VisibleText.exported(document: parts.filter { !$0.isEmpty }.joined(separator: " "))
      .replacing("/", with: "／").replacing("\n", with: " ")
    var name = ""
    for character in text {
      if name.utf8.count + character.utf8.count > 180 { break }
      name.append(character)
    }
    return name.first == "." ? "_" + name : name
  }

  // MARK: What it is about

  private func activity(of subject: PaperSubject) -> Activity? {
    let reference: Reference
    switch subject {
    case .activity(let record): reference = record
    case .absence(let absence): reference = Reference(absence.recordText)
    case .matter, .visit, .procedure, .member, .organization, .publicity: return nil
    }
    return archive.ledger.activity(archive.current(reference) ?? reference)
  }

  /// Who has to make up a lesson, all its sittings taken together, or did.
  private func makeUps(of activity: Activity) -> [MakeUpLine] {
    let sittings = archive.ledger.meeting(of: activity).sittings
    guard let first = sittings.map(\.date).min(), let last = sittings.map(\.date).max() else {
      return []
    }
    let origins = Set(sittings.map(\.origin))
    return archive.ledger.makeUps(
      of: activity.organization, in: first...last, on: max(day, last), catalog: archive.catalog
    ).filter { origins.contains($0.activity.origin) }
  }

  /// The grades given up to a meeting that is a 民主评议.
  private func appraisal(at activity: Activity) -> AppraisalRound? {
    let kinds = [activity.kind] + activity.counts
    guard kinds.contains(where: { archive.catalog.kind($0)?.isAppraisal ?? false }) else {
      return nil
    }
    return archive.ledger.appraisalRound(
      of: activity.organization, on: activity.date, catalog: archive.catalog)
  }

  /// A matter that was recorded; what only follows from a resolution or an absence has no paper
  /// of its own.
  private func matter(_ reference: Reference) -> Matter? {
    guard archive.record(reference) != nil else { return nil }
    let newest = archive.steps(of: reference).last?.reference ?? reference
    return archive.ledger.matters.first { matter in
      matter.reference == newest && matter.kind != Matter.resolutionKind
        && matter.kind != Matter.makeUpKind
    }
  }

  private func standing(of person: Person, in kind: String) -> ProcedureStanding? {
    archive.catalog.procedure(kind, on: day).flatMap {
      archive.ledger.standing(of: person, in: $0, on: day)
    }
  }
}

// MARK: - Matters

extension PaperMaker {
  /// 整改通知书, and on a sheet of its own the 回执 that goes back with what was done.
  private func rectification(of matter: Matter) -> [Paper] {
    let place =
      archive.ledger.organization(matter.organization, on: matter.opened)?.name
      ?? matter.organization.text
    let foot = head(of: matter.organization)
    let owners = matter.owners.map(name).joined(separator: "、")
    let due = matter.due.map(PaperWords.day) ?? PaperWords.dayToFillIn
    var rows = [
      Paper.Row(PaperWords.finding, matter.title),
      Paper.Row(
        .init(PaperWords.matterKind, matter.kind),
        .init(PaperWords.found, PaperWords.day(matter.opened))),
      Paper.Row(.init(PaperWords.owner, owners), .init(PaperWords.due, due)),
    ]
    let explanation = remark(on: matter)
    if !explanation.isEmpty { rows.append(Paper.Row(PaperWords.explanation, explanation)) }
    let before = archive.ledger.repetitions(of: matter)
    if !before.isEmpty {
      let days = before.map { PaperWords.day($0.opened) }.joined(separator: "、")
      rows.append(Paper.Row(PaperWords.remark, PaperWords.foundBefore(days)))
    }
    let notice = Paper(
      PaperKind.rectification.title.chinese,
      blocks: [
        .address("\(place)："), .paragraph(PaperWords.rectificationOpening), .form(rows),
        .paragraph(PaperWords.rectificationRequest(due)),
        .signatures([PaperWords.inspector, PaperWords.secretary]),
      ], foot: foot)
    let receipt = Paper(
      PaperWords.rectificationReceipt,
      blocks: [
        .form([
          Paper.Row(PaperWords.finding, matter.title),
          Paper.Row(.init(PaperWords.branch, place), .init(PaperWords.due, due)),
          Paper.Row(PaperWords.rectified, matter.result),
          Paper.Row(
            .init(PaperWords.closedOn, matter.closed.map(PaperWords.day) ?? ""),
            .init(PaperWords.closedBy, matter.confirmer.map(name) ?? "")),
        ]),
        .signatures([PaperWords.owner, PaperWords.secretary]),
      ], foot: foot)
    return [notice, receipt]
  }

  /// The head at the foot of a paper, where it is known.
  func head(of organization: OrganizationIdentifier) -> String? {
    archive.head(of: organization).map {
      Phrase.headAtFoot(of: organization.text, $0).chinese
    }
  }

  func name(_ person: Person) -> String {
    person.name.isEmpty ? person.id.flatMap { archive.ledger.latest($0)?.name } ?? "" : person.name
  }
}

// MARK: - Procedures

extension PaperMaker {
  /// 办理情况表: the steps taken with their days, what they were bound to, and what is ahead.
  private func stepsTaken(in standing: ProcedureStanding) -> Paper {
    let place =
      archive.ledger.organization(standing.organization, on: day)?.name
      ?? standing.organization.text
    var rows = standing.done.enumerated().map { index, step in
      [
        "\(index + 1)", step.step.title, PaperWords.day(step.day), step.result,
        PaperWords.bounds(step.earliest, step.latest, isEarly: step.isEarly, isLate: step.isLate),
      ]
    }
    rows += standing.ahead.enumerated().map { index, step in
      [
        "\(standing.done.count + index + 1)", step.step.title, "", "",
        PaperWords.bounds(
          step.earliest, step.latest, isEarly: false, isLate: step.isLate(on: day)),
      ]
    }
    let warnings = archive.ledger.warnings(of: standing).map { warning in
      Paper.Block.note("\(warning.kind.phrase.chinese)（\(warning.citation.phrase.chinese)）")
    }
    return Paper(
      PaperWords.stepsTitle(standing.kind.title),
      blocks: [
        .form([
          Paper.Row(
            .init(PaperWords.subject, name(standing.subject)), .init(PaperWords.branch, place)),
          Paper.Row(
            .init(PaperWords.asOf, PaperWords.day(day)),
            .init(PaperWords.state, PaperWords.progress(isFinished: standing.isFinished))),
        ]),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.number, share: 2), .init(PaperWords.step, share: 9),
              .init(PaperWords.date, share: 7), .init(PaperWords.result, share: 7),
              .init(PaperWords.bound, share: 8),
            ], rows: rows)),
      ] + warnings + [.signatures([PaperWords.handler, PaperWords.secretary])],
      foot: head(of: standing.organization))
  }
}
