/// Something in a record that can hardly be so, and was perhaps mistyped. The record is kept as what
/// happened; it is said when it is added, by `verify` and in 迎检自查.
public enum RecordDoubt: Hashable, Sendable {
  /// A procedure that the unit's catalogue does not have, or has switched off.
  case unknownProcedure(String)
  /// A step that its procedure does not have.
  case unknownStep(String, of: String)
  /// A step that goes on from one of another procedure, subject or organisation.
  case followsOther(Reference)
  /// To be carried out before the meeting that resolved it.
  case dueBeforeMeeting(due: Day, meeting: Day)
  /// A day after today.
  case afterToday(Day, field: String)
  /// Dues of a month that has not begun.
  case monthToCome(Period)
  /// Dues entered by another organisation than the member was in that month, or one above it.
  case otherBranch(OrganizationIdentifier)
  /// Dues of a month that are entered as paid already; nil when in the same file.
  case monthPaidTwice(Period, Reference?)
  /// A rate that is not the one for the base (中组发〔2008〕3号); in hundredths of a percent.
  case otherRate(given: Int, due: Int)
  /// A base beyond `Dues.largestBase`, for which nothing is reckoned.
  case baseTooLarge(Int)
  /// An organisation that stands below itself, by way of these.
  case parentCircle([OrganizationIdentifier])
  /// More hours than the days of an activity have.
  case hoursBeyondDays(hours: Double, days: Int)
  /// More people, or pieces, than `RecordDoubt.largestCount`.
  case countTooLarge(Int, field: String)
  /// More seats to be elected than the branch has members.
  case seatsBeyondMembers(seats: Int, members: Int)
  /// A figure with a number of so many digits.
  case tooManyDigits(Int)
  /// A step that goes on from one of another matter, or another team.
  case followsAnother(Reference)
  /// Somebody who was not 18 on a day on which that is asked (党章第一条).
  case underAge(born: String)
  /// A full member who is put down as less without having left.
  case statusLowered(MemberStatus)

  /// At what age one may apply (党章第一条).
  public static let leastAge = 18

  /// More people than this do not come to anything that a unit holds.
  public static let largestCount = 100_000
  /// A figure of more digits was mistyped.
  public static let mostDigits = 12

  /// The field (FORMAT 6) that it is about.
  public var field: String {
    switch self {
    case .unknownProcedure: "Kind"
    case .unknownStep: "Step"
    case .followsOther: "Follows"
    case .dueBeforeMeeting: "Due"
    case .afterToday(_, let field): field
    case .monthToCome, .monthPaidTwice: "Month"
    case .otherBranch: "Organization"
    case .otherRate: "Rate"
    case .baseTooLarge: "Base"
    case .parentCircle: "Parent"
    case .hoursBeyondDays: "Hours"
    case .countTooLarge(_, let field): field
    case .seatsBeyondMembers: "Seats"
    case .tooManyDigits: "Value"
    case .followsAnother: "Follows"
    case .underAge: "Born"
    case .statusLowered: "Status"
    }
  }

  /// The article behind it and how binding that is: that of the rates, else what records have to
  /// be like.
  public var citation: Citation {
    switch self {
    case .otherRate: Citation(.dues)
    case .parentCircle: Citation(.organizationLevel)
    default: .minutes
    }
  }
}

/// A record with something that can hardly be so.
public struct DoubtfulRecord: Hashable, Sendable {
  /// What it is.
  public var doubt: RecordDoubt
  /// The record, or the item of it: `Id#n`.
  public var reference: Reference
  /// Whose it is.
  public var organization: OrganizationIdentifier
  /// Whom it is about; nil when it is about no member.
  public var member: MemberIdentifier?
  /// The day that it is about.
  public var day: Day
}

