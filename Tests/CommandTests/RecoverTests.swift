import Testing

/// Ends of files that are no records, and what becomes of them on the command line.
@Suite("zhibu recover")
struct RecoverTests {
  private static let file = "ledger/organizations/Q1/activity-2026.limin.rec"
  private static let typed =
    "Kind: 支委会\nDate: 2026-11-18\nTitle: 手写的支委会\nPresent: Q1M01\nPresent: Q1M02\n"

  /// A desk whose user has text behind the end of a file.
  private func desk(behind text: String) throws -> Desk {
    let desk = try Desk.withLedger()
    desk.folder.write(Self.file, desk.folder.read(Self.file) + text)
    return desk
  }

  private func recover(_ desk: Desk, _ arguments: String...) -> Run {
    Binary.run(
      Binary.path, ["recover", "--as", "Q1M01/limin"] + arguments,
      environment: desk.environment, input: "", in: desk.folder)
  }

  private func waiting(_ desk: Desk) -> [String] {
    desk.folder.files(below: "ledger").filter { $0.contains("/quarantine/") }
      .map { String($0.split(separator: "/").last ?? "") }
  }

  @Test func nothingToDo() throws {
    let desk = try Desk.withLedger()
    #expect(recover(desk, "--format", "table").output == "没有要处理的\n")
    #expect(recover(desk).status == 0)
    #expect(recover(desk, "--adopt-all").status == 0)
  }

  @Test("a tail is put aside, listed, shown and adopted; the judges are content")
  func adopting() throws {
    let desk = try desk(behind: Self.typed)
    let before = desk.folder.read(Self.file)
    let list = recover(desk)
    #expect(list.status == 1)
    #expect(
      list.errors.hasPrefix(
        "organizations/Q1/activity-2026.limin.rec:33: 末尾没写完整的文字(89字节)已移到“隔离区”保存,不会丢:"
      ), "\(list.errors)")
    #expect(list.lines.count == 2)
    let cells = list.lines[1].split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 12 && cells[0] == "quarantined" && cells[8] == "ready", "\(cells)")
    let path = String(cells[1])
    #expect(path.hasPrefix("organizations/Q1/quarantine/activity-2026.limin.rec.20261120T"))
    #expect(recover(desk, "--show", path).output == Self.typed)
    // As a file for `zhibu add`, and named as the shell completes it.
    #expect(
      recover(desk, "--show", desk.folder.path("ledger/\(path)"), "--format", "rec").output
        == "%rec: activity\n\nOrganization: Q1\n\(Self.typed)\n")
    #expect(recover(desk, "--format", "table").output.contains("可以采用,共1条记录"))
    let adopted = recover(desk, "--adopt", path)
    #expect(adopted.status == 0, "\(adopted.errors)")
    #expect(adopted.output == "Q1-activity-2026-limin-0002\n")
    #expect(adopted.errors == "\(path):已采用,写入1条\n")
    #expect(waiting(desk).map { $0.hasSuffix(".adopted") } == [true])
    #expect(desk.zhibu("verify").status == 0)
    #expect(recover(desk).status == 0)
    let after = desk.folder.read(Self.file)
    #expect(after.hasPrefix(before.dropLast(Self.typed.count)))
    #expect(after.contains("Present: Q1M02(陈晓)\nState: 未定稿\nBy: Q1M01(李敏)\n"))
    // It waits no longer.
    #expect(recover(desk, "--adopt", path).status == 2)
  }

  @Test("what cannot be entered is said line by line; dismissed, it stays where it is")
  func faulty() throws {
    let desk = try desk(behind: "Kind: 支委会\nDate: 2026-13-01\nDate: 明天\n随手记\n")
    let path = String(try #require(recover(desk).lines.last).split(separator: "\t")[1])
    let before = desk.folder.read(Self.file)
    let adopted = recover(desk, "--adopt-all")
    #expect(adopted.status == 1)
    #expect(adopted.output.isEmpty)
    let faults = adopted.errors.split(separator: "\n").prefix(3)
    #expect(faults.map { $0.prefix(path.count + 2) } == ["\(path):2", "\(path):3", "\(path):4"])
    #expect(adopted.errors.contains("没有采用,什么也没有写"))
    #expect(desk.folder.read(Self.file) == before)
    #expect(recover(desk, "--dismiss", path).status == 0)
    #expect(waiting(desk).map { $0.hasSuffix(".dismissed") } == [true])
    #expect(recover(desk).status == 0)
  }

  @Test("paths that wait nowhere: nothing is written for any of them")
  func unknownPath() throws {
    let desk = try desk(behind: Self.typed)
    let path = String(try #require(recover(desk).lines.last).split(separator: "\t")[1])
    for other in ["x", "../etc/passwd", "organizations/Q1/activity-2026.limin.rec", "\(path).x"] {
      let run = recover(desk, "--adopt", path, other)
      #expect(run.status == 2)
      #expect(run.errors.contains("隔离区里没有待处理的 \(other)"), "\(run.errors)")
    }
    #expect(waiting(desk) == [String(path.split(separator: "/").last ?? "")])
  }

  @Test("other people's files and damaged ones are named and left alone")
  func others() throws {
    let desk = try desk(behind: Self.typed)
    let damaged = "ledger/organizations/Q1/member.limin.rec"
    desk.folder.write(
      damaged, desk.folder.read(damaged).replacing("Name: 陈晓", with: "Name: 陈小"))
    let texts = [Self.file, damaged].map { desk.folder.read($0) }
    let run = desk.zhibu("recover", "--as", "Q1M03(张建国)/zhang")
    #expect(run.status == 1)
    #expect([Self.file, damaged].map { desk.folder.read($0) } == texts)
    #expect(waiting(desk) == [])
    let rows = run.lines.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map { $0[0] } == ["torn", "damaged"])
    #expect(rows.map { $0[2] } == ["33", "13"])
    #expect(rows[0][11].contains("由录入代号为 limin 的人打开本程序处理(命令行用 --as 编号/limin)"))
    #expect(rows[1][9] == "Q1-member---limin-0002")
    #expect(rows[1][10] == "organizations/Q1/member.limin+2.rec")
    #expect(rows[1][11].contains("校验码不符,不计入。这个文件不再写入"))
  }

  @Test("an adoption that was entered and not settled is only settled")
  func interrupted() throws {
    let desk = try desk(behind: Self.typed)
    let path = String(try #require(recover(desk).lines.last).split(separator: "\t")[1])
    // What is left when the program ends between the two: the record is there, the tail waits.
    desk.folder.write("again.rec", "%rec: activity\n\nOrganization: Q1\n\(Self.typed)\n")
    #expect(desk.zhibu("add", "again.rec", "--as", "Q1M01/limin").status == 0)
    let before = desk.folder.read(Self.file)
    let run = recover(desk, "--adopt-all")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "\(path):台账里已有同样的记录,没有重复写入,已结清\n")
    #expect(desk.folder.read(Self.file) == before)
  }
}
