import OrganizationLife

/// How a branch of the sample is made up.
private struct BranchPlan {
  let name: String
  let field: WorkField
  let parent: String
  let members: Int
  let groups: Int
  /// How many of the members began their probation so many months before the ledger.
  let probations: [Int]
  /// How many officers.
  let seats: Int
}

extension Chronicle {
  private static let plans: [BranchPlan] = {
    let wards = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    let members = [12, 15, 11, 10, 12, 10, 11, 9, 9, 11, 10, 9]
    let groups = [3, 3, 3, 2, 3, 2, 3, 2, 2, 3, 2, 2]
    let probations: [Int: [Int]] = [1: [7], 3: [11], 5: [4], 10: [6]]
    var plans = wards.indices.map { index in
      BranchPlan(
        name: "\(wards[index])监区", field: .ward, parent: index < 6 ? "Z1" : "Z2",
        members: members[index], groups: groups[index], probations: probations[index] ?? [],
        seats: members[index] >= 11 ? 5 : 3)
    }
    plans += [
      BranchPlan(
        name: "机关第一", field: .office, parent: "DW", members: 14, groups: 4, probations: [],
        seats: 5),
      BranchPlan(
        name: "机关第二", field: .office, parent: "DW", members: 11, groups: 3, probations: [],
        seats: 5),
      BranchPlan(
        name: "离退休", field: .retired, parent: "DW", members: 12, groups: 3, probations: [],
        seats: 3),
      BranchPlan(
        name: "医院", field: .hospital, parent: "DW", members: 5, groups: 0, probations: [],
        seats: 2),
    ]
    return plans
  }()

  static let posts: [Int: [String]] = [
    5: ["书记", "组织委员", "副书记", "宣传委员", "纪检委员"], 3: ["书记", "组织委员、宣传委员", "副书记、纪检委员"],
    2: ["书记", "副书记"],
  ]

  /// The applicants of the beginning: branch and status. Those to be admitted come first, in the
  /// order of `Chronicle.admissions`.
  private static let otherApplicants: [(unit: Int, status: MemberStatus)] = [
    (0, .activist), (1, .activist), (1, .applicant), (2, .activist), (3, .applicant),
    (5, .activist), (7, .applicant), (10, .activist), (11, .applicant), (12, .applicant),
    (15, .activist),
  ]

  /// Admissions to come: branch and month.
  static let admissions: [(unit: Int, month: Int)] = [
    (0, 3), (2, 6), (12, 9), (7, 9), (1, 12), (6, 16), (6, 16), (4, 19), (9, 22),
  ]

  /// Puts the people into their branches.
  mutating func found() {
    var names = NameGenerator()
    admissionPeople = Self.admissions.map { _ in 0 }
    for (index, plan) in Self.plans.enumerated() {
      units.append(
        Unit(
          id: "Q\(index + 1)", name: "\(plan.name)党支部", level: .branch, parent: plan.parent,
          field: plan.field, covers: index < 12 ? plan.name : "", founded: opening,
          groupCount: plan.groups))
      units[index].founded = workday(
        opening.adding(years: -random.between(8...15)).adding(days: random.below(300)))
      units[index].themeDay = index == 1 ? 5 : random.between(5...20)
      for member in 0..<plan.members {
        let name = names.next(unit: index, member: member, random: &random)
        let monthsAgo =
          member >= plan.members - plan.probations.count
          ? plan.probations[member - (plan.members - plan.probations.count)] : nil
        let group = plan.groups == 0 ? nil : member % plan.groups + 1
        join(
          name, unit: index, group: group, field: plan.field,
          seat: member < plan.seats ? member : nil, probation: monthsAgo)
      }
      for (order, admission) in Self.admissions.enumerated() where admission.unit == index {
        admissionPeople[order] = apply(
          names.next(unit: index, member: -1, random: &random), unit: index,
          status: admission.month <= 3 ? .candidate : .activist, since: opening)
      }
      for other in Self.otherApplicants where other.unit == index {
        let person = apply(
          names.next(unit: index, member: -1, random: &random), unit: index,
          status: other.status, since: opening)
        otherPeople.append((unit: index, person: person))
      }
    }
    newcomers = (0..<3).map { _ in names.next(unit: -1, member: -1, random: &random) }
    laterRetirees = (0..<40).map { _ in names.next(unit: -1, member: -1, random: &random) }
    cast(&names)
    appoint()
    foundUpper()
    foundOthers(&names)
    for unit in units.indices where units[unit].writers.isEmpty {
      units[unit].writers = [(since: opening, person: inspector)]
    }
  }

