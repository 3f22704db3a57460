import Archive
import RecordLog

// What is said of text put aside from the ends of files, and of damaged files.
extension Adoption.Remark {
  /// What there is to be said about the text.
  public var phrase: Phrase {
    switch self {
    case .zeros(let count):
      Phrase("断电留下的\(count)个空字节已略去", "\(count) empty bytes left by a crash were passed over")
    case .openLine(let line):
      Phrase(
        "第\(line)行是最后一行,可能没写完,照原样保留", "line \(line), the last, may be half; it is kept as it is")
    case .halfWord(let line):
      Phrase(
        "第\(line)行末尾断在半个字(词)上,这半个略去",
        "line \(line) ends within a character or word; that half is left out")
    }
  }
}
