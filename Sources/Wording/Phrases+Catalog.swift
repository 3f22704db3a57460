import Archive
import OrganizationLife

extension ObligationFault {
  /// What contradicts itself in an entry and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .noTimes(let times):
      Phrase(
        "Times 是\(times),应办次数至少是1;不再要求的请把 Enabled 改为 否",
        "Times is \(times): ask for it once at least, or switch it off with Enabled: 否")
    case .noOrganization:
      Phrase("没有写哪一级组织应办,请补上 For", "asked of no organisation: add For")
    case .noKind:
      Phrase("没有写哪种活动算数,请补上 Kind", "fulfilled by no kind of activity: add Kind")
    case .impossibleSize(let least, let below):
      Phrase(
        "正式党员不可能既不少于\(least)人又少于\(below)人,请改正其中一个",
        "nobody has at least \(least) full members and fewer than \(below): correct one of them")
    case .endsBeforeItBegins(let since, let until):
      Phrase(
        "Until \(until) 早于 Since \(since),请核对两个日期",
        "Until \(until) comes before Since \(since): check both")
    case .neverHeld(let level):
      Phrase(
        "\(level.rawValue)不开展其中任何一种活动,永远完不成;请改 For,或在活动种类里加上 Level: \(level.rawValue)",
        "none of its kinds is held at the level \(level.rawValue), so it can never be fulfilled: "
          + "change For, or add Level: \(level.rawValue) to the kind")
    }
  }
}

extension ProcedureFault {
  /// What contradicts itself in a procedure and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .noSteps:
      Phrase("流程没有步骤,请加上 %rec: step 条目", "the procedure has no steps: add %rec: step entries")
    case .repeated(let step):
      Phrase("步骤「\(step)」写了两次,请删去一个", "the step “\(step)” is there twice: remove one")
    case .unknown(let step, let other):
      Phrase(
        "步骤「\(step)」所指的步骤「\(other)」不在流程里,请检查拼写",
        "“\(step)” refers to the step “\(other)”, which is not there: check its spelling")
    case .waitsForItself(let step):
      Phrase(
        "步骤「\(step)」绕了一圈要等它自己先完成,请改 After",
        "“\(step)” would have to be taken before itself: change After")
    case .impossibleBound(let step, let from):
      Phrase(
        "步骤「\(step)」距「\(from)」的最短时间长于最长时间,请改 Bound",
        "for “\(step)” the least time after “\(from)” is longer than the most: change Bound")
    case .emptyRepetition(let step):
      Phrase(
        "步骤「\(step)」的 Every 不能是零,请写成 6个月 这样", "Every of “\(step)” cannot be nothing: write 6个月")
    }
  }
}

extension Phrase {
  /// 应办事项 …: a type of entry.
  public static func catalogType(_ type: String) -> Phrase {
    switch type {
    case "obligation": Phrase("应办事项", "obligation")
    case "kind": Phrase("活动种类", "kind of activity")
    case "procedure": Phrase("流程", "procedure")
    case "step": Phrase("流程步骤", "step")
    case "checklist": Phrase("检查清单", "checklist")
    case "item": Phrase("清单条目", "checklist item")
    case "study": Phrase("学时折算", "study hours")
    case "report": Phrase("报表", "report")
    case "line": Phrase("报表行", "line of reports")
    case "word": Phrase("候选词", "proposed word")
    case "pack": Phrase("做法包", "pack")
    case "published": Phrase("公开发布的数", "published number")
    default: Phrase(verbatim: type)
    }
  }

  /// 每季度1次
  static func amount(_ amount: CatalogChange.Amount) -> Phrase {
    Phrase(
      "每\(amount.frequency.rawValue)\(amount.times)次",
      "\(amount.times) each \(amount.frequency.english)")
  }

