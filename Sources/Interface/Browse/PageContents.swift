import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// What a page shows now, and first of all whether that is not the whole.
  static func of(_ subject: PageSubject, in context: Context) -> PageContents {
    var contents = content(of: subject, in: context)
    guard let organization = organization(of: subject, in: context) else { return contents }
    if context.hidesRecords(under: organization) {
      contents.lines.insert(PanelLine(context.say(.withoutRestricted), .warning), at: 0)
    }
    let unreadable = context.unreadableFiles(under: organization)
    if unreadable > 0 {
      contents.lines.insert(PanelLine(context.say(.filesUnreadable(unreadable)), .bad), at: 0)
    }
    return contents
  }

  /// The organisation whose records a page counts; nil for a page about one thing.
  private static func organization(
    of subject: PageSubject, in context: Context
  ) -> OrganizationIdentifier? {
    switch subject {
    case .member(let id, _): context.archive?.ledger.latest(id)?.organization
    case .organization(let id), .checklistItem(let id, _, _, _): id
    case .finding(let line): line.organization
    case .reportSentence(let request): request.organization
    case .activity, .drawnRecord, .record, .history, .visit, .makeUp, .matter, .standing,
      .verification,
      .quarantined, .file, .catalogEntry, .pack:
      nil
    }
  }

  private static func content(of subject: PageSubject, in context: Context) -> PageContents {
    if case .pack(let id) = subject { return pack(id, in: context) }
    guard let archive = context.archive else {
      return missing(.noStoreOpen, in: context)
    }
    switch subject {
    case .member(let id, let among):
      return member(id, among: among, archive, in: context)
    case .activity(let reference):
      return activity(reference, archive, in: context)
    case .drawnRecord(let reference, let among):
      return drawnRecord(reference, among: among, archive, in: context)
    case .organization(let id):
      return organization(id, archive, in: context)
    case .record(let reference):
      return record(reference, archive, in: context)
    case .history(let reference):
      return history(of: reference, archive, in: context)
    case .checklistItem(let id, let checklist, let item, let day):
      return checklistItem(item, of: checklist, for: id, atVisitOn: day, archive, in: context)
    case .visit(let reference):
      return visit(reference, archive, in: context)
    case .finding(let line):
      return finding(line, archive, in: context)
    case .makeUp(let absence):
      return makeUp(absence, archive, in: context)
    case .matter(let reference):
      return matter(reference, archive, in: context)
    case .standing(let subject, let kind):
      return standing(of: subject, in: kind, archive, in: context)
    case .verification:
      return verification(in: context)
    case .quarantined(let path):
      return quarantined(path, in: context)
    case .file(let file, let line):
      return self.file(file, line: line, in: context)
    case .catalogEntry(let key, let since):
      return catalogEntry(key, since: since, archive, in: context)
    case .pack(let id):
      return pack(id, in: context)
    case .reportSentence(let request):
      return sentence(of: request, archive, in: context)
    }
  }

  /// The last line of a dossier: the one value of all that the organisation's files hold.
  static func addHead(
    of id: OrganizationIdentifier, to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    guard let head = archive.head(of: id) else { return }
    lines.addSpace()
    lines.addPlain(context.say(.headAtFoot(of: id.text, head)), .dim)
  }

  /// A page about something that is not there.
  static func missing(_ phrase: Phrase, in context: Context) -> PageContents {
    PageContents(title: context.say(phrase), lines: [PanelLine(context.say(phrase), .warning)])
  }
}
