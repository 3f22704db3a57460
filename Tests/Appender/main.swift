// Appends records to a store and says so, one line for each append, on standard output: what tests
// with real processes kill, starve of disk, or set against one another.
//
//   Appender [patience=MILLISECONDS] STORE WRITER COUNT SIZE ORGANIZATION…
//   Appender STORE WRITER recover
//
// `patience` is how long one lock is waited for that another process holds without a change.
// Each append adds one record of about SIZE bytes to every organisation given, in the given order;
// when it returns, the ids and the microseconds it took are printed as one line. An error is
// written to standard error as the value it is, and ends the program with 3.

import Glibc
import ProcessTrials
import RecordLog

func complain(_ text: String) {
  _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
}

func microseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
}

func run() throws {
  var arguments = CommandLine.arguments
  let patience = arguments.count > 1 ? arguments[1].split(separator: "=") : []
  if patience.first == "patience" { arguments.remove(at: 1) }
  guard arguments.count >= 4, let author = Author(writer: arguments[2], by: "Q1M01(张明)") else {
    complain(
      "Appender [patience=MILLISECONDS] STORE WRITER COUNT SIZE ORGANIZATION… | STORE WRITER recover"
    )
    exit(2)
  }
  var store = try Store(opening: arguments[1])
  if patience.first == "patience", let milliseconds = patience.last.flatMap({ Int($0) }) {
    store.lockPatience = milliseconds
  }
  guard arguments.count >= 6, let count = Int(arguments[3]), let size = Int(arguments[4]) else {
    for notice in try store.recover(writer: author.writer, at: AppendedRecord.moment) {
      print(notice)
    }
    return
  }
  for number in 1...count {
    let begin = microseconds()
    let identifiers = try store.append(
      arguments[5...].map { AppendedRecord.record(number, size: size, organization: $0) },
      by: author, at: AppendedRecord.moment)
    print(Acknowledgement.line(identifiers, microseconds: microseconds() - begin))
    fflush(nil)
  }
}

// A limit on the size of files is to be an error of the write, as it is in the program.
signal(SIGXFSZ, SIG_IGN)
do {
  try run()
} catch {
  complain("\(error)")
  exit(3)
}
