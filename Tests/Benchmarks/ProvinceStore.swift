import Archive
import Glibc
import RecordLog

/// The store that many organisations are measured on: a province with 915 organisations, 14,000
/// members and two years of 22,000 activities, with matters, papers, plans, honours, and dues of one
/// prison. The same bytes every time.
struct ProvinceStore {
  static let prisons = 24
  static let branches = 842
  static let organizations = 1 + prisons * 3 + branches
  static let members = 14_000
  static let activities = 22_000
  static let today = "2026-11-20"

  let folder: String
  var store: String { folder + "/store" }
  /// Whether it was made before.
  var isMade: Bool { access(folder + "/made", F_OK) == 0 }

  private var history: [(author: Author, moment: String, record: NewRecord)] = []

  init(folder: String) { self.folder = folder }

  /// Writes the store.
  mutating func make() throws {
    try addOrganizations()
    for branch in 0..<Self.branches { try add(Branch(branch)) }
    let store = try Store.create(
      at: store, manifest: Manifest(unit: "青松省监狱管理局"), files: BuiltIn.files)
    _ = try store.write(history: history)
    history = []
    close(open(folder + "/made", O_WRONLY | O_CREAT, 0o644))
  }

  /// One branch: its place and how many of everything it has.
  private struct Branch {
    let number: Int
    let prison: String
    let id: String
    let members: Int
    let activities: Int

    init(_ number: Int) {
      self.number = number
      prison = "J" + ProvinceStore.twoDigits(number % ProvinceStore.prisons + 1)
      id = prison + "Q" + ProvinceStore.twoDigits(number / ProvinceStore.prisons + 1)
      func share(_ all: Int) -> Int {
        (number + 1) * all / ProvinceStore.branches - number * all / ProvinceStore.branches
      }
      members = share(ProvinceStore.members)
      activities = share(ProvinceStore.activities)
    }

    func person(_ index: Int) -> String {
      let place = number * 31 + index * 7
      let name =
        ProvinceStore.families[place % ProvinceStore.families.count]
        + ProvinceStore.names[(place / 3 + index) % ProvinceStore.names.count]
      return "\(id)M\(ProvinceStore.twoDigits(index + 1))(\(name))"
    }
  }

  private mutating func add(
    _ type: String, _ organization: String, on day: String, restricted: Bool = false,
    _ fields: [(String, String)]
  ) throws {
    guard let author = Author(writer: "zhang", by: "J01Q01M01(张建国)") else { return }
    history.append(
      (
        author, "\(day)T17:05:00+08:00",
        NewRecord(
          type: type, organization: organization, restricted: restricted,
          fields: [Field("Organization", organization)] + fields.map { Field($0.0, $0.1) })
      ))
  }

  private mutating func addOrganizations() throws {
    let since = ("Since", "2016-01-01")
    try add("organization", "SJ", on: "2025-01-02", [("Name", "省局党委"), ("Level", "党委"), since])
    for prison in 1...Self.prisons {
      let id = "J" + Self.twoDigits(prison)
      try add(
        "organization", id, on: "2025-01-02",
        [("Name", "第\(prison)监狱党委"), ("Level", "党委"), ("Parent", "SJ"), since])
      for part in 1...2 {
        try add(
          "organization", "\(id)Z\(part)", on: "2025-01-02",
          [("Name", "第\(prison)监狱第\(part)总支"), ("Level", "党总支"), ("Parent", id), since])
      }
    }
  }

  private mutating func add(_ branch: Branch) throws {
    let parent = "\(branch.prison)Z\(branch.number / Self.prisons % 2 + 1)"
    try add(
      "organization", branch.id, on: "2025-01-02",
      [
        ("Name", "第\(branch.number / Self.prisons + 1)监区党支部"), ("Level", "党支部"), ("Parent", parent),
        ("Since", "2016-01-01"), ("Elected", "2024-06-12"), ("Term", "3"),
        ("Officer", branch.person(0) + " 书记"), ("Officer", branch.person(1) + " 副书记"),
        ("Officer", branch.person(2) + " 组织委员"), ("Officer", branch.person(3) + " 宣传委员"),
        ("Officer", branch.person(4) + " 纪检委员"),
      ])
    for index in 0..<branch.members { try addMember(index, of: branch) }
    for index in 0..<branch.activities { try addActivity(index, of: branch) }
    for index in 0..<4 { try addOthers(index, of: branch) }
    guard branch.prison == "J01" else { return }
    for index in 0..<branch.members {
      for month in 0..<22 {
        let name = Self.month(month)
        try add(
          "dues", branch.id, on: name + "-15", restricted: true,
          [
            ("Member", branch.person(index)), ("Month", name), ("Base", "6000.00"),
            ("Rate", "1%"), ("Paid", "60.00"), ("PaidOn", name + "-15"),
          ])
      }
    }
  }

  private mutating func addMember(_ index: Int, of branch: Branch) throws {
    let person = branch.person(index)
    let born = 1966 + (branch.number + index * 5) % 34
    let isProbationary = index == branch.members - 1 && branch.number % 4 == 0
    try add(
      "member", branch.id, on: "2025-01-03",
      [
        ("Member", String(person.prefix { $0 != "(" })),
        ("Name", String(person.drop { $0 != "(" }.dropFirst().dropLast())),
        ("Status", isProbationary ? "预备党员" : "正式党员"), ("Category", "在职"),
        ("Gender", index % 6 == 0 ? "女" : "男"), ("Nation", "汉族"),
        ("Born", "\(born)-0\(index % 9 + 1)"), ("Education", index % 3 == 0 ? "大专" : "大学"),
        ("Admitted", isProbationary ? "2026-03-12" : "\(born + 27)-06-20"),
      ] + (isProbationary ? [] : [("Confirmed", "\(born + 28)-06-20")]) + [("Since", "2024-07-01")])
  }

