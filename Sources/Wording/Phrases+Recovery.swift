import Archive
import RecordLog

// What is said of text put aside from the ends of files, and of damaged files.
extension Adoption.Remark {
  /// What there is to be said about the text.
  public var phrase: Phrase {
    switch self {
    case .zeros(let count):
      Phrase("断电留下的\(count)个空字节已略去", "\(count) empty bytes left by a crash were passed over")
    case .openLine(let line):
      Phrase(
        "第\(line)行是最后一行,可能没写完,照原样保留", "line \(line), the last, may be half; it is kept as it is")
    case .halfWord(let line):
      Phrase(
        "第\(line)行末尾断在半个字(词)上,这半个略去",
        "line \(line) ends within a character or word; that half is left out")
    }
  }
}

extension Adoption {
  /// What the text comes to and what can be done with it.
  public var phrase: Phrase {
    switch outcome {
    case .empty:
      Phrase("没有能采用的文字,看过可以不采用", "holds nothing to enter: dismiss it once you have looked")
    case .faulty:
      Phrase("有\(faults.count)处要改,照原样不能采用", "\(faults.count) faults keep it from being entered")
    case .standing:
      Phrase(
        "台账里已有同样的记录,采用只是结清,不会重复写入", "the ledger holds the same already: adopting only settles it")
    case .ready:
      standing.isEmpty
        ? Phrase("可以采用,共\(missing.count)条记录", "can be adopted: \(missing.count) record(s)")
        : Phrase(
          "可以采用,还缺\(missing.count)条(另\(standing.count)条台账里已有)",
          "can be adopted: \(missing.count) record(s); \(standing.count) stand in the ledger already"
        )
    }
  }

  /// The first line that says something.
  public var firstLine: String {
    lines.first {
      !$0.isEmpty && !$0.hasPrefix("Id: ") && !$0.hasPrefix("Organization: ")
        && !$0.hasPrefix("#") && !$0.hasPrefix("%")
    } ?? lines.first { !$0.isEmpty } ?? ""
  }
}

extension QuarantinedTail {
  /// When it was put aside, `2026-03-12 14:30`.
  public var shownMoment: String {
    func part(_ from: Int, _ count: Int) -> Substring { moment.dropFirst(from).prefix(count) }
    return "\(part(0, 4))-\(part(4, 2))-\(part(6, 2)) \(part(9, 2)):\(part(11, 2))"
  }
}

extension TroubledFile {
  /// What is the matter and what to do about it; `isOwn` when it is the user's to write to.
  public func phrase(isOwn: Bool) -> Phrase {
    switch condition {
    case .intact: Phrase("完好", "intact")
    case .tornTail(_, let bytes):
      isOwn
        ? Phrase(
          "末尾有\(bytes)字节没写完整,可以移入隔离区,再看要不要采用",
          "\(bytes) bytes at the end are not complete: put them into quarantine, then adopt or dismiss"
        )
        : Phrase(
          "末尾有\(bytes)字节没写完整,由录入代号为 \(writer) 的人打开本程序处理(命令行用 --as 编号/\(writer))",
          "\(bytes) bytes at the end are not complete: whoever writes as \(writer) can deal with them "
            + "(on the command line --as ID/\(writer))"
        )
    case .damaged: damagedPhrase(recordsPhrase)
    case .badHeader:
      damagedPhrase(
        Phrase(
          "首行与文件路径不符,其中的记录都不计入",
          "the first line does not fit the path, so its records do not count"))
    case .newerFormat(let format): Finding.Kind.newerFormat(format).phrase
    }
  }

  private func damagedPhrase(_ what: Phrase) -> Phrase {
    guard let continuation else {
      return Phrase(
        "\(what.chinese)。这个文件不再写入;请从备份恢复",
        "\(what.english). The file is only read: restore it from a copy")
    }
    return Phrase(
      "\(what.chinese)。这个文件不再写入,新记录接着写在 \(continuation);请从备份恢复",
      "\(what.english). The file is only read; writing goes on in \(continuation): "
        + "restore it from a copy")
  }

  private var recordsPhrase: Phrase {
    let ids = damaged.map(\.id).filter { !$0.isEmpty }
    guard !ids.isEmpty else {
      return Phrase("有不成记录的内容,不计入", "something in it is no record and does not count")
    }
    let isMore = ids.count > 3
    return Phrase(
      "\(ids.prefix(3).joined(separator: "、"))\(isMore ? "等\(ids.count)条" : "") 校验码不符,不计入",
      "\(ids.prefix(3).joined(separator: ", "))\(isMore ? " and others (\(ids.count))" : "") "
        + "not in agreement with the Sum, and not counted")
  }
}

