import OrganizationLife

extension TermWarning {
  /// What the rule says of a term or of empty seats.
  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase("未填选举日期,任期不明", "no day of election: the term is not known")
    case .noticeDue(let ends):
      Phrase("任期\(ends)届满,已到提醒期", "the term is up on \(ends): time to remind")
    case .overdue(let ends, let days):
      Phrase("任期\(ends)届满,超期\(days)天", "the term was up on \(ends), \(days) days ago")
    case .extensionTooLong(let until, let latest):
      Phrase("延期至\(until),一般不超过\(latest)", "prolonged to \(until), usually to \(latest) at most")
    case .extensionApprovedLate(let approved, let ends):
      Phrase("\(ends)届满后\(approved)才批复延期", "prolonged on \(approved), after the end on \(ends)")
    case .electedEarly(let day, let due):
      Phrase("\(day)提前换届(应\(due)),未见批复", "elected on \(day), before \(due), without approval")
    case .electedLate(let day, let due):
      Phrase("\(day)换届,晚于届满\(due)", "elected on \(day), after the end on \(due)")
    case .vacancy(let seats, let since, let due):
      Phrase(
        "委员空缺\(seats)名(自\(since)),应在\(due)前补选", "\(seats) empty since \(since): fill by \(due)")
    case .vacancyTooLong(let seats, let since, let due):
      Phrase(
        "委员空缺\(seats)名(自\(since)),\(due)已满三个月", "\(seats) empty since \(since), over three months")
    case .byElectionRestarted(let day, let from):
      Phrase(
        "\(day)似为补选,任期应自\(from)算起", "\(day) looks like a by-election: the term runs from \(from)")
    case .unusualTerm(let years, let usual):
      Phrase("任期填\(years)年,一般为\(usual)年", "a term of \(years) years, usually \(usual)")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .unknown: Phrase("填写选举日期", "enter the day of the election")
    case .noticeDue: Phrase("提醒并着手准备换届", "remind, and prepare the election")
    case .overdue: Phrase("尽快换届,或报批延期", "elect, or ask to prolong the term")
    case .extensionTooLong: Phrase("核对批复的期限", "check until when it was approved")
    case .extensionApprovedLate: Phrase("核对批复日期", "check the day of the approval")
    case .electedEarly: Phrase("补录提前换届的批复", "enter the approval of the early election")
    case .electedLate: Phrase("补录延期批复;没有的注明原因", "enter the approval to prolong, or note why")
    case .vacancy, .vacancyTooLong:
      Phrase("补选,并更新任职名单", "fill it, and bring the officers up to date")
    case .byElectionRestarted: Phrase("把选举日期改回上次换届之日", "give the day of the election before")
    case .unusualTerm: Phrase("核对任期年数", "check the years")
    }
  }
}

extension SizeWarning {
  /// What the rule says of an organisation's size and form.
  public var phrase: Phrase {
    switch self {
    case .tooFewFullMembers(let full):
      Phrase("正式党员\(full)人,不足3人", "\(full) full members, fewer than 3")
    case .tooManyMembers(let members):
      Phrase("党员\(members)人,一般不超过50人", "\(members) members, over 50")
    case .tooManyUnits(let units): Phrase("联合\(units)个单位,一般不超过5个", "joins \(units) units, over 5")
    case .temporaryForLong(let since):
      Phrase("临时党支部自\(since)起已满六个月", "a temporary branch for six months, since \(since)")
    case .committeeMissing(let full, let officers):
      Phrase("正式党员\(full)人,应设支委会,现任\(officers)人", "\(full) full members and \(officers) officers")
    case .committeeTooLarge(let officers):
      Phrase("支委会\(officers)人,一般不超过7人", "a committee of \(officers), over 7")
    case .committeeNotNeeded(let full, let officers):
      Phrase("正式党员\(full)人不足7人,任职\(officers)人", "\(full) full members, yet \(officers) officers")
    case .secretaryMissing: Phrase("没有书记", "nobody is secretary")
    case .generalBranchTooLarge(let members):
      Phrase("党总支党员\(members)人,满100人应设党委", "a general branch of \(members), 100 or more")
    case .generalBranchSmall(let members):
      Phrase("党总支党员\(members)人,不足50人", "a general branch of \(members), fewer than 50")
    case .groupTooSmall(let members):
      Phrase("党小组\(members)人,不足3人", "a group of \(members), fewer than 3")
    case .groupWithoutFullMember: Phrase("党小组没有正式党员", "a group without a full member")
    case .groupWithoutHead: Phrase("党小组未登记组长", "the group's head is not on record")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .tooFewFullMembers: Phrase("与邻近单位成立联合党支部", "form a joint branch")
    case .tooManyMembers: Phrase("报上级调整设置", "ask the level above to divide it")
    case .tooManyUnits: Phrase("核对覆盖单位,报上级调整", "check the units, ask the level above")
    case .temporaryForLong: Phrase("及时撤销,或改设党支部", "end it, or form a branch")
    case .committeeMissing: Phrase("选举支委会,或更新任职名单", "elect one, or bring the officers up to date")
    case .committeeTooLarge: Phrase("核对任职名单", "check the officers")
    case .committeeNotNeeded:
      Phrase("一般设书记1名,必要时副书记1名", "a secretary does, with a deputy if needed")
    case .secretaryMissing: Phrase("选举书记,或更新任职名单", "elect one, or bring the officers up to date")
    case .generalBranchTooLarge, .generalBranchSmall:
      Phrase("核对人数,报上级调整设置", "check the number, ask the level above")
    case .groupTooSmall, .groupWithoutFullMember: Phrase("调整党小组编组", "arrange the groups otherwise")
    case .groupWithoutHead: Phrase("指定或推荐组长并登记", "name a head and record it")
    }
  }
}

