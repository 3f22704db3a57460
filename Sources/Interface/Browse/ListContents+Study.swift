import Archive
import OrganizationLife
import Wording

extension HalfMonth {
  /// How many half months are seen.
  private static let listedCount = 6

  /// The half months that are seen on a day, that of the day last.
  static func listed(on day: Day) -> [HalfMonth] {
    var halves = [HalfMonth(containing: day)]
    while halves.count < listedCount, let first = halves.first {
      halves.insert(first.previous, at: 0)
    }
    return halves
  }
}

extension ListContents {
  /// 学习笔记 and 心得 of each member by half months, and what of it was checked.
  static func study(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let halves = HalfMonth.listed(on: today)
    let counts = archive.ledger.studyCounts(in: (halves.first?.first ?? today)...today)
    let checks = archive.ledger.studyChecks(through: today)
    let isAnyChecked = !checks.isEmpty
    let people = archive.ledger.allPartyMembers(of: id, on: today)
    var columns = [ListColumn(title: .headingPerson, minimum: 6)]
    let hasSeveralPlaces = Set(people.map(\.organization)).count > 1
    if hasSeveralPlaces {
      columns.append(
        ListColumn(
          title: .headingBranch, minimum: 8, maximum: 20, rank: halves.count, isElastic: true))
    }
    for (number, half) in halves.enumerated() {
      columns.append(
        ListColumn(
          title: .halfMonth(half.first.month, isFirst: half.isFirst), alignment: .trailing,
          rank: halves.count - 1 - number))
    }
    columns.append(ListColumn(title: .headingReview, minimum: 10, rank: 1, isElastic: true))
    return ListContents(
      title: context.title(.menuStudyCheck, of: id) + " · " + context.say(.studyCheckLegend),
      columns: columns,
      rows: people.map { member in
        let own = counts[member.id] ?? [:]
        let checked = checks[member.id] ?? [:]
        var cells = [ListCell(member.name)]
        if hasSeveralPlaces { cells.append(ListCell(context.name(member.organization), .dim)) }
        for half in halves {
          let count = own[half] ?? StudyCount()
          // Numbers stand below each other whether or not a mark follows.
          let mark = checked[half].map { $0.isMet ? "✓" : "!" } ?? (isAnyChecked ? " " : "")
          let text = "\(count.notes)/\(count.essays)\(mark)"
          cells.append(
            ListCell(
              text, count.notes + count.essays == 0 ? .warning : .normal,
              order: count.notes + count.essays))
        }
        let last = checked.max { $0.value.date < $1.value.date }?.value
        cells.append(
          ListCell(
            last.map { "\(context.shown($0.date)) \(context.names($0.reviewers))" } ?? "", .good,
            order: last.map { Int($0.date.number) } ?? 0))
        return ListRow(
          id: member.id.text, cells: cells,
          destination: .list(
            .records(
              title: "\(member.name) · \(context.say(.menuStudyCheck))",
              halves.reversed().flatMap { own[$0]?.evidence.reversed() ?? [] })),
          names: [member.name])
      },
      empty: .noMembers, scopes: [.studyCheck])
  }
}