extension FileSystem {
  /// What to be careful of; nil for a disk of this machine.
  public var warning: Phrase? {
    let name: String
    switch self {
    case .local: return nil
    case .network(let kind): name = kind
    case .userSpace: name = "FUSE"
    }
    return Phrase(
      "台账放在网络或外接文件系统(\(name))上,多人同时写入不一定安全;请放到本机硬盘,或只由一人写入",
      "the ledger lies on a network or user-space file system (\(name)), where several writers at "
        + "once may not be safe: keep it on a disk of this machine, or let one person write")
  }
}

extension Phrase {
  // MARK: The command

  /// Help on `recover`.
  public static let helpRecover = Phrase(
    "处理没写完整的文件末尾:移入隔离区、查看、采用或不采用",
    "Deal with incomplete ends of files: put aside, look, adopt or dismiss")
  /// Help on `recover --adopt`.
  public static let helpRecoverAdopt = Phrase(
    "把隔离区里的文字作为新记录写入台账", "Enter what waits in quarantine as new records")
  /// Help on `recover --adopt-all`.
  public static let helpRecoverAdoptAll = Phrase(
    "隔离区里能采用的都采用", "Adopt all that can be adopted")
  /// Help on `recover --dismiss`.
  public static let helpRecoverDismiss = Phrase(
    "不采用(文字仍留在隔离区,不会删)", "Do not adopt it (the text stays in quarantine, nothing is deleted)")
  /// Help on `recover --show`.
  public static let helpRecoverShow = Phrase(
    "显示隔离区里的文字(加 --format rec 得到可供 zhibu add 的文件)",
    "Show what waits in quarantine (with --format rec as a file for zhibu add)")

  /// A path that names nothing in quarantine.
  public static func notInQuarantine(_ path: String) -> Phrase {
    Phrase(
      "隔离区里没有待处理的 \(path),请用 zhibu recover 查看",
      "\(path) does not wait in quarantine: see zhibu recover")
  }
  /// Something was adopted.
  public static func adopted(_ path: String, _ count: Int) -> Phrase {
    count == 0
      ? Phrase(
        "\(path):台账里已有同样的记录,没有重复写入,已结清", "\(path): the ledger held the same already; settled")
      : Phrase("\(path):已采用,写入\(count)条", "\(path): adopted, \(count) record(s) entered")
  }
  /// Something was dismissed.
  public static func dismissed(_ path: String) -> Phrase {
    Phrase("\(path):不采用,文字仍留在隔离区", "\(path): dismissed; the text stays in quarantine")
  }
  /// Something could not be adopted as it is.
  public static func notAdoptable(_ path: String) -> Phrase {
    Phrase(
      "\(path):没有采用,什么也没有写。可用 zhibu recover --show \(path) --format rec 另存,改好后用 zhibu add 录入,再 --dismiss",
      "\(path): not adopted, nothing was written. Save it with zhibu recover --show \(path) "
        + "--format rec, put it right, enter it with zhibu add, then --dismiss it")
  }
  /// Some ends of files could not be put aside; why has been said.
  public static let someNotPutAside = Phrase(
    "有的文件末尾没能移入隔离区,原样没有动", "Some ends of files could not be put aside and are as they were")
  /// Nothing waits, nothing is damaged.
  public static let nothingToRecover = Phrase("没有要处理的", "There is nothing to deal with")
  /// Heading of what waits in quarantine, with what that is.
  public static func quarantineHeading(_ count: Int) -> Phrase {
    Phrase(
      "隔离区里有\(count)件(末尾没写完整的文字移到这里保存,不会丢)",
      "\(count) in quarantine (incomplete text from the ends of files, kept there)")
  }
  /// Heading of files that are damaged or torn.
  public static func troubledHeading(_ count: Int) -> Phrase {
    Phrase("有问题的文件\(count)个", "\(count) file(s) in trouble")
  }
  /// How to go on after the list.
  public static let howToSettle = Phrase(
    "采用:zhibu recover --adopt 路径   不采用:--dismiss 路径   看全文:--show 路径",
    "Adopt: zhibu recover --adopt PATH   Dismiss: --dismiss PATH   Look: --show PATH")
  /// So many bytes.
  public static func bytes(_ count: Int) -> Phrase { Phrase("\(count)字节", "\(count) bytes") }
}

