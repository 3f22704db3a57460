import Archive
import OrganizationLife
import Wording

/// Looking for text among all records while it is typed. What was found comes by events; the screen
/// itself looks at nothing but its answer.
public struct SearchScreen: ScreenBehavior {
  /// The line that is typed into.
  private(set) var input: LineEditor
  /// Only of this organisation and what is below it; nil for all.
  private(set) var organization: OrganizationIdentifier?
  /// Only of this kind or type; nil for all.
  private(set) var kind: String?
  /// Only of these days; nil for all.
  private(set) var period: Period?
  /// What was found so far; nil before anything was looked for.
  private(set) var answer: SearchAnswer?
  /// How far the index has come that the search waits for; nil while it waits for none.
  var preparation: SearchIndex.Progress?
  /// Position of the selected record among those found.
  private(set) var selected = 0
  /// Position of the first one shown.
  private var top = 0
  /// How many are asked for; more as one goes down.
  private var limit = SearchScreen.step
  /// What the filters come to, kept so that no key waits for it.
  private var places: Set<String>?

  /// How many more are asked for at a time.
  private static let step = 60
  /// Rows of one record.
  static let rowsOfRecord = 2
  /// Rows above the first record.
  static let rowsAbove = 3

  /// A search that begins with a text.
  public init(_ text: String = "") { input = LineEditor(text) }

  public func title(in context: Context) -> String {
    let parts = [Phrase.menuSearch] + context.lacking(under: organization)
    return parts.map { context.say($0) }.joined(separator: " · ")
  }

  public func status(in context: Context) -> String {
    guard let answer, !answer.query.isEmpty else { return "" }
    return context.say(
      .found(
        answer.count == 0 ? 0 : selected + 1, of: answer.count, isAll: answer.isFinished))
  }

  public var scopes: [Scope] { [.search] }
  public var acceptsText: Bool { true }

  /// What is to be looked for now.
  var query: SearchQuery {
    SearchQuery(
      input.text, organizations: places, kind: kind, since: period?.first, until: period?.last)
  }

  /// Asks for what the line and the filters say.
  var request: Effect { .search(query, limit: limit) }

  /// The record that the selection is on.
  var selectedRecord: FoundRecord? {
    guard let answer, answer.found.indices.contains(selected) else { return nil }
    return answer.found[selected]
  }

