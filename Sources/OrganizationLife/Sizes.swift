/// What the rules say about the size and the form of an organisation.
public enum SizeWarning: RuledWarning {
  /// A branch of fewer than three full members: a joint branch is the form for it.
  case tooFewFullMembers(full: Int)
  /// A branch of more than fifty members.
  case tooManyMembers(members: Int)
  /// A joint branch over more than five units.
  case tooManyUnits(units: Int)
  /// A temporary branch for six months or more: a branch should be formed.
  case temporaryForLong(since: Day)
  /// Seven full members or more, and no committee of three.
  case committeeMissing(full: Int, officers: Int)
  /// A committee of more than seven.
  case committeeTooLarge(officers: Int)
  /// Fewer than seven full members with a committee: a secretary, and if needed a deputy, do.
  case committeeNotNeeded(full: Int, officers: Int)
  /// Nobody is secretary.
  case secretaryMissing
  /// A 总支 of a hundred members or more: a committee is the form for it.
  case generalBranchTooLarge(members: Int)
  /// A 总支 of fewer than fifty members.
  case generalBranchSmall(members: Int)
  /// A 党小组 of fewer than three members.
  case groupTooSmall(members: Int)
  /// A 党小组 without a full member.
  case groupWithoutFullMember
  /// A 党小组 whose 组长 is not on record.
  case groupWithoutHead

  public var rule: Rule {
    switch self {
    case .tooFewFullMembers, .tooManyMembers, .tooManyUnits, .temporaryForLong: .branchSize
    case .committeeMissing, .committeeTooLarge, .committeeNotNeeded, .secretaryMissing:
      .committeeSize
    case .generalBranchTooLarge, .generalBranchSmall: .organizationLevel
    case .groupTooSmall, .groupWithoutFullMember: .groupSize
    case .groupWithoutHead: .groupMeeting
    }
  }
}

/// The numbers that decide the form of an organisation.
public enum Sizes {
  /// 正式党员 ≥ 3: a branch (支部条例第四条)
  public static let branch = 3
  /// 党员 一般 ≤ 50 in a branch (第四条)
  public static let largestBranch = 50
  /// 一般 ≤ 5 units in a joint branch (第五条)
  public static let unitsOfJointBranch = 5
  /// 正式党员 ≥ 7: a committee (第二十条)
  public static let withCommittee = 7
  /// 3–5 on a committee, 一般 ≤ 7 (第二十条)
  public static let committee = 3...7
  /// 党员 ≥ 50: a 总支; ≥ 100: a committee (机关条例第五、六条)
  public static let generalBranch = 50
  /// 党员 ≥ 100: a committee (机关条例第五条)
  public static let partyCommittee = 100
  /// ≥ 3 in a 党小组
  public static let group = 3
}

extension Ledger {
  /// What the rules say about the size and the form of an organisation on a day.
  public func sizeWarnings(of organization: Organization, on day: Day) -> [Warning] {
    let people = allPartyMembers(of: organization.id, on: day)
    let full = people.count { $0.status == .full }
    var found: [SizeWarning] = []
    switch organization.level {
    case .branch, .jointBranch:
      if organization.level == .branch, full < Sizes.branch {
        found.append(.tooFewFullMembers(full: full))
      }
      if people.count > Sizes.largestBranch { found.append(.tooManyMembers(members: people.count)) }
      if organization.level == .jointBranch, organization.units.count > Sizes.unitsOfJointBranch {
        found.append(.tooManyUnits(units: organization.units.count))
      }
      found += committeeWarnings(of: organization, full: full, on: day)
    case .temporaryBranch:
      let since = organizations[organization.id]?.first { $0.level == .temporaryBranch }?.since
      if let since, since.adding(months: 6) <= day { found.append(.temporaryForLong(since: since)) }
      if organization.secretary == nil { found.append(.secretaryMissing) }
    case .generalBranch:
      if people.count >= Sizes.partyCommittee {
        found.append(.generalBranchTooLarge(members: people.count))
      } else if people.count < Sizes.generalBranch {
        found.append(.generalBranchSmall(members: people.count))
      }
      if organization.secretary == nil { found.append(.secretaryMissing) }
    case .committee, .officesCommittee:
      if organization.secretary == nil { found.append(.secretaryMissing) }
    case .group:
      if people.count < Sizes.group { found.append(.groupTooSmall(members: people.count)) }
      if full == 0, !people.isEmpty { found.append(.groupWithoutFullMember) }
      if organization.officers.isEmpty { found.append(.groupWithoutHead) }
    }
    let evidence = [organization.reference]
    return found.map { Warning(.size($0), of: organization.id, evidence: evidence) }
  }

  private func committeeWarnings(
    of organization: Organization, full: Int, on day: Day
  ) -> [SizeWarning] {
    var found: [SizeWarning] = []
    let officers = committee(of: organization.id, on: day).count
    if full >= Sizes.withCommittee {
      if officers < Sizes.committee.lowerBound {
        found.append(.committeeMissing(full: full, officers: officers))
      }
    } else if officers > 2 {
      found.append(.committeeNotNeeded(full: full, officers: officers))
    }
    if officers > Sizes.committee.upperBound {
      found.append(.committeeTooLarge(officers: officers))
    }
    if organization.secretary == nil { found.append(.secretaryMissing) }
    return found
  }
}
