import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

@Suite("The update loop: keys in, state and effects out")
struct UpdateTests {
  private func isMainMenu(_ desk: FormDesk) -> Bool {
    if case .menu(let menu) = desk.state.top { menu.id == .main } else { false }
  }

  private func newAssembly(_ desk: FormDesk) throws {
    let branch = try #require(OrganizationIdentifier("Q1"))
    desk.open(.newActivity(kind: "党员大会", organization: branch))
  }

  @Test("menus work with digits, full-width ones too, and Esc goes back one step")
  func digitsAndEscape() throws {
    let desk = try FormDesk()
    desk.type("３")
    #expect(desk.rows(with: "支部与党员").count == 1)
    desk.press("1")
    #expect(!desk.rows(with: "张建功").isEmpty)
    desk.press("Escape", "Escape")
    #expect(isMainMenu(desk))
    desk.press("Escape")
    #expect(isMainMenu(desk))
    #expect(desk.state.notice?.phrase == .quitFromMenu)
    #expect(!desk.state.isFinished)
  }

  @Test("n asks for the kind, a group's meeting for the group, then the form stands open")
  func newRecord() throws {
    let desk = try FormDesk()
    desk.press("n")
    desk.type("dxz")
    desk.press("Enter")
    #expect(!desk.rows(with: "哪个党小组").isEmpty)
    desk.press("2")
    #expect(desk.rows[0].contains("党小组会"))
    #expect(desk.rows[0].contains("第二党小组"))
  }

