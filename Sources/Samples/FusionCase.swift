import OrganizationLife
import RecordLog

/// A prison of sixteen branches that joins Party building, law and its own work in three
/// dimensions. The numbers here are its plan for the year.
struct FusionCase {
  private var place: Institution
  private let committee: Int
  private let branches: [Int]
  private var plans: [Int] = []

  private enum Plan {
    static let centralStudies = 14
    static let studies = 192
    static let trainings = 5
    static let trainingDays = 3
    static let weeklyMeetings = 48
    static let specialMeetings = 2
    static let keyQuestions = 6
    static let targetChecks = 3
    static let inspections = 6
    static let riskFindings = 50
    static let safetyFindings = 42
    static let messages = 1000
    static let promotions = 18
    static let outstandingMembers = 33
    static let outstandingBranches = 3
    static let wardLectures = 15
    static let agreements = 20
    static let moodAnalyses = 12
    static let leadersTalks = 126
    static let integrityTalks = 350
    static let homeVisits = 289
    static let pledges = 89
    static let lectures = 2
    static let counselling = 2
    static let commandos = 6
  }

  init(seed: UInt64, today: Day) {
    place = Institution(seed: seed, today: today)
    committee = place.found("DW", "监狱党委", .committee, under: nil)
    let units: [(String, WorkField)] = [
      ("一监区", .ward), ("二监区", .ward), ("三监区", .ward), ("四监区", .ward), ("五监区", .ward),
      ("六监区", .ward), ("七监区", .ward), ("八监区", .ward), ("入监监区", .ward), ("医院", .hospital),
      ("特警队", .taskForce), ("狱政科", .office), ("教育改造科", .office), ("刑罚执行科", .office),
      ("机关", .office), ("离退休", .retired),
    ]
    var branches: [Int] = []
    for (index, unit) in units.enumerated() {
      let branch = place.found(
        "Q\(index + 1)", "\(unit.0)党支部", .branch, under: "DW", field: unit.1)
      place.fill(
        branch, with: [15, 14, 16, 14, 14, 15, 14, 14][index % 8], floating: index == 15 ? 2 : 0)
      branches.append(branch)
    }
    self.branches = branches
    let offices = place.bodies[branches[14]].people
    let posts = ["书记", "副书记", "纪委书记", "委员", "委员", "委员"]
    // Whoever leads a branch does not lead the prison as well.
    place.bodies[committee].officers = Array(zip(offices.suffix(6), posts).map { ($0, $1) })
  }

  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    var whole = self
    whole.live()
    return whole.place.history(offset: offset)
  }

  private mutating func live() {
    place.enterRegisters(by: clerk)
    setTasks()
    for month in place.months {
      let theme = themes[month.lowerBound.month % themes.count]
      for branch in branches { place.holdMonth(month, of: branch, theme: theme) }
    }
    for branch in branches {
      place.holdTalks(of: branch)
      place.filePapers(of: branch)
    }
    learn()
    aim()
    organize()
    tickTasks()
  }

  /// Who writes for the 党委.
  private var clerk: Int { place.bodies[branches[14]].people[4] }
  private var leaders: [Int] { place.bodies[committee].officers.map(\.person) }
  private var serving: [Int] { place.people.indices.filter { !place.people[$0].isRetired } }

  private let themes = [
    Institution.ThemeDay(
      title: "宪法宣传教育", part: "宪法知识问答", tags: ["维度=学用", "融合=宪法宣传教育"]),
    Institution.ThemeDay(title: "安全演练里的党员", part: "应急处置演练", tags: ["维度=目标", "融合=安全演练"]),
    Institution.ThemeDay(title: "谈教工作大家谈", part: "谈教方法交流", tags: ["维度=学用", "融合=罪犯谈教"]),
    Institution.ThemeDay(title: "守纪律、讲规矩、作表率", part: "观看警示教育片", tags: ["维度=组织"]),
  ]

  // MARK: 学用

  private mutating func meeting(
    _ kind: String, on day: Day, _ title: String, people: [Int], tags: [String],
    lasting minutes: Int = 90
  ) -> Sheet {
    place.meeting(
      kind, of: committee, on: day, title, by: leaders[0], recorder: clerk, people: people,
      tags: tags, lasting: minutes)
  }

  private mutating func learn() {
    let topics = ["宪法精神", "法治思想", "党章党规", "监狱法治建设", "安全治理", "党的创新理论", "政绩观"]
    for (index, day) in place.spread(Plan.centralStudies).enumerated() {
      var sheet = meeting(
        "中心组学习", on: day, "学习\(topics[index % topics.count])", people: leaders, tags: ["维度=学用"])
      sheet.number = place.number("中心组学习", of: "DW")
      sheet.hours = "2"
      sheet.items = [place.study(sheet.title, .law, by: Array(leaders.prefix(3)), in: committee)]
      place.file(sheet, by: clerk)
    }
    let seminar = place.spread(2)[0]
    var discussion = meeting(
      "专题研讨", on: seminar, "党建引领监狱法治建设", people: leaders, tags: ["维度=学用"])
    discussion.items = [
      place.discuss(place.random.pick(Texts.discussions), by: leaders)
    ]
    place.file(discussion, by: clerk)
    for title in ["《“第一议题”学习指引》", "《党建与业务融合工作方案》"] {
      document("制度", title, on: place.spread(8)[place.random.below(2)], tags: ["维度=学用"])
    }
    studyForWork()
    train()
    for day in place.spread(52) {
      var sheet = place.sheet("送学推送", of: branches[15], on: day, lasting: 20)
      sheet.title = "学习资料和法治案例(\(day))"
      sheet.headcount = "\(place.bodies[branches[15]].people.count)"
      sheet.tags = ["维度=学用", "送学"]
      sheet.recorder = nil
      place.file(sheet, by: place.bodies[branches[15]].keeper)
    }
    for day in place.spread(10) {
      let sheet = meeting("督学", on: day, "学习强国学习情况督导", people: [], tags: ["维度=学用"])
      place.file(sheet, by: clerk)
    }
    let weeks = Institution.parts(of: Plan.weeklyMeetings, among: place.months.count)
    for day in zip(place.months, weeks).flatMap({ place.spread($1, within: $0) }) {
      var sheet = meeting(
        "周例会", on: day, "", people: leaders + branches.map { place.bodies[$0].secretary },
        tags: ["维度=学用"], lasting: 30)
      sheet.number = place.number("周例会", of: "DW")
      sheet.items = [
        place.study("政治理论周研讨", .theory, by: [leaders[0]], in: committee),
        place.report("警示教育周讲评", by: leaders[2]), place.report("业务工作周安排", by: leaders[1]),
      ]
      place.file(sheet, by: clerk)
    }
    for (title, day) in zip(["规范执法", "罪犯法治教育", "规范执法"], place.spread(3)) {
      var sheet = meeting("现场观摩", on: day, "\(title)现场观摩", people: [], tags: ["维度=学用"])
      let host = place.bodies[branches[place.random.below(9)]]
      sheet.place = "\(host.name.dropLast(3))"
      sheet.host = host.id
      sheet.visitors = ["各党支部书记"]
      sheet.headcount = "\(place.random.between(28...40))"
      place.file(sheet, by: clerk)
    }
    var exchange = meeting(
      "座谈会", on: place.spread(3)[1], "党建与业务融合座谈交流会",
      people: branches.map { place.bodies[$0].secretary }, tags: ["维度=学用"])
    exchange.items = [place.discuss(place.random.pick(Texts.discussions), by: leaders)]
    place.file(exchange, by: clerk)
  }

  /// 业务导向型学习 in every branch, and the hard questions that it brings up and solves.
  private mutating func studyForWork() {
    let shares = Institution.parts(of: Plan.studies, among: branches.count)
    let topics = ["执法程序合规", "罪犯法治教育", "监管安全规范", "计分考核证据", "应急处置流程", "会见管理规范"]
    for (branch, share) in zip(branches, shares) {
      let unit = place.bodies[branch]
      let months = place.months
      let counts = Institution.parts(of: share, among: months.count)
      for (month, count) in zip(months, counts) {
        for turn in 0..<count {
          let day = place.day(in: month, about: turn == 0 ? 17 : 24)
          let topic = place.random.pick(topics)
          var sheet = place.sheet("业务导向型学习", of: branch, on: day, lasting: 135)
          sheet.title = topic
          sheet.hours = "3"
          sheet.tags = ["维度=学用", "三学=理论", "三学=法治", "三学=业务"]
          sheet.attendance = place.attendance(
            of: unit.people, but: [unit.secretary, unit.keeper], mayMiss: true)
          let speakers = place.random.take(3, of: sheet.attendance.present)
          sheet.items = [
            place.study("理论学习", .theory, by: [unit.secretary], in: branch),
            place.study("法治学习:\(topic)", .law, by: Array(speakers.prefix(1)), in: branch),
            place.study("业务难题研讨", .safety, by: speakers, in: branch),
          ]
          sheet.items[2].kind = .discussion
          sheet.items[2].resolution = "梳理成工作举措，由分管支委跟进。"
          sheet.summary = place.random.pick(Texts.summaries)
          let record = place.file(sheet, by: unit.keeper)
          if place.random.happens(220) { raise(topic, in: branch, on: day, from: record) }
        }
      }
    }
    for (indicator, value) in [("执法难题解决率", "91.4"), ("监管执法规范度", "96.2")] {
      place.enter(
        "figure", of: committee, on: place.last, by: clerk,
        [
          "Indicator": indicator, "Period": "\(place.first.year)", "Value": value, "Unit": "%",
          "Source": "学习成效评估", "Tag": "维度=学用",
        ])
    }
  }

  private mutating func raise(_ topic: String, in branch: Int, on day: Day, from record: Int) {
    let closed = Institution.workday(
      day.adding(days: place.random.between(12...40)), within: day...max(day, place.last))
    let isOpen = day.adding(days: 45) > place.last
    matter(
      "执法难题", "\(topic)中的难题", of: branch, opened: day, closed: isOpen ? nil : closed,
      result: "形成工作举措并执行", tags: ["维度=学用"], source: record)
  }

  private mutating func train() {
    let people = serving
    let shares = Institution.parts(of: people.count, among: Plan.trainings)
    var start = 0
    for (turn, (share, day)) in zip(shares, place.spread(Plan.trainings)).enumerated() {
      // Three days in one week.
      let monday = day.adding(days: 1 - day.weekday)
      let first = monday < place.first ? monday.adding(days: 7) : monday
      var sheet = meeting(
        "培训", on: first, "政治轮训第\(Chronicle.ordinal(turn))期",
        people: Array(people[start..<(start + share)]), tags: ["维度=学用"])
      sheet.endDate = first.adding(days: Plan.trainingDays - 1)
      sheet.start = ""
      sheet.end = ""
      sheet.sessions = 1
      sheet.hours = "24"
      // Each of the leaders teaches, in turn.
      sheet.lecturers = leaders.enumerated().filter { $0.offset % Plan.trainings == turn }
        .map { place.reference($0.element) }
      sheet.minutes = "法治思想、铸牢中华民族共同体意识等专题，脱产三天。"
      place.file(sheet, by: clerk)
      start += share
    }
  }
}

