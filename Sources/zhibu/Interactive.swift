import Archive
import Curses
import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// The wiring of the interface: reads events from the terminal, lets them change the state, does
/// what that asks for and paints the result.
@MainActor
struct Interactive {
  let terminal: Terminal
  let clock: SystemClock
  private(set) var state: State
  private(set) var settings: Settings
  private var drafts: DraftBox
  /// Who the command line says works in the first ledger that is opened.
  private var named: Identity?
  private(set) var store: Store?
  private var lastTick: Int64 = 0
  /// The drafts that this window knows to lie on the disk: one that is gone from there was settled
  /// by another window.
  private var knownDrafts: Set<String> = []
  /// What looks for text in the open ledger; nil until something was looked for.
  var search: Search?
  /// What is looked for, and how many records of what is found are shown.
  var pendingSearch: (query: SearchQuery, limit: Int)?
  /// The index that is being made; nil when none is.
  var indexMaking: IndexMaking?
  /// Whether making one was tried, so that what cannot be kept is not made again and again.
  var hasMadeIndex = false

  /// Opens the interface on a store, or on the start menu when there is none, until the user
  /// quits.
  static func run(
    storeDirectory: String?, proposedDirectory: String, settings: Settings, language: Language,
    today: Day?, identity: Identity?
  ) throws {
    let store: Store?
    if let storeDirectory { store = try Store(opening: storeDirectory) } else { store = nil }
    let terminal = try Terminal()
    defer { terminal.leave() }
    terminal.sayAtFailure(Phrase.stoppedUnexpectedly(language))
    let clock = SystemClock(today: today, zone: store?.manifest.zone)
    var interactive = Interactive(
      terminal: terminal, clock: clock,
      state: State(
        session: Session(
          language: language, today: clock.today(), now: clock.now(), size: terminal.size,
          identity: identity ?? settings.identity, proposedDirectory: proposedDirectory,
          login: settings.login)),
      settings: settings, drafts: DraftBox(directory: settings.draftsDirectory), named: identity)
    if let store { for event in interactive.open(store) { interactive.process(event) } }
    interactive.loop()
  }

  private init(
    terminal: Terminal, clock: SystemClock, state: State, settings: Settings, drafts: DraftBox,
    named: Identity?
  ) {
    self.terminal = terminal
    self.clock = clock
    self.state = state
    self.settings = settings
    self.drafts = drafts
    self.named = named
  }

  /// Longest wait for a key, in milliseconds: with the clock's second, a draft is kept within a
  /// second and a half of a change.
  private static let waitingTime = 450

  private mutating func loop() {
    while !state.isFinished {
      terminal.present(state.render())
      tick()
      let isBusy = isSearching || state.hasWork
      let event = terminal.next(waitingAtMost: isBusy ? 0 : Self.waitingTime)
      process(.terminal(event))
      if event == .idle { for answer in goOnSearching() { process(answer) } }
    }
  }

  /// Tells the time once a second, after what was typed is on the screen: keeping a draft waits
  /// for the disk, and a key must not.
  private mutating func tick() {
    let now = clock.now()
    guard now.seconds > lastTick else { return }
    lastTick = now.seconds
    process(.clock(now, today: clock.today()))
    terminal.present(state.render())
  }