extension AppraisalWarning {
  /// What the rule says of a 民主评议 or an 组织生活会.
  public var phrase: Phrase {
    switch self {
    case .tooManyExcellent(let count, let most, let members):
      Phrase(
        "优秀\(count)人,党员\(members)人至多\(most)人", "\(count) excellent, at most \(most) of \(members)")
    case .probationaryGraded(let member, let grade):
      Phrase(
        "预备党员\(member.name)定了等次(\(grade.rawValue))",
        "\(member.name), probationary, was given a grade")
    case .ungraded(let members):
      Phrase("未定等次:\(Phrase.names(members).chinese)", "no grade: \(Phrase.names(members).english)")
    case .stepsMissing(let steps):
      Phrase(
        "民主评议未见\(steps.map(\.rawValue).joined(separator: "、"))",
        "steps not recorded: \(steps.map { $0.phrase.english }.joined(separator: ", "))")
    case .unprepared(let parts):
      Phrase(
        "组织生活会前未见\(parts.map(\.rawValue).joined(separator: "、"))",
        "not recorded before the meeting: "
          + parts.map { $0.phrase.english }.joined(separator: ", "))
    case .withoutMeasures: Phrase("组织生活会没有整改措施", "no measure came of the meeting")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .tooManyExcellent: Phrase("核对等次,优秀不超过三分之一", "check the grades: a third at most")
    case .probationaryGraded:
      Phrase("预备党员参加评议,不定等次", "probationary members take part, without a grade")
    case .ungraded: Phrase("补记评定等次", "enter the grades")
    case .stepsMissing, .unprepared: Phrase("补录相应记录", "enter the records")
    case .withoutMeasures:
      Phrase("把整改措施记为决议,写明责任人、时限", "record measures as resolutions, by whom and when")
    }
  }
}

extension AppraisalStep {
  /// 自评 …
  public var phrase: Phrase {
    switch self {
    case .selfAppraisal: Phrase(rawValue, "self-appraisal")
    case .mutualAppraisal: Phrase(rawValue, "mutual appraisal")
    case .poll: Phrase(rawValue, "poll")
    }
  }
}

extension LifeMeetingPart {
  /// 学习 …
  public var phrase: Phrase {
    switch self {
    case .study: Phrase(rawValue, "study")
    case .talks: Phrase(rawValue, "talks")
    case .opinions: Phrase(rawValue, "opinions heard")
    }
  }
}

extension MatterWarning {
  /// What is said of a finding.
  public var phrase: Phrase {
    switch self {
    case .repeated(let times, let last):
      Phrase(
        "一年内重复发现,此前\(times)次,最近\(last)", "found before within a year, \(times) times, last \(last)")
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .repeated: Phrase("查明原因,完善制度后销号", "find the cause before closing it")
    }
  }
}

extension ProcedureWarning {
  /// What the clocks of a procedure say.
  public var phrase: Phrase {
    switch self {
    case .early(let step, let day, let earliest):
      Phrase("\(step.title)在\(day),早于\(earliest)", "\(step.title) on \(day), before \(earliest)")
    case .late(let step, let day, let latest):
      Phrase("\(step.title)在\(day),晚于\(latest)", "\(step.title) on \(day), after \(latest)")
    case .overdue(let step, let latest):
      Phrase("\(step.title)应在\(latest)前,尚未办理", "\(step.title) was due by \(latest)")
    case .outOfOrder(let step, let missing):
      Phrase(
        "\(step.title)之前未见\(missing.joined(separator: "、"))",
        "before \(step.title) not recorded: \(missing.joined(separator: ", "))")
    case .clockOverdue(let step, let due):
      Phrase("\(step.title)应在\(due)前再办一次", "\(step.title) was due again by \(due)")
    case .tooShort(let step, let hours, let days):
      Phrase(
        "\(step.title)\(days)天\(Phrase.amount(hours))学时,不足规定",
        "\(step.title): \(days) days, \(Phrase.amount(hours)) hours, too short")
    case .receiptOverdue(_, let validThrough):
      Phrase("介绍信\(validThrough)到期,未收到回执,仍属本组织", "no receipt by \(validThrough): still ours")
    case .leftBeforeReceipt(let since, let receipt):
      Phrase(
        "\(since)已移出名册," + (receipt.map { "回执\($0)才到" } ?? "尚无回执"),
        "off the roll since \(since), " + (receipt.map { "receipt \($0)" } ?? "no receipt yet"))
    }
  }

  /// What to do about it.
  public var remedy: Phrase {
    switch self {
    case .early, .late: Phrase("核对日期", "check the day")
    case .overdue, .clockOverdue: Phrase("办理,或补录这一步", "take the step, or enter it")
    case .outOfOrder: Phrase("补录前面的步骤", "enter the steps before")
    case .tooShort: Phrase("补足培训,或补录学时", "train more, or enter the hours")
    case .receiptOverdue: Phrase("联系接收方索取回执", "ask the other side for the receipt")
    case .leftBeforeReceipt: Phrase("收到回执前保留在名册", "keep the member on the roll until received")
    }
  }
}
