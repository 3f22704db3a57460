/// The parts of a `Vote`, in the order in which they are written.
public enum VotePart: String, CaseIterable, Sendable {
  /// The person voted on.
  case subject = "对象"
  /// What the vote is on.
  case category = "类别"
  /// How votes are cast.
  case method = "方式"
  /// Votes in favour.
  case inFavour = "赞成"
  /// Votes against.
  case against = "不赞成"
  /// Abstentions.
  case abstaining = "弃权"
  /// How many of the three above came in writing.
  case written = "书面"
  /// Ballots handed out.
  case issued = "发出"
  /// Ballots handed in.
  case returned = "收回"
  /// Ballots that count.
  case valid = "有效"
  /// Who watches the vote.
  case scrutineers = "监票"
  /// Who counts.
  case tellers = "计票"
  /// Names written in at an election.
  case writeIn = "另选"

  /// Whether a vote may have several.
  var repeats: Bool { self == .scrutineers || self == .tellers }

  /// The part of that name; 反对 is read as 不赞成.
  public init?(reading text: String) {
    if text == "反对" { self = .against } else { self.init(rawValue: text) }
  }

  /// Whether the value names people.
  public var isPerson: Bool { self == .subject || self == .scrutineers || self == .tellers }

  /// Whether the value is a number.
  public var isCount: Bool {
    switch self {
    case .inFavour, .against, .abstaining, .written, .issued, .returned, .valid: true
    case .subject, .category, .method, .scrutineers, .tellers, .writeIn: false
    }
  }
}
