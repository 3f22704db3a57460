import Glibc

extension Store {
  /// Every log file, sorted by path. Folders and files this user may not read are left out.
  /// Nothing is modified or completed; readers wait for nobody.
  ///
  /// Throws `StoreError.unreadable` when the disk fails.
  public func read() throws(StoreError) -> [LogFile] { try mapFiles { $0 } }

  /// The same, and what was left out though everybody who may read the store should be able to read
  /// it: what is in `restricted/` is not among it.
  public func readWithUnreadable() throws(StoreError) -> StoreReading {
    do throws(DiskFailure) {
      return try read(list())
    } catch {
      throw StoreError(error)
    }
  }

  /// The log files of one organisation, sorted by path, and what was left out of them.
  public func readWithUnreadable(organization: String) throws(StoreError) -> StoreReading {
    guard Names.isOrganization(organization) else { throw .badPath(organization) }
    do throws(DiskFailure) {
      return try read(listing(of: organization, isListed: false))
    } catch {
      throw StoreError(error)
    }
  }

  private func read(_ listing: Listing) throws(DiskFailure) -> StoreReading {
    let (store, names) = (self, listing.names)
    let results = Parallel.map(count: names.count) { index in
      Result<LogFile, DiskFailure> { () throws(DiskFailure) in
        try store.readListed(names[index])
      }
    }
    var reading = StoreReading(files: [], unreadable: listing.unreadable)
    reading.files.reserveCapacity(names.count)
    for (name, result) in zip(names, results) {
      switch result {
      case .success(let file): reading.files.append(file)
      case .failure(let error):
        guard error.isPassedOver else { throw error }
        if let finding = error.finding(leavingOut: name) { reading.unreadable.append(finding) }
      }
    }
    reading.unreadable.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    return reading
  }

  /// The log files whose organisation and type are wanted, sorted by path.
  public func read(
    where isWanted: (_ organization: String, _ type: String) -> Bool
  ) throws(StoreError) -> [LogFile] {
    try mapFiles(where: isWanted) { $0 }
  }

  /// The log files of one organisation, sorted by path.
  public func read(organization: String) throws(StoreError) -> [LogFile] {
    guard Names.isOrganization(organization) else { throw .badPath(organization) }
    do throws(DiskFailure) {
      return try mapFiles(named: logFileNames(of: organization)) { $0 }
    } catch {
      throw StoreError(error)
    }
  }

  /// Reads log files on all processors and gives what `transform` makes of each, sorted by path.
  /// A file is in memory only as long as `transform`, or what it gives, holds it: this is how to go
  /// through a store that is larger than the memory to spare.
  ///
  /// - Parameters:
  ///   - isWanted: which organisations and types; all unless it says otherwise.
  ///   - transform: called once for each file, on any thread.
  ///
  /// Files are left out, and errors thrown, as by `read()`.
  public func mapFiles<Result: Sendable>(
    where isWanted: (_ organization: String, _ type: String) -> Bool = { _, _ in true },
    _ transform: @escaping @Sendable (LogFile) -> Result
  ) throws(StoreError) -> [Result] {
    do throws(DiskFailure) {
      return try mapFiles(
        named: logFileNames().filter { isWanted($0.organization, $0.type) }, transform)
    } catch {
      throw StoreError(error)
    }
  }

  /// The folders and files that `read()` leaves out though everybody who may read the store should
  /// be able to read them: what is in `restricted/` is not among them. By path.
  public func unreadable() throws(StoreError) -> [Finding] {
    do throws(DiskFailure) {
      let listing = try list()
      let (store, names) = (self, listing.names.filter { !$0.isRestricted })
      let found = Parallel.map(count: names.count) { index in store.cannotRead(names[index]) }
      return (listing.unreadable + found.compactMap(\.self))
        .sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    } catch {
      throw StoreError(error)
    }
  }

  /// Why a log file cannot be read; nil when it can, or is gone.
  private func cannotRead(_ name: LogFileName) -> Finding? {
    do throws(DiskFailure) {
      let code: Int32? =
        switch try disk.status(of: name.path, in: root).kind {
        case .file: disk.refusal(of: R_OK, to: name.path, in: root)
        case .link: ELOOP
        case .folder, .other: EINVAL
        }
      return code.map { DiskFailure(call: .open, path: name.path, code: $0) }?
        .finding(leavingOut: name)
    } catch {
      return error.finding(leavingOut: name)
    }
  }

  /// The ids of all organisations that have a folder, sorted.
  public func organizationFolders() throws(StoreError) -> [String] {
    do throws(DiskFailure) {
      return try organizations()
    } catch {
      throw StoreError(error)
    }
  }

  func organizations() throws(DiskFailure) -> [String] { try folders().organizations }

  /// The ids of all organisations that have a folder, and where something else stands in the place
  /// of one.
  private func folders() throws(DiskFailure) -> (organizations: [String], misplaced: [Finding]) {
    var organizations: [String] = []
    var misplaced: [Finding] = []
    for name in try listedIfAny("organizations") {
      let organization = name.hasSuffix("/") ? String(name.dropLast()) : name
      guard Names.isOrganization(organization) else { continue }
      if name.hasSuffix("/") {
        organizations.append(organization)
      } else if let finding = inPlaceOfFolder("organizations/\(organization)") {
        misplaced.append(finding)
      }
    }
    return (organizations, misplaced)
  }

