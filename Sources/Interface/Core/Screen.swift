import Archive
import OrganizationLife
import RecordLog
import Wording

/// The lists that can be opened.
public enum ListSource: Hashable, Sendable {
  /// The tree of organisations below one (nil: the whole store) with what each still owes.
  case organizations(OrganizationIdentifier?)
  /// The people of an organisation (of everything below it, if it is not a branch).
  case members(OrganizationIdentifier)
  /// Study records of each member by half months, to be checked.
  case study(OrganizationIdentifier)
  /// A sample of the members below an organisation, to be gone through one after the other.
  case sample(OrganizationIdentifier, SampleDraw)
  /// A sample of what was held, to be gone through one after the other: how it was drawn, what was
  /// drawn, and of how many.
  case drawnRecords(SampleDraw, [Reference], of: Int)
  /// What was held, newest first; of one kind or of all.
  case activities(OrganizationIdentifier, kind: String?)
  /// Records that stand behind an answer.
  case records(title: String, [Reference])
  /// What an organisation and those below owe today.
  case due(OrganizationIdentifier)
  /// Open matters.
  case matters(OrganizationIdentifier)
  /// The lines of a checklist with their answers.
  case checklist(OrganizationIdentifier, id: String)
  /// Every branch below with the counts of its checklist's answers.
  case checklists(OrganizationIdentifier, id: String)
  /// The visits to an organisation and those below it.
  case visits(OrganizationIdentifier)
  /// Unfinished drafts.
  case drafts
  /// Activities of the year counted by kind.
  case statistics(OrganizationIdentifier, year: Int)
  /// The kinds of activity that an organisation holds.
  case kinds(OrganizationIdentifier)
  /// People to choose from when asked who one is.
  case identities
  /// What is behind cells of the grid: what was asked of an organisation and those below it in
  /// some months, by one obligation or all.
  case duties(OrganizationIdentifier, DutySpan, obligation: String?)
  /// 迎检自查: what is owed, lacking or against a rule in a year, of a branch with its groups, or
  /// of an organisation above branches alone.
  case inspection(OrganizationIdentifier, year: Int)
  /// The organisations below one with the counts of their 迎检自查.
  case inspections(OrganizationIdentifier, year: Int)
  /// 补学: absences that have to be made up, or were.
  case makeUps(OrganizationIdentifier)
  /// Matters that were closed this year and last.
  case settledMatters(OrganizationIdentifier)
  /// Where everybody stands in procedures, of one kind or of all.
  case procedures(OrganizationIdentifier, kind: String?)
  /// Plans of this year with what was done of them.
  case plans(OrganizationIdentifier)
  /// Terms: when each is up, seats that stand empty.
  case terms(OrganizationIdentifier)
  /// What falls into a month: political birthdays, probations and terms that end.
  case dates(OrganizationIdentifier, month: Period)
  /// Dues, where they may be read.
  case dues(OrganizationIdentifier)
  /// What the next meeting of a kind may take up.
  case agenda(OrganizationIdentifier, kind: String)
  /// Every entry of the unit's catalogue.
  case catalog
  /// 做法包: which there are, and which are switched on.
  case packs
  /// The reports for an organisation.
  case reports(OrganizationIdentifier)
  /// The lines of a report.
  case report(ReportRequest)
  /// The lines of a report of which numbers were published, beside these.
  case reportComparison(ReportRequest)
  /// A line of a report by month and by organisation, drawn.
  case reportGraph(ReportRequest, line: String)
  /// A line of a report for each organisation below in each month.
  case reportGrid(ReportRequest, line: String)
}

/// Which report is meant.
public struct ReportRequest: Hashable, Sendable {
  /// Its id in the catalogue.
  public var id: String
  /// For which organisation and all below it.
  public var organization: OrganizationIdentifier
  /// For which period.
  public var period: Period

  /// A report for an organisation and a period.
  public init(id: String, organization: OrganizationIdentifier, period: Period) {
    self.id = id
    self.organization = organization
    self.period = period
  }
}

