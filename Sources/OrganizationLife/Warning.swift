/// Something that a rule says about what the records tell: to be looked into by a person. It keeps
/// nothing from being saved and changes nobody's standing.
public struct Warning: Hashable, Sendable {
  /// What it is.
  public var kind: WarningKind
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// Whom it is about; nil when it is about no single member.
  public var member: MemberIdentifier?
  /// The records that show it.
  public var evidence: [Reference]

  /// A warning.
  public init(
    _ kind: WarningKind, of organization: OrganizationIdentifier,
    member: MemberIdentifier? = nil, evidence: [Reference]
  ) {
    self.kind = kind
    self.organization = organization
    self.member = member
    self.evidence = evidence
  }

  /// The article behind it and how binding that is.
  public var citation: Citation { kind.citation }
}

/// What a warning says, in data; by topic.
public enum WarningKind: Hashable, Sendable {
  /// About how a meeting was held.
  case meeting(MeetingWarning)
  /// About how somebody became a member.
  case admission(AdmissionWarning)
  /// About a term or a committee's seats.
  case term(TermWarning)
  /// About an organisation's size and form.
  case size(SizeWarning)
  /// About a 民主评议.
  case appraisal(AppraisalWarning)
  /// About hours of study.
  case study(StudyWarning)
  /// About dues.
  case dues(DuesWarning)
  /// About taking part.
  case participation(ParticipationWarning)
  /// About a procedure and its clocks.
  case procedure(ProcedureWarning)
  /// About a finding that came back.
  case matter(MatterWarning)

  /// The article behind it and how binding that is.
  public var citation: Citation {
    switch self {
    case .meeting(let warning): warning.citation
    case .admission(let warning): warning.citation
    case .term(let warning): warning.citation
    case .size(let warning): warning.citation
    case .appraisal(let warning): warning.citation
    case .study(let warning): warning.citation
    case .dues(let warning): warning.citation
    case .participation(let warning): warning.citation
    case .procedure(let warning): warning.citation
    case .matter(let warning): warning.citation
    }
  }
}

/// An article as it is quoted, and how binding it is.
public struct Citation: Hashable, Sendable {
  /// 支部工作条例(试行)第十一条
  public var article: String
  /// 党内法规, 上级要求 or 本单位规定.
  public var level: RuleLevel
  /// The rule that is code; nil where an entry of the catalogue asks for it.
  public var rule: Rule?

  /// What an entry of the catalogue quotes.
  public init(article: String, level: RuleLevel) {
    self.article = article
    self.level = level
  }

  /// What a rule quotes.
  public init(_ rule: Rule) {
    article = rule.article
    level = rule.level
    self.rule = rule
  }
}

/// A topic of warnings that rest on rules.
public protocol RuledWarning: Hashable, Sendable {
  /// The rule behind it.
  var rule: Rule { get }
}

extension RuledWarning {
  /// The article behind it.
  public var citation: Citation { Citation(rule) }
}
