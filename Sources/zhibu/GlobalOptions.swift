import ArgumentParser
import OrganizationLife
import Wording

/// In which form an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv
  case csv
  case json
  case rec
  case table
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
  var format: OutputFormat?

  @Flag(name: .customLong("bom"), help: ArgumentHelp(Speech.say(.helpByteOrderMark)))
  var hasByteOrderMark = false
}

extension GlobalOptions {
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
