import Testing

@testable import RecordLog

@Suite("Crashes: acknowledged is kept, recovered was attempted, the old stays") struct CrashTests {
  /// Everything that crashes of some work may leave. The whole model: there is no longer form.
  @Test func whateverACrashLeaves() throws {
    let check = CrashCheck()
    let appends = try CrashScenario.appends()
    let shortWrites = try CrashScenario.shortWrites()
    var states = try look(appends, "appends", check)
    states += try look(shortWrites, "appends on a full disk", check)
    for isForGood in [false, true] {
      let faults = try CrashScenario.faults(isLying: false, isForGood: isForGood)
      states += try look(faults, "calls that fail\(isForGood ? " from then on" : "")", check)
    }
    states += try look(CrashScenario.kills(), "killed, then another process", check)
    let recoveries = try (appends + shortWrites).flatMap { try $0.recoveries(atMost: 40) }
    states += try look(recoveries, "recoveries", check)
    let again = try recoveries.flatMap { try $0.recoveries(atMost: 3) }
    states += try look(again, "recoveries of recoveries", check)
    print("crashes: \(states) states, \(check.differentCount) different")
    #expect(check.differentCount >= 100_000)
  }

  /// A disk that fails to write, says so once and then claims that all is well.
  /// When it goes on failing until the command has ended, `verify` may find what was given up.
  @Test(arguments: [false, true])
  func whateverACrashLeavesOfALyingDisk(_ isForGood: Bool) throws {
    let check = CrashCheck(isStrict: !isForGood)
    let faults = try CrashScenario.faults(isLying: true, isForGood: isForGood)
    let states = try look(faults, "fsync that fails", check)
    print("crashes of a lying disk: \(states) states, \(check.differentCount) different")
    #expect(check.differentCount >= 500)
  }

  @Test(arguments: CrashMutant.allCases)
  func aWrongWriterIsFound(_ mutant: CrashMutant) throws {
    let scenarios = try CrashScenario.appends() + CrashScenario.shortWrites()
    let check = CrashCheck()
    for var scenario in scenarios {
      scenario.isFine = false
      if let words = try mutant.applied(to: scenario).violations(check).words.first {
        print("\(mutant.rawValue): \(words)")
        return
      }
    }
    Issue.record("\(mutant) is not found")
  }

  /// How many states were looked at. Says the first few that are wrong.
  private func look(
    _ scenarios: [CrashScenario], _ name: String, _ check: CrashCheck
  ) throws -> Int {
    let start = ContinuousClock.now
    let before = check.differentCount
    var states = 0
    var wrong: [String] = []
    for scenario in scenarios {
      let (count, words) = try scenario.violations(check)
      states += count
      wrong += words
    }
    print(
      "\(name): \(scenarios.count) pieces of work, \(states) states, "
        + "\(check.differentCount - before) different, \(ContinuousClock.now - start)")
    for words in wrong.prefix(3) { Issue.record("\(words)") }
    #expect(wrong.count == 0, "\(name)")
    return states
  }
}
