import RecordLog

extension Finding {
  /// `file:line: what, remedy`; a fault of a whole file has no line.
  public var located: Phrase { .located(file, line, kind.phrase) }
}

extension Finding.Kind {
  /// A word for programs that read the list of faults.
  public var code: String {
    switch self {
    case .unreadable: "unreadable"
    case .foreignFile: "foreign-file"
    case .link: "link"
    case .notAFile: "not-a-file"
    case .notAFolder: "not-a-folder"
    case .leftover: "leftover"
    case .badHeader: "bad-header"
    case .newerFormat: "newer-format"
    case .missingFile: "missing-file"
    case .brokenChain: "broken-chain"
    case .grammar: "grammar"
    case .unsealed: "unsealed"
    case .edited: "edited"
    case .moved: "moved"
    case .removed: "removed"
    case .duplicate: "duplicate"
    case .repeatedIdentifier: "repeated-id"
    case .foreignIdentifier: "foreign-id"
    case .numberNotRising: "number-not-rising"
    case .missingField: "missing-field"
    case .badMoment: "bad-moment"
    case .laterYear: "later-year"
    case .tornTail: "torn-tail"
    case .zeroFilled: "zero-filled"
    case .pending: "pending"
    case .setAside: "set-aside"
    case .alteredAttachment: "altered-attachment"
    case .missingAttachment: "missing-attachment"
    }
  }

