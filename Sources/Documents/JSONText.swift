/// JSON as the program writes it: keys in the order given, UTF-8; controls, direction marks and
/// what nobody sees escaped, but for joiners and variation selectors, which stand as they are.
public enum JSONText {
  /// An array of objects, each on a line of its own, with an LF at the end.
  public static func array(_ values: [Value]) -> String {
    guard !values.isEmpty else { return "[]\n" }
    var text = "["
    for (index, value) in values.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      append(value, to: &text)
    }
    return text + "\n]\n"
  }

  /// JSON lines: each value on a line of its own, with nothing around them.
  public static func lines(_ values: [Value]) -> String {
    var text = ""
    for value in values {
      append(value, to: &text)
      text += "\n"
    }
    return text
  }

  private static func append(_ value: Value, to text: inout String) {
    switch value {
    case .missing: text += "null"
    case .text(let string), .code(let string, _): append(string, to: &text)
    case .number, .decimal: text += value.text()
    case .truth(let truth): text += truth ? "true" : "false"
    case .person(let person):
      append(
        .object([
          .init("id", Value(person.id?.text)), .init("name", .text(person.name)),
        ]), to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        append(value, to: &text)
      }
      text += "]"
    case .object(let entries):
      text += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { text += ", " }
        append(entry.key, to: &text)
        text += ": "
        append(entry.value, to: &text)
      }
      text += "}"
    }
  }

  private static func append(_ string: String, to text: inout String) {
    text.unicodeScalars.append("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if isEscaped(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text.unicodeScalars.append("\"")
  }

  /// C0, DEL, C1, direction marks and the two separators that JavaScript takes for line ends.
  private static func isEscaped(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
