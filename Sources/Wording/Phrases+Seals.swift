import RecordLog

extension SealFinding.Kind {
  /// A word for programs that read the list of faults.
  public var code: String {
    switch self {
    case .badFile: "seal-file"
    case .wrongHead: "seal-head"
    case .missing: "sealed-missing"
    case .cut: "sealed-cut"
    case .rewritten: "sealed-rewritten"
    case .notChecked: "sealed-not-checked"
    case .changed: "sealed-changed"
    }
  }
}

extension SealFinding {
  /// What is wrong and what to do about it; names the seal.
  public var phrase: Phrase {
    switch kind {
    case .badFile(let text):
      Phrase(
        "封卷 \(seal) 的 Files「\(text)」不是「路径 大小 校验码」,请重新封卷",
        "Files “\(text)” of the seal \(seal) is not “path size Sum”: seal again")
    case .wrongHead:
      Phrase(
        "封卷 \(seal) 的 Head 不是由它的 Files 算出的,这份封卷不可信,请重新封卷",
        "Head of the seal \(seal) is not that of its Files; do not rely on it: seal again")
    case .missing:
      Phrase(
        "封卷 \(seal) 时有这个文件,现在没有了,请从备份恢复",
        "was there when \(seal) was sealed and is gone: restore it from a copy")
    case .cut(let sealed, let found) where found < sealed:
      Phrase(
        "封卷 \(seal) 时有\(sealed)字节,现在只有\(found)字节,末尾的记录被删了,请从备份恢复",
        "had \(sealed) bytes when \(seal) was sealed and has \(found); records were cut off: "
          + "restore it from a copy")
    case .cut(let sealed, _):
      Phrase(
        "封卷 \(seal) 时第\(sealed)字节处有一条记录结束,现在没有,末尾的记录被删后又续写过,请从备份恢复",
        "no record ends at byte \(sealed), where one ended when \(seal) was sealed; records were "
          + "cut off and others written: restore it from a copy")
    case .rewritten:
      Phrase(
        "封卷 \(seal) 以后历史被整个改写过(校验码不同),请从备份恢复",
        "its history was written anew since \(seal) was sealed (the Sum differs): "
          + "restore it from a copy")
    case .notChecked(let code):
      Phrase(
        "没能与封卷 \(seal) 核对:\(SystemError.phrase(code).chinese)",
        "could not be checked against the seal \(seal): \(SystemError.phrase(code).english)")
    case .changed:
      Phrase(
        "封卷 \(seal) 以后改过(目录和格式本单位可以改)",
        "edited since \(seal) was sealed (catalogue and schema are the unit's to edit)")
    }
  }
}

extension Phrase {
  // MARK: Signatures

  /// A signature that is not one of the seal.
  public static func badSignature(_ seal: String) -> Phrase {
    Phrase(
      "封卷 \(seal) 的签名与内容不符,内容或签名被改动过,请从备份恢复",
      "the signature of \(seal) is not over what it says; one of the two was altered: "
        + "restore it from a copy")
  }

  /// A good signature by a key that is not known as that person's.
  public static func unknownSigner(
    _ seal: String, by principal: String, fingerprint: String, allowedSigners: String
  ) -> Phrase {
    Phrase(
      "封卷 \(seal) 的签名密钥(\(fingerprint))没有在 \(allowedSigners) 里登记给 \(principal),请核实后登记",
      "the key that signed \(seal) (\(fingerprint)) is not \(principal)'s in \(allowedSigners): "
        + "find out whose it is and enter it there")
  }

  /// Signatures that nothing was there to check by.
  public static func signaturesNotChecked(_ count: Int, allowedSigners: String) -> Phrase {
    Phrase(
      "\(count)个封卷的签名没有核对:没有 \(allowedSigners),请用 --allowed-signers 指明",
      "the signatures of \(count) seals were not checked, as there is no \(allowedSigners): "
        + "name a file with --allowed-signers")
  }

  /// Signatures that cannot be checked here.
  public static func signaturesNeedTool(_ count: Int) -> Phrase {
    Phrase(
      "\(count)个封卷的签名没有核对:运行不了 ssh-keygen,请安装 openssh-client",
      "the signatures of \(count) seals were not checked, as ssh-keygen cannot be run: "
        + "install openssh-client")
  }

  // MARK: Sealing