// MARK: 目标

extension FusionCase {
  private mutating func aim() {
    var questions = Plan.keyQuestions
    for day in place.spread(Plan.specialMeetings) {
      var sheet = meeting("专题会议", on: day, "党建专题会议", people: leaders, tags: ["维度=目标"])
      sheet.items = [place.discuss(place.random.pick(Texts.discussions), by: leaders)]
      let record = place.file(sheet, by: clerk)
      let share = Plan.keyQuestions / Plan.specialMeetings
      let titles = ["党支部标准化规范化建设", "党建与业务融合", "党员活动阵地", "执法责任落实", "党务干部培训", "考核指标统一"]
      for title in titles[(Plan.keyQuestions - questions)..<(Plan.keyQuestions - questions + share)]
      {
        matter(
          "重点问题", title, of: committee, opened: day,
          closed: Institution.workday(day.adding(days: 25), within: day...place.last),
          result: "已研究解决", tags: ["维度=目标"], source: record)
      }
      questions -= share
    }
    for turn in 0..<Plan.targetChecks {
      let day = place.day(in: place.months[turn * 3 + 2], about: 23)
      let sheet = meeting(
        "业务目标检查", on: day, "第\(Chronicle.ordinal(turn))季度业务目标检查考核，核查执法责任制区履职",
        people: [], tags: ["维度=目标"])
      place.file(sheet, by: clerk)
    }
    for (turn, day) in place.spread(Plan.inspections).enumerated() { inspect(turn, on: day) }
    findHazards("风险隐患", Plan.riskFindings, "应急处置突击队排查")
    findHazards("安全隐患", Plan.safetyFindings, "责任区网格排查")
    let months = place.months
    let shares = Institution.parts(of: Plan.messages, among: months.count)
    for (index, (month, share)) in zip(months, shares).enumerated() {
      document(
        "亲情寄语", "亲情云寄语平台\(month.lowerBound.month)月", on: month.upperBound,
        count: "\(share)\(index == months.count - 1 ? "+" : "")", tags: ["维度=目标"])
    }
    for leader in leaders {
      document(
        "责任书", "“一岗双责”责任书", on: place.spread(12)[0], author: leader, tags: ["维度=目标"])
    }
    place.govern(
      committee, recorder: clerk,
      topics: Array(repeating: "通报月度工作", count: 5) + ["听取“一岗双责”落实情况报告"], tags: ["维度=目标"])
  }

