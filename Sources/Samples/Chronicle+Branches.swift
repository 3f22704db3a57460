import OrganizationLife

/// What a branch usually does when.
private struct Habit {
  /// The month of the quarter with the assembly, and with the lesson, from 0.
  var assembly: Int
  var lesson: Int
  /// The month of the 组织生活会.
  var lifeMeeting: Int
  /// The appraisal is part of it rather than a meeting in January.
  var isCombined: Bool
}

extension Chronicle {
  /// Everything that branches and their groups hold, month after month.
  mutating func holdBranchActivities() {
    for unit in Array(0...Self.temporaryBranch) + [Self.jointBranch, Self.dutyPost]
    where !units[unit].terms.isEmpty {
      let assembly = unit == 1 ? 0 : random.below(3)
      let habit = Habit(
        assembly: assembly, lesson: (assembly + 1) % 3, lifeMeeting: random.pick([11, 12, 12]),
        isCombined: unit % 2 == 0)
      for month in months.indices { hold(unit, month, habit) }
    }
  }

  /// Whether a meeting was missed; Q2 missed none of this year's.
  private mutating func isMissed(_ unit: Int, _ month: Int, perMille: Int) -> Bool {
    let falls = random.happens(perMille)
    return falls && !(unit == 1 && months[month].year == today.year)
  }

  private func exists(_ unit: Int, on day: Day) -> Bool {
    let founded = units[unit].founded
    return founded <= day && units[unit].until.map { day <= $0 } ?? true
  }

  private mutating func hold(_ unit: Int, _ month: Int, _ habit: Habit) {
    let calendarMonth = months[month].month
    let isThisMonth = month == months.count - 1
    let isOctober = unit == 1 && calendarMonth == 10 && months[month].year == today.year
    let isAfterSeptember = unit == 1 && calendarMonth >= 10 && months[month].year == today.year
    let agenda = agenda[unit * 100 + month] ?? []

    var taken: [Day] = agenda.first.map { [$0.day] } ?? []
    let committee = workday(month: month, random.between(2...24))
    let themeDay = free(workday(month: month, units[unit].themeDay), taken: &taken)
    let assemblyDay =
      agenda.first?.day ?? free(workday(month: month, random.between(6...26)), taken: &taken)
    let lessonDay = free(workday(month: month, random.between(8...27)), taken: &taken)
    let studyDay = free(workday(month: month, random.between(4...27)), taken: &taken)

    if isHeld(unit, on: committee), !(unit == 1 && isThisMonth),
      !isMissed(unit, month, perMille: 30)
    {
      holdCommittee(unit, on: committee, agenda: agenda)
    }
    let isRegular = (calendarMonth - 1) % 3 == habit.assembly
    if isHeld(unit, on: assemblyDay),
      !agenda.isEmpty || isRegular && !isMissed(unit, month, perMille: 25)
    {
      holdAssembly(unit, on: assemblyDay, agenda: agenda, month: month)
    }
    let wantsLesson =
      (calendarMonth - 1) % 3 == habit.lesson && !isAfterSeptember
      && !isMissed(unit, month, perMille: 50)
    let isJoined = random.happens(380)
    if isHeld(unit, on: themeDay), !isOctober, !isMissed(unit, month, perMille: 22) {
      holdThemeDay(unit, on: themeDay, month: month, withLesson: wantsLesson && isJoined)
    } else if wantsLesson, isJoined, isHeld(unit, on: lessonDay) {
      holdLesson(unit, on: lessonDay)
    }
    if wantsLesson, !isJoined, isHeld(unit, on: lessonDay) { holdLesson(unit, on: lessonDay) }
    if isHeld(unit, on: studyDay), random.happens(900) { holdStudy(unit, on: studyDay) }
    if units[unit].groupCount > 0 {
      for group in 1...units[unit].groupCount {
        let day = workday(month: month, random.between(3...22))
        if isPast(day), !isMissed(unit, month, perMille: 45) {
          holdGroupMeeting(unit, group: group, on: day)
        }
      }
    }
    if [0, 6, 12, 13].contains(unit) {
      let day = workday(month: month, random.between(12...25))
      if isPast(day) { celebrate(unit, on: day) }
    }
    endYear(unit, month, habit)
  }

