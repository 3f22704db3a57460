import OrganizationLife
import RecordLog

/// The prisons of a province, 915 organisations, from January to October. The numbers here are its
/// plan; how the totals spread is inferred: about ten committee meetings, eight rounds of groups,
/// three assemblies and a lesson in each of 631 branches. That is fewer than a group meeting a month
/// and a lesson a quarter, and nothing is left for assemblies and lessons of the 党总支, nor is
/// anything told of talks: these the program says to be owed.
struct ProvinceCase {
  var place: Institution
  private let bureau: Int
  private let offices: Int
  private var prisons: [Int] = []
  var branches: [Int] = []

  enum Plan {
    static let organizations = 915
    static let prisons = 34
    static let branches = 631
    static let members = 14_000
    static let officeMembersPerBranch = 20
    static let themeDays = 6315
    /// Months and days on which a theme day was observed by others.
    static let observed = [(2, 23), (5, 23), (8, 23), (10, 23)]
    static let threeMeetings = 14_285
    static let lifeMeetings = 1161
    static let centralStudies = 296
    static let headsLessons = 111
    static let leadersLessons = 431
    static let trainings = (times: 136, people: 24_700)
    static let visited = 15
    static let visitFindings = 399
    static let pilots = 6
    static let focuses = 12
    static let topics = 226
    static let cases = 71
    static let exchanges = 143
    static let measures = 902
    static let books = 60_000
    static let readingRooms = 28
    static let reunited = 154
    static let honours: [(title: String, level: String, count: Int)] = [
      ("全国监狱先进个人", "司法部", 50), ("省先进工作者", "省局", 1), ("“五事型”领导干部", "省局", 50),
      ("“三牛型”民警", "省局", 100), ("个人三等功", "省局", 633), ("个人嘉奖", "省局", 2150),
      ("“最美女警”", "省局", 30), ("优秀党员", "省局", 1505), ("优秀党务工作者", "省局", 229),
      ("先进典型", "省局", 2396),
    ]
    static let honouredOrganizations = 185
    static let quoted: [(indicator: String, value: String, unit: String)] = [
      ("减刑案件同比", "41.33", "%"), ("行政处罚同比", "-46.1", "%"), ("严重违纪件次同比", "-13", "%"),
      ("严重违纪人次同比", "-35", "%"), ("女警人数", "3000", "名"), ("联系点年数", "6", "年"),
      ("累计帮扶资金", "~300", "万元"), ("平安前哨", "670", "座"), ("流动哨兵", "733", "人"),
      ("志愿哨兵", "2145", "人"), ("巡逻自行车", "266", "辆"), ("综治中心", "349", "个"),
      ("联系点面积", "1246", "平方公里"), ("政法应急平台", "7", "个"), ("功能性中心", "5", "个"),
      ("平安建设连冠", "3", "年"),
    ]
  }

  init(seed: UInt64, today: Day) {
    place = Institution(seed: seed, today: today, lastMonth: 10)
    bureau = place.found("JW", "省监狱管理局党委", .committee, under: nil)
    offices = place.found("JG", "局机关党委", .officesCommittee, under: "JW")
    let generals = Plan.organizations - 2 - Plan.prisons - Plan.branches
    let generalShares = Institution.parts(of: generals, among: Plan.prisons)
    let branchShares = Institution.parts(of: Plan.branches, among: Plan.prisons + 1)
    let officeMembers = Plan.officeMembersPerBranch * branchShares[Plan.prisons]
    // A 党总支 is for 50 members and more.
    var generalSizes = Institution.parts(of: Plan.members - officeMembers, among: generals)
    for number in 0...Plan.prisons {
      let isPrison = number < Plan.prisons
      let id = isPrison ? "P\(number + 1)" : "JG"
      let name = isPrison ? "第\(number + 1)监狱" : "局机关"
      let prison = isPrison ? place.found(id, "\(name)党委", .committee, under: "JW") : offices
      var parents = [id]
      var sizes = [officeMembers]
      if isPrison {
        prisons.append(prison)
        if number < Plan.pilots { place.bodies[prison].tags = ["试点=规范化建设"] }
        if number >= Plan.visited { place.bodies[prison].tags.append("巡察=本届") }
        parents = (1...generalShares[number]).map { general in
          _ = place.found("\(id)Z\(general)", "\(name)第\(general)党总支", .generalBranch, under: id)
          return "\(id)Z\(general)"
        }
        sizes = Array(generalSizes.prefix(parents.count))
        generalSizes.removeFirst(parents.count)
      }
      for index in 0..<branchShares[number] {
        let turn = index % parents.count
        let besides = (branchShares[number] - turn - 1) / parents.count + 1
        let size = Institution.parts(of: sizes[turn], among: besides)[index / parents.count]
        let branch = place.found(
          "\(id)B\(index + 1)", "\(name)第\(index + 1)党支部", .branch,
          under: parents[turn], field: index % 3 == 0 ? .office : .ward)
        place.fill(branch, with: size, groups: 1)
        branches.append(branch)
        if index == 0 {
          place.bodies[prison].officers = Array(
            zip(place.bodies[branch].people.suffix(5), ["书记", "副书记", "纪委书记", "委员", "委员"])
              .map { ($0, $1) })
        }
      }
    }
    appoint()
  }

