import OrganizationLife
import RecordLog

/// Turns the records that hold into values, and says which values could not be read.
///
/// Converting is most of the time that opening a store takes, so it is spread over the processors;
/// the parts are joined in the order of the records.
struct LedgerBuilder {
  private let replay: Replay
  private(set) var notices: [ArchiveNotice] = []

  init(_ replay: Replay) { self.replay = replay }

  /// Records to a part: enough of them that a thread is worth starting.
  private static let partSize = 256

  mutating func run() -> Ledger {
    let replay = replay
    let count = replay.entries.count
    let parts = Parallel.map(count: (count + Self.partSize - 1) / Self.partSize) { part in
      var values = LedgerPart(replay)
      values.convert(part * Self.partSize..<min(count, (part + 1) * Self.partSize))
      return values
    }
    notices = parts.flatMap(\.notices)
    let (activities, registry) = Parallel.both(
      { ActivityIndex(parts.flatMap(\.activities)) },
      {
        Registry(
          organizations: parts.flatMap(\.organizations), members: parts.flatMap(\.members))
      })
    var ledger = Ledger(registry, activities)
    ledger.matters = parts.flatMap(\.matters).map(withFirstVersionAsSource).sorted {
      ($0.opened, $0.reference) < ($1.opened, $1.reference)
    }
    ledger.documents = parts.flatMap(\.documents).sorted {
      ($0.date, $0.reference) < ($1.date, $1.reference)
    }
    ledger.honors = parts.flatMap(\.honors).sorted {
      ($0.date, $0.reference) < ($1.date, $1.reference)
    }
    ledger.reviews = parts.flatMap(\.reviews).sorted {
      ($0.date, $0.enteredAt) < ($1.date, $1.enteredAt)
    }
    ledger.procedureSteps = parts.flatMap(\.procedureSteps).map(withNewestEvidence).sorted {
      ($0.date, $0.reference) < ($1.date, $1.reference)
    }
    let newest = Set(parts.flatMap(\.newestSteps))
    ledger.procedures = ledger.procedureSteps.filter { newest.contains($0.reference) }
    ledger.teams = parts.flatMap(\.teams).sorted {
      ($0.since, $0.reference) < ($1.since, $1.reference)
    }
    ledger.plans = parts.flatMap(\.plans).sorted {
      ($0.period, $0.reference) < ($1.period, $1.reference)
    }
    ledger.dues = parts.flatMap(\.dues).sorted {
      ($0.month, $0.reference) < ($1.month, $1.reference)
    }
    return ledger
  }

  /// Whichever version `Evidence` names, its newest is meant; what was withdrawn proves nothing.
  private func withNewestEvidence(_ step: ProcedureStep) -> ProcedureStep {
    var step = step
    step.evidence = step.evidence.compactMap { evidence in
      guard let position = replay.positions[evidence.recordText] else { return evidence }
      return replay.tips[replay.roots[position]].map {
        evidence.replacingRecord(with: replay.entries[$0].id)
      }
    }
    return step
  }

  /// Whichever version `Source` names, it means the thing: known by its first version.
  private func withFirstVersionAsSource(_ matter: Matter) -> Matter {
    guard let source = matter.source, let position = replay.positions[source.recordText] else {
      return matter
    }
    var matter = matter
    matter.source = source.replacingRecord(with: replay.entries[replay.roots[position]].id)
    return matter
  }
}

/// The values of a stretch of the records.
private struct LedgerPart: Sendable {
  private let replay: Replay
  var organizations: [Organization] = []
  var members: [Member] = []
  var activities: [Activity] = []
  var matters: [Matter] = []
  var documents: [Document] = []
  var honors: [Honor] = []
  var reviews: [Review] = []
  var procedureSteps: [ProcedureStep] = []
  /// The steps that nothing follows.
  var newestSteps: [Reference] = []
  var teams: [Team] = []
  var plans: [Plan] = []
  var dues: [DuesPayment] = []
  var notices: [ArchiveNotice] = []

  init(_ replay: Replay) { self.replay = replay }

  mutating func convert(_ roots: Range<Int>) {
    for root in roots {
      guard let tip = replay.tips[root] else { continue }
      let record = replay.entries[tip].record
      guard let provenance = provenance(tip, root) else { continue }
      let isNewest = !replay.followed.contains(root)
      switch record.type {
      case "activity": Self.add(record, ActivityReader(provenance), &activities, &notices)
      case "member": Self.add(record, MemberReader(provenance), &members, &notices)
      case "organization":
        Self.add(record, OrganizationReader(provenance), &organizations, &notices)
      case "matter" where isNewest: Self.add(record, MatterReader(provenance), &matters, &notices)
      case "document": Self.add(record, DocumentReader(provenance), &documents, &notices)
      case "honor": Self.add(record, HonorReader(provenance), &honors, &notices)
      case "review": Self.add(record, ReviewReader(provenance), &reviews, &notices)
      case "procedure":
        Self.add(record, ProcedureReader(provenance), &procedureSteps, &notices)
        if isNewest { newestSteps.append(provenance.reference) }
      case "team" where isNewest: Self.add(record, TeamReader(provenance), &teams, &notices)
      case "plan": Self.add(record, PlanReader(provenance), &plans, &notices)
      case "dues": Self.add(record, DuesReader(provenance), &dues, &notices)
      default: break
      }
    }
  }

  private func provenance(_ tip: Int, _ root: Int) -> Provenance? {
    let entry = replay.entries[tip]
    guard let folder = OrganizationIdentifier(entry.record.organizationFolder) else { return nil }
    return Provenance(
      reference: Reference(entry.id), origin: Reference(replay.entries[root].id),
      firstEnteredAt: replay.entries[root].moment, enteredAt: entry.moment,
      enteredBy: Person(entry.record.by), folder: folder)
  }

  private static func add<Reader: ValueReader>(
    _ record: Record, _ reader: Reader, _ values: inout [Reader.Value],
    _ notices: inout [ArchiveNotice]
  ) {
    let converted = Conversion.read(record, reader)
    if let value = converted.value { values.append(value) }
    for fault in converted.faults {
      var fault = fault
      if fault.line == 0 { fault.line = record.line }
      notices.append(.value(Reference(record.id), path: record.file, fault: fault))
    }
  }
}
