/// 党费 in exact decimal arithmetic: every amount is a whole number of fen (0.01 yuan).
///
/// The rate is flat: it is that of the band in which the whole base lies, not of slices of it
/// (中组发〔2008〕3号第二条). Dues are rounded to the fen, half a fen upwards.
public enum Dues {
  /// A band of monthly bases and its rate.
  public struct Band: Hashable, Sendable {
    /// The highest base in it, in fen, inclusive; nil for the last band.
    public var through: Int?
    /// The rate in thousandths: 5 is 0.5%.
    public var perMille: Int
  }

  /// 在职, by monthly income after tax: to 3,000 yuan 0.5%, to 5,000 1%, to 10,000 1.5%, above 2%
  /// (第二条).
  public static let inService = [
    Band(through: 300_000, perMille: 5), Band(through: 500_000, perMille: 10),
    Band(through: 1_000_000, perMille: 15), Band(through: nil, perMille: 20),
  ]

  /// 离退休: to 5,000 yuan 0.5%, above 1% (第五条).
  public static let retired = [
    Band(through: 500_000, perMille: 5), Band(through: nil, perMille: 10),
  ]

  /// The most that a base may be: a hundred million yuan, so that nothing overflows.
  public static let largestBase = 10_000_000_000

  /// The rate in thousandths for a monthly base in fen.
  public static func perMille(base: Int, isRetired: Bool) -> Int {
    let bands = isRetired ? retired : inService
    return bands.first { band in band.through.map { base <= $0 } ?? true }?.perMille ?? 0
  }

  /// The dues of a month in fen for a monthly base in fen; nil for a base below 0 or above
  /// `largestBase`.
  public static func due(base: Int, isRetired: Bool) -> Int? {
    guard (0...largestBase).contains(base) else { return nil }
    return (base * perMille(base: base, isRetired: isRetired) + 500) / 1000
  }

  /// From this many unpaid months in a row on 党章第九条 speaks of 自行脱党.
  public static let gravestArrears = 6
  /// 补交: 一般 for at most so many months back.
  public static let monthsPaidBack = 6
  /// 大额党费: what is paid at once beyond the dues, in fen, from which on it goes to the centre.
  public static let largeContribution = 100_000

  /// The first month for which somebody pays: that of the meeting that took him or her in
  /// (“从支部大会通过其为预备党员之日起交纳党费”).
  public static func firstMonth(admitted: Day) -> Period { Period(.month, containing: admitted) }

  /// `15.00` for 1500 fen.
  public static func yuan(_ fen: Int) -> String {
    let magnitude = Int(fen.magnitude)
    return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(padded(magnitude % 100))"
  }
}

/// One month of one member's dues.
public struct DuesMonth: Hashable, Sendable {
  /// Which month.
  public var month: Period
  /// Whether the retired rates hold: by the snapshot of the month's first day on the roll.
  public var isRetired: Bool
  /// 基数 in fen: that of the record, else the last one recorded before; nil when none is.
  public var base: Int?
  /// What is due in fen; nil without a base.
  public var due: Int?
  /// What was paid in fen; nil while nothing is recorded as paid.
  public var paid: Int?
  /// 交纳日
  public var paidOn: Day?
  /// The records behind it.
  public var evidence: [Reference]
}

/// What has to be known to read the amounts of somebody's dues.
public enum DuesRemark: String, CaseIterable, Sendable {
  /// A 临时党支部 takes no dues: they are paid where the membership is.
  case paidElsewhere
  /// The rates of the retired hold (中组发〔2008〕3号第五条).
  case retiredRate
  /// No base is recorded for some month, so that nobody can say what was due.
  case baseMissing
}

/// The dues of one member over some months.
public struct DuesStanding: Hashable, Sendable {
  /// Whose.
  public var member: Member
  /// The day asked for.
  public var day: Day
  /// Every month in which dues were owed and that is over, in order.
  public var months: [DuesMonth]
  /// What has to be known to read the amounts.
  public var remarks: [DuesRemark] = []

  /// The months not paid for.
  public var unpaid: [Period] { months.filter { $0.paid == nil }.map(\.month) }

  /// How many months up to now are unpaid in a row (连续).
  public var monthsInArrears: Int { months.reversed().prefix { $0.paid == nil }.count }

