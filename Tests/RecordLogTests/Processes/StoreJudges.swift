import ProcessTrials
import Testing

@testable import RecordLog

/// Programs that share no code with the log.
enum StoreJudges {
  private static let schema =
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    + "/Resources/schema/activity.rec"

  /// Whether recfix, with the schema that the program ships, and the verifier in Python accept
  /// every file of activities in these stores.
  static func accept(_ stores: [String]) throws {
    var files = 0
    for store in stores {
      for file in try Store(opening: store).read() {
        let path = "\(store)/\(file.path)"
        let verdict = "ok \(file.records.count) records, head \(file.lastSum)"
        #expect(try judge(path) == verdict, "\(path)")
        let recfix = try run(
          ["sh", "-c", "(cat \"$0\"; echo; cat \"$1\") | recfix --check", schema, path])
        #expect(recfix.status == 0 && recfix.output == "", "\(path): \(recfix.output)")
        files += 1
      }
    }
    #expect(files > 0)
  }
}
