import OrganizationLife

// What is said where things are followed up: 迎检自查, terms, dates, dues.
extension Phrase {
  // MARK: Menus

  /// 迎检自查
  public static let menuInspection = Phrase("迎检自查", "Self-inspection")
  /// 迎检自查 of another year
  public static func menuInspectionOf(_ year: Int) -> Phrase {
    Phrase("迎检自查(\(year)年)", "Self-inspection of \(year)")
  }
  /// So many lines of 迎检自查 so far, of so many organisations.
  public static func inspectedSoFar(_ done: Int, of all: Int) -> Phrase {
    Phrase("正在核对 \(done)/\(all)", "checking \(done)/\(all)")
  }
  /// All lines of 迎检自查.
  public static func inspectionLines(_ count: Int) -> Phrase {
    Phrase("共\(count)条", "\(count) in all")
  }
  /// Heading: all lines
  public static let headingAll = Phrase("合计", "All")
  /// Heading: 应开未开
  public static let headingNotHeld = Phrase("应开未开", "Owed")
  /// Heading: records that lack something or contradict themselves
  public static let headingRecords = Phrase("记录", "Records")
  /// Heading: what rules say of organisation and members
  public static let headingRules = Phrase("条例提示", "By rule")
  /// 补学
  public static let menuMakeUps = Phrase("补学", "Lessons to make up")
  /// 流程
  public static let menuProcedures = Phrase("流程进度", "Procedures")
  /// 任期与换届
  public static let menuTerms = Phrase("任期与换届", "Terms")
  /// 已办结
  public static let menuSettledMatters = Phrase("已办结事项", "Matters closed")
  /// 本月日期
  public static let menuDates = Phrase("本月政治生日与到期", "Dates of the month")
  /// 备题
  public static func titleAgenda(_ kind: String) -> Phrase {
    Phrase("备题 · \(kind)", "For the next: \(kind)")
  }
  /// What falls into a month.
  public static func titleDates(_ month: Period) -> Phrase {
    Phrase("\(month) 政治生日与到期", "Dates of \(month)")
  }

  // MARK: Columns

  /// Column: whom or what it is about
  public static let headingSubject = Phrase("对象", "About")
  /// Column: what was found
  public static let headingFinding = Phrase("问题", "Finding")
  /// Column: what was missed
  public static let headingMissed = Phrase("缺席", "Missed")
  /// Column: 原因
  public static let headingReason = Phrase("原因", "Reason")
  /// Column: how it was made up
  public static let headingMadeUp = Phrase("补学情况", "Made up")
  /// Column: the step reached
  public static let headingStep = Phrase("到哪一步", "At")
  /// Column: the next step
  public static let headingNext = Phrase("下一步", "Next")
  /// Column: 流程
  public static let headingProcedure = Phrase("流程", "Procedure")
  /// Column: 选举日期
  public static let headingElected = Phrase("选举", "Elected")
  /// Column: 届满
  public static let headingEnds = Phrase("届满", "Up on")
  /// Column: the clock of a term
  public static let headingClock = Phrase("时限", "Clock")
  /// Column: empty seats
  public static let headingVacancy = Phrase("空缺", "Empty")
  /// Column: what happens on a date
  public static let headingOccasion = Phrase("事由", "Occasion")
  /// Column: 基数
  public static let headingBase = Phrase("基数(元)", "Base")
  /// Column: 比例
  public static let headingRate = Phrase("比例", "Rate")
  /// Column: 月应交
  public static let headingMonthlyDue = Phrase("月应交", "Monthly")
  /// Column: 交至
  public static let headingPaidThrough = Phrase("交至", "Paid to")
  /// Column: months in arrears
  public static let headingArrears = Phrase("欠(月)", "Arrears")
  /// Column: 欠额
  public static let headingOwed = Phrase("欠额(元)", "Owed")
  /// Column: an item proposed
  public static let headingProposal = Phrase("可列议题", "Item")
  /// Column: where it comes from
  public static let headingOrigin = Phrase("来由", "From")

  // MARK: 迎检自查

