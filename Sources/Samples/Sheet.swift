import OrganizationLife

/// An item of an activity being written.
struct SheetItem {
  var title: String
  var kind: ItemKind
  var about: [Int] = []
  var minutes = ""
  var votes: [String] = []
  var resolution = ""
  var owners: [Int] = []
  var due: Day?
  /// 应选名额 of an election.
  var seats: Int?
  /// Who was out of the room for this item.
  var away: [Int] = []
}

/// Who came and who did not.
struct Attendance {
  var present: [Int] = []
  var video: [Int] = []
  var absent: [(person: Int, reason: String, approver: Int?)] = []
  var late: [Int] = []
  var left: [Int] = []
}

/// An activity being written.
struct Sheet {
  var organization: String
  var kind: String
  var date: Day
  var start = ""
  var end = ""
  var counts: [String] = []
  var number: Int?
  var endDate: Day?
  var sitting = ""
  var title = ""
  var place = ""
  var presider: Int?
  var recorder: Int?
  var attendance = Attendance()
  /// Left out of 应到会 (R26), with the reason.
  var excluded: [(person: Int, reason: String)] = []
  var attending: [String] = []
  var lecturers: [String] = []
  var hours = ""
  var sessions: Int?
  var headcount = ""
  var minutes = ""
  var summary = ""
  var tags: [String] = []
  /// The records of the activities that this one makes up for.
  var madeUp: [Int] = []
  var notes: [String] = []
  var items: [SheetItem] = []

  init(_ kind: String, of organization: String, on date: Day) {
    self.kind = kind
    self.organization = organization
    self.date = date
  }
}

/// A field whose value may hold the id of another record, which is known only when all records
/// stand in order.
struct DraftField {
  var name: String
  /// What stands before the id.
  var lead = ""
  /// What stands after it, or the whole.
  var value: String
  var record: Int?

  init(_ name: String, _ value: String, after record: Int? = nil) {
    self.name = name
    self.value = value
    self.record = record
  }

  /// `补学=ID`
  init(makingUpFor record: Int) {
    name = "Tag"
    lead = Activity.makeUpTag
    value = ""
    self.record = record
  }
}

/// A record of the sample before it has its place in a file.
struct Draft {
  /// Local seconds since 1970.
  var moment: Int64
  var author: Int
  var type: String
  var organization: String
  var isRestricted: Bool
  var fields: [DraftField]
}
