import OrganizationLife
import RecordLog

/// What was done of plans: a record does one that it names in a tag, `Tag: 计划=ID`.
///
/// For selections a plan has two more fields: `Done`, how many records do it, and `Progress`:
/// 未开始, 进行中 until they are as many as its `Number` (one, where it has none), then 已完成.
public struct PlanProgress: Sendable {
  /// What a tag that names a plan begins with.
  public static let tag = "计划="
  /// The fields that no plan has of itself.
  static let fields: Set<String> = ["Done", "Progress"]

  private var doing: [Reference: [Reference]] = [:]

  /// What was done up to a day.
  public init(_ archive: Archive, on day: Day) {
    for type in ["activity", "document", "matter", "honor", "procedure", "review", "team"] {
      for folded in archive.folded(type: type) {
        let date = ["Date", "Opened", "Since"].lazy.compactMap { folded.first($0) }.first
        guard let date = date.flatMap({ Day($0) }), date <= day else { continue }
        for tag in folded.record.all("Tag") where tag.hasPrefix(Self.tag) {
          guard let plan = archive.current(Reference(String(tag.dropFirst(Self.tag.count)))) else {
            continue
          }
          doing[plan, default: []].append(folded.reference)
        }
      }
    }
  }

  /// The records that do a plan.
  public func records(doing plan: Reference) -> [Reference] { doing[plan] ?? [] }

  /// How far a plan is.
  public func state(of plan: FoldedRecord) -> PlanState {
    PlanState(
      done: records(doing: plan.reference).count,
      of: plan.first("Number").flatMap { Int($0) } ?? 1)
  }

  func values(of plan: FoldedRecord) -> [String: String] {
    [
      "Done": "\(records(doing: plan.reference).count)", "Progress": state(of: plan).rawValue,
    ]
  }
}

/// How far a plan is.
public enum PlanState: String, CaseIterable, Hashable, Sendable {
  /// Nothing names it.
  case notBegun = "未开始"
  /// Less than it asks for.
  case underWay = "进行中"
  /// As much as it asks for.
  case done = "已完成"

  /// How far a plan is of which so much was done, of so much wanted.
  public init(done: Int, of wanted: Int) {
    self = done == 0 ? .notBegun : done < wanted ? .underWay : .done
  }
}
