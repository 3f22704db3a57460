import Archive
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What the interface asks for about the ledger's own health.
extension Interactive {
  /// Verifies, puts aside, adopts, dismisses or reads a file.
  func care(_ effect: Effect) -> [Event] {
    guard let store else { return [.failed(.noStoreOpen)] }
    do {
      switch effect {
      case .verify: return [.verified(try examine(store).health)]
      case .recover: return try recover(store)
      case .adopt(let path): return try adopt(path, in: store)
      case .dismiss(let path): return try dismiss(path, in: store)
      case .showFile(let path, let line):
        return [.file(try store.text(of: path), line: line)]
      default: return []
      }
    } catch {
      return [.failed(phrase(of: error))]
    }
  }

  /// Verifies a store; the archive is the one that was read for it.
  private func examine(_ store: Store) throws -> (health: LedgerHealth, archive: Archive) {
    let identity = state.context.session.identity
    let today = clock.today()
    let verification = try Verification(
      of: store, allowedSigners: settings.allowedSigners, on: today)
    let files = TroubledFile.among(verification.examination.files, year: today.year)
    // What is not everybody's to read is no fault of the ledger.
    let (hidden, faults) = verification.faults.parted { fault in
      fault.code == "unreadable" && fault.file.hasSuffix("/restricted")
    }
    let health = LedgerHealth(
      faults: faults.map(\.ofInterface),
      remarks: (hidden + verification.remarks).map(\.ofInterface),
      adoptions: try verification.archive.adoptions(author: identity?.person, today: today),
      files: files,
      ownTornFiles: files.filter { file in
        file.isTorn && file.writer == identity?.writer
          && store.isWritable(organization: file.organization)
      })
    return (health, verification.archive)
  }

  private func author() throws -> Author {
    guard let author = state.context.session.identity?.author else {
      throw AppendError.badAuthor("")
    }
    return author
  }

  private func recover(_ store: Store) throws -> [Event] {
    let notices = try store.recover(
      writer: try author().writer, at: clock.now().description)
    let (health, archive) = try examine(store)
    return [.recovered(notices, archive, health)]
  }

  private func tail(_ path: String, in store: Store) throws -> QuarantinedTail {
    guard let tail = try store.quarantined().first(where: { $0.path == path }) else {
      throw AppendError.settledBefore(path: path)
    }
    return tail
  }

  private func adopt(_ path: String, in store: Store) throws -> [Event] {
    let tail = try tail(path, in: store)
    // Looked at anew: others may have written since it was shown.
    let adoption = try Archive.open(store).adoption(
      of: tail, bytes: try store.bytes(of: tail), author: state.context.session.identity?.person,
      today: clock.today())
    guard adoption.outcome == .ready || adoption.outcome == .standing else {
      return [.failed(adoption.phrase)]
    }
    var notices: [AppendNotice] = []
    let ids = try adoption.carryOut(
      in: store, by: try author(), at: clock.now().description
    ) { notices.append($0) }
    let (health, archive) = try examine(store)
    return [
      .adopted(ids.map { Reference($0.description) }, archive, health, notices: notices)
    ]
  }

  private func dismiss(_ path: String, in store: Store) throws -> [Event] {
    try store.settle(try tail(path, in: store), as: .dismissed)
    // Nothing else has changed by that.
    guard var health = state.context.health else { return [] }
    health.adoptions.removeAll { $0.tail.path == path }
    return [.dismissed(health)]
  }
}

extension Array {
  /// The elements of which a predicate holds, and the others, each in order.
  fileprivate func parted(
    by isFirst: (Element) -> Bool
  ) -> (first: [Element], second: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}

extension Verification.Fault {
  fileprivate var ofInterface: LedgerHealth.Fault {
    LedgerHealth.Fault(file: file, line: line, phrase: phrase)
  }
}
