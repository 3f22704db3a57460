/// A line of a member's page, as reviews name it. The order is that of the page.
public enum MemberLine: String, CaseIterable, Sendable {
  case identity = "身份"
  case dates = "入党"
  case office = "党内职务"
  case attendance = "到会"
  case absences = "缺席与补学"
  case hours = "学时"
  case appraisals = "评议等次"
  case honors = "奖惩"
  case talks = "谈心谈话"
  case writings = "学习笔记与心得"
  case progress = "思想汇报与考察"
  case dues = "党费"
  case procedures = "流程"
  case birthday = "政治生日"

  /// Whether what stands on it may be read only with permission for restricted records, so that a
  /// review, which everybody reads, names the line and says nothing of it.
  public var isRestricted: Bool {
    switch self {
    case .talks, .dues: true
    case .identity, .dates, .office, .attendance, .absences, .hours, .appraisals, .honors,
      .writings, .progress, .procedures, .birthday:
      false
    }
  }
}

/// What the newest review of a member's file says.
public struct MemberReview: Hashable, Sendable {
  /// Something that did not agree.
  public struct Problem: Hashable, Sendable {
    /// Where on the page.
    public var line: MemberLine
    /// In the reviewer's words.
    public var remark: String
  }

  /// The record.
  public var reference: Reference
  /// When.
  public var date: Day
  /// By whom.
  public var reviewers: [Person]
  /// 发现问题; none when the file was checked (已核对) and agreed.
  public var problems: [Problem]

  /// The checklist under which reviews of members' files stand in the log: no entry of the
  /// catalogue, as its lines are those of the page.
  public static let checklist = "党员核对"

  /// What an item of such a review is known by: `Q1M04/学时`.
  public static func item(_ line: MemberLine, of member: MemberIdentifier) -> String {
    "\(member.text)/\(line.rawValue)"
  }

  /// The member and the line of an item; nil when it is no item of such a review.
  static func subject(of item: String) -> (member: MemberIdentifier, line: MemberLine)? {
    guard let slash = item.firstIndex(of: "/"),
      let member = MemberIdentifier(String(item[..<slash])),
      let line = MemberLine(rawValue: String(item[item.index(after: slash)...]))
    else { return nil }
    return (member, line)
  }
}

extension Ledger {
  /// Whether somebody has answered all of those lines of a member's file on a day.
  public func isChecked(
    _ member: MemberIdentifier, _ lines: [MemberLine], by reviewer: Person?, on day: Day
  ) -> Bool {
    let own = reviews.filter { review in
      review.checklist == MemberReview.checklist && review.date == day
        && (reviewer.map { person in review.reviewers.contains { $0.isSame(as: person) } }
          ?? review.reviewers.isEmpty)
    }
    let answered = Set(own.flatMap(\.items).map(\.item))
    return lines.allSatisfy { answered.contains(MemberReview.item($0, of: member)) }
  }

  /// The newest review of each member's file, up to a day. Reviews of one day are one: of each line
  /// the answer given last holds.
  public func memberReviews(through day: Day) -> [MemberIdentifier: MemberReview] {
    var found: [MemberIdentifier: MemberReview] = [:]
    let order = reviews.filter { $0.checklist == MemberReview.checklist && $0.date <= day }
      .sorted { ($0.date, $0.enteredAt, $0.reference) < ($1.date, $1.enteredAt, $1.reference) }
    for review in order {
      var answered: [MemberIdentifier: [(line: MemberLine, problem: MemberReview.Problem?)]] = [:]
      for item in review.items {
        guard let (member, line) = MemberReview.subject(of: item.item) else { continue }
        let problem =
          item.answer == .unmet ? MemberReview.Problem(line: line, remark: item.remark) : nil
        answered[member, default: []].append((line, problem))
      }
      for (member, answers) in answered {
        let lines = Set(answers.map(\.line))
        let before = found[member].flatMap { $0.date == review.date ? $0.problems : nil } ?? []
        found[member] = MemberReview(
          reference: review.reference, date: review.date, reviewers: review.reviewers,
          problems: before.filter { !lines.contains($0.line) } + answers.compactMap(\.problem))
      }
    }
    return found
  }
}