  /// Lets an event change the state, then does what follows from it, in order.
  private mutating func process(_ event: Event) {
    var effects = update(&state, event)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      for answer in perform(effect) { effects += update(&state, answer) }
    }
  }

  private mutating func perform(_ effect: Effect) -> [Event] {
    switch effect {
    case .append(let records, let draft): return append(records, draft: draft)
    case .saveDraft(let name, let title, let bytes): return keep(name, title, bytes)
    case .removeDraft(let name):
      return remove(draft: name) + listDrafts()
    case .replaceCatalog(let old, let new): return replaceCatalog(old, new)
    case .edit(let text): return edit(text)
    case .createStore(let directory, let unit, let first, let identity):
      return createStore(directory, unit, first, identity)
    case .openSample: return openSample()
    case .openStore(let directory): return openStore(directory)
    case .keepIdentity(let identity):
      settings.keep(identity, in: store?.root)
      return attempt { try settings.save() } ?? []
    case .keepLanguage(let code):
      guard let language = Language(rawValue: code) else { return [] }
      settings.language = language
      return (attempt { try settings.save() } ?? []) + [.language(language)]
    case .search(let query, let limit): return look(for: query, limit: limit)
    case .renewSearch: search = nil
    case .reload: return reload()
    case .verify, .recover, .adopt:
      // These look at the whole ledger: what is being done is said first.
      terminal.present(state.render())
      return care(effect)
    case .dismiss, .showFile: return care(effect)
    case .findPapers(let subject): return findPapers(of: subject)
    case .print(let order): return print(order)
    case .export(let order): return export(order)
    case .findTables: return [.tablesFound(findTables())]
    case .readTable(let path): return readTable(path)
    case .bell: terminal.bell()
    case .repaint: terminal.repaint()
    case .quit: break
    }
    return []
  }

  /// The failure of a throwing call as an event; nil when it succeeded.
  private func attempt(_ body: () throws -> Void) -> [Event]? {
    do {
      try body()
      return nil
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  // MARK: The log

  /// Opens a store. Someone who works for one branch sees her first screen from that branch's
  /// files alone, before the rest has been read; who works for many, one that says that they are
  /// being read. Keys pressed meanwhile wait.
  private mutating func open(_ store: Store) -> [Event] {
    do {
      let completed = store.isWritable ? try store.completePending() : []
      self.store = store
      let said = named ?? settings.identity(saidIn: store.root)
      let identity = said ?? settings.identity
      named = nil
      let isBranch = try showFirstScreen(of: store, for: identity, isSaidThere: said != nil)
      let archive = try Archive.open(store)
      prepareSearch(of: store, archive)
      if !isBranch {
        remember(store)
        for event in listDrafts() { process(event) }
      }
      let opened = Event.opened(archive, identity: identity, isSaidThere: said != nil)
      return [isBranch ? .completed(archive) : opened]
        + report(completed: completed, on: store)
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  /// So few organisations are read before anybody could see a first screen without them.
  private static let fewOrganizations = 60

  /// Paints what can be known of the organisation that the user works for before everything is
  /// read; true when this is all that the first screen of a branch has.
  private mutating func showFirstScreen(
    of store: Store, for identity: Identity?, isSaidThere: Bool
  ) throws -> Bool {
    guard let identity, let organization = identity.organization else { return false }
    let today = clock.today()
    let opening = PartialOpening(of: store)
    guard let level = try opening.organization(organization, on: today)?.level else { return false }
    if level.isBranch {
      let archive = try opening.branch(organization, on: today)
      // Whoever is not in these files may be in others.
      guard isSaidThere || identity.isKnown(inPart: archive.ledger) else { return false }
      for event in listDrafts() { process(event) }
      process(.opened(archive, identity: identity, isSaidThere: isSaidThere))
      terminal.present(state.render())
      remember(store)
      return true
    }
    guard level != .group, try store.organizationFolders().count > Self.fewOrganizations else {
      return false
    }
    let archive = try opening.folder(of: organization)
    guard isSaidThere || identity.isKnown(inPart: archive.ledger) else { return false }
    process(.opened(archive, identity: identity, isSaidThere: isSaidThere))
    terminal.present(state.render())
    return false
  }

  /// What was done on opening, or waits.
  private func report(completed: [String], on store: Store) -> [Event] {
    if let name = completed.first {
      return [.said(Notice(AppendNotice.pendingCompleted(name: name).phrase, .good))]
    }
    do {
      let waiting = try store.quarantined().count
      if waiting > 0 { return [.said(Notice(.quarantineWaits(waiting), .warning))] }
    } catch {
      return [.failed(error.phrase)]
    }
    return store.fileSystem.warning.map { [.said(Notice($0, .warning))] } ?? []
  }

  /// Not being able to remember the place is no reason not to open it.
  private mutating func remember(_ store: Store) {
    settings.lastStore = store.root
    try? settings.save()
  }

  private mutating func openStore(_ directory: String) -> [Event] {
    do {
      return open(try Store(opening: directory))
    } catch {
      return [.failed(error.phrase)]
    }
  }

  private mutating func createStore(
    _ directory: String, _ unit: String, _ first: [NewRecord], _ identity: Identity
  ) -> [Event] {
    guard let author = identity.author else { return [.failed(.badWriter(identity.writer))] }
    do {
      let store = try Store.create(
        at: directory, manifest: Manifest(format: 1, unit: unit, zone: clock.zone),
        files: BuiltIn.files)
      _ = try store.append(first, by: author, at: clock.now().description)
      settings.keep(identity, in: store.root)
      return open(store)
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  private mutating func openSample() -> [Event] {
    let directory = settings.sampleStore
    do {
      let store =
        SampleStore.exists(at: directory)
        ? try Store(opening: directory)
        : try SampleStore.create(at: directory, seed: 1, today: clock.today())
      return open(store)
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  private mutating func append(_ records: [NewRecord], draft: String?) -> [Event] {
    guard let store, let author = state.context.session.identity?.author else {
      return [.failed(.noStoreOpen)]
    }
    guard let draft, knownDrafts.contains(draft) else {
      return write(records, draft: draft, to: store, by: author)
    }
    // Of two windows that save the same at one moment one writes it, and the other is told.
    let box = drafts
    do {
      let written = try box.settling(draft) {
        write(records, draft: draft, to: store, by: author)
      }
      if let written { return written }
    } catch {
      return [.failed(error.phrase)]
    }
    knownDrafts.remove(draft)
    return reload() + [.draftTaken(name: draft, isSaving: true)]
  }

  private mutating func write(
    _ records: [NewRecord], draft: String?, to store: Store, by author: Author
  ) -> [Event] {
    do {
      var notices: [AppendNotice] = []
      let ids = try store.append(
        records, by: author, checkedAgainst: state.context.archive?.extent,
        at: clock.now().description
      ) {
        notices.append($0)
      }
      var events: [Event] = []
      if let draft { events += remove(draft: draft) }
      events += listDrafts()
      let archive = try Archive.open(store)
      return events + [
        .written(ids.map { Reference($0.description) }, archive, notices: notices)
      ]
    } catch AppendError.changedMeanwhile {
      do {
        return [.overtaken(try Archive.open(store))]
      } catch {
        return [.failed(error.phrase)]
      }
    } catch AppendError.notCompleted(let pending, let path, let code) {
      // They are in the log as soon as it is opened next, and must not be entered again.
      let error = AppendError.notCompleted(pending: pending, path: path, code: code)
      var events: [Event] = []
      if let draft { events += remove(draft: draft) }
      if let archive = try? Archive.open(store) { events.append(.written([], archive)) }
      return events + listDrafts() + [.failed(error.phrase)]
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  private func replaceCatalog(
    _ old: [(path: String, bytes: [UInt8])], _ new: [(path: String, bytes: [UInt8])]
  ) -> [Event] {
    guard let store else { return [.failed(.noStoreOpen)] }
    do {
      try store.replaceCatalog(old, with: new)
      return [.catalogReplaced(try Archive.open(store))]
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  private mutating func reload() -> [Event] {
    guard let store else { return [] }
    do {
      return [.reloaded(try Archive.open(store))] + listDrafts()
    } catch {
      return [.failed(error.phrase)]
    }
  }

  // MARK: Drafts and the outer editor

  private mutating func keep(_ name: String, _ title: String, _ bytes: [UInt8]) -> [Event] {
    guard let store else { return [] }
    let file = DraftFile(store: store.root, title: title, form: bytes)
    let taken = wasTaken(draft: name)
    do {
      try drafts.save(name: name, bytes: file.bytes)
    } catch {
      return [.draftFailed(name: name, error.phrase)]
    }
    knownDrafts.insert(name)
    let saved = Event.draftSaved(
      DraftSummary(name: name, title: title, saved: clock.now(), bytes: bytes))
    return taken ? reload() + [saved, .draftTaken(name: name, isSaving: false)] : [saved]
  }

  /// Whether a draft that lay on the disk is gone from there. Said once: it is not known any more.
  private mutating func wasTaken(draft name: String) -> Bool {
    guard knownDrafts.contains(name), (try? drafts.holds(name: name)) == false else { return false }
    knownDrafts.remove(name)
    return true
  }

  private mutating func remove(draft name: String) -> [Event] {
    knownDrafts.remove(name)
    return attempt { try drafts.remove(name: name) } ?? []
  }

  /// The drafts of the open store, newest first, and the failure of each that cannot be read.
  private mutating func listDrafts() -> [Event] {
    guard let store else { return [.drafts([])] }
    var summaries: [DraftSummary] = []
    var failures: [Event] = []
    do {
      for (name, modified) in try drafts.list() {
        do {
          guard let file = DraftFile(try drafts.load(name: name)), file.store == store.root else {
            continue
          }
          knownDrafts.insert(name)
          summaries.append(
            DraftSummary(
              name: name, title: file.title, saved: clock.moment(seconds: modified),
              bytes: file.form))
        } catch .missing {
          // Another session of this user has saved or discarded it in the meantime.
          continue
        } catch {
          failures.append(.failed(error.phrase))
        }
      }
    } catch {
      return [.failed(error.phrase)]
    }
    return [.drafts(summaries)] + failures
  }

  private func edit(_ text: String) -> [Event] {
    guard let command = OuterEditor.command(in: settings.environment) else {
      return [.said(Notice(.noOuterEditor, .warning))]
    }
    do {
      let edited = try terminal.suspend {
        try OuterEditor.edit(text, with: command, in: settings.stateDirectory)
      }
      return [.edited(edited)]
    } catch {
      return [.failed(phrase(of: error))]
    }
  }
}
