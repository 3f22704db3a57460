import OrganizationLife
import Wording

extension FormLayout {
  mutating func addFooter() {
    let page = screen.current
    if case .roster(let roster) = page.focused?.value, !roster.seats.isEmpty {
      // Which digit is which reason has to be in sight, however long the roster is.
      footer.append((" \(detail(of: roster))".elided(toColumns: columns - 1), .dim))
      for part in packed(Phrase.attendanceDigits(Roster.reasons)(language)) {
        footer.append((" \(part)", .hint))
      }
    }
    if let field = page.focused {
      let seat = page.roster?.focus
      let fault = screen.faults.first {
        $0.item == screen.openItem && $0.field == field.spec.id
          && ($0.seat == nil || $0.seat == seat)
      }
      if let fault {
        footer.append((" \(fault.phrase(language))", .bad))
      } else if let suggestion = suggestion(field) {
        footer.append((" \(suggestion)", .hint))
      } else if let remark = screen.remarkAtFocus {
        addRemark(remark)
      } else if let window = screen.derived.stepWindow, ["Step", "Date"].contains(field.spec.id) {
        // Below the fields, so that nothing moves while the step is typed.
        footer.append((" \(window(language))", .hint))
      } else if field.isEmpty || field.spec.kind == .period, field.spec.kind != .attendance,
        let hint = field.spec.hint
      {
        footer.append((" \(hint(language))", .hint))
      }
    }
    if !screen.derived.missing.isEmpty {
      footer.append((" \(missing(screen.derived.missing.map { $0(language) }))", .warning))
    }
    let said = screen.remarksHere.filter { $0.tone != .missing }
    let here = screen.remarkAtFocus
    if let first = said.first(where: { $0 != here }) {
      let tail = Phrase.remarksKey(language)
      let room = columns - 2 - ColumnWidth.of(tail)
      footer.append(
        (" \(first.phrase(language).elided(toColumns: room))\(tail)", style(of: first)))
    }
  }

  /// What is missing, as many whole parts of it as there is room for.
  private func missing(_ list: [String]) -> String {
    for count in stride(from: list.count, to: 0, by: -1) {
      let text = Phrase.stillMissing(Array(list.prefix(count)), of: list.count)(language)
      if ColumnWidth.of(text) <= columns - 2 { return text }
    }
    return Phrase.stillMissing(list, of: list.count)(language).elided(toColumns: columns - 2)
  }

  /// What is said about the field on which the cursor stands, in two rows at most.
  mutating func addRemark(_ remark: Remark) {
    var lines = remark.whole(language).wrapped(toColumns: columns - 2)
    if lines.count > 2 { lines = remark.phrase(language).wrapped(toColumns: columns - 2) }
    if lines.count > 2 {
      lines = [lines[0], Substring(lines[1].elided(toColumns: columns - 4) + "..")]
    }
    for line in lines { footer.append((" \(line)", style(of: remark))) }
  }

  func style(of remark: Remark) -> Style { remark.tone == .fault ? .bad : .warning }

  func suggestion(_ field: FormField) -> String? {
    guard field.spec.id.hasPrefix("VoteAbstain"), field.isEmpty, let number = field.spec.vote,
      let count = screen.suggestedAbstentions(vote: number)
    else { return nil }
    return Phrase.abstentionsLeft(count)(language)
  }
}
