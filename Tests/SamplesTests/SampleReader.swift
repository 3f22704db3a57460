import OrganizationLife
import RecordLog
import Samples

/// Reads the sample on its own: plain strings, nothing of the program's folding.
struct SampleReader {
  typealias Entry = (author: Author, moment: String, record: NewRecord)

  let entries: [Entry]
  /// The ids that the log will give, counted in each file.
  let ids: [String]
  /// The records of each organisation and member in the order in which they take effect.
  let organizations: [String: [NewRecord]]
  let members: [String: [NewRecord]]
  let names: [String: String]
  /// What decides who is on a roster, of each member, in the same order; kept apart because it
  /// is asked for so often.
  private let stays: [String: [Stay]]
  /// Everyone who ever was in a branch or group.
  private let everyone: [String: Set<String>]

  private struct Stay {
    var since: String
    var until: String?
    var places: [String]
    var isMember: Bool
    var hasVote: Bool

    init(_ record: NewRecord) {
      since = record.first("Since") ?? ""
      until = record.first("Until")
      places = [record.first("Organization"), record.first("Group")].compactMap { $0 }
      let status = record.first("Status")
      isMember =
        (status == "正式党员" || status == "预备党员") && record.first("Rights") != "停止党籍"
      hasVote = status == "正式党员" && record.first("Rights") == "正常"
    }
  }

  init(seed: UInt64, today: Day) {
    entries = SamplePrison.history(seed: seed, today: today)
    var counts: [String: Int] = [:]
    var ids: [String] = []
    var organizations: [String: [NewRecord]] = [:]
    var members: [String: [NewRecord]] = [:]
    var names: [String: String] = [:]
    for entry in entries {
      let record = entry.record
      let isLasting = ["organization", "member", "team"].contains(record.type)
      let year = isLasting ? "-" : String(entry.moment.prefix(4))
      let file = "\(record.organization)-\(record.type)-\(year)-\(entry.author.writer)"
      counts[file, default: 0] += 1
      let number = String(counts[file] ?? 0)
      ids.append("\(file)-" + String(repeating: "0", count: 4 - number.count) + number)
      switch record.type {
      case "organization": organizations[record.organization, default: []].append(record)
      case "member":
        let id = record.first("Member") ?? ""
        members[id, default: []].append(record)
        names[id] = record.first("Name") ?? ""
      default: break
      }
    }
    self.ids = ids
    self.organizations = organizations.mapValues(Self.inEffect)
    let ordered = members.mapValues(Self.inEffect)
    self.members = ordered
    stays = ordered.mapValues { $0.map(Stay.init) }
    var everyone: [String: Set<String>] = [:]
    for (id, stays) in stays {
      for place in stays.flatMap(\.places) { everyone[place, default: []].insert(id) }
    }
    self.everyone = everyone
    self.names = names
  }

  private static func inEffect(_ records: [NewRecord]) -> [NewRecord] {
    records.enumerated().sorted {
      ($0.element.first("Since") ?? "", $0.offset) < ($1.element.first("Since") ?? "", $1.offset)
    }.map(\.element)
  }

  /// The records of a type, withdrawals left out.
  func records(_ type: String) -> [NewRecord] {
    entries.map(\.record).filter { $0.type == type && $0.first("Withdraws") == nil }
  }

  /// What holds: neither corrected nor withdrawn.
  var newest: [Entry] {
    var gone: Set<String> = []
    for entry in entries {
      if let id = entry.record.first("Corrects") { gone.insert(id) }
      if let id = entry.record.first("Withdraws") { gone.insert(id) }
    }
    return zip(ids, entries).filter { id, entry in
      !gone.contains(id) && entry.record.first("Withdraws") == nil
    }.map(\.1)
  }

  func member(_ id: String, on day: String) -> NewRecord? { snapshot(members[id], on: day) }

  func organization(_ id: String, on day: String) -> NewRecord? {
    snapshot(organizations[id], on: day)
  }

  private func snapshot(_ records: [NewRecord]?, on day: String) -> NewRecord? {
    guard let record = records?.last(where: { ($0.first("Since") ?? "") <= day }) else {
      return nil
    }
    if let until = record.first("Until"), until < day { return nil }
    return record
  }

  private func stay(_ id: String, on day: String) -> Stay? {
    guard let stay = stays[id]?.last(where: { $0.since <= day }) else { return nil }
    if let until = stay.until, until < day { return nil }
    return stay
  }

  /// Those on the roster of a branch or group.
  func roster(_ organization: String, on day: String) -> Set<String> {
    (everyone[organization] ?? []).filter { id in
      stay(id, on: day).map { $0.isMember && $0.places.contains(organization) } ?? false
    }
  }

  func voters(_ people: Set<String>, on day: String) -> Set<String> {
    people.filter { stay($0, on: day)?.hasVote ?? false }
  }

  func committee(_ organization: String, on day: String) -> Set<String> {
    let officers = self.organization(organization, on: day)?.all("Officer") ?? []
    return Set(officers.compactMap { Self.person($0)?.id }).filter {
      stay($0, on: day) != nil
    }
  }

  /// The id and the name at the beginning of a value, nil for guests.
  static func person(_ text: String) -> (id: String, name: String)? {
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close
    else { return nil }
    let id = text[..<open]
    guard !id.isEmpty, id.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { return nil }
    return (String(id), String(text[text.index(after: open)..<close]))
  }
}
