import Glibc

/// A store on disk: a folder with `zhibu.rec`, the unit's catalog and schema, and the log files of
/// its organisations. The value holds no open file; every call looks at the disk anew.
public struct Store: Sendable {
  /// The folder as given, without a slash at its end.
  public let root: String
  /// What `zhibu.rec` says.
  public let manifest: Manifest
  let disk: any Disk
  /// How long to wait for an organisation's lock, in milliseconds.
  package var lockPatience = FolderLock.patience

  /// Opens a store. Reads `zhibu.rec` only; nothing is modified.
  ///
  /// Throws `StoreError.notAStore` without `zhibu.rec`, `.newerFormat`, `.manifest`,
  /// `.unreadable`.
  public init(opening root: String) throws(StoreError) {
    try self.init(opening: root, disk: SystemDisk())
  }

  init(opening root: String, disk: any Disk) throws(StoreError) {
    let root = Self.trimmed(root)
    let bytes: [UInt8]
    do throws(DiskFailure) {
      bytes = try disk.contents(Manifest.path, in: root).bytes
    } catch {
      if error.isMissing || error.code == ENOTDIR { throw .notAStore(path: root) }
      throw StoreError(error)
    }
    try self.init(root: root, manifest: Manifest(reading: bytes), disk: disk)
  }

  private init(root: String, manifest: Manifest, disk: any Disk) throws(StoreError) {
    self.root = root
    self.manifest = manifest
    self.disk = disk
  }

  private static func trimmed(_ root: String) -> String {
    var root = root
    while root.utf8.count > 1, root.hasSuffix("/") { root.removeLast() }
    return root.isEmpty ? "." : root
  }

  /// Makes a store in a folder that does not exist yet or is empty. `files` are the unit's
  /// catalog and schema, paths relative to the store. `zhibu.rec` is written last, so that a
  /// store half made is none.
  ///
  /// Throws `StoreError.notEmpty`, `.badPath`, `.manifest`, `.unwritable`.
  public static func create(
    at root: String, manifest: Manifest, files: [(path: String, bytes: [UInt8])]
  ) throws(StoreError) -> Store {
    let root = trimmed(root)
    let disk = SystemDisk()
    let manifestBytes = manifest.bytes
    _ = try Manifest(reading: manifestBytes)
    for file in files where !Names.isPlainFile(file.path) { throw .badPath(file.path) }
    do throws(DiskFailure) {
      try SystemDisk.makeFolders(root, mode: FileMode.folder)
      guard try disk.names(in: "", in: root).isEmpty else {
        throw DiskFailure(call: .makeFolder, path: root, code: ENOTEMPTY)
      }
      for folder in ["catalog", "organizations", "pending", "schema"] {
        try disk.makeFolder(folder, in: root)
      }
      for file in files {
        try makeFolders(above: file.path, in: root, disk: disk)
        try disk.replace(file.path, in: root, with: file.bytes)
      }
      try disk.replace(".gitattributes", in: root, with: Array(gitAttributes.utf8))
      try disk.replace(".gitignore", in: root, with: Array(gitIgnore.utf8))
      try disk.replace(Manifest.path, in: root, with: manifestBytes)
    } catch {
      if error.code == ENOTEMPTY, error.path == root { throw .notEmpty(path: root) }
      removeBegun(root, files: files.map(\.path), disk)
      throw StoreError(error)
    }
    return try Store(root: root, manifest: manifest, disk: disk)
  }

  /// Takes away what was made of a store that could not be made whole, so that it can be made again
  /// there. The folder was empty before; whatever else is in it by now stays.
  private static func removeBegun(_ root: String, files: [String], _ disk: any Disk) {
    for path in files + [".gitattributes", ".gitignore"] { try? disk.remove(path, in: root) }
    let parents = files.map { DiskPath.split($0).folder }.filter { !$0.isEmpty }
    for folder in Set(parents + ["catalog", "organizations", "pending", "schema"]).sorted()
      .reversed()
    {
      try? disk.removeFolder(folder, in: root)
    }
  }

