import OrganizationLife

extension ObligationFault {
  /// What contradicts itself in an entry and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .noTimes(let times):
      Phrase(
        "Times 是\(times),应办次数至少是1;不再要求的请把 Enabled 改为 否",
        "Times is \(times): ask for it once at least, or switch it off with Enabled: 否")
    case .noOrganization:
      Phrase("没有写哪一级组织应办,请补上 For", "asked of no organisation: add For")
    case .noKind:
      Phrase("没有写哪种活动算数,请补上 Kind", "fulfilled by no kind of activity: add Kind")
    case .impossibleSize(let least, let below):
      Phrase(
        "正式党员不可能既不少于\(least)人又少于\(below)人,请改正其中一个",
        "nobody has at least \(least) full members and fewer than \(below): correct one of them")
    case .endsBeforeItBegins(let since, let until):
      Phrase(
        "Until \(until) 早于 Since \(since),请核对两个日期",
        "Until \(until) comes before Since \(since): check both")
    case .neverHeld(let level):
      Phrase(
        "\(level.rawValue)不开展其中任何一种活动,永远完不成;请改 For,或在活动种类里加上 Level: \(level.rawValue)",
        "none of its kinds is held at the level \(level.rawValue), so it can never be fulfilled: "
          + "change For, or add Level: \(level.rawValue) to the kind")
    }
  }
}

extension ProcedureFault {
  /// What contradicts itself in a procedure and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .noSteps:
      Phrase("流程没有步骤,请加上 %rec: step 条目", "the procedure has no steps: add %rec: step entries")
    case .repeated(let step):
      Phrase("步骤「\(step)」写了两次,请删去一个", "the step “\(step)” is there twice: remove one")
    case .unknown(let step, let other):
      Phrase(
        "步骤「\(step)」所指的步骤「\(other)」不在流程里,请检查拼写",
        "“\(step)” refers to the step “\(other)”, which is not there: check its spelling")
    case .waitsForItself(let step):
      Phrase(
        "步骤「\(step)」绕了一圈要等它自己先完成,请改 After",
        "“\(step)” would have to be taken before itself: change After")
    case .impossibleBound(let step, let from):
      Phrase(
        "步骤「\(step)」距「\(from)」的最短时间长于最长时间,请改 Bound",
        "for “\(step)” the least time after “\(from)” is longer than the most: change Bound")
    case .emptyRepetition(let step):
      Phrase(
        "步骤「\(step)」的 Every 不能是零,请写成 6个月 这样", "Every of “\(step)” cannot be nothing: write 6个月")
    }
  }
}
