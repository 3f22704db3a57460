import Archive

// The help texts of the command line.
extension Phrase {
  /// What the program is.
  public static let helpProgram = Phrase(
    "党支部台账:三会一课、表决、应办、检查清单。不带命令则打开界面。",
    "A ledger for Party branches. Without a command it opens the interface.")
  /// What the program's help says below its first line: the pages that `zhibu help` has besides
  /// those of the commands.
  public static func discussionProgram(_ packs: [CatalogPack]) -> Phrase {
    let names = packs.map(\.id)
    return Phrase(
      "五家单位的做法在哪里记、在哪里看:zhibu help 加 \(names.joined(separator: "、"))",
      "Where five units' ways of working are entered and seen: zhibu help with "
        + names.joined(separator: ", "))
  }
  /// Help on `help`.
  public static let helpHelp = Phrase(
    "怎样用某个命令;某个做法包的做法在哪里记、在哪里看",
    "How to use a command; where the ways of working of a pack are entered and seen")
  /// What `help` can be asked for.
  public static let helpHelpName = Phrase("命令,或做法包的名称", "A command, or the name of a pack")
  /// The pages of the packs, one a line.
  public static func discussionHelp(_ packs: [CatalogPack]) -> Phrase {
    let rows = packs.map { "\($0.id):\($0.summary)" }.joined(separator: "\n\n")
    return Phrase("做法包:\n\n\(rows)", "Packs:\n\n\(rows)")
  }
  /// `help` was asked for something that there is no help on.
  public static func noHelpOn(_ name: String, _ packs: [String]) -> Phrase {
    Phrase(
      "没有「\(name)」这个命令或做法包;命令见 zhibu help,做法包有:\(packs.joined(separator: "、"))",
      "there is no command or pack “\(name)”; zhibu help lists the commands, packs are "
        + packs.joined(separator: ", "))
  }

