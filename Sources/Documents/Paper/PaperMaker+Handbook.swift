import Archive
import OrganizationLife
import Wording

/// 党支部工作手册: a branch's year in the order of the paper book, each chapter on sheets of its own.
/// Chapters without records stay, with rows to be written by hand.
extension PaperMaker {
  func handbook(of id: OrganizationIdentifier, year: Int) -> HandbookMaker? {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31), first <= day,
      let branch = archive.ledger.organization(id, on: min(day, last)), branch.level.isBranch
    else { return nil }
    return HandbookMaker(maker: self, branch: branch, days: first...min(day, last))
  }
}

struct HandbookMaker {
  let maker: PaperMaker
  let branch: Organization
  /// From 1 January to the end of the year, or to the day asked for.
  let days: ClosedRange<Day>

  private var ledger: Ledger { maker.archive.ledger }
  private var catalog: Catalog { maker.archive.catalog }
  private var end: Day { days.upperBound }
  private var year: Int { end.year }
  private var isHidden: Bool {
    places.contains { maker.archive.access.hidesRecords(of: $0.text) }
  }

  var papers: [Paper] {
    var papers = [cover, overview, roster, documents(PaperWords.plans, "计划")]
    var printed: Set<Reference> = []
    papers += meetings(PaperWords.meetingsAndLessons, &printed) { kind in
      ["党员大会", "支委会", "党小组会", "党课"].contains(kind.id)
    }
    papers += meetings(PaperWords.themeDays, &printed) { $0.isThemeDay }
    papers += meetings(PaperWords.lifeAndAppraisal, &printed) {
      $0.isLifeMeeting || $0.isAppraisal
    }
    papers += [
      talks, dues, development, honors, documents(PaperWords.summaries, "总结"), chronicle,
      inspections,
    ]
    return papers
  }

  // MARK: Front

  private var cover: Paper {
    Paper(
      PaperWords.handbookTitle, hasPlaceForSecrecy: true,
      blocks: [
        .form([
          Paper.Row(PaperWords.unit, maker.archive.store.manifest.unit),
          Paper.Row(PaperWords.branch, branch.name),
          Paper.Row(PaperWords.year, PaperWords.yearOf(year)),
          Paper.Row(PaperWords.secretaryName, branch.secretary.map(maker.name) ?? ""),
          Paper.Row(PaperWords.asOf, PaperWords.day(end)),
        ]),
        .heading(PaperWords.contents),
      ]
        + hiddenNote
        + PaperWords.chapters.enumerated().map { number, title in
          .note(PaperWords.chapter(number + 1, title))
        } + [
          .signatures([PaperWords.secretary, PaperWords.reviewer])
        ], foot: maker.head(of: branch.id))
  }

  private func chapter(_ title: String, _ blocks: [Paper.Block]) -> Paper {
    let number = (PaperWords.chapters.firstIndex(of: title) ?? 0) + 1
    return Paper(PaperWords.chapter(number, title), blocks: blocks)
  }

  private func table(_ columns: [(String, Int)], _ rows: [[String]]) -> Paper.Block {
    let blank = Array(repeating: "", count: columns.count)
    return .table(
      PaperTable(
        columns: columns.map { .init($0.0, share: $0.1) },
        rows: rows.isEmpty ? Array(repeating: blank, count: 5) : rows, isToFillIn: rows.isEmpty))
  }