  /// Heads of the bureau and of the 总支, who belong to branches below.
  private mutating func appoint() {
    let first = place.bodies[branches[branches.count - 1]].people
    place.bodies[bureau].officers = Array(
      zip(first.suffix(7), ["书记", "副书记", "副书记", "纪委书记", "委员", "委员", "委员"]).map { ($0, $1) })
    for index in place.bodies.indices where place.bodies[index].level == .generalBranch {
      let below = branches.first { place.bodies[$0].parent == place.bodies[index].id }
      let people = below.map { place.bodies[$0].people } ?? first
      place.bodies[index].officers = Array(
        zip(people.suffix(9), ["书记", "副书记", "委员"]).map { ($0, $1) })
    }
  }

  func history(offset: Int) -> [(author: Author, moment: String, record: NewRecord)] {
    var whole = self
    whole.live()
    return whole.place.history(offset: offset)
  }

  private var clerk: Int { place.bodies[branches[branches.count - 1]].people[4] }
  /// The 党委 of the bureau, of its offices and of the prisons.
  private var committees: [Int] { [bureau, offices] + prisons }
  private func keeper(_ body: Int) -> Int { place.bodies[body].keeper }
  private func secretary(_ body: Int) -> Int { place.bodies[body].secretary }

  private mutating func live() {
    place.enterRegisters(by: clerk)
    holdBranchLife()
    holdLifeMeetings()
    setAims()
    learn()
    checkPilots()
    inspect()
    research()
    care()
    honour()
    for quoted in Plan.quoted {
      place.figure(quoted.indicator, quoted.value, quoted.unit, of: bureau, by: clerk)
    }
  }

  // MARK: Above

  private mutating func held(
    _ kind: String, of body: Int, on day: Day, _ title: String, headcount: String = "",
    people: [Int] = [], tags: [String] = []
  ) -> Sheet {
    place.meeting(
      kind, of: body, on: day, title, by: secretary(body), recorder: keeper(body), people: people,
      headcount: headcount, tags: tags)
  }

  private mutating func learn() {
    let all = committees
    for (body, share) in zip(all, Institution.parts(of: Plan.centralStudies, among: all.count)) {
      let leaders = place.bodies[body].officers.map(\.person)
      for day in place.spread(share) {
        var sheet = held(
          "中心组学习", of: body, on: day, "党的创新理论专题学习", people: leaders, tags: ["五学=中心组"])
        sheet.number = place.number("中心组学习", of: place.bodies[body].id)
        sheet.hours = "3"
        sheet.items = [place.study(sheet.title, .theory, by: [leaders[0]], in: body)]
        place.file(sheet, by: keeper(body))
      }
    }
    teach(Plan.headsLessons, tag: "讲课人=主要负责同志") { _ in 0 }
    teach(Plan.leadersLessons, tag: "讲课人=班子成员") { 1 + $0 % 4 }
    let sizes = place.unequal(Plan.trainings.people, among: Plan.trainings.times)
    for (number, day) in place.spread(Plan.trainings.times).enumerated() {
      let prison = prisons[number % prisons.count]
      var sheet = held("培训", of: prison, on: day, "政治轮训", headcount: "\(sizes[number])")
      sheet.hours = "8"
      sheet.sessions = 1
      place.file(sheet, by: keeper(prison))
    }
    for day in place.spread(10) {
      var sheet = held("培训", of: bureau, on: day, "监狱工作大讲堂(视频)", headcount: "900")
      sheet.hours = "2"
      sheet.sessions = 1
      place.file(sheet, by: clerk)
    }
    for (number, observed) in Plan.observed.enumerated() {
      let day = place.day(in: place.months[observed.0 - 1], about: observed.1)
      var sheet = held(
        "现场观摩", of: offices, on: day, "支部主题党日现场观摩(第\(number + 1)季度)", headcount: "60",
        tags: ["五学=机关党委(总支)"])
      sheet.counts = ["主题党日"]
      let hosts = branches.filter { place.bodies[$0].parent == place.bodies[offices].id }
      let host = hosts[number % hosts.count]
      sheet.place = "\(place.bodies[host].name)党员活动室"
      sheet.host = place.bodies[host].id
      sheet.visitors = hosts.filter { $0 != host }.prefix(2).map { place.bodies[$0].id }
      sheet.visitors.append("部分监狱党委组织部门")
      sheet.items = zip(Texts.observedParts, Texts.observed[number % Texts.observed.count]).map {
        SheetItem(title: $0, kind: .part, minutes: $1)
      }
      place.file(sheet, by: keeper(offices))
    }
    for (branch, day) in zip(branches, place.spread(200)) {
      let tag = branch % 2 == 0 ? "五学=支部" : "五学=党员"
      place.file(held("督学", of: branch, on: day, "支部督学", tags: [tag]), by: keeper(branch))
    }
  }