extension Ledger {
  /// Every record with something that can hardly be so, as on a day, of all organisations or of
  /// some: of each its snapshots, then its activities; then members (of some organisations those on
  /// the roll that day), steps of procedures, dues.
  public func doubts(
    on today: Day, catalog: Catalog, of places: Set<OrganizationIdentifier>? = nil
  ) -> [DoubtfulRecord] {
    var found: [DoubtfulRecord] = []
    let order = places?.sorted()
    for id in order ?? organizations.keys.sorted() {
      for snapshot in organizations[id] ?? [] {
        found += doubts(about: snapshot).map { doubt in
          DoubtfulRecord(
            doubt: doubt, reference: snapshot.reference, organization: id, day: snapshot.since)
        }
      }
      for activity in activities(of: id) {
        for (reference, doubt) in doubts(about: activity, on: today) {
          found.append(
            DoubtfulRecord(
              doubt: doubt, reference: reference, organization: id, day: activity.date))
        }
      }
    }
    let people = order.map { Set($0.flatMap { roll(of: $0, on: today) }.map(\.id)).sorted() }
    for id in people ?? members.keys.sorted() {
      for snapshot in members[id] ?? [] {
        found += doubts(about: snapshot).map { doubt in
          DoubtfulRecord(
            doubt: doubt, reference: snapshot.reference, organization: snapshot.organization,
            member: id, day: snapshot.since)
        }
      }
    }
    for step in order?.flatMap({ procedureSteps(of: $0) }) ?? procedureSteps {
      let previous = step.follows.flatMap { procedureStep($0) }
      found += doubts(about: step, after: previous, on: today, catalog: catalog).map {
        DoubtfulRecord(
          doubt: $0, reference: step.reference, organization: step.organization,
          member: step.subject.id, day: step.date)
      }
    }
    var paid: [DuesMonthKey: Reference] = [:]
    for payment in order.map({ dues(of: $0) }) ?? dues {
      let key = DuesMonthKey(member: payment.member, month: payment.month)
      var own = doubts(about: payment, on: today)
      if payment.paid != nil {
        if let other = paid[key] { own.append(.monthPaidTwice(payment.month, other)) }
        paid[key] = paid[key] ?? payment.reference
      }
      guard let place = payment.organization ?? latest(payment.member)?.organization else {
        continue
      }
      found += own.map {
        DoubtfulRecord(
          doubt: $0, reference: payment.reference, organization: place, member: payment.member,
          day: payment.month.first)
      }
    }
    return found
  }

  private struct DuesMonthKey: Hashable {
    var member: MemberIdentifier
    var month: Period
  }

  /// What in a snapshot of an organisation can hardly be so: a superior that is below it.
  public func doubts(about organization: Organization) -> [RecordDoubt] {
    var way: [OrganizationIdentifier] = []
    var next = organization.parent
    while let id = next, !way.contains(id) {
      way.append(id)
      if id == organization.id { return [.parentCircle(way)] }
      next = self.organization(id, on: organization.since)?.parent
    }
    return []
  }

  /// What in a snapshot of somebody can hardly be so: by itself, and beside the one before it.
  public func doubts(about member: Member) -> [RecordDoubt] {
    var found: [RecordDoubt] = []
    // A year or a month alone may mean any day of it.
    if let birth = Self.days(of: member.born)?.first {
      let ofAge = birth.adding(years: RecordDoubt.leastAge)
      let asked = [Self.days(of: member.applied)?.last, member.admitted, member.confirmed]
      if (asked.compactMap(\.self) + [member.since]).contains(where: { $0 < ofAge }) {
        found.append(.underAge(born: member.born))
      }
    }
    if let before = members[member.id]?.last(where: { $0.since < member.since }),
      before.until == nil, before.status == .full, member.status != .full
    {
      found.append(.statusLowered(member.status))
    }
    return found
  }

  /// The first and the last day that a date may mean: `1984`, `1984-06` or a day.
  private static func days(of text: String) -> (first: Day, last: Day)? {
    if let day = Day(text) { return (day, day) }
    return Period(text).map { ($0.first, $0.last) }
  }

