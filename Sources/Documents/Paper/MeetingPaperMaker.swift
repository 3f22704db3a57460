import Archive
import OrganizationLife
import Wording

/// Makes the papers of one meeting from its record; what the record does not say is left to be
/// written by hand.
struct MeetingPaperMaker {
  let activity: Activity
  let kind: ActivityKind?
  let ledger: Ledger
  let head: String?
  let makeUps: [MakeUpLine]
  let round: AppraisalRound?

  /// - Parameters:
  ///   - activity: the meeting.
  ///   - kind: its kind in the catalogue.
  ///   - ledger: organisations and members.
  ///   - head: the organisation's head (校验码), where it is known.
  ///   - makeUps: who has to make it up, or did.
  ///   - round: the grades, of a 民主评议.
  init(
    of activity: Activity, kind: ActivityKind?, ledger: Ledger, head: String?,
    makeUps: [MakeUpLine], round: AppraisalRound?
  ) {
    self.activity = activity
    self.kind = kind
    self.ledger = ledger
    self.head = head
    self.makeUps = makeUps
    self.round = round
  }

  /// The sheets of a paper; none where the meeting has nothing for it, such as no vote for ballots.
  func papers(_ kind: PaperKind) -> [Paper] {
    switch kind {
    case .notice: [notice]
    case .signIn: [signIn]
    case .ballots: ballots
    case .count: counts
    case .minutes: [minutes]
    case .resolution: resolutions
    case .appraisal: round.map { [grades(in: $0)] } ?? []
    case .copy: [copy]
    case .makeUp: makeUp.map { [$0] } ?? []
    case .feedback, .rectification, .procedure, .memberFile, .handbook, .publicity: []
    }
  }

  // MARK: What several of them say

  var place: String {
    ledger.organization(activity.organization, on: activity.date)?.name
      ?? activity.organization.text
  }

  /// 2026年第1次支部党员大会; of a 党小组 with its name, since several of a branch are called alike.
  var name: String {
    let own = ledger.organization(activity.organization, on: activity.date)
    guard let own, own.level == .group else { return nameOfMeeting }
    return own.name + nameOfMeeting
  }

  private var nameOfMeeting: String {
    let title = kind?.title ?? activity.kind
    let own = activity.title.isEmpty ? "" : "(\(activity.title))"
    guard let number = activity.number else { return title + own }
    var name = Phrase.numbered(title, year: activity.date.year, number: number).chinese
    if let sitting = Sitting(activity.sitting), sitting.total > 1 {
      name += Phrase.sitting(sitting.index, of: sitting.total).chinese
    }
    return name
  }

  var time: String {
    var text = PaperWords.day(activity.date)
    if activity.start != nil || activity.end != nil {
      text += " " + (activity.start?.description ?? PaperWords.timeToFillIn)
    }
    if let end = activity.end { text += "至\(end)" }
    return text
  }

  private func names(_ people: [Person]) -> String {
    people.map(\.name).joined(separator: "、")
  }

  private func name(_ place: OrganizationIdentifier) -> String {
    ledger.organization(place, on: activity.date)?.name
      ?? ledger.organizations[place]?.last?.name ?? place.text
  }

  private var expected: [Member] { ledger.expected(at: activity, as: kind) }

  var foot: String? {
    head.map { Phrase.headAtFoot(of: activity.organization.text, $0).chinese }
  }

  // MARK: Before the meeting

  private var notice: Paper {
    var blocks: [Paper.Block] = [
      .address(PaperWords.addressee(kind?.body ?? .members)),
      .paragraph(PaperWords.invitation(name)), .heading(PaperWords.noticeTime), .paragraph(time),
      .heading(PaperWords.noticePlace),
      .paragraph(activity.place.isEmpty ? PaperWords.blank : activity.place),
      .heading(PaperWords.noticePeople),
      .paragraph(
        PaperWords.invited(kind?.body ?? .members, expected.count)
          + (activity.attending.isEmpty
            ? "" : PaperWords.alsoInvited(names(activity.attending)))),
      .heading(PaperWords.noticeItems),
    ]
    blocks += activity.items.enumerated().map { index, item in
      .paragraph("\(index + 1). \(item.title)")
    }
    if activity.items.isEmpty { blocks.append(.paragraph(PaperWords.blank)) }
    blocks += [
      .heading(PaperWords.noticeRequest), .paragraph(PaperWords.request),
      .issued(by: place, on: PaperWords.dayToFillIn),
    ]
    return Paper(PaperWords.noticeTitle(name), blocks: blocks)
  }

