import OrganizationLife

extension Phrase {
  /// 学习记录督学
  public static let menuStudyCheck = Phrase("学习记录督学", "Study records")
  /// What the numbers of the list of study records are
  public static let studyCheckLegend = Phrase(
    "笔记/心得 ✓已核对 !已核未达标", "notes/essays ✓ checked ! not met")
  /// Heading: half a month, 11上
  public static func halfMonth(_ month: Int, isFirst: Bool) -> Phrase {
    Phrase("\(month)\(isFirst ? "上" : "下")", "\(month)\(isFirst ? "a" : "b")")
  }
  /// Title of the box of half months
  public static func whichHalfMonth(_ name: String) -> Phrase {
    Phrase("核对\(name)哪个半月", "Which half month of \(name)?")
  }
  /// A half month with what is on record of it: `2026-10下 笔记2 心得0 ✓已核对`
  public static func halfMonthStudied(
    _ half: String, notes: Int, essays: Int, isChecked: Bool
  ) -> Phrase {
    Phrase(
      "\(half) 笔记\(notes) 心得\(essays)\(isChecked ? " ✓已核对" : "")",
      "\(half) notes \(notes) essays \(essays)\(isChecked ? " ✓ checked" : "")")
  }
  /// Study records of a half month were checked already
  public static func studyChecked(_ name: String, _ half: String) -> Phrase {
    Phrase("\(name) \(half) 已核对过", "\(name) \(half) was checked already")
  }
  /// Asked before 未达标 is written of somebody of whom nothing is on record
  public static func nothingStudied(_ name: String, _ half: String) -> Phrase {
    Phrase(
      "\(name) \(half) 没有登记笔记和心得,核对结果记为未达标吗?",
      "No notes or essays of \(name) in \(half) are on record. Write that this was not met?")
  }
  /// Heading: 核对
  public static let headingReview = Phrase("核对", "Checked")
  /// Label: 核对
  public static let labelReview = Phrase("核对", "Checked")
  /// Label: 思想汇报
  public static let labelProgress = Phrase("思想汇报", "Reports")
  /// 抽查 of so many by a seed
  public static func sampleOf(_ count: Int, seed: String) -> Phrase {
    Phrase("抽查\(count)人(种子 \(seed))", "Sample of \(count) (seed \(seed))")
  }
  /// A sample of this year's records by a seed
  public static func sampleOfRecords(_ count: Int, of all: Int, seed: String) -> Phrase {
    Phrase("抽查\(count)条,共\(all)条(种子 \(seed))", "Sample of \(count) of \(all) (seed \(seed))")
  }
  /// 已核对 so many of the sample
  public static func checkedOf(_ done: Int, _ all: Int) -> Phrase {
    Phrase("已核对\(done)/\(all)", "\(done)/\(all) checked")
  }
  /// 已核对 11-20 高娟, or 发现问题 with how many.
  public static func reviewed(
    found problems: Int, on day: String, by reviewers: String
  ) -> Phrase {
    problems == 0
      ? Phrase("已核对 \(day) \(reviewers)", "checked \(day) \(reviewers)")
      : Phrase("发现问题\(problems) \(day) \(reviewers)", "\(problems) found \(day) \(reviewers)")
  }
  /// A member's file was checked already on this day by the same person
  public static func memberChecked(_ name: String) -> Phrase {
    Phrase("\(name)今天已核对过,没有再记", "\(name) was checked today already: nothing was written")
  }
  /// A record was checked already on this day
  public static let recordChecked = Phrase("这条记录今天已核对过", "This record was checked today already")
  /// Something was found in a record on this day, which stays
  public static let recordFoundFaulty = Phrase(
    "这条记录今天已记发现问题;记错的,在核对一行打开后作废", "A problem was found in it today; if wrong, withdraw that review"
  )
  /// A record was withdrawn since it was drawn
  public static let withdrawnSinceDrawn = Phrase(
    "这条记录已作废,不用核对", "This record was withdrawn: there is nothing to check")
  /// The last record of a sample
  public static let lastDrawn = Phrase("已是最后一条", "This is the last one")
  /// The first record of a sample
  public static let firstDrawn = Phrase("已是第一条", "This is the first one")
  /// Title of the box that asks how many are to be drawn
  public static let howManyToDraw = Phrase("抽查多少(可输入数字)", "How many to draw (or type a number)")
  /// What was typed is no number
  public static func notANumberToDraw(_ text: String) -> Phrase {
    Phrase("「\(text)」不是要抽查的个数", "“\(text)” is not a number to draw")
  }
  /// A sample has nobody to draw from
  public static let nobodyToDraw = Phrase("没有可抽查的", "nothing to draw from")
  /// What may be read only with permission
  public static let mayNotBeRead = Phrase("需有查看权限", "may be read with permission only")
  /// Nothing is on record
  public static let nothingRecorded = Phrase("无", "none")
}
