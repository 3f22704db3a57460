import Archive
import Wording

extension FormScreen {
  // MARK: A pasted roster

  /// Reads what was pasted.
  mutating func readPasted(in context: Context) -> [Outcome] {
    pasted.table = RosterTable(
      pasted.text, branch: organization, ledger: context.archive?.ledger)
    let table = pasted.table
    if !table.rows.isEmpty, table.faults.isEmpty { _ = checkPasted(in: context) }
    if !pasted.table.faults.isEmpty {
      return [.notice(Notice(.rosterFaults(pasted.table.faults.count), .warning))]
    }
    return [.notice(Notice(.rosterRead(table.rows.count, groups: table.newGroups.count)))]
  }

  /// Lets the gate check the whole roster; its faults go to their lines.
  private mutating func checkPasted(in context: Context) -> EntryResult? {
    guard let archive = context.archive, let organization else { return nil }
    let today = context.session.today
    let records = pasted.table.records(
      of: organization, since: context.firstDay(of: organization))
    let check = EntryCheck(archive, author: context.session.identity?.person)
    let result = check.check(records, source: "", today: today)
    let groups = pasted.table.newGroups.count
    func line(ofRecord record: Int) -> Int {
      let row = record - groups
      return pasted.table.rows.indices.contains(row) ? pasted.table.rows[row].line : 0
    }
    pasted.table.warnings = result.notices.filter(\.isOfName).map { notice in
      RosterTable.Fault(line: line(ofRecord: notice.record), phrase: notice.kind.phrase)
    }
    pasted.table.faults = result.faults.map { fault in
      let line = line(ofRecord: fault.record)
      let label = Phrase.label(ofField: fault.field ?? "", of: "member")
      return RosterTable.Fault(line: line, phrase: .atField(label, fault.problem.phrase))
    }
    return result
  }

  /// F2: everybody at once, or nobody.
  mutating func savePasted(in context: Context) -> [Outcome] {
    guard !pasted.table.rows.isEmpty || !pasted.table.faults.isEmpty else {
      return [.notice(Notice(.rosterNothingPasted, .warning))]
    }
    _ = readPasted(in: context)
    guard pasted.table.faults.isEmpty, let result = checkPasted(in: context),
      result.faults.isEmpty
    else {
      pasted.scroll = 0
      return [
        .notice(Notice(.rosterFaults(pasted.table.faults.count), .bad)), .effect(.bell),
      ]
    }
    return [.effect(.append(result.records, draft: isModified ? draftName : nil))]
  }

  /// Scrolling and saving.
  mutating func actOnPasted(_ action: Action, in context: Context) -> [Outcome]? {
    let page = max(1, context.session.size.rows - 6)
    let rows = pastedLines(columns: context.session.size.columns, in: context).count
    let last = max(0, rows - context.session.bodyRows)
    switch action {
    case .save: return savePasted(in: context)
    case .up: pasted.scroll = max(0, pasted.scroll - 1)
    case .down: pasted.scroll = min(last, pasted.scroll + 1)
    case .pageUp: pasted.scroll = max(0, pasted.scroll - page)
    case .pageDown: pasted.scroll = min(last, pasted.scroll + page)
    case .nextField, .previousField, .minutes: break
    default: return nil
    }
    return []
  }

  /// Del throws the paste away.
  mutating func clearPasted(by key: Key) -> [Outcome]? {
    guard key == .delete, !pasted.text.isEmpty else { return nil }
    pasted = RosterPaste()
    touch()
    return [.notice(Notice(.rosterCleared))]
  }

  // MARK: Drawing

  private func pastedLines(columns: Int, in context: Context) -> [(text: String, style: Style)] {
    let table = pasted.table
    var lines: [(text: String, style: Style)] = []
    func add(_ phrase: Phrase, _ style: Style) {
      for line in context.say(phrase).wrapped(toColumns: columns - 2) {
        lines.append((String(line), style))
      }
    }
    if table.rows.isEmpty, table.faults.isEmpty {
      add(.rosterHowTo(RosterTable.defaultColumns), .normal)
      return lines
    }
    add(.rosterSummary(table.rows.count, faults: table.faults.count), .strong)
    if !table.unknownColumns.isEmpty { add(.rosterUnknown(table.unknownColumns), .warning) }
    if !table.newGroups.isEmpty { add(.rosterNewGroups(table.newGroups.map(\.name)), .normal) }
    for fault in table.faults.sorted(by: { $0.line < $1.line }) {
      add(.rosterLine(fault.line, fault.phrase), .bad)
    }
    for warning in table.warnings.sorted(by: { $0.line < $1.line }) {
      add(.rosterLine(warning.line, warning.phrase), .warning)
    }
    let shown: [(field: String, width: Int)] = [
      ("Name", 8), ("Gender", 5), ("Born", 11), ("Status", 9), ("Admitted", 11),
      ("Confirmed", 11), ("Group", 11), ("Post", 9),
    ]
    let title = shown.map { field, width in
      let label = field == "Admitted" ? .rosterAdmitted : Phrase.label(ofField: field, of: "member")
      return context.say(label).elided(toColumns: width - 1).padded(toColumns: width)
    }.joined()
    lines.append(("", .normal))
    lines.append((context.say(.rosterLineTitle).padded(toColumns: 4) + title, .label))
    let bad = Set(table.faults.map(\.line))
    for row in table.rows {
      let cells = shown.map { field, width in
        (field == "Group" ? row.group : row.fields[field] ?? "").elided(toColumns: width - 1)
          .padded(toColumns: width)
      }.joined()
      let mark = bad.contains(row.line) ? "!" : " "
      lines.append(
        ("\(mark)\(row.line)".padded(toColumns: 4) + cells, mark == "!" ? .bad : .normal))
    }
    return lines
  }

  /// Draws the table and its faults.
  func drawPasted(on frame: inout Frame, area: Area, in context: Context) -> Position {
    let lines = pastedLines(columns: area.columns, in: context)
    let top = min(pasted.scroll, max(0, lines.count - area.rows))
    for row in 0..<area.rows where lines.indices.contains(top + row) {
      frame.put(
        " " + lines[top + row].text, row: area.top + row, column: area.left,
        style: lines[top + row].style, width: area.columns)
    }
    return Position(row: area.top, column: area.left + 1)
  }
}
