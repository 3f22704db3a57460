import Archive
import OrganizationLife
import RecordLog
import Wording

/// One record as a page of plain text for a terminal.
public struct RecordPage {
  /// How pages are set.
  public struct Setting {
    /// Of the program's own words.
    public var language: Language
    /// Columns of the terminal.
    public var columns: Int
    /// Columns of one character.
    public var width: (Character) -> Int

    /// A setting.
    public init(language: Language, columns: Int, width: @escaping (Character) -> Int) {
      self.language = language
      self.columns = columns
      self.width = width
    }
  }

  private let setting: Setting
  private var lines: [String] = []
  private static let labelWidth = 14

  /// An empty page; lines are added one by one.
  public init(_ setting: Setting) { self.setting = setting }

  /// The text, with LF at the end of each line.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// A page of a record.
  ///
  /// - Parameters:
  ///   - document: the record.
  ///   - title: its first line, `2026年第1次支部党员大会 · 二监区党支部`.
  ///   - remarks: sentences under the title: withdrawn, older versions.
  ///   - setting: how the page is set.
  public init(
    of document: RecordDocument, title: String, remarks: [Phrase], setting: Setting
  ) {
    self.init(setting)
    add(title)
    add(document.first("Id") ?? "")
    for remark in remarks { add("! " + remark(setting.language)) }
    if let judged = document.judged {
      add(
        Phrase.meetingCounts(judged.figures.turnout, mayVote: judged.figures.mayVote)(
          setting.language))
      if let whole = judged.figures.whole {
        add(Phrase.wholeMeeting(whole.turnout, sittings: whole.sittings)(setting.language))
        let absent = whole.merged.absent.map(\.person.name)
        add(
          Phrase.absentFromAll, absent.joined(separator: Phrase.listSeparator(setting.language)))
      }
      for warning in judged.figures.warnings {
        add("! " + warning.sentence(setting.language))
      }
    }
    addBlank()
    addFields(of: document)
    addItems(of: document)
    addBlank()
    let by = Person(document.enteredBy).shownName
    add(Phrase.entered(by: by, at: document.first("At") ?? "")(setting.language))
    if let (organization, head) = document.head {
      add(Phrase.headAtFoot(of: organization, head)(setting.language))
    }
  }

  /// A line, broken where it is too long.
  public mutating func add(_ text: String, indent: Int = 0) {
    let safe = TerminalText.safe(text, keepingLines: true)
    let blanks = String(repeating: " ", count: indent)
    for line in safe.wrapped(to: setting.columns - indent, setting.width) {
      lines.append(line.isEmpty ? "" : blanks + line)
    }
  }

  /// An empty line, never two.
  public mutating func addBlank() {
    if lines.last != "" { lines.append("") }
  }

  /// A label with its value beside it; nothing when there is no value.
  public mutating func add(_ label: Phrase, _ value: String, indent: Int = 0) {
    guard !value.isEmpty else { return }
    let label = label(setting.language)
    let column = indent + max(Self.labelWidth, label.columns(setting.width) + 2)
    let safe = TerminalText.safe(value, keepingLines: true)
    let head =
      String(repeating: " ", count: indent)
      + label.filled(to: column - indent, setting.width)
    for (index, line) in safe.wrapped(to: setting.columns - column, setting.width).enumerated() {
      let start = index == 0 ? head : String(repeating: " ", count: line.isEmpty ? 0 : column)
      lines.append(start + line)
    }
  }

  private mutating func addFields(of document: RecordDocument) {
    let shape = RecordShape.of(document.type)
    let own = document.fields.prefix { $0.name != "Item" }
    let after = document.fields.dropFirst(own.count).filter { field in
      shape?.field(field.name, item: true)?.isPartOfItem != true && field.name != "Item"
    }
    var seen: Set<String> = ["Id", "By", "At", "Sum"]
    let ordered = (shape?.fields.map(\.name) ?? []) + document.fields.map(\.name)
    for name in ordered where seen.insert(name).inserted {
      let values = (own + after).filter { $0.name == name }.map(\.value)
      guard !values.isEmpty else { continue }
      let value = shape?.field(name)?.value
      let shown = values.map { value?.shownText($0, setting.language) ?? $0 }
      if value?.isInline ?? false {
        add(
          Phrase.label(ofField: name, of: document.type),
          shown.joined(separator: Phrase.listSeparator(setting.language)))
      } else {
        for text in shown { add(Phrase.label(ofField: name, of: document.type), text) }
      }
    }
  }

  /// What came of a vote; of a candidate at an election whether he or she was elected.
  private func result(ofVote vote: Int, item: Int, of document: RecordDocument) -> Phrase {
    guard let judged = document.judged else { return Phrase(verbatim: "") }
    let own = judged.activity.items[item].votes[vote]
    if let election = judged.figures.elections[item],
      let person = own.subject ?? own.writtenIn,
      let result = election.people.first(where: { $0.person.isSame(as: person) })
    {
      return .candidateOutcome(result.outcome, needed: election.needed)
    }
    return .voteOutcome(judged.figures.outcomes[item][vote])
  }

  private mutating func addItems(of document: RecordDocument) {
    let shape = RecordShape.of(document.type)
    let closing = document.fields.lastIndex { $0.name == "By" } ?? document.fields.count
    var number = 0
    var vote = 0
    for field in document.fields.prefix(closing) {
      if field.name == "Item" {
        number += 1
        vote = 0
        addBlank()
        let heading = document.type == "review" ? Phrase.checkedHeading : Phrase.itemHeading
        add(heading(number, field.value)(setting.language))
      } else if number > 0, let part = shape?.field(field.name, item: true), part.isPartOfItem {
        var text = part.value.shownText(field.value, setting.language)
        if part.value == .vote, let outcomes = document.judged?.figures.outcomes,
          number <= outcomes.count, vote < outcomes[number - 1].count
        {
          text += "\n" + result(ofVote: vote, item: number - 1, of: document)(setting.language)
          if let numbers = document.judged?.figures.closings[number - 1][vote] {
            text += "\n" + numbers.closing(setting.language)
          }
          vote += 1
        }
        let label =
          field.name == "By" ? Phrase.tableBy : .label(ofField: field.name, of: document.type)
        add(label, text, indent: 2)
      }
    }
  }
}
