import Archive
import OrganizationLife
import RecordLog
import Testing

/// What the sample prison owes in every period of every obligation, beside a loop over the records.
@Suite("every obligation in each of its own periods")
struct CountTests {
  private static let today = "2026-11-20"

  @Test("the count is that of a naive loop over the folded records")
  func counts() throws {
    let desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    _ = desk.shell("sed -i 's/^Enabled: 否/Enabled: 是/' demo/catalog/obligation.rec")
    let archive = try Archive.open(Store(opening: desk.folder.path("demo")))
    let naive = NaiveCount(archive)
    let today = try #require(Day(Self.today))
    var compared: [String: Int] = [:]
    for obligation in archive.catalog.obligations {
      var first = try #require(Day("2024-12-30"))
      while first <= today {
        let period = Period(obligation.frequency, containing: first)
        let day = min(period.last, today)
        for line in archive.ledger.due([obligation], on: day, under: nil) {
          let count = naive.count(
            obligation, of: line.organization.text, from: "\(period.first)", through: "\(day)")
          let agrees =
            line.done == count && line.missing == max(0, line.required - count)
            && line.period == period
          if !agrees {
            Issue.record("\(obligation.id) \(line.organization) \(period): \(line.done), \(count)")
          }
          compared[obligation.id, default: 0] += 1
        }
        first = period.last.adding(days: 1)
      }
    }
    let all = compared.values.reduce(0, +)
    print("counts: \(all) of \(compared.count) obligations agree with a naive loop: \(compared)")
    #expect(compared.count == archive.catalog.obligations.count)
  }
}

/// Counts by going through the records' fields as text, again and again.
private struct NaiveCount {
  private let meetings: [String: [[FoldedRecord]]]
  private let organizations: [FoldedRecord]

  init(_ archive: Archive) {
    organizations = archive.folded(type: "organization")
    var meetings: [String: [[FoldedRecord]]] = [:]
    let activities = archive.folded(type: "activity")
      .sorted { ($0.first("Date") ?? "") < ($1.first("Date") ?? "") }
    for record in activities {
      let place = record.first("Organization") ?? ""
      let same = (meetings[place] ?? []).lastIndex { Self.isSame($0[0], record) }
      if let same {
        meetings[place]?[same].append(record)
      } else {
        meetings[place, default: []].append([record])
      }
    }
    self.meetings = meetings
  }

  /// Sittings of one meeting have its kind and number and say of how many they are.
  private static func isSame(_ first: FoldedRecord, _ other: FoldedRecord) -> Bool {
    func total(_ record: FoldedRecord) -> Substring? {
      record.first("Sitting")?.split(separator: "/").last
    }
    guard let total = total(first), total != "1", other.first("Number") != nil else { return false }
    return ["Kind", "Number"].allSatisfy { first.first($0) == other.first($0) }
      && (other.first("Sitting")?.hasSuffix("/\(total)") ?? false)
      && first.first("Date")?.prefix(4) == other.first("Date")?.prefix(4)
  }

  func count(
    _ obligation: Obligation, of place: String, from first: String, through last: String
  ) -> Int {
    var count = 0
    let places = obligation.lecturer == nil ? [place] : below(place, on: last)
    for meeting in places.flatMap({ meetings[$0] ?? [] }) {
      let held = meeting.filter { ($0.first("Date") ?? "") <= last }
      guard let begun = held.first?.first("Date"), first <= begun else { continue }
      let isOfKind = held.contains { record in
        (record.all("Kind") + record.all("Counts")).contains(where: obligation.kinds.contains)
      }
      let hasItem = held.contains { record in
        record.all("Item").contains { $0.contains(obligation.item ?? "") }
      }
      let isGiven = held.contains { record in
        let officers = officers(of: place, on: record.first("Date") ?? "")
        return record.all("Lecturer").contains { lecturer in
          officers.contains {
            $0.hasPrefix("\(lecturer) ") && $0.hasSuffix(obligation.lecturer ?? "")
          }
        }
      }
      if isOfKind, obligation.item == nil || hasItem, obligation.lecturer == nil || isGiven {
        count += 1
      }
    }
    return count
  }

  private func snapshot(of place: String, on day: String) -> FoldedRecord? {
    organizations.filter {
      $0.first("Organization") == place && ($0.first("Since") ?? "9") <= day
    }.max { ($0.first("Since") ?? "", $0.reference) < ($1.first("Since") ?? "", $1.reference) }
  }

  private func officers(of place: String, on day: String) -> [String] {
    snapshot(of: place, on: day)?.all("Officer").filter { !$0.contains("副") } ?? []
  }

  private func below(_ place: String, on day: String) -> [String] {
    var found = [place]
    var position = 0
    let all = Set(organizations.compactMap { $0.first("Organization") }).sorted()
    while position < found.count {
      found += all.filter { id in
        guard let now = snapshot(of: id, on: day) else { return false }
        return now.first("Parent") == found[position] && (now.first("Until") ?? "9") >= day
          && !found.contains(id)
      }
      position += 1
    }
    return found
  }
}
