import Glibc

/// Goes through the folders of a store: what does not belong there, and which log files there are.
struct Belonging {
  let store: Store
  private(set) var findings: [Finding] = []
  /// Sorted by path.
  private(set) var logFiles: [LogFileName] = []
  /// The 64 hex digits of the attachments that the records of a folder may name, by its path: those
  /// in its `files/`, and for `restricted/` those of the organisation too. A folder whose attachments
  /// this user may not list is not in it.
  private(set) var attachments: [String: Set<String>] = [:]

  init(store: Store) { self.store = store }

  /// Looks at everything; a folder that cannot be listed is reported and passed over. Of what is
  /// named like a log file only opening it shows whether it is a file.
  ///
  /// Throws when the store's own folder cannot be listed.
  mutating func inspect() throws(DiskFailure) {
    for name in try store.disk.names(in: "", in: store.root) {
      switch name {
      case Manifest.path, ".git/", ".git", ".gitattributes", ".gitignore": continue
      case "catalog/", "schema/": inspectPlain(String(name.dropLast()))
      case "pending/": inspectPending()
      case "organizations/": inspectOrganizations()
      default: misplaced(name)
      }
    }
  }

  private mutating func add(_ kind: Finding.Kind, _ path: String) {
    findings.append(Finding(file: path, line: 0, kind: kind))
  }

  /// The names in a folder; none, and a finding, when it cannot be listed.
  private mutating func names(in folder: String) -> [String]? {
    do throws(DiskFailure) {
      return try store.disk.names(in: folder, in: store.root)
    } catch {
      if !error.isMissing { add(.unreadable(code: error.code), folder) }
      return nil
    }
  }

  /// Reports something that does not belong, as what it is.
  private mutating func misplaced(_ path: String) {
    if let kind = oddity(path) {
      add(kind, path)
    } else if path.split(separator: "/").last.map(Self.isTemporary) ?? false {
      add(.leftover, path)
    } else {
      add(.foreignFile, path)
    }
  }

  /// What stands under a name when it is neither file nor folder.
  func oddity(_ path: String) -> Finding.Kind? {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    switch try? store.disk.status(of: path, in: store.root).kind {
    case .link: return .link
    case .other: return .notAFile
    case .file, .folder, nil: return nil
    }
  }

  /// Whether a name is one under which a whole file is written before it gets its own.
  private static func isTemporary(_ name: Substring) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp")
  }

  // MARK: Folders

  private mutating func inspectOrganizations() {
    var organizations: [String] = []
    for name in names(in: "organizations") ?? [] {
      let organization = String(name.dropLast())
      if name.hasSuffix("/"), Names.isOrganization(organization) {
        organizations.append(organization)
      } else if Names.isOrganization(name), oddity("organizations/\(name)") != .link {
        add(.notAFolder, "organizations/\(name)")
      } else {
        misplaced("organizations/\(name)")
      }
    }
    let (store, found) = (store, organizations)
    let parts = Parallel.map(count: found.count) { index in
      var part = Belonging(store: store)
      part.inspectFolder(
        "organizations/\(found[index])", of: found[index], isRestricted: false)
      return part
    }
    for part in parts {
      findings += part.findings
      logFiles += part.logFiles
      attachments.merge(part.attachments) { _, new in new }
    }
  }

  /// `above` are the attachments of the folder that this one, `restricted/`, lies in; nil when they
  /// could not be listed.
  private mutating func inspectFolder(
    _ folder: String, of organization: String, isRestricted: Bool, above: Set<String>? = []
  ) {
    guard let names = names(in: folder) else { return }
    var present = above
    if names.contains("files/"), let found = inspectAttachments("\(folder)/files") {
      present?.formUnion(found)
    } else if names.contains("files/") {
      present = nil
    }
    attachments[folder] = present
    for name in names {
      let path = "\(folder)/\(name)"
      switch name {
      case "files/": continue
      case ".lock": if let kind = oddity(path) { add(kind, path) }
      case "quarantine/": inspectQuarantine("\(folder)/quarantine")
      case "restricted/" where !isRestricted:
        inspectFolder(
          "\(folder)/restricted", of: organization, isRestricted: true, above: present)
      case _ where name.hasSuffix("/") && isLogFile(name.dropLast(), of: organization):
        add(.unreadable(code: EISDIR), String(path.dropLast()))
      default:
        guard
          let file = LogFileName(name, organization: organization, isRestricted: isRestricted)
        else {
          misplaced(path)
          continue
        }
        logFiles.append(file)
      }
    }
  }

  private func isLogFile(_ name: Substring, of organization: String) -> Bool {
    LogFileName(String(name), organization: organization, isRestricted: false) != nil
  }

  /// What lies there is kept whatever it is called, but only files do.
  private mutating func inspectQuarantine(_ folder: String) {
    for name in names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      if let kind = oddity(path) {
        add(kind, path)
      } else if name.hasSuffix("/") {
        add(.foreignFile, path)
      }
    }
  }

  /// The 64 hex digits of those that are there; nil when they cannot be listed.
  private mutating func inspectAttachments(_ folder: String) -> Set<String>? {
    guard let names = names(in: folder) else { return nil }
    var present: Set<String> = []
    for name in names {
      let path = "\(folder)/\(name)"
      guard Attachment.isName(name) else {
        misplaced(path)
        continue
      }
      if let kind = oddity(path) {
        add(kind, path)
        continue
      }
      present.insert(String(name.prefix(Chain.length)))
      do throws(DiskFailure) {
        let bytes = try store.disk.contents(path, in: store.root).bytes
        if Chain.hash(bytes) != name.prefix(Chain.length) { add(.alteredAttachment, path) }
      } catch {
        add(.unreadable(code: error.code), path)
      }
    }
    return present
  }

  private mutating func inspectPending() {
    for name in names(in: "pending") ?? [] {
      let path = "pending/\(name)"
      if let kind = oddity(path) {
        add(kind, path)
      } else if name.hasSuffix("/") {
        add(.foreignFile, path)
      } else {
        let isAside = name.hasSuffix(".aside")
        add(Self.isTemporary(name[...]) ? .leftover : isAside ? .setAside : .pending, path)
      }
    }
  }

  private mutating func inspectPlain(_ folder: String) {
    for name in names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      if let kind = oddity(path) {
        add(kind, path)
      } else if name.hasSuffix("/") {
        inspectPlain(String(path.dropLast()))
      } else if !Names.isPlainFile(path) {
        misplaced(path)
      } else {
        inspectPlainFile(path)
      }
    }
  }

  private mutating func inspectPlainFile(_ path: String) {
    do throws(DiskFailure) {
      let reading = PlainRecords.read(try store.disk.contents(path, in: store.root).bytes)
      findings += reading.faults.map {
        Finding(file: path, line: $0.line, kind: .grammar($0.kind))
      }
    } catch {
      add(.unreadable(code: error.code), path)
    }
  }
}
