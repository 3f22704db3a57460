import OrganizationLife

extension Phrase {
  // MARK: The words that records use for fixed choices

  /// 党支部 …
  public static func word(_ level: OrganizationLevel) -> Phrase {
    switch level {
    case .committee: Phrase("党委", "committee")
    case .officesCommittee: Phrase("机关党委", "offices' committee")
    case .generalBranch: Phrase("党总支", "general branch")
    case .branch: Phrase("党支部", "branch")
    case .jointBranch: Phrase("联合党支部", "joint branch")
    case .temporaryBranch: Phrase("临时党支部", "temporary branch")
    case .group: Phrase("党小组", "group")
    }
  }

  /// 正式党员 …
  public static func word(_ status: MemberStatus) -> Phrase {
    switch status {
    case .full: Phrase("正式党员", "full member")
    case .probationary: Phrase("预备党员", "probationary")
    case .candidate: Phrase("发展对象", "candidate")
    case .activist: Phrase("入党积极分子", "activist")
    case .applicant: Phrase("入党申请人", "applicant")
    }
  }

  /// 留党察看 …
  public static func word(_ rights: MemberRights) -> Phrase {
    switch rights {
    case .normal: Phrase("正常", "full rights")
    case .onProbationForDiscipline: Phrase("留党察看", "disciplinary probation")
    case .suspended: Phrase("中止党员权利", "rights suspended")
    case .membershipStopped: Phrase("停止党籍", "membership stopped")
    }
  }

  /// 党内法规 …: how binding a rule is.
  public static func word(_ level: RuleLevel) -> Phrase {
    switch level {
    case .regulation: Phrase("党内法规", "Party regulation")
    case .superior: Phrase("上级要求", "asked from above")
    case .local: Phrase("本单位规定", "unit's own rule")
    }
  }

  /// 传达学习 …
  public static func word(_ kind: ItemKind) -> Phrase {
    switch kind {
    case .study: Phrase("传达学习", "study")
    case .discussion: Phrase("讨论", "discussion")
    case .vote: Phrase("表决", "vote")
    case .report: Phrase("通报", "report")
    case .part: Phrase("环节", "part")
    }
  }

  /// 接收预备党员 …
  public static func word(_ category: VoteCategory) -> Phrase {
    switch category {
    case .ordinary: Phrase("普通表决", "ordinary vote")
    case .admission: Phrase("接收预备党员", "admission")
    case .confirmation: Phrase("转正", "confirmation")
    case .prolongation: Phrase("延长预备期", "prolonging probation")
    case .disqualification: Phrase("取消预备党员资格", "ending probation")
    case .discipline: Phrase("处分", "discipline")
    case .election: Phrase("选举", "election")
    case .committee: Phrase("支委会表决", "committee vote")
    }
  }

  /// 达标 …
  public static func word(_ answer: ChecklistAnswer) -> Phrase {
    switch answer {
    case .met: Phrase("达标", "met")
    case .partlyMet: Phrase("部分达标", "partly met")
    case .unmet: Phrase("未达标", "not met")
    case .notApplicable: Phrase("不适用", "not applicable")
    case .pending: Phrase("待人工核", "to be checked")
    }
  }

  // MARK: Turnout and votes

  /// `应到15 实到13`
  public static func turnout(_ expected: Int, _ present: Int) -> Phrase {
    Phrase("应到\(expected) 实到\(present)", "expected \(expected), present \(present)")
  }

  /// `有表决权应到14 实到12`
  public static func turnoutOfVoters(_ expected: Int, _ present: Int) -> Phrase {
    Phrase(
      "有表决权应到\(expected) 实到\(present)",
      "with a vote \(expected), present \(present)")
  }

  /// The numbers of a vote.
  public static func votes(_ vote: Vote) -> Phrase {
    let written = vote.written
    return Phrase(
      "赞成\(vote.inFavour) 不赞成\(vote.against) 弃权\(vote.abstaining)"
        + (written > 0 ? " (其中书面\(written))" : ""),
      "\(vote.inFavour) in favour, \(vote.against) against, \(vote.abstaining) abstaining"
        + (written > 0 ? " (\(written) in writing)" : ""))
  }

  /// 通过
  public static func passed(_ needed: Int) -> Phrase {
    Phrase("通过(须\(needed)票)", "passed (\(needed) needed)")
  }

