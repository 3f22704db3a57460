import Archive
import ArgumentParser
import Documents
import OrganizationLife
import RecordLog
import Wording

/// `zhibu print`: a meeting's papers, as text or as a page that a browser prints.
struct PrintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "print", abstract: Speech.say(.helpPrint))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpPrintRecord), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(Speech.say(.helpPaper), valueName: "paper"))
  var paper: PaperKind?

  @Option(help: ArgumentHelp(Speech.say(.helpPaperYear), valueName: "year"))
  var year: String?

  @Option(help: ArgumentHelp(Speech.say(.helpPaperPeriod), valueName: "period"))
  var period: String?

  func run() throws {
    let form = try options.paperFormat()
    let workplace = try Workplace(options, writesFiles: true)
    let archive = try workplace.openArchive()
    let today = workplace.clock(for: archive.store).today()
    let maker = PaperMaker(archive, on: today)
    let year = try workplace.year(year, today: today)
    guard var subject = archive.paperSubject(id, year: year) else {
      throw Failure.badUse(.nothingPrintable(id))
    }
    if let text = period {
      guard let period = Period(text) else { throw Failure.badUse(.notAPeriod(text)) }
      guard case .organization(let place, _) = subject, paper == nil || paper == .publicity else {
        throw Failure.badUse(.periodOfOtherPaper)
      }
      subject = .publicity(place, period)
    }
    let kinds = maker.kinds(of: subject)
    guard let kind = paper ?? [.minutes].first(where: kinds.contains) ?? kinds.first,
      kinds.contains(kind)
    else {
      throw Failure.badUse(.noSuchPaper(paper?.rawValue ?? id, kinds.map(\.rawValue)))
    }
    let papers = maker.papers(kind, of: subject)
    switch form {
    case .html: try Output.write(Paper.html(papers))
    case .text:
      try Output.write(
        PaperText.text(of: papers, as: .text, columns: workplace.setting.columns))
    }
  }
}

extension PaperKind: ExpressibleByArgument {}

extension Archive {
  /// What a record, by its id, has papers of.
  fileprivate func paperSubject(_ id: String, year: Int) -> PaperSubject? {
    if let member = MemberIdentifier(id), ledger.members[member] != nil { return .member(member) }
    if let place = OrganizationIdentifier(id), ledger.organizations[place] != nil {
      return .organization(place, year: year)
    }
    let reference = Reference(id)
    if ledger.activity(current(reference) ?? reference) != nil { return .activity(reference) }
    guard let record = record(reference) else { return nil }
    switch record.type {
    case "matter": return .matter(reference)
    case "review": return .visit(reference)
    case "procedure":
      guard let subject = record.first("Subject"), let kind = record.first("Kind") else {
        return nil
      }
      return .procedure(Person(subject), kind: kind)
    default: return nil
    }
  }
}
