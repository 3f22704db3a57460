import Archive
import OrganizationLife
import Wording

/// Everything that is on the screen and in the user's hands.
public struct State: Sendable {
  /// What the screens may look at.
  public internal(set) var context: Context
  /// The screens, the topmost last; never empty.
  public internal(set) var screens: [Screen]
  /// The box over the topmost screen, if one is open.
  public internal(set) var overlay: Overlay?
  /// The box that lies under the message of how it works.
  var covered: Overlay?
  /// What the notice line says.
  public internal(set) var notice: Notice?
  /// Whether the program is to end.
  public internal(set) var isFinished = false
  /// What the box of papers, or the question about one, is about.
  var printing: PaperOrder?
  /// What the box of forms is about.
  var exporting: ExportOrder?
  /// What is being left: the screen that was closed, until its draft lies on the disk, or the
  /// program, by a key.
  var leaving: Leaving?
  /// The drafts that could not be kept when that was tried last.
  var unkept: Set<String> = []
  /// What was written last in this session, for `u`.
  var lastWritten: [Reference] = []

  /// The state before a store is open: the start menu.
  public init(session: Session) {
    context = Context(archive: nil, session: session, drafts: [], scope: nil)
    screens = [.menu(MenuScreen(.start))]
    refreshTop()
  }

  /// The topmost screen.
  public var top: Screen { screens[screens.count - 1] }

  /// Whether the topmost screen has still to find something out: it goes on with each
  /// `.terminal(.idle)`.
  public var hasWork: Bool { top.behavior.hasWork }

  /// Where commands are looked up.
  var scopes: [Scope] { top.behavior.scopes }

  /// Opens a destination on top of the stack, or answers why it cannot be.
  mutating func open(_ destination: Destination) -> [Effect] {
    switch destination {
    case .menu(let id):
      push(.menu(MenuScreen(id)))
    case .list(let source):
      push(.list(ListScreen(source)))
    case .page(let subject):
      push(.page(PageScreen(subject)))
    case .search(let text):
      let screen = SearchScreen(text)
      push(.search(screen))
      return [.renewSearch] + (screen.query.isEmpty ? [] : [screen.request])
    case .place(let subject, let place):
      push(.page(PageScreen(subject, at: place)))
    case .grid(let root, let year):
      push(.grid(GridScreen(root, year: year)))
    case .calendar(let root, let day):
      push(.calendar(CalendarScreen(root, day: day)))
    case .importTable(let organization):
      if let reason = context.readOnlyReason(for: destination) {
        notice = Notice(reason, .warning)
        return []
      }
      push(.importing(ImportScreen(organization)))
      return [.findTables]
    case .form(.newFinding(let organization, let id, let line, let words, ""))
    where !sampleText.isEmpty:
      return open(
        .form(
          .newFinding(organization, about: id, line: line, words: words, sample: sampleText)))
    case .form(.newRecordFinding(let reference, "")) where !sampleText.isEmpty:
      return open(.form(.newRecordFinding(reference, sample: sampleText)))
    case .form(let request):
      if let reason = context.readOnlyReason(for: destination) {
        notice = Notice(reason, .warning)
      } else if askForProof(of: request) {
        return []
      } else if let form = FormScreen(request, in: context) {
        push(.form(form))
        if let draft = context.drafts.first(where: { $0.isOf(request) }) {
          notice = Notice(.anotherDraft(draft.title), .warning)
        }
      } else {
        notice = Notice(.cannotOpenForm, .warning)
      }
    case .field(let reference, let name, let item, let member):
      if let reason = context.readOnlyReason(for: destination) {
        notice = Notice(reason, .warning)
      } else if name == "Signed", let form = FormScreen(.sign(reference), in: context) {
        push(.form(form))
      } else if var form = FormScreen(.changeActivity(reference), in: context) {
        form.go(to: name, item: item, member: member, in: context)
        push(.form(form))
      } else {
        notice = Notice(.cannotOpenForm, .warning)
      }
    case .doing(let plan, let choice):
      begin(choice, doing: plan)
    case .makeUp(let missed, let session):
      askForMakeUp(missed, at: session)
    case .visit(let organization, let checklist):
      beginVisit(to: organization, checklist)
    case .draft(let draft) where VisitScreen.subject(of: draft.bytes) != nil:
      guard let visit = VisitScreen(resuming: draft, in: context) else {
        notice = Notice(.draftUnreadable(draft.title), .bad)
        return []
      }
      push(.visit(visit))
    case .draft(let draft):
      guard let form = FormScreen(resuming: draft, in: context) else {
        notice = Notice(.draftUnreadable(draft.title), .bad)
        return []
      }
      push(.form(form))
    case .scope(let organization):
      context.scope = organization
      reset(to: .menu(MenuScreen(.main)))
    case .identity(let identity):
      context.session.identity = identity
      context.scope = identity.organization ?? context.topOrganization
      reset(to: .menu(MenuScreen(.main)))
      offerDraft()
      return [.keepIdentity(identity)]
    case .pack(let id):
      askForPack(id)
    case .command(let action):
      return perform(action)
    case .file(let path, let line):
      return [.showFile(path: path, line: line)]
    }
    return []
  }

  /// Puts a screen on top.
  mutating func push(_ screen: Screen) {
    screens.append(screen)
    refreshTop()
  }

  /// Closes the topmost screen; the first one stays.
  mutating func pop() {
    if screens.count > 1 { screens.removeLast() }
    refreshTop()
  }

  /// Makes that the only screen.
  mutating func reset(to screen: Screen) {
    screens = [screen]
    refreshTop()
  }

  /// Rebuilds what the topmost screen derives from the ledger.
  mutating func refreshTop() {
    let context = self.context
    screens[screens.count - 1].change { $0.refresh(in: context) }
  }

  /// Rebuilds every screen after the ledger, the size or the language changed.
  mutating func refreshAll() {
    let context = self.context
    for position in screens.indices {
      screens[position].change { $0.refresh(in: context) }
    }
  }

  /// Offers to go on with the newest draft.
  mutating func offerDraft() {
    guard let draft = context.drafts.first, isOfOwnPlace(draft) else { return }
    let title = draft.title.clipped(toColumns: 40)
    overlay = .question(id: State.draftQuestion, .goOnWithDraft(title, draft.saved))
  }

  /// Whether a draft is of the organisation that the user works for or of one of its groups:
  /// whoever comes after someone else at the same machine is not led into that one's form.
  private func isOfOwnPlace(_ draft: DraftSummary) -> Bool {
    guard let form = FormScreen(resuming: draft, in: context), let place = form.organization,
      let scope = context.scope
    else { return true }
    return place == scope
      || context.archive?.ledger.branch(of: place, on: context.session.today)?.id == scope
  }

  static let draftQuestion = "draft"
  static let undoQuestion = "undo"
  static let kindChoice = "kind"
  /// Before the type of a record that is no activity, among the choices of what to record.
  static let plainChoice = "record "
  static let makeUpQuestion = "makeUp "
  static let studyQuestion = "study "
  static let halfMonthChoice = "half "
  static let groupChoice = "group"
}

extension FormRequest {
  /// Whether the form writes to a store that must be open and writable.
  var needsStore: Bool {
    switch self {
    case .newStore, .openStore, .identity: false
    default: true
    }
  }
}

extension Context {
  /// The organisation above all others: where an officer without one of her own starts.
  var topOrganization: OrganizationIdentifier? {
    archive?.ledger.organizations(on: session.today).first { $0.parent == nil }?.id
  }
}
