import CSystem

/// What kind of file system holds a store. Locks and appends are tried on every write; a network
/// may still lose a lock, or show one user a file later than another, without a word.
public enum FileSystem: Hashable, Sendable {
  /// A disk of this machine, or one that is not known to be anything else.
  case local
  /// Reached over a network; its name, `NFS`.
  case network(String)
  /// Provided by a program (FUSE), such as `sshfs`, which decides what a lock is worth.
  case userSpace

  /// By the number that `statfs(2)` gives (`linux/magic.h`).
  init(magic: Int64) {
    let names: [UInt32: String] = [
      0x6969: "NFS", 0x517B: "SMB", 0xFE53_4D42: "SMB", 0xFF53_4D42: "CIFS", 0x0102_1997: "9P",
      0x5346_414F: "AFS", 0x6B41_4653: "AFS", 0x00C3_6400: "Ceph", 0x7375_7245: "Coda",
      0x564C: "NCP", 0x786F_4256: "vboxsf", 0x0BD0_0BD0: "Lustre", 0x0116_1970: "GFS2",
      0x7461_636F: "OCFS2",
    ]
    // On some machines the number comes with its sign.
    let number = UInt32(truncatingIfNeeded: magic)
    if number == 0x6573_5546 {
      self = .userSpace
    } else if let name = names[number] {
      self = .network(name)
    } else {
      self = .local
    }
  }
}

extension Store {
  /// The file system that the store lies on; local when the system does not tell.
  public var fileSystem: FileSystem {
    guard let folder = try? disk.openFolder("", in: root) else { return .local }
    let magic = system_file_system(folder.descriptor)
    return magic < 0 ? .local : FileSystem(magic: magic)
  }
}
