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

  /// Writes a table as CSV; a file that is there already is left alone, and a number is added to
  /// the name.
  func export(_ rows: [[String]], named name: String) -> [Event] {
    guard let directory = settings.papersDirectory else { return [.failed(.noFolderForPapers)] }
    guard let heading = rows.first else { return [] }
    let table = Table(
      columns: heading.map { Table.Column($0, Phrase(verbatim: $0)) },
      rows: rows.dropFirst().map { row in row.map { .text($0) } })
    let bytes = Array(table.csv(hasByteOrderMark: true).utf8)
    for number in 1...99 {
      let file = PaperMaker.fileName([name]) + (number == 1 ? "" : "-\(number)") + ".csv"
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
    return [.failed(.tooManyOfThatName(name))]
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