  /// The longest run of unpaid months.
  public var longestArrears: Int {
    var longest = 0
    var run = 0
    for month in months {
      run = month.paid == nil ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// What is owed in fen for the unpaid months; nil when a base is not known.
  public var owed: Int? {
    var sum = 0
    for month in months where month.paid == nil {
      guard let due = month.due else { return nil }
      sum += due
    }
    return sum
  }
}

/// What the rules say about dues.
public enum DuesWarning: RuledWarning {
  /// So many months in a row unpaid, three to five.
  case arrears(months: Int)
  /// Six or more: 党章第九条, to be looked into.
  case arrearsHalfYear(months: Int)
  /// Paid another amount than is due, in fen.
  case amountDiffers(month: Period, due: Int, paid: Int, isRetired: Bool)
  /// Paid more than six months after its month.
  case paidBackTooFar(month: Period, paidOn: Day)
  /// So much more than due at once that it goes to the centre (大额党费), in fen.
  case largeContribution(month: Period, beyond: Int)
  /// Paid for a month before the meeting that took the member in.
  case paidBeforeAdmission(month: Period, admitted: Day)

  public var rule: Rule {
    switch self {
    case .arrearsHalfYear: .correctionPeriod
    case .amountDiffers(_, _, _, let isRetired): isRetired ? .retiredDues : .dues
    case .arrears, .paidBackTooFar, .largeContribution, .paidBeforeAdmission: .duesPayment
    }
  }
}

extension Ledger {
  /// The dues of a member up to a day; nil where none of the member's branch are recorded at all
  /// (they are restricted, and not seeing them says nothing), and for those who owe none: who is no
  /// member, or belongs to a 临时党支部.
  ///
  /// Dues are owed from the month of admission on, but not for the time before this store kept
  /// dues, and not for months in which the member was not on the roll.
  public func duesStanding(of id: MemberIdentifier, on day: Day) -> DuesStanding? {
    guard let kept = dues.first?.month.first,
      let member = members[id]?.last(where: { $0.since <= day }),
      member.status.isMember, placesKeepingDues.contains(member.organization)
    else { return nil }
    let begins = dues.reduce(kept) { min($0, $1.month.first) }
    let joined = max(member.admitted ?? member.since, members[id]?.first?.since ?? member.since)
    let own = Dictionary(
      dues.filter { $0.member == id }.map { ($0.month, $0) }, uniquingKeysWith: better)
    var standing = DuesStanding(member: member, day: day, months: [])
    var base: Int?
    var month = Dues.firstMonth(admitted: max(joined, begins))
    while month.last < day {
      defer { month = Period(.month, containing: month.last.adding(days: 1)) }
      guard let snapshot = firstSnapshot(of: id, in: month), owesDues(snapshot, in: month) else {
        continue
      }
      let payment = own[month]
      base = payment?.base ?? base
      standing.months.append(
        DuesMonth(
          month: month, isRetired: snapshot.isRetired, base: base,
          due: base.flatMap { Dues.due(base: $0, isRetired: snapshot.isRetired) },
          paid: payment?.paid, paidOn: payment?.paidOn,
          evidence: payment.map { [$0.reference] } ?? [snapshot.reference]))
    }
    if organization(member.organization, on: day)?.level == .temporaryBranch {
      standing.remarks.append(.paidElsewhere)
    }
    if standing.months.last?.isRetired ?? false { standing.remarks.append(.retiredRate) }
    if standing.months.contains(where: { $0.due == nil }) { standing.remarks.append(.baseMissing) }
    return standing
  }

  /// What the rules say about a member's dues on a day.
  public func duesWarnings(of id: MemberIdentifier, on day: Day) -> [Warning] {
    guard let standing = duesStanding(of: id, on: day) else { return [] }
    let member = standing.member
    var found: [(DuesWarning, [Reference])] = []
    let arrears = standing.monthsInArrears
    let evidence = standing.months.suffix(arrears).flatMap(\.evidence)
    if arrears >= Dues.gravestArrears {
      found.append((.arrearsHalfYear(months: arrears), unique(evidence)))
    } else if arrears >= 3 {
      found.append((.arrears(months: arrears), unique(evidence)))
    }
    for month in standing.months {
      guard let paid = month.paid else { continue }
      if let due = month.due {
        if paid - due >= Dues.largeContribution {
          found.append((.largeContribution(month: month.month, beyond: paid - due), month.evidence))
        } else if paid != due {
          found.append(
            (
              .amountDiffers(
                month: month.month, due: due, paid: paid, isRetired: month.isRetired),
              month.evidence
            ))
        }
      }
      if let paidOn = month.paidOn,
        month.month.last.adding(months: Dues.monthsPaidBack) < paidOn
      {
        found.append((.paidBackTooFar(month: month.month, paidOn: paidOn), month.evidence))
      }
    }
    if let admitted = member.admitted {
      let first = Dues.firstMonth(admitted: admitted)
      for payment in dues where payment.member == id && payment.paid != nil && payment.month < first
      {
        found.append(
          (
            .paidBeforeAdmission(month: payment.month, admitted: admitted),
            [payment.reference, member.reference]
          ))
      }
    }
    return found.map {
      Warning(.dues($0), of: member.organization, member: id, evidence: $1)
    }
  }

  /// Of two records of one month the one that says it was paid.
  private func better(_ a: DuesPayment, _ b: DuesPayment) -> DuesPayment {
    a.paid == nil ? b : b.paid == nil ? a : b
  }

  private func firstSnapshot(of id: MemberIdentifier, in month: Period) -> Member? {
    member(id, on: month.first)
      ?? members[id]?.first {
        month.contains($0.since) && $0.until.map { $0 >= month.first } ?? true
      }
  }

  /// Whether somebody owes dues for a month: a member on the roll of what is no 临时党支部. The roll
  /// may say so only from the approval on, which dates back to the assembly's vote.
  func owesDues(_ member: Member, in month: Period) -> Bool {
    let admitted = members[member.id]?.last { $0.status.isMember }?.admitted
    let joins =
      member.status.isMember || self.member(member.id, on: month.last)?.status.isMember ?? false
      || admitted.map { $0 <= month.last } ?? false
    return joins && member.rights != .membershipStopped
      && organization(member.organization, on: month.last)?.level != .temporaryBranch
  }

  private func unique(_ references: [Reference]) -> [Reference] {
    var seen: Set<Reference> = []
    return references.filter { seen.insert($0).inserted }
  }
}
