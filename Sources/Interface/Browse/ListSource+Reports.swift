import Archive
import OrganizationLife
import Wording

extension ListSource {
  /// Whether its rows are numbers of reports.
  var isOfReports: Bool {
    switch self {
    case .report, .reportGraph, .reportGrid: true
    default: false
    }
  }

  /// Whether it is worked out of so many organisations that people would wonder.
  func takesLong(in context: Context) -> Bool {
    let few = 200
    switch self {
    case .report(let request), .reportGraph(let request, _), .reportGrid(let request, _):
      guard let ledger = context.archive?.ledger, ledger.organizations.count > few else {
        return false
      }
      return ledger.placesEver(under: [request.organization]).count > few
    default: return false
    }
  }

  /// What a command does to the lines of a report or to one that is drawn.
  enum ReportStep {
    /// The list shows something else in its place.
    case shows(ListSource)
    /// Something is opened or said.
    case leads([Outcome])
  }

  /// Where a command leads from a report; nil when it means nothing here.
  func afterwards(_ action: Action, selected: String?, in context: Context) -> ReportStep? {
    switch self {
    case .report(let request):
      switch action {
      case .graph:
        guard let selected else { return .leads([.notice(Notice(.noLineSelected))]) }
        return .leads([.open(.list(.reportGraph(request, line: selected)))])
      case .sentence: return .leads([.open(.page(.reportSentence(request)))])
      default:
        return moved(request, action, in: context).map { .shows(.report($0)) } ?? .stays
      }
    case .reportGraph(let request, let line):
      switch action {
      case .graph: return .leads([.open(.list(.reportGrid(request, line: line)))])
      case .sentence: return nil
      default:
        return moved(request, action, in: context).map { .shows(.reportGraph($0, line: line)) }
          ?? .stays
      }
    case .reportGrid(let request, let line):
      switch action {
      case .graph, .sentence: return nil
      default:
        return moved(request, action, in: context).map { .shows(.reportGrid($0, line: line)) }
          ?? .stays
      }
    default: return nil
    }
  }

  /// The same report for another period; nil when that would lie wholly in time to come.
  private func moved(
    _ request: ReportRequest, _ action: Action, in context: Context
  ) -> ReportRequest? {
    let today = context.session.today
    var request = request
    let frequency = request.period.frequency ?? .year
    switch action {
    case .nextPeriod:
      let first = request.period.last.adding(days: 1)
      guard first <= today else { return nil }
      request.period = Period(frequency, containing: first)
    case .previousPeriod:
      request.period = Period(frequency, containing: request.period.first.adding(days: -1))
    case .periodLength:
      guard let archive = context.archive,
        let allowed = request.definition(ReportMaker(archive, on: today))?.frequencies,
        let next = Self.length(after: frequency, among: allowed)
      else { return nil }
      request.period = Period(next, containing: min(request.period.last, today))
    default: return nil
    }
    return request
  }

  /// The next shorter kind of period, after the shortest the longest.
  private static func length(after frequency: Frequency, among allowed: [Frequency]) -> Frequency? {
    let descending = Frequency.allCases.reversed().filter(allowed.contains)
    guard let position = descending.firstIndex(of: frequency) else { return descending.first }
    return descending[(position + 1) % descending.count]
  }
}

extension ListSource.ReportStep {
  /// There is no later period.
  fileprivate static let stays = Self.leads([.notice(Notice(.noFurtherPeriod))])
}

extension ListScreen {
  /// What a command does while the lines of a report, or one of them drawn, are listed.
  mutating func performInReport(_ action: Action, in context: Context) -> [Outcome]? {
    switch source.afterwards(action, selected: selectedRow?.id, in: context) {
    case .shows(let source):
      self.source = source
      refresh(in: context)
      return []
    case .leads(let outcomes): return outcomes
    case nil: return nil
    }
  }
}
