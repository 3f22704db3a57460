import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// A sample of members, in the order of the draw, with what was checked of it.
  static func sample(
    _ draw: SampleDraw, of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let drawn = draw.drawn(from: context.samplePool(under: id))
      .compactMap { MemberIdentifier($0) }
    let reviews = archive.ledger.memberReviews(through: today)
    let year = Period(.year, containing: today)
    let done = drawn.filter { reviews[$0].map { year.contains($0.date) } ?? false }.count
    return ListContents(
      title: context.title(.sampleOf(drawn.count, seed: draw.seed), of: id) + " · "
        + context.say(.checkedOf(done, drawn.count)),
      columns: [
        ListColumn(title: .headingPerson, minimum: 6),
        ListColumn(title: .headingBranch, minimum: 8, maximum: 24, isElastic: true),
        ListColumn(title: .headingStatus, rank: 1),
        ListColumn(title: .headingReview, minimum: 14, isElastic: true),
      ],
      rows: drawn.compactMap { id in
        guard let member = archive.ledger.member(id, on: today) else { return nil }
        return ListRow(
          id: id.text,
          cells: [
            ListCell(member.name), ListCell(context.name(member.organization)),
            ListCell(context.say(.word(member.status))),
            context.reviewCell(reviews[id]),
          ],
          destination: .page(.member(id, among: drawn)),
          change: .form(.changeMember(id)), names: [member.name], texts: [id.text, member.job])
      },
      empty: .noMembers)
  }
}

extension ListContents {
  /// A sample of what was held, in the order of the draw, with what was checked of it this year.
  static func drawnRecords(
    _ references: [Reference], by draw: SampleDraw, of all: Int, _ archive: Archive,
    in context: Context
  ) -> ListContents {
    let today = context.session.today
    let reviews = archive.ledger.recordReviews(through: today)
    let year = Period(.year, containing: today)
    let done = references.count { reviews[$0].map { year.contains($0.date) } ?? false }
    return ListContents(
      title: context.say(.sampleOfRecords(references.count, of: all, seed: draw.seed)) + " · "
        + context.say(.checkedOf(done, references.count)),
      columns: [
        ListColumn(title: .headingDate),
        ListColumn(title: .headingKind, maximum: 18),
        ListColumn(
          title: .headingOrganization, minimum: 8, maximum: 26, rank: 1, isElastic: true,
          keepsEnd: true),
        ListColumn(title: .headingTitle, minimum: 12, rank: 2, isElastic: true),
        ListColumn(title: .headingReview, minimum: 14, isElastic: true),
      ],
      rows: references.map { reference in
        var row = record(reference, archive, in: context)
        row.cells.append(context.reviewCell(reviews[reference]))
        row.destination = .page(.drawnRecord(reference, among: references))
        return row
      },
      empty: .noActivities)
  }
}

extension Context {
  /// 已核对 or 发现问题 with day and reviewer; nothing where nobody has looked yet.
  func reviewCell(_ review: MemberReview?) -> ListCell {
    review.map { reviewCell(found: $0.problems.count, on: $0.date, by: $0.reviewers) }
      ?? ListCell("")
  }

  /// The same of something that was held.
  func reviewCell(_ review: RecordReview?) -> ListCell {
    review.map { reviewCell(found: $0.problems.count, on: $0.date, by: $0.reviewers) }
      ?? ListCell("")
  }

  private func reviewCell(found problems: Int, on day: Day, by reviewers: [Person]) -> ListCell {
    ListCell(
      say(.reviewed(found: problems, on: shown(day), by: names(reviewers))),
      problems == 0 ? .good : .bad, order: Int(day.number))
  }
}
