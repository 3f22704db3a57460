// Appends records to a store and says so, one line for each, on standard output: what tests with
// real processes kill, starve of disk, or set against one another.
//
//   Appender STORE WRITER COUNT SIZE ORGANIZATION…
//
// Each append adds one record of about SIZE bytes to every organisation given, in the given order;
// when it returns, the ids are printed as one line.

import Glibc
import RecordLog

func complain(_ text: String) {
  _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
}

let arguments = CommandLine.arguments
guard arguments.count >= 6, let count = Int(arguments[3]), let size = Int(arguments[4]),
  let author = Author(writer: arguments[2], by: "Q1M01(张明)")
else {
  complain("Appender STORE WRITER COUNT SIZE ORGANIZATION…")
  exit(2)
}
do {
  let store = try Store(opening: arguments[1])
  for number in 1...count {
    let text = String(repeating: "学习记录。", count: max(1, size / 15))
    let identifiers = try store.append(
      arguments[5...].map { organization in
        NewRecord(
          type: "activity", organization: organization,
          fields: [
            Field("Organization", organization), Field("Title", "第\(number)次"),
            Field("Minutes", text),
          ])
      }, by: author, at: "2026-03-12T14:30:00+08:00")
    print(identifiers.map(\.description).joined(separator: " "))
    fflush(nil)
  }
} catch {
  complain("\(error)")
  exit(3)
}
