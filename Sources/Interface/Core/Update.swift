import Archive
import OrganizationLife
import RecordLog
import Wording

/// The one place where the state changes: an event comes in, effects go out.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .terminal(let event):
    return state.handle(event)
  case .clock(let now, let today):
    let dayChanged = today != state.context.session.today
    state.context.session.now = now
    state.context.session.today = today
    if dayChanged { state.refreshAll() }
    return state.draftsToSave()
  case .opened(let archive, let identity, let isSaidThere):
    return state.opened(archive, identity, isSaidThere)
  case .completed(let archive):
    state.context.archive = archive
    state.refreshAll()
    state.warnOfNotices()
    return state.searchAgain()
  case .reloaded(let archive):
    state.context.archive = archive
    state.refreshAll()
    state.notice = Notice(.reloaded, .good)
    return state.searchAgain()
  case .language(let language):
    state.context.session.language = language
    state.refreshAll()
    return []
  case .written(let references, let archive, let notices):
    return state.written(references, archive, notices) + state.searchAgain()
  case .overtaken(let archive):
    return state.overtaken(archive)
  case .catalogReplaced(let archive):
    return state.catalogReplaced(archive)
  case .searchPreparing(let progress):
    state.prepare(progress)
    return []
  case .found(let answer):
    state.receive(answer)
    return []
  case .failed(let phrase):
    state.notice = Notice(phrase, .bad)
    return [.bell]
  case .edited(let text):
    let context = state.context
    return state.follow(
      state.screens[state.screens.count - 1].change { $0.receive(edited: text, in: context) })
  case .drafts(let drafts):
    state.context.allDrafts = drafts
    state.refreshTop()
    return []
  case .draftSaved(let draft):
    state.draftSaved(draft)
    return []
  case .draftFailed(let name, let reason):
    return state.draftFailed(name, reason)
  case .draftTaken(let name, let isSaving):
    return state.draftTaken(name, isSaving: isSaving)
  case .verified(let health):
    return state.verified(health)
  case .recovered(let notices, let archive, let health):
    state.recovered(notices, archive, health)
    return []
  case .adopted(let references, let archive, let health, let notices):
    state.settled(
      references, archive: archive, health, state.notice(ofAdopting: references, notices))
    return []
  case .dismissed(let health):
    state.settled([], archive: nil, health, Notice(.dismissedText, .good))
    return []
  case .file(let file, let line):
    return state.open(.page(.file(file, line: line)))
  case .papersFound(let subject, let kinds):
    state.offerPapers(of: subject, kinds)
    return []
  case .tablesFound(let files):
    state.changeImport { screen, _ in screen.take(files: files) }
    return []
  case .tableRead(let path, let text):
    state.changeImport { screen, context in screen.take(text, from: path, in: context) }
    return []
  case .paperWritten(let path, let form):
    state.tellOfPaper(at: path, form)
    return []
  case .paperTaken(let order, let path):
    state.askToReplace(order, at: path)
    return [.bell]
  case .said(let notice):
    state.notice = notice
    return []
  }
}

