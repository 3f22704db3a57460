import Archive

extension Phrase {
  // MARK: Small words

  /// Between things in a row.
  public static let listSeparator = Phrase("、", ", ")
  /// Between clauses.
  public static let clauseSeparator = Phrase("; ", "; ")
  /// 欠N项, in periods that still run
  public static func missingNow(_ count: Int) -> Phrase {
    Phrase("本期欠\(count)项", "\(count) due now")
  }
  /// 欠N项
  public static func missing(_ count: Int) -> Phrase { Phrase("欠\(count)项", "\(count) missing") }
  /// 已开齐
  public static let complete = Phrase("已开齐", "complete")
  /// A day by which something is due.
  public static func before(_ day: String) -> Phrase { Phrase("\(day)前", "by \(day)") }
  /// A day on which something was held.
  public static func held(_ day: String) -> Phrase { Phrase("\(day) 已开", "held \(day)") }
  /// 超期N天
  public static func overdue(_ days: Int) -> Phrase {
    Phrase("超期\(days)天", "\(days) days over")
  }
  /// 定稿
  public static let final = Phrase("定稿", "signed off")
  /// 未定稿
  public static let unfinished = Phrase("未定稿", "not final")
  /// Nobody, nothing.
  public static let none = Phrase("无", "none")
  /// No reason is recorded.
  public static let noReason = Phrase("未注明原因", "no reason given")
  /// 第N项
  public static func item(_ number: Int) -> Phrase { Phrase("议题\(number)", "Item \(number)") }
  /// A part of a theme day.
  public static func part(_ number: Int) -> Phrase { Phrase("环节\(number)", "Part \(number)") }
  /// So many people.
  public static func people(_ count: Int) -> Phrase { Phrase("\(count)人", "\(count) people") }
  /// 人工: given by a person.
  public static let byHand = Phrase("人工", "by hand")
  /// `2026年第1次支部党员大会`
  public static func numbered(_ title: String, year: Int, number: Int) -> Phrase {
    Phrase("\(year)年第\(number)次\(title)", "\(title) \(year) no. \(number)")
  }
  /// 分批
  public static func sitting(_ index: Int, of total: Int) -> Phrase {
    Phrase("(分批\(index)/\(total))", "(sitting \(index) of \(total))")
  }
  /// A month in a row of them.
  public static func monthNumber(_ month: Int) -> Phrase {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return Phrase("\(month)月", names.indices.contains(month - 1) ? names[month - 1] : "\(month)")
  }

  // MARK: Lists

  /// The label before the line that filters.
  public static let filterLabel = Phrase("筛选:", "Filter:")
  /// The selected row's place among those that match, and how many there are in all.
  public static func position(_ position: Int, of matching: Int, among all: Int) -> Phrase {
    Phrase("\(position)/\(matching) 共\(all)", "\(position)/\(matching) of \(all)")
  }
  /// 组织
  public static let titleOrganizations = Phrase("党组织", "Organisations")
  /// What was held.
  public static let titleActivities = Phrase("全部记录", "What was held")
  /// 待落实事项
  public static let titleMatters = Phrase("待落实事项", "Open matters")
  /// 统计
  public static func titleStatistics(_ year: Int) -> Phrase {
    Phrase("\(year)年统计", "Counts of \(year)")
  }
  /// Asks who is working.
  public static let titleIdentities = Phrase("您是哪一位", "Who are you?")
  /// The versions of a record.
  public static let titleHistory = Phrase("历次修改", "History")
  /// The records of a person or organisation from the first to the newest.
  public static func snapshotsOf(_ name: String) -> Phrase {
    Phrase("\(name) · 历次登记", "\(name) · as entered over time")
  }
  /// The records behind an answer.
  public static let evidence = Phrase("依据", "Evidence")

