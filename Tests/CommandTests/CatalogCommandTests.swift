import Archive
import Testing

/// The unit's catalogue edited by hand: checked, previewed, brought up to date.
@Suite("zhibu catalog")
struct CatalogCommandTests {
  private func desk() -> Desk {
    let desk = Desk()
    #expect(desk.zhibu("demo", "--no-open", "--directory", "demo").status == 0)
    return desk
  }

  @Test("a catalogue that contradicts itself is named at the line, and nothing is written")
  func faults() {
    let desk = desk()
    let edit = "sed 's/^Times: 1/Times: 0/;s/^FullMembersAtLeast: 7/FullMembersAtLeast: 九/'"
    _ = desk.shell("\(edit) demo/catalog/obligation.rec > obligation.rec")
    let run = desk.zhibu("catalog", "check", "obligation.rec", "--store", "demo")
    #expect(run.status == 1)
    #expect(run.errors.contains("obligation.rec:19: Times 是0"), "\(run.errors)")
    #expect(run.errors.contains("FullMembersAtLeast:「九」不是整数"), "\(run.errors)")
    #expect(desk.zhibu("catalog", "preview", "obligation.rec", "--store", "demo").status == 1)
    #expect(desk.zhibu("catalog", "check", "--store", "demo").status == 0)
    // In the ledger itself verify says the same.
    _ = desk.shell("cp obligation.rec demo/catalog/obligation.rec")
    let verify = desk.zhibu("verify", "--store", "demo")
    #expect(verify.status == 1)
    #expect(verify.output.contains("catalog/obligation.rec:19: Times 是0"), "\(verify.output)")
  }

  @Test("a pack switched off from a day on is owed no longer then, and its records stay")
  func packOff() throws {
    let desk = desk()
    func due(_ day: String) -> String {
      desk.zhibu("due", "--on", day, "--store", "demo", "--format", "tsv").output
    }
    let on = desk.zhibu("catalog", "pack", "三维融合", "--since", "2026-01-01", "--store", "demo")
    #expect(on.status == 0, "\(on.errors)")
    desk.folder.write(
      "study.rec",
      "%rec: activity\n\nOrganization: Q1\nKind: 业务导向型学习\nDate: 2026-03-12\nTitle: 业务学习\n")
    let added = desk.zhibu("add", "study.rec", "--store", "demo", "--as", "Q1M01(王丽)/wangli")
    #expect(added.status == 0, "\(added.errors)")
    let before = desk.shell("cat demo/catalog/*.rec").output

    let preview = desk.zhibu(
      "catalog", "pack", "三维融合", "--off", "--since", "2026-10-01", "--preview", "--store", "demo")
    #expect(preview.status == 0)
    #expect(preview.errors.contains("三维融合 从2026-10-01起停用(未写入)"), "\(preview.errors)")
    #expect(preview.errors.contains("不再应办:业务导向型学习"))
    #expect(preview.errors.contains("新记录里不再列出:周例会"))
    #expect(desk.shell("cat demo/catalog/*.rec").output == before)

    let off = desk.zhibu(
      "catalog", "pack", "三维融合", "--off", "--since", "2026-10-01", "--store", "demo")
    #expect(off.status == 0 && off.errors.contains("已有的记录不变"), "\(off.errors)")
    #expect(due("2026-09-20").contains("业务导向型学习"))
    #expect(!due("2026-10-20").contains("业务导向型学习"))
    let packs = desk.zhibu("catalog", "packs", "--store", "demo", "--format", "tsv").output
    #expect(packs.contains("三维融合\t否"), "\(packs)")
    let list = desk.zhibu("list", "activity", "--store", "demo", "--format", "tsv").output
    #expect(list.contains("业务导向型学习"))
    #expect(desk.zhibu("catalog", "check", "--store", "demo").status == 0)
    #expect(desk.zhibu("verify", "--store", "demo").status == 0)
    let again = desk.zhibu("catalog", "pack", "三维融合", "--off", "--store", "demo")
    #expect(again.status == 0 && again.errors.contains("没有启用"))
  }