  /// A store made before there were such entries.
  public static let catalogStandIn = Phrase(
    "本单位目录里没有这类条目,暂用程序自带的;请运行 zhibu catalog update 补入",
    "the catalogue has no such entries, those of the program stand in for them: "
      + "zhibu catalog update takes them over")
  /// Nothing differs.
  public static let catalogUpToDate = Phrase("目录与程序自带的一致", "The catalogue is that of the program")
  /// Nothing would change.
  public static let catalogChangesNothing = Phrase("没有变化", "Nothing would change")
  /// Entries that are not taken without being asked for.
  public static func catalogLeftOut(_ count: Int) -> Phrase {
    Phrase(
      "另有\(count)条程序自带而本单位没有的(程序新增,或本单位删去),没有补入;"
        + "请看 zhibu catalog diff,要补入的写明编号或用 --all",
      "\(count) that the program has and the ledger has not (new, or deleted by the unit) were not "
        + "taken: see zhibu catalog diff, and name them or say --all")
  }
  /// Files without faults.
  public static let catalogWithoutFaults = Phrase("目录没有问题", "The catalogue has no faults")
  /// How many entries were taken over.
  public static func catalogUpdated(_ count: Int) -> Phrase {
    Phrase("已更新\(count)条;本单位改过的和自有的没有动", "\(count) updated; what the unit changed stays")
  }
  /// Faults keep the files from being used.
  public static func catalogHasFaults(_ count: Int) -> Phrase {
    Phrase("有\(count)处问题,请先改正", "\(count) fault(s): correct them first")
  }
  /// A file whose name is none of the catalogue's.
  public static func notACatalogFile(_ name: String) -> Phrase {
    Phrase("\(name) 不是 .rec 文件,请给出目录文件", "\(name) is no .rec file: name a file of a catalogue")
  }
  /// What was so changes too.
  public static func catalogConcernsPast(_ day: Day) -> Phrase {
    Phrase(
      "\(day) 已经过去,以前的应办次数也会随之改变;只改以后的,请把 Since 写成今后的日期",
      "\(day) has passed, so that what was owed before changes too: give a Since to come if only "
        + "what is to come is meant")
  }
  /// An entry that no difference is about.
  public static func catalogEntryNotFound(_ id: String) -> Phrase {
    Phrase(
      "没有可更新的条目「\(id)」,请看 zhibu catalog diff",
      "nothing to update called “\(id)”: see zhibu catalog diff")
  }
  /// The catalogue cannot be written.
  public static let catalogReadOnly = Phrase(
    "没有修改目录的权限(catalog 文件夹只读),请联系管理台账的人",
    "The catalogue is read-only to you (folder catalog): ask who keeps the ledger")
}

extension Frequency {
  /// week, month …
  var english: String {
    switch self {
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half-year"
    case .year: "year"
    }
  }
}

extension CatalogDifference.Kind {
  /// How an entry differs, and what an update does about it.
  public var phrase: Phrase {
    switch self {
    case .missing: Phrase("程序新增,更新时补入", "new, is added")
    case .absent:
      Phrase(
        "本单位没有(程序新增,或本单位删去),要补入须写明编号或 --all",
        "not in the ledger (new, or deleted by the unit): added by its id or --all only")
    case .outdated: Phrase("程序有更新,更新时替换", "newer, is replaced")
    case .changed: Phrase("本单位改过,保留", "changed by the unit, stays")
    case .own: Phrase("本单位自有,保留", "the unit's own, stays")
    }
  }
}

extension CatalogChange {
  /// `自 2027-01-01 起,16个组织:党课 每季度1次 → 每月1次`
  public var phrase: Phrase {
    let from = Phrase("自 \(since) 起", "From \(since)")
    let what = kindPhrase
    return Phrase("\(from.chinese),\(what.chinese)", "\(from.english), \(what.english)")
  }

