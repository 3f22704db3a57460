/// How binding a rule is; said with every answer.
public enum RuleLevel: String, CaseIterable, Sendable {
  /// 党内法规
  case regulation = "党内法规"
  /// 上级要求
  case superior = "上级要求"
  /// 本单位规定
  case local = "本单位规定"
}

/// The body whose members are expected at an activity.
public enum Body: String, CaseIterable, Sendable {
  /// The members of the organisation (党员大会, lessons, theme days).
  case members = "党员"
  /// The officers (支委会).
  case committee = "支委"
  /// The members of the group (党小组会).
  case group = "小组"
  /// Two or a few people, named one by one (谈心谈话).
  case people = "自选"
}

/// 候选词: a word that forms propose for a field that takes others too.
public struct ProposedWord: Hashable, Sendable {
  /// The word.
  public var text: String
  /// The type of the records; nil for records of every type.
  public var type: String?
  /// The name of the field.
  public var field: String
  /// The days on which it is proposed.
  public var validity: Validity

  /// A word for a field.
  public init(_ text: String, for field: String, of type: String?, validity: Validity) {
    self.text = text
    self.type = type
    self.field = field
    self.validity = validity
  }
}

/// The days on which a catalogue entry holds.
public struct Validity: Hashable, Sendable {
  /// The first day.
  public var since: Day
  /// The last day, inclusive; nil while it holds.
  public var until: Day?

  /// A stretch of days, open at the end when `until` is nil.
  public init(since: Day, until: Day? = nil) {
    self.since = since
    self.until = until
  }

  /// From 1900-01-01, the first day there is, on.
  public static let always = Validity(since: Day(number: -25_567))

  /// Whether the entry holds on a day.
  public func contains(_ day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }

  /// The days on which both hold; nil where there are none.
  public func common(with other: Validity) -> Validity? {
    guard overlaps(other) else { return nil }
    return Validity(
      since: max(since, other.since),
      until: [until, other.until].compactMap { $0 }.min())
  }

  /// Whether both hold on some day.
  public func overlaps(_ other: Validity) -> Bool {
    contains(other.since) || other.contains(since)
  }
}

/// A kind of activity: a `kind` entry of the catalogue.
public struct ActivityKind: Hashable, Sendable {
  /// Its id, for example 党员大会; what `Kind` of an activity holds.
  public var id: String
  /// Its formal title, 支部党员大会.
  public var title: String
  /// A short title for columns, 大会.
  public var short: String
  /// Who is expected.
  public var body: Body
  /// Whether its meetings are numbered through the year (第N次).
  public var isNumbered: Bool
  /// The levels of organisations that hold it.
  public var levels: [OrganizationLevel]
  /// The kinds of items it may have; empty when it has none.
  public var itemKinds: [ItemKind]
  /// Items proposed when a record is opened, `环节 重温入党誓词`.
  public var presets: [String]
  /// The fields that a form shows, in order (names of FORMAT.md 6).
  public var fields: [String]
  /// The fields that a complete record has.
  public var needs: [String]
  /// Other kinds that it may count for as well.
  public var mayCount: [String]
  /// Records of this kind go under `restricted/`.
  public var isRestricted: Bool
  /// Absence from it has to be made up (补学).
  public var isMadeUp: Bool
  /// Study hours proposed for it.
  public var hours: Double?
  /// Switched on; one that is off is not offered for new records, and those that there are keep
  /// their kind.
  public var isEnabled: Bool
  /// When the entry holds.
  public var validity: Validity
  /// When a 做法包 that brings it is on; nil where it belongs to none.
  public var offers: [Validity]?

  /// Whether new records of that kind are offered on a day.
  public func isOffered(on day: Day) -> Bool {
    isEnabled && validity.contains(day) && (offers?.contains { $0.contains(day) } ?? true)
  }

  /// A kind of activity.
  public init(
    id: String, title: String, short: String, body: Body, isNumbered: Bool,
    levels: [OrganizationLevel], itemKinds: [ItemKind], presets: [String], fields: [String],
    needs: [String], mayCount: [String], isRestricted: Bool, isMadeUp: Bool, hours: Double?,
    validity: Validity, isEnabled: Bool = true
  ) {
    self.isEnabled = isEnabled
    self.id = id
    self.title = title
    self.short = short
    self.body = body
    self.isNumbered = isNumbered
    self.levels = levels
    self.itemKinds = itemKinds
    self.presets = presets
    self.fields = fields
    self.needs = needs
    self.mayCount = mayCount
    self.isRestricted = isRestricted
    self.isMadeUp = isMadeUp
    self.hours = hours
    self.validity = validity
  }
}