  @Test("a pack that cannot be written whole is not switched on at all, and this is said")
  func allOrNothing() {
    let desk = desk()
    func sums() -> String { desk.shell("find demo -type f | sort | xargs sha256sum").output }
    let before = sums()
    for limit in [8_000, 12_000, 24_000, 40_000] {
      let run = desk.shell(
        """
        { prlimit --fsize=\(limit) -- "$zhibu" catalog pack 湖北 --store demo; echo $?; } 2>&1 | cat
        """)
      #expect(run.lines.last == "3", "\(limit): \(run.output)")
      #expect(run.output.contains("目录保持原样,什么都没有启用"), "\(run.output)")
      #expect(sums() == before, "\(limit)")
    }
    let packs = desk.zhibu("catalog", "packs", "--store", "demo", "--format", "tsv").output
    #expect(packs.contains("湖北\t否"), "\(packs)")
    #expect(desk.zhibu("catalog", "pack", "湖北", "--store", "demo").status == 0)
    #expect(desk.zhibu("catalog", "check", "--store", "demo").status == 0)
    // A folder in the place of a file is no change by somebody else.
    _ = desk.shell("rm demo/catalog/pack.rec && mkdir demo/catalog/pack.rec")
    let folder = desk.zhibu("catalog", "pack", "湖南", "--store", "demo")
    #expect(folder.status != 0 && folder.errors.contains("这是文件夹"), "\(folder.errors)")
  }

  @Test(
    "help tells of each pack what the page in the program does, in both languages",
    arguments: CatalogPack.all.map(\.id))
  func helpOfPacks(pack: String) throws {
    let desk = Desk()
    for (language, heading) in [("zh", "在哪里记 → 在哪里看"), ("en", "entered → seen")] {
      let help = desk.zhibu("help", pack, "--language", language)
      #expect(help.status == 0 && help.errors.isEmpty, "\(help.errors)")
      #expect(help.output.contains(heading))
      for mechanism in Mechanism.all(of: pack) {
        #expect(help.output.contains("\n  \(mechanism.name)\n"), "\(mechanism.name)")
      }
    }
    let all = desk.zhibu("help")
    #expect(all.output.contains("zhibu help 加 三维融合、湖北、乔司、湖南、广西"), "\(all.output)")
    #expect(all.output == desk.zhibu("--help").output)
    #expect(desk.zhibu("help", "help").output.contains("\n\(pack):"))
  }

