@testable import RecordLog

extension CrashScenario {
  /// Some text of about so many bytes in a single line.
  static func text(_ bytes: Int) -> String { String(repeating: "学习记录。", count: bytes / 15) }

  static func long(_ title: String, bytes: Int = 5_000, organization: String = "Q1") -> NewRecord {
    NewRecord(
      type: "activity", organization: organization,
      fields: [Field("Title", title), Field("Minutes", text(bytes) + "\n\n" + text(300))])
  }

  /// A store that holds nothing, not even a folder, as a copy kept by git.
  static func empty() -> DiskImage {
    var image = DiskImage()
    image.nodes.append(.file(Array("Format: 1\nUnit: 青松监狱\nZone: +08:00\n\n".utf8)))
    image.apply(.link(folder: 0, name: "zhibu.rec", node: 1))
    return image
  }

  /// A store with some records.
  static func filled(
    _ records: [NewRecord] = [Bench.activity("一"), Bench.activity("二")],
    at moment: String = Bench.moment
  ) throws -> DiskImage {
    let disk = MemoryDisk(empty())
    let store = try Store(opening: "", disk: disk)
    for record in records {
      _ = try store.append([record], by: CrashRun.authors[0], at: moment)
    }
    return disk.image
  }

  /// A file of the base with other bytes.
  static func changed(
    _ image: DiskImage, _ path: String = Bench.activityPath,
    _ change: (inout [UInt8]) -> Void
  ) -> DiskImage {
    var image = image
    guard let node = image.node(path), case .file(var bytes) = image.nodes[node] else {
      return image
    }
    change(&bytes)
    image.nodes[node] = .file(bytes)
    return image
  }

  static let several = [
    Bench.activity("甲"), Bench.activity("乙"), Bench.matter("丙", organization: "Q2"),
    Bench.activity("丁", restricted: true),
  ]

  static let handwriting = Array("Title: 手写的一条\nMinutes: 没有封口\n".utf8)

  /// Appends of all kinds on a disk that does what it is told.
  static func appends() throws -> [CrashScenario] {
    let filled = try filled()
    let torn = changed(filled) { $0.removeLast(40) }
    let typed = changed(filled) { $0 += handwriting }
    return [
      CrashScenario(name: "one more record", base: filled) {
        $0.append([Bench.activity("新")])
      },
      CrashScenario(name: "the first record of a store", base: empty()) {
        $0.append([Bench.activity("新")])
      },
      CrashScenario(name: "the first restricted record", base: filled) {
        $0.append([Bench.activity("新", restricted: true)])
      },
      CrashScenario(name: "a record of another writer", base: filled) {
        $0.append([Bench.activity("新")], by: CrashRun.authors[1])
      },
      CrashScenario(name: "the first record of a year", base: filled) {
        $0.append([Bench.activity("新")], at: "2027-01-01T08:00:00+08:00")
      },
      CrashScenario(name: "a long record", base: filled) { $0.append([long("新")]) },
      CrashScenario(name: "a long first record", base: empty()) { $0.append([long("新")]) },
      CrashScenario(name: "two appends", base: filled) {
        $0.append([Bench.activity("新")])
        $0.append([Bench.activity("又")])
      },
      CrashScenario(name: "behind a torn record", base: torn) {
        $0.append([Bench.activity("新")])
      },
      CrashScenario(name: "behind handwriting", base: typed, handwriting: handwriting) {
        $0.append([Bench.activity("新")])
      },
      CrashScenario(
        name: "where a header is torn", base: changed(filled) { $0.removeLast($0.count - 50) }
      ) {
        $0.append([Bench.activity("新")])
      },
      CrashScenario(name: "several records in old and new files", base: filled) {
        $0.append(several)
      },
      CrashScenario(name: "several records in a new store", base: empty()) {
        $0.append(several)
      },
      CrashScenario(name: "several behind a torn record", base: torn) { $0.append(several) },
      CrashScenario(name: "several records of some length", base: filled) {
        $0.append([
          long("甲", bytes: 1_200), long("乙", bytes: 1_200),
          long("丙", bytes: 1_200, organization: "Q2"),
        ])
      },
      CrashScenario(name: "several long records", base: filled, isFine: false) {
        $0.append([
          long("甲"), long("乙"),
          long("丙", organization: "Q2"),
        ])
      },
    ]
  }
}
