import OrganizationLife
import Wording

extension FormScreen {
  // MARK: Ticking

  /// 全部到会: from anywhere in the form.
  mutating func markEveryonePresent(in context: Context) -> [Outcome]? {
    _ = commit(in: context)
    guard openItem == nil, var roster = page.roster, let index = page.rosterIndex else {
      return nil
    }
    guard !roster.seats.isEmpty else { return [.notice(Notice(.rosterEmpty, .warning))] }
    let count = roster.markEveryonePresent()
    page.roster = roster
    if page.focus != index {
      page.focus = index
      isFresh = true
    }
    if count > 0 { touch() }
    return [.notice(Notice(.everyoneMarked(count)))]
  }

  /// What a command does with the person on whom the cursor stands.
  mutating func mark(_ action: Action) -> [Outcome]? {
    changeMark { mark in
      switch action {
      case .togglePresent:
        mark = Roster.Mark(presence: mark.came ? .unmarked : .present)
      case .video:
        mark.presence = mark.presence == .video ? .present : .video
        mark.reason = ""
        mark.approver = ""
      case .late, .leftEarly:
        if !mark.came { mark = Roster.Mark(presence: .present) }
        if action == .late { mark.isLate.toggle() } else { mark.hasLeft.toggle() }
      case .clearAttendance: mark = Roster.Mark()
      default: break
      }
    }
  }

  /// A digit is an absence with its reason.
  mutating func markByKey(_ key: Key) -> [Outcome]? {
    guard case .character(let character) = key.folded, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    let reason = Roster.reasons[(digit + 9) % 10]
    let approver = proposedApprover
    return changeMark { $0 = Roster.Mark(presence: .absent, reason: reason, approver: approver) }
  }

  private mutating func changeMark(_ change: (inout Roster.Mark) -> Void) -> [Outcome]? {
    guard var roster = page.roster, !roster.seats.isEmpty else { return nil }
    let before = roster.mark(roster.focus)
    var mark = before
    change(&mark)
    guard mark != before else { return [] }
    roster.set(mark, at: roster.focus)
    page.roster = roster
    faults.removeAll { $0.seat == roster.focus && $0.item == nil }
    touch()
    return []
  }

  /// 批准人 is the secretary unless something else is said; nobody approves an own absence.
  private var proposedApprover: String {
    guard let organization, let ledger = derived.ledger, let roster = page.roster,
      let secretary = ledger.branch(of: organization, on: derived.day)?.secretary,
      roster.seats.indices.contains(roster.focus),
      roster.seats[roster.focus].person.id != secretary.id
    else { return "" }
    return secretary.description
  }

  // MARK: The box of states

  /// Every state and reason, for those who look for one.
  func attendanceBox() -> ChoiceBox {
    let language = derived.language
    func choice(_ value: String, _ phrase: Phrase) -> Choice {
      Choice(value: value, label: phrase(language))
    }
    var choices = [
      choice("present", .attendancePresent), choice("video", .attendanceVideo),
      choice("late", .attendanceLate), choice("left", .attendanceLeft),
    ]
    choices += Roster.reasons.map { choice("absent:\($0)", .attendanceAbsent($0)) }
    choices += [
      choice("absent:\(Roster.withoutLeave)", .attendanceWithoutLeave),
      choice("clear", .attendanceClear),
    ]
    choices += ExclusionGround.allCases.map {
      choice("excluded:\($0.rawValue)", .attendanceExcluded($0.rawValue))
    }
    return ChoiceBox(
      id: "attendance", title: .attendanceTitle, choices: choices, allowsOther: true)
  }

  /// Takes a state from the box; anything that is none of them is a reason.
  mutating func markChosen(_ values: [String]) -> [Outcome] {
    guard let value = values.first else { return [] }
    var approver = proposedApprover
    let input = derived.input
    return changeMark { mark in
      switch value {
      case "present": mark = Roster.Mark(presence: .present)
      case "video": mark = Roster.Mark(presence: .video)
      case "late": mark = Roster.Mark(presence: .present, isLate: true)
      case "left": mark = Roster.Mark(presence: .present, hasLeft: true)
      case "clear": mark = Roster.Mark()
      case _ where value.hasPrefix("excluded:"):
        mark = Roster.Mark(presence: .excluded, reason: String(value.dropFirst(9)))
      default:
        var reason = value.hasPrefix("absent:") ? String(value.dropFirst(7)) : value
        // A reason that is typed may name who approved it: 值班 批准=陈晓.
        if let range = reason.firstRange(of: "批准=") {
          approver = input.people.person(String(reason[range.upperBound...]).trimmed).description
          reason = String(reason[..<range.lowerBound]).trimmed
        }
        let isExcused = reason != Roster.withoutLeave
        mark = Roster.Mark(
          presence: .absent, reason: reason, approver: isExcused ? approver : "")
      }
    } ?? []
  }

  // MARK: The roster of a day

  /// Takes the roster of the activity's day; the marks stay.
  mutating func reseat(in context: Context) {
    guard let kind, let archive = context.archive, let organization, var roster = page.roster
    else { return }
    let ledger = archive.ledger
    let activity = Activity(
      reference: Reference(""), organization: organization, kind: kind.id, date: derived.day,
      enteredAt: context.session.now, enteredBy: Person(""))
    let branch = ledger.branch(of: organization, on: derived.day)
    let isGrouped = kind.body == .members
    roster.seat(
      ledger.expected(at: activity, as: kind).map { member in
        var group = ""
        if isGrouped, let id = member.group {
          group = ledger.organization(id, on: derived.day)?.name ?? id.text
          if let branch, group.hasPrefix(branch.name), group != branch.name {
            group = String(group.dropFirst(branch.name.count))
          }
        } else if isGrouped, branch?.level.isBranch != true {
          group = ledger.organization(member.organization, on: derived.day)?.name ?? ""
        }
        return Roster.Seat(
          person: member.person, group: group, isProbationary: member.status == .probationary,
          isExtra: false)
      })
    page.roster = roster
  }
}
