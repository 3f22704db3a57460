import OrganizationLife

/// What a member's file and the handbook of a year say.
extension PaperWords {
  // MARK: 党务公开

  /// Its title.
  public static func publicityTitle(_ name: String) -> String { "\(name)党务公开" }
  /// The days that it tells of.
  public static func publicPeriod(_ first: Day, _ last: Day) -> String {
    "公开时段：\(day(first))至\(day(last))"
  }
  /// 组织生活
  public static let publicMeetings = "组织生活开展情况"
  /// How often something without a subject was held, and on which days.
  public static func publicDays(_ count: String, _ days: [Day]) -> String {
    "\(count)（\(days.map { "\($0.month)月\($0.dayOfMonth)日" }.joined(separator: "、"))）"
  }
  /// 表彰
  public static let publicHonors = "表彰奖励"
  /// 办实事
  public static let publicDeeds = "为群众办实事"
  /// 其他公开事项
  public static let publicDocuments = "其他公开事项"
  /// Nothing of that in the period.
  public static let noneInPeriod = "本时段无。"
  /// How often something was held.
  public static func publicCount(_ kind: String, _ count: Int) -> String { "\(kind)：\(count)次" }
  /// A day and what was that day.
  public static func publicMeeting(_ date: Day, _ text: String) -> String {
    text.isEmpty ? "\(day(date))" : "\(day(date))，\(text)"
  }
  /// Somebody has a new status: 确定为入党积极分子.
  public static func statusEvent(_ name: String, _ status: String) -> String {
    "\(name)确定为\(status)"
  }
  /// The sum of dues and how many paid.
  public static func publicDues(_ payers: Int, _ yuan: String) -> String {
    "\(payers)名党员交纳党费，合计\(yuan)元。"
  }
  /// A deed and how far it is.
  public static func publicDeed(_ title: String, _ state: String) -> String {
    "\(title)（\(state)）"
  }

  // MARK: 党员档案

  /// Its title.
  public static func memberFileTitle(_ name: String) -> String { "\(name)同志党员档案" }
  /// 性别
  public static let gender = "性别"
  /// 民族
  public static let nation = "民族"
  /// 出生年月
  public static let born = "出生年月"
  /// 学历
  public static let education = "学历"
  /// 参加工作
  public static let worked = "参加工作"
  /// 警衔
  public static let rank = "警衔"
  /// 岗位
  public static let job = "岗位"
  /// 身份
  public static let status = "身份"
  /// 申请入党
  public static let applied = "申请入党"
  /// 大会日
  public static let admitted = "支部大会通过"
  /// 批复日
  public static let approved = "上级批复"
  /// 转正日
  public static let confirmed = "转正"
  /// 党龄
  public static let partyAge = "党龄"
  /// 入党介绍人
  public static let introducers = "入党介绍人"
  /// 党内职务
  public static let posts = "党内职务"
  /// 本人（签名）
  public static let ownSignature = "本人（签名）"
  /// 入党和转正
  public static let joining = "入党和转正"
  /// So many years.
  public static func years(_ count: Int) -> String { "\(count)年" }
  /// Attendance of a year.
  public static func attendance(_ year: Int) -> String { "\(year)年参加组织生活情况" }
  /// 会议类别
  public static let meetingKind = "类别"
  /// 应到次数
  public static let expectedTimes = "应到"
  /// 实到次数
  public static let presentTimes = "实到"
  /// 缺席与补学
  public static let absences = "缺席与补学"
  /// 补学
  public static let makeUps = "补学"
  /// What became of an absence.
  public static func makeUp(_ makeUp: MakeUp) -> String {
    switch makeUp {
    case .notRequired: ""
    case .pending: "待补学"
    case .done: "已补学"
    }
  }
  /// Study and talks of a year.
  public static func study(_ year: Int) -> String { "\(year)年学习和谈心谈话" }
  /// 学时
  public static func hours(_ text: String) -> String { "集中学习\(text)学时" }
  /// 谈心谈话
  public static func talks(committee: Int, members: Int) -> String {
    "与支部委员谈心谈话\(committee)次，与其他党员\(members)次"
  }
  /// 民主评议等次
  public static let appraisals = "民主评议等次"
  /// A grade in a year.
  public static func grade(_ grade: AppraisalGrade, in year: Int) -> String {
    "\(year)年评为\(grade.rawValue)"
  }
  /// 奖励
  public static let honors = "奖励"
  /// 党费
  public static let dues = "党费交纳"
  /// 流程
  public static let procedures = "流程办理"
  /// 需要核实
  public static let toBeChecked = "需要核实的情况"
  /// Restricted records exist and are left out.
  public static let withoutRestricted = "注：党费等受限记录因无查阅权限未列入。"
}

extension PaperWords {
  // MARK: 党支部工作手册

