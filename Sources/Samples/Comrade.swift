import OrganizationLife

/// What holds of one person from a day on; becomes a `member` record.
struct Station {
  var since: Day
  /// Index of the branch among the prison's units.
  var unit: Int
  /// The group's number within the branch; nil for applicants and where there are no groups.
  var group: Int?
  var status: MemberStatus
  var isRetired = false
  var isFloating = false
  var rights = MemberRights.normal
  var posts: [String] = []
  var job = ""
  var rank = ""
  var admitted: Day?
  var approved: Day?
  var confirmed: Day?
  var introducers: [Int] = []
  var until: Day?
  var left = ""
  var note = ""
  /// When it was written down.
  var entered: Day

  var isOnRoster: Bool { status.isMember && rights != .membershipStopped }
  var hasVote: Bool { status == .full && rights == .normal }
}

/// A long time in which somebody comes to no meeting of the branch.
struct LongAbsence {
  var since: Day
  var reason: String
}

/// One person of the sample.
struct Comrade {
  let id: String
  let name: String
  /// The reading of the name, unique, as the writer's name in the log.
  let writer: String
  /// `ID(姓名)`
  let reference: String
  let gender: String
  let nation: String
  var bornYear: Int
  var bornMonth: Int
  let education: String
  let workedYear: Int
  let applied: Day
  /// How often in a thousand meetings he or she is absent.
  var absence: Int
  /// Base of the dues in yuan.
  let wage: Int
  var stations: [Station]
  var longAbsence: LongAbsence?

  /// Why he or she does not come for a long time; nil while there is no such reason.
  func isAway(on day: Day) -> Bool { longAbsence.map { $0.since <= day } ?? false }
}

/// The officers of an organisation from a day on.
struct Term {
  var since: Day
  var elected: Day?
  var years: Int?
  var officers: [(person: Int, post: String)]
  var entered: Day
}

/// An organisation of the sample other than a group.
struct Unit {
  let id: String
  let name: String
  let level: OrganizationLevel
  let parent: String?
  let field: WorkField
  /// The unit it covers, 二监区.
  let covers: String
  /// Further units that a joint branch covers.
  var alsoCovers: [String] = []
  /// The organisation above from a later day on.
  var newParent: (since: Day, parent: String)?
  var founded: Day
  var until: Day?
  var groupCount: Int
  var leaders: [Int] = []
  var terms: [Term] = []
  /// Who keeps the ledger, from which day on.
  var writers: [(since: Day, person: Int)] = []
  /// Everyone who ever was on the roll, in order.
  var people: [Int] = []
  /// The usual day of the month for the theme day.
  var themeDay = 10

  var isBranch: Bool { level.isBranch }

  func parent(on day: Day) -> String? {
    newParent.flatMap { $0.since <= day ? $0.parent : nil } ?? parent
  }

  func term(on day: Day) -> Term? { terms.last { $0.since <= day } }
  func groupIdentifier(_ group: Int) -> String { "\(id)G\(group)" }
}
