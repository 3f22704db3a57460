extension Paper {
  /// The paper as plain text, tables aligned by columns, LF at the end of each line.
  ///
  /// - Parameters:
  ///   - columns: of the text; at least 40.
  ///   - width: columns of one character.
  public func text(columns: Int, width: @escaping (Character) -> Int) -> String {
    var setter = TextSetter(columns: max(40, columns), width: width)
    if hasPlaceForSecrecy { setter.add("密级:________") }
    setter.addCentred(title)
    for block in blocks { setter.add(block) }
    if let foot {
      setter.addBlank()
      setter.add(foot)
    }
    return setter.lines.map { $0 + "\n" }.joined()
  }
}

/// Sets the pieces of a paper one below the other.
private struct TextSetter {
  let columns: Int
  let width: (Character) -> Int
  private(set) var lines: [String] = []
  private static let indent = "    "

  init(columns: Int, width: @escaping (Character) -> Int) {
    self.columns = columns
    self.width = width
  }

  mutating func addBlank() {
    if lines.last != "" { lines.append("") }
  }

  mutating func add(_ text: String) {
    let safe = TerminalText.safe(text, keepingLines: true)
    lines += safe.wrapped(to: columns, width)
  }

  mutating func addCentred(_ text: String) {
    for line in TerminalText.safe(text).wrapped(to: columns, width) {
      let blanks = (columns - line.columns(width)) / 2
      lines.append(String(repeating: " ", count: max(0, blanks)) + line)
    }
    addBlank()
  }

  mutating func add(_ block: Paper.Block) {
    switch block {
    case .heading(let text):
      addBlank()
      add(text)
    case .paragraph(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
        add(Self.indent + line)
      }
    case .address(let text), .note(let text): add(text)
    case .form(let rows): for row in rows { add(row) }
    case .table(let table): add(table)
    case .signatures(let labels):
      addBlank()
      add(labels.map { "\($0):____________" }.joined(separator: "    "))
    case .issued(let issuer, let day):
      addBlank()
      for text in [issuer, day] {
        let safe = TerminalText.safe(text)
        lines.append(safe.filled(to: columns, atEnd: false, width))
      }
    }
  }

  /// Two cells share a line when both fit.
  private mutating func add(_ row: Paper.Row) {
    let half = columns / 2
    let texts = row.cells.map { "\($0.label):\($0.value)" }.map {
      TerminalText.safe($0, keepingLines: true)
    }
    if texts.count == 2, texts.allSatisfy({ !$0.contains("\n") && $0.columns(width) < half }) {
      let line = texts[0].filled(to: half, width) + texts[1]
      lines.append(line)
    } else {
      for (cell, text) in zip(row.cells, texts) { addHanging(cell.label + ":", text) }
    }
  }

  /// Further lines stand under the value, not under its label.
  private mutating func addHanging(_ label: String, _ text: String) {
    let indent = label.columns(width)
    let value = String(text.dropFirst(label.count))
    for (index, line) in value.wrapped(to: columns - indent, width).enumerated() {
      let head = index == 0 ? label : String(repeating: " ", count: line.isEmpty ? 0 : indent)
      lines.append(head + line)
    }
  }

  private mutating func add(_ table: PaperTable) {
    let widths = widths(of: table)
    addBlank()
    add(table.columns.map(\.heading), of: table, widths)
    lines.append(String(repeating: "─", count: columns / max(1, width("─"))))
    for row in table.rows { add(row, of: table, widths) }
    addBlank()
  }

  /// The columns are divided by the shares, each at least as wide as its heading.
  private func widths(of table: PaperTable) -> [Int] {
    let gaps = 2 * (table.columns.count - 1)
    let shares = max(1, table.columns.reduce(0) { $0 + $1.share })
    return table.columns.map { column in
      max(column.heading.columns(width), (columns - gaps) * column.share / shares)
    }
  }

  private mutating func add(_ cells: [String], of table: PaperTable, _ widths: [Int]) {
    let wrapped = zip(cells, widths).map { cell, limit in
      TerminalText.safe(cell, keepingLines: true).wrapped(to: limit, width)
    }
    for index in 0..<(wrapped.map(\.count).max() ?? 0) {
      var line = ""
      for (column, lines) in wrapped.enumerated() {
        let text = index < lines.count ? lines[index] : ""
        line += text.filled(to: widths[column], width)
        if column < wrapped.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
  }
}
