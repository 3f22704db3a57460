import OrganizationLife

/// A record that holds what was looked for, with the line that says so.
public struct FoundRecord: Hashable, Sendable {
  /// A stretch of the line, and whether it is what was looked for.
  public struct Part: Hashable, Sendable {
    /// The text as recorded.
    public var text: String
    /// Whether it is what was looked for.
    public var isMatch: Bool
  }

  /// Its Id.
  public let reference: Reference
  /// Its type.
  public let type: String
  /// Its `Kind`; empty when its type has none.
  public let kind: String
  /// The organisation in whose name it stands.
  public let organization: String
  /// The member, the organisation or the team's name that it is a snapshot of.
  public let subject: String?
  /// The day that it is about.
  public let day: Day?
  /// What it is called: its title, name or subject; empty when it has none.
  public let title: String
  /// The field whose line is shown, and to which item it belongs, from 1.
  public let field: String
  public let item: Int?
  /// The line in which the words stand, or the first of them; in stretches.
  public let line: [Part]
  /// Whether it was found by its own name.
  public let isNamed: Bool

  /// The line's text.
  public var lineText: String { line.map(\.text).joined() }

  /// A line that may be shown.
  private struct Candidate {
    var field = ""
    var item: Int?
    var text = ""
    var marks: [Range<Int>] = []
    var score = -1
  }

  /// Reads a stored record.
  init(
    _ record: UnsafeRawBufferPointer, id: String, type: String, day: Int32?, words: SearchWords,
    isNamed: Bool
  ) {
    var firsts: [String: String] = [:]
    var item = 0
    var best = Candidate()
    RecordLines.forEach(of: record) { line in
      let name = RecordLines.string(record, line.name)
      if name == "Item" { item += 1 }
      guard RecordLines.isSearched(record, line.name) else { return }
      let text = RecordLines.string(record, line.text)
      if firsts[name] == nil { firsts[name] = text }
      let (marks, number) = words.places(in: text)
      guard number > 0 else { return }
      // What somebody wrote says more than who was there and which kind it was.
      let isProse = ["Minutes", "Summary", "Text", "Item", "Resolution", "Title"].contains(name)
      let isOwnName = isNamed && name == "Name"
      let score = number * 4 + (isOwnName ? 3 : isProse ? 2 : name == "Organization" ? 0 : 1)
      if score > best.score {
        best = Candidate(
          field: name, item: item == 0 ? nil : item, text: text, marks: marks, score: score)
      }
    }
    reference = Reference(id)
    self.type = type
    kind = firsts["Kind"] ?? ""
    organization = firsts["Organization"] ?? ""
    subject =
      switch type {
      case "member": firsts["Member"]
      case "organization": firsts["Organization"]
      case "team": firsts["Name"]
      default: nil
      }
    self.day = day.map { Day(number: $0) }
    title =
      ["Title", "Name", "Subject", "Step", "Checklist", "Member", "Indicator", "Period"]
      .lazy.compactMap { firsts[$0] }.first ?? ""
    field = best.field
    self.item = best.item
    line = Self.parts(of: best.text, best.marks)
    self.isNamed = isNamed
  }

  private static func parts(of text: String, _ marks: [Range<Int>]) -> [Part] {
    let characters = Array(text)
    var parts: [Part] = []
    var cursor = 0
    for mark in marks {
      if cursor < mark.lowerBound {
        parts.append(Part(text: String(characters[cursor..<mark.lowerBound]), isMatch: false))
      }
      parts.append(Part(text: String(characters[mark]), isMatch: true))
      cursor = mark.upperBound
    }
    if cursor < characters.count {
      parts.append(Part(text: String(characters[cursor...]), isMatch: false))
    }
    return parts
  }
}