  private var signIn: Paper {
    let groups = groupNames
    var rows = expected.enumerated().map { index, member in
      [
        "\(index + 1)", member.name, member.group.flatMap { groups[$0] } ?? "", "",
        member.status == .full ? "" : member.status.rawValue,
      ]
    }
    rows += activity.attending.enumerated().map { index, guest in
      ["\(expected.count + index + 1)", guest.name, "", "", PaperWords.attends]
    }
    if rows.isEmpty {
      // Who comes is not known by name: lines to sign on.
      rows = (1...Self.blankLines).map { ["\($0)", "", "", "", ""] }
    }
    return Paper(
      PaperWords.signInTitle(name),
      blocks: [
        .form([
          Paper.Row(.init(PaperWords.time, time), .init(PaperWords.place, activity.place)),
          Paper.Row(
            .init(PaperWords.expected, expected.isEmpty ? "" : "\(expected.count)"),
            .init(PaperWords.present, "")),
        ]),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.number, share: 1), .init(PaperWords.personName, share: 2),
              .init(PaperWords.group, share: 3), .init(PaperWords.signature, share: 3),
              .init(PaperWords.remark, share: 2),
            ], rows: rows, isToFillIn: true)),
      ])
  }

  /// The lines of a list to sign on for people who are not on a roster: a page of them.
  private static let blankLines = 20

  // MARK: Afterwards

  /// 决议: one for each person decided on, and one for each other item that was put to the vote.
  private var resolutions: [Paper] {
    activity.items.flatMap { item in
      item.votes.filter { $0.category != .election }.compactMap { vote -> Paper? in
        guard
          let numbers = ledger.resolutionNumbers(of: vote, in: item, of: activity, kind: kind)
        else { return nil }
        let own = item.resolution
        let isClosed = own.contains(numbers.closing.chinese)
        let text = isClosed || own.isEmpty ? own : own + "\n"
        let closing = isClosed ? "" : numbers.resolution
        return Paper(
          vote.category.isOneByOne
            ? PaperWords.resolutionTitle(numbers.category, numbers.subject?.name ?? "")
            : PaperWords.resolutionTitle(item.title),
          hasPlaceForSecrecy: true,
          blocks: [
            .paragraph(PaperWords.resolutionOpening(PaperWords.day(activity.date), name)),
            .paragraph(text + closing), .signatures([PaperWords.secretary]),
            .issued(by: place, on: PaperWords.day(activity.date)),
          ], foot: foot)
      }
    }
  }

  /// The record in the order of the paper book (PRACTICE: 会议记录).
  private var minutes: Paper {
    Paper(
      name, hasPlaceForSecrecy: true,
      blocks: [.form(formRows)] + itemBlocks + [
        .signatures([PaperWords.presider, PaperWords.recorder]),
        .form([
          Paper.Row(PaperWords.inspection, ""),
          Paper.Row(.init(PaperWords.inspector, ""), .init(PaperWords.date, "")),
        ]),
      ], foot: foot)
  }

  /// The same as running text, to be copied by hand.
  private var copy: Paper {
    let lines = formRows.flatMap(\.cells).filter { !$0.value.isEmpty }
      .map { "\($0.label):\($0.value.replacing("\n", with: ";"))" }
    return Paper(
      PaperWords.copyTitle(name),
      blocks: lines.map { .paragraph($0) } + itemBlocks + [
        .paragraph(PaperWords.presider + ":" + (activity.presider?.name ?? "")),
        .paragraph(PaperWords.recorder + ":" + (activity.recorder?.name ?? "")),
      ])
  }

  private var formRows: [Paper.Row] {
    let turnout = ledger.turnout(of: activity, kind: kind)
    var rows = [
      Paper.Row(PaperWords.meetingName, name),
      Paper.Row(.init(PaperWords.time, time), .init(PaperWords.place, activity.place)),
      Paper.Row(
        .init(PaperWords.presider, activity.presider?.name ?? ""),
        .init(PaperWords.recorder, activity.recorder?.name ?? "")),
    ]
    if activity.hasRoster, kind?.body == .people {
      // Of those who are asked one by one only who came is known.
      rows.append(Paper.Row(PaperWords.present, "\(turnout.present)"))
    } else if activity.hasRoster {
      rows += [
        Paper.Row(
          .init(PaperWords.expected, "\(turnout.expected)"),
          .init(PaperWords.present, "\(turnout.present)")),
        Paper.Row(
          .init(PaperWords.eligible, "\(turnout.eligible)"),
          .init(PaperWords.eligiblePresent, "\(turnout.eligiblePresent)")),
      ]
    }
    let absent = activity.absent.map { absence in
      absence.reason.isEmpty
        ? absence.person.name : "\(absence.person.name)(\(absence.reason))"
    }
    // Where nobody was called by name, nobody is known to have stayed away.
    let nobody = activity.hasRoster && kind?.body != .people ? PaperWords.nobody : ""
    let excluded = activity.excluded.map { "\($0.person.name)(\($0.reason))" }
    let further = [
      (PaperWords.video, names(activity.video)),
      (PaperWords.absent, absent.isEmpty ? nobody : absent.joined(separator: "、")),
      (PaperWords.late, names(activity.late)), (PaperWords.leftEarly, names(activity.leftEarly)),
      (PaperWords.excluded, excluded.joined(separator: "、")),
      (PaperWords.attending, names(activity.attending)),
      (PaperWords.lecturers, names(activity.lecturers)),
      (
        kind?.isPoliticalBirthday ?? false ? PaperWords.birthdays : PaperWords.about,
        names(activity.about)
      ),
      (PaperWords.visited, activity.host.map(name) ?? ""),
      (
        PaperWords.visitors,
        activity.visitors.map { text in OrganizationIdentifier(text).map(name) ?? text }
          .joined(separator: "、")
      ),
      (
        PaperWords.items,
        activity.items.enumerated().map { "\($0 + 1). \($1.title)" }.joined(separator: "\n")
      ),
    ]
    return rows + further.filter { !$0.1.isEmpty }.map { Paper.Row($0.0, $0.1) }
  }

  private var itemBlocks: [Paper.Block] {
    var blocks: [Paper.Block] = []
    if !activity.minutes.isEmpty {
      blocks += [.heading(PaperWords.record), .paragraph(activity.minutes)]
    }
    for (index, item) in activity.items.enumerated() {
      blocks.append(.heading(PaperWords.item(index + 1, item.title)))
      if !item.away.isEmpty { blocks.append(.paragraph(PaperWords.away(names(item.away)))) }
      if !item.minutes.isEmpty { blocks.append(.paragraph(item.minutes)) }
      blocks += item.votes.map { .paragraph(sentence(of: $0, in: item)) }
      if !item.resolution.isEmpty {
        blocks.append(.paragraph(PaperWords.resolution + item.resolution))
      }
      let owners = names(item.owners)
      if !owners.isEmpty || item.due != nil {
        blocks.append(
          .paragraph(PaperWords.duty(owners, item.due.map(PaperWords.day) ?? PaperWords.blank)))
      }
    }
    if !activity.summary.isEmpty {
      blocks += [.heading(PaperWords.summary), .paragraph(activity.summary)]
    }
    return blocks
  }

  private func sentence(of vote: Vote, in item: Item) -> String {
    var parts: [String] = []
    let ballots = [
      vote.issued.map { PaperWords.issued($0) }, vote.returned.map { PaperWords.returned($0) },
      vote.valid.map { PaperWords.valid($0) },
    ].compactMap { $0 }
    if !ballots.isEmpty { parts.append(ballots.joined(separator: "，")) }
    parts.append(
      PaperWords.votes(
        vote.inFavour, vote.against, vote.abstaining, written: vote.written,
        isOneByOne: vote.category.isOneByOne || vote.category == .election))
    if !vote.scrutineers.isEmpty { parts.append(PaperWords.scrutineers(names(vote.scrutineers))) }
    if !vote.tellers.isEmpty { parts.append(PaperWords.tellers(names(vote.tellers))) }
    let who = vote.subject?.name ?? vote.writtenIn?.name ?? ""
    let head = PaperWords.vote(
      vote.method, who, isElection: vote.category == .election, isWrittenIn: vote.writtenIn != nil)
    return head + parts.joined(separator: "；") + "。" + outcome(of: vote, in: item)
  }

  /// What came of a vote; of a candidate, whether elected.
  private func outcome(of vote: Vote, in item: Item) -> String {
    let person = vote.subject ?? vote.writtenIn
    if let election = ledger.election(at: item, of: activity, kind: kind), let person,
      let candidate = election.people.first(where: { $0.person.isSame(as: person) })
    {
      return PaperWords.outcome(candidate.outcome, needed: election.needed)
    }
    return PaperWords.outcome(ledger.outcome(of: vote, in: item, of: activity, kind: kind))
  }
}

