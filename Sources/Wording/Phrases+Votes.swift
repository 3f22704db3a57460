import OrganizationLife

extension CandidateOutcome {
  /// What came of a candidate; `needed` is the least number of votes that elects.
  public func phrase(needed: Int) -> Phrase {
    switch self {
    case .elected: Phrase("当选", "elected")
    case .notEnoughVotes: Phrase("未当选(须\(needed)票)", "not elected (\(needed) needed)")
    case .outvoted: Phrase("未当选(名额已满)", "not elected (seats taken)")
    case .tied: Phrase("票数相等,再投", "tied: vote again")
    case .withoutRight: Phrase("未当选(无被选举权)", "not elected (cannot be)")
    case .impossible: Phrase("票数不合,不能认定", "the numbers cannot be so")
    case .void: Phrase("选举无效", "void")
    }
  }
}

extension VoteOutcome {
  /// What came of a vote, with the number that passes it.
  public var phrase: Phrase {
    switch decision {
    case .passed: .passed(needed)
    case .notPassed: .notPassed(needed)
    case .tied: .voteTied
    case .noQuorum: .noQuorum
    case .impossible: Phrase("票数不合,不能认定", "the numbers cannot be so: nothing is decided")
    case .notDecidedHere: .notDecidedHere
    case .candidate(let outcome): outcome.phrase(needed: needed)
    }
  }
}

extension Warning {
  /// What it says, with the article: `…(党内法规 支部工作条例(试行)第十四条)`.
  public var sentence: Phrase { kind.phrase.cited(citation) }
}

extension Phrase {
  /// The vote is for another body.
  public static let notDecidedHere = Phrase(
    "不由本会议表决决定", "not for this meeting to decide")
  /// A sentence with the article behind it.
  public func cited(_ citation: Citation) -> Phrase {
    let article = citation.phrase
    return Phrase("\(chinese)(\(article.chinese))", "\(english) (\(article.english))")
  }

  /// What came of a candidate, on a page.
  public static func candidateOutcome(_ outcome: CandidateOutcome, needed: Int) -> Phrase {
    let phrase = outcome.phrase(needed: needed)
    return Phrase("→ \(phrase.chinese)", "→ \(phrase.english)")
  }

  /// A meeting in several sittings: when they were, and who came over all of them.
  public static func wholeMeeting(_ turnout: Turnout, sittings: [Activity]) -> Phrase {
    let days = sittings.map(\.date.description)
    return Phrase(
      "分\(sittings.count)批(\(days.joined(separator: "、")))合计 应到\(turnout.expected) "
        + "实到\(turnout.present) · 有表决权应到\(turnout.eligible) 实到\(turnout.eligiblePresent)",
      "\(sittings.count) sittings (\(days.joined(separator: ", "))): expected "
        + "\(turnout.expected), present \(turnout.present) · with a vote \(turnout.eligible), "
        + "present \(turnout.eligiblePresent)")
  }
  /// The numbers over all sittings, in a form.
  public static func sittingsNumbers(_ turnout: Turnout, _ verdict: LiveVerdict?) -> Phrase {
    let judged = verdict.map { Phrase(" · \($0.phrase.chinese)", " · \($0.phrase.english)") }
    return Phrase(
      "各批合计 应到\(turnout.expected) 实到\(turnout.present) · 有表决权应到\(turnout.eligible) "
        + "实到\(turnout.eligiblePresent)\(judged?.chinese ?? "")",
      "all sittings: expected \(turnout.expected), present \(turnout.present) · with a vote "
        + "\(turnout.eligible), present \(turnout.eligiblePresent)\(judged?.english ?? "")")
  }
  /// Came to another sitting.
  public static let markElsewhere = Phrase("另批", "other")
  /// The form continues a meeting that was begun in batches.
  public static func continuesSitting(_ sitting: Sitting, begun day: Day) -> Phrase {
    Phrase(
      "接\(day)第\(sitting.index - 1)批,补列当时未到会的人;不是同一次会议的,清空“分批”。",
      "Goes on from sitting \(sitting.index - 1) of \(day); for another meeting clear “Sitting”.")
  }
  /// The form of somebody shows what held on an earlier day.
  public static func valuesOfDay(_ day: Day) -> Phrase {
    Phrase("未改的各项按\(day)当时的登记填写", "what you did not change is as it was on \(day)")
  }
  /// A late entry that later ones do not know of.
  public static func carryOn(_ fields: [Phrase], until day: Day, records: Int) -> Phrase {
    let chinese = fields.map(\.chinese).joined(separator: "、")
    let english = fields.map(\.english).joined(separator: ", ")
    return Phrase(
      "\(chinese)只到\(day)为止:此后\(records)份登记还是原来的。一并更正吗?",
      "\(english): holds to \(day) only; \(records) later entries are as before. Correct them?")
  }
  /// Why later entries were corrected.
  public static func carryOnReason(_ late: Day) -> String { "补登\(late)起的变动,此后的登记一并更正" }
  /// The later entries stay as they are.
  public static let notCarriedOn = Phrase("此后的登记未动", "later entries were left alone")

  /// One of the sittings, when it was and how many came.
  public static func sittingHeld(_ index: Int, on day: String, present: Int) -> Phrase {
    Phrase("第\(index)批 \(day) 到会\(present)人", "sitting \(index), \(day): \(present) present")
  }
  /// 候选人: whom an item elects from.
  public static let candidates = Phrase("候选人", "Candidates")
  /// Those elected, in stroke order.
  public static let elected = Phrase("当选", "Elected")
  /// Those who came to no sitting.
  public static let absentFromAll = Phrase("各批均缺席", "Absent from all")

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

  /// How an election stands, in a row: `应选3名 当选2名`, `票数相等,须再次投票`, `选举无效`.
  public static func electionState(_ election: ElectionResult) -> Phrase {
    if election.void != nil { return Phrase("选举无效", "void") }
    if election.seatsToVoteAgain > 0 { return Phrase("票数相等,须再次投票", "tied: vote again") }
    let count = election.elected.count
    let seats = election.seats.map { Phrase("应选\($0)名 ", "\($0) seats, ") }
    return Phrase(
      "\(seats?.chinese ?? "")当选\(count)名", "\(seats?.english ?? "")\(count) elected")
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
    case .notDecidedHere: return .notDecidedHere
    case .mayVoteCannotPass(let needed, _), .mayVote(let needed):
      return Phrase("可以选举,得\(needed)票及以上当选", "election may be held; \(needed) votes elect")
    }
  }
}
