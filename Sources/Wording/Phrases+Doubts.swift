import OrganizationLife

extension MeetingDoubt {
  /// What seems odd, with the item it is about.
  public var phrase: Phrase {
    switch self {
    case .tied(let item, _, let votes):
      Phrase(
        "议题\(item):赞成、不赞成各\(votes)票,票数相等,未通过,须重新表决",
        "item \(item): \(votes) in favour and \(votes) against, not passed: vote again")
    case .opinionOnly(let item, _, let category):
      Phrase(
        "议题\(item):支委会表决只是审查意见,\(Phrase.word(category).chinese)须由支部党员大会讨论决定",
        "item \(item): the committee's vote is its opinion; \(Phrase.word(category).english) is for "
          + "the members' assembly")
    case .counterAway(let item, _, let person, let isScrutineer):
      Phrase(
        "议题\(item):\(isScrutineer ? "监票人" : "计票人")\(person.name)未到会",
        "item \(item): the \(isScrutineer ? "scrutineer" : "teller") \(person.name) was away")
    case .counterFromOutside(let item, _, let person, let isScrutineer):
      Phrase(
        "议题\(item):\(isScrutineer ? "监票人" : "计票人")\(person.name)不是参会党员",
        "item \(item): the \(isScrutineer ? "scrutineer" : "teller") \(person.name) is not of "
          + "the body that votes")
    case .titleNamesAnother(let item, let person, let subjects):
      Phrase(
        "议题\(item):标题写的是\(person.name),表决对象是\(Phrase.names(subjects).chinese)",
        "item \(item): the title names \(person.name), the vote is on "
          + Phrase.names(subjects).english)
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .tied:
      Phrase(
        "核对票数;属实的,暂缓决定,交换意见后下次再表决",
        "check the numbers; if so, put it off, talk it over, and vote again next time")
    case .opinionOnly:
      Phrase("提交支部党员大会讨论表决", "bring it before the members' assembly")
    case .counterAway: Phrase("核对到会名单和监票人、计票人", "check who was there and who counted")
    case .counterFromOutside:
      Phrase("监票人、计票人由到会党员担任", "scrutineers and tellers are members who were there")
    case .titleNamesAnother: Phrase("核对标题和表决对象", "check the title and whom the vote is on")
    }
  }
}

extension Phrase {
  /// As many in favour as against.
  public static let voteTied = Phrase("票数相等,未通过,须重新表决", "tied, not passed: vote again")
}
