import OrganizationLife
import RecordLog

/// Checks one value by its shape and completes it: a bare `ID` becomes `ID(姓名)`.
struct FieldCompletion {
  /// Carries a problem through `Result`.
  struct Failure: Error { let problem: EntryProblem }

  /// A value as it will be written.
  struct Completed {
    var text: String
    /// Text that stands where the Id of a record is expected.
    var notRecords: [String] = []
  }

  let known: KnownNames
  /// The day of the record, for the name that was in use.
  let day: Day?

  func complete(_ text: String, as shape: ValueShape) -> Result<Completed, Failure> {
    switch shape {
    case .text, .correction: return .success(Completed(text: text))
    default: break
    }
    if text.utf8.contains(UInt8(ascii: "\n")), shape != .vote {
      return failure(.value(.severalLines))
    }
    switch shape {
    case .text, .line, .correction, .suggestion: return .success(Completed(text: text))
    case .organization: return organization(text)
    case .member, .person, .rosterPerson, .recipient, .absence, .exclusion, .signature, .officer,
      .vote:
      return people(text, as: shape)
    case .activityKind:
      let catalog = known.archive.catalog
      return catalog.kind(text) != nil
        ? .success(Completed(text: text))
        : failure(.unknownKind(text, known: catalog.kinds.map(\.id)))
    case .reference: return reference(text)
    default: return plain(text, as: shape)
    }
  }

  private func plain(_ text: String, as shape: ValueShape) -> Result<Completed, Failure> {
    switch shape {
    case .date: return checked(text, FieldText.day(text))
    case .time: return checked(text, FieldText.time(text))
    case .number: return checked(text, FieldText.number(text))
    case .decimal: return checked(text, FieldText.decimal(text))
    case .quantity: return checked(text, FieldText.quantity(text))
    case .amount: return checked(text, FieldText.amount(text))
    case .rate: return checked(text, FieldText.rate(text))
    case .yesOrNo: return checked(text, FieldText.yesOrNo(text))
    case .period: return checked(text, FieldText.period(text))
    case .month: return checked(text, FieldText.month(text))
    case .sitting:
      return Sitting(text) != nil
        ? .success(Completed(text: text)) : failure(.value(.notASitting(text)))
    case .choice(let allowed):
      return allowed.contains(text)
        ? .success(Completed(text: text))
        : failure(.value(.unknownChoice(text, allowed: allowed)))
    default: return .success(Completed(text: text))
    }
  }

