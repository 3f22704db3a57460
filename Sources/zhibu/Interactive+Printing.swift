import Archive
import Documents
import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What the interface asks for about papers.
extension Interactive {
  /// Finds out which papers there are of a subject.
  func findPapers(of subject: PaperSubject) -> [Event] {
    guard let maker = paperMaker else { return [.failed(.noStoreOpen)] }
    return [.papersFound(subject, maker.kinds(of: subject))]
  }

  /// Writes a paper into the user's folder of papers; those of organisations other than the
  /// user's own into folders of their names.
  func print(_ order: PaperOrder) -> [Event] {
    guard let maker = paperMaker else { return [.failed(.noStoreOpen)] }
    guard var directory = settings.papersDirectory else { return [.failed(.noFolderForPapers)] }
    let papers = maker.papers(order.kind, of: order.subject)
    guard !papers.isEmpty else { return [.failed(.noPapersHere)] }
    if let id = maker.organization(of: order.subject),
      id != state.context.session.identity?.organization,
      let name = state.context.archive?.ledger.organizations[id]?.last?.name
    {
      directory += "/" + PaperMaker.fileName([name])
    }
    let name = maker.name(order.kind, of: order.subject) + ".\(order.form.rawValue)"
    let path = settings.shortened("\(directory)/\(name)")
    do {
      let outcome = try PaperFolder(directory: directory).write(
        name: name, bytes: Array(PaperText.text(of: papers, as: order.form).utf8),
        replacing: order.isReplacing)
      switch outcome {
      case .written, .unchanged: return [.paperWritten(path: path, order.form)]
      case .taken: return [.paperTaken(order, path: path)]
      }
    } catch {
      return [.failed(error.phrase)]
    }
  }

  /// Writes what was seen into a file; one that is there already is left alone, and a number is
  /// added to the name.
  func export(_ order: ExportOrder) -> [Event] {
    guard let directory = settings.papersDirectory else { return [.failed(.noFolderForPapers)] }
    let bytes = Array(text(of: order).utf8)
    for number in 1...99 {
      let file =
        PaperMaker.fileName([order.name]) + (number == 1 ? "" : "-\(number)")
        + ".\(order.form.ending)"
      do {
        switch try PaperFolder(directory: directory).write(
          name: file, bytes: bytes, replacing: false)
        {
        case .written, .unchanged:
          return [.said(Notice(.exported(settings.shortened("\(directory)/\(file)")), .good))]
        case .taken: continue
        }
      } catch {
        return [.failed(error.phrase)]
      }
    }
    return [.failed(.tooManyOfThatName(order.name))]
  }

  private func text(of order: ExportOrder) -> String {
    let table = Table(
      columns: (order.rows.first ?? []).map { Table.Column($0, Phrase(verbatim: $0)) },
      rows: order.rows.dropFirst().map { row in row.map { .text($0) } })
    let session = state.context.session
    switch order.form {
    case .spreadsheet: return table.csv(hasByteOrderMark: true)
    case .csv: return table.csv()
    case .json: return table.json()
    case .jsonl: return table.jsonLines()
    case .ics:
      guard let archive = state.context.archive else { return "" }
      return CalendarText.text(
        of: (order.items ?? []).map {
          CalendarText.Event($0, of: archive, on: session.today, language: session.language)
        },
        name: Phrase.calendarName(archive.store.manifest.unit)(session.language),
        version: Version.text, at: clock.now())
    }
  }

  private var paperMaker: PaperMaker? {
    state.context.archive.map { PaperMaker($0, on: state.context.session.today) }
  }
}

/// Papers as the text of one file.
enum PaperText {
  /// The text; plain text in lines of 80 columns at most.
  static func text(
    of papers: [Paper], as form: PaperOrder.Form, columns: Int = 80
  ) -> String {
    switch form {
    case .html: Paper.html(papers)
    case .text:
      papers.map { $0.text(columns: min(columns, 80)) { ColumnWidth.of($0) } }
        .joined(separator: "\n")
    }
  }
}

extension ExportOrder.Form {
  /// How the names of its files end.
  fileprivate var ending: String {
    switch self {
    case .spreadsheet, .csv: "csv"
    case .json: "json"
    case .jsonl: "jsonl"
    case .ics: "ics"
    }
  }
}