/// The pages that can be opened.
public enum PageSubject: Hashable, Sendable {
  /// A member, with those before and after for `PgUp` and `PgDn`.
  case member(MemberIdentifier, among: [MemberIdentifier])
  /// Something that was held.
  case activity(Reference)
  /// Something that was held, in a sample with those before and after for `PgUp` and `PgDn`.
  case drawnRecord(Reference, among: [Reference])
  /// An organisation.
  case organization(OrganizationIdentifier)
  /// Any other record, field by field.
  case record(Reference)
  /// All versions of a record with their differences.
  case history(Reference)
  /// A line of a checklist with the evidence for its answer; at a visit as of its day, else as of
  /// today.
  case checklistItem(
    OrganizationIdentifier, checklist: String, item: String, atVisitOn: Day? = nil)
  /// A visit with its findings.
  case visit(Reference)
  /// Something of 迎检自查: what it is, by which rule, what to do, where to correct it.
  case finding(InspectionLine)
  /// An absence that has to be made up, and the ways to do so.
  case makeUp(Reference)
  /// A matter with all that happened to it.
  case matter(Reference)
  /// All steps of one subject in a procedure.
  case standing(Person, kind: String)
  /// 台账校验: what was found, and what waits for a person.
  case verification
  /// Text in quarantine, by its path.
  case quarantined(String)
  /// A file of the store around one of its lines.
  case file(FileText, line: Int)
  /// An entry of the catalogue, of several of one id the one that begins on a day.
  case catalogEntry(CatalogEntry.Key, since: Day?)
  /// 做法包: what a pack brings and where it is found.
  case pack(String)
  /// 总结一句话 of a report, with the numbers in it.
  case reportSentence(ReportRequest)
}

/// The forms that can be opened.
public enum FormRequest: Hashable, Sendable {
  /// A new record of a kind; `period` when it is entered late for one that is over (补录).
  case newActivity(kind: String, organization: OrganizationIdentifier, period: Period? = nil)
  /// Changes one: freely while 未定稿, as 更正 with a reason after.
  case changeActivity(Reference)
  /// Signs one off (定稿).
  case sign(Reference)
  /// Withdraws a record (作废) with a reason.
  case withdraw(Reference)
  /// A new person in a branch.
  case newMember(OrganizationIdentifier)
  /// A new snapshot of a person from a day on: transfer, 转正, post, group, leaving.
  case changeMember(MemberIdentifier)
  /// A roster pasted from a spreadsheet.
  case pasteRoster(OrganizationIdentifier)
  /// A new organisation below another.
  case newOrganization(parent: OrganizationIdentifier?)
  /// A new snapshot of an organisation from a day on: officers, election, name, end.
  case changeOrganization(OrganizationIdentifier)
  /// An answer by hand to a line of a checklist.
  case answer(OrganizationIdentifier, checklist: String, item: String)
  /// A finding or other matter, about a member when one is given.
  case newMatter(OrganizationIdentifier, about: MemberIdentifier?)
  /// 发现问题 on a line of a member's page: a finding, and the review that says so, which names the
  /// sample where the member was drawn. `words` are those of a warning that stands on the page.
  case newFinding(
    OrganizationIdentifier, about: MemberIdentifier, line: MemberLine, words: String = "",
    sample: String)
  /// 发现问题 in a record that was drawn in a sample: a finding, and the review that says so.
  case newRecordFinding(Reference, sample: String)
  /// A new document, honour, team or plan.
  case newPlain(type: String, OrganizationIdentifier)
  /// Corrects one of these, with a reason.
  case changePlain(Reference)
  /// What happened to a matter.
  case moveMatter(Reference)
  /// Closes a matter (销号).
  case closeMatter(Reference)
  /// Sends a matter that waits to be closed back to those who mend it, with a reason (退回整改).
  case returnMatter(Reference)
  /// A short form over a visit; what it says goes to the visit, not to the log.
  case visit(VisitPart, OrganizationIdentifier, checklist: String)
  /// How an absence was made up (补学), known as `Id#MEMBER`.
  case makeUp(Reference)
  /// An absent member signs for having read the record (传阅签名), known as `Id#MEMBER`.
  case signMakeUp(Reference)
  /// The next step of a procedure, or a first one; the subject is empty when it is still to be
  /// chosen.
  case procedureStep(OrganizationIdentifier, kind: String, subject: String)
  /// A new store.
  case newStore
  /// A store that exists.
  case openStore
  /// Who is working.
  case identity
  /// A new entry of the catalogue, part of `owner` where it is one of a checklist or procedure.
  case newCatalogEntry(type: String, owner: String = "")
  /// An entry of the catalogue as it goes on from a day.
  case changeCatalogEntry(CatalogEntry.Key, since: Day?)
}

