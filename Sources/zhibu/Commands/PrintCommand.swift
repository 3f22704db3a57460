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
  var paper: MeetingPaper = .minutes

  func run() throws {
    let form = try options.paperFormat()
    let workplace = try Workplace(options, printsPapers: true)
    let archive = try workplace.openArchive()
    guard let activity = archive.ledger.activity(archive.current(Reference(id)) ?? Reference(id))
    else { throw Failure.badUse(.meetingNotFound(id)) }
    let papers = MeetingPaperMaker(
      of: activity, kind: archive.catalog.kind(activity.kind, on: activity.date),
      ledger: archive.ledger, head: archive.head(of: activity.organization)
    ).papers(paper)
    guard !papers.isEmpty else { throw Failure.badUse(.noSuchPaper(paper.rawValue)) }
    switch form {
    case .html: try Output.write(Paper.html(papers))
    case .text:
      let setting = workplace.setting
      let texts = papers.map {
        $0.text(columns: min(setting.columns, 80), width: setting.width)
      }
      try Output.write(texts.joined(separator: "\n"))
    }
  }
}

extension MeetingPaper: ExpressibleByArgument {}
