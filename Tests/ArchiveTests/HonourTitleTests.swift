import Archive
import RecordLog
import Testing

@Suite("Honours under the titles that they have in print") struct HonourTitleTests {
  @Test(
    arguments: [
      ("湖北", "湖北省先进工作者", false, "表彰省先进工作者"), ("湖北", "最美女警", false, "表彰最美女警"),
      ("湖北", "“最美女警”", false, "表彰最美女警"), ("广西", "广西勤廉先进个人", false, "勤廉先进个人"),
      ("广西", "全区优秀驻村第一书记", false, "优秀第一书记"),
      ("广西", "全区乡村振兴驻村帮扶先进后盾单位", true, "先进后盾单位"),
      ("广西", "司法部通报表扬", true, "司法部通报表扬监狱"),
      ("广西", "司法部通报表扬", false, "司法部通报表扬个人"),
      ("广西", "司法部通报表扬监狱", true, "司法部通报表扬监狱"),
      ("广西", "司法部通报表扬个人", false, "司法部通报表扬个人"),
    ])
  func oneLineCountsIt(pack: String, title: String, isCollective: Bool, line: String) throws {
    let lines = try #require(CatalogPack.all.first { $0.id == pack }).entries.map(\.record)
      .filter { $0.first("Records") == "honor" }
    let fields =
      [Field("Title", title)] + (isCollective ? [Field("Collective", "是")] : [])
    let counting = try lines.filter {
      guard let expression = $0.first("Where") else { return false }
      return try Selection(expression).selects(fields)
    }
    #expect(counting.compactMap { $0.first("Id") } == [line])
  }
}
