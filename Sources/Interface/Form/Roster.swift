import OrganizationLife
import RecordLog
import Wording

/// Who came, being ticked: everyone expected that day, grouped by 党小组, each with a mark.
struct Roster: Hashable, Sendable {
  /// Whether somebody came.
  enum Presence: String, Sendable {
    /// Nothing has been said.
    case unmarked
    /// 到会
    case present
    /// 视频到会
    case video
    /// 请假 or 缺席
    case absent
    /// 不计入应到会 (R26)
    case excluded
  }

  /// What is said of one person.
  struct Mark: Hashable, Sendable {
    /// Whether somebody came.
    var presence = Presence.unmarked
    /// Why not.
    var reason = ""
    /// Who approved the absence, as records name people.
    var approver = ""
    /// 迟到
    var isLate = false
    /// 早退
    var hasLeft = false
  }

  /// One person's place on the roster.
  struct Seat: Hashable, Sendable {
    /// Who.
    var person: Person
    /// The 党小组; empty when the roster is not grouped.
    var group: String
    /// Has no vote yet (预备党员).
    var isProbationary: Bool
    /// Was not expected that day, and stands here for having been marked.
    var isExtra: Bool
  }

  /// In the order shown.
  private(set) var seats: [Seat] = []
  /// By member id, for guests by name.
  private(set) var marks: [String: Mark] = [:]
  /// Names of those marked, for seats that the roster of a day does not have.
  private var markedPeople: [String: Person] = [:]
  /// The seat on which the cursor stands.
  var focus = 0
  /// Keys of those who came to another sitting of the meeting (分批): nobody waits for them here.
  var elsewhere: Set<String> = []

  /// The reasons that digits stand for, `1` to `0`.
  static let reasons = [
    "值班", "备勤", "押解", "住院看护", "封闭执勤", "出差", "培训", "病假", "事假", "探亲",
  ]
  /// Absence without leave.
  static let withoutLeave = "无故"

  /// How a person's mark is found.
  static func key(_ person: Person) -> String { person.id?.text ?? person.name }

  /// The mark of a seat.
  func mark(_ seat: Int) -> Mark {
    seats.indices.contains(seat) ? marks[Roster.key(seats[seat].person)] ?? Mark() : Mark()
  }

  /// Marks a seat.
  mutating func set(_ mark: Mark, at seat: Int) {
    guard seats.indices.contains(seat) else { return }
    set(mark, for: seats[seat].person)
  }

  private mutating func set(_ mark: Mark, for person: Person) {
    let key = Roster.key(person)
    marks[key] = mark.presence == .unmarked ? nil : mark
    markedPeople[key] = person
  }

  /// Takes the roster of a day and keeps all marks; whoever is marked and not on it stands last.
  mutating func seat(_ expected: [Seat]) {
    let focused = seats.indices.contains(focus) ? Roster.key(seats[focus].person) : nil
    let keys = Set(expected.map { Roster.key($0.person) })
    let extra = marks.keys.filter { !keys.contains($0) }.sorted().compactMap { key in
      markedPeople[key].map {
        Seat(person: $0, group: "", isProbationary: false, isExtra: true)
      }
    }
    seats = expected + extra
    focus =
      seats.firstIndex { Roster.key($0.person) == focused } ?? min(focus, max(0, seats.count - 1))
  }

  /// Who stands behind a key of a mark.
  func person(of key: String) -> Person { markedPeople[key] ?? Person(key) }

  /// Takes all marks away.
  mutating func clear() {
    marks = [:]
    markedPeople = [:]
  }

  /// Marks somebody, on the roster of the day or not.
  mutating func put(_ mark: Mark, for person: Person) { set(mark, for: person) }

  /// Whether somebody came to another sitting and is not marked at this one.
  func isElsewhere(_ seat: Int) -> Bool {
    mark(seat).presence == .unmarked && seats.indices.contains(seat)
      && elsewhere.contains(Roster.key(seats[seat].person))
  }

  /// How many are not marked and did not come to another sitting.
  var unmarkedCount: Int {
    seats.indices.count { mark($0).presence == .unmarked && !isElsewhere($0) }
  }

  /// The state of a seat as a word.
  func word(_ seat: Int, _ language: Language) -> String {
    isElsewhere(seat) ? Phrase.markElsewhere(language) : mark(seat).word(language)
  }

  /// 全部到会: marks whoever is not marked as present, those apart who came to another sitting;
  /// gives how many that were.
  mutating func markEveryonePresent() -> Int {
    var count = 0
    for seat in seats.indices where mark(seat).presence == .unmarked && !isElsewhere(seat) {
      set(Mark(presence: .present), at: seat)
      count += 1
    }
    return count
  }

  /// Everyone who came, in the order shown.
  var present: [Person] {
    seats.indices.filter { [.present, .video].contains(mark($0).presence) }
      .map { seats[$0].person }
  }
}

extension Roster {
  /// Reads the fields of a record.
  mutating func read(_ fields: [Field]) {
    for field in fields {
      let (head, tail) = FieldInput.headAndTail(field.value)
      let person = Person(head)
      var mark = marks[Roster.key(person)] ?? Mark()
      switch field.name {
      case "Present": mark.presence = .present
      case "Video": mark.presence = .video
      case "Late": mark.isLate = true
      case "Left": mark.hasLeft = true
      case "Excluded":
        mark.presence = .excluded
        mark.reason = tail
      case "Absent":
        mark.presence = .absent
        mark.reason = tail
        if let range = tail.firstRange(of: "批准=") {
          mark.approver = String(tail[range.upperBound...])
          mark.reason = String(tail[..<range.lowerBound]).trimmed
        }
      default: continue
      }
      if mark.presence == .unmarked { mark.presence = .present }
      set(mark, for: person)
    }
  }