  /// A round of 党建检查: some branches are visited, and what is found has a day to be put right.
  private mutating func inspect(_ turn: Int, on day: Day) {
    let sheet = meeting(
      "党建检查", on: day, "第\(Chronicle.ordinal(turn))次党建检查", people: [], tags: ["维度=目标"])
    place.file(sheet, by: clerk)
    for branch in branches where branch % Plan.inspections == turn % Plan.inspections {
      let item = place.random.pick(["R04", "R06"])
      let text = item == "R04" ? "党员执法责任制区履职到位" : "监管执法合规"
      let review = place.enter(
        "review", of: branch, on: day, by: clerk,
        [
          "Checklist": "融合检查", "Revision": "1", "Date": "\(day)",
          "Reviewer": place.reference(clerk), "Item": item, "Text": text, "Answer": "部分达标",
          "By": "人工", "Remark": "记录不够完整",
        ])
      let due = day.adding(days: 30)
      let closed = Institution.workday(day.adding(days: 24), within: day...place.last)
      matter(
        "检查问题", place.random.pick(["党建实法治弱：法治学习针对性不强", "业务强规范虚：组织生活记录不全"]),
        of: branch, opened: day, due: due, closed: due > place.last ? nil : closed,
        result: "已按期整改", tags: ["维度=目标"], source: review)
    }
  }

