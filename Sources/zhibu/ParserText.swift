import Wording

/// The argument parser speaks English only. Its few fixed sentences are put into the language of
/// the program; what it says beyond those stays as it is.
enum ParserText {
  /// The parser's text in a language.
  static func translated(_ text: String, to language: Language) -> String {
    guard language != .english else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translated(line: String($0), language) }
      .joined(separator: "\n")
  }

  private static func translated(line: String, _ language: Language) -> String {
    let line = parts.reduce(line) { $0.replacing($1.0, with: $1.1(language)) }
    for (mark, phrase) in headings where line.hasPrefix(mark) {
      return phrase(language) + line.dropFirst(mark.count)
    }
    for phrase in [Phrase.showVersion, .showHelp] where line.hasSuffix(phrase.english) {
      return line.dropLast(phrase.english.count) + phrase(language)
    }
    if let target = line.between("  See '", "' for more information.") {
      return "  " + Phrase.seeHelp(target)(language)
    }
    if let target = line.between("  See '", "' for detailed help.") {
      return "  " + Phrase.seeHelp(target)(language)
    }
    guard let message = line.between("Error: ", "") else { return line }
    return Phrase.parserError(sentence(message))(language)
  }

  private static let headings: [(String, Phrase)] = [
    ("USAGE:", Phrase(":", ":").after(.usage)), ("Usage:", Phrase(":", ":").after(.usage)),
    ("OVERVIEW:", Phrase(":", ":").after(.overview)),
    ("ARGUMENTS:", Phrase(":", ":").after(.argumentsHeading)),
    ("OPTIONS:", Phrase(":", ":").after(.optionsHeading)),
    ("SUBCOMMANDS:", Phrase(":", ":").after(.commandsHeading)),
    ("Help:", Phrase(":", ":").after(.overview)),
  ]

  /// What stands within lines.
  private static let parts: [(String, Phrase)] = [
    ("(values: ", .valuesHeading), ("(default: ", .defaultHeading),
    ("[<options>]", .optionsPlace), ("<options>", .optionsPlace), ("<subcommand>", .commandPlace),
  ]

  private static func sentence(_ message: String) -> Phrase {
    if let name = message.between("Missing expected argument '", "'") {
      return .missingArgument(name)
    }
    if let name = message.between("Missing value for '", "'") { return .missingValue(name) }
    if let name = message.between("Unknown option '", "'") { return .unknownOption(name) }
    if let name = message.between("Unexpected argument '", "'") {
      return .unexpectedArgument(name)
    }
    if let rest = message.between("The value '", "") {
      let parts = rest.split(separator: "'", omittingEmptySubsequences: false)
      if parts.count >= 3, parts[1] == " is invalid for " {
        return .invalidValue(String(parts[0]), option: String(parts[2]))
      }
    }
    return Phrase(verbatim: message)
  }
}

extension Phrase {
  fileprivate func after(_ phrase: Phrase) -> Phrase {
    Phrase(phrase.chinese + chinese, phrase.english + english)
  }
}

extension String {
  /// What stands between a beginning and the next end; nil when the text is not of that form.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard hasPrefix(start) else { return nil }
    let rest = dropFirst(start.count)
    guard !end.isEmpty else { return String(rest) }
    guard let range = rest.firstRange(of: end) else { return nil }
    return String(rest[..<range.lowerBound])
  }
}