  /// Help on `--store`.
  public static let helpStore = Phrase(
    "台账文件夹(默认 $ZHIBU_STORE、上次用的、或标准位置)",
    "The ledger's folder (else $ZHIBU_STORE, the last one used, the standard place)")
  /// Help on `--language`.
  public static let helpLanguage = Phrase("程序的语言,zh 或 en", "Language of the program, zh or en")
  /// Help on `--today`.
  public static let helpToday = Phrase(
    "以这一天为今天(默认 $ZHIBU_TODAY 或真实日期)", "Work as on this day (else $ZHIBU_TODAY or the real one)")
  /// Help on `--as`.
  public static let helpAs = Phrase(
    "以谁的名义录入:编号、编号(姓名) 或 编号(姓名)/代号",
    "Who writes: ID, ID(NAME) or ID(NAME)/writer")
  /// Help on `--format`.
  public static let helpFormat = Phrase(
    "输出格式(终端默认 table,管道默认 tsv;print 默认 text)",
    "Form of the answer (a table on a terminal, tsv in a pipe; text for print)")
  /// Help on `demo`.
  public static let helpDemo = Phrase("建一个样例监狱的台账并打开", "Make a sample prison and open it")
  /// Help on `demo --directory`.
  public static let helpDemoDirectory = Phrase(
    "放在哪里(新的或空的文件夹)", "Where (a new or empty folder)")
  /// Help on `demo --seed`.
  public static let helpDemoSeed = Phrase(
    "随机种子,同样的种子和日期得到同样的台账", "The same seed and day give the same ledger")
  /// Help on `demo --seed-case`.
  public static let helpDemoCase = Phrase(
    "建哪一个单位的样例(--list-seed-cases 列出)",
    "The institution whose sample is made (see --list-seed-cases)")
  /// Help on `demo --list-seed-cases`.
  public static let helpDemoCases = Phrase(
    "列出有哪些单位的样例", "List the institutions that there are samples of")
  /// No case of that name.
  public static func seedCaseNotFound(_ name: String, _ known: [String]) -> Phrase {
    Phrase(
      "没有样例「\(name)」,有:\(known.joined(separator: "、"))",
      "no sample “\(name)”; there are \(known.joined(separator: ", "))")
  }
  /// Help on `demo --no-open`.
  public static let helpDemoNoOpen = Phrase("只建不打开", "Make it and do not open it")
  /// Help on `init`.
  public static let helpInit = Phrase("新建台账", "Make a new ledger")
  /// Help on the folder of `init`.
  public static let helpInitDirectory = Phrase("新的或空的文件夹", "A new or empty folder")
  /// Help on `init --unit`.
  public static let helpInitUnit = Phrase("单位名称", "The unit's name")
  /// Help on `--pack`.
  public static let helpInitPack = Phrase(
    "启用哪个做法包,可以写几个(zhibu catalog packs 列出)",
    "A pack to switch on, more than one if wanted (zhibu catalog packs lists them)")
  /// Help on `catalog packs`.
  public static let helpCatalogPacks = Phrase(
    "列出做法包:带来什么、启用了没有", "List the packs: what each brings, and whether it is switched on")
  /// Help on `catalog pack`.
  public static let helpCatalogPack = Phrase(
    "启用做法包:条目并入本单位的目录,本单位已有的不动",
    "Switch packs on: their entries join the unit's catalogue, what the unit has stays")
  /// Help on `catalog pack --since`.
  public static let helpCatalogPackSince = Phrase(
    "应办事项从哪天起算,不写就是今天", "From when on its obligations hold, today if not given")
  /// Help on `add`.
  public static let helpAdd = Phrase(
    "录入 rec 文件里的记录,要么全部、要么一条也不", "Add the records of rec files, all or none")
  /// Help on the files of `add`.
  public static let helpAddFiles = Phrase("rec 文件,- 表示标准输入", "rec files; - is standard input")
  /// Help on `list`.
  public static let helpList = Phrase("列出一种记录", "List the records of a type")
  /// Help on the type of `list`.
  public static let helpListType = Phrase(
    "organization member activity matter document honor review procedure plan team figure dues seal",
    "organization member activity matter document honor review procedure plan team figure dues seal"
  )
  /// Help on `--organization`.
  public static let helpOrganization = Phrase(
    "党组织编号,含其下级", "An organisation's id; everything below it is included")
  /// Help on `list --kind`.
  public static let helpListKind = Phrase(
    "种类,如 党课(含同时计入的)", "Kind, such as 党课; what also counts as it is included")
  /// Help on `--since`.
  public static let helpSince = Phrase("从哪天起", "From this day on")
  /// Help on `--until`.
  public static let helpUntil = Phrase("到哪天止", "Up to this day")
  /// Help on `list --on`.
  public static let helpListOn = Phrase(
    "只列这一天有效的(organization member team)", "Only what holds that day (organization member team)")
  /// Help on `show`.
  public static let helpShow = Phrase("看一条记录", "Show a record")
  /// Help on the id of `show`.
  public static let helpShowRecord = Phrase("记录编号,任何一版都可以", "A record's id, of any version")
  /// Help on `show --version`.
  public static let helpShowVersion = Phrase("就看这一版", "Exactly that version")
  /// Help on `print`.
  public static let helpPrint = Phrase(
    "打印:会议的通知、签到表、票、记录、决议等,整改通知书,办理情况表,党员档案,党支部工作手册",
    "Papers of meetings, matters and procedures, a member's file, a branch's handbook")
  /// Help on `print --period`.
  public static let helpPaperPeriod = Phrase(
    "党务公开的时段:2026-10、2026-Q3、2026(默认本季度)",
    "The period of the list to be made public: 2026-10, 2026-Q3, 2026 (else this quarter)")
  /// A period that only the list to be made public has.
  public static let periodOfOtherPaper = Phrase(
    "只有党务公开(--paper public)按时段打印,请写党组织的编号",
    "only the list to be made public (--paper public) is of a period; name an organisation")
  /// Help on `print --year`.
  public static let helpPaperYear = Phrase("工作手册的年度(默认今年)", "The handbook's year (else this one)")
  /// Help on the id of `print`.
  public static let helpPrintRecord = Phrase(
    "会议、事项、流程记录的编号,或党员、党支部的编号",
    "The id of a meeting's, matter's or step's record, or of a member or branch")
  /// Help on `print --paper`.
  public static let helpPaper = Phrase(
    "哪一种纸面(默认会议记录或头一种)", "Which paper (the minutes, or the first, when none is given)")
  /// A form of answer that this command does not have.
  public static func formatNotHere(_ format: String, _ allowed: [String]) -> Phrase {
    Phrase(
      "这条命令的 --format 不能是「\(format)」,请从 \(allowed.joined(separator: " ")) 中选",
      "--format cannot be “\(format)” here: choose from \(allowed.joined(separator: " "))")
  }
  /// No record that there are papers of.
  public static func nothingPrintable(_ id: String) -> Phrase {
    Phrase(
      "\(id) 不是会议、事项或流程的记录,也不是党员或党支部;用 zhibu list 查编号",
      "\(id) is no record of a meeting, a matter or a procedure, no member and no branch: zhibu list "
        + "shows their ids")
  }
  /// A record has nothing for a paper.
  public static func noSuchPaper(_ paper: String, _ others: [String]) -> Phrase {
    let rest = others.isEmpty ? "—" : others.joined(separator: " ")
    return Phrase(
      "没有可打印的内容:\(paper)(如没有表决、选举或缺席);可以打印:\(rest)",
      "there is nothing for \(paper), for want of a vote, an election or an absence; there is:"
        + " \(rest)")
  }
  /// Help on `member`.
  public static let helpMember = Phrase("看一名党员的全部情况", "Everything about a member")
  /// Help on the id of `member`.
  public static let helpMemberID = Phrase("党员编号", "The member's id")
  /// Help on `--on`.
  public static let helpOn = Phrase("以哪一天为准", "As on this day")
  /// Help on `due`.
  public static let helpDue = Phrase(
    "应办事项:应、已、欠(有欠则退出码为1)", "What is owed (exit status 1 when something is missing)")
  /// Help on `catalog`.
  public static let helpCatalog = Phrase(
    "本单位的目录:活动种类、应办事项、检查清单、流程", "The unit's catalogue: kinds, obligations, checklists, procedures")
  /// Help on `catalog list`.
  public static let helpCatalogList = Phrase("列出目录的全部条目", "Every entry of the catalogue")
  /// Help on `catalog check`.
  public static let helpCatalogCheck = Phrase(
    "检查目录文件,逐行指出问题;不写文件时检查台账的目录",
    "Names the faults of files, or of the ledger's catalogue, at their lines")
  /// Help on `catalog preview`.
  public static let helpCatalogPreview = Phrase(
    "用这些文件替换同名的目录文件,会从哪一天起改变什么;不写入",
    "What would change, and from when, if these files replaced those of the same name")
  /// Help on `catalog diff`.
  public static let helpCatalogDiff = Phrase(
    "台账的目录与程序自带的有什么不同", "Where the ledger's catalogue and the program's differ")
  /// Help on `catalog update`.
  public static let helpCatalogUpdate = Phrase(
    "替换本单位没有改过的旧条目;本单位没有的条目写明编号或用 --all 才补入",
    "Replaces old entries that the unit has not changed; adds those it has not by id or with --all")
  /// Help on the files of `catalog check` and `preview`.
  public static let helpCatalogFiles = Phrase("目录文件", "Files of a catalogue")
  /// Help on the ids of `catalog update`.
  public static let helpCatalogIds = Phrase("只更新或补入这些编号的条目", "Only entries with these ids")
  /// Help on `catalog update --all`.
  public static let helpCatalogAll = Phrase(
    "本单位没有的(程序新增,或本单位删去)也都补入", "Also add all that the ledger has not, new or deleted by the unit")
  /// Help on `check`.
  public static let helpCheck = Phrase(
    "按记录回答检查清单(有未达标则退出码为1)", "Answer a checklist from the records (exit status 1 when not met)")
  /// Help on the checklist of `check`.
  public static let helpCheckList = Phrase("清单编号,默认全部", "A checklist's id, else all of them")
  /// Help on `check --on`.
  public static let helpCheckOn = Phrase(
    "以哪一天为准,也可以是月份或年份(取其最后一天)", "As on this day, or on the last day of a month or year")
  /// Help on `verify`.
  public static let helpVerify = Phrase(
    "校验整个台账(有问题则退出码为1)", "Verify the whole ledger (exit status 1 when there are faults)")

