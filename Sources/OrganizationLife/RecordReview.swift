/// What the newest review of something that was held says, drawn in a sample (抽查) and compared
/// with its evidence.
public struct RecordReview: Hashable, Sendable {
  /// The record of the review.
  public var reference: Reference
  /// When.
  public var date: Day
  /// By whom.
  public var reviewers: [Person]
  /// 发现问题, in the reviewers' words; none when it was checked (已核对) and agreed.
  public var problems: [String]

  /// The checklist under which such reviews stand in the log: no entry of the catalogue, as its
  /// items are the ids of the first versions of what was looked at.
  public static let checklist = "记录核对"
}

extension Ledger {
  /// The newest review of each activity, by its first version, up to a day. Reviews of one day are
  /// one: what was found on it stays found, whatever was answered after.
  public func recordReviews(through day: Day) -> [Reference: RecordReview] {
    var found: [Reference: RecordReview] = [:]
    let order = reviews.filter { $0.checklist == RecordReview.checklist && $0.date <= day }
      .sorted { ($0.date, $0.enteredAt, $0.reference) < ($1.date, $1.enteredAt, $1.reference) }
    for review in order {
      for item in review.items {
        let record = activity(Reference(item.item))?.origin ?? Reference(item.item)
        let before = found[record].flatMap { $0.date == review.date ? $0.problems : nil } ?? []
        found[record] = RecordReview(
          reference: review.reference, date: review.date, reviewers: review.reviewers,
          problems: before + (item.answer == .unmet ? [item.remark] : []))
      }
    }
    return found
  }
}
