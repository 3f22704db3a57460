/// What the rules have to know of kinds that a unit's catalogue defines.
extension ActivityKind {
  /// Talks in the sense of 支部条例第十九条 (谈心谈话).
  public var isTalk: Bool { body == .people && id.holds("谈心") }

  /// A talk of any purpose (谈心谈话, 廉政谈话), whose presider is not one of its 人次.
  public var isConversation: Bool { body == .people && id.holds("谈话") }

  /// 民主评议党员
  public var isAppraisal: Bool { id.holds("民主评议") }

  /// Whether its records are signed off (定稿): every meeting of a body, and whatever says so.
  public var isSigned: Bool { body != .people || needs.contains("Signed") }

  /// 主题党日
  public var isThemeDay: Bool { id.holds("主题党日") }

  /// 政治生日
  public var isPoliticalBirthday: Bool { id.holds("政治生日") }

  /// 党员大会 of a branch or a 总支
  public var isAssembly: Bool { id.holds("党员大会") }

  /// 培训: what counts as concentrated training (集中培训)
  public var isTraining: Bool { id.holds("培训") }

  /// 组织生活会
  public var isLifeMeeting: Bool { id.holds("组织生活会") }

  /// Study together, lessons included.
  public var isStudy: Bool { id.holds("学习") || id.holds("党课") || isTraining }
}

extension Activity {
  /// Whether the name of its kind is that of a committee's meeting: 支委会, 支部委员会, 总支委员会,
  /// 党委会. For whoever judges it without a catalogue.
  var isNamedAfterCommittee: Bool {
    ["支委会", "委员会", "党委会"].contains { kind.holds($0) }
  }
}
