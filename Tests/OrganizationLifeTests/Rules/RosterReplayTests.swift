import OrganizationLife
import Testing

/// Numbers that only look random: the same in every run.
struct Sequence64 {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func pick<Element>(_ values: [Element]) -> Element { values[below(values.count)] }
}

/// The roster of any day is that of a naive reader who goes through the snapshots as they were
/// written, one by one; what is owed is that of a naive loop over the records.
@Suite struct RosterReplayTests {
  /// 24 members with up to six snapshots each, over branches Q1 and Q2 and two groups, in no
  /// order, some of one day, some entered late.
  static func snapshots(_ seed: UInt64) -> [Member] {
    var random = Sequence64(seed)
    var found: [Member] = []
    for number in 1...24 {
      for entry in 0...random.below(6) {
        var snapshot = member(
          number, status: random.pick(MemberStatus.allCases + [.full, .full, .full]),
          rights: random.pick(MemberRights.allCases + [.normal, .normal, .normal]),
          in: random.pick(["Q1", "Q1", "Q2"]),
          group: random.pick([nil, "Q1X1", "Q1X2"]),
          since: "2024-\(padded(random.below(12) + 1))-\(padded(random.below(28) + 1))")
        if random.below(8) == 0 { snapshot.until = snapshot.since.adding(days: random.below(90)) }
        snapshot.reference = Reference("\(number)-\(entry)")
        snapshot.enteredAt = Moment(
          seconds: writtenAt.seconds + Int64(random.below(100_000)), offset: 28_800)
        found.append(snapshot)
      }
    }
    return found
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Who is on the roll on a day: of all snapshots that began by then the one that began last, and
  /// of those of one day the one written last.
  static func replay(_ snapshots: [Member], on day: Day) -> [String: Member] {
    var standing: [String: Member] = [:]
    for snapshot in snapshots {
      if snapshot.since > day { continue }
      if let other = standing[snapshot.id.text] {
        if other.since > snapshot.since { continue }
        if other.since == snapshot.since && other.enteredAt > snapshot.enteredAt { continue }
        if other.since == snapshot.since && other.enteredAt == snapshot.enteredAt
          && other.reference.text > snapshot.reference.text
        {
          continue
        }
      }
      standing[snapshot.id.text] = snapshot
    }
    for (id, snapshot) in standing {
      if let until = snapshot.until, until < day { standing[id] = nil }
    }
    return standing
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func theRosterIsAReplayOfTheSnapshots(seed: UInt64) {
    let snapshots = Self.snapshots(seed)
    let ledger = ledger(
      organizations: [
        organization("Q2"), organization("Q1X1", level: .group, parent: "Q1"),
        organization("Q1X2", level: .group, parent: "Q1"),
      ], members: snapshots)
    var compared = 0
    var day = date("2023-12-30")
    while day <= date("2025-04-01") {
      let standing = Self.replay(snapshots, on: day)
      for branch in ["Q1", "Q2"] {
        var all: Set<String> = []
        var voters: Set<String> = []
        for (id, member) in standing where member.organization.text == branch {
          if member.status != .full && member.status != .probationary { continue }
          if member.rights == .membershipStopped { continue }
          all.insert(id)
          if member.status == .full && member.rights == .normal { voters.insert(id) }
        }
        let held = activity(on: day.description, of: branch)
        let expected = ledger.expected(at: held, as: assembly)
        if Set(expected.map(\.id.text)) == all,
          Set(expected.filter(\.hasVote).map(\.id.text)) == voters
        {
          compared += 1
        } else {
          Issue.record("\(branch) on \(day), seed \(seed)")
        }
      }
      day = day.adding(days: 1)
    }
    #expect(compared == 918)
    print("roster, seed \(seed): \(compared) days and branches agree with the replay")
  }

  /// Each obligation's count in each of its own periods.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func whatIsOwedIsANaiveCount(seed: UInt64) {
    var random = Sequence64(seed)
    var activities: [Activity] = []
    let kinds = ["党员大会", "支委会", "党课", "主题党日"]
    for number in 0..<220 {
      let day = date("2025-01-01").adding(days: random.below(800))
      activities.append(
        activity(random.pick(kinds), on: day.description, id: "A\(number)") {
          if random.below(4) == 0 { $0.counts = [random.pick(kinds)] }
        })
    }
    let ledger = ledger(members: fullMembers(1...8), activities: activities)
    let obligations = kinds.flatMap { kind in
      Frequency.allCases.map { frequency in
        Obligation(
          id: "\(kind)\(frequency.rawValue)", title: kind, kinds: [kind], frequency: frequency,
          times: 1 + random.below(3), levels: [.branch], level: .regulation, source: "",
          validity: Validity(since: date("2019-01-01")))
      }
    }
    var compared = 0
    for _ in 0..<120 {
      let day = date("2025-02-01").adding(days: random.below(760))
      for line in ledger.due(obligations, on: day, under: place("Q1")) {
        let (first, last) = Self.bounds(line.obligation.frequency, day)
        var count = 0
        for activity in activities {
          let named = [activity.kind] + activity.counts
          if named.contains(line.obligation.title), first <= activity.date.description,
            activity.date.description <= min(last, day.description)
          {
            count += 1
          }
        }
        let missing = count < line.obligation.times ? line.obligation.times - count : 0
        if line.done == count, line.missing == missing, line.required == line.obligation.times {
          compared += 1
        } else {
          Issue.record("\(line.obligation.id) on \(day): \(line.done), counted \(count)")
        }
      }
    }
    #expect(compared == 2400)
    print("owed, seed \(seed): \(compared) counts agree with a naive loop")
  }

  /// The first and the last day of a period as text, found by stepping day by day.
  static func bounds(_ frequency: Frequency, _ day: Day) -> (String, String) {
    func key(_ day: Day) -> String {
      let text = day.description
      let month = Int(text.dropFirst(5).prefix(2)) ?? 0
      let year = String(text.prefix(4))
      switch frequency {
      case .year: return year
      case .half: return year + (month < 7 ? "a" : "b")
      case .quarter: return year + "q\((month + 2) / 3)"
      case .month: return year + "m\(month)"
      case .week:
        // 2024-12-30 was a Monday.
        return "w\(date("2024-12-30").days(until: day) / 7)"
      }
    }
    var first = day
    while key(first.adding(days: -1)) == key(day) { first = first.adding(days: -1) }
    var last = day
    while key(last.adding(days: 1)) == key(day) { last = last.adding(days: 1) }
    return (first.description, last.description)
  }
}
