import ArgumentParser
import Interface
import OrganizationLife
import RecordLog
import Samples
import Wording

/// `zhibu demo`: a sample prison, and the interface on it.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "demo", abstract: Speech.say(.helpDemo))
  }

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(Speech.say(.helpDemoDirectory), valueName: "dir"), completion: .directory)
  var directory: String?

  @Option(help: ArgumentHelp(Speech.say(.helpDemoSeed), valueName: "n"))
  var seed: UInt64?

  @Flag(name: .customLong("no-open"), help: ArgumentHelp(Speech.say(.helpDemoNoOpen)))
  var staysClosed = false

  func run() throws {
    var workplace = try Workplace(options)
    let store = try store(workplace)
    workplace.remember(store)
    if staysClosed { return }
    let identity =
      options.identity == nil
      ? Self.secretary : try workplace.identity(in: workplace.openArchive())
    try Zhibu.open(store.root, workplace, identity: identity)
  }

  /// A sample made before in the standard place is used again, unless another was asked for.
  private func store(_ workplace: Workplace) throws -> Store {
    let place = directory ?? workplace.settings.sampleStore
    if directory == nil, seed == nil, SampleStore.exists(at: place) {
      workplace.note(.sampleReused(place))
      return try Store(opening: place)
    }
    let today = SystemClock(today: workplace.fixedDay, zone: nil).today()
    let store = try SampleStore.create(at: place, seed: seed ?? 1, today: today)
    workplace.note(.sampleMade(place))
    return store
  }

  /// The secretary of the sample, who stands for the user.
  private static var secretary: Identity {
    let author = SamplePrison.secretary
    return Identity(
      person: Person(author.by), post: "书记", writer: author.writer,
      organization: OrganizationIdentifier("Q2"))
  }
}
