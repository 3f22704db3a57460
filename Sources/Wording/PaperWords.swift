import OrganizationLife

/// What the forms say that are printed: Chinese whatever language the screen speaks, with the
/// punctuation of printed text.
public enum PaperWords {
  // MARK: Labels

  /// 会议名称
  public static let meetingName = "会议名称"
  /// 时间
  public static let time = "时间"
  /// 地点
  public static let place = "地点"
  /// 党支部
  public static let branch = "党支部"
  /// 主持人
  public static let presider = "主持人"
  /// 记录人
  public static let recorder = "记录人"
  /// 应到
  public static let expected = "应到人数"
  /// 实到
  public static let present = "实到人数"
  /// 有表决权应到
  public static let eligible = "有表决权应到"
  /// 有表决权实到
  public static let eligiblePresent = "有表决权实到"
  /// 视频到会
  public static let video = "视频到会"
  /// 缺席人员及原因
  public static let absent = "缺席人员及原因"
  /// 无
  public static let nobody = "无"
  /// 迟到
  public static let late = "迟到"
  /// 早退
  public static let leftEarly = "早退"
  /// 不计入应到会 (R26)
  public static let excluded = "不计入应到会"
  /// 列席
  public static let attending = "列席人员"
  /// 授课人
  public static let lecturers = "授课人"
  /// 对象
  public static let about = "对象"
  /// 过生日的同志
  public static let birthdays = "过生日的同志"
  /// 被观摩单位
  public static let visited = "被观摩单位"
  /// 观摩单位
  public static let visitors = "观摩单位"
  /// 议题
  public static let items = "议题"
  /// 会议记录
  public static let record = "会议记录"
  /// 主持人小结
  public static let summary = "主持人小结"
  /// 检查(审阅)意见
  public static let inspection = "检查（审阅）意见"
  /// 检查人
  public static let inspector = "检查人"
  /// 日期
  public static let date = "日期"
  /// 序号
  public static let number = "序号"
  /// 姓名
  public static let personName = "姓名"
  /// 党小组
  public static let group = "党小组"
  /// 签名
  public static let signature = "签名"
  /// 备注
  public static let remark = "备注"
  /// 列席, as a remark
  public static let attends = "列席"
  /// 党支部书记
  public static let secretary = "党支部书记（签名）"
  /// 监票人, to sign
  public static let scrutineer = "监票人"
  /// 计票人, to sign
  public static let teller = "计票人"
  /// To be written by hand.
  public static let blank = "____________"
  /// A time of day to be written by hand.
  public static let timeToFillIn = "____"
  /// A date to be written by hand.
  public static let dayToFillIn = "    年    月    日"

  /// 2026年3月12日
  public static func day(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.dayOfMonth)日" }

  // MARK: 会议通知

  /// The notice's title.
  public static func noticeTitle(_ meeting: String) -> String { "关于召开\(meeting)的通知" }
  /// Whom it is addressed to.
  public static func addressee(_ body: Body) -> String {
    switch body {
    case .members: "各位党员："
    case .committee: "各位委员："
    case .group: "党小组各位党员："
    case .people: "各位同志："
    }
  }
  /// Its first sentence.
  public static func invitation(_ meeting: String) -> String { "定于近期召开\(meeting)，现将有关事项通知如下。" }
  /// 一、时间
  public static let noticeTime = "一、时间"
  /// 二、地点
  public static let noticePlace = "二、地点"
  /// 三、参加人员
  public static let noticePeople = "三、参加人员"
  /// 四、议题
  public static let noticeItems = "四、议题"
  /// 五、有关要求
  public static let noticeRequest = "五、有关要求"
  /// Who is invited.
  public static func invited(_ body: Body, _ count: Int) -> String {
    switch body {
    case .members: "全体党员\(count)人。"
    case .committee: "支部委员会委员\(count)人。"
    case .group: "党小组全体党员\(count)人。"
    case .people: count == 0 ? "有关同志。" : "有关同志\(count)人。"
    }
  }
  /// 列席
  public static func alsoInvited(_ names: String) -> String { "请\(names)列席。" }
  /// What is asked of those who cannot come.
  public static let request = "请提前安排好工作，准时参加；因故不能参加的，会前向党支部书记请假。"

  // MARK: 签到表、传阅单

  /// The title of the sign-in sheet.
  public static func signInTitle(_ meeting: String) -> String { "\(meeting)签到表" }
  /// The title of the sheet on which absences are made up.
  public static let makeUpTitle = "缺席党员补学传阅单"
  /// 学习内容
  public static let content = "学习内容"
  /// 缺席原因
  public static let reason = "缺席原因"
  /// 补学方式
  public static let makeUpWay = "补学方式"
  /// 补学日期
  public static let makeUpDay = "补学日期"
  /// How it is used.
  public static let makeUpNote = "注：本人阅读会议记录和学习材料后签名，由记录人在台账中登记。"

  // MARK: Votes

  /// 赞成
  public static let inFavour = "赞成"
  /// 不赞成
  public static let against = "不赞成"
  /// 弃权
  public static let abstaining = "弃权"
  /// 另选他人
  public static let writeIn = "另选："
  /// 选举, as an item
  public static let electionItem = "委员会选举"
  /// 发出
  public static let ballotsIssued = "发出票数"
  /// 收回
  public static let ballotsReturned = "收回票数"
  /// 有效
  public static let ballotsValid = "有效票数"
  /// 无效
  public static let ballotsInvalid = "无效票数"

