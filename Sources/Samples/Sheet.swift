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
  /// Whom it is held for.
  var about: [Int] = []
  /// 被观摩单位
  var host = ""
  /// 观摩单位
  var visitors: [String] = []
  var minutes = ""
  var summary = ""
  var tags: [String] = []
  /// The records of the activities that this one makes up for.
  var madeUp: [Int] = []
  /// The plan that it does.
  var plan: Int?
  var notes: [String] = []
  var items: [SheetItem] = []

  init(_ kind: String, of organization: String, on date: Day) {
    self.kind = kind
    self.organization = organization
    self.date = date
  }
}

extension Sheet {
  /// Its fields in the format's order, signed by somebody on a day or still 未定稿.
  ///
  /// - Parameter reference: how a person is written, `ID(姓名)`.
  func fields(
    signer: Int?, on day: Day, _ reference: (Int) -> String
  ) -> [DraftField] {
    var fields: [DraftField] = []
    fields.reserveCapacity(40)
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { fields.append(DraftField(name, value)) }
    }
    func add(_ name: String, people: [Int]) {
      for person in people { fields.append(DraftField(name, reference(person))) }
    }
    add("Organization", organization)
    add("Kind", kind)
    for kind in counts { add("Counts", kind) }
    add("Number", number.map { "\($0)" } ?? "")
    add("Date", "\(date)")
    add("EndDate", endDate.map { "\($0)" } ?? "")
    add("Start", start)
    add("End", end)
    add("Sitting", sitting)
    add("Title", title)
    add("Place", place)
    add("Presider", people: presider.map { [$0] } ?? [])
    add("Recorder", people: recorder.map { [$0] } ?? [])
    add("Present", people: attendance.present)
    add("Video", people: attendance.video)
    for absence in attendance.absent {
      var value = reference(absence.person)
      if !absence.reason.isEmpty { value += " \(absence.reason)" }
      if let approver = absence.approver { value += " 批准=\(reference(approver))" }
      add("Absent", value)
    }
    add("Late", people: attendance.late)
    add("Left", people: attendance.left)
    for exclusion in excluded {
      add("Excluded", "\(reference(exclusion.person)) \(exclusion.reason)")
    }
    for guest in attending { add("Attending", guest) }
    for lecturer in lecturers { add("Lecturer", lecturer) }
    add("Hours", hours)
    add("Sessions", sessions.map { "\($0)" } ?? "")
    add("Headcount", headcount)
    add("About", people: about)
    add("Host", host)
    for visitor in visitors { add("Visitor", visitor) }
    add("Minutes", minutes)
    add("Summary", summary)
    add("State", signer == nil ? "未定稿" : "定稿")
    if let signer { add("Signed", "\(reference(signer)) \(day)") }
    for note in notes { add("Note", note) }
    for tag in tags { add("Tag", tag) }
    for record in madeUp { fields.append(DraftField(makingUpFor: record)) }
    if let plan { fields.append(DraftField(doing: plan)) }
    for item in items {
      add("Item", item.title)
      add("ItemKind", item.kind.rawValue)
      add("About", people: item.about)
      add("Minutes", item.minutes)
      add("Away", people: item.away)
      add("Seats", item.seats.map { "\($0)" } ?? "")
      for vote in item.votes { add("Vote", vote) }
      add("Resolution", item.resolution)
      add("Owner", people: item.owners)
      add("Due", item.due.map { "\($0)" } ?? "")
    }
    return fields
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

  /// `计划=ID`
  init(doing plan: Int) {
    name = "Tag"
    lead = "计划="
    value = ""
    record = plan
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
