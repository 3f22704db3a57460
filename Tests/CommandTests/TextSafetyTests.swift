import Testing

/// What is stored, named or typed reaches no terminal and no other program as more than text.
@Suite("Text that would steer a terminal")
struct TextSafetyTests {
  private static let scripts =
    "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Attacks"

  private static let more = """
    %rec: honor

    Organization: Q1
    Date: 2026-03-12
    Title: 先进
    To: Q1M02

    %rec: matter

    Organization: Q1
    Kind: 意见建议
    Title: 事
    Opened: 2026-03-12
    Owner: Q1M02
    Due: 2026-04-01
    State: 办理中

    %rec: document

    Organization: Q1
    Kind: 制度
    Title: 学习制度
    Date: 2026-03-12
    Text: 一
    + 二

    %rec: team

    Organization: Q1
    Kind: 突击队
    Name: 青年突击队
    Since: 2026-01-01
    Leader: Q1M02
    Purpose: 急难险重

    %rec: plan

    Organization: Q1
    Period: 2026
    Kind: 学习计划
    Title: 年度计划

    """

  /// Which fields are left as they are, so that the records can be read as what they are.
  private static let closed =
    "Id,By,At,Organization,Member,Level,Status,Kind,Date,Start,End,Since,Elected,Term,Number,State,"
    + "Opened,Due,Presider,Recorder,Present,Absent,Owner,To,Leader,ItemKind,Vote,Period,Officer"

  @Test(
    "a record with an attack in every field, in every format",
    .enabled(if: Binary.judges("python3")),
    arguments: [closed, "Id,By,At", ""])
  func everyField(kept: String) throws {
    let desk = try Desk.withLedger()
    let added = desk.zhibu("add", "-", "--as", "Q1M01/limin", input: Self.more)
    try #require(added.status == 0, "\(added.errors)")
    desk.folder.makeFolder("out")
    let run = desk.shell(
      """
      python3 '\(Self.scripts)/forge.py' ledger but '\(kept)' || exit 1
      for format in table tsv csv json rec; do
        say() { name=$1; shift; "$zhibu" "$@" --format $format > out/$name.$format 2> out/$name-$format.told; }
        for type in organization member activity honor matter document team plan; do
          say list-$type list $type
          id=$(LC_ALL=C grep -ah '^Id: ' ledger/organizations/Q1/$type*.rec | LC_ALL=C cut -c5- | tail -1)
          say show-$type show "$id"
          say version-$type show "$id" --version
        done
        say member member Q1M02; say due due; say check check; say verify verify; say recover recover
      done
      python3 '\(Self.scripts)/judge.py' out
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 1, "\(run.output)")
    print("attacks in fields:", run.lines.last ?? "", "(files, characters, with marks)")
    // At least every list and every page shows the marks.
    #expect((Int(run.lines.last?.split(separator: " ").last ?? "") ?? 0) > 50)
    for arguments in [
      ["list", "activity"], ["show", Sample.meetingId], ["member", "Q1M02"], ["verify"], ["due"],
      ["check"], ["list", "honor", "--format", "tsv"],
      ["show", Sample.meetingId, "--format", "rec"],
    ] {
      let shown = Binary.runOnTerminal(arguments, environment: desk.environment, in: desk.folder)
      #expect(Self.steering(shown.output) == [], "\(arguments)")
    }
  }

  /// What a terminal would obey or hide in a text.
  private static func steering(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200B, 0x200E, 0x200F, 0xFEFF:
        true
      default: false
      }
    }.map { "U+\(String($0.value, radix: 16))" }
  }

  /// The attack as an argument may hold it.
  private static let argument = "\u{1B}]0;T\u{07}\u{9B}6n\r\u{08}\u{202E}\u{200B}"

  @Test("names of files and stores, arguments, the environment, the settings, the unit, the lock")
  func elsewhere() throws {
    var desk = try Desk.withLedger()
    let evil = Self.argument
    desk.folder.write("\(evil).rec", "%rec: honor\n\nTitle: \(evil)\n")
    desk.folder.makeFolder("bad")
    let manifest = desk.folder.read("ledger/zhibu.rec")
    desk.folder.write(
      "ledger/zhibu.rec", manifest.replacing("青石监狱", with: "青石\u{200B}监狱"))
    desk.folder.write("bad/zhibu.rec", manifest.replacing("青石监狱", with: "青石\(evil)监狱"))
    let commands = [
      ["add", "\(evil).rec", "--as", "Q1M01/limin"], ["add", "no\(evil)", "--as", "Q1M01/limin"],
      ["add", "\(evil).rec", "--as", evil], ["add", "\(evil).rec", "--as", "Q1M01(\(evil))/limin"],
      ["list", evil], ["list", "activity", "--kind", evil], ["show", evil], ["member", evil],
      ["due", "--on", evil], ["list", "member", "--format", evil], ["--\(evil)"], [evil],
      ["list", "member", "--organization", evil], ["verify", "--store", "no\(evil)"],
      ["init", "ledger/\(evil)", "--unit", evil], ["init", "ledger", "--unit", "a"],
      ["list", "member", "--language", evil], ["due", "--today", evil], ["verify"], ["check"],
      ["verify", "--store", "bad"],
    ]
    desk.environment["USER"] = evil
    desk.folder.makeFolder("home/.config")
    desk.folder.makeFolder("home/.config/zhibu")
    desk.folder.write(
      "home/.config/zhibu/config.rec", "Person: \(evil)\nWriter: \(evil)\nPost: \(evil)\n")
    var told = 0
    for arguments in commands {
      let piped = Binary.run(
        Binary.path, arguments, environment: desk.environment, in: desk.folder)
      #expect(
        Self.steering(piped.output.filter { $0 != "\t" } + piped.errors) == [], "\(arguments)")
      let shown = Binary.runOnTerminal(arguments, environment: desk.environment, in: desk.folder)
      #expect(Self.steering(shown.output) == [], "\(arguments)")
      if shown.output.contains("␛]0;T␇␦6n␍") { told += 1 }
    }
    print("attacks elsewhere: \(commands.count) commands, \(told) of which quote what was given")
    #expect(told > 5)
    // A catalogue that may be read, and one that is refused.
    let path = "ledger/catalog/checklist.rec"
    let catalogue = desk.folder.read(path)
    for attack in ["\u{200B}\u{61C}\u{FEFF}", evil] {
      desk.folder.write(path, catalogue.replacing("\nTitle: ", with: "\nTitle: \(attack)"))
      for command in ["due", "check", "verify"] {
        let shown = desk.onTerminal(command)
        #expect(Self.steering(shown.output) == [], "\(command)")
        if command == "check", attack != evil { #expect(shown.output.contains("␦␦␦")) }
      }
    }
    desk.folder.write(path, catalogue)
    // Someone else's lock, whose name is an attack.
    desk.folder.write(
      "good.rec", "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: 先进\n")
    let held = desk.shell(
      """
      python3 -c '
      import fcntl, subprocess, sys
      lock = open("ledger/organizations/Q1/.lock", "r+b")
      fcntl.flock(lock, fcntl.LOCK_EX)
      lock.truncate(0); lock.write("4711 \\x1b]0;T\\x07\\x9b\\u200b\\n".encode()); lock.flush()
      subprocess.run([sys.argv[1], "add", "good.rec", "--as", "Q1M01/limin"])
      ' "$zhibu"
      """)
    #expect(held.errors.contains("Q1"), "\(held.errors)")
    #expect(Self.steering(held.errors) == [])
  }
}
