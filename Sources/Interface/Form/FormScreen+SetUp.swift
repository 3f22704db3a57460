import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  // MARK: Opening

  /// The forms that come before a store is open.
  mutating func openSetUp(in context: Context) -> Bool {
    let session = context.session
    derive(in: context)
    let writer = FieldSpec(
      "Writer", .line, isRequired: true, columns: 16, hint: .hintWriter, startsRow: true)
    switch request {
    case .newStore:
      type = "store"
      var level = FieldSpec(field: "Level", of: "organization")
      level.startsRow = false
      var name = FieldSpec(field: "Name", of: "organization")
      name.columns = 24
      name.label = .firstOrganization
      name.startsRow = true
      var id = FieldSpec(field: "Organization", of: "organization")
      id.columns = 12
      id.hint = .hintOrganizationID
      var since = FieldSpec(field: "Since", of: "organization")
      since.startsRow = true
      since.hint = .hintLedgerSince
      page = FormPage([
        FieldSpec("Directory", .line, isRequired: true, columns: 44),
        FieldSpec(
          "UnitName", .line, isRequired: true, columns: 30, hint: .hintUnit, startsRow: true),
        name, id, level, since,
        FieldSpec(
          "YourName", .line, isRequired: true, columns: 10, hint: .hintYourName, startsRow: true),
        FieldSpec(
          "YourPost", .choice(FormScreen.posts, isMultiple: false, allowsOther: true),
          isRequired: true, columns: 12),
        writer,
      ])
      page.setText("Directory", session.proposedDirectory)
      page.setText("Organization", "Q1")
      page.setText("Level", OrganizationLevel.branch.rawValue)
      page.setText("Since", "\(session.today.year)-01-01")
      page.setText("YourPost", "书记")
    case .openStore:
      type = "store"
      page = FormPage([
        FieldSpec("Directory", .line, isRequired: true, columns: 50, hint: .hintDirectory)
      ])
      page.setText("Directory", session.proposedDirectory)
    default:
      type = "identity"
      // Where there is a roster, whoever is not on it says for which organisation she works.
      let hasRoster = context.archive?.ledger.members.isEmpty == false
      let place = FieldSpec(
        "Organization", .organization, isRequired: true, columns: 24, startsRow: true)
      page = FormPage(
        [
          FieldSpec(
            "YourName", .people(isMultiple: false, allowsGuests: true), isRequired: true,
            columns: 12, hint: .hintIdentity),
          FieldSpec(
            "YourPost", .choice(FormScreen.posts, isMultiple: false, allowsOther: true),
            isRequired: true, columns: 16),
        ] + (hasRoster ? [place] : []) + [writer])
    }
    page.setText("Writer", FormScreen.proposedWriter(session))
    return true
  }

  private static let posts = [
    "书记", "副书记", "组织委员", "宣传委员", "纪检委员", "委员", "记录员", "组织员", "政治处",
  ]

  /// A writer name from the login: `[a-z][a-z0-9]{1,15}`.
  private static func proposedWriter(_ session: Session) -> String {
    if let writer = session.identity?.writer { return writer }
    let letters = session.login.lowercased().filter { character in
      character.isASCII && (character.isLetter || character.isNumber)
    }
    let writer = String(letters.drop { $0.isNumber }.prefix(16))
    return Names.isWriter(writer) ? writer : "writer"
  }

  /// Post and organisation are proposed from the person chosen.
  mutating func proposeFromPerson(in context: Context) {
    guard case .identity = request,
      let id = derived.input.persons(in: page.text("YourName")).first?.id
    else { return }
    let office = office(of: id, in: context)
    let place =
      office?.organization
      ?? context.archive?.ledger.member(id, on: context.session.today)?.organization
    propose(office?.post ?? "", for: "YourPost")
    propose(
      place.map { derived.input.text(of: [$0.text], .organization) } ?? "", for: "Organization")
  }

  private func office(
    of id: MemberIdentifier, in context: Context
  ) -> (organization: OrganizationIdentifier, post: String)? {
    guard let ledger = context.archive?.ledger else { return nil }
    for organization in ledger.organizations(on: context.session.today) {
      if let officer = organization.officers.first(where: { $0.person.id == id }) {
        return (organization.id, officer.post)
      }
    }
    return nil
  }

  // MARK: Done

  /// What the forms that write no record come to.
  mutating func finishSetUp(in context: Context) -> [Outcome] {
    let directory = page.text("Directory").trimmed
    switch request {
    case .openStore: return [.effect(.openStore(directory: directory))]
    case .newStore: return makeStore()
    default:
      let person = derived.input.persons(in: page.text("YourName")).first ?? Person("")
      let branch = person.id.flatMap {
        context.archive?.ledger.member($0, on: context.session.today)?.organization
      }
      let entered = derived.input.values(page.text("Organization"), .organization).first
        .flatMap { OrganizationIdentifier($0) }
      let organization =
        entered ?? person.id.flatMap { office(of: $0, in: context)?.organization } ?? branch
      return [
        .open(
          .identity(
            Identity(
              person: person, post: page.text("YourPost").trimmed,
              writer: page.text("Writer").trimmed, organization: organization)))
      ]
    }
  }

  private func makeStore() -> [Outcome] {
    guard let id = OrganizationIdentifier(page.text("Organization").trimmed),
      let level = OrganizationLevel(rawValue: page.text("Level").trimmed)
    else { return [] }
    let since = page.text("Since").trimmed
    let name = page.text("YourName").trimmed
    let post = page.text("YourPost").trimmed
    var fields = [
      Field("Organization", id.text), Field("Name", page.text("Name").trimmed),
      Field("Level", level.rawValue), Field("Since", since),
    ]
    var records: [NewRecord] = []
    var person = Person(name)
    if level.isBranch, let member = MemberIdentifier("\(id)M01") {
      person = Person(id: member, name: name)
      fields.append(Field("Officer", "\(person) \(post)"))
      records.append(
        NewRecord(
          type: "member", organization: id.text,
          fields: [
            Field("Member", member.text), Field("Name", name), Field("Organization", id.text),
            Field("Status", MemberStatus.full.rawValue), Field("Since", since),
          ]))
    }
    records.insert(NewRecord(type: "organization", organization: id.text, fields: fields), at: 0)
    let identity = Identity(
      person: person, post: post, writer: page.text("Writer").trimmed, organization: id)
    return [
      .effect(
        .createStore(
          directory: page.text("Directory").trimmed, unit: page.text("UnitName").trimmed,
          first: records, identity: identity))
    ]
  }

  /// Faults of what no gate checks.
  func setUpFaults() -> [PlacedFault] {
    var found: [PlacedFault] = []
    let writer = page.text("Writer").trimmed
    if page.index(of: "Writer") != nil, !writer.isEmpty, !Names.isWriter(writer) {
      found.append(PlacedFault(field: "Writer", phrase: .notAWriter(writer)))
    }
    let id = page.text("Organization").trimmed
    if type == "store", !id.isEmpty, !Names.isOrganization(id) {
      found.append(PlacedFault(field: "Organization", phrase: .notAnOrganizationID(id)))
    }
    return found
  }
}
