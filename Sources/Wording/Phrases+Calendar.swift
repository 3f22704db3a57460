import OrganizationLife

// What the calendar says.
extension Phrase {
  /// 日历
  public static let menuCalendar = Phrase("日历", "Calendar")
  /// Title: a month of the calendar
  public static func calendarOf(_ month: Phrase) -> Phrase {
    Phrase("日历 · \(month.chinese)", "Calendar · \(month.english)")
  }
  /// `zhibu calendar`
  public static let helpCalendar = Phrase(
    "日历:应办、待落实、流程、任期、预备期满、政治生日、计划的日子(默认今天至下月末)",
    "What is coming: deadlines, steps, terms, birthdays, plans (from today to the end of next month)"
  )
  /// Column: what kind of thing it is
  public static let headingCalendarKind = Phrase("种类", "Kind")
  /// Column: what falls on the day
  public static let headingCalendarText = Phrase("事项", "What")
  /// Column: its day has passed and it is not done
  public static let headingOverdue = Phrase("超期", "Overdue")
  /// Its day has passed and it is not done
  public static let isOverdue = Phrase("超期", "overdue")
  /// Nothing stands on a day
  public static let nothingOnDay = Phrase("这一天没有事项", "nothing on this day")
  /// What the marks of the calendar mean
  public static let calendarLegend = Phrase(
    "* 今天  > 所选  3项=这天有3项  !2=其中2项已超期", "* today  > selected  3=three items  !2=two of them overdue"
  )
  /// How many items a day has
  public static func itemsOfDay(_ count: Int) -> Phrase { Phrase("\(count)项", "\(count)") }
  /// The heading of the chosen day's list
  public static func headingOfDay(_ day: Day, _ weekday: Phrase, count: Int) -> Phrase {
    Phrase(
      "\(day) 周\(weekday.chinese)  \(count)项", "\(day) \(weekday.english)  \(count) items")
  }
  /// So many organisations of all have been looked at
  public static func lookedAt(_ done: Int, of all: Int) -> Phrase {
    Phrase("正在查看 \(done)/\(all)", "looking \(done)/\(all)")
  }
  /// The name of the calendar in other programs
  public static func calendarName(_ unit: String) -> Phrase {
    Phrase("支部台账 · \(unit)", "Zhibu · \(unit)")
  }
}

extension CalendarOccasion {
  /// What kind of thing it is, in a word.
  public var kindPhrase: Phrase {
    switch self {
    case .owed: Phrase("应办", "duty")
    case .matter: Phrase("待落实", "matter")
    case .step: Phrase("流程", "step")
    case .repetition: Phrase("定期", "again")
    case .termEnds: Phrase("任期", "term")
    case .probationEnds: Phrase("预备期", "probation")
    case .politicalBirthday: Phrase("生日", "birthday")
    case .plan: Phrase("计划", "plan")
    }
  }

  /// The kind as other programs know it.
  public var code: String {
    switch self {
    case .owed: "due"
    case .matter: "matter"
    case .step: "step"
    case .repetition: "repetition"
    case .termEnds: "term"
    case .probationEnds: "probation"
    case .politicalBirthday: "birthday"
    case .plan: "plan"
    }
  }

  /// What falls on the day, as on today.
  public func phrase(on today: Day) -> Phrase {
    switch self {
    case .owed(let line): Self.owed(line, on: today)
    case .matter(let matter): Phrase(verbatim: "\(matter.kind) \(matter.title.firstLine)")
    case .step(let step, let standing):
      Phrase(
        "\(standing.subject.name) \(standing.kind.title):\(step.step.title) 最迟办理",
        "\(standing.subject.name) \(standing.kind.title): latest day of \(step.step.title)")
    case .repetition(let clock, let standing):
      Phrase(
        "\(standing.subject.name) \(standing.kind.title):\(clock.step.title) 到期",
        "\(standing.subject.name) \(standing.kind.title): \(clock.step.title) due again")
    case .termEnds: .termEndsHere
    case .probationEnds(let probation):
      Phrase(
        "\(probation.member.name) \(Phrase.probationEnds.chinese)",
        "\(probation.member.name) \(Phrase.probationEnds.english)")
    case .politicalBirthday(let birthday):
      Phrase(
        "\(birthday.member.name) \(Phrase.politicalBirthday(birthday.years).chinese)",
        "\(birthday.member.name) \(Phrase.politicalBirthday(birthday.years).english)")
    case .plan(let plan, _):
      Phrase(verbatim: plan.number.map { "\(plan.title.firstLine) ×\($0)" } ?? plan.title.firstLine)
    }
  }

  private static func owed(_ line: DueLine, on today: Day) -> Phrase {
    let title = line.obligation.title
    if today < line.period.first {
      return Phrase("\(title) 应开\(line.required)次", "\(title): \(line.required) to be held")
    }
    let held =
      line.done > 0
      ? ("应开\(line.required)次已开\(line.done)次,", "\(line.done) of \(line.required) held, ")
      : ("", "")
    return line.period.last < today
      ? Phrase(
        "\(title) \(held.0)欠\(line.missing)次", "\(title): \(held.1)\(line.missing) owed")
      : Phrase(
        "\(title) \(held.0)还要开\(line.missing)次",
        "\(title): \(held.1)\(line.missing) still to be held")
  }

  /// The article behind it; nil where no rule asks for it.
  public var citation: Citation? {
    switch self {
    case .owed(let line):
      Citation(article: line.obligation.source, level: line.obligation.level)
    case .step(let step, _): step.step.source.isEmpty ? nil : step.step.citation
    case .repetition(let clock, _): clock.step.source.isEmpty ? nil : clock.step.citation
    case .termEnds: Citation(.term)
    case .matter, .probationEnds, .politicalBirthday, .plan: nil
    }
  }

  /// The records behind it.
  public var evidence: [Reference] {
    switch self {
    case .owed(let line): line.evidence
    case .matter(let matter): [matter.reference]
    case .step(_, let standing), .repetition(_, let standing):
      standing.done.last?.evidence ?? []
    case .termEnds(let standing): [standing.term.organization.reference]
    case .probationEnds(let probation): [probation.member.reference]
    case .politicalBirthday(let birthday): [birthday.member.reference]
    case .plan(let plan, _): [plan.reference]
    }
  }
}

extension String {
  /// What stands before the first line end.
  fileprivate var firstLine: String {
    split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
  }
}