  @Test("help on commands is as before, and what there is no help on is said")
  func helpOfCommands() {
    let desk = Desk()
    #expect(desk.zhibu("help", "due").output == desk.zhibu("due", "--help").output)
    #expect(
      desk.zhibu("help", "catalog", "pack").output == desk.zhibu("catalog", "pack", "--help").output
    )
    let none = desk.zhibu("help", "nothing")
    #expect(none.status == 2 && none.errors.contains("没有「nothing」这个命令或做法包"), "\(none.errors)")
  }

  @Test("the preview names what changes, from when, and for how many")
  func preview() {
    let desk = desk()
    let edit =
      "awk '/^Id: 第一议题/ {on=1} on && /^Enabled/ {$0=\"Enabled: 是\"} "
      + "on && /^Since/ {$0=\"Since: 2027-01-01\"; on=on} {print} /^$/ {on=0}'"
    _ = desk.shell("\(edit) demo/catalog/obligation.rec > obligation.rec")
    let run = desk.zhibu("catalog", "preview", "obligation.rec", "--store", "demo")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("个组织多一项“支委会第一议题”:每月1次"), "\(run.output)")
    #expect(run.output.contains("自 2027-01-01 起"), "\(run.output)")
  }

  @Test("a ledger made before opens, says what stands in, and is brought up to date")
  func update() {
    let desk = desk()
    _ = desk.shell("rm demo/catalog/procedure.rec demo/catalog/study.rec")
    _ = desk.shell("sed -i '0,/^Times: 1/s//Times: 2/' demo/catalog/obligation.rec")
    let verify = desk.zhibu("verify", "--store", "demo")
    #expect(verify.status == 0, "\(verify.output)")
    #expect(verify.output.contains("catalog/procedure.rec: 本单位目录里没有这类条目"))
    let diff = desk.zhibu("catalog", "diff", "--store", "demo")
    #expect(diff.status == 1)
    #expect(diff.output.contains("obligation\t党员大会\t支部党员大会\t本单位改过,保留"), "\(diff.output)")
    #expect(diff.output.contains("procedure\t换届\t换届选举\t程序新增,更新时补入"))
    let update = desk.zhibu("catalog", "update", "--store", "demo")
    #expect(update.status == 0, "\(update.errors)")
    #expect(desk.zhibu("catalog", "diff", "--store", "demo").status == 0)
    #expect(!desk.zhibu("verify", "--store", "demo").output.contains("暂用程序自带的"))
    #expect(desk.shell("grep -c '^Times: 2' demo/catalog/obligation.rec").output == "1\n")
    let list = desk.zhibu("catalog", "list", "--store", "demo").output
    #expect(list.contains("procedure\t发展党员\t发展党员\t党内法规\t发展党员工作细则\t2014-05-28\t\t是"))
  }

  @Test("what the unit deleted comes back only by its id or with --all")
  func deleted() {
    let desk = desk()
    _ = desk.shell(
      "awk '/^Id: (谈心谈话|主题党日)$/ {off=1} !off {print} /^$/ {off=0}' demo/catalog/obligation.rec "
        + "> o.rec && cp o.rec demo/catalog/obligation.rec")
    let diff = desk.zhibu("catalog", "diff", "--store", "demo")
    #expect(diff.status == 0, "\(diff.output)")
    #expect(diff.output.contains("谈心谈话") && diff.output.contains("要补入须写明编号或 --all"))
    let update = desk.zhibu("catalog", "update", "--store", "demo")
    #expect(update.status == 0 && update.errors.contains("另有2条"), "\(update.errors)")
    #expect(desk.shell("cmp o.rec demo/catalog/obligation.rec").status == 0)
    #expect(desk.zhibu("catalog", "update", "谈心谈话", "--store", "demo").status == 0)
    #expect(desk.shell("grep -c '^Id: 谈心谈话' demo/catalog/obligation.rec").output == "1\n")
    #expect(desk.shell("grep -c '^Id: 主题党日' demo/catalog/obligation.rec").output == "0\n")
    #expect(desk.zhibu("catalog", "update", "--all", "--store", "demo").status == 0)
    #expect(desk.zhibu("catalog", "diff", "--store", "demo").errors.contains("一致"))
  }

  @Test("an emptied file is named, with what follows")
  func emptied() {
    let desk = desk()
    _ = desk.shell("echo '# 空' > demo/catalog/obligation.rec; rm demo/catalog/checklist.rec")
    for command in ["verify", "catalog check"] {
      let run = desk.shell("\"$zhibu\" \(command) --store demo")
      #expect(run.status == 1)
      let said = run.output + run.errors
      #expect(said.contains("catalog/obligation.rec: 文件里没有任何条目,什么都不会列为应办"), "\(said)")
      #expect(said.contains("catalog/checklist.rec: 没有这个文件,没有可查的清单"), "\(said)")
    }
  }

  @Test("whoever may not write to the catalogue is told so, and nothing changes")
  func readOnly() {
    let desk = desk()
    _ = desk.shell("rm demo/catalog/study.rec; chmod 555 demo/catalog")
    let update = desk.shell(
      "if [ $(id -u) = 0 ]; then echo root; else \"$zhibu\" catalog update --store demo; echo $?; fi"
    )
    _ = desk.shell("chmod 755 demo/catalog")
    if update.output.hasPrefix("root") { return }
    #expect(update.output == "3\n")
    #expect(update.errors.contains("没有修改目录的权限"), "\(update.errors)")
  }

  @Test("which packs there are can be asked without a ledger; one that does not open is said")
  func packsOfABrokenLedger() throws {
    let none = Desk()
    #expect(none.zhibu("catalog", "packs").status == 0)
    let desk = try Desk.withLedger()
    #expect(desk.zhibu("catalog", "packs").status == 0)
    desk.folder.write("ledger/zhibu.rec", "Format: 99\n")
    let broken = desk.zhibu("catalog", "packs")
    #expect(broken.status != 0 && !broken.errors.isEmpty)
  }
}
