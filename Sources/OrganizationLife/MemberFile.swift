/// The page of one member: everything that the records say, each line with the records behind it.
///
/// Figures of “this year” run from 1 January to the day asked for.
public struct MemberFile: Hashable, Sendable {
  /// Identity and dates, as on the day asked for (or the last snapshot of someone who left).
  public var member: Member
  /// Whether the member is still on a roll that day.
  public var isCurrent: Bool
  /// The branch.
  public var branch: Organization?
  /// The 党小组, if any.
  public var group: Organization?
  /// 党龄 in whole years, from the day of 转正; nil before it.
  public var partyAge: Int?
  /// 党内职务
  public var offices: [Office]
  /// 今年到会, by kind in the catalogue's order.
  public var attendance: [Attendance]
  /// The same by month, January to December: 12 entries, each meeting counted once.
  public var months: [MonthAttendance]
  /// Absences of this year, by date.
  public var absences: [AbsenceLine]
  /// 学时
  public var hours: HoursLine
  /// 评议等次, newest year first.
  public var appraisals: [Appraisal]
  /// Honours, newest first.
  public var honors: [Honor]
  /// 谈心谈话 of this year; nil where talks may not be read.
  public var talks: TalkLine?
  /// 学习笔记 of this year.
  public var notes: WritingLine
  /// 心得 of this year.
  public var essays: WritingLine
  /// 思想汇报 of this year.
  public var thoughtReports: WritingLine
  /// 党费; nil where dues may not be read or none are recorded.
  public var dues: DuesLine?
  /// Procedures about the member, each at the step it has reached.
  public var procedures: [ProcedureStep]
  /// 政治生日 of this year, past or to come.
  public var birthday: PoliticalBirthday?
  /// 预备期, of a member on probation.
  public var probation: Probation?
  /// The way into the Party, with its three dates.
  public var admission: AdmissionHistory?
  /// 补学: the absences of this year that have to be made up, or were.
  public var makeUps: [MakeUpLine]
  /// Where the member stands in each procedure.
  public var standings: [ProcedureStanding]
  /// What the rules say about the member, each with its article.
  public var warnings: [Warning]
  /// What does not fit together.
  public var contradictions: [ContradictionLine]
}

/// An office held in an organisation.
public struct Office: Hashable, Sendable {
  /// Where.
  public var organization: Organization
  /// 书记, 副书记 …
  public var post: String
  /// The records behind it.
  public var evidence: [Reference] { [organization.reference] }
}

/// Attendance at the meetings of one kind.
public struct Attendance: Hashable, Sendable {
  /// The kind's id.
  public var kind: String
  /// The records of meetings attended.
  public var attended: [Reference]
  /// The records of meetings at which the member was expected and did not come.
  public var missed: [Reference]
  /// How many were attended.
  public var present: Int
  /// At how many the member was expected.
  public var expected: Int
  /// The records behind it.
  public var evidence: [Reference] { attended + missed }
}

/// Attendance in one month.
public struct MonthAttendance: Hashable, Sendable {
  /// 1–12
  public var month: Int
  /// How many meetings were attended.
  public var present: Int
  /// At how many the member was expected.
  public var expected: Int
  /// The records behind it.
  public var evidence: [Reference]
}

/// What became of an absence.
public enum MakeUp: Hashable, Sendable {
  /// The kind need not be made up.
  case notRequired
  /// 待补学
  case pending
  /// 已补学, by that record.
  case done(Reference)
}

/// One absence.
public struct AbsenceLine: Hashable, Sendable {
  /// The record of the meeting.
  public var activity: Reference
  /// Its kind's id.
  public var kind: String
  /// Its day.
  public var date: Day
  /// The reason, empty when none is recorded.
  public var reason: String
  /// 补学
  public var makeUp: MakeUp
  /// The records behind it.
  public var evidence: [Reference] {
    if case .done(let record) = makeUp { return [activity, record] }
    return [activity]
  }
}

