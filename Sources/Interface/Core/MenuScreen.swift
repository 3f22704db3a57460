import Archive
import OrganizationLife
import Wording

/// One line of a numbered menu.
public struct MenuItem: Sendable {
  /// What it is called.
  public let title: Phrase
  /// Where it leads.
  public let destination: Destination

  /// The items of a menu, in order; they are numbered from 1.
  static func items(of menu: MenuID, in context: Context) -> [MenuItem] {
    let scope = context.scopeOrganization
    switch menu {
    case .start:
      return [
        MenuItem(title: .menuNewStore, destination: .form(.newStore)),
        MenuItem(title: .menuSample, destination: .command(.openSample)),
        MenuItem(title: .menuOpenStore, destination: .form(.openStore)),
      ]
    case .main:
      guard let scope else {
        return [
          MenuItem(
            title: .menuFirstOrganization, destination: .form(.newOrganization(parent: nil))),
          MenuItem(title: .menuSettings, destination: .menu(.settings)),
        ]
      }
      return [
        MenuItem(title: .menuDue, destination: .list(.due(scope.id))),
        MenuItem(
          title: .menuMeetings,
          destination: scope.level.isBranch || scope.level == .group
            ? .list(.kinds(scope.id)) : .list(.activities(scope.id, kind: nil))),
        MenuItem(title: .menuBranch, destination: .menu(.branch)),
        MenuItem(title: .menuChecklist, destination: .menu(.checks)),
        MenuItem(title: .menuMatters, destination: .menu(.followUp)),
        MenuItem(title: .menuSearch, destination: .command(.search)),
        MenuItem(title: .menuReports, destination: .list(.reports(scope.id))),
        MenuItem(title: .menuSettings, destination: .menu(.settings)),
        MenuItem(title: .menuCalendar, destination: .command(.calendar)),
      ]
    case .branch:
      guard let scope else { return [] }
      return [
        MenuItem(title: .menuMembers, destination: .list(.members(scope.id))),
        MenuItem(title: .menuOrganization, destination: .page(.organization(scope.id))),
        MenuItem(title: .menuTree, destination: .list(.organizations(context.topOrganization))),
        MenuItem(
          title: .menuNewMember, destination: .form(.newMember(scope.id))),
        MenuItem(title: .menuPasteRoster, destination: .form(.pasteRoster(scope.id))),
        MenuItem(
          title: .menuNewOrganization, destination: .form(.newOrganization(parent: scope.id))),
        MenuItem(
          title: .menuDates,
          destination: .list(
            .dates(scope.id, month: Period(.month, containing: context.session.today)))),
        MenuItem(title: .labelDues, destination: .list(.dues(scope.id))),
        MenuItem(title: .menuImport, destination: .importTable(scope.id)),
      ]
    case .checks:
      guard let scope else { return [] }
      let year = context.session.today.year
      let checklists = (context.archive?.catalog.checklists ?? []).filter {
        $0.isOffered(on: context.session.today)
      }
      return [
        MenuItem(
          title: .menuInspection,
          destination: scope.level.isBranch || scope.level == .group
            ? .list(.inspection(scope.id, year: year))
            : .list(.inspections(scope.id, year: year)))
      ]
        + checklists.map { checklist in
          MenuItem(
            title: Phrase(verbatim: checklist.title),
            destination: scope.level.isBranch
              ? .list(.checklist(scope.id, id: checklist.id))
              : .list(.checklists(scope.id, id: checklist.id)))
        } + [
          MenuItem(
            title: .menuInspectionOf(year - 1),
            destination: scope.level.isBranch || scope.level == .group
              ? .list(.inspection(scope.id, year: year - 1))
              : .list(.inspections(scope.id, year: year - 1))),
          MenuItem(title: .menuGrid, destination: .grid(scope.id, year: year)),
          MenuItem(title: .menuStudyCheck, destination: .list(.study(scope.id))),
          MenuItem(title: .menuVisits, destination: .list(.visits(scope.id))),
        ]
    case .followUp:
      guard let scope else { return [] }
      return [
        MenuItem(title: .titleMatters, destination: .list(.matters(scope.id))),
        MenuItem(title: .menuMakeUps, destination: .list(.makeUps(scope.id))),
        MenuItem(
          title: .menuProcedures, destination: .list(.procedures(scope.id, kind: nil))),
        MenuItem(title: .menuTerms, destination: .list(.terms(scope.id))),
        MenuItem(title: .menuSettledMatters, destination: .list(.settledMatters(scope.id))),
        MenuItem(title: .menuPlans, destination: .list(.plans(scope.id))),
      ]
    case .settings:
      return [
        MenuItem(title: .menuIdentity, destination: .list(.identities)),
        MenuItem(title: .menuLanguage, destination: .command(.switchLanguage)),
        MenuItem(title: .menuDrafts, destination: .list(.drafts)),
        MenuItem(title: .menuVerify, destination: .command(.verify)),
        MenuItem(title: .menuReload, destination: .command(.reload)),
        MenuItem(title: .menuCatalog, destination: .list(.catalog)),
        MenuItem(title: .menuPacks, destination: .list(.packs)),
      ]
    }
  }
}

/// A numbered menu; the main menu has what is due beside it.
public struct MenuScreen: ScreenBehavior {
  /// Which menu it is.
  public let id: MenuID
  private var selection = 0
  private var isInPanel = false
  private var panelSelection = 0
  private var items: [MenuItem] = []
  private var panel: [PanelLine] = []
  private var panelWidth = 0

  /// A menu with its first item selected.
  public init(_ id: MenuID) { self.id = id }

