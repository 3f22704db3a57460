import Archive
import OrganizationLife
import Wording

extension Context {
  /// A day of this year without its year.
  func shown(_ day: Day) -> String {
    let text = day.description
    return day.year == session.today.year ? String(text.dropFirst(5)) : text
  }

  /// A moment to the minute.
  func shown(_ moment: Moment) -> String { "\(shown(moment.day)) \(moment.time)" }

  /// The name under which a person is shown.
  func name(_ person: Person) -> String {
    guard person.name.isEmpty, let id = person.id else { return person.name }
    return archive?.ledger.latest(id)?.name ?? id.text
  }

  /// Names in a row.
  func names(_ people: [Person]) -> String { list(people.map(name)) }

  /// Things in a row.
  func list(_ parts: [String]) -> String { parts.joined(separator: say(.listSeparator)) }

  /// The name of an organisation today, or of the last day it had.
  func name(_ id: OrganizationIdentifier) -> String {
    organization(id)?.name ?? id.text
  }

  /// The name of an organisation; of a group the branch's before it, as groups of all branches
  /// are called alike.
  func fullName(_ id: OrganizationIdentifier) -> String {
    guard let organization = organization(id), organization.level == .group,
      let branch = organization.parent
    else { return name(id) }
    return "\(name(branch)) \(organization.name)"
  }

  /// Whether an organisation, or one below it, has restricted records that this user may not read,
  /// so that what is said of it is not the whole.
  func hidesRecords(under id: OrganizationIdentifier?) -> Bool {
    guard let archive, !archive.access.organizationsHidingRecords.isEmpty else { return false }
    guard let id else { return true }
    if archive.access.hidesRecords(of: id.text) { return true }
    return archive.ledger.descendants(of: id, on: session.today)
      .contains { archive.access.hidesRecords(of: $0.id.text) }
  }

  /// How many files and folders could not be read that may concern an organisation and what is
  /// below it.
  func unreadableFiles(under id: OrganizationIdentifier?) -> Int {
    guard let archive else { return 0 }
    return id.map { archive.unreadable(under: $0).count } ?? archive.unreadable.count
  }

  /// What is said behind a title of what counts records of an organisation and of what is below it,
  /// when that is not the whole; empty when it is.
  func lacking(under id: OrganizationIdentifier?) -> [Phrase] {
    let unreadable = unreadableFiles(under: id)
    return (unreadable > 0 ? [.filesUnreadableShort(unreadable)] : [])
      + (hidesRecords(under: id) ? [.withoutRestrictedShort] : [])
  }

  /// Whether things of those organisations are told apart by more than their groups' names.
  func areOfSeveralBranches(_ places: some Sequence<OrganizationIdentifier>) -> Bool {
    let branches = Set(places).map { id in
      organization(id).flatMap { $0.level == .group ? $0.parent : nil } ?? id
    }
    return Set(branches).count > 1
  }

  /// A text with the group it belongs to before it, where there is one below `root`.
  func text(_ text: String, of place: OrganizationIdentifier, below root: OrganizationIdentifier)
    -> String
  {
    place == root || organization(place)?.level != .group ? text : "\(name(place)) \(text)"
  }

  /// An organisation today, or as it last was.
  func organization(_ id: OrganizationIdentifier) -> Organization? {
    archive?.ledger.organization(id, on: session.today)
      ?? archive?.ledger.organizations[id]?.last
  }

  /// The plans that tags name.
  var plans: PlanBook {
    guard let ledger = archive?.ledger else { return PlanBook() }
    let today = session.today
    return PlanBook(ledger.plans) { id in
      (ledger.organization(id, on: today) ?? ledger.organizations[id]?.last)?.name ?? id.text
    }
  }

  /// A title with the organisation it speaks of.
  func title(_ phrase: Phrase, of id: OrganizationIdentifier?) -> String {
    guard let id else { return say(phrase) }
    return "\(say(phrase)) · \(fullName(id))"
  }