/// Hours of study in a year (教育管理工作条例第二十条).
public struct HoursLine: Hashable, Sendable {
  /// The sum of `Hours` of what was attended.
  public var done: Double
  /// 32, or 56 for secretaries and committee members; nil where none are asked for: of those who
  /// are not members, and of retired ones (第二十三条: 不作硬性要求).
  public var target: Double?
  /// The records behind it.
  public var evidence: [Reference]
  /// What is short of the target, never below 0.
  public var missing: Double { max(0, (target ?? 0) - done) }
}

/// Hours of study that are due in a year (教育管理工作条例第二十条; 2019–2023 规划).
public enum StudyHours {
  /// Of each member.
  public static let member = 32.0
  /// Of secretaries and committee members.
  public static let committee = 56.0
}

/// 评议等次
public enum AppraisalGrade: String, CaseIterable, Sendable {
  /// 优秀: at most a third of the members
  case excellent = "优秀"
  /// 合格
  case qualified = "合格"
  /// 基本合格
  case basicallyQualified = "基本合格"
  /// 不合格
  case unqualified = "不合格"

  /// The grade that a resolution names; nil when it names none. 不合格 and 基本合格 hold the word
  /// 合格 and are looked for first.
  public init?(in resolution: String) {
    let order: [AppraisalGrade] = [.unqualified, .basicallyQualified, .excellent, .qualified]
    guard let grade = order.first(where: { resolution.contains($0.rawValue) }) else { return nil }
    self = grade
  }
}

/// The appraisal (民主评议) of one year.
public struct Appraisal: Hashable, Sendable {
  /// The year of the meeting.
  public var year: Int
  /// The grade.
  public var grade: AppraisalGrade
  /// The records behind it.
  public var evidence: [Reference]
}

/// Talks of a year.
public struct TalkLine: Hashable, Sendable {
  /// Those with a committee member.
  public var withCommittee: [Reference]
  /// Those with another member who is not on the committee.
  public var withMembers: [Reference]
  /// The records behind it.
  public var evidence: [Reference] {
    withCommittee + withMembers.filter { !withCommittee.contains($0) }
  }
}

/// What somebody wrote in a year.
public struct WritingLine: Hashable, Sendable {
  /// How many pieces.
  public var count: Int
  /// The day of the newest.
  public var newest: Day?
  /// The records behind it.
  public var evidence: [Reference]
}

/// Dues (restricted).
public struct DuesLine: Hashable, Sendable {
  /// The last month up to which all is paid for; nil when the first is not.
  public var paidThrough: Period?
  /// Months that are over and not paid for, in order.
  public var unpaid: [Period]
  /// The records behind it.
  public var evidence: [Reference]
}

/// What does not fit together in a member's records. Each is something to look into, never a
/// change of status by itself.
public enum Contradiction: Hashable, Sendable {
  /// 预备期满未讨论转正: probation was up on that day (党章第七条).
  case probationEnded(on: Day)
  /// 学时不足, from October on: so many hours are missing, with so many days left of the year.
  case hoursShort(missing: Double, daysLeft: Int)
  /// 连续缺席: so many meetings in a row, three or more, since that day.
  case consecutiveAbsences(count: Int, since: Day)
  /// No meeting of the last six months was attended, though expected at so many (党章第九条: to
  /// be looked into, with its reasons).
  case noParticipation(meetings: Int, since: Day)
  /// 缺席未注明原因
  case absencesWithoutReason(count: Int)
  /// 党费 unpaid for so many months, three or more; at six 党章第九条 applies.
  case duesUnpaid(months: Int)
  /// No talk with a committee member this year, from November on.
  case noTalkWithCommittee
  /// No talk with another member this year, from November on.
  case noTalkWithMember
  /// In no 党小组, though the branch has some.
  case inNoGroup
}

/// A contradiction and the records that show it.
public struct ContradictionLine: Hashable, Sendable {
  /// What it is.
  public var contradiction: Contradiction
  /// The records that show it.
  public var evidence: [Reference]
}
