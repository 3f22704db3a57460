/// How an absence was made up (补学).
public enum MakeUpClosing: Hashable, Sendable {
  /// A matter that was closed (已办结) says so.
  case matter(Reference)
  /// A later activity with the tag `补学=ID`, which the member attended.
  case session(Reference)
  /// A document with the tag `补学=ID` by the member: a reading list signed (传阅), notes.
  case document(Reference)
  /// The member's own signature on the record, after having read it (传阅签名).
  case signature(Reference)

  /// The record that says so.
  public var reference: Reference {
    switch self {
    case .matter(let record), .session(let record), .document(let record), .signature(let record):
      record
    }
  }
}

/// One absence that has to be made up, or was.
public struct MakeUpLine: Hashable, Sendable {
  /// What it is known by as a matter: `Id#MEMBER`.
  public var reference: Reference
  /// Who was absent.
  public var person: Person
  /// The lesson or theme day.
  public var activity: Activity
  /// Why, as recorded.
  public var reason: String
  /// How it was made up; nil while it is open.
  public var closing: MakeUpClosing?

  /// Whether it is still to be made up.
  public var isOpen: Bool { closing == nil }
}

extension Activity {
  /// The tag that names an activity that was missed, on the record by which it is made up.
  public static let makeUpTag = "补学="

  /// The activities that were made up here, by the ids that the tags name.
  public var madeUp: [Reference] { Activity.madeUp(tags) }

  static func madeUp(_ tags: [String]) -> [Reference] {
    tags.filter { $0.hasPrefix(makeUpTag) }.map { Reference(String($0.dropFirst(makeUpTag.count))) }
  }
}

extension Ledger {
  /// The absences that have to be made up, or were, of an organisation and everything below it
  /// over some days, as on a day; by date of the meeting, then by member. Those who came to
  /// another sitting, or have left since, are not asked for.
  public func makeUps(
    of organization: OrganizationIdentifier, in days: ClosedRange<Day>, on day: Day,
    catalog: Catalog
  ) -> [MakeUpLine] {
    guard let own = self.organization(organization, on: day), own.level == .group,
      let branch = own.parent
    else {
      return makeUps(
        at: descendants(of: organization, on: day).map(\.id), in: days, on: day,
        catalog: catalog, of: nil)
    }
    // Lessons and theme days are the branch's: a group has those of its own people.
    return makeUps(at: [branch, own.id], in: days, on: day, catalog: catalog, of: nil)
      .filter { line in
        line.person.id.flatMap { member($0, on: line.activity.date) }?.group == own.id
      }
  }