/// The numbered menus.
public enum MenuID: Hashable, Sendable {
  /// No store yet: 新建台账 演示 打开
  case start
  /// The first screen.
  case main
  /// 支部与党员
  case branch
  /// 检查清单 and 迎检自查
  case checks
  /// 整改落实: matters, 补学, procedures, terms
  case followUp
  /// 设置
  case settings
}

/// A place that a menu item, a list row or a line of a page leads to.
public enum Destination: Hashable, Sendable {
  /// A menu.
  case menu(MenuID)
  /// A list.
  case list(ListSource)
  /// A page.
  case page(PageSubject)
  /// The grid of organisations by months, of a year.
  case grid(OrganizationIdentifier, year: Int)
  /// The calendar of an organisation and everything below it, at a day.
  case calendar(OrganizationIdentifier, day: Day)
  /// Bringing in members or activities from a table.
  case importTable(OrganizationIdentifier)
  /// A form.
  case form(FormRequest)
  /// The form of a record with the cursor on one of its fields, of an item where one is given, at
  /// a member's seat on the roster.
  case field(Reference, name: String, item: Int?, member: MemberIdentifier?)
  /// The form of a record that does a plan: of a kind of activity, or of another type.
  case doing(plan: Reference, as: String)
  /// Says that an absence (`Id#MEMBER`) was made up at an activity.
  case makeUp(Reference, at: Reference)
  /// A visit to an organisation by a checklist: one that was begun and left, or a new one.
  case visit(OrganizationIdentifier, checklist: String)
  /// Looking for text among all records.
  case search(String)
  /// A page at the line that a search has found.
  case place(PageSubject, FoundPlace?)
  /// A draft, resumed where it was left.
  case draft(DraftSummary)
  /// Makes an organisation the one that the screens speak of and opens the main menu for it.
  case scope(OrganizationIdentifier)
  /// Takes over an identity and goes on to the main menu.
  case identity(Identity)
  /// Asks whether a pack is to be switched on, or off where it is on.
  case pack(String)
  /// Runs a command.
  case command(Action)
  /// A file of the store, relative to it, at a line; it is read first.
  case file(String, line: Int)
}

/// What a screen wants done after it handled something.
public enum Outcome: Sendable {
  /// Opens another screen on top.
  case open(Destination)
  /// Closes this screen.
  case close
  /// Puts a box of choices, a calendar, a question on top of the screen.
  case overlay(Overlay)
  /// Shows a sentence on the notice line.
  case notice(Notice)
  /// Asks in which form something is to be written into a file.
  case offerExport(ExportOrder)
  /// Shows the next record that the search below this page has found, or the one before it.
  case turnToFound(by: Int)
  /// Asks the wiring for something.
  case effect(Effect)
}

/// A sentence on the notice line until the next key.
public struct Notice: Hashable, Sendable {
  /// How it is meant.
  public enum Tone: Hashable, Sendable { case plain, good, warning, bad }
  /// What it says.
  public var phrase: Phrase
  /// How it is meant.
  public var tone: Tone

  /// A notice.
  public init(_ phrase: Phrase, _ tone: Tone = .plain) {
    self.phrase = phrase
    self.tone = tone
  }
}

/// What every screen can do. Screens are values; nothing in them is shared.
public protocol ScreenBehavior: Sendable {
  /// The title on the first row.
  func title(in context: Context) -> String
  /// What stands at the right end of the first row; empty for the default (day and user).
  func status(in context: Context) -> String
  /// Rows that follow below the last one shown.
  func rowsBelow(in context: Context) -> Int
  /// Where commands are looked up, innermost first.
  var scopes: [Scope] { get }
  /// Whether characters are text here rather than commands.
  var acceptsText: Bool { get }
  /// Where function keys are looked up that mean nothing in `scopes`: what a line that is typed
  /// into has opened over.
  var scopesBeneath: [Scope] { get }
  /// Does what a command asks; nil if it means nothing here.
  mutating func perform(_ action: Action, in context: Context) -> [Outcome]?
  /// Takes a key that is no command here; nil if it means nothing.
  mutating func type(_ key: Key, in context: Context) -> [Outcome]?
  /// Takes pasted text; nil if it means nothing here.
  mutating func paste(_ text: String, in context: Context) -> [Outcome]?
  /// Takes what was chosen in an overlay that this screen had opened.
  mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome]
  /// Takes a text back from the outer editor.
  mutating func receive(edited text: String, in context: Context) -> [Outcome]
  /// Rebuilds what is derived from the ledger, the language or the size.
  mutating func refresh(in context: Context)
  /// Whether the screen has still to find out a part of what it shows. It is drawn before that,
  /// and goes on by steps while no key is pressed.
  var hasWork: Bool { get }
  /// Takes one step of that work.
  mutating func work(in context: Context)
  /// Draws the body and states where the cursor is.
  func draw(on frame: inout Frame, area: Area, in context: Context) -> Position
}

