import ArgumentParser
import Documents
import Glibc
import Wording

/// `zhibu verify`: every fault of the whole store, and the heads.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: Speech.say(.helpVerify),
      discussion: Speech.say(.discussionVerify))
  }

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(Speech.say(.helpAllowedSigners), valueName: "file"), completion: .file())
  var allowedSigners: String?

  func run() throws {
    let workplace = try Workplace(options)
    let store = try workplace.openStore()
    if let allowedSigners, !SignatureTool.canRead(allowedSigners) {
      throw Failure.badUse(.cannotRead(allowedSigners, errno))
    }
    let verification = try Verification(
      of: store, allowedSigners: allowedSigners ?? workplace.settings.allowedSigners,
      on: workplace.clock(for: store).today())
    switch workplace.requestedFormat {
    case .json: try Output.write(json(verification, workplace.language))
    case .tsv, .csv, .rec:
      try workplace.write(table(verification, workplace.language), type: "fault")
    case .table, nil: try Output.write(text(verification, workplace.language))
    }
    if !verification.faults.isEmpty { throw Failure.found }
  }

  private func text(_ verification: Verification, _ language: Language) -> String {
    var lines = (verification.faults + verification.remarks).map(\.located)
    lines.append(
      verification.faults.isEmpty ? .allWell : .faultsFound(verification.faults.count))
    if verification.concernsContent { lines.append(.correctRecords) }
    let partlyRead = verification.partlyRead
    for organization in verification.heads.organizations {
      let id = organization.organization
      lines.append(
        partlyRead.contains(id) ? .headNotKnown(of: id) : .head(of: id, organization.head))
    }
    lines.append(
      partlyRead.isEmpty ? .storeHead(verification.heads.store) : .storeHeadNotKnown)
    // A fault may quote what is stored.
    return lines.map { TerminalText.safe($0(language)) + "\n" }.joined()
  }

  private func table(_ verification: Verification, _ language: Language) -> Table {
    Table(
      columns: ["file", "line", "code", "fault"].map {
        Table.Column($0, Phrase(verbatim: $0), isNumeric: $0 == "line")
      },
      rows: (verification.faults + verification.remarks).map { fault in
        [
          .text(fault.file), .number(fault.line), .text(fault.code),
          .text(fault.phrase(language)),
        ]
      })
  }

  /// Faults, then heads: each an object, told apart by `type`.
  private func json(_ verification: Verification, _ language: Language) -> String {
    func object(_ type: String, _ fault: Verification.Fault) -> Value {
      .object([
        .init("type", .text(type)), .init("file", .text(fault.file)),
        .init("line", .number(fault.line)), .init("code", .text(fault.code)),
        .init("fault", .text(fault.phrase(language))),
      ])
    }
    let partlyRead = verification.partlyRead
    func head(_ organization: String?, _ head: String) -> Value {
      let isKnown = organization.map { !partlyRead.contains($0) } ?? partlyRead.isEmpty
      return .object([
        .init("type", .text("head")), .init("organization", Value(organization)),
        .init("head", isKnown ? .text(head) : .missing),
      ])
    }
    return JSONText.array(
      verification.faults.map { object("fault", $0) }
        + verification.remarks.map { object("remark", $0) }
        + verification.heads.organizations.map { head($0.organization, $0.head) }
        + [head(nil, verification.heads.store)])
  }
}
