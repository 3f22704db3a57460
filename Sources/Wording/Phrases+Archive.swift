import Archive
import OrganizationLife
import RecordLog

extension Phrase {
  /// A sentence with the place it is about: `file:line: …`; without a line when that is 0.
  public static func located(_ file: String, _ line: Int, _ phrase: Phrase) -> Phrase {
    let place = line > 0 ? "\(file):\(line): " : "\(file): "
    return Phrase(place + phrase.chinese, place + phrase.english)
  }

  /// A sentence about one field.
  static func ofField(_ field: String, _ item: Int?, _ phrase: Phrase) -> Phrase {
    let chinese = item.map { "议题\($0)的 " } ?? ""
    let english = item.map { " of item \($0)" } ?? ""
    return Phrase(
      "\(chinese)\(field):\(phrase.chinese)", "\(field)\(english): \(phrase.english)")
  }
}

extension String {
  /// The text without any blanks, which people type without seeing them.
  var withoutBlanks: String { filter { $0 != " " && $0 != "\u{3000}" } }
}

extension ValueProblem {
  /// What is wrong with a value and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .missing: Phrase("没有填写,请补上", "missing: add it")
    case .notADate(let text):
      Phrase(
        "「\(text)」不是日期,请写成 2026-03-12 这样", "“\(text)” is no date: write 2026-03-12")
    case .doesNotExist(let text):
      Phrase("没有\(text)这一天,请改正", "there is no such day as \(text): correct it")
    case .outsideYears(let text):
      Phrase(
        "「\(text)」的年份不在1900到2199之间,请核对",
        "the year of “\(text)” is not within 1900 to 2199: check it")
    case .notATime(let text):
      Phrase("「\(text)」不是时间,请写成 14:30 这样", "“\(text)” is no time: write 14:30")
    case .notANumber(let text):
      Phrase("「\(text)」不是整数,请改成数字", "“\(text)” is no whole number: write digits")
    case .notADecimal(let text):
      Phrase("「\(text)」不是数,请写成 2 或 1.5 这样", "“\(text)” is no number: write 2 or 1.5")
    case .notAQuantity(let text):
      Phrase(
        "「\(text)」不是数量,请写成 126、1000+(余)或 ~20(近)",
        "“\(text)” is no quantity: write 126, 1000+ (over) or ~20 (about)")
    case .notAnAmount(let text):
      Phrase(
        "「\(text)」不是金额,请写成元和两位小数,如 12.50",
        "“\(text)” is no sum of money: write yuan with two decimals, 12.50")
    case .unknownChoice(let text, let allowed) where allowed.contains(text.withoutBlanks):
      Phrase(
        "「\(text)」里多了空格,请写成 \(text.withoutBlanks)",
        "“\(text)” has a blank too many: write \(text.withoutBlanks)")
    case .unknownChoice(let text, let allowed):
      Phrase(
        "没有「\(text)」这一项,请从 \(allowed.joined(separator: " ")) 中选",
        "“\(text)” is none of \(allowed.joined(separator: " ")): choose one of them")
    case .notAnOrganization(let text):
      Phrase(
        "「\(text)」不是党组织编号,请用大写字母开头、2至12位大写字母和数字",
        "“\(text)” is no organisation id: use 2 to 12 capitals and digits, a capital first")
    case .notAMember(let text):
      Phrase(
        "「\(text)」不是党员编号,请写名册里的编号,如 Q1M05",
        "“\(text)” is no member's id: write one of the roll, such as Q1M05")
    case .incomplete(let text):
      Phrase("「\(text)」后面少了内容,请补上", "something is missing behind “\(text)”: add it")
    case .notAPeriod(let text):
      Phrase(
        "「\(text)」不是时段,请写成 2026、2026-H2、2026-Q4、2026-11、2026-W11 或某一天",
        "“\(text)” is no period: write 2026, 2026-H2, 2026-Q4, 2026-11, 2026-W11 or a day")
    case .notAMonth(let text):
      Phrase(
        "「\(text)」不是月份,请写成 2026-03 这样,月份从 01 到 12",
        "“\(text)” is no month: write 2026-03, months from 01 to 12")
    case .notARate(let text):
      Phrase(
        "「\(text)」不是比例,请写成 0.5%、1%、1.5% 或 2% 这样",
        "“\(text)” is no rate: write 0.5%, 1%, 1.5% or 2%")
    case .tooLarge(let text):
      Phrase(
        "「\(text)」太大,整数部分最多9位,请核对是不是多打了几位",
        "“\(text)” is too large, at most 9 digits are read: check for digits too many")
    case .notAReference(let text):
      Phrase(
        "「\(text)」不是记录编号,请写成 Q1-activity-2026-zhang-0007 这样",
        "“\(text)” is no record id: write one such as Q1-activity-2026-zhang-0007")
    case .notASitting(let text):
      Phrase("「\(text)」不是批次,请写成 1/2 这样", "“\(text)” is no sitting: write 1/2")
    case .unknownVotePart(let text):
      Phrase(
        "表决里不认识「\(text)」,请用 对象= 类别= 方式= 赞成= 不赞成= 弃权= 书面= 发出= 收回= 有效= 监票= 计票= 另选=",
        "“\(text)” is no part of a vote: use 对象= 类别= 方式= 赞成= 不赞成= 弃权= 书面= 发出= 收回= "
          + "有效= 监票= 计票= 另选=")
    case .voteWithout(let part):
      Phrase("表决缺少「\(part)=」,请补上", "the vote has no “\(part)=”: add it")
    case .voteNumber(let part, let text):
      Phrase(
        "表决的「\(part)=\(text)」不是数字,请改正", "“\(part)=\(text)” in the vote is no number: correct it")
    case .outsideItem:
      Phrase(
        "应写在某个 Item(议题)之后,请移到它的下面", "belongs to an Item: move it below one")
    case .severalLines:
      Phrase("只能写一行,请并成一行", "takes one line: put it on one")
    case .repeated:
      Phrase("只能写一次,请删去多余的", "may stand once only: remove the others")
    }
  }
}