extension ScreenBehavior {
  public func status(in context: Context) -> String { "" }
  public var scopesBeneath: [Scope] { [] }
  public func rowsBelow(in context: Context) -> Int { 0 }
  public var hasWork: Bool { false }
  public mutating func work(in context: Context) {}
  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? { nil }
  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? { nil }
  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] { [] }
  public mutating func receive(edited text: String, in context: Context) -> [Outcome] { [] }
}

/// The part of the frame that a screen may draw on.
public struct Area: Hashable, Sendable {
  /// The first row.
  public var top: Int
  /// The first column.
  public var left: Int
  /// How many rows.
  public var rows: Int
  /// How many columns.
  public var columns: Int

  /// An area.
  public init(top: Int, left: Int, rows: Int, columns: Int) {
    self.top = top
    self.left = left
    self.rows = rows
    self.columns = columns
  }
}

/// The screens, as data on a stack.
///
/// To add one: a case here, a struct that conforms to `ScreenBehavior`, a `Destination` that leads
/// to it in `State.open`, its scope in `Scope`, its commands in `Command.all`.
public enum Screen: Sendable {
  /// A numbered menu with a panel beside it.
  case menu(MenuScreen)
  /// A list that scrolls, sorts and filters.
  case list(ListScreen)
  /// A page of lines that lead on.
  case page(PageScreen)
  /// The grid of organisations by months.
  case grid(GridScreen)
  /// What is coming, by days.
  case calendar(CalendarScreen)
  /// Bringing in members or activities from a table.
  case importing(ImportScreen)
  /// A form.
  case form(FormScreen)
  /// Looking for text among all records.
  case search(SearchScreen)
  /// A visit being made.
  case visit(VisitScreen)

  /// The screen's behaviour, to read.
  var behavior: any ScreenBehavior {
    switch self {
    case .menu(let screen): screen
    case .list(let screen): screen
    case .page(let screen): screen
    case .grid(let screen): screen
    case .calendar(let screen): screen
    case .importing(let screen): screen
    case .form(let screen): screen
    case .search(let screen): screen
    case .visit(let screen): screen
    }
  }

  /// What is kept of it as a draft while nothing is written; nil for what has nothing to keep.
  var draft: (name: String, title: String, bytes: [UInt8])? {
    switch self {
    case .form(let form): form.draft
    case .visit(let visit): visit.draft
    case .menu, .list, .page, .grid, .calendar, .importing, .search: nil
    }
  }

  /// Whether that changed since it was last kept.
  var isDirty: Bool {
    switch self {
    case .form(let form): form.isDirty
    case .visit(let visit): visit.isDirty
    case .menu, .list, .page, .grid, .calendar, .importing, .search: false
    }
  }

  /// Says that the draft is safely on the disk.
  mutating func markDraftSaved(at moment: Moment) {
    switch self {
    case .form(var form):
      form.markDraftSaved(at: moment)
      self = .form(form)
    case .visit(var visit):
      visit.markDraftSaved(at: moment)
      self = .visit(visit)
    case .menu, .list, .page, .grid, .calendar, .importing, .search: break
    }
  }

  /// Changes the screen in place.
  mutating func change<Result>(_ body: (inout any ScreenBehavior) -> Result) -> Result {
    var behavior = self.behavior
    let result = body(&behavior)
    switch behavior {
    case let screen as MenuScreen: self = .menu(screen)
    case let screen as ListScreen: self = .list(screen)
    case let screen as PageScreen: self = .page(screen)
    case let screen as GridScreen: self = .grid(screen)
    case let screen as CalendarScreen: self = .calendar(screen)
    case let screen as ImportScreen: self = .importing(screen)
    case let screen as FormScreen: self = .form(screen)
    case let screen as SearchScreen: self = .search(screen)
    case let screen as VisitScreen: self = .visit(screen)
    default: break
    }
    return result
  }
}