  public var scopes: [Scope] {
    switch id {
    case .start: [.start]
    case .main: isInPanel ? [.panel] : [.mainMenu, .menu]
    case .branch, .checks, .followUp, .settings: [.menu]
    }
  }
  public var acceptsText: Bool { false }

  public func title(in context: Context) -> String {
    switch id {
    case .start: context.say(.programTitle)
    case .main:
      context.say(.programTitle) + " · " + (context.archive?.store.manifest.unit ?? "")
    case .branch: context.say(.menuBranch)
    case .checks: context.say(.menuChecklist)
    case .followUp: context.say(.menuMatters)
    case .settings: context.say(.menuSettings)
    }
  }

  public mutating func refresh(in context: Context) {
    items = MenuItem.items(of: id, in: context)
    selection = min(selection, max(0, items.count - 1))
    guard id == .main, context.archive != nil else { return }
    panelWidth = context.session.size.columns - menuWidth(in: context) - 3
    panel = DuePanel.lines(in: context, columns: panelWidth)
    panelSelection = min(panelSelection, max(0, panel.count - 1))
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    // There is a key for the tenth as well.
    let number = digit == 0 ? 10 : digit
    guard items.indices.contains(number - 1) else { return nil }
    isInPanel = false
    selection = number - 1
    return [.open(items[selection].destination)]
  }

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .first: move(by: -10_000)
    case .last: move(by: 10_000)
    case .nextPane where panel.contains { $0.destination != nil }:
      isInPanel.toggle()
      if isInPanel { enterPanel() }
    case .right where !isInPanel && panel.contains { $0.destination != nil }:
      isInPanel = true
      enterPanel()
    case .left where isInPanel, .back where isInPanel:
      isInPanel = false
    case .open:
      let destination =
        isInPanel
        ? panel.indices.contains(panelSelection) ? panel[panelSelection].destination : nil
        : items.indices.contains(selection) ? items[selection].destination : nil
      guard let destination else { return [] }
      return [.open(destination)]
    case .openSample:
      return [.effect(.openSample)]
    case .switchLanguage:
      let next: Language = context.session.language == .chinese ? .english : .chinese
      return [.effect(.keepLanguage(next.rawValue))]
    default:
      return nil
    }
    return []
  }

  /// The first time, what is due rather than its heading is selected.
  private mutating func enterPanel() {
    if panelSelection == 0, panel.first?.isHeading ?? false, panel.count > 1 { panelSelection = 1 }
    move(by: 0)
  }

  private mutating func move(by count: Int) {
    guard isInPanel else {
      selection = min(max(0, selection + count), max(0, items.count - 1))
      return
    }
    // The panel's selection rests only on lines that lead somewhere.
    let open = panel.indices.filter { panel[$0].destination != nil }
    guard let first = open.first, let last = open.last else { return }
    let wanted = min(max(first, panelSelection + count), last)
    panelSelection =
      (count < 0 ? open.last { $0 <= wanted } : open.first { $0 >= wanted }) ?? first
  }

  private func menuWidth(in context: Context) -> Int {
    let widest = items.map { ColumnWidth.of(context.say($0.title)) }.max() ?? 0
    return min(max(widest + 8, 16), context.session.size.columns / 2)
  }

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let width = id == .main ? menuWidth(in: context) : area.columns
    var cursor = Position(row: area.top, column: area.left + 2)
    var row = area.top
    if id == .start {
      for line in context.say(.welcome).split(separator: "\n", omittingEmptySubsequences: false) {
        let parts = String(line).wrapped(toColumns: area.columns - 4)
        for part in parts {
          frame.put(String(part), row: row, column: area.left + 2, style: .normal)
          row += 1
        }
        if parts.isEmpty { row += 1 }
      }
      row += 1
    }
    let digits = "\(items.count)".count
    for (position, item) in items.enumerated() where row < area.top + area.rows {
      let isSelected = position == selection && !isInPanel
      let reason = context.readOnlyReason(for: item.destination)
      let note = reason.map { "  " + context.say(.unavailable($0)) } ?? ""
      let number = "\(position + 1)".padded(toColumns: digits, alignment: .trailing)
      frame.put(
        "\(isSelected ? ">" : " ") \(number) \(context.say(item.title))\(note)", row: row,
        column: area.left + 1, style: isSelected ? .selected : reason == nil ? .normal : .dim,
        width: width - 2)
      if isSelected { cursor = Position(row: row, column: area.left + 1) }
      row += 1
    }
    if id == .main, !panel.isEmpty {
      drawPanel(
        on: &frame, cursor: &cursor,
        area: Area(
          top: area.top, left: area.left + width + 2, rows: area.rows,
          columns: area.columns - width - 2))
      for row in area.top..<area.top + area.rows {
        frame.put("│", row: row, column: area.left + width, style: .chrome)
      }
    }
    return cursor
  }

  private func drawPanel(on frame: inout Frame, cursor: inout Position, area: Area) {
    let top =
      isInPanel ? Box.firstVisible(panelSelection, of: panel.count, rows: area.rows) : 0
    for row in 0..<area.rows where panel.indices.contains(top + row) {
      let isSelected = isInPanel && top + row == panelSelection
      let line = panel[top + row]
      if isSelected {
        frame.put(">", row: area.top + row, column: area.left - 1, style: .selected)
        cursor = Position(row: area.top + row, column: area.left - 1)
      }
      var column = area.left
      let end = area.left + area.columns
      for span in line.spans where column < end {
        column = frame.put(
          span.text.elided(toColumns: end - column), row: area.top + row, column: column,
          style: isSelected ? .selected : span.style)
      }
    }
  }
}
