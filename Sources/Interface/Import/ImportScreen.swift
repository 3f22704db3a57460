import Archive
import OrganizationLife
import RecordLog
import Wording

/// 从表格导入: which file, what its columns mean, what is wrong at which line; then all of it is
/// written, or nothing.
public struct ImportScreen: ScreenBehavior {
  /// The organisation for which rows that name no branch are meant.
  public let organization: OrganizationIdentifier
  /// The path that is typed.
  private(set) var path = LineEditor()
  /// Files that may be meant, the newest first.
  private(set) var files: [String] = []
  /// What was read; nil before that.
  private(set) var text: ForeignText?
  /// What it says; nil before that.
  private(set) var table: TableImport?
  /// What the rows are, where that was said.
  private var subject: TableImport.Subject?
  /// What columns mean, where that was said, by heading.
  private var map: [String: String] = [:]
  /// The chosen line: of the files, or of the table.
  private(set) var selected = 0
  /// The lines of the table as they are shown.
  private(set) var lines: [Line] = []

  /// A line of the table.
  struct Line: Sendable {
    var text: String
    var style: Style = .normal
    /// The column that Enter changes.
    var column: Int?
  }

  /// A screen that asks for a file.
  public init(_ organization: OrganizationIdentifier) { self.organization = organization }

  public func title(in context: Context) -> String {
    let title = context.title(.menuImport, of: organization)
    guard let table else { return title }
    return "\(title) · \(context.say(table.subject.phrase))"
  }

  public func status(in context: Context) -> String {
    table == nil ? "" : "\(selected + 1)/\(lines.count)"
  }

  public var scopes: [Scope] { [table == nil ? .importFile : .importTable] }
  public var acceptsText: Bool { table == nil }