  private mutating func findHazards(_ kind: String, _ count: Int, _ how: String) {
    for (index, day) in place.spread(count).enumerated() {
      let hazard = place.random.pick(Texts.hazards)
      let branch = branches[index % (branches.count - 1)]
      matter(
        kind, hazard.title, of: branch, opened: day,
        closed: Institution.workday(
          day.adding(days: place.random.between(1...9)), within: day...place.last),
        result: hazard.result, tags: ["维度=目标"], note: how)
    }
  }

  /// 7 categories and 27 indicators of the year's tasks, each with an owner, and five aims.
  private mutating func setTasks() {
    let tasks: [(String, [String])] = [
      ("政治建设", ["中心组学习", "第一议题", "政治轮训", "意识形态分析"]),
      ("法治学习", ["业务导向型学习", "宪法宣传", "法治案例研讨", "执法资格培训"]),
      ("组织建设", ["三会一课", "主题党日", "组织生活会", "党支部规范化"]),
      ("执法规范", ["执法责任制区", "执法难题清单", "减刑假释监督", "执法检查"]),
      ("安全稳定", ["应急突击队", "风险隐患排查", "责任区网格", "安全演练"]),
      ("队伍建设", ["谈心谈话", "廉政谈话", "廉政家访", "暖警措施"]),
      ("品牌共建", ["支部品牌", "共建协议", "进监区宣讲"]),
    ]
    let year = "\(place.first.year)"
    let day = place.day(in: place.months[0], about: 8)
    for (category, titles) in tasks {
      for (index, title) in titles.enumerated() {
        plans.append(
          place.enter(
            "plan", of: committee, on: day, by: clerk,
            [
              "Period": year, "Kind": "任务清单", "Title": title, "Number": "1",
              "Due": "\(year)-12-20", "Owner": place.reference(leaders[index % leaders.count]),
              "Tag": "大类=\(category)",
            ]))
      }
    }
    for title in ["党建引领执法规范化", "党建赋能法治教育", "融合目标三(本单位填写)", "融合目标四(本单位填写)", "融合目标五(本单位填写)"] {
      place.enter(
        "plan", of: committee, on: day, by: clerk,
        ["Period": year, "Kind": "融合目标", "Title": title, "Tag": "维度=目标"])
    }
    for title in ["年度重点工作要点", "年度党建工作要点"] {
      place.enter(
        "plan", of: committee, on: day, by: clerk,
        ["Period": year, "Kind": "工作要点", "Title": title, "Tag": "维度=目标"])
    }
  }

