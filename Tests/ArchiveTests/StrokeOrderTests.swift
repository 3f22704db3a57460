import Testing

@testable import Archive

@Suite("Names in stroke order")
struct StrokeOrderTests {
  private func sorted(_ names: [String]) -> [String] { StrokeOrder.sorted(names) { $0 } }

  /// Surnames as lists of names have them, by strokes and then 横 竖 撇 点 折, counted by hand.
  @Test(
    "surnames by strokes, then by the kind of each stroke",
    arguments: [
      "丁卜", "于万上马", "王毛文方尹孔邓", "石龙卢叶田史白冯司", "吕朱乔任刘江汤许孙", "苏杜李杨吴邱何余邹汪沈宋张陆陈邵",
      "武范林欧易罗金周郑孟", "赵郝胡钟段侯姜姚贺", "秦袁贾夏顾钱徐高郭唐诸", "黄萧曹龚常崔康阎梁", "彭董蒋韩程傅曾谢", "赖雷",
      "蔡廖谭熊", "黎潘", "薛", "戴魏",
    ])
  func surnames(expected: String) {
    let names = expected.map { "\($0)一" }
    #expect(sorted(names.reversed()) == names)
  }

  @Test("twenty names as a ballot has them")
  func ballot() {
    let expected = [
      "丁卫国", "于洋", "马建", "王五", "王建军", "王建国", "王磊", "方敏", "卢静", "田芸", "冯涛", "刘长河", "孙丽", "李敏", "陈晓",
      "周明", "欧阳恺", "赵磊", "钱进", "戴青",
    ]
    // 欧 and 周 have eight strokes each: 横 stands before 撇.
    let ballot = expected.filter { $0 != "周明" && $0 != "欧阳恺" }
    #expect(sorted(ballot.reversed()) == ballot)
    #expect(sorted(["周明", "欧阳恺"]) == ["欧阳恺", "周明"])
  }

  @Test(
    "of one surname the next character decides",
    arguments: [
      (["张三", "张三丰"], "the shorter name first"), (["张一", "张二", "张三"], "by strokes"),
      (["张卫", "张子", "张王"], "three strokes before four"), (["上官云", "上海"], "the second character"),
    ])
  func sameSurname(names: [String], why: String) {
    #expect(sorted(names.reversed()) == names, "\(why)")
  }

  @Test("who bears one name, and what is no Han character, stay where they were or stand last")
  func edges() {
    #expect(sorted([]) == [])
    #expect(sorted(["Zhang", "王五", "Anna"]) == ["王五", "Anna", "Zhang"])
    let two = [("王五", 2), ("丁一", 0), ("王五", 1)]
    #expect(StrokeOrder.sorted(two) { $0.0 }.map(\.1) == [0, 2, 1])
  }

  @Test("the table has every character of common names, and says how many it has")
  func size() {
    print("characters in stroke order: \(StrokeOrder.count)")
    #expect(StrokeOrder.count == 28_165)
  }
}
