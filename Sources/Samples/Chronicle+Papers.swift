import OrganizationLife

extension Chronicle {
  /// Documents, honours, reviews, procedures, plans, teams and dues.
  mutating func filePapers() {
    for unit in 0..<Self.branchCount {
      fileDocuments(unit)
      filePlans(unit)
      fileDues(unit)
    }
    fileDues(Self.jointBranch)
    fileDues(Self.committee)
    payBeforeAdmission()
    fileUpperDocuments()
    fileHonours()
    fileReviews()
    fileTeams()
    fileProcedures()
  }

  // MARK: - Documents

  private mutating func document(
    _ kind: String, _ title: String, of unit: Int, on day: Day, authors: [Int] = [],
    count: Int? = nil, text: String = "", from: Day? = nil, to: Day? = nil, with other: String = ""
  ) {
    guard isPast(day), day >= opening else { return }
    var fields = [
      DraftField("Organization", units[unit].id), DraftField("Kind", kind),
      DraftField("Title", title), DraftField("Date", "\(day)"),
    ]
    for author in authors { fields.append(DraftField("Author", reference(author))) }
    if let count { fields.append(DraftField("Count", "\(count)")) }
    if !text.isEmpty { fields.append(DraftField("Text", text)) }
    if let from { fields.append(DraftField("From", "\(from)")) }
    if let to { fields.append(DraftField("To", "\(to)")) }
    if !other.isEmpty { fields.append(DraftField("With", other)) }
    enter(
      "document", in: units[unit].id, by: writer(unit, on: day),
      at: moment(day, minutes: random.between(960...1060)), fields)
  }

  private mutating func fileDocuments(_ unit: Int) {
    let name = units[unit].name
    for regulation in random.take(2, of: Texts.regulations) {
      let day = workday(month: random.below(4), random.between(5...25))
      document(
        "制度", "\(name)\(regulation)", of: unit, on: day, from: day.adding(days: 5))
    }
    for month in months.indices {
      let day = workday(month: month, random.between(16...27))
      let year = day.year
      let secretary = secretary(unit, on: day)
      switch day.month {
      case 1:
        document("计划", "\(year)年度支部工作计划", of: unit, on: day, authors: [secretary])
        if unit != 9 {
          document("计划", "\(year)年度党员学习计划", of: unit, on: day, authors: [secretary])
        }
      case 7: document("总结", "\(year)年上半年支部工作总结", of: unit, on: day, authors: [secretary])
      case 12:
        document("总结", "\(year)年支部工作总结", of: unit, on: day, authors: [secretary])
        if unit != 5 { document("党费公示", "\(year)年党费收缴使用情况", of: unit, on: day) }
      default: break
      }
      if day.month % 3 == 2, !random.happens(130) {
        document(
          "思想动态分析", "\(year)年第\(["一", "二", "三", "四"][day.quarter - 1])季度思想动态分析", of: unit,
          on: day, authors: [secretary], text: random.pick(Texts.trends))
      }
      writeNotes(unit, month)
    }
  }

  /// 学习笔记, 心得 and the reports of those who want to join.
  private mutating func writeNotes(_ unit: Int, _ month: Int) {
    let first = months[month]
    let isNoteMonth = first.month == 6 || first.month == 10
    for person in roster(unit, on: first) {
      guard station(person, on: first)?.rights == .normal else { continue }
      if isNoteMonth, !random.happens(200) {
        let day = workday(month: month, random.between(20...27))
        if station(person, on: day)?.unit == unit {
          document(
            "学习笔记", "\(first.year)年\(first.month == 6 ? "上" : "下")半年学习笔记", of: unit, on: day,
            authors: [person], count: random.between(5...16))
        }
      } else if random.happens(40) {
        let day = workday(month: month, random.between(5...25))
        if station(person, on: day)?.unit == unit {
          document("心得", random.pick(Texts.reflections), of: unit, on: day, authors: [person])
        }
      }
    }
    guard first.month % 3 == 0 else { return }
    for person in applicants(unit, on: first) where !random.happens(150) {
      let day = workday(month: month, random.between(8...24))
      if station(person, on: day)?.unit == unit, station(person, on: day)?.status.isMember == false
      {
        document(
          "思想汇报", "\(first.year)年第\(first.quarter)季度思想汇报", of: unit, on: day,
          authors: [person])
      }
    }
  }

