/// Anything that was held: a meeting, a lesson, a theme day, a talk. Its kind is the id of a
/// catalogue entry.
public struct Activity: Hashable, Sendable {
  /// What an activity holds, as its properties say.
  package struct Fields: Hashable, Sendable {
    package var reference: Reference
    package var origin: Reference
    package var organization: OrganizationIdentifier
    package var kind: String
    package var counts: [String] = []
    package var number: Int?
    package var date: Day
    package var endDate: Day?
    package var start: TimeOfDay?
    package var end: TimeOfDay?
    package var sitting: String = ""
    package var title: String = ""
    package var place: String = ""
    package var presider: Person?
    package var recorder: Person?
    package var present: [Person] = []
    package var video: [Person] = []
    package var absent: [Absence] = []
    package var late: [Person] = []
    package var leftEarly: [Person] = []
    package var excluded: [Exclusion] = []
    package var attending: [Person] = []
    package var lecturers: [Person] = []
    package var hours: Double?
    package var sessions: Int?
    package var headcount: Quantity?
    package var about: [Person] = []
    package var host: OrganizationIdentifier?
    package var visitors: [String] = []
    package var minutes: String = ""
    package var summary: String = ""
    package var isFinal: Bool = false
    package var signatures: [Signature] = []
    package var items: [Item] = []
    package var tags: [String] = []
    package var notes: [String] = []
    package var enteredAt: Moment
    package var firstEnteredAt: Moment
    package var enteredBy: Person

    /// Those that every one has; the others are empty.
    package init(
      reference: Reference, organization: OrganizationIdentifier, kind: String, date: Day,
      enteredAt: Moment, enteredBy: Person
    ) {
      self.reference = reference
      origin = reference
      self.organization = organization
      self.kind = kind
      self.date = date
      self.enteredAt = enteredAt
      self.enteredBy = enteredBy
      firstEnteredAt = enteredAt
    }
  }

  /// Shared by all copies until one of them is changed.
  private var shared: Shared<Fields>

  package init(_ fields: Fields) { shared = Shared(fields) }

