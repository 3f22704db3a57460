import OrganizationLife

extension Phrase {
  /// 对象 of a 政治生日: those whose political birthday it is.
  public static let peopleOfBirthday = Phrase("过生日的同志", "Whose birthday")
  // MARK: Titles

  /// `2026年第1次支部党员大会`
  public static func meetingTitle(year: Int, number: Int, _ kind: String) -> Phrase {
    Phrase("\(year)年第\(number)次\(kind)", "\(kind) no. \(number) of \(year)")
  }
  /// 议题2 and what it is.
  public static func itemTitle(_ label: Phrase, _ number: Int?, _ title: String) -> Phrase {
    let count = number.map { "\($0)" } ?? ""
    return Phrase(
      "\(label.chinese)\(count)" + (title.isEmpty ? "" : " \(title)"),
      [label.english, count, title].filter { !$0.isEmpty }.joined(separator: " "))
  }
  /// 环节 of a theme day.
  public static let part = Phrase("环节", "Part")
  /// 谈话人 of a talk.
  public static let talkHeldBy = Phrase("谈话人", "Held by")
  /// 谈话对象 of a talk.
  public static let talkedWith = Phrase("谈话对象", "Talked with")
  /// The list of them.
  public static let parts = Phrase("环节", "Parts")
  /// Title of the form that signs off.
  public static func titleSign(_ what: String) -> Phrase {
    Phrase("定稿 \(what)", "Sign off \(what)")
  }
  /// Title of the form that withdraws.
  public static func titleWithdraw(_ what: String) -> Phrase {
    Phrase("作废 \(what)", "Withdraw \(what)")
  }
  /// Title of a form that changes somebody or an organisation.
  public static func titleChange(_ what: String) -> Phrase {
    Phrase("修改 \(what)", "Change \(what)")
  }
  /// Title of the form of a new person.
  public static let titleNewMember = Phrase("登记党员", "New person")
  /// Title of the pasted roster.
  public static let titlePasteRoster = Phrase("粘贴花名册", "Paste a roster")
  /// Title of the form of a new organisation.
  public static let titleNewOrganization = Phrase("新设组织", "New organisation")
  /// Title of the form of a finding.
  public static let titleNewMatter = Phrase("登记事项", "New matter")
  /// Title of the form of a new document, honour, team or plan.
  public static func titleNewPlain(_ type: String) -> Phrase {
    let type = recordType(type)
    return Phrase("登记\(type.chinese)", "New \(type.english.lowercased())")
  }
  /// Among what can be recorded: a document, an honour, a team, a plan or a figure, with what it may be.
  public static func plainRecord(_ type: String) -> Phrase {
    switch type {
    case "document":
      Phrase("文件、笔记、心得、承诺书", "Document, notes, pledge")
    case "honor": Phrase("荣誉、表彰", "Honour")
    case "team": Phrase("队伍、网格、品牌", "Team, grid, brand")
    case "plan": Phrase("计划、目标、任务清单", "Plan, goal, task")
    case "figure": Phrase("指标的数值", "Value of an indicator")
    default: recordType(type)
    }
  }
  /// Title of the form of a matter that goes on.
  public static let titleMatter = Phrase("事项进展", "What happened to it")

  // MARK: Status

  /// 未定稿
  public static let stateUnfinished = Phrase("未定稿", "not signed off")
  /// 定稿
  public static let stateFinal = Phrase("已定稿", "signed off")
  /// When the draft was last kept.
  public static func draftSavedAt(_ time: String) -> Phrase {
    Phrase("草稿 \(time) 已存", "draft kept \(time)")
  }
  /// The draft has changes that are not on the disk yet.
  public static let draftNotYetSaved = Phrase("已改动", "changed")

  // MARK: Names of drafts

