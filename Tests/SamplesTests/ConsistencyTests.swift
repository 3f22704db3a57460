import OrganizationLife
import RecordLog
import Samples
import Testing

private let personFields: Set<String> = [
  "Officer", "Presider", "Recorder", "Present", "Video", "Absent", "Late", "Left", "Signed",
  "Owner", "About", "Leader", "Person", "Introducer", "Author", "Reviewer", "Confirmed",
]

/// Goes through every record of the sample by itself and lists what does not fit together.
@Suite struct ConsistencyTests {
  @Test(
    arguments: [
      (1, "2026-11-20"), (2, "2026-11-20"), (3, "2026-11-20"), (77, "2026-11-20"),
      (5, "2026-11-01"), (8, "2027-01-04"), (1, "2026-02-28"), (9, "2027-07-15"),
    ] as [(UInt64, String)])
  func nothingContradictsItself(seed: UInt64, day: String) throws {
    let today = try #require(Day(day))
    let reader = SampleReader(seed: seed, today: today)
    var faults: [String] = []
    checkText(reader, &faults)
    checkOrder(reader, today, &faults)
    checkPeople(reader, &faults)
    checkRosters(reader, &faults)
    #expect(oddVotes(reader) == ["J1": 2, "Q3": 1, "Q5": 2, "Q7": 3, "Q10": 1, "Q12": 2, "Q15": 1])
    checkGroups(reader, today, &faults)
    checkNumbers(reader, &faults)
    let shown = faults.prefix(12).joined(separator: "\n")
    #expect(faults.isEmpty, "\(faults.count): \(shown)")
  }

  private func checkText(_ reader: SampleReader, _ faults: inout [String]) {
    for (id, entry) in zip(reader.ids, reader.entries) {
      if RecordIdentifierShape.isValid(id) == false { faults.append("\(id): id") }
      for field in entry.record.fields {
        for scalar in field.value.unicodeScalars {
          let value = scalar.value
          if (value < 0x20 && value != 0x0A) || (0x7F...0x9F).contains(value)
            || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
            || (0x200B...0x200F).contains(value) || value == 0xFEFF || value == 0x61C
          {
            faults.append("\(id) \(field.name): U+\(String(value, radix: 16))")
          }
        }
        for line in field.value.split(separator: "\n", omittingEmptySubsequences: false)
        where line.isEmpty || line.last == " " || line.last == "\\" || line.contains("{") {
          faults.append("\(id) \(field.name): line end")
        }
      }
    }
  }

  private func checkOrder(_ reader: SampleReader, _ today: Day, _ faults: inout [String]) {
    var seen: Set<String> = []
    var previous = ""
    for (id, entry) in zip(reader.ids, reader.entries) {
      if entry.moment < previous { faults.append("\(id): out of order") }
      previous = entry.moment
      let written = String(entry.moment.prefix(10))
      if written >= "\(today)" { faults.append("\(id): written on or after today") }
      for name in ["Date", "EndDate", "Closed", "PaidOn", "Opened"] {
        if let day = entry.record.first(name), day > written {
          faults.append("\(id): \(name) \(day) after \(written)")
        }
      }
      for name in ["Corrects", "Withdraws", "Follows", "Source", "Evidence"] {
        for value in entry.record.all(name) {
          let target = String(value.prefix { $0 != "#" })
          if !seen.contains(target) { faults.append("\(id): \(name) \(value) not yet there") }
        }
      }
      seen.insert(id)
    }
  }

  /// Every name belongs to its id, and those who take part belong there on that day.
  private func checkPeople(_ reader: SampleReader, _ faults: inout [String]) {
    for (id, entry) in zip(reader.ids, reader.entries) {
      for field in entry.record.fields where personFields.contains(field.name) {
        guard entry.record.type != "member" || field.name == "Introducer" else { continue }
        guard let person = SampleReader.person(field.value) else {
          faults.append("\(id) \(field.name): \(field.value)")
          continue
        }
        if reader.names[person.id] != person.name {
          faults.append("\(id) \(field.name): \(field.value)")
        }
      }
      if let person = SampleReader.person(entry.author.by), reader.names[person.id] != person.name {
        faults.append("\(id): by \(entry.author.by)")
      }
    }
  }

