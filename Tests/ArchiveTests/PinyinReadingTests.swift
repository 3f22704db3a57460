import Testing

@testable import Archive

@Suite("Names found by what a keyboard types")
struct PinyinReadingTests {
  @Test(
    "full pinyin, initials, a mixture, and parts of the name",
    arguments: [
      ("zjg", "张建国"), ("zhangjianguo", "张建国"), ("zhang jg", "张建国"), ("ZJG", "张建国"),
      ("jg", "张建国"), ("建国", "张建国"), ("张jg", "张建国"), ("", "张建国"),
      ("sx", "单雄"), ("dx", "单雄"), ("zeng", "曾一"), ("ceng", "曾一"), ("oyk", "欧阳恺"),
      ("lv", "吕静"), ("wsm", "吾斯曼·买买提"), ("l", "𠮷lin"),
    ])
  func matches(query: String, name: String) {
    #expect(PinyinReading.matches(query, name: name))
  }

  @Test(
    "what the name does not begin or go on with is no match",
    arguments: [("zgj", "张建国"), ("zhangx", "张建国"), ("国建", "张建国"), ("zz", "张建国"), ("a", "")])
  func doesNotMatch(query: String, name: String) {
    #expect(!PinyinReading.matches(query, name: name))
  }

  @Test(
    "the usual reading comes first",
    arguments: [
      ("张建国", "zjg"), ("单雄", "dx"), ("吴强", "wq"), ("李敏", "lm"), ("Anna李", "annal"), ("𠮷", nil),
    ] as [(String, String?)])
  func initials(name: String, usual: String?) {
    #expect(PinyinReading.initials(of: name).first == usual)
  }
}