  /// The record it was read from: the newest version.
  public var reference: Reference {
    get { shared.value.reference }
    set { change { $0.reference = newValue } }
  }
  /// The first version of the same activity.
  public var origin: Reference {
    get { shared.value.origin }
    set { change { $0.origin = newValue } }
  }
  /// Whose activity it is.
  public var organization: OrganizationIdentifier {
    get { shared.value.organization }
    set { change { $0.organization = newValue } }
  }
  /// The kind's id in the catalogue, for example 党员大会.
  public var kind: String {
    get { shared.value.kind }
    set { change { $0.kind = newValue } }
  }
  /// Further kinds that it also counts for.
  public var counts: [String] {
    get { shared.value.counts }
    set { change { $0.counts = newValue } }
  }
  /// 第N次
  public var number: Int? {
    get { shared.value.number }
    set { change { $0.number = newValue } }
  }
  /// The day it began.
  public var date: Day {
    get { shared.value.date }
    set { change { $0.date = newValue } }
  }
  /// The day it ended, when another.
  public var endDate: Day? {
    get { shared.value.endDate }
    set { change { $0.endDate = newValue } }
  }
  /// When it began.
  public var start: TimeOfDay? {
    get { shared.value.start }
    set { change { $0.start = newValue } }
  }
  /// When it ended.
  public var end: TimeOfDay? {
    get { shared.value.end }
    set { change { $0.end = newValue } }
  }
  /// 分批: `1/2`
  public var sitting: String {
    get { shared.value.sitting }
    set { change { $0.sitting = newValue } }
  }
  /// Title, when it has one of its own.
  public var title: String {
    get { shared.value.title }
    set { change { $0.title = newValue } }
  }
  /// 地点
  public var place: String {
    get { shared.value.place }
    set { change { $0.place = newValue } }
  }
  /// 主持人
  public var presider: Person? {
    get { shared.value.presider }
    set { change { $0.presider = newValue } }
  }
  /// 记录人
  public var recorder: Person? {
    get { shared.value.recorder }
    set { change { $0.recorder = newValue } }
  }
  /// 到会
  public var present: [Person] {
    get { shared.value.present }
    set { change { $0.present = newValue } }
  }
  /// 视频到会
  public var video: [Person] {
    get { shared.value.video }
    set { change { $0.video = newValue } }
  }
  /// 缺席 with the reasons
  public var absent: [Absence] {
    get { shared.value.absent }
    set { change { $0.absent = newValue } }
  }
  /// 迟到 (of those present)
  public var late: [Person] {
    get { shared.value.late }
    set { change { $0.late = newValue } }
  }
  /// 早退 (of those present)
  public var leftEarly: [Person] {
    get { shared.value.leftEarly }
    set { change { $0.leftEarly = newValue } }
  }
  /// 不计入应到会 (R26)
  public var excluded: [Exclusion] {
    get { shared.value.excluded }
    set { change { $0.excluded = newValue } }
  }
  /// 列席
  public var attending: [Person] {
    get { shared.value.attending }
    set { change { $0.attending = newValue } }
  }
  /// 授课人
  public var lecturers: [Person] {
    get { shared.value.lecturers }
    set { change { $0.lecturers = newValue } }
  }
  /// 学时, per person
  public var hours: Double? {
    get { shared.value.hours }
    set { change { $0.hours = newValue } }
  }
  /// 期 or 场
  public var sessions: Int? {
    get { shared.value.sessions }
    set { change { $0.sessions = newValue } }
  }
  /// 人次, where people are not listed
  public var headcount: Quantity? {
    get { shared.value.headcount }
    set { change { $0.headcount = newValue } }
  }
  /// 对象: whom it is held for, such as those whose political birthday it is.
  public var about: [Person] {
    get { shared.value.about }
    set { change { $0.about = newValue } }
  }
  /// 被观摩单位: whose work was looked at.
  public var host: OrganizationIdentifier? {
    get { shared.value.host }
    set { change { $0.host = newValue } }
  }
  /// 观摩单位: who came to look, ids of organisations or their names.
  public var visitors: [String] {
    get { shared.value.visitors }
    set { change { $0.visitors = newValue } }
  }
  /// Minutes of the whole.
  public var minutes: String {
    get { shared.value.minutes }
    set { change { $0.minutes = newValue } }
  }
  /// 主持人小结
  public var summary: String {
    get { shared.value.summary }
    set { change { $0.summary = newValue } }
  }
  /// Signed off (定稿); 未定稿 until then.
  public var isFinal: Bool {
    get { shared.value.isFinal }
    set { change { $0.isFinal = newValue } }
  }
  /// Who signed.
  public var signatures: [Signature] {
    get { shared.value.signatures }
    set { change { $0.signatures = newValue } }
  }
  /// The items in order.
  public var items: [Item] {
    get { shared.value.items }
    set { change { $0.items = newValue } }
  }
  /// 融合标签, `维度=学用`
  public var tags: [String] {
    get { shared.value.tags }
    set { change { $0.tags = newValue } }
  }
  /// Notes.
  public var notes: [String] {
    get { shared.value.notes }
    set { change { $0.notes = newValue } }
  }
  /// When this version was written.
  public var enteredAt: Moment {
    get { shared.value.enteredAt }
    set { change { $0.enteredAt = newValue } }
  }
  /// When the first version was written: what decides whether it was entered in time.
  public var firstEnteredAt: Moment {
    get { shared.value.firstEnteredAt }
    set { change { $0.firstEnteredAt = newValue } }
  }
  /// Who wrote it.
  public var enteredBy: Person {
    get { shared.value.enteredBy }
    set { change { $0.enteredBy = newValue } }
  }

  private mutating func change(_ body: (inout Fields) -> Void) {
    var fields = shared.value
    body(&fields)
    shared = Shared(fields)
  }

  /// An empty activity of a kind; the fields are set one by one.
  public init(
    reference: Reference, organization: OrganizationIdentifier, kind: String, date: Day,
    enteredAt: Moment, enteredBy: Person
  ) {
    self.init(
      Fields(
        reference: reference, organization: organization, kind: kind, date: date,
        enteredAt: enteredAt, enteredBy: enteredBy))
  }

  /// Whether it counts as that kind, by its own kind or by `Counts`.
  public func counts(as kind: String) -> Bool { self.kind == kind || counts.contains(kind) }

  /// Whether a member took part, in the room or by video.
  public func wasAttended(by member: MemberIdentifier) -> Bool {
    present.contains { $0.id == member } || video.contains { $0.id == member }
  }
}