  /// What is wrong and what to do about it.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let code):
      Phrase(
        "读不了:\(SystemError.phrase(code).chinese)",
        "cannot be read: \(SystemError.phrase(code).english)")
    case .foreignFile:
      Phrase("不属于台账的文件,请移走", "does not belong in a ledger: move it away")
    case .link:
      Phrase(
        "是符号链接,台账不会读取它所指的内容,请移走,把原件放回来",
        "is a symbolic link, which is never followed: move it away and put the file itself there")
    case .notAFile:
      Phrase(
        "是管道、套接字或设备,不是文件,请移走",
        "is a pipe, a socket or a device, not a file: move it away")
    case .notAFolder:
      Phrase(
        "这里应是党组织的文件夹,却不是文件夹,其中的记录都没有读到;请移走,把文件夹从备份放回来",
        "should be the folder of an organisation and is none, so that its records were not read: "
          + "move it away and put the folder back from a copy")
    case .leftover:
      Phrase(
        "中断的写入留下的临时文件,没有程序在写时可以删除",
        "a temporary file of an interrupted write: delete it when no program is writing")
    case .badHeader(let expected):
      Phrase(
        "首行与文件路径不符,应为「\(expected)」,请从备份恢复",
        "the first line does not fit the path and should be “\(expected)”: restore it from a copy")
    case .newerFormat(let format):
      Phrase(
        "格式是第\(format)版,比本程序的第\(Manifest.currentFormat)版新,内容没有读取,请升级本程序",
        "has format \(format), newer than this program's \(Manifest.currentFormat), and was not "
          + "read: install a newer version of the program")
    case .missingFile(let path):
      Phrase(
        "它接续的 \(path) 不见了,请从备份恢复",
        "continues \(path), which is missing: restore that file from a copy")
    case .brokenChain(let expected, let found, let before):
      Phrase(
        "与前一个文件\(before.map { " \($0) " } ?? "")接不上(应为 \(expected.prefix(8)),实为 \(found.prefix(8))),"
          + "可能缺了文件,请从备份恢复",
        "does not continue \(before ?? "the file before it") (\(found.prefix(8)) instead of "
          + "\(expected.prefix(8))): a file may be missing, restore it from a copy")
    case .grammar(let kind): kind.phrase
    case .unsealed(let id):
      Phrase(
        "\(id.map { "\($0) " } ?? "")没有以校验码结束,像是手工写入的,请改用 zhibu add 录入",
        "\(id.map { "\($0) " } ?? "")does not end in a Sum, as if typed by hand: "
          + "enter it with zhibu add")
    case .edited(let id):
      Phrase(
        "\(id) 写入后被改动过,请从备份恢复,要改请用更正",
        "\(id) was altered after it was written: restore it from a copy, and correct by a new record"
      )
    case .moved(let id):
      Phrase(
        "\(id) 本身完整,但前面的内容变了,请从备份恢复",
        "\(id) is whole, but what stands before it changed: restore it from a copy")
    case .removed(let before, let numbers):
      Phrase(
        "\(before) 之前缺第 \(Self.list(numbers)) 号记录,请从备份恢复",
        "before \(before) the records \(Self.list(numbers)) are missing: restore them from a copy")
    case .duplicate(let id, let line):
      Phrase(
        "\(id) 与第\(line)行重复,请从备份恢复",
        "\(id) stands on line \(line) already: restore the file from a copy")
    case .repeatedIdentifier(let id, let file, let line):
      Phrase(
        "编号 \(id) 在 \(file):\(line) 已经用过,请从备份恢复",
        "the id \(id) is used already at \(file):\(line): restore the file from a copy")
    case .foreignIdentifier(let id):
      Phrase(
        "编号「\(id)」不属于这个文件,请从备份恢复",
        "the id “\(id)” does not belong to this file: restore it from a copy")
    case .numberNotRising(let id, let previous):
      Phrase(
        "\(id) 的序号没有大于前一条的 \(previous),请从备份恢复",
        "the number of \(id) does not rise above \(previous) before it: restore it from a copy")
    case .missingField(let id, let name):
      Phrase(
        "\(id) 缺少 \(name),请从备份恢复", "\(id) has no \(name): restore it from a copy")
    case .badMoment(let id, let text):
      Phrase(
        "\(id) 的 At「\(text)」不是本台账时区的时间,请从备份恢复",
        "At “\(text)” of \(id) is no moment in the ledger's zone: restore it from a copy")
    case .laterYear(let id, let text):
      Phrase(
        "\(id) 的 At「\(text)」晚于文件的年份,请从备份恢复",
        "At “\(text)” of \(id) is of a later year than the file: restore it from a copy")
    case .tornTail(bytes: 0):
      Phrase(
        "空文件,写入刚开始就中断了,由录入人用 zhibu recover 清理",
        "empty, an interrupted write: whoever writes the file cleans up with zhibu recover")
    case .tornTail(let bytes):
      Phrase(
        "末尾有\(bytes)字节没写完整,由录入人用 zhibu recover 移入隔离区(不会丢)",
        "\(bytes) bytes at the end are not complete: whoever writes the file puts them into "
          + "quarantine with zhibu recover")
    case .zeroFilled(let bytes):
      Phrase(
        "末尾有\(bytes)字节没写完整,以零字节结尾,像是断电所致,由录入人用 zhibu recover 移入隔离区",
        "\(bytes) bytes at the end are not complete and end in zeros, as after a power cut: whoever "
          + "writes the file puts them into quarantine with zhibu recover")
    case .pending:
      Phrase(
        "有中断的写入,下次写入时自动补完", "an interrupted write: the next one completes it")
    case .setAside:
      Phrase(
        "中断的写入与现有文件对不上,放在这里没有写入;请打开核对,缺的另行录入,再把它移出台账文件夹",
        "an interrupted write that no longer fits the files and was not completed: look at it, enter "
          + "what is missing, then move it out of the ledger")
    case .alteredAttachment:
      Phrase(
        "附件内容与文件名(校验码)不符,请从备份恢复",
        "the attachment is not what its name says: restore it from a copy")
    case .missingAttachment(let id, let hash):
      Phrase(
        "\(id) 的附件 \(hash.prefix(8))… 不在 files/ 中,请从备份恢复",
        "the attachment \(hash.prefix(8))… of \(id) is not in files/: restore it from a copy")
    }
  }

  /// `3, 4, 7–9`
  private static func list(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