// MARK: Ballots

extension MeetingPaperMaker {
  /// 表决票: one for each person decided on in secret; 选票: one for each election.
  private var ballots: [Paper] {
    activity.items.flatMap { item -> [Paper] in
      let people = secretSubjects(of: item)
      if isElection(item) { return [electionBallot(item, people)] }
      return people.map { person in
        Paper(
          PaperWords.ballotTitle(item.title),
          blocks: [
            .table(voteTable([person.name], writeIns: 0)), .note(PaperWords.ballotNote),
            .issued(by: place, on: PaperWords.day(activity.date)),
          ])
      }
    }
  }

  private func electionBallot(_ item: Item, _ people: [Person]) -> Paper {
    Paper(
      PaperWords.electionBallotTitle(place),
      blocks: [
        .table(
          voteTable(
            StrokeOrder.sorted(people) { $0.name }.map(\.name), writeIns: writeIns(of: item))),
        .note(PaperWords.electionNote(seats: item.seats)),
        .issued(by: place, on: PaperWords.day(activity.date)),
      ])
  }

  /// As many empty rows as there are seats, where that can be so.
  private func writeIns(of item: Item) -> Int {
    min(max(item.seats ?? 1, 0), MeetingPaperMaker.mostSeats)
  }

  /// More than any committee has; what a record says beyond it is a mistake, and no page long.
  private static let mostSeats = 30

