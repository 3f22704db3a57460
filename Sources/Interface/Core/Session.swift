import Archive
import OrganizationLife
import RecordLog
import Wording

/// Who is working: asked once, kept in the user's configuration.
public struct Identity: Hashable, Sendable {
  /// The person as records name one.
  public var person: Person
  /// 书记 组织委员 组织员 …
  public var post: String
  /// The writer's name in file names, `[a-z][a-z0-9]{1,15}`.
  public var writer: String
  /// The organisation that the person works for: a branch, or one above several.
  public var organization: OrganizationIdentifier?

  /// An identity.
  public init(
    person: Person, post: String, writer: String, organization: OrganizationIdentifier?
  ) {
    self.person = person
    self.post = post
    self.writer = writer
    self.organization = organization
  }

  /// Whether a ledger knows the person: on its roster under that number and name, or as an officer.
  /// A ledger that has no roster yet takes everybody.
  public func isKnown(in ledger: Ledger) -> Bool {
    if ledger.members.isEmpty { return true }
    if let id = person.id, let snapshots = ledger.members[id] {
      return person.name.isEmpty || snapshots.contains { $0.name == person.name }
    }
    return ledger.organizations.values.joined().contains { place in
      place.officers.contains { $0.person.isSame(as: person) }
    }
  }

  /// The same of a part of a ledger that was read first: without people in it nothing is known.
  public func isKnown(inPart ledger: Ledger) -> Bool {
    !ledger.members.isEmpty && isKnown(in: ledger)
  }

  /// Whether the person can go on working in a ledger without being asked who it is. Whoever is
  /// not on its roster can, where that was said in this ledger (`isSaidThere`) together with the
  /// organisation: nobody is put into the one above all others for want of an answer.
  public func isAtWork(in ledger: Ledger, on day: Day, isSaidThere: Bool) -> Bool {
    if let organization, ledger.organization(organization, on: day) == nil { return false }
    guard isSaidThere, organization != nil, !ledger.members.isEmpty else {
      return isKnown(in: ledger)
    }
    // A number that is another's here was said of a ledger that lay in the same folder before.
    guard let id = person.id, let snapshots = ledger.members[id] else { return true }
    return snapshots.contains { $0.name == person.name }
  }

  /// Who writes, for the log; nil when the writer's name is not one.
  public var author: Author? { Author(writer: writer, by: person.description) }
}

/// What comes from outside and is the same for every screen. Clock, user and terminal size are
/// injected, never asked for.
public struct Session: Sendable {
  /// The language of the program's own words.
  public var language: Language
  /// The day on which the program works (`--today`).
  public var today: Day
  /// The clock, in the store's zone.
  public var now: Moment
  /// The size of the terminal.
  public var size: TextSize
  /// Who is working; nil until it was asked.
  public var identity: Identity?
  /// Where a new store is proposed.
  public var proposedDirectory: String
  /// The user's login, for a proposed writer name.
  public var login: String

  /// Rows between the title with its rule above and the notice line with the hints below.
  var bodyRows: Int { size.rows - 4 }

  /// A session.
  public init(
    language: Language, today: Day, now: Moment, size: TextSize, identity: Identity?,
    proposedDirectory: String, login: String
  ) {
    self.language = language
    self.today = today
    self.now = now
    self.size = size
    self.identity = identity
    self.proposedDirectory = proposedDirectory
    self.login = login
  }
}

/// What a screen may look at while it handles an event or draws itself.
public struct Context: Sendable {
  /// The open store; nil on the start screen.
  public var archive: Archive? {
    didSet { edition += 1 }
  }
  /// Counts up with every reading of the store, so that a screen knows what it found out before.
  private(set) var edition = 0
  /// Language, day, clock, size, user.
  public var session: Session
  /// Drafts that were not finished, newest first, whoever began them.
  public var allDrafts: [DraftSummary]
  /// The organisation that the screens speak of: the user's own, or one chosen in the tree.
  public var scope: OrganizationIdentifier?
  /// What the last verification found; nil before there was one.
  public internal(set) var health: LedgerHealth?

  /// A context.
  public init(
    archive: Archive?, session: Session, drafts: [DraftSummary], scope: OrganizationIdentifier?
  ) {
    self.archive = archive
    self.session = session
    allDrafts = drafts
    self.scope = scope
  }

  /// The drafts of whoever works here: what somebody else began at the same machine is not shown,
  /// and waits for that one.
  public var drafts: [DraftSummary] {
    let own = session.identity?.person.description
    return allDrafts.filter { $0.author.isEmpty || $0.author == own }
  }

  /// A phrase in the session's language.
  public func say(_ phrase: Phrase) -> String { phrase(session.language) }

  /// The organisation of the scope as it stands today.
  public var scopeOrganization: Organization? {
    scope.flatMap { archive?.ledger.organization($0, on: session.today) }
  }

  /// The day from which people and groups entered now belong to an organisation: today, or, while
  /// a new ledger is being set up and nothing has been recorded, the day from which it is kept.
  func firstDay(of organization: OrganizationIdentifier) -> Day {
    guard let ledger = archive?.ledger, ledger.activities(of: organization).isEmpty else {
      return session.today
    }
    return ledger.organizations[organization]?.first?.since ?? session.today
  }

  /// Why nothing at all can be written; nil when something can.
  public var readOnlyReason: Phrase? {
    guard let archive else { return .noStoreOpen }
    return archive.access.isWritable ? nil : .storeNotWritable
  }

  /// Why nothing can be written to an organisation; nil when something can.
  public func readOnlyReason(for organization: OrganizationIdentifier?) -> Phrase? {
    if let reason = readOnlyReason { return reason }
    guard let archive, let organization else { return nil }
    return archive.access.mayWrite(to: organization.text)
      ? nil : .organizationNotWritable(name(organization))
  }
}

/// A form that was begun and not saved.
public struct DraftSummary: Hashable, Sendable {
  /// Its name in the box of drafts.
  public var name: String
  /// What it will be, `支部党员大会 2026-11-18`.
  public var title: String
  /// When it was last saved.
  public var saved: Moment
  /// The form as kept (see `FormScreen.init(resuming:)`).
  public let bytes: [UInt8]
  /// Who began it, as records name people; empty when nobody had said who works here.
  public let author: String

  /// What an activity is about, to tell two of one kind apart; empty for other forms, whose titles
  /// say it.
  public let subject: String

  /// A draft as listed.
  public init(name: String, title: String, saved: Moment, bytes: [UInt8]) {
    self.name = name
    self.title = title
    self.saved = saved
    self.bytes = bytes
    author = DraftText.author(of: bytes)
    switch DraftText.request(of: bytes) {
    case .newActivity, .changeActivity: subject = DraftText.subject(of: bytes)
    default: subject = ""
    }
  }
}

extension DraftSummary {
  /// What it will be and what it is about, as lists show it.
  var line: String { subject.isEmpty ? title : "\(title) \(subject)" }

  /// Whether it was begun as a new activity of that kind and organisation.
  func isOf(_ request: FormRequest) -> Bool {
    guard case .newActivity = request else { return false }
    return DraftText.request(of: bytes) == request
  }
}
