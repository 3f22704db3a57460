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

  @Test func switchedOffObligationsAreLeftOut() {
    #expect(!builtIn.catalog.obligations.contains { $0.id == "政治生日" || $0.id == "周例会" })
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
    #expect(themeDay.frequency == .month)
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
  }

  static let kind = "Id: 甲\nTitle: 甲\nShort: 甲\nBody: 党员\nSince: 2020-01-01\nRevision: 1\n"
  static let item =
    "Id: A1\nChecklist: 甲\nSection: 一\nTitle: 一\nPeriod: 月\nFor: 党支部\n"
    + "Level: 本单位规定\nSource: 一\nSince: 2020-01-01\nRevision: 1\n"
  static let list = "%rec: checklist\n\nId: 甲\nTitle: 甲\nSince: 2020-01-01\nRevision: 1\n\n"

  @Test(arguments: [
    BadEntry(text: "%rec: thing\n\nId: 甲\n", line: 3, problem: .unknownType("thing")),
    BadEntry(text: "%rec: kind\n\n\(kind)党课 一\n", line: 9, problem: .grammar(.notAField)),
    BadEntry(
      text: "%rec: kind\n\nTitle: 甲\nShort: 甲\nBody: 党员\nSince: 2020-01-01\nRevision: 1\n",
      line: 3, problem: .value(field: "Id", .missing)),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Level: 党部\n", line: 9,
      problem: .value(
        field: "Level",
        .unknownChoice(
          "党部",
          allowed: ["党委", "机关党委", "党总支", "党支部", "联合党支部", "临时党支部", "党小组"]))),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Until: 2026-02-30\n", line: 9,
      problem: .value(field: "Until", .doesNotExist("2026-02-30"))),
    BadEntry(
      text: "%rec: kind\n\n\(kind)Colour: 红\n", line: 9, problem: .unknownField("Colour")),
    BadEntry(
      text: "%rec: kind\n\n\(kind)\n\(kind)", line: 10, problem: .overlaps(id: "甲", line: 3)),
    BadEntry(
      text: "%rec: item\n\n\(item)Answer: 人工\n", line: 4, problem: .unknownChecklist("甲")),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 义务 乙\n", line: 20,
      problem: .unknownObligation("乙")),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 也许\n", line: 20, problem: .badAnswer("也许")),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 条件 运气\n", line: 20,
      problem: .unknownCondition("运气")),
    BadEntry(
      text: "\(list)%rec: item\n\n\(item)Answer: 选择 activity >= 1\nWhere: Kind =\n", line: 21,
      problem: .selection(SelectionError(problem: .unexpectedEnd, position: 7))),
  ])
  func faults(entry: BadEntry) {
    let (_, faults) = CatalogReader.read([("catalog/a.rec", Array(entry.text.utf8))])
    #expect(
      faults == [CatalogFault(path: "catalog/a.rec", line: entry.line, problem: entry.problem)])
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
