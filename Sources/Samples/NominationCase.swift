import OrganizationLife
import RecordLog

/// A prison that celebrates political birthdays, nominates its best in five stages and answers what
/// its grids report. The numbers here are its plan.
struct NominationCase {
  private var place: Institution
  private let committee: Int
  private let generals: [Int]
  private let branches: [Int]

  private enum Plan {
    static let nominated = 48
    static let shortlisted = 36
    static let chosen = 24
    static let best = 10
    static let requests = 60
    static let nationalHonours = 2
    static let publicHonours = 2
    /// The fifth political birthday of whoever has that seat in the fourth branch.
    static let fifthBirthday = (seat: 1, years: 5)
  }

  init(seed: UInt64, today: Day) {
    place = Institution(seed: seed, today: today)
    committee = place.found("DW", "监狱党委", .committee, under: nil)
    var generals: [Int] = []
    var branches: [Int] = []
    for number in 1...4 {
      let general = place.found(
        "Z\(number)", "第\(Chronicle.ordinal(number - 1))分监狱党总支", .generalBranch, under: "DW")
      generals.append(general)
      for (index, name) in ["一监区", "二监区", "三监区", "机关"].enumerated() {
        let branch = place.found(
          "Q\(number)\(index + 1)", "\(number)分监狱\(name)党支部", .branch, under: "Z\(number)",
          field: index < 3 ? .ward : .office)
        place.fill(branch, with: 14)
        branches.append(branch)
      }
      let people = place.bodies[branches[branches.count - 1]].people
      place.bodies[general].officers = Array(
        zip(people.suffix(3), ["书记", "副书记", "委员"]).map { ($0, $1) })
    }
    self.generals = generals
    self.branches = branches
    // Every branch has political birthdays in every month; somebody's is the fifth.
    for branch in branches {
      for (seat, person) in place.bodies[branch].people.enumerated() {
        let isFifth = branch == branches[3] && seat == Plan.fifthBirthday.seat
        place.admissions[person] = (
          seat % 12 + 1,
          isFifth ? place.first.year - Plan.fifthBirthday.years : nil
        )
      }
    }
    place.bodies[committee].officers = Array(
      zip(place.bodies[branches[2]].people.dropFirst(5), ["书记", "副书记", "纪委书记", "委员"])
        .map { ($0, $1) })
  }

  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    var whole = self
    whole.live()
    return whole.place.history(offset: offset)
  }

  private var clerk: Int { place.bodies[branches[5]].people[4] }
  private var leaders: [Int] { place.bodies[committee].officers.map(\.person) }
  private var people: [Int] { Array(place.people.indices) }

  private mutating func live() {
    place.enterRegisters(by: clerk)
    let theme = Institution.ThemeDay(
      title: "重温入党初心，争做合格党员", part: "重读入党志愿书", tags: ["文化=家文化"], hasBirthdays: false)
    for month in place.months {
      for branch in branches { place.holdMonth(month, of: branch, theme: theme) }
    }
    for branch in branches {
      place.holdTalks(of: branch)
      meetShortly(branch)
      celebrate(branch)
      nominate(in: branch)
    }
    for general in generals { place.leadGeneralBranch(general) }
    place.hearSecretaries(committee, recorder: clerk)
    answer()
    show()
    honour()
  }

  /// 每周议一议 and 每天碰碰头, in a line each.
  private mutating func meetShortly(_ branch: Int) {
    let unit = place.bodies[branch]
    // The week in which the year begins may have none of its working days left.
    var monday = place.first.adding(days: 1 - place.first.weekday)
    if monday.adding(days: 4) < place.first { monday = monday.adding(days: 7) }
    while monday.adding(days: 4) <= place.last {
      let week = max(monday, place.first)...monday.adding(days: 4)
      let day = Institution.workday(monday.adding(days: place.random.below(3)), within: week)
      monday = monday.adding(days: 7)
      place.meet(
        "每周议一议", of: branch, on: day, by: unit.secretary, with: [],
        headcount: "\(unit.people.count - place.random.below(4))", minutes: "议本周学习和重点工作。",
        lasting: 30)
    }
    var day = place.first
    while day <= place.last {
      if day == Institution.workday(day, within: day...day), day.weekday <= 5 {
        place.meet(
          "碰头会", of: branch, on: day, by: unit.officers[day.dayOfMonth % 3].person, with: [],
          headcount: "\(place.random.between(5...9))", minutes: "碰当日勤务和人员情况。",
          lasting: 10)
      }
      day = day.adding(days: 1)
    }
  }

  /// Political birthdays each month, with a book and a card.
  private mutating func celebrate(_ branch: Int) {
    let unit = place.bodies[branch]
    for month in place.months {
      let celebrated = unit.people.filter {
        place.admissions[$0]?.month == month.lowerBound.month
      }
      guard let first = celebrated.first else { continue }
      var tags = ["礼物=习近平谈治国理政", "礼物=政治生日贺卡"]
      if celebrated.contains(where: { place.admissions[$0]?.year != nil }) {
        tags.append("第几个=\(Plan.fifthBirthday.years)")
      }
      let day = place.day(in: month, about: 21)
      var sheet = place.sheet("政治生日", of: branch, on: day, lasting: 40)
      sheet.recorder = nil
      sheet.attendance.present = unit.people
      sheet.about = celebrated
      sheet.tags = tags
      sheet.items = [
        SheetItem(
          title: "赠送《习近平谈治国理政》和政治生日贺卡", kind: .part,
          minutes: "书记赠书赠卡。\n\(place.people[first].name)：\(place.random.pick(Texts.birthdayWords))")
      ]
      place.file(sheet, by: unit.keeper)
    }
  }

  /// Five stages: proposed, chosen first, recommended at a meeting, found best, one of the ten.
  private mutating func nominate(in branch: Int) {
    let unit = place.bodies[branch]
    let position = branches.firstIndex(of: branch) ?? 0
    func share(_ total: Int) -> Int {
      Institution.parts(of: total, among: branches.count)[position]
    }
    let candidates = Array(unit.people.suffix(share(Plan.nominated)))
    let base = place.day(in: place.months[3], about: 6)
    let day = Institution.workday(base.adding(days: 24), within: base...place.last)
    var sheet = place.sheet("举荐会", of: branch, on: day, lasting: 120)
    sheet.title = "优秀民警举荐会"
    sheet.attendance.present = unit.people
    sheet.items = ["书记举荐", "本人表态", "家属鼓劲", "现场评荐"].map {
      SheetItem(title: $0, kind: .part, minutes: "按程序进行。")
    }
    let meeting = place.file(sheet, by: unit.keeper)
    for (number, person) in candidates.enumerated() {
      var last: Int?
      func step(_ name: String, after days: Int, evidence: Int? = nil) {
        let date = Institution.workday(base.adding(days: days), within: base...place.last)
        var also = last.map { [DraftField("Follows", "", after: $0)] } ?? []
        if let evidence { also.append(DraftField("Evidence", "", after: evidence)) }
        last = place.enter(
          "procedure", of: branch, on: date, at: 1191 + days % 7,
          [
            "Kind": "举荐", "Subject": place.reference(person), "Step": name, "Date": "\(date)",
          ], also: also)
      }
      step("推荐", after: 0)
      if number < share(Plan.shortlisted) { step("支部研究初选", after: 9) }
      if number < share(Plan.chosen) {
        step("举荐会", after: 24, evidence: meeting)
        step("评出", after: 31)
      }
      if number < share(Plan.best) { step("十大百优", after: 60) }
    }
  }

  /// What the grids report is answered one to one.
  private mutating func answer() {
    let titles = ["家中老人就医陪护", "孩子假期照看", "宿舍热水维修", "通勤班车时间", "异地就医报销", "心理疏导预约"]
    let founded = place.day(in: place.months[0], about: 9)
    for branch in branches {
      let unit = place.bodies[branch]
      for (number, group) in unit.groups.enumerated() {
        place.team(
          "网格", "\(unit.name.dropLast(3))第\(Chronicle.ordinal(number))网格", of: branch, on: founded,
          by: unit.keeper, leader: place.leader(of: group, in: unit), people: group)
      }
    }
    for (number, day) in place.spread(Plan.requests).enumerated() {
      let branch = branches[number % branches.count]
      let unit = place.bodies[branch]
      let leader = place.leader(of: unit.groups[0], in: unit)
      let isOpen = day.adding(days: 12) > place.last
      let end = Institution.workday(day.adding(days: 5), within: day...place.last)
      place.matter(
        "诉求", titles[number % titles.count], of: branch, opened: day,
        closed: isOpen ? nil : end, result: "已安排专人一对一解决",
        tags: [number % 4 == 0 ? "来源=612580" : "来源=网格长"], owner: leader)
      if number % 2 == 0, !isOpen {
        place.meet(
          "结对帮扶", of: branch, on: end, by: leader, with: [unit.people[number % 10]],
          minutes: "一对一贴心帮扶。")
      }
    }
    let summer = place.day(in: place.months[6], about: 15)
    var camp = place.meeting(
      "家庭联谊", of: committee, on: summer, "暑期夏令营", by: leaders[1], recorder: clerk,
      headcount: "46")
    let courses = ["朗读分享", "趣味英语", "音乐欣赏", "手工制作", "电影鉴赏", "科学实验", "队列基础", "棋类运动", "书法培养"]
    camp.items = courses.map { SheetItem(title: $0, kind: .part, minutes: "志愿者和民警教师授课。") }
    place.file(camp, by: clerk)
  }

  /// What is shown on screens, and how people study.
  private mutating func show() {
    let ways = ["载体=灯箱", "载体=宣传栏", "载体=大屏", "载体=内网"]
    for (number, day) in place.spread(8).enumerated() {
      place.document(
        "党务公开", "党务公开第\(number + 1)期", of: committee, on: day, by: clerk,
        tags: [ways[number % ways.count]])
    }
    for branch in branches {
      place.studyTwiceMonthly(branch, tags: ["学习=个人自学", "学习=集中学习", "学习=在线学习"])
    }
    for (title, culture) in [("夸夸身边人", "文化=夸赞文化"), ("清廉家书", "文化=清廉文化")] {
      place.file(
        place.meeting(
          "党建活动", of: committee, on: place.spread(1)[0], title, by: leaders[1],
          recorder: clerk, headcount: "60", tags: [culture]), by: clerk)
    }
    for (number, day) in place.spread(5).enumerated() {
      place.document(
        "论文", "青年民警论坛论文\(number + 1)", of: branches[number], on: day,
        author: place.bodies[branches[number]].people[6])
    }
    place.file(
      place.meeting(
        "培训", of: committee, on: place.day(in: place.months[1], about: 14), "支部书记头雁培优",
        by: leaders[0], recorder: clerk,
        people: place.officers(of: branches + generals + [committee]),
        tags: ["培优=头雁"]
      ).lasting(hours: "8"), by: clerk)
  }

  private mutating func honour() {
    let july = place.day(in: place.months[6], about: 1)
    func give(_ title: String, _ level: String, _ count: Int, to receiver: String) {
      for _ in 0..<count {
        place.honour(
          title, level, to: receiver, of: committee, on: july, by: clerk, isCollective: true)
      }
    }
    give("全国先进基层党组织", "全国", Plan.nationalHonours, to: "DW")
    give("全省人民满意公务员集体", "省局", Plan.publicHonours, to: "DW")
    give("全国监狱工作先进集体", "司法部", 1, to: "DW")
    give("监狱先进基层党组织", "监狱", 1, to: "Z2")
    place.honour(
      "思政课大赛一等奖", "监狱", to: place.reference(people[40]), of: committee, on: july, by: clerk)
  }
}

extension Sheet {
  /// The same with hours of study.
  fileprivate func lasting(hours: String) -> Sheet {
    var sheet = self
    sheet.hours = hours
    return sheet
  }
}
