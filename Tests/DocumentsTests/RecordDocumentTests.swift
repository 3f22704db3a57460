import Archive
import RecordLog
import Testing
import Wording

@testable import Documents

@Suite("Records on their way out")
struct RecordDocumentTests {
  static let closing = [
    Field("By", "Q1M01(李敏)"), Field("At", "2026-03-13T09:00:00+08:00"),
    Field("Sum", String(repeating: "a", count: 64)),
  ]

  static let honor = RecordDocument(
    type: "honor",
    fields: [
      Field("Id", "Q1-honor-2026-limin-0001"), Field("Organization", "Q1"),
      Field("Date", "2026-03-12"), Field("Title", "先进 \"岗\""), Field("To", "Q1M05(王五)"),
      Field("To", "第一突击队"), Field("Own", "自加"),
    ] + closing)

  @Test("JSON: repeated fields are arrays even with one value, people have id and name")
  func json() {
    #expect(
      RecordDocument.json([Self.honor]) == """
        [
        {"Id": "Q1-honor-2026-limin-0001", "Organization": "Q1", "Date": "2026-03-12", \
        "Title": "先进 \\"岗\\"", "To": [{"id": "Q1M05", "name": "王五"}, \
        {"id": null, "name": "第一突击队"}], "Note": [], "Tag": [], "File": [], "Own": "自加", \
        "By": {"id": "Q1M01", "name": "李敏"}, "At": "2026-03-13T09:00:00+08:00", \
        "Sum": "\(String(repeating: "a", count: 64))"}
        ]

        """)
  }

  @Test("rec: the record as it stands, behind its type")
  func rec() {
    #expect(
      RecordDocument.rec([Self.honor]).hasPrefix(
        """
        %rec: honor

        Id: Q1-honor-2026-limin-0001
        Organization: Q1
        Date: 2026-03-12
        """))
    #expect(
      RecordDocument.rec([Self.honor]).hasSuffix("Sum: \(String(repeating: "a", count: 64))\n\n"))
  }

  @Test("tsv: every field of the type, unknown ones last")
  func tsv() {
    let lines = Table(of: [Self.honor], type: "honor").tsv().split(separator: "\n")
    #expect(
      lines.first?.split(separator: "\t").map(String.init) == [
        "Id", "Organization", "Date", "Level", "Title", "To", "Collective", "Count", "Document",
        "Note", "Tag", "File", "Corrects", "Follows", "Reason", "By", "At", "Own",
      ])
    let cells = lines.last?.split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells?[5] == "Q1M05(王五); 第一突击队")
    #expect(cells?.last == "自加")
  }

  @Test("a review's items are grouped; its By is who entered it")
  func review() {
    let review = RecordDocument(
      type: "review",
      fields: [
        Field("Id", "Q1-review-2026-limin-0001"), Field("Checklist", "自查"),
        Field("Item", "A01"), Field("Answer", "达标"), Field("By", "人工"),
        Field("Evidence", "Q1-honor-2026-limin-0001"), Field("Item", "A02"),
        Field("Answer", "未达标"), Field("By", "记录"),
      ] + Self.closing)
    #expect(review.enteredBy == "Q1M01(李敏)")
    let json = RecordDocument.json([review])
    #expect(
      json.contains(
        """
        "items": [{"item": "A01", "text": null, "answer": "达标", "recorded": null, "by": "人工", \
        "evidence": ["Q1-honor-2026-limin-0001"], "remark": null, "score": null}, \
        {"item": "A02", "text": null, "answer": "未达标", "recorded": null, "by": "记录", "evidence": [], \
        "remark": null, "score": null}]
        """))
    #expect(json.contains("\"By\": {\"id\": \"Q1M01\", \"name\": \"李敏\"}"))
  }

  @Test(
    "values that begin with a person",
    arguments: [
      (
        ValueShape.absence, "Q1M05(王五) 值班 备勤 批准=Q1M01(李敏)",
        #"{"id": "Q1M05", "name": "王五", "reason": "值班 备勤", "approver": {"id": "Q1M01", "name": "李敏"}}"#
      ),
      (.absence, "Q1M05(王五)", #"{"id": "Q1M05", "name": "王五", "reason": ""}"#),
      (.exclusion, "Q1M09(周 一) 卧床", #"{"id": "Q1M09", "name": "周 一", "reason": "卧床"}"#),
      (.officer, "Q1M01(李敏) 书记", #"{"id": "Q1M01", "name": "李敏", "post": "书记"}"#),
      (
        .signature, "Q1M01(李敏) 2026-03-13",
        #"{"id": "Q1M01", "name": "李敏", "date": "2026-03-13"}"#
      ),
      (.signature, "Q1M01(李敏)", #"{"id": "Q1M01", "name": "李敏", "date": null}"#),
      (.person, "刘×(政治处)", #"{"id": null, "name": "刘×(政治处)"}"#),
      (.line, "Q1M05(王五)", #""Q1M05(王五)""#),
    ])
  func people(shape: ValueShape, text: String, json: String) {
    #expect(JSONText.array([shape.value(of: text)]) == "[\n\(json)\n]\n")
  }

  @Test(
    "people on a page stand by name, in the language of the page",
    arguments: [
      (ValueShape.absence, "Q1M05(王五) 值班 批准=Q1M01(李敏)", "王五(值班 李敏批准)", "王五(值班 approved by 李敏)"),
      (.officer, "Q1M01(李敏) 书记", "李敏 书记", "李敏 书记"),
      (.person, "Q1M01", "Q1M01", "Q1M01"),
      (.vote, "对象=Q1M08(赵磊) 赞成=5 计票=Q1M03(孙丽)", "对象=赵磊 赞成=5 计票=孙丽", "对象=赵磊 赞成=5 计票=孙丽"),
    ])
  func names(shape: ValueShape, text: String, chinese: String, english: String) {
    #expect(shape.shownText(text, .chinese) == chinese)
    #expect(shape.shownText(text, .english) == english)
  }
}
