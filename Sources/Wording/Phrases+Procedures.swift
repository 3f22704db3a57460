import OrganizationLife

// What is said of procedures, their steps and their clocks.
extension Phrase {
  /// A step that a meeting of its own proves.
  public static func stepHasMeeting(_ step: String) -> Phrase {
    Phrase("“\(step)”这一步记什么", "What is recorded of the step “\(step)”?")
  }
  /// The answer that records the meeting.
  public static func recordMeeting(_ title: String) -> Phrase {
    Phrase("记一次\(title):会上涉及此人,这一步就算办了", "The meeting: it proves the step")
  }
  /// The answer that records the step without a meeting.
  public static let recordStepOnly = Phrase("会议已记或另记,只登记这一步", "The step alone")

  /// Empty: procedures
  public static let noProcedures = Phrase(
    "没有正在办理的流程。按 n 或 F7 开始一个。", "No procedure runs. Press n or F7 to begin one.")
  /// The catalogue has none.
  public static let noProcedureKinds = Phrase(
    "目录里没有适用于这一级组织的流程", "the catalogue has no procedure for this level")
  /// Title of the box
  public static let whichProcedure = Phrase("哪个流程", "Which procedure")
  /// Title of the form.
  public static func titleProcedureStep(_ title: String) -> Phrase {
    Phrase("\(title) · 登记一步", "\(title) · a step")
  }
  /// Title of a draft.
  public static let draftProcedure = Phrase("流程", "Step of")
  /// Finished.
  public static let procedureFinished = Phrase("已办完", "finished")
  /// The next step of a procedure that is finished was asked for.
  public static let procedureHasNoNextStep = Phrase(
    "这个流程已办完或终止,没有下一步可登记", "This procedure is finished or ended: no step follows")
  /// Not before a day.
  public static func notBefore(_ day: String) -> Phrase { Phrase("\(day)起", "from \(day)") }
  /// No step is on record.
  public static func noStepYet(_ status: String) -> Phrase { Phrase("\(status)", "\(status)") }
  /// A repetition.
  public static func lastTaken(_ day: String) -> Phrase { Phrase("上次\(day)", "last \(day)") }
  /// 终止
  public static let procedureEnded = Phrase("已终止", "ended")
  /// Label: done
  public static let labelDone = Phrase("已办", "Done")
  /// Label: next
  public static let labelNext = Phrase("接下来", "Next")
  /// Label: repeated
  public static let labelClocks = Phrase("定期", "Repeated")
  /// Label: further steps
  public static let labelLater = Phrase("以后", "Later")
  /// Enter records the next step.
  public static let wayStep = Phrase("Enter 登记下一步", "Enter records the next step")
  /// Taken early.
  public static func tooEarly(_ day: String) -> Phrase { Phrase("早于\(day)", "before \(day)") }
  /// Taken late.
  public static func tooLate(_ day: String) -> Phrase { Phrase("晚于\(day)", "after \(day)") }
  /// When a step may be taken.
  public static func stepWindow(_ step: String, _ earliest: Day?, _ latest: Day?) -> Phrase {
    let chinese = [earliest.map { "最早\($0)" }, latest.map { "最迟\($0)" }].compactMap { $0 }
    let english = [earliest.map { "not before \($0)" }, latest.map { "not after \($0)" }]
    return Phrase(
      "\(step):\(chinese.joined(separator: ","))",
      "\(step): \(english.compactMap { $0 }.joined(separator: ", "))")
  }
  /// Within the time allowed.
  public static func within(_ earliest: String, _ latest: String) -> Phrase {
    Phrase(
      "(应在\(earliest.isEmpty ? "" : "\(earliest)后")\(latest.isEmpty ? "" : "\(latest)前"))",
      "(\(earliest.isEmpty ? "" : "after \(earliest) ")\(latest.isEmpty ? "" : "by \(latest)"))")
  }
}
