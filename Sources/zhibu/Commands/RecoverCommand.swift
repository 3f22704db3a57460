import Archive
import ArgumentParser
import Documents
import Interface
import RecordLog
import Wording

/// `zhibu recover`: what was put aside from the ends of files, and files that are damaged.
struct RecoverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "recover", abstract: Speech.say(.helpRecover))
  }

  @OptionGroup var options: GlobalOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(Speech.say(.helpRecoverAdopt), valueName: "path"))
  var adopt: [String] = []

  @Flag(help: ArgumentHelp(Speech.say(.helpRecoverAdoptAll)))
  var adoptAll = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(Speech.say(.helpRecoverDismiss), valueName: "path"))
  var dismiss: [String] = []

  @Option(help: ArgumentHelp(Speech.say(.helpRecoverShow), valueName: "path"))
  var show: String?

  func run() throws {
    let workplace = try Workplace(options)
    let store = try workplace.openStore()
    workplace.warn(of: store)
    if let show { return try RecoveryList(workplace, store).show(show) }
    let identity = try workplace.identity(
      in: options.identity == nil ? nil : Archive.open(store))
    let author = try workplace.author(identity)
    let isTouched = try putAside(workplace, store, author)
    let settling = Settling(workplace: workplace, store: store, author: author, identity: identity)
    guard adopt.isEmpty, !adoptAll, dismiss.isEmpty else {
      // Every path is looked up before anything is written.
      let adopted = try adopt.map(settling.tail)
      let dismissed = try dismiss.map(settling.tail)
      var isDone = true
      for tail in adopted where try !settling.adopt(tail) { isDone = false }
      for tail in dismissed { try settling.dismiss(tail) }
      if adoptAll {
        for tail in try store.quarantined() where try !settling.adopt(tail) { isDone = false }
      }
      if !isDone { throw Failure.found }
      return
    }
    let list = try RecoveryList(workplace, store, identity: identity)
    try list.write()
    if !isTouched { throw Failure.notWritten(.someNotPutAside) }
    if !list.isEmpty { throw Failure.found }
  }

  /// Puts the ends of the user's own files aside; false when some could not be.
  private func putAside(
    _ workplace: Workplace, _ store: Store, _ author: Author
  ) throws -> Bool {
    guard store.isWritable else { return true }
    do {
      let notices = try store.recover(
        writer: author.writer, at: workplace.clock(for: store).now().description)
      for notice in notices { workplace.note(notice.phrase) }
      return true
    } catch {
      // What waits can be listed all the same.
      workplace.note(error.phrase)
      return false
    }
  }
}

/// Adopts and dismisses what waits in quarantine.
private struct Settling {
  let workplace: Workplace
  let store: Store
  let author: Author
  let identity: Identity

  /// The tail at a path, relative to the store or as the shell completes it.
  func tail(at path: String) throws -> QuarantinedTail {
    try RecoveryList.tail(at: path, in: store)
  }

  /// Enters what a tail holds; false when it cannot be entered as it is.
  func adopt(_ tail: QuarantinedTail) throws -> Bool {
    let archive = try Archive.open(store)
    let clock = workplace.clock(for: store)
    let adoption = archive.adoption(
      of: tail, bytes: try store.bytes(of: tail), author: identity.person, today: clock.today())
    for remark in adoption.remarks { workplace.note(.located(tail.path, 0, remark.phrase)) }
    if adoption.outcome != .standing {
      for notice in adoption.notices {
        workplace.note(.located(tail.path, notice.line, notice.phrase))
      }
    }
    switch adoption.outcome {
    case .ready, .standing: break
    case .faulty:
      for fault in adoption.faults { workplace.note(fault.located) }
      workplace.note(.notAdoptable(tail.path))
      return false
    case .empty:
      workplace.note(.located(tail.path, 0, adoption.phrase))
      return false
    }
    let ids = try adoption.carryOut(
      in: store, by: author, at: clock.now().description, notify: { workplace.note($0.phrase) })
    workplace.note(.adopted(tail.path, ids.count))
    try Output.write(ids.map { "\($0)\n" }.joined())
    return true
  }

  func dismiss(_ tail: QuarantinedTail) throws {
    try store.settle(tail, as: .dismissed)
    workplace.note(.dismissed(tail.path))
  }
}