  private mutating func teach(_ total: Int, tag: String, _ seat: (Int) -> Int) {
    let all = committees
    for (body, share) in zip(all, Institution.parts(of: total, among: all.count)) {
      let officers = place.bodies[body].officers
      for (index, day) in place.spread(share).enumerated() {
        var sheet = held(
          "党课", of: body, on: day, place.random.pick(Texts.lessons).title,
          headcount: "\(place.random.between(30...90))", tags: [tag])
        sheet.number = place.number("党课", of: place.bodies[body].id)
        sheet.lecturers = [place.reference(officers[seat(index) % officers.count].person)]
        sheet.hours = "2"
        sheet.minutes = place.random.pick(Texts.lessons).points.joined(separator: "\n")
        place.file(sheet, by: keeper(body))
      }
    }
  }

  /// 巡察 in two batches, and what was found put right.
  private mutating func inspect() {
    let day = place.day(in: place.months[0], about: 10)
    for title in ["巡察质量评估办法(试行)", "巡察干部管理办法", "巡察工作流程", "巡察整改督办办法"] {
      place.document("制度", title, of: bureau, on: day, by: clerk)
    }
    let shares = Institution.parts(of: Plan.visitFindings, among: Plan.visited)
    for (number, share) in shares.enumerated() {
      let prison = prisons[number]
      let isFirst = number < Plan.visited / 2
      let visit = place.day(in: place.months[isFirst ? 2 : 5], about: 8)
      let record = place.file(
        held(
          "政治巡察", of: prison, on: visit, isFirst ? "第一批巡察" : "第二批巡察",
          tags: [isFirst ? "批次=第一批" : "批次=第二批"]), by: clerk)
      place.tag(prison, "巡察=本届", on: visit, by: clerk)
      for _ in 0..<share {
        let finding = place.random.pick(Texts.findings)
        place.matter(
          "检查问题", finding.title, of: prison, opened: visit, due: visit.adding(days: 90),
          closed: Institution.workday(
            visit.adding(days: place.random.between(30...85)), within: visit...place.last),
          result: finding.result, tags: ["来源=巡察"], source: record, cause: finding.cause,
          by: clerk, owner: secretary(prison), confirmed: clerk)
      }
    }
  }

  /// 五个基本, 七个体系, 九个规范, gone through in the first branch of each place that tries them.
  private mutating func checkPilots() {
    let names = [("五个基本", 5), ("七个体系", 7), ("九个规范", 9)]
    let items = names.flatMap { name in (1...name.1).map { "\(name.0)第\($0)项" } }
    for prison in prisons.prefix(Plan.pilots) {
      let first = branches.first {
        place.bodies[$0].id.hasPrefix("\(place.bodies[prison].id)B")
      }
      guard let branch = first else { continue }
      let day = place.day(in: place.months[4], about: 12)
      place.enter(
        "review", of: branch, on: day, by: secretary(prison),
        [
          "Checklist": "规范化建设", "Revision": "1", "Date": "\(day)",
          "Reviewer": place.reference(secretary(prison)),
        ],
        also: items.enumerated().flatMap { number, text in
          [
            DraftField("Item", number < 9 ? "H0\(number + 1)" : "H\(number + 1)"),
            DraftField("Text", text), DraftField("Answer", "达标"), DraftField("By", "人工"),
          ]
        })
    }
  }

