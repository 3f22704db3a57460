import OrganizationLife

extension RecordDoubt {
  /// What can hardly be so.
  public var phrase: Phrase {
    switch self {
    case .unknownProcedure(let kind):
      Phrase(
        "目录里没有(或未启用)流程“\(kind)”", "the catalogue has no procedure “\(kind)”, or not switched on")
    case .unknownStep(let step, let kind):
      Phrase("流程“\(kind)”没有步骤“\(step)”", "“\(kind)” has no step “\(step)”")
    case .followsOther(let reference):
      Phrase(
        "接续的 \(reference) 是另一个人、另一组织或另一种流程的",
        "goes on from \(reference), which is of another person, organisation or procedure")
    case .dueBeforeMeeting(let due, let meeting):
      Phrase(
        "完成时限\(due)早于会议日期\(meeting)", "due \(due), before the meeting of \(meeting)")
    case .afterToday(let day, _):
      Phrase("\(day)在今天之后", "\(day) lies in the future")
    case .monthToCome(let month):
      Phrase("\(month)还没有到", "\(month) has not begun")
    case .otherBranch(let branch):
      Phrase("当月组织关系在\(branch),不在本组织", "the member was in \(branch) that month")
    case .monthPaidTwice(let month, let other?):
      Phrase("\(month)党费已登记交纳(\(other))", "dues of \(month) are entered as paid already (\(other))")
    case .monthPaidTwice(let month, nil):
      Phrase("\(month)党费在同一文件里登记了两次", "dues of \(month) stand twice in the file")
    case .otherRate(let given, let due):
      Phrase(
        "比例\(Self.percent(given)),按基数应为\(Self.percent(due))",
        "a rate of \(Self.percent(given)), \(Self.percent(due)) for that base")
    case .baseTooLarge(let base):
      Phrase(
        "基数\(Dues.yuan(base))元过大,未计算应交数",
        "a base of \(Dues.yuan(base)) yuan is too large: nothing was reckoned")
    case .parentCircle(let way): .parentCircle(way)
    case .hoursBeyondDays(let hours, let days):
      Phrase(
        "学时\(Self.number(hours))超过\(days)天的时间",
        "\(Self.number(hours)) hours in \(days) days")
    case .countTooLarge(let count, _):
      Phrase("\(count)人(件)过大", "\(count) is more than can be")
    case .seatsBeyondMembers(let seats, let members):
      Phrase(
        "应选名额\(seats)多于本支部党员\(members)人",
        "\(seats) seats, and \(members) members in the branch")
    case .tooManyDigits(let count):
      Phrase("数字有\(count)位", "a number of \(count) digits")
    case .followsAnother(let reference):
      Phrase("接续的 \(reference) 是另一件事", "goes on from \(reference), which is of something else")
    case .underAge(let born):
      Phrase(
        "出生\(born),申请、入党或在册时不满18岁", "born \(born): under 18 when applying, admitted or on the roll")
    case .statusLowered(let status):
      Phrase(
        "原为正式党员,改为\(Phrase.word(status).chinese)",
        "a full member before, now \(Phrase.word(status).english)")
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .unknownProcedure:
      Phrase("核对名称,或在目录里加上这个流程", "check the name, or add the procedure to the catalogue")
    case .unknownStep: Phrase("核对步骤名称", "check the name of the step")
    case .followsOther: Phrase("核对 Follows", "check Follows")
    case .dueBeforeMeeting: Phrase("核对时限和会议日期", "check both days")
    case .afterToday: Phrase("核对日期", "check the day")
    case .monthToCome: Phrase("核对月份;预交的注明", "check the month; note what is paid ahead")
    case .otherBranch: Phrase("核对党员和组织", "check member and organisation")
    case .monthPaidTwice: Phrase("核对;重复的作废一条", "check; withdraw one if it is the same")
    case .otherRate: Phrase("核对基数和比例", "check base and rate")
    case .baseTooLarge: Phrase("核对基数", "check the base")
    case .parentCircle: Phrase("更正其中一个的上级组织", "correct the superior of one of them")
    case .hoursBeyondDays: Phrase("核对学时和起止日期", "check hours and days")
    case .countTooLarge, .tooManyDigits: Phrase("核对数字", "check the number")
    case .seatsBeyondMembers: Phrase("核对应选名额", "check the seats")
    case .followsAnother: Phrase("核对 Follows", "check Follows")
    case .underAge: Phrase("核对出生和各日期", "check the day of birth and the others")
    case .statusLowered: Phrase("核对身份;除名、退党等写离开原因", "check the status; say why somebody left")
    }
  }

  /// `1.5%`, `0.75%`
  private static func percent(_ hundredths: Int) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}

extension Phrase {
  /// An organisation whose superiors come back to it, by way of whom.
  static func parentCircle(_ way: [OrganizationIdentifier]) -> Phrase {
    Phrase(
      "上级循环:经\(way.map(\.text).joined(separator: "、"))又回到自己",
      "stands below itself, by way of \(way.map(\.text).joined(separator: ", "))")
  }
}
