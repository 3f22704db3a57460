/// What the retired talk about; the shifts of a ward are no longer theirs.
extension Texts {
  static let retiredRemarks = [
    "退休不褪色，学习不能松，眼睛不好可以听广播、看新闻。", "老同志要多支持单位工作，不给组织添麻烦。",
    "给年轻同志讲传统，是我们力所能及的事。", "行动不便的同志多，建议继续送学上门。", "回想当年的艰苦条件，更加珍惜今天。",
    "家属区的事，老党员可以带头管一管。", "要管好子女，守好家风。", "政策宣讲要讲得通俗，大家才愿意听。",
    "身体允许的情况下，{w}还愿意多出一份力。", "微信上的消息要分辨，不信谣、不传谣。",
  ]

  static let retiredDiscussions: [Discussion] = [
    Discussion(
      title: "研究老党员送学上门安排", introduction: "支部有几名老同志行动不便，需要把送学上门固定下来。",
      remarks: ["由小组长每月送一次学习材料。", "可以读给老同志听，听听他们的想法。", "送学情况要有记录。"],
      resolution: "每月送学一次，由组织委员统一安排。", post: "组织委员", days: 25, outcome: "本月送学已完成。"),
    Discussion(
      title: "研究走访看望患病老党员", introduction: "近期有老党员住院，支部要及时看望。",
      remarks: ["先和家属联系，看望时间不宜长。", "把组织的问候带到。", "有实际困难的向老干部部门反映。"],
      resolution: "由书记和小组长代表支部看望。", post: "书记", days: 12, outcome: "已看望，家属表示感谢。"),
    Discussion(
      title: "研究银龄宣讲活动", introduction: "单位请老同志给新警讲传统，需要确定人选和内容。",
      remarks: ["内容要真实，讲自己亲身经历的事。", "时间控制在一个小时以内。", "可以准备几张老照片。"],
      resolution: "同意宣讲安排，由宣传委员联系落实。", post: "宣传委员", days: 30, outcome: "宣讲活动已举办。"),
  ]

  static let retiredGroupTopics: [(title: String, remarks: [String])] = [
    ("讨论本月学习体会", ["报纸上的重要文章读了两遍，记了笔记。", "有的提法不太懂，请年轻同志来讲一讲。", "结合自己的经历谈，体会更深。"]),
    ("交流近期身体和生活情况", ["最近血压稳定，请大家放心。", "孩子在外地，平时靠邻居照应。", "天气转冷，大家注意保暖。"]),
    ("酝酿支部议题", ["建议组织一次就近参观。", "体检时间能否分批安排。", "活动中心的台阶建议加扶手。"]),
    ("讨论发挥余热", ["愿意参加家属区志愿服务。", "可以整理单位的老照片和史料。", "帮助调解邻里矛盾，是老党员的长处。"]),
  ]

  static let retiredSelfCriticisms = [
    "退休后学习有所放松，看报多、思考少。", "参加活动有时怕麻烦，请假多。", "对年轻同志看不惯的多，交流得少。", "对单位的新情况了解不够，发表意见有时片面。",
    "发挥余热主动性不够。",
  ]

  static let retiredCriticisms = [
    "希望多出来走动，参加集体活动。", "说话直，建议注意方式。", "经验丰富，希望多写一写、讲一讲。", "身体要紧，有困难及时跟组织说。",
  ]

  static let retiredTalkAnswers = [
    "身体还可以，就是腿脚不便，感谢组织关心。", "希望情况通报再及时一些。", "子女都好，没有什么困难。", "愿意参加宣讲，提前告诉我准备。",
    "学习材料的字能不能印得大一些。",
  ]

  /// Parts of theme days that the retired do not hold.
  static let activeParts: Set<String> = [
    "责任区隐患排查", "应急处置演示", "执法文书互评", "减负金点子征集", "岗位承诺践诺", "看望老党员", "消防器材操作训练", "宪法诵读和案例研讨",
  ]

  static func remarks(on subject: Subject, in field: WorkField) -> [String] {
    field == .retired ? retiredRemarks : remarks(on: subject)
  }

  static func discussions(in field: WorkField) -> [Discussion] {
    guard field == .retired else { return discussions }
    let shared = ["研究党费收缴核定", "研究组织生活会准备工作", "研究党员活动室和公开栏更新"]
    return retiredDiscussions + discussions.filter { shared.contains($0.title) }
  }

  static func groupTopics(in field: WorkField) -> [(title: String, remarks: [String])] {
    field == .retired ? retiredGroupTopics : groupTopics
  }

  static func selfCriticisms(in field: WorkField) -> [String] {
    field == .retired ? retiredSelfCriticisms : selfCriticisms
  }

  static func criticisms(in field: WorkField) -> [String] {
    field == .retired ? retiredCriticisms : criticisms
  }

  static func talkAnswers(in field: WorkField) -> [String] {
    field == .retired ? retiredTalkAnswers : talkAnswers
  }

  static func themes(in field: WorkField) -> [Theme] {
    field == .retired ? themes.filter { !activeParts.contains($0.part) } : themes
  }

  static func studies(in field: WorkField) -> [StudyText] {
    guard field == .retired else { return studies }
    return studies.filter { $0.subject != .safety && $0.subject != .law }
  }

  static func lessons(in field: WorkField) -> [Lesson] {
    guard field == .retired else { return lessons }
    return lessons.filter { $0.subject != .safety && $0.subject != .law }
  }
}
