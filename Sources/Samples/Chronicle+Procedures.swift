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
    var steps = [
      StepNote(day: comrade.applied, step: "递交入党申请书"),
      StepNote(
        day: workday(comrade.applied.adding(days: 20)), step: "党组织派人谈话",
        result: "了解入党动机和家庭情况"),
    ]
    let activist: Day?
    switch first.status {
    case .probationary: activist = comrade.applied.adding(days: 240)
    case .activist, .candidate: activist = first.since
    default: activist = comrade.stations.first { $0.status == .activist }?.since
    }
    let admitted = comrade.stations.compactMap(\.admitted).first
    let meeting = evidence.first { $0.person == person && $0.step == "支部大会讨论" }
    let gone = comrade.stations.compactMap(\.until).first
    if let activist {
      steps.append(
        StepNote(day: activist, step: "确定为入党积极分子", result: "指定两名正式党员为培养联系人"))
      let end = meeting?.day ?? admitted ?? gone ?? lastDay
      var day = workday(activist.adding(months: 6))
      while day < end, day <= lastDay {
        if !random.happens(100) {
          steps.append(
            StepNote(
              day: day, step: "半年考察",
              result: random.pick(["表现良好，继续培养", "学习积极，工作主动", "理论学习需加强"])))
        }
        day = workday(day.adding(months: 6))
      }
    }
    let candidate =
      first.status == .candidate
      ? workday(opening.adding(days: -40))
      : comrade.stations.first { $0.status == .candidate }?.since
    if let candidate {
      steps += [
        StepNote(day: candidate, step: "确定为发展对象", result: "经支委会讨论并公示"),
        StepNote(day: workday(candidate.adding(days: 14)), step: "政治审查", result: "合格"),
        StepNote(day: workday(candidate.adding(days: 24)), step: "集中培训", result: "3天，24学时，合格"),
      ]
    }
    for step in evidence where step.person == person {
      steps.append(
        StepNote(day: step.day, step: step.step, result: "通过", record: step.record))
    }
    if let approved = comrade.stations.compactMap(\.approved).first, meeting != nil {
      steps.append(StepNote(day: approved, step: "上级党委审批", result: "同意"))
      steps.append(StepNote(day: workday(approved.adding(days: 20)), step: "入党宣誓"))
      steps.append(
        StepNote(
          day: workday(approved.adding(days: 170)), step: "预备期考察", result: "能够履行党员义务"))
    }
    if let full = comrade.stations.first(where: { $0.status == .full }) {
      steps.append(StepNote(day: full.since, step: "上级党委审批转正", result: "同意"))
      steps.append(StepNote(day: workday(full.since.adding(days: 12)), step: "材料归档"))
    }
    let stations = comrade.stations
    chain("发展党员", subject: comrade.reference, steps) { day in
      (stations.last { $0.since <= day } ?? first).unit
    }
  }

  private mutating func transferProcedure(_ person: Int) {
    let stations = comrades[person].stations
    if let index = stations.firstIndex(where: { $0.left == "转出" }) {
      let day = stations[index].since
      let from = stations[index].unit
      var steps = [StepNote(day: workday(day), step: "开具组织关系介绍信", result: "有效期三十日")]
      let place =
        stations.indices.contains(index + 1) ? units[stations[index + 1].unit].name : "接收单位"
      steps.append(
        StepNote(
          day: workday(day.adding(days: 5)), step: "收到回执", result: "\(place)已接收"))
      chain("组织关系转接", subject: comrades[person].reference, steps) { _ in from }
    } else if let first = stations.first {
      let steps = [
        StepNote(day: workday(first.since), step: "收到组织关系介绍信"),
        StepNote(day: workday(first.since.adding(days: 3)), step: "寄回回执", result: "已编入党小组"),
      ]
      chain("组织关系转接", subject: comrades[person].reference, steps) { _ in first.unit }
    }
  }

  private mutating func electionProcedures() {
    if let election = evidence.first(where: { $0.step == "党员大会选举" }) {
      let day = election.day
      chain(
        "换届", subject: "\(units[3].name)委员会",
        [
          StepNote(day: workday(day.adding(days: -170)), step: "上级提醒", result: "任期将于六个月内届满"),
          StepNote(day: workday(day.adding(days: -48)), step: "报送换届请示"),
          StepNote(day: workday(day.adding(days: -30)), step: "上级批复同意换届"),
          StepNote(day: workday(day.adding(days: -12)), step: "候选人酝酿和考察", result: "差额一名"),
          StepNote(day: day, step: "党员大会选举", result: "选举有效", record: election.record),
          StepNote(day: workday(day.adding(days: 9)), step: "上级批复选举结果", result: "同意"),
        ]
      ) { _ in 3 }
    }
    chain(
      "换届", subject: "\(units[6].name)委员会",
      [StepNote(day: workday(lastDay.adding(days: -40)), step: "上级提醒", result: "任期将于六个月内届满")]
    ) { _ in 6 }
    chain(
      "换届", subject: "\(units[10].name)委员会",
      [StepNote(day: workday(lastDay.adding(months: -10)), step: "上级提醒", result: "任期将于六个月内届满")]
    ) { _ in 10 }
  }
}