  @Test("Esc on a changed form keeps it as a draft and says so")
  func escapeKeepsDraft() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.press("Escape")
    #expect(isMainMenu(desk))
    let draft = try #require(desk.keptDraft)
    #expect(desk.state.notice?.phrase == .keptAsDraft(draft.title))
    #expect(String(decoding: draft.bytes, as: UTF8.self).contains("1430"))
  }

  /// The box that asks whether to leave without a draft.
  private func isAsked(_ desk: FormDesk) -> Bool {
    !desk.rows(with: "离开会丢掉所填的").isEmpty
  }

  @Test("who leaves a form whose draft cannot be kept is asked first, and the draft is tried again")
  func draftCannotBeKept() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.failingDrafts = .draftUnreadable("x")
    desk.press("Escape")
    #expect(isAsked(desk))
    #expect(desk.form?.current.text("Start").contains("14") == true)
    // Esc stays as well, and both ways the draft is tried again.
    desk.press("Escape")
    #expect(!isAsked(desk) && desk.form != nil)
    #expect(desk.state.notice?.phrase == .draftUnreadable("x"))
    desk.press("Escape", "1")
    #expect(!isAsked(desk) && desk.form != nil)
    #expect(desk.keptDraft == nil)
    desk.failingDrafts = nil
    desk.press("Escape")
    #expect(isMainMenu(desk))
    #expect(desk.keptDraft != nil)
    desk.failingDrafts = .draftUnreadable("x")
    try newAssembly(desk)
    desk.type("1430")
    desk.press("Escape", "2")
    #expect(isMainMenu(desk) && !isAsked(desk))
  }

  @Test("nor does the program end over it but for a signal", arguments: ["Ctrl-Q", "Ctrl-C"])
  func quitWithoutDraft(key: String) throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.failingDrafts = .draftUnreadable("x")
    desk.press(key)
    #expect(isAsked(desk) && !desk.state.isFinished)
    desk.press(key)
    #expect(isAsked(desk) && !desk.state.isFinished)
    desk.press("1")
    #expect(!isAsked(desk) && !desk.state.isFinished && desk.form != nil)
    desk.press(key, "2")
    #expect(desk.state.isFinished)
    let other = try FormDesk()
    try newAssembly(other)
    other.type("1430")
    other.failingDrafts = .draftUnreadable("x")
    other.run(.terminal(.signal(.terminate)))
    #expect(other.state.isFinished)
  }

  @Test("Esc on an untouched form keeps nothing")
  func escapeFromUntouched() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.press("Escape")
    #expect(isMainMenu(desk))
    #expect(desk.keptDraft == nil)
  }

  @Test(
    "a signal keeps the draft and ends the program",
    arguments: [TerminalSignal.hangup, .terminate, .interrupt])
  func signals(signal: TerminalSignal) throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.run(.terminal(.signal(signal)))
    #expect(desk.state.isFinished)
    #expect(desk.keptDraft != nil)
  }

  @Test("Ctrl-C keeps the draft and ends the program, also from inside a box")
  func interrupt() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.go(to: "Date")
    desk.press("F6", "Ctrl-C")
    #expect(desk.state.isFinished)
    #expect(desk.keptDraft != nil)
  }

  @Test("the clock keeps a changed draft once, and again only after another change")
  func clockKeepsDrafts() throws {
    let desk = try FormDesk()
    let today = try #require(Day(FormDesk.today))
    func tick() -> Bool {
      desk.keptDraft = nil
      desk.run(.clock(FormDesk.now, today: today))
      guard let draft = desk.keptDraft else { return false }
      desk.run(.draftSaved(draft))
      return true
    }
    try newAssembly(desk)
    #expect(!tick())
    desk.type("14")
    #expect(tick())
    #expect(!tick())
    desk.type("30")
    #expect(tick())
  }

  @Test("a draft is offered at the start and opens where it was left")
  func draftIsOffered() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.press("Escape")
    let draft = try #require(desk.keptDraft)
    let archive = try #require(desk.state.context.archive)
    desk.run(.drafts([draft]))
    desk.run(.opened(archive, identity: desk.state.context.session.identity))
    #expect(!desk.rows(with: "继续吗").isEmpty)
    desk.press("Enter")
    #expect(desk.form?.current.text("Start").contains("14") == true)
    #expect(desk.form?.focusedField?.spec.id == "Start")
  }

  @Test("a letter on a row without text leaves the form alone; Ctrl-Q leaves")
  func letterInAForm() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.go(to: "Item")
    desk.press("q")
    #expect(!desk.state.isFinished && desk.form != nil)
    desk.press("Ctrl-Q")
    #expect(desk.state.isFinished)
  }

  @Test("of two drafts of one kind each says what it is about")
  func subjects() throws {
    let desk = try FormDesk()
    let drafts = try ["讨论困难帮扶", ""].map { item in
      try newAssembly(desk)
      desk.type("1430")
      if !item.isEmpty {
        desk.press("F7")
        desk.type(item)
        desk.press("Escape")
      }
      desk.press("Escape")
      return try #require(desk.keptDraft)
    }
    desk.run(.drafts(drafts))
    let title = "支部党员大会 2026-11-20"
    #expect(drafts.map(\.title) == [title, title])
    let shown = desk.rows(with: "未完成草稿").map { $0.split(separator: "草稿: ").last ?? "" }
    #expect(shown.count == 2, "\(shown)")
    #expect(shown.count { $0.hasPrefix("\(title) 讨论困难帮扶 (") } == 1, "\(shown)")
    #expect(shown.count { $0.hasPrefix("\(title) (") } == 1, "\(shown)")
  }

  @Test("a second form of what was begun already says so")
  func secondForm() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    #expect(desk.state.notice == nil)
    desk.type("1430")
    desk.press("Escape")
    let draft = try #require(desk.keptDraft)
    desk.run(.drafts([draft]))
    try newAssembly(desk)
    #expect(desk.state.notice?.phrase == .anotherDraft(draft.title))
    let branch = try #require(OrganizationIdentifier("Q1"))
    desk.press("Escape")
    desk.open(.newActivity(kind: "支委会", organization: branch))
    #expect(desk.form?.kind?.id == "支委会")
    #expect(desk.state.notice?.phrase != .anotherDraft(draft.title))
  }

  @Test("a draft is shown to who began it and to nobody else")
  func draftOfAnother() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.press("Escape")
    let draft = try #require(desk.keptDraft)
    #expect(draft.author == "Q1M01(李敏)")
    desk.run(.drafts([draft]))
    let archive = try #require(desk.state.context.archive)
    let other = Identity(
      person: Person("Q1M02(陈晓)"), post: "副书记", writer: "chen",
      organization: OrganizationIdentifier("Q1"))
    desk.run(.opened(archive, identity: other))
    #expect(desk.state.context.drafts.isEmpty)
    #expect(desk.rows(with: "继续吗").isEmpty)
    #expect(desk.rows(with: "未完成草稿").isEmpty)
    let own = Identity(
      person: Person("Q1M01(李敏)"), post: "书记", writer: "li",
      organization: OrganizationIdentifier("Q1"))
    desk.run(.opened(archive, identity: own))
    #expect(!desk.rows(with: "继续吗").isEmpty)
  }

  @Test("a new meeting begun on another one's page shows its own page when it is saved")
  func newFromPage() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.press("F3", "F2")
    let first = try #require(desk.state.lastWritten.first)
    try newAssembly(desk)
    desk.type("1600")
    desk.press("F3", "F2")
    if desk.state.lastWritten.first == first { desk.press("Enter") }
    let second = try #require(desk.state.lastWritten.first)
    #expect(second != first)
    guard case .page(let page) = desk.state.top else {
      Issue.record("no page: \(desk.picture)")
      return
    }
    #expect(page.subject == .activity(second))
  }

  @Test("the keys of a field that is typed into are those that type nothing")
  func helpWhileTyping() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.press("F8")
    let keys = desk.rows.dropFirst(3).prefix(16).joined(separator: "\n")
    #expect(keys.contains("F9"))
    for letter in [" : ", " ? ", " q "] { #expect(!keys.contains(letter), "\(letter)") }
  }

  @Test("what was written opens as a page; u withdraws it after a question")
  func undo() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.press("F3", "F2")
    let written = try #require(desk.state.lastWritten.first)
    guard case .page(let page) = desk.state.top else {
      Issue.record("no page: \(desk.picture)")
      return
    }
    #expect(page.subject == .activity(written))
    desk.press("u")
    #expect(!desk.rows(with: "作废刚写入的").isEmpty)
    desk.press("Escape")
    #expect(desk.state.context.archive?.isWithdrawn(written) == false)
    desk.press("u", "Enter")
    #expect(desk.state.context.archive?.isWithdrawn(written) == true)
    #expect(desk.written.first?.first("Withdraws") == written.text)
  }

  @Test("a failure is said and nothing is closed")
  func failure() throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.type("1430")
    desk.run(.failed(.storeNotWritable))
    #expect(desk.form != nil)
    #expect(desk.rows(with: "不能写入").count == 1)
  }

  @Test("a key that means nothing says so; a paste on a menu does too")
  func unknown() throws {
    let desk = try FormDesk()
    desk.press("z")
    #expect(desk.state.notice?.phrase == .unknownKey)
    desk.paste("第一行\n第二行")
    #expect(desk.state.notice?.phrase == .pasteMeansNothing)
    #expect(isMainMenu(desk))
  }

  @Test("help lists the keys of the place, and Enter runs one")
  func help() throws {
    let desk = try FormDesk()
    desk.press("3", "1", "F8")
    #expect(!desk.rows(with: "粘贴花名册").isEmpty)
    desk.type("粘贴")
    desk.press("Enter")
    #expect(desk.rows[0].contains("粘贴花名册"))
  }

  @Test("the palette finds a place by pinyin initials")
  func palette() throws {
    let desk = try FormDesk()
    desk.press("F9")
    desk.type("bb")
    desk.press("Enter")
    #expect(desk.rows[0].contains("报表"))
    #expect(!isMainMenu(desk))
  }

  @Test(
    "every size shows a whole screen or says that it is too small",
    arguments: [(24, 80, false), (16, 60, false), (43, 132, false), (10, 40, true), (1, 1, true)])
  func sizes(rows: Int, columns: Int, isTooSmall: Bool) throws {
    let desk = try FormDesk()
    try newAssembly(desk)
    desk.run(.terminal(.resize(TextSize(rows: rows, columns: columns))))
    let frame = desk.state.render()
    #expect(frame.size == TextSize(rows: rows, columns: columns))
    #expect(desk.rows.contains { $0.contains("Esc") } == !isTooSmall)
    #expect(frame.cursor.row < rows && frame.cursor.column < columns)
  }

  @Test("an identity of another store is not taken over")
  func foreignIdentity() throws {
    let desk = try FormDesk()
    let archive = try #require(desk.state.context.archive)
    let foreign = Identity(
      person: Person("Z9M01(何平)"), post: "书记", writer: "he",
      organization: OrganizationIdentifier("Z9"))
    desk.run(.opened(archive, identity: foreign))
    #expect(desk.state.context.session.identity == nil)
    #expect(desk.rows[0].contains("您是哪一位"))
  }

  @Test(
    "whom the roster does not know is asked, unless it was said in this ledger for whom she works",
    arguments: [
      ("王一", nil, true, true), ("王一", nil, false, true), ("王一", "Q1", false, true),
      ("王一", "Q1", true, false), ("Q1M01(李敏)", "Q1", false, false),
      ("Q1M01(何平)", "Q1", true, true), ("Q1M02(陈晓)", nil, false, false),
      ("Z9M01(何平)", "DW", false, true), ("Q1M01(李敏)", "Z9", true, true),
    ] as [(String, String?, Bool, Bool)])
  func whoIsAsked(person: String, organization: String?, isSaidThere: Bool, isAsked: Bool) throws {
    let desk = try FormDesk()
    let archive = try #require(desk.state.context.archive)
    let identity = Identity(
      person: Person(person), post: "书记", writer: "wang",
      organization: organization.flatMap { OrganizationIdentifier($0) })
    desk.run(.opened(archive, identity: identity, isSaidThere: isSaidThere))
    #expect(desk.rows[0].contains("您是哪一位") == isAsked)
    let isKept = desk.effects.contains { if case .keepIdentity = $0 { true } else { false } }
    #expect(isKept == (!isAsked && !isSaidThere))
  }

  @Test("whoever is not on the roster says for which organisation she works")
  func notOnTheRoster() throws {
    let desk = try FormDesk()
    let archive = try #require(desk.state.context.archive)
    let foreign = Identity(person: Person("王一"), post: "书记", writer: "wang", organization: nil)
    desk.run(.opened(archive, identity: foreign, isSaidThere: false))
    #expect(!desk.rows(with: "名册里没有我").isEmpty)
    desk.type("王一")
    desk.press("Enter")
    desk.fill("YourName", "王一")
    desk.fill("YourPost", "书记")
    desk.press("F2")
    #expect(desk.state.context.session.identity == nil)
    desk.fill("Organization", "二监区党支部")
    desk.press("F2")
    #expect(desk.state.context.session.identity?.organization?.text == "Q1")
    #expect(desk.rows[0].contains("王一 书记 · 二监区党支部"))
  }
}
