import Glibc
import RecordLog

/// Kills a process that appends, again and again, each time at another moment, and looks what it
/// left behind.
public struct KillTrial {
  /// What happened.
  public struct Figures {
    /// Processes that were killed.
    public internal(set) var killed = 0
    /// Appends that they acknowledged.
    public internal(set) var acknowledged = 0
    /// Records that were there although not acknowledged.
    public internal(set) var unacknowledged = 0
    /// Files with bytes behind their last record.
    public internal(set) var tornTails = 0
    /// Commits that were completed afterwards.
    public internal(set) var completed = 0
    /// What should not be.
    public internal(set) var faults: [Aftermath.Fault] = []
    /// The stores, as they were left.
    public internal(set) var stores: [String] = []

    /// In words.
    public var summary: String {
      "\(killed) killed, \(acknowledged) acknowledged, \(unacknowledged) there unacknowledged, "
        + "\(tornTails) torn tails, \(completed) completed, \(faults.count) faults"
    }
  }

  /// When a process is killed.
  private enum Moment {
    /// So long after so many acknowledgements.
    case after(acknowledgements: Int, microseconds: Int)
    /// After so many acknowledgements, as soon as the file is seen to grow: inside the write.
    case growing(acknowledgements: Int)
  }

  /// A number after another, the same for the same seed.
  private struct Dice {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    mutating func moment() -> Moment {
      below(2) == 0
        ? .growing(acknowledgements: below(4))
        : .after(acknowledgements: below(4), microseconds: below(4_000))
    }
  }

  /// What a killed process appends to.
  public var organizations = ["Q1"]
  /// Bytes of a record, about.
  public var size: Int
  /// Processes to kill.
  public var rounds: Int
  /// Where its moments come from.
  public var seed: UInt64 = 3
  /// A store with so many bytes is followed by a fresh one: appending reads the whole file.
  public var largest = 60_000
  /// Whether the stores are left for other judges.
  public var isKept = true
  private let folder: String
  private let author: Author

  /// A trial with stores in a folder.
  public init(in folder: String, size: Int, rounds: Int, author: Author) {
    self.folder = folder
    self.size = size
    self.rounds = rounds
    self.author = author
  }

  /// Carries it out.
  public func run() throws -> Figures {
    var figures = Figures()
    var dice = Dice(state: seed)
    var store = try freshStore(&figures)
    for _ in 0..<rounds {
      var before = try Snapshot(of: store)
      if before.size > largest {
        store = try freshStore(&figures)
        before = try Snapshot(of: store)
      }
      let lines = try kill(dice.moment(), store: store, figures: &figures)
      let attempt = Attempt(organizations: organizations, size: size, lines: lines)
      let aftermath = try Aftermath(of: store, before: before, attempt: attempt, author: author)
      figures.acknowledged += lines.count
      figures.unacknowledged += aftermath.unacknowledged
      figures.tornTails += aftermath.tornTails
      figures.completed += aftermath.completed
      figures.faults += aftermath.faults
    }
    return figures
  }

  private func freshStore(_ figures: inout Figures) throws -> Store {
    if !isKept, let last = figures.stores.last { try Programs.run(["rm", "-rf", last]) }
    let path = "\(folder)/store-\(figures.stores.count + 1)"
    figures.stores.append(path)
    return try Store.create(at: path, manifest: Manifest(unit: "青松监狱"), files: [])
  }

  /// Starts a process and kills it; the lines of its acknowledgements.
  private func kill(
    _ moment: Moment, store: Store, figures: inout Figures
  ) throws -> [String] {
    let child = try TestedProcess(
      [Programs.built("Appender"), store.root, author.writer, "1000000", "\(size)"]
        + organizations)
    var lines: [String] = []
    func read(_ count: Int) {
      for _ in 0..<count { if let line = child.nextLine() { lines.append(line) } }
    }
    switch moment {
    case .after(let acknowledgements, let microseconds):
      read(acknowledgements)
      var pause = timespec(tv_sec: 0, tv_nsec: microseconds * 1_000)
      nanosleep(&pause, nil)
    case .growing(let acknowledgements):
      read(acknowledgements)
      watch(organizations[organizations.count - 1], of: store)
    }
    if child.kill() == .signalled(SIGKILL) { figures.killed += 1 }
    return lines + child.lines()
  }

  /// Comes back when the file of an organisation has grown, or after a while.
  private func watch(_ organization: String, of store: Store) {
    let path = "\(store.root)/organizations/\(organization)/activity-2026.\(author.writer).rec"
    let begin = size(of: path)
    for _ in 0..<100_000 {
      if size(of: path) != begin { return }
      sched_yield()
    }
  }

  private func size(of path: String) -> off_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size : 0
  }
}
