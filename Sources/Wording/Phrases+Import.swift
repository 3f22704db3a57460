import OrganizationLife
import RecordLog

// What is said about tables that come in from other programs.
extension Phrase {
  // MARK: The command

  /// `zhibu import`
  public static let helpImport = Phrase(
    "从 CSV 表格导入党员或往期活动", "Bring in members or past activities from a CSV table")
  /// What `zhibu import` is for, at length
  public static let helpImportDiscussion = Phrase(
    """
    第一行(或前几行中)要有标题:党员须有 姓名,活动须有 日期 和 类型。认得常见的中文标题,
    认不得的列会列出并略去,可用 --map 指定,如 --map 生日=Born;--map 备注2= 表示不要这一列。
    日期写 2026-3-5、2026/03/05、2026.3.5、20260305、2026年3月5日 都可以;分隔符逗号、分号、制表符都可以。
    名册里已有的党员按姓名对上并更新,同名的要加 编号 一列。身份证号不收入台账。
    先用 --preview 看;有一处错就一条也不写,每处错写明文件和行号。
    """,
    """
    One of the first lines holds the headings: members need 姓名, activities 日期 and 类型. Columns that
    are not known are named and left out; --map tells what one means, as in --map 生日=Born, and
    --map 备注2= leaves one out. Dates may be 2026-3-5, 2026/03/05, 2026.3.5, 20260305, 2026年3月5日;
    cells parted by commas, semicolons or tabs. People on the roll are found by name and brought up
    to date; namesakes need a column 编号. Numbers of identity cards are not taken in.
    --preview shows what would be written. All or none is; each fault is named with file and line.
    """)
  /// The file of `zhibu import`
  public static let helpImportFile = Phrase("CSV 文件,- 表示标准输入", "A CSV file; - is standard input")
  /// `--type`
  public static let helpImportSubject = Phrase(
    "members(党员)或 activities(往期活动);默认看标题", "members or activities; by the headings when not given")
  /// `--map`
  public static let helpImportMap = Phrase(
    "某列是什么,如 生日=Born;可重复", "What a column means, 生日=Born; repeatable")
  /// `--encoding`
  public static let helpEncoding = Phrase(
    "文件的编码 utf-8、gb18030 或 utf-16(默认自动识别)", "utf-8, gb18030 or utf-16; found out by default")
  /// `--preview`
  public static let helpPreview = Phrase("只看,不写", "Show what would be written, and write nothing")
  /// `--organization` of `zhibu import`
  public static let helpImportOrganization = Phrase(
    "导入到哪个党支部(默认自己的;表格有 党支部 一列时按它)", "The branch; one's own by default, or a column 党支部")
  /// `--since` of `zhibu import`
  public static let helpImportSince = Phrase(
    "党员从哪天起在册(默认今天;新建的台账从支部成立日)", "From which day the members are on the roll (today)")
  /// `--map` without `=`
  public static func notAMapping(_ text: String) -> Phrase {
    Phrase(
      "--map 「\(text)」要写成 列标题=字段,如 生日=Born", "--map “\(text)”: write COLUMN=FIELD, as in 生日=Born")
  }
  /// A field that is none
  public static func notAFieldToMap(_ text: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有字段「\(text)」,请从 \(known.joined(separator: " ")) 中选,或写中文标题",
      "There is no field “\(text)”: choose from \(known.joined(separator: " "))")
  }
  /// A column that the table does not have
  public static func noSuchColumn(_ text: String, _ known: [String]) -> Phrase {
    Phrase(
      "表格没有「\(text)」这一列,有:\(known.joined(separator: "、"))",
      "The table has no column “\(text)”; it has \(known.joined(separator: ", "))")
  }
  /// Whose table it is was not said
  public static let importWhere = Phrase(
    "请用 --organization 说明导入到哪个党支部,或在表格里加 党支部 一列",
    "Say by --organization into which branch, or add a column 党支部")
  /// How much there is, before it is written
  public static func importSummary(added: Int, updated: Int, unchanged: Int) -> Phrase {
    Phrase(
      "新增 \(added),更新 \(updated),无变化 \(unchanged)",
      "\(added) new, \(updated) brought up to date, \(unchanged) unchanged")
  }
  /// Nothing was written, as it was asked for
  public static let previewOnly = Phrase("只是预览,没有写入", "preview only: nothing was written")

  // MARK: The screen

  /// 从表格导入
  public static let menuImport = Phrase("从表格导入", "From a table")
  /// Rows that are people
  public static let importMembers = Phrase("党员", "members")
  /// Rows that are what was held
  public static let importActivities = Phrase("往期活动", "past activities")
  /// Label of the path
  public static let importFile = Phrase("文件", "File")
  /// How to choose a file
  public static let importHowTo = Phrase(
    """
    写 CSV 文件的路径(可用 ~ 开头),回车读取。在 WPS 或 Excel 里“另存为” CSV 即可,
    UTF-8 和 GB18030 都认得。读取以后先看,F2 才写入。
    """,
    "Type the path of a CSV file (it may begin with ~), Enter reads it. Nothing is written before F2."
  )
  /// How to choose one of those found
  public static let importHowToChoose = Phrase(
    """
    写 CSV 文件的路径(可用 ~ 开头),或按 ↑ ↓ 从下面选(桌面、文档、下载里的,新的在前),回车读取。
    在 WPS 或 Excel 里“另存为” CSV 即可,UTF-8 和 GB18030 都认得。读取以后先看,F2 才写入。
    """,
    "Type the path of a CSV file, or choose one with the arrows; Enter reads it. Nothing is written before F2."
  )
  /// No file was named
  public static let importWhichFile = Phrase("请写文件的路径", "type the path of a file")
  /// Enter on a line that is no column
  public static let importChooseColumn = Phrase(
    "到“列”下面的一行按 Enter,改这一列是什么", "Enter on a column changes what it means")
  /// Title of the box that asks what a column means
  public static func importWhatIs(_ heading: String) -> Phrase {
    Phrase("「\(heading)」这一列是", "“\(heading)” is")
  }
  /// A column that is left out
  public static let importLeaveOut = Phrase("(不要)", "(left out)")
  /// A column that is not known
  public static let importUnknownColumn = Phrase("(不认识,未收入)", "(not known, left out)")
  /// Everything is in order
  public static func importReady(_ summary: Phrase) -> Phrase {
    Phrase("没有错误:\(summary.chinese)。F2 全部写入", "no faults: \(summary.english). F2 writes all")
  }
  /// Something is wrong
  public static func importFaults(_ count: Int) -> Phrase {
    Phrase(
      "有\(count)处要改,改好表格存盘,按 F5 重新读取:",
      "\(count) faults: correct the table, save it, and F5 reads it again:")
  }
  /// More faults than are shown
  public static func importMoreFaults(_ count: Int) -> Phrase {
    Phrase("还有\(count)处,改好上面的再看", "\(count) more, shown when these are corrected")
  }
  /// Heading of the columns
  public static let importColumns = Phrase("列(Enter 改)", "Columns (Enter changes one)")
  /// Heading of the first rows
  public static let importFirstRows = Phrase("前几行", "First rows")
  /// Nothing would be written
  public static let importNothingNew = Phrase(
    "都已在台账里,没有可写入的", "all of it is in the ledger already: nothing to write")

  // MARK: Text

  /// A text that is not in its encoding
  public static func foreignText(_ fault: ForeignText.Fault) -> Phrase {
    switch fault {
    case .notText(.utf8):
      Phrase(
        "不是 UTF-8 文本,请用 --encoding gb18030 再试,或另存为 UTF-8 的 CSV",
        "is not UTF-8: try --encoding gb18030")
    case .notText(let encoding):
      Phrase(
        "不是文本(按 \(encoding.rawValue) 读不了);表格请先另存为 CSV",
        "is no text in \(encoding.rawValue): save the table as CSV first")
    case .unknownEncoding(let encoding):
      Phrase(
        "本机没有 \(encoding.rawValue) 的编码表,请把表格另存为 UTF-8 的 CSV",
        "this machine has no table for \(encoding.rawValue): save the table as CSV in UTF-8")
    }
  }
  /// A quotation mark that is not closed
  public static let openQuotation = Phrase(
    "从这里起的引号没有配对,后面的行都读进了一格;请补上引号",
    "this quotation mark is never closed and swallows the lines behind it: close it")
  /// An empty table
  public static let importEmpty = Phrase("表格是空的,没有可导入的", "the table is empty")
  /// No line of headings
  public static func importNoHeader(_ wanted: [String]) -> Phrase {
    let list = wanted.joined(separator: "、")
    return Phrase(
      "没有找到标题行(要有 \(list));请加上标题行,或用 --map 指定",
      "no line of headings (with \(list)): add one, or use --map")
  }

  // MARK: What is wrong in a line

  /// Several people of one name on the roll
  public static func severalNamesakes(_ name: String, _ ids: [String]) -> Phrase {
    let list = ids.joined(separator: "、")
    return Phrase(
      "名册里有\(ids.count)个\(name)(\(list)),请加一列 编号 说明是哪一个",
      "\(ids.count) people are called \(name) (\(list)): add a column 编号")
  }
  /// A name that stands twice in a file
  public static func nameTwiceInFile(_ name: String, _ line: Int) -> Phrase {
    Phrase(
      "\(name)在第\(line)行已有;是同一人请删去一行,是两人请加一列 编号",
      "\(name) stands in line \(line) already: delete one, or add a column 编号 if they are two")
  }
  /// Somebody who presided or recorded and is on no roll
  public static func importGuest(_ label: Phrase, _ name: String) -> Phrase {
    Phrase(
      "\(label.chinese)「\(name)」不在名册,按外来人员录入;写错了请改正",
      "\(label.english) “\(name)” is on no roll and is entered as a guest; correct it if mistyped")
  }
  /// Two columns that mean the same say different things
  public static func columnsDiffer(_ label: Phrase, _ first: String, _ second: String) -> Phrase {
    Phrase(
      "有两列都是\(label.chinese),一列「\(first)」一列「\(second)」;请留一列,或改列名",
      "two columns mean \(label.english): “\(first)” and “\(second)”; keep one, or rename the other"
    )
  }
  /// Of one name, and born on different days
  public static func namesakeOfOtherAge(
    _ name: String, _ id: String, _ stored: String, _ given: String
  ) -> Phrase {
    Phrase(
      "名册里的\(name)(\(id))出生日期是 \(stored),这里是 \(given);是另一人请加一列 编号,是同一人请先核对",
      "\(name) on the roll (\(id)) was born \(stored), here \(given): add a column 编号 for another person"
    )
  }
  /// No branch of that name
  public static func noSuchBranch(_ text: String) -> Phrase {
    Phrase("没有党支部「\(text)」,请写全称或编号", "there is no branch “\(text)”: write its full name or id")
  }
  /// A row without what it cannot do without
  public static func importMissing(_ label: Phrase) -> Phrase {
    Phrase("没有\(label.chinese),请补上", "no \(label.english): add it")
  }
  /// A kind that the catalogue does not have
  public static func importNotAKind(_ text: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有「\(text)」这种活动,请从 \(known.joined(separator: "、")) 中选",
      "there is no kind “\(text)”: choose from \(known.joined(separator: ", "))")
  }
  /// A kind that groups hold
  public static func importKindOfGroups(_ title: String) -> Phrase {
    Phrase("\(title)由党小组开,请加一列 党小组", "\(title) is held by groups: add a column 党小组")
  }
  /// A group that is not there
  public static func noSuchGroup(_ text: String) -> Phrase {
    Phrase(
      "没有党小组「\(text)」,请先设立,或核对名称", "there is no group “\(text)”: set it up first, or check its name"
    )
  }
  /// A time that is none
  public static func importNotATime(_ label: Phrase, _ text: String) -> Phrase {
    Phrase(
      "\(label.chinese)「\(text)」不是时间,请写成 14:30",
      "\(label.english) “\(text)” is no time: write it as 14:30")
  }
  /// A number that is none
  public static func importNotANumber(_ label: Phrase, _ text: String) -> Phrase {
    Phrase(
      "\(label.chinese)「\(text)」不是数,请只写数字",
      "\(label.english) “\(text)” is no number: write digits alone")
  }
  /// A name that is not on the roll
  public static func importNotOnRoll(_ name: String) -> Phrase {
    Phrase(
      "「\(name)」那天不在名册;请先导入此人,或写到 列席 一列",
      "“\(name)” was not on the roll that day: bring that person in first, or move the name to 列席")
  }
  /// Several people of one name
  public static func importSeveralOfName(_ name: String, _ people: [String]) -> Phrase {
    let list = people.joined(separator: "、")
    return Phrase(
      "「\(name)」有\(people.count)人,请写成 \(list) 中的一个",
      "“\(name)” is several people: write one of \(list)")
  }
  /// Numbers that contradict each other
  public static func importHeadcount(_ number: String, listed: Int) -> Phrase {
    Phrase(
      "参加人数写的是\(number),名单上是\(listed)人;请改成一致,或去掉人数一列",
      "the number is \(number), \(listed) are listed: make them agree, or leave the number out")
  }
  /// The same is there already
  public static func importActivityThere(_ id: String) -> Phrase {
    Phrase(
      "同一天同类的活动已有记录 \(id);请去掉这一行,或核对日期",
      "it is on record as \(id): delete the line, or check the day")
  }
  /// The same stands in the file twice
  public static func importTwiceInFile(_ line: Int) -> Phrase {
    Phrase(
      "与第\(line)行重复;请去掉一行,或写上不同的名称",
      "the same as line \(line): delete one, or give them different names")
  }

  // MARK: Columns

  /// Columns that are not taken in on purpose
  public static func importRefused(_ columns: [String]) -> Phrase {
    let list = columns.joined(separator: "、")
    return Phrase("\(list) 不收入台账,已略去", "left out, not kept in the ledger: \(list)")
  }
  /// People who are brought up to date
  public static func importUpdates(_ names: [String]) -> Phrase {
    let shown = names.prefix(8).joined(separator: "、") + (names.count > 8 ? "…" : "")
    return Phrase("名册里已有、将更新:\(shown)", "on the roll, brought up to date: \(shown)")
  }
  /// The encoding and the separator
  public static func importRead(_ rows: Int, _ encoding: String, _ separator: Character) -> Phrase {
    let mark = separator == "\t" ? Phrase("制表符", "tab") : Phrase(verbatim: "\(separator)")
    return Phrase(
      "读到\(rows)行,编码 \(encoding),分隔符 \(mark.chinese)",
      "\(rows) rows, \(encoding), parted by \(mark.english)")
  }
}
