import RecordLog

extension Phrase {
  /// The program fails; the terminal is the shell's again.
  public static let stoppedUnexpectedly = Phrase(
    "zhibu 意外中止。已写入台账的不受影响;没写完的留有草稿,重新运行即可接着写",
    "zhibu stopped unexpectedly. What was written to the ledger is safe; what was unfinished is "
      + "kept as a draft: start it again and go on")
}

extension StoreError {
  /// What happened, where, and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .notAStore(let path):
      Phrase(
        "\(path) 不是台账(没有 zhibu.rec),请检查路径,或用 zhibu init 新建",
        "\(path) is no ledger (there is no zhibu.rec): check the path, or make one with zhibu init"
      )
    case .newerFormat(let path, let line, let format):
      Phrase(
        "\(path):\(line): 台账格式是第\(format)版,比本程序的第\(Manifest.currentFormat)版新,请升级本程序后再打开",
        "\(path):\(line): the ledger has format \(format), newer than this program's "
          + "\(Manifest.currentFormat): install a newer version of the program to open it")
    case .manifest(let path, let line, let fault):
      Phrase(
        "\(path):\(line): \(fault.phrase.chinese)", "\(path):\(line): \(fault.phrase.english)")
    case .missing(let path):
      Phrase(
        "\(path) 不存在,请检查路径", "\(path) does not exist: check the path")
    case .unreadable(let path, let code):
      Phrase(
        "读不了 \(path):\(SystemError.phrase(code).chinese)",
        "Cannot read \(path): \(SystemError.phrase(code).english)")
    case .unwritable(let path, let code):
      Phrase(
        "写不了 \(path):\(SystemError.phrase(code).chinese)",
        "Cannot write \(path): \(SystemError.phrase(code).english)")
    case .notEmpty(let path):
      Phrase(
        "\(path) 不是空文件夹,原有内容没有动,请换一个空的或还不存在的文件夹",
        "\(path) is not empty and was left as it is: choose an empty folder or a new one")
    case .badPath(let path):
      Phrase(
        "台账里不能有名为 \(path) 的文件,请用字母、数字、点和横线命名",
        "A ledger cannot hold a file called \(path): use letters, digits, dots and hyphens")
    case .changedMeanwhile(let path):
      Phrase(
        "\(path) 刚被别人改过,没有写入;请重新读取,看过再改",
        "\(path) was changed by somebody just now and was left as it is: read it again, look, and "
          + "change it then")
    case .halfReplaced(let path, let code):
      Phrase(
        "目录只改了一部分,\(path) 没能恢复原样:\(SystemError.phrase(code).chinese);请检查磁盘,再用 zhibu catalog check 核对",
        "Only a part of the catalogue was changed, and \(path) could not be put back: "
          + "\(SystemError.phrase(code).english): check the disk, then look with zhibu catalog check"
      )
    }
  }
}

extension ManifestFault {
  /// What is wrong with `zhibu.rec` and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .missing(let field):
      Phrase("缺少 \(field),请补上这一行", "\(field) is missing: add the line")
    case .badFormat(let text):
      Phrase(
        "Format 应是数字,这里是「\(text)」,请改成 \(Manifest.currentFormat)",
        "Format has to be a number and is “\(text)”: make it \(Manifest.currentFormat)")
    case .badZone(let text):
      Phrase(
        "时区写法不对:「\(text)」,请写成 +08:00 这样", "“\(text)” is no time zone: write +08:00")
    case .severalRecords:
      Phrase(
        "zhibu.rec 只能有一条记录,请删去多余的", "zhibu.rec holds one record only: remove the others")
    case .grammar(let kind): kind.phrase
    }
  }
}

