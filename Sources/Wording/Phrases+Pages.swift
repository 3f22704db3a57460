import Archive
import OrganizationLife

extension Phrase {
  // MARK: The member's page

  /// Label: who it is.
  public static let labelIdentity = Phrase("身份", "Person")
  /// Label: the way into the Party.
  public static let labelDates = Phrase("入党", "Joining")
  /// Label: 党内职务
  public static let labelOffice = Phrase("党内职务", "Office")
  /// Label: 预备期
  public static let labelProbation = Phrase("预备期", "Probation")
  /// Label: 今年到会
  public static func labelAttendance(_ year: Int) -> Phrase {
    Phrase("\(year)到会", "In \(year)")
  }
  /// Label: by month
  public static let labelMonths = Phrase("各月", "By month")
  /// Label: 缺席与补学
  public static let labelAbsences = Phrase("缺席", "Absences")
  /// Label: 学时
  public static let labelHours = Phrase("学时", "Study hours")
  /// Label: 笔记、心得、思想汇报
  public static let labelWritings = Phrase("笔记心得", "Writings")
  /// Label: 谈心谈话
  public static let labelTalks = Phrase("谈心", "Talks")
  /// Label: 评议
  public static let labelAppraisals = Phrase("评议", "Appraisals")
  /// Label: 荣誉
  public static let labelHonors = Phrase("奖励", "Honours")
  /// Label: 党费
  public static let labelDues = Phrase("党费", "Dues")
  /// Label: 流程
  public static let labelProcedure = Phrase("流程", "Procedure")
  /// Label: 政治生日
  public static let labelBirthday = Phrase("政治生日", "Birthday")
  /// 参加工作
  public static func workedSince(_ text: String) -> Phrase {
    Phrase("\(text)参加工作", "working since \(text)")
  }
  /// 申请
  public static let dateApplied = Phrase("申请", "applied")
  /// 入党: the branch meeting
  public static let dateAdmitted = Phrase("入党", "admitted")
  /// 批复
  public static let dateApproved = Phrase("批复", "approved")
  /// 转正
  public static let dateConfirmed = Phrase("转正", "confirmed")
  /// 党龄
  public static func partyAge(_ years: Int) -> Phrase {
    Phrase("党龄 \(years)年", "member for \(years) years")
  }
  /// 介绍人
  public static let introducers = Phrase("介绍人", "introduced by")
  /// 在职
  public static let inService = Phrase("在职", "in service")
  /// 离退休
  public static let retired = Phrase("离退休", "retired")
  /// 流动党员
  public static let floating = Phrase("流动党员", "floating")
  /// No longer on the roll.
  public static let hasLeft = Phrase("已离开", "has left")
  /// When probation is up.
  public static func probationUntil(_ day: String) -> Phrase {
    Phrase("至 \(day) 满", "up on \(day)")
  }
  /// 已延长
  public static let prolonged = Phrase("(已延长)", "(prolonged)")
  /// The meeting has decided.
  public static let decided = Phrase("大会已讨论", "decided by the meeting")
  /// Members of stopped membership, who are not counted elsewhere
  public static func membershipStoppedAmong(_ count: Int) -> Phrase {
    Phrase("(其中停止党籍\(count)人,不计入党员数)", "(\(count) of stopped membership, not counted)")
  }
  /// 待补学
  public static let toMakeUp = Phrase("待补学", "to be made up")
  /// 已补学
  public static let madeUp = Phrase("已补学", "made up")
  /// 学习笔记
  public static func notesWritten(_ count: Int) -> Phrase {
    Phrase("笔记 \(count)篇", "study notes \(count)")
  }
  /// 心得
  public static func essaysWritten(_ count: Int) -> Phrase {
    Phrase("心得 \(count)篇", "essays \(count)")
  }
  /// 思想汇报
  public static func thoughtReportsWritten(_ count: Int) -> Phrase {
    Phrase("思想汇报 \(count)篇", "reports \(count)")
  }
  /// Talks with committee members and with others.
  public static func talks(committee: Int, members: Int) -> Phrase {
    Phrase(
      "支委 \(committee)次  党员 \(members)次", "committee \(committee)  members \(members)")
  }
  /// 党费交至
  public static func duesPaidThrough(_ month: String) -> Phrase {
    Phrase("交至 \(month)", "paid through \(month)")
  }
  /// No dues paid.
  public static let noDuesPaid = Phrase("没有交纳记录", "no payment recorded")
  /// 欠N个月
  public static func duesUnpaid(_ months: Int) -> Phrase {
    Phrase("欠\(months)个月", "\(months) months unpaid")
  }
  /// 政治生日
  public static func birthday(_ day: String, _ years: Int) -> Phrase {
    Phrase("\(day)(第\(years)个)", "\(day) (no. \(years))")
  }