  /// Makes a person a member of a branch from the beginning.
  @discardableResult
  mutating func join(
    _ name: NameGenerator.Name, unit: Int, group: Int?, field: WorkField, seat: Int?,
    probation: Int?
  ) -> Int {
    let age: Int
    switch (field, probation) {
    case (_, .some): age = random.between(25...31)
    case (.retired, _): age = random.between(61...84)
    default: age = seat == 0 ? random.between(42...54) : random.between(29...56)
    }
    let worked = opening.year - age + random.between(21...24)
    let applied = workday(
      opening.adding(years: worked - opening.year + 1).adding(days: random.below(500) - 300))
    let admitted: Day
    if let probation {
      admitted = workday(months[0].adding(months: -probation).adding(days: random.between(3...20)))
    } else {
      let wait = random.between(2...5)
      admitted = workday(
        min(
          applied.adding(years: wait).adding(days: random.below(300)),
          opening.adding(years: -1).adding(days: -90 - random.below(200))))
    }
    var station = Station(
      since: max(units[unit].founded, admitted), unit: unit, group: group,
      status: probation == nil ? .full : .probationary, entered: opening)
    station.isRetired = field == .retired
    station.admitted = admitted
    station.approved = workday(admitted.adding(days: random.between(18...45)))
    station.confirmed = probation == nil ? admitted.adding(years: 1) : nil
    if probation == nil {
      station.since = max(
        units[unit].founded,
        workday(admitted.adding(years: 1).adding(days: random.between(0...1400))))
      station.since = min(station.since, opening.adding(days: -random.between(20...400)))
    }
    station.job = job(field, seat: seat)
    station.rank = rank(age: age, field: field)
    let elders = units[unit].people.filter {
      comrades[$0].stations.last?.confirmed.map { $0 < admitted } ?? false
    }
    if elders.count >= 2 { station.introducers = random.take(2, of: elders).sorted() }
    // Three years pass between the application and a late admission.
    let first = probation == nil ? admitted : workday(admitted.adding(days: -1000))
    return add(name, unit: unit, age: age, worked: worked, applied: min(applied, first), [station])
  }

  /// Makes somebody an applicant of a branch.
  @discardableResult
  mutating func apply(
    _ name: NameGenerator.Name, unit: Int, status: MemberStatus, since: Day
  ) -> Int {
    let age = random.between(23...33)
    let ago = random.between(status == .applicant ? 20...200 : 700...1000)
    let applied = since == opening ? workday(opening.adding(days: -ago)) : since
    var station = Station(since: applied, unit: unit, status: status, entered: since)
    switch status {
    case .candidate: station.since = workday(opening.adding(days: -40))
    case .activist: station.since = workday(applied.adding(days: random.between(200...320)))
    default: break
    }
    station.job = job(units[unit].field, seat: nil)
    station.rank = rank(age: age, field: units[unit].field)
    return add(
      name, unit: unit, age: age, worked: opening.year - age + 22, applied: applied, [station])
  }

  @discardableResult
  mutating func add(
    _ name: NameGenerator.Name, unit: Int, age: Int, worked: Int, applied: Day,
    _ stations: [Station]
  ) -> Int {
    let number = comrades.count { $0.id.hasPrefix("\(units[unit].id)M") } + 1
    let id = "\(units[unit].id)M\(number < 10 ? "0" : "")\(number)"
    let field = units[unit].field
    comrades.append(
      Comrade(
        id: id, name: name.text, writer: name.writer, reference: "\(id)(\(name.text))",
        gender: name.gender, nation: name.nation, bornYear: opening.year - age,
        bornMonth: random.between(1...12),
        education: random.pick(
          age > 58
            ? ["大专", "大专", "中专", "大学", "高中"] : ["大学", "大学", "大学", "大专", "研究生"]),
        workedYear: worked, applied: applied,
        absence: field == .ward
          ? random.between(70...190)
          : field == .retired ? random.between(80...220) : random.between(30...110),
        wage: field == .retired
          ? random.between(4200...6800) : 5200 + age * 60 + random.below(30) * 50,
        stations: stations))
    let person = comrades.count - 1
    units[unit].people.append(person)
    return person
  }

  private mutating func job(_ field: WorkField, seat: Int?) -> String {
    switch field {
    case .ward where seat == 0: "教导员"
    case .ward where seat == 2: "监区长"
    case .ward: random.pick(["一线值班", "一线值班", "一线值班", "内勤", "分监区长", "生产管理", "教育管理"])
    case .office:
      random.pick(["办公室", "政治处", "财务科", "警务督察", "信息技术科", "后勤保障科", "纪检", "法制科"])
    case .retired: "退休"
    case .hospital: random.pick(["内科", "外科", "护理", "药房", "检验"])
    case .taskForce: "封闭执勤"
    }
  }

