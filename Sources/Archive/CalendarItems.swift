import OrganizationLife
import RecordLog

extension Archive {
  /// What is still owed in the periods that hold a day, each on the last day of its period.
  public func dueItems(
    on day: Day, under organization: OrganizationIdentifier?
  ) -> [CalendarItem] {
    due(on: day, under: organization).filter { $0.missing > 0 }.map { line in
      CalendarItem(day: line.next, organization: line.organization, occasion: .owed(line))
    }
  }

  /// What an item of the calendar is known by in other programs: the same whenever it is asked for,
  /// other than that of any other item and of another unit's, 64 hex digits.
  public func stableName(of item: CalendarItem) -> String {
    var key = item.key
    if case .matter(let matter) = item.occasion {
      // A resolution is the same matter before and after something was recorded of it.
      let source = matter.kind == Matter.resolutionKind ? matter.source : nil
      let origin =
        source.flatMap { $0.itemNumber == nil ? nil : $0 }
        ?? steps(of: matter.reference).first?.origin ?? matter.reference
      key = "matter \(origin.text)"
    }
    return TextDigest.hexadecimal(of: "\(store.manifest.unit)\n\(key)")
  }

  /// The name of an organisation on a day, or the last it had; of a group the branch's before it,
  /// as groups of all branches are called alike.
  public func fullName(of id: OrganizationIdentifier, on day: Day) -> String {
    guard let own = ledger.organization(id, on: day) ?? ledger.organizations[id]?.last else {
      return id.text
    }
    guard own.level == .group, let parent = own.parent,
      let branch = ledger.organization(parent, on: day) ?? ledger.organizations[parent]?.last
    else { return own.name }
    return "\(branch.name) \(own.name)"
  }
}
