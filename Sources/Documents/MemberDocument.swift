import OrganizationLife
import Wording

/// Everything that the records say of one member, on its way out.
public struct MemberDocument {
  private let file: MemberFile
  private let day: Day
  private let catalog: Catalog
  private let head: String?
  private let review: MemberReview?
  private let hidesRestricted: Bool

  /// A member's file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - day: the day it is of.
  ///   - catalog: for the titles of kinds.
  ///   - head: of the member's organisation: one value for all that its files hold.
  ///   - review: the newest review of the file.
  ///   - hidesRestricted: talks and dues may not be read.
  public init(
    _ file: MemberFile, on day: Day, catalog: Catalog, head: String? = nil,
    review: MemberReview? = nil, hidesRestricted: Bool = false
  ) {
    self.file = file
    self.day = day
    self.catalog = catalog
    self.head = head
    self.review = review
    self.hidesRestricted = hidesRestricted
  }

  /// One row with a column for every figure, for other programs; `language` is that of the
  /// sentences about contradictions.
  public func table(_ language: Language) -> Table {
    let member = file.member
    var columns: [(name: String, value: Value)] = [
      ("id", .text(member.id.text)), ("name", .text(member.name)), ("date", Value(day)),
      ("organization", .text(member.organization.text)), ("group", Value(member.group?.text)),
      ("status", .text(member.status.rawValue)), ("rights", .text(member.rights.rawValue)),
      ("current", .truth(file.isCurrent)), ("since", Value(member.since)),
      ("until", Value(member.until)), ("left", .text(member.left)),
      ("partyAge", Value(file.partyAge)),
      (
        "offices",
        .list(
          file.offices.map { office in
            .object([
              .init("organization", .text(office.organization.id.text)),
              .init("post", .text(office.post)),
            ])
          })
      ),
      (
        "attendance",
        .list(
          file.attendance.map { line in
            .object([
              .init("kind", .text(line.kind)), .init("present", .number(line.present)),
              .init("expected", .number(line.expected)),
            ])
          })
      ),
      (
        "absences",
        .list(
          file.absences.map { line in
            .object([
              .init("activity", .text(line.activity.text)), .init("kind", .text(line.kind)),
              .init("date", Value(line.date)), .init("reason", .text(line.reason)),
              .init("makeUp", Self.makeUp(line.makeUp)),
            ])
          })
      ),
      ("hours", .decimal(file.hours.done)),
      ("hoursTarget", file.hours.target.map { .decimal($0) } ?? .missing),
      ("hoursMissing", .decimal(file.hours.missing)),
    ]
    columns += lifeColumns
    columns += [
      (
        "contradictions",
        .list(
          file.contradictions.map { .text(Phrase.contradiction($0.contradiction)(language)) })
      ),
      (
        "warnings",
        .list(
          file.warnings.map { warning in
            .object([
              .init("text", .text(warning.kind.phrase(language))),
              .init("level", .text(warning.citation.level.rawValue)),
              .init("source", .text(warning.citation.article)),
            ])
          })
      ), ("checked", Value(review?.date)),
      ("reviewers", .list((review?.reviewers ?? []).map { .text($0.description) })),
      (
        "problems",
        .list(
          (review?.problems ?? []).map { problem in
            .object([
              .init("line", .text(problem.line.rawValue)), .init("remark", .text(problem.remark)),
            ])
          })
      ), ("head", Value(head)),
    ]
    return Table(
      columns: columns.map { Table.Column($0.name, Phrase(verbatim: $0.name)) },
      rows: [columns.map(\.value)])
  }

  private var lifeColumns: [(name: String, value: Value)] {
    [
      (
        "appraisals",
        .list(
          file.appraisals.map { line in
            .object([.init("year", .number(line.year)), .init("grade", .text(line.grade.rawValue))])
          })
      ),
      (
        "honors",
        .list(
          file.honors.map { honor in
            .object([
              .init("date", Value(honor.date)), .init("level", .text(honor.level)),
              .init("title", .text(honor.title)),
            ])
          })
      ),
      ("talksWithCommittee", Value(file.talks?.withCommittee.count)),
      ("talksWithMembers", Value(file.talks?.withMembers.count)),
      ("notes", .number(file.notes.count)), ("essays", .number(file.essays.count)),
      ("thoughtReports", .number(file.thoughtReports.count)),
      ("duesPaidThrough", Value(file.dues?.paidThrough?.description)),
      ("duesUnpaid", .list((file.dues?.unpaid ?? []).map { .text($0.description) })),
      (
        "procedures",
        .list(
          file.procedures.map { step in
            .object([
              .init("kind", .text(step.kind)), .init("step", .text(step.step)),
              .init("date", Value(step.date)),
            ])
          })
      ),
      ("probationEnds", Value(file.probation?.ends)),
    ]
  }

  /// `done` with the record, `pending`, or nothing where none is asked for.
  private static func makeUp(_ makeUp: MakeUp) -> Value {
    switch makeUp {
    case .notRequired: .missing
    case .pending: .text("pending")
    case .done(let reference): .text(reference.text)
    }
  }