  /// What shows that a task is done.
  private mutating func tickTasks() {
    for (index, plan) in plans.enumerated() where index % 9 != 8 {
      let day = place.spread(8)[4 + index % 4]
      place.enter(
        "document", of: committee, on: day, by: clerk,
        ["Kind": "总结", "Title": "任务清单第\(index + 1)项落实情况", "Date": "\(day)"],
        also: [DraftField(doing: plan)])
    }
  }
}

// MARK: 组织

extension FusionCase {
  private mutating func organize() {
    raiseTeams()
    let steps = ["动议", "民主推荐", "法治履责考察", "讨论决定", "任职"]
    let people = place.random.take(Plan.promotions, of: serving.filter { !leaders.contains($0) })
    for (person, day) in zip(people, place.spread(Plan.promotions)) {
      var last: Int?
      for (index, step) in steps.enumerated() {
        let date = Institution.workday(
          day.adding(days: (index - 4) * 9), within: place.first...place.last)
        last = place.enter(
          "procedure", of: committee, on: date, by: clerk, at: 900 + index,
          [
            "Kind": "选拔任用", "Subject": place.reference(person), "Step": step, "Date": "\(date)",
            "Result": index == 2 ? "法治履责情况良好" : "", "Tag": "维度=组织",
          ], also: last.map { [DraftField("Follows", "", after: $0)] } ?? [])
      }
    }
    let july = Institution.workday(
      place.first.adding(months: 5).adding(days: 27), within: place.first...place.last)
    for person in place.random.take(Plan.outstandingMembers, of: Array(place.people.indices)) {
      honour("优秀共产党员", to: place.reference(person), on: july)
    }
    for branch in place.random.take(Plan.outstandingBranches, of: branches) {
      honour("先进基层党组织", to: place.bodies[branch].id, on: july, isCollective: true)
    }
    for day in place.spread(Plan.wardLectures) {
      var sheet = meeting("进监区宣讲", on: day, "“红色经典+法治宣传”进监区", people: [], tags: ["维度=组织"])
      sheet.sessions = 1
      sheet.headcount = "\(place.random.between(40...120))"
      place.file(sheet, by: clerk)
    }
    share()
    for (index, day) in place.spread(Plan.moodAnalyses).enumerated() {
      document(
        "思想动态分析", "民警思想动态分析第\(index + 1)期", on: day, text: place.random.pick(Texts.trends),
        tags: ["维度=组织"])
    }
    talk()
    warm()
  }

  private mutating func raiseTeams() {
    let day = place.day(in: place.months[0], about: 12)
    func team(
      _ kind: String, _ name: String, of body: Int, leader: Int, people: [Int] = [],
      part: String = ""
    ) {
      place.enter(
        "team", of: body, on: day, by: clerk,
        [
          "Kind": kind, "Name": name, "Since": "\(day)", "Leader": place.reference(leader),
          "Part": part, "Tag": "维度=组织",
        ], also: people.map { DraftField("Person", place.reference($0)) })
    }
    for number in 0..<Plan.commandos {
      let unit = place.bodies[branches[number]]
      team(
        "突击队", "第\(Chronicle.ordinal(number))党员应急处置突击队", of: branches[number],
        leader: unit.secretary, people: Array(unit.people.suffix(8)))
    }
    team("讲师团", "党员民警讲师团", of: committee, leader: leaders[1], people: Array(serving.prefix(9)))
    team("监督小组", "党员执法监督小组", of: committee, leader: leaders[2])
    team("检查组", "党建法治业务联合检查组", of: committee, leader: leaders[2])
    let brand = "红色警魂·法治监苑"
    team("品牌", brand, of: committee, leader: leaders[0])
    let brands = ["法治帮教", "矛盾化解法治护航", "红色医疗服务"] + Texts.brands
    for (index, branch) in branches.enumerated() {
      let unit = place.bodies[branch]
      team("品牌", brands[index], of: branch, leader: unit.secretary, part: brand)
      team("责任区", "\(unit.name.dropLast(3))党员责任区", of: branch, leader: unit.keeper)
    }
    document(
      "典型案例", "党建与法治融合案例", of: branches[1], on: place.spread(4)[2],
      tags: ["维度=组织", "推广=全区监狱系统"])
  }

