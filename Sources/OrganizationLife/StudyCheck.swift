/// Half of a month, by which study records are looked at: the days up to the 15th, or the rest.
public struct HalfMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Its first day.
  public let first: Day
  /// Its last day.
  public let last: Day

  /// The half that holds a day.
  public init(containing day: Day) {
    let month = Period(.month, containing: day)
    let middle = month.first.adding(days: 14)
    (first, last) =
      day <= middle ? (month.first, middle) : (middle.adding(days: 1), month.last)
  }

  /// Reads `2026-11上` or `2026-11下`; nil for anything else.
  public init?(_ text: String) {
    guard let half = text.last, half == "上" || half == "下",
      let month = Period(String(text.dropLast())),
      month == Period(.month, containing: month.first)
    else { return nil }
    self.init(containing: half == "上" ? month.first : month.last)
  }

  /// Whether it is the first half.
  public var isFirst: Bool { Period(.month, containing: first).first == first }

  /// The half before it.
  public var previous: HalfMonth { HalfMonth(containing: first.adding(days: -1)) }

  /// `2026-11上`
  public var description: String {
    "\(Period(.month, containing: first))\(isFirst ? "上" : "下")"
  }

  public static func < (a: Self, b: Self) -> Bool { a.first < b.first }
}

/// What somebody wrote in half a month.
public struct StudyCount: Hashable, Sendable {
  /// 学习笔记
  public var notes = 0
  /// 心得
  public var essays = 0
  /// The records behind it.
  public var evidence: [Reference] = []

  /// Nothing.
  public init() {}
}

/// Who looked at somebody's study records of half a month, and when.
public struct StudyCheck: Hashable, Sendable {
  /// The review.
  public var reference: Reference
  /// When.
  public var date: Day
  /// By whom.
  public var reviewers: [Person]
  /// Whether what was found is what was to be there.
  public var isMet: Bool

  /// The checklist under which such reviews stand in the log (每半个月督导考核个人学习情况).
  public static let checklist = "学习记录督学"

  /// What an item of such a review is known by: `Q1M04/2026-11上`.
  public static func item(_ half: HalfMonth, of member: MemberIdentifier) -> String {
    "\(member.text)/\(half)"
  }
}

extension Ledger {
  /// 学习笔记 and 心得 of each author in each half month of those days.
  public func studyCounts(
    in days: ClosedRange<Day>
  ) -> [MemberIdentifier: [HalfMonth: StudyCount]] {
    var found: [MemberIdentifier: [HalfMonth: StudyCount]] = [:]
    for document in documents where days.contains(document.date) {
      let isNote = document.kind == "学习笔记"
      guard isNote || document.kind.hasPrefix("心得") else { continue }
      let half = HalfMonth(containing: document.date)
      let count = document.count?.value ?? 1
      for id in Set(document.authors.compactMap(\.id)) {
        var own = found[id]?[half] ?? StudyCount()
        if isNote { own.notes += count } else { own.essays += count }
        own.evidence.append(document.reference)
        found[id, default: [:]][half] = own
      }
    }
    return found
  }

  /// The newest check of each member's half months, up to a day.
  public func studyChecks(
    through day: Day
  ) -> [MemberIdentifier: [HalfMonth: StudyCheck]] {
    var found: [MemberIdentifier: [HalfMonth: StudyCheck]] = [:]
    let order = reviews.filter { $0.checklist == StudyCheck.checklist && $0.date <= day }
      .sorted { ($0.date, $0.enteredAt, $0.reference) < ($1.date, $1.enteredAt, $1.reference) }
    for review in order {
      for item in review.items {
        let parts = item.item.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = MemberIdentifier(parts[0]),
          let half = HalfMonth(parts[1])
        else { continue }
        found[id, default: [:]][half] = StudyCheck(
          reference: review.reference, date: review.date, reviewers: review.reviewers,
          isMet: item.answer != .unmet)
      }
    }
    return found
  }
}