  /// Column: 名称
  public static let headingName = Phrase("名称", "Name")
  /// Column: 级别
  public static let headingLevel = Phrase("级别", "Level")
  /// Column: 书记
  public static let headingSecretary = Phrase("书记", "Secretary")
  /// Column: 党员
  public static let headingMembers = Phrase("党员", "Members")
  /// Column: 应办
  public static let headingDue = Phrase("应办", "Due")
  /// Column: 姓名
  public static let headingPerson = Phrase("姓名", "Name")
  /// Column: 党小组
  public static let headingGroup = Phrase("党小组", "Group")
  /// Column: 支部
  public static let headingBranch = Phrase("支部", "Branch")
  /// Column: 状态 of a person
  public static let headingStatus = Phrase("身份", "Status")
  /// Column: 职务
  public static let headingPost = Phrase("职务", "Post")
  /// Column: 年度到会
  public static let headingYearAttendance = Phrase("年度到会", "Attended")
  /// Column: 待补学
  public static let headingMakeUps = Phrase("补学", "Make up")
  /// Column: 存于
  public static let headingSaved = Phrase("存于", "Saved")
  /// Column: 日期
  public static let headingDate = Phrase("日期", "Date")
  /// Column: 类别
  public static let headingKind = Phrase("类别", "Kind")
  /// Column: 第N次
  public static let headingNumber = Phrase("次", "No.")
  /// Column: 到会/应到
  public static let headingPresent = Phrase("到会", "Present")
  /// Column: 状态 of a record or matter
  public static let headingState = Phrase("状态", "State")
  /// Column: 迟录
  public static let headingLate = Phrase("迟录", "Late")
  /// Column: 今年
  public static let headingThisYear = Phrase("今年", "This year")
  /// Column: 最近
  public static let headingLatest = Phrase("最近", "Latest")
  /// Column: 未定稿
  public static let headingUnfinished = Phrase("未定稿", "Not final")
  /// Column: 次数
  public static let headingTimes = Phrase("次数", "Times")
  /// Column: 人次
  public static let headingPersonTimes = Phrase("人次", "Person-times")
  /// Column: 应办事项
  public static let headingDuty = Phrase("事项", "Duty")
  /// Column: 时限
  public static let headingUntil = Phrase("时限", "Until")
  /// Column: 依据 of a duty
  public static let headingRule = Phrase("依据", "Rule")
  /// Column: 事项
  public static let headingMatter = Phrase("事项", "Matter")
  /// Column: 责任人
  public static let headingOwners = Phrase("责任人", "Owner")
  /// Column: 提出
  public static let headingOpened = Phrase("提出", "Opened")
  /// Column: 部分
  public static let headingSection = Phrase("部分", "Section")
  /// Column: 条目
  public static let headingQuestion = Phrase("条目", "Asked")

  /// Column: 党组织
  public static let headingOrganization = Phrase("党组织", "Organisation")
  /// Column: 标题
  public static let headingTitle = Phrase("标题", "Title")
  /// Column: 周期
  public static let headingPeriod = Phrase("周期", "Period")
  /// Column: how binding a rule is
  public static let headingBinding = Phrase("性质", "Level")
  /// Column: 已/应
  public static let headingDone = Phrase("已/应", "Done")
  /// Column: 号
  public static let headingItem = Phrase("号", "No.")
  /// Column: 结论
  public static let headingAnswer = Phrase("结论", "Answer")
  /// Column: how many records stand behind it
  public static let headingEvidence = Phrase("依据", "Evidence")
  /// The record was altered after it was written.
  public static let alteredRecord = Phrase(
    "写入后被改动过,不计入;见 设置→台账校验", "Altered after it was written, and not counted: see Verify")

  /// Empty: nothing at all.
  public static let nothingHere = Phrase("这里没有内容。Esc 返回。", "There is nothing here. Esc goes back.")
  /// Empty: drafts.
  public static let noDrafts = Phrase(
    "没有未完成的草稿。", "There are no unfinished drafts.")
  /// Empty: organisations.
  public static let noOrganizations = Phrase(
    "还没有党组织。按 o 或 F5 新设一个。", "There is no organisation yet. Press o or F5 to set one up.")
  /// Empty: people.
  public static let noMembers = Phrase(
    "还没有党员。按 n 或 F7 登记一名,按 p 或 F5 粘贴整个花名册。",
    "There is nobody on the roll yet. Press n or F7 to enter a person, p or F5 to paste a roster.")
  /// Empty: people to choose from.
  public static let noIdentities = Phrase(
    "名册里还没有人。按 Esc 返回,先登记党员。",
    "There is nobody on the roll yet. Press Esc and enter a person first.")
  /// The line of the list of who one is for whoever is not in it.
  public static let notOnTheRoster = Phrase("名册里没有我,另填", "I am not on the roster")
  /// Empty: what was held.
  public static let noActivities = Phrase(
    "还没有记录。按 n 或 F7 新记录。", "Nothing is recorded yet. Press n or F7 for a new record.")
  /// Empty: evidence.
  public static let noEvidence = Phrase(
    "这一项背后没有记录。Esc 返回。", "There are no records behind this. Esc goes back.")
  /// Empty: kinds.
  public static let noKinds = Phrase(
    "目录里没有适用于这一级组织的活动种类,请看 catalog/kind.rec。",
    "The catalogue has no kind for an organisation of this level: see catalog/kind.rec.")
  /// Empty: what is due.
  public static let nothingDue = Phrase(
    "没有应办事项(目录里没有适用于这一级组织的)。",
    "Nothing is owed: the catalogue asks nothing of this level.")
  /// Empty: matters.
  public static let noMatters = Phrase(
    "没有待落实的事项。按 n 或 F7 登记一项。",
    "Nothing is open. Press n or F7 to enter a matter.")
  /// Empty: a checklist.
  public static let noChecklist = Phrase(
    "目录里没有这个清单,或没有适用于这一级组织的条目,请看 catalog/checklist.rec。",
    "The catalogue has no such checklist, or no line for this level: see catalog/checklist.rec.")
  /// A record that is not in the log.
  public static let missingRecord = Phrase("记录不在", "not there")
  /// Asks before a draft is thrown away.
  public static func discardDraft(_ title: String) -> Phrase {
    Phrase("放弃草稿「\(title)」?不能恢复。", "Throw “\(title)” away? It cannot be brought back.")
  }
  /// 迟N天
  public static func enteredLate(_ days: Int) -> Phrase {
    Phrase("迟\(days)天", "\(days) days")
  }
  /// A kind that organisations of another level hold.
  public static func kindOfOthers(_ title: String) -> Phrase {
    Phrase(
      "\(title)由下级组织记录,请先在组织树里进入那个组织",
      "\(title) is recorded by an organisation below: open that one first")
  }
  /// A kind of which no new records are offered: it is switched off, or its pack is.
  public static func kindNotOffered(_ title: String) -> Phrase {
    Phrase(
      "\(title)没有启用(设置、做法包),已有的记录仍可看和更正",
      "\(title) is not switched on (settings, packs); its records are read and corrected as before")
  }
  /// The list of members ends here.
  public static let lastMember = Phrase("已是最后一人", "This is the last one")
  /// The list of members begins here.
  public static let firstMember = Phrase("已是第一人", "This is the first one")