  /// An organisation and everything below it today.
  func places(under id: OrganizationIdentifier?) -> [Organization] {
    guard let ledger = archive?.ledger else { return [] }
    guard let id else { return ledger.tree(on: session.today) }
    return ledger.descendants(of: id, on: session.today)
  }

  /// What was held by an organisation and those below it, ended ones too, newest first.
  func activities(under id: OrganizationIdentifier, kind: String? = nil) -> [Activity] {
    guard let ledger = archive?.ledger else { return [] }
    var places = ledger.placesWithEnded(under: id, on: session.today)
    if places.isEmpty { places = [id] }
    let found = places.flatMap { ledger.activities(of: $0) }
      .filter { activity in kind.map { activity.counts(as: $0) } ?? true }
    return found.sorted { ($1.date, $1.reference) < ($0.date, $0.reference) }
  }

  /// The kind of an activity in the catalogue.
  func kind(of activity: Activity) -> ActivityKind? {
    archive?.catalog.kind(activity.kind, on: activity.date)
  }

  /// What waits for a signature (待审签) in an organisation and below it.
  func unsigned(under id: OrganizationIdentifier) -> [Reference] {
    guard let archive else { return [] }
    return archive.ledger
      .unsigned(on: session.today, of: id, kinds: archive.catalog.kinds).reversed()
      .map(\.reference)
  }

  /// What an activity is called on a line: its own title, or what it was about.
  func subject(of activity: Activity) -> String {
    if !activity.title.isEmpty { return activity.title }
    let items = activity.items.map(\.title).filter { !$0.isEmpty }
    return items.isEmpty ? kind(of: activity)?.title ?? activity.kind : items.joined(separator: ";")
  }

  /// The formal name, `2026年第1次支部党员大会`.
  func formalName(of activity: Activity) -> String {
    let title = kind(of: activity)?.title ?? activity.kind
    guard let number = activity.number else {
      return activity.title.isEmpty ? title : activity.title
    }
    return say(.numbered(title, year: activity.date.year, number: number))
  }

  /// A rule as people cite it, without the word that it is on trial.
  func shortRule(_ source: String) -> String {
    guard let mark = source.firstRange(of: "(试行)") else { return source }
    return String(source[..<mark.lowerBound] + source[mark.upperBound...])
  }

  /// The first of several rules.
  func firstRule(_ source: String) -> String {
    shortRule(source.split(separator: ";").first.map(String.init) ?? source)
  }

  /// A rule in so many columns, shortened by whole parts: further rules first, then what stands in
  /// parentheses; only then inside.
  func rule(_ source: String, columns: Int) -> String {
    let first = firstRule(source)
    let bare = first.firstIndex(of: "(").map { String(first[..<$0]) } ?? first
    return [shortRule(source), first, bare].first { ColumnWidth.of($0) <= columns }
      ?? bare.elidedInside(toColumns: columns)
  }

  /// Who entered an activity first, and when.
  func firstEntry(of activity: Activity) -> (by: Person, at: Moment) {
    guard activity.origin != activity.reference, let first = archive?.record(activity.origin)
    else { return (activity.enteredBy, activity.enteredAt) }
    return (Person(first.by), activity.firstEnteredAt)
  }

  /// Where a reference leads: the page of what was held, of the person, or the record itself.
  func destination(of reference: Reference) -> Destination? {
    guard let archive else { return nil }
    let whole = Reference(reference.recordText)
    if archive.ledger.activity(whole) != nil { return .page(.activity(whole)) }
    if archive.ledger.review(whole)?.isVisit == true { return .page(.visit(whole)) }
    guard archive.record(whole) != nil else { return nil }
    return .page(.record(whole))
  }

  /// Where a person leads.
  func destination(of person: Person) -> Destination? {
    guard let id = person.id, archive?.ledger.latest(id) != nil else { return nil }
    return .page(.member(id, among: [id]))
  }
}
