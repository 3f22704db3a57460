import Archive
import ArgumentParser
import Documents
import OrganizationLife
import RecordLog
import Wording

/// `zhibu search`: the records that hold what is looked for, as the interface finds them.
struct SearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "search", abstract: Speech.say(.helpSearch))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Speech.say(.helpSearchText), valueName: "text"))
  var text: [String] = []

  @Option(help: ArgumentHelp(Speech.say(.helpOrganization), valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp(Speech.say(.helpSearchKind), valueName: "kind"))
  var kind: String?

  @Option(help: ArgumentHelp(Speech.say(.helpSince), valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp(Speech.say(.helpUntil), valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp(Speech.say(.helpSearchLimit), valueName: "number"))
  var limit = 1_000

  func run() throws {
    let workplace = try Workplace(options)
    var query = SearchQuery(text.joined(separator: " "), kind: kind)
    guard !query.isEmpty else { throw Failure.badUse(.nothingToSearch) }
    guard limit >= 0 else { throw Failure.badUse(.badLimit(limit)) }
    if let since { query.since = try GlobalOptions.day(since) }
    if let until { query.until = try GlobalOptions.day(until) }
    if let since = query.since, let until = query.until, since > until {
      throw Failure.badUse(.sinceAfterUntil(since, until))
    }
    do {
      let (search, archive) = try open(workplace)
      query.organizations = try organizations(in: archive)
      let answer = try answer(of: search, to: query)
      if answer.count > answer.found.count {
        workplace.note(.moreFound(answer.count, listed: answer.found.count))
      }
      try workplace.write(Table(of: answer.found), type: "found")
    } catch let error as StoreError {
      throw Failure(error)
    }
  }

  private func answer(of search: Search, to query: SearchQuery) throws(StoreError) -> SearchAnswer {
    var search = search
    try search.look(for: query)
    try search.advance(by: .max)
    return try search.answer(limit: limit == 0 ? .max : limit)
  }

  /// A search in the whole of a small ledger, or in the index of a large one; the archive knows the
  /// organisations.
  private func open(_ workplace: Workplace) throws -> (Search, Archive) {
    let store = try workplace.openStore()
    guard try SearchIndex.bytes(of: store) > Search.mostBytesWithoutIndex else {
      let archive = try workplace.openArchive()
      return (Search(archive), archive)
    }
    let folder = workplace.settings.cacheDirectory
    var index = try SearchIndex.open(store, in: folder, making: 0)
    if index == nil {
      workplace.note(.makingSearchIndex)
      index = try SearchIndex.open(store, in: folder)
    }
    guard let index else {
      let archive = try workplace.openArchive()
      return (Search(archive), archive)
    }
    let archive = try Archive.openOrganizations(of: store)
    let unreadable = try store.unreadable().map(\.file)
    let faults = Set(index.damagedFiles + unreadable)
    if !faults.isEmpty { workplace.note(.answerFromFaults(faults.count)) }
    let hiding = archive.access.organizationsHidingRecords
    if !hiding.isEmpty { workplace.note(.answerWithoutRestricted(hiding)) }
    return (Search(index), archive)
  }

  private func organizations(in archive: Archive) throws(Failure) -> Set<String>? {
    guard let organization else { return nil }
    guard let id = OrganizationIdentifier(organization), archive.ledger.organizations[id] != nil
    else { throw .badUse(.organizationNotFound(organization)) }
    // What was dissolved since has its records all the same.
    return Set(archive.ledger.placesEver(under: [id]).map(\.text))
  }
}
