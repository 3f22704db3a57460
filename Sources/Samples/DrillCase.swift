import OrganizationLife
import RecordLog

/// A system of nineteen prisons in four areas that trains, drills and competes for a year. The
/// numbers here are its plan.
struct DrillCase {
  private var place: Institution
  private let bureau: Int
  private let prisons: [Int]
  private let branches: [Int]

  private enum Plan {
    static let prisons = 19
    static let areas = 4
    static let warnings = (times: 164, people: 12_876)
    static let cleanOffices = 31
    static let cleanDepartments = 2
    static let trainings = (times: 274, people: 34_873)
    static let drills = 778
    static let contests = ["政工", "公文写作", "刑罚执行", "狱政管理", "狱内侦查", "安全生产", "教育改造", "新闻宣传"]
    static let winners = 48
    static let winningPeople = 18
    static let visitingTeachers = 264
    static let nationalUnits = 2
    static let nationalPeople = 37
    static let praisedPrisons = 2
    static let praisedPeople = 226
  }

  init(seed: UInt64, today: Day) {
    place = Institution(seed: seed, today: today)
    bureau = place.found("JW", "监狱管理局党委", .committee, under: nil)
    let office = place.found("JG", "局机关党支部", .branch, under: "JW")
    place.fill(office, with: 14)
    var prisons: [Int] = []
    var branches = [office]
    for number in 1...Plan.prisons {
      let id = "P\(number)"
      let prison = place.found(id, "第\(number)监狱党委", .committee, under: "JW")
      place.bodies[prison].tags = ["片区=第\(Chronicle.ordinal((number - 1) % Plan.areas))片区"]
      prisons.append(prison)
      for (suffix, name, field) in [("A", "一监区", WorkField.ward), ("B", "机关", .office)] {
        let branch = place.found(
          "\(id)\(suffix)", "第\(number)监狱\(name)党支部", .branch, under: id, field: field)
        place.fill(branch, with: 14)
        branches.append(branch)
      }
      let leaders = place.bodies[branches[branches.count - 1]].people
      place.bodies[prison].officers = Array(
        zip(leaders.suffix(4), ["书记", "副书记", "委员", "委员"]).map { ($0, $1) })
    }
    self.prisons = prisons
    self.branches = branches
    place.bodies[bureau].officers = Array(
      zip(place.bodies[office].people.suffix(5), ["书记", "副书记", "纪委书记", "委员", "委员"]).map { ($0, $1) }
    )
  }

  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    var whole = self
    whole.live()
    return whole.place.history(offset: offset)
  }

  private var clerk: Int { place.bodies[branches[0]].people[4] }
  private var leader: Int { place.bodies[bureau].secretary }

  private mutating func live() {
    place.enterRegisters(by: clerk)
    let theme = Institution.ThemeDay(title: "守牢安全底线，党员走在前", part: "责任区隐患排查", tags: [])
    for month in place.months {
      for branch in branches { place.holdMonth(month, of: branch, theme: theme) }
    }
    for branch in branches {
      place.holdTalks(of: branch)
      place.studyTwiceMonthly(branch)
    }
    place.hearSecretaries(bureau, recorder: clerk)
    for prison in prisons {
      place.hearSecretaries(prison, recorder: place.bodies[prison].keeper)
    }
    prepare()
    train()
    drill()
    compete()
    warn()
    honour()
  }

  /// Something that a prison holds.
  private mutating func held(
    _ kind: String, by prison: Int, on day: Day, _ title: String, headcount: Int,
    tags: [String] = []
  ) -> Sheet {
    place.meeting(
      kind, of: prison, on: day, title, by: place.bodies[prison].secretary,
      recorder: place.bodies[prison].keeper, headcount: "\(headcount)", tags: tags)
  }

  private mutating func prepare() {
    let day = place.day(in: place.months[0], about: 10)
    for title in ["关于进一步加强干部教育培训有关工作的通知", "关于进一步加强干部教育培训工作规范化管理的通知"] {
      place.document("培训通知", title, of: bureau, on: day, by: clerk)
    }
    place.document("活动清单", "“三大活动”活动清单", of: bureau, on: day, by: clerk)
    for contest in Plan.contests {
      place.document("竞赛方案", "\(contest)技能比武竞赛方案", of: bureau, on: day, by: clerk)
    }
    for title in ["无罪犯脱逃", "无重大狱内案件", "无重大疫情", "无重大安全生产事故"] {
      _ = place.plan(
        "四无目标", title, "\(place.first.year)", of: bureau, on: day, by: clerk)
    }
    let people = place.bodies[branches[1]].people
    for (index, type) in ["政工", "行政", "监管", "特勤", "医疗"].enumerated() {
      place.team(
        "教官团队", "\(type)教官团队", of: bureau, on: day, by: clerk, leader: people[index],
        people: Array(people.suffix(5)), tags: ["类型=\(type)"])
    }
  }

  /// Trainings in every prison, by subject and way of learning.
  private mutating func train() {
    let subjects = [
      "政治理论", "党建业务", "公文写作", "干部人事", "纪检监察", "刑罚执行", "监管改造", "教育改造", "医疗急救",
      "安全生产", "财务审计", "网络安全", "信息化应用",
    ]
    let ways = ["集中学", "自主学", "线上学", "辅导学", "研讨学", "测评学"]
    let sizes = place.unequal(Plan.trainings.people, among: Plan.trainings.times)
    for (number, day) in place.spread(Plan.trainings.times).enumerated() {
      let subject = subjects[number % subjects.count]
      let prison = prisons[number % prisons.count]
      var sheet = held(
        "培训", by: prison, on: day, number % 5 == 0 ? "政治轮训" : "\(subject)培训",
        headcount: sizes[number], tags: ["科目=\(subject)", "六学=\(ways[number % ways.count])"])
      sheet.hours = "8"
      sheet.sessions = 1
      if number == 0 {
        sheet.organization = place.bodies[bureau].id
        sheet.attendance.present = place.officers(of: [bureau, branches[0]])
      } else if number <= prisons.count {
        // The officers of its branches go first.
        sheet.attendance.present = place.officers(of: place.family(of: prison))
      }
      if number % 40 == 5 { sheet.tags.append("同堂培训=法院、检察院") }
      place.file(sheet, by: place.bodies[prison].keeper)
    }
    // Teachers who go to the prisons, each once or more.
    let teachers = branches.flatMap { place.bodies[$0].people }.prefix(Plan.visitingTeachers)
    for (number, teacher) in teachers.enumerated() {
      let prison = prisons[number % prisons.count]
      let day = place.spread(Plan.visitingTeachers)[number]
      var sheet = held(
        "送教下基层", by: prison, on: day, "警务技能送教", headcount: place.random.between(20...45))
      sheet.lecturers = [place.reference(teacher)]
      place.file(sheet, by: place.bodies[prison].keeper)
    }
  }

  /// Drills week by week in each prison, and each month a comparison, each quarter a test.
  private mutating func drill() {
    let shares = Institution.parts(of: Plan.drills, among: prisons.count)
    let topics = ["警情处置", "警用装备使用管理", "现场急救", "执法规范化"]
    for (prison, share) in zip(prisons, shares) {
      for (number, day) in place.spread(share).enumerated() {
        var sheet = held(
          "岗位训练", by: prison, on: day, "\(topics[number % topics.count])周训练",
          headcount: place.random.between(25...60))
        sheet.sessions = 1
        place.file(sheet, by: place.bodies[prison].keeper)
      }
      for month in place.months {
        let day = place.day(in: month, about: 24)
        place.file(
          held("岗位比武", by: prison, on: day, "\(month.lowerBound.month)月比武", headcount: 40),
          by: place.bodies[prison].keeper)
        if month.lowerBound.month % 3 == 0 {
          place.file(
            held("考试", by: prison, on: day, "季度考核", headcount: 120),
            by: place.bodies[prison].keeper)
        }
      }
      let day = place.spread(1)[0]
      place.file(
        held("联防联动演练", by: prison, on: day, "“1+N”应急处突演练", headcount: 80),
        by: place.bodies[prison].keeper)
    }
  }

  /// Contests in three rounds: in each prison, in each area, of all; then what came of them.
  private mutating func compete() {
    for (contest, day) in zip(Plan.contests, place.spread(Plan.contests.count)) {
      func earlier(_ days: Int) -> Day {
        Institution.workday(day.adding(days: -days), within: place.first...place.last)
      }
      let title = "\(contest)技能比武"
      for prison in prisons {
        place.file(
          held(
            "竞赛", by: prison, on: earlier(20), "\(title)初赛", headcount: 12,
            tags: ["轮次=本单位初赛"]), by: place.bodies[prison].keeper)
      }
      for area in 0..<Plan.areas {
        place.file(
          held(
            "竞赛", by: prisons[area], on: earlier(9), "\(title)片区预赛", headcount: 24,
            tags: ["轮次=片区预赛"]), by: place.bodies[prisons[area]].keeper)
      }
      var final = place.meeting(
        "竞赛", of: bureau, on: day, "\(title)决赛", by: leader, recorder: clerk,
        headcount: contest == "新闻宣传" ? "50+" : "38", tags: ["轮次=系统决赛"])
      final.sessions = 1
      final.items = [SheetItem(title: "综合能力测试", kind: .part, minutes: "理论与实操结合，专家现场点评。")]
      place.file(final, by: clerk)
      var last: Int?
      let steps = [("制定方案", 30), ("本单位初赛", 20), ("片区预赛", 9), ("系统决赛", 0), ("结果运用", 0)]
      for (index, step) in steps.enumerated() {
        let date = earlier(step.1)
        last = place.enter(
          "procedure", of: bureau, on: date, by: clerk, at: 1200 + index,
          [
            "Kind": "竞赛", "Subject": title, "Step": step.0, "Date": "\(date)",
            "Result": step.0 == "结果运用" ? "计入年度考核、评先评优和职级晋升" : "",
          ], also: last.map { [DraftField("Follows", "", after: $0)] } ?? [])
      }
    }
  }

  private mutating func warn() {
    let sizes = place.unequal(Plan.warnings.people, among: Plan.warnings.times)
    for (number, day) in place.spread(Plan.warnings.times).enumerated() {
      let prison = prisons[number % prisons.count]
      var sheet = held("警示教育", by: prison, on: day, "警示教育", headcount: sizes[number])
      sheet.items = [
        SheetItem(title: "观看警示教育片并讨论", kind: .discussion, minutes: "对照检查。", resolution: "各单位对照整改。")
      ]
      place.file(sheet, by: place.bodies[prison].keeper)
    }
    let day = place.spread(1)[0]
    place.file(
      place.meeting(
        "党建活动", of: bureau, on: day, "先进事迹报告会", by: leader, recorder: clerk,
        headcount: "300"), by: clerk)
  }

  private mutating func honour() {
    let end = Institution.workday(place.last.adding(days: -5), within: place.first...place.last)
    let people = branches.flatMap { place.bodies[$0].people }
    let units = prisons.map { place.bodies[$0].id }
    func give(_ title: String, _ level: String, _ count: Int, collective: Bool, text: String = "") {
      for number in 0..<count {
        let receiver =
          collective
          ? text.isEmpty ? units[number % units.count] : "\(text)\(number + 1)"
          : place.reference(people[number * 3 % people.count])
        place.honour(
          title, level, to: receiver, of: bureau, on: end, by: clerk, isCollective: collective)
      }
    }
    give("比武优胜单位", "省局", Plan.winners, collective: true)
    give("比武先进个人", "省局", Plan.winningPeople, collective: false)
    give("清廉科室(监区)", "省局", Plan.cleanOffices, collective: true, text: "清廉监区")
    give("清廉处室", "省局", Plan.cleanDepartments, collective: true, text: "清廉处室")
    give("勤廉先进个人", "省局", 1, collective: false)
    give("全国监狱先进集体", "全国", Plan.nationalUnits, collective: true)
    give("全国监狱先进个人", "全国", Plan.nationalPeople, collective: false)
    give("司法部通报表扬监狱", "司法部", Plan.praisedPrisons, collective: true)
    give("司法部通报表扬个人", "司法部", Plan.praisedPeople, collective: false)
    give("乡村振兴驻村帮扶先进后盾单位", "省局", 1, collective: true, text: "监狱管理局")
    give("优秀驻村第一书记", "省局", 1, collective: false)
  }
}