extension ValueFault {
  /// The field and what is wrong with it.
  public var phrase: Phrase { .ofField(field, item, problem.phrase) }
}

extension ArchiveError {
  /// What happened, where, and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .store(let error): error.phrase
    }
  }
}

extension SelectionError {
  /// What is wrong with a selection and what to do about it.
  public var phrase: Phrase {
    let what = problem.phrase
    return Phrase(
      "选择式第\(position)个字符处,\(what.chinese)",
      "at character \(position) of the selection, \(what.english)")
  }
}

extension Phrase {
  /// What follows from there being no entries of a type.
  fileprivate static func withoutEntries(_ type: String) -> Phrase {
    switch type {
    case "obligation": Phrase("什么都不会列为应办", "nothing is owed by anybody")
    case "kind": Phrase("任何活动都不能登记", "no activity can be entered")
    case "checklist": Phrase("没有可查的清单", "there is no checklist to go by")
    case "procedure": Phrase("任何流程都不提醒", "no procedure is watched")
    case "report": Phrase("没有报表可出", "there is no report")
    default: Phrase("学时按每学时45分钟折算", "a study hour is taken as 45 minutes")
    }
  }
}

extension CatalogFault {
  /// What is wrong, what to do about it, and what follows until then.
  public var phrase: Phrase {
    guard let follows = effect.phrase else { return problem.phrase }
    return Phrase(
      "\(problem.phrase.chinese)(\(follows.chinese))",
      "\(problem.phrase.english) (\(follows.english))"
    )
  }
}

