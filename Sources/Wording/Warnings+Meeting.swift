import OrganizationLife

extension MeetingWarning {
  /// What the rule says of how the meeting was held, with the item it is about.
  public var phrase: Phrase {
    switch self {
    case .noQuorum(let item, _, let category, let present, let required):
      Phrase(
        "议题\(item)\(Phrase.word(category).chinese):有表决权到会\(present)人,应到会\(required)人以上,不能表决",
        "item \(item) (\(Phrase.word(category).english)): \(present) voters present, \(required) "
          + "required: no vote could be held")
    case .electionVoid(let item, .noQuorum(let present, let required)):
      Phrase(
        "议题\(item)选举:到会\(present)人,应到会五分之四即\(required)人以上,选举无效",
        "item \(item), election: \(present) voters present, four fifths are \(required): void")
    case .electionVoid(let item, .ballotsBeyondVoters(let returned, let most)):
      Phrase(
        "议题\(item)选举:收回\(returned)票,多于投票人数\(most),选举无效",
        "item \(item), election: \(returned) ballots returned by \(most) voters: void")
    case .seatsUnknown(let item):
      Phrase("议题\(item)选举:未填应选名额", "item \(item), election: the number of seats is not given")
    case .surplusTooSmall(let item, let candidates, let seats, let needed):
      Phrase(
        "议题\(item)选举:应选\(seats)名,候选\(candidates)名,差额须\(needed)名以上",
        "item \(item), election: \(candidates) candidates for \(seats) seats, \(needed) needed")
    case .choicesBeyondBallots(let item, let given, let most):
      Phrase(
        "议题\(item)选举:赞成票共\(given),多于可投总数\(most)",
        "item \(item), election: \(given) votes in favour, the ballots have \(most) choices")
    case .candidateWithoutRight(let item, let person):
      Phrase(
        "议题\(item)选举:候选人\(person.name)没有被选举权",
        "item \(item), election: the candidate \(person.name) cannot be elected")
    case .candidateCounted(let item, let person):
      Phrase(
        "议题\(item)选举:候选人\(person.name)担任监票人或计票人",
        "item \(item), election: the candidate \(person.name) was scrutineer or teller")
    case .voteAgain(let item, let people, let seats):
      Phrase(
        "议题\(item)选举:\(Phrase.names(people).chinese)票数相等,尚余\(seats)名,应再次投票",
        "item \(item), election: \(Phrase.names(people).english) have equal votes for \(seats) "
          + "seats: vote again")
    case .seatsVacant(let item, let seats):
      Phrase("议题\(item)选举:尚缺\(seats)名未选出", "item \(item), election: \(seats) seats not filled")
    case .writtenInUncounted(let item, let names):
      Phrase(
        "议题\(item)选举:另选“\(names)”未单列票数",
        "item \(item), election: “\(names)” written in without votes of their own")
    case .exclusionWithoutGround(let person, let reason):
      Phrase(
        "\(person.name)不计入应到会,“\(reason)”不属规定情形",
        "\(person.name) left out of those expected: “\(reason)” is none of the grounds")
    case .exclusionOutsideElection(let person):
      Phrase(
        "\(person.name)不计入应到会,但本次会议没有选举",
        "\(person.name) left out of those expected, but nothing was elected")
    case .exclusionWithoutConsent(let person):
      Phrase(
        "\(person.name)不计入应到会,未见党员大会通过的记录",
        "\(person.name) left out of those expected; no item says that the assembly agreed")
    case .decidedTogether(let item, _, let people):
      Phrase(
        "议题\(item):\(Phrase.names(people).chinese)合并表决,应逐个讨论和表决",
        "item \(item): \(Phrase.names(people).english) decided by one vote, to be decided one by one"
      )
    case .subjectMissing(let item, _, let category):
      Phrase(
        "议题\(item)\(Phrase.word(category).chinese):未填对象",
        "item \(item) (\(Phrase.word(category).english)): nobody is named")
    case .subjectOfAnotherStatus(let item, _, let category, let person, let status):
      Phrase(
        "议题\(item)\(Phrase.word(category).chinese):\(person.name)当时登记为\(status.rawValue)",
        "item \(item) (\(Phrase.word(category).english)): \(person.name) was on the roll as "
          + Phrase.word(status).english)
    case .forAssemblyAlone(let item, _, let category):
      Phrase(
        "议题\(item)\(Phrase.word(category).chinese):由支部党员大会表决决定,本会议不能决定",
        "item \(item) (\(Phrase.word(category).english)): the assembly of the members alone decides"
      )
    case .committeeVoteElsewhere(let item, _):
      Phrase(
        "议题\(item):类别填“支委会”,但这不是支部委员会会议",
        "item \(item): a vote of the committee, but this is no meeting of it")
    case .writtenBeyondAbsent(let item, _, let written, let absent):
      Phrase(
        "议题\(item):书面意见\(written)份,未到会的有表决权党员\(absent)人",
        "item \(item): \(written) written opinions, \(absent) voters were away")
    case .presiderWithoutOffice(let person):
      Phrase("主持人\(person.name)未任本组织职务", "\(person.name), who presided, holds no office here")
    case .secretaryDidNotPreside(let secretary, let presider):
      Phrase(
        "书记\(secretary.name)到会,由\(presider.name)主持",
        "\(presider.name) presided although the secretary, \(secretary.name), was there")
    case .notForTemporaryBranch(let item, let category):
      Phrase(
        "议题\(item):临时党支部不办理\(Phrase.word(category).chinese)",
        "item \(item): not for a temporary branch (\(Phrase.word(category).english))")
    case .voterMayHaveMissed(let item, let person, let list):
      Phrase(
        "议题\(item):\(person.name)\(list.phrase.chinese),未注明是否参加表决",
        "item \(item): \(person.name), \(list.phrase.english): was the vote missed?")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .noQuorum:
      Phrase(
        "核对到会名单;属实的,另行召开会议表决", "check who was present; if it is so, vote at another meeting")
    case .electionVoid(_, .noQuorum):
      Phrase("核对到会名单;属实的,改期重新选举", "check who was present; if it is so, elect again")
    case .electionVoid(_, .ballotsBeyondVoters):
      Phrase("核对选票;属实的,重新选举", "check the ballots; if it is so, elect again")
    case .seatsUnknown: Phrase("填写应选名额", "enter the number of seats")
    case .surplusTooSmall:
      Phrase("核对候选人和应选名额", "check the candidates and the seats")
    case .choicesBeyondBallots: Phrase("核对各候选人票数", "check each candidate's votes")
    case .candidateWithoutRight:
      Phrase("核对候选人身份和权利", "check the candidate's status and rights")
    case .candidateCounted: Phrase("核对监票人、计票人", "check scrutineers and tellers")
    case .voteAgain:
      Phrase("就票数相等的人再次投票并记录", "vote again on those with equal votes, and record it")
    case .seatsVacant:
      Phrase("另行选举,或经大会决定暂缺", "elect again, or let the assembly leave the seats empty")
    case .writtenInUncounted:
      Phrase("为另选的每个人单独记一行票数", "give each one written in a line of votes")
    case .exclusionWithoutGround:
      Phrase("核对理由;不属规定情形的应计入", "check the reason; without a ground the member counts")
    case .exclusionOutsideElection:
      Phrase("删去“不计入应到会”", "take the member out of “\(Phrase.label(ofField: "Excluded").english)”")
    case .exclusionWithoutConsent:
      Phrase(
        "补记大会通过不计入应到会的议题", "record the item by which the assembly agreed")
    case .decidedTogether: Phrase("每人单独一项表决", "give each person a vote")
    case .subjectMissing: Phrase("填写表决对象", "say whom the vote was on")
    case .subjectOfAnotherStatus(_, _, .admission, _, _):
      Phrase("核对对象;已列为发展对象的补登身份", "check who it was; a candidate is entered as one")
    case .subjectOfAnotherStatus:
      Phrase("核对对象、类别和花名册", "check the person, the category and the roll")
    case .forAssemblyAlone:
      Phrase(
        "支委会审查意见用“普通”;表决记入党员大会",
        "what the committee resolved is an ordinary vote; the members vote at their assembly")
    case .committeeVoteElsewhere:
      Phrase("改选类别,或改记为支部委员会会议", "choose another category, or the committee's meeting")
    case .writtenBeyondAbsent:
      Phrase("核对书面意见份数和到会名单", "check the written opinions and who was present")
    case .presiderWithoutOffice:
      Phrase("核对主持人,或更新任职名单", "check who presided, or bring the officers up to date")
    case .secretaryDidNotPreside:
      Phrase("核对主持人;受委托主持的注明原因", "check who presided; if asked to, note why")
    case .notForTemporaryBranch:
      Phrase("由党员组织关系所在支部办理", "leave it to the branch of the member")
    case .voterMayHaveMissed:
      Phrase("在该议题“\(Phrase.label(ofField: "Away").chinese)”注明", "say so under “away” of the item")
    }
  }
}

extension Phrase {
  /// The names of people, the first three of many.
  static func names(_ people: [Person]) -> Phrase { names(people.map(\.name)) }

  /// The names of members, the first three of many.
  static func names(_ members: [Member]) -> Phrase { names(members.map(\.name)) }

  private static func names(_ names: [String]) -> Phrase {
    let first = Array(names.prefix(3))
    guard names.count > first.count else {
      return Phrase(first.joined(separator: "、"), first.joined(separator: ", "))
    }
    return Phrase(
      first.joined(separator: "、") + "等\(names.count)人",
      first.joined(separator: ", ") + " and \(names.count - first.count) more")
  }
}