extension AppendError {
  /// What happened, whether anything was written, and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .badOrganization(let record, let text):
      Phrase(
        "第\(record + 1)条记录:党组织编号「\(text)」不对,请用大写字母开头、2至12位大写字母和数字",
        "Record \(record + 1): “\(text)” is no organisation id: use 2 to 12 capitals and digits, "
          + "a capital first")
    case .unknownType(let record, let text):
      Phrase(
        "第\(record + 1)条记录:没有「\(text)」这种类型,请检查 %rec: 一行",
        "Record \(record + 1): there is no type “\(text)”: check the %rec: line")
    case .emptyRecord(let record):
      Phrase(
        "第\(record + 1)条记录是空的,请填写或删去", "Record \(record + 1) is empty: fill it in or remove it"
      )
    case .badFieldName(let record, let text):
      Phrase(
        "第\(record + 1)条记录:字段名「\(text)」不对,请用大写英文字母开头、只含英文字母和数字的名称",
        "Record \(record + 1): “\(text)” is no field name: use letters and digits, a capital first")
    case .reservedField(let record, let text):
      Phrase(
        "第\(record + 1)条记录:\(text) 由程序填写,请删去这一行",
        "Record \(record + 1): \(text) is filled in by the program: remove the line")
    case .badAuthor(let text):
      Phrase(
        "录入人「\(text)」不能写进记录,请用 --as 编号(姓名) 说明您是谁",
        "“\(text)” cannot stand as the one who writes: say who you are with --as ID(NAME)")
    case .badMoment(let text):
      Phrase(
        "时间「\(text)」写法不对,请检查系统时钟", "“\(text)” is no moment: check the system's clock")
    case .wrongZone(let text, let expected):
      Phrase(
        "时间 \(text) 不在台账的时区 \(expected),请改用该时区",
        "\(text) is not in the ledger's time zone \(expected): use that zone")
    case .locked(let organization, let holder):
      Phrase(
        "\(organization) 正由另一个程序写入\(holder.map { "(\($0.user),进程\($0.process))" } ?? "")"
          + ",什么也没有写,请稍后再试",
        "Another program is writing to \(organization)"
          + (holder.map { " (\($0.user), process \($0.process))" } ?? "")
          + "; nothing was written: try again in a moment")
    case .locksIgnored(let path):
      Phrase(
        "没有写入:\(path) 所在的文件系统锁不住文件,两个人同时写会互相覆盖,请把台账移到本机磁盘,或请管理员换一种挂载方式",
        "Nothing was written: the file system of \(path) does not keep locks, and two who write at "
          + "once would overwrite each other: move the ledger to a local disk or have it mounted "
          + "another way")
    case .appendsIgnored(let path):
      Phrase(
        "没有写入:\(path) 所在的文件系统不能保证写在文件末尾,新记录会盖住旧记录,请把台账移到本机磁盘,或请管理员换一种挂载方式",
        "Nothing was written: the file system of \(path) does not put what is appended behind what "
          + "is there, and a new record would cover an old one: move the ledger to a local disk or "
          + "have it mounted another way")
    case .notWritable(let path, let code):
      Phrase(
        "什么也没有写入,您在这里只能查看:\(path) \(SystemError.phrase(code).chinese)",
        "Nothing was written, you may only read here: \(path): \(SystemError.phrase(code).english)")
    case .notSaved(let path, let code):
      Phrase(
        "没有写成,文件保持原样:\(path) \(SystemError.phrase(code).chinese)",
        "The write failed and the file is as it was: \(path): \(SystemError.phrase(code).english)")
    case .notRestored(let path, let code):
      Phrase(
        "没有写成,\(path) 末尾留有半条记录(\(SystemError.phrase(code).chinese)),下次写入时自动移入隔离区",
        "The write failed and left part of a record at the end of \(path) "
          + "(\(SystemError.phrase(code).english)): the next write puts it into quarantine")
    case .notConfirmed(let path, let code):
      Phrase(
        "磁盘没有确认写入 \(path):\(SystemError.phrase(code).chinese);是否写上还不知道,录入的内容(草稿、文件)都还在,"
          + "请先用 zhibu verify 和 zhibu list 查看,没有再录",
        "The disk did not confirm the write to \(path): \(SystemError.phrase(code).english); whether "
          + "the records are there is not known, and what you entered (draft, file) is kept: look "
          + "with zhibu verify and zhibu list before you enter them again")
    case .notCompleted(let pending, let path, let code):
      Phrase(
        "记录已经提交,还没有全部写到各文件(\(path):\(SystemError.phrase(code).chinese)),"
          + "下次打开时由 \(pending) 自动补完,请不要再录一遍",
        "The records are committed but not yet in every file (\(path): "
          + "\(SystemError.phrase(code).english)); \(pending) completes them at the next opening: "
          + "do not enter them again")
    case .symbolicLink(let path):
      Phrase(
        "\(path) 是符号链接,台账里不用链接,请换成真正的文件或文件夹",
        "\(path) is a symbolic link, which a ledger does not use: put the file or folder there")
    case .settledBefore(let path):
      Phrase(
        "\(path) 已经处理过了,什么也没有写", "\(path) was dealt with before; nothing was written")
    case .changedMeanwhile(let path):
      Phrase(
        "\(path) 刚被别人写过,没有写入;请重新读取,看过再写",
        "\(path) was written to by somebody just now and nothing was written: read it again, look, "
          + "and write then")
    case .numbersExhausted(let path):
      Phrase(
        "\(path) 的编号已经用到头,像是手工改出来的,请做台账校验",
        "the numbers of \(path) are used up, as if changed by hand: verify the ledger")
    case .notFresh(let path):
      Phrase(
        "台账里已有记录(\(path)),整批历史只能写入新台账,请换一个文件夹",
        "The ledger already holds records (\(path)); a history goes into a new one: "
          + "choose another folder")
    case .store(let error): error.phrase
    }
  }
}

