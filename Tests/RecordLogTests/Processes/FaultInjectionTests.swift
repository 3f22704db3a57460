import Glibc
import ProcessTrials
import Testing

@Suite("Each call to the system fails once, or is the last one", .enabled(if: Strace.isUsable))
struct FaultInjectionTests {
  /// All faults where something is changed; files are opened and closed so often that these take
  /// turns there.
  private func faults(at place: Strace.Place) -> [Strace.Fault] {
    let turn = Strace.Fault.allCases[place.number % Strace.Fault.allCases.count]
    switch place.call {
    case "close": return [turn]
    case "openat": return turn == .inputOutput ? [turn] : [.inputOutput, turn]
    default: return Strace.Fault.allCases
    }
  }

  @Test(
    "acknowledged is there, nothing foreign is, work goes on", arguments: FaultStage.Work.allCases)
  func everyCall(_ work: FaultStage.Work) throws {
    let stage = try FaultStage(work)
    let places = try Strace.places(of: stage.program, in: stage.folder)
    var runs = 0
    var unnoticed = 0
    var endings: [TestedProcess.Ending: Int] = [:]
    for place in places {
      for fault in faults(at: place) {
        try stage.putBack()
        let outcome = try Strace.run(stage.program, fault, at: place)
        let faults = try stage.faults(after: outcome)
        #expect(faults == [], "\(place.call) \(place.number): \(fault)")
        if fault == .killed { #expect(outcome.ending == .signalled(SIGKILL)) }
        if place.call == "fsync", fault == .inputOutput, outcome.ending == .exited(0) {
          unnoticed += 1
        }
        runs += 1
        endings[outcome.ending, default: 0] += 1
      }
    }
    let told = endings.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
    print("\(work): \(places.count) calls, \(runs) runs, \(told)")
    // Only the removal of a pending file need not be on the disk: it would be found complete.
    #expect(unnoticed == (work == .appendToTwo || work == .complete ? 1 : 0))
    #expect(endings[.exited(0)] != nil && endings[.exited(3)] != nil)
  }
}
