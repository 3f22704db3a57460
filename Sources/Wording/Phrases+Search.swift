extension Phrase {
  // MARK: Looking for text

  /// The label before the line that is typed into.
  public static let searchLabel = Phrase("查找:", "Find:")
  /// The selected record's place among those found; a + while more are being found.
  public static func found(_ position: Int, of count: Int, isAll: Bool) -> Phrase {
    let more = isAll ? "" : "+"
    return Phrase("\(position)/\(count)\(more)条", "\(position)/\(count)\(more)")
  }
  /// In which item of a meeting, or part of a theme day, something was found.
  public static func foundItem(_ number: Int) -> Phrase { Phrase("第\(number)项", "Item \(number)") }
  /// What to do on an empty line.
  public static let whatToSearch = Phrase(
    "输入要找的字词:记录里的任何文字,人名也可以用拼音或首字母(zjg)。几个词用空格分开,要同时都有。",
    "Type what to look for: any text of any record, names also by pinyin or initials (zjg). "
      + "Of several words with blanks between them a record must hold all.")
  /// Nothing was found.
  public static func notFound(_ text: String) -> Phrase {
    Phrase("没有找到“\(text)”。", "Nothing holds “\(text)”.")
  }
  /// Nothing was found among what the filters let through.
  public static func notFoundAmong(_ text: String) -> Phrase {
    Phrase(
      "在所选的组织、种类和时间里没有找到“\(text)”。F3、F4、F5 可以放宽。",
      "Nothing of that organisation, kind and period holds “\(text)”. F3, F4, F5 widen it.")
  }
  /// Records are being looked through.
  public static let searching = Phrase("正在查找…", "Searching…")
  /// The index of a large ledger is being made.
  public static func preparingSearch(percent: Int) -> Phrase {
    Phrase(
      "台账较大,正在建立查找索引(已完成\(percent)%),好了就显示结果;可以接着输入。",
      "The ledger is large and its search index is being made (\(percent) %). What is found shows "
        + "as soon as it is ready; you can go on typing.")
  }
  /// The same on a command line.
  public static let makingSearchIndex = Phrase(
    "台账较大,第一次查找要先建立索引,请稍等", "The ledger is large: its search index is made first")
  /// The ledger is empty.
  public static let noRecordsToSearch = Phrase("台账里还没有记录。", "There are no records yet.")
  /// The filters of a search.
  public static let filterOrganization = Phrase("组织", "Where")
  /// The filters of a search.
  public static let filterKind = Phrase("种类", "Kind")
  /// The filters of a search.
  public static let filterPeriod = Phrase("时间", "Period")
  /// No filter by organisation.
  public static let everywhere = Phrase("全部组织", "everywhere")
  /// No filter by kind.
  public static let everyKind = Phrase("全部种类", "every kind")
  /// No filter by period.
  public static let everyYear = Phrase("全部年份", "every year")
  /// Asks for an organisation to search.
  public static let inWhichOrganization = Phrase("查哪个组织(含下级)", "Search which organisation")
  /// Asks for a kind to search.
  public static let ofWhichKind = Phrase("查哪一种", "Search which kind")
  /// Asks for a period to search.
  public static let ofWhichPeriod = Phrase(
    "查哪段时间(可写 2025-03、2025-Q2)", "Search which period (or type 2025-03, 2025-Q2)")
  /// What was typed as a period is none.
  public static func notASearchedPeriod(_ text: String) -> Phrase {
    Phrase(
      "“\(text)”不是时间,请写成 2025、2025-Q2 或 2025-03",
      "“\(text)” is no period: write 2025, 2025-Q2 or 2025-03")
  }
  /// The heading over the line that was found.
  public static let headingFoundLine = Phrase("找到的文字", "Found text")
  /// The heading over the field in which it stands.
  public static let headingFoundField = Phrase("栏目", "Field")
  /// What `search` is about.
  public static let helpSearch = Phrase("在全部记录的文字里查找", "Search the text of all records")
  /// Help on the text of `search`.
  public static let helpSearchText = Phrase(
    "要找的字词;人名也可以用拼音或首字母;几个词要同时都有",
    "What to look for; names also by pinyin or initials; a record must hold all words")
  /// Help on `search --kind`.
  public static let helpSearchKind = Phrase(
    "种类,如 党课(含同时计入的),或记录类型,如 matter",
    "Kind, such as 党课 (what also counts as it is included), or type, such as matter")
  /// Help on `search --limit`.
  public static let helpSearchLimit = Phrase(
    "最多列多少条,0 为全部", "How many records at most; 0 for all")
  /// Nothing to look for was given.
  public static let nothingToSearch = Phrase(
    "没有写要找的字词,例如 zhibu search 防汛预案", "Nothing to look for: zhibu search 防汛预案")
  /// A limit that is none.
  public static func badLimit(_ limit: Int) -> Phrase {
    Phrase("--limit 不能是 \(limit):写 0(全部)或更大的数", "--limit cannot be \(limit): 0 (all) or more")
  }
  /// More were found than are listed.
  public static func moreFound(_ count: Int, listed: Int) -> Phrase {
    Phrase(
      "共找到\(count)条,只列出前\(listed)条;--limit 0 列出全部",
      "\(count) records found, the first \(listed) listed; --limit 0 lists all")
  }
  /// There is no next one.
  public static let lastFound = Phrase("已是找到的最后一处", "This is the last place found")
  /// There is none before.
  public static let firstFound = Phrase("已是找到的第一处", "This is the first place found")
}
