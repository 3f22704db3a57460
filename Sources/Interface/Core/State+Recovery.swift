import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  /// Shows what verifying found: on the page that is open for it, or on a new one.
  mutating func verified(_ health: LedgerHealth) -> [Effect] {
    let isShown = context.health != nil && isReport(.verification)
    context.health = health
    notice = nil
    guard isShown else { return open(.page(.verification)) }
    refreshAll()
    notice = Notice(.verifiedAgain, health.faults.isEmpty ? .good : .warning)
    return []
  }

  /// The user's own torn files end where their last record ends again.
  mutating func recovered(
    _ notices: [AppendNotice], _ archive: Archive, _ health: LedgerHealth
  ) {
    context.archive = archive
    context.health = health
    refreshAll()
    notice = notices.first.map { Notice($0.shortPhrase, .good) } ?? Notice(.nothingPutAside)
  }

  /// What was in quarantine is settled; `references` are the records that came of it.
  mutating func settled(
    _ references: [Reference], archive: Archive?, _ health: LedgerHealth,
    _ said: Notice
  ) {
    if let archive { context.archive = archive }
    context.health = health
    if !references.isEmpty { lastWritten = references }
    if case .page(let page) = top, case .quarantined = page.subject { pop() }
    refreshAll()
    notice = said
  }

  /// What adopting came to.
  func notice(ofAdopting references: [Reference], _ notices: [AppendNotice]) -> Notice {
    if let first = notices.first { return Notice(first.shortPhrase, .warning) }
    return Notice(
      references.isEmpty ? .adoptedBefore : .written(references.map(\.text)), .good)
  }

  private func isReport(_ subject: PageSubject) -> Bool {
    if case .page(let page) = top { page.subject == subject } else { false }
  }

  // MARK: What cannot be done

  /// Why a command cannot be used here and now; nil when it can.
  func disabledReason(of command: Command) -> Phrase? {
    if scopes.contains(.catalog), [.change, .newEntry].contains(command.action) {
      return context.catalogReadOnlyReason
    }
    if case .form(let form) = top, form.request.changesCatalog {
      return command.action == .save ? context.catalogReadOnlyReason : nil
    }
    if let reason = command.disabledReason(in: context) { return reason }
    if command.action == .adopt, case .page(let page) = top,
      case .quarantined(let path) = page.subject,
      let adoption = context.health?.adoption(at: path),
      adoption.outcome == .faulty || adoption.outcome == .empty
    {
      return adoption.phrase
    }
    if command.action == .export {
      switch top {
      case .page: return .pageNotExported
      case .search: return .searchNotExported
      case .menu, .list, .grid, .calendar, .importing, .form, .visit: break
      }
    }
    if command.action == .beginVisit, case .list(let list) = top, let visited = list.visited,
      let reason = context.visitReason(to: visited.organization)
    {
      return reason
    }
    if command.action == .closeMatter, let reason = closingReason { return reason }
    if command.action == .returnMatter, let reason = returningReason { return reason }
    guard let archive = context.archive, !archive.access.isWritableThroughout else { return nil }
    if command.action == .save, case .importing(let screen) = top {
      return context.readOnlyReason(for: screen.organization)
    }
    if command.action == .save {
      guard case .form(let form) = top, form.request.needsStore else { return nil }
      return context.readOnlyReason(for: form.organization)
    }
    guard command.writes else { return nil }
    if case .page(let page) = top, case .quarantined(let path) = page.subject {
      let tail = context.health?.adoption(at: path)?.tail
      return context.readOnlyReason(for: tail.flatMap { OrganizationIdentifier($0.organization) })
    }
    // Screens are values: a copy shows which form the command would open.
    var screen = top
    let context = self.context
    guard let outcomes = screen.change({ $0.perform(command.action, in: context) }) else {
      return command.action == .newRecord ? context.readOnlyReason(for: context.scope) : nil
    }
    for case .open(let destination) in outcomes {
      if let reason = context.readOnlyReason(for: destination) { return reason }
    }
    return nil
  }
}

extension Context {
  /// Why a destination cannot be opened for want of permission; nil when it can.
  func readOnlyReason(for destination: Destination) -> Phrase? {
    let request: FormRequest
    switch destination {
    case .form(let form) where form.needsStore: request = form
    case .field(let reference, _, _, _): request = .changeActivity(reference)
    case .importTable(let organization): request = .pasteRoster(organization)
    default: return nil
    }
    if request.changesCatalog { return catalogReadOnlyReason }
    if let reason = readOnlyReason { return reason }
    guard let archive, !archive.access.isWritableThroughout else { return nil }
    if case .newOrganization = request {
      return archive.access.mayAddOrganizations ? nil : .noNewOrganizations
    }
    return readOnlyReason(for: organization(writtenToBy: request))
  }

  /// The organisation whose folder a form writes to; nil when that is not known before.
  private func organization(writtenToBy request: FormRequest) -> OrganizationIdentifier? {
    func folder(of reference: Reference) -> OrganizationIdentifier? {
      archive?.record(reference).flatMap { OrganizationIdentifier($0.organizationFolder) }
    }
    switch request {
    case .newActivity(_, let organization, _), .newMember(let organization),
      .pasteRoster(let organization), .changeOrganization(let organization),
      .answer(let organization, _, _), .newMatter(let organization, _),
      .newPlain(_, let organization),
      .newFinding(let organization, _, _, _, _), .visit(_, let organization, _),
      .procedureStep(let organization, _, _):
      return organization
    case .changeActivity(let reference), .sign(let reference), .withdraw(let reference),
      .moveMatter(let reference), .closeMatter(let reference), .returnMatter(let reference),
      .signMakeUp(let reference), .makeUp(let reference), .changePlain(let reference),
      .newRecordFinding(let reference, _):
      return folder(of: Reference(reference.recordText))
    case .changeMember(let member):
      return archive?.ledger.latest(member)?.organization
    case .newOrganization, .newStore, .openStore, .identity, .newCatalogEntry,
      .changeCatalogEntry:
      return nil
    }
  }
}
