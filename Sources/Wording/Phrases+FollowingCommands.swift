import OrganizationLife

// Columns and help of the commands that follow things up.
extension Phrase {
  // MARK: Columns of commands

  /// Column: 编号 of a member
  public static let tableMember = Phrase("党员", "Member")
  /// Column: 编号 of a record
  public static let tableId = Phrase("编号", "Id")
  /// Column: days overdue
  public static let tableOverdue = Phrase("超期天", "Days over")
  /// Column: 办结日
  public static let tableClosed = Phrase("办结", "Closed")
  /// Column: not before
  public static let tableEarliest = Phrase("最早", "Not before")
  /// Column: when what repeats is due
  public static let tableReviewDue = Phrase("定期时限", "Due again")
  /// Column: late
  public static let tableLate = Phrase("超期", "Late")
  /// Column: finished
  public static let tableFinished = Phrase("办完", "Finished")
  /// Column: the how-manieth
  public static let tableYears = Phrase("第几个", "No.")
  /// Column: months in a row
  public static let tableInARow = Phrase("连续欠(月)", "In a row")

  // MARK: Help of commands

  /// `zhibu warnings`
  public static let helpWarnings = Phrase(
    "迎检自查:一年里应开未开、记录不全和按规定要核对的,各附依据和级别(有则退出码为1)",
    "What a year owes, lacks or has against a rule, with article and level (exit status 1 when"
      + " there is something)")
  /// `--year`
  public static let helpYear = Phrase("哪一年,默认今年", "which year; this one by default")
  /// `zhibu makeups`
  public static let helpMakeUps = Phrase(
    "补学:谁缺席了什么、为什么、怎样补的;不写年份的含往年还没有补的(有待补的则退出码为1)",
    "Lessons and theme days to be made up, and how they were; without a year also what is open of earlier ones (exit status 1 when some are"
      + " open)")
  /// `--open`
  public static let helpOpenOnly = Phrase("只列还没有补的", "only those still open")
  /// `zhibu matters`
  public static let helpMatters = Phrase(
    "待落实事项:决议、检查问题等,超期和重复的标出(有超期则退出码为1)",
    "Open matters: resolutions, findings; overdue and repeated ones are marked (exit status 1"
      + " when some are overdue)")
  /// `--all`
  public static let helpAllMatters = Phrase("也列已办结的", "those closed as well")
  /// `zhibu procedures`
  public static let helpProcedures = Phrase(
    "流程:谁到哪一步、下一步、何时前、是否超期(有超期则退出码为1)",
    "Where everybody stands in procedures, and what is late (exit status 1 when something is)")
  /// `--kind` of a procedure
  public static let helpProcedureKind = Phrase("只列这个流程", "only this procedure")
  /// `zhibu dates`
  public static let helpDates = Phrase(
    "一个月的政治生日(第几个)、预备期满、任期届满", "Political birthdays of a month, probations and terms that end")
  /// `zhibu terms`
  public static let helpTerms = Phrase(
    "换届:选举、届满(含延期)、时限和空缺(超期或空缺过久则退出码为1)",
    "Terms: elected, up on, clocks, empty seats (exit status 1 when overdue or empty too long)")
  /// A term is over.
  public static let termStateOverdue = Phrase("已届满", "over")
  /// A term ends within six months.
  public static let termStateNotice = Phrase("半年内届满", "ends soon")
  /// A term runs.
  public static let termStateRunning = Phrase("任期中", "running")
  /// Something holds.
  public static let yes = Phrase("是", "yes")
  /// Until when a term was prolonged.
  public static let tableExtended = Phrase("延期至", "Extended to")
  /// Days to the end of a term.
  public static let tableDays = Phrase("距届满天数", "Days")
  /// When the level above reminded.
  public static let tableReminded = Phrase("上级提醒", "Reminded")
  /// Since when a seat stands empty.
  public static let tableVacantSince = Phrase("空缺自", "Empty since")
  /// What has to be known to read a row.
  public static let headingRemarks = Phrase("说明", "Remarks")
  /// What has to be known to read the amounts of somebody's dues.
  public static func word(_ remark: DuesRemark) -> Phrase {
    switch remark {
    case .paidElsewhere: Phrase("临时党支部不收党费,在组织关系所在支部交", "a temporary branch takes no dues")
    case .retiredRate: Phrase("按离退休比例", "rates of the retired")
    case .baseMissing: Phrase("有月份未登记基数,应交数不明", "no base for some month: what was due is not known")
    }
  }
  /// What is owed where no base is recorded.
  public static let owedUnknown = Phrase("无基数", "no base")
  /// `--month`
  public static let helpMonth = Phrase(
    "哪个月(2026-11),默认本月", "which month (2026-11); this one by default")
  /// `zhibu dues`
  public static let helpDues = Phrase(
    "党费:基数、比例、月应交、交至、欠交,须有权查看(有人连续欠\(Dues.gravestArrears)个月则退出码为1)",
    "Dues: base, rate, amount, arrears, where they may be read (exit status 1 when somebody is"
      + " \(Dues.gravestArrears) months in arrears)")
  /// `zhibu agenda`
  public static let helpAgenda = Phrase(
    "备题:下次会议可列的议题和来由", "What the next meetings may take up, and why")
  /// `--kind` of a meeting
  public static let helpAgendaKind = Phrase("只列这种会议", "only meetings of this kind")
  /// A month that is none.
  public static func notAMonth(_ text: String) -> Phrase {
    Phrase("「\(text)」不是月份,请写成 2026-11", "“\(text)” is no month: write it as 2026-11")
  }
  /// A year that is none.
  public static func notAYear(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」不是年份,请写成 2026,从1900到2199",
      "“\(text)” is no year: write it as 2026, within 1900 to 2199")
  }
  /// A year that has not begun.
  public static func yearToCome(_ year: Int) -> Phrase {
    Phrase("\(year)年还没有到,没有可列的", "\(year) has not begun: there is nothing to list")
  }
  /// No procedure of that name.
  public static func procedureNotFound(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有流程「\(name)」,请从 \(known.joined(separator: " ")) 中选",
      "There is no procedure “\(name)”: choose from \(known.joined(separator: " "))")
  }
  /// Dues are not there to be read.
  public static let duesUnreadable = Phrase(
    "没有党费记录,或您无权查看", "no dues are recorded, or you may not read them")
}