  /// A draft of a person.
  public static let draftMember = Phrase("党员", "Person")
  /// A draft of an organisation.
  public static let draftOrganization = Phrase("党组织", "Organisation")
  /// A draft of a pasted roster.
  public static let draftRoster = Phrase("花名册", "Roster")
  /// A draft of a matter.
  public static let draftMatter = Phrase("事项", "Matter")
  /// A draft of an answer to a checklist.
  public static let draftReview = Phrase("清单", "Checklist")
  /// A draft of a sign-off.
  public static let draftSign = Phrase("定稿", "Sign-off of")
  /// A draft of a withdrawal.
  public static let draftWithdrawal = Phrase("作废", "Withdrawal of")

  // MARK: Notes above the fields

  /// What withdrawing does.
  public static func withdrawNote(_ what: String) -> Phrase {
    Phrase(
      "作废后不再计入,但记录仍在台账里,可在历次修改中查看:\(what)",
      "It will not count any more, but stays in the ledger with its history: \(what)")
  }
  /// What signing off does.
  public static let signNote = Phrase(
    "定稿以后,再改就是更正,要写原因。", "After signing off each change is a correction with a reason.")
  /// What correcting asks for.
  public static let correctionNote = Phrase(
    "此记录已定稿:改动作为更正另存一份,须写原因。",
    "This record was signed off: the change is kept as a correction and needs a reason.")
  /// The record was changed by somebody after the draft was begun.
  public static let outdatedDraftNote = Phrase(
    "注意:这份草稿之后,记录又被改过;保存会以草稿为准,请先对照。",
    "Mind: the record was changed after this draft was begun; saving takes the draft's text.")
  /// What a new ledger is.
  public static let newStoreNote = Phrase(
    "台账是一个目录,里面是纯文本文件。以后可以再加组织和人员。",
    "A ledger is a directory of plain text files. Organisations and people can be added later.")
  /// Why one is asked who one is.
  public static let identityNote = Phrase(
    "录入的每条记录都写明是谁录的。按 Enter 从名册选,或直接输入姓名。",
    "Each record says who entered it. Enter chooses from the roll, or type a name.")

  // MARK: Hints

  /// A tag whose value the unit has to write itself.
  public static func unfilledTag(_ tag: String) -> Phrase {
    let open = TagText.opened(tag)
    return Phrase(
      "标签「\(open)」后面还没有写内容,请写上,或删去这个标签",
      "The tag “\(open)” has nothing behind its =: write it, or delete the tag")
  }
  /// What to do once such a tag was chosen.
  public static func writeTagValue(_ tag: String) -> Phrase {
    Phrase("「\(tag)」由本单位填写:请接着写出内容", "“\(tag)” is for you to write: go on typing")
  }

  /// A fixed item of a meeting that nothing was recorded of.
  public static func slotNotTaken(_ title: String) -> Phrase {
    Phrase("固定议程“\(title)”没有记", "Nothing of the fixed item “\(title)” is recorded")
  }
  /// Who presided or kept the record, and did not come.
  public static func notAmongThosePresent(_ post: Phrase, _ name: String) -> Phrase {
    Phrase(
      "\(post.chinese)\(name)不在到会人员里",
      "\(post.english): \(name) is not among those present")
  }
  /// How tags are written, by some that the unit has.
  public static func hintTags(_ examples: [String]) -> Phrase {
    let list = examples.joined(separator: "、")
    return Phrase("如 \(list);多个用、隔开;Enter 选择", "such as \(list); Enter: choose")
  }

  /// What to enter in a field of that name, if there is something to say.
  public static func hint(of name: String, in type: String = "") -> Phrase? { hints[name] }

