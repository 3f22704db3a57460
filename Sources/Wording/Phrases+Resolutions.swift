import OrganizationLife

extension ResolutionNumbers {
  /// The fixed closing of a 支部大会决议, from the numbers that were entered and from nothing else:
  /// `应到会有表决权的正式党员15名，实到14名。经无记名投票表决，12票赞成，1票不赞成，1票弃权`.
  public var closing: Phrase {
    let means = isSecret ? "经无记名投票表决" : "经表决"
    let writing = written > 0 ? "（其中书面意见\(written)票）" : ""
    return Phrase(
      "应到会有表决权的正式党员\(eligible)名，实到\(eligiblePresent)名。"
        + "\(means)，\(inFavour)票赞成，\(against)票不赞成，\(abstaining)票弃权\(writing)",
      "\(eligible) full members with a vote expected, \(eligiblePresent) present; by "
        + (isSecret ? "secret ballot" : "vote")
        + ": \(inFavour) in favour, \(against) against, \(abstaining) abstaining"
        + (written > 0 ? " (\(written) in writing)" : ""))
  }

  /// The closing with what it came to: `…，同意接收李骁同志为中共预备党员。` It goes into a record and so is
  /// Chinese.
  public var resolution: String { "\(closing.chinese)，\(passed ? consent : "未获通过")。" }

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
  /// What came of an election, for its resolution; nil while it is void or nobody was elected.
  /// `names` brings those elected into the order in which names are written.
  public func resolution(
    _ turnout: Turnout, ballots: Vote?, ordering names: ([Person]) -> [Person]
  ) -> String? {
    guard void == nil, !elected.isEmpty else { return nil }
    let counts = [
      ballots?.issued.map { "发出选票\($0)张" }, ballots?.returned.map { "收回\($0)张" },
      ballots?.valid.map { "有效票\($0)张" },
    ].compactMap { $0 }
    let paper = counts.isEmpty ? "" : counts.joined(separator: "，") + "。"
    let list = names(elected).map(\.name).joined(separator: "、")
    let order = elected.count > 1 ? "（按姓氏笔画为序）" : ""
    return "应到会有选举权的党员\(turnout.eligible)名，实到\(turnout.eligiblePresent)名。\(paper)"
      + "经无记名投票选举，\(list)当选\(order)。"
  }
}

extension Phrase {
  /// The fixed closing of a resolution, on a page.
  public static let labelClosing = Phrase("表决结语", "Closing")
  /// No vote was counted that a closing could be taken from.
  public static let noClosing = Phrase(
    "先填到会和票数,结语才能写出", "enter who came and the votes; the closing comes from them")
  /// The closing stands there already.
  public static let closingIsThere = Phrase("结语已在决议中", "the closing is there already")

  /// The order in which an assembly deals with 接收预备党员, as an outline of the minutes.
  public static let admissionOutline = Phrase(
    verbatim: """
      本人汇报:
      介绍人意见:
      支委会审查意见:
      讨论:
      表决:
      宣布表决结果:
      本人表态:
      """)

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
