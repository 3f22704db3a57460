import ArgumentParser
import OrganizationLife
import Wording

/// In which form a table or records are written.
enum OutputFormat: String, CaseIterable {
  case tsv
  case csv
  case json
  case rec
  case table
}

/// In which form a paper is written.
enum PaperFormat: String, CaseIterable {
  case text
  case html
}

/// What `--format` may say: the command decides which of the two it can mean.
enum RequestedFormat: ExpressibleByArgument, CaseIterable {
  case answer(OutputFormat)
  case paper(PaperFormat)

  static var allCases: [RequestedFormat] {
    OutputFormat.allCases.map { .answer($0) } + PaperFormat.allCases.map { .paper($0) }
  }

  init?(argument: String) {
    if let format = OutputFormat(rawValue: argument) {
      self = .answer(format)
    } else if let format = PaperFormat(rawValue: argument) {
      self = .paper(format)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .answer(let format): format.rawValue
    case .paper(let format): format.rawValue
    }
  }

  static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(Speech.say(.helpStore), valueName: "dir"), completion: .directory)
  var store: String?

  @Option(help: ArgumentHelp(Speech.say(.helpLanguage), valueName: "zh|en"))
  var language: String?

  @Option(help: ArgumentHelp(Speech.say(.helpToday), valueName: "date"))
  var today: String?

  @Option(name: .customLong("as"), help: ArgumentHelp(Speech.say(.helpAs), valueName: "id"))
  var identity: String?

  @Option(help: ArgumentHelp(Speech.say(.helpFormat), valueName: "format"))
  var format: RequestedFormat?

  @Flag(name: .customLong("bom"), help: ArgumentHelp(Speech.say(.helpByteOrderMark)))
  var hasByteOrderMark = false
}

extension GlobalOptions {
  /// The form of an answer, when one is given.
  func answerFormat() throws(Failure) -> OutputFormat? {
    switch format {
    case .answer(let format): return format
    case .paper(let format):
      throw .badUse(
        .formatNotHere(format.rawValue, OutputFormat.allCases.map(\.rawValue)))
    case nil: return nil
    }
  }

  /// The form of a paper; text when none is given.
  func paperFormat() throws(Failure) -> PaperFormat {
    switch format {
    case .paper(let format): return format
    case .answer(let format):
      throw .badUse(.formatNotHere(format.rawValue, PaperFormat.allCases.map(\.rawValue)))
    case nil: return .text
    }
  }

  /// A day given as `2026-03-12`.
  static func day(_ text: String) throws(Failure) -> Day {
    guard let day = Day(text) else { throw .badUse(.notADay(text)) }
    return day
  }

  /// The day on which to work, when one is given: `--today`, else `$ZHIBU_TODAY`.
  func fixedDay() throws(Failure) -> Day? {
    if let today { return try Self.day(today) }
    guard let text = Environment.current["ZHIBU_TODAY"], !text.isEmpty else { return nil }
    return try Self.day(text)
  }

  /// Refuses a language that the program does not speak.
  func checkLanguage() throws(Failure) {
    if let language, Language(rawValue: language) == nil {
      throw .badUse(.unknownLanguage(language))
    }
  }
}
