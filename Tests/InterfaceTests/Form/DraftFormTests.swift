import OrganizationLife
import RecordLog
import Testing

@testable import Interface

@Suite("drafts come back to the same place and character")
struct DraftFormTests {
  let branch: OrganizationIdentifier

  init() throws { branch = try #require(OrganizationIdentifier("Q1")) }

  /// What somebody who sits in front of the form can tell.
  private struct Seen: Equatable {
    var rows: [String]
    var cursor: Position
    var values: [[String]]
    var openItem: Int?
    var isWriting: Bool
  }

  private func seen(_ desk: FormDesk) -> Seen? {
    guard let form = desk.form else { return nil }
    let frame = desk.state.render()
    let pages = [form.page] + (form.page.items?.pages ?? [])
    var rows = frame.text()
    // The title row tells when the draft was kept, which is not part of it.
    rows[0] = ""
    rows[rows.count - 2] = ""
    return Seen(
      rows: rows, cursor: frame.cursor,
      values: pages.map { page in
        page.fields.map { "\($0.spec.id)=\($0.text)" } + page.kept.map { "\($0.name)=\($0.value)" }
          + ["\(page.isOffered)", "\(page.focus)"]
      },
      openItem: form.openItem, isWriting: form.isWriting)
  }

  private func expectRoundTrip(
    _ desk: FormDesk, _ place: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let draft = try #require(desk.form?.draft, sourceLocation: sourceLocation)
    let (records, faults) = PlainRecords.parse(draft.bytes)
    #expect(faults == [], sourceLocation: sourceLocation)
    #expect(PlainRecords.format(records) == draft.bytes, sourceLocation: sourceLocation)
    let summary = DraftSummary(
      name: draft.name, title: draft.title, saved: FormDesk.now, bytes: draft.bytes)
    let before = seen(desk)
    let form = try #require(
      FormScreen(resuming: summary, in: desk.state.context), sourceLocation: sourceLocation)
    desk.state.screens[desk.state.screens.count - 1] = .form(form)
    #expect(seen(desk) == before, "at \(place)", sourceLocation: sourceLocation)
    #expect(desk.form?.draft?.bytes == draft.bytes, "at \(place)", sourceLocation: sourceLocation)
    #expect(desk.form?.isDirty == false, sourceLocation: sourceLocation)
  }