  /// Help on `verify --allowed-signers`.
  public static let helpAllowedSigners = Phrase(
    "谁的密钥是谁的(ssh-keygen 的 ALLOWED SIGNERS 格式,签名人写党员编号;默认配置文件夹里的 allowed_signers)",
    "Whose key is whose (see ALLOWED SIGNERS in ssh-keygen(1), principals being member ids; "
      + "else allowed_signers in the configuration folder)")
  /// What `verify --format json` writes.
  public static let discussionVerify = Phrase(
    """
    --format json 输出一个数组,每行一个对象,用 type 区分:
    fault(问题)和 remark(提示)有 file、line(0 表示整个文件)、code、fault(说明);
    head 有 organization(整个台账为 null)和 head(64位)。
    """,
    """
    --format json writes one array with an object a line, told apart by type: fault and remark \
    have file, line (0 for a whole file), code and fault (a sentence); head has organization \
    (null for the whole ledger) and head (64 digits).
    """)
  /// Help on `seal`.
  public static let helpSeal = Phrase(
    "封卷:记下每个文件的长度和校验码并签名,以后 verify 能看出删改",
    "Seal: keep the length and Sum of every file, signed, so that verify shows what was cut later")
  /// Help on `seal --organization`.
  public static let helpSealOrganization = Phrase(
    "只封这一个党组织(不含下级;默认整个台账)",
    "This organisation only, nothing below it (else the whole ledger)")
  /// Help on `seal --countersign`.
  public static let helpCountersign = Phrase(
    "给这份封卷加签(上级或另一人确认同一个校验码)", "Countersign this seal: vouch for the same head")
  /// Help on `seal --key`.
  public static let helpKey = Phrase(
    "签名用的 SSH 密钥(默认 ~/.ssh 里的 id_ed25519、id_ecdsa、id_rsa)",
    "The SSH key to sign with (else id_ed25519, id_ecdsa or id_rsa in ~/.ssh)")
  /// Help on `--bom`.
  public static let helpByteOrderMark = Phrase(
    "csv 前加字节序标记(旧版表格软件认中文要用)", "Begin csv with a byte order mark, for old spreadsheets")