  /// What the year aims at, as plans of the bureau.
  private mutating func setAims() {
    let day = place.day(in: place.months[0], about: 5)
    let year = "\(place.first.year)"
    _ = place.plan("工作目标", "树一流作风、带一流队伍,抓一流管理、创一流业绩", year, of: bureau, on: day, by: clerk)
    let aims = [
      ("政治引领", "政治机关建设"), ("底线思维", "平安稳定格局"), ("塑行塑心", "罪犯改造质量"),
      ("公平正义", "执法公信力"), ("规范达标", "内部管理质效"), ("严管实训", "民警作风能力"),
    ]
    for (hold, lift) in aims {
      _ = place.plan(
        "工作目标", "坚持\(hold),推动\(lift)大提升", year, of: bureau, on: day, by: clerk,
        tags: ["坚持=\(hold)", "提升=\(lift)"])
    }
  }

  private mutating func research() {
    let day = place.day(in: place.months[1], about: 10)
    let year = "\(place.first.year)"
    for number in 1...Plan.focuses {
      _ = place.plan("调研重点", "调研重点\(number)", year, of: bureau, on: day, by: clerk)
    }
    for number in 0..<Plan.topics {
      let body = committees[number % committees.count]
      _ = place.plan(
        "调研课题", "调研课题\(number + 1)", year, of: body, on: day, by: keeper(body),
        owner: place.bodies[body].officers[number % 4].person)
    }
    for (number, day) in place.spread(Plan.cases).enumerated() {
      place.document(
        "典型案例", number % 4 == 3 ? "反面典型剖析\(number + 1)" : "正面典型\(number + 1)",
        of: prisons[number % prisons.count], on: day)
    }
    for (number, day) in place.spread(Plan.exchanges).enumerated() {
      let body = committees[number % committees.count]
      place.file(held("调研交流会", of: body, on: day, "调研成果交流会", headcount: "24"), by: keeper(body))
    }
    for (number, day) in place.spread(Plan.measures).enumerated() {
      let body = committees[number % committees.count]
      let isOpen = day.adding(days: 50) > place.last
      place.matter(
        "整改措施", "研究整改措施\(number + 1)", of: body, opened: day, due: day.adding(days: 60),
        closed: isOpen
          ? nil : Institution.workday(day.adding(days: 40), within: day...place.last),
        result: "已落实")
    }
  }

  private mutating func care() {
    for number in 0..<4 {
      let day = place.day(in: place.months[min(number * 3, 9)], about: 12)
      place.file(held("联系点走访", of: offices, on: day, "平安建设联系点季度走访"), by: clerk)
    }
    let events = ["读书环境建设", "图书推介和阅读", "读书朗诵", "读书周", "读书征文", "名家民警讲座", "读书演讲比赛", "特别家书分享"]
    for (event, day) in zip(events, place.spread(events.count)) {
      place.file(
        held("党建活动", of: bureau, on: day, event, headcount: "120", tags: ["书香文化=\(event)"]),
        by: clerk)
    }
    for (contest, day) in zip(["队列", "行为规范", "歌咏"], place.spread(3)) {
      place.file(
        held(
          "竞赛", of: bureau, on: day, "三项竞赛:\(contest)", headcount: "240",
          tags: ["三项竞赛=\(contest)"]), by: clerk)
    }
    for (prison, share) in zip(prisons, Institution.parts(of: Plan.books, among: prisons.count)) {
      place.document(
        "资料配发", "添置图书", of: prison, on: place.spread(1)[0],
        count: "\(share)\(prison == prisons.last ? "+" : "")")
    }
    for prison in prisons.prefix(Plan.readingRooms) {
      place.team(
        "知新书苑", "知新书苑", of: prison, on: place.day(in: place.months[3], about: 8),
        by: keeper(prison), leader: keeper(prison))
    }
    for (number, day) in place.spread(Plan.reunited).enumerated() {
      let prison = prisons[number % prisons.count]
      place.matter(
        "团圆工程", "两地分居民警调配\(number + 1)", of: prison, opened: day,
        closed: Institution.workday(day.adding(days: 20), within: day...place.last), result: "已调回")
    }
  }

  private mutating func honour() {
    let partyDay = place.day(in: place.months[5], about: 26)
    let people = place.people.indices
    for (turn, (honour, other)) in zip(Plan.honours, place.spread(Plan.honours.count)).enumerated()
    {
      let day = honour.title.hasSuffix("党员") || honour.title.hasSuffix("工作者") ? partyDay : other
      for number in 0..<honour.count {
        let person = (number * 17 + turn * 5) % people.count
        place.honour(
          honour.title, honour.level, to: place.reference(person), of: bureau, on: day, by: clerk)
      }
    }
    for branch in branches.prefix(Plan.honouredOrganizations) {
      place.honour(
        "先进基层党组织", "省局", to: place.bodies[branch].id, of: bureau, on: partyDay, by: clerk,
        isCollective: true)
    }
  }
}
