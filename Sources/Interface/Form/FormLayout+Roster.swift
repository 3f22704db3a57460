import OrganizationLife
import Wording

extension FormLayout {
  mutating func putRoster(_ index: Int, _ page: FormPage) {
    guard let roster = page.roster else { return }
    newRow()
    if let turnout = screen.derived.turnout {
      // Before anybody is ticked there is nothing to judge; of several sittings the whole is judged.
      let isJudged = !roster.marks.isEmpty && screen.derived.whole == nil
      let verdict = isJudged ? screen.derived.verdict : nil
      let line = Phrase.rosterNumbers(
        turnout, screen.derived.denominators, unmarked: roster.unmarkedCount, verdict: verdict)(
          language)
      for part in packed(line) { putRow([piece(part, 1, style(of: verdict))]) }
      if let whole = screen.derived.whole {
        let line = Phrase.sittingsNumbers(whole.turnout, screen.derived.verdict)(language)
        for part in packed(line) { putRow([piece(part, 1, style(of: screen.derived.verdict))]) }
      }
      for verdict in roster.marks.isEmpty ? [] : screen.derived.itemVerdicts.prefix(3) {
        let phrase = Phrase.itemVerdict(verdict.items, verdict.category, verdict.verdict)
        for part in packed(phrase(language)) {
          putRow([piece(part, 1, style(of: verdict.verdict))])
        }
      }
    }
    if let round = screen.derived.appraisal, !round.grades.isEmpty {
      let isBeyond = round.members(.excellent).count > round.mostExcellent
      for part in packed(Phrase.grades(of: round)(language)) {
        putRow([piece(part, 1, isBeyond ? .warning : .normal)])
      }
    }
    if roster.seats.isEmpty {
      putRow([mark(index, page.fields[index]), piece(Phrase.rosterEmpty(language), 1, .dim)])
      anchors.append(Anchor(field: index, part: 0, row: rows.count - 1, column: 1))
      if isFocused(index) { cursor = Position(row: rows.count - 1, column: 1) }
      return
    }
    let grid = RosterGrid(
      roster, columns: columns - 1, extraLabel: Phrase.notOnRoll(language),
      language: language)
    for row in grid.rows {
      newRow()
      let number = rows.count - 1
      if !row.label.isEmpty { rows[number].append(piece(row.label, 1, .label)) }
      for cell in row.cells { putSeat(cell, roster, index, row: number) }
      column = columns
    }
  }

  /// The text in rows that break at blanks alone.
  func packed(_ text: String) -> [String] {
    var rows: [String] = []
    for word in text.split(separator: " ") {
      if let last = rows.last,
        ColumnWidth.of(last) + 1 + ColumnWidth.of(word) <= columns - 2
      {
        rows[rows.count - 1] = "\(last) \(word)"
      } else {
        rows.append(String(word))
      }
    }
    // A mark that parts two rows stands at the end of neither.
    rows = rows.map { $0.hasSuffix(" ·") ? String($0.dropLast(2)) : $0 }
    return rows
  }

  func style(of verdict: LiveVerdict?) -> Style {
    switch verdict {
    case .noQuorum, .notDecidedHere: .bad
    case .mayVoteCannotPass: .warning
    case .mayVote: .good
    case nil: .normal
    }
  }

  mutating func putSeat(
    _ cell: RosterGrid.Cell, _ roster: Roster, _ index: Int, row: Int
  ) {
    let isHere = isFocused(index) && roster.focus == cell.seat
    let hasFault = screen.faults.contains { $0.seat == cell.seat && $0.item == nil }
    let style: Style
    switch roster.mark(cell.seat).presence {
    case _ where isHere: style = .selected
    case _ where hasFault: style = .bad
    case .unmarked: style = .dim
    case .present, .video: style = .normal
    case .absent, .excluded: style = .warning
    }
    let mark = isHere ? ">" : hasFault ? "!" : " "
    rows[row].append(
      piece(mark, cell.column, isHere ? .selected : hasFault ? .bad : .normal, 1))
    rows[row].append(piece(cell.text, cell.column + 1, style))
    anchors.append(Anchor(field: index, part: cell.seat, row: row, column: cell.column))
    if isHere { cursor = Position(row: row, column: cell.column + 1) }
  }

  /// Everything about the person on whom the cursor stands.
  func detail(of roster: Roster) -> String {
    guard roster.seats.indices.contains(roster.focus) else { return "" }
    let seat = roster.seats[roster.focus]
    let mark = roster.mark(roster.focus)
    var parts = [seat.person.name]
    if seat.isProbationary { parts.append(Phrase.probationary(language)) }
    let isOpen = mark.presence == .unmarked && !roster.isElsewhere(roster.focus)
    let word = isOpen ? Phrase.notMarked(language) : roster.word(roster.focus, language)
    parts.append(Phrase.attendanceState(word, reason: mark.reason)(language))
    if !mark.approver.isEmpty {
      parts.append(Phrase.absenceApprovedBy(Person(mark.approver).name)(language))
    }
    return parts.joined(separator: " · ")
  }
}
