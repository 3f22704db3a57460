import OrganizationLife

extension Chronicle {
  /// One person's remark on a text that was studied.
  mutating func remark(on subject: Subject, unit: Int) -> String {
    let work = random.pick(Texts.works(in: units[unit].field))
    let text =
      random.pick(Texts.openers)
      + random.pick(Texts.remarks(on: subject, in: units[unit].field))
      + random.pick(Texts.closers)
    return Self.fill(text, [("w", work)])
  }

  /// A text with the branch's own fields of work filled in.
  mutating func local(_ text: String, unit: Int) -> String {
    Self.fill(text, [("w", random.pick(Texts.works(in: units[unit].field)))])
  }

  func said(_ person: Int, _ text: String) -> String { "\(comrades[person].name)：\(text)" }

  /// So many of those present who speak, other than one.
  mutating func speakers(_ count: Int, of attendance: Attendance, but person: Int?) -> [Int] {
    random.take(count, of: attendance.present.filter { $0 != person })
  }

  /// An item in which a text is passed on and some say what they think of it.
  mutating func study(
    _ text: StudyText, prefix: String, presider: Int, speakers: [Int], unit: Int
  ) -> SheetItem {
    var lines = [said(presider, "领学\(text.title)。\(random.pick(text.points))")]
    var remarks = random.take(
      speakers.count, of: Texts.remarks(on: text.subject, in: units[unit].field))
    for person in speakers {
      let body = remarks.popLast() ?? ""
      let work = random.pick(Texts.works(in: units[unit].field))
      let whole = random.pick(Texts.openers) + body + random.pick(Texts.closers)
      lines.append(said(person, Self.fill(whole, [("w", work)])))
    }
    return SheetItem(
      title: "\(prefix)\(text.title)", kind: .study, minutes: lines.joined(separator: "\n"))
  }

  /// An item that only informs.
  mutating func report(by person: Int) -> SheetItem {
    let report = random.pick(Texts.reports)
    return SheetItem(
      title: report.title, kind: .report, minutes: said(person, random.pick(report.lines)))
  }

  /// An item that is discussed and decided; `isOwned` makes it somebody's job.
  mutating func discuss(
    _ discussion: Discussion, presider: Int, speakers: [Int], unit: Int, on day: Day,
    isOwned: Bool
  ) -> SheetItem {
    var lines = [said(presider, discussion.introduction)]
    for (person, remark) in zip(
      speakers, random.take(speakers.count, of: discussion.remarks))
    {
      lines.append(said(person, random.pick(["", "", "同意。", "补充一点，", "我的意见是，"]) + remark))
    }
    if speakers.count > 1, lines.count == speakers.count + 1, random.happens(90),
      let last = speakers.last
    {
      lines[lines.count - 1] = said(
        last, "时间安排上有不同意见，担心与其他工作冲突，建议再斟酌；如多数同意，服从决定。")
    }
    var item = SheetItem(
      title: discussion.title, kind: .discussion, minutes: lines.joined(separator: "\n"),
      resolution: discussion.resolution)
    if isOwned {
      item.owners = [officer(discussion.post, of: unit, on: day)]
      item.due = day.adding(days: discussion.days)
    }
    return item
  }

  mutating func place(_ unit: Int) -> String {
    let covers = units[unit].covers
    switch units[unit].field {
    case .ward:
      return random.pick(["\(covers)会议室", "\(covers)会议室", "\(covers)党员活动室", "备勤楼学习室"])
    case .office: return random.pick(["机关三楼会议室", "机关党员活动室", "机关二楼小会议室"])
    case .retired: return random.pick(["老干部活动中心", "老干部活动中心二楼"])
    case .hospital: return "医院示教室"
    case .taskForce: return random.pick(["备勤楼学习室", "备勤楼三楼会议室"])
    }
  }

  /// Sets start and end: from so many minutes after midnight, for about so long.
  mutating func time(_ sheet: inout Sheet, from start: Int, lasting minutes: Int) {
    let begin = start + random.below(3) * 10
    sheet.start = Self.clock(begin)
    sheet.end = Self.clock(begin + minutes + random.between(-2...3) * 5)
  }

  /// Applicants and guests who sit in.
  mutating func guests(_ unit: Int, on day: Day, perMille: Int) -> [String] {
    applicants(unit, on: day).filter { _ in random.happens(perMille) }.map { reference($0) }
  }

  /// `对象=… 类别=… 方式=… 赞成=…` as the format has it.
  func vote(
    on subject: Int?, _ category: VoteCategory, method: String, counts: (Int, Int, Int),
    written: Int = 0, ballots: Int? = nil, scrutineer: Int? = nil, teller: Int? = nil
  ) -> String {
    var words: [String] = []
    if let subject { words.append("对象=\(reference(subject))") }
    words.append("类别=\(category.rawValue)")
    words.append("方式=\(method)")
    words.append("赞成=\(counts.0) 不赞成=\(counts.1) 弃权=\(counts.2)")
    if written > 0 { words.append("书面=\(written)") }
    if let ballots { words.append("发出=\(ballots) 收回=\(ballots) 有效=\(ballots)") }
    if let scrutineer { words.append("监票=\(reference(scrutineer))") }
    if let teller { words.append("计票=\(reference(teller))") }
    return words.joined(separator: " ")
  }

  /// How so many voters vote when it passes: in favour, against, abstaining.
  mutating func passing(_ voters: Int, eligible: Int) -> (Int, Int, Int) {
    let against = random.happens(120) ? 1 : 0
    let abstaining = random.happens(200) ? 1 : 0
    let favour = voters - against - abstaining
    return favour * 2 > eligible ? (favour, against, abstaining) : (voters, 0, 0)
  }
}