  private mutating func fileUpperDocuments() {
    let unit = Self.committee
    for month in months.indices {
      let day = workday(month: month, 15)
      let leaders = Array(officers(unit, on: day).prefix(1))
      switch day.month {
      case 1:
        document("计划", "\(day.year)年党建工作要点", of: unit, on: day, authors: leaders)
        document("责任书", "\(day.year)年“一岗双责”责任书", of: unit, on: day, count: 16)
      case 3: document("制度", "“第一议题”学习指引", of: unit, on: day, from: day)
      case 4:
        document(
          "协议", "支部共建协议", of: 0, on: day, to: day.adding(years: 1), with: "青石街道社区党支部")
      case 5: document("承诺书", "家庭助廉承诺书", of: unit, on: day, count: 89)
      case 7: document("通报", "上半年基层党建检查情况通报", of: unit, on: day)
      case 12: document("总结", "\(day.year)年党建工作总结", of: unit, on: day, authors: leaders)
      default: break
      }
    }
  }

  // MARK: - Plans

  private mutating func filePlans(_ unit: Int) {
    let rows: [(title: String, number: Int, post: String)] = [
      ("支部党员大会", 4, "书记"), ("支部委员会会议", 12, "书记"), ("党小组会", 12, "组织委员"),
      ("党课", 4, "宣传委员"), ("主题党日", 12, "组织委员"),
    ]
    for month in months.indices where months[month].month == 1 {
      let day = workday(month: month, 12 + unit % 5)
      guard isPast(day) else { continue }
      let at = moment(day, minutes: 970)
      for row in rows where units[unit].groupCount > 0 || !row.title.contains("小组") {
        enter(
          "plan", in: units[unit].id, by: writer(unit, on: day), at: at,
          [
            DraftField("Organization", units[unit].id), DraftField("Period", "\(day.year)"),
            DraftField("Kind", "三会一课"), DraftField("Title", row.title),
            DraftField("Number", "\(row.number)"),
            DraftField("Owner", reference(officer(row.post, of: unit, on: day))),
          ])
      }
    }
    guard unit < 2 else { return }
    for month in months.indices.suffix(3) {
      let day = months[month].adding(days: -2)
      let at = moment(day, minutes: 980)
      for title in random.take(3, of: Texts.discussions.map(\.title)) {
        let owner = random.pick(officers(unit, on: day))
        enter(
          "plan", in: units[unit].id, by: writer(unit, on: day), at: at,
          [
            DraftField("Organization", units[unit].id),
            DraftField("Period", Self.monthName(months[month])), DraftField("Kind", "月计划"),
            DraftField("Title", title.hasPrefix("研究") ? String(title.dropFirst(2)) : title),
            DraftField("Due", "\(months[month].adding(days: random.between(10...26)))"),
            DraftField("Owner", reference(owner)),
          ])
      }
    }
  }

  // MARK: - Honours

  private mutating func honour(
    _ title: String, level: String, to person: Int?, of unit: Int, on day: Day, paper: String
  ) {
    var fields = [
      DraftField("Organization", units[unit].id), DraftField("Date", "\(day)"),
      DraftField("Level", level), DraftField("Title", title),
    ]
    if let person {
      fields.append(DraftField("To", reference(person)))
    } else {
      fields.append(DraftField("To", units[unit].name))
      fields.append(DraftField("Collective", "是"))
    }
    fields.append(DraftField("Document", paper))
    enter(
      "honor", in: units[unit].id, by: writer(unit, on: day),
      at: moment(day, minutes: random.between(980...1050)), fields)
  }

  private mutating func fileHonours() {
    for month in months.indices {
      let day = workday(month: month, random.between(2...8))
      guard isPast(day) else { continue }
      let rows: [(Int, [Int])] =
        switch day.month {
        case 1: [(3, [0, 4, 8, 10, 12]), (5, [2, 6, 11])]
        case 3: [(7, [12, 13])]
        case 7: [(1, [0, 1, 2, 3, 5, 6, 9, 12]), (2, [1, 13]), (6, [4, 11])]
        case 9: [(8, [12, 7])]
        case 10: [(4, [1, 3, 9])]
        case 12 where month > 3: [(9, [2])]
        default: day.month % 3 == 2 ? [(0, [1, 8])] : []
        }
      for (index, branches) in rows {
        let honour = Texts.personalHonours[index]
        for unit in branches {
          let people = roster(unit, on: day).filter { person in
            hasVote(person, on: day)
              && (honour.title != "最美女警" || comrades[person].gender == "女")
              && station(person, on: day)?.isRetired == false
          }
          guard !people.isEmpty else { continue }
          self.honour(
            honour.title, level: honour.level, to: random.pick(people), of: unit, on: day,
            paper: "青监〔\(day.year)〕\(random.between(3...90))号")
        }
      }
      if day.month == 7 {
        for unit in [1, 4, 12] {
          self.honour(
            "先进基层党组织", level: "监狱", to: nil, of: unit, on: day, paper: "青监党〔\(day.year)〕12号")
        }
        if month > 11 {
          self.honour(
            "先进基层党组织", level: "省局", to: nil, of: 1, on: day, paper: "省监党〔\(day.year)〕8号")
          self.honour(
            "全国先进基层党组织", level: "全国", to: nil, of: 4, on: day, paper: "中组〔\(day.year)〕5号")
        }
      }
    }
  }

