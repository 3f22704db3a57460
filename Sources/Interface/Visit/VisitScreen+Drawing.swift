import OrganizationLife
import Wording

extension VisitScreen {
  /// How the columns of the list share a row.
  struct Layout {
    /// The mark of the selected row.
    static let gutter = 1
    /// 结论 from the records, with how many of them.
    static let recorded = 12
    /// What the reviewer says.
    static let given = 13
    /// 问题
    static let finding = 4
    /// What was said last time.
    static let earlier = 8
    /// The items' ids.
    let id: Int
    /// What is asked.
    let title: Int
    /// Whether there is room for what was said last time.
    let showsEarlier: Bool

    init(columns: Int, id: Int) {
      self.id = id
      let fixed = Self.gutter + id + Self.recorded + Self.given + Self.finding + 4
      showsEarlier = columns - fixed - Self.earlier - 1 >= 24
      title = max(8, columns - fixed - (showsEarlier ? Self.earlier + 1 : 0))
    }
  }

  public func draw(on frame: inout Frame, area: Area, in context: Context) -> Position {
    if let form { return form.draw(on: &frame, area: area, in: context) }
    let widest = visit.lines.map { ColumnWidth.of($0.item.id) }.max() ?? 3
    let layout = Layout(columns: area.columns, id: min(8, widest))
    let rows = max(1, area.rows - 1 - Self.detailRows)
    drawHeading(layout, on: &frame, area: area, in: context)
    var cursor = Position(row: area.top + 1, column: area.left)
    for row in 0..<rows where visit.lines.indices.contains(top + row) {
      let isSelected = top + row == selected
      let screenRow = area.top + 1 + row
      draw(
        visit.lines[top + row], isSelected: isSelected, layout, on: &frame, row: screenRow,
        left: area.left, in: context)
      if isSelected { cursor = Position(row: screenRow, column: area.left) }
    }
    drawDetails(on: &frame, top: area.top + 1 + rows, area: area, in: context)
    return cursor
  }

  private func drawHeading(
    _ layout: Layout, on frame: inout Frame, area: Area, in context: Context
  ) {
    var column = area.left + Layout.gutter
    func put(_ phrase: Phrase, _ width: Int) {
      frame.put(
        context.say(phrase).elided(toColumns: width), row: area.top, column: column, style: .label)
      column += width + 1
    }
    put(.headingItem, layout.id)
    put(.headingQuestion, layout.title)
    put(.byRecords, Layout.recorded)
    put(.headingVisitAnswer, Layout.given)
    put(.headingFinding, Layout.finding)
    if layout.showsEarlier { put(.headingEarlier, Layout.earlier) }
  }

  private func draw(
    _ line: VisitLine, isSelected: Bool, _ layout: Layout, on frame: inout Frame, row: Int,
    left: Int, in context: Context
  ) {
    var column = left
    if isSelected { frame.put(">", row: row, column: column, style: .selected) }
    column += Layout.gutter
    func put(_ text: String, _ width: Int, _ style: Style) {
      frame.put(
        text.elided(toColumns: width).padded(toColumns: width), row: row, column: column,
        style: style)
      column += width + 1
    }
    put(line.item.id, layout.id, .dim)
    put(line.item.title, layout.title, isSelected ? .selected : .normal)
    if let recorded = line.recorded, recorded != .pending {
      let count = line.evidence.isEmpty ? "" : " \(line.evidence.count)"
      put(context.say(.word(recorded)) + count, Layout.recorded, recorded.style)
    } else {
      put(context.say(.byHandOnly), Layout.recorded, .dim)
    }
    let (said, style) = self.said(of: line, in: context)
    put(said, Layout.given, style)
    let mark: Phrase? =
      line.finding == nil
      ? nil : repetitions(of: line, in: context).isEmpty ? .findingMark : .repeatedMark
    put(mark.map { context.say($0) } ?? "", Layout.finding, .bad)
    guard layout.showsEarlier else { return }
    let before = earlier[line.item.id]?.answer.answer
    put(before.map { context.say(.word($0)) } ?? "", Layout.earlier, .dim)
  }

  /// `✓ 达标` where what the records say was confirmed, `人工 未达标` where it is the reviewer's.
  private func said(of line: VisitLine, in context: Context) -> (String, Style) {
    guard let given = line.given else { return ("", .dim) }
    if line.isStale { return (context.say(.recordsChanged), .warning) }
    let word = context.say(.word(given.answer))
    return given.isManual
      ? ("\(context.say(.byHand)) \(word)", given.answer.style) : ("✓ \(word)", given.answer.style)
  }

  /// What is asked, by which rule, what the records say, what was said, what was said before.
  private func drawDetails(
    on frame: inout Frame, top: Int, area: Area, in context: Context
  ) {
    guard let line = selectedLine else { return }
    let columns = area.columns - 2
    func put(_ text: String, _ row: Int, _ style: Style) {
      frame.put(
        text.elided(toColumns: columns), row: top + row, column: area.left + 1, style: style)
    }
    put("\(line.item.id) \(line.item.title)", 0, .strong)
    let records = "\(context.say(.byRecords)) \(recordedText(of: line, in: context))"
    let room = columns - ColumnWidth.of(records) - 2
    let rule = room >= 12 ? "  " + context.rule(line.item.article, columns: room) : ""
    put(records + rule, 1, .normal)
    put(saidInFull(of: line, in: context), 2, .normal)
    if let before = earlier[line.item.id] {
      let parts = [
        context.say(.earlierVisit), context.shown(before.date), context.names(before.reviewers),
        context.say(.word(before.answer.answer)), before.answer.remark,
      ]
      put(parts.filter { !$0.isEmpty }.joined(separator: " "), 3, .dim)
    }
  }

  private func saidInFull(of line: VisitLine, in context: Context) -> String {
    guard let given = line.given else {
      let isByHand = line.recorded == nil || line.recorded == .pending
      return context.say(isByHand ? .visitHintByHand : .visitHint)
    }
    var parts = [
      context.say(.headingVisitAnswer), said(of: line, in: context).0, given.remark,
    ]
    if let finding = line.finding {
      parts.append(context.say(.findingMark) + ":" + finding.title)
      parts.append(context.names(finding.owners))
      if let due = finding.due { parts.append(context.say(.before(context.shown(due)))) }
      if let last = repetitions(of: line, in: context).last {
        parts.append("\(context.say(.repeatedMark))(\(context.shown(last.opened)))")
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