extension State {
  fileprivate mutating func handle(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key):
      notice = nil
      return handle(key)
    case .paste(let text):
      notice = nil
      if overlay != nil { return pasteIntoOverlay(text) }
      let context = self.context
      let outcomes = screens[screens.count - 1].change { $0.paste(text, in: context) }
      guard let outcomes else {
        notice = Notice(.pasteMeansNothing, .warning)
        return [.bell]
      }
      return follow(outcomes)
    case .resize(let size):
      context.session.size = size
      refreshAll()
      return [.repaint]
    case .idle:
      if hasWork {
        let context = self.context
        screens[screens.count - 1].change { $0.work(in: context) }
      }
      return []
    case .signal:
      isFinished = true
      return draftsToSave() + [.quit]
    }
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    // Ctrl-C leaves from anywhere, and what was typed stays as a draft.
    if key == .control("c") { return perform(.suspendDraft) }
    // So does Ctrl-Q, which is no text in any box.
    if overlay != nil, key == .control("q") { return perform(.quit) }
    if overlay != nil { return handleInOverlay(key) }
    let behavior = top.behavior
    if behavior.acceptsText, case .character = key { return type(key) }
    let found = Command.of(key.folded, in: behavior.scopes)
    guard let command = found ?? Command.of(function: key, in: behavior.scopesBeneath) else {
      return type(key)
    }
    if let reason = disabledReason(of: command) {
      notice = Notice(reason, .warning)
      return [.bell]
    }
    // In a form a letter may be meant for the text of the next place: only Ctrl-Q leaves it.
    if command.action == .quit, case .character = key, case .form = top { return type(key) }
    // Which digit it was is the screen's to know.
    if command.action == .absent { return type(key.folded) }
    return perform(command.action)
  }

  private mutating func type(_ key: Key) -> [Effect] {
    let context = self.context
    guard
      let outcomes = screens[screens.count - 1].change({
        $0.type($0.acceptsText ? key : key.folded, in: context)
      })
    else {
      notice = Notice(.unknownKey)
      return []
    }
    return follow(outcomes)
  }

  /// Does what a command asks: first the screen, then what is the same everywhere.
  mutating func perform(_ action: Action) -> [Effect] {
    let context = self.context
    if let outcomes = screens[screens.count - 1].change({ $0.perform(action, in: context) }) {
      return follow(outcomes)
    }
    switch action {
    case .back:
      return goBack()
    case .quit, .suspendDraft:
      return quit()
    case .help:
      let isTyping = top.behavior.acceptsText
      let commands = Command.available(in: scopes).filter { command in
        !isTyping || command.keys.contains { !$0.isCharacter }
      }
      overlay = .help(
        HelpBox(
          commands.map { ($0, disabledReason(of: $0)) }, packs: CatalogPack.all,
          whileTyping: isTyping))
    case .palette:
      overlay = .palette(paletteBox())
    case .newRecord:
      askForKind()
    case .search:
      guard context.archive != nil else {
        notice = Notice(.noStoreOpen, .warning)
        return []
      }
      return open(.search(""))
    case .undo:
      askForUndo()
    case .calendar:
      guard let scope = context.scope ?? context.topOrganization else {
        notice = Notice(.noOrganizationYet, .warning)
        return []
      }
      return open(.calendar(scope, day: context.session.today))
    case .markChecked:
      return checkMember()
    case .choosePeriod:
      askForHalfMonth()
    case .verify:
      guard context.archive != nil else {
        notice = Notice(.noStoreOpen, .warning)
        return []
      }
      notice = Notice(.verifying)
      return [.verify]
    case .reload:
      return [.reload, .repaint]
    default:
      notice = Notice(.unknownKey)
    }
    return []
  }

  /// Carries out what a screen wanted, in order.
  mutating func follow(_ outcomes: [Outcome]) -> [Effect] {
    var effects: [Effect] = []
    for outcome in outcomes {
      switch outcome {
      case .open(let destination): effects += open(destination)
      case .close: effects += closeTop()
      case .overlay(let overlay): self.overlay = overlay
      case .notice(let notice): self.notice = notice
      case .effect(let effect): effects.append(effect)
      case .offerExport(let order): offerExport(order)
      case .turnToFound(let step): effects += turnToFound(by: step)
      }
    }
    return effects
  }

  private mutating func goBack() -> [Effect] {
    guard screens.count > 1 else {
      notice = Notice(context.archive == nil ? .quitFromStart : .quitFromMenu)
      return []
    }
    return closeTop()
  }

  /// Closes the topmost screen; a form that was changed stays as a draft.
  private mutating func closeTop() -> [Effect] {
    var effects: [Effect] = []
    if let draft = top.draft {
      effects.append(.saveDraft(name: draft.name, title: draft.title, bytes: draft.bytes))
      notice = Notice(.keptAsDraft(draft.title))
      leaving = .screen(top)
    }
    if case .page(let page) = top, let row = page.subject.rowWalkedFrom, screens.count > 1,
      case .list(var list) = screens[screens.count - 2]
    {
      list.goTo(row, in: context)
      screens[screens.count - 2] = .list(list)
    }
    pop()
    return effects
  }

  // MARK: What the wiring reports

  /// Changes the screen of an import that waits for something.
  fileprivate mutating func changeImport(_ body: (inout ImportScreen, Context) -> Void) {
    guard case .importing(var screen) = top else { return }
    body(&screen, context)
    screens[screens.count - 1] = .importing(screen)
  }

  fileprivate mutating func opened(
    _ archive: Archive, _ identity: Identity?, _ isSaidThere: Bool
  ) -> [Effect] {
    context.archive = archive
    if let identity { context.session.identity = identity }
    guard let identity = context.session.identity,
      identity.isAtWork(in: archive.ledger, on: context.session.today, isSaidThere: isSaidThere)
    else {
      context.session.identity = nil
      context.scope = context.topOrganization
      reset(to: .menu(MenuScreen(.main)))
      return open(archive.ledger.members.isEmpty ? .form(.identity) : .list(.identities))
    }
    context.scope = identity.organization ?? context.topOrganization
    reset(to: .menu(MenuScreen(.main)))
    offerDraft()
    warnOfNotices()
    // What the roster itself bears out need not be asked, and is said there from now on.
    return isSaidThere ? [] : [.keepIdentity(identity)]
  }

  /// Says that something in the store could not be read, or that nothing can be written.
  fileprivate mutating func warnOfNotices() {
    guard let archive = context.archive else { return }
    if !archive.notices.isEmpty {
      notice = Notice(.openedWithNotices(archive.notices.count), .warning)
    } else if let reason = context.readOnlyReason(for: context.scope) {
      notice = Notice(reason, .warning)
    }
  }

  /// A form is checked against what stands now and saved; anything else is looked at again.
  fileprivate mutating func overtaken(_ archive: Archive) -> [Effect] {
    context.archive = archive
    refreshAll()
    notice = Notice(.overtaken, .warning)
    guard case .form = top, let form = screens.indices.last else { return searchAgain() }
    let context = self.context
    return follow(screens[form].change { $0.perform(.save, in: context) } ?? [])
  }

  fileprivate mutating func written(
    _ references: [Reference], _ archive: Archive, _ notices: [AppendNotice]
  ) -> [Effect] {
    context.archive = archive
    lastWritten = references
    var visited: Reference?
    if screens.count > 1 {
      switch top {
      case .form, .importing: screens.removeLast()
      case .visit:
        screens.removeLast()
        visited = references.first
      case .menu, .list, .page, .grid, .calendar, .search: break
      }
    }
    if context.scope == nil { context.scope = context.topOrganization }
    refreshAll()
    let withdrawn = references.compactMap { archive.record($0)?.first("Withdraws") }
    notice = Notice(
      withdrawn.isEmpty ? .written(references.map(\.text)) : .withdrawn(withdrawn), .good)
    if let said = notices.compactMap(\.phraseAfterWriting).first { notice = Notice(said, .warning) }
    // The papers of a visit and its findings are one key away.
    if let visited { return open(.page(.visit(visited))) }
    if let reference = references.first, references.count == 1 {
      askToCarryOn(reference, archive)
    }
    showWhereItStands(references, archive)
    let isNew = references.first.flatMap { archive.record($0) }?.first("Corrects") == nil
    // What was changed is seen on the page it was changed from; what is new has a page of its own.
    if let reference = references.first, references.count == 1, isNew || !isPage,
      !isWorkedThrough, archive.ledger.activity(reference) != nil
    {
      return open(.page(.activity(reference)))
    }
    return []
  }

  /// Puts the mark of a list on what was just entered, so that the next key is not meant for
  /// something else.
  private mutating func showWhereItStands(_ references: [Reference], _ archive: Archive) {
    guard case .list(var list) = top, !isWorkedThrough, let reference = references.first,
      let record = archive.record(reference)
    else { return }
    list.goTo(reference.text, in: context)
    if record.type == "procedure", let kind = record.first("Kind"),
      let subject = record.first("Subject")
    {
      list.goTo("\(kind) \(Person(subject))", in: context)
    }
    screens[screens.count - 1] = .list(list)
  }

  /// Whether the list on top is one of things to be settled one after the other.
  private var isWorkedThrough: Bool {
    guard case .list(let list) = top else { return false }
    return switch list.source {
    case .inspection, .makeUps: true
    default: false
    }
  }

  private var isPage: Bool {
    if case .page = top { true } else { false }
  }

  fileprivate mutating func draftSaved(_ draft: DraftSummary) {
    unkept.remove(draft.name)
    if case .screen(let screen) = leaving, screen.draft?.name == draft.name { leaving = nil }
    context.allDrafts = [draft] + context.allDrafts.filter { $0.name != draft.name }
    for position in screens.indices where screens[position].draft?.name == draft.name {
      screens[position].markDraftSaved(at: draft.saved)
    }
    if case .menu = top { refreshTop() }
  }

  /// The form whose draft another window has settled asks before it is saved a second time.
  fileprivate mutating func draftTaken(_ name: String, isSaving: Bool) -> [Effect] {
    for position in screens.indices {
      guard case .form(var form) = screens[position], form.draftName == name else { continue }
      form.isTaken = true
      screens[position] = .form(form)
    }
    if isSaving, overlay == nil {
      overlay = .question(id: FormScreen.takenQuestion, .saveTaken)
    } else {
      notice = Notice(.draftTaken, .warning)
    }
    return [.bell]
  }

  /// The drafts of all open forms that changed since they were last kept.
  func draftsToSave() -> [Effect] {
    screens.compactMap { screen in
      guard screen.isDirty, let draft = screen.draft else { return nil }
      return .saveDraft(name: draft.name, title: draft.title, bytes: draft.bytes)
    }
  }
}