extension AppendNotice {
  /// What was done beside appending.
  public var phrase: Phrase {
    switch self {
    case .tailQuarantined(let path, let line, let bytes, let copy):
      Phrase(
        "\(path):\(line): 末尾没写完整的文字(\(bytes)字节)已移到“隔离区”保存,不会丢:\(copy);"
          + "用 zhibu recover 查看和采用",
        "\(path):\(line): text at the end that was not complete (\(bytes) bytes) is now kept in "
          + "quarantine, nothing is lost: \(copy); see zhibu recover")
    case .tailCompleted(let path):
      Phrase(
        "\(path): 最后一条记录缺的换行已补上", "\(path): the line end missing behind the last record was added"
      )
    case .continued(let damaged, let line, let path):
      Phrase(
        "\(damaged):\(line): 文件有损坏,原样保留,接着写在 \(path);请运行 zhibu verify",
        "\(damaged):\(line): the file is damaged and stays as it is; writing goes on in \(path): "
          + "run zhibu verify")
    case .clockBehind(let path, let moment):
      Phrase(
        "系统时钟(\(moment))比台账慢,已写入最新的文件 \(path),请校准时钟",
        "The clock (\(moment)) is behind the ledger; the newest file \(path) was used: "
          + "set the clock")
    case .cleaned(let record, let field, let changes):
      Phrase(
        "第\(record + 1)条记录的 \(field):\(TextChange.list(changes).chinese)",
        "Record \(record + 1), \(field): \(TextChange.list(changes).english)")
    case .pendingCompleted(let name):
      Phrase(
        "上次中断的写入(\(name))已补完", "A write that was interrupted (\(name)) was completed")
    case .notSettled(let path, let code):
      Phrase(
        "记录已写入台账;\(path) 没能标为已采用:\(SystemError.phrase(code).chinese)。"
          + "再采用一次时会认出来,不会重复写入",
        "The records are in the ledger; \(path) could not be marked as adopted: "
          + "\(SystemError.phrase(code).english). Adopting it again will not enter them twice")
    case .pendingSetAside(let name, let copy):
      Phrase(
        "上次中断的写入(\(name))与现有文件对不上,已移到 \(copy),请核对",
        "A write that was interrupted (\(name)) no longer fits the files and is now in \(copy): "
          + "look at it")
    }
  }
}

extension TextChange {
  /// What cleaning did.
  public var phrase: Phrase {
    switch self {
    case .tabs: Phrase("制表符改成了空格", "tabs became spaces")
    case .lineEnds: Phrase("换行统一成了 LF", "line ends became LF")
    case .trailingBlanks: Phrase("行末空格去掉了", "blanks at line ends were removed")
    case .backslashes: Phrase("行末的 \\ 改成了＼", "a \\ at a line's end became ＼")
    case .controls: Phrase("控制字符去掉了", "control characters were removed")
    case .directionMarks: Phrase("文字方向符去掉了", "direction marks were removed")
    }
  }

  /// Several changes in one sentence, in a fixed order.
  public static func list(_ changes: Set<TextChange>) -> Phrase {
    let phrases = allCases.filter { changes.contains($0) }.map(\.phrase)
    return Phrase(
      phrases.map(\.chinese).joined(separator: "、"), phrases.map(\.english).joined(separator: ", "))
  }
}

extension GrammarFault.Kind {
  /// What is wrong with the line and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .notAField:
      Phrase(
        "不是「字段名: 值」,请补上字段名,续行请以「+ 」开头",
        "not “Name: value”: add the name, or begin a further line of text with “+ ”")
    case .fullWidthColon:
      Phrase(
        "字段名后是全角冒号「：」,请改成半角「:」", "a full-width colon “：” follows the name: write “:”")
    case .badFieldName(let name):
      Phrase(
        "字段名「\(name)」不对,请用大写英文字母开头、只含英文字母和数字的名称",
        "“\(name)” is no field name: use letters and digits, a capital first")
    case .strayContinuation:
      Phrase(
        "「+」续行前面没有字段,请在上面补上字段", "a “+” line without a field before it: add the field above")
    case .forbiddenCharacter(let value):
      Phrase(
        "含有不能保存的字符 \(Self.name(value)),请删去",
        "holds the character \(Self.name(value)), which cannot be kept: remove it")
    case .invalidEncoding:
      Phrase("不是 UTF-8 文字,请另存为 UTF-8", "not UTF-8: save the file as UTF-8")
    case .trailingBlank:
      Phrase("行末有空格,请删去", "a blank at the end of the line: remove it")
    case .trailingBackslash:
      Phrase(
        "行末是 \\ ,会与下一行连成一行,请改成＼", "a \\ at the end would join the next line: write ＼")
    case .byteOrderMark:
      Phrase(
        "文件开头有字节序标记(BOM),请另存为无 BOM 的 UTF-8",
        "the file begins with a byte order mark: save it as UTF-8 without one")
    case .missingBlank:
      Phrase("冒号或「+」后面缺一个空格,请补上", "no blank behind the colon or “+”: add one")
    case .descriptor:
      Phrase(
        "数据文件里不能有 % 开头的行,请删去", "a line with % does not belong in a data file: remove it")
    case .comment:
      Phrase(
        "记录之间不能有 # 注释,请删去", "a comment does not belong between records: remove it")
    case .emptyLine:
      Phrase("多了一个空行,请删去", "an empty line too many: remove it")
    case .unclosed:
      Phrase("文件末尾缺一个空行,请补上", "the file does not end in an empty line: add one")
    }
  }

  /// `U+202E`
  private static func name(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
