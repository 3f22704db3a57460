import Glibc

/// What this user may do in a store, as it was when somebody looked.
public struct StoreAccess: Hashable, Sendable {
  private let folders: Set<String>
  private let writable: Set<String>
  private let hidden: Set<String>
  /// Whether folders of new organisations can be made.
  public let mayAddOrganizations: Bool
  /// Whether the files of the unit's catalogue can be replaced.
  public let mayChangeCatalog: Bool

  /// Whether anything can be written at all.
  public var isWritable: Bool { mayAddOrganizations || !writable.isEmpty }

  /// Whether something can be written to every organisation.
  public var isWritableThroughout: Bool {
    mayAddOrganizations && writable.count == folders.count
  }

  /// Whether something can be written to an organisation, or its folder be made.
  public func mayWrite(to organization: String) -> Bool {
    folders.contains(organization) ? writable.contains(organization) : mayAddOrganizations
  }

  /// Organisations with a `restricted/` that this user may not read, by id: what is said of them
  /// lacks what is in there.
  public var organizationsHidingRecords: [String] { hidden.sorted() }

  /// Whether an organisation has a `restricted/` that this user may not read.
  public func hidesRecords(of organization: String) -> Bool { hidden.contains(organization) }

  /// Looks at the folders of a store.
  public init(to store: Store) {
    let folders = (try? store.organizationFolders()) ?? []
    self.folders = Set(folders)
    writable = Set(folders.filter { store.isWritable(organization: $0) })
    hidden = Set(folders.filter { store.hidesRestricted(of: $0) })
    // What is not there yet can be made where its folder is writable.
    mayAddOrganizations = store.mayAddOrganizations
    mayChangeCatalog = store.isCatalogWritable
  }
}

extension Store {
  /// Whether the `restricted/` of an organisation is there and not this user's to read.
  fileprivate func hidesRestricted(of organization: String) -> Bool {
    let path = "organizations/\(organization)/restricted"
    guard let code = disk.refusal(of: R_OK | X_OK, to: path, in: root) else { return false }
    return code != ENOENT
  }

  fileprivate var mayAddOrganizations: Bool {
    if disk.exists("organizations", in: root) {
      return disk.refusal(of: W_OK | X_OK, to: "organizations", in: root) == nil
    }
    return disk.refusal(of: W_OK | X_OK, to: "", in: root) == nil
  }
}
