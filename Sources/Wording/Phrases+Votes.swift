import OrganizationLife

extension CandidateOutcome {
  /// What came of a candidate; `needed` is the least number of votes that elects.
  public func phrase(needed: Int) -> Phrase {
    switch self {
    case .elected: Phrase("当选", "elected")
    case .notEnoughVotes: Phrase("未当选(须\(needed)票)", "not elected (\(needed) needed)")
    case .outvoted: Phrase("未当选(名额已满)", "not elected (seats taken)")
    case .tied: Phrase("票数相等,再投", "tied: vote again")
    case .void: Phrase("选举无效", "void")
    }
  }
}

extension Phrase {
  /// The numbers of an election: who was there, for how many seats, how many votes elect.
  public static func electionSummary(
    _ turnout: Turnout, _ election: ElectionResult, candidates: Int
  ) -> Phrase {
    var chinese = ["有选举权应到\(turnout.eligible) 实到\(turnout.eligiblePresent)"]
    var english = ["may elect \(turnout.eligible), present \(turnout.eligiblePresent)"]
    if let seats = election.seats {
      chinese.append("应选\(seats)名 候选\(candidates)名")
      english.append("\(candidates) candidates for \(seats) seats")
    }
    let end: Phrase =
      switch election.void {
      case .noQuorum(_, let required):
        Phrase("不足应到会五分之四(\(required)人),不能选举", "four fifths are \(required): void")
      case .ballotsBeyondVoters: Phrase("收回选票多于投票人数,选举无效", "too many ballots: void")
      case nil where election.seatsToVoteAgain > 0:
        Phrase("票数相等,须再次投票", "tied: vote again")
      case nil: Phrase("得\(election.needed)票及以上当选", "\(election.needed) votes elect")
      }
    return Phrase(
      (chinese + [end.chinese]).joined(separator: " · "),
      (english + [end.english]).joined(separator: " · "))
  }

  /// The next round of an election that ended in a tie.
  public static func itemNextRound(_ title: String) -> Phrase {
    let first = title.hasPrefix("再次投票:") ? title : "再次投票:\(title)"
    return Phrase(first, first)
  }

  /// How things stand for votes that are decided by another comparison than ordinary ones:
  /// `议题2 接收预备党员: 可以表决,赞成8票及以上通过`.
  public static func itemVerdict(
    _ items: [Int], _ category: VoteCategory, _ verdict: LiveVerdict
  ) -> Phrase {
    let list = items.map { "\($0)" }
    let judged = verdict.phrase(of: category)
    return Phrase(
      "议题\(list.joined(separator: "、"))\(word(category).chinese): \(judged.chinese)",
      "item \(list.joined(separator: ", ")), \(word(category).english): \(judged.english)")
  }
}

extension LiveVerdict {
  /// The verdict on votes of a category: elections have words of their own.
  public func phrase(of category: VoteCategory) -> Phrase {
    guard category == .election else { return phrase }
    switch self {
    case .noQuorum(let voters, let required):
      return Phrase(
        "有选举权到会\(voters)人,不足应到会五分之四即\(required)人,不能选举",
        "\(voters) voters present, four fifths are \(required): no election may be held")
    case .mayVoteCannotPass(let needed, _), .mayVote(let needed):
      return Phrase("可以选举,得\(needed)票及以上当选", "election may be held; \(needed) votes elect")
    }
  }
}