// What the interface says of the ledger's health.
extension Phrase {
  /// The first line of 台账校验.
  public static func verificationResult(_ faults: Int, waiting: Int) -> Phrase {
    switch (faults, waiting) {
    case (0, 0): .allWell
    case (_, 0): Phrase("\(faults)处问题", "\(faults) fault(s)")
    case (0, _): Phrase("没有发现问题,\(waiting)件待处理", "No faults found; \(waiting) to be dealt with")
    default:
      Phrase("\(faults)处问题,\(waiting)件待处理", "\(faults) fault(s); \(waiting) to be dealt with")
    }
  }
  /// What this user may not read was not verified.
  public static func restrictedNotVerified(_ count: Int) -> Phrase {
    Phrase(
      "\(count)个组织的受限内容您无权查看,没有校验",
      "Restricted records of \(count) organisation(s) are not yours to read and were not verified")
  }
  /// Heading of the user's own torn files.
  public static let ownTornHeading = Phrase(
    "您的文件末尾有没写完整的文字,按 r 移入隔离区(不会丢),再看要不要采用",
    "Your files end in incomplete text: r puts it into quarantine (nothing is lost)")
  /// So many bytes at the end are no record.
  public static func tornTail(_ bytes: Int) -> Phrase {
    Phrase("末尾\(bytes)字节没写完整", "\(bytes) bytes at the end are not complete")
  }
  /// Heading of damaged files in the interface.
  public static func closedFilesHeading(_ count: Int) -> Phrase {
    Phrase("有损坏、只读不写的文件\(count)个", "\(count) damaged file(s), read and not written to")
  }
  /// Heading of faults.
  public static let faultsHeading = Phrase("问题", "Faults")
  /// Heading of what is no fault.
  public static let remarksHeading = Phrase("说明(不算问题)", "Remarks (no faults)")
  /// Nothing was verified yet.
  public static let notVerifiedYet = Phrase("还没有校验", "Not verified yet")
  /// Something is put aside or entered, and the ledger verified anew.
  public static let settling = Phrase("正在处理……", "Working …")
  /// The ledger was verified once more.
  public static let verifiedAgain = Phrase("已重新校验", "Verified again")
  /// There was nothing to put aside.
  public static let nothingPutAside = Phrase("没有要移入隔离区的", "There was nothing to put aside")
  /// It was settled by somebody else.
  public static let settledMeanwhile = Phrase("这段文字已经处理过了", "This text was dealt with before")
  /// Title of a text in quarantine.
  public static let titleQuarantined = Phrase("隔离区", "Quarantine")
  /// Which file it comes from.
  public static let labelFrom = Phrase("来自", "From")
  /// When it was put aside.
  public static let labelPutAside = Phrase("移入时间", "Put aside")
  /// Where it is kept.
  public static let labelKeptIn = Phrase("保存在", "Kept in")
  /// What it comes to.
  public static let labelOutcome = Phrase("能否采用", "Outcome")
  /// A sentence about a line of the text; without a line when that is 0.
  public static func atLine(_ line: Int, _ phrase: Phrase) -> Phrase {
    guard line > 0 else { return phrase }
    return Phrase("第\(line)行 \(phrase.chinese)", "line \(line): \(phrase.english)")
  }
  /// What to do with a text that cannot be entered as it is.
  public static let howToEnterFaulty = Phrase(
    "可照着它在表单里另录一条,再按 x 结清;原文一直留着",
    "Enter it by hand in a form, then settle it with x; the text stays")
  /// Asks before adopting.
  public static func adoptQuestion(_ count: Int, by author: String) -> Phrase {
    Phrase(
      "把这段文字作为\(count)条新记录写入台账,录入人记为 \(author),时间为现在;原文仍留在隔离区。采用吗?",
      "Enter this text as \(count) new record(s), written by \(author) now? The text stays in "
        + "quarantine.")
  }
  /// Asks before settling what is in the ledger already.
  public static let settleQuestion = Phrase(
    "台账里已有同样的记录,不会重复写入,只把这件结清;原文仍留在隔离区。结清吗?",
    "The ledger holds the same already: nothing is entered, this is only settled. Go on?")
  /// Asks before dismissing.
  public static let dismissQuestion = Phrase(
    "不写入台账。原文仍留在隔离区的文件里,不会删,以后不再提示。确定不采用吗?",
    "Not enter it? The text stays in its file in quarantine; it is only not listed any more.")
  /// It was settled without entering it.
  public static let dismissedText = Phrase(
    "已结清,不采用;原文仍留在隔离区", "Dismissed; the text stays in quarantine")
  /// It was in the ledger already.
  public static let adoptedBefore = Phrase(
    "台账里已有同样的记录,没有重复写入,已结清", "The ledger held the same already; settled")
  /// A record that does not count.
  public static let notCounted = Phrase("不计入", "not counted")
  /// A line of a file.
  public static func lineOfFile(_ line: Int) -> Phrase { Phrase("第\(line)行", "line \(line)") }
  /// What a file that is shown cannot be.
  public static let readOnlyView = Phrase("只看不改", "to look at only")
  /// Something waits in quarantine when a store is opened.
  public static func quarantineWaits(_ count: Int) -> Phrase {
    Phrase(
      "隔离区里有\(count)件没写完整的文字待处理,按 ! 查看",
      "\(count) incomplete text(s) wait in quarantine: ! shows them")
  }

