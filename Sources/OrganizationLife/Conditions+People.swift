extension Ledger {
  /// 谈心覆盖: over the year that holds the period.
  func talkCoverage(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch else { return ConditionResult(.notApplicable) }
    guard canReadTalks(of: look.id, on: look.day, look.catalog) else {
      return ConditionResult(.pending, note: .unreadable)
    }
    let days = min(Period(.year, containing: look.day).first, look.days.lowerBound)...look.day
    let coverage = talkCoverage(of: look.id, in: days, catalog: look.catalog)
    let note = ConditionNote.share(met: coverage.done, of: coverage.required)
    guard coverage.required > 0 else { return ConditionResult(.notApplicable, note: note) }
    if coverage.done == coverage.required {
      return ConditionResult(.met, evidence: coverage.evidence, note: note)
    }
    var missing: Set<Reference> = []
    for pair in coverage.committeePairs {
      missing.formUnion([pair.first.reference, pair.second.reference])
    }
    missing.formUnion(coverage.withoutCommittee.map(\.reference))
    missing.formUnion(coverage.withoutMember.map(\.reference))
    return ConditionResult(
      coverage.done > 0 ? .partlyMet : .unmet, evidence: missing.sorted(), note: note)
  }

  /// 支部人数: three full members at least, fifty members at most (支部条例第四条).
  func rosterSize(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch else { return ConditionResult(.notApplicable) }
    let people = partyMembers(of: look.id, on: look.day)
    let full = people.count { $0.status == .full }
    return ConditionResult(
      full >= 3 && people.count <= 50 ? .met : .unmet, evidence: people.map(\.reference),
      note: .size(full: full, members: people.count))
  }

  /// 支委设置: with seven full members a committee of three to seven (支部条例第二十条).
  func committeeSize(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch, look.organization.level != .temporaryBranch else {
      return ConditionResult(.notApplicable)
    }
    let full = fullMembers(of: look.id, on: look.day).count
    let officers = committee(of: look.id, on: look.day)
    let note = ConditionNote.committee(full: full, officers: officers.count)
    guard full >= 7 else { return ConditionResult(.notApplicable, note: note) }
    return ConditionResult(
      (3...7).contains(officers.count) ? .met : officers.isEmpty ? .unmet : .partlyMet,
      evidence: [look.organization.reference], note: note)
  }

  /// 任期有效 (支部条例第二十一条). Without a day of election nobody can say from the records.
  func withinTerm(_ look: Look) -> ConditionResult {
    guard look.organization.level != .temporaryBranch, look.organization.level != .group else {
      return ConditionResult(.notApplicable)
    }
    let evidence = [look.organization.reference]
    guard let term = term(of: look.organization) else {
      return ConditionResult(.pending, evidence: evidence)
    }
    return ConditionResult(
      term.isOver(on: look.day) ? .unmet : .met, evidence: evidence,
      note: .term(ends: term.ends))
  }

  /// 书记在任: the post is filled by somebody who is on a roll that day.
  func hasSecretary(_ look: Look) -> ConditionResult {
    guard look.organization.level != .group else { return ConditionResult(.notApplicable) }
    guard let secretary = look.organization.secretary else {
      return ConditionResult(.unmet, evidence: [look.organization.reference])
    }
    // A secretary from outside the store, as of a committee whose members are not kept here.
    guard let id = secretary.id else {
      return ConditionResult(.met, evidence: [look.organization.reference])
    }
    guard let member = member(id, on: look.day), member.status.isMember else {
      let last = latest(id).map { [$0.reference] } ?? []
      return ConditionResult(.unmet, evidence: [look.organization.reference] + last)
    }
    return ConditionResult(.met, evidence: [look.organization.reference, member.reference])
  }

  /// 党小组设置: every member in a group, each group with three members, one of them full (R45).
  func groups(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch else { return ConditionResult(.notApplicable) }
    let groups = groups(of: look.id, on: look.day)
    guard !groups.isEmpty else { return ConditionResult(.notApplicable) }
    let known = Set(groups.map(\.id))
    let people = partyMembers(of: look.id, on: look.day)
    let outside = people.filter { $0.group.map { !known.contains($0) } ?? true }
    let small = groups.filter { group in
      let own = people.filter { $0.group == group.id }
      return own.count < 3 || !own.contains { $0.status == .full }
    }
    let sound = groups.filter { group in !small.contains { $0.id == group.id } }
    return ConditionResult(
      supporting: sound.map(\.reference)
        + people.filter { person in !outside.contains { $0.id == person.id } }.map(\.reference),
      faulty: small.map(\.reference) + outside.map(\.reference))
  }

  /// 预备期 (党章第七条): no “partly”.
  func probations(_ look: Look) -> ConditionResult {
    let all = probations(on: look.day, of: look.id)
    let overdue = all.filter { $0.isOverdue(on: look.day) }
    var result = ConditionResult(
      supporting: all.filter { !$0.isOverdue(on: look.day) }
        .map { $0.decided ?? $0.member.reference },
      faulty: overdue.map(\.member.reference))
    if result.answer == .partlyMet { result.answer = .unmet }
    return result
  }

  /// 学时: over the year that holds the period (教育条例第二十条). While the year runs, what has
  /// not been reached is not yet missed.
  func studyHours(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch else { return ConditionResult(.notApplicable) }
    let year = Period(.year, containing: look.day)
    var reached: [Reference] = []
    var short: [Reference] = []
    var hours = 0.0
    for member in partyMembers(of: look.id, on: look.day) {
      guard
        let line = studyStanding(of: member.id, on: look.day, catalog: look.catalog),
        line.target != nil
      else { continue }
      hours += line.done
      if line.missing > 0 {
        short.append(member.reference)
      } else {
        reached.append(member.reference)
      }
    }
    var result = ConditionResult(supporting: reached, faulty: short)
    if result.answer == .unmet, look.day < year.last, hours > 0 { result.answer = .partlyMet }
    return result
  }

  /// 党费: each member, each month of the period that is over. Unknown where dues are not kept or
  /// may not be read.
  func duesPaid(_ look: Look) -> ConditionResult {
    guard look.organization.level != .temporaryBranch, look.organization.level != .group else {
      return ConditionResult(.notApplicable)
    }
    guard !dues.isEmpty else { return ConditionResult(.pending, note: .unreadable) }
    var payments: [DuesKey: Reference] = [:]
    for payment in dues where payment.paid != nil {
      payments[DuesKey(member: payment.member, month: payment.month)] = payment.reference
    }
    var paid: [Reference] = []
    var unpaid: Set<Reference> = []
    var (met, total) = (0, 0)
    // Nothing is asked for the time before this store kept dues.
    let begins = dues.map(\.month.first).min() ?? look.days.lowerBound
    var month = Period(.month, containing: max(begins, look.days.lowerBound))
    while month.last <= look.day {
      for member in allPartyMembers(of: look.id, on: month.last) where owesDues(member, in: month) {
        total += 1
        if let reference = payments[DuesKey(member: member.id, month: month)] {
          met += 1
          paid.append(reference)
        } else {
          unpaid.insert(member.reference)
        }
      }
      month = Period(.month, containing: month.last.adding(days: 1))
    }
    let note = ConditionNote.share(met: met, of: total)
    if total == 0 { return ConditionResult(.notApplicable, note: note) }
    if met == total { return ConditionResult(.met, evidence: paid, note: note) }
    return ConditionResult(
      met > 0 ? .partlyMet : .unmet, evidence: unpaid.sorted(), note: note)
  }

  /// 名册: what a roster has of each member.
  func rosterComplete(_ look: Look) -> ConditionResult {
    guard look.organization.level.isBranch else { return ConditionResult(.notApplicable) }
    let people = partyMembers(of: look.id, on: look.day)
    return ConditionResult(
      supporting: people.filter { $0.missingFields.isEmpty }.map(\.reference),
      faulty: people.filter { !$0.missingFields.isEmpty }.map(\.reference))
  }

  private struct DuesKey: Hashable {
    var member: MemberIdentifier
    var month: Period
  }
}

extension Member {
  /// The fields (FORMAT.md 6) that the roster has of every Party member and that are empty here.
  public var missingFields: [String] {
    var missing: [String] = []
    if gender.isEmpty { missing.append("Gender") }
    if nation.isEmpty { missing.append("Nation") }
    if born.isEmpty { missing.append("Born") }
    if education.isEmpty { missing.append("Education") }
    if admitted == nil { missing.append("Admitted") }
    if status == .full, confirmed == nil { missing.append("Confirmed") }
    return missing
  }
}
