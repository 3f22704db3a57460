import Wording

extension PackGuide {
  /// The page of a pack as plain text, lines broken where they are full.
  public func text(_ setting: RecordPage.Setting) -> String {
    var rows: [String] = []
    func add(_ text: String, indent: Int = 0) {
      let blanks = String(repeating: " ", count: indent)
      let columns = max(20, setting.columns - indent)
      rows += TerminalText.safe(text).wrapped(to: columns, setting.width).map { blanks + $0 }
    }
    func say(_ phrase: Phrase) -> String { phrase(setting.language) }
    add(pack.title)
    add(pack.summary, indent: 2)
    add(pack.source, indent: 2)
    add(say(.packSwitchedOnBy(pack.id)), indent: 2)
    rows.append("")
    add(say(.headingMechanisms))
    for way in ways {
      add(way.name, indent: 2)
      add("\(say(way.entered)) → \(say(way.seen))", indent: 4)
    }
    for part in parts {
      rows.append("")
      add(say(part.heading))
      let titles = part.entries.map { $0.isEnabled ? $0.title : say(.offAtFirst($0.title)) }
      add(say(.enumeration(titles)), indent: 2)
    }
    return rows.map { $0 + "\n" }.joined()
  }
}
