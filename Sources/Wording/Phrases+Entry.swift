import Archive
import OrganizationLife
import RecordLog

extension EntryFault {
  /// `file:line: what, remedy`.
  public var located: Phrase { .located(source, line, phrase) }

  /// What is wrong and what to do about it, the field first.
  public var phrase: Phrase {
    guard let field else { return problem.phrase }
    return .ofField(field, item, problem.phrase)
  }
}

extension EntryNotice {
  /// What there is to say, the field first.
  public var phrase: Phrase {
    field.isEmpty ? kind.phrase : .ofField(field, nil, kind.phrase)
  }
}

extension EntryProblem {
  /// What is wrong and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .grammar(let kind): kind.phrase
    case .noType:
      Phrase(
        "不知道是哪种记录,请在前面写上 %rec: 类型 一行(如 %rec: activity)",
        "the type is not known: put a line such as %rec: activity before it")
    case .unknownType(let type):
      Phrase(
        "没有「\(type)」这种类型,请从 \(RecordShape.types.joined(separator: " ")) 中选",
        "there is no type “\(type)”: choose one of \(RecordShape.types.joined(separator: " "))")
    case .reservedField:
      Phrase("由程序填写,请删去这一行", "is filled in by the program: remove the line")
    case .value(let problem): problem.phrase
    case .forbiddenCharacter(let value): GrammarFault.Kind.forbiddenCharacter(value).phrase
    case .invisibleCharacter(let value):
      Phrase(
        "编号和姓名里不能有看不见的字符 \(Self.name(value)),请删去",
        "an id or name cannot hold the invisible character \(Self.name(value)): remove it")
    case .unknownKind(let kind, let known) where known.contains(kind.withoutBlanks):
      Phrase(
        "「\(kind)」里多了空格,请写成 \(kind.withoutBlanks)",
        "“\(kind)” has a blank too many: write \(kind.withoutBlanks)")
    case .unknownKind(let kind, let known):
      Phrase(
        "没有「\(kind)」这种活动,请从 \(known.joined(separator: " ")) 中选",
        "there is no kind of activity “\(kind)”: choose one of \(known.joined(separator: " "))")
    case .unknownOrganization(let id):
      Phrase(
        "没有党组织 \(id),请核对编号,或在同一文件里先登记它",
        "there is no organisation \(id): check the id, or enter the organisation in the same file")
    case .unknownMember(let id):
      Phrase(
        "名册里没有 \(id),请核对编号,或在同一文件里先登记这个人",
        "there is no \(id) on the roll: check the id, or enter the person in the same file")
    case .notAGroup(let id, let branch):
      Phrase(
        "\(id) 不是 \(branch) 的党小组,请核对编号",
        "\(id) is not a group of \(branch): check the id")
    case .parentCircle(let way):
      Phrase(
        "\(Phrase.parentCircle(way).chinese),请改上级组织",
        "\(Phrase.parentCircle(way).english): name another superior")
    case .nameMismatch(let id, let given, let known):
      Phrase(
        "\(id) 是\(known.joined(separator: "、")),不是\(given),请核对编号和姓名",
        "\(id) is \(known.joined(separator: ", ")), not \(given): check id and name")
    case .identifierTaken(let id, let other):
      Phrase("编号 \(id) 已属于\(other),请换一个", "the id \(id) belongs to \(other): choose another")
    case .identityChanged(let old, let new):
      Phrase(
        "更正的是 \(old) 的记录,这里却写成了 \(new),请改回,或另录一条",
        "this corrects a record of \(old) and is about \(new): put \(old) back, or enter a new one")
    case .dayBefore(let day, let other, let otherDay):
      Phrase(
        "\(day) 早于\(Phrase.label(ofField: other).chinese) \(otherDay),请核对两个日期",
        "\(day) comes before \(other) \(otherDay): check both")
    case .activity(let fault): fault.phrase
    case .unknownReference(let id):
      Phrase("没有记录 \(id),请用 zhibu list 核对编号", "there is no record \(id): see zhibu list")
    case .otherType(let id, let type):
      Phrase(
        "\(id) 是 \(type) 类型的记录,请引用同类型的记录",
        "\(id) is a record of type \(type): name one of the same type")
    case .withdrawn(let id):
      Phrase(
        "\(id) 已经作废,请引用仍有效的记录,或另录一条",
        "\(id) was withdrawn: name a record that holds, or enter a new one")
    case .damagedTarget(let id):
      Phrase(
        "\(id) 在文件里被改动过,不计入,不能更正或作废;请从备份恢复,或重新录入一条",
        "\(id) was altered in its file and does not count, so it cannot be corrected or withdrawn: "
          + "restore it from a copy, or enter it anew")
    case .otherOrganization(let id, let expected):
      Phrase(
        "写的是 \(id),却在 \(expected) 的文件里;属于 \(id) 的请用 zhibu add 录入",
        "says \(id) but stands in a file of \(expected): enter what belongs to \(id) with zhibu add"
      )
    case .outdated(let id, let newest):
      Phrase(
        "\(id) 已有更新的版本 \(newest),请先看过再更正它",
        "\(id) has been corrected since by \(newest): look at that and correct it")
    case .otherSum(let id):
      Phrase(
        "后面8位与 \(id) 的校验码不符,请重新查看该记录,或只写编号",
        "the 8 digits are not those of \(id): look at it again, or give the id only")
    case .reasonMissing:
      Phrase("作废和更正要写原因,请加上 Reason", "withdrawing and correcting want a reason: add Reason")
    case .unfilledTag(let tag): .unfilledTag(tag)
    case .signatureMissing:
      Phrase(
        "定稿要有审签,请加上 Signed: 编号 日期,或改为 未定稿",
        "定稿 wants a signature: add Signed: ID DATE, or make it 未定稿")
    case .notInWithdrawal:
      Phrase(
        "作废的记录只写 Withdraws 和 Reason,请删去这一行",
        "a withdrawal holds Withdraws and Reason only: remove the line")
    case .severalLinks:
      Phrase(
        "Corrects、Withdraws、Follows 只能有一个,请分成几条记录",
        "only one of Corrects, Withdraws and Follows can stand here: make several records of it")
    case .closedByOtherLevel(let opener):
      Phrase(
        "检查问题由提出的一级(\(opener))销号,请改为 待销号",
        "a finding is closed by the level that opened it (\(opener)): make it 待销号")
    }
  }

  /// `U+200B`
  fileprivate static func name(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension EntryNotice.Kind {
  /// Where two names begin to differ: `末 U+672B, 未 U+672A`; just the character that nobody sees,
  /// if it is one.
  private static func difference(_ name: String, _ other: String) -> String {
    let ours = Array(name.unicodeScalars)
    let theirs = Array(other.unicodeScalars)
    let start = zip(ours, theirs).prefix { $0 == $1 }.count
    let first = [ours, theirs].compactMap { $0.dropFirst(start).first }
    let isUnseen = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || VisibleText.isInvisible(scalar)
    }
    if let scalar = first.first(where: isUnseen) { return EntryProblem.name(scalar.value) }
    return first.map { "\($0) \(EntryProblem.name($0.value))" }.joined(separator: ", ")
  }

  /// What there is to say.
  public var phrase: Phrase {
    switch self {
    case .cleaned(let changes):
      Phrase(
        "已处理:\(TextChange.list(changes).chinese)",
        "put right: \(TextChange.list(changes).english)")
    case .unknownField:
      Phrase(
        "不认识的字段,原样保留;若是写错了请更正", "unknown field, kept as it is; correct it if it is a slip")
    case .notARecord(let text):
      Phrase("「\(text)」不是记录编号,原样保留", "“\(text)” is no record's id; kept as it is")
    case .afterToday(let day):
      Phrase("\(day) 在今天之后,请核对", "\(day) lies in the future: check it")
    case .doubt(let doubt):
      Phrase(
        "\(doubt.phrase.chinese);\(doubt.remedy.chinese)",
        "\(doubt.phrase.english); \(doubt.remedy.english)")
    case .perhapsTwice(let reference):
      Phrase(
        "同一天同一种活动已有 \(reference),若是重复请作废一条",
        "\(reference) is of the same kind and day; withdraw one if it is the same")
    case .notExpected(let person):
      Phrase(
        "\(person) 不在应到人员之列,不计入实到,可改写为列席(Attending)",
        "\(person) is not one of those expected and is not counted as present; "
          + "Attending is for guests")
    case .countsNotForeseen(let kind):
      Phrase(
        "本单位目录没有规定可以同时计入「\(kind)」,请核对",
        "the catalogue does not foresee that it counts as “\(kind)”: check it")
    case .sameName(let other):
      Phrase(
        "本支部已有同名的 \(other),请核对是不是同一个人",
        "\(other) of this branch has the same name: check whether it is the same person")
    case .similarName(let name, let other, let organization):
      Phrase(
        "「\(name)」与 \(organization) 的 \(other) 看上去一样"
          + "(\(Self.difference(name, other.name))),请核对有没有写错、是不是同一个人",
        "“\(name)” looks like \(other) of \(organization) "
          + "(\(Self.difference(name, other.name))): check the spelling and whether it is the same person"
      )
    case .activity(let fault):
      Phrase(
        "\(fault.phrase.chinese);请核对,确是如此的照实保存",
        "\(fault.phrase.english): check it; if it was so, it is kept as what happened")
    case .warning(let warning):
      Phrase(
        "\(warning.phrase.chinese);\(warning.remedy.chinese)",
        "\(warning.phrase.english); \(warning.remedy.english)")
    case .closedWithoutDay:
      Phrase("已办结,没有写办结日期(Closed)", "已办结 without the day (Closed)")
    }
  }
}
