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
      let listing = try list()
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
          guard !error.isMissing, !name.isRestricted else { continue }
          let code = error.code == ENXIO ? EINVAL : error.code
          reading.unreadable.append(
            Finding(file: name.path, line: 0, kind: .unreadable(code: code)))
        }
      }
      reading.unreadable.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
      return reading
    } catch {
      throw StoreError(error)
    }
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
      let organizations = try organizations()
      let store = self
      let parts = Parallel.map(count: organizations.count) { index in
        Result<[Finding], DiskFailure> { () throws(DiskFailure) in
          try store.unreadable(in: organizations[index])
        }
      }
      var findings: [Finding] = []
      for part in parts { findings += try part.get() }
      return findings
    } catch {
      throw StoreError(error)
    }
  }

  private func unreadable(in organization: String) throws(DiskFailure) -> [Finding] {
    var findings: [Finding] = []
    let folder = "organizations/\(organization)"
    if let code = disk.refusal(of: R_OK | X_OK, to: folder, in: root) {
      findings.append(Finding(file: folder, line: 0, kind: .unreadable(code: code)))
    }
    for name in try logFileNames(of: organization) where !name.isRestricted {
      if let code = cannotRead(name.path) {
        findings.append(Finding(file: name.path, line: 0, kind: .unreadable(code: code)))
      }
    }
    return findings
  }

  /// Why a log file cannot be read; nil when it can, or is gone.
  private func cannotRead(_ path: String) -> Int32? {
    do throws(DiskFailure) {
      switch try disk.status(of: path, in: root).kind {
      case .file: return disk.refusal(of: R_OK, to: path, in: root)
      case .link: return ELOOP
      case .folder, .other: return EINVAL
      }
    } catch {
      return error.isMissing ? nil : error.code
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

  func organizations() throws(DiskFailure) -> [String] {
    try listedIfAny("organizations").compactMap { name in
      guard name.hasSuffix("/") else { return nil }
      let organization = String(name.dropLast())
      return Names.isOrganization(organization) ? organization : nil
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

  /// The names of all log files, and the folders of organisations that cannot be listed.
  private func list() throws(DiskFailure) -> (names: [LogFileName], unreadable: [Finding]) {
    let organizations = try organizations()
    let store = self
    let lists = Parallel.map(count: organizations.count) { index in
      Result<FolderListing, DiskFailure> { () throws(DiskFailure) in
        try store.listing(of: organizations[index], isListed: true)
      }
    }
    var names: [LogFileName] = []
    var unreadable: [Finding] = []
    for list in lists {
      let list = try list.get()
      names += list.names
      if let finding = list.unreadable { unreadable.append(finding) }
    }
    return (names, unreadable)
  }

  /// What the folder of an organisation lists.
  private struct FolderListing: Sendable {
    var names: [LogFileName] = []
    var unreadable: Finding?
  }

  /// The names of an organisation's log files, sorted by path: in the order in which the disk
  /// lists a folder, `restricted/` standing for what it holds.
  func logFileNames(of organization: String) throws(DiskFailure) -> [LogFileName] {
    try listing(of: organization, isListed: false).names
  }

  private func listing(
    of organization: String, isListed: Bool
  ) throws(DiskFailure) -> FolderListing {
    let folder = "organizations/\(organization)"
    var found = FolderListing()
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
        }
      }
    } catch {
      // It is gone meanwhile, or not this user's to read.
      guard error.isMissing || error.isForbidden else { throw error }
      if error.isForbidden {
        found.unreadable = Finding(file: folder, line: 0, kind: .unreadable(code: error.code))
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

/// What reading a whole store gives.
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
}
