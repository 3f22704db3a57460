import OrganizationLife
import RecordLog

/// What keeps a record from being added.
public enum EntryProblem: Hashable, Sendable {
  /// A line that is not rec.
  case grammar(GrammarFault.Kind)
  /// There is no `%rec:` line before the record.
  case noType
  /// A type the format does not have.
  case unknownType(String)
  /// `Id`, `By`, `At` and `Sum` are the log's own.
  case reservedField
  /// A value that cannot be read, or is missing.
  case value(ValueProblem)
  /// A character the format forbids, as its scalar value.
  case forbiddenCharacter(UInt32)
  /// An invisible character in an id or a name, as its scalar value.
  case invisibleCharacter(UInt32)
  /// A kind of activity that the catalogue does not have.
  case unknownKind(String, known: [String])
  /// An organisation that is neither in the store nor in the same file.
  case unknownOrganization(String)
  /// A superior that is below the organisation itself; the way up, the organisation itself last.
  case parentCircle([OrganizationIdentifier])
  /// A member who is neither in the store nor in the same file.
  case unknownMember(String)
  /// What should be a 党小组 of that branch and is not one.
  case notAGroup(String, of: String)
  /// A name that does not belong to the id.
  case nameMismatch(id: String, given: String, known: [String])
  /// A new member's id that somebody else has.
  case identifierTaken(id: String, by: String)
  /// A correction that is about another member or organisation than what it corrects.
  case identityChanged(from: String, to: String)
  /// One day stands before another that it cannot precede: `Until` before `Since`.
  case dayBefore(Day, other: String, otherDay: Day)
  /// What the domain says of an activity.
  case activity(ActivityFault)
  /// A record that is not there.
  case unknownReference(String)
  /// A record of another type.
  case otherType(String, type: String)
  /// A record that was withdrawn.
  case withdrawn(String)
  /// A record that was altered in its file and does not count.
  case damagedTarget(String)
  /// `Organization` of a record taken from the quarantine is not the organisation whose file it
  /// was typed into.
  case otherOrganization(String, expected: String)
  /// The version to be corrected has been corrected since.
  case outdated(String, newest: String)
  /// The 8 digits are not those of the version's Sum.
  case otherSum(String)
  /// `Reason` is missing: for a withdrawal, or for correcting what was signed off or has no
  /// 未定稿.
  case reasonMissing
  /// 定稿 without `Signed`.
  case signatureMissing
  /// A field beside `Withdraws` and `Reason` in a withdrawal.
  case notInWithdrawal
  /// `Corrects` or `Follows` in a withdrawal.
  case severalLinks
  /// A tag with a placeholder, or nothing, in the place of its value.
  case unfilledTag(String)
  /// A 检查问题 closed by another level than the one that opened it.
  case closedByOtherLevel(opener: Person)
}

/// A problem and where it stands.
public struct EntryFault: Hashable, Sendable {
  /// The file's name as the user gave it.
  public var source: String
  /// 1-based; 0 when the record does not come from a file.
  public var line: Int
  /// Which record, from 0.
  public var record: Int
  /// The field; nil for the record as a whole.
  public var field: String?
  /// The item, from 1.
  public var item: Int?
  /// What is wrong.
  public var problem: EntryProblem

  /// A fault.
  public init(
    source: String, line: Int, record: Int, field: String? = nil, item: Int? = nil,
    problem: EntryProblem
  ) {
    self.source = source
    self.line = line
    self.record = record
    self.field = field
    self.item = item
    self.problem = problem
  }
}

/// Something to be said once; it keeps nothing from being added.
public struct EntryNotice: Hashable, Sendable {
  /// What there is to say.
  public enum Kind: Hashable, Sendable {
    /// Text was put right.
    case cleaned(Set<TextChange>)
    /// A field that neither the format nor the unit's schema has; it is kept.
    case unknownField
    /// Text where the Id of a record is expected; it is kept.
    case notARecord(String)
    /// A day after today.
    case afterToday(Day)
    /// What can hardly be so; it is kept.
    case doubt(RecordDoubt)
    /// An activity of the same kind, day and time is there already.
    case perhapsTwice(Reference)
    /// Someone listed as present who is not one of those expected.
    case notExpected(Person)
    /// A kind that the catalogue does not foresee for `Counts` here.
    case countsNotForeseen(String)
    /// Someone of the branch has the same name.
    case sameName(Person)
    /// Someone else's name is another one and looks the same.
    case similarName(String, Person, OrganizationIdentifier)
    /// 已办结 without the day.
    case closedWithoutDay
    /// Numbers of a vote that do not fit together; the record may be kept as what happened
    /// (`ActivityFault.mayBeKept`).
    case activity(ActivityFault)
    /// What the rules say of how an activity was held; it is kept as what happened.
    case warning(WarningKind)
  }

  /// The file's name as the user gave it.
  public var source: String
  /// 1-based; 0 when the record does not come from a file.
  public var line: Int
  /// Which of the records, from 0.
  public var record: Int
  /// The field.
  public var field: String
  /// What there is to say.
  public var kind: Kind

  /// A notice.
  public init(source: String, line: Int, record: Int = 0, field: String, kind: Kind) {
    self.source = source
    self.line = line
    self.record = record
    self.field = field
    self.kind = kind
  }
}

/// What a check came to. Only when `faults` is empty may `records` be written, all or none.
public struct EntryResult: Hashable, Sendable {
  /// The records completed: bare ids with their names, `Corrects` with its digits, text cleaned.
  public var records: [NewRecord]
  /// By line.
  public var faults: [EntryFault]
  /// By line.
  public var notices: [EntryNotice]

  /// What a check came to.
  public init(records: [NewRecord], faults: [EntryFault], notices: [EntryNotice]) {
    self.records = records
    self.faults = faults
    self.notices = notices
  }
}