  /// Merging by lines would weld two records into one; a copy kept by git must stop instead.
  private static let gitAttributes = "*.rec -text merge=binary diff=rec\n"
  private static let gitIgnore = ".lock\n/pending/\n.*.tmp\n"

  private static func makeFolders(
    above path: String, in root: String, disk: any Disk
  ) throws(DiskFailure) {
    var built = ""
    for part in path.split(separator: "/").dropLast() {
      built += (built.isEmpty ? "" : "/") + part
      try disk.makeFolder(built, in: root)
    }
  }

  /// Whether this user may write to the folder of some organisation, or add one.
  public var isWritable: Bool {
    if isFolderWritable("organizations", orElse: "") { return true }
    guard let names = try? disk.names(in: "organizations", in: root) else { return false }
    return names.contains { name in
      name.hasSuffix("/") && disk.isWritable("organizations/\(name.dropLast())", in: root)
    }
  }

  /// Whether this user may write to the folder of an organisation; for one without a folder,
  /// whether it can be made.
  public func isWritable(organization: String) -> Bool {
    guard Names.isOrganization(organization) else { return false }
    if isFolderWritable("organizations/\(organization)", orElse: nil) { return true }
    return !disk.exists("organizations/\(organization)", in: root)
      && isFolderWritable("organizations", orElse: "")
  }

  /// Whether a folder can be written to, or, when it is not there, the one it would be made in.
  private func isFolderWritable(_ path: String, orElse above: String?) -> Bool {
    if disk.isWritable(path, in: root) { return true }
    guard let above, !disk.exists(path, in: root) else { return false }
    return disk.isWritable(above, in: root)
  }

  /// The bytes of a file of the catalog or schema.
  public func plainFile(_ path: String) throws(StoreError) -> [UInt8] {
    guard Names.isPlainFile(path) else { throw .badPath(path) }
    do throws(DiskFailure) {
      return try disk.contents(path, in: root).bytes
    } catch {
      throw StoreError(error)
    }
  }

  /// Every `.rec` file in `catalog` or `schema`, folders within it included, sorted by path.
  public func plainFiles(
    in folder: String
  ) throws(StoreError) -> [(path: String, bytes: [UInt8])] {
    guard Names.isPlainFile("\(folder)/x.rec") else { throw .badPath(folder) }
    var files: [(path: String, bytes: [UInt8])] = []
    do throws(DiskFailure) {
      for path in try plainPaths(in: folder) where Names.isPlainFile(path) {
        do throws(DiskFailure) {
          files.append((path, try disk.contents(path, in: root).bytes))
        } catch {
          // A link or a named pipe is left out, and reported by `verify`.
          guard error.code == ELOOP || error.code == EINVAL else { throw error }
        }
      }
    } catch {
      throw StoreError(error)
    }
    return files
  }

  /// Puts a file of the catalog or schema in place of an older one, or adds it: readers see the
  /// old bytes or the new ones.
  public func replacePlainFile(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    guard Names.isPlainFile(path) else { throw .badPath(path) }
    do throws(DiskFailure) {
      try Self.makeFolders(above: path, in: root, disk: disk)
      // The unit may have given it permissions of its own.
      let old = try? disk.status(of: path, in: root).mode & 0o770
      try disk.replace(
        path, in: root, with: bytes, mode: old.map { .exactly($0) } ?? .asFolder)
    } catch {
      throw StoreError(error)
    }
  }

  /// Folders in `catalog` or `schema` that are named as a file would be, by path: where a file was
  /// meant nothing can be read.
  public func foldersNamedAsFiles(in folder: String) -> [String] {
    ((try? listedIfAny(folder)) ?? []).filter { $0.hasSuffix(".rec/") }
      .map { "\(folder)/\($0.dropLast())" }
  }

  /// Every path below a folder that is not a folder, sorted.
  func plainPaths(in folder: String) throws(DiskFailure) -> [String] {
    var paths: [String] = []
    for name in try listedIfAny(folder) {
      if name.hasSuffix("/") {
        paths += try plainPaths(in: "\(folder)/\(name.dropLast())")
      } else {
        paths.append("\(folder)/\(name)")
      }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
