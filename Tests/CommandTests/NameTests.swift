import Testing

/// Names that are equal, and names that only look it, from the command line.
@Suite("Names")
struct NameTests {
  private func member(_ id: String, _ name: String) -> String {
    "%rec: member\n\nMember: \(id)\nName: \(name)\nOrganization: Q1\nStatus: 正式党员\n"
      + "Since: 2026-01-01\n\n"
  }

  @Test("a look-alike is told on standard error and added all the same")
  func lookAlike() throws {
    let desk = try Desk.withLedger()
    desk.folder.write(
      "x.rec", member("Q1M31", "李 敏") + member("Q1M32", "孙丽") + member("Q1M33", "王吾"))
    let run = desk.zhibu("add", "x.rec", "--as", "Q1M01/limin")
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
    #expect(
      run.errors == """
        x.rec:4: Name:「李 敏」与 Q1 的 Q1M01(李敏) 看上去一样(U+0020),请核对有没有写错、是不是同一个人
        x.rec:12: Name:本支部已有同名的 Q1M04(孙丽),请核对是不是同一个人

        """)
    desk.folder.write("y.rec", member("Q1M34", "王吾 "))
    let english = desk.zhibu("add", "y.rec", "--as", "Q1M01/limin", "--language", "en")
    #expect(english.status == 0)
    #expect(english.errors.contains("Q1M33(王吾) of this branch has the same name"))
  }

  @Test("who writes may be named by an equal form")
  func identity() throws {
    let desk = try Desk.withLedger()
    desk.folder.write("x.rec", "%rec: honor\n\nOrganization: Q1\nDate: 2026-03-12\nTitle: 一\n")
    #expect(desk.zhibu("add", "x.rec", "--as", "Q1M01(\u{F9E1}敏)/limin").status == 0)
    #expect(desk.zhibu("add", "x.rec", "--as", "Q1M01(李明)/limin").status == 2)
    #expect(desk.zhibu("verify").status == 0)
  }
}