  private func isHeld(_ unit: Int, on day: Day) -> Bool { isPast(day) && exists(unit, on: day) }

  /// That day, or the next working one on which the branch has nothing else in the afternoon.
  private func free(_ day: Day, taken: inout [Day]) -> Day {
    var found = day
    var steps = 0
    while taken.contains(found), steps < 6 {
      let next = workday(found.adding(days: 1))
      found = next.month == day.month ? next : workday(found.adding(days: -3 - steps))
      steps += 1
    }
    taken.append(found)
    return found
  }

  // MARK: - 支委会

  private mutating func holdCommittee(_ unit: Int, on day: Day, agenda: [AgendaItem]) {
    let people = officers(unit, on: day).filter { station($0, on: day)?.unit == unit }.sorted()
    guard fullMembers(unit, on: day) >= 7, people.count >= 2 else { return }
    let attendance = attendance(
      of: people, unit: unit, on: day, voters: (people.count + 1) / 2 + 1, percent: 70)
    var sheet = Sheet("支委会", of: units[unit].id, on: day)
    sheet.number = number("支委会", of: sheet.organization, on: day)
    time(&sheet, from: 520, lasting: 70)
    sheet.place = place(unit)
    sheet.attendance = attendance
    let host = presider(unit, attendance, on: day)
    sheet.presider = host
    sheet.recorder = recorder(unit, attendance, presider: host, on: day)
    sheet.items.append(
      study(
        random.pick(Texts.studies(in: units[unit].field)), prefix: "第一议题：学习", presider: host,
        speakers: speakers(1 + random.below(2), of: attendance, but: host), unit: unit))
    if random.happens(450) { sheet.items.append(report(by: host)) }
    for item in agenda {
      guard case .admission(let person, _) = item.matter, day < item.day else { continue }
      sheet.items.append(examination(of: person, attendance, host: host, unit: unit))
    }
    for (index, discussion) in topics(unit, on: day).prefix(random.happens(420) ? 2 : 1)
      .enumerated()
    {
      sheet.items.append(
        discuss(
          discussion, presider: host, speakers: speakers(2, of: attendance, but: host), unit: unit,
          on: day, isOwned: index == 0))
    }
    if random.happens(500) { sheet.summary = random.pick(Texts.summaries) }
    let record = file(sheet, unit: unit)
    for item in agenda {
      guard case .admission(let person, _) = item.matter, day < item.day else { continue }
      evidence.append(Evidence(person: person, step: "支委会审查", record: record, day: day))
    }
  }

  private mutating func examination(
    of person: Int, _ attendance: Attendance, host: Int, unit: Int
  ) -> SheetItem {
    var item = SheetItem(title: "审查\(name(person))同志入党材料", kind: .vote, about: [person])
    item.minutes = [
      said(host, "对发展对象的培养教育、政治审查、集中培训和公示情况进行审查，请各位委员发表意见。"),
      said(
        speakers(1, of: attendance, but: host).first ?? host, "材料齐全，程序完备，平时表现好，同意提交大会讨论。"),
    ].joined(separator: "\n")
    let present = attendance.present.count + attendance.video.count
    // In one branch it is typed as if the committee took somebody in.
    let category: VoteCategory = unit == 9 ? .admission : .committee
    item.votes = [vote(on: person, category, method: "举手", counts: (present, 0, 0))]
    item.resolution = "同意提交支部党员大会讨论。"
    return item
  }

  /// What the committee talks about at that time of the year.
  mutating func topics(_ unit: Int, on day: Day) -> [Discussion] {
    let seasonal: String? =
      switch day.month {
      case 1: "研究支部年度工作计划"
      case 2: "研究党费收缴核定"
      case 5: "研究评先推荐工作"
      case 6: "研究夏季安全和防汛工作"
      case 9: "研究节日期间廉政提醒"
      case 11: "研究组织生活会准备工作"
      default: nil
      }
    let fixed = ["研究支部年度工作计划", "研究党费收缴核定", "研究评先推荐工作", "研究夏季安全和防汛工作", "研究组织生活会准备工作"]
    let all = Texts.discussions(in: units[unit].field)
    let free = all.filter { !fixed.contains($0.title) }
    let first = all.first { $0.title == seasonal }
    let others = random.take(2, of: free).filter { $0.title != seasonal }
    guard let first, random.happens(750) else { return others }
    return [first] + others
  }