  /// What keeps a text from being the name of a person, an organisation or a team: an invisible
  /// character, or parentheses by which `ID(姓名)` could not be read again.
  static func problem(ofName text: String) -> EntryProblem? {
    if let scalar = TextCleaning.invisibleScalars(in: text).first {
      return .invisibleCharacter(scalar.value)
    }
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth < 0 { return .forbiddenCharacter(scalar.value) }
    }
    return depth == 0 ? nil : .forbiddenCharacter(("(" as Unicode.Scalar).value)
  }

  private func organization(_ text: String) -> Result<Completed, Failure> {
    switch FieldText.organization(text) {
    case .failure(let error): return failure(.value(error.problem))
    case .success(let id):
      return known.isKnown(id)
        ? .success(Completed(text: text)) : failure(.unknownOrganization(text))
    }
  }

  private func reference(_ text: String) -> Result<Completed, Failure> {
    let reference = Reference(text)
    guard RecordIdentifier(reference.recordText) != nil else {
      return .success(Completed(text: text, notRecords: [text]))
    }
    return known.archive.hasPart(reference)
      ? .success(Completed(text: text)) : failure(.unknownReference(text))
  }

  private func people(_ text: String, as shape: ValueShape) -> Result<Completed, Failure> {
    if let problem = invisible(in: text), shape != .vote { return failure(problem) }
    switch shape {
    case .member:
      switch FieldText.member(text) {
      case .failure(let error): return failure(.value(error.problem))
      case .success(let id):
        return known.names(of: id) != nil
          ? .success(Completed(text: text)) : failure(.unknownMember(text))
      }
    case .absence: return absence(text)
    case .vote: return vote(text)
    case .exclusion:
      return withTail(text) { FieldText.exclusion(text).map { ($0.person, $0.reason) } }
    case .officer:
      return withTail(text) { FieldText.officer(text).map { ($0.person, $0.post) } }
    case .signature:
      return withTail(text) {
        FieldText.signature(text).map { ($0.person, $0.day?.description ?? "") }
      }
    case .recipient:
      let person = FieldText.person(text)
      if person.name.isEmpty, let id = person.id, known.names(of: id) == nil,
        let organization = OrganizationIdentifier(text), known.isKnown(organization)
      {
        return .success(Completed(text: text))
      }
      return name(person).map { Completed(text: $0.description) }
    case .rosterPerson:
      let person = FieldText.person(text)
      guard person.id != nil else { return failure(.value(.notAMember(text))) }
      return name(person).map { Completed(text: $0.description) }
    default:
      return name(Person(text)).map { Completed(text: $0.description) }
    }
  }

  /// A person with what follows.
  private func withTail(
    _ text: String,
    _ read: () -> Result<(Person, String), FieldText.ProblemError>
  ) -> Result<Completed, Failure> {
    switch read() {
    case .failure(let error): return failure(.value(error.problem))
    case .success(let (person, tail)):
      return name(person).map {
        Completed(text: tail.isEmpty ? $0.description : "\($0) \(tail)")
      }
    }
  }

  private func absence(_ text: String) -> Result<Completed, Failure> {
    switch FieldText.absence(text) {
    case .failure(let error): return failure(.value(error.problem))
    case .success(let absence):
      return name(absence.person).flatMap { person in
        let head = absence.reason.isEmpty ? "\(person)" : "\(person) \(absence.reason)"
        guard let approver = absence.approver else { return .success(Completed(text: head)) }
        return name(approver).map { Completed(text: "\(head) 批准=\($0)") }
      }
    }
  }

  private func vote(_ text: String) -> Result<Completed, Failure> {
    if case .failure(let error) = FieldText.vote(text) {
      return failure(.value(error.problem))
    }
    guard case .success(let parts) = FieldText.voteParts(text) else {
      return failure(.value(.unknownVotePart(text)))
    }
    var words: [String] = []
    for (part, value) in parts {
      guard part.isPerson else {
        words.append("\(part.rawValue)=\(value)")
        continue
      }
      var names: [String] = []
      for person in FieldText.people(value) {
        switch name(person) {
        case .success(let named): names.append(named.description)
        case .failure(let error): return .failure(error)
        }
      }
      words.append("\(part.rawValue)=\(names.joined(separator: "、"))")
    }
    return .success(Completed(text: words.joined(separator: " ")))
  }

  /// Adds the name to a bare id; a guest stays as written.
  private func name(_ person: Person) -> Result<Person, Failure> {
    guard let id = person.id else { return .success(person) }
    guard let names = known.names(of: id) else { return .failure(unknown(id)) }
    if person.name.isEmpty {
      guard let name = known.name(of: id, on: day) else { return .failure(unknown(id)) }
      return .success(Person(id: id, name: name))
    }
    guard names.contains(person.name) else {
      return .failure(
        Failure(problem: .nameMismatch(id: id.text, given: person.name, known: names)))
    }
    return .success(person)
  }

  private func unknown(_ id: MemberIdentifier) -> Failure {
    Failure(problem: .unknownMember(id.text))
  }

  private func invisible(in text: String) -> EntryProblem? {
    TextCleaning.invisibleScalars(in: text).first.map { .invisibleCharacter($0.value) }
  }

  private func checked<Value>(
    _ text: String, _ reading: FieldText.Reading<Value>
  ) -> Result<Completed, Failure> {
    switch reading {
    case .success: .success(Completed(text: text))
    case .failure(let error): failure(.value(error.problem))
    }
  }

  private func failure<Value>(_ problem: EntryProblem) -> Result<Value, Failure> {
    .failure(Failure(problem: problem))
  }
}
