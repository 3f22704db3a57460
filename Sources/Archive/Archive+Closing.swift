import OrganizationLife
import RecordLog

extension Archive {
  /// Who opened a matter, when that keeps somebody from closing it: a 检查问题 becomes 已办结 only by
  /// the level that opened it (FORMAT.md 6). Nil when `closer` may close it: another kind of matter,
  /// the one who opened it, somebody who holds office where the opener does.
  public func opener(
    of matter: Reference, barring closer: Person?, on day: Day
  ) -> Person? {
    guard let record = record(Reference(matter.recordText)), record.type == "matter",
      record.first("Kind") == Matter.findingKind,
      let opening = steps(of: Reference(record.id)).first
    else { return nil }
    let opener = Person(opening.record.by)
    guard let openerID = opener.id, let closerID = closer?.id, openerID != closerID else {
      return nil
    }
    let openers = ledger.placesOfOffice(of: openerID, on: day)
    guard !openers.isEmpty, openers.isDisjoint(with: ledger.placesOfOffice(of: closerID, on: day))
    else { return nil }
    return opener
  }
}

extension Ledger {
  /// Where somebody holds office on a day; without any, the branch.
  func placesOfOffice(
    of id: MemberIdentifier, on day: Day
  ) -> Set<OrganizationIdentifier> {
    let offices = organizations(on: day).filter { organization in
      organization.officers.contains { $0.person.id == id }
    }
    if !offices.isEmpty { return Set(offices.map(\.id)) }
    return Set([latest(id)?.organization].compactMap { $0 })
  }
}
