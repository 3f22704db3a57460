import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing

@Suite struct ReplayTests {
  static let lesson = """
    %rec: activity

    Organization: Q1
    Kind: 党课
    Date: 2026-03-12
    Title: 第一课

    """

  private func lesson(title: String, state: String = "未定稿", links: [Field]) -> [Field] {
    [
      Field("Organization", "Q1"), Field("Kind", "党课"), Field("Date", "2026-03-12"),
      Field("Title", title), Field("State", state),
    ] + links
  }

  private func titles(_ archive: Archive) -> [String] { archive.ledger.activities.map(\.title) }

  @Test func everyStepOfAProcedureIsThereAndTheNewestStandsForIt() throws {
    let sandbox = try Sandbox.withBranch()
    let step = "%rec: procedure\n\nOrganization: Q1\nKind: 发展党员\nSubject: Q1M08\n"
    let lesson = try #require(try sandbox.add(Self.lesson).first)
    let withdrawn = try #require(try sandbox.add(Self.lesson + "Place: 二楼\n").first)
    let first = try #require(
      try sandbox.add(step + "Step: 半年考察\nDate: 2026-01-10\n").first)
    let second = try #require(
      try sandbox.add(
        step + "Step: 集中培训\nDate: 2026-02-10\nEvidence: \(lesson)\n"
          + "Evidence: \(withdrawn)\nFollows: \(first)\n"
      ).first)
    let corrected = try sandbox.write(
      "activity",
      self.lesson(title: "第二稿", links: [Field("Corrects", try sandbox.version(lesson))]))
    try sandbox.add("%rec: activity\n\nWithdraws: \(withdrawn)\nReason: 错\n")
    let ledger = try sandbox.archive().ledger
    #expect(ledger.procedureSteps.map(\.reference.text) == [first, second])
    #expect(ledger.procedures.map(\.reference.text) == [second])
    // What proves a step is its newest version, and nothing that was withdrawn.
    #expect(ledger.procedureSteps.map { $0.evidence.map(\.text) } == [[], [corrected]])
  }

  @Test func theNewestVersionHolds() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let second = try sandbox.write(
      "activity",
      lesson(title: "第二稿", links: [Field("Corrects", try sandbox.version(first))]))
    let third = try sandbox.write(
      "activity",
      lesson(
        title: "定稿", state: "定稿",
        links: [
          Field("Signed", "Q1M01(李敏) 2026-03-13"),
          Field("Corrects", try sandbox.version(second)),
        ]))
    let fourth = try sandbox.write(
      "activity",
      lesson(
        title: "更正", state: "定稿",
        links: [
          Field("Signed", "Q1M01(李敏) 2026-03-13"), Field("Reason", "错字"),
          Field("Corrects", try sandbox.version(third)),
        ]))
    let archive = try sandbox.archive()
    #expect(archive.notices == [])
    #expect(titles(archive) == ["更正"])
    #expect(archive.ledger.activities.first?.origin.text == first)
    for id in [first, second, third, fourth] {
      #expect(archive.current(Reference(id))?.text == fourth)
    }
    #expect(archive.current(Reference(first).item(2))?.text == "\(fourth)#2")
    #expect(archive.current(Reference("\(first)#Q1M05"))?.text == "\(fourth)#Q1M05")
    let versions = archive.versions(of: Reference(second))
    #expect(versions.map(\.reference.text) == [first, second, third, fourth])
    #expect(versions.map(\.kind) == [.entered, .corrected, .finished, .corrected])
    #expect(versions.map(\.reason) == ["", "", "", "错字"])
    #expect(versions.map(\.by.name) == ["李敏", "李敏", "李敏", "李敏"])
    #expect(archive.record(Reference(first))?.first("Title") == "第一课")
    #expect(archive.folded(type: "activity").map(\.reference.text) == [fourth])
    #expect(archive.folded(Reference(first))?.origin.text == first)
  }

  @Test func whatIsWithdrawnIsGoneButStillThere() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let second = try sandbox.write(
      "activity",
      lesson(title: "第二稿", links: [Field("Corrects", try sandbox.version(first))]))
    let withdrawal = try #require(
      try sandbox.add("%rec: activity\n\nWithdraws: \(first)\nReason: 重复录入\n").first)
    let archive = try sandbox.archive()
    #expect(archive.ledger.activities.isEmpty)
    #expect(archive.isWithdrawn(Reference(first)))
    #expect(archive.isWithdrawn(Reference(second)))
    #expect(!archive.isWithdrawn(Reference(withdrawal)))
    #expect(archive.withdrawal(of: Reference(second))?.id == withdrawal)
    #expect(archive.current(Reference(first))?.text == second)
    #expect(archive.folded(Reference(first)) == nil)
    #expect(archive.folded(type: "activity").isEmpty)
    #expect(archive.record(Reference(second))?.first("Title") == "第二稿")
    for id in [first, withdrawal] {
      #expect(
        archive.versions(of: Reference(id)).map(\.kind) == [.entered, .corrected, .withdrawn])
    }
    #expect(archive.versions(of: Reference(first)).last?.reason == "重复录入")
  }

  @Test func aWithdrawalMayItselfBeWithdrawn() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let withdrawal = try sandbox.write(
      "activity", [Field("Withdraws", first), Field("Reason", "重复")])
    try sandbox.write("activity", [Field("Withdraws", withdrawal), Field("Reason", "弄错了")])
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["第一课"])
    #expect(!archive.isWithdrawn(Reference(first)))
    #expect(
      archive.versions(of: Reference(first)).map(\.kind) == [.entered, .withdrawn, .restored])
  }

  @Test func twoCorrectionsOfOneVersionAreAConflict() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let version = try sandbox.version(first)
    // The file of the second writer is read after the first's; the clock decides all the same.
    let early = try sandbox.write(
      "activity", lesson(title: "早", links: [Field("Corrects", version)]),
      by: Author(writer: "zhao", by: "Q1M08(赵磊)"), at: "2026-10-25T08:00:00+08:00")
    let late = try sandbox.write(
      "activity", lesson(title: "晚", links: [Field("Corrects", version)]),
      at: "2026-10-25T09:00:00+08:00")
    var archive = try sandbox.archive()
    #expect(titles(archive) == ["晚"])
    #expect(
      archive.conflicts == [
        Conflict(
          version: Reference(first), candidates: [Reference(early), Reference(late)],
          path: "organizations/Q1/activity-2026.li.rec", line: 13)
      ])
    #expect(archive.notices == archive.conflicts.map(ArchiveNotice.conflict))
    #expect(archive.folded(Reference(first))?.isInConflict == true)
    #expect(
      archive.versions(of: Reference(first)).map(\.kind) == [.entered, .conflict, .conflict])
    // A person settles it by withdrawing one.
    try sandbox.write("activity", [Field("Withdraws", late), Field("Reason", "以早的为准")])
    archive = try sandbox.archive()
    #expect(titles(archive) == ["早"])
    #expect(archive.conflicts == [])
    #expect(!archive.isWithdrawn(Reference(first)))
    // Withdrawing the other as well leaves nothing.
    try sandbox.write("activity", [Field("Withdraws", early), Field("Reason", "都不要")])
    #expect(try titles(sandbox.archive()) == [])
  }

  @Test func withdrawingTheFirstVersionEndsAConflictAltogether() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let version = try sandbox.version(first)
    for title in ["早", "晚"] {
      try sandbox.write("activity", lesson(title: title, links: [Field("Corrects", version)]))
    }
    try sandbox.write("activity", [Field("Withdraws", first), Field("Reason", "没有开")])
    let archive = try sandbox.archive()
    #expect(titles(archive) == [])
    #expect(archive.conflicts == [])
  }

  @Test func aMatterGoesOnInTheRecordThatFollows() throws {
    let sandbox = try Sandbox.withBranch()
    func matter(_ state: String, follows: String? = nil) -> String {
      "%rec: matter\n\nOrganization: Q1\nKind: 办实事\nTitle: 换床垫\nOpened: 2026-04-01\n"
        + "State: \(state)\n" + (follows.map { "Follows: \($0)\n" } ?? "")
    }
    let first = try #require(try sandbox.add(matter("办理中")).first)
    let second = try #require(try sandbox.add(matter("待销号", follows: first)).first)
    // Named by the first, it follows the newest step.
    let third = try #require(try sandbox.add(matter("已办结", follows: first)).first)
    let archive = try sandbox.archive()
    #expect(archive.record(Reference(third))?.first("Follows") == second)
    #expect(archive.ledger.matters.map(\.state) == ["已办结"])
    #expect(archive.folded(type: "matter").map(\.reference.text) == [third])
    #expect(
      archive.folded(type: "matter", everyStep: true).map(\.reference.text)
        == [first, second, third])
    #expect(
      archive.steps(of: Reference(second)).map { $0.first("State") } == ["办理中", "待销号", "已办结"])
    #expect(
      archive.versions(of: Reference(first)).map(\.kind) == [.entered, .followed, .followed])
    // The last step withdrawn, the one before holds again.
    try sandbox.write("matter", [Field("Withdraws", third), Field("Reason", "未销")])
    #expect(try sandbox.archive().ledger.matters.map(\.state) == ["待销号"])
  }

  @Test func anActivityThatFollowsStandsBesideTheOther() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    try sandbox.write("activity", lesson(title: "接续", links: [Field("Follows", first)]))
    #expect(try titles(sandbox.archive()) == ["第一课", "接续"])
  }

  @Test func aReferenceToNothingIsPending() throws {
    let sandbox = try Sandbox.withBranch()
    let target = "Q1-activity-2026-wang-0009"
    let id = try sandbox.write(
      "activity", lesson(title: "更正", links: [Field("Corrects", "\(target) 01234567")]))
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["更正"])
    #expect(
      archive.notices == [
        .pending(
          Reference(id), field: "Corrects", target: "\(target) 01234567",
          path: "organizations/Q1/activity-2026.li.rec", line: 9)
      ])
  }

  @Test func aCorrectionOfAnotherSumIsSaid() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let id = try sandbox.write(
      "activity", lesson(title: "更正", links: [Field("Corrects", "\(first) zzzzzzzz")]))
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["更正"])
    #expect(
      archive.notices == [
        .otherSum(
          Reference(id), target: Reference(first),
          path: "organizations/Q1/activity-2026.li.rec", line: 19)
      ])
  }

  @Test func unreadableValuesAreSaidWithTheirLine() throws {
    let sandbox = try Sandbox.withBranch()
    let id = try sandbox.write(
      "activity", lesson(title: "课", links: [Field("Start", "25:00"), Field("Hours", "两")]))
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["课"])
    let path = "organizations/Q1/activity-2026.li.rec"
    #expect(
      archive.notices == [
        .value(
          Reference(id), path: path,
          fault: ValueFault(field: "Start", line: 9, problem: .notATime("25:00"))),
        .value(
          Reference(id), path: path,
          fault: ValueFault(field: "Hours", line: 10, problem: .notADecimal("两"))),
      ])
  }

  @Test func whatDoesNotAgreeWithItsSumIsShownAndNotCounted() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    try sandbox.add(Self.lesson.replacing("第一课", with: "第二课"))
    let path = "organizations/Q1/activity-2026.li.rec"
    let file = URL(fileURLWithPath: "\(sandbox.path)/\(path)")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("第一课", with: "第壹课").utf8).write(to: file)
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["第二课"])
    #expect(
      archive.notices == [
        .file(path: path, condition: .damaged(line: 3)),
        .notIntact(Reference(first), path: path, line: 3),
      ])
    #expect(archive.record(Reference(first))?.first("Title") == "第壹课")
    #expect(archive.current(Reference(first)) == nil)
  }

  @Test func aTornTailIsSaid() throws {
    let sandbox = try Sandbox.withBranch()
    try sandbox.add(Self.lesson)
    let path = "organizations/Q1/activity-2026.li.rec"
    let handle = try FileHandle(
      forWritingTo: URL(fileURLWithPath: "\(sandbox.path)/\(path)"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("Id: Q1-activ".utf8))
    try handle.close()
    let archive = try sandbox.archive()
    #expect(titles(archive) == ["第一课"])
    #expect(
      archive.notices == [.file(path: path, condition: .tornTail(line: 13, bytes: 12))])
  }

  @Test func aRecordInAnotherFolderIsSaid() throws {
    let sandbox = try Sandbox.withBranch()
    var fields = lesson(title: "课", links: [])
    fields[0].value = "JG"
    let id = try sandbox.write("activity", fields)
    #expect(
      try sandbox.archive().notices == [
        .foreignFolder(
          Reference(id), organization: "JG", path: "organizations/Q1/activity-2026.li.rec",
          line: 4)
      ])
  }

  @Test func aMatterKnowsItsSourceByTheFirstVersion() throws {
    let sandbox = try Sandbox.withBranch()
    let first = try #require(try sandbox.add(Self.lesson).first)
    let second = try sandbox.write(
      "activity",
      lesson(title: "第二稿", links: [Field("Corrects", try sandbox.version(first))]))
    try sandbox.add(
      "%rec: matter\n\nOrganization: Q1\nKind: 补学\nTitle: 补课\nOpened: 2026-04-01\n"
        + "State: 已办结\nClosed: 2026-04-02\nSource: \(second)#Q1M05\n")
    #expect(try sandbox.archive().ledger.matters.map(\.source?.text) == ["\(first)#Q1M05"])
  }
}