  /// Nothing was found.
  public static let nothingFoundInYear = Phrase(
    "本年没有发现欠缺。Esc 返回。", "Nothing is lacking this year. Esc goes back.")
  /// Label: what was found
  public static let labelFinding = Phrase("问题", "Finding")
  /// Label: what to do
  public static let labelRemedy = Phrase("怎么办", "What to do")
  /// Label: where to correct it
  public static let labelCorrect = Phrase("去更正", "Correct")
  /// The place where it is corrected.
  public static func correctField(_ field: Phrase, item: Int?) -> Phrase {
    let chinese = item.map { "议题\($0) " } ?? ""
    let english = item.map { "item \($0): " } ?? ""
    return Phrase(
      "Enter 打开记录的“\(chinese)\(field.chinese)”", "Enter opens \(english)\(field.english)")
  }
  /// Enter what was held.
  public static func enterMissing(_ kind: String) -> Phrase {
    Phrase("Enter 补录\(kind)", "Enter records it: \(kind)")
  }
  /// Enter the roll or the organisation.
  public static let correctRoll = Phrase("Enter 打开登记", "Enter opens the roll")
  /// Take the step.
  public static let correctStep = Phrase("Enter 登记下一步", "Enter records the next step")

  // MARK: Terms

  /// Empty: terms
  public static let noTerms = Phrase(
    "没有要换届的组织。Esc 返回。", "No organisation here has a term. Esc goes back.")
  /// The reminder is due.
  public static func noticeTime(_ months: Int) -> Phrase {
    Phrase("提醒期,剩\(months)个月", "remind: \(months) months left")
  }
  /// It was reminded.
  public static func remindedOn(_ day: String) -> Phrase {
    Phrase("已提醒 \(day)", "reminded \(day)")
  }
  /// It was prolonged.
  public static func prolongedUntil(_ day: String) -> Phrase {
    Phrase("延期至\(day)", "prolonged to \(day)")
  }
  /// Empty seats.
  public static func emptySeats(_ empty: EmptySeats, since day: String) -> Phrase {
    let posts = empty.posts.joined(separator: "、")
    let count = empty.posts.count == empty.count ? "" : "\(empty.count)名"
    return Phrase(
      "\(posts)\(count)(自\(day))",
      "\(posts.isEmpty ? "" : posts + " ")\(count.isEmpty ? "" : "\(empty.count) ")since \(day)")
  }
  /// The day of the election is not on record.
  public static let termUnknown = Phrase("未填选举日期", "no election on record")

  // MARK: Dates and dues

  /// Empty: dates
  public static let noDates = Phrase(
    "这个月没有政治生日和到期事项。Esc 返回。", "Nothing falls into this month. Esc goes back.")
  /// The how-manieth political birthday.
  public static func politicalBirthday(_ years: Int) -> Phrase {
    Phrase("第\(years)个政治生日", "political birthday no. \(years)")
  }
  /// A probation ends.
  public static let probationEnds = Phrase("预备期满", "probation ends")
  /// A term ends.
  public static let termEndsHere = Phrase("任期届满", "term ends")
  /// Empty: dues
  public static let noDues = Phrase(
    "没有党费记录,或您无权查看(restricted)。Esc 返回。",
    "No dues are recorded, or you may not read them. Esc goes back.")
  /// The reminder of the 25th.
  public static func monthEndReminder(_ count: Int) -> Phrase {
    Phrase("月末提醒:\(count)项要在期内开", "Month's end: \(count) still to be held")
  }
  /// Empty: an agenda
  public static let noProposals = Phrase(
    "台账里没有要列入的事。按 n 或 F7 直接记录会议。", "Nothing is proposed. Press n or F7 to record the meeting.")
}

extension Proposal {
  /// The item as it would stand on the agenda; what the unit wrote stays as it is.
  public var title: Phrase {
    switch self {
    case .preset(let text): Phrase(verbatim: text)
    case .openResolution(let matter): .itemResolution(matter.title)
    case .endedProbation(let probation): .itemConfirmation(probation.member.name)
    case .endingTerm(let term): .itemElection(term.ends)
    case .birthdays(let birthdays): .itemBirthdays(birthdays.map(\.member.name))
    case .makeUps(let lines): .itemMakeUps(lines.count)
    case .step(let standing, let step): .itemStep(standing.subject.name, step.step.title)
    case .review(let standing, let clock): .itemStep(standing.subject.name, clock.step.title)
    case .vacancy(let vacancy): .itemVacancy(vacancy.seats)
    case .owed(let line): .itemOwed(line.obligation.title)
    }
  }

  /// Where it comes from, in a word or two.
  public var origin: Phrase {
    switch self {
    case .preset: Phrase("固定议题", "preset")
    case .openResolution: Phrase("上次决议", "resolution")
    case .endedProbation: Phrase("预备期满", "probation")
    case .endingTerm: Phrase("换届", "term")
    case .birthdays: Phrase("政治生日", "birthdays")
    case .makeUps: Phrase("待补学", "to make up")
    case .step: Phrase("流程", "procedure")
    case .review: Phrase("定期考察", "review")
    case .vacancy: Phrase("委员空缺", "empty seat")
    case .owed: Phrase("应开未开", "owed")
    }
  }