  private static let hints: [String: Phrase] = [
    ":date": Phrase(
      "2026-3-12、3-12、12、今天、昨天;Enter 打开日历", "2026-3-12, 3-12, 12, today; Enter: calendar"),
    ":looseDate": Phrase("1984-06、1984.6 或 1984-06-12", "1984-06 or 1984-06-12"),
    ":time": Phrase("1430 即 14:30", "1430 is 14:30"),
    ":quantity": Phrase("126;约数写 1000+ 或 ~20", "126; roughly: 1000+ or ~20"),
    ":period": Phrase(
      "2026-11、2026-Q4、2026-W47、2026-11-25;也可写 本月、本周、今天",
      "2026-11, 2026-Q4, 2026-W47 or a day"),
    ":person": Phrase(
      "姓名或拼音首字母(zjg);Enter 从名册选;非本台账的人直接写姓名(单位)",
      "a name or pinyin initials; Enter: the roll; guests as plain text"),
    ":member": Phrase(
      "姓名或拼音首字母(zjg);Enter 从名册选", "a name or pinyin initials; Enter: the roll"),
    ":officer": Phrase("姓名 职务,如:李敏 书记;Enter 选人", "name and post; Enter: the roll"),
    ":words": Phrase("多个用、隔开", "several are parted by 、"),
    ":organization": Phrase("名称或编号;Enter 选择", "name or id; Enter: choose"),
    ":longText": Phrase("Enter 或 F4 全屏填写", "Enter or F4: write on the whole screen"),
    "Sitting": Phrase("分两批的第一批写 1/2", "the first of two sittings is 1/2"),
    "Tag": Phrase("维度=学用", "DIMENSION=VALUE"),
    "Term": Phrase("几年一届", "in years"),
  ]

  /// The id of a person.
  public static let hintMemberID = Phrase(
    "大写字母开头,字母和数字;一人一号,终身不变", "upper-case letters and digits; one person's for good")
  /// Why a change of name needs a reason.
  public static let hintMemberReason = Phrase("改姓名时要写原因", "needed when the name changes")
  /// The id of an organisation.
  public static let hintOrganizationID = Phrase(
    "大写字母开头,字母和数字,如 Q1、Q1G1;定了不再改", "upper-case letters and digits, Q1 or Q1G1; for good")
  /// Who signs.
  public static let hintSigned = Phrase("主持人或书记", "who presided, or the secretary")
  /// Why something is withdrawn.
  public static let hintWithdraw = Phrase("为什么作废,如:重复录入", "why, for example: entered twice")
  /// The writer's name.
  public static let hintWriter = Phrase(
    "用在文件名里:小写字母开头,字母和数字,2–16位,一人一名", "used in file names: 2–16 lower-case letters and digits")
  /// The unit's name.
  public static let hintUnit = Phrase("如:第一监狱", "the name of the unit")
  /// The name of a new ledger's first organisation.
  public static let firstOrganization = Phrase("党组织名称", "Organisation")
  /// One's name.
  public static let hintYourName = Phrase("录入人的姓名", "who enters the records")
  /// Who one is.
  public static let hintIdentity = Phrase(
    "姓名、拼音首字母或 Enter 从名册选;不在名册的直接写姓名", "a name, pinyin initials, or Enter for the roll")
  /// The directory of a ledger.
  public static let hintDirectory = Phrase("台账所在目录", "where the ledger is")

  // MARK: What is wrong with what was typed

