import ArgumentParser
import Documents
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

  @Option(
    name: .customLong("seed-case"),
    help: ArgumentHelp(Speech.say(.helpDemoCase), valueName: "name"))
  var seedCase: String?

  @Flag(name: .customLong("list-seed-cases"), help: ArgumentHelp(Speech.say(.helpDemoCases)))
  var listsCases = false

  @Flag(name: .customLong("no-open"), help: ArgumentHelp(Speech.say(.helpDemoNoOpen)))
  var staysClosed = false

  func run() throws {
    var workplace = try Workplace(options)
    if listsCases {
      let rows = SampleCase.allCases.map { ($0.rawValue, $0.unit, $0.packs) }
      return try workplace.write(Table(ofCases: rows), type: "case")
    }
    let sample = try seedCase.map { name throws(Failure) in try Self.sample(name) }
    let store = try sample.map { try self.store(of: $0, workplace) } ?? self.store(workplace)
    workplace.remember(store)
    if staysClosed { return }
    let identity =
      options.identity == nil && sample == nil
      ? Self.secretary
      : options.identity == nil ? nil : try workplace.identity(in: workplace.openArchive())
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

  /// The case of that name.
  private static func sample(_ name: String) throws(Failure) -> SampleCase {
    guard let sample = SampleCase(rawValue: name) else {
      throw .badUse(.seedCaseNotFound(name, SampleCase.allCases.map(\.rawValue)))
    }
    return sample
  }

  /// A new ledger of an institution, in a folder of its own beside the sample's.
  private func store(of sample: SampleCase, _ workplace: Workplace) throws -> Store {
    let place = directory ?? workplace.settings.sampleStore + "-" + sample.rawValue
    let today = SystemClock(today: workplace.fixedDay, zone: nil).today()
    let (store, spread) = try SampleStore.create(sample, at: place, seed: seed ?? 1, today: today)
    workplace.note(.sampleMade(place))
    workplace.note(
      .sampleSpread(
        records: spread.records, activities: spread.activities, branches: spread.branches,
        months: spread.months))
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