  /// The title of a ballot on a person.
  public static func ballotTitle(_ item: String) -> String { "\(item)表决票" }
  /// The title of a ballot of an election.
  public static func electionBallotTitle(_ place: String) -> String { "\(place)委员会委员选票" }
  /// The title of the sheet on which votes are counted.
  public static func countTitle(_ item: String) -> String { "\(item)计票单" }
  /// How a ballot is filled in.
  public static let ballotNote = "说明：在赞成、不赞成、弃权三栏中选一栏画“○”，多选或者不能辨认的，该票无效。"
  /// How a ballot of an election is filled in (选举条例: names by strokes, 另选 allowed).
  public static func electionNote(seats: Int?) -> String {
    let most = seats.map { "应选\($0)名，所选人数等于或者少于应选名额的有效，多于的无效。" } ?? ""
    return "说明：候选人按姓氏笔画为序。\(most)赞成的画“○”，不赞成的画“×”，弃权的不画符号；"
      + "另选他人的，在“另选”栏写上姓名并画“○”。"
  }
  /// How votes are counted.
  public static let countNote = "注：按票画“正”字，合计数写在格内；另选他人的写明姓名。"

  /// `表决（无记名）周某：`, `选举（无记名）周某：`, `另选（无记名）周某：`
  public static func vote(
    _ method: String, _ who: String, isElection: Bool, isWrittenIn: Bool
  ) -> String {
    (isWrittenIn ? "另选" : isElection ? "选举" : "表决")
      + (method.isEmpty ? "" : "（\(method)）") + (who.isEmpty ? "：" : "\(who)：")
  }
  /// What came of a candidate; `needed` is the least number of votes that elects.
  public static func outcome(_ outcome: CandidateOutcome, needed: Int) -> String {
    switch outcome {
    case .elected: "当选（须赞成\(needed)票）。"
    case .notEnoughVotes: "未当选（须赞成\(needed)票）。"
    case .outvoted: "未当选（名额已满）。"
    case .tied: "票数相等，应再次投票。"
    case .withoutRight: "没有被选举权，不能当选。"
    case .impossible: "票数不合，不能认定。"
    case .void: "选举无效。"
    }
  }
  /// 发出
  public static func issued(_ count: Int) -> String { "发出\(count)张" }
  /// 收回
  public static func returned(_ count: Int) -> String { "收回\(count)张" }
  /// 有效
  public static func valid(_ count: Int) -> String { "有效\(count)张" }
  /// The numbers of a vote; 接收, 转正 and elections say 不赞成, others 反对.
  public static func votes(
    _ inFavour: Int, _ against: Int, _ abstaining: Int, written: Int, isOneByOne: Bool
  ) -> String {
    let no = isOneByOne ? "不赞成" : "反对"
    return "赞成\(inFavour)票，\(no)\(against)票，弃权\(abstaining)票"
      + (written > 0 ? "（其中书面意见\(written)票）" : "")
  }
  /// 监票人
  public static func scrutineers(_ names: String) -> String { "监票人\(names)" }
  /// 计票人
  public static func tellers(_ names: String) -> String { "计票人\(names)" }
  /// What came of it.
  public static func outcome(_ outcome: VoteOutcome) -> String {
    switch outcome.decision {
    case .passed: "通过（须赞成\(outcome.needed)票）。"
    case .notPassed: "未通过（须赞成\(outcome.needed)票）。"
    case .tied: "赞成、不赞成票数相等，未通过，须重新表决。"
    case .noQuorum: "到会人数不足，表决无效。"
    case .impossible, .notDecidedHere, .candidate: outcome.phrase.chinese + "。"
    }
  }

  // MARK: 会议记录、决议

  /// `议题一 学习传达……`
  public static func item(_ number: Int, _ title: String) -> String { "议题\(number)　\(title)" }
  /// Away for one item.
  public static func away(_ names: String) -> String { "本议题离席：\(names)" }
  /// 决议
  public static let resolution = "决议："
  /// Who carries it out, by when.
  public static func duty(_ owners: String, _ due: String) -> String {
    "责任人：\(owners.isEmpty ? blank : owners)；完成时限：\(due)"
  }
  /// The title of the copy.
  public static func copyTitle(_ meeting: String) -> String { "\(meeting)（誊抄稿）" }
  /// The title of a resolution on a person.
  public static func resolutionTitle(_ category: VoteCategory, _ name: String) -> String {
    switch category {
    case .admission: "关于接收\(name)同志为中共预备党员的决议"
    case .confirmation: "关于\(name)同志转为中共正式党员的决议"
    case .prolongation: "关于延长\(name)同志预备期的决议"
    case .disqualification: "关于取消\(name)同志预备党员资格的决议"
    case .ordinary, .discipline, .election, .committee: "关于\(name)同志的决议"
    }
  }
  /// Its opening.
  public static func resolutionTitle(_ item: String) -> String {
    let isDone = item.hasPrefix("关于") ? item : "关于\(item)"
    return isDone.hasSuffix("的决议") ? isDone : "\(isDone)的决议"
  }
  /// Before the text of a resolution.
  public static func resolutionOpening(_ day: String, _ meeting: String) -> String {
    "\(day)，\(meeting)对有关事项进行了讨论和表决，形成如下决议："
  }
}
