import Glibc
import Wording

/// The language in which the program speaks to this user. It has to be known before the command
/// line is parsed, since the parser's help is spoken too.
enum Speech {
  /// `--language`, else `$ZHIBU_LANGUAGE`, else what is configured, else Chinese.
  static let language: Language = {
    let environment = Environment.current
    if let text = option(in: CommandLine.arguments), let language = Language(rawValue: text) {
      return language
    }
    if let language = environment["ZHIBU_LANGUAGE"].flatMap({ Language(rawValue: $0) }) {
      return language
    }
    return Settings.load(environment: environment).language ?? .chinese
  }()

  /// A phrase in that language.
  static func say(_ phrase: Phrase) -> String { phrase(language) }

  private static func option(in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "--language", index + 1 < arguments.count { return arguments[index + 1] }
      if argument.hasPrefix("--language=") { return String(argument.dropFirst(11)) }
    }
    return nil
  }
}

/// The environment of the process.
enum Environment {
  /// Names and values as they were when the program started.
  static let current: [String: String] = {
    var values: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      let text = String(cString: pointer)
      if let equals = text.firstIndex(of: "=") {
        values[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return values
  }()
}
