/// The rules that are code, by number (those of practice begin with P); what a unit may set differently (how
/// often a lesson is held, the stages of 举荐) is catalogue data with a source of its own.
///
/// Every warning names its rule, so that whoever reads it can look the article up and see how
/// binding it is.
public enum Rule: String, CaseIterable, Sendable {
  /// 党员大会: half of those with a vote present
  case assemblyQuorum = "R02"
  /// 党员大会: more than half of those expected in favour
  case assemblyMajority = "R03"
  /// 支委会: half of the committee present
  case committeeMeeting = "R04"
  /// 党小组会 and its 组长
  case groupMeeting = "R05"
  /// Who presides
  case presiding = "R06"
  /// 党委书记 gives a lesson a year
  case secretaryLesson = "R07"
  /// 组织生活会
  case lifeMeeting = "R10"
  /// 民主评议 in its steps
  case appraisal = "R11"
  /// 评议等次
  case appraisalGrades = "R12"
  /// 谈心谈话
  case talks = "R13"
  /// When a branch is formed, and its size
  case branchSize = "R14"
  /// When there is a committee, and its size
  case committeeSize = "R15"
  /// 任期
  case term = "R16"
  /// Notice before the end of a term; prolonging it or ending it early
  case termExtension = "R17"
  /// From when a term runs; by-elections
  case byElection = "R18"
  /// Which organisation for how many members
  case organizationLevel = "R19"
  /// 表决权
  case votingRights = "R20"
  /// 选举: four fifths present
  case electionQuorum = "R21"
  /// 当选: more than half of those present
  case electionMajority = "R22"
  /// 差额
  case surplus = "R23"
  /// 选票
  case ballots = "R24"
  /// Who approves what was elected
  case electionReport = "R25"
  /// Who may be left out of 应到会 at an election
  case exclusion = "R26"
  /// 接收预备党员: more than half present
  case admissionQuorum = "R27"
  /// 接收预备党员 and 转正: more than half of those expected in favour, one by one
  case admissionMajority = "R28"
  /// The times of 发展党员
  case development = "R29"
  /// 预备期
  case probation = "R30"
  /// 入党时间 and 党龄
  case partyAge = "R31"
  /// 学时
  case studyHours = "R32"
  /// Old and frail members
  case frailMembers = "R33"
  /// Out of contact; 停止党籍
  case outOfContact = "R34"
  /// 组织关系
  case transfer = "R35"
  /// 介绍信
  case letterOfTransfer = "R36"
  /// 流动党员
  case floatingMembers = "R37"
  /// 限期改正; half a year without taking part
  case correctionPeriod = "R38"
  /// 双重组织生活
  case dualLife = "R39"
  /// 党费 of those in service
  case dues = "R40"
  /// 党费 of the retired
  case retiredDues = "R41"
  /// From when, for how long back, how much at once
  case duesPayment = "R42"
  /// 政治生日
  case politicalBirthday = "R43"
  /// 党小组
  case groupSize = "R45"
  /// 临时党支部: no 发展党员, no dues, no 换届
  case temporaryBranch = "P1"
  /// 检查问题 that come back
  case repeatedFinding = "P2"

  /// The article, as it is quoted.
  public var article: String {
    switch self {
    case .assemblyQuorum, .assemblyMajority: "支部工作条例(试行)第十一条"
    case .committeeMeeting: "支部工作条例(试行)第十二条"
    case .groupMeeting: "支部工作条例(试行)第十三条"
    case .presiding: "支部工作条例(试行)第十四条"
    case .secretaryLesson: "支部工作条例(试行)第十六条"
    case .lifeMeeting: "支部工作条例(试行)第十七条;党员教育管理工作条例第十七条"
    case .appraisal: "支部工作条例(试行)第十八条;党员教育管理工作条例第十八条"
    case .appraisalGrades: "民主评议党员年度通知"
    case .talks: "支部工作条例(试行)第十九条"
    case .branchSize: "支部工作条例(试行)第四、五条"
    case .committeeSize: "支部工作条例(试行)第二十条"
    case .term: "支部工作条例(试行)第二十一条;关于党的基层组织任期的意见"
    case .termExtension: "关于党的基层组织任期的意见;基层组织选举工作条例第三条"
    case .byElection, .electionReport: "支部工作条例(试行)第二十一条"
    case .organizationLevel: "党和国家机关基层组织工作条例第五至七条"
    case .votingRights: "基层组织选举工作条例第五条;党章第七条"
    case .electionQuorum, .electionMajority, .ballots: "基层组织选举工作条例"
    case .surplus: "基层组织选举工作条例第九、十三条"
    case .exclusion: "中央组织部关于应到会人数的说明"
    case .admissionQuorum: "发展党员工作细则第二十条"
    case .admissionMajority: "发展党员工作细则第二十一、三十三条"
    case .development: "发展党员工作细则"
    case .probation: "发展党员工作细则第三十二条;党章第七条"
    case .partyAge: "党章第七条"
    case .studyHours: "党员教育管理工作条例第二十条"
    case .frailMembers: "党员教育管理工作条例第二十三条"
    case .outOfContact: "党员教育管理工作条例第二十四条"
    case .transfer: "党员教育管理工作条例第二十五条"
    case .letterOfTransfer: "组织关系介绍信通行做法"
    case .floatingMembers: "党员教育管理工作条例第三十二条"
    case .correctionPeriod: "党员教育管理工作条例第三十、三十一条;党章第九条"
    case .dualLife: "党员教育管理工作条例第十六条"
    case .dues: "中组发〔2008〕3号第二条"
    case .retiredDues: "中组发〔2008〕3号第五条"
    case .duesPayment: "中组发〔2008〕3号"
    case .politicalBirthday: "党章第七条;2019年党的政治建设意见"
    case .groupSize: "党小组设置通行要求"
    case .temporaryBranch: "支部工作条例(试行)关于临时党支部的规定"
    case .repeatedFinding: "检查整改通行做法"
    }
  }

  /// How binding it is. Party regulations; what notices from above ask; custom, which a unit may
  /// replace by its own rule.
  public var level: RuleLevel {
    switch self {
    case .appraisalGrades, .exclusion, .term, .termExtension, .dues, .retiredDues, .duesPayment,
      .temporaryBranch:
      .superior
    case .letterOfTransfer, .groupSize, .politicalBirthday, .repeatedFinding: .local
    default: .regulation
    }
  }
}
