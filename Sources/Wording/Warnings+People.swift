import OrganizationLife

extension AdmissionWarning {
  /// What the rule says of somebody's way into the Party.
  public var phrase: Phrase {
    switch self {
    case .admittedWithoutVote(let day):
      Phrase("名册为预备党员(\(day)),未见支部大会表决", "on the roll as admitted \(day), no vote is recorded")
    case .admittedDespiteVote(let day):
      Phrase("名册为预备党员,\(day)支部大会表决未通过", "on the roll as admitted, the vote of \(day) did not pass")
    case .admissionDayDiffers(let recorded, let voted):
      Phrase(
        "入党日期\(recorded)与支部大会\(voted)不一致",
        "the roll says admitted \(recorded), the assembly voted on \(voted)")
    case .admittedWithoutApproval(let meeting):
      Phrase(
        "名册为预备党员(\(meeting)),未填批复日", "on the roll as admitted \(meeting), without an approval")
    case .approvalBeforeMeeting(let approved, let meeting):
      Phrase(
        "批复日\(approved)早于支部大会\(meeting)", "approved \(approved), before the assembly of \(meeting)")
    case .approvalLate(let due, let isBeyondSixMonths):
      isBeyondSixMonths
        ? Phrase("上级审批超过六个月(三个月为\(due))", "approval beyond six months (three were up on \(due))")
        : Phrase("上级审批超过三个月,应在\(due)前", "approval was due by \(due), three months on")
    case .confirmedEarly(let meeting, let ends):
      Phrase(
        "\(meeting)讨论转正,早于预备期满\(ends)", "confirmation was discussed on \(meeting), before \(ends)")
    case .confirmationOverdue(let ends):
      Phrase("预备期\(ends)已满,未讨论转正", "probation ended on \(ends), confirmation was not discussed")
    case .confirmedWithoutVote(let day):
      Phrase("名册为正式党员(\(day)),未见转正表决", "on the roll as full from \(day), no vote is recorded")
    case .confirmedDespiteVote(let day):
      Phrase("名册为正式党员,\(day)转正表决未通过", "on the roll as full, the vote of \(day) did not pass")
    case .partyAgeDiffers(let recorded, let expected):
      Phrase(
        "转正日\(recorded),按预备期满应为\(expected)", "full from \(recorded), probation ended \(expected)")
    case .fullBeforeVote(let since, let meeting):
      Phrase(
        "名册自\(since)为正式党员,早于转正大会\(meeting)",
        "on the roll as full from \(since), before the vote of \(meeting)")
    case .prolongedTwice(let day):
      Phrase("\(day)再次延长预备期,只能延长一次", "prolonged again on \(day); once is all there is")
    case .prolongationOutOfRange(let until, let earliest, let latest):
      Phrase(
        "预备期延长至\(until),应在\(earliest)至\(latest)之间",
        "prolonged to \(until), it may be \(earliest) to \(latest)")
    case .stillProbationary(let since):
      Phrase("\(since)已表决取消资格,名册仍为预备党员", "disqualified on \(since), still on the roll")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .admittedWithoutVote, .confirmedWithoutVote:
      Phrase("补录该次大会记录,或更正名册", "enter that meeting, or correct the roll")
    case .admittedDespiteVote, .confirmedDespiteVote:
      Phrase("核对会议票数和名册,以批复为准更正", "check votes and roll, and correct what is wrong")
    case .admissionDayDiffers:
      Phrase("入党时间为支部大会通过之日,更正名册", "admission is the day of the vote: correct the roll")
    case .admittedWithoutApproval: Phrase("在名册填写批复日", "enter the day of approval on the roll")
    case .approvalBeforeMeeting: Phrase("核对批复日和大会日", "check both days")
    case .approvalLate: Phrase("向上级党组织了解审批情况", "ask the level above how the approval stands")
    case .confirmedEarly:
      Phrase("核对会议日期;预备期满后再讨论", "check the day; discuss it when probation is up")
    case .confirmationOverdue:
      Phrase("提交支部大会讨论转正、延长或取消资格", "bring it before the assembly")
    case .partyAgeDiffers:
      Phrase("党龄自预备期满转正之日算起,更正名册", "membership counts from the end of probation: correct it")
    case .fullBeforeVote:
      Phrase("名册自批复之日起改为正式党员", "let the roll say full from the approval on")
    case .prolongedTwice: Phrase("应讨论转正或取消资格", "confirm or disqualify instead")
    case .prolongationOutOfRange:
      Phrase("延长不少于半年、不超过一年,更正决议时限", "half a year to a year: correct the resolution's day")
    case .stillProbationary: Phrase("报上级批准后更新名册", "bring the roll up to date after approval")
    }
  }
}