  private var kindPhrase: Phrase {
    let type = Phrase.catalogType(key.type)
    switch kind {
    case .due(let before, let after, let organizations):
      let count = organizations.count
      switch (before, after) {
      case (.some(let before), .some(let after)):
        let (old, new) = (Phrase.amount(before), Phrase.amount(after))
        return Phrase(
          "\(count)个组织的“\(title)”由\(old.chinese)改为\(new.chinese)",
          "\(count) organisation(s) owe “\(title)” \(new.english) instead of \(old.english)")
      case (nil, .some(let after)):
        let new = Phrase.amount(after)
        return Phrase(
          "\(count)个组织多一项“\(title)”:\(new.chinese)",
          "\(count) more organisation(s) owe “\(title)”: \(new.english)")
      default:
        return Phrase(
          "\(count)个组织不再应办“\(title)”",
          "\(count) organisation(s) owe “\(title)” no more")
      }
    case .begins:
      return Phrase("新的\(type.chinese)“\(title)”", "a new \(type.english) “\(title)”")
    case .goesOn(let fields):
      let names = CatalogChange.names(fields)
      return Phrase(
        "\(type.chinese)“\(title)”改变:\(names.chinese)",
        "the \(type.english) “\(title)” changes: \(names.english)")
    case .ends:
      return Phrase(
        "\(type.chinese)“\(title)”停用", "the \(type.english) “\(title)” holds no more")
    case .removed:
      return Phrase(
        "\(type.chinese)“\(title)”没有了", "the \(type.english) “\(title)” is gone")
    case .rewritten(let fields):
      let names = CatalogChange.names(fields)
      return Phrase(
        "\(type.chinese)“\(title)”改写:\(names.chinese)",
        "the \(type.english) “\(title)” is rewritten: \(names.english)")
    }
  }

  private static func names(_ fields: [String]) -> Phrase {
    let labels = fields.map { Phrase.catalogField($0) }
    return Phrase(
      labels.map(\.chinese).joined(separator: "、"), labels.map(\.english).joined(separator: ", "))
  }
}

extension Phrase {
  /// What people call a field of the catalogue.
  public static func catalogField(_ name: String) -> Phrase {
    catalogFields[name] ?? Phrase(verbatim: name)
  }

  private static let catalogFields: [String: Phrase] = [
    "Id": Phrase("编号", "Id"), "Title": Phrase("名称", "Title"),
    "Short": Phrase("简称", "Short"), "Body": Phrase("应到的人", "Expected"),
    "Numbered": Phrase("按年编次", "Numbered"), "Restricted": Phrase("限制查看", "Restricted"),
    "MadeUp": Phrase("缺席要补学", "Made up"), "Hours": Phrase("学时", "Hours"),
    "ItemKind": Phrase("议题性质", "Items"), "Preset": Phrase("建议的议题", "Proposed items"),
    "Field": Phrase("表单项目", "Fields"), "Need": Phrase("完整记录应有", "Needed"),
    "MayCount": Phrase("可同时计入", "May count as"), "Kind": Phrase("活动种类", "Kinds"),
    "Every": Phrase("周期", "Every"), "Times": Phrase("次数", "Times"),
    "For": Phrase("适用组织", "For"), "FullMembersAtLeast": Phrase("正式党员不少于", "Full members at least"),
    "FullMembersBelow": Phrase("正式党员少于", "Full members below"),
    "Lecturer": Phrase("授课人职务", "Given by"), "ItemTitle": Phrase("须有议题", "With the item"),
    "Level": Phrase("依据层级", "Level"), "Binding": Phrase("依据层级", "Level"),
    "Source": Phrase("依据", "Source"), "Since": Phrase("起始日", "Since"),
    "Until": Phrase("截止日", "Until"), "Enabled": Phrase("启用", "Switched on"),
    "Revision": Phrase("版次", "Revision"), "Procedure": Phrase("流程", "Procedure"),
    "After": Phrase("先完成", "After"), "Bound": Phrase("时限", "Times"),
    "Proof": Phrase("可作证明", "Proof"), "EndedBy": Phrase("重复到", "Ended by"),
    "Optional": Phrase("可以没有", "Optional"), "LeastHours": Phrase("至少学时", "Least hours"),
    "LeastDays": Phrase("至少天数", "Least days"), "Meaning": Phrase("含义", "Meaning"),
    "Status": Phrase("身份", "Status"), "Minutes": Phrase("每学时分钟", "Minutes an hour"),
    "SharesFirstYear": Phrase("当年按月折算", "First year by months"),
    "Checklist": Phrase("检查清单", "Checklist"), "Section": Phrase("分类", "Section"),
    "Answer": Phrase("回答方式", "Answer"), "Where": Phrase("选择式", "Where"),
    "Period": Phrase("周期", "Period"), "Note": Phrase("备注", "Note"),
    "Summary": Phrase("内容", "What it brings"), "Pack": Phrase("做法包", "Pack"),
    "Value": Phrase("数", "Number"), "Quotation": Phrase("原文", "Quotation"),
    "Quoted": Phrase("引用", "Quoted"),
  ]
}

