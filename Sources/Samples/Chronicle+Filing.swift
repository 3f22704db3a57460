import OrganizationLife

/// Reasons for absence with how often they come, for each field of work.
private let absenceReasons: [WorkField: [(reason: String, weight: Int)]] = [
  .ward: [
    ("值班", 42), ("备勤", 16), ("押解", 6), ("培训", 8), ("出差", 5), ("病假", 6), ("事假", 6), ("探亲", 3),
    ("住院看护", 2), ("封闭执勤", 3), ("无故", 1), ("", 2),
  ],
  .office: [
    ("出差", 30), ("培训", 20), ("值班", 18), ("病假", 8), ("事假", 10), ("探亲", 5), ("", 1),
  ],
  .retired: [("年老体弱", 34), ("病假", 26), ("外出探亲", 22), ("照顾家人", 12), ("", 1)],
  .hospital: [("值班", 46), ("住院看护", 16), ("出差", 8), ("培训", 12), ("病假", 6)],
  .taskForce: [("值班", 70), ("病假", 10)],
]

extension Chronicle {
  // MARK: - Who came

  /// Who comes of those expected. `voters` with a vote come at least, as far as there are so many.
  mutating func attendance(
    of people: [Int], unit: Int, on day: Day, voters: Int = 0, percent: Int = 100
  ) -> Attendance {
    var result = Attendance()
    let field = units[unit].field
    let reasons = absenceReasons[field] ?? []
    let isBranch = units[unit].isBranch
    let first = isBranch ? secretary(unit, on: day) : people.first ?? 0
    let second = isBranch ? officer("副书记", of: unit, on: day) : first
    for person in people {
      guard let station = station(person, on: day) else { continue }
      let approver = person == first ? (second == first ? nil : second) : first
      if station.rights == .suspended {
        result.absent.append((person, "中止党员权利", nil))
      } else if isBranch, comrades[person].isAway(on: day) {
        result.absent.append((person, comrades[person].longAbsence?.reason ?? "", nil))
      } else if station.isFloating {
        if random.happens(250) {
          result.video.append(person)
        } else {
          result.absent.append((person, "流动在外", approver))
        }
      } else if random.happens(comrades[person].absence * percent / 100) {
        let reason = reasons[random.weighted(reasons.map(\.weight))].reason
        let isExplained = !reason.isEmpty && reason != "无故"
        result.absent.append((person, reason, isExplained ? approver : nil))
      } else if isBranch, person != first, random.happens(field == .ward ? 24 : 8) {
        result.video.append(person)
      } else {
        result.present.append(person)
      }
    }
    var missing = voters - (result.present + result.video).count { hasVote($0, on: day) }
    while missing > 0,
      let index = result.absent.firstIndex(where: { absence in
        guard let station = station(absence.person, on: day) else { return false }
        return station.hasVote && !station.isFloating && !comrades[absence.person].isAway(on: day)
      })
    {
      result.present.append(result.absent.remove(at: index).person)
      missing -= 1
    }
    if result.present.isEmpty, !result.absent.isEmpty {
      result.present.append(result.absent.removeFirst().person)
    }
    result.present.sort()
    for person in result.present {
      if random.happens(14) {
        result.late.append(person)
      } else if random.happens(9) {
        result.left.append(person)
      }
    }
    return result
  }

  /// The voters there: full members with their rights.
  func voters(_ attendance: Attendance, on day: Day) -> [Int] {
    (attendance.present + attendance.video).filter { hasVote($0, on: day) }
  }

  /// Who presides over a branch's meeting: the secretary, else another officer, else whoever is
  /// there.
  func presider(_ unit: Int, _ attendance: Attendance, on day: Day) -> Int {
    let posts = [secretary(unit, on: day), officer("副书记", of: unit, on: day)]
    return (posts + officers(unit, on: day)).first { attendance.present.contains($0) }
      ?? attendance.present.first ?? posts[0]
  }

  /// Who takes the minutes: whoever keeps the ledger, else somebody present who does not preside.
  func recorder(_ unit: Int, _ attendance: Attendance, presider: Int, on day: Day) -> Int {
    let wanted = [writer(unit, on: day), officer("组织委员", of: unit, on: day)]
    return wanted.first { attendance.present.contains($0) && $0 != presider }
      ?? attendance.present.last { $0 != presider } ?? presider
  }

  // MARK: - Writing it down

