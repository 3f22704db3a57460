import OrganizationLife

// What is said of the items of a meeting and of their votes.
extension Phrase {
  /// The row that adds an item.
  public static func addItemRow(_ label: String) -> Phrase {
    Phrase("+ 加\(label)(F7)", "+ add (F7)")
  }
  /// A form was saved as it had been opened.
  public static let nothingChanged = Phrase("没有改动,未写入", "nothing was changed or written")
  /// A proposed item.
  public static let offeredItem = Phrase("备选,空格采用", "proposed, Space takes it")
  /// Nothing was written, since what it was checked against is not the newest.
  public static let overtaken = Phrase(
    "刚才别人先写了一笔,这一次没有写入;台账已重新读取,请看过再来一次",
    "somebody wrote first and this was not written; the ledger was read again: look, and do it again"
  )
  /// How long an item's minutes are.
  public static func minutesLines(_ count: Int) -> Phrase {
    Phrase("记录\(count)行", "\(count) line\(count == 1 ? "" : "s")")
  }
  /// An item was removed.
  public static func itemRemoved(_ title: String) -> Phrase {
    Phrase("已删去「\(title)」;Ctrl-Z 恢复", "“\(title)” removed; Ctrl-Z brings it back")
  }
  /// The report on an earlier resolution.
  public static func itemResolution(_ title: String) -> Phrase {
    Phrase("通报决议落实情况:\(title)", "通报决议落实情况:\(title)")
  }
  /// The vote on a probation that is up.
  public static func itemConfirmation(_ name: String) -> Phrase {
    Phrase("讨论\(name)同志预备期满转正", "讨论\(name)同志预备期满转正")
  }
  /// The election that is due.
  public static func itemElection(_ day: Day) -> Phrase {
    Phrase("研究换届工作(任期至\(day))", "研究换届工作(任期至\(day))")
  }
  /// Birthdays of the month.
  public static func itemBirthdays(_ names: [String]) -> Phrase {
    let list = names.joined(separator: "、")
    return Phrase("过政治生日:\(list)", "过政治生日:\(list)")
  }
  /// Lessons and theme days that some have still to make up.
  public static func itemMakeUps(_ count: Int) -> Phrase {
    Phrase("安排补学(待补学\(count)人次)", "安排补学(待补学\(count)人次)")
  }
  /// A step of a procedure that may be taken now, or a repetition that is due.
  public static func itemStep(_ name: String, _ step: String) -> Phrase {
    Phrase("研究\(name)\(step)", "研究\(name)\(step)")
  }
  /// An empty seat of the committee.
  public static func itemVacancy(_ seats: Int) -> Phrase {
    Phrase("研究增补委员(空缺\(seats)名)", "研究增补委员(空缺\(seats)名)")
  }
  /// Something owed.
  public static func itemOwed(_ title: String) -> Phrase {
    Phrase("安排\(title)", "安排\(title)")
  }
  /// `无记名 赞成11 不赞成0 弃权1 通过`
  public static func voteSummary(_ vote: Vote, _ outcome: VoteOutcome) -> Phrase {
    let result =
      switch outcome.decision {
      case .noQuorum: Phrase("到会不足", "no quorum")
      case .passed: Phrase("通过", "passed")
      case .notPassed: Phrase("未通过", "not passed")
      case .tied: Phrase("票数相等,重新表决", "tied, vote again")
      case .impossible, .notDecidedHere, .candidate: outcome.phrase
      }
    return Phrase(
      "\(vote.method) 赞成\(vote.inFavour) 不赞成\(vote.against) 弃权\(vote.abstaining) \(result.chinese)",
      "\(vote.inFavour) for \(vote.against) against \(vote.abstaining) abst. \(result.english)")
  }
  /// The numbers behind a vote and how it ended.
  /// `away` of those who came were out of the room for the item.
  public static func voteResult(
    _ turnout: Turnout, away: Int, _ outcome: VoteOutcome, isCounted: Bool
  ) -> Phrase {
    let left = away > 0 ? Phrase("(此项缺席\(away))", " (\(away) out of the room)") : nil
    let numbers = Phrase(
      "应到会有表决权\(turnout.eligible) 实到\(turnout.eligiblePresent)\(left?.chinese ?? "")",
      "with a vote \(turnout.eligible), present \(turnout.eligiblePresent)\(left?.english ?? "")")
    let end: Phrase =
      outcome.mayVote && !isCounted
      ? Phrase("须\(outcome.needed)票赞成", "\(outcome.needed) needed") : outcome.phrase
    return Phrase("\(numbers.chinese) · \(end.chinese)", "\(numbers.english) · \(end.english)")
  }
  /// The remainder of a vote.
  public static func abstentionsLeft(_ count: Int) -> Phrase {
    Phrase(
      "余\(count)票;清点属实按 Enter 记为弃权", "\(count) left; if counted so, Enter takes them as abstaining")
  }
  /// Nobody has a vote.
  public static let nobodyMayVote = Phrase(
    "还没有标到会的有表决权党员", "nobody with a vote is marked as present")
}
