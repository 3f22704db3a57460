/// What contradicts itself in an obligation of the catalogue.
public enum ObligationFault: Hashable, Sendable {
  /// Asked for no time at all.
  case noTimes(Int)
  /// Asked of no organisation.
  case noOrganization
  /// Fulfilled by no kind of activity.
  case noKind
  /// Asked from so many full members on and below so many, which nobody has.
  case impossibleSize(atLeast: Int, below: Int)
  /// It ends before it begins.
  case endsBeforeItBegins(since: Day, until: Day)
  /// Asked of organisations of a level at which none of its kinds is held.
  case neverHeld(OrganizationLevel)
}

extension Obligation {
  /// What contradicts itself, kinds looked up among those of the catalogue; kinds that are not there
  /// are not looked at here.
  public func faults(kinds known: [ActivityKind]) -> [ObligationFault] {
    var faults: [ObligationFault] = []
    if times < 1 { faults.append(.noTimes(times)) }
    if levels.isEmpty { faults.append(.noOrganization) }
    if kinds.isEmpty { faults.append(.noKind) }
    if let fullMembersAtLeast, let fullMembersBelow, fullMembersAtLeast >= fullMembersBelow {
      faults.append(.impossibleSize(atLeast: fullMembersAtLeast, below: fullMembersBelow))
    }
    if let until = validity.until, until < validity.since {
      faults.append(.endsBeforeItBegins(since: validity.since, until: until))
    }
    let own = known.filter { kinds.contains($0.id) }
    if own.isEmpty { return faults }
    // What somebody lectures on may be held in any organisation below.
    for level in levels where lecturer == nil && !own.contains(where: { $0.levels.contains(level) })
    {
      faults.append(.neverHeld(level))
    }
    return faults
  }
}

/// What a changed catalogue would make of one organisation and one obligation on a day.
public struct DueChange: Hashable, Sendable {
  /// Who owes it.
  public var organization: OrganizationIdentifier
  /// The obligation's id.
  public var obligation: String
  /// What is owed now; nil when nothing is.
  public var before: DueLine?
  /// What would be owed; nil when nothing would be.
  public var after: DueLine?
}

extension Ledger {
  /// What would be owed otherwise on a day with other obligations, of an organisation and everything
  /// below it, or of all; in tree order. Only what differs in period, number or what is missing.
  public func changes(
    from old: [Obligation], to new: [Obligation], on day: Day,
    under organization: OrganizationIdentifier?
  ) -> [DueChange] {
    let before = due(old, on: day, under: organization)
    let after = due(new, on: day, under: organization)
    var order: [DueKey] = []
    var lines: [DueKey: DueChange] = [:]
    func change(_ line: DueLine, _ set: (inout DueChange) -> Void) {
      let key = DueKey(organization: line.organization, obligation: line.obligation.id)
      if lines[key] == nil { order.append(key) }
      var change =
        lines[key]
        ?? DueChange(organization: key.organization, obligation: key.obligation)
      set(&change)
      lines[key] = change
    }
    for line in before { change(line) { $0.before = line } }
    for line in after { change(line) { $0.after = line } }
    let positions = Dictionary(
      (organization.map { descendants(of: $0, on: day) } ?? tree(on: day)).enumerated()
        .map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return order.enumerated().sorted { a, b in
      (positions[a.element.organization] ?? 0, a.offset)
        < (positions[b.element.organization] ?? 0, b.offset)
    }.compactMap { lines[$0.element] }.filter { change in
      guard let before = change.before, let after = change.after else { return true }
      return before.period != after.period || before.required != after.required
        || before.missing != after.missing
    }
  }

  private struct DueKey: Hashable {
    var organization: OrganizationIdentifier
    var obligation: String
  }
}