extension CatalogFault.Effect {
  /// What follows; nil where everything holds.
  fileprivate var phrase: Phrase? {
    switch self {
    case .entryOut:
      Phrase("改正以前,这一条整条不起作用", "until then the whole entry is out of force")
    case .lineOut:
      Phrase("改正以前只略去这一处,本条其余照常", "until then only this is left out, the rest holds")
    case .taken(""): Phrase("改正以前按没有写对待", "until then it is taken as not said")
    case .taken(let text):
      Phrase("改正以前按“\(text)”对待", "until then it is taken as “\(text)”")
    case .byHand:
      Phrase("改正以前,这一条由人工回答", "until then a person answers the line")
    case .kept: nil
    }
  }
}

extension CatalogFault.Problem {
  /// What is wrong in the catalogue and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .grammar(let kind): kind.phrase
    case .noEntries(let type, let isFileThere):
      Phrase(
        (isFileThere ? "文件里没有任何条目" : "没有这个文件") + ",\(Phrase.withoutEntries(type).chinese);"
          + "请从备份恢复,或运行 zhibu catalog update --all 补入程序自带的",
        (isFileThere ? "the file has no entries" : "there is no such file")
          + ": \(Phrase.withoutEntries(type).english); restore it from a copy, or take the program's "
          + "own with zhibu catalog update --all")
    case .unknownType(let type):
      Phrase(
        "不认识的条目类型「\(type)」,请检查 %rec: 一行", "“\(type)” is no type of entry: check the %rec: line")
    case .value(let field, let problem): .ofField(field, nil, problem.phrase)
    case .overlaps(let id, let line):
      Phrase(
        "「\(id)」与第\(line)行的条目有效期重叠,请给旧条目写上 Until",
        "“\(id)” holds on some of the days of the entry on line \(line): give the older an Until")
    case .unknownChecklist(let id):
      Phrase("没有清单「\(id)」,请检查 Checklist", "there is no checklist “\(id)”: check Checklist")
    case .isFolder:
      Phrase(
        "这里应是文件,却是文件夹,里面应有的条目都没有读到;请移走文件夹,用 zhibu catalog update 补回文件",
        "a folder is where a file should be, and none of its entries were read: move it away and "
          + "put the file back with zhibu catalog update")
    case .unknownObligation(let id, let field):
      Phrase("没有义务「\(id)」,请检查 \(field)", "there is no obligation “\(id)”: check \(field)")
    case .unknownKind(let id):
      Phrase("没有活动种类「\(id)」,请检查拼写", "there is no kind of activity “\(id)”: check its spelling")
    case .badPreset(let text):
      Phrase(
        "Preset「\(text)」的第一个词不在本条目的 ItemKind 里,请改正",
        "the first word of Preset “\(text)” is none of the entry's ItemKind: correct it")
    case .needNotShown(let field):
      Phrase(
        "Need 里的 \(field) 不在 Field 里,表单填不了,请补上 Field: \(field)",
        "\(field) is needed and not among Field, so that no form shows it: add Field: \(field)")
    case .obligation(let fault): fault.phrase
    case .unknownProcedure(let id):
      Phrase("没有流程「\(id)」,请检查 Procedure", "there is no procedure “\(id)”: check Procedure")
    case .procedure(let fault): fault.phrase
    case .badBound(let text):
      Phrase(
        "Bound「\(text)」不对,请写成 步骤 >= 1年(不早于)或 步骤 <= 3个月(不晚于)",
        "“\(text)” is no Bound: write STEP >= 1年 (not before) or STEP <= 3个月 (not after)")
    case .badProof(let text):
      Phrase(
        "Proof「\(text)」不对,请写成 表决 类别、活动 种类、文件 种类、日期 Admitted 或 身份 发展对象",
        "“\(text)” is no Proof: write 表决 CATEGORY, 活动 KIND, 文件 KIND, 日期 FIELD or 身份 STATUS")
    case .badInterval(let text):
      Phrase(
        "「\(text)」不是时长,请写成 30天、6个月 或 1年",
        "“\(text)” is no length of time: write 30天, 6个月 or 1年")
    case .badMinutes(let minutes):
      Phrase(
        "1学时不能是\(minutes)分钟,请写 1 到 600,一般是 45 或 60",
        "a study hour has 1 to 600 minutes, 45 or 60 as a rule, not \(minutes): correct it")
    case .badAnswer(let text):
      Phrase(
        "Answer「\(text)」不对,请写成 义务 ID、选择 TYPE >= N、条件 NAME 或 人工",
        "“\(text)” is no Answer: write 义务 ID, 选择 TYPE >= N, 条件 NAME or 人工")
    case .unknownCondition(let name):
      Phrase("没有条件「\(name)」,请检查拼写", "there is no condition “\(name)”: check its spelling")
    case .selection(let error): error.phrase
    case .badMeasure(let text):
      Phrase(
        "Measure「\(text)」不对,请写成 Count、Sum 字段、Distinct 字段、人次、学时、天、义务 ID 应、Total、Share 或 Average",
        "“\(text)” is no Measure: write Count, Sum FIELD, Distinct FIELD, 人次, 学时, 天, 义务 ID 应, "
          + "Total, Share or Average")
    case .unknownRecords(let text):
      Phrase(
        "没有「\(text)」这类记录,请写 activity、matter、document 等,或 item、answer",
        "there are no records of type “\(text)”: write activity, matter, document …, item or answer"
      )
    case .badDayField(let text):
      Phrase(
        "不能按「\(text)」归入期间,请写这类记录的日期字段,有起止的也可写 期间",
        "“\(text)” puts no record into a period: write a field of days, or 期间 for what begins "
          + "and ends")
    case .badBoundary(let text):
      Phrase(
        "「\(text)」不是乘积,请写成 4 * 支部数 * 月 这样",
        "“\(text)” is no product: write it like 4 * LINE * 月")
    case .badSentence(let text):
      Phrase(
        "「\(text.prefix(20))…」里的括号不成对,请补全",
        "a bracket in “\(text.prefix(20))…” has no partner: add it")
    case .unknownLine(let id):
      Phrase(
        "上面没有报表行「\(id)」,请检查 Id 和次序", "no line “\(id)” stands above: check its Id and the order")
    case .lineOff(let id):
      Phrase(
        "报表行「\(id)」已停用(Enabled: 否),用到它的这一行算不出;请启用它,或改 Measure",
        "the line “\(id)” is switched off (Enabled: 否), and this line is made of it: "
          + "switch it on or change Measure")
    case .unknownSelectedField(let name, let type):
      Phrase(
        "\(type) 记录没有字段 \(name),请检查拼写;本单位自加的字段请先写进 schema/\(type).rec",
        "records of type \(type) have no field \(name): check its spelling; "
          + "a field of the unit's own has to stand in schema/\(type).rec")
    case .unknownReport(let id):
      Phrase("没有报表「\(id)」,请检查 Id", "there is no report “\(id)”: check its Id")
    case .unknownField(let name):
      Phrase("不认识的字段 \(name),请检查拼写", "unknown field \(name): check its spelling")
    }
  }
}

