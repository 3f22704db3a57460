import OrganizationLife
import Wording

// MARK: - Lists that are filled in after a meeting

extension MeetingPaperMaker {
  var makeUp: Paper? {
    guard !makeUps.isEmpty else { return nil }
    let rows = makeUps.enumerated().map { index, line in
      let (way, day) = line.closing.map { made(by: $0, line) } ?? ("", nil)
      return [
        "\(index + 1)", line.person.name, line.reason, way, day.map { "\($0)" } ?? "", "",
      ]
    }
    let items =
      activity.items.isEmpty
      ? activity.title : activity.items.map(\.title).joined(separator: "\n")
    return Paper(
      PaperWords.makeUpTitle,
      blocks: [
        .form([
          Paper.Row(PaperWords.meetingName, name),
          Paper.Row(.init(PaperWords.time, time), .init(PaperWords.branch, place)),
          Paper.Row(PaperWords.content, items),
        ]),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.number, share: 1), .init(PaperWords.personName, share: 2),
              .init(PaperWords.reason, share: 2), .init(PaperWords.makeUpWay, share: 3),
              .init(PaperWords.makeUpDay, share: 2), .init(PaperWords.signature, share: 2),
            ], rows: rows, isToFillIn: true)),
        .note(PaperWords.makeUpNote),
      ], foot: foot)
  }

  /// In which way and on which day somebody made it up.
  private func made(by closing: MakeUpClosing, _ line: MakeUpLine) -> (String, Day?) {
    switch closing {
    case .signature:
      let own = line.activity.signatures.last { $0.person.isSame(as: line.person) }
      return (PaperWords.signedForReading, own?.day)
    case .session(let session): return (PaperWords.attendedLater, ledger.activity(session)?.date)
    case .document(let record):
      return (PaperWords.handedIn, ledger.documents.first { $0.reference == record }?.date)
    case .matter(let record):
      return (PaperWords.madeUpOtherwise, ledger.matters.first { $0.reference == record }?.closed)
    }
  }

  /// 民主评议结果表: everybody of the branch with the grade given, and how many there may be of the
  /// best.
  func grades(in round: AppraisalRound) -> Paper {
    let groups = groupNames
    let given = Dictionary(
      round.grades.map { ($0.member.id, $0.grade) }, uniquingKeysWith: { $1 })
    let rows = round.members.enumerated().map { index, member in
      [
        "\(index + 1)", member.name, member.group.flatMap { groups[$0] } ?? "",
        given[member.id]?.rawValue ?? "",
        member.status == .full ? "" : PaperWords.withoutGrade(member.status),
      ]
    }
    func count(_ grade: AppraisalGrade) -> String { "\(round.members(grade).count)" }
    return Paper(
      PaperWords.gradesTitle(place),
      blocks: [
        .form([
          Paper.Row(PaperWords.meetingName, name),
          Paper.Row(
            .init(PaperWords.time, time),
            .init(PaperWords.allMembers, "\(round.members.count)")),
          Paper.Row(
            .init(
              AppraisalGrade.excellent.rawValue,
              PaperWords.atMost(count(.excellent), round.mostExcellent)),
            .init(AppraisalGrade.qualified.rawValue, count(.qualified))),
          Paper.Row(
            .init(AppraisalGrade.basicallyQualified.rawValue, count(.basicallyQualified)),
            .init(AppraisalGrade.unqualified.rawValue, count(.unqualified))),
        ]),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.number, share: 1), .init(PaperWords.personName, share: 2),
              .init(PaperWords.group, share: 2), .init(PaperWords.grade, share: 2),
              .init(PaperWords.remark, share: 5),
            ], rows: rows)),
        .signatures([PaperWords.secretary]), .issued(by: place, on: PaperWords.day(activity.date)),
      ], foot: foot)
  }

  var groupNames: [OrganizationIdentifier: String] {
    Dictionary(
      ledger.groups(of: activity.organization, on: activity.date).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }
}