  /// Agreements with places outside: one of them with several at once.
  private mutating func share() {
    let days = place.spread(Plan.agreements - 1)
    for (index, day) in days.enumerated() {
      let isLast = index == days.count - 1
      place.enter(
        "document", of: committee, on: day, by: clerk,
        [
          "Kind": "协议", "Title": "法治与党建共建协议", "Date": "\(day)",
          "Count": isLast ? "2+" : "1", "With": isLast ? "乡镇和社区(联合签订)" : "共建单位\(index + 1)",
          "Tag": "维度=组织",
        ])
      if index % 4 == 0 {
        var sheet = meeting("党建活动", on: day, "联合法治宣传", people: [], tags: ["维度=组织"])
        sheet.tags.append("共建=共建单位\(index + 1)")
        place.file(sheet, by: clerk)
      }
    }
  }

  private mutating func talk() {
    let staff = serving.filter { !leaders.contains($0) }
    for (index, day) in place.spread(Plan.leadersTalks).enumerated() {
      place.meet(
        "谈心谈话", of: committee, on: day, by: leaders[index % leaders.count],
        with: [staff[index % staff.count]], minutes: place.random.pick(Texts.talkQuestions),
        tags: ["维度=组织"])
    }
    // One collective talk before a closed shift, of which only 十余人 is known.
    let collective = 10
    let shares = Institution.parts(of: Plan.integrityTalks - collective, among: branches.count)
    for (branch, share) in zip(branches, shares) {
      let unit = place.bodies[branch]
      let others = unit.people.filter { $0 != unit.secretary }
      for (index, day) in place.spread(share).enumerated() {
        place.meet(
          "廉政谈话", of: branch, on: day, by: unit.secretary,
          with: [others[index % others.count]], minutes: place.random.pick(Texts.integrityTalks),
          tags: ["维度=组织"])
      }
    }
    place.meet(
      "廉政谈话", of: branches[10], on: place.spread(5)[3],
      by: place.bodies[branches[10]].secretary, with: [], headcount: "\(collective)+",
      minutes: "封闭执勤前集体廉政谈话。", tags: ["维度=组织"])
    let visits = Institution.parts(of: Plan.homeVisits, among: branches.count - 1)
    for (branch, share) in zip(branches, visits) {
      let unit = place.bodies[branch]
      for (index, day) in place.spread(share).enumerated() {
        place.meet(
          "家访", of: branch, on: day, by: unit.officers[index % 3].person,
          with: [unit.people[unit.people.count - 1 - index % (unit.people.count - 3)]],
          minutes: place.random.pick(Texts.homeVisits), tags: ["维度=组织"])
      }
    }
    for (person, day) in zip(staff, place.spread(Plan.pledges)) {
      document(
        "承诺书", "家庭助廉承诺书", of: place.people[person].body, on: day, author: person,
        tags: ["维度=组织"])
    }
  }

  private mutating func warm() {
    let titles =
      Array(repeating: "压力疏导讲座", count: Plan.lectures)
      + Array(repeating: "团体辅导", count: Plan.counselling)
      + ["中高考考生家长陪考调休", "就医绿色通道开通", "民警健康档案建立"]
    for (title, day) in zip(titles, place.spread(titles.count)) {
      var sheet = meeting("暖警惠警", on: day, title, people: [], tags: ["维度=组织"])
      sheet.headcount = "\(place.random.between(12...60))"
      place.file(sheet, by: clerk)
    }
  }

  // MARK: Single records

  private mutating func document(
    _ kind: String, _ title: String, of body: Int? = nil, on day: Day, author: Int? = nil,
    count: String = "", text: String = "", tags: [String]
  ) {
    place.document(
      kind, title, of: body ?? committee, on: day, by: body == nil ? clerk : nil, author: author,
      count: count, text: text, tags: tags)
  }

  private mutating func honour(
    _ title: String, to receiver: String, on day: Day, isCollective: Bool = false
  ) {
    place.honour(
      title, "监狱", to: receiver, of: committee, on: day, by: clerk, isCollective: isCollective,
      tags: ["维度=组织"])
  }

  /// A matter, and that it was closed. Findings of an inspection are opened and closed by who
  /// inspects.
  private mutating func matter(
    _ kind: String, _ title: String, of body: Int, opened: Day, due: Day? = nil, closed: Day?,
    result: String, tags: [String], source: Int? = nil, note: String = ""
  ) {
    let isInspected = kind == "检查问题"
    place.matter(
      kind, title, of: body, opened: opened, due: due, closed: closed, result: result, tags: tags,
      source: source, note: note, by: isInspected || body == committee ? clerk : nil,
      confirmed: isInspected ? clerk : nil)
  }
}
