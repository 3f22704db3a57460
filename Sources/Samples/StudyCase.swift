import OrganizationLife
import RecordLog

/// The offices of an administration that study through two months: plans ticked by what was done,
/// notes counted and checked, opinions taken apart to owners. The numbers here are its plan.
struct StudyCase {
  private var place: Institution
  private let committee: Int
  private let branches: [Int]

  private enum Plan {
    static let taskForces = 9
    static let drawnOff = 54
    static let handouts = 600
    static let books = 1000
    static let specialMeetings = 4
    static let centralStudies = 2
    static let leadersEssays = 40
    static let specialActions = 5
    static let specialEvents = 23
    static let branchStudies = 96
    static let notes = 2750
    static let essays = 342
    static let opinions = 32
    static let services = (done: 18, atStage: 11)
    static let earlierOpinions = 82
    static let cared = 122
  }

  init(seed: UInt64, today: Day) {
    place = Institution(seed: seed, today: today)
    committee = place.found("DW", "局党委", .committee, under: nil)
    let offices = [
      "办公室", "政治部", "狱政管理处", "教育改造处", "刑罚执行处", "生活卫生处", "计财审计处", "法制处",
      "安全监督处", "狱内侦查处", "信息中心", "纪检监察室", "离退休工作处", "劳动改造处", "宣传处", "警务督察处",
    ]
    var branches: [Int] = []
    for (index, office) in offices.enumerated() {
      let branch = place.found("J\(index + 1)", "\(office)党支部", .branch, under: "DW")
      place.fill(branch, with: 12)
      branches.append(branch)
    }
    self.branches = branches
    let leaders = place.bodies[branches[0]].people
    place.bodies[committee].officers = Array(
      zip(leaders.suffix(6), ["书记", "副书记", "纪委书记", "委员", "委员", "委员"]).map { ($0, $1) })
  }

  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    var whole = self
    whole.live()
    return whole.place.history(offset: offset)
  }

  private var clerk: Int { place.bodies[branches[1]].people[4] }
  private var leaders: [Int] { place.bodies[committee].officers.map(\.person) }
  private var staff: [Int] { Array(place.people.indices) }
  /// 20 August to 30 September.
  private var season: ClosedRange<Day> {
    let start = place.first.adding(months: 7).adding(days: 19)
    return start...min(start.adding(days: 41), place.last)
  }

  private mutating func live() {
    place.enterRegisters(by: clerk)
    let theme = Institution.ThemeDay(title: "学党章、守纪律、作表率", part: "党章知识问答", tags: [])
    for month in place.months {
      for branch in branches { place.holdMonth(month, of: branch, theme: theme) }
    }
    for branch in branches { place.holdTalks(of: branch) }
    place.hearSecretaries(committee, recorder: clerk)
    mobilize()
    follow()
    study()
    check()
    serve()
  }

  private mutating func held(
    _ kind: String, on day: Day, _ title: String, headcount: String = "", people: [Int] = [],
    tags: [String] = []
  ) -> Sheet {
    place.meeting(
      kind, of: committee, on: day, title, by: leaders[0], recorder: clerk, people: people,
      headcount: headcount, tags: tags)
  }

  private mutating func mobilize() {
    for (index, day) in place.spread(Plan.specialMeetings, within: season).enumerated() {
      var sheet = held("党委会", on: day, "专题党委会", people: leaders)
      sheet.number = index + 1
      sheet.items = [place.study("第一议题 部署学习教育", .theory, by: leaders, in: committee)]
      sheet.summary = place.random.pick(Texts.summaries)
      place.file(sheet, by: clerk)
    }
    place.file(held("党建活动", on: season.lowerBound, "动员部署会", headcount: "180"), by: clerk)
    let names = ["综合协调", "学习教育", "查纠整改", "线索核查", "建章立制", "宣传引导", "督导检查", "惠民服务", "后勤保障"]
    let shares = Institution.parts(of: Plan.drawnOff, among: Plan.taskForces)
    var next = 20
    for (name, share) in zip(names, shares) {
      let people = (0..<share).map { staff[next + $0] }
      place.team(
        "专班", "\(name)工作组", of: committee, on: season.lowerBound, by: clerk, leader: people[0],
        people: Array(people.dropFirst()))
      next += share
    }
    place.document("制度", "常态化学习教育实施方案", of: committee, on: season.lowerBound, by: clerk)
    for (branch, share) in zip(
      branches, Institution.parts(of: Plan.handouts, among: branches.count))
    {
      place.document("资料发放", "应知应会资料", of: branch, on: season.lowerBound, count: "\(share)")
    }
    let books = Institution.parts(of: Plan.books, among: branches.count)
    for (branch, share) in zip(branches, books) {
      place.document(
        "必读书籍", "必读书籍", of: branch, on: season.lowerBound.adding(days: 3),
        count: "\(share)\(branch == branches.last ? "+" : "")")
    }
  }

  /// 月计划, 周清单, 日安排 of the offices, and the special events, each ticked by a record.
  private mutating func follow() {
    let year = place.first.year
    for month in ["08", "09"] {
      let plan = place.plan(
        "月计划", "\(month)月学习计划", "\(year)-\(month)", of: committee, on: season.lowerBound,
        by: clerk, owner: leaders[1], tags: ["层级=党委"])
      let day = place.spread(1, within: season)[0]
      place.document("总结", "\(month)月学习小结", of: committee, on: day, by: clerk, doing: plan)
    }
    var day = season.lowerBound
    var week = 1
    while day <= season.upperBound {
      if day.weekday == 1 || week == 1 {
        let period = Period(.week, containing: day)
        let plan = place.plan(
          "周清单", "第\(week)周学习清单", period.description, of: committee, on: day, by: clerk,
          owner: clerk, tags: ["层级=专班"])
        let end = Institution.workday(
          min(period.last, season.upperBound), within: day...season.upperBound)
        place.document("通报", "工作简报第\(week)期", of: committee, on: end, by: clerk, doing: plan)
        week += 1
      }
      if day.weekday <= 5 {
        let plan = place.plan(
          "日安排", "晨学半小时", day.description, of: committee, on: day, by: clerk,
          tags: ["层级=支部"])
        let leader = leaders[day.dayOfMonth % leaders.count]
        place.document(
          "学习笔记", "每日学习笔记", of: committee, on: day, by: clerk, author: leader, doing: plan)
      }
      day = day.adding(days: 1)
    }
    let actions = ["专题读书班", "政治培训班", "党规党纪研讨", "清廉家风活动", "英模报告会"]
    for title in actions.prefix(Plan.specialActions) {
      _ = place.plan("特色动作", title, "\(year)", of: committee, on: season.lowerBound, by: clerk)
    }
    let tasks = ["任务=政治教育", "任务=警示教育", "任务=英模教育"]
    let kinds = ["专题读书班", "警示教育", "报告会"]
    let days = place.spread(Plan.specialEvents, within: season)
    for (index, day) in days.enumerated() {
      let title = "专题活动第\(index + 1)项"
      let plan = place.plan(
        "专题活动", title, "\(year)", of: committee, on: season.lowerBound, by: clerk,
        owner: leaders[index % leaders.count], tags: [tasks[index % 3]])
      let isReading = kinds[index % 3] == "专题读书班"
      var sheet = held(
        kinds[index % 3], on: day, title, headcount: isReading ? "" : "60",
        people: isReading ? staff : [])
      sheet.hours = isReading ? "5" : ""
      sheet.plan = plan
      place.file(sheet, by: clerk)
    }
  }

  private mutating func study() {
    for (index, day) in place.spread(Plan.centralStudies, within: season).enumerated() {
      var sheet = held("中心组学习", on: day, "法治思想专题学习", people: leaders)
      sheet.number = index + 1
      sheet.hours = "3"
      sheet.items = [place.study(sheet.title, .law, by: Array(leaders.prefix(3)), in: committee)]
      place.file(sheet, by: clerk)
    }
    let officers = place.officers(of: branches + [committee])
    let others = staff.filter { !officers.contains($0) }
    var training = held(
      "培训", on: season.lowerBound.adding(days: 3), "政治培训班",
      people: Array((officers + others).prefix(96)),
      tags: ["方式=集体集中学"])
    training.endDate = training.date.adding(days: 3)
    training.start = ""
    training.end = ""
    training.hours = "32"
    training.sessions = 1
    place.file(training, by: clerk)
    let shares = Institution.parts(of: Plan.branchStudies, among: branches.count)
    for (branch, share) in zip(branches, shares) {
      let unit = place.bodies[branch]
      for day in place.spread(share, within: season) {
        let text = place.random.pick(Texts.studies)
        var sheet = place.sheet("政治学习", of: branch, on: day, lasting: 90)
        sheet.title = text.title
        sheet.hours = "2"
        sheet.tags = [place.random.pick(["方式=支部组织学", "方式=支部组织学", "方式=个人自主学"])]
        sheet.attendance = place.attendance(
          of: unit.people, but: [unit.secretary, unit.keeper], mayMiss: false)
        sheet.items = [
          place.study(
            text.title, text.subject, by: place.random.take(3, of: sheet.attendance.present),
            in: branch)
        ]
        place.file(sheet, by: unit.keeper)
      }
    }
    writeNotes()
  }

  /// Notes and essays one by one, but for a batch that is only counted roughly.
  private mutating func writeNotes() {
    let batch = 12
    for number in 0..<(Plan.notes - batch) {
      let person = staff[number % staff.count]
      let days = season.lowerBound.days(until: season.upperBound)
      let day = Institution.workday(
        season.lowerBound.adding(days: number * days / Plan.notes), within: season)
      place.document(
        "学习笔记", "学习笔记", of: place.people[person].body, on: day, author: person)
    }
    place.document(
      "学习笔记", "集中交来的学习笔记", of: branches[12], on: season.upperBound, count: "\(batch)+")
    for (number, day) in place.spread(Plan.essays, within: season).enumerated() {
      let person = staff[number * 7 % staff.count]
      place.document(
        "心得", place.random.pick(Texts.reflections), of: place.people[person].body, on: day,
        author: person)
    }
    let shared = 5
    let days = place.spread(Plan.leadersEssays - shared, within: season)
    for (number, day) in days.enumerated() {
      place.document(
        "心得", place.random.pick(Texts.reflections), of: committee, on: day, by: clerk,
        author: leaders[number % leaders.count])
    }
    place.document(
      "心得", "分享会上交流的心得", of: committee, on: season.upperBound, by: clerk,
      count: "\(shared)+")
  }

  private mutating func check() {
    for (turn, day) in place.spread(3, within: season).enumerated() {
      let half = Institution.workday(day, within: season)
      place.file(held("督学", on: half, "第\(turn + 1)次半月督导考核"), by: clerk)
      place.document("学情通报", "第\(turn + 1)期学情通报", of: committee, on: half, by: clerk)
      for branch in branches {
        place.enter(
          "review", of: branch, on: half, by: clerk,
          [
            "Checklist": "学习督导", "Revision": "1", "Date": "\(half)",
            "Reviewer": reference(clerk), "Item": "X03", "Text": "学习笔记按要求撰写",
            "Answer": "达标", "By": "人工",
          ])
      }
    }
    place.file(held("考试", on: season.upperBound, "应知应会知识考试", headcount: "180"), by: clerk)
    place.document("心得汇编", "优秀心得体会汇编", of: committee, on: season.upperBound, by: clerk)
  }

  private func reference(_ person: Int) -> String { place.reference(person) }

  private mutating func serve() {
    let day = Institution.workday(season.lowerBound.adding(days: 13), within: season)
    var hearing = held("座谈会", on: day, "征求意见座谈会", headcount: "32")
    hearing.items = [place.discuss(place.random.pick(Texts.discussions), by: leaders)]
    let source = place.file(hearing, by: clerk)
    for number in 0..<Plan.opinions {
      let branch = branches[number % branches.count]
      let (aspect, opinions) = Texts.opinions[number % Texts.opinions.count]
      let opinion = opinions[number / Texts.opinions.count % opinions.count]
      place.matter(
        "意见建议", opinion.title, of: committee, opened: day,
        closed: Institution.workday(day.adding(days: 20), within: season), result: opinion.result,
        tags: ["方面=\(aspect)"], source: source, by: clerk,
        owner: place.bodies[branch].secretary)
    }
    let titles = ["乡村振兴帮扶", "掌上服务便群众", "会见中心便民服务", "视频亲情帮教走访", "智慧监狱建设", "法律服务进机关下基层", "文明创建"]
    for number in 0..<(Plan.services.done + Plan.services.atStage) {
      let isDone = number < Plan.services.done
      place.matter(
        "办实事", "\(titles[number % titles.count])第\(number / titles.count + 1)项", of: committee,
        opened: season.lowerBound, due: season.upperBound,
        closed: Institution.workday(season.upperBound, within: season),
        result: isDone ? "已推动解决" : "已完成阶段性任务",
        tags: ["实事=\(titles[number % titles.count])"], by: clerk,
        owner: leaders[number % leaders.count], reached: isDone ? "已办结" : "阶段完成")
    }
    let causes = ["思想观念", "政策措施", "工作作风", "制度机制"]
    for number in 0..<Plan.earlierOpinions {
      let opinions = Texts.opinions.flatMap(\.opinions)
      let office = place.bodies[branches[number % branches.count]].name.dropLast(3)
      place.matter(
        "第一批意见建议", "\(office)：\(opinions[number % opinions.count].title)", of: committee,
        opened: season.lowerBound,
        closed: Institution.workday(day.adding(days: 15), within: season),
        result: "已整改", cause: causes[number % causes.count], by: clerk)
    }
    for number in 0..<Plan.cared {
      place.document(
        "一人一档", "帮扶对象档案\(number + 1)", of: committee,
        on: Institution.workday(season.lowerBound.adding(days: number % 30), within: season),
        by: clerk, restricted: true)
    }
  }
}