  /// The origin as other programs know it.
  public var code: String {
    switch self {
    case .preset: "preset"
    case .openResolution: "resolution"
    case .endedProbation: "probation"
    case .endingTerm: "term"
    case .birthdays: "birthdays"
    case .makeUps: "makeups"
    case .step: "step"
    case .review: "review"
    case .vacancy: "vacancy"
    case .owed: "owed"
    }
  }

  /// The records behind it.
  public var evidence: [Reference] {
    switch self {
    case .preset: []
    case .openResolution(let matter): [matter.reference]
    case .endedProbation(let probation): [probation.member.reference]
    case .endingTerm(let term): [term.organization.reference]
    case .birthdays(let birthdays): birthdays.map(\.member.reference)
    case .makeUps(let lines): lines.map(\.reference)
    case .step(let standing, _), .review(let standing, _):
      standing.done.last?.evidence ?? []
    case .vacancy(let vacancy): vacancy.evidence
    case .owed(let line): line.evidence
    }
  }
}

extension AdmissionStage {
  /// How far it has come.
  public var phrase: Phrase {
    switch self {
    case .onTheWay: Phrase("培养考察中", "on the way")
    case .refused: Phrase("支部大会未通过", "not taken in")
    case .awaitingApproval: Phrase("大会已通过,待上级批复", "voted in, awaiting approval")
    case .onProbation: Phrase("预备期内", "on probation")
    case .probationOver: Phrase("预备期满,待讨论转正", "probation over, to be decided")
    case .awaitingConfirmation: Phrase("转正已通过,待上级批复", "confirmed by vote, awaiting approval")
    case .confirmed: Phrase("已转正", "full member")
    case .disqualified: Phrase("已表决取消资格", "disqualified by vote")
    }
  }
}

extension ConfirmationTiming {
  /// When 转正 was decided, seen from the end of the probation.
  public var phrase: Phrase {
    switch self {
    case .early(let days): Phrase("早\(days)天", "\(days) days early")
    case .prompt: Phrase("按时", "in time")
    case .late(let days): Phrase("迟\(days)天", "\(days) days late")
    }
  }
}

extension Citation {
  /// The article with how binding it is behind it, for a narrow column.
  public var shortPhrase: Phrase {
    article.isEmpty ? Phrase.word(level) : Phrase(verbatim: article)
  }
}

extension DateOccasion {
  /// What falls on the day.
  public var phrase: Phrase {
    switch self {
    case .politicalBirthday(let years): .politicalBirthday(years)
    case .probationEnds: .probationEnds
    case .termEnds: .termEndsHere
    }
  }

  /// What kind of day it is, in a word.
  public var word: Phrase {
    switch self {
    case .politicalBirthday: Phrase("政治生日", "birthday")
    case .probationEnds: Phrase("预备期满", "probation")
    case .termEnds: Phrase("任期届满", "term")
    }
  }

  /// The occasion as other programs know it.
  public var code: String {
    switch self {
    case .politicalBirthday: "birthday"
    case .probationEnds: "probation"
    case .termEnds: "term"
    }
  }
}

extension Phrase {
  /// Label: pairs of committee members who have not talked
  public static let talksBetweenCommittee = Phrase("委员之间未谈", "Committee")
  /// Label: members whom no committee member has talked with
  public static let talksWithoutCommittee = Phrase("支委未谈", "No officer")
  /// Label: members who have talked with no other
  public static let talksWithoutMember = Phrase("党员间未谈", "No member")
  /// Label: 1+N
  public static let talksOfPairings = Phrase("1+N未谈", "1+N open")
}

extension Phrase {
  /// Procedures that are late.
  public static let panelLateProcedures = Phrase("流程超期", "Late steps:")
  /// Label: the way into the Party
  public static let labelAdmission = Phrase("入党转正", "Admission")
  /// 大会日 of the admission
  public static let dateOfAdmissionMeeting = Phrase("接收大会", "assembly")
  /// 大会日 of 转正
  public static let dateOfConfirmationMeeting = Phrase("转正大会", "confirmed by vote")
  /// From when 党龄 counts
  public static let partyAgeCountsFrom = Phrase("党龄自", "counts from")
}
