/// Everything that the records say, folded: what holds now, with the past still there to ask for.
///
/// Snapshots of organisations and members are kept by id in the order in which they take effect.
public struct Ledger: Sendable {
  let registry: Registry
  let activityIndex: ActivityIndex
  /// Recorded matters (a derived one has no record until something happens to it).
  public var matters: [Matter] = [] {
    didSet {
      settledIndex.set(matters)
      matterPositions = Dictionary(grouping: matters.indices) { matters[$0].organization }
      correctionPositions = [:]
      for (position, matter) in matters.enumerated() where matter.kind == Matter.correctionKind {
        for owner in Set(matter.owners.compactMap(\.id)) {
          correctionPositions[owner, default: []].append(position)
        }
      }
    }
  }
  /// Documents.
  public var documents: [Document] = [] {
    didSet { settledIndex.set(documents, in: self) }
  }
  /// Honours.
  public var honors: [Honor] = []
  /// Reviews.
  public var reviews: [Review] = [] {
    didSet {
      reviewByReference = [:]
      for (position, review) in reviews.enumerated() {
        reviewByReference[review.reference] = position
        reviewByReference[review.origin] = position
      }
    }
  }
  /// Procedures, the newest step of each.
  public var procedures: [ProcedureStep] = []
  /// Every step of every procedure, by date, then by reference; each record is one.
  public var procedureSteps: [ProcedureStep] = [] {
    didSet {
      stepPositions = Dictionary(grouping: procedureSteps.indices) {
        procedureSteps[$0].organization
      }
      stepPositionsBySubject = Dictionary(grouping: procedureSteps.indices) {
        procedureSteps[$0].subject.id
      }
      stepByReference = Dictionary(
        procedureSteps.enumerated().map { ($1.reference, $0) },
        uniquingKeysWith: { first, _ in first })
    }
  }
  /// Teams.
  public var teams: [Team] = []
  /// Plans, by period, then by reference.
  public var plans: [Plan] = []
  /// Dues, where they may be read.
  public var dues: [DuesPayment] = [] {
    didSet {
      placesKeepingDues = Set(
        dues.compactMap { payment in
          (member(payment.member, on: payment.month.last) ?? latest(payment.member))?.organization
        })
      duesPositions = Dictionary(grouping: dues.indices) { dues[$0].organization }
    }
  }
  /// The branches of which any dues are there: of the others none are recorded, or they may not be
  /// read, and neither says that somebody owes.
  private(set) var placesKeepingDues: Set<OrganizationIdentifier> = []

  /// The organisations with restricted records that may not be read: of what would stand there
  /// nobody can say that it is missing.
  public var unreadablePlaces: Set<OrganizationIdentifier> = []

  private var matterPositions: [OrganizationIdentifier: [Int]] = [:]
  /// Of matters that give somebody a time to improve (限期改正), by whom.
  private var correctionPositions: [MemberIdentifier: [Int]] = [:]
  private var stepPositions: [OrganizationIdentifier: [Int]] = [:]
  private var stepPositionsBySubject: [MemberIdentifier?: [Int]] = [:]
  private var stepByReference: [Reference: Int] = [:]
  /// With those in which no organisation is named.
  private var duesPositions: [OrganizationIdentifier?: [Int]] = [:]
  private var reviewByReference: [Reference: Int] = [:]
  private(set) var settledIndex = SettledIndex()

  /// A ledger of those values.
  public init(organizations: [Organization], members: [Member], activities: [Activity]) {
    self.init(
      Registry(organizations: organizations, members: members), ActivityIndex(activities))
  }

  /// A ledger of what was put in order already.
  package init(_ registry: Registry, _ activityIndex: ActivityIndex) {
    self.registry = registry
    self.activityIndex = activityIndex
  }

  /// The recorded matters of one organisation (not of those below it), in their order.
  public func matters(of id: OrganizationIdentifier) -> [Matter] {
    (matterPositions[id] ?? []).map { matters[$0] }
  }

  /// The recorded matters of some organisations (not of those below them), in their order.
  func matters(of places: some Sequence<OrganizationIdentifier>) -> [Matter] {
    places.flatMap { matterPositions[$0] ?? [] }.sorted().map { matters[$0] }
  }

  /// The recorded matters that give somebody a time to improve (限期改正), in their order.
  func corrections(of id: MemberIdentifier) -> [Matter] {
    (correctionPositions[id] ?? []).map { matters[$0] }
  }

  /// The steps of procedures about one member, in their order.
  func procedureSteps(about id: MemberIdentifier) -> [ProcedureStep] {
    (stepPositionsBySubject[id] ?? []).map { procedureSteps[$0] }
  }

  /// The steps of procedures that one organisation took, in their order.
  func procedureSteps(of id: OrganizationIdentifier) -> [ProcedureStep] {
    (stepPositions[id] ?? []).map { procedureSteps[$0] }
  }

  /// The step of a procedure that is recorded there.
  func procedureStep(_ reference: Reference) -> ProcedureStep? {
    stepByReference[reference].map { procedureSteps[$0] }
  }

  /// The dues that some organisations entered, and those in which none is named, in their order.
  func dues(of places: some Sequence<OrganizationIdentifier>) -> [DuesPayment] {
    (places.flatMap { duesPositions[$0] ?? [] } + (duesPositions[nil] ?? [])).sorted()
      .map { dues[$0] }
  }

  /// The review whose newest or first version that is.
  public func review(_ reference: Reference) -> Review? {
    reviewByReference[reference].map { reviews[$0] }
  }
}