  private var overview: Paper {
    let people = ledger.partyMembers(of: branch.id, on: end)
    let groups = ledger.groups(of: branch.id, on: end)
    let term = ledger.termStanding(of: branch, on: end, catalog: catalog)
    let founded = ledger.organizations[branch.id]?.first?.since
    let parent = branch.parent.flatMap { ledger.organization($0, on: end)?.name } ?? ""
    let officers = branch.officers.map { officer in
      [maker.name(officer.person), officer.post, "", ""]
    }
    let below = groups.map { group in
      [
        group.name, group.officers.map { maker.name($0.person) }.joined(separator: "、"),
        "\(people.count { $0.group == group.id })",
        people.filter { $0.group == group.id }.map(\.name).joined(separator: "、"),
      ]
    }
    return chapter(
      PaperWords.overview,
      [
        .form([
          Paper.Row(PaperWords.branch, branch.name),
          Paper.Row(
            .init(PaperWords.parent, parent),
            .init(PaperWords.founded, founded.map(PaperWords.day) ?? "")),
          Paper.Row(
            .init(
              PaperWords.elected, term.map { PaperWords.day($0.term.elected) } ?? ""),
            .init(PaperWords.termEnds, term.map { PaperWords.day($0.ends) } ?? "")),
          Paper.Row(
            .init(PaperWords.fullMembers, "\(people.count { $0.status == .full })"),
            .init(PaperWords.probationers, "\(people.count { $0.status == .probationary })")),
          Paper.Row(PaperWords.units, branch.units.joined(separator: "、")),
        ]),
        .heading(PaperWords.committee),
        table(
          [
            (PaperWords.personName, 2), (PaperWords.posts, 3), (PaperWords.duties, 4),
            (PaperWords.signature, 2),
          ], officers),
        .heading(PaperWords.groups),
        table(
          [
            (PaperWords.group, 2), (PaperWords.leader, 2), (PaperWords.headcount, 1),
            (PaperWords.people, 6),
          ], below),
      ])
  }

  private var roster: Paper {
    let rows = ledger.roll(of: branch.id, on: end).enumerated().map { index, member in
      [
        "\(index + 1)", member.name, member.gender, member.born, member.education,
        member.status.rawValue, member.admitted?.description ?? "",
        member.confirmed?.description ?? "", member.posts.joined(separator: "、"),
      ]
    }
    return chapter(
      PaperWords.roster,
      [
        table(
          [
            (PaperWords.number, 4), (PaperWords.personName, 6), (PaperWords.gender, 4),
            (PaperWords.born, 8), (PaperWords.education, 6), (PaperWords.status, 8),
            (PaperWords.joined, 10), (PaperWords.confirmed, 10), (PaperWords.posts, 8),
          ], rows)
      ])
  }

  private func documents(_ title: String, _ word: String) -> Paper {
    let found = ledger.documents.filter { document in
      document.organization == branch.id && days.contains(document.date)
        && document.kind.contains(word)
    }.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
    let bodies = found.flatMap { document -> [Paper.Block] in
      let text = maker.archive.record(document.reference)?.first("Text") ?? ""
      return text.isEmpty ? [] : [.heading(document.title), .paragraph(text)]
    }
    return chapter(
      title,
      [
        table(
          [(PaperWords.date, 2), (PaperWords.documentTitle, 5), (PaperWords.authors, 2)],
          found.map { document in
            [
              PaperWords.day(document.date), document.title,
              document.authors.map(maker.name).joined(separator: "、"),
            ]
          })
      ] + (bodies.isEmpty ? [.note(PaperWords.toAttach)] : bodies))
  }

  // MARK: Meetings

  /// The branch and the groups that it had at any time of the year.
  private var places: [OrganizationIdentifier] {
    let groups = ledger.placesEver(under: [branch.id]).subtracting([branch.id]).filter { id in
      (ledger.organizations[id] ?? []).contains { snapshot in
        snapshot.level == .group && snapshot.parent == branch.id && snapshot.since <= end
      } && ledger.lastDay(of: id).map { $0 >= days.lowerBound } ?? true
    }
    return [branch.id] + groups.sorted()
  }