  /// Meetings, lessons and theme days in turn, spread over 23 months; some lack what they should
  /// have, some were entered weeks later, some were held in two sittings.
  private mutating func addActivity(_ index: Int, of branch: Branch) throws {
    let kind = Self.kinds[(index + branch.number) % Self.kinds.count]
    let month = Self.month(index * 23 / branch.activities)
    let number = branch.number + index
    let day = "\(month)-\(Self.twoDigits(number % 17 + 1))"
    let isSitting = number % 40 == 0
    for sitting in 1...(isSitting ? 2 : 1) {
      var fields = [
        ("Kind", kind), ("Number", "\(index + 1)"), ("Date", day), ("Start", "14:30"),
        ("End", "16:00"), ("Title", Self.titles[number % Self.titles.count]),
        ("Place", "党员活动室"), ("Presider", branch.person(0)), ("Recorder", branch.person(1)),
      ]
      if isSitting { fields.append(("Sitting", "\(sitting)/2")) }
      for member in 0..<branch.members {
        if (member + number) % 6 == 5 {
          fields.append(("Absent", branch.person(member) + (number % 9 == 0 ? "" : " 值班")))
        } else {
          fields.append(("Present", branch.person(member)))
        }
      }
      if kind == "党课" { fields.append(("Lecturer", branch.person(0))) }
      if number % 8 != 0 { fields.append(("Hours", "2")) }
      fields.append(("State", "定稿"))
      fields.append(("Signed", "\(branch.person(0)) \(day)"))
      for item in 0..<2 {
        let isDecision = item == 1 && number % 3 == 0
        fields.append(("Item", item == 0 ? "第一议题 传达学习" : "研究\(kind)安排"))
        fields.append(("ItemKind", item == 0 ? "传达学习" : "讨论"))
        let lines = (0..<3).map { Self.sentences[(number + item + $0) % Self.sentences.count] }
        fields.append(("Minutes", lines.joined(separator: "\n")))
        if item == 1 { fields.append(("Resolution", "同意按计划开展,责任到人。")) }
        if isDecision {
          fields.append(("Owner", branch.person(2)))
          fields.append(("Due", "\(month)-28"))
        }
      }
      let entered = number % 11 == 0 ? "\(month)-28" : day
      try add("activity", branch.id, on: entered, fields)
    }
  }

  private mutating func addOthers(_ index: Int, of branch: Branch) throws {
    let day = "\(Self.month(index * 6 + branch.number % 5))-\(Self.twoDigits(index + 11))"
    try add(
      "matter", branch.id, on: day,
      [
        ("Kind", index % 2 == 0 ? "检查问题" : "风险隐患"), ("Title", "会议记录不全"), ("Opened", day),
        ("Owner", branch.person(index)), ("Due", "2026-12-31"), ("State", "办理中"),
      ])
    try add(
      "document", branch.id, on: day,
      [
        ("Kind", index % 2 == 0 ? "心得" : "学习笔记"), ("Title", "学习体会"), ("Date", day),
        ("Author", branch.person(index + 2)), ("Text", Self.sentences[index]),
      ])
    try add(
      "plan", branch.id, on: "2026-01-05",
      [("Period", "2026-Q\(index + 1)"), ("Kind", "三会一课"), ("Title", "主题党日"), ("Number", "3")])
    guard index == 0 else { return }
    try add(
      "honor", branch.id, on: day,
      [("Date", day), ("Level", "监狱"), ("Title", "先进党支部"), ("To", branch.id)])
  }

  /// The n-th month from January 2025 on.
  private static func month(_ index: Int) -> String {
    "\(2025 + index / 12)-\(twoDigits(index % 12 + 1))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static let kinds = ["支委会", "主题党日", "党员大会", "支委会", "党课", "主题党日", "政治学习"]
  private static let titles = ["第一议题学习", "防汛预案研究", "组织生活安排", "安全生产月部署", "民主评议准备"]
  private static let families = ["张", "李", "王", "陈", "刘", "赵", "孙", "周", "吴", "郑", "冯", "钱"]
  private static let names = ["建国", "敏", "海涛", "晓", "洋", "学军", "丽", "杰", "芳", "强", "秀梅"]
  private static let sentences = [
    "张建国:监区上半月组织学习四次,夜间备勤人员分两批补学,缺一人补一人,由组织委员逐人核对学习笔记。",
    "李敏:下一步把学习安排提前三天公布,由组织委员逐人核对,外出人员由党小组组长负责送学上门。",
    "王海涛:对照检查发现台账登记不及时,责任到人限期整改,整改情况在下次支部委员会会议上通报。",
    "陈晓:传达上级会议精神,结合岗位谈认识谈打算,教育改造岗位要把规范执法放在第一位。",
    "刘洋:安全生产月排查隐患六处,已办结五处余一处待销号,由生产管理分管领导跟踪督办。",
    "赵学军:走访慰问退休党员两人,反映就医报销问题已协调,下月继续走访两户困难党员家庭。",
  ]
}