  /// The fields of a record, each with the seat that it comes from.
  func fields() -> [(field: Field, seat: Int)] {
    func list(_ name: String, _ text: (Person, Mark) -> String?) -> [(Field, Int)] {
      seats.indices.compactMap { seat in
        text(seats[seat].person, mark(seat)).map { (Field(name, $0), seat) }
      }
    }
    return list("Present") { $1.presence == .present ? $0.description : nil }
      + list("Video") { $1.presence == .video ? $0.description : nil }
      + list("Absent") { person, mark in
        guard mark.presence == .absent else { return nil }
        let approval = mark.approver.isEmpty ? "" : "批准=\(mark.approver)"
        return [person.description, mark.reason, approval].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      + list("Late") { $1.isLate && $1.came ? $0.description : nil }
      + list("Left") { $1.hasLeft && $1.came ? $0.description : nil }
      + list("Excluded") {
        $1.presence == .excluded ? "\($0.description) \($1.reason)".trimmed : nil
      }
  }

  /// Puts the roster into an activity, so that the rules can judge it.
  func fill(_ activity: inout Activity) {
    for seat in seats.indices {
      let person = seats[seat].person
      let mark = mark(seat)
      switch mark.presence {
      case .unmarked: continue
      case .present: activity.present.append(person)
      case .video: activity.video.append(person)
      case .absent:
        let approver = mark.approver.isEmpty ? nil : Person(mark.approver)
        activity.absent.append(
          Absence(person: person, reason: mark.reason, approver: approver))
      case .excluded:
        activity.excluded.append(Exclusion(person: person, reason: mark.reason))
      }
      if mark.came, mark.isLate { activity.late.append(person) }
      if mark.came, mark.hasLeft { activity.leftEarly.append(person) }
    }
  }
}

extension Roster.Mark {
  /// In the room or by video.
  var came: Bool { presence == .present || presence == .video }

  /// The state as a word.
  func word(_ language: Language) -> String {
    let phrase: Phrase
    switch presence {
    case .unmarked: phrase = .markNone
    case .video: phrase = isLate ? .markVideoLate : hasLeft ? .markVideoLeft : .markVideo
    case .present:
      phrase =
        isLate ? (hasLeft ? .markLateLeft : .markLate) : hasLeft ? .markLeft : .markPresent
    case .absent:
      phrase = reason == Roster.withoutLeave || reason.isEmpty ? .markAbsent : .markLeave
    case .excluded: phrase = .markExcluded
    }
    return phrase(language)
  }
}

/// The roster as a grid: rows of cells under the names of the groups.
struct RosterGrid {
  /// One person in the grid.
  struct Cell: Hashable {
    var seat: Int
    var text: String
    var column: Int
    var width: Int
  }

  /// A row of the grid: the group's name before its first row, and cells.
  struct Row: Hashable {
    var label: String
    var cells: [Cell]
  }

  private(set) var rows: [Row] = []

  /// The narrowest cell: `假 张建国(值班)` and the mark before it.
  private static let narrowest = 16
  private static let widestLabel = 14

  /// Lays a roster out in so many columns; `extraLabel` stands before those not on the roll.
  init(_ roster: Roster, columns: Int, extraLabel: String, language: Language) {
    var groups: [(name: String, seats: [Int])] = []
    for seat in roster.seats.indices {
      let name = roster.seats[seat].isExtra ? extraLabel : roster.seats[seat].group
      if groups.last?.name == name {
        groups[groups.count - 1].seats.append(seat)
      } else {
        groups.append((name, [seat]))
      }
    }
    let widest = groups.map { ColumnWidth.of($0.name) }.max() ?? 0
    let isBeside = columns >= 72
    let labelWidth = widest == 0 || !isBeside ? 1 : min(widest, RosterGrid.widestLabel) + 2
    let available = max(RosterGrid.narrowest, columns - labelWidth)
    let perRow = max(1, available / RosterGrid.narrowest)
    let slot = min(available / perRow, RosterGrid.narrowest + 4)
    for group in groups {
      var label = group.name
      if !label.isEmpty, !isBeside {
        rows.append(Row(label: label, cells: []))
        label = ""
      }
      for start in stride(from: 0, to: group.seats.count, by: perRow) {
        let part = group.seats[start..<min(start + perRow, group.seats.count)]
        let cells = part.enumerated().map { position, seat in
          Cell(
            seat: seat,
            text: RosterGrid.text(roster, seat, columns: slot - 1, language),
            column: labelWidth + position * slot, width: slot)
        }
        rows.append(Row(label: start == 0 ? label : "", cells: cells))
      }
    }
  }

  private static func text(
    _ roster: Roster, _ seat: Int, columns: Int, _ language: Language
  ) -> String {
    let mark = roster.mark(seat)
    var text = "\(roster.word(seat, language)) \(roster.seats[seat].person.name)"
    if !mark.reason.isEmpty, mark.reason != Roster.withoutLeave {
      text += "(\(mark.reason))"
    } else if roster.seats[seat].isProbationary {
      text += "(\(Phrase.probationary(language)))"
    }
    return text.elided(toColumns: columns)
  }
}