  /// What was held of some kinds, by date: a list, and behind it the minutes of each that were not
  /// printed in a chapter before, as of a theme day at which a lesson was given.
  private func meetings(
    _ title: String, _ printed: inout Set<Reference>, _ isAsked: (ActivityKind) -> Bool
  ) -> [Paper] {
    let kinds = Set(catalog.kinds.filter(isAsked).map(\.id))
    let held = places.flatMap { ledger.activities(of: $0, in: days) }
      .filter { kinds.contains($0.kind) || $0.counts.contains(where: kinds.contains) }
      .sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
    let rows = held.enumerated().map { index, activity in
      let kind = catalog.kind(activity.kind, on: activity.date)
      let turnout = ledger.turnout(of: activity, kind: kind)
      let place =
        activity.organization == branch.id
        ? "" : ledger.organization(activity.organization, on: activity.date)?.name ?? ""
      return [
        "\(index + 1)", PaperWords.day(activity.date), place + (kind?.title ?? activity.kind),
        (activity.title.isEmpty
          ? activity.items.map(\.title).joined(separator: "；") : activity.title)
          + (printed.contains(activity.reference) ? PaperWords.printedBefore : ""),
        activity.hasRoster ? "\(turnout.present)/\(turnout.expected)" : "",
      ]
    }
    let list = chapter(
      title,
      [
        table(
          [
            (PaperWords.number, 1), (PaperWords.date, 3), (PaperWords.meetingKind, 3),
            (PaperWords.meetingContent, 6), (PaperWords.turnout, 2),
          ], rows)
      ] + hiddenNote)
    return [list]
      + held.filter { printed.insert($0.reference).inserted }.flatMap { activity in
        let subject = PaperSubject.activity(activity.reference)
        return (maker.papers(.minutes, of: subject) + maker.papers(.appraisal, of: subject))
          .map { paper in
            // One head for the book.
            var paper = paper
            paper.foot = nil
            paper.hasPlaceForSecrecy = false
            return paper
          }
      }
  }

  // MARK: What may be restricted

  private var talks: Paper {
    let kinds = Set(catalog.kinds.filter { $0.isTalk || $0.isConversation }.map(\.id))
    let held = places.flatMap { ledger.activities(of: $0, in: days) }
      .filter { kinds.contains($0.kind) || $0.counts.contains(where: kinds.contains) }
      .sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
    let rows = held.map { talk in
      let others = talk.present.filter { person in
        !(talk.presider.map { $0.isSame(as: person) } ?? false)
      }
      return [
        PaperWords.day(talk.date), talk.presider.map(maker.name) ?? "",
        others.map(maker.name).joined(separator: "、"),
        talk.title.isEmpty ? catalog.kind(talk.kind)?.title ?? talk.kind : talk.title,
      ]
    }
    return chapter(
      PaperWords.talksChapter,
      [
        table(
          [
            (PaperWords.date, 3), (PaperWords.host, 2), (PaperWords.partner, 3),
            (PaperWords.talkedAbout, 4),
          ], rows)
      ] + hiddenNote)
  }

  private var hiddenNote: [Paper.Block] {
    isHidden ? [.note(PaperWords.withoutRestricted)] : []
  }

  private var dues: Paper {
    let rows = ledger.duesStandings(under: branch.id, on: end).map { standing in
      let own = standing.months.filter { $0.month.first >= days.lowerBound }
      let paid = own.compactMap(\.paid)
      return [
        standing.member.name, "\(own.count)", "\(paid.count)",
        Dues.yuan(paid.reduce(0, +)), own.count == paid.count ? "" : "\(own.count - paid.count)",
      ]
    }
    return chapter(
      PaperWords.dues,
      [
        table(
          [
            (PaperWords.personName, 2), (PaperWords.monthsDue, 2), (PaperWords.monthsPaid, 2),
            (PaperWords.amountPaid, 2), (PaperWords.monthsUnpaid, 2),
          ], rows)
      ] + hiddenNote)
  }

  // MARK: The rest of the year

  private var development: Paper {
    let rows = ledger.admissionHistories(of: branch.id, on: end, catalog: catalog).map { history in
      [
        history.member.name, history.member.status.rawValue, history.applied,
        history.told.map(\.chinese).joined(separator: "，"),
      ]
    }
    return chapter(
      PaperWords.development,
      [
        table(
          [
            (PaperWords.personName, 2), (PaperWords.status, 2), (PaperWords.applied, 2),
            (PaperWords.state, 6),
          ], rows)
      ])
  }

