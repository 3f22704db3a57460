import Archive
import OrganizationLife
import Wording

/// The papers of a visit: 检查反馈单, and 整改通知书 with its 回执 for what was found.
extension PaperMaker {
  /// The visit's record as it stands; nil for reviews of members' files and study records.
  func visit(_ reference: Reference) -> Review? {
    let newest = archive.current(reference) ?? reference
    return archive.ledger.review(newest).flatMap { $0.isVisit ? $0 : nil }
  }

  /// 检查反馈单: every item checked with its answer, what was found, both to sign.
  func feedback(on visit: Review) -> Paper {
    let checklist = archive.catalog.checklists.first { $0.id == visit.checklist }
    let place = placeName(visit.organization, on: visit.date)
    let findings = archive.ledger.findings(of: visit)
    let numbers = Dictionary(
      findings.enumerated().map { ($1.source?.itemNumber ?? 0, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
    let counts = ChecklistAnswer.allCases.filter { $0 != .pending }
      .map { "\($0.rawValue)\(visit.count($0))" }.joined(separator: "，")
    var blocks: [Paper.Block] = [
      .form([
        Paper.Row(PaperWords.inspected, place),
        Paper.Row(PaperWords.checklist, checklist?.title ?? visit.checklist),
        Paper.Row(
          .init(PaperWords.inspectedOn, PaperWords.day(visit.date)),
          .init(PaperWords.inspector, visit.reviewers.map(name).joined(separator: "、"))),
        Paper.Row(PaperWords.answers, PaperWords.answers(visit.items.count, counts)),
      ]),
      .table(
        PaperTable(
          columns: [
            .init(PaperWords.item, share: 2),
            .init(PaperWords.asked, share: 10, isCentred: false),
            .init(PaperWords.answer, share: 4), .init(PaperWords.evidence, share: 6),
            .init(PaperWords.explanation, share: 7, isCentred: false),
          ],
          rows: visit.items.enumerated().map { index, item in
            let title =
              item.text.isEmpty
              ? checklist?.items.first { $0.id == item.item }?.title ?? "" : item.text
            let found = numbers[index + 1].map { PaperWords.seeFinding($0) } ?? ""
            return [
              item.item, title, item.answer.rawValue, PaperWords.evidence(of: item),
              [item.remark, found].filter { !$0.isEmpty }.joined(separator: "；"),
            ]
          })),
    ]
    if !visit.note.isEmpty {
      blocks += [.heading(PaperWords.overall), .paragraph(visit.note)]
    }
    blocks.append(.heading(PaperWords.findings))
    blocks.append(findings.isEmpty ? .paragraph(PaperWords.noFindings) : table(of: findings))
    blocks += [
      .paragraph(PaperWords.feedbackClosing),
      .signatures([PaperWords.inspector, PaperWords.inspectedSecretary]),
    ]
    return Paper(
      PaperKind.feedback.title.chinese, blocks: blocks, foot: head(of: visit.organization))
  }

  /// 整改通知书 of all that was found at a visit, and its 回执.
  func rectification(of visit: Review) -> [Paper] {
    let findings = archive.ledger.findings(of: visit)
    guard !findings.isEmpty else { return [] }
    let place = placeName(visit.organization, on: visit.date)
    let checklist = archive.catalog.checklists.first { $0.id == visit.checklist }
    let foot = head(of: visit.organization)
    let last = findings.compactMap(\.due).max()
    let due = last.map(PaperWords.day) ?? PaperWords.dayToFillIn
    let notice = Paper(
      PaperKind.rectification.title.chinese,
      blocks: [
        .address("\(place)："),
        .paragraph(
          PaperWords.visitOpening(
            PaperWords.day(visit.date), checklist?.title ?? visit.checklist, findings.count)),
        table(of: findings), .paragraph(PaperWords.visitRequest),
        .signatures([PaperWords.inspector, PaperWords.secretary]),
      ], foot: foot)
    let receipt = Paper(
      PaperWords.rectificationReceipt,
      blocks: [
        .form([
          Paper.Row(.init(PaperWords.branch, place), .init(PaperWords.due, due)),
          Paper.Row(PaperWords.inspectedOn, PaperWords.day(visit.date)),
        ]),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.number, share: 2),
              .init(PaperWords.finding, share: 8, isCentred: false),
              .init(PaperWords.rectified, share: 10, isCentred: false),
              .init(PaperWords.closedOn, share: 6), .init(PaperWords.closedBy, share: 3),
            ],
            rows: findings.enumerated().map { index, matter in
              [
                "\(index + 1)", matter.title, matter.result,
                matter.closed.map(PaperWords.day) ?? "",
                matter.confirmer.map(name) ?? "",
              ]
            }, isToFillIn: true)),
        .signatures([PaperWords.owner, PaperWords.secretary]),
      ], foot: foot)
    return [notice, receipt]
  }

  /// What the reviewers remarked at the item where something was found.
  func remark(on matter: Matter) -> String {
    guard let source = matter.source, let number = source.itemNumber,
      let visit = archive.ledger.review(Reference(source.recordText)),
      visit.items.indices.contains(number - 1)
    else { return "" }
    return visit.items[number - 1].remark
  }

  private func placeName(_ id: OrganizationIdentifier, on day: Day) -> String {
    archive.ledger.organization(id, on: day)?.name ?? id.text
  }

  private func table(of findings: [Matter]) -> Paper.Block {
    .table(
      PaperTable(
        columns: [
          .init(PaperWords.number, share: 2),
          .init(PaperWords.finding, share: 10, isCentred: false),
          .init(PaperWords.owner, share: 4), .init(PaperWords.due, share: 6),
          .init(PaperWords.remark, share: 6, isCentred: false),
        ],
        rows: findings.enumerated().map { index, matter in
          let before = archive.ledger.repetitions(of: matter)
          let days = before.map { PaperWords.day($0.opened) }.joined(separator: "、")
          return [
            "\(index + 1)", matter.title, matter.owners.map(name).joined(separator: "、"),
            matter.due.map(PaperWords.day) ?? "",
            [remark(on: matter), before.isEmpty ? "" : PaperWords.repeated(days)]
              .filter { !$0.isEmpty }.joined(separator: "；"),
          ]
        }))
  }
}
