import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// What was held, newest first.
  static func activities(
    of id: OrganizationIdentifier, kind: String?, _ archive: Archive, in context: Context
  ) -> ListContents {
    let found = context.activities(under: id, kind: kind)
    let hasSeveralPlaces = context.areOfSeveralBranches(found.map(\.organization))
    let title =
      kind.map { name in Phrase(verbatim: archive.catalog.kind(name)?.title ?? name) }
      ?? .titleActivities
    var columns = [ListColumn(title: .headingDate)]
    if kind == nil { columns.append(ListColumn(title: .headingKind, maximum: 16, rank: 1)) }
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingOrganization, minimum: 12, maximum: 26, isElastic: true,
          keepsEnd: true))
    }
    columns += [
      ListColumn(title: .headingNumber, alignment: .trailing, rank: 3),
      ListColumn(title: .headingTitle, minimum: 18, isElastic: true),
      ListColumn(title: .headingPresent, alignment: .trailing, rank: 1),
      ListColumn(title: .headingState),
      ListColumn(title: .headingLate, rank: 2),
    ]
    return ListContents(
      title: context.title(title, of: id), columns: columns,
      rows: found.map { activity in
        var cells = [ListCell(context.shown(activity.date), order: Int(activity.date.number))]
        if kind == nil {
          cells.append(ListCell(context.kind(of: activity)?.short ?? activity.kind))
        }
        if hasSeveralPlaces {
          cells.append(ListCell(context.fullName(activity.organization), .dim))
        }
        let subject = context.subject(of: activity)
        cells += [
          ListCell(activity.number.map(String.init) ?? "", order: activity.number ?? 0),
          ListCell(
            hasSeveralPlaces
              ? subject : context.text(subject, of: activity.organization, below: id)),
          presence(at: activity, archive, in: context),
          activity.isFinal
            ? ListCell(context.say(.final), .dim) : ListCell(context.say(.unfinished), .warning),
          lateness(of: activity, in: context),
        ]
        return ListRow(
          id: activity.reference.text, cells: cells,
          destination: .page(.activity(activity.reference)),
          change: .form(.changeActivity(activity.reference)),
          names: [activity.title] + activity.lecturers.map(\.name),
          texts: texts(of: activity))
      },
      empty: .noActivities, scopes: [.activities])
  }

  /// 到会/应到, or 人次 where people are not listed.
  private static func presence(
    at activity: Activity, _ archive: Archive, in context: Context
  ) -> ListCell {
    if let headcount = activity.headcount {
      return ListCell(headcount.description, order: headcount.value)
    }
    let present = activity.present.count + activity.video.count
    guard activity.hasRoster else { return ListCell("-", .dim, order: -1) }
    let kind = context.kind(of: activity)
    guard kind?.body != .people else { return ListCell(number: present) }
    let turnout = archive.ledger.turnout(of: activity, kind: kind)
    return ListCell("\(turnout.present)/\(turnout.expected)", order: turnout.present)
  }

  /// 迟录: entered so many days after it was held.
  private static func lateness(of activity: Activity, in context: Context) -> ListCell {
    guard let days = activity.daysLate else { return ListCell("", order: 0) }
    return ListCell(context.say(.enteredLate(days)), .warning, order: days)
  }

  /// The texts of an activity that a filter looks into.
  private static func texts(of activity: Activity) -> [String] {
    var texts = [activity.reference.text, activity.place, activity.minutes, activity.summary]
    for item in activity.items { texts += [item.title, item.minutes, item.resolution] }
    return texts
  }

  /// Records that stand behind an answer.
  static func records(
    title: String, _ references: [Reference], _ archive: Archive, in context: Context
  ) -> ListContents {
    var seen: Set<Reference> = []
    let rows = archive.byDay(references).compactMap { reference -> ListRow? in
      guard seen.insert(reference).inserted else { return nil }
      return record(reference, archive, in: context)
    }
    return ListContents(
      title: title,
      columns: [
        ListColumn(title: .headingDate),
        ListColumn(title: .headingKind, maximum: 18),
        ListColumn(
          title: .headingOrganization, minimum: 8, maximum: 26, rank: 1, isElastic: true,
          keepsEnd: true),
        ListColumn(title: .headingTitle, minimum: 18, isElastic: true),
      ],
      rows: rows, empty: .noEvidence,
      scopes: context.plan(behind: title, references) == nil ? [] : [.plan])
  }

  /// A row about one record, or about one item of it.
  static func record(
    _ reference: Reference, _ archive: Archive, in context: Context
  ) -> ListRow {
    let whole = Reference(reference.recordText)
    if let activity = archive.ledger.activity(whole) {
      var subject = context.subject(of: activity)
      if let number = reference.itemNumber, activity.items.indices.contains(number - 1) {
        subject = context.say(.item(number)) + " " + activity.items[number - 1].title
      }
      return ListRow(
        id: reference.text,
        cells: [
          ListCell(context.shown(activity.date), order: Int(activity.date.number)),
          ListCell(context.kind(of: activity)?.short ?? activity.kind),
          ListCell(context.fullName(activity.organization), .dim), ListCell(subject),
        ],
        destination: .page(.activity(activity.reference)), names: [subject],
        texts: texts(of: activity))
    }
    guard let record = archive.record(whole) else {
      return ListRow(
        id: reference.text,
        cells: [
          ListCell(""), ListCell(context.say(.missingRecord), .bad), ListCell(""),
          ListCell(reference.text),
        ])
    }
    let day =
      ["Date", "Opened", "Since", "PaidOn"].lazy.compactMap { record.first($0) }.first
      .flatMap { Day($0) }
    let subject =
      ["Title", "Name", "Subject", "Step", "Checklist", "Member", "Period"].lazy
      .compactMap { record.first($0) }.first ?? record.id
    let destination: Destination =
      record.type == "member"
      ? record.first("Member").flatMap { MemberIdentifier($0) }
        .map { .page(.member($0, among: [$0])) } ?? .page(.record(whole))
      : record.type == "matter" && archive.ledger.matters.contains { $0.reference == whole }
        ? .page(.matter(whole)) : .page(.record(whole))
    let place = record.first("Organization").flatMap { OrganizationIdentifier($0) }
    if let visit = archive.ledger.review(whole), visit.isVisit {
      return row(of: visit, item: reference.itemNumber, reference, archive, in: context)
    }
    return ListRow(
      id: reference.text,
      cells: [
        ListCell(day.map(context.shown) ?? "", order: day.map { Int($0.number) } ?? 0),
        ListCell(record.first("Kind") ?? context.say(.recordType(record.type))),
        ListCell(place.map(context.name) ?? "", .dim), ListCell(subject),
      ],
      destination: destination, names: [subject], texts: [record.id])
  }

  /// A row about a visit, or about one item of it.
  private static func row(
    of visit: Review, item number: Int?, _ reference: Reference, _ archive: Archive,
    in context: Context
  ) -> ListRow {
    let checklist = archive.catalog.checklists.first { $0.id == visit.checklist }
    var subject = checklist?.title ?? visit.checklist
    if let number, visit.items.indices.contains(number - 1) {
      let item = visit.items[number - 1]
      subject = "\(item.item) \(item.text)".trimmed
    }
    return ListRow(
      id: reference.text,
      cells: [
        ListCell(context.shown(visit.date), order: Int(visit.date.number)),
        ListCell(context.say(.visit)), ListCell(context.name(visit.organization), .dim),
        ListCell(subject),
      ],
      destination: .page(.visit(visit.reference)), names: [subject],
      texts: [visit.reference.text])
  }

  /// The kinds that an organisation and its groups hold, with this year's numbers.
  static func kinds(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let places = context.places(under: id)
    let levels = Set(places.map(\.level))
    let year = Period(.year, containing: today)
    let meetings = archive.ledger.placesWithEnded(under: id, on: today)
      .flatMap { archive.ledger.meetings(of: $0, in: year.first...today) }
    let due = archive.ledger.due(archive.catalog.obligations, on: today, under: id)
    let kinds = archive.catalog.kinds.filter { kind in
      !levels.isDisjoint(with: kind.levels)
        && (kind.isOffered(on: today) || meetings.contains { $0.counts(asAnyOf: [kind.id]) })
    }
    return ListContents(
      title: context.title(.menuMeetings, of: id),
      columns: [
        ListColumn(title: .headingKind, minimum: 12, isElastic: true),
        ListColumn(title: .headingThisYear, alignment: .trailing),
        ListColumn(title: .headingLatest),
        ListColumn(title: .headingDue),
        ListColumn(title: .headingUnfinished, alignment: .trailing, rank: 1),
      ],
      rows: kinds.map { kind in
        let held = meetings.filter { $0.counts(asAnyOf: [kind.id]) }
        let latest = held.compactMap(\.date).max()
        let owed = due.filter { $0.obligation.kinds.contains(kind.id) }
        let unfinished = held.flatMap(\.sittings).filter { !$0.isFinal }.count
        return ListRow(
          id: kind.id,
          cells: [
            ListCell(kind.title), ListCell(number: held.count),
            ListCell(
              latest.map(context.shown) ?? "", order: latest.map { Int($0.number) } ?? 0),
            missingCell(
              owed.isEmpty ? nil : owed.reduce(0) { $0 + $1.missing }, in: context),
            ListCell(number: unfinished, .warning, zero: ""),
          ],
          destination: .list(.activities(id, kind: kind.id)), names: [kind.title, kind.short])
      },
      empty: .noKinds, scopes: [.kinds])
  }

  /// 次数 and 人次 of a year by kind, each opening to its records.
  static func statistics(
    of id: OrganizationIdentifier, year: Int, _ archive: Archive, in context: Context
  ) -> ListContents {
    let title = context.title(.titleStatistics(year), of: id)
    guard let first = Day(year: year, month: 1, day: 1),
      let end = Day(year: year, month: 12, day: 31)
    else { return ListContents(title: title, columns: [], empty: .noActivities) }
    let last = min(end, context.session.today)
    let places = archive.ledger.placesWithEnded(under: id, on: context.session.today)
    let meetings =
      first <= last ? places.flatMap { archive.ledger.meetings(of: $0, in: first...last) } : []
    var rows: [ListRow] = []
    var seen: Set<String> = []
    for kind in archive.catalog.kinds where seen.insert(kind.id).inserted {
      let held = meetings.filter { $0.counts(asAnyOf: [kind.id]) }
      guard !held.isEmpty else { continue }
      let sittings = held.flatMap(\.sittings)
      let quantities = sittings.compactMap { $0.personTimes(as: context.kind(of: $0)) }
      let people = quantities.reduce(0) { $0 + $1.value }
      let mark =
        quantities.contains(where: \.isAtLeast)
        ? "+" : quantities.contains(where: \.isAbout) ? "~" : ""
      let references = sittings.sorted { ($1.date, $1.reference) < ($0.date, $0.reference) }
        .map(\.reference)
      rows.append(
        ListRow(
          id: kind.id,
          cells: [
            ListCell(kind.title), ListCell(number: held.count),
            ListCell(
              mark == "~" ? "~\(people)" : "\(people)\(mark)", order: people),
            ListCell(number: sittings.filter { !$0.isFinal }.count, .warning, zero: ""),
          ],
          destination: .list(.records(title: kind.title, references)),
          names: [kind.title, kind.short]))
    }
    return ListContents(
      title: title,
      columns: [
        ListColumn(title: .headingKind, minimum: 12, isElastic: true),
        ListColumn(title: .headingTimes, alignment: .trailing),
        ListColumn(title: .headingPersonTimes, alignment: .trailing),
        ListColumn(title: .headingUnfinished, alignment: .trailing, rank: 1),
      ],
      rows: rows, empty: .noActivities)
  }
}