  private func checkRosters(_ reader: SampleReader, _ faults: inout [String]) {
    let byAll: Set = ["党员大会", "党课", "主题党日", "组织生活会", "民主评议", "政治学习", "政治生日"]
    var sittings: [String: Set<String>] = [:]
    for entry in reader.newest where entry.record.type == "activity" {
      let record = entry.record
      guard let kind = record.first("Kind"), let day = record.first("Date") else {
        faults.append("\(record): no kind or date")
        continue
      }
      let place = record.organization
      let listed = ["Present", "Video", "Absent", "Excluded"].flatMap { record.all($0) }
        .compactMap { SampleReader.person($0)?.id }
      let people = Set(listed)
      let what = "\(place) \(kind) \(day)"
      if people.count != listed.count { faults.append("\(what): listed twice") }
      let there = Set(
        (record.all("Present") + record.all("Video")).compactMap { SampleReader.person($0)?.id })
      for name in ["Late", "Left"] {
        for person in record.all(name) where !there.contains(SampleReader.person(person)?.id ?? "")
        {
          faults.append("\(what): \(person) was not there")
        }
      }
      for guest in record.all("Attending") {
        if let id = SampleReader.person(guest)?.id, people.contains(id) {
          faults.append("\(what): \(guest) also sits in")
        }
      }
      let isBranch = place.hasPrefix("Q") || place == "L1"
      switch kind {
      case "支委会", "总支委员会", "党委会":
        if people != reader.committee(place, on: day) { faults.append("\(what): committee") }
      case "党小组会":
        if people != reader.roster(place, on: day) { faults.append("\(what): group") }
      case _ where byAll.contains(kind) && isBranch && record.first("Sitting") != nil:
        sittings["\(place) \(day.prefix(7))", default: []].formUnion(people)
        if !people.isSubset(of: reader.roster(place, on: day)) { faults.append("\(what): sitting") }
      case _ where byAll.contains(kind) && isBranch:
        if people != reader.roster(place, on: day) {
          let roster = reader.roster(place, on: day)
          faults.append("\(what): \(people.symmetricDifference(roster).sorted())")
        }
      case "谈心谈话", "廉政谈话", "家访", "走访慰问":
        if people.count != 2 || !people.isSubset(of: reader.roster(place, on: day)) {
          faults.append("\(what): \(people.sorted())")
        }
      default:
        if isBranch, !people.isSubset(of: reader.roster(place, on: day)) {
          faults.append("\(what): strangers")
        }
        if listed.isEmpty, record.first("Headcount") == nil { faults.append("\(what): nobody") }
      }
    }
    for (key, people) in sittings {
      let parts = key.split(separator: " ").map(String.init)
      if people != reader.roster(parts[0], on: "\(parts[1])-28") {
        faults.append("\(key): sittings")
      }
    }
  }

  /// The votes of each organisation that do not come out as they should: those that are told on
  /// purpose.
  private func oddVotes(_ reader: SampleReader) -> [String: Int] {
    var odd: [String: Int] = [:]
    for fault in voteFaults(reader) { odd[String(fault.prefix { $0 != " " }), default: 0] += 1 }
    return odd
  }

