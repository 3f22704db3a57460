import Archive
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

/// What rules speak of occurs in the sample prison, is reached by keys and printed by a command.
@Suite("Everything that rules speak of occurs in the sample prison")
struct OccurrenceTests {
  private static let today = Day(year: 2026, month: 11, day: 20) ?? Day(number: 0)
  /// Keys that open something: a menu's number, Enter. Finding a line in a list opens nothing.
  private static let steps = 4

  private struct Sample {
    let desk: Desk
    let archive: Archive
    let officer: Officer
  }

  private func sample() throws -> Sample {
    let desk = Desk()
    try #require(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    let archive = try Archive.open(Store(opening: desk.folder.path("demo")))
    return Sample(
      desk: desk, archive: archive, officer: try Officer(archive, today: Self.today))
  }

  @Test("each obligation, procedure, warning and matter, with screen, keys, command and record")
  func occurrence() throws {
    let sample = try sample()
    let committee = try #require(OrganizationIdentifier("DW"))
    var things = obligations(sample.archive) + procedures(sample.archive, under: committee)
    things += matters(sample.archive, under: committee)
    things += try warnings(sample, under: committee)

    // Lists are opened once; finding a line and opening it goes on from there.
    var lists: [[String]: Officer] = [:]
    var answers: [[String]: [String]] = [:]
    print("kind\tname\tscreen\tkeys\tcommand\trecord")
    for thing in things {
      #expect(!thing.record.isEmpty, "\(thing.kind) \(thing.name) does not occur")
      guard !thing.record.isEmpty else { continue }
      let opening = Array(thing.keys.prefix { !$0.hasPrefix("/") })
      let list = lists[opening] ?? sample.officer.after(opening)
      lists[opening] = list
      let reached = list.after(Array(thing.keys.dropFirst(opening.count)))
      let steps = thing.keys.count { !$0.hasPrefix("/") }
      #expect(steps <= Self.steps, "\(thing.kind) \(thing.name): \(thing.keys)")
      for text in thing.says {
        #expect(
          reached.says(text),
          "\(thing.kind) \(thing.name) after \(thing.keys): no \(text) in \(reached.screen)")
      }
      let answer = answers[thing.command] ?? output(of: thing.command, sample.desk)
      answers[thing.command] = answer
      #expect(
        answer.contains { line in thing.prints.allSatisfy(line.contains) },
        "\(thing.kind) \(thing.name): \(thing.command) prints no line with \(thing.prints)")
      print(
        [
          thing.kind, thing.name, "\(list.title) > \(reached.title)",
          thing.keys.joined(separator: " "),
          "zhibu " + thing.command.joined(separator: " "), thing.record,
        ].joined(separator: "\t"))
    }
    for kind in ["obligation", "procedure", "matter", "warning"] {
      print("\(things.count { $0.kind == kind }) of kind \(kind)")
    }
  }

  private func output(of command: [String], _ desk: Desk) -> [String] {
    let words = command.map { "'\($0)'" }.joined(separator: " ")
    return desk.shell("\"$zhibu\" \(words) --store demo --format tsv").lines
  }

  // MARK: - What there is

  private func obligations(_ archive: Archive) -> [RuledThing] {
    let lines = archive.ledger.due(archive.catalog.obligations, on: Self.today, under: nil)
    return archive.catalog.obligations.filter { $0.validity.contains(Self.today) }.map { duty in
      // One that something was done for, where there is one.
      let own = lines.filter { $0.obligation.id == duty.id }
      let line = own.first { $0.done > 0 } ?? own.first
      let place = line.map { archive.ledger.organization($0.organization, on: Self.today) }
      return RuledThing(
        kind: "obligation", name: duty.id,
        keys: ["1", "/\(duty.title) \(place??.name ?? "")"], says: [String(duty.title.prefix(6))],
        command: ["due", "--organization", "DW"], prints: [duty.id],
        record: line?.evidence.first?.text ?? line?.organization.text ?? "")
    }
  }

  private func procedures(
    _ archive: Archive, under committee: OrganizationIdentifier
  ) -> [RuledThing] {
    archive.catalog.procedures.filter { $0.validity.contains(Self.today) }.map { kind in
      let standing = archive.ledger.standings(of: kind, under: committee, on: Self.today)
        .first { !$0.isFinished && !$0.done.isEmpty }
      let subject = standing?.subject.name ?? ""
      return RuledThing(
        kind: "procedure", name: kind.id, keys: ["5", "3", "/\(kind.title) \(subject)", "Enter"],
        says: [subject, standing?.done.last?.step.title ?? kind.title],
        command: ["procedures", "--organization", "DW"], prints: [kind.id, subject],
        record: standing?.done.last?.evidence.first?.text ?? "")
    }
  }

  private func matters(
    _ archive: Archive, under committee: OrganizationIdentifier
  ) -> [RuledThing] {
    let ledger = archive.ledger
    let open = ledger.openMatters(on: Self.today, of: committee, kinds: [])
    let kinds = ["检查问题", "风险隐患", "意见建议", "办实事", "决议落实", Matter.correctionKind]
    var found = kinds.map { kind in
      let matter = open.first { $0.kind == kind }
      return self.matter(
        matter ?? ledger.matters.first { $0.kind == kind }, named: kind, isOpen: matter != nil)
    }
    found += ["办理中", "阶段完成", "待销号", "已办结"].map { state in
      let matter = open.first { $0.state == state }
      return self.matter(
        matter ?? ledger.matters.first { $0.state == state }, named: state,
        isOpen: matter != nil)
    }
    let year = Period(.year, containing: Self.today).first...Self.today
    let lines = ledger.makeUps(of: committee, in: year, on: Self.today, catalog: archive.catalog)
    for (name, code, isMatch) in Self.closings {
      let line = lines.last { isMatch($0.closing) }
      found.append(
        RuledThing(
          kind: "matter", name: "补学 \(name)",
          keys: ["5", "2", "/\(line?.person.name ?? "") \(line?.activity.title ?? "")"],
          says: [line?.person.name ?? "?"], command: ["makeups", "--organization", "DW"],
          prints: [code, line?.reference.text ?? "?"], record: line?.reference.text ?? ""))
    }
    return found
  }

  private static let closings:
    [(name: String, code: String, isMatch: @Sendable (MakeUpClosing?) -> Bool)] = [
      ("未补", "open", { $0 == nil }),
      ("事项销号", "matter", { if case .matter = $0 { true } else { false } }),
      ("补课", "session", { if case .session = $0 { true } else { false } }),
      ("笔记", "document", { if case .document = $0 { true } else { false } }),
      ("传阅签名", "signature", { if case .signature = $0 { true } else { false } }),
    ]

  private func matter(_ matter: Matter?, named name: String, isOpen: Bool) -> RuledThing {
    let title = matter?.title ?? ""
    return RuledThing(
      kind: "matter", name: name, keys: ["5", isOpen ? "1" : "5", "/\(title)", "Enter"],
      says: [title], command: ["matters", "--organization", "DW", "--all"],
      prints: [matter?.kind ?? "?", matter?.reference.text ?? "?"],
      record: matter?.reference.text ?? "")
  }

  private func warnings(
    _ sample: Sample, under committee: OrganizationIdentifier
  ) throws -> [RuledThing] {
    let archive = sample.archive
    let folder =
      "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(4).joined(separator: "/") + "/Sources/OrganizationLife"
    let names = WarningNames.all(in: sample.desk.shell("cat '\(folder)'/*.swift").output)
    #expect(names.count >= 90)
    let lines = archive.ledger.inspection(
      of: Self.today.year, under: committee, on: Self.today, catalog: archive.catalog)
    var occurring: [String: (InspectionLine, Warning)] = [:]
    for line in lines {
      guard case .warning(let warning) = line.finding else { continue }
      let name = WarningNames.name(of: warning.kind)
      #expect(names.contains(name), "\(name)")
      if occurring[name] == nil { occurring[name] = (line, warning) }
    }
    return names.sorted().map { name in
      guard let (line, warning) = occurring[name] else {
        return RuledThing(
          kind: "warning", name: name, keys: [], says: [], command: [], prints: [], record: "")
      }
      let phrase = warning.kind.phrase(.chinese)
      let place = archive.ledger.organization(line.organization, on: Self.today)?.name ?? ""
      let person = line.member.flatMap { archive.ledger.latest($0)?.name } ?? ""
      let evidence = warning.evidence.first?.text ?? ""
      let branch = archive.ledger.branch(of: line.organization, on: Self.today)?.name ?? ""
      return RuledThing(
        kind: "warning", name: name,
        keys: ["4", "1", "/\(branch)", "Enter", "/\(person) \(phrase)", "Enter"],
        says: [phrase, place],
        command: ["warnings", "--organization", "DW"],
        prints: [line.organization.text, phrase, evidence], record: evidence)
    }
  }
}
