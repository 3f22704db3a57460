import Archive
import OrganizationLife
import Wording

extension ListContents {
  /// The tree, with what each still owes in its periods.
  static func organizations(
    under root: OrganizationIdentifier?, _ archive: Archive, in context: Context
  ) -> ListContents {
    let places = context.places(under: root)
    let sums = OrganizationSums(places, archive, on: context.session.today)
    let depths = OrganizationSums.depths(of: places)
    return ListContents(
      title: context.title(.titleOrganizations, of: root),
      columns: [
        ListColumn(title: .headingName, minimum: 16, isElastic: true),
        ListColumn(title: .headingLevel, rank: 2),
        ListColumn(title: .headingSecretary),
        ListColumn(title: .headingMembers, alignment: .trailing),
        ListColumn(title: .headingDue),
      ],
      rows: places.map { place in
        let indent = String(repeating: "  ", count: depths[place.id] ?? 0)
        return ListRow(
          id: place.id.text,
          cells: [
            ListCell(indent + place.name), ListCell(context.say(.word(place.level)), .dim),
            ListCell(place.secretary.map(context.name) ?? ""),
            ListCell(number: sums.members[place.id] ?? 0),
            missingCell(sums.missing[place.id], isOfSeveral: true, in: context),
          ],
          destination: .page(.organization(place.id)),
          change: .form(.changeOrganization(place.id)),
          names: [place.name, place.secretary.map(context.name) ?? ""], texts: [place.id.text])
      },
      empty: .noOrganizations, scopes: [.organization])
  }

  /// 欠N项 or 已开齐; nothing where nothing is owed. Where no day stands beside it, that it is of the
  /// periods that run.
  static func missingCell(
    _ missing: Int?, isOfSeveral: Bool = false, in context: Context
  ) -> ListCell {
    guard let missing else { return ListCell("-", .dim, order: -1) }
    if missing == 0 { return ListCell(context.say(.complete), .good, order: 0) }
    let phrase = isOfSeveral ? Phrase.missingNow(missing) : .missing(missing)
    return ListCell(context.say(phrase), .bad, order: missing)
  }

  /// The people of a branch or group, or of all branches below an organisation.
  static func members(
    of id: OrganizationIdentifier, _ archive: Archive, in context: Context
  ) -> ListContents {
    let today = context.session.today
    let ledger = archive.ledger
    let places = context.places(under: id)
    let isSingle = places.first.map { $0.level.isBranch || $0.level == .group } ?? true
    let branches = isSingle ? [id] : places.filter { $0.level != .group }.map(\.id)
    let people = branches.flatMap { branch in
      ledger.roll(of: branch, on: today).sorted { a, b in
        switch (a.group, b.group) {
        case (let x?, let y?) where x != y: x < y
        case (.some, nil): true
        case (nil, .some): false
        default: a.id < b.id
        }
      }
    }
    let ids = people.map(\.id)
    let reviews = ledger.memberReviews(through: today)
    let attendance = YearAttendance(of: places.map(\.id), archive, on: today)
    let posts = places.reduce(into: [MemberIdentifier: [String]]()) { posts, place in
      for officer in place.officers {
        if let id = officer.person.id { posts[id, default: []].append(officer.post) }
      }
    }
    let makeUps = ledger.openMakeUps(of: id, on: today, catalog: archive.catalog)
      .reduce(into: [MemberIdentifier: Int]()) { counts, line in
        if let id = line.person.id { counts[id, default: 0] += 1 }
      }
    return ListContents(
      title: context.title(.menuMembers, of: id),
      columns: [
        ListColumn(title: .headingPerson, minimum: 6),
        ListColumn(
          title: isSingle ? .headingGroup : .headingBranch, minimum: 8, maximum: 24, rank: 3,
          isElastic: true),
        ListColumn(title: .headingStatus),
        ListColumn(title: .headingPost, minimum: 6, maximum: 24, rank: 4, isElastic: true),
        ListColumn(title: .headingYearAttendance, alignment: .trailing, rank: 2),
        ListColumn(title: .headingMakeUps, alignment: .trailing),
        ListColumn(title: .headingReview, minimum: 12, rank: 1, isElastic: true),
      ],
      rows: people.map { member in
        let place = isSingle ? member.group : member.organization
        let (came, expected) = attendance[member.id]
        return ListRow(
          id: member.id.text,
          cells: [
            ListCell(member.name), ListCell(place.map(context.name) ?? ""),
            ListCell(
              context.say(.word(member.status)), member.status.isMember ? .normal : .dim),
            ListCell(context.list(posts[member.id] ?? member.posts)),
            ListCell(
              expected == 0 ? "-" : "\(came)/\(expected)",
              order: expected == 0 ? -1 : came * 1000 / expected),
            ListCell(number: makeUps[member.id] ?? 0, .warning, zero: ""),
            context.reviewCell(reviews[member.id]),
          ],
          destination: .page(.member(member.id, among: ids)),
          change: .form(.changeMember(member.id)), names: [member.name],
          texts: [member.id.text, member.job])
      },
      empty: .noMembers, scopes: [.members])
  }