  // Words of the parser itself.
  /// The parser's heading for usage.
  public static let usage = Phrase("用法", "Usage")
  /// The parser's heading for what a command does.
  public static let overview = Phrase("说明", "Overview")
  /// The parser's heading for arguments.
  public static let argumentsHeading = Phrase("参数", "Arguments")
  /// Before the values that an option takes.
  public static let valuesHeading = Phrase("(可写:", "(values: ")
  /// Before what an option is without being written.
  public static let defaultHeading = Phrase("(默认:", "(default: ")
  /// Where options are written.
  public static let optionsPlace = Phrase("[选项]", "[<options>]")
  /// Where a command is written.
  public static let commandPlace = Phrase("<命令>", "<subcommand>")
  /// The parser's heading for options.
  public static let optionsHeading = Phrase("选项", "Options")
  /// The parser's heading for commands.
  public static let commandsHeading = Phrase("命令", "Commands")
  /// What `--version` does.
  public static let showVersion = Phrase("显示版本", "Show the version.")
  /// What `--help` does.
  public static let showHelp = Phrase("显示帮助", "Show help information.")
}

// What the argument parser complains of.
extension Phrase {
  /// A complaint of the parser.
  public static func parserError(_ phrase: Phrase) -> Phrase {
    Phrase("zhibu: \(phrase.chinese)", "Error: \(phrase.english)")
  }
  /// Where to read more.
  public static func seeHelp(_ command: String) -> Phrase {
    Phrase("详见 \(command)", "See '\(command)' for more information.")
  }
  /// An argument is missing.
  public static func missingArgument(_ name: String) -> Phrase {
    Phrase("缺少参数 \(name),请补上", "Missing expected argument '\(name)'")
  }
  /// An option's value is missing.
  public static func missingValue(_ name: String) -> Phrase {
    Phrase("\(name) 后面缺少值,请补上", "Missing value for '\(name)'")
  }
  /// There is no such option.
  public static func unknownOption(_ name: String) -> Phrase {
    Phrase("没有 \(name) 这个选项,请检查拼写", "Unknown option '\(name)'")
  }
  /// An argument too many, or no such command.
  public static func unexpectedArgument(_ name: String) -> Phrase {
    Phrase("多出或不认识的参数「\(name)」,请检查", "Unexpected argument '\(name)'")
  }
  /// A value that an option does not take.
  public static func invalidValue(_ value: String, option: String) -> Phrase {
    Phrase("\(option) 不能是「\(value)」,请改正", "The value '\(value)' is invalid for '\(option)'")
  }
}