  private var honors: Paper {
    let found = ledger.honors.filter { $0.organization == branch.id && days.contains($0.date) }
      .sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
    return chapter(
      PaperWords.honorsChapter,
      [
        table(
          [
            (PaperWords.date, 3), (PaperWords.honorTitle, 5), (PaperWords.level, 2),
            (PaperWords.recipients, 3),
          ],
          found.map { honor in
            [
              PaperWords.day(honor.date), honor.title, honor.level,
              honor.recipients.isEmpty
                ? branch.name : honor.recipients.map(maker.name).joined(separator: "、"),
            ]
          })
      ] + hiddenNote)
  }

  /// 大事记: assemblies with what they decided, the committee, who came, left and was taken in, honours.
  private var chronicle: Paper {
    var events: [(day: Day, text: String)] = []
    for activity in ledger.activities(of: branch.id, in: days) {
      guard let kind = catalog.kind(activity.kind, on: activity.date), kind.isAssembly else {
        continue
      }
      let items = activity.items.map(\.title).joined(separator: "；")
      events.append((activity.date, PaperWords.heldEvent(kind.title, items)))
    }
    for snapshot in ledger.organizations[branch.id] ?? [] where days.contains(snapshot.since) {
      let officers = snapshot.officers.map { "\(maker.name($0.person))（\($0.post)）" }
      events.append((snapshot.since, PaperWords.committeeEvent(officers.joined(separator: "、"))))
    }
    for id in ledger.members.keys.sorted() { events += lifeEvents(of: ledger.members[id] ?? []) }
    for honor in ledger.honors where honor.organization == branch.id && days.contains(honor.date) {
      let whose = honor.recipients.map(maker.name).joined(separator: "、")
      events.append((honor.date, PaperWords.honorEvent(whose, honor.title, honor.level)))
    }
    events.sort { ($0.day, $0.text) < ($1.day, $1.text) }
    return chapter(
      PaperWords.chronicle,
      [
        table(
          [(PaperWords.date, 2), (PaperWords.event, 7)],
          events.map { [PaperWords.day($0.day), $0.text] })
      ] + hiddenNote)
  }

  /// What happened to a member in this branch, each by the roster of its day.
  private func lifeEvents(of snapshots: [Member]) -> [(day: Day, text: String)] {
    guard let newest = snapshots.last else { return [] }
    func isHere(_ day: Day) -> Bool {
      (snapshots.last { $0.since <= day } ?? snapshots.first)?.organization == branch.id
    }
    var events: [(day: Day, text: String)] = []
    if let day = newest.admitted, days.contains(day), isHere(day) {
      events.append((day, PaperWords.admittedEvent(newest.name)))
    }
    if let day = newest.confirmed, days.contains(day), isHere(day) {
      events.append((day, PaperWords.confirmedEvent(newest.name)))
    }
    for (before, after) in zip(snapshots, snapshots.dropFirst())
    where before.organization != after.organization && days.contains(after.since) {
      if after.organization == branch.id {
        let from = ledger.organization(before.organization, on: after.since)?.name ?? ""
        events.append((after.since, PaperWords.cameEvent(after.name, from)))
      } else if before.organization == branch.id {
        let to = ledger.organization(after.organization, on: after.since)?.name ?? ""
        events.append((after.since, PaperWords.movedEvent(before.name, to)))
      }
    }
    if let day = newest.until, days.contains(day), newest.organization == branch.id {
      events.append((day, PaperWords.leftEvent(newest.name, newest.left)))
    }
    return events
  }

  private var inspections: Paper {
    let found = ledger.matters.filter { matter in
      matter.organization == branch.id && days.contains(matter.opened)
        && matter.kind != Matter.resolutionKind && matter.kind != Matter.makeUpKind
    }.sorted { ($0.opened, $0.reference) < ($1.opened, $1.reference) }
    return chapter(
      PaperWords.inspections,
      [
        table(
          [
            (PaperWords.found, 10), (PaperWords.matterKind, 8), (PaperWords.finding, 16),
            (PaperWords.due, 10), (PaperWords.result, 16), (PaperWords.closedOn, 10),
          ],
          found.map { matter in
            [
              matter.opened.description, matter.kind, matter.title,
              matter.due?.description ?? "", matter.result, matter.closed?.description ?? "",
            ]
          }), .signatures([PaperWords.inspector, PaperWords.secretary]),
      ])
  }
}
