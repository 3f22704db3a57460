/// A theme day's theme and the parts that suit it.
struct Theme: Sendable {
  let title: String
  let subject: Subject
  /// The part that only this theme has, and what is recorded of it.
  let part: String
  let record: String
}

/// A lesson: its title and three points.
struct Lesson: Sendable {
  let title: String
  let subject: Subject
  let points: [String]
}

extension Texts {
  static let themes: [Theme] = [
    Theme(
      title: "重温入党初心，争做合格党员", subject: .building, part: "重读入党志愿书",
      record: "大家分别重读本人入党志愿书，回忆入党时的情景，谈对初心的理解。"),
    Theme(
      title: "学党章、守纪律、作表率", subject: .discipline, part: "党章知识问答",
      record: "围绕党章和党内法规进行问答，答错的题目当场讲解。"),
    Theme(
      title: "以案为鉴，警钟长鸣", subject: .discipline, part: "观看警示教育片",
      record: "集体观看警示教育片，会场秩序良好。"),
    Theme(
      title: "守牢安全底线，党员走在前", subject: .safety, part: "责任区隐患排查",
      record: "分三组对责任区进行排查，发现灭火器压力不足、插座松动等问题，当场登记。"),
    Theme(
      title: "弘扬宪法精神，严格规范执法", subject: .law, part: "宪法诵读和案例研讨",
      record: "诵读宪法序言，围绕执法案例分组研讨。"),
    Theme(
      title: "传承红色基因，赓续红色血脉", subject: .theory, part: "参观革命纪念馆",
      record: "在讲解员带领下参观展陈，重点了解当地革命斗争历史。"),
    Theme(
      title: "岗位练兵强本领", subject: .safety, part: "应急处置演示",
      record: "突击队演示应急处置流程，队长讲评动作要领。"),
    Theme(
      title: "读一本好书，谈一点体会", subject: .theory, part: "读书分享",
      record: "四名同志分享读书体会，其他同志提问交流。"),
    Theme(
      title: "我为群众办实事", subject: .building, part: "办实事清单研讨",
      record: "逐条讨论干警和家属反映的事项，确定能办的事项和牵头人。"),
    Theme(
      title: "清廉家风伴我行", subject: .discipline, part: "家风故事会",
      record: "讲述家风故事，签订家庭助廉承诺。"),
    Theme(
      title: "绿色家园志愿行", subject: .building, part: "志愿服务",
      record: "清理办公区和家属区卫生死角，补种绿植。"),
    Theme(
      title: "忠诚履职，建功一线", subject: .theory, part: "先进事迹宣讲",
      record: "由受表彰的同志介绍工作体会，大家深受感动。"),
    Theme(
      title: "学习新思想，建功新时代", subject: .theory, part: "集中学习原文",
      record: "轮流领读原文，逐段讨论，记录学习要点。"),
    Theme(
      title: "弘扬法治精神，维护公平正义", subject: .law, part: "执法文书互评",
      record: "随机抽取文书进行交叉评阅，归纳常见问题六类。"),
    Theme(
      title: "铭记历史，珍爱和平", subject: .theory, part: "观看历史文献片",
      record: "集体观看历史文献片，重温民族奋斗历程。"),
    Theme(
      title: "消防安全进支部", subject: .safety, part: "消防器材操作训练",
      record: "学习灭火器、消火栓的使用方法，每人操作一次。"),
    Theme(
      title: "支部结对共建", subject: .building, part: "共建交流",
      record: "与共建支部交流组织生活的做法，商定下一步合作事项。"),
    Theme(
      title: "发扬斗争精神，勇于担当作为", subject: .theory, part: "岗位承诺践诺",
      record: "每名党员宣读岗位承诺，支部公开亮诺。"),
    Theme(
      title: "敬老爱老，情暖重阳", subject: .building, part: "看望老党员",
      record: "看望离退休老党员，听老同志讲奋斗经历。"),
    Theme(
      title: "保密就是保安全", subject: .law, part: "保密知识测试",
      record: "学习保密规定，进行知识测试，现场检查办公设备。"),
    Theme(
      title: "反对形式主义，为基层减负", subject: .discipline, part: "减负金点子征集",
      record: "围绕精简报表、合并会议提出建议九条，由支部汇总上报。"),
    Theme(
      title: "急救技能人人会", subject: .safety, part: "心肺复苏训练",
      record: "医务人员讲解要领，党员分组练习心肺复苏和包扎。"),
  ]