  /// 补学 as it is followed up: the absences of the year of a day, and what is still open of earlier
  /// ones; open ones first, the oldest of them before the others, then those made up, the newest
  /// first.
  public func makeUpsToFollow(
    of organization: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> [MakeUpLine] {
    let year = Period(.year, containing: day).first
    let all = makeUps(
      of: organization, in: Day(number: 0)...day, on: day, catalog: catalog)
    return all.filter(\.isOpen)
      + all.filter { !$0.isOpen && $0.activity.date >= year }.reversed()
  }

  /// 待补学: the absences of which nobody has recorded how they were made up, the oldest first.
  public func openMakeUps(
    of organization: OrganizationIdentifier, on day: Day, catalog: Catalog
  ) -> [MakeUpLine] {
    makeUpsToFollow(of: organization, on: day, catalog: catalog).filter(\.isOpen)
  }

  /// Those of one member over some days, wherever he or she was expected on those days.
  public func makeUps(
    of member: MemberIdentifier, in days: ClosedRange<Day>, on day: Day, catalog: Catalog
  ) -> [MakeUpLine] {
    makeUps(
      at: places(of: member, in: days), in: days, on: day, catalog: catalog, of: member)
  }

  private func makeUps(
    at places: [OrganizationIdentifier], in days: ClosedRange<Day>, on day: Day,
    catalog: Catalog, of member: MemberIdentifier?
  ) -> [MakeUpLine] {
    let kinds = Dictionary(
      catalog.kinds.filter(\.isMadeUp).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let settled = SettledSources(self)
    var found: [MakeUpLine] = []
    for activity in places.flatMap({ activities(of: $0, in: days) }) where activity.date <= day {
      if let member, !activity.absent.contains(where: { $0.person.id == member }) { continue }
      for matter in makeUps(of: activity, on: day, kinds: kinds) {
        guard let owner = matter.owners.first, member == nil || owner.id == member else {
          continue
        }
        let absence = activity.absent.first { $0.person.isSame(as: owner) }
        found.append(
          MakeUpLine(
            reference: matter.reference, person: owner, activity: activity,
            reason: absence?.reason ?? "", closing: settled.makeUp(of: matter)))
      }
    }
    return found.sorted { a, b in
      (a.activity.date, a.reference) < (b.activity.date, b.reference)
    }
  }
}

/// The recorded matters and documents that settle derived matters, by what these follow from. Kept
/// by the ledger, as each member's page would have to gather them again.
struct SettledIndex: Sendable {
  private(set) var bySource: [Reference: Matter] = [:]
  private(set) var makeUpsByActivity: [Reference: [Matter]] = [:]
  private(set) var documents: [Reference: [Document]] = [:]

  mutating func set(_ matters: [Matter]) {
    bySource = [:]
    makeUpsByActivity = [:]
    for matter in matters {
      guard let source = matter.source else { continue }
      if bySource[source]?.isOpen ?? true { bySource[source] = matter }
      if matter.kind == Matter.makeUpKind, !matter.isOpen {
        makeUpsByActivity[source, default: []].append(matter)
      }
    }
  }

  mutating func set(_ documents: [Document], in ledger: Ledger) {
    self.documents = [:]
    for document in documents {
      for missed in Activity.madeUp(document.tags) {
        self.documents[ledger.activity(missed)?.origin ?? missed, default: []].append(document)
      }
    }
  }
}

/// What settles derived matters, looked up by either version of what they follow from: recorded
/// matters by their `Source`, activities and documents that make up for an absence by their tags,
/// signatures on the record itself.
struct SettledSources {
  private let ledger: Ledger
  private let bySource: [Reference: Matter]
  private let makeUpsByActivity: [Reference: [Matter]]
  private let documents: [Reference: [Document]]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    bySource = ledger.settledIndex.bySource
    makeUpsByActivity = ledger.settledIndex.makeUpsByActivity
    documents = ledger.settledIndex.documents
  }

  /// Whether something stands for this derived matter, open or closed.
  func holds(_ matter: Matter) -> Bool { record(of: matter) != nil || madeUp(matter) != nil }

  /// The record that closed it.
  func closing(of matter: Matter) -> Reference? {
    if let record = record(of: matter) { return record.isOpen ? nil : record.reference }
    return madeUp(matter)?.reference
  }

  /// How an absence was made up.
  func makeUp(of matter: Matter) -> MakeUpClosing? {
    if let record = record(of: matter) { return record.isOpen ? nil : .matter(record.reference) }
    return madeUp(matter)
  }

  private func record(of derived: Matter) -> Matter? {
    for name in [derived.reference, derived.source].compactMap({ $0 }) {
      if let own = bySource[name] { return own }
      guard derived.kind == Matter.makeUpKind, let owner = derived.owners.first?.id,
        let activity = activity(of: name)
      else { continue }
      if let whole = makeUpsByActivity[activity]?.first(where: { matter in
        matter.owners.contains { $0.id == owner }
      }) {
        return whole
      }
    }
    return nil
  }

  private func madeUp(_ derived: Matter) -> MakeUpClosing? {
    guard derived.kind == Matter.makeUpKind, let owner = derived.owners.first?.id,
      let name = activity(of: derived.reference), let missed = ledger.activity(name)
    else { return nil }
    if let session = ledger.sessions(for: missed).first(where: { session in
      session.date >= missed.date && session.wasAttended(by: owner)
    }) {
      return .session(session.reference)
    }
    if let document = documents[missed.origin]?.first(where: { document in
      document.date >= missed.date && document.authors.contains { $0.id == owner }
    }) {
      return .document(document.reference)
    }
    // Who presided or signs off as secretary signs for the meeting, not for having read it.
    let secretary = ledger.organization(missed.organization, on: missed.date)?.secretary?.id
    guard missed.presider?.id != owner, secretary != owner,
      missed.signatures.contains(where: { signature in
        signature.person.id == owner && signature.day.map { $0 >= missed.date } ?? true
      })
    else { return nil }
    return .signature(missed.reference)
  }

  /// `Id` of `Id#MEMBER`.
  private func activity(of name: Reference) -> Reference? {
    name.text.lastIndex(of: "#").map { Reference(String(name.text[..<$0])) }
  }
}