/// What an organisation owes in each period: an `obligation` entry of the catalogue.
public struct Obligation: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// Its title, 支部党员大会.
  public var title: String
  /// The kinds of activity that fulfil it.
  public var kinds: [String]
  /// In which period.
  public var frequency: Frequency
  /// How often in each period.
  public var times: Int
  /// Which organisations owe it.
  public var levels: [OrganizationLevel]
  /// Owed only with at least so many full members (支委会: 7, 支部条例).
  public var fullMembersAtLeast: Int?
  /// Owed only with fewer than so many full members.
  public var fullMembersBelow: Int?
  /// Counts only what was given by who holds that post in the organisation that day, wherever
  /// below it was held (党委书记每年至少讲1次党课: `书记`).
  public var lecturer: String?
  /// Counts only meetings with an item that has these words in its title (`第一议题`).
  public var item: String?
  /// Whether a kind that fulfils it is restricted: of who may not read those records nobody can
  /// say that it was not held.
  public var isRestricted = false
  /// How binding.
  public var level: RuleLevel
  /// The article.
  public var source: String
  /// When the entry holds; a period that begins before is not owed.
  public var validity: Validity

  /// An obligation.
  public init(
    id: String, title: String, kinds: [String], frequency: Frequency, times: Int,
    levels: [OrganizationLevel], fullMembersAtLeast: Int? = nil, fullMembersBelow: Int? = nil,
    level: RuleLevel, source: String, validity: Validity, lecturer: String? = nil,
    item: String? = nil
  ) {
    self.lecturer = lecturer
    self.item = item
    self.id = id
    self.title = title
    self.kinds = kinds
    self.frequency = frequency
    self.times = times
    self.levels = levels
    self.fullMembersAtLeast = fullMembersAtLeast
    self.fullMembersBelow = fullMembersBelow
    self.level = level
    self.source = source
    self.validity = validity
  }
}

/// How a checklist item is answered.
public enum ItemSource: Hashable, Sendable {
  /// From an obligation, by its id: met when nothing is missing, partly when some is.
  case obligation(String)
  /// From the records of a type that a selection picks in the period: met at `atLeast`, partly
  /// above zero.
  case selection(type: String, expression: String, atLeast: Int)
  /// From a named condition that fields alone cannot say.
  case condition(NamedCondition)
  /// By a person, in a `review` record.
  case manual
}

/// Conditions that a selection over fields cannot express (FORMAT.md 6).
public enum NamedCondition: String, CaseIterable, Sendable {
  /// Every vote taken in the period was taken with enough voters present.
  case lawfulQuorum = "到会合法"
  /// The talks of the year cover what R13 asks.
  case talkCoverage = "谈心覆盖"
  /// The roster holds at least three full members and no more than fifty members.
  case rosterSize = "支部人数"
  /// A branch of seven full members has a committee of three to seven.
  case committeeSize = "支委设置"
  /// The term has not run out.
  case withinTerm = "任期有效"
  /// The secretary's post is filled.
  case hasSecretary = "书记在任"
  /// Every member belongs to a group where there are groups, and each group has three members.
  case groups = "党小组设置"
  /// No probation has run out without a vote.
  case probations = "预备期"
  /// Each member has the hours of study due.
  case studyHours = "学时"
  /// Every absence has a reason.
  case absencesExplained = "请假有因"
  /// Every absence from a lesson or theme day has been made up.
  case absencesMadeUp = "补学"
  /// No resolution is overdue.
  case resolutionsCarriedOut = "决议落实"
  /// Every meeting of the period has been signed off.
  case signedOff = "审签"
  /// Every record of the period is complete.
  case complete = "记录完整"
  /// Entries were made within the days that the unit allows.
  case enteredInTime = "及时录入"
  /// Dues of the period are paid.
  case duesPaid = "党费"
  /// The roster's fields are filled.
  case rosterComplete = "名册"
}

/// One line of a checklist: an `item` entry of the catalogue.
public struct ChecklistItem: Hashable, Sendable {
  /// Its id, for example A01.
  public var id: String
  /// The checklist it belongs to.
  public var checklist: String
  /// The heading it stands under.
  public var section: String
  /// What is asked.
  public var title: String
  /// How it is answered.
  public var source: ItemSource
  /// The period that is looked at.
  public var frequency: Frequency
  /// Which organisations it applies to.
  public var levels: [OrganizationLevel]
  /// How binding.
  public var level: RuleLevel
  /// The article.
  public var article: String
  /// When the entry holds.
  public var validity: Validity

