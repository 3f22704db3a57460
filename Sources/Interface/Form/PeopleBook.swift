import Archive
import OrganizationLife

/// What a typed name stands for.
enum NameResolution<Value> {
  /// One.
  case found(Value)
  /// Several bear the name.
  case several([Value])
  /// Nobody does.
  case none
}

/// The people whom a form may name, and how their names are typed: in full, by id, or by the
/// initials of their pinyin. Those of the organisation itself come before the rest of the store.
struct PeopleBook: Sendable {
  /// One person.
  struct Entry: Hashable, Sendable {
    /// Who.
    var person: Person
    /// What tells people of one name apart: 预备, the branch.
    var note: String
  }

  /// The people of the organisation (of all branches below it), in the order of the roll.
  private(set) var near: [Entry]
  private var nearByName: [String: [MemberIdentifier]] = [:]
  private var names: [MemberIdentifier: String] = [:]
  private var farByName: [String: [MemberIdentifier]] = [:]

  /// Nobody.
  init() { near = [] }

  /// The people of an organisation on a day, and behind them everyone in the ledger.
  init(ledger: Ledger, organization: OrganizationIdentifier?, on day: Day) {
    near = []
    var seen: Set<MemberIdentifier> = []
    if let organization {
      let places =
        ledger.organization(organization, on: day)?.level == .group
        ? [ledger.branch(of: organization, on: day)].compactMap(\.self)
        : ledger.descendants(of: organization, on: day).filter(\.level.isBranch)
      for place in places {
        for member in ledger.roll(of: place.id, on: day) where seen.insert(member.id).inserted {
          let branch = places.count > 1 ? place.name : ""
          near.append(Entry(person: member.person, note: branch))
          nearByName[member.name, default: []].append(member.id)
          names[member.id] = member.name
        }
      }
    }
    for (id, snapshots) in ledger.members {
      guard let name = (ledger.member(id, on: day) ?? snapshots.last)?.name else { continue }
      farByName[name, default: []].append(id)
      if names[id] == nil { names[id] = name }
    }
  }

  /// Finds the person meant by a text.
  func resolve(_ text: String) -> NameResolution<Person> {
    let written = Person(text)
    if let id = written.id {
      guard let name = names[id] else { return .none }
      return .found(Person(id: id, name: written.name.isEmpty ? name : written.name))
    }
    let name = text.filter { !$0.isWhitespace }
    for ids in [nearByName[name], farByName[name]] {
      guard let ids else { continue }
      let people = ids.sorted().map { Person(id: $0, name: name) }
      return people.count == 1 ? .found(people[0]) : .several(people)
    }
    guard PeopleBook.isLetters(text) else { return .none }
    let people = matching(text)
    if people.count == 1 { return .found(people[0]) }
    return people.isEmpty ? .none : .several(people)
  }

  /// The person meant by a text; anything that names no one person is a guest.
  func person(_ text: String) -> Person {
    if case .found(let person) = resolve(text) { return person }
    return Person(text)
  }

  /// The people of the organisation whose names those letters begin or spell.
  func matching(_ letters: String) -> [Person] {
    let exact = near.filter { PeopleBook.hasInitials(letters, $0.person.name) }
    let found = exact.isEmpty ? near.filter { PeopleBook.matches(letters, $0.person.name) } : exact
    return found.map(\.person)
  }

  /// The shortest text that means the person.
  func shown(_ person: Person) -> String {
    guard person.id != nil else { return person.name }
    if case .found(let other) = resolve(person.name), other == person { return person.name }
    return person.description
  }

  /// Whether the letters are the initials of a name.
  static func hasInitials(_ letters: String, _ name: String) -> Bool {
    PinyinReading.initials(of: name).contains(letters.lowercased())
  }

  /// Whether the letters spell a name or a part of it.
  static func matches(_ letters: String, _ name: String) -> Bool {
    PinyinReading.matches(letters, name: name)
  }

  /// Whether a text was typed without an input method, so that it is no Chinese name.
  static func isLetters(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " ") }
  }
}

/// The organisations that a form may name, by name or id; those below one come first.
struct OrganizationBook: Sendable {
  /// All of them, the near ones first.
  private(set) var all: [Organization] = []
  private var near: Set<OrganizationIdentifier> = []

  /// None.
  init() {}

  /// The organisations that exist on a day, those of and below one first.
  init(ledger: Ledger, organization: OrganizationIdentifier?, on day: Day) {
    let own = organization.map { ledger.descendants(of: $0, on: day) } ?? []
    near = Set(own.map(\.id))
    all = own + ledger.organizations(on: day).filter { !near.contains($0.id) }
  }

  /// Finds the organisation meant by a text.
  func resolve(_ text: String) -> NameResolution<OrganizationIdentifier> {
    if let id = OrganizationIdentifier(text), all.contains(where: { $0.id == id }) {
      return .found(id)
    }
    let named = all.filter { $0.name == text }
    let found = named.isEmpty ? all.filter { PeopleBook.matches(text, $0.name) } : named
    let close = found.filter { near.contains($0.id) }
    let ids = (close.isEmpty ? found : close).map(\.id)
    if ids.count == 1 { return .found(ids[0]) }
    return ids.isEmpty ? .none : .several(ids)
  }

  /// The name when it means this organisation alone, else the id.
  func shown(_ id: OrganizationIdentifier) -> String {
    guard let name = all.first(where: { $0.id == id })?.name else { return id.text }
    if case .found(let other) = resolve(name), other == id { return name }
    return id.text
  }
}
