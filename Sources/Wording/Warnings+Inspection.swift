import OrganizationLife

extension InspectionFinding {
  /// What is owed, lacking or against a rule.
  public var phrase: Phrase {
    switch self {
    case .owed(let line):
      Phrase(
        "\(line.period) \(line.obligation.title)欠\(line.missing)项(应\(line.required)已\(line.done))",
        "\(line.period) \(line.obligation.title): \(line.required) asked, \(line.done) done")
    case .gaps(let gaps, _):
      Phrase(
        "还缺:" + gaps.map(\.phrase.chinese).joined(separator: "、"),
        "missing: " + gaps.map(\.phrase.english).joined(separator: ", "))
    case .fault(let fault, _): fault.phrase
    case .talks(let coverage):
      Phrase(
        "谈心谈话应\(coverage.required)对(人),已\(coverage.done)",
        "talks: \(coverage.required) asked, \(coverage.done) held")
    case .warning(let warning): warning.kind.phrase
    case .doubt(let record): record.doubt.phrase
    }
  }

  /// The same where the obligation or the talks stand beside it as what it is about.
  public var phraseBesideSubject: Phrase {
    switch self {
    case .owed(let line):
      Phrase(
        "\(line.period) 欠\(line.missing)项(应\(line.required)已\(line.done))",
        "\(line.period): \(line.required) asked, \(line.done) done")
    case .talks(let coverage):
      Phrase(
        "应\(coverage.required)对(人),已\(coverage.done)",
        "\(coverage.required) asked, \(coverage.done) held")
    case .gaps, .fault, .warning, .doubt: phrase
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .owed: Phrase("开过的补录;没有开的注明原因", "enter it if it was held; if not, note why")
    case .gaps: Phrase("补填;已定稿的更正并写原因", "fill it in; after sign-off with a reason")
    case .fault: Phrase("核对后更正", "check and correct it")
    case .talks: Phrase("安排谈心,或补录谈话记录", "arrange talks, or enter those held")
    case .warning(let warning): warning.kind.remedy
    case .doubt(let record): record.doubt.remedy
    }
  }

  /// The topic, in a word or two.
  public var topic: Phrase {
    switch self {
    case .owed: Phrase("应开未开", "owed")
    case .gaps: Phrase("记录不全", "incomplete")
    case .fault: Phrase("记录矛盾", "contradiction")
    case .talks: Phrase("谈心谈话", "talks")
    case .warning(let warning): warning.kind.topic
    case .doubt: Phrase("记录可疑", "doubtful record")
    }
  }

  /// The topic as other programs know it.
  public var code: String {
    switch self {
    case .owed: "owed"
    case .gaps: "gap"
    case .fault: "fault"
    case .talks: "talks"
    case .warning(let warning): warning.kind.code
    case .doubt: "doubt"
    }
  }
}

extension WarningKind {
  /// The topic as other programs know it.
  public var code: String {
    switch self {
    case .meeting: "meeting"
    case .admission: "admission"
    case .term: "term"
    case .size: "size"
    case .appraisal: "appraisal"
    case .study: "study"
    case .dues: "dues"
    case .participation: "participation"
    case .procedure: "procedure"
    case .matter: "matter"
    }
  }
}
