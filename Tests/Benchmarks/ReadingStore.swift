import Glibc
import RecordLog

/// The store that reading is measured on: ten years of a thousand branches, twenty meetings a year
/// each, about 1 KB of Chinese minutes a meeting. The same bytes every time.
struct ReadingStore {
  static let organizations = 1_000
  static let years = 2016...2025
  static let recordsInAFile = 20
  static let files = organizations * years.count
  static let records = files * recordsInAFile
  /// What is searched for; it stands in one of twenty minutes, once.
  static let word = "防汛预案"

  let folder: String
  var store: String { folder + "/store" }
  /// The same records as JSON, a line each.
  var json: String { folder + "/records.jsonl" }
  /// The same records as one file for recsel.
  var joined: String { folder + "/records.rec" }

  private var generator = Generator(state: 20_260_312)

  init(folder: String) { self.folder = folder }

  /// Whether it was made before.
  var isMade: Bool { access(folder + "/made", F_OK) == 0 }

  /// Writes store, JSON and the one file.
  mutating func make() throws {
    let author = Author(writer: "zhang", by: "B0001M01(张明)")
    guard let author else { return }
    var history: [(author: Author, moment: String, record: NewRecord)] = []
    for organization in 1...Self.organizations {
      for year in Self.years {
        for number in 1...Self.recordsInAFile {
          let day = "\(year)-\(twoDigits((number + 1) / 2 + 1))-\(twoDigits(number))"
          let record = meeting(organization: organization, number: number, day: day)
          history.append((author, "\(day)T17:05:00+08:00", record))
        }
      }
    }
    let store = try Store.create(
      at: store, manifest: Manifest(unit: "青松监狱"), files: [])
    let identifiers = try store.write(history: history)
    writeJSON(zip(identifiers, history.map(\.record)))
    let join = "find store/organizations -name '*.rec' | sort | xargs cat > records.rec"
    guard ChildProcess(["sh", "-c", join])?.status == 0 else { return }
    close(open(folder + "/made", O_WRONLY | O_CREAT, 0o644))
  }

  private mutating func meeting(organization: Int, number: Int, day: String) -> NewRecord {
    let id = "B" + String(10_000 + organization).dropFirst()
    func person(_ index: Int) -> String { "\(id)M\(twoDigits(index))(\(Self.names[index]))" }
    var fields = [
      Field("Organization", id), Field("Kind", "主题党日"), Field("Number", String(number)),
      Field("Date", day), Field("Start", "14:30"), Field("End", "16:00"),
      Field("Title", "第\(number)次主题党日"), Field("Place", "二监区会议室"),
      Field("Presider", person(1)), Field("Recorder", person(2)),
    ]
    let present = 6 + generator.below(6)
    for index in 1...present { fields.append(Field("Present", person(index))) }
    var lines: [String] = []
    for index in 1...(9 - present / 2) {
      lines.append("第\(index)条 " + Self.sentences[generator.below(Self.sentences.count)])
    }
    if generator.below(20) == 0 { lines[generator.below(lines.count)] += "," + Self.word }
    fields.append(Field("Minutes", lines.joined(separator: "\n")))
    fields.append(Field("State", "定稿"))
    return NewRecord(type: "activity", organization: id, fields: fields)
  }

  private func writeJSON(_ records: some Sequence<(RecordIdentifier, NewRecord)>) {
    guard let file = fopen(json, "w") else { return }
    for (identifier, record) in records {
      var parts = ["\"Id\":\"\(identifier)\""]
      for name in Set(record.fields.map(\.name)).sorted() {
        let values = record.all(name).map {
          "\"" + $0.split(separator: "\n").joined(separator: "\\n") + "\""
        }
        let isList = name == "Present"
        parts.append(
          "\"\(name)\":" + (isList ? "[\(values.joined(separator: ","))]" : values[0]))
      }
      fputs("{" + parts.joined(separator: ",") + "}\n", file)
    }
    fclose(file)
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private struct Generator {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let names = [
    "无", "张建国", "李敏", "王海涛", "陈晓", "刘洋", "赵学军", "孙丽", "周杰", "吴芳", "郑强", "冯秀梅",
  ]
  private static let sentences = [
    "监区上半月组织学习四次,夜间备勤人员分两批补学",
    "下一步把学习安排提前三天公布,由组织委员逐人核对",
    "对照检查发现台账登记不及时,责任到人限期整改",
    "传达上级会议精神,结合岗位谈认识谈打算",
    "安全生产月排查隐患六处,已办结五处余一处待销号",
    "走访慰问退休党员两人,反映就医报销问题已协调",
  ]
}