  /// The file that is meant.
  private var chosenPath: String {
    let typed = path.text.trimmed
    return typed.isEmpty && files.indices.contains(selected) ? files[selected] : typed
  }

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -page(in: context))
    case .pageDown: move(by: page(in: context))
    case .first: move(by: -lines.count)
    case .last: move(by: lines.count)
    case .open, .reload: return read()
    case .choose: return chooseColumn(in: context)
    case .switchSubject:
      subject = table?.subject == .members ? .activities : .members
      map = [:]
      derive(in: context)
    case .save: return save()
    case .back:
      guard table != nil else { return nil }
      (table, text, lines, selected) = (nil, nil, [], 0)
    default: return nil
    }
    return []
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    table == nil && path.handle(key) ? [] : nil
  }

  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? {
    guard table == nil else { return nil }
    path.paste(text)
    return []
  }

  private func page(in context: Context) -> Int { max(1, context.session.bodyRows - 1) }

  private mutating func move(by step: Int) {
    let count = table == nil ? files.count : lines.count
    selected = max(0, min(selected + step, count - 1))
    if table == nil, files.indices.contains(selected) { path.replace(with: files[selected]) }
  }

  private func read() -> [Outcome] {
    guard !chosenPath.isEmpty else { return [.notice(Notice(.importWhichFile, .warning))] }
    return [.effect(.readTable(path: chosenPath))]
  }

  /// Takes the files that were found.
  mutating func take(files: [String]) { self.files = files }

  /// Takes what was read of a file.
  mutating func take(_ text: ForeignText, from path: String, in context: Context) {
    self.path.replace(with: path)
    self.text = text
    selected = 0
    derive(in: context)
  }

  // MARK: Columns

  private static let columnChoice = "import column"

  private func chooseColumn(in context: Context) -> [Outcome] {
    guard let table, lines.indices.contains(selected), let column = lines[selected].column else {
      return [.notice(Notice(.importChooseColumn))]
    }
    let fields = table.subject.fields.map {
      Choice(value: $0.name, label: context.say($0.label), keywords: $0.name)
    }
    return [
      .overlay(
        .choices(
          ChoiceBox(
            id: Self.columnChoice, title: .importWhatIs(table.columns[column].heading),
            choices: [Choice(value: "", label: context.say(.importLeaveOut))] + fields)))
    ]
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    guard case .chosen(Self.columnChoice, let values) = choice, let field = values.first,
      let table, lines.indices.contains(selected), let column = lines[selected].column
    else { return [] }
    map[table.columns[column].heading] = field
    subject = table.subject
    derive(in: context)
    return []
  }

  private func save() -> [Outcome] {
    guard let table else { return [] }
    guard table.faults.isEmpty else {
      return [.notice(Notice(.rosterFaults(table.faults.count), .bad)), .effect(.bell)]
    }
    guard !table.records.isEmpty else {
      return [.notice(Notice(.importNothingNew, .warning))]
    }
    return [.effect(.append(table.records, draft: nil))]
  }

  // MARK: Deriving

  public mutating func refresh(in context: Context) { derive(in: context) }

  private mutating func derive(in context: Context) {
    guard let text, let archive = context.archive else { return }
    let isBranch = context.organization(organization)?.level.isBranch ?? false
    let table = TableImport(
      text.text, as: subject, map: map,
      in: TableImport.Place(
        archive: archive, branch: isBranch ? organization : nil,
        author: context.session.identity?.person, today: context.session.today))
    self.table = table
    lines = Self.lines(of: table, text, in: context)
    selected = max(0, min(selected, lines.count - 1))
  }

  /// Faults shown before the rest is only counted.
  private static let shownFaults = 12

  private static func lines(
    of table: TableImport, _ text: ForeignText, in context: Context
  ) -> [Line] {
    let width = context.session.size.columns - 3
    var lines: [Line] = []
    func add(_ phrase: Phrase, _ style: Style = .normal) {
      for part in context.say(phrase).wrapped(toColumns: width) {
        lines.append(Line(text: String(part), style: style))
      }
    }
    add(.importRead(table.rows.count, text.encoding.rawValue, table.table.separator))
    for note in table.notes { add(note, .warning) }
    if table.faults.isEmpty {
      add(
        .importReady(
          .importSummary(added: table.added, updated: table.updated, unchanged: table.unchanged)),
        .good)
    } else {
      add(.importFaults(table.faults.count), .bad)
      for fault in table.faults.prefix(shownFaults) {
        add(.rosterLine(fault.line, fault.phrase), .bad)
      }
      let rest = table.faults.count - shownFaults
      if rest > 0 { add(.importMoreFaults(rest), .bad) }
    }
    for warning in table.warnings.prefix(shownFaults) {
      add(.rosterLine(warning.line, warning.phrase), .warning)
    }
    guard !table.columns.isEmpty else { return lines }
    lines.append(Line(text: ""))
    add(.importColumns, .label)
    for (position, column) in table.columns.enumerated() where !column.heading.isEmpty {
      let meaning = column.field.map { field in
        field.isEmpty
          ? context.say(.importLeaveOut)
          : context.say(.label(ofField: field, of: table.subject.type))
      }
      lines.append(
        Line(
          text: "  " + column.heading.elided(toColumns: 20).padded(toColumns: 22) + "→ "
            + (meaning ?? context.say(.importUnknownColumn)),
          style: column.field == nil ? .warning : .normal, column: position))
    }
    lines.append(Line(text: ""))
    add(.importFirstRows, .label)
    return lines + preview(of: table, width: width, in: context)
  }

  /// The first rows under their headings, as many columns as fit.
  private static func preview(
    of table: TableImport, width: Int, in context: Context
  ) -> [Line] {
    let kept = table.columns.indices.filter {
      table.columns[$0].field.map { !$0.isEmpty } ?? false
    }
    let rows = table.rows.prefix(10).map { row in
      kept.map { row.cells.indices.contains($0) ? row.cells[$0].replacing("\n", with: " ") : "" }
    }
    let headings = kept.map { table.columns[$0].heading }
    var widths = headings.map { ColumnWidth.of($0) }
    for row in rows {
      for (position, cell) in row.enumerated() {
        widths[position] = min(24, max(widths[position], ColumnWidth.of(cell)))
      }
    }
    func line(_ start: String, _ cells: [String], _ style: Style) -> Line {
      var text = start.padded(toColumns: 6)
      for (cell, width) in zip(cells, widths) {
        text += cell.elided(toColumns: width).padded(toColumns: width + 2)
      }
      return Line(text: text.elided(toColumns: width), style: style)
    }
    let bad = Set(table.faults.map(\.line))
    return [line(context.say(.rosterLineTitle), headings, .label)]
      + zip(table.rows, rows).map { row, cells in
        line(
          "\(bad.contains(row.line) ? "!" : " ")\(row.line)", cells,
          bad.contains(row.line) ? .bad : .normal)
      }
  }

  // MARK: Drawing

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    table == nil
      ? drawFile(on: &frame, area: area, in: context)
      : drawTable(on: &frame, area: area, in: context)
  }

  private func drawFile(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let label = context.say(.importFile) + " "
    let column = area.left + 1 + ColumnWidth.of(label)
    let room = max(4, area.columns - column - 1)
    let shown = path.visible(columns: room)
    frame.put(label, row: area.top, column: area.left + 1, style: .label)
    frame.put(shown.text, row: area.top, column: column, style: .normal)
    var row = area.top + 2
    let phrase: Phrase = files.isEmpty ? .importHowTo : .importHowToChoose
    for line in context.say(phrase).split(separator: "\n", omittingEmptySubsequences: false) {
      for part in String(line).wrapped(toColumns: area.columns - 3)
      where row < area.top + area.rows {
        frame.put(String(part), row: row, column: area.left + 1, style: .dim)
        row += 1
      }
    }
    row += 1
    for (position, file) in files.enumerated() where row < area.top + area.rows {
      let isSelected = path.text == file
      frame.put(
        "\(isSelected ? ">" : " ") \(file)".elided(toColumns: area.columns - 2), row: row,
        column: area.left + 1, style: isSelected || position == selected ? .selected : .normal)
      row += 1
    }
    return Position(row: area.top, column: column + shown.cursorColumn)
  }

  private func drawTable(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let top = Box.firstVisible(selected, of: lines.count, rows: area.rows)
    var cursor = Position(row: area.top, column: area.left)
    for (offset, line) in lines[top...].prefix(area.rows).enumerated() {
      let isSelected = top + offset == selected
      if isSelected {
        frame.put(">", row: area.top + offset, column: area.left, style: .selected)
        cursor = Position(row: area.top + offset, column: area.left)
      }
      frame.put(
        line.text, row: area.top + offset, column: area.left + 1,
        style: isSelected && line.column != nil ? .selected : line.style,
        width: area.columns - 1)
    }
    return cursor
  }
}

extension TableImport.Subject {
  /// What its rows are called.
  var phrase: Phrase { self == .members ? .importMembers : .importActivities }
}