  /// No day.
  public static func notADate(_ text: String) -> Phrase {
    Phrase("「\(text)」不是日期,请写成 2026-03-12", "“\(text)” is no date; write 2026-03-12")
  }
  /// Neither day, month nor year.
  public static func notALooseDate(_ text: String) -> Phrase {
    Phrase("「\(text)」不是日期,请写成 1984-06", "“\(text)” is no date; write 1984-06")
  }
  /// No time of day.
  public static func notATime(_ text: String) -> Phrase {
    Phrase("「\(text)」不是时间,请写成 14:30", "“\(text)” is no time; write 14:30")
  }
  /// No number.
  public static func notANumber(_ text: String) -> Phrase {
    Phrase("「\(text)」不是数字", "“\(text)” is no number")
  }
  /// No number, not even a rough one.
  public static func notAQuantity(_ text: String) -> Phrase {
    Phrase("「\(text)」不是人数;约数写 1000+ 或 ~20", "“\(text)” is no number; roughly: 1000+ or ~20")
  }
  /// None of the words allowed.
  public static func notAChoice(_ text: String, _ words: [String]) -> Phrase {
    Phrase(
      "没有「\(text)」,可选:\(words.joined(separator: "、"))",
      "“\(text)” is not among \(words.joined(separator: ", "))")
  }
  /// Nobody bears the name.
  public static func unknownPerson(_ text: String, mayBeGuest: Bool) -> Phrase {
    mayBeGuest
      ? Phrase("名册里没有「\(text)」;非本台账的人请写中文姓名", "nobody on the roll matches “\(text)”")
      : Phrase(
        "名册里没有「\(text)」,请按 Enter 从名册选", "nobody on the roll matches “\(text)”; Enter: the roll")
  }
  /// Several people bear the name.
  public static func severalPeople(_ text: String, _ people: [String]) -> Phrase {
    let list = people.prefix(4).joined(separator: "、")
    return Phrase(
      "「\(text)」有\(people.count)人:\(list);请按 Enter 选", "“\(text)” may be \(list); Enter: choose")
  }
  /// More than one person in a field for one.
  public static let onlyOnePerson = Phrase("这里只能写一个人", "only one person here")
  /// The day from which a new ledger is kept.
  public static let hintLedgerSince = Phrase(
    "台账从哪天记起;此前的会议和应办不算", "The day from which the ledger is kept")
  /// An officer without a post.
  public static let officerWithoutPost = Phrase(
    "姓名后面空一格写职务,如:李敏 书记", "write the post behind the name")
  /// No organisation bears the name.
  public static func noOrganizationNamed(_ text: String) -> Phrase {
    Phrase("没有「\(text)」这个组织,请按 Enter 选", "there is no organisation “\(text)”; Enter: choose")
  }
  /// Several organisations bear the name.
  public static func severalOrganizations(_ text: String) -> Phrase {
    Phrase("「\(text)」不止一个,请写编号或按 Enter 选", "“\(text)” is not the only one; write the id")
  }
  /// Not a writer's name.
  public static func notAWriter(_ text: String) -> Phrase {
    Phrase(
      "录入名「\(text)」不合要求:小写字母开头,字母和数字,2–16位",
      "“\(text)” is no writer name: 2–16 lower-case letters and digits")
  }
  /// Not an organisation's id.
  public static func notAnOrganizationID(_ text: String) -> Phrase {
    Phrase(
      "编号「\(text)」不合要求:大写字母开头,字母和数字,2–12位", "“\(text)” is no id: 2–12 upper-case letters and digits"
    )
  }
  /// Something that has to be entered.
  public static func pleaseEnter(_ label: Phrase) -> Phrase {
    Phrase("请填\(label.chinese)", "please enter: \(label.english)")
  }
  /// Votes without those in favour.
  public static let voteWithoutFavour = Phrase(
    "填了票数,赞成几票没有填", "there are numbers, but none in favour")
  /// Something wrong, named by its field.
  public static func atField(_ label: Phrase, _ what: Phrase) -> Phrase {
    Phrase("\(label.chinese): \(what.chinese)", "\(label.english): \(what.english)")
  }
  /// Something wrong, and more of it elsewhere.
  public static func andMore(_ what: Phrase, _ count: Int) -> Phrase {
    Phrase("\(what.chinese)(另有\(count)处)", "\(what.english) (\(count) more)")
  }

  // MARK: Missing

  /// The line of what is missing: the first of so many.
  public static func stillMissing(_ list: [String], of count: Int) -> Phrase {
    let isWhole = list.count == count
    return Phrase(
      "还缺: \(list.joined(separator: "、"))" + (isWhole ? "" : " 等\(count)项"),
      "still missing: \(list.joined(separator: ", "))" + (isWhole ? "" : " and more (\(count))"))
  }
  /// Saved all the same.
  public static func savedWithGaps(_ list: [String]) -> Phrase {
    Phrase(
      "已保存,还缺: \(list.joined(separator: "、"))",
      "saved; still missing: \(list.joined(separator: ", "))")
  }

