import Testing

/// Sealing and what verify makes of it, with `ssh-keygen` as the judge of signatures.
@Suite("Seals", .enabled(if: Binary.judges("ssh-keygen")))
struct SealCommandTests {
  private static let seal = "Q1-seal-2026-limin-0001"
  private static let sealPath = "organizations/Q1/seal-2026.limin.rec"
  private static let meetingPath = "organizations/Q1/activity-2026.limin.rec"

  /// A ledger, two people's keys, and the file that says whose they are.
  private static func desk() throws -> Desk {
    let desk = try Desk.withLedger()
    let made = desk.shell(
      """
      set -e
      mkdir -p home/.ssh home/.config/zhibu
      ssh-keygen -q -t ed25519 -N '' -C limin -f home/.ssh/id_ed25519
      ssh-keygen -q -t ed25519 -N '' -C chenxiao -f other
      ssh-keygen -q -t ed25519 -N secret -C locked -f locked
      for key in home/.ssh/id_ed25519:Q1M01 other:Q1M02; do
        echo "${key#*:} namespaces=\\\"zhibu-seal\\\" $(cat "${key%:*}.pub")"
      done > home/.config/zhibu/allowed_signers
      """)
    try #require(made.status == 0, "\(made.errors)")
    return desk
  }

  private static func codes(_ run: Run) -> [String] {
    run.lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return "\(cells[0]):\(cells[1]): \(cells[2])"
    }
  }

  @Test("sealed, checked by hand as the README says, and accepted by recfix")
  func byHand() throws {
    let desk = try Self.desk()
    let sealed = desk.zhibu("seal", "--as", "Q1M01/limin")
    #expect(sealed.status == 0, "\(sealed.errors)")
    #expect(sealed.errors == "")
    let heads = desk.zhibu("verify", "--format", "json")
    #expect(heads.status == 0, "\(heads.output)")
    let cells = sealed.lines.last?.split(separator: "\t").map(String.init) ?? []
    #expect(cells.count == 4)
    #expect(cells.first == Self.seal)
    #expect(cells.last == "true")
    let files = desk.shell(
      "find ledger/organizations ledger/catalog ledger/schema -name '*.rec' | wc -l")
    // The seal itself came after.
    #expect(Int(cells.dropFirst(2).first ?? "") == (Int(files.lines.first ?? "") ?? 0) - 1)
    let record = desk.folder.read("ledger/\(Self.sealPath)")
    #expect(record.contains("\nHead: \(cells.dropFirst().first ?? "")\n"))
    let judged = desk.shell(
      """
      cd ledger
      \(Readme.block(with: "ssh-keygen -Y verify"))
      (cat schema/seal.rec; echo; cat \(Self.sealPath)) | recfix --check && echo accepted
      """)
    #expect(
      judged.output.hasPrefix("Good \"zhibu-seal\" signature for Q1M01 with ED25519 key SHA256:"),
      "\(judged.output)\(judged.errors)")
    #expect(judged.lines.last == "accepted")
    #expect(desk.shell("ls -d /tmp/zhibu-?????? | xargs -I{} find {} -name 'seal*'").output == "")
  }

  @Test("verify checks signatures by the file of allowed signers")
  func signatures() throws {
    let desk = try Self.desk()
    let sealed = desk.zhibu("seal", "--organization", "Q1", "--as", "Q1M01/limin")
    #expect(sealed.status == 0, "\(sealed.errors)")
    // Signed by a key that is somebody else's.
    #expect(desk.zhibu("seal", "--as", "Q1M01/other", "--key", "other").status == 0)
    let first = desk.zhibu("verify", "--format", "tsv")
    #expect(first.status == 1)
    #expect(Self.codes(first) == ["organizations/Q1/seal-2026.other.rec:3: unknown-signer"])
    #expect(first.output.contains("SHA256:"))
    // Without the file nothing is checked, and that is said once.
    _ = desk.shell("mv home/.config/zhibu/allowed_signers signers")
    let unchecked = desk.zhibu("verify", "--format", "tsv")
    #expect(unchecked.status == 0)
    #expect(
      Self.codes(unchecked) == ["organizations/Q1/seal-2026.other.rec:3: signature-not-checked"])
    #expect(desk.zhibu("verify", "--allowed-signers", "signers").status == 1)
    #expect(desk.zhibu("verify", "--allowed-signers", "nowhere").status == 2)
    // A seal whose text is not what was signed, its Sum right.
    let script = VerificationTests.script
    let original = desk.folder.read("ledger/\(Self.sealPath)")
    let body = original.split(separator: "\n\n").last.map(String.init) ?? ""
    let fields = body.split(separator: "\n")
      .filter { !$0.hasPrefix("Id: ") && !$0.hasPrefix("Sum: ") }
      .joined(separator: "\n").replacing("Date: 2026-11-20", with: "Date: 2026-11-19")
    desk.folder.write("forged", "== \(Self.sealPath)\n\(fields)\n")
    _ = desk.shell("python3 '\(script)' ledger forged")
    let forged = desk.zhibu("verify", "--format", "tsv", "--allowed-signers", "signers")
    #expect(
      Self.codes(forged)
        == [
          "\(Self.sealPath):3: bad-signature",
          "\(Self.sealPath):0: sealed-rewritten",
          "organizations/Q1/seal-2026.other.rec:3: unknown-signer",
        ].sorted())
  }

  @Test("a countersignature vouches for the same head, and is refused when the log is another")
  func countersigning() throws {
    let desk = try Self.desk()
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin").status == 0)
    let counter = desk.zhibu(
      "seal", "--countersign", Self.seal, "--as", "Q1M02/chenxiao", "--key", "other",
      "--format", "table")
    #expect(counter.status == 0, "\(counter.errors)")
    #expect(counter.lines.first == "已加签:\(Self.seal)")
    let record = desk.folder.read("ledger/organizations/Q1/seal-2026.chenxiao.rec")
    #expect(record.contains("\nFollows: \(Self.seal)\nOrganization: Q1\n"))
    func head(_ text: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix("Head: ") }.map(String.init)
    }
    #expect(head(record) == head(desk.folder.read("ledger/\(Self.sealPath)")))
    #expect(desk.zhibu("verify").status == 0)
    let path = "ledger/organizations/Q1/member.limin.rec"
    let parts = desk.folder.read(path).split(separator: "\n\n").dropLast()
    desk.folder.write(path, parts.map { "\($0)\n\n" }.joined())
    let refused = desk.zhibu(
      "seal", "--countersign", Self.seal, "--as", "Q1M02/chenxiao", "--key", "other")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("organizations/Q1/member.limin.rec: 封卷"), "\(refused.errors)")
    #expect(refused.output == "")
    #expect(desk.folder.read("ledger/organizations/Q1/seal-2026.chenxiao.rec") == record)
    // What was cut exactly between records is found through the seals alone, and named once.
    let verified = desk.zhibu("verify", "--format", "tsv")
    #expect(
      Self.codes(verified).filter { $0.hasPrefix("organizations/Q1/member") }
        == ["organizations/Q1/member.limin.rec:0: sealed-cut"], "\(verified.output)")
  }

  @Test("without a key the seal is not signed, and that is said; faults are said too")
  func unsigned() throws {
    let desk = try Self.desk()
    _ = desk.shell("rm home/.ssh/id_ed25519")
    desk.folder.write("ledger/notes.txt", "x")
    let sealed = desk.zhibu("seal", "--as", "Q1M01/limin")
    #expect(sealed.status == 0)
    #expect(sealed.errors.contains("封卷没有签名"), "\(sealed.errors)")
    #expect(sealed.errors.contains("台账有1处问题,已照现状封卷"), "\(sealed.errors)")
    #expect(sealed.output.hasSuffix("\tfalse\n"))
    #expect(!desk.folder.read("ledger/\(Self.sealPath)").contains("Signature"))
  }

  @Test("signing that comes to nothing writes nothing")
  func failures() throws {
    let desk = try Self.desk()
    let before = desk.shell("find ledger -type f | sort | xargs sha256sum").output
    // There is no terminal to ask on for the passphrase.
    let locked = desk.shell(
      "SSH_ASKPASS=/bin/false setsid \"$zhibu\" seal --as Q1M01/limin --key locked < /dev/null")
    #expect(locked.status == 3)
    #expect(locked.errors.contains("没有签成(ssh-keygen 以"), "\(locked.errors)")
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin", "--key", "nowhere").status == 2)
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin", "--organization", "Q9").status == 2)
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin", "--countersign", Self.seal).status == 2)
    #expect(
      desk.zhibu("seal", "--as", "Q1M01/limin", "--countersign", Sample.meetingId).status == 2)
    let both = desk.zhibu(
      "seal", "--as", "Q1M01/limin", "--countersign", Self.seal, "--organization", "Q1")
    #expect(both.status == 2)
    var bare = desk
    bare.environment["PATH"] = "/nonexistent"
    let missing = bare.zhibu("seal", "--as", "Q1M01/limin", "--key", "other")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("运行不了 ssh-keygen"), "\(missing.errors)")
    #expect(desk.shell("find ledger -type f | sort | xargs sha256sum").output == before)
  }

  @Test(
    "a torn tail of one's own is recovered first; another writer's keeps the seal from being made")
  func tails() throws {
    let desk = try Self.desk()
    let meeting = desk.folder.read("ledger/\(Self.meetingPath)")
    desk.folder.write("ledger/\(Self.meetingPath)", meeting + "Id: Q1-act")
    let refused = desk.zhibu("seal", "--as", "Q1M02/chenxiao", "--key", "other")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("\(Self.meetingPath):"), "\(refused.errors)")
    #expect(refused.errors.contains("没有封卷"), "\(refused.errors)")
    #expect(desk.folder.read("ledger/organizations/Q1/seal-2026.chenxiao.rec") == "")
    let sealed = desk.zhibu("seal", "--as", "Q1M01/limin")
    #expect(sealed.status == 0, "\(sealed.errors)")
    #expect(desk.folder.read("ledger/\(Self.meetingPath)") == meeting)
  }

  @Test("the head stands at the foot of pages and in JSON, the same that verify prints")
  func heads() throws {
    let desk = try Self.desk()
    let verified = desk.zhibu("verify")
    let head = verified.lines.first { $0.hasPrefix("校验码 Q1 ") }?.suffix(64) ?? ""
    #expect(head.count == 64)
    #expect(desk.onTerminal("show", Sample.meetingId).lines.last == "Q1 校验码 \(head)")
    #expect(desk.onTerminal("member", "Q1M01").lines.last == "Q1 校验码 \(head)")
    #expect(
      desk.zhibu("show", Sample.meetingId, "--format", "json").output.contains(
        "\"head\": \"\(head)\""))
    #expect(
      desk.zhibu("member", "Q1M01", "--format", "json").output.contains("\"head\": \"\(head)\""))
  }

  /// The way that README.md describes, and what it promises of it.
  @Test("erasing by hand: the place is reported for good, everything else and every seal verifies")
  func erasing() throws {
    let desk = try Self.desk()
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin").status == 0)
    let withdrawn = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin",
      input: "%rec: activity\n\nWithdraws: \(Sample.meetingId)\nReason: 依法删除\n")
    #expect(withdrawn.status == 0, "\(withdrawn.errors)")
    #expect(desk.zhibu("seal", "--as", "Q1M01/limin").status == 0)
    let path = "ledger/\(Self.meetingPath)"
    let before = desk.folder.read(path)
    desk.folder.write(
      "erase.py",
      """
      import re, sys
      path, id = sys.argv[1:]
      data = open(path, "rb").read()
      start = data.index(b"Id: " + id.encode())
      end = data.index(b"\\n\\n", start)
      keep = re.compile(rb"(Id|By|At|Sum): ")
      lines = [line if keep.match(line) else
               re.sub(rb"^(\\w+: |\\+ ?|)(.*)$", lambda m: m[1] + b"x" * len(m[2]), line)
               for line in data[start:end].split(b"\\n")]
      open(path, "wb").write(data[:start] + b"\\n".join(lines) + data[end:])
      """)
    #expect(desk.shell("python3 erase.py \(path) \(Sample.meetingId)").status == 0)
    let after = desk.folder.read(path)
    #expect(after.utf8.count == before.utf8.count)
    #expect(!after.contains("介绍人"))
    func codes() -> [String] { Self.codes(desk.zhibu("verify", "--format", "tsv")) }
    let expected = ["\(Self.meetingPath):3: edited"]
    #expect(codes() == expected)
    let added = desk.zhibu(
      "add", "-", "--as", "Q1M01/limin",
      input: "%rec: activity\n\nOrganization: Q1\nKind: 主题党日\nDate: 2026-11-19\n")
    #expect(added.status == 0, "\(added.errors)")
    #expect(desk.folder.read(path) == after)
    #expect(
      desk.folder.read("ledger/organizations/Q1/activity-2026.limin+2.rec").contains("主题党日"))
    #expect(codes() == expected)
  }
}
