import OrganizationLife

/// A step of a procedure being written.
private struct StepNote {
  var day: Day
  var step: String
  var result = ""
  var record: Int?
}

extension Chronicle {
  // MARK: - Reviews

  /// The items of the checklist that a person answers, as the catalogue has them.
  private static let manualItems: [(id: String, text: String)] = [
    ("A03", "组织关系转接及时,外出6个月以上且地点固定的已转接,有回执"),
    ("B04", "支委分工明确,书记、组织、宣传、纪检等职责落实到人"), ("C02", "流动党员有登记、有联系"),
    ("D06", "书记每年至少讲1次党课"), ("F03", "优秀等次不超过党员总数的三分之一,预备党员不定等次"),
    ("L02", "检查发现的问题已整改并由检查的一级销号"), ("M01", "党员活动场所、党务公开栏按要求设置"),
    ("M03", "台账资料分类归档,换届结果和名册永久保存"),
  ]

  /// 规范化自查 by each branch each half-year, and the inspector's own look at some.
  mutating func fileReviews() {
    for month in months.indices where months[month].month == 6 || months[month].month == 11 {
      for unit in 0..<Self.branchCount {
        let day = workday(month: month, 8 + unit % 8)
        guard isPast(day) else { continue }
        let isInspected = (unit + month) % 5 == 0
        review(unit, on: day, by: isInspected ? inspector : writer(unit, on: day))
      }
    }
  }

  private mutating func review(_ unit: Int, on day: Day, by reviewer: Int) {
    var fields = [
      DraftField("Organization", units[unit].id), DraftField("Checklist", "规范化自查"),
      DraftField("Revision", "1"), DraftField("Date", "\(day)"),
      DraftField("Reviewer", reference(reviewer)),
    ]
    let hasFloating = roster(unit, on: day).contains {
      station($0, on: day)?.isFloating ?? false
    }
    for item in Self.manualItems where !random.happens(200) {
      fields.append(DraftField("Item", item.id))
      fields.append(DraftField("Text", item.text))
      let answer: String
      var remark = ""
      switch item.id {
      case "C02" where !hasFloating: answer = "不适用"
      case "M01" where random.happens(200):
        answer = "部分达标"
        remark = "公开栏内容更新不够及时"
      case "L02" where random.happens(150):
        answer = "未达标"
        remark = "尚有问题未销号"
      default: answer = "达标"
      }
      fields.append(DraftField("Answer", answer))
      fields.append(DraftField("By", "人工"))
      if !remark.isEmpty { fields.append(DraftField("Remark", remark)) }
    }
    enter(
      "review", in: units[unit].id, by: reviewer,
      at: moment(day, minutes: random.between(950...1040)), fields)
  }

  // MARK: - Procedures

  mutating func fileProcedures() {
    for person in comrades.indices { admissionProcedure(person) }
    for person in transfers { transferProcedure(person) }
    pendingTransfer()
    nominations()
    electionProcedures()
  }

  private mutating func chain(
    _ kind: String, subject: String, _ steps: [StepNote], unit: (Day) -> Int
  ) {
    var previous: Int?
    for step in steps.sorted(by: { $0.day < $1.day }) where isPast(step.day) {
      let written = max(step.day, opening)
      let place = unit(written)
      var fields: [DraftField] = []
      if let previous { fields.append(DraftField("Follows", "", after: previous)) }
      fields += [
        DraftField("Organization", units[place].id), DraftField("Kind", kind),
        DraftField("Subject", subject), DraftField("Step", step.step),
        DraftField("Date", "\(step.day)"),
      ]
      if !step.result.isEmpty { fields.append(DraftField("Result", step.result)) }
      if let record = step.record {
        fields.append(DraftField("Evidence", "", after: record))
      }
      var at = moment(written, minutes: written == opening ? 900 : 1050, after: step.record)
      if let previous { at = max(at, drafts[previous].moment + 30) }
      previous = enter(
        "procedure", in: units[place].id, by: writer(place, on: written), at: at, fields)
    }
  }