extension ArchiveNotice {
  /// The file, relative to the store, and the 1-based line; no file for what several are about.
  public var place: (file: String, line: Int) {
    switch self {
    case .file(let path, let condition): (path, condition.line)
    case .notIntact(_, let path, let line), .sameIdentifier(_, let path, let line),
      .unreadableClosing(_, let path, let line), .pending(_, _, _, let path, let line),
      .otherSum(_, _, let path, let line), .foreignFolder(_, _, let path, let line):
      (path, line)
    case .value(_, let path, let fault): (path, fault.line)
    case .conflict(let conflict): (conflict.path, conflict.line)
    case .catalog(let fault): (fault.path, fault.line)
    }
  }

  /// What was read around and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .file(_, let condition): condition.phrase
    case .notIntact(let reference, _, _):
      Phrase(
        "\(reference) 的校验码不符,可以看,不计入;请运行 zhibu verify",
        "the Sum of \(reference) does not agree; it is shown and not counted: run zhibu verify")
    case .value(let reference, _, let fault):
      Phrase(
        "\(reference) \(fault.phrase.chinese)(此值不计入)",
        "\(reference) \(fault.phrase.english) (the value is not counted)")
    case .sameIdentifier(let reference, _, _):
      Phrase(
        "编号 \(reference) 出现两次,以先出现的为准;请运行 zhibu verify",
        "the id \(reference) is there twice; the first counts: run zhibu verify")
    case .unreadableClosing(let reference, _, _):
      Phrase(
        "\(reference) 的 By 或 At 读不出,不计入;请运行 zhibu verify",
        "By or At of \(reference) cannot be read; it is not counted: run zhibu verify")
    case .pending(let reference, let field, let target, _, _):
      Phrase(
        "\(reference) 的 \(field) 所指的 \(target) 不在台账里,请检查是否缺了文件",
        "\(field) of \(reference) names \(target), which is not there: see whether a file is missing"
      )
    case .otherSum(let reference, let target, _, _):
      Phrase(
        "\(reference) 更正的 \(target) 校验码不符,原记录可能被改动过;请运行 zhibu verify",
        "\(reference) corrects \(target) with another Sum than it has; it may have been altered: "
          + "run zhibu verify")
    case .conflict(let conflict):
      Phrase(
        "\(conflict.version) 有\(conflict.candidates.count)条不同的更正"
          + "(\(conflict.candidates.map(\.text).joined(separator: "、"))),暂用最后一条,请作废其余的",
        "\(conflict.version) was corrected \(conflict.candidates.count) times side by side "
          + "(\(conflict.candidates.map(\.text).joined(separator: ", "))); the last holds for now: "
          + "withdraw the others")
    case .foreignFolder(let reference, let organization, _, _):
      Phrase(
        "\(reference) 写的党组织是 \(organization),与所在文件夹不同,请更正",
        "\(reference) says it belongs to \(organization), not to its folder: correct it")
    case .catalog(let fault): fault.phrase
    }
  }
}