  // MARK: The page of what was held

  /// Label: 名称
  public static let labelName = Phrase("名称", "Name")
  /// Label: 时间
  public static let labelTime = Phrase("时间", "Time")
  /// Label: 状态
  public static let labelState = Phrase("状态", "State")
  /// Label: 还缺
  public static let labelGaps = Phrase("还缺", "Missing")
  /// Label: 应到实到
  public static let labelTurnout = Phrase("人数", "Turnout")
  /// Signed off by whom and when.
  public static func finalBy(_ signatures: String) -> Phrase {
    signatures.isEmpty
      ? Phrase("定稿", "signed off") : Phrase("定稿(\(signatures))", "signed off (\(signatures))")
  }
  /// Who entered it and when.
  public static func enteredBy(_ name: String, _ moment: String) -> Phrase {
    Phrase("\(name) \(moment)录入", "entered by \(name) \(moment)")
  }
  /// 迟录N天
  public static func enteredLateBy(_ days: Int) -> Phrase {
    Phrase("迟录\(days)天", "\(days) days late")
  }
  /// 修改N次: before it was signed off.
  public static func changes(_ count: Int) -> Phrase {
    Phrase("修改\(count)次", count == 1 ? "changed once" : "changed \(count) times")
  }
  /// 更正N次
  public static func corrections(_ count: Int) -> Phrase {
    Phrase("更正\(count)次", count == 1 ? "corrected once" : "corrected \(count) times")
  }
  /// Who approved an absence.
  public static func approvedBy(_ name: String) -> Phrase {
    Phrase("\(name)批准", "approved by \(name)")
  }
  /// 已落实
  public static let carriedOut = Phrase("已落实", "carried out")

  // MARK: The page of an organisation

  /// Makes the main menu speak of this organisation.
  public static let makeScope = Phrase("进入它的主菜单(应办、记录、清单)", "Work on it: its main menu")
  /// The main menu speaks of it already.
  public static let isScope = Phrase("回到它的主菜单", "Back to its main menu")
  /// Label: id and founding day
  public static let labelOrganization = Phrase("编号", "Id")
  /// Label: 换届
  public static let labelTerm = Phrase("任期", "Term")
  /// Label: 党员
  public static let labelMembers = Phrase("党员", "Members")
  /// Label: 记录
  public static let labelActivities = Phrase("记录", "Held")
  /// Label: 待审签
  public static let labelUnsigned = Phrase("待审签", "Not final")
  /// Label: 统计
  public static let labelStatistics = Phrase("统计", "Counts")
  /// Label: 应办
  public static let labelDue = Phrase("应办", "Due")
  /// Label: 待落实
  public static let labelMatters = Phrase("待落实", "Matters")
  /// Label: 清单
  public static let labelChecklist = Phrase("检查清单", "Checklist")
  /// Label: 下级
  public static let labelBelow = Phrase("下级", "Below")
  /// Since when it exists.
  public static func since(_ day: String) -> Phrase { Phrase("\(day)起", "since \(day)") }
  /// It is no more.
  public static func ended(_ day: String) -> Phrase {
    Phrase("\(day)撤销", "It ended on \(day)")
  }
  /// The secretary's post is vacant.
  public static let noSecretary = Phrase("书记空缺", "There is no secretary")
  /// From the election to the end of the term.
  public static func term(from elected: String, to end: String) -> Phrase {
    Phrase("\(elected)选出,\(end)届满", "elected \(elected), up on \(end)")
  }
  /// Months left of a term.
  public static func monthsLeft(_ months: Int) -> Phrase {
    Phrase("还有\(months)个月", months == 1 ? "1 month left" : "\(months) months left")
  }
  /// How much was held this year, and when last.
  public static func heldThisYear(_ count: Int, latest: String?) -> Phrase {
    Phrase(
      "今年\(count)次" + (latest.map { ",最近 \($0)" } ?? ""),
      "\(count) this year" + (latest.map { ", latest \($0)" } ?? ""))
  }
  /// Open matters and how many are overdue.
  public static func matters(_ count: Int, overdue: Int) -> Phrase {
    Phrase(
      "\(count)" + (overdue > 0 ? "(\(overdue)项超期)" : ""),
      "\(count)" + (overdue > 0 ? " (\(overdue) overdue)" : ""))
  }

  // MARK: The line of a checklist

