import OrganizationLife
import RecordLog
import Wording

extension VisitScreen {
  /// The type of the records of a visit's draft.
  private static let draftType = "visit"

  /// The draft as it would be kept now: nil until something was said.
  public var draft: (name: String, title: String, bytes: [UInt8])? {
    guard isModified else { return nil }
    return (draftName, draftTitle, draftBytes)
  }

  /// Whether anything changed since the draft was last kept.
  public var isDirty: Bool { isModified && stamp != savedStamp }

  /// Says that the draft is safely on the disk.
  public mutating func markDraftSaved(at moment: Moment) {
    savedStamp = stamp
    draftSavedAt = moment
    form?.markDraftSaved(at: moment)
  }

  /// `检查 规范化自查 Q4 11-20 17/45`
  private var draftTitle: String {
    "\(Phrase.visit.chinese) \(checklist) \(organization) \(visit.date) "
      + "\(visit.checked.count)/\(visit.lines.count)"
  }

  /// What a draft is of; nil when its bytes are no visit's.
  static func subject(
    of bytes: [UInt8]
  ) -> (organization: OrganizationIdentifier, checklist: String)? {
    guard let head = PlainRecords.parse(bytes).records.first, head.type == draftType,
      let organization = head.first("Organization").flatMap({ OrganizationIdentifier($0) })
    else { return nil }
    return (organization, DraftText.plain(head.first("Checklist") ?? "="))
  }

  private var draftBytes: [UInt8] {
    var head = [
      Field("Organization", organization.text), Field("Checklist", DraftText.marked(checklist)),
      Field("Author", DraftText.marked(author)), Field("Date", visit.date.description),
      Field("Selected", DraftText.marked(selectedLine?.item.id ?? "")), Field("Stamp", "\(stamp)"),
    ]
    head += visit.reviewers.map { Field("Reviewer", DraftText.marked($0.description)) }
    if !visit.note.isEmpty { head.append(Field("Note", DraftText.marked(visit.note))) }
    var records = [PlainRecord(type: Self.draftType, fields: head)]
    for line in visit.lines {
      guard let given = line.given else { continue }
      var fields = [
        Field("Item", DraftText.marked(line.item.id)), Field("Answer", given.answer.rawValue),
        Field("Remark", DraftText.marked(given.remark)),
      ]
      if let recorded = given.recorded { fields.append(Field("Recorded", recorded.rawValue)) }
      if let finding = line.finding {
        fields.append(Field("Title", DraftText.marked(finding.title)))
        fields += finding.owners.map { Field("Owner", DraftText.marked($0.description)) }
        if let due = finding.due { fields.append(Field("Due", due.description)) }
      }
      records.append(PlainRecord(type: Self.draftType, fields: fields))
    }
    var forms = unfinished.mapValues { (bytes: $0, isOpen: false) }
    if case .visit(let part, _, _)? = form?.request, let draft = form?.draft {
      forms[part] = (draft.bytes, true)
    }
    for part in forms.keys.sorted(by: { $0.text < $1.text }) {
      guard let kept = forms[part] else { continue }
      records.append(
        PlainRecord(
          type: Self.draftType,
          fields: [
            Field("Part", DraftText.marked(part.text)),
            Field("Open", kept.isOpen ? "yes" : "no"),
            Field("Form", DraftText.marked(String(decoding: kept.bytes, as: UTF8.self))),
          ]))
    }
    return PlainRecords.format(records)
  }

  /// Opens a draft as it was left, the records asked again; nil when its bytes are no visit's, or
  /// its checklist or its organisation are not there any more.
  public init?(resuming draft: DraftSummary, in context: Context) {
    guard let (organization, checklist) = Self.subject(of: draft.bytes) else { return nil }
    let records = PlainRecords.parse(draft.bytes).records
    guard let head = records.first, let day = head.first("Date").flatMap({ Day($0) }) else {
      return nil
    }
    self.init(organization, checklist: checklist, on: day, in: context)
    draftName = draft.name
    visit.reviewers = head.all("Reviewer").map { Person(DraftText.plain($0)) }
    visit.note = DraftText.plain(head.first("Note") ?? "=")
    for record in records.dropFirst() {
      if let part = record.first("Part").flatMap({ VisitPart(text: DraftText.plain($0)) }) {
        let bytes = Array(DraftText.plain(record.first("Form") ?? "=").utf8)
        unfinished[part] = bytes
        guard record.first("Open") == "yes" else { continue }
        form = FormScreen(
          resuming: DraftSummary(name: draft.name, title: "", saved: draft.saved, bytes: bytes),
          in: context)
      } else if let answer = record.first("Answer").flatMap({ ChecklistAnswer(rawValue: $0) }) {
        let title = record.first("Title").map { DraftText.plain($0) }
        visit.restore(
          DraftText.plain(record.first("Item") ?? "="),
          VisitAnswer(
            answer, remark: DraftText.plain(record.first("Remark") ?? "="),
            recorded: record.first("Recorded").flatMap { ChecklistAnswer(rawValue: $0) }),
          title.map { title in
            VisitFinding(
              title: title, owners: record.all("Owner").map { Person(DraftText.plain($0)) },
              due: record.first("Due").flatMap { Day($0) })
          })
      }
    }
    isModified = true
    stamp = head.first("Stamp").flatMap { Int($0) } ?? 0
    savedStamp = stamp
    draftSavedAt = draft.saved
    let item = DraftText.plain(head.first("Selected") ?? "=")
    selected = visit.lines.firstIndex { $0.item.id == item } ?? 0
    refresh(in: context)
  }
}
