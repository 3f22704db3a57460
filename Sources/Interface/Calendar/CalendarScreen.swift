import Archive
import OrganizationLife
import Wording

/// 日历: a month with how much is coming on each day, and the list of the chosen day.
public struct CalendarScreen: ScreenBehavior {
  /// Whose organisations.
  public let root: OrganizationIdentifier
  private(set) var tally: CalendarTally
  /// The chosen day.
  private(set) var day: Day
  /// Whether the arrows move in the list rather than in the month.
  private(set) var isInList = false
  /// Position of the chosen line in the list of the day.
  private(set) var selected = 0

  /// The calendar of an organisation and everything below it, at a day.
  public init(_ root: OrganizationIdentifier, day: Day) {
    self.root = root
    self.day = day
    tally = CalendarTally(under: root, of: day.year)
  }

  public func title(in context: Context) -> String {
    var parts = [
      context.title(.calendarOf(.month(day.year, day.month)), of: root)
    ]
    parts += context.lacking(under: root).map { context.say($0) }
    return parts.joined(separator: " · ")
  }

  public func status(in context: Context) -> String {
    if hasWork { return context.say(.lookedAt(tally.done, of: tally.count)) }
    return isInList ? "\(items.isEmpty ? 0 : selected + 1)/\(items.count)" : ""
  }

  public var scopes: [Scope] { isInList ? [.calendarDay, .calendar] : [.calendar] }
  public var acceptsText: Bool { false }

  /// What stands on the chosen day.
  var items: [CalendarItem] { tally.byDay[day] ?? [] }

  /// The chosen line of the list.
  var selectedItem: CalendarItem? { items.indices.contains(selected) ? items[selected] : nil }

  /// The month of the chosen day.
  var month: Period { Period(.month, containing: day) }

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .left: go(to: day.adding(days: -1), in: context)
    case .right: go(to: day.adding(days: 1), in: context)
    case .up: isInList ? moveInList(by: -1) : go(to: day.adding(days: -7), in: context)
    case .down: isInList ? moveInList(by: 1) : go(to: day.adding(days: 7), in: context)
    case .previousMonth: go(to: day.adding(months: -1), in: context)
    case .nextMonth: go(to: day.adding(months: 1), in: context)
    case .goToToday: go(to: context.session.today, in: context)
    case .nextPane: isInList.toggle()
    case .open: return open(in: context)
    case .export: return [.offerExport(exported(in: context))]
    case .back:
      guard isInList else { return nil }
      isInList = false
    default: return nil
    }
    return []
  }

  /// On a day: opens what stands there, or goes to the list when there are several; in the list
  /// opens the chosen line.
  private mutating func open(in context: Context) -> [Outcome] {
    guard let item = isInList ? selectedItem : items.first else {
      return [.notice(Notice(.nothingOnDay))]
    }
    if !isInList, items.count > 1 {
      isInList = true
      return []
    }
    return context.destination(of: item).map { [.open($0)] } ?? []
  }

  private mutating func moveInList(by step: Int) {
    selected = max(0, min(selected + step, items.count - 1))
  }

  private mutating func go(to day: Day, in context: Context) {
    guard Day.years.contains(day.year) else { return }
    self.day = day
    selected = 0
    if day.year != tally.year { tally.begin(of: day.year, in: context) }
  }

  public mutating func refresh(in context: Context) {
    tally.begin(of: day.year, in: context)
    moveInList(by: 0)
  }

  public var hasWork: Bool { !tally.pending.isEmpty }

  public mutating func work(in context: Context) { tally.work(in: context) }

  /// The month as it is seen, all its days.
  private func exported(in context: Context) -> ExportOrder {
    let items = tally.items(in: month)
    let today = context.session.today
    let headings = [
      Phrase.headingDate, .headingOrganization, .headingCalendarKind, .headingCalendarText,
      .headingOverdue,
    ]
    return ExportOrder(
      name: [context.say(.menuCalendar), root.text, month.description].joined(separator: "-"),
      rows: [headings.map { context.say($0) }]
        + items.map { item in
          [
            item.day.description, context.fullName(item.organization),
            context.say(item.occasion.kindPhrase), context.say(item.occasion.phrase(on: today)),
            item.isOverdue(on: today) ? context.say(.isOverdue) : "",
          ]
        },
      items: items)
  }
}

extension Context {
  /// Where an item of the calendar leads.
  func destination(of item: CalendarItem) -> Destination? {
    switch item.occasion {
    case .owed(let line):
      // What is over is looked up behind the grid; what runs or is to come in what is due.
      line.period.last < session.today && line.period.first.year == line.period.last.year
        ? .list(
          .duties(
            line.organization,
            DutySpan(year: line.period.last.year, months: line.period.last.months),
            obligation: line.obligation.id))
        : .list(.due(line.organization))
    case .matter(let matter): .page(.matter(matter.reference))
    case .step(_, let standing), .repetition(_, let standing):
      .page(.standing(standing.subject, kind: standing.kind.id))
    case .termEnds: .page(.organization(item.organization))
    case .probationEnds(let probation):
      .page(.member(probation.member.id, among: [probation.member.id]))
    case .politicalBirthday(let birthday):
      .page(.member(birthday.member.id, among: [birthday.member.id]))
    case .plan(let plan, _): .page(.record(plan.reference))
    }
  }
}

extension Day {
  /// Its month alone, 1–12.
  fileprivate var months: ClosedRange<Int> { month...month }
}