  // MARK: - Teams

  private mutating func team(
    _ kind: String, _ name: String, of unit: Int, since: Day, leaders: [Int] = [],
    people: [Int] = [], purpose: String = "", part: String = "", after first: Int? = nil
  ) -> Int {
    var fields: [DraftField] = []
    if let first { fields.append(DraftField("Follows", "", after: first)) }
    fields += [
      DraftField("Organization", units[unit].id), DraftField("Kind", kind),
      DraftField("Name", name), DraftField("Since", "\(since)"),
    ]
    for leader in leaders { fields.append(DraftField("Leader", reference(leader))) }
    for person in people { fields.append(DraftField("Person", reference(person))) }
    if !purpose.isEmpty { fields.append(DraftField("Purpose", purpose)) }
    if !part.isEmpty { fields.append(DraftField("Part", part)) }
    return enter(
      "team", in: units[unit].id, by: writer(unit, on: since),
      at: moment(since, minutes: random.between(960...1030)), fields)
  }

  private mutating func fileTeams() {
    let start = workday(month: 2, 12)
    _ = team(
      "品牌", "青石先锋", of: Self.committee, since: start, purpose: "一狱一品牌，一支部一特色")
    _ = team(
      "讲师团", "党员讲师团", of: Self.committee, since: start, leaders: [inspector],
      people: (0..<6).map { secretary($0, on: start) }, purpose: "宣讲政策法规和先进事迹")
    _ = team(
      "监督小组", "执法监督小组", of: Self.committee, since: start, leaders: [inspector],
      people: random.take(4, of: roster(13, on: start)).sorted(), purpose: "对执法活动开展日常监督")
    for unit in 0..<Self.branchCount {
      let day = workday(month: 2, 14 + unit % 9)
      let leading = officers(unit, on: day)
      let others = roster(unit, on: day).filter { !leading.contains($0) }
      _ = team(
        "品牌", Texts.brands[unit], of: unit, since: day,
        leaders: leading.isEmpty ? [] : [leading[0]],
        purpose: "支部特色品牌", part: "青石先锋")
      if unit < 6 {
        let people = random.take(6, of: others).sorted()
        let first = team(
          "突击队", "\(units[unit].covers)党员突击队", of: unit, since: day, leaders: [people[0]],
          people: Array(people.dropFirst()), purpose: "应急处置和急难任务")
        if unit < 2 {
          // The leader changed: what happened next.
          let later = workday(month: 12, 8 + unit)
          let now = people.filter { station($0, on: later)?.unit == unit }
          if now.count > 1 {
            _ = team(
              "突击队", "\(units[unit].covers)党员突击队", of: unit, since: later, leaders: [now[1]],
              people: now.filter { $0 != now[1] }, purpose: "应急处置和急难任务", after: first)
          }
        }
      }
      guard [0, 1, 2, 12].contains(unit) else { continue }
      for (index, leader) in leading.enumerated() {
        let paired = others.enumerated().filter { $0.offset % leading.count == index }.map(
          \.element)
        _ = team(
          "1+N", "\(name(leader))结对组", of: unit, since: day, leaders: [leader], people: paired,
          purpose: "支委包教党员，每季度小结")
      }
      for group in 1...units[unit].groupCount {
        _ = team(
          "责任区", "第\(Self.ordinal(group - 1))责任区", of: unit, since: day,
          leaders: [units[unit].leaders[group - 1]],
          people: roster(unit, group: group, on: day).filter {
            $0 != units[unit].leaders[group - 1]
          }, purpose: "设施设备、消防和内务")
      }
    }
  }
}
