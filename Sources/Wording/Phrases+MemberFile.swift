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

  /// 学习笔记, 心得 and 思想汇报 of the year, those that there are, each with its records.
  public var writings: [(phrase: Phrase, line: WritingLine)] {
    [
      (Phrase.notesWritten(notes.count), notes), (.essaysWritten(essays.count), essays),
      (.thoughtReportsWritten(thoughtReports.count), thoughtReports),
    ].filter { $0.1.count > 0 }
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
