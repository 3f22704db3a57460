import OrganizationLife

extension RecordShape {
  static let organization: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Name!", .line),
    FieldShape("Level!", .choice(OrganizationLevel.allCases.map(\.rawValue))),
    FieldShape("Parent", .organization), FieldShape("Since!", .date), FieldShape("Until", .date),
    FieldShape("Elected", .date), FieldShape("Term", .number), FieldShape("Officer*", .officer),
    FieldShape("Unit*", .line),
  ]

  static let member: [FieldShape] = [
    FieldShape("Member!", .member), FieldShape("Name!", .line),
    FieldShape("Organization!", .organization), FieldShape("Group", .organization),
    FieldShape("Status!", .choice(MemberStatus.allCases.map(\.rawValue))),
    FieldShape("Category", .choice(["在职", "离退休"])), FieldShape("Floating", .yesOrNo),
    FieldShape("Rights", .choice(MemberRights.allCases.map(\.rawValue))),
    FieldShape("Post*", .line), FieldShape("Job", .line), FieldShape("Rank", .line),
    FieldShape("Gender", .suggestion(["男", "女"])), FieldShape("Nation", .line),
    FieldShape("Born", .line), FieldShape("Education", .line), FieldShape("Worked", .line),
    FieldShape("Applied", .line), FieldShape("Admitted", .date), FieldShape("Approved", .date),
    FieldShape("Confirmed", .date), FieldShape("Introducer*", .person),
    FieldShape("Since!", .date), FieldShape("Until", .date),
    FieldShape("Left", .suggestion(["转出", "去世", "退党", "除名"])),
  ]

  static let activity: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Kind!", .activityKind),
    FieldShape("Counts*", .activityKind), FieldShape("Number", .number),
    FieldShape("Date!", .date), FieldShape("EndDate", .date), FieldShape("Start", .time),
    FieldShape("End", .time), FieldShape("Sitting", .sitting), FieldShape("Title", .line),
    FieldShape("Place", .line), FieldShape("Presider", .person), FieldShape("Recorder", .person),
    FieldShape("Present*", .rosterPerson), FieldShape("Video*", .rosterPerson),
    FieldShape("Absent*", .absence), FieldShape("Late*", .rosterPerson),
    FieldShape("Left*", .rosterPerson), FieldShape("Excluded*", .exclusion),
    FieldShape("Attending*", .person), FieldShape("Lecturer*", .person),
    FieldShape("Hours", .decimal), FieldShape("Sessions", .number),
    FieldShape("Headcount", .quantity), FieldShape("About*", .person),
    FieldShape("Host", .organization), FieldShape("Visitor*", .recipient),
    FieldShape("Minutes", .text),
    FieldShape("Summary", .text), FieldShape("State", .choice(["未定稿", "定稿"])),
    FieldShape("Signed*", .signature), FieldShape("Item*", .text),
    FieldShape("ItemKind.", .choice(ItemKind.allCases.map(\.rawValue))),
    FieldShape("About*.", .person), FieldShape("Minutes.", .text), FieldShape("Vote*.", .vote),
    FieldShape("Resolution.", .text), FieldShape("Owner*.", .person), FieldShape("Due.", .date),
    FieldShape("Away*.", .rosterPerson), FieldShape("Seats.", .number),
  ]

  static let matter: [FieldShape] = [
    FieldShape("Organization!", .organization),
    FieldShape(
      "Kind!", .suggestion(["检查问题", "风险隐患", "意见建议", "办实事", "决议落实", "补学"])),
    FieldShape("Title!", .text), FieldShape("Opened!", .date), FieldShape("Owner*", .person),
    FieldShape("Due", .date), FieldShape("Source", .reference), FieldShape("Cause", .text),
    FieldShape("State!", .choice(["办理中", "阶段完成", "待销号", "已办结"])),
    FieldShape("Closed", .date), FieldShape("Result", .text), FieldShape("Confirmed", .person),
  ]

  static let document: [FieldShape] = [
    FieldShape("Organization!", .organization),
    FieldShape(
      "Kind!",
      .suggestion([
        "制度", "计划", "总结", "通报", "学习笔记", "心得", "思想动态分析", "责任书", "承诺书", "协议",
        "决议",
      ])), FieldShape("Title!", .line), FieldShape("Date!", .date),
    FieldShape("Author*", .person), FieldShape("Count", .quantity), FieldShape("Text", .text),
    FieldShape("From", .date), FieldShape("To", .date), FieldShape("With", .line),
  ]

  static let honor: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Date!", .date),
    FieldShape("Level", .suggestion(["支部", "监狱", "省局", "司法部", "全国"])),
    FieldShape("Title!", .line), FieldShape("To*", .recipient),
    FieldShape("Collective", .yesOrNo), FieldShape("Count", .quantity),
    FieldShape("Document", .line),
  ]

  static let review: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Checklist!", .line),
    FieldShape("Revision", .number), FieldShape("Date!", .date),
    FieldShape("Reviewer*", .person), FieldShape("Sample", .text), FieldShape("Item*", .line),
    FieldShape("Text.", .text),
    FieldShape("Answer.", .choice(ChecklistAnswer.allCases.map(\.rawValue))),
    FieldShape("Recorded.", .choice(ChecklistAnswer.allCases.map(\.rawValue))),
    FieldShape("By.", .choice(["记录", "人工"])), FieldShape("Evidence*.", .reference),
    FieldShape("Remark.", .text), FieldShape("Score.", .line),
  ]

  static let procedure: [FieldShape] = [
    FieldShape("Organization!", .organization),
    FieldShape("Kind!", .suggestion(["发展党员", "组织关系转接", "换届", "举荐", "竞赛"])),
    FieldShape("Subject!", .recipient), FieldShape("Step!", .line), FieldShape("Date!", .date),
    FieldShape("Result", .text), FieldShape("Evidence*", .reference),
    FieldShape("Document", .line),
  ]

  static let plan: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Period!", .period),
    FieldShape("Kind", .line), FieldShape("Title!", .text), FieldShape("Number", .number),
    FieldShape("Due", .date), FieldShape("Owner*", .person),
  ]

  static let team: [FieldShape] = [
    FieldShape("Organization!", .organization),
    FieldShape(
      "Kind!",
      .suggestion([
        "突击队", "讲师团", "监督小组", "责任区", "网格", "1+N", "专班", "教官", "品牌",
      ])), FieldShape("Name!", .line), FieldShape("Since!", .date), FieldShape("Until", .date),
    FieldShape("Leader*", .person), FieldShape("Person*", .person),
    FieldShape("Purpose", .text), FieldShape("Part", .line),
  ]

  static let figure: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Indicator!", .line),
    FieldShape("Period!", .period), FieldShape("Value!", .line), FieldShape("Unit", .line),
    FieldShape("Source", .line),
  ]

  static let dues: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Member!", .member),
    FieldShape("Month!", .month), FieldShape("Base", .amount), FieldShape("Rate", .rate),
    FieldShape("Paid", .amount), FieldShape("PaidOn", .date),
  ]

  static let seal: [FieldShape] = [
    FieldShape("Organization!", .organization), FieldShape("Date!", .date),
    FieldShape("Head!", .hash), FieldShape("Files*", .line), FieldShape("Signature", .text),
  ]
}