  /// 未通过
  public static func notPassed(_ needed: Int) -> Phrase {
    Phrase("未通过(须\(needed)票)", "not passed (\(needed) needed)")
  }

  /// Votes that are under none of the three numbers.
  public static func votesLeft(_ count: Int) -> Phrase {
    Phrase("余\(count)票未记", "\(count) not accounted for")
  }
  /// 弃权 of an item's vote, while votes are left over.
  public static func abstentions(ofItem item: Int) -> Phrase {
    Phrase("议题\(item)弃权", "abstentions on item \(item)")
  }

  /// Too few voters were present for the vote to count.
  public static let noQuorum = Phrase("到会有表决权人数不足,不能表决", "too few voters present to vote")
  /// No numbers are recorded.
  public static let notVoted = Phrase("未填票数", "no numbers yet")
  /// 发出
  public static func ballotsIssued(_ count: Int) -> Phrase {
    Phrase("发出\(count)", "\(count) issued,")
  }
  /// 收回
  public static func ballotsReturned(_ count: Int) -> Phrase {
    Phrase("收回\(count)", "\(count) returned,")
  }
  /// 有效
  public static func ballotsValid(_ count: Int) -> Phrase {
    Phrase("有效\(count)", "\(count) valid;")
  }
}

extension LiveVerdict {
  /// Whether a vote may be held and how many votes pass it.
  public var phrase: Phrase {
    switch self {
    case .noQuorum(let voters, let required):
      Phrase(
        "有表决权到会\(voters)人,不足\(required)人,不能表决",
        "\(voters) voters present, \(required) required: no vote may be held")
    case .mayVoteCannotPass(let needed, let voters):
      Phrase(
        "可以召开;有表决权到会\(voters)人,不足通过所需\(needed)票",
        "may be held; \(voters) voters present cannot give the \(needed) votes needed")
    case .mayVote(let needed):
      Phrase("可以表决,赞成\(needed)票及以上通过", "may vote; \(needed) in favour pass")
    case .notDecidedHere: .notDecidedHere
    }
  }
}

extension Gap {
  /// What is missing, in a few words.
  public var phrase: Phrase {
    switch self {
    case .empty("Start"): Phrase("开始时间", "when it began")
    case .empty("End"): Phrase("结束时间", "when it ended")
    case .empty(let field): .label(ofField: field)
    case .unmarked(let members):
      Phrase(
        "\(members.count)人未标到会(\(Gap.some(members).joined(separator: "、")))",
        "\(members.count) not marked (\(Gap.some(members).joined(separator: ", ")))")
    case .absenceWithoutReason(let person):
      Phrase("\(person.name)缺席原因", "why \(person.name) was absent")
    case .noItems: Phrase("议题", "items")
    case .itemWithoutMinutes(let item): Phrase("议题\(item)记录", "minutes of item \(item)")
    case .itemWithoutResolution(let item):
      Phrase("议题\(item)决议", "resolution of item \(item)")
    case .voteWithoutNumbers(let item, _):
      Phrase("议题\(item)票数", "numbers of the vote on item \(item)")
    case .voteWithoutMethod(let item, _):
      Phrase("议题\(item)表决方式", "how item \(item) was voted on")
    case .voteNotSecret(let item, _, let category):
      Phrase(
        "议题\(item)\(Phrase.word(category).chinese)应为无记名",
        "item \(item) (\(Phrase.word(category).english)) asks for a secret ballot")
    case .ballotWithoutScrutineer(let item, _):
      Phrase("议题\(item)监票人", "scrutineer of item \(item)")
    case .ballotWithoutTeller(let item, _):
      Phrase("议题\(item)计票人", "teller of item \(item)")
    case .headingsWithoutText(let item, let headings):
      Phrase(
        "议题\(item)记录中的\(headings.joined(separator: "、"))",
        "\(headings.joined(separator: ", ")) in the minutes of item \(item)")
    case .resolutionWithoutDue(let item): Phrase("议题\(item)时限", "a day for item \(item)")
    case .resolutionWithoutOwner(let item):
      Phrase("议题\(item)责任人", "who carries out item \(item)")
    case .unsigned: Phrase("审签", "sign-off")
    }
  }

