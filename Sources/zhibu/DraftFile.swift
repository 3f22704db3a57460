/// A draft as a file: a first line that says which store and form it belongs to, then the form.
struct DraftFile {
  let store: String
  let title: String
  let form: [UInt8]

  private static let mark = "# zhibu draft\t"

  init(store: String, title: String, form: [UInt8]) {
    self.store = store
    self.title = title
    self.form = form
  }

  /// Nil unless the bytes begin with such a line.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let parts = String(decoding: bytes[..<end], as: UTF8.self)
      .split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] + "\t" == Self.mark else { return nil }
    store = String(parts[1])
    title = String(parts[2])
    form = Array(bytes[(end + 1)...])
  }

  var bytes: [UInt8] {
    Array("\(Self.mark)\(store)\t\(title)\n".utf8) + form
  }
}
