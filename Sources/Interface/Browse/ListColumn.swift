import Wording

/// A column of a list.
struct ListColumn: Sendable {
  /// What stands in the header row.
  var title: Phrase
  /// Which side its cells keep to.
  var alignment = TextAlignment.leading
  /// The least columns in which its cells still say something.
  var minimum = 4
  /// The most columns it takes.
  var maximum = Int.max
  /// Columns that do not fit are left out, those of the highest number first; 0 always stays.
  var rank = 0
  /// Whether it gives up columns first when there are too few: names and titles.
  var isElastic = false
  /// Whether the end of a text that does not fit is kept, as the article of a rule.
  var keepsEnd = false

  /// How many columns of the screen each column takes; nil for one that is left out.
  /// `natural` holds the widest cell of each, header included; 0 where all cells are empty.
  /// `headings` holds the widths of the headers: a column keeps room for its own while another can
  /// give way.
  static func widths(
    of columns: [ListColumn], natural: [Int], headings: [Int] = [], available: Int, gap: Int = 2
  ) -> [Int?] {
    var widths: [Int?] = zip(columns, natural).map { column, width in
      width == 0 ? nil : min(width, column.maximum)
    }
    func total() -> Int {
      let shown = widths.compactMap { $0 }
      return shown.reduce(0, +) + max(0, shown.count - 1) * gap
    }
    func least() -> Int {
      var sum = -gap
      for (column, width) in zip(columns, widths) {
        guard let width else { continue }
        sum += gap + (column.isElastic ? min(width, column.minimum) : width)
      }
      return sum
    }
    let order = columns.indices.filter { columns[$0].rank > 0 }
      .sorted { columns[$0].rank > columns[$1].rank }
    for index in order where least() > available { widths[index] = nil }
    // The widest elastic column gives way first, at last below what it should have.
    while total() > available {
      let elastic = columns.indices.filter { columns[$0].isElastic && (widths[$0] ?? 0) > 6 }
      let roomy = elastic.filter { (widths[$0] ?? 0) > columns[$0].minimum }
      let wide = roomy.filter { index in
        headings.indices.contains(index) && (widths[index] ?? 0) > headings[index]
      }
      let candidates = wide.isEmpty ? roomy.isEmpty ? elastic : roomy : wide
      guard let widest = candidates.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }) else {
        break
      }
      widths[widest] = widths[widest].map { $0 - 1 }
    }
    return widths
  }
}

extension String {
  /// The text, or its beginning and its end with `..` between them when it does not fit.
  /// An organisation is first called by fewer of its words, so that others like it stay apart.
  func elidedInside(toColumns columns: Int) -> String {
    guard ColumnWidth.of(self) > columns else { return self }
    let shorter = shorterNames
    if let fitting = shorter.first(where: { ColumnWidth.of($0) <= columns }) { return fitting }
    let text = shorter.last ?? self
    guard columns >= 12 else { return text.elided(toColumns: columns) }
    var end = Substring()
    for character in text.reversed() {
      guard ColumnWidth.of(end) + ColumnWidth.of(character) <= columns * 5 / 9 else { break }
      end = String(character) + end
    }
    return text.clipped(toColumns: columns - 2 - ColumnWidth.of(end)) + ".." + end
  }

  /// `机关第一党支部 第二党小组` with fewer and fewer of its words, down to `机关一·二组`; none for what
  /// is called otherwise.
  private var shorterNames: [String] {
    guard hasSuffix("党支部") || hasSuffix("党小组") else { return [] }
    let first = replacing("党支部", with: "支部").replacing("党小组", with: "小组")
    let second = first.replacing("第", with: "")
    let third = second.replacing("支部 ", with: "·").replacing("小组", with: "组")
    return [first, second, third]
  }
}

/// A cell of a list.
struct ListCell: Hashable, Sendable {
  /// What it says.
  var text: String
  /// What it is for.
  var style: Style
  /// What it is sorted by when not by its text.
  var order: Int?

  init(_ text: String, _ style: Style = .normal, order: Int? = nil) {
    self.text = text
    self.style = style
    self.order = order
  }

  /// A number; `zero` stands for 0.
  init(number: Int, _ style: Style = .normal, zero: String = "0") {
    self.init(number == 0 ? zero : String(number), style, order: number)
  }
}

/// A row of a list.
struct ListRow: Sendable {
  /// What the selection is kept by.
  var id: String
  /// One for each column.
  var cells: [ListCell]
  /// Where Enter leads.
  var destination: Destination?
  /// Where `change` leads.
  var change: Destination?
  /// Names, found by pinyin as well.
  var names: [String] = []
  /// Further texts that the filter looks into.
  var texts: [String] = []
  /// Whether the filter lets it through whatever is typed.
  var isAlwaysSeen = false

  /// The longest text, in bytes, that is found by initials: minutes are not.
  private static let longestRead = 120

  /// Whether the row holds each of the words, which are in lower case; short texts are found by
  /// pinyin and its initials too, if wanted.
  func matches(_ words: [String], readingCells: Bool) -> Bool {
    words.allSatisfy { word in
      func holds(_ text: String) -> Bool {
        readingCells && text.utf8.count <= Self.longestRead
          ? TextSearch.matches(word, name: text) : TextSearch.contains(word, in: text)
      }
      return cells.contains { holds($0.text) } || texts.contains(where: holds)
        || names.contains { TextSearch.matches(word, name: $0) }
    }
  }
}

/// What a list shows, derived from the ledger.
struct ListContents: Sendable {
  /// What stands on the first row of the screen.
  var title: String
  /// The columns.
  var columns: [ListColumn]
  /// The rows in their natural order.
  var rows: [ListRow] = []
  /// What is said when there are no rows, and what to do.
  var empty: Phrase
  /// The scopes of commands beside those of every list, innermost first.
  var scopes: [Scope] = []
}
