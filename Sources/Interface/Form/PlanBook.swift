import Archive
import OrganizationLife

/// The plans that a tag may name, `计划=ID` in a record: people see the title of the plan.
public struct PlanBook: Sendable {
  private let plans: [Plan]
  private let name: @Sendable (OrganizationIdentifier) -> String

  /// Those plans, and how their organisations are called.
  public init(
    _ plans: [Plan] = [], name: @escaping @Sendable (OrganizationIdentifier) -> String = { $0.text }
  ) {
    self.plans = plans
    self.name = name
  }

  /// The plan that a tag names by its id; nil for every other tag.
  public func plan(of tag: String) -> Plan? {
    guard tag.hasPrefix(PlanProgress.tag) else { return nil }
    let id = Reference(String(tag.dropFirst(PlanProgress.tag.count)))
    return plans.first { $0.origin == id || $0.reference == id }
  }

  /// A tag as people see it: the title of the plan, with its period and organisation as far as
  /// they are needed to tell it from others. Every other tag stays as it is.
  public func shown(_ tag: String) -> String {
    guard let plan = plan(of: tag) else { return tag }
    let alike = plans.filter { $0.title == plan.title }
    for names in [names(of: plan).prefix(1), names(of: plan).prefix(2), names(of: plan)[...]] {
      guard let name = names.last, alike.count(where: { self.names(of: $0).contains(name) }) == 1,
        FieldInput.tokens(name) == [name]
      else { continue }
      return PlanProgress.tag + name
    }
    return tag
  }

  /// A tag as it is written, from how people see it.
  public func written(_ tag: String) -> String {
    guard tag.hasPrefix(PlanProgress.tag), plan(of: tag) == nil else { return tag }
    let name = String(tag.dropFirst(PlanProgress.tag.count))
    let named = plans.filter { names(of: $0).contains(name) }
    guard named.count == 1, let plan = named.first else { return tag }
    return "\(PlanProgress.tag)\(plan.origin)"
  }

  /// From the shortest to the longest name of a plan, none with a mark that parts two tags.
  private func names(of plan: Plan) -> [String] {
    let title = FieldInput.tokens(plan.title).joined(separator: " ")
    return [
      title, "\(title)(\(plan.period))", "\(title)(\(plan.period) \(name(plan.organization)))",
    ]
  }
}
