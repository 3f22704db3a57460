import Testing

@testable import RecordLog

@Suite struct PlainRecordsTests {
  @Test func readsTypesLinesAndContinuations() {
    let text = """
      # 说明
      %rec: activity
      %mandatory: Id

      Title: 一
      Minutes: 第一行
      +
      + 第三行
      Present: Q1M01
      # 中间的说明
      Present: Q1M02

      Title: 二

      %rec: matter Other

      Title:无空格

      """
    let (records, faults) = PlainRecords.parse(Array(text.utf8))
    #expect(faults == [])
    #expect(
      records == [
        PlainRecord(
          type: "activity", line: 5,
          fields: [
            Field("Title", "一"), Field("Minutes", "第一行\n\n第三行"), Field("Present", "Q1M01"),
            Field("Present", "Q1M02"),
          ], fieldLines: [5, 6, 9, 11]),
        PlainRecord(type: "activity", line: 13, fields: [Field("Title", "二")], fieldLines: [13]),
        PlainRecord(type: "matter", line: 17, fields: [Field("Title", "无空格")], fieldLines: [17]),
      ])
    #expect(records.first?.line(of: "Minutes") == 6)
    #expect(records.first?.all("Present") == ["Q1M01", "Q1M02"])
  }

  @Test(
    arguments: [
      ("不是字段\n", .notAField, 1),
      ("A: 1\n标题: 二\n", .badFieldName("标题"), 2),
      ("title: 一\n", .badFieldName("title"), 1),
      ("A: 1\nTitle：一\n", .fullWidthColon, 2),
      ("标题：一\n", .fullWidthColon, 1),
      ("+ 一\n", .strayContinuation, 1),
      ("A: 1\n\n+ 二\n", .strayContinuation, 3),
      ("A: \u{1B}[0m\n", .forbiddenCharacter(0x1B), 1),
      ("A: 1\n+ \u{202E}\n", .forbiddenCharacter(0x202E), 2),
      ("A B: 1\n", .badFieldName("A B"), 1),
    ] as [(String, GrammarFault.Kind, Int)])
  func refuses(_ text: String, kind: GrammarFault.Kind, line: Int) {
    #expect(PlainRecords.parse(Array(text.utf8)).faults == [GrammarFault(kind, line: line)])
  }

  @Test func refusesWhatIsNotUTF8() {
    let bytes = Array("A: 1\nB: ".utf8) + [0xE5, 0x85] + Array("\n+ 三\nC: 4\n".utf8)
    let (records, faults) = PlainRecords.parse(bytes)
    #expect(faults == [GrammarFault(.invalidEncoding, line: 2)])
    #expect(records.map(\.fields) == [[Field("A", "1"), Field("C", "4")]])
  }

  @Test func putsHarmlessOdditiesRight() {
    let text = "\u{FEFF}A: 一\t二\r\n+ C:\\\r\nB: 三  \r\n\r\nA: 四"
    let reading = PlainRecords.read(Array(text.utf8))
    #expect(reading.faults == [])
    #expect(
      reading.records.map(\.fields) == [
        [Field("A", "一    二\nC:＼"), Field("B", "三")], [Field("A", "四")],
      ])
    #expect(
      reading.changes == [.lineEnds: 1, .tabs: 1, .backslashes: 2, .trailingBlanks: 3])
  }

  /// Swift takes a blank and a mark that combines with it for one character.
  @Test func marksThatCombineAreKept() {
    for text in ["\u{358}甲", "\u{301}", "\u{FE0F}乙", "\u{200D}"] {
      let bytes = Array("A: \(text)\n+ \(text)\n+\(text)\n".utf8)
      let (records, faults) = PlainRecords.parse(bytes)
      #expect(faults.isEmpty)
      #expect(
        records.first?.fields.first?.value.unicodeScalars.elementsEqual(
          "\(text)\n\(text)\n\(text)".unicodeScalars) == true)
    }
  }

  @Test func formatIsReadBack() {
    let records = [
      PlainRecord(
        type: "activity", fields: [Field("Title", "一"), Field("Minutes", "\n二\n\n + 三\n")]),
      PlainRecord(type: "activity", fields: [Field("Empty", "")]),
      PlainRecord(
        type: "matter", fields: [Field("Title", "Name: 值"), Field("Title", "# %rec: x")]),
    ]
    let bytes = PlainRecords.format(records)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        %rec: activity

        Title: 一
        Minutes:
        + 二
        +
        +  + 三
        +

        Empty:

        %rec: matter

        Title: Name: 值
        Title: # %rec: x


        """)
    let (read, faults) = PlainRecords.parse(bytes)
    #expect(faults == [])
    #expect(read.map(\.fields) == records.map(\.fields))
    #expect(read.map(\.type) == records.map(\.type))
  }

  @Test func anyBytesAreRead() {
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let choice = Array("AB: +\n%#\r\\\t党".utf8) + [0xFF, 0xC2, 0x80]
        bytes.append(choice[Int(seed >> 33) % choice.count])
      }
      let reading = PlainRecords.read(bytes)
      let again = PlainRecords.read(PlainRecords.format(reading.records))
      if reading.faults.isEmpty {
        #expect(again.records.map(\.fields) == reading.records.map(\.fields))
      }
    }
  }
}
