import OrganizationLife

extension Chronicle {
  /// 主题党日, sometimes with a lesson (`Counts: 党课`) or political birthdays, sometimes in two
  /// sittings.
  mutating func holdThemeDay(_ unit: Int, on day: Day, month: Int, withLesson: Bool) {
    let theme = random.pick(Texts.themes(in: units[unit].field))
    var sheet = Sheet("主题党日", of: units[unit].id, on: day)
    sheet.number = number("主题党日", of: sheet.organization, on: day)
    time(&sheet, from: 860, lasting: 120)
    sheet.title = theme.title
    sheet.place =
      theme.part.contains("参观") ? "革命纪念馆" : theme.part == "志愿服务" ? "家属区" : place(unit)
    let people = roster(unit, on: day)
    let isSplit = (unit == 2 && month == 10) || (unit == 0 && month == 20)
    sheet.attendance = attendance(
      of: isSplit ? Array(people.prefix(people.count / 2)) : people, unit: unit, on: day)
    fill(&sheet, theme, unit: unit, withLesson: withLesson)
    guard isSplit else {
      file(sheet, unit: unit)
      return
    }
    // 分批: the second sitting says who came to neither.
    sheet.sitting = "1/2"
    let missing = sheet.attendance.absent
    sheet.attendance.absent = []
    file(sheet, unit: unit)
    let next = workday(day.adding(days: 2))
    guard isPast(next) else { return }
    var second = Sheet("主题党日", of: sheet.organization, on: next)
    second.number = sheet.number
    second.sitting = "2/2"
    second.title = sheet.title
    second.place = sheet.place
    time(&second, from: 540, lasting: 120)
    second.attendance = attendance(
      of: Array(people.dropFirst(people.count / 2)), unit: unit, on: next)
    second.attendance.absent += missing
    fill(&second, theme, unit: unit, withLesson: withLesson)
    second.notes = ["因勤务安排分两批开展，本场为第二批。"]
    file(second, unit: unit)
  }

  private mutating func fill(
    _ sheet: inout Sheet, _ theme: Theme, unit: Int, withLesson: Bool
  ) {
    let day = sheet.date
    let host = presider(unit, sheet.attendance, on: day)
    sheet.presider = host
    sheet.recorder = recorder(unit, sheet.attendance, presider: host, on: day)
    sheet.attending = guests(unit, on: day, perMille: 650)
    var items: [SheetItem] = []
    func add(_ title: String, _ minutes: String) {
      items.append(SheetItem(title: title, kind: .part, minutes: minutes))
    }
    if random.happens(520) {
      add("重温入党誓词", Self.fill(random.pick(Texts.oath), [("p", name(host))]))
    }
    let texts = Texts.studies.filter { $0.subject == theme.subject }
    if random.happens(560), !texts.isEmpty {
      let text = random.pick(texts)
      add("集中学习\(text.title)", said(host, random.pick(text.points)))
    }
    add(theme.part, theme.record)
    if withLesson {
      let lesson = random.pick(Texts.lessons(in: units[unit].field))
      sheet.counts.append("党课")
      sheet.lecturers = [reference(host)]
      sheet.hours = "2"
      add("书记讲党课：\(lesson.title)", lesson.points.joined(separator: "\n"))
    } else if random.happens(500) {
      sheet.hours = "2"
    }
    if random.happens(860) {
      let people = speakers(2 + random.below(2), of: sheet.attendance, but: host)
      add(
        "党员发言讨论",
        people.map { said($0, remark(on: theme.subject, unit: unit)) }.joined(separator: "\n"))
    }
    let celebrated = birthdays(unit, on: day)
    if !celebrated.isEmpty, ![0, 6, 12, 13].contains(unit), random.happens(560) {
      sheet.counts.append("政治生日")
      items.append(birthdayItem(celebrated, host: host, sheet.attendance, on: day))
    }
    if random.happens(560) { add("现场点评", said(host, random.pick(Texts.commentaries))) }
    if random.happens(160) {
      sheet.tags.append(random.pick(["维度=学用", "维度=目标", "维度=组织"]))
    }
    sheet.items = items
  }
}