  /// Signing needs a program.
  public static func cannotRunSigner(_ code: Int32) -> Phrase {
    let why = SystemError.phrase(code)
    return Phrase(
      "运行不了 ssh-keygen(\(why.chinese)),没有封卷,请安装 openssh-client",
      "ssh-keygen cannot be run (\(why.english)) and nothing was sealed: install openssh-client")
  }

  /// Signing came to nothing.
  public static func notSigned(key: String, status: Int32) -> Phrase {
    Phrase(
      "没有签成(ssh-keygen 以 \(status) 结束),什么也没有写;请检查密钥 \(key) 和口令",
      "Signing failed (ssh-keygen ended with \(status)) and nothing was written: check the key "
        + "\(key) and its passphrase")
  }

  /// A file used for signing.
  public static func signingFile(_ path: String, _ code: Int32) -> Phrase {
    let why = SystemError.phrase(code)
    return Phrase(
      "签名用的文件 \(path) 读写不了:\(why.chinese);什么也没有写",
      "The file \(path), used for signing, cannot be used: \(why.english); nothing was written")
  }

  /// Nobody signed.
  public static let sealedWithoutKey = Phrase(
    "没有找到 SSH 密钥,封卷没有签名:能看出删改,证明不了是谁封的;要签名请用 --key 指明,或先用 ssh-keygen 生成",
    "No SSH key was found and the seal is not signed: it shows changes, not who sealed. "
      + "Name a key with --key, or make one with ssh-keygen")

  /// A seal of a store with faults.
  public static func sealedWithFaults(_ count: Int) -> Phrase {
    Phrase(
      "台账有\(count)处问题,已照现状封卷;请运行 zhibu verify",
      "the ledger has \(count) faults and was sealed as it is: run zhibu verify")
  }

  /// A tail that is no record cannot be sealed.
  public static func tailBeforeSeal(_ bytes: Int) -> Phrase {
    Phrase(
      "末尾有\(bytes)字节不成记录,没有封卷,请先恢复(zhibu recover)再封",
      "\(bytes) bytes at the end are no record and nothing was sealed: recover first "
        + "(zhibu recover), then seal")
  }

  /// There is nothing to seal.
  public static func nothingToSeal(_ organization: String?) -> Phrase {
    guard let organization else {
      return Phrase("台账里还没有记录,没有可封的", "The ledger has no records yet: nothing to seal")
    }
    return Phrase(
      "\(organization) 还没有记录,没有可封的", "\(organization) has no records yet: nothing to seal")
  }

  /// A record that is no seal.
  public static func notASeal(_ id: String) -> Phrase {
    Phrase(
      "\(id) 不是封卷,请用 zhibu list seal 查看编号", "\(id) is no seal: see zhibu list seal")
  }

  /// A seal that nobody should countersign.
  public static func notCountersigned(_ id: String) -> Phrase {
    Phrase(
      "台账与封卷 \(id) 不符,没有加签;请先查明原因",
      "The ledger is not what \(id) sealed, and it was not countersigned: find out why first")
  }

  /// `--organization` beside `--countersign`.
  public static let countersignTakesNoOrganization = Phrase(
    "加签的范围就是原封卷的范围,请去掉 --organization",
    "A countersignature is about what was sealed: leave out --organization")

  /// What was sealed.
  public static func sealed(_ scope: Seal.Scope) -> Phrase {
    switch scope {
    case .store: Phrase("已封卷:整个台账", "Sealed: the whole ledger")
    case .organization(let id): Phrase("已封卷:\(id)", "Sealed: \(id)")
    }
  }

  /// What was countersigned.
  public static func countersigned(_ id: String) -> Phrase {
    Phrase("已加签:\(id)", "Countersigned: \(id)")
  }

  /// The record of the seal.
  public static func sealRecord(_ id: String) -> Phrase {
    Phrase("记录 \(id)", "record \(id)")
  }

  /// The sealed head.
  public static func sealHead(_ head: String) -> Phrase {
    Phrase("封卷时的校验码 \(head)", "head when sealed \(head)")
  }

  /// How many files were sealed.
  public static func sealFiles(_ count: Int) -> Phrase {
    Phrase("文件 \(count)个", "files \(count)")
  }

  /// The line at the foot of a page: the one value of all that an organisation's files hold.
  public static func headAtFoot(of organization: String, _ head: String) -> Phrase {
    Phrase("\(organization) 校验码 \(head)", "\(organization) head \(head)")
  }
}
