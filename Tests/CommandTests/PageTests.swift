import Testing

/// Papers as a browser prints them: rendered by headless Chromium to PDF, read back by poppler.
@Suite("Papers on A4")
struct PageTests {
  /// One word of a page, in mm from the upper left corner.
  private struct Word: Decodable {
    var page: Int
    var text: String
    var left: Double
    var right: Double
    var middle: Double
  }

  /// Renders a page and reads where its words stand.
  private func words(of page: String, at desk: Desk) throws -> (pages: Int, words: [Word]) {
    let judge = desk.shell(
      """
      chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
      --user-data-dir="$HOME/chromium" --no-pdf-header-footer --print-to-pdf=page.pdf \
      \(page) > chromium.log 2>&1 || { cat chromium.log >&2; exit 1; }
      pdftotext -bbox page.pdf page.xml && python3 - <<'PYTHON'
      import re
      pages = re.split(r"<page ", open("page.xml", encoding="utf-8").read())[1:]
      for number, page in enumerate(pages, 1):
          width, height = re.match(r'width="([\\d.]+)" height="([\\d.]+)"', page).groups()
          assert (round(float(width)), round(float(height))) == (595, 842), (width, height)
          for x0, y0, x1, y1, text in re.findall(
              r'<word xMin="([-\\d.]+)" yMin="([-\\d.]+)" xMax="([-\\d.]+)" yMax="([-\\d.]+)">(.*)</word>',
              page):
              x0, y0, x1, y1 = (float(n) / 72 * 25.4 for n in (x0, y0, x1, y1))
              print(number, text, x0, x1, (y0 + y1) / 2, sep="\\t")
      PYTHON
      """)
    try #require(
      judge.status == 0,
      "Papers are judged by chromium and poppler-utils (.ci/prepare test): \(judge.errors)")
    let words = judge.output.split(separator: "\n").compactMap { line -> Word? in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 5, let page = Int(parts[0]), let left = Double(parts[2]),
        let right = Double(parts[3]), let middle = Double(parts[4])
      else { return nil }
      return Word(page: page, text: parts[1], left: left, right: right, middle: middle)
    }
    return (words.map(\.page).max() ?? 0, words)
  }

  /// GB/T 9704: 28 mm at the left, 26 at the right, 37 above and 35 below; the page's number stands
  /// below, between two dashes, 7 mm under the type area.
  private func expectWithinMargins(_ words: [Word], _ name: String) {
    var beyond: [Word] = []
    for word in words {
      let isNumber = word.middle > 297 - 35
      let isWithin =
        word.left >= 28 - 0.3 && word.right <= 210 - 26 + 0.3
        && (isNumber ? (269...276).contains(word.middle) : word.middle >= 37)
      if !isWithin { beyond.append(word) }
    }
    #expect(beyond.isEmpty, "\(name): \(beyond)")
  }

  @Test(
    "a meeting's papers keep within the margins and have as many pages as they need",
    arguments: [
      ("notice", 1), ("sign-in", 1), ("ballots", 1), ("count", 1), ("minutes", 2),
      ("resolution", 1), ("copy", 2),
    ])
  func meeting(paper: String, pages: Int) throws {
    let desk = try PrintTests.desk()
    let page = desk.zhibu("print", PrintTests.id, "--paper", paper, "--format", "html")
    try #require(page.status == 0, "\(page.errors)")
    desk.folder.write("page.html", page.output)
    let rendered = try words(of: "page.html", at: desk)
    #expect(rendered.pages == pages)
    expectWithinMargins(rendered.words, paper)
    // The number of each page, between two dashes.
    for number in 1...max(1, rendered.pages) {
      let foot = rendered.words.filter { $0.page == number && $0.middle > 262 }
      #expect(foot.map(\.text) == ["—", "\(number)", "—"])
      // At the outer edge: right on odd pages, left on even ones.
      #expect(foot.allSatisfy { (number % 2 == 1) == ($0.left > 105) })
    }
  }

  @Test("minutes of many pages, with a word that has no place to break")
  func longMinutes() throws {
    let speech = (1...60).map { "+ 张建国:第\($0)条意见,制度要落到班组,记录要如实,不同意见也要记上。" }
    let desk = try PrintTests.desk(
      minutes: (["会议开始。"] + speech + ["+ " + String(repeating: "x", count: 300)])
        .joined(separator: "\n"))
    let page = desk.zhibu("print", PrintTests.id, "--format", "html")
    try #require(page.status == 0, "\(page.errors)")
    desk.folder.write("page.html", page.output)
    let rendered = try words(of: "page.html", at: desk)
    #expect(rendered.pages == 7)
    expectWithinMargins(rendered.words, "minutes")
  }

  @Test(
    "a member's file and a handbook, with chapters to be filled in by hand",
    arguments: [("Q1M02", 2), ("Q1", 17)])
  func books(id: String, pages: Int) throws {
    let desk = try PrintTests.desk()
    let page = desk.zhibu("print", id, "--year", "2026", "--format", "html")
    try #require(page.status == 0, "\(page.errors)")
    desk.folder.write("page.html", page.output)
    let rendered = try words(of: "page.html", at: desk)
    #expect(rendered.pages == pages)
    expectWithinMargins(rendered.words, id)
  }

  @Test(
    "what a visit leaves, with as many items as the whole checklist has",
    arguments: [("feedback", 5), ("rectification", 2)])
  func visits(paper: String, pages: Int) throws {
    let desk = try VisitTests.desk(items: 42)
    let page = desk.zhibu(
      "print", "Q1-review-2026-limin-0002", "--paper", paper, "--format", "html")
    try #require(page.status == 0, "\(page.errors)")
    desk.folder.write("page.html", page.output)
    let rendered = try words(of: "page.html", at: desk)
    #expect(rendered.pages == pages)
    expectWithinMargins(rendered.words, paper)
  }
}