extension StudyWarning {
  /// What the rule says of hours of study.
  public var phrase: Phrase {
    switch self {
    case .short(let missing, let target, let daysLeft):
      Phrase(
        "学时差\(Phrase.amount(missing)):应\(Phrase.amount(target)),距年末\(daysLeft)天",
        "study hours: \(Phrase.amount(missing)) of \(Phrase.amount(target)) short, "
          + "\(daysLeft) days left")
    case .withoutTraining:
      Phrase("今年未参加集中培训", "no training course this year")
    case .newSecretaryUntrained(let since, let due):
      Phrase(
        "\(since)任书记,\(due)前应参加任职培训", "secretary since \(since), training was due by \(due)")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .short: Phrase("安排学习,或补录学时", "arrange study, or enter hours not yet recorded")
    case .withoutTraining, .newSecretaryUntrained:
      Phrase("安排培训,或补录培训记录", "arrange training, or enter the record")
    }
  }
}

extension DuesWarning {
  /// What the rule says of dues; amounts in yuan.
  public var phrase: Phrase {
    switch self {
    case .arrears(let months):
      Phrase("党费连续\(months)个月未交", "dues unpaid for \(months) months in a row")
    case .arrearsHalfYear(let months):
      Phrase(
        "党费连续\(months)个月未交,已满六个月", "dues unpaid for \(months) months in a row, six or more")
    case .amountDiffers(let month, let due, let paid, _):
      Phrase(
        "\(month)党费应交\(Dues.yuan(due))元,实交\(Dues.yuan(paid))元",
        "\(month): \(Dues.yuan(due)) yuan due, \(Dues.yuan(paid)) paid")
    case .paidBackTooFar(let month, let paidOn):
      Phrase("\(month)党费\(paidOn)补交,超过六个月", "\(month) was paid on \(paidOn), over six months later")
    case .largeContribution(let month, let beyond):
      Phrase(
        "\(month)多交\(Dues.yuan(beyond))元,属大额党费",
        "\(month): \(Dues.yuan(beyond)) yuan beyond the dues")
    case .paidBeforeAdmission(let month, let admitted):
      Phrase("\(month)已交党费,入党在\(admitted)", "\(month) is paid, admission was on \(admitted)")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .arrears: Phrase("提醒补交,或补录交纳记录", "remind, or enter the payments")
    case .arrearsHalfYear:
      Phrase("了解原因、教育帮助;身份不因此自动改变", "find out why and help; no status changes by itself")
    case .amountDiffers: Phrase("核对基数和实交数", "check base and payment")
    case .paidBackTooFar: Phrase("核对补交月份", "check the months paid for")
    case .largeContribution: Phrase("按大额党费上缴", "pass it on as a large contribution")
    case .paidBeforeAdmission: Phrase("核对月份和入党日期", "check month and day of admission")
    }
  }
}

extension ParticipationWarning {
  /// What the rule says of taking part: something to look into.
  public var phrase: Phrase {
    switch self {
    case .nothingForHalfYear(let meetings, let since):
      Phrase(
        "自\(since)起六个月\(meetings)次会议均未参加",
        "took part in none of \(meetings) meetings in six months (since \(since))")
    case .floatingForHalfYear(let meetings, let since):
      Phrase(
        "流动党员,自\(since)起\(meetings)次会议均未参加",
        "floating member: in none of \(meetings) meetings since \(since)")
    case .floatingNotRecorded(let since):
      Phrase("自\(since)起在外六个月,未登记为流动党员", "away since \(since), not on record as floating")
    case .transferDue(let since):
      Phrase("自\(since)起流动已满六个月", "floating for six months or more, since \(since)")
    case .outOfContact(let since):
      Phrase("自\(since)起失去联系已满六个月", "out of contact for six months, since \(since)")
    case .membershipStopped(let since):
      Phrase("自\(since)起停止党籍已满两年", "membership stopped for two years, since \(since)")
    case .correctionOver(let since):
      Phrase("限期改正自\(since)起已超过一年", "the time given to improve has run a year, since \(since)")
    case .leaderAbsent(let meetings):
      Phrase(
        "今年所在支部(小组)\(meetings)次会议均未参加",
        "in none of \(meetings) meetings of the own branch this year")
    case .leaderInNoBranch:
      Phrase("党员领导干部未编入党支部", "leads an organisation and belongs to no branch")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .nothingForHalfYear:
      Phrase("了解原因;身份不因此自动改变", "find out why; no status changes by itself")
    case .floatingForHalfYear:
      Phrase("了解在流入地参加组织生活情况", "ask how the member takes part where he or she is")
    case .floatingNotRecorded: Phrase("核实后在名册标明流动", "check, and mark as floating on the roll")
    case .transferDue: Phrase("地点固定的应转接组织关系", "where the place is settled, transfer the membership")
    case .outOfContact: Phrase("查找并记录;无果的报上级研究", "search and record it; then ask the level above")
    case .membershipStopped: Phrase("报上级研究处理", "ask the level above what follows")
    case .correctionOver: Phrase("支部讨论改正情况并记录", "discuss how it went, and record it")
    case .leaderAbsent: Phrase("以普通党员身份参加所在支部活动", "take part in the own branch as any member")
    case .leaderInNoBranch: Phrase("在名册填写所在党支部", "enter the branch on the roll")
    }
  }
}

extension Phrase {
  /// A number without a needless `.0`.
  static func amount(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
