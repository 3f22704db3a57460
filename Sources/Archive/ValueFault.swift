/// What is wrong with the text of one field.
public enum ValueProblem: Hashable, Sendable {
  /// The field is missing or empty though the record cannot do without it.
  case missing
  /// Not written `2026-03-12`.
  case notADate(String)
  /// Written like a date, but there is no such day (2026-02-30).
  case doesNotExist(String)
  /// A day of a year before 1900 or after 2199.
  case outsideYears(String)
  /// Not written `14:30`, or no time of the day.
  case notATime(String)
  /// No whole number.
  case notANumber(String)
  /// No decimal number.
  case notADecimal(String)
  /// Neither `126`, `1000+` nor `~20`.
  case notAQuantity(String)
  /// No sum in yuan with two decimals, `12.50`.
  case notAnAmount(String)
  /// Not one of the words allowed here.
  case unknownChoice(String, allowed: [String])
  /// No id of an organisation, `[A-Z][A-Z0-9]{1,11}`.
  case notAnOrganization(String)
  /// No id of a member, `[A-Z][A-Z0-9]{1,15}`, where only a member can stand.
  case notAMember(String)
  /// Text is missing behind the person (a reason, a post, a day).
  case incomplete(String)
  /// No period: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, `2026-W11` or a day.
  case notAPeriod(String)
  /// No month: `2026-03`.
  case notAMonth(String)
  /// No rate: `1.5%`.
  case notARate(String)
  /// A number with more digits than are read.
  case tooLarge(String)
  /// No Id of a record.
  case notAReference(String)
  /// `分批` is not written `1/2`.
  case notASitting(String)
  /// A part of a vote that is not `名=值` with a name the format knows.
  case unknownVotePart(String)
  /// A vote without this part.
  case voteWithout(String)
  /// A part of a vote whose number is none: 赞成=many.
  case voteNumber(part: String, String)
  /// A field that belongs to an item stands before the first `Item`.
  case outsideItem
  /// Several lines where there is room for one.
  case severalLines
  /// A field stands twice though it may stand once.
  case repeated
}

/// A value of a stored record that could not be read; the record is shown, the value not counted.
public struct ValueFault: Hashable, Sendable {
  /// The field.
  public var field: String
  /// 1-based line of the field in its file; 0 when it was not read from one.
  public var line: Int
  /// The item it belongs to, from 1; nil for the record itself.
  public var item: Int?
  /// What is wrong.
  public var problem: ValueProblem

  /// A fault.
  public init(field: String, line: Int, item: Int? = nil, problem: ValueProblem) {
    self.field = field
    self.line = line
    self.item = item
    self.problem = problem
  }
}
