import Wording

/// Collects the lines of a page: a label in a column of its own, what it says beside it.
struct PageLines {
  /// So far.
  private(set) var lines: [PanelLine] = []
  /// Columns of the labels.
  let labelWidth: Int
  private let context: Context

  init(in context: Context) {
    self.context = context
    labelWidth = context.session.language == .chinese ? 12 : 14
  }

  /// A line with a label; nothing where there is nothing to say. A text of several lines becomes
  /// as many lines.
  mutating func add(
    _ label: Phrase, _ text: String, _ style: Style = .normal, to destination: Destination? = nil,
    anchor: String = ""
  ) {
    guard !text.isEmpty else { return }
    let columns = context.session.size.columns - PageScreen.gutter - labelWidth
    for (number, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      // Broken here, so that a long word begins beside its label.
      let rows = String(part).wrapped(toColumns: max(10, columns)).joined(separator: "\n")
      add(
        number == 0 ? label : nil, [Span(rows, style)],
        to: number == 0 ? destination : nil, anchor: number == 0 ? anchor : "")
    }
  }

  /// A line with a label, or with none below one that has it.
  mutating func add(
    _ label: Phrase?, _ spans: [Span], to destination: Destination? = nil, anchor: String = ""
  ) {
    guard !spans.isEmpty else { return }
    var text = label.map { context.say($0) } ?? ""
    let width = ColumnWidth.of(text)
    text += String(repeating: " ", count: max(width == 0 ? 0 : 1, labelWidth - width))
    lines.append(
      PanelLine(
        [Span(text, .label)] + spans, to: destination, anchor: anchor, indent: labelWidth))
  }

  /// A line with a label whose parts are never broken inside where they fit into a row.
  mutating func add(
    _ label: Phrase?, parts: [Span], separator: String = "  ", to destination: Destination? = nil,
    anchor: String = ""
  ) {
    let columns = context.session.size.columns - PageScreen.gutter
    let gap = ColumnWidth.of(separator)
    var used = labelWidth
    var spans: [Span] = []
    for part in parts where !part.text.isEmpty {
      let width = ColumnWidth.of(part.text)
      if spans.isEmpty {
        used += width
      } else if used + gap + width <= columns {
        spans.append(Span(separator))
        used += gap + width
      } else {
        spans.append(Span("\n"))
        used = labelWidth + width
      }
      spans.append(part)
    }
    add(label, spans, to: destination, anchor: anchor)
  }

  /// A line across the page.
  mutating func addPlain(_ spans: [Span], indent: Int = 2) {
    lines.append(PanelLine(spans, indent: indent))
  }

  /// A line across the page.
  mutating func addPlain(
    _ text: String, _ style: Style = .normal, to destination: Destination? = nil,
    anchor: String = "", indent: Int = 2
  ) {
    lines.append(PanelLine(text, style, to: destination, anchor: anchor, indent: indent))
  }

  /// An empty line, never two and never the first.
  mutating func addSpace() {
    guard let last = lines.last, !last.spans.isEmpty else { return }
    lines.append(PanelLine([]))
  }
}
