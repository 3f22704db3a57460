import RecordLog

extension Paper {
  /// The papers, each on a sheet of its own, as one document that any browser or office suite
  /// prints: A4, set as official papers are (党政机关公文格式 GB/T 9704—2012).
  public static func html(_ papers: [Paper]) -> String {
    let title = papers.first.map { escaped($0.title) } ?? ""
    var text = """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>\(title)</title>
      <style>
      \(style)
      </style>
      </head>
      <body>

      """
    for paper in papers { text += paper.section }
    return text + "</body>\n</html>\n"
  }

  /// 5.2 and 7.3: A4, the type area 156 × 225 mm, 37 mm above it and 28 mm at the left; 三号仿宋 (16 pt),
  /// 22 lines to the page; the title 二号小标宋 (22 pt), headings 黑体; the page's number 四号宋体 between
  /// two dashes, 7 mm below the type area, one character from the outer edge.
  private static let style = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
    @page :right { @bottom-right { content: "— " counter(page) " —"; \(number) } }
    @page :left { @bottom-left { content: "— " counter(page) " —"; \(number) } }
    html { font: 16pt/29pt FangSong, 仿宋, FangSong_GB2312, STFangsong, "Noto Serif CJK SC", \
    "AR PL UMing CN", serif; }
    body { margin: 0 auto; max-width: 156mm; overflow-wrap: anywhere; }
    section { break-after: page; }
    section:last-child { break-after: auto; }
    h1 { font: bold 22pt/36pt 方正小标宋简体, FZXiaoBiaoSong-B05S, STZhongsong, SimSun, \
    "Noto Serif CJK SC", "AR PL UMing CN", serif; text-align: center; margin: 0 0 16pt; }
    h2 { font: 16pt/29pt SimHei, 黑体, STHeiti, "Noto Sans CJK SC", "WenQuanYi Zen Hei", \
    sans-serif; margin: 0; \
    text-indent: 2em; break-after: avoid; }
    p { margin: 0; text-indent: 2em; }
    p.plain, p.secrecy, p.note, p.foot { text-indent: 0; }
    p.secrecy { font-family: SimHei, 黑体, "Noto Sans CJK SC", sans-serif; }
    p.note { font-size: 12pt; line-height: 20pt; }
    p.foot { font: 9pt/14pt monospace; margin-top: 12pt; }
    p.signatures { text-indent: 0; margin-top: 29pt; display: flex; gap: 2em; break-inside: avoid; }
    p.signatures span { flex: 1; border-bottom: 0.5pt solid; white-space: nowrap; }
    div.issued { text-align: right; margin-top: 29pt; break-inside: avoid; }
    table { width: 100%; border-collapse: collapse; margin: 6pt 0; font-size: 12pt; \
    line-height: 20pt; table-layout: fixed; }
    td, th { border: 0.5pt solid; padding: 3pt 5pt; vertical-align: middle; font-weight: normal; \
    text-align: left; white-space: pre-line; }
    th, td.centred { text-align: center; }
    table.fill td { height: 24pt; }
    table.form { break-inside: avoid; }
    table.form td:empty { height: 24pt; }
    tr { break-inside: avoid; }
    thead { display: table-header-group; }
    """

  private static let number =
    "font: 14pt/14pt SimSun, 宋体, \"Noto Serif CJK SC\", serif; vertical-align: top; "
    + "padding: 7mm 1em 0;"

  private var section: String {
    var text = "<section>\n"
    if hasPlaceForSecrecy { text += "<p class=\"secrecy\">密级:________</p>\n" }
    text += "<h1>\(Self.escaped(title))</h1>\n"
    for block in blocks { text += Self.html(of: block) }
    if let foot { text += "<p class=\"foot\">\(Self.escaped(foot))</p>\n" }
    return text + "</section>\n"
  }

  private static func html(of block: Block) -> String {
    switch block {
    case .heading(let text): "<h2>\(escaped(text))</h2>\n"
    case .paragraph(let text):
      text.split(separator: "\n", omittingEmptySubsequences: true)
        .map { "<p>\(escaped(String($0)))</p>\n" }.joined()
    case .address(let text): "<p class=\"plain\">\(escaped(text))</p>\n"
    case .note(let text): "<p class=\"note\">\(escaped(text))</p>\n"
    case .form(let rows): form(rows)
    case .table(let table): html(of: table)
    case .signatures(let labels):
      "<p class=\"signatures\">"
        + labels.map { "<span>\(escaped($0)):</span>" }.joined() + "</p>\n"
    case .issued(let issuer, let day):
      "<div class=\"issued\">\(escaped(issuer))<br>\(escaped(day))</div>\n"
    }
  }

  private static func form(_ rows: [Row]) -> String {
    var text =
      "<table class=\"form\"><colgroup><col style=\"width:19%\"><col style=\"width:37%\">"
      + "<col style=\"width:19%\"><col style=\"width:25%\"></colgroup>\n"
    for row in rows {
      let span = row.cells.count == 1 ? " colspan=\"3\"" : ""
      text += "<tr>"
      for cell in row.cells {
        text += "<th>\(escaped(cell.label))</th><td\(span)>\(escaped(cell.value))</td>"
      }
      text += "</tr>\n"
    }
    return text + "</table>\n"
  }

  private static func html(of table: PaperTable) -> String {
    let shares = max(1, table.columns.reduce(0) { $0 + $1.share })
    var text = "<table\(table.isToFillIn ? " class=\"fill\"" : "")><colgroup>"
    for column in table.columns {
      text += "<col style=\"width:\(column.share * 100 / shares)%\">"
    }
    text += "</colgroup>\n<thead><tr>"
    for column in table.columns { text += "<th>\(escaped(column.heading))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (column, cell) in zip(table.columns, row) {
        text += "<td\(column.isCentred ? " class=\"centred\"" : "")>\(escaped(cell))</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody></table>\n"
  }

  /// Text as it stands in HTML; what leaves the program nowhere becomes marks.
  private static func escaped(_ text: String) -> String {
    VisibleText.exported(document: text).replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
