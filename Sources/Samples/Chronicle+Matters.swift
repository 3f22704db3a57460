import OrganizationLife

/// A matter being written.
private struct MatterNote {
  var organization: String
  var kind: String
  var title: String
  var opened: Day
  var owners: [Int] = []
  var due: Day?
  var source: (record: Int, rest: String)?
  var cause = ""
  var state = "办理中"
  var closed: Day?
  var result = ""
  var confirmer: Int?
  var follows: Int?
}

extension Chronicle {
  /// What became of resolutions, absences, findings and wishes.
  mutating func fileOpenMatters() {
    settleResolutions()
    makeUpLessons()
    inspect()
    demandImprovement()
    for unit in 0..<Self.branchCount { fileOwnMatters(unit) }
  }

  /// A moment of that day, but after the record it speaks of was written.
  mutating func moment(_ day: Day, minutes: Int, after record: Int?) -> Int64 {
    let wanted = moment(day, minutes: minutes)
    guard let record else { return wanted }
    return max(wanted, drafts[record].moment + 240)
  }

  @discardableResult
  private mutating func write(_ note: MatterNote, by author: Int, at moment: Int64) -> Int {
    var fields: [DraftField] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { fields.append(DraftField(name, value)) }
    }
    if let follows = note.follows { fields.append(DraftField("Follows", "", after: follows)) }
    add("Organization", note.organization)
    add("Kind", note.kind)
    add("Title", note.title)
    add("Opened", "\(note.opened)")
    for owner in note.owners { add("Owner", reference(owner)) }
    add("Due", note.due.map { "\($0)" } ?? "")
    if let source = note.source {
      fields.append(DraftField("Source", source.rest, after: source.record))
    }
    add("Cause", note.cause)
    add("State", note.state)
    add("Closed", note.closed.map { "\($0)" } ?? "")
    add("Result", note.result)
    add("Confirmed", note.confirmer.map { reference($0) } ?? "")
    return enter("matter", in: note.organization, by: author, at: moment, fields)
  }

  /// 决议落实: mostly done in time; the newest still run, and a few have run over.
  private mutating func settleResolutions() {
    var leftOver: Set<Int> = []
    for resolution in resolutions {
      let unit = resolution.unit
      var note = MatterNote(
        organization: resolution.organization, kind: "决议落实", title: resolution.title,
        opened: resolution.opened, owners: resolution.owners, due: resolution.due,
        source: (resolution.record, "#\(resolution.item)"))
      let overdue = resolution.due.days(until: lastDay)
      if [1, 4, 7].contains(unit), (3...40).contains(overdue), leftOver.insert(unit).inserted {
        note.result = "已完成一部分，因协调原因未能按期完成。"
        write(
          note, by: writer(unit, on: resolution.due),
          at: moment(resolution.due, minutes: 1010, after: resolution.record))
        continue
      }
      let early = random.below(7)
      let closed = workday(
        max(resolution.opened.adding(days: 1), resolution.due.adding(days: -early)))
      var previous: Int?
      if random.happens(140) {
        let middle = workday(
          resolution.opened.adding(days: resolution.opened.days(until: closed) / 2))
        if middle < closed, isPast(middle) {
          note.result = random.pick(["正在办理。", "已完成前期准备。", "已落实一半。"])
          note.state = random.pick(["办理中", "阶段完成"])
          previous = write(
            note, by: writer(unit, on: middle),
            at: moment(middle, minutes: 1000, after: resolution.record))
        }
      }
      guard isPast(closed) else { continue }
      note.follows = previous
      note.state = "已办结"
      note.closed = closed
      note.result = resolution.outcome
      let confirmer =
        units[unit].isBranch ? secretary(unit, on: closed) : officers(unit, on: closed).first
      note.confirmer = confirmer
      write(
        note, by: writer(unit, on: closed),
        at: moment(closed, minutes: 1030, after: previous ?? resolution.record))
    }
  }

  /// 补学, one record for each meeting that some missed.
  private mutating func makeUpLessons() {
    for lesson in missed {
      let age = lesson.date.days(until: lastDay)
      guard random.happens(age > 60 ? 975 : age > 30 ? 800 : 350) else { continue }
      let people = lesson.absent.filter { person in
        station(person, on: lesson.date)?.rights == .normal && random.happens(985)
          && !comrades[person].isAway(on: lesson.date)
      }
      let day = workday(lesson.date.adding(days: random.between(4...19)))
      guard !people.isEmpty, isPast(day) else { continue }
      if makeUpOtherwise(lesson, people, on: day) { continue }
      let title = lesson.title.isEmpty ? "补学" : "补学：\(lesson.title)"
      var note = MatterNote(
        organization: units[lesson.unit].id, kind: "补学", title: title, opened: lesson.date,
        owners: people, source: (lesson.record, ""))
      note.state = "已办结"
      note.closed = day
      note.result = random.pick(["传阅学习材料并签名。", "由小组长带学，已签名。", "备勤期间补学，已交流体会。"])
      note.confirmer = secretary(lesson.unit, on: day)
      write(
        note, by: writer(lesson.unit, on: day),
        at: moment(day, minutes: 1040, after: lesson.record))
    }
  }

  /// Q4 makes up at a meeting of its own, Q7 with notes, each naming what was missed.
  private mutating func makeUpOtherwise(
    _ lesson: MissedLesson, _ people: [Int], on wanted: Day
  ) -> Bool {
    let unit = lesson.unit
    // Only what is written down can be named.
    let written = Day(number: Int32(drafts[lesson.record].moment / 86_400))
    let day = max(wanted, workday(written.adding(days: 1)))
    guard isPast(day) else { return false }
    let title = lesson.title.isEmpty ? "补学" : "补学：\(lesson.title)"
    let here = people.filter { station($0, on: day)?.unit == unit }
    guard here.count == people.count else { return false }
    switch unit {
    case 3:
      var sheet = Sheet("专题研讨", of: units[unit].id, on: day)
      let host = secretary(unit, on: day)
      sheet.title = title
      sheet.place = place(unit)
      sheet.presider = host
      sheet.attendance.present = Set(here + [host]).sorted()
      time(&sheet, from: 930, lasting: 50)
      sheet.minutes = said(host, "组织缺席同志学习当日内容，交流体会。")
      sheet.madeUp = [lesson.record]
      file(sheet, unit: unit)
    case 6:
      for person in here {
        enter(
          "document", in: units[unit].id, by: writer(unit, on: day),
          at: moment(day, minutes: 1035, after: lesson.record),
          [
            DraftField("Organization", units[unit].id), DraftField("Kind", "学习笔记"),
            DraftField("Title", title), DraftField("Date", "\(day)"),
            DraftField("Author", reference(person)), DraftField("Count", "1"),
            DraftField(makingUpFor: lesson.record),
          ])
      }
    default: return false
    }
    return true
  }

  /// Q4's member who was given half a year to improve more than a year ago.
  private mutating func demandImprovement() {
    guard let person = parts[.correcting], let unit = station(person, on: lastDay)?.unit else {
      return
    }
    let day = workday(lastDay.adding(months: -13))
    let note = MatterNote(
      organization: units[unit].id, kind: "限期改正", title: "\(name(person))同志限期改正",
      opened: day, owners: [person], due: day.adding(months: 6), cause: "不按时参加组织生活，经教育仍有反复")
    write(note, by: writer(unit, on: day), at: moment(day, minutes: 1025))
  }

  /// 检查问题: opened and closed by the inspector, answered by the branch.
  private mutating func inspect() {
    var found: Set<String> = []
    for month in months.indices where month % 3 == 1 || month == 22 {
      for unit in random.take(4, of: Array(0..<Self.branchCount)) {
        let day = workday(month: month, random.between(10...24))
        guard isPast(day) else { continue }
        for finding in random.take(random.between(1...2), of: Texts.findings)
        where found.insert("\(unit) \(finding.title)").inserted {
          follow(finding, unit: unit, on: day)
        }
      }
    }
    // Answered by Q6, and not closed yet by the level that opened it.
    let answered = Texts.findings[2]
    var waiting = MatterNote(
      organization: units[5].id, kind: "检查问题", title: answered.title,
      opened: workday(lastDay.adding(days: -24)))
    waiting.owners = [secretary(5, on: waiting.opened)]
    waiting.due = lastDay.adding(days: 6)
    waiting.follows = write(waiting, by: inspector, at: moment(waiting.opened, minutes: 1021))
    waiting.state = "待销号"
    waiting.cause = answered.cause
    waiting.result = answered.result
    let day = workday(lastDay.adding(days: -5))
    write(
      waiting, by: writer(5, on: day), at: moment(day, minutes: 941, after: waiting.follows))
    // Closed in spring, found again in autumn.
    let finding = Texts.findings[6]
    follow(finding, unit: 7, on: workday(lastDay.adding(days: -240)))
    var note = MatterNote(
      organization: units[7].id, kind: "检查问题", title: finding.title,
      opened: workday(lastDay.adding(days: -52)))
    note.owners = [secretary(7, on: note.opened)]
    note.due = lastDay.adding(days: -14)
    write(note, by: inspector, at: moment(note.opened, minutes: 1020))
  }

  private mutating func follow(
    _ finding: (title: String, cause: String, result: String), unit: Int, on day: Day
  ) {
    var note = MatterNote(
      organization: units[unit].id, kind: "检查问题", title: finding.title, opened: day,
      owners: [secretary(unit, on: day)], due: day.adding(days: 30))
    note.follows = write(note, by: inspector, at: moment(day, minutes: 1020))
    let answered = workday(day.adding(days: random.between(10...26)))
    guard isPast(answered) else { return }
    note.state = "待销号"
    note.cause = finding.cause
    note.result = finding.result
    note.follows = write(
      note, by: writer(unit, on: answered),
      at: moment(answered, minutes: 940, after: note.follows))
    let confirmed = workday(answered.adding(days: random.between(2...9)))
    guard isPast(confirmed) else { return }
    note.state = "已办结"
    note.closed = confirmed
    note.confirmer = inspector
    write(note, by: inspector, at: moment(confirmed, minutes: 950, after: note.follows))
  }

  /// 风险隐患, 意见建议 and 办实事 of a branch.
  private mutating func fileOwnMatters(_ unit: Int) {
    let hazards: [(kind: String, title: String, result: String)] =
      unit < 12
      ? random.take(2, of: Texts.hazards).map { ("风险隐患", $0.title, $0.result) } : []
    let wishes: [(kind: String, title: String, result: String)] =
      random.take(1, of: Texts.suggestions).map { ("意见建议", $0.title, $0.result) }
      + random.take(3, of: Texts.favours).map { ("办实事", $0.title, $0.result) }
    for (kind, title, result) in hazards + wishes {
      let month = random.below(months.count)
      let opened = workday(month: month, random.between(4...24))
      guard isPast(opened) else { continue }
      var note = MatterNote(
        organization: units[unit].id, kind: kind, title: title, opened: opened,
        due: opened.adding(days: random.between(20...60)))
      note.owners = [random.pick(officers(unit, on: opened))]
      let first = write(
        note, by: writer(unit, on: opened), at: moment(opened, minutes: random.between(540...1000)))
      let closed = workday(opened.adding(days: random.between(9...40)))
      guard isPast(closed) else { continue }
      note.follows = first
      note.result = result
      // What takes longer has its stage done and a day still ahead.
      if kind == "办实事", opened.days(until: lastDay) < 200 {
        note.state = "阶段完成"
        note.due = lastDay.adding(days: random.between(25...70))
      } else {
        note.state = "已办结"
      }
      if note.state == "已办结" {
        note.closed = closed
        note.confirmer = secretary(unit, on: closed)
      }
      write(
        note, by: writer(unit, on: closed), at: moment(closed, minutes: 1000, after: first))
    }
  }
}