  private func rank(age: Int, field: WorkField) -> String {
    guard field != .retired else { return "" }
    switch age {
    case ..<27: return "二级警司"
    case ..<31: return "一级警司"
    case ..<37: return "三级警督"
    case ..<45: return "二级警督"
    default: return "一级警督"
    }
  }

  /// Names officers, leaders of groups and writers.
  private mutating func appoint() {
    for unit in 0..<Self.branchCount {
      let seats = Self.plans[unit].seats
      let posts = Self.posts[seats] ?? []
      let people = Array(units[unit].people.prefix(seats))
      let elected: Day
      switch unit {
      case 10: elected = workday(today.adding(years: -3).adding(months: -5))
      case 6: elected = workday(today.adding(years: -3).adding(months: 4))
      case 3: elected = workday(months[15].adding(days: 9).adding(years: -3))
      // Prolonged in time; prolonged late and by too much; elected early; elected late.
      case 5: elected = workday(today.adding(years: -3).adding(months: -2))
      case 11: elected = workday(today.adding(years: -3).adding(months: -5))
      case 12: elected = workday(months[14].adding(months: -26))
      case 13: elected = workday(months[17].adding(days: 11).adding(years: -3).adding(months: -2))
      default: elected = workday(today.adding(months: -29).adding(days: random.below(120)))
      }
      let day = min(elected, workday(opening.adding(days: -12)))
      units[unit].terms = [
        Term(
          since: units[unit].founded, elected: day, years: unit == 15 ? 5 : 3,
          officers: zip(people, posts).map { (person: $0, post: $1) }, entered: opening)
      ]
      units[unit].writers = [(since: opening, person: people[unit == 1 ? 0 : 1])]
      // A leader from outside the committee where the group has one.
      units[unit].leaders = (0..<units[unit].groupCount).map { group in
        let own = units[unit].people.filter {
          comrades[$0].stations[0].group == group + 1 && comrades[$0].stations[0].hasVote
        }
        return own.first { !people.contains($0) } ?? own.first ?? people[0]
      }
      for (person, post) in zip(people, posts) {
        comrades[person].stations[0].posts = ["党支部\(post)"]
        comrades[person].absence = min(comrades[person].absence, 90)
      }
    }
  }

  private mutating func foundUpper() {
    let offices = units[Self.offices].people
    inspector = offices[6]
    comrades[inspector].stations[0].job = "政治处"
    let leaders = [offices[8], offices[9], offices[10], offices[11], units[13].people[7]]
    let posts = ["书记", "副书记", "纪委书记", "委员", "委员"]
    units.append(
      Unit(
        id: "L1", name: "封闭执勤专班临时党支部", level: .temporaryBranch, parent: "DW",
        field: .taskForce, covers: "封闭执勤专班", founded: workday(month: 13, 8), groupCount: 0))
    let founded = workday(opening.adding(years: -18))
    units.append(
      Unit(
        id: "DW", name: "中共\(SamplePrison.unit)委员会", level: .committee, parent: nil, field: .office,
        covers: "", founded: founded, groupCount: 0))
    units[Self.committee].terms = [
      Term(
        since: founded, elected: workday(today.adding(months: -32)), years: 5,
        officers: zip(leaders, posts).map { (person: $0, post: $1) }, entered: opening)
    ]
    for (person, post) in zip(leaders, posts) {
      comrades[person].stations[0].job = "监狱领导"
      comrades[person].stations[0].posts = [post == "纪委书记" ? post : "党委\(post)"]
    }
    for (place, (name, branches)) in [("第一", [0, 1, 2, 4, 5]), ("第二", [6, 7, 9, 10, 11])]
      .enumerated()
    {
      units.append(
        Unit(
          id: "Z\(place + 1)", name: "\(name)党总支", level: .generalBranch, parent: "DW",
          field: .ward, covers: "", founded: founded, groupCount: 0))
      let people = branches.map { units[$0].people[0] }
      let posts = ["书记", "副书记", "组织委员", "宣传委员", "纪检委员"]
      units[units.count - 1].terms = [
        Term(
          since: founded, elected: workday(today.adding(months: -31)), years: 3,
          officers: zip(people, posts).map { (person: $0, post: $1) }, entered: opening)
      ]
      for (person, post) in zip(people, posts) {
        comrades[person].stations[0].posts.append("\(name)党总支\(post)")
      }
    }
  }
}
