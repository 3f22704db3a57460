import OrganizationLife
import RecordLog

extension Archive {
  /// A visit about to be made: the items of a checklist that concern an organisation, as its records
  /// answer them on a day.
  public func visit(
    _ checklist: Checklist, to organization: Organization, on day: Day, by reviewers: [Person]
  ) -> Visit {
    let lines = recordedAnswers(to: checklist, organization: organization, on: day)
      .filter { $0.note != .notForLevel }
      .map { VisitLine(item: $0.item, recorded: $0.recorded, evidence: $0.evidence) }
    return Visit(
      organization: organization.id, checklist: checklist.id, revision: checklist.revision,
      date: day, reviewers: reviewers, lines: lines,
      daysToMend: checklist.daysToMend)
  }
}

extension Visit {
  /// What the visit writes: a review of the items checked, and a matter for each finding.
  public var records: [PlainRecord] {
    var fields = [
      Field("Organization", organization.text), Field("Checklist", checklist),
      Field("Revision", "\(revision)"), Field("Date", date.description),
    ]
    fields += reviewers.map { Field("Reviewer", $0.description) }
    if !note.isEmpty { fields.append(Field("Note", note)) }
    for line in checked {
      guard let given = line.given else { continue }
      fields += [
        Field("Item", line.item.id), Field("Text", line.item.title),
        Field("Answer", given.answer.rawValue),
      ]
      if given.isOverruling, let recorded = given.recorded {
        fields.append(Field("Recorded", recorded.rawValue))
      }
      fields.append(Field("By", given.isManual ? "人工" : "记录"))
      fields += line.evidence.map { Field("Evidence", $0.text) }
      if !given.remark.isEmpty { fields.append(Field("Remark", given.remark)) }
    }
    return [PlainRecord(type: "review", fields: fields)]
      + findings.map { line, finding in
        var fields = [
          Field("Organization", organization.text), Field("Kind", Matter.findingKind),
          Field("Title", finding.title), Field("Opened", date.description),
        ]
        fields += finding.owners.map { Field("Owner", $0.description) }
        if let due = finding.due { fields.append(Field("Due", due.description)) }
        let remark = line.given?.remark ?? ""
        if !remark.isEmpty { fields.append(Field("Note", remark)) }
        fields.append(Field("State", "办理中"))
        return PlainRecord(type: "matter", fields: fields)
      }
  }

  /// The records as they were checked, each finding with the item of the review as its `Source`.
  public func linked(_ records: [NewRecord]) -> [NewRecord] {
    let numbers = checked.enumerated().compactMap { $1.finding == nil ? nil : $0 + 1 }
    var records = records
    for (index, number) in numbers.enumerated() where records.indices.contains(index + 1) {
      records[index + 1].links = [RecordLink("Source", to: 0, suffix: "#\(number)")]
    }
    return records
  }
}