  /// Officers first, then everyone else, to pick who I am. Of several offices of one person that
  /// in a branch, where records are kept, comes first.
  static func identities(_ archive: Archive, in context: Context) -> ListContents {
    let today = context.session.today
    var rows: [ListRow] = []
    var seen: Set<MemberIdentifier> = []
    func add(_ person: Person, post: String, _ organization: Organization) {
      let identity = Identity(
        person: person, post: post, writer: context.writer(for: person),
        organization: organization.id)
      rows.append(
        ListRow(
          id: "\(person) \(organization.id) \(post)",
          cells: [
            ListCell(context.name(person)), ListCell(post), ListCell(organization.name),
          ],
          destination: .identity(identity), names: [context.name(person), organization.name]))
      if let id = person.id { seen.insert(id) }
    }
    let places = archive.ledger.tree(on: today)
    let offices = places.filter { $0.level != .group }.flatMap { place in
      place.officers.map { (place: place, officer: $0) }
    }
    for office in offices {
      let person = office.officer.person
      if let id = person.id, seen.contains(id) { continue }
      let own = person.id == nil ? [office] : offices.filter { $0.officer.person.id == person.id }
      for (place, officer) in own.filter({ $0.place.level.isBranch })
        + own.filter({ !$0.place.level.isBranch })
      {
        add(officer.person, post: officer.post, place)
      }
    }
    // Who leads a group works for the branch.
    let leaders = places.filter { $0.level == .group }.flatMap(\.officers)
    for place in places where place.level.isBranch {
      for member in archive.ledger.partyMembers(of: place.id, on: today)
      where !seen.contains(member.id) {
        let post = leaders.first { $0.person.id == member.id }?.post
        add(member.person, post: post ?? member.posts.first ?? "", place)
      }
    }
    if !rows.isEmpty {
      rows.append(
        ListRow(
          id: "other", cells: [ListCell(context.say(.notOnTheRoster))],
          destination: .form(.identity), isAlwaysSeen: true))
    }
    return ListContents(
      title: context.say(.titleIdentities),
      columns: [
        ListColumn(title: .headingPerson, minimum: 6),
        ListColumn(title: .headingPost, minimum: 8, isElastic: true),
        ListColumn(title: .headingOrganization, minimum: 12, isElastic: true),
      ],
      rows: rows, empty: .noIdentities)
  }
}

extension Context {
  /// The writer name proposed for a person: the login where it is one, else the member's id.
  func writer(for person: Person) -> String {
    for text in [session.login, person.id?.text ?? ""] {
      let letters = text.lowercased().utf8.filter {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      let name = String(decoding: letters.prefix(16), as: UTF8.self)
      if let first = name.first, first.isLetter, name.count >= 2 { return name }
    }
    return "writer"
  }
}
