import OrganizationLife
import Wording

/// What is seen, on its way into a file for other programs.
public struct ExportOrder: Sendable {
  /// In which form it is written.
  public enum Form: String, CaseIterable, Sendable {
    /// Comma-separated values with a byte order mark, by which spreadsheets know Chinese text.
    case spreadsheet
    /// Comma-separated values.
    case csv
    /// An array of objects.
    case json
    /// An object a line.
    case jsonl
    /// A calendar.
    case ics
  }

  /// The name of the file without its ending.
  public var name: String
  /// The headings, then the rows, each of as many texts.
  public var rows: [[String]]
  /// The same as items of a calendar; nil for what has nothing to do with days.
  public var items: [CalendarItem]?
  /// In which form.
  public var form = Form.spreadsheet

  /// An order.
  public init(name: String, rows: [[String]], items: [CalendarItem]? = nil) {
    self.name = name
    self.rows = rows
    self.items = items
  }
}

extension State {
  private static let exportChoice = "export"

  /// Asks in which form.
  mutating func offerExport(_ order: ExportOrder) {
    guard order.rows.count > 1 else {
      notice = Notice(.nothingSeenToExport, .warning)
      return
    }
    exporting = order
    let forms = ExportOrder.Form.allCases.filter { $0 != .ics || order.items != nil }
    overlay = .choices(
      ChoiceBox(
        id: State.exportChoice, title: .whichExportForm,
        choices: forms.map { Choice(value: $0.rawValue, label: context.say($0.phrase)) }))
  }

  /// What follows from a choice in that box; nil for all others.
  mutating func export(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .chosen(State.exportChoice, let values):
      guard var order = exporting, let form = values.first.flatMap(ExportOrder.Form.init) else {
        return []
      }
      exporting = nil
      order.form = form
      return [.export(order)]
    case .cancelled(State.exportChoice):
      exporting = nil
      return []
    default: return nil
    }
  }
}

extension ExportOrder.Form {
  /// What the box calls it.
  var phrase: Phrase {
    switch self {
    case .spreadsheet: .exportSpreadsheet
    case .csv: .exportCSV
    case .json: .exportJSON
    case .jsonl: .exportJSONLines
    case .ics: .exportICS
    }
  }
}
