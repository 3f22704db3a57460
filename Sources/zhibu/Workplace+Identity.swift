import Archive
import Interface
import OrganizationLife
import RecordLog
import Wording

extension Workplace {
  /// Who writes: `--as`, else the configuration, else the login name with a word of how to change
  /// that; writing is never refused for want of an answer.
  ///
  /// - Parameters:
  ///   - archive: whose members are known; nil before there is a store.
  ///   - records: what is about to be added; it may introduce the writer.
  func identity(
    in archive: Archive?, adding records: [PlainRecord] = []
  ) throws(Failure) -> Identity {
    if let text = options.identity { return try identity(named: text, in: archive, records) }
    let said = settings.identity(saidIn: path.directory)
    if let identity = said ?? settings.identity {
      let isAtWork = archive.map { archive in
        identity.isAtWork(
          in: archive.ledger, on: clock(for: archive.store).today(), isSaidThere: said != nil)
      }
      if isAtWork == false { note(.writerNotOnRoll(identity.person.description)) }
      return identity
    }
    let identity = settings.fallbackIdentity
    note(
      .writingAs(
        identity.person.description, config: "\(settings.configDirectory)/config.rec"))
    return identity
  }

  /// `ID`, `ID(姓名)` or `ID(姓名)/writer`.
  private func identity(
    named text: String, in archive: Archive?, _ records: [PlainRecord]
  ) throws(Failure) -> Identity {
    var personText = text
    let usual = settings.identity(saidIn: path.directory) ?? settings.identity
    var writer = usual?.writer ?? Settings.writerText(settings.login)
    if let slash = text.lastIndex(of: "/"), !text[slash...].contains(")") {
      writer = String(text[text.index(after: slash)...])
      personText = String(text[..<slash])
      guard Names.isWriter(writer) else { throw .badUse(.badWriter(writer)) }
    }
    let given = Person(personText)
    guard let id = given.id else { throw .badUse(.notAnIdentity(text)) }
    let stored = archive?.ledger.members[id]?.map(\.name) ?? []
    let added = records.filter { $0.type == "member" && $0.first("Member") == id.text }
      .compactMap { $0.first("Name") }
    let known = stored + added
    if given.name.isEmpty {
      guard let name = known.last else { throw .badUse(.unknownWriterPerson(id.text)) }
      return identity(Person(id: id, name: name), writer, in: archive)
    }
    if let last = known.last, !known.contains(given.name) {
      throw .badUse(.otherName(id: id.text, given: given.name, known: last))
    }
    if known.isEmpty, archive?.ledger.members.isEmpty == false {
      note(.writerNotOnRoll(given.description))
    }
    return identity(given, writer, in: archive)
  }

  /// Post and organisation as configured for that person, else those that the records give: an
  /// office in a branch before one above it, else the branch whose member the person is.
  private func identity(_ person: Person, _ writer: String, in archive: Archive?) -> Identity {
    let kept = [settings.identity(saidIn: path.directory), settings.identity]
    if let own = kept.compactMap(\.self).first(where: { $0.person.id == person.id }) {
      return Identity(
        person: person, post: own.post, writer: writer, organization: own.organization)
    }
    guard let archive, let id = person.id else {
      return Identity(person: person, post: "", writer: writer, organization: nil)
    }
    let today = clock(for: archive.store).today()
    let offices = archive.ledger.organizations(on: today)
      .filter { $0.level != .group && $0.officers.contains { $0.person.id == id } }
    let office = offices.first { $0.level.isBranch } ?? offices.first
    return Identity(
      person: person, post: office?.officers.first { $0.person.id == id }?.post ?? "",
      writer: writer,
      organization: office?.id ?? archive.ledger.member(id, on: today)?.organization)
  }

  /// An identity as the log wants it.
  func author(_ identity: Identity) throws(Failure) -> Author {
    guard let author = identity.author else {
      throw .badUse(AppendError.badAuthor(identity.person.description).phrase)
    }
    return author
  }
}