  /// What in an activity can hardly be so, with its item where it is about one.
  public func doubts(
    about activity: Activity, on today: Day
  ) -> [(reference: Reference, doubt: RecordDoubt)] {
    var found: [(reference: Reference, doubt: RecordDoubt)] = []
    for (field, day) in [("Date", activity.date), ("EndDate", activity.endDate ?? activity.date)]
    where day > today && (field == "Date" || day != activity.date) {
      found.append((activity.reference, .afterToday(day, field: field)))
    }
    let days = max(1, activity.date.days(until: activity.endDate ?? activity.date) + 1)
    if let hours = activity.hours, hours > Double(days) * 24 {
      found.append((activity.reference, .hoursBeyondDays(hours: hours, days: days)))
    }
    if let count = activity.headcount?.value, count > RecordDoubt.largestCount {
      found.append((activity.reference, .countTooLarge(count, field: "Headcount")))
    }
    found += seatDoubts(about: activity)
    for (index, item) in activity.items.enumerated() {
      guard let due = item.due, due < activity.date else { continue }
      found.append(
        (
          activity.reference.item(index + 1),
          .dueBeforeMeeting(due: due, meeting: activity.date)
        ))
    }
    return found
  }

  /// Seats beyond the members of a branch; above branches those who elect are not on record.
  private func seatDoubts(
    about activity: Activity
  ) -> [(reference: Reference, doubt: RecordDoubt)] {
    guard activity.items.contains(where: { $0.seats != nil }),
      organization(activity.organization, on: activity.date)?.level.isBranch == true
    else { return [] }
    let members = allPartyMembers(of: activity.organization, on: activity.date).count
    return activity.items.enumerated().compactMap { index, item in
      guard let seats = item.seats, seats > members else { return nil }
      return (
        activity.reference.item(index + 1), .seatsBeyondMembers(seats: seats, members: members)
      )
    }
  }

  /// What in a step of a procedure can hardly be so; `previous` is the one that it goes on from.
  public func doubts(
    about step: ProcedureStep, after previous: ProcedureStep?, on today: Day, catalog: Catalog
  ) -> [RecordDoubt] {
    var found: [RecordDoubt] = []
    let kinds = catalog.procedures.filter { $0.id == step.kind }
    if kinds.isEmpty {
      found.append(.unknownProcedure(step.kind))
    } else if step.step != ProcedureKind.endStep,
      !kinds.contains(where: { $0.step(step.step) != nil })
    {
      found.append(.unknownStep(step.step, of: step.kind))
    }
    if let previous,
      previous.kind != step.kind || previous.organization != step.organization
        || !previous.subject.isSame(as: step.subject)
    {
      found.append(.followsOther(previous.reference))
    }
    if step.date > today { found.append(.afterToday(step.date, field: "Date")) }
    return found
  }

  /// What in a record of dues can hardly be so by itself.
  public func doubts(about payment: DuesPayment, on today: Day) -> [RecordDoubt] {
    var found: [RecordDoubt] = []
    let month = payment.month
    if month.first > today { found.append(.monthToCome(month)) }
    if let paidOn = payment.paidOn, paidOn > today {
      found.append(.afterToday(paidOn, field: "PaidOn"))
    }
    let own = [month.first, month.last].compactMap { member(payment.member, on: $0) }
    if let place = payment.organization, let first = own.first,
      !own.contains(where: { snapshot in
        snapshot.organization == place
          || ancestors(of: snapshot.organization, on: month.last).contains(place)
      })
    {
      found.append(.otherBranch(first.organization))
    }
    guard let base = payment.base else { return found }
    if base > Dues.largestBase {
      found.append(.baseTooLarge(base))
    } else if let rate = payment.rate {
      let isRetired = own.first?.isRetired ?? latest(payment.member)?.isRetired ?? false
      let due = Dues.perMille(base: base, isRetired: isRetired) * 10
      if rate != due { found.append(.otherRate(given: rate, due: due)) }
    }
    return found
  }
}
