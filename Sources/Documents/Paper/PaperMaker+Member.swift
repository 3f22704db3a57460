import Archive
import OrganizationLife
import Wording

/// 党员档案: all that the records say of one member, and nothing that this user may not read.
extension PaperMaker {
  func memberFile(of id: MemberIdentifier) -> Paper? {
    guard let file = archive.ledger.file(of: id, on: day, catalog: archive.catalog) else {
      return nil
    }
    let member = file.member
    var blocks: [Paper.Block] = [.form(identity(of: file))]
    if let told = file.admission?.told, !told.isEmpty {
      blocks += [
        .heading(PaperWords.joining),
        .paragraph(told.map(\.chinese).joined(separator: "，") + "。"),
      ]
    }
    blocks += year(of: file)
    blocks += life(of: file)
    let questions =
      file.contradictions.map { Phrase.contradiction($0.contradiction).chinese }
      + file.warningsBeyondContradictions.map(\.sentence.chinese)
    if !questions.isEmpty {
      blocks.append(.heading(PaperWords.toBeChecked))
      blocks += questions.map { .paragraph($0) }
    }
    if archive.access.hidesRecords(of: member.organization.text) {
      blocks.append(.note(PaperWords.withoutRestricted))
    }
    blocks.append(.signatures([PaperWords.ownSignature, PaperWords.secretary]))
    return Paper(
      PaperWords.memberFileTitle(member.name), hasPlaceForSecrecy: true, blocks: blocks,
      foot: head(of: member.organization))
  }

  private func identity(of file: MemberFile) -> [Paper.Row] {
    let member = file.member
    func row(_ first: (String, String), _ second: (String, String)) -> Paper.Row {
      Paper.Row(.init(first.0, first.1), .init(second.0, second.1))
    }
    let posts =
      file.offices.isEmpty
      ? member.posts : file.offices.map { "\($0.organization.name)\($0.post)" }
    return [
      row((PaperWords.personName, member.name), (PaperWords.gender, member.gender)),
      row((PaperWords.nation, member.nation), (PaperWords.born, member.born)),
      row((PaperWords.education, member.education), (PaperWords.worked, member.worked)),
      row((PaperWords.rank, member.rank), (PaperWords.job, member.job)),
      row(
        (PaperWords.branch, file.branch?.name ?? ""), (PaperWords.group, file.group?.name ?? "")),
      row(
        (PaperWords.status, member.status.rawValue), (PaperWords.applied, member.applied)),
      row(
        (PaperWords.admitted, member.admitted.map(PaperWords.day) ?? ""),
        (PaperWords.approved, member.approved.map(PaperWords.day) ?? "")),
      row(
        (PaperWords.confirmed, member.confirmed.map(PaperWords.day) ?? ""),
        (PaperWords.partyAge, file.partyAge.map(PaperWords.years) ?? "")),
      Paper.Row(PaperWords.introducers, member.introducers.map(name).joined(separator: "、")),
      Paper.Row(PaperWords.posts, posts.joined(separator: "、")),
    ]
  }

  /// This year: attendance, absences and how they were made up, study.
  private func year(of file: MemberFile) -> [Paper.Block] {
    func title(_ kind: String) -> String { archive.catalog.kind(kind)?.title ?? kind }
    var blocks: [Paper.Block] = []
    if !file.attendance.isEmpty {
      blocks += [
        .heading(PaperWords.attendance(day.year)),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.meetingKind, share: 3), .init(PaperWords.expectedTimes, share: 1),
              .init(PaperWords.presentTimes, share: 1),
            ], rows: file.attendance.map { [title($0.kind), "\($0.expected)", "\($0.present)"] })),
      ]
    }
    if !file.absences.isEmpty {
      blocks += [
        .heading(PaperWords.absences),
        .table(
          PaperTable(
            columns: [
              .init(PaperWords.date, share: 2), .init(PaperWords.meetingKind, share: 2),
              .init(PaperWords.reason, share: 2), .init(PaperWords.makeUps, share: 1),
            ],
            rows: file.absences.map { line in
              [
                PaperWords.day(line.date), title(line.kind), line.reason,
                PaperWords.makeUp(line.makeUp),
              ]
            })),
      ]
    }
    let hours = file.hours
    var study: [String] = []
    if hours.target != nil || hours.done > 0 {
      let target = hours.target.map { "/" + Value.decimal($0).text() } ?? ""
      study.append(PaperWords.hours(Value.decimal(hours.done).text() + target))
    }
    study += file.writings.map(\.phrase.chinese)
    if let talks = file.talks, file.member.status.isMember {
      study.append(
        PaperWords.talks(committee: talks.withCommittee.count, members: talks.withMembers.count))
    }
    if !study.isEmpty {
      blocks += [
        .heading(PaperWords.study(day.year)), .paragraph(study.joined(separator: "；") + "。"),
      ]
    }
    return blocks
  }

  /// All years: grades, honours, dues where they may be read, procedures.
  private func life(of file: MemberFile) -> [Paper.Block] {
    var blocks: [Paper.Block] = []
    if !file.appraisals.isEmpty {
      let grades = file.appraisals.map { PaperWords.grade($0.grade, in: $0.year) }
      blocks += [
        .heading(PaperWords.appraisals), .paragraph(grades.joined(separator: "，") + "。"),
      ]
    }
    if !file.honors.isEmpty {
      blocks.append(.heading(PaperWords.honors))
      blocks += file.honors.map {
        .paragraph("\(PaperWords.day($0.date))　\($0.title)（\($0.level)）")
      }
    }
    if let dues = file.dues {
      blocks += [.heading(PaperWords.dues), .paragraph(dues.phrase.chinese + "。")]
    }
    let steps = file.standings.map { standing in
      let reached = standing.done.last.map { "\($0.step.title)（\(PaperWords.day($0.day))）" } ?? ""
      return
        "\(standing.kind.title)：\(reached)，\(PaperWords.progress(isFinished: standing.isFinished))"
    }
    if !steps.isEmpty {
      blocks.append(.heading(PaperWords.procedures))
      blocks += steps.map { .paragraph($0 + "。") }
    }
    return blocks
  }
}