  /// Its title.
  public static let handbookTitle = "党支部工作手册"
  /// 单位
  public static let unit = "单位"
  /// 年度
  public static let year = "年度"
  /// 党支部书记, by name
  public static let secretaryName = "党支部书记"
  /// `2026年`
  public static func yearOf(_ year: Int) -> String { "\(year)年" }
  /// 上级党组织审阅
  public static let reviewer = "上级党组织审阅"
  /// 目录
  public static let contents = "目录"
  /// 支部概况与支委分工
  public static let overview = "支部概况与支委分工"
  /// 党员花名册
  public static let roster = "党员花名册"
  /// 年度计划
  public static let plans = "年度计划"
  /// 三会一课
  public static let meetingsAndLessons = "“三会一课”"
  /// 主题党日
  public static let themeDays = "主题党日"
  /// 组织生活会和民主评议党员
  public static let lifeAndAppraisal = "组织生活会和民主评议党员"
  /// 谈心谈话
  public static let talksChapter = "谈心谈话"
  /// 发展党员
  public static let development = "发展党员"
  /// 奖惩
  public static let honorsChapter = "奖惩"
  /// 年度总结
  public static let summaries = "年度总结"
  /// 大事记
  public static let chronicle = "大事记"
  /// 上级检查记录
  public static let inspections = "上级检查记录"
  /// Its chapters, in the order of the paper book.
  public static let chapters = [
    overview, roster, plans, meetingsAndLessons, themeDays, lifeAndAppraisal, talksChapter, dues,
    development, honorsChapter, summaries, chronicle, inspections,
  ]
  /// `一、支部概况与支委分工`
  public static func chapter(_ number: Int, _ title: String) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number >= 10 ? "十" : ""
    return "\(tens)\(digits[number % 10])、\(title)"
  }
  /// 上级党组织
  public static let parent = "上级党组织"
  /// 成立时间
  public static let founded = "成立时间"
  /// 本届选出
  public static let elected = "本届选出"
  /// 大会日, as a narrow column
  public static let joined = "入党"
  /// 任期届满
  public static let termEnds = "任期届满"
  /// 正式党员
  public static let fullMembers = "正式党员"
  /// 预备党员
  public static let probationers = "预备党员"
  /// 覆盖单位
  public static let units = "覆盖单位"
  /// 支部委员会
  public static let committee = "支部委员会"
  /// 分工
  public static let duties = "分工"
  /// 党小组
  public static let groups = "党小组设置"
  /// 组长
  public static let leader = "组长"
  /// 人数
  public static let headcount = "人数"
  /// 党员
  public static let people = "党员"
  /// 名称
  public static let documentTitle = "名称"
  /// 起草人
  public static let authors = "起草人"
  /// The documents themselves lie behind it.
  public static let toAttach = "注：正文另附。"
  /// What a meeting was about.
  public static let meetingContent = "主要内容"
  /// What a talk was about.
  public static let talkedAbout = "谈话内容"
  /// 到会
  public static let turnout = "到会"
  /// 谈话人
  public static let host = "谈话人"
  /// 谈话对象
  public static let partner = "谈话对象"
  /// 应交月数
  public static let monthsDue = "应交月数"
  /// 已交月数
  public static let monthsPaid = "已交月数"
  /// 已交金额
  public static let amountPaid = "已交金额（元）"
  /// 未交月数
  public static let monthsUnpaid = "未交月数"
  /// 表彰奖励名称
  public static let honorTitle = "名称"
  /// 级别
  public static let level = "级别"
  /// 获奖者
  public static let recipients = "获得者"
  /// 事项
  public static let event = "事项"
  /// A meeting was held.
  public static func heldEvent(_ kind: String, _ items: String) -> String {
    "召开\(kind)" + (items.isEmpty ? "" : "：\(items)")
  }
  /// The committee, as it stands from then on.
  public static func committeeEvent(_ officers: String) -> String {
    officers.isEmpty ? "支部情况变更" : "支部委员会组成：\(officers)"
  }
  /// Somebody was taken in.
  public static func admittedEvent(_ name: String) -> String { "支部大会通过接收\(name)为预备党员" }
  /// Somebody became a full member.
  public static func confirmedEvent(_ name: String) -> String { "\(name)转为正式党员" }
  /// Somebody came from another branch.
  public static func cameEvent(_ name: String, _ from: String) -> String {
    from.isEmpty ? "\(name)转入本支部" : "\(name)从\(from)转入"
  }
  /// Somebody went to another branch.
  public static func movedEvent(_ name: String, _ to: String) -> String {
    to.isEmpty ? "\(name)转出本支部" : "\(name)转往\(to)"
  }
  /// Behind what was held, where its minutes stand in a chapter before.
  public static let printedBefore = "（记录已在前面章节）"
  /// Somebody left.
  public static func leftEvent(_ name: String, _ how: String) -> String {
    "\(name)\(how.isEmpty ? "离开本支部" : how)"
  }
  /// An honour was given.
  public static func honorEvent(_ whose: String, _ title: String, _ level: String) -> String {
    "\(whose.isEmpty ? "本支部" : whose)获“\(title)”（\(level)）"
  }
}