  /// A page of plain text.
  public func page(_ setting: RecordPage.Setting) -> String {
    var page = RecordPage(setting)
    let member = file.member
    func say(_ phrase: Phrase) -> String { phrase(setting.language) }
    let title = ["\(member.name) \(member.id)"] + file.standing.map(say)
    page.add(title.joined(separator: " · "))
    page.addBlank()
    if let review {
      let names = review.reviewers.map(\.shownName).joined(separator: say(.listSeparator))
      page.add(
        .labelReview,
        say(
          .reviewed(
            found: review.problems.count, on: review.date.description, by: names)))
      for problem in review.problems {
        page.add("! \(problem.line.rawValue) \(problem.remark)")
      }
    }
    let person = [
      member.gender, member.nation, member.born, member.education, member.rank, member.job,
      member.worked.isEmpty ? "" : say(.workedSince(member.worked)),
    ]
    page.add(.labelIdentity, person.filter { !$0.isEmpty }.joined(separator: " "))
    let introducers = member.introducers.map(\.shownName)
      .joined(separator: say(.listSeparator))
    page.add(
      .labelDates, file.dates(introducers: introducers).map(say).joined(separator: "  "))
    page.add(
      .labelOffice,
      file.offices.isEmpty
        ? member.posts.joined(separator: say(.listSeparator))
        : file.offices.map { "\($0.organization.name) \($0.post)" }.joined(
          separator: say(.listSeparator)))
    if let admission = file.admission {
      page.add(.labelAdmission, admission.told.map(say).joined(separator: "  "))
    }
    if let probation = file.probation { page.add(.labelProbation, say(probation.phrase)) }
    addYear(to: &page, say)
    addLife(to: &page, say)
    page.addBlank()
    for line in file.contradictions { page.add("! " + say(.contradiction(line.contradiction))) }
    for warning in file.warningsBeyondContradictions {
      page.add("! \(say(warning.kind.phrase)) (\(say(warning.citation.phrase)))")
    }
    if let head {
      page.addBlank()
      page.add(say(.headAtFoot(of: member.organization.text, head)))
    }
    return page.text
  }

  private func addYear(to page: inout RecordPage, _ say: (Phrase) -> String) {
    func title(_ id: String) -> String { catalog.kind(id)?.short ?? id }
    page.add(
      .labelAttendance(day.year),
      file.attendance.map { "\(title($0.kind)) \($0.present)/\($0.expected)" }
        .joined(separator: "  "))
    let absences = file.absences.map { line in
      var text = "\(title(line.kind)) \(line.date)"
      if !line.reason.isEmpty { text += "(\(line.reason))" }
      switch line.makeUp {
      case .notRequired: break
      case .pending: text += " " + say(.toMakeUp)
      case .done: text += " " + say(.madeUp)
      }
      return text
    }
    let none = file.member.status.isMember ? say(.nothingRecorded) : ""
    page.add(.labelAbsences, absences.isEmpty ? none : absences.joined(separator: "\n"))
    if file.hours.target != nil || file.hours.done > 0 {
      let target = file.hours.target.map { "/" + Value.decimal($0).text() } ?? ""
      page.add(.labelHours, Value.decimal(file.hours.done).text() + target)
    }
    let writings = file.writings.map { say($0.phrase) }.joined(separator: "  ")
    page.add(.labelWritings, writings.isEmpty ? none : writings)
    if file.member.status != .full {
      let count = file.thoughtReports.count
      page.add(.labelProgress, say(count > 0 ? .thoughtReportsWritten(count) : .nothingRecorded))
    }
    if hidesRestricted {
      page.add(.labelTalks, say(.mayNotBeRead))
    } else if let talks = file.talks, file.member.status.isMember {
      page.add(
        .labelTalks,
        say(.talks(committee: talks.withCommittee.count, members: talks.withMembers.count)))
    }
  }

  /// Where the member stands in each procedure, and what is next; of those that the catalogue does
  /// not have, the last step.
  private func procedures(_ say: (Phrase) -> String) -> [String] {
    let known = Set(file.standings.map(\.kind.id))
    let standing = file.standings.map { standing in
      let reached = standing.done.last.map { " \($0.step.title) \($0.day)" } ?? ""
      let (next, clock) = standing.upcoming
      let awaited = [
        next.map { ($0.step.title, $0.latest) }, clock.map { ($0.step.title, $0.due) },
      ].compactMap(\.self).map { title, latest in
        title + (latest.map { " " + say(.before($0.description)) } ?? "")
      }
      let rest = standing.isFinished ? say(.procedureFinished) : awaited.joined(separator: " · ")
      return "\(standing.kind.title)\(reached) \(standing.isFinished ? "" : "→ ")\(rest)"
    }
    return standing
      + file.procedures.filter { !known.contains($0.kind) }
      .map { "\($0.kind) \($0.step) \($0.date)" }
  }

  private func addLife(to page: inout RecordPage, _ say: (Phrase) -> String) {
    let none = file.member.status.isMember ? say(.nothingRecorded) : ""
    let grades = file.appraisals.map { "\($0.year) \($0.grade.rawValue)" }
    page.add(.labelAppraisals, grades.isEmpty ? none : grades.joined(separator: "  "))
    let honors = file.honors.map { "\($0.date) \($0.title)(\($0.level))" }
    page.add(.labelHonors, honors.isEmpty ? none : honors.joined(separator: "\n"))
    if hidesRestricted {
      page.add(.labelDues, say(.mayNotBeRead))
    } else if let dues = file.dues {
      page.add(.labelDues, say(dues.phrase))
    }
    page.add(
      .labelProcedure,
      procedures(say).joined(separator: "\n"))
    if let birthday = file.birthday {
      page.add(.labelBirthday, say(.birthday(birthday.date.description, birthday.years)))
    }
  }
}
