/// Files beside the records, `organizations/ID/files/HASH.ext`, named by their SHA-256.
public enum Attachment {
  /// Whether a name is 64 hex digits and an ending of letters and digits.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == Chain.length,
      parts[0].utf8.allSatisfy(Byte.isLowerHexadecimal)
    else { return false }
    return parts.count == 1 || isEnding(String(parts[1]))
  }

  static func isEnding(_ ending: String) -> Bool {
    (1...8).contains(ending.utf8.count) && ending.utf8.allSatisfy(Byte.isNamePart)
  }
}

extension Store {
  /// Keeps a file for an organisation and returns its name, `HASH.ext`, for a `File` field. The
  /// same bytes are kept once. `ending` is of letters and digits, without a dot; empty for none.
  public func attach(
    _ bytes: [UInt8], ending: String, organization: String, restricted: Bool = false
  ) throws(AppendError) -> String {
    guard Names.isOrganization(organization) else {
      throw .badOrganization(record: 0, organization)
    }
    guard ending.isEmpty || Attachment.isEnding(ending) else { throw .store(.badPath(ending)) }
    let name = Chain.hash(bytes) + (ending.isEmpty ? "" : ".\(ending)")
    let folder = "organizations/\(organization)" + (restricted ? "/restricted" : "") + "/files"
    do throws(DiskFailure) {
      try makeFolder(of: organization, restricted: restricted)
      try disk.makeFolder(folder, in: root)
      let path = "\(folder)/\(name)"
      if disk.exists(path, in: root) {
        // Whoever put it there may have been interrupted before its name was durable.
        try disk.synchronizeFolder(folder, in: root)
      } else {
        try disk.replace(path, in: root, with: bytes)
      }
    } catch {
      throw AppendError(error)
    }
    return name
  }

  /// The bytes of an attachment by its name, `HASH.ext`.
  public func attachment(
    _ name: String, organization: String, restricted: Bool = false
  ) throws(StoreError) -> [UInt8] {
    guard Names.isOrganization(organization), Attachment.isName(name) else {
      throw .badPath(name)
    }
    let folder = "organizations/\(organization)" + (restricted ? "/restricted" : "")
    do throws(DiskFailure) {
      return try disk.contents("\(folder)/files/\(name)", in: root).bytes
    } catch {
      throw StoreError(error)
    }
  }
}