  private func voteFaults(_ reader: SampleReader) -> [String] {
    var faults: [String] = []
    for entry in reader.newest where !entry.record.all("Vote").isEmpty {
      let record = entry.record
      guard let day = record.first("Date") else { continue }
      let place = record.organization
      let there = Set(
        (record.all("Present") + record.all("Video")).compactMap { SampleReader.person($0)?.id })
      for text in record.all("Vote") {
        var parts: [String: String] = [:]
        for word in text.split(separator: " ") {
          let halves = word.split(separator: "=", maxSplits: 1)
          if halves.count == 2 { parts[String(halves[0])] = String(halves[1]) }
        }
        func number(_ name: String) -> Int { Int(parts[name] ?? "0") ?? -1 }
        let isCommittee = parts["类别"] == "支委会"
        let excluded = record.all("Excluded").compactMap { SampleReader.person($0)?.id }
        let eligible =
          isCommittee
          ? reader.committee(place, on: day)
          : reader.voters(reader.roster(place, on: day), on: day).subtracting(excluded)
        // In one branch the committee votes as if it took somebody in.
        if record.first("Kind") == "支委会", parts["类别"] == "接收预备党员" { continue }
        // A name that was written in has but the votes for it.
        if parts["另选"] != nil, parts["对象"] == nil { continue }
        let present = eligible.intersection(there).count
        let yes = number("赞成")
        let total = yes + number("不赞成") + number("弃权")
        let what = "\(place) \(day) \(text)"
        // At Q5 whoever came late or left early did not vote, and nobody wrote down who that was.
        let missed = eligible.intersection(
          (record.all("Late") + record.all("Left")).compactMap { SampleReader.person($0)?.id })
        if place == "Q5", !missed.isEmpty, total == present - missed.count { continue }
        if total != present + number("书面") { faults.append("\(what): \(present) voters") }
        switch parts["类别"] {
        case "接收预备党员", "转正":
          if present * 2 <= eligible.count || yes * 2 <= eligible.count { faults.append(what) }
          if parts["方式"] != "无记名" || parts["监票"] == nil || parts["计票"] == nil {
            faults.append("\(what): ballot")
          }
        case "选举":
          if present * 5 < eligible.count * 4 { faults.append("\(what): \(eligible.count)") }
        default:
          if present * 2 < eligible.count || yes * 2 <= eligible.count { faults.append(what) }
        }
        for name in ["监票", "计票"] {
          guard let teller = parts[name].flatMap({ SampleReader.person($0)?.id }) else { continue }
          if !there.contains(teller) || parts["对象"]?.hasPrefix("\(teller)(") == true {
            faults.append("\(what): \(name)")
          }
        }
      }
    }
    return faults
  }

  /// Groups keep three members and a full one all the time, and every member has one.
  private func checkGroups(_ reader: SampleReader, _ today: Day, _ faults: inout [String]) {
    for months in 0..<24 {
      let day = "\(today.adding(months: -months).adding(days: -1))"
      for (id, _) in reader.organizations where id.hasPrefix("Q") {
        let roster = reader.roster(id, on: day)
        if id.contains("G") {
          if roster.count < 3 || reader.voters(roster, on: day).isEmpty {
            faults.append("\(id) on \(day): \(roster.sorted())")
          }
        } else if id != "Q16" {
          for person in roster where reader.member(person, on: day)?.first("Group") == nil {
            faults.append("\(person) on \(day): no group")
          }
        }
      }
    }
  }

  /// Numbers run through the year without gaps, in order of the dates.
  private func checkNumbers(_ reader: SampleReader, _ faults: inout [String]) {
    var last: [String: (number: Int, date: String)] = [:]
    let numbered = reader.newest.map(\.record).filter { $0.first("Number") != nil }
      .filter { $0.type == "activity" }
      .sorted {
        ($0.first("Date") ?? "", $0.first("Sitting") ?? "")
          < ($1.first("Date") ?? "", $1.first("Sitting") ?? "")
      }
    for record in numbered {
      let date = record.first("Date") ?? ""
      let key = "\(record.organization) \(record.first("Kind") ?? "") \(date.prefix(4))"
      let number = Int(record.first("Number") ?? "") ?? 0
      let before = last[key]?.number ?? 0
      if number != before + (record.first("Sitting") == "2/2" ? 0 : 1) {
        faults.append("\(key): \(number) after \(before)")
      }
      last[key] = (number, date)
    }
  }
}

private enum RecordIdentifierShape {
  /// `ORGANIZATION-TYPE-YEAR-WRITER-NNNN`
  static func isValid(_ id: String) -> Bool {
    id.wholeMatch(
      of: /[A-Z][A-Z0-9]{1,11}-[a-z]+-([0-9]{4}|-)-[a-z][a-z0-9]{1,15}-[0-9]{4}/) != nil
  }
}