  // MARK: Permission

  /// An organisation whose head is not known, since not all of it may be read.
  public static func headNotKnown(of organization: String) -> Phrase {
    Phrase(
      "校验码 \(organization) 算不出:有读不了的内容",
      "head \(organization) is not known: part of it cannot be read")
  }
  /// The same of the whole store.
  public static let storeHeadNotKnown = Phrase(
    "校验码 全部 算不出:有读不了的内容", "head store is not known: part of it cannot be read")
  /// What cannot be read cannot be sealed.
  public static func partlyRead(_ organizations: [String]) -> Phrase {
    Phrase(
      "没有封卷:\(organizations.joined(separator: "、")) 有您读不了的内容,请由有权限的人来封",
      "Not sealed: part of \(organizations.joined(separator: ", ")) is not yours to read: "
        + "let somebody seal it who may")
  }

  /// Stands behind the title while nothing can be written.
  public static let readOnlyMark = Phrase("〔只读〕", "[read-only]")
  /// Why nothing can be written to one organisation.
  public static func organizationNotWritable(_ name: String) -> Phrase {
    Phrase("您对\(name)只有读的权限,不能写入", "You may read \(name) but not write to it")
  }
  /// Why no organisation can be added.
  public static let noNewOrganizations = Phrase(
    "您没有在这个台账里新设党组织的权限", "You may not add organisations to this ledger")
  /// A command that cannot be used, with the reason.
  public static func unavailable(_ reason: Phrase) -> Phrase {
    Phrase("(不能用:\(reason.chinese))", "(not now: \(reason.english))")
  }
  /// Some records are not this user's to read.
  public static let withoutRestricted = Phrase(
    "不含受限内容(您无权查看),数字可能不全", "Without restricted records, which are not yours to read")
  /// The same behind a title.
  public static let withoutRestrictedShort = Phrase("不含受限内容", "without restricted")
  /// The same beside an answer of the command line.
  public static func answerWithoutRestricted(_ organizations: [String]) -> Phrase {
    let isMore = organizations.count > 5
    return Phrase(
      "您无权查看 \(organizations.prefix(5).joined(separator: "、"))"
        + "\(isMore ? "等\(organizations.count)个组织" : "") 的受限内容,结果不含这些",
      "restricted records of \(organizations.prefix(5).joined(separator: ", "))"
        + "\(isMore ? " and others (\(organizations.count))" : "") are not yours to read; "
        + "the answer is without them")
  }
}

extension AppendNotice {
  /// The same in a sentence that fits the message line.
  public var shortPhrase: Phrase {
    switch self {
    case .tailQuarantined:
      Phrase(
        "末尾没写完整的文字已移到“隔离区”保存,不会丢;按 ! 查看",
        "Incomplete text was put into quarantine, nothing is lost: ! shows it")
    case .continued(_, _, let path):
      Phrase(
        "原文件有损坏,保持原样,接着写在 \(Self.name(path));按 ! 查看",
        "The file is damaged and left as it is; writing goes on in \(Self.name(path)): ! shows it")
    default: phrase
    }
  }

  /// What is said after something was written; nil for what only concerns the text just entered.
  public var phraseAfterWriting: Phrase? {
    switch self {
    case .cleaned: nil
    case .tailQuarantined, .continued:
      Phrase("已写入。\(shortPhrase.chinese)", "Written. \(shortPhrase.english)")
    case .tailCompleted, .clockBehind, .pendingCompleted, .pendingSetAside, .notSettled:
      Phrase("已写入。\(phrase.chinese)", "Written. \(phrase.english)")
    }
  }

  private static func name(_ path: String) -> Substring {
    path.split(separator: "/").last ?? Substring(path)
  }
}