  /// Label: 条目
  public static let labelQuestion = Phrase("条目", "Asked")
  /// Label: 部分
  public static let labelSection = Phrase("部分", "Section")
  /// Label: 依据 of what is asked
  public static let labelRule = Phrase("规定", "Rule")
  /// Label: 周期
  public static let labelPeriod = Phrase("周期", "Period")
  /// Label: 结论
  public static let labelAnswer = Phrase("结论", "Answer")
  /// Label: how the answer came about
  public static let labelSource = Phrase("答法", "Answered by")
  /// Label: 依据
  public static let labelEvidence = Phrase("依据", "Evidence")
  /// Label: 人工结论
  public static let labelReviews = Phrase("人工结论", "By hand")
  /// From an obligation.
  public static func sourceObligation(_ title: String) -> Phrase {
    Phrase("按应办事项“\(title)”计算", "from what is owed: \(title)")
  }
  /// From a selection over records.
  public static func sourceSelection(_ type: String, _ expression: String, _ least: Int) -> Phrase {
    let condition = expression.isEmpty ? "" : " \(expression)"
    return Phrase(
      "选出的\(Phrase.recordType(type).chinese)不少于\(least)条\(condition)",
      "at least \(least) records of type \(Phrase.recordType(type).english)\(condition)")
  }
  /// From a named condition.
  public static func sourceCondition(_ name: String) -> Phrase {
    Phrase("条件“\(name)”", "condition “\(name)”")
  }
  /// By a person.
  public static let sourceManual = Phrase("由检查人回答,按 a 或 F4 填写", "by a person: press a or F4")
  /// No records stand behind the answer.
  public static let noRecords = Phrase("没有记录", "no records")

  // MARK: What stands beside the main menu

  /// While only part of a large ledger was read.
  public static let panelReading = Phrase(
    "正在读取全部记录,数字随后显示", "Reading all records; the numbers follow")
  /// Heading: 应办
  public static let panelDue = Phrase("应办", "Due")
  /// 待落实事项
  public static let panelMatters = Phrase("待落实事项", "Open matters")
  /// 待审签
  public static let panelUnsigned = Phrase("待审签", "Not final")
  /// 待补学
  public static let panelMakeUps = Phrase("待补学", "To make up")
  /// 未完成草稿
  public static let panelDraft = Phrase("未完成草稿:", "Unfinished:")
  /// When a draft was kept last.
  public static func panelDraftSaved(_ moment: String) -> Phrase {
    Phrase("(\(moment)存)", "(kept \(moment))")
  }
  /// 本月政治生日
  public static let panelBirthdays = Phrase("本月政治生日:", "Birthdays this month:")
  /// `(第12个)`
  public static func birthdayNumber(_ years: Int) -> Phrase {
    Phrase("(第\(years)个)", " (no. \(years))")
  }
  /// 换届
  public static func termEnds(_ day: String, isOver: Bool) -> Phrase {
    isOver
      ? Phrase("任期\(day)已届满", "The term ran out on \(day)")
      : Phrase("任期\(day)届满,准备换届", "The term is up on \(day)")
  }
  /// 预备期满未讨论
  public static func probationOver(_ name: String, _ day: String) -> Phrase {
    Phrase("\(name)预备期\(day)已满,未讨论转正", "\(name): probation up on \(day), not discussed")
  }
}

extension CheckNote {
  /// The numbers behind an answer; nil when there are none.
  public var phrase: Phrase? {
    switch self {
    case .none: nil
    case .notForLevel:
      Phrase("不适用于这一级组织", "not for an organisation of this level")
    case .owed(let required, let done, let missing):
      Phrase(
        "应\(required) 已\(done)" + (missing > 0 ? " 欠\(missing)" : ""),
        "\(required) asked, \(done) done" + (missing > 0 ? ", \(missing) missing" : ""))
    case .nothingOwed: Phrase("本期没有应办", "nothing is owed in this period")
    case .stillOpen(let day): Phrase("期内未开,\(day)到期", "not held yet, due by \(day)")
    case .selected(let count, let least):
      Phrase("记录\(count)条,应有\(least)条", "\(count) records, \(least) wanted")
    case .condition(let note): note.phrase
    case .remark(let text): Phrase(verbatim: text)
    }
  }
}

extension ConditionNote {
  /// The numbers of a named condition; nil when there are none.
  public var phrase: Phrase? {
    switch self {
    case .none: nil
    case .share(let met, let total): Phrase("\(met)/\(total)项符合", "\(met) of \(total)")
    case .size(let full, let members):
      Phrase("正式党员\(full)名,党员\(members)名", "\(full) full members, \(members) members")
    case .committee(let full, let officers):
      Phrase("正式党员\(full)名,委员\(officers)名", "\(full) full members, \(officers) officers")
    case .term(let ends): Phrase("\(ends)届满", "up on \(ends)")
    case .unreadable:
      Phrase("所需记录在这里看不到或没有登记", "the records are not kept or not readable here")
    }
  }
}