  private static func some(_ members: [Member]) -> [String] {
    members.prefix(3).map(\.name) + (members.count > 3 ? ["……"] : [])
  }
}

extension RosterList {
  /// The list's name.
  public var phrase: Phrase { .label(ofField: rawValue) }
}

extension ActivityFault {
  /// What cannot be so, in a sentence.
  public var phrase: Phrase {
    switch self {
    case .endsBeforeStart(let start, let end):
      Phrase("结束时间 \(end) 早于开始 \(start)", "it ends at \(end), before it starts at \(start)")
    case .endDateBeforeDate(let date, let endDate):
      Phrase("结束日期 \(endDate) 早于 \(date)", "it ends on \(endDate), before \(date)")
    case .listedTwice(let person, let first, let second):
      first == second
        ? Phrase(
          "\(person.name)在“\(first.phrase.chinese)”里写了两次",
          "\(person.name) stands twice under “\(first.phrase.english)”")
        : Phrase(
          "\(person.name)既在“\(first.phrase.chinese)”又在“\(second.phrase.chinese)”",
          "\(person.name) stands under “\(first.phrase.english)” and “\(second.phrase.english)”")
    case .notPresent(let person, let list):
      Phrase(
        "\(person.name)在“\(list.phrase.chinese)”里,却不在到会名单里",
        "\(person.name) stands under “\(list.phrase.english)” and is not present")
    case .votesBeyondVoters(let item, _, let given, let most):
      Phrase(
        "议题\(item)票数\(given)超过有表决权到会人数(含书面)\(most)",
        "item \(item): \(given) votes, but at most \(most) could vote")
    case .writtenNotAllowed(let item, _, let category):
      Phrase(
        "议题\(item):\(Phrase.word(category).chinese)不计书面意见",
        "item \(item): no written opinions in this vote (\(Phrase.word(category).english))")
    case .writtenBeyondVotes(let item, _, let written, let given):
      Phrase(
        "议题\(item)书面意见\(written)超过总票数\(given)",
        "item \(item): \(written) written opinions among \(given) votes")
    case .returnedBeyondIssued(let item, _, let returned, let issued):
      Phrase(
        "议题\(item)收回\(returned)票,多于发出\(issued)票,表决无效",
        "item \(item): \(returned) ballots returned, \(issued) issued: the vote is void")
    case .validBeyondReturned(let item, _, let valid, let returned):
      Phrase(
        "议题\(item)有效\(valid)票,多于收回\(returned)票",
        "item \(item): \(valid) valid ballots of \(returned) returned")
    case .votesBeyondValid(let item, _, let given, let valid):
      Phrase(
        "议题\(item)票数\(given),多于有效票\(valid)",
        "item \(item): \(given) votes on \(valid) valid ballots")
    }
  }
}

extension Phrase {
  /// What does not fit together in a member's records.
  public static func contradiction(_ contradiction: Contradiction) -> Phrase {
    switch contradiction {
    case .probationEnded(let day):
      return Phrase(
        "预备期\(day)已满,未讨论转正", "Probation ended on \(day); confirmation was not discussed")
    case .hoursShort(let missing, let daysLeft):
      let hours = amount(missing)
      return Phrase(
        "学时不足: 距年末\(daysLeft)天,还差\(hours)",
        "Study hours: \(hours) short with \(daysLeft) days left of the year")
    case .consecutiveAbsences(let count, let since):
      return Phrase(
        "连续缺席\(count)次,自\(since)起", "\(count) absences in a row since \(since)")
    case .noParticipation(let meetings, let since):
      return Phrase(
        "六个月未参加组织生活(\(meetings)次,自\(since)起),请了解原因",
        "Took part in none of \(meetings) meetings in six months (since \(since)): find out why")
    case .absencesWithoutReason(let count):
      return Phrase("缺席\(count)次未注明原因", "\(count) absences without a reason")
    case .duesUnpaid(let months):
      return Phrase("党费欠\(months)个月", "Dues unpaid for \(months) months")
    case .noTalkWithCommittee:
      return Phrase("今年支委尚未与其谈心", "No talk with a committee member this year")
    case .noTalkWithMember:
      return Phrase("今年尚未与其他党员谈心", "No talk with another member this year")
    case .inNoGroup: return Phrase("未编入党小组", "Belongs to no group")
    }
  }
}
