import Archive
import ArgumentParser
import Documents
import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// `zhibu seal`: keeps the length and Sum of every file, signed with the user's key.
struct SealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "seal", abstract: Speech.say(.helpSeal))
  }

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp(Speech.say(.helpSealOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpCountersign), valueName: "id"))
  var countersign: String?

  @Option(help: ArgumentHelp(Speech.say(.helpKey), valueName: "file"), completion: .file())
  var key: String?

  func run() throws {
    if organization != nil, countersign != nil {
      throw Failure.badUse(.countersignTakesNoOrganization)
    }
    var workplace = try Workplace(options)
    if let key, !SignatureTool.canRead(key) { throw Failure.badUse(.cannotRead(key, errno)) }
    let archive = try workplace.openArchive()
    let store = archive.store
    workplace.warn(of: store)
    let identity = try workplace.identity(in: archive)
    let author = try workplace.author(identity)
    recover(store, author, workplace)
    let verification = try Verification(
      of: store, allowedSigners: workplace.settings.allowedSigners,
      on: workplace.clock(for: store).today())
    try refuseTails(verification, workplace)
    var seal = try seal(verification, identity, workplace)
    if let key = key ?? SignatureTool.standardKey(home: workplace.settings.home) {
      seal.signature = try SignatureTool.sign(seal.signedText, with: key)
    } else {
      workplace.note(.sealedWithoutKey)
    }
    let ids = try store.append(
      [seal.record], by: author, at: workplace.clock(for: store).now().description,
      notify: { workplace.note($0.phrase) })
    workplace.remember(store)
    if !verification.faults.isEmpty {
      workplace.note(.sealedWithFaults(verification.faults.count))
    }
    for id in ids { try write(seal, id.description, workplace) }
  }

  /// Puts the ends of the user's own files aside that are no records. Where that cannot be done
  /// they are found again, and refused.
  private func recover(_ store: Store, _ author: Author, _ workplace: Workplace) {
    do {
      let moment = workplace.clock(for: store).now().description
      for notice in try store.recover(writer: author.writer, at: moment) {
        workplace.note(notice.phrase)
      }
    } catch {
      workplace.note(error.phrase)
    }
  }

  /// What stands behind the last record will be moved away by the next writer; it cannot be sealed.
  private func refuseTails(_ verification: Verification, _ workplace: Workplace) throws(Failure) {
    var last: Phrase?
    for finding in verification.examination.findings {
      let bytes: Int
      switch finding.kind {
      case .tornTail(let length), .zeroFilled(let length): bytes = length
      default: continue
      }
      if let last { workplace.note(last) }
      last = .located(finding.file, finding.line, .tailBeforeSeal(bytes))
    }
    if let last { throw .notWritten(last) }
  }

  // MARK: What is sealed

  private func seal(
    _ verification: Verification, _ identity: Identity, _ workplace: Workplace
  ) throws -> Seal {
    let today = workplace.clock(for: verification.archive.store).today()
    let archive = verification.archive
    if let countersign {
      let sealed = try countersigned(countersign, verification, workplace)
      return Seal(
        countersigning: sealed, id: countersign,
        by: try own(identity, archive, today), on: today.description)
    }
    let partlyRead = verification.partlyRead.filter { organization == nil || $0 == organization }
    guard partlyRead.isEmpty else { throw Failure.notWritten(.partlyRead(partlyRead.sorted())) }
    let scope: Seal.Scope
    let folder: String
    if let organization {
      folder = try workplace.organization(organization, in: archive, on: today).id.text
      scope = .organization(folder)
    } else {
      folder = try own(identity, archive, today)
      scope = .store
    }
    guard
      let seal = Seal(of: scope, in: verification.heads, by: folder, on: today.description)
    else { throw Failure.badUse(.nothingToSeal(organization)) }
    return seal
  }

  /// The organisation for which the user works, else the topmost one.
  private func own(
    _ identity: Identity, _ archive: Archive, _ today: Day
  ) throws(Failure) -> String {
    if let own = identity.organization, archive.ledger.organization(own, on: today) != nil {
      return own.text
    }
    guard let topmost = archive.ledger.tree(on: today).first else {
      throw .badUse(.nothingToSeal(nil))
    }
    return topmost.id.text
  }

  /// A seal that what is here agrees with. To countersign is to say so.
  private func countersigned(
    _ id: String, _ verification: Verification, _ workplace: Workplace
  ) throws(Failure) -> Seal {
    guard let record = verification.archive.record(Reference(id)), record.type == "seal",
      record.isIntact, let seal = try? Seal(record)
    else { throw .badUse(.notASeal(id)) }
    let differences = verification.differences(fromSeal: id, of: verification.archive.store)
    guard differences.isEmpty else {
      for difference in differences {
        workplace.note(.located(difference.file, difference.line, difference.phrase))
      }
      workplace.note(.notCountersigned(id))
      throw .found
    }
    return seal
  }

  // MARK: The answer

  private func write(_ seal: Seal, _ id: String, _ workplace: Workplace) throws(Failure) {
    guard workplace.format == .table else {
      let columns = ["id", "head", "files", "signed"]
      return try workplace.write(
        Table(
          columns: columns.map { Table.Column($0, Phrase(verbatim: $0)) },
          rows: [
            [
              .text(id), .text(seal.head), .number(seal.files.count),
              .truth(seal.signature != nil),
            ]
          ]), type: "sealed")
    }
    let lines: [Phrase] = [
      seal.follows.map { .countersigned($0) } ?? .sealed(seal.scope ?? .store), .sealRecord(id),
      .sealHead(seal.head),
      .sealFiles(seal.files.count),
    ]
    try Output.write(lines.map { $0(workplace.language) + "\n" }.joined())
  }
}
