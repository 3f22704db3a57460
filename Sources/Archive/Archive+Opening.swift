import OrganizationLife
import RecordLog

extension Archive {
  /// Reads a whole store.
  public static func open(_ store: Store) throws(ArchiveError) -> Archive {
    do throws(StoreError) {
      // The log is most of it, and spread over the processors; what stands beside it is not.
      let (reading, surroundings) = Parallel.both {
        Result { () throws(StoreError) in try store.readWithUnreadable() }
      } _: {
        Result { () throws(StoreError) in try Surroundings(of: store) }
      }
      return Archive(store: store, reading: try reading.get(), in: try surroundings.get())
    } catch {
      throw .store(error)
    }
  }

  /// The archive of log files that were read already, all of the store's.
  public static func open(_ store: Store, reading files: [LogFile]) throws(ArchiveError) -> Archive
  {
    do throws(StoreError) {
      return Archive(
        store: store, reading: StoreReading(files: files, unreadable: try store.unreadable()),
        in: try Surroundings(of: store))
    } catch {
      throw .store(error)
    }
  }

  /// Reads only which organisations there are, and the catalogue.
  public static func openOrganizations(of store: Store) throws(ArchiveError) -> Archive {
    do throws(StoreError) {
      return Archive(
        store: store,
        readingOnly: StoreReading(
          files: try store.read { $1 == "organization" }, unreadable: try store.unreadable()),
        in: try Surroundings(of: store))
    } catch {
      throw .store(error)
    }
  }
}

/// Opens parts of a store, for showing something at once while the whole is read. What lies
/// elsewhere is missing in them, so they have no notices; what could not be read of them is said.
public struct PartialOpening: Sendable {
  private let store: Store

  /// Reads nothing yet.
  public init(of store: Store) { self.store = store }

  /// An organisation as it stood on a day, from its own folder.
  public func organization(
    _ id: OrganizationIdentifier, on day: Day
  ) throws(ArchiveError) -> Organization? {
    do throws(StoreError) {
      return ledger(of: try organizationFiles(of: id).files).organization(id, on: day)
    } catch {
      throw .store(error)
    }
  }

  /// What an organisation is, from its own folder, and the catalogue: for a first screen without
  /// numbers.
  public func folder(of organization: OrganizationIdentifier) throws(ArchiveError) -> Archive {
    try archive { () throws(StoreError) in try organizationFiles(of: organization) }
  }

  /// The records of an organisation and of what is below it, the organisations above it, and the
  /// catalogue: what its first screen needs.
  public func branch(
    _ organization: OrganizationIdentifier, on day: Day
  ) throws(ArchiveError) -> Archive {
    try archive { () throws(StoreError) in try files(of: organization, on: day) }
  }

  private func archive(
    of files: @escaping @Sendable () throws(StoreError) -> StoreReading
  ) throws(ArchiveError) -> Archive {
    do throws(StoreError) {
      let store = store
      let (read, surroundings) = Parallel.both {
        Result { () throws(StoreError) in try files() }
      } _: {
        Result { () throws(StoreError) in try Surroundings(of: store) }
      }
      return Archive(store: store, readingOnly: try read.get(), in: try surroundings.get())
    } catch {
      throw .store(error)
    }
  }

  private func files(
    of organization: OrganizationIdentifier, on day: Day
  ) throws(StoreError) -> StoreReading {
    var reading = try organizationFiles(of: organization)
    var known: Set<OrganizationIdentifier> = [organization]
    // Upwards each names the next; downwards those are looked for that name it.
    var above = parents(in: reading.files)
    while let next = above.popFirst() {
      guard known.insert(next).inserted else { continue }
      let found = try organizationFiles(of: next)
      reading.add(found)
      above.formUnion(parents(in: found.files))
    }
    var waiting: Set = [organization]
    while let next = waiting.popFirst() {
      let children = try store.searchWithUnreadable(for: "Parent: \(next.text)") {
        $1 == "organization"
      }
      // Of what cannot be read nobody knows whether it stands below.
      reading.add(StoreReading(files: [], unreadable: children.unreadable))
      for child in Set(children.hits.compactMap(\.organization)) {
        guard let id = OrganizationIdentifier(child), known.insert(id).inserted else { continue }
        let found = try organizationFiles(of: id)
        reading.add(found)
        // Nothing stands below a group.
        if ledger(of: found.files).organizations[id]?.last?.level != .group { waiting.insert(id) }
      }
    }
    for place in ledger(of: reading.files).descendants(of: organization, on: day) {
      var found = try store.readWithUnreadable(organization: place.id.text)
      found.files.removeAll { $0.type == "organization" }
      reading.add(found)
    }
    return reading
  }

  private func organizationFiles(
    of organization: OrganizationIdentifier
  ) throws(StoreError) -> StoreReading {
    let files = try store.read(organization: organization.text)
    return StoreReading(files: files.filter { $0.type == "organization" }, unreadable: [])
  }

  private func parents(in files: [LogFile]) -> Set<OrganizationIdentifier> {
    Set(ledger(of: files).organizations.values.joined().compactMap(\.parent))
  }

  private func ledger(of files: [LogFile]) -> Ledger {
    var builder = LedgerBuilder(Replay(files))
    return builder.run()
  }
}

extension StoreReading {
  /// Adds what another reading gave; what neither could read is said once.
  fileprivate mutating func add(_ other: StoreReading) {
    files += other.files
    unreadable += other.unreadable.filter { !unreadable.contains($0) }
  }
}
