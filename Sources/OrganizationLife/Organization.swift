/// The levels of Party organisations.
public enum OrganizationLevel: String, CaseIterable, Sendable {
  /// 党的基层委员会
  case committee = "党委"
  /// 机关党委
  case officesCommittee = "机关党委"
  /// 党总支
  case generalBranch = "党总支"
  /// 党支部
  case branch = "党支部"
  /// 联合党支部: several units with fewer than three members each (支部条例第五条)
  case jointBranch = "联合党支部"
  /// 临时党支部: for a closed duty or a task force; no admissions, dues or elections
  case temporaryBranch = "临时党支部"
  /// 党小组
  case group = "党小组"

  /// Whether members belong to an organisation of this level (党支部 and its two variants).
  public var isBranch: Bool {
    switch self {
    case .branch, .jointBranch, .temporaryBranch: true
    case .committee, .officesCommittee, .generalBranch, .group: false
    }
  }
}

/// An office held in an organisation: `Q1M01(李敏) 书记`.
public struct Officer: Hashable, Sendable {
  /// Who holds it.
  public var person: Person
  /// 书记, 副书记, 组织委员 …; several are separated by `、`.
  public var post: String

  /// An office and who holds it.
  public init(person: Person, post: String) {
    self.person = person
    self.post = post
  }

  /// Whether it is that post, or that is one of several.
  func holds(_ other: String) -> Bool {
    post == other || post.holds(other) && post.split(separator: "、").contains(other[...])
  }
}

/// An organisation as it stood from a day on (a snapshot; the newest one that began by a day
/// holds on that day).
public struct Organization: Hashable, Sendable {
  /// The record it was read from.
  public var reference: Reference
  /// Its id.
  public var id: OrganizationIdentifier
  /// Its full name, 二监区党支部.
  public var name: String
  /// Its level.
  public var level: OrganizationLevel
  /// The organisation above; a 党小组's is its branch.
  public var parent: OrganizationIdentifier?
  /// The first day on which this snapshot holds; the first snapshot's is the founding day.
  public var since: Day
  /// The last day of the organisation's life, inclusive.
  public var until: Day?
  /// The day of the last election, from which the term runs (支部条例第二十一条).
  public var elected: Day?
  /// The term in years.
  public var term: Int?
  /// Who holds office, in the order of the record.
  public var officers: [Officer]
  /// Units that it covers.
  public var units: [String]
  /// When the snapshot was written; breaks ties between snapshots of one day.
  public var enteredAt: Moment

  /// A snapshot.
  public init(
    reference: Reference, id: OrganizationIdentifier, name: String, level: OrganizationLevel,
    parent: OrganizationIdentifier?, since: Day, until: Day? = nil, elected: Day? = nil,
    term: Int? = nil, officers: [Officer] = [], units: [String] = [], enteredAt: Moment
  ) {
    self.reference = reference
    self.id = id
    self.name = name
    self.level = level
    self.parent = parent
    self.since = since
    self.until = until
    self.elected = elected
    self.term = term
    self.officers = officers
    self.units = units
    self.enteredAt = enteredAt
  }

  /// The post of who leads the organisation.
  public static let secretaryPost = "书记"

  /// The secretary (书记), whatever other posts stand beside.
  public var secretary: Person? {
    officers.first { $0.holds(Self.secretaryPost) }?.person
  }
}