  /// 发展党员, of everyone who was on the way at some time of the two years.
  private mutating func admissionProcedure(_ person: Int) {
    let comrade = comrades[person]
    guard let first = comrade.stations.first, first.status != .full else { return }
    var steps = [StepNote(day: comrade.applied, step: "递交入党申请书")]
    let place = otherPeople.first { $0.person == person }?.unit
    if person != parts[.notTalkedWith] {
      // Q12's applicant waited longer than a month.
      let wait = place == 11 ? 50 : 20
      steps.append(
        StepNote(
          day: workday(comrade.applied.adding(days: wait)), step: "党组织派人谈话",
          result: "了解入党动机和家庭情况"))
    }
    let activist: Day?
    switch first.status {
    case .probationary, .candidate: activist = workday(comrade.applied.adding(days: 90))
    case .activist: activist = first.since
    default: activist = comrade.stations.first { $0.status == .activist }?.since
    }
    let admitted = comrade.stations.compactMap(\.admitted).first
    let meeting = evidence.first { $0.person == person && $0.step == "支部大会讨论" }
    let gone = comrade.stations.compactMap(\.until).first
    if let activist {
      steps.append(
        StepNote(day: activist, step: "确定为入党积极分子", result: "指定两名正式党员为培养联系人"))
      let end = meeting?.day ?? admitted ?? gone ?? lastDay
      // Q1's was last looked at a year ago.
      let last = place == 0 ? min(end, lastDay.adding(days: -400)) : end
      var day = workday(activist.adding(days: 170))
      while day < last, day <= lastDay {
        steps.append(
          StepNote(
            day: day, step: "半年考察",
            result: random.pick(["表现良好，继续培养", "学习积极，工作主动", "理论学习需加强"])))
        day = workday(day.adding(days: 170))
      }
    }
    steps += preparation(of: person, first: first, admitted: admitted)
    for step in evidence where step.person == person && step.step.hasPrefix("支") {
      steps.append(
        StepNote(day: step.day, step: step.step, result: "通过", record: step.record))
    }
    if let approved = comrade.stations.compactMap(\.approved).first {
      steps.append(StepNote(day: approved, step: "上级党委审批", result: "同意"))
      steps.append(StepNote(day: workday(approved.adding(days: 20)), step: "入党宣誓"))
      steps.append(
        StepNote(
          day: workday(approved.adding(days: 170)), step: "预备期考察", result: "能够履行党员义务"))
    }
    if let full = comrade.stations.first(where: { $0.status == .full }) {
      let vote = evidence.first { $0.person == person && $0.step == "支部大会讨论转正" }?.day
      let approved = max(full.since, vote.map { workday($0.adding(days: 16)) } ?? full.since)
      steps.append(StepNote(day: approved, step: "上级党委审批转正", result: "同意"))
      steps.append(StepNote(day: workday(approved.adding(days: 12)), step: "材料归档"))
    }
    let stations = comrade.stations
    chain("发展党员", subject: comrade.reference, steps) { day in
      (stations.last { $0.since <= day } ?? first).unit
    }
  }

  /// 发展对象, 政治审查, 集中培训; and for who was on probation when the ledger began the assembly.
  private mutating func preparation(
    of person: Int, first: Station, admitted: Day?
  ) -> [StepNote] {
    let candidate: Day?
    switch first.status {
    case .probationary: candidate = admitted.map { workday($0.adding(days: -75)) }
    case .candidate: candidate = first.since
    default: candidate = comrades[person].stations.first { $0.status == .candidate }?.since
    }
    guard let candidate else { return [] }
    var steps = [StepNote(day: candidate, step: "确定为发展对象", result: "经支委会讨论并公示")]
    // Q6's was looked into only after the assembly.
    let isLate = first.status == .probationary && first.unit == 5
    steps.append(
      StepNote(
        day: workday(candidate.adding(days: isLate ? 90 : 14)), step: "政治审查", result: "合格"))
    let day = workday(candidate.adding(days: 24))
    if person == admissionPeople[8] {
      // A day is too short.
      var sheet = Sheet("培训", of: units[Self.committee].id, on: day)
      sheet.title = "发展对象培训"
      sheet.place = "教育中心"
      sheet.presider = inspector
      sheet.attendance.present = [person]
      sheet.hours = "8"
      sheet.minutes = "学习党章和发展党员工作的规定，讨论交流。"
      let record = isPast(day) ? file(sheet, unit: Self.committee) : nil
      steps.append(StepNote(day: day, step: "集中培训", result: "合格", record: record))
    } else {
      steps.append(StepNote(day: day, step: "集中培训", result: "3天，24学时，合格"))
    }
    if first.status == .probationary, let admitted {
      steps.append(StepNote(day: admitted, step: "支部大会讨论", result: "通过"))
    }
    return steps
  }

