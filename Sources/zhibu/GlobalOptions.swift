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

/// In which form files leave the program.
enum ExportFormat: String, CaseIterable {
  case csv
  case json
  case jsonl
  case ics
}

/// What `--format` may say: the command decides which of them it can mean.
enum RequestedFormat: ExpressibleByArgument, CaseIterable {
  case answer(OutputFormat)
  case paper(PaperFormat)
  case export(ExportFormat)

  static var allCases: [RequestedFormat] {
    OutputFormat.allCases.map { .answer($0) } + PaperFormat.allCases.map { .paper($0) }
      + [.export(.jsonl), .export(.ics)]
  }

  init?(argument: String) {
    if let format = OutputFormat(rawValue: argument) {
      self = .answer(format)
    } else if let format = PaperFormat(rawValue: argument) {
      self = .paper(format)
    } else if let format = ExportFormat(rawValue: argument) {
      self = .export(format)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .answer(let format): format.rawValue
    case .paper(let format): format.rawValue
    case .export(let format): format.rawValue
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

  @Flag(
    name: .customLong("bom"), inversion: .prefixedNo,
    help: ArgumentHelp(Speech.say(.helpByteOrderMark)))
  var hasByteOrderMark = false
}

extension GlobalOptions {
  /// The form of an answer, when one is given.
  func answerFormat() throws(Failure) -> OutputFormat? {
    guard let format else { return nil }
    guard case .answer(let answer) = format else {
      throw refused(format, OutputFormat.allCases.map(\.rawValue))
    }
    return answer
  }

  /// The form of a paper; text when none is given.
  func paperFormat() throws(Failure) -> PaperFormat {
    guard let format else { return .text }
    guard case .paper(let paper) = format else {
      throw refused(format, PaperFormat.allCases.map(\.rawValue))
    }
    return paper
  }

  /// The form of a file that leaves the program, when one is given.
  func exportFormat() throws(Failure) -> ExportFormat? {
    guard let format else { return nil }
    guard let known = ExportFormat(rawValue: format.defaultValueDescription) else {
      throw refused(format, ExportFormat.allCases.map(\.rawValue))
    }
    return known
  }

  private func refused(_ format: RequestedFormat, _ allowed: [String]) -> Failure {
    .badUse(.formatNotHere(format.defaultValueDescription, allowed))
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