extension FileCondition {
  /// Where it begins; 0 for a file as a whole.
  fileprivate var line: Int {
    switch self {
    case .intact: 0
    case .tornTail(let line, _), .damaged(let line): line
    case .badHeader, .newerFormat: 1
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .intact: Phrase("完好", "intact")
    case .tornTail(_, let bytes): Finding.Kind.tornTail(bytes: bytes).phrase
    case .damaged:
      Phrase("有损坏,请运行 zhibu verify 并从备份恢复", "damaged: run zhibu verify and restore it from a copy")
    case .badHeader:
      Phrase(
        "首行与文件路径不符,请从备份恢复", "the first line does not fit the path: restore it from a copy")
    case .newerFormat(let format): Finding.Kind.newerFormat(format).phrase
    }
  }
}

extension SelectionError.Problem {
  /// What was met and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .unexpectedEnd: Phrase("式子没有写完,请补全", "the expression ends too early: complete it")
    case .unexpected(let text):
      Phrase("不应出现「\(text)」,请改正", "“\(text)” cannot stand there: correct it")
    case .openText:
      Phrase("引号没有配对,请补上", "a quotation mark has no partner: add it")
    case .noComparison:
      Phrase("缺少比较,请写成 Kind = '党课' 这样", "a comparison is missing: write Kind = '党课'")
    case .pattern(let text):
      Phrase(
        "~ 只认普通文字,「\(text)」里有特殊符号,请删去",
        "~ takes plain text; “\(text)” has signs with a meaning: remove them"
      )
    case .notADate(let text):
      Phrase("「\(text)」不是日期,请写成 '2026-03-12'", "“\(text)” is no date: write '2026-03-12'")
    }
  }
}

extension Phrase {
  /// Said beside an answer from a store with faults.
  public static func answerFromFaults(_ count: Int) -> Phrase {
    Phrase(
      "台账有\(count)处问题,结果可能不全,请运行 zhibu verify",
      "the ledger has \(count) fault(s), so this answer may be incomplete: run zhibu verify")
  }
}
