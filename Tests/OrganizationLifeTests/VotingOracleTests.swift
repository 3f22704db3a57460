import Foundation
import OrganizationLife
import Testing

/// The comparisons against an oracle in another language, written from the text of the rules.
@Suite(.enabled(if: PythonOracle.isThere, "python3 is not installed"))
struct VotingOracleTests {
  @Test func everyComparisonUpToSixty() throws {
    let output = try PythonOracle.run("voting.py")
    var verdicts = 0
    var disagreements: [Substring] = []
    for line in output.split(separator: "\n") {
      let words = line.split(separator: " ")
      let own = words[0] == "surplus" ? surplus(words) : vote(words)
      if own == line {
        verdicts += words[words.count - 1].utf8.count
      } else {
        disagreements.append(line)
      }
    }
    #expect(disagreements.isEmpty, "\(disagreements.prefix(5))")
    #expect(verdicts == 281_047)
    print("voting: \(verdicts) verdicts agree with the oracle")
  }

  /// The line that the program would have written.
  private func vote(_ words: [Substring]) -> String {
    let numbers = words.dropFirst().prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return "" }
    let (eligible, present, written) = (numbers[0], numbers[1], numbers[2])
    let category: VoteCategory
    switch words[0] {
    case "assembly": category = .ordinary
    case "admission": category = .admission
    case "election": category = .election
    case "committee": category = .committee
    default: return ""
    }
    let may = Voting.mayVote(category, eligible: eligible, eligiblePresent: present)
    let digits = (0...(present + written)).map { votes in
      Voting.passed(
        category, eligible: eligible, eligiblePresent: present, inFavour: votes, written: written)
        ? "1" : "0"
    }.joined()
    return "\(words[0]) \(eligible) \(present) \(written) \(may ? "1" : "0") \(digits)"
  }

  private func surplus(_ words: [Substring]) -> String {
    guard let seats = Int(words[1]) else { return "" }
    let digits = (0...(2 * seats)).map { candidates in
      Voting.hasSurplus(candidates: candidates, seats: seats) ? "1" : "0"
    }.joined()
    return "surplus \(seats) \(digits)"
  }
}

/// Runs a script of the folder `Oracle` beside this file.
enum PythonOracle {
  private static let python = ["/usr/bin/env", "python3"]

  /// Whether python3 can be started.
  static var isThere: Bool { (try? run(arguments: ["-c", "print(1)"])) == "1\n" }

  /// What a script prints.
  static func run(_ script: String, file: String = #filePath) throws -> String {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    return try run(arguments: [folder.appendingPathComponent("Oracle/\(script)").path])
  }

  private static func run(arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python[0])
    process.arguments = python.dropFirst() + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : ""
  }
}