// MARK: Screens

extension Phrase {
  /// 设置: the catalogue.
  public static let menuCatalog = Phrase(
    "目录:应办事项、活动种类、流程", "Catalogue: what is owed, kinds, procedures")
  /// Whether an entry holds.
  public static let catalogState = Phrase("状态", "State")
  /// It holds.
  public static let catalogInForce = Phrase("在用", "in force")
  /// It is switched off.
  public static let catalogOff = Phrase("未启用", "switched off")
  /// It has not begun yet.
  public static let catalogToCome = Phrase("未到期", "to come")
  /// It has ended.
  public static let catalogEnded = Phrase("已停用", "ended")
  /// It has no day that can be read.
  public static let catalogUnreadable = Phrase("有误", "faulty")
  /// What to add.
  public static let catalogWhatToAdd = Phrase("增加什么", "Add what")
  /// Another entry of the same id.
  public static let catalogOther = Phrase("另有", "Also")
  /// Who owes an obligation.
  public static let catalogOwedBy = Phrase("本期应办", "Owed now by")
  /// Between the words of a list.
  public static let enumerationComma = Phrase("、", ", ")
  /// Where an entry stands.
  public static let labelFile = Phrase("文件", "File")
  /// Saved.
  public static let catalogSaved = Phrase("目录已保存", "The catalogue is saved")
  /// What has no form.
  public static let catalogEditByHand = Phrase(
    "这种条目没有表单,请在文件里改,改前用 zhibu catalog check 和 preview 核对",
    "There is no form for such an entry: change its file; zhibu catalog check and preview look at "
      + "it first")
  /// An entry that is not there.
  public static func catalogEntryUnknown(_ id: String) -> Phrase {
    Phrase("目录里没有「\(id)」了,请返回再看", "“\(id)” is not in the catalogue: go back and look again")
  }
  /// An id that is taken.
  public static func catalogTitleTaken(_ id: String) -> Phrase {
    Phrase(
      "目录里已有「\(id)」,请换一个名称,或修改那一条",
      "“\(id)” is there already: take another title, or change that entry")
  }
  /// An entry that ends before the day.
  public static func catalogEndsBefore(_ day: Day) -> Phrase {
    Phrase("这一条到 \(day) 为止,请填这一天以前的日期", "the entry ends on \(day): give a day before")
  }
  /// `2018-10-28 至 2026-12-31`
  public static func catalogDays(_ since: Day?, _ until: Day?) -> Phrase {
    let start = since?.description ?? "?"
    guard let until else { return Phrase("自 \(start)", "since \(start)") }
    return Phrase("\(start) 至 \(until)", "\(start) to \(until)")
  }
  /// How many owe it.
  public static func catalogOwing(_ count: Int, missing: Int) -> Phrase {
    Phrase(
      "\(count)个组织,\(missing)个还欠", "\(count) organisation(s), \(missing) with something missing")
  }
  /// The title of the form of a new entry.
  public static func catalogNew(_ type: String) -> Phrase {
    let type = catalogType(type)
    return Phrase("新的\(type.chinese)", "New \(type.english)")
  }
  /// The title of the form of a change.
  public static func catalogChange(_ type: String, _ title: String) -> Phrase {
    let type = catalogType(type)
    return Phrase("修改\(type.chinese) · \(title)", "Change \(type.english) · \(title)")
  }
  /// What changes, each sentence once: two entries of one title may change alike.
  public static func sentences(of changes: [CatalogChange]) -> [Phrase] {
    var said: Set<Phrase> = []
    return changes.map(\.phrase).filter { said.insert($0).inserted }
  }
  /// What a change of the catalogue would change, asked before it is saved.
  public static func catalogPreview(_ changes: [CatalogChange], on today: Day) -> Phrase {
    let sentences = sentences(of: changes)
    var lines = Array(sentences.prefix(6))
    if sentences.count > 6 {
      lines.append(Phrase("另有\(sentences.count - 6)处", "and \(sentences.count - 6) more"))
    }
    if let past = changes.filter({ $0.concernsPast(before: today) }).map(\.since).min() {
      lines.append(.catalogConcernsPast(past))
    }
    lines.append(Phrase("保存吗?", "Save it?"))
    return Phrase(
      lines.map(\.chinese).joined(separator: "\n"), lines.map(\.english).joined(separator: "\n"))
  }
  /// What to enter: from which day on.
  public static let hintCatalogSince = Phrase(
    "从这一天起;以前的保持不变。周期中途开始的从下个周期算",
    "From this day on; what was stays. A period that has begun is not asked for")
  /// What to enter: who gives it.
  public static let hintCatalogLecturer = Phrase(
    "只计由本组织任此职的人授课的,如 书记;不限的留空", "Counts only what who holds that post gave, 书记; empty for anybody")
  /// What to enter: an item.
  public static let hintCatalogItem = Phrase(
    "只计有这个议题的会议,如 第一议题;不限的留空", "Counts only meetings with that item; empty for any")
  /// What to enter: who is expected.
  public static let hintCatalogBody = Phrase(
    "党员:支部全体;支委:班子成员;小组:党小组;自选:逐个写出",
    "党员: all members; 支委: officers; 小组: the group; 自选: named one by one")
  /// What to enter: items proposed.
  public static let hintCatalogPreset = Phrase(
    "性质、空格、内容,如 传达学习 第一议题;几项用、隔开", "Sort, blank, title, as 传达学习 第一议题; several parted by 、")
  /// What to enter: who is in a procedure without a record.
  public static let hintCatalogStatus = Phrase(
    "花名册上有这些身份的人自动进入流程;由记录开始的留空",
    "Those on the roll with such a status are in it; empty where a record begins it")
  /// What to enter: steps.
  public static let hintCatalogAfter = Phrase(
    "本流程里别的步骤的编号;几项用、隔开", "Ids of other steps of the procedure, several parted by 、")
  /// What to enter: times.
  public static let hintCatalogBound = Phrase(
    "如 支部大会讨论 <= 3个月(不晚于)或 >= 1年(不早于);几项用、隔开",
    "As 支部大会讨论 <= 3个月 (not after) or >= 1年 (not before); several parted by 、")
  /// What to enter: proofs.
  public static let hintCatalogProof = Phrase(
    "表决 类别、活动 种类、文件 种类、日期 Admitted、身份 发展对象",
    "表决 CATEGORY, 活动 KIND, 文件 KIND, 日期 FIELD or 身份 STATUS; several parted by 、")
  /// What to enter: a repetition.
  public static let hintCatalogEvery = Phrase(
    "要反复做的填多久一次,如 6个月;否则留空", "How often it is repeated, 6个月; else empty")
  /// What to enter: a meaning.
  public static let hintCatalogMeaning = Phrase(
    "程序据此认出大会、批复、介绍信;一般留空", "By this the program knows votes and approvals; mostly empty")
  /// What to enter: a number.
  public static let hintCatalogItemId = Phrase(
    "编号,如 A1,清单里不重复", "A number such as A1, once in the checklist")
  /// What to enter: an answer.
  public static let hintCatalogAnswer = Phrase(
    "人工、义务 编号、条件 名称,或 选择 activity >= 1(再填选择式)",
    "人工, 义务 ID, 条件 NAME, or 选择 activity >= 1 with a selection below")
  /// What to enter: a selection.
  public static let hintCatalogWhere = Phrase(
    "只在“选择”时填,如 Kind = '党课' && Hours > 1", "For 选择 only, as Kind = '党课' && Hours > 1")
}
