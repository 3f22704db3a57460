import OrganizationLife

// Visits (检查): a checklist gone through at a branch.
extension Phrase {
  /// 检查
  public static let visit = Phrase("检查", "Visit")
  /// Menu: 历次检查
  public static let menuVisits = Phrase("历次检查", "Visits")
  /// Empty: visits
  public static let noVisits = Phrase(
    "没有检查记录。在检查清单中按 v 或 F2 开始检查。", "No visits yet. v or F2 in a checklist begins one.")
  /// A visit that is not there
  public static func visitUnknown(_ id: String) -> Phrase {
    Phrase("没有这次检查:\(id)", "There is no visit \(id)")
  }
  /// 17/23 已核
  public static func visitProgress(_ checked: Int, of all: Int) -> Phrase {
    Phrase("\(checked)/\(all) 已核", "\(checked)/\(all) checked")
  }
  /// How many findings
  public static func visitFindings(_ count: Int) -> Phrase {
    Phrase("问题\(count)", "\(count) found")
  }
  /// Findings, and how many of them are open
  public static func findings(_ count: Int, open: Int) -> Phrase {
    open == 0
      ? Phrase("\(count) 已销号", "\(count) closed")
      : Phrase("\(count) 未销\(open)", "\(count), \(open) open")
  }
  /// How the items were answered
  public static func visitSums(_ visit: Review) -> Phrase {
    let answers = ChecklistAnswer.allCases.filter { visit.count($0) > 0 }
    return Phrase(
      answers.map { "\($0.rawValue)\(visit.count($0))" }.joined(separator: " "),
      answers.map { "\(Phrase.word($0).english) \(visit.count($0))" }.joined(separator: ", "))
  }

  /// Column: the day of the last visit
  public static let headingLastVisit = Phrase("上次检查", "Last visit")
  /// Panel: 待销号
  public static let panelWaiting = Phrase("待销号", "To be closed")

  // MARK: The screen

  /// Column and label: what the records say
  public static let byRecords = Phrase("记录", "Records")
  /// Only a person can answer the item
  public static let byHandOnly = Phrase("人工核", "by hand")
  /// The same in full
  public static let recordsCannotSay = Phrase("答不了,由人工核", "cannot say; answered by hand")
  /// Column: what the reviewer says
  public static let headingVisitAnswer = Phrase("核定", "Found")
  /// Column: what was said at the visit before
  public static let headingEarlier = Phrase("上次", "Before")
  /// Label: the visit before
  public static let earlierVisit = Phrase("上次", "before:")
  /// The records say something else than when it was confirmed
  public static let recordsChanged = Phrase("记录已变", "changed")
  /// A finding at an item
  public static let findingMark = Phrase("问题", "!")
  /// So many records
  public static func evidenceCount(_ count: Int) -> Phrase {
    Phrase("依据\(count)条", "\(count) records")
  }
  /// What can be done with an item that is not checked
  public static let visitHint = Phrase(
    "没有核。空格 照记录确认 1达标 2部分 3未达标 4不适用", "Not checked. Space confirms; 1 met 2 partly 3 unmet 4 n/a")
  /// The same where only a person can answer
  public static let visitHintByHand = Phrase(
    "没有核。1达标 2部分达标 3未达标 4不适用,a 写说明", "Not checked. 1 met 2 partly 3 unmet 4 n/a; a with a remark")
  /// All is checked
  public static let visitComplete = Phrase("各条都已核,F2 完成", "All is checked; F2 finishes")
  /// Nothing is checked yet
  public static let visitEmpty = Phrase("还没有核过一条", "Nothing is checked yet")
  /// Asked before a part is written
  public static func visitUnfinished(_ left: Int, checked: Int) -> Phrase {
    Phrase(
      "还有\(left)条没有核。只把已核的\(checked)条写成检查记录吗?",
      "\(left) items are not checked. Write the \(checked) that are?")
  }
  /// A visit that was begun goes on
  public static func visitGoesOn(_ saved: String) -> Phrase {
    Phrase("接着上次没做完的检查(\(saved) 存)", "The visit goes on (kept \(saved))")
  }
  /// The organisation is no more
  public static func visitNobody(_ name: String) -> Phrase {
    Phrase("\(name)今天已不在,不能检查", "\(name) is no more and cannot be visited")
  }
  /// A finding in the words of the item
  public static func notDone(_ item: String) -> Phrase {
    Phrase("未做到:\(item)", "not done: \(item)")
  }
  /// Whoever works for an organisation does not visit it
  public static func visitOfOneself(_ name: String) -> Phrase {
    Phrase(
      "检查由上级或其他党组织做;\(name)自己用迎检自查",
      "Others visit \(name); look into your own with 4-1 Self-inspection")
  }
  /// The day as of which something is shown
  public static func asOf(_ day: String) -> Phrase { Phrase("截至 \(day)", "as of \(day)") }
  /// Label: whether the findings of a visit are withdrawn with it
  public static let withdrawFindings = Phrase("问题一并作废", "Findings as well")
  /// What withdrawing a visit means for what was found at it
  public static func visitHasFindings(_ untouched: Int, moved: [String]) -> Phrase {
    let list = moved.joined(separator: "、")
    let kept = Phrase("已有整改记录的仍保留:\(list)。", "Being mended already, and kept: \(list). ")
    let open = Phrase(
      "这次检查提出的\(untouched)个问题还没有整改记录,可以一并作废。",
      "Nothing has happened yet to \(untouched) of its findings: they can be withdrawn as well. ")
    return Phrase(
      (untouched > 0 ? open.chinese : "") + (moved.isEmpty ? "" : kept.chinese),
      (untouched > 0 ? open.english : "") + (moved.isEmpty ? "" : kept.english))
  }
  /// The checklist has nothing for the organisation
  public static let visitWithoutItems = Phrase(
    "这份清单没有适用于这个组织的条目", "The checklist has no items for this organisation")
  /// Text in a form that was left
  public static let keptWithVisit = Phrase("文字已留着,再打开时还在", "What was typed is kept")
  /// The same came back
  public static func findingCameBack(_ count: Int, _ day: String) -> Phrase {
    Phrase("重复问题:一年内已提出\(count)次,最近 \(day)", "Found before: \(count) within a year, last on \(day)")
  }

