import OrganizationLife

// What is said of matters and findings until they are closed.
extension Phrase {
  /// Empty: matters closed
  public static let noSettledMatters = Phrase(
    "近两年没有办结的事项。Esc 返回。", "No matter was closed in two years. Esc goes back.")
  /// Found before.
  public static func repeatedTimes(_ count: Int) -> Phrase {
    Phrase("重复(此前\(count)次)", "again (\(count) before)")
  }
  /// A mark beside a finding that came back.
  public static let repeatedMark = Phrase("重复", "again")
  /// Label: earlier findings
  public static let labelRepetition = Phrase("一年内重复", "Found before")
  /// Label: what happened
  public static let labelSteps = Phrase("经过", "Course")
  /// Label: 来源
  public static let labelOrigin = Phrase("来源", "From")
  /// Label: to which meeting it is carried
  public static let labelCarried = Phrase("下次会议", "Carried to")
  /// It is proposed at the next meeting.
  public static func carriedTo(_ kind: String) -> Phrase {
    Phrase("列入下次\(kind)备题", "proposed for the next \(kind)")
  }
  /// Who closes it.
  public static func closedByOpener(_ name: String) -> Phrase {
    Phrase("检查问题由提出的一级销号(\(name));请改为“待销号”", "closed by the level that opened it: \(name)")
  }
  /// Label: closing
  public static let labelClose = Phrase("销号", "Close")
  /// Enter closes it.
  public static let wayClose = Phrase("Enter 办结销号", "Enter closes it")
  /// Label: progress
  public static let labelMove = Phrase("进展", "Progress")
  /// Enter records what happened.
  public static let wayMove = Phrase("Enter 登记进展(办理中、待销号…)", "Enter records what happened")
  /// Title of the form.
  public static let titleCloseMatter = Phrase("销号", "Close the matter")
  /// A matter that is not there.
  public static func matterUnknown(_ id: String) -> Phrase {
    Phrase("没有这个事项:\(id)", "There is no matter \(id)")
  }
}