  // MARK: Commands

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .open: return selectedRecord.map { [.open(destination(of: $0))] } ?? []
    case .up: return move(to: selected - 1, in: context)
    case .down: return move(to: selected + 1, in: context)
    case .pageUp: return move(to: selected - height(in: context), in: context)
    case .pageDown: return move(to: selected + height(in: context), in: context)
    case .chooseOrganization: return [.overlay(.choices(organizationBox(in: context)))]
    case .chooseKind: return [.overlay(.choices(kindBox(in: context)))]
    case .choosePeriod: return [.overlay(.choices(periodBox(in: context)))]
    case .search: return []
    default: return nil
    }
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    let before = input.text
    guard input.handle(key) else { return nil }
    return input.text == before ? [] : lookAnew()
  }

  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? {
    input.paste(text)
    return lookAnew()
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    guard case .chosen(let box, let values) = choice, let value = values.first else { return [] }
    switch box {
    case Self.organizationChoice:
      organization = OrganizationIdentifier(value)
    case Self.kindChoice:
      kind = value.isEmpty ? nil : value
    case Self.periodChoice:
      period = Period(value.filter { $0 != " " })
      if period == nil, !value.isEmpty {
        return [.notice(Notice(.notASearchedPeriod(value), .warning))]
      }
    default: return []
    }
    findPlaces(in: context)
    return lookAnew()
  }

  public mutating func refresh(in context: Context) {
    findPlaces(in: context)
    move(to: selected, in: context)
  }

  /// Takes what was found, if it is what is asked for still.
  mutating func receive(_ answer: SearchAnswer, in context: Context) {
    preparation = nil
    guard answer.query == query else { return }
    self.answer = answer
    move(to: selected, in: context)
  }

  /// Selects the record after the selected one, or before it; nil when there is none.
  mutating func turn(by step: Int, in context: Context) -> (Destination, [Outcome])? {
    guard let answer, answer.found.indices.contains(selected + step) else { return nil }
    let outcomes = move(to: selected + step, in: context)
    return selectedRecord.map { (destination(of: $0), outcomes) }
  }

  private mutating func lookAnew() -> [Outcome] {
    selected = 0
    top = 0
    limit = Self.step
    return [.effect(request)]
  }

  private mutating func findPlaces(in context: Context) {
    guard let organization else { return places = nil }
    // What was dissolved since has its records all the same.
    let known = context.archive?.ledger.placesEver(under: [organization]) ?? [organization]
    places = Set(known.map(\.text))
  }

  /// The place of a record: its page, scrolled to the line that was found.
  private func destination(of found: FoundRecord) -> Destination {
    let place = answer.map { FoundPlace(line: found.lineText, words: $0.words) }
    return .place(Self.subject(of: found), place)
  }

  private static func subject(of found: FoundRecord) -> PageSubject {
    switch found.type {
    case "activity": return .activity(found.reference)
    case "matter": return .matter(found.reference)
    case "member":
      if found.isNamed, let member = found.subject.flatMap({ MemberIdentifier($0) }) {
        return .member(member, among: [member])
      }
    case "organization":
      if found.isNamed, let place = OrganizationIdentifier(found.organization) {
        return .organization(place)
      }
    default: break
    }
    return .record(found.reference)
  }

  // MARK: Moving

  func height(in context: Context) -> Int {
    max(1, (context.session.bodyRows - Self.rowsAbove) / Self.rowsOfRecord)
  }

  @discardableResult
  private mutating func move(to position: Int, in context: Context) -> [Outcome] {
    let count = answer?.found.count ?? 0
    selected = min(max(0, position), max(0, count - 1))
    let height = height(in: context)
    top = max(min(top, selected), selected - height + 1)
    // The next ones are asked for before one comes to them.
    guard let answer, count < answer.count, selected + 2 * height > count, limit <= count else {
      return []
    }
    limit = count + Self.step
    return [.effect(request)]
  }

  /// Positions of the records that are seen.
  func shown(in context: Context) -> Range<Int> {
    top..<min(answer?.found.count ?? 0, top + height(in: context))
  }

  // MARK: Filters

  private static let organizationChoice = "search organization"
  private static let kindChoice = "search kind"
  private static let periodChoice = "search period"

  private func organizationBox(in context: Context) -> ChoiceBox {
    var choices = [Choice(value: "", label: context.say(.everywhere))]
    let own = context.scope.map { [$0] } ?? []
    let others = context.places(under: nil).map(\.id).filter { !own.contains($0) }
    choices += (own + others).map { Choice(value: $0.text, label: context.fullName($0)) }
    return ChoiceBox(id: Self.organizationChoice, title: .inWhichOrganization, choices: choices)
  }

  private func kindBox(in context: Context) -> ChoiceBox {
    var choices = [Choice(value: "", label: context.say(.everyKind))]
    var seen: Set<String> = []
    for kind in context.archive?.catalog.kinds ?? [] where seen.insert(kind.id).inserted {
      choices.append(Choice(value: kind.id, label: kind.title, keywords: kind.short))
    }
    choices += RecordShape.types.filter { $0 != "activity" && $0 != "seal" }.map {
      Choice(value: $0, label: context.say(.recordType($0)))
    }
    return ChoiceBox(id: Self.kindChoice, title: .ofWhichKind, choices: choices)
  }

  private func periodBox(in context: Context) -> ChoiceBox {
    let today = context.session.today
    var choices = [Choice(value: "", label: context.say(.everyYear))]
    choices += (0..<10).map { Choice(value: "\(today.year - $0)", label: "\(today.year - $0)") }
    for frequency in [Frequency.quarter, .month] {
      let period = Period(frequency, containing: today)
      choices.append(Choice(value: "\(period)", label: "\(period)"))
    }
    return ChoiceBox(
      id: Self.periodChoice, title: .ofWhichPeriod, choices: choices, allowsOther: true,
      isNumbered: false)
  }
}

/// A line of a page that a search led to, and the words that were looked for.
public struct FoundPlace: Hashable, Sendable {
  /// The line as recorded.
  public var line: String
  /// The words to be marked.
  public var words: SearchWords
}
