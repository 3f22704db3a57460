import OrganizationLife

extension ResolutionNumbers {
  /// The fixed closing of a 支部大会决议, from the numbers that were entered and from nothing else:
  /// `应到会有表决权的正式党员15名，实到14名。经无记名投票表决，12票赞成，1票不赞成，1票弃权`.
  public var closing: Phrase {
    let means = isSecret ? "经无记名投票表决" : "经表决"
    let voters = category == .committee ? "委员" : "有表决权的正式党员"
    let writing = written > 0 ? "（其中书面意见\(written)票）" : ""
    return Phrase(
      "应到会\(voters)\(eligible)名，实到\(eligiblePresent)名。"
        + "\(means)，\(inFavour)票赞成，\(against)票不赞成，\(abstaining)票弃权\(writing)",
      "\(eligible) full members with a vote expected, \(eligiblePresent) present; by "
        + (isSecret ? "secret ballot" : "vote")
        + ": \(inFavour) in favour, \(against) against, \(abstaining) abstaining"
        + (written > 0 ? " (\(written) in writing)" : ""))
  }

  /// The closing with what it came to: `…，同意接收李骁同志为中共预备党员。` It goes into a record and so is
  /// Chinese.
  public var resolution: String {
    let isTied = !passed && inFavour == against && inFavour > 0
    let refusal = isTied ? "赞成、不赞成票数相等，未获通过，须重新表决" : "未获通过"
    return "\(closing.chinese)，\(passed ? consent : refusal)。"
  }

  private var consent: String {
    guard let subject else { return "通过" }
    switch category {
    case .admission: return "同意接收\(subject.name)同志为中共预备党员"
    case .confirmation: return "同意\(subject.name)同志转为中共正式党员"
    case .prolongation: return "同意延长\(subject.name)同志预备期"
    case .disqualification: return "同意取消\(subject.name)同志预备党员资格"
    case .ordinary, .discipline, .election, .committee: return "通过"
    }
  }
}

extension ElectionResult {
  /// What came of an election, for its resolution, a tie included; nil while it is void or nobody
  /// was elected or tied. `names` brings people into the order in which names are written.
  public func resolution(
    _ turnout: Turnout, ballots: Vote?, ordering names: ([Person]) -> [Person]
  ) -> String? {
    let isTied = seatsToVoteAgain > 0
    guard void == nil, !elected.isEmpty || isTied else { return nil }
    let counts = [
      ballots?.issued.map { "发出选票\($0)张" }, ballots?.returned.map { "收回\($0)张" },
      ballots?.valid.map { "有效票\($0)张" },
    ].compactMap { $0 }
    let paper = counts.isEmpty ? "" : counts.joined(separator: "，") + "。"
    let list = names(elected).map(\.name).joined(separator: "、")
    let order = elected.count > 1 ? "（按姓氏笔画为序）" : ""
    var ends = elected.isEmpty ? [] : ["\(list)当选\(order)"]
    if isTied {
      let tied = names(people(.tied)).map(\.name).joined(separator: "、")
      ends.append("\(tied)票数相等，不能确定，须对\(tied)重新投票")
    }
    return "应到会有选举权的党员\(turnout.eligible)名，实到\(turnout.eligiblePresent)名。\(paper)"
      + "经无记名投票选举，\(ends.joined(separator: "；"))。"
  }
}

/// The fixed closings in the text of a resolution.
public enum FixedClosing {
  private static let openings = ["应到会有表决权的正式党员", "应到会委员", "应到会有选举权的党员"]
  private static let results = ["票弃权", "投票选举"]

  /// Where they stand: each from its first words to the end of the sentence with the result, or of
  /// the line.
  public static func ranges(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var rest = text[...]
    while let start = openings.compactMap({ rest.firstRange(of: $0)?.lowerBound }).min() {
      let line = rest[start...].prefix { $0 != "\n" }
      let result = results.compactMap { line.firstRange(of: $0)?.upperBound }.min()
      let stop = result.flatMap { line[$0...].firstIndex(of: "。") }
      let end = stop.map { text.index(after: $0) } ?? line.endIndex
      found.append(start..<end)
      rest = text[end...]
    }
    return found
  }
}

extension Phrase {
  /// The fixed closing of a resolution, on a page.
  public static let labelClosing = Phrase("表决结语", "Closing")
  /// No vote was counted that a closing could be taken from.
  public static let noClosing = Phrase(
    "先填到会和票数,结语才能写出", "enter who came and the votes; the closing comes from them")
  /// The numbers of a vote cannot be.
  public static let closingImpossible = Phrase(
    "票数不合,先核对票数再写结语", "these numbers cannot be: check the votes first")
  /// Attendance or votes changed after a closing was written.
  public static func staleClosing(ofItem item: Int) -> Phrase {
    Phrase(
      "议题\(item):决议结语与现在的到会人数、票数不符", "item \(item): the closing does not fit the numbers any more")
  }
  /// What to do about it.
  public static let rewriteClosing = Phrase(
    "在决议一栏按 F3 重写结语", "F3 in the resolution writes the closing anew")
  /// Older closings gave way to those of the numbers entered.
  public static let closingRewritten = Phrase("结语已按现在的数字重写", "the closing is written anew")
  /// Another body decides it, so that there is nothing to close.
  public static let closingNotHere = Phrase(
    "不由本会议表决决定,没有结语可写", "another body decides it: there is no closing to write")
  /// The closing stands there already.
  public static let closingIsThere = Phrase("结语已在决议中", "the closing is there already")

  /// The order in which an assembly deals with 接收预备党员, as an outline of the minutes.
  public static let admissionOutline = Phrase(
    verbatim: MinutesOutline.text(MinutesOutline.admission))

  /// The item that gives a grade (民主评议).
  public static func itemGrade(_ grade: AppraisalGrade) -> Phrase {
    Phrase(verbatim: "评定等次:\(grade.rawValue)")
  }
  /// Its resolution.
  public static func resolutionGrade(_ grade: AppraisalGrade) -> Phrase {
    Phrase(verbatim: "评定为\(grade.rawValue)")
  }
  /// How many were given which grade, and how many 优秀 there may be:
  /// `等次 优秀4(至多5) 合格9 基本合格1 不合格0 · 未定1`.
  public static func grades(of round: AppraisalRound) -> Phrase {
    let counts = AppraisalGrade.allCases.map { grade in
      let most = grade == .excellent ? round.mostExcellent : nil
      let count = round.members(grade).count
      return Phrase(
        "\(grade.rawValue)\(count)" + (most.map { "(至多\($0))" } ?? ""),
        "\(grade.rawValue) \(count)" + (most.map { " (\($0) at most)" } ?? ""))
    }
    let left = round.ungraded.count
    return Phrase(
      "等次 " + counts.map(\.chinese).joined(separator: " ") + (left > 0 ? " · 未定\(left)" : ""),
      "Grades: " + counts.map(\.english).joined(separator: ", ")
        + (left > 0 ? " · \(left) without" : ""))
  }
  /// 预备党员 in the box of those who are given a grade.
  public static let takesNoGrade = Phrase("预备党员,不定等次", "probationary, no grade")
}
