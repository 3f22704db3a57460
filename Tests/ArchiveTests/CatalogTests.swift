import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite struct CatalogTests {
  private var builtIn: (catalog: Catalog, faults: [CatalogFault]) {
    CatalogReader.read(BuiltIn.files(in: "catalog"))
  }

  @Test func builtInCatalogueHasNoFaults() {
    #expect(builtIn.faults == [])
    #expect(builtIn.catalog.kinds.count >= 25)
  }

  @Test(arguments: [
    ("党员大会", "支部党员大会", Body.members, true, false),
    ("支委会", "支部委员会会议", .committee, true, false),
    ("党小组会", "党小组会", .group, true, false),
    ("党课", "党课", .members, true, true),
    ("主题党日", "主题党日", .members, true, true),
    ("组织生活会", "组织生活会", .members, false, false),
    ("民主评议", "民主评议党员", .members, false, false),
    ("谈心谈话", "谈心谈话", .people, false, false),
    ("政治学习", "集中学习", .members, false, true),
    ("政治生日", "政治生日", .members, false, false),
  ])
  func kinds(id: String, title: String, body: Body, isNumbered: Bool, isMadeUp: Bool) throws {
    let kind = try #require(builtIn.catalog.kind(id))
    #expect(kind.title == title)
    #expect(kind.body == body)
    #expect(kind.isNumbered == isNumbered)
    #expect(kind.isMadeUp == isMadeUp)
    // Coverage of talks has to be visible.
    #expect(!kind.isRestricted)
  }

  @Test func aThemeDayMayCountAsALesson() throws {
    let kind = try #require(builtIn.catalog.kind("主题党日"))
    #expect(kind.mayCount.contains("党课"))
    #expect(kind.itemKinds == [.part])
    #expect(
      kind.presets == ["环节 重温入党誓词", "环节 书记讲党课", "环节 党员发言讨论", "环节 现场点评"])
  }

  @Test func kindsNameOnlyFieldsAndKindsThatExist() {
    let catalog = builtIn.catalog
    let known = Set(RecordShape.of("activity")?.fields.map(\.name) ?? [])
    for kind in catalog.kinds {
      #expect(Set(kind.fields).isSubset(of: known), "\(kind.id)")
      #expect(Set(kind.needs).isSubset(of: kind.fields), "\(kind.id)")
      #expect(kind.mayCount.allSatisfy { catalog.kind($0) != nil }, "\(kind.id)")
      for preset in kind.presets {
        let word = preset.split(separator: " ").first.map(String.init) ?? ""
        #expect(kind.itemKinds.map(\.rawValue).contains(word), "\(kind.id): \(preset)")
      }
    }
  }

  @Test(arguments: [
    ("R01", "党员大会", Frequency.quarter, nil as Int?, RuleLevel.regulation, "支部工作条例(试行)第十一条"),
    ("R04 R15", "支委会", .month, 7, .regulation, "支部工作条例(试行)第十二条"),
    ("R05", "党小组会", .month, nil, .regulation, "支部工作条例(试行)第十三条"),
    ("R08", "党课", .quarter, nil, .local, "本单位规定(条例第十六条只要求按期上党课)"),
    ("R09", "主题党日", .month, nil, .regulation, "支部工作条例(试行)第十六条"),
    ("R10", "组织生活会", .year, nil, .regulation, "支部工作条例(试行)第十七条"),
    ("R11", "民主评议", .year, nil, .regulation, "支部工作条例(试行)第十八条"),
    ("R13", "谈心谈话", .year, nil, .regulation, "支部工作条例(试行)第十九条"),
    ("R07", "党委书记党课", .year, nil, .regulation, "支部工作条例(试行)第十六条"),
    ("R44", "总支党员大会", .half, nil, .local, "本单位规定(总支党员大会每半年1次)"),
    ("R44", "总支党课", .half, nil, .local, "本单位规定(总支党课每半年1次)"),
  ])
  func obligations(
    rule: String, id: String, every: Frequency, members: Int?, level: RuleLevel, source: String
  ) throws {
    let obligation = try #require(builtIn.catalog.obligations.first { $0.id == id }, "\(rule)")
    #expect(obligation.frequency == every, "\(rule)")
    #expect(obligation.times == 1)
    #expect(obligation.fullMembersAtLeast == members, "\(rule)")
    #expect(obligation.level == level, "\(rule)")
    #expect(obligation.source == source, "\(rule)")
  }

  @Test(arguments: ["政治生日", "周例会", "第一议题", "小支部党员大会", "支部书记述职"])
  func switchedOffObligationsAreLeftOut(id: String) throws {
    #expect(!builtIn.catalog.obligations.contains { $0.id == id })
    let entry = try #require(
      CatalogEntry.read(BuiltIn.files(in: "catalog")).first {
        $0.key == CatalogEntry.Key(type: "obligation", id: id)
      })
    #expect(!entry.isEnabled)
    // Switched on it contradicts nothing.
    let on = BuiltIn.files(in: "catalog").map { file in
      (
        file.path,
        Array(
          String(decoding: file.bytes, as: UTF8.self)
            .replacing("Enabled: 否", with: "Enabled: 是").utf8)
      )
    }
    let (catalog, faults) = CatalogReader.read(on)
    #expect(faults == [])
    #expect(catalog.obligations.contains { $0.id == id })
  }

  @Test func everyEntryHasItsSourceItsLevelAndItsDays() {
    let entries = CatalogEntry.read(BuiltIn.files(in: "catalog"))
    print("catalogue: \(entries.count) entries")
    // What is counted is no rule.
    let counted = ["checklist", "report", "line"]
    for entry in entries where !counted.contains(entry.key.type) {
      #expect(entry.level != nil, "\(entry.key)")
      #expect(!entry.source.isEmpty, "\(entry.key)")
      #expect(entry.since != nil, "\(entry.key)")
      // What is nowhere written but in the unit says so.
      if entry.source.hasPrefix("本单位规定") { #expect(entry.level == .local, "\(entry.key)") }
    }
  }

  @Test(arguments: [
    ("R29", "发展党员", "党组织派人谈话", "递交入党申请书", nil as Interval?, Interval(1, .month) as Interval?),
    ("R29", "发展党员", "确定为发展对象", "确定为入党积极分子", Interval(1, .year), nil),
    ("R29", "发展党员", "上级党委审批", "支部大会讨论", nil, Interval(3, .month)),
    ("R30", "发展党员", "支部大会讨论转正", "支部大会讨论", Interval(1, .year), nil),
    ("R29", "发展党员", "上级党委审批转正", "支部大会讨论转正", nil, Interval(3, .month)),
    ("R36", "组织关系转接", "收到回执", "开具组织关系介绍信", nil, Interval(30, .day)),
  ])
  func clocks(
    rule: String, procedure: String, step: String, from: String, least: Interval?,
    most: Interval?
  ) throws {
    let kind = try #require(builtIn.catalog.procedure(procedure, on: Self.date("2026-11-20")))
    let bound = try #require(kind.step(step)?.bounds.first { $0.from == from }, "\(rule)")
    #expect(bound.least == least, "\(rule)")
    #expect(bound.most == most, "\(rule)")
  }

  @Test func proceduresMeanWhatTheRulesAskFor() throws {
    let day = Self.date("2026-11-20")
    let catalog = builtIn.catalog
    #expect(catalog.procedures.map(\.id) == ["发展党员", "组织关系转接", "换届", "举荐"])
    let meanings = catalog.procedures.flatMap(\.steps).compactMap(\.meaning)
    #expect(meanings.count == StepMeaning.allCases.count)
    #expect(Set(meanings) == Set(StepMeaning.allCases))
    let development = try #require(catalog.procedure("发展党员", on: day))
    #expect(development.statuses == [.applicant, .activist, .candidate, .probationary])
    #expect(development.step("半年考察")?.every == Interval(6, .month))
    #expect(development.step("半年考察")?.until == ["支部大会讨论"])
    #expect(development.step("集中培训")?.leastHours == 24)
    #expect(development.step("集中培训")?.leastDays == 3)
    // A 临时党支部 neither admits nor elects.
    #expect(!development.levels.contains(.temporaryBranch))
    #expect(catalog.procedure("换届", on: day)?.levels.contains(.temporaryBranch) == false)
    #expect(catalog.procedure("举荐", on: day)?.steps.count == 5)
  }

  @Test func theLessonOfTheSecretaryIsCountedByWhoGaveIt() throws {
    let lesson = try #require(builtIn.catalog.obligations.first { $0.id == "党委书记党课" })
    #expect(lesson.lecturer == "书记")
    #expect(lesson.levels == [.committee, .officesCommittee])
  }

  /// A step that changes on a day: before it the old holds, from it on the new.
  @Test func aStepMayBeFollowedByAnotherOfItsId() throws {
    let text =
      Self.course + "\n%rec: step\n\n\(Self.step)Until: 2025-12-31\n\n"
      + Self.step.replacing("2020-01-01", with: "2026-01-01")
      .replacing("Title: 一", with: "Title: 新")
    let (catalog, faults) = CatalogReader.read([("catalog/a.rec", Array(text.utf8))])
    #expect(faults == [])
    #expect(catalog.procedure("甲", on: Self.date("2025-12-31"))?.steps.map(\.title) == ["一"])
    #expect(catalog.procedure("甲", on: Self.date("2026-01-01"))?.steps.map(\.title) == ["新"])
  }

  @Test func aStoreMadeBeforeThereWereProceduresHasThoseOfTheProgram() throws {
    let sandbox = try Sandbox(
      files: BuiltIn.files.filter {
        $0.path != "catalog/procedure.rec" && $0.path != "catalog/study.rec"
      })
    let archive = try sandbox.archive()
    #expect(archive.notices == [])
    #expect(archive.standInCatalogFiles == ["catalog/procedure.rec", "catalog/study.rec"])
    #expect(archive.catalog.procedures == builtIn.catalog.procedures)
    #expect(archive.catalogFiles.map(\.path).contains("catalog/procedure.rec") == false)
  }

  @Test func theChecklistIsMostlyAnsweredByRecords() throws {
    let checklist = try #require(builtIn.catalog.checklists.first)
    #expect(checklist.title == "党支部规范化自查表")
    #expect(checklist.items.count >= 36)
    #expect(checklist.items.count { $0.source != .manual } >= 22)
    #expect(Set(checklist.items.map(\.id)).count == checklist.items.count)
    #expect(Set(checklist.items.map(\.section)).count >= 12)
    let themeDay = try #require(checklist.items.first { $0.section == "主题党日" })
    #expect(themeDay.source == .obligation("主题党日"))
    #expect(themeDay.frequency == .year)
    // Every named condition is asked for somewhere.
    let asked = Set(
      checklist.items.compactMap { item in
        if case .condition(let condition) = item.source { condition } else { nil }
      })
    #expect(asked == Set(NamedCondition.allCases))
  }

  struct BadEntry: Sendable {
    var text: String
    var line: Int
    var problem: CatalogFault.Problem
    var effect = CatalogFault.Effect.entryOut
  }

  static let kind = "Id: 甲\nTitle: 甲\nShort: 甲\nBody: 党员\nSince: 2020-01-01\nRevision: 1\n"
  static let item =
    "Id: A1\nChecklist: 甲\nSection: 一\nTitle: 一\nPeriod: 月\nFor: 党支部\n"
    + "Level: 本单位规定\nSource: 一\nSince: 2020-01-01\nRevision: 1\n"
  /// A kind that branches hold, in nine lines and an empty one; then an obligation from line 13 on,
  /// to be completed from line 20 on.
  static let held = "%rec: kind\n\n\(kind)Level: 党支部\n\n"
  static let duty =
    "%rec: obligation\n\nTitle: 甲\nId: 甲\nKind: 甲\nLevel: 本单位规定\nSource: 一\n"
    + "Since: 2020-01-01\nRevision: 1\n"
  /// A procedure in nine lines.
  static let course =
    "%rec: procedure\n\nId: 甲\nTitle: 甲\nFor: 党支部\nLevel: 本单位规定\nSource: 一\n"
    + "Since: 2020-01-01\nRevision: 1\n"
  /// Seven lines of one of its steps, from line 13 on.
  static let step =
    "Procedure: 甲\nId: 一\nTitle: 一\nLevel: 本单位规定\nSource: 一\nSince: 2020-01-01\nRevision: 1\n"
  static func date(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
  static let list = "%rec: checklist\n\nId: 甲\nTitle: 甲\nSince: 2020-01-01\nRevision: 1\n\n"

  @Test(arguments: [
    BadEntry(text: "%rec: thing\n\nId: 甲\n", line: 3, problem: .unknownType("thing")),
    BadEntry(
      text: "%rec: kind\n\n\(kind)党课 一\n", line: 9, problem: .grammar(.notAField), effect: .lineOut),
    BadEntry(
      text: "%rec: kind\n\nTitle: 甲\nShort: 甲\nBody: 党员\nSince: 2020-01-01\nRevision: 1\n",
      line: 3, problem: .value(field: "Id", .missing)),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Level: 党部\n", line: 9,
      problem: .value(
        field: "Level",
        .unknownChoice(
          "党部",
          allowed: ["党委", "机关党委", "党总支", "党支部", "联合党支部", "临时党支部", "党小组"])), effect: .lineOut),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Until: 2026-02-30\n", line: 9,
      problem: .value(field: "Until", .doesNotExist("2026-02-30"))),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Colour: 红\n", line: 9, problem: .unknownField("Colour"),
      effect: .lineOut),
    BadEntry(
      text: "%rec: kind\n\n\(kind)\n\(kind)", line: 10, problem: .overlaps(id: "甲", line: 3)),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Until: 2019-12-31\n", line: 9,
      problem: .obligation(
        .endsBeforeItBegins(since: date("2020-01-01"), until: date("2019-12-31")))),
    BadEntry(
      text: "%rec: kind\n\n\(kind)MayCount: 乙\n", line: 9, problem: .unknownKind("乙"),
      effect: .lineOut),
    BadEntry(
      text: "%rec: kind\n\n\(kind)ItemKind: 讨论\nPreset: 表决 选举\n", line: 10,
      problem: .badPreset("表决 选举"), effect: .lineOut),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Field: Place\nNeed: Place\nNeed: Start\n", line: 11,
      problem: .needNotShown("Start"), effect: .kept),
    BadEntry(
      text: "\(held)\(duty)For: 党支部\nTimes: 1\n", line: 13,
      problem: .value(field: "Every", .missing)),
    BadEntry(
      text: "\(held)\(duty)Every: 月\nFor: 党支部\nTimes: 0\n", line: 22,
      problem: .obligation(.noTimes(0))),
    BadEntry(
      text:
        "\(held)\(duty)Every: 月\nFor: 党支部\nTimes: 1\nFullMembersAtLeast: 7\nFullMembersBelow: 7\n",
      line: 24, problem: .obligation(.impossibleSize(atLeast: 7, below: 7))),
    BadEntry(
      text: "\(held)\(duty)Every: 月\nFor: 党支部\nFor: 党小组\nTimes: 1\n", line: 22,
      problem: .obligation(.neverHeld(.group)), effect: .kept),
    BadEntry(
      text: "%rec: step\n\n\(step)", line: 3, problem: .unknownProcedure("甲")),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)Bound: 二 3个月\n", line: 20,
      problem: .badBound("二 3个月"), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)Proof: 日期 Born\n", line: 20,
      problem: .badProof("日期 Born"), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)Every: 半年\n", line: 20,
      problem: .badInterval("半年"), effect: .lineOut),
    BadEntry(text: course, line: 3, problem: .procedure(.noSteps)),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)After: 零\n", line: 20,
      problem: .procedure(.unknown(step: "一", refersTo: "零")), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)After: 一\n", line: 20,
      problem: .procedure(.waitsForItself(step: "一")), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)Bound: 一 >= 1年\nBound: 一 <= 3个月\n", line: 20,
      problem: .procedure(.impossibleBound(step: "一", from: "一")), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)Every: 0天\n", line: 20,
      problem: .procedure(.emptyRepetition(step: "一")), effect: .lineOut),
    BadEntry(
      text: "\(course)\n%rec: step\n\n\(step)\n\(step)", line: 22,
      problem: .overlaps(id: "一", line: 13)),
    BadEntry(
      text: "%rec: study\n\nId: 学时\nTitle: 学时\nMinutes: 0\nLevel: 本单位规定\nSource: 一\n"
        + "Since: 2020-01-01\nRevision: 1\n", line: 5, problem: .badMinutes(0)),
    BadEntry(
      text: "%rec: item\n\n\(item)Answer: 人工\n", line: 4, problem: .unknownChecklist("甲")),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 义务 乙\n", line: 20,
      problem: .unknownObligation("乙", field: "Answer"), effect: .byHand),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 也许\n", line: 20, problem: .badAnswer("也许"),
      effect: .byHand),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 条件 运气\n", line: 20,
      problem: .unknownCondition("运气"), effect: .byHand),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 选择 activity >= 1\nWhere: Kind =\n", line: 21,
      problem: .selection(SelectionError(problem: .unexpectedEnd, position: 7)), effect: .byHand),
  ])
  func faults(entry: BadEntry) {
    let (_, faults) = CatalogReader.read([("catalog/a.rec", Array(entry.text.utf8))])
    #expect(
      faults == [
        CatalogFault(
          path: "catalog/a.rec", line: entry.line, problem: entry.problem, effect: entry.effect)
      ])
  }

  @Test func aChecklistWithANewRevisionIsAskedOnce() {
    let text =
      Self.list.replacing("Revision: 1", with: "Until: 2025-12-31\nRevision: 1")
      + "Id: 甲\nTitle: 乙\nSince: 2026-01-01\nRevision: 2\n\n"
      + "%rec: item\n\n\(Self.item)Answer: 人工\n"
    let (catalog, faults) = CatalogReader.read([("catalog/a.rec", Array(text.utf8))])
    #expect(faults == [])
    #expect(catalog.checklists.map(\.revision) == [2])
    #expect(catalog.checklists.map(\.items.count) == [1])
  }

  @Test func anEntryMayBeFollowedByAnotherOfItsId() {
    let text =
      "%rec: kind\n\n\(Self.kind)Until: 2025-12-31\n\nId: 甲\nTitle: 乙\nShort: 乙\n"
      + "Body: 党员\nSince: 2026-01-01\nRevision: 2\n"
    let (catalog, faults) = CatalogReader.read([("catalog/a.rec", Array(text.utf8))])
    #expect(faults == [])
    #expect(catalog.kind("甲")?.title == "乙")
    #expect(catalog.kinds.map(\.title) == ["乙", "甲"])
  }
}