  // MARK: - 党小组会

  private mutating func holdGroupMeeting(_ unit: Int, group: Int, on day: Day) {
    let people = roster(unit, group: group, on: day)
    guard people.count >= 2 else { return }
    var attendance = attendance(of: people, unit: unit, on: day, percent: 90)
    // The head of the group chooses a day on which he or she is there.
    let leader = units[unit].leaders[group - 1]
    if let index = attendance.absent.firstIndex(where: { $0.person == leader }),
      !(unit == 8 && day.month == 8)
    {
      attendance.absent.remove(at: index)
      attendance.present = (attendance.present + [leader]).sorted()
    } else if attendance.video.contains(leader) {
      attendance.video.removeAll { $0 == leader }
      attendance.present = (attendance.present + [leader]).sorted()
    }
    let host = attendance.present.contains(leader) ? leader : attendance.present[0]
    var sheet = Sheet("党小组会", of: units[unit].groupIdentifier(group), on: day)
    sheet.number = number("党小组会", of: sheet.organization, on: day)
    time(&sheet, from: 990, lasting: 40)
    sheet.place = place(unit)
    sheet.attendance = attendance
    sheet.presider = host
    sheet.recorder = attendance.present.last { $0 != host } ?? host
    if random.happens(560) {
      sheet.items.append(
        study(
          random.pick(Texts.studies(in: units[unit].field)), prefix: "学习", presider: host,
          speakers: speakers(1 + random.below(2), of: attendance, but: host), unit: unit))
    }
    if sheet.items.isEmpty || random.happens(600) {
      let topic = random.pick(Texts.groupTopics(in: units[unit].field))
      let people = speakers(2 + random.below(2), of: attendance, but: host)
      var lines = zip(people, random.take(people.count, of: topic.remarks)).map { said($0, $1) }
      lines.append(
        said(host, random.pick(["意见我汇总后报支部。", "大家讲得实在，按说的去做。", "下次会议再对一对落实情况。", "请大家互相提醒。"])))
      var item = SheetItem(
        title: topic.title, kind: .discussion, minutes: lines.joined(separator: "\n"))
      if !random.happens(50) {
        item.resolution = random.pick(["形成一致意见，由小组长报支部委员会。", "按讨论意见执行。", "小组意见一致。"])
      }
      sheet.items.append(item)
    }
    file(sheet, unit: unit)
  }

  // MARK: - 党课 政治学习 政治生日

  private mutating func holdLesson(_ unit: Int, on day: Day) {
    let lesson = random.pick(Texts.lessons(in: units[unit].field))
    var sheet = Sheet("党课", of: units[unit].id, on: day)
    sheet.number = number("党课", of: sheet.organization, on: day)
    time(&sheet, from: 870, lasting: 100)
    sheet.title = lesson.title
    sheet.place = place(unit)
    sheet.attendance = attendance(of: roster(unit, on: day), unit: unit, on: day)
    let host = presider(unit, sheet.attendance, on: day)
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    sheet.lecturers = [lecturer(unit, sheet.attendance, host: host, on: day)]
    sheet.presider = host
    sheet.attending = guests(unit, on: day, perMille: 700)
    sheet.hours = "2"
    if random.happens(120) { sheet.counts = ["政治学习"] }
    var lines = [
      Self.fill(random.pick(Texts.lessonIntroductions), [("t", "《\(lesson.title)》")])
    ]
    for (mark, point) in zip(["一是", "二是", "三是"], lesson.points) { lines.append(mark + point) }
    for person in speakers(2, of: sheet.attendance, but: host) {
      lines.append(said(person, remark(on: lesson.subject, unit: unit)))
    }
    sheet.minutes = lines.joined(separator: "\n")
    if random.happens(250) { sheet.tags = ["维度=学用"] }
    file(sheet, unit: unit)
  }

  /// Mostly the secretary, else another officer, sometimes someone from above.
  private mutating func lecturer(
    _ unit: Int, _ attendance: Attendance, host: Int, on day: Day
  ) -> String {
    if random.happens(100), unit != Self.offices { return reference(inspector) }
    if random.happens(550) { return reference(host) }
    let others = officers(unit, on: day).filter { attendance.present.contains($0) }
    return reference(random.pick(others.isEmpty ? [host] : others))
  }