  /// A line of a checklist.
  public init(
    id: String, checklist: String, section: String, title: String, source: ItemSource,
    frequency: Frequency, levels: [OrganizationLevel], level: RuleLevel, article: String,
    validity: Validity
  ) {
    self.id = id
    self.checklist = checklist
    self.section = section
    self.title = title
    self.source = source
    self.frequency = frequency
    self.levels = levels
    self.level = level
    self.article = article
    self.validity = validity
  }
}

/// A checklist: a `checklist` entry with its items in order.
public struct Checklist: Hashable, Sendable {
  /// Its id, for example 规范化自查.
  public var id: String
  /// Its title, 党支部规范化自查表.
  public var title: String
  /// Its revision.
  public var revision: Int
  /// Its items.
  public var items: [ChecklistItem]
  /// How many days there are to mend what a visit finds, when nothing else is agreed.
  public var daysToMend: Int
  /// When a 做法包 that brings it is on; nil where it belongs to none.
  public var offers: [Validity]?

  /// Whether visits by it are offered on a day.
  public func isOffered(on day: Day) -> Bool { offers?.contains { $0.contains(day) } ?? true }

  /// How many days there are where nothing else is said.
  public static let usualDaysToMend = 30

  /// A checklist.
  public init(
    id: String, title: String, revision: Int, items: [ChecklistItem],
    daysToMend: Int = Checklist.usualDaysToMend
  ) {
    self.daysToMend = daysToMend
    self.id = id
    self.title = title
    self.revision = revision
    self.items = items
  }
}

/// All that a unit may set differently, as its catalogue says.
public struct Catalog: Hashable, Sendable {
  /// Kinds of activity, in the catalogue's order.
  public var kinds: [ActivityKind] { didSet { meanings = KindMeanings(kinds) } }
  /// What is owed.
  public var obligations: [Obligation]
  /// Checklists.
  public var checklists: [Checklist]
  /// Procedures with clocks, in the catalogue's order.
  public var procedures: [ProcedureKind]
  /// How the unit counts hours of study, the newest entry first.
  public var study: [StudyPolicy]
  /// Words that forms propose, in the catalogue's order.
  public var words: [ProposedWord]
  /// What the kinds come to, so that no question about a member has to go through them.
  private(set) var meanings: KindMeanings

  /// A catalogue.
  public init(
    kinds: [ActivityKind], obligations: [Obligation], checklists: [Checklist],
    procedures: [ProcedureKind] = [], study: [StudyPolicy] = [], words: [ProposedWord] = []
  ) {
    self.kinds = kinds
    meanings = KindMeanings(kinds)
    self.obligations = obligations
    self.checklists = checklists
    self.procedures = procedures
    self.study = study
    self.words = words
  }

  /// The words proposed on a day for a field of a type of records, or for every `Tag`.
  public func words(for field: String, of type: String, on day: Day) -> [String] {
    words.filter { word in
      (word.field == field && word.type.map { $0 == type } ?? true)
        && word.validity.contains(day)
    }.map(\.text)
  }

  /// How hours of study were counted on a day; the standard when the catalogue does not say.
  public func study(on day: Day) -> StudyPolicy {
    study.first { $0.validity.contains(day) } ?? .standard
  }

  /// The procedure as the catalogue had it on a day; its first entry when none held then.
  public func procedure(_ id: String, on day: Day) -> ProcedureKind? {
    procedures.first { $0.id == id && $0.validity.contains(day) }
      ?? procedures.first { $0.id == id }
  }

  /// The kind with that id, if the catalogue has one.
  public func kind(_ id: String) -> ActivityKind? { meanings.entries[id]?.first }

  /// The first entry of each kind that the catalogue has, by its id.
  public var kindsByIdentifier: [String: ActivityKind] { meanings.first }

  /// The kind as the catalogue had it on a day; its first entry when none held then.
  public func kind(_ id: String, on day: Day) -> ActivityKind? {
    guard let entries = meanings.entries[id] else { return nil }
    return entries.first { $0.validity.contains(day) } ?? entries.first
  }
}

/// Kinds of activity by their ids and by what they mean.
struct KindMeanings: Hashable, Sendable {
  /// The entries of each kind, in the catalogue's order.
  private(set) var entries: [String: [ActivityKind]] = [:]
  /// The first of them.
  private(set) var first: [String: ActivityKind] = [:]
  private(set) var trainings: Set<String> = []
  private(set) var appraisals: Set<String> = []
  private(set) var lifeMeetings: Set<String> = []

  init(_ kinds: [ActivityKind]) {
    for kind in kinds {
      entries[kind.id, default: []].append(kind)
      first[kind.id] = first[kind.id] ?? kind
      if kind.isTraining { trainings.insert(kind.id) }
      if kind.isAppraisal { appraisals.insert(kind.id) }
      if kind.isLifeMeeting { lifeMeetings.insert(kind.id) }
    }
  }
}
