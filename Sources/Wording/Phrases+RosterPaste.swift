extension Phrase {
  // MARK: The pasted roster

  /// How to paste a roster.
  public static func rosterHowTo(_ columns: [String]) -> Phrase {
    let list = columns.joined(separator: "、")
    return Phrase(
      """
      在电子表格里选中花名册(最好连同标题行),复制,在这里粘贴。
      标题行的列可按任何次序;没有标题行时,依次为:
      \(list)
      粘贴后先看表格和错误,F2 一次全部写入;有错则一条也不写。
      """,
      """
      Select the roster in a spreadsheet, with its header, copy it and paste it here.
      With a header the columns may come in any order; without one they are:
      \(list)
      Look at the table and its faults, then F2 writes all of it, or nothing.
      """)
  }
  /// How much was read.
  public static func rosterSummary(_ people: Int, faults: Int) -> Phrase {
    faults == 0
      ? Phrase(
        "读到\(people)人,没有错误。F2 全部写入,Del 清空", "\(people) people, no faults. F2 writes all, Del clears"
      )
      : Phrase(
        "读到\(people)人,\(faults)处要改:改好表格再粘贴一次,Del 清空",
        "\(people) people, \(faults) fault\(faults == 1 ? "" : "s"): correct the table and paste it again"
      )
  }
  /// After a paste.
  public static func rosterRead(_ people: Int, groups: Int) -> Phrase {
    Phrase(
      "读到\(people)人" + (groups > 0 ? ",另建党小组\(groups)个" : ""),
      "\(people) people" + (groups > 0 ? ", \(groups) new groups" : ""))
  }
  /// After a paste with faults.
  public static func rosterFaults(_ count: Int) -> Phrase {
    Phrase("有\(count)处要改,一条也没有写入", "\(count) fault\(count == 1 ? "" : "s"); nothing was written")
  }
  /// Columns that mean nothing.
  public static func rosterUnknown(_ columns: [String]) -> Phrase {
    let list = columns.joined(separator: "、")
    return Phrase("不认识的列,未收入: \(list)", "columns left out, not known: \(list)")
  }
  /// Groups that will be made.
  public static func rosterNewGroups(_ names: [String]) -> Phrase {
    let list = names.joined(separator: "、")
    return Phrase("将新建党小组: \(list)", "groups to be made: \(list)")
  }
  /// Something wrong at a line.
  public static func rosterLine(_ line: Int, _ what: Phrase) -> Phrase {
    Phrase("第\(line)行: \(what.chinese)", "line \(line): \(what.english)")
  }
  /// The heading of the day of admission.
  public static let rosterAdmitted = Phrase("入党", "Admitted")
  /// The heading of the column of line numbers.
  public static let rosterLineTitle = Phrase(" 行", " line")
  /// Nothing to write.
  public static let rosterNothingPasted = Phrase("还没有粘贴", "nothing was pasted yet")
  /// The paste was thrown away.
  public static let rosterCleared = Phrase("已清空", "cleared")
  /// A line without a name.
  public static let rosterNameMissing = Phrase(
    "没有姓名,请补上,或删去这一行", "no name: add it, or delete the line")
  /// Neither a status nor the day from which it follows.
  public static func rosterStatusMissing(_ name: String) -> Phrase {
    Phrase("\(name): 没有党员类别(正式党员、预备党员…),请补上", "\(name): no status (正式党员, 预备党员 …): add it")
  }
  /// The id is taken.
  public static func rosterIDTaken(_ id: String) -> Phrase {
    Phrase("编号 \(id) 已有人用,请换一个", "the id \(id) is taken: choose another")
  }
  /// Somebody of that name is on the roll.
  public static func rosterNameTaken(_ name: String, _ id: String) -> Phrase {
    Phrase(
      "\(name)已在名册(\(id));确是同名另一人的,请加一列编号",
      "\(name) is on the roll (\(id)); for another of that name add a column 编号")
  }
  /// No member's id.
  public static func rosterNotAnID(_ text: String) -> Phrase {
    Phrase("编号「\(text)」不合要求:大写字母开头,字母和数字", "“\(text)” is no id: upper-case letters and digits")
  }
  /// More cells than columns.
  public static func tooManyCells(_ text: String) -> Phrase {
    Phrase(
      "「\(text)」没有对应的列,请核对分隔符或补上标题",
      "“\(text)” stands in no column: check the separators or the header")
  }
  /// There is no such day.
  public static func noSuchDay(_ label: Phrase, _ text: String) -> Phrase {
    Phrase(
      "\(label.chinese) \(text) 这一天不存在,请核对",
      "\(label.english) \(text): there is no such day, check it")
  }
  /// A month where a day is needed.
  public static func dateNeedsDay(_ label: Phrase, _ text: String) -> Phrase {
    Phrase("\(label.chinese) \(text) 要写到日,如 \(text)-01", "\(label.english) \(text) needs its day")
  }
  /// No date.
  public static func rosterNotADate(_ label: Phrase, _ text: String) -> Phrase {
    Phrase(
      "\(label.chinese)「\(text)」不是日期,请写成 2026-03-05",
      "\(label.english) “\(text)” is no date: write it as 2026-03-05")
  }
  /// None of the words allowed.
  public static func rosterNotAChoice(
    _ label: Phrase, _ text: String, _ words: [String]
  ) -> Phrase {
    Phrase(
      "\(label.chinese)「\(text)」应为:\(words.joined(separator: "、"))",
      "\(label.english) “\(text)” should be one of \(words.joined(separator: ", "))")
  }
}