  /// What stands where the folder of an organisation should be; nil when it is gone.
  private func inPlaceOfFolder(_ path: String) -> Finding? {
    switch try? disk.status(of: path, in: root).kind {
    case .link: Finding(file: path, line: 0, kind: .link)
    case .file, .other: Finding(file: path, line: 0, kind: .notAFolder)
    case .folder, nil: nil
    }
  }

  /// A folder's names; none when it does not exist. Copies kept by git lack empty folders.
  func listedIfAny(_ folder: String) throws(DiskFailure) -> [String] {
    do throws(DiskFailure) {
      return try disk.names(in: folder, in: root)
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  func logFileNames() throws(DiskFailure) -> [LogFileName] { try list().names }

  /// The names of log files, and what cannot be listed or is no file.
  struct Listing: Sendable {
    var names: [LogFileName] = []
    var unreadable: [Finding] = []
  }

  /// What all organisations' folders list.
  func list() throws(DiskFailure) -> Listing {
    let (organizations, misplaced) = try folders()
    let store = self
    let lists = Parallel.map(count: organizations.count) { index in
      Result<Listing, DiskFailure> { () throws(DiskFailure) in
        try store.listing(of: organizations[index], isListed: true)
      }
    }
    var whole = Listing(unreadable: misplaced)
    for list in lists {
      let list = try list.get()
      whole.names += list.names
      whole.unreadable += list.unreadable
    }
    return whole
  }

  /// The names of an organisation's log files, sorted by path: in the order in which the disk
  /// lists a folder, `restricted/` standing for what it holds.
  func logFileNames(of organization: String) throws(DiskFailure) -> [LogFileName] {
    try listing(of: organization, isListed: false).names
  }

  private func listing(
    of organization: String, isListed: Bool
  ) throws(DiskFailure) -> Listing {
    let folder = "organizations/\(organization)"
    var found = Listing()
    do throws(DiskFailure) {
      let entries =
        isListed
        ? try disk.listedNames(in: folder, in: root) : try disk.names(in: folder, in: root)
      for entry in entries {
        if entry == "restricted/" {
          found.names += try restrictedNames(in: "\(folder)/restricted").compactMap {
            LogFileName($0, organization: organization, isRestricted: true)
          }
        } else if let name = LogFileName(entry, organization: organization, isRestricted: false) {
          found.names.append(name)
        } else if entry.hasSuffix("/"),
          let name = LogFileName(
            String(entry.dropLast()), organization: organization, isRestricted: false)
        {
          let kind = Finding.Kind.unreadable(code: EISDIR)
          found.unreadable.append(Finding(file: name.path, line: 0, kind: kind))
        }
      }
    } catch {
      // It is gone meanwhile, not this user's to read, or no folder.
      if error.isMissing { return found }
      if error.isForbidden {
        let kind = Finding.Kind.unreadable(code: error.code)
        found.unreadable.append(Finding(file: folder, line: 0, kind: kind))
      } else if let finding = inPlaceOfFolder(folder) {
        found.unreadable.append(finding)
      } else {
        throw error
      }
    }
    return found
  }

  /// The names in a `restricted/`; none when it is gone or not this user's to read.
  private func restrictedNames(in folder: String) throws(DiskFailure) -> [String] {
    do throws(DiskFailure) {
      return try disk.listedNames(in: folder, in: root)
    } catch {
      if error.isMissing || error.isForbidden { return [] }
      throw error
    }
  }

  private func mapFiles<Element: Sendable>(
    named names: [LogFileName], _ transform: @escaping @Sendable (LogFile) -> Element
  ) throws(DiskFailure) -> [Element] {
    let store = self
    let results = Parallel.map(count: names.count) { index in
      Result<Element?, DiskFailure> { () throws(DiskFailure) in
        try store.logFile(names[index]).map(transform)
      }
    }
    var elements: [Element] = []
    elements.reserveCapacity(results.count)
    for result in results {
      if let element = try result.get() { elements.append(element) }
    }
    return elements
  }

  /// Nil when the file is gone, not this user's to read, or no regular file.
  private func logFile(_ name: LogFileName) throws(DiskFailure) -> LogFile? {
    do throws(DiskFailure) {
      return try readListed(name)
    } catch {
      if error.isPassedOver { return nil }
      throw error
    }
  }

  private func readListed(_ name: LogFileName) throws(DiskFailure) -> LogFile {
    let (bytes, modified) = try disk.listedContents(name.path, in: root)
    return LogFile(name: name, bytes: bytes, modified: modified)
  }
}

/// What reading log files gives, of a whole store or of a part.
public struct StoreReading: Sendable {
  /// Every log file that was read, sorted by path.
  public var files: [LogFile]
  /// What could not be read, by path.
  public var unreadable: [Finding]

  /// What was read, and what was not.
  public init(files: [LogFile], unreadable: [Finding]) {
    self.files = files
    self.unreadable = unreadable
  }
}

extension DiskFailure {
  /// Whether readers do without the file: it is gone, not this user's to read, or no regular file.
  var isPassedOver: Bool {
    isMissing || isForbidden || code == ELOOP || code == EINVAL || code == ENXIO
  }

  /// What is said of a log file that readers do without; nil when nothing is: it is gone, or not
  /// everybody's to read.
  func finding(leavingOut name: LogFileName) -> Finding? {
    guard !isMissing, !name.isRestricted else { return nil }
    let kind: Finding.Kind =
      switch code {
      case ELOOP: .link
      case EINVAL, ENXIO: .notAFile
      default: .unreadable(code: code)
      }
    return Finding(file: name.path, line: 0, kind: kind)
  }
}