  private func voteTable(_ names: [String], writeIns: Int) -> PaperTable {
    let rows = names.map { [$0, "", "", ""] }
    let written = (0..<writeIns).map { _ in [PaperWords.writeIn, "", "", ""] }
    return PaperTable(
      columns: [
        .init(PaperWords.personName, share: 3), .init(PaperWords.inFavour, share: 2),
        .init(PaperWords.against, share: 2), .init(PaperWords.abstaining, share: 2),
      ], rows: rows + written, isToFillIn: true)
  }

  /// 计票单: the same names with room for the strokes of 正.
  private var counts: [Paper] {
    activity.items.compactMap { item in
      let people = secretSubjects(of: item)
      guard !people.isEmpty else { return nil }
      let isElection = isElection(item)
      let names = (isElection ? StrokeOrder.sorted(people) { $0.name } : people).map(\.name)
      return Paper(
        PaperWords.countTitle(isElection ? place + PaperWords.electionItem : item.title),
        blocks: [
          .form([
            Paper.Row(.init(PaperWords.time, time), .init(PaperWords.eligiblePresent, "")),
            Paper.Row(.init(PaperWords.ballotsIssued, ""), .init(PaperWords.ballotsReturned, "")),
            Paper.Row(.init(PaperWords.ballotsValid, ""), .init(PaperWords.ballotsInvalid, "")),
          ]),
          .table(voteTable(names, writeIns: isElection ? writeIns(of: item) : 0)),
          .note(PaperWords.countNote),
          .signatures([PaperWords.scrutineer, PaperWords.teller]),
        ])
    }
  }

  private func isElection(_ item: Item) -> Bool {
    item.votes.contains { $0.category == .election } || item.seats != nil
  }

  /// Those whom an item's secret votes are about; of an item without votes yet, whom it is about.
  private func secretSubjects(of item: Item) -> [Person] {
    let secret = item.votes.filter { $0.category.isSecretBallot || $0.isSecret }
    let people = secret.compactMap(\.subject)
    return people.isEmpty && (item.kind == .vote || item.seats != nil) ? item.about : people
  }
}