  /// Writes an activity down, with what may go wrong: late, left unfinished, corrected later.
  /// What comes back stands for its first version.
  @discardableResult
  mutating func file(_ sheet: Sheet, unit: Int, author: Int? = nil) -> Int {
    let held = sheet.endDate ?? sheet.date
    let delay: Int
    switch random.below(100) {
    case ..<48: delay = 0
    case ..<76: delay = 1
    case ..<90: delay = random.between(2...4)
    case ..<96: delay = random.between(5...9)
    default: delay = random.between(15...45)
    }
    let day = min(held.adding(days: delay), lastDay)
    let writer = author ?? writer(unit, on: day)
    let signer = sheet.presider ?? writer
    let moment = moment(
      day, minutes: day == held ? random.between(1100...1170) : random.between(515...1060))
    let age = held.days(until: lastDay)
    let staysOpen = random.happens(age < 14 ? 520 : age < 60 ? 70 : 2)
    guard !staysOpen else {
      return note(
        sheet,
        enter(
          "activity", in: sheet.organization, by: writer, at: moment,
          fields(of: sheet, signer: nil, on: day)), unit: unit)
    }
    let way = random.below(1000)
    if way < 45 {
      let first = enter(
        "activity", in: sheet.organization, by: writer, at: moment,
        fields(of: sheet, signer: nil, on: day))
      let signed = min(day.adding(days: random.between(1...5)), lastDay)
      var final = fields(of: sheet, signer: signer, on: signed)
      final.insert(DraftField("Corrects", "", after: first), at: 0)
      let writer = author ?? self.writer(unit, on: signed)
      enter(
        "activity", in: sheet.organization, by: writer, at: self.moment(signed, minutes: 1175),
        final)
      return note(sheet, first, unit: unit)
    }
    if way < 59, let (wrong, reason) = mistaken(sheet) {
      let first = enter(
        "activity", in: sheet.organization, by: writer, at: moment,
        fields(of: wrong, signer: signer, on: day))
      let corrected = min(day.adding(days: random.between(2...20)), lastDay)
      var right = fields(of: sheet, signer: signer, on: corrected)
      right.insert(DraftField("Corrects", "", after: first), at: 0)
      right.insert(DraftField("Reason", reason), at: 1)
      let writer = author ?? self.writer(unit, on: corrected)
      enter(
        "activity", in: sheet.organization, by: writer, at: self.moment(corrected, minutes: 1180),
        right)
      return note(sheet, first, unit: unit)
    }
    let record = enter(
      "activity", in: sheet.organization, by: writer, at: moment,
      fields(of: sheet, signer: signer, on: day))
    if let signatures = readLater(sheet, unit: unit, after: day) {
      let signed = signatures[0].day
      var read = fields(of: sheet, signer: signer, on: day)
      let place = (read.firstIndex { $0.name == "Signed" } ?? 0) + 1
      for signature in signatures.reversed() {
        read.insert(
          DraftField("Signed", "\(reference(signature.person)) \(signature.day)"), at: place)
      }
      read.insert(DraftField("Corrects", "", after: record), at: 0)
      read.insert(DraftField("Reason", "缺席同志传阅记录补学后签名"), at: 1)
      enter(
        "activity", in: sheet.organization, by: author ?? self.writer(unit, on: signed),
        at: self.moment(signed, minutes: 1182), read)
      return note(sheet, record, unit: unit, made: Set(signatures.map(\.person)))
    }
    if way >= 997 {
      // Entered twice by mistake; the second one is withdrawn.
      let twin = enter(
        "activity", in: sheet.organization, by: writer, at: moment + 95,
        fields(of: sheet, signer: signer, on: day))
      let withdrawn = min(day.adding(days: 3), lastDay)
      let writer = author ?? self.writer(unit, on: withdrawn)
      enter(
        "activity", in: sheet.organization, by: writer, at: self.moment(withdrawn, minutes: 1185),
        [DraftField("Withdraws", "", after: twin), DraftField("Reason", "重复录入")])
    }
    return note(sheet, record, unit: unit)
  }

  /// Those of Q9 who missed a lesson or theme day read the record and sign it some days later.
  private mutating func readLater(
    _ sheet: Sheet, unit: Int, after day: Day
  ) -> [(person: Int, day: Day)]? {
    let leading = secretary(unit, on: sheet.date)
    guard unit == 8, isMissable(sheet) else { return nil }
    let signed = workday(day.adding(days: 6))
    let readers = sheet.attendance.absent.map(\.person).filter { person in
      person != leading && station(person, on: signed)?.unit == unit
        && !comrades[person].isAway(on: signed)
    }
    return isPast(signed) && !readers.isEmpty ? readers.map { ($0, signed) } : nil
  }

  private func isMissable(_ sheet: Sheet) -> Bool {
    ([sheet.kind] + sheet.counts).contains { ["党课", "主题党日", "政治学习"].contains($0) }
  }

  /// The same activity as somebody might have written it down wrongly, and why it is corrected.
  private mutating func mistaken(_ sheet: Sheet) -> (Sheet, String)? {
    var wrong = sheet
    switch random.below(3) {
    case 0:
      guard let index = wrong.attendance.absent.firstIndex(where: { $0.reason == "值班" }) else {
        return nil
      }
      wrong.attendance.absent[index].reason = "事假"
      return (wrong, "请假原因登记有误，应为值班")
    case 1:
      guard let person = wrong.attendance.video.first,
        wrong.items.allSatisfy({ $0.votes.isEmpty })
      else { return nil }
      wrong.attendance.video.removeFirst()
      wrong.attendance.absent.append((person, "", nil))
      return (wrong, "漏记视频到会人员")
    default:
      guard !wrong.place.isEmpty, wrong.place != "党员活动室" else { return nil }
      wrong.place = "党员活动室"
      return (wrong, "地点录入有误")
    }
  }

  /// Remembers what has to be done after an activity.
  private mutating func note(
    _ sheet: Sheet, _ record: Int, unit: Int, made: Set<Int> = []
  ) -> Int {
    for (index, item) in sheet.items.enumerated() {
      guard let due = item.due, !item.owners.isEmpty else { continue }
      resolutions.append(
        OpenResolution(
          record: record, item: index + 1, unit: unit, organization: sheet.organization,
          title: item.resolution, opened: sheet.date, owners: item.owners, due: due,
          outcome: outcomes[item.title] ?? "已按要求落实。"))
    }
    let open = sheet.attendance.absent.map(\.person).filter { !made.contains($0) }
    if units[unit].isBranch, !open.isEmpty, isMissable(sheet) {
      missed.append(
        MissedLesson(
          record: record, unit: unit, title: sheet.title, date: sheet.date, absent: open))
    }
    return record
  }

  private func fields(of sheet: Sheet, signer: Int?, on day: Day) -> [DraftField] {
    sheet.fields(signer: signer, on: day) { reference($0) }
  }
}

/// What came of a discussion, by its title.
private let outcomes: [String: String] = Dictionary(
  (Texts.discussions + Texts.retiredDiscussions).map { ($0.title, $0.outcome) },
  uniquingKeysWith: { first, _ in first })
