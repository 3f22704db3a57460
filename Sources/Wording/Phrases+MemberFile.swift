import OrganizationLife

extension MemberFile {
  /// What stands behind the name in a heading: place, status, and how things stand with someone on
  /// the roll (`二监区党支部 第一党小组`, `正式党员`, `在职`) or how someone left it.
  public var standing: [Phrase] {
    let place = [branch?.name ?? member.organization.text, group?.name].compactMap { $0 }
    var standing = [Phrase(verbatim: place.joined(separator: " ")), .word(member.status)]
    guard isCurrent else {
      return standing + [member.left.isEmpty ? .hasLeft : Phrase(verbatim: member.left)]
    }
    if member.rights != .normal { standing.append(.word(member.rights)) }
    standing.append(member.isRetired ? .retired : .inService)
    if member.isFloating { standing.append(.floating) }
    return standing
  }

  /// 申请, 入党, 批复, 转正, 党龄 and 介绍人, as far as they are known.
  public func dates(introducers: String) -> [Phrase] {
    func dated(_ phrase: Phrase, _ text: String?) -> Phrase? {
      guard let text, !text.isEmpty else { return nil }
      return Phrase("\(phrase.chinese) \(text)", "\(phrase.english) \(text)")
    }
    return [
      dated(.dateApplied, member.applied), dated(.dateAdmitted, member.admitted?.description),
      dated(.dateApproved, member.approved?.description),
      dated(.dateConfirmed, member.confirmed?.description), partyAge.map { .partyAge($0) },
      dated(.introducers, introducers),
    ].compactMap { $0 }
  }

  /// 学习笔记 and 心得 of the year, those that there are, each with its records.
  public var writings: [(phrase: Phrase, line: WritingLine)] {
    [
      (Phrase.notesWritten(notes.count), notes), (.essaysWritten(essays.count), essays),
    ].filter { $0.1.count > 0 }
  }
}

extension AdmissionHistory {
  /// How far the way into the Party has come while it goes on, and the days of the assembly, of the
  /// approval, of 转正 and from which 党龄 counts, where the records tell them apart; empty for those
  /// whose way lies before the records.
  public var told: [Phrase] {
    switch stage {
    case .onTheWay: return []
    case .confirmed:
      if confirmationMeeting == nil { return [] }
    case .refused, .awaitingApproval, .onProbation, .probationOver, .awaitingConfirmation,
      .disqualified:
      break
    }
    func dated(_ phrase: Phrase, _ day: Day?) -> Phrase? {
      day.map { Phrase("\(phrase.chinese) \($0)", "\(phrase.english) \($0)") }
    }
    return [
      stage == .confirmed ? nil : stage.phrase,
      dated(.dateOfAdmissionMeeting, admissionVotes.last { $0.outcome.passed }?.day),
      dated(.dateApproved, approved), dated(.dateOfConfirmationMeeting, confirmationMeeting),
      timing?.phrase, dated(.dateApproved, confirmationApproved),
      dated(.partyAgeCountsFrom, partyAgeFrom),
    ].compactMap { $0 }
  }
}

extension Probation {
  /// Until when, whether it was prolonged, whether it has been decided on.
  public var phrase: Phrase {
    var parts = [Phrase.probationUntil(ends.description)]
    if isProlonged { parts += [Phrase(verbatim: " "), .prolonged] }
    if decided != nil { parts += [Phrase(verbatim: " · "), .decided] }
    return Phrase(parts.map(\.chinese).joined(), parts.map(\.english).joined())
  }
}

extension DuesLine {
  /// Through which month dues are paid, and how many months are not.
  public var phrase: Phrase {
    var parts = [paidThrough.map { Phrase.duesPaidThrough($0.description) } ?? .noDuesPaid]
    if !unpaid.isEmpty { parts += [Phrase(verbatim: " · "), .duesUnpaid(unpaid.count)] }
    return Phrase(parts.map(\.chinese).joined(), parts.map(\.english).joined())
  }
}
