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
            ListCell(context.say(.word(member.status))), context.reviewCell(reviews[id]),
          ],
          destination: .page(.member(id, among: drawn)),
          change: .form(.changeMember(id)), names: [member.name], texts: [id.text, member.job])
      },
      empty: .noMembers)
  }
}

extension Context {
  /// 已核对 or 发现问题 with day and reviewer; nothing where nobody has looked yet.
  func reviewCell(_ review: MemberReview?) -> ListCell {
    guard let review else { return ListCell("") }
    return ListCell(
      say(review.phrase(on: shown(review.date), by: names(review.reviewers))),
      review.problems.isEmpty ? .good : .bad, order: Int(review.date.number))
  }
}
