import OrganizationLife
import RecordLog

/// What a value needs to know of the record it is read from.
public struct Provenance: Sendable {
  /// The newest version.
  public var reference: Reference
  /// The first version.
  public var origin: Reference
  /// When the first version was written.
  public var firstEnteredAt: Moment
  /// When the newest version was written.
  public var enteredAt: Moment
  /// Who wrote it.
  public var enteredBy: Person
  /// The organisation in whose folder it lies, or will.
  public var folder: OrganizationIdentifier

  /// Where a value comes from; without `firstEnteredAt` there is only one version.
  public init(
    reference: Reference, origin: Reference, firstEnteredAt: Moment? = nil,
    enteredAt: Moment, enteredBy: Person, folder: OrganizationIdentifier
  ) {
    self.folder = folder
    self.reference = reference
    self.origin = origin
    self.firstEnteredAt = firstEnteredAt ?? enteredAt
    self.enteredAt = enteredAt
    self.enteredBy = enteredBy
  }
}

/// A value of the domain with what could not be read of its record. Without its mandatory fields
/// there is no value.
public struct Converted<Value> {
  /// The value; nil when a field it cannot do without is missing or unreadable.
  public var value: Value?
  /// What could not be read.
  public var faults: [ValueFault]
}

extension Converted: Sendable where Value: Sendable {}

/// Reads the values of the domain from the fields of records.
///
/// One reader for each type goes once through the fields; fields of items follow their `Item`.
/// Fields that no reader knows are left to whoever shows the record.
public enum Conversion {
  /// Reads an organisation.
  public static func organization(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Organization> {
    read(fields, OrganizationReader(provenance))
  }

  /// Reads a member.
  public static func member(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Member> {
    read(fields, MemberReader(provenance))
  }

  /// Reads an activity with its items and votes.
  public static func activity(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Activity> {
    read(fields, ActivityReader(provenance))
  }

  /// Reads a matter.
  public static func matter(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Matter> {
    read(fields, MatterReader(provenance))
  }

  /// Reads a document.
  public static func document(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Document> {
    read(fields, DocumentReader(provenance))
  }

  /// Reads an honour.
  public static func honor(_ fields: [Field], from provenance: Provenance) -> Converted<Honor> {
    read(fields, HonorReader(provenance))
  }

  /// Reads a review with its items.
  public static func review(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<Review> {
    read(fields, ReviewReader(provenance))
  }

  /// Reads a step of a procedure.
  public static func procedure(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<ProcedureStep> {
    read(fields, ProcedureReader(provenance))
  }

  /// Reads a team.
  public static func team(_ fields: [Field], from provenance: Provenance) -> Converted<Team> {
    read(fields, TeamReader(provenance))
  }

  /// Reads a payment of dues.
  public static func dues(
    _ fields: [Field], from provenance: Provenance
  ) -> Converted<DuesPayment> {
    read(fields, DuesReader(provenance))
  }

  static func read<Reader: ValueReader>(
    _ fields: [Field], _ reader: Reader
  ) -> Converted<Reader.Value> {
    var reader = reader
    for field in fields {
      reader.take(FieldName(field.name), field.value, line: 0)
    }
    return Converted(value: reader.finish(), faults: reader.faults.found)
  }

  static func read<Reader: ValueReader>(
    _ record: Record, _ reader: Reader
  ) -> Converted<Reader.Value> {
    var reader = reader
    record.forEachText { name, text, line in reader.take(name, text, line: line) }
    return Converted(value: reader.finish(), faults: reader.faults.found)
  }
}

/// Builds one value from fields given one by one.
protocol ValueReader {
  associatedtype Value
  var faults: FaultCollector { get set }
  mutating func take(_ name: FieldName, _ text: String, line: Int)
  mutating func finish() -> Value?
}

extension ValueReader {
  /// An empty text counts as none.
  func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}

/// Gathers what cannot be read, and where.
struct FaultCollector {
  var found: [ValueFault] = []
  var item: Int?

  /// The value, or nil with the fault noted.
  mutating func value<Value>(
    _ reading: FieldText.Reading<Value>, _ name: FieldName, _ line: Int
  ) -> Value? {
    switch reading {
    case .success(let value): return value
    case .failure(let error):
      add(name.description, line, error.problem)
      return nil
    }
  }

  mutating func add(_ field: String, _ line: Int, _ problem: ValueProblem) {
    found.append(ValueFault(field: field, line: line, item: item, problem: problem))
  }

  /// The value of a mandatory field; nil with the fault noted, once, when there is none.
  mutating func require<Value>(_ value: Value?, _ field: String) -> Value? {
    if value == nil, !found.contains(where: { $0.field == field && $0.item == nil }) {
      found.append(ValueFault(field: field, line: 0, problem: .missing))
    }
    return value
  }
}
