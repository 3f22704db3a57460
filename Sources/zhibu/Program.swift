import ArgumentParser
import Glibc
import Wording

/// Where the program begins: parses, runs, and turns whatever happens into an exit status.
@main
enum Program {
  static func main() {
    // A limit on the size of files is then an error of the write, and is told.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs the program with those arguments; the exit status (format, section 7).
  private static func run(_ arguments: [String]) -> Int32 {
    var command: any ParsableCommand
    do {
      command = try Zhibu.parseAsRoot(arguments)
    } catch {
      return report(parsing: error)
    }
    do {
      try command.run()
      return 0
    } catch {
      return report(error)
    }
  }

  private static func report(_ error: any Error) -> Int32 {
    // The parser's own commands (help, completions) throw its own errors.
    guard let failure = Failure(known: error) else { return report(parsing: error) }
    if let phrase = failure.phrase {
      Output.note(
        Phrase("zhibu: \(phrase.chinese)", "zhibu: \(phrase.english)"), Speech.language)
    }
    return failure.exitStatus
  }

  /// Help and the version go to standard output; wrong use to standard error.
  private static func report(parsing error: any Error) -> Int32 {
    let text = ParserText.translated(Zhibu.fullMessage(for: error), to: Speech.language)
    guard Zhibu.exitCode(for: error).isSuccess else {
      Output.note(Phrase(verbatim: text), Speech.language)
      return 2
    }
    do {
      try Output.write(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
      return 0
    } catch {
      return report(error)
    }
  }
}