  // MARK: Records

  /// What a record of a type is called.
  public static func recordType(_ type: String) -> Phrase {
    recordTypes[type] ?? Phrase(verbatim: type)
  }
  private static let recordTypes: [String: Phrase] = [
    "organization": Phrase("党组织", "Organisation"),
    "member": Phrase("党员登记", "Member"),
    "activity": Phrase("活动记录", "Activity"),
    "matter": Phrase("事项", "Matter"),
    "document": Phrase("文件", "Document"),
    "honor": Phrase("荣誉", "Honour"),
    "review": Phrase("检查", "Review"),
    "procedure": Phrase("流程", "Procedure"),
    "plan": Phrase("计划", "Plan"),
    "team": Phrase("队伍", "Team"),
    "figure": Phrase("数据", "Figure"),
    "dues": Phrase("党费", "Dues"),
    "seal": Phrase("封卷", "Seal"),
  ]
  /// A member who is not there.
  public static func memberUnknown(_ id: String) -> Phrase {
    Phrase("没有编号为 \(id) 的党员", "There is no member \(id)")
  }
  /// An organisation that is not there.
  public static func organizationUnknown(_ id: String) -> Phrase {
    Phrase("没有编号为 \(id) 的党组织", "There is no organisation \(id)")
  }
  /// A record that is not there.
  public static func recordUnknown(_ id: String) -> Phrase {
    Phrase("没有编号为 \(id) 的记录", "There is no record \(id)")
  }
  /// A checklist line that is not there.
  public static func itemUnknown(_ id: String) -> Phrase {
    Phrase("清单里没有条目 \(id)", "The checklist has no line \(id)")
  }
  /// 作废, by whom, when and why.
  public static func withdrawn(_ reason: String, by name: String, at moment: String) -> Phrase {
    Phrase("已作废(\(name) \(moment)): \(reason)", "Withdrawn (\(name) \(moment)): \(reason)")
  }
  /// 已作废
  public static let isWithdrawn = Phrase(
    "这条记录已作废,不计入", "This record was withdrawn and does not count")
  /// A newer version holds.
  public static func replaced(_ id: String) -> Phrase {
    Phrase("已更正,现行的是 \(id)", "Corrected; what holds now is \(id)")
  }
  /// Several corrections of one version.
  public static func conflict(_ count: Int) -> Phrase {
    Phrase(
      "有\(count)份更正并存,暂以最后一份为准;请作废不对的",
      "\(count) corrections stand side by side; the last holds until the wrong ones are withdrawn")
  }
  /// So many versions.
  public static func versions(_ count: Int) -> Phrase {
    Phrase("共\(count)次", count == 1 ? "1 version" : "\(count) versions")
  }
  /// So many fields.
  public static func fields(_ count: Int) -> Phrase {
    Phrase("\(count)个字段", "\(count) fields")
  }
  /// A change of a record that was not signed off yet.
  public static let changedDraft = Phrase("修改", "Changed")
  /// Two versions say the same.
  public static let noDifference = Phrase("内容没有差别", "no difference")
  /// Lines that did not change.
  public static func sameLines(_ count: Int) -> Phrase {
    Phrase("(\(count)行未改)", count == 1 ? "(1 line unchanged)" : "(\(count) lines unchanged)")
  }
}

extension Version.Kind {
  /// What the step was.
  public var phrase: Phrase {
    switch self {
    case .entered: Phrase("录入", "Entered")
    case .corrected: Phrase("更正", "Corrected")
    case .finished: Phrase("定稿", "Signed off")
    case .followed: Phrase("接续", "Went on")
    case .withdrawn: Phrase("作废", "Withdrawn")
    case .restored: Phrase("恢复", "Restored")
    case .conflict: Phrase("更正(并存)", "Corrected (in conflict)")
    }
  }
}
