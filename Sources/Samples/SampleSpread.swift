import OrganizationLife
import RecordLog

/// How the activities of a sample are spread over its branches and over the year.
public struct SampleSpread: Hashable, Sendable {
  /// All that was written.
  public private(set) var records = 0
  /// Activities of all organisations.
  public private(set) var activities = 0
  /// How many activities each branch has with its groups, the fewest first.
  public let branches: [Int]
  /// How many there are in each month that has any, the fewest first.
  public let months: [Int]

  /// Of records that were just made, so that none corrects or withdraws another.
  public init(_ history: [(author: Author, moment: String, record: NewRecord)]) {
    var branches: [String: Int] = [:]
    var above: [String: String] = [:]
    var counts: [String: Int] = [:]
    var months: [String: Int] = [:]
    for (_, _, record) in history {
      records += 1
      let organization = record.first("Organization") ?? record.organization
      switch record.type {
      case "organization":
        let level = record.first("Level").flatMap(OrganizationLevel.init(rawValue:))
        if level == .group { above[organization] = record.first("Parent") }
        if level?.isBranch == true { branches[organization] = 0 }
      case "activity":
        activities += 1
        counts[organization, default: 0] += 1
        if let day = record.first("Date") { months[String(day.prefix(7)), default: 0] += 1 }
      default: break
      }
    }
    for (organization, count) in counts {
      branches[above[organization] ?? organization]? += count
    }
    self.branches = branches.values.sorted()
    self.months = months.values.sorted()
  }
}