  private mutating func holdStudy(_ unit: Int, on day: Day) {
    let text = random.pick(Texts.studies(in: units[unit].field))
    var sheet = Sheet("政治学习", of: units[unit].id, on: day)
    let hours = random.pick([3, 4, 4])
    sheet.start = "14:00"
    sheet.end = Self.clock(840 + hours * 60)
    sheet.title = "集中学习\(text.title)"
    sheet.place = place(unit)
    sheet.attendance = attendance(of: roster(unit, on: day), unit: unit, on: day, percent: 110)
    let host = presider(unit, sheet.attendance, on: day)
    sheet.presider = host
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    sheet.hours = "\(hours)"
    let item = study(
      text, prefix: "", presider: host,
      speakers: speakers(1 + random.below(3), of: sheet.attendance, but: host), unit: unit)
    sheet.minutes = item.minutes
    if random.happens(200) { sheet.tags = ["维度=学用"] }
    if units[unit].field == .retired, random.happens(500) {
      sheet.tags.append("送学")
      sheet.notes = ["对行动不便的老党员，由小组长送学上门。"]
    }
    file(sheet, unit: unit)
  }

  /// Those whose political birthday falls in the month.
  func birthdays(_ unit: Int, on day: Day) -> [Int] {
    roster(unit, on: day).filter { person in
      guard let admitted = station(person, on: day)?.admitted else { return false }
      return admitted.month == day.month && admitted.year < day.year
    }
  }

  private mutating func celebrate(_ unit: Int, on day: Day) {
    let people = birthdays(unit, on: day)
    guard !people.isEmpty else { return }
    var sheet = Sheet("政治生日", of: units[unit].id, on: day)
    time(&sheet, from: 540, lasting: 40)
    sheet.title = "\(day.month)月份政治生日"
    sheet.place = place(unit)
    sheet.attendance = attendance(of: roster(unit, on: day), unit: unit, on: day)
    let host = presider(unit, sheet.attendance, on: day)
    sheet.presider = host
    sheet.items = [birthdayItem(people, host: host, sheet.attendance, on: day)]
    sheet.items.append(
      SheetItem(
        title: "重温入党誓词", kind: .part,
        minutes: Self.fill(random.pick(Texts.oath), [("p", name(host))])))
    file(sheet, unit: unit)
  }

  func birthdayItem(
    _ people: [Int], host: Int, _ attendance: Attendance, on day: Day
  ) -> SheetItem {
    let years = people.compactMap { person in
      station(person, on: day)?.admitted.map { (person, day.year - $0.year) }
    }
    var lines = [
      said(
        host,
        "本月过政治生日的有" + years.map { "\(name($0.0))（第\($0.1)个）" }.joined(separator: "、")
          + "，送上政治生日贺卡。")
    ]
    if let person = people.first(where: { attendance.present.contains($0) }) {
      lines.append(said(person, "回忆入党经过，感谢组织培养，今后继续以党员标准严格要求自己。"))
    }
    return SheetItem(
      title: "赠送政治生日贺卡", kind: .part, about: people, minutes: lines.joined(separator: "\n"))
  }
}

extension Chronicle {
  /// 组织生活会, 民主评议 and the talks before them, when their time has come.
  private mutating func endYear(_ unit: Int, _ month: Int, _ habit: Habit) {
    guard unit < Self.branchCount else { return }
    let first = months[month]
    let isTime =
      first.month == habit.lifeMeeting || (month == 0 && first.month == 12)
    // One branch let a year go by.
    let isForgotten = unit == 10 && (6...15).contains(month)
    if isTime, !isForgotten {
      let day = workday(month: month, 14 + (unit * 5) % 13)
      holdTalks(unit, before: day)
      if isPast(day) { holdLifeMeeting(unit, on: day, isCombined: habit.isCombined) }
    }
    if first.month == 6 { holdTalks(unit, before: workday(month: month, 28), pairs: 4) }
    if first.month == 1, !habit.isCombined {
      let day = workday(month: month, 9 + unit % 12)
      if isPast(day) { holdAppraisal(unit, on: day) }
    }
  }
}