  @Test("a meeting, at every field of the form and of its items")
  func everyFocus() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "主题党日", organization: branch))
    #expect(desk.form?.draft == nil)
    desk.type("1430")
    desk.press("F3", "Right", "4")
    desk.fill("Counts", "党课")
    desk.fill("Title", "学习  ")
    desk.press("Left", "Left")
    try expectRoundTrip(desk, "in the middle of a text")
    desk.go(to: "Item")
    desk.press("Space", "Enter")
    for _ in 0..<12 {
      try expectRoundTrip(desk, "item, \(desk.form?.focusedField?.spec.id ?? "")")
      desk.press("Tab")
    }
    desk.press("Esc")
    let count = try #require(desk.form?.page.fields.count)
    for _ in 0..<count {
      try expectRoundTrip(desk, desk.form?.focusedField?.spec.id ?? "")
      desk.press("Tab")
    }
  }

  @Test(
    "a draft with a place that cannot be is gone on with all the same",
    arguments: ["Cursor: -5", "Cursor: 9223372036854775807", "Stamp: 9223372036854775807"])
  func damagedPlace(field: String) throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "主题党日", organization: branch))
    desk.fill("Title", "学习")
    let draft = try #require(desk.form?.draft)
    let name = field.prefix { $0 != ":" }
    var lines = String(decoding: draft.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = try #require(lines.firstIndex { $0.hasPrefix(name + ":") })
    lines[line] = field
    let summary = DraftSummary(
      name: draft.name, title: draft.title, saved: FormDesk.now,
      bytes: Array(lines.joined(separator: "\n").utf8))
    let form = try #require(FormScreen(resuming: summary, in: desk.state.context))
    desk.state.screens[desk.state.screens.count - 1] = .form(form)
    desk.type("x")
    #expect(desk.text("Title") == (field == "Cursor: -5" ? "x学习" : "学习x"))
  }

  @Test("the minutes of an item, to the character, with text that rec would change")
  func minutes() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.go(to: "Item")
    desk.press("F4")
    desk.paste("第一行  \n=~+#\\\n\n  \u{202E}末行 ")
    desk.press("Up", "Up", "Right", "Right")
    try expectRoundTrip(desk, "minutes")
    #expect(desk.form?.isWriting == true)
    desk.press("Esc")
    #expect(desk.form?.openItem == nil)
    try expectRoundTrip(desk, "items")
  }

  @Test("votes, also those of a change")
  func votes() throws {
    let desk = try FormDesk()
    let old = try #require(desk.state.context.archive?.ledger.activities.first)
    desk.open(.changeActivity(old.reference))
    desk.go(to: "Item")
    desk.press("Enter")
    desk.fill("VoteFavour1", "4")
    try expectRoundTrip(desk, "vote")
    desk.press("F2")
    #expect(desk.writtenText().contains("Vote: 类别=普通 方式=举手 赞成=4 不赞成=0 弃权=1"))
  }

  @Test("people, organisations and a pasted roster")
  func others() throws {
    let member = try FormDesk()
    member.open(.newMember(branch))
    member.type("郑")
    for _ in 0..<25 {
      try expectRoundTrip(member, member.form?.focusedField?.spec.id ?? "")
      member.press("Tab")
    }
    let organization = try FormDesk()
    organization.open(.changeOrganization(branch))
    organization.fill("Officer4", "孙丽 宣传委员")
    organization.press("Tab")
    organization.fill("Officer5", "王")
    try expectRoundTrip(organization, "officer")
    let roster = try FormDesk()
    roster.open(.pasteRoster(branch))
    roster.paste("姓名\t性别\n吴刚\t难\n")
    try expectRoundTrip(roster, "roster")
  }

  @Test("Esc keeps the draft and says so; saving removes it")
  func escape() throws {
    let desk = try FormDesk()
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.press("Esc")
    #expect(desk.keptDraft == nil)
    desk.open(.newActivity(kind: "党员大会", organization: branch))
    desk.type("9")
    #expect(desk.form?.isDirty == true)
    #expect(desk.form?.draft?.title == "支部党员大会 2026-11-20")
    let draft = try #require(desk.form?.draft)
    desk.run(
      .draftSaved(
        DraftSummary(
          name: draft.name, title: draft.title, saved: FormDesk.now, bytes: draft.bytes)))
    #expect(desk.form?.isDirty == false)
    #expect(desk.rows[0].hasSuffix("未定稿 · 草稿 14:32 已存"))
    desk.press("Esc")
    let kept = try #require(desk.keptDraft)
    _ = desk.state.open(.draft(kept))
    #expect(desk.text("Start") == "9")
    desk.press("F2")
    guard case .append(_, let draft) = desk.effects.last else {
      Issue.record("nothing was written")
      return
    }
    #expect(draft == kept.name)
  }

  @Test("a draft of a record that was changed since says so")
  func outdated() throws {
    let desk = try FormDesk()
    let old = try #require(desk.state.context.archive?.ledger.activities.first)
    desk.open(.changeActivity(old.reference))
    desk.fill("Place", "三楼")
    desk.press("Esc")
    let kept = try #require(desk.keptDraft)
    desk.open(.changeActivity(old.reference))
    desk.fill("Place", "四楼")
    desk.press("F2")
    _ = desk.state.open(.draft(kept))
    #expect(desk.text("Place") == "三楼")
    #expect(desk.rows(with: "这份草稿之后,记录又被改过").count == 1)
  }

  @Test(
    "bytes that are no draft open nothing", arguments: ["", "%rec: draft\n\nRequest: =x\n", "x"])
  func noDraft(text: String) throws {
    let desk = try FormDesk()
    let summary = DraftSummary(
      name: "x", title: "x", saved: FormDesk.now, bytes: Array(text.utf8))
    #expect(FormScreen(resuming: summary, in: desk.state.context) == nil)
  }
}