  // MARK: The forms

  /// Title: another answer
  public static let titleVisitAnswer = Phrase("核定结论", "Answer")
  /// Title: a finding
  public static let titleVisitFinding = Phrase("发现问题", "Finding")
  /// Title: the visit itself
  public static let titleVisitDetails = Phrase("检查情况", "The visit")
  /// Label: what was found
  public static let visitFinding = Phrase("问题", "Finding")
  /// Label: 总体意见
  public static let visitNote = Phrase("总体意见", "On the whole")
  /// Hint
  public static let hintVisitNote = Phrase("写进检查反馈单", "goes into the report of the visit")
  /// Hint: why another answer is given
  public static let hintOverruling = Phrase(
    "与记录不同时写明看到了什么", "what was seen, where it is not what the records say")
  /// An answer beside the records' without a word
  public static let overrulingWantsRemark = Phrase(
    "结论与记录不同,请写说明", "This is not what the records say: please say why")
  /// A day before the visit
  public static let dueBeforeVisit = Phrase("整改时限早于检查日期", "The day to mend it is before the visit")
  /// A visit of tomorrow
  public static let visitNotYet = Phrase("检查日期还没有到", "The day of the visit has not come")
  /// The organisation was not there on the day
  public static let visitBeforeFounding = Phrase(
    "这一天还没有这个组织,或者已经撤销", "The organisation was not there on that day")

  // MARK: The page

  /// Label and column: 检查人
  public static let reviewers = Phrase("检查人", "Reviewers")
  /// Column: 已核
  public static let headingChecked = Phrase("已核", "Checked")
  /// Label: 未核
  public static let notChecked = Phrase("未核", "Not checked")
  /// Nothing was found
  public static let noFindings = Phrase("没有发现问题", "nothing was found")
  /// Behind an answer by hand
  public static let givenByHand = Phrase("(人工)", " (by hand)")
  /// Behind an answer from the records
  public static let givenByRecords = Phrase("(记录)", " (records)")
  /// What the records said
  public static func recordsSaid(_ answer: Phrase) -> Phrase {
    Phrase("记录:\(answer.chinese)", "records: \(answer.english)")
  }

  // MARK: 退回

  /// Title of the form
  public static let titleReturnMatter = Phrase("退回整改", "Send back")
  /// Label: why
  public static let returnReason = Phrase("退回原因", "Why")
  /// Label of the way
  public static let labelReturn = Phrase("退回", "Send back")
  /// Enter sends it back
  public static let wayReturn = Phrase("Enter 整改不到位,退回重办", "Enter sends it back to be done again")
  /// Only what is said to be mended can be sent back
  public static let nothingToReturn = Phrase(
    "只有待销号的事项可以退回", "Only what waits to be closed can be sent back")

  // MARK: Commands

  /// Column: what the records say, where a person said something else
  public static let tableRecorded = Phrase("记录结论", "Recorded")
  /// Column: what a person said on another day
  public static let tableSaid = Phrase("人工结论", "Said")
}