  /// The box of everything missing and said.
  public static func remarksTitle(_ count: Int) -> Phrase {
    Phrase("还缺与提示(\(count)条)", "Missing and noted (\(count))")
  }
  /// Something missing, in that box.
  public static func missingOne(_ what: String) -> Phrase {
    Phrase("还缺\(what)", "missing: \(what)")
  }
  /// Nothing is missing and nothing said.
  public static let nothingToRemark = Phrase("没有缺项,也没有提示", "nothing is missing")
  /// Behind the first remark: the key that lists them all, with what is missing and refused.
  public static let remarksKey = Phrase(" (F5 看全部)", " (F5: all)")

  /// Something is there already.
  public static func saveAllTheSame(_ what: Phrase) -> Phrase {
    Phrase("\(what.chinese)。仍要保存吗?", "\(what.english). Save it all the same?")
  }
  /// A record is signed off that lacks something.
  public static func signWithGaps(_ gaps: [Phrase]) -> Phrase {
    let shown = gaps.prefix(6)
    let more = gaps.count > shown.count
    return Phrase(
      "还缺:\(shown.map(\.chinese).joined(separator: "、"))\(more ? "等\(gaps.count)处" : "")。"
        + "定稿后再补就是更正,要写原因。仍要定稿吗?",
      "Missing: \(shown.map(\.english).joined(separator: ", "))"
        + "\(more ? " and others, \(gaps.count) in all" : ""). Once signed off, adding it is a "
        + "correction with a reason. Sign it off all the same?")
  }
  /// A draft was settled by another window meanwhile
  public static let draftTaken = Phrase(
    "这份草稿已在别的窗口保存或删掉;这里写的仍留作草稿",
    "Another window has saved this draft or thrown it away; what is here stays a draft")
  /// Asks before a draft is saved that another window has settled
  public static let saveTaken = Phrase(
    "这份草稿已在别的窗口保存或删掉,再存会重复。仍要保存吗?",
    "Another window has saved this draft or thrown it away. Save it again?")
  /// A letter in a field of numbers
  public static let onlyDigits = Phrase("这里只填数字", "Only digits here")
  /// Above the form that closes a matter: how far it had come
  public static func progressBefore(_ state: String, _ note: String) -> Phrase {
    Phrase("此前进展(\(state)): \(note)", "Before (\(state)): \(note)")
  }
  /// Above a meeting that is entered for a period that is over (补录)
  public static func entersMissed(_ kind: String, _ period: Period) -> Phrase {
    Phrase(
      "补录 \(period)(\(period.first)至\(period.last))的\(kind): 日期填实际召开的那天",
      "\(kind) of \(period) (\(period.first) to \(period.last)), entered late:"
        + " the date is the day it was held")
  }
  /// A meeting is dated outside of the period that it was to be entered for
  public static func outsideMissed(_ day: Day, _ period: Period) -> Phrase {
    Phrase(
      "日期 \(day) 不在 \(period) 内,存了 \(period) 仍欠",
      "\(day) is not in \(period), which stays owed")
  }

  // MARK: Long texts

  /// A long text without anything in it.
  public static let emptyText = Phrase("(未填)", "(empty)")
  /// How long a text is.
  public static func linesOfText(_ count: Int) -> Phrase {
    Phrase("\(count)行", "\(count) line\(count == 1 ? "" : "s")")
  }
  /// Where the cursor is in a long text.
  public static func textPlace(line: Int, lines: Int, characters: Int) -> Phrase {
    Phrase(
      "第\(line)行 共\(lines)行 \(characters)字", "line \(line) of \(lines), \(characters) characters")
  }
  /// What must not stand in the minutes.
  public static let textReminder = Phrase(
    "勿录罪犯姓名、工作秘密", "no names of prisoners, no work secrets")
  /// The form has no long text.
  public static let noLongText = Phrase("这里没有长文", "there is no long text here")
  /// Title of the box of speakers.
  public static let speakerTitle = Phrase("谁发言", "Who speaks?")
  /// Nobody matches the letters.
  public static func noSpeaker(_ letters: String) -> Phrase {
    Phrase("没有拼音为 \(letters) 的人", "nobody matches \(letters)")
  }
}