  /// 组织关系转接. Whoever goes is the branch's until the receipt has come.
  private mutating func transferProcedure(_ person: Int) {
    let stations = comrades[person].stations
    if let index = stations.firstIndex(where: { $0.left == "转出" }) {
      let day = stations[index].since
      let from = stations[index].unit
      // From Q3 the receipt took longer than the letter is valid; to Q8 none has come.
      var steps = [
        StepNote(
          day: workday(day.adding(days: from == 2 ? -38 : -9)), step: "开具组织关系介绍信",
          result: "有效期三十日")
      ]
      let place =
        stations.indices.contains(index + 1) ? units[stations[index + 1].unit].name : "接收单位"
      if from != 7 {
        steps.append(StepNote(day: day, step: "收到回执", result: "\(place)已接收"))
      }
      chain("组织关系转接", subject: comrades[person].reference, steps) { _ in from }
    } else if let first = stations.first {
      let steps = [
        StepNote(
          day: workday(first.since.adding(days: -8)), step: "开具组织关系介绍信", result: "由转出单位开具"),
        StepNote(day: workday(first.since.adding(days: -2)), step: "收到组织关系介绍信"),
        StepNote(day: first.since, step: "寄回回执", result: "已编入党小组"),
        StepNote(day: workday(first.since.adding(days: 4)), step: "收到回执", result: "转出单位已收到"),
      ]
      chain("组织关系转接", subject: comrades[person].reference, steps) { _ in first.unit }
    }
  }

  /// Q12's letter was issued, has run out, and the member is still there.
  private mutating func pendingTransfer() {
    guard let person = parts[.letterRunOut] else { return }
    chain(
      "组织关系转接", subject: comrades[person].reference,
      [
        StepNote(day: workday(lastDay.adding(days: -62)), step: "提出申请", result: "调往系统内其他单位"),
        StepNote(
          day: workday(lastDay.adding(days: -52)), step: "开具组织关系介绍信", result: "有效期三十日"),
      ]
    ) { _ in 11 }
  }

  /// 举荐 in its five stages; of each pair one was chosen in the end, the other waits.
  private mutating func nominations() {
    let meetings = evidence.filter { $0.step == "举荐会" }
    for (index, meeting) in meetings.enumerated() {
      guard let unit = station(meeting.person, on: meeting.day)?.unit else { continue }
      var steps = [
        StepNote(day: workday(meeting.day.adding(days: -30)), step: "推荐", result: "网格长推荐"),
        StepNote(
          day: workday(meeting.day.adding(days: -12)), step: "支部研究初选", result: "列为举荐对象"),
        StepNote(day: meeting.day, step: "举荐会", result: "评荐意见一致", record: meeting.record),
      ]
      if index % 2 == 0 {
        steps += [
          StepNote(day: workday(meeting.day.adding(days: 20)), step: "评出", result: "季度优秀民警"),
          StepNote(day: workday(meeting.day.adding(days: 45)), step: "十大百优", result: "入选"),
        ]
      }
      chain("举荐", subject: comrades[meeting.person].reference, steps) { _ in unit }
    }
  }

  // MARK: - 换届

  private mutating func electionProcedures() {
    for election in evidence where election.step == "党员大会选举" {
      let day = election.day
      guard let unit = station(election.person, on: day)?.unit else { continue }
      var steps = [
        StepNote(day: workday(day.adding(days: -48)), step: "报送换届请示"),
        StepNote(day: workday(day.adding(days: -30)), step: "上级批复同意换届"),
        StepNote(day: workday(day.adding(days: -12)), step: "候选人酝酿和考察", result: "差额一名"),
        StepNote(day: day, step: "党员大会选举", result: "选举有效", record: election.record),
        StepNote(day: workday(day.adding(days: 9)), step: "上级批复选举结果", result: "同意"),
      ]
      // Q13 elected before its time, so that nobody reminded it.
      if unit != 12 {
        steps.append(
          StepNote(
            day: workday(day.adding(days: -170)), step: "上级提醒", result: "任期将于六个月内届满"))
      }
      chain("换届", subject: "\(units[unit].name)委员会", steps) { _ in unit }
    }
    for (unit, ago) in [(6, 40), (10, 300)] {
      chain(
        "换届", subject: "\(units[unit].name)委员会",
        [
          StepNote(
            day: workday(lastDay.adding(days: -ago)), step: "上级提醒", result: "任期将于六个月内届满")
        ]
      ) { _ in unit }
    }
    // Q6's term was prolonged in time, Q12's after it had run out and by more than a year.
    for (unit, granted, prolonged) in [(5, -30, 9), (11, 30, 14)] {
      guard let term = units[unit].terms.last(where: { $0.elected != nil }),
        let ends = term.elected?.adding(years: 3)
      else { continue }
      chain(
        "换届", subject: "\(units[unit].name)委员会",
        [
          StepNote(day: workday(ends.adding(days: -170)), step: "上级提醒", result: "任期将于六个月内届满"),
          StepNote(
            day: workday(ends.adding(days: granted)), step: "延期批复",
            result: "同意延期至\(ends.adding(months: prolonged))"),
        ]
      ) { _ in unit }
    }
  }
}