  static let lessons: [Lesson] = [
    Lesson(
      title: "把忠诚写在岗位上", subject: .theory,
      points: ["忠诚是具体的，体现在每一次点名、每一次交接班。", "忠诚要经得起考验，关键时刻看担当。", "忠诚要靠学习来滋养，靠纪律来保证。"]),
    Lesson(
      title: "党的纪律是带电的高压线", subject: .discipline,
      points: ["纪律严明是党的光荣传统和独特优势。", "违纪往往从破小规矩开始，要防微杜渐。", "严管就是厚爱，要习惯在监督下工作。"]),
    Lesson(
      title: "从支部工作条例看支部的责任", subject: .building,
      points: ["支部的根本任务是什么。", "“三会一课”怎样开出质量。", "党员在支部中怎样发挥作用。"]),
    Lesson(
      title: "坚持底线思维，维护监管安全", subject: .safety,
      points: ["安全形势和面临的风险。", "制度执行中的薄弱环节。", "党员在安全工作中的责任。"]),
    Lesson(
      title: "做尊法学法守法用法的模范", subject: .law,
      points: ["法治思想的核心要义。", "执法一线常见问题剖析。", "如何用法治方式处理疑难问题。"]),
    Lesson(
      title: "弘扬伟大建党精神", subject: .theory,
      points: ["坚持真理、坚守理想。", "践行初心、担当使命。", "不怕牺牲、英勇斗争，对党忠诚、不负人民。"]),
    Lesson(
      title: "新时代党员怎样密切联系群众", subject: .building,
      points: ["群众路线是党的生命线。", "听真话、察实情的方法。", "把群众的小事当作支部的大事来办。"]),
    Lesson(
      title: "守住清廉的家门", subject: .discipline,
      points: ["家风连着党风。", "典型案例中的家庭教训。", "党员干部怎样管好身边人。"]),
    Lesson(
      title: "老党员讲传统：建监初期的故事", subject: .theory,
      points: ["艰苦创业的岁月。", "老一辈的工作标准。", "传统在今天的意义。"]),
    Lesson(
      title: "以高质量党建促进业务融合", subject: .building,
      points: ["党建与业务为什么会两张皮。", "融合的抓手和载体。", "党员责任区的运行和评价。"]),
    Lesson(
      title: "总体国家安全观与监狱工作", subject: .theory,
      points: ["准确理解总体国家安全观。", "监管安全在其中的位置。", "从自身岗位做起。"]),
    Lesson(
      title: "心理调适与职业成长", subject: .building,
      points: ["正确认识职业压力。", "几种实用的调适方法。", "组织关怀与自我成长相结合。"]),
  ]

  static let lessonIntroductions = [
    "围绕{t}，从三个方面作了讲解。", "结合学习体会和工作实际，以{t}为题上党课。", "以问题导入，用身边事例讲解{t}。",
  ]

  static let oath = [
    "{p}领誓，全体党员面向党旗重温入党誓词。", "全体党员起立，由{p}领誓重温入党誓词。", "奏唱国歌，由{p}带领大家重温入党誓词。",
  ]

  static let commentaries = [
    "本次活动准备充分、主题明确，达到了预期目的。会后各小组要把讨论中提出的建议整理出来，抓好落实。",
    "大家发言联系实际，有质量。希望把今天的学习体会带到岗位上去。",
    "活动开得紧凑。值班未能参加的同志，由小组长负责补学。",
    "同志们查找的问题实实在在，下一步要一项一项改。",
    "形式上还可以更灵活，内容上要继续贴近一线。请宣传委员做好下月方案。",
    "今天的活动达到了统一思想、交流经验的目的，散会。",
  ]

  static let summaries = [
    "同意大家的意见，会后按分工抓好落实，下次会议通报进展。",
    "今天的会议内容重要，请各小组及时传达到未到会的同志。",
    "大家讲得都很好，关键在落实。支委要带头，小组要跟进。",
    "议定事项由责任人按时限完成，遇到困难及时报告。",
    "希望同志们保持良好状态，把各项任务完成好。",
    "会议记录由记录人整理，审签后存档。",
  ]

  static let selfCriticisms = [
    "理论学习不够系统，零敲碎打多，联系{w}思考少。", "工作中有时急躁，和同志沟通方式简单。",
    "担当精神不够，遇到难题先想怎么请示，主动拿办法少。", "到班次上走动少，听一线意见不够及时。",
    "{w}的标准有所放松，满足于不出事。", "参加组织生活有过迟到，准备发言不够认真。",
    "创新意识不强，习惯用老办法抓{w}。", "对年轻同志帮带不够，交任务多、教方法少。",
    "笔记抄得多、想得少，学用结合不紧。", "开展批评时有顾虑，怕影响关系。",
  ]

  static let criticisms = [
    "希望多到班次上看一看，布置工作再具体一些。", "性子急，有时没听完就下结论，建议多一点耐心。",
    "业务很熟，但带人不够，建议把经验整理出来。", "学习发言准备不足，希望提前思考。",
    "对自己要求严，对身边同志提醒少，希望敢于较真碰硬。", "{w}中有时图省事，记录写得过于简单。",
    "家庭困难不愿向组织讲，希望信任组织。", "请假手续有一次没有及时补，应当注意。",
  ]

  static let measures = [
    "制定个人学习计划，每月读一本书、写一篇体会。", "支委每周至少到班次一次，现场听取意见。",
    "修订支部请假和补学办法，三十日内完成。", "建立结对帮带台账，每季度小结。", "对查摆出的问题列出清单，逐项销号。",
  ]

  static let talkQuestions = [
    "近来工作和身体怎么样，家里有没有什么困难？", "岗位调整以后适应得如何，有什么想法？", "对支部工作有什么意见和建议，请直说。",
    "今年的学习和工作打算有哪些，需要组织帮什么？", "组织生活会前想听听你对我的意见。", "最近值班多，休息得好不好？",
    "对自己今年的表现怎么看，还有哪些不足？", "带的新同志进步怎样，有什么困难？",
  ]

  static let talkAnswers = [
    "总体还好，就是照顾孩子有些吃力，希望安排工作时能提前几天知道。", "已经适应了，对{w}还要多学，请多指点。",
    "建议学习材料提前发，会议时间再紧凑些。", "老人身体不好，已安排好，不影响工作。",
    "希望支委多到班次上来，有些情况当面说得清楚。", "自己学习抓得不紧，准备把笔记补起来。",
    "提一点意见：布置工作有时太急，能不能留点准备时间。", "工作上没有问题，{w}的设备该更新了，请帮助反映。",
    "思想上比较稳定，愿意承担急难任务。", "对评先有些想法，谈开了就好，服从组织安排。",
  ]

  static let talkClosings = [
    "意见收到，会后同支委研究，有结果告诉你。", "困难组织上会帮助协调，有事及时说。", "希望保持状态，在{w}上再进一步。",
    "互相提醒，一起进步。", "谈得很实在，我先从自己改起。",
  ]
}
