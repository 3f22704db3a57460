import Glibc
import Testing

/// What README.md shows, taken out of it, so that it is tried as it stands there.
enum Readme {
  /// The text of README.md beside Package.swift.
  static let text: String = {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let file = fopen("/\(root)/README.md", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }()

  /// The block of code that holds a text; empty when there is none.
  static func block(with mark: String) -> String {
    let blocks = text.split(separator: "```", omittingEmptySubsequences: false)
    for (index, block) in blocks.enumerated() where !index.isMultiple(of: 2) {
      guard block.contains(mark) else { continue }
      return block.drop { $0 != "\n" }.dropFirst().description
    }
    return ""
  }
}
