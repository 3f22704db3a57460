import OrganizationLife

extension WarningKind {
  /// What the rule says, in a sentence without its end.
  public var phrase: Phrase {
    switch self {
    case .meeting(let warning): warning.phrase
    case .admission(let warning): warning.phrase
    case .term(let warning): warning.phrase
    case .size(let warning): warning.phrase
    case .appraisal(let warning): warning.phrase
    case .study(let warning): warning.phrase
    case .dues(let warning): warning.phrase
    case .participation(let warning): warning.phrase
    case .procedure(let warning): warning.phrase
    case .matter(let warning): warning.phrase
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .meeting(let warning): warning.remedy
    case .admission(let warning): warning.remedy
    case .term(let warning): warning.remedy
    case .size(let warning): warning.remedy
    case .appraisal(let warning): warning.remedy
    case .study(let warning): warning.remedy
    case .dues(let warning): warning.remedy
    case .participation(let warning): warning.remedy
    case .procedure(let warning): warning.remedy
    case .matter(let warning): warning.remedy
    }
  }

  /// The topic, in a word or two.
  public var topic: Phrase {
    switch self {
    case .meeting: Phrase("会议", "meeting")
    case .admission: Phrase("入党转正", "admission")
    case .term: Phrase("任期", "term")
    case .size: Phrase("组织设置", "form")
    case .appraisal: Phrase("组织生活", "appraisal")
    case .study: Phrase("学时", "study")
    case .dues: Phrase("党费", "dues")
    case .participation: Phrase("参加活动", "taking part")
    case .procedure: Phrase("流程", "procedure")
    case .matter: Phrase("整改", "finding")
    }
  }
}

extension Citation {
  /// `党内法规 支部工作条例(试行)第十一条`
  public var phrase: Phrase {
    let level = Phrase.word(level)
    guard !article.isEmpty else { return level }
    return Phrase("\(level.chinese) \(article)", "\(level.english): \(article)")
  }
}

extension ObligationFault {
  /// What contradicts itself in an obligation, and what to change.
  public var phrase: Phrase {
    switch self {
    case .noTimes(let times):
      Phrase("次数为\(times),应为1以上", "asked for \(times) times; give 1 or more")
    case .noOrganization: Phrase("没有适用的组织,请填写级别", "asked of no organisation; give the levels")
    case .noKind: Phrase("没有对应的活动类别,请填写", "fulfilled by no kind of activity; name one")
    case .impossibleSize(let atLeast, let below):
      Phrase(
        "正式党员要求\(atLeast)人以上又少于\(below)人,不可能满足",
        "from \(atLeast) full members on and below \(below): nobody is both")
    case .endsBeforeItBegins(let since, let until):
      Phrase("截止\(until)早于起始\(since)", "it ends on \(until), before it begins on \(since)")
    case .neverHeld(let level):
      Phrase(
        "\(Phrase.word(level).chinese)不开展所列的任何活动,无法完成",
        "none of its kinds is held at this level: \(Phrase.word(level).english)")
    }
  }
}

extension ProcedureFault {
  /// What contradicts itself in a procedure, and what to change.
  public var phrase: Phrase {
    switch self {
    case .noSteps: Phrase("没有步骤,请至少写一步", "it has no steps; give one at least")
    case .repeated(let step): Phrase("步骤“\(step)”重复", "the step “\(step)” stands twice")
    case .unknown(let step, let other):
      Phrase(
        "步骤“\(step)”所指的“\(other)”不存在", "the step “\(step)” refers to “\(other)”, which is not there"
      )
    case .waitsForItself(let step):
      Phrase(
        "步骤“\(step)”要等自己先办,请改前置步骤", "the step “\(step)” waits for itself; change what is before")
    case .impossibleBound(let step, let from):
      Phrase(
        "步骤“\(step)”距“\(from)”的最短间隔长于最长间隔",
        "the step “\(step)”: least time after “\(from)” beyond the most")
    case .emptyRepetition(let step):
      Phrase("步骤“\(step)”的重复间隔为零", "the step “\(step)” repeats without any time between")
    }
  }
}
