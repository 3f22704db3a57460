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
