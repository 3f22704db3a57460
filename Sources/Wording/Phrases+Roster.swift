import OrganizationLife

// What is said while it is ticked who came.
extension Phrase {
  /// `应到15 实到13 · … · 可以表决,赞成8票及以上通过`; where some are not counted, the bases before and
  /// after: `党员15 不计入2 应到13 实到13 · 有表决权14 不计入1 应到13 实到12`.
  public static func rosterNumbers(
    _ turnout: Turnout, _ bases: Denominators?, unmarked: Int, verdict: LiveVerdict?
  ) -> Phrase {
    let whole = notCounted(bases.map { $0.everyone - turnout.expected } ?? 0, of: bases?.everyone)
    let voters = notCounted(
      bases.map { $0.withVote - $0.afterExclusion } ?? 0, of: bases?.withVote)
    let numbers = Phrase(
      "\(whole.chinese)应到\(turnout.expected) 实到\(turnout.present) · "
        + "有表决权\(voters.chinese)应到\(turnout.eligible) 实到\(turnout.eligiblePresent)",
      "\(whole.english)expected \(turnout.expected), present \(turnout.present) · "
        + "with a vote \(voters.english)\(turnout.eligible), "
        + "present \(turnout.eligiblePresent)")
    let open =
      unmarked > 0 ? Phrase(" · 未标\(unmarked)人", " · \(unmarked) not marked") : Phrase("", "")
    let judged = verdict.map { Phrase(" · \($0.phrase.chinese)", " · \($0.phrase.english)") }
    return Phrase(
      numbers.chinese + (judged?.chinese ?? "") + open.chinese,
      numbers.english + (judged?.english ?? "") + open.english)
  }
  /// So many of a base who are left out of it (R26).
  private static func notCounted(_ count: Int, of whole: Int?) -> Phrase {
    guard let whole, count > 0 else { return Phrase(verbatim: "") }
    return Phrase("共\(whole) 不计入\(count) ", "(\(count) of \(whole) left out) ")
  }
  /// Which digit is which reason.
  public static func attendanceDigits(_ reasons: [String]) -> Phrase {
    let digits = reasons.enumerated().map { "\(($0 + 1) % 10)\($1)" }.joined(separator: " ")
    return Phrase("请假: \(digits)", "leave: \(digits)")
  }
  /// The state of one person.
  public static func attendanceState(_ word: String, reason: String) -> Phrase {
    Phrase(verbatim: reason.isEmpty ? word : "\(word)(\(reason))")
  }
  /// 批准人
  public static func absenceApprovedBy(_ name: String) -> Phrase {
    Phrase("批准 \(name)", "approved by \(name)")
  }
  /// Nothing was said of somebody.
  public static let markNone = Phrase("··", "··")
  /// Nothing was said of the person on whom the cursor stands.
  public static let notMarked = Phrase("未标", "not marked")
  /// 到会
  public static let markPresent = Phrase("到", "in")
  /// 视频到会
  public static let markVideo = Phrase("视频", "video")
  /// 视频到会, 迟到
  public static let markVideoLate = Phrase("视频迟", "video late")
  /// 视频到会, 早退
  public static let markVideoLeft = Phrase("视频退", "video left")
  /// 迟到
  public static let markLate = Phrase("迟", "late")
  /// 早退
  public static let markLeft = Phrase("退", "left")
  /// 迟到 and 早退
  public static let markLateLeft = Phrase("迟退", "late left")
  /// 请假
  public static let markLeave = Phrase("假", "leave")
  /// 缺席
  public static let markAbsent = Phrase("缺", "absent")
  /// 不计入应到会
  public static let markExcluded = Phrase("不计", "excl.")
  /// 预备
  public static let probationary = Phrase("预备", "prob.")
  /// Marked, and not on the roster of the day.
  public static let notOnRoll = Phrase("名册以外", "not on roll")
  /// There is nobody to tick.
  public static let rosterEmpty = Phrase("那天的名册上没有人", "nobody is on the roster of that day")
  /// 全部到会
  public static func everyoneMarked(_ count: Int) -> Phrase {
    count == 0
      ? Phrase("都已标过", "everyone was marked before")
      : Phrase("\(count)人标为到会,再改例外", "\(count) marked as present; now the exceptions")
  }
  /// Title of the box of states.
  public static let attendanceTitle = Phrase("到会情况", "Attendance")
  /// 到
  public static let attendancePresent = Phrase("到会", "present")
  /// 视频
  public static let attendanceVideo = Phrase("视频到会", "by video")
  /// 迟
  public static let attendanceLate = Phrase("迟到", "late")
  /// 退
  public static let attendanceLeft = Phrase("早退", "left early")
  /// 假
  public static func attendanceAbsent(_ reason: String) -> Phrase {
    Phrase("请假:\(reason)", "leave: \(reason)")
  }
  /// 缺
  public static let attendanceWithoutLeave = Phrase("无故缺席", "absent without leave")
  /// 不计入应到会, on one of the grounds (R26)
  public static func attendanceExcluded(_ ground: String) -> Phrase {
    Phrase("不计入应到:\(ground)", "not expected: \(ground)")
  }
  /// Nothing said.
  public static let attendanceClear = Phrase("清除", "clear")
}
