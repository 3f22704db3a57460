extension Ledger {
  /// Everything that the rules say about one member on a day, the gravest topics first: taking
  /// part, the way into the Party, dues, hours.
  public func warnings(
    about id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> [Warning] {
    let admission = admissionHistory(of: id, on: day, catalog: catalog)?.warnings ?? []
    return participationWarnings(of: id, on: day, catalog: catalog) + admission
      + duesWarnings(of: id, on: day) + studyWarnings(of: id, on: day, catalog: catalog)
  }

  /// Everything that the rules say about one organisation on a day, without those below it: its
  /// form, its term, its 民主评议 and 组织生活会 of the year, findings that came back, its procedures.
  public func warnings(
    about organization: Organization, on day: Day, catalog: Catalog
  ) -> [Warning] {
    var found = sizeWarnings(of: organization, on: day)
    found += termWarnings(of: organization, on: day, catalog: catalog)
    if let round = appraisalRound(of: organization.id, on: day, catalog: catalog) {
      found += warnings(of: round)
    }
    let kinds = catalog.meanings.lifeMeetings
    let year = Period(.year, containing: day).first...day
    for activity in activities(of: organization.id, in: year)
    where kinds.contains(activity.kind) {
      found += warnings(of: lifeMeeting(activity, catalog: catalog))
    }
    found += repeatedFindings(of: organization.id, on: day)
    for kind in catalog.procedures where kind.validity.contains(day) {
      for standing in standings(of: kind, at: [organization], on: day) {
        found += warnings(of: standing)
      }
    }
    return found
  }

  /// Everything that the rules say on a day about an organisation, everything below it and the
  /// members of their branches, or about all: in tree order, each organisation before its members.
  /// How single meetings were held is not in it; `warnings(in:kind:)` says that.
  public func warnings(
    under organization: OrganizationIdentifier?, on day: Day, catalog: Catalog
  ) -> [Warning] {
    let places = organization.map { descendants(of: $0, on: day) } ?? tree(on: day)
    var found: [Warning] = []
    for place in places {
      found += warnings(about: place, on: day, catalog: catalog)
      guard place.level != .group else { continue }
      for member in roll(of: place.id, on: day) {
        found += warnings(about: member.id, on: day, catalog: catalog)
      }
    }
    return found
  }

  /// How the meetings of those days were held, of an organisation and everything below it, by
  /// organisation and date.
  public func meetingWarnings(
    under organization: OrganizationIdentifier, in days: ClosedRange<Day>, catalog: Catalog
  ) -> [Warning] {
    descendants(of: organization, on: days.upperBound).flatMap { place in
      activities(of: place.id, in: days).flatMap { activity in
        warnings(in: activity, kind: catalog.kind(activity.kind, on: activity.date))
      }
    }
  }
}
