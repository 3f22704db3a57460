import Resources

/// What is compiled into the program: the catalogue and the schemas, which `zhibu init` copies
/// into a store where they are the unit's to edit, and tables of its own.
public enum BuiltIn {
  /// The catalogue and the schemas: paths as in a store (`catalog/kind.rec`) with their bytes.
  public static var files: [(path: String, bytes: [UInt8])] {
    files(in: "catalog") + files(in: "schema")
  }

  /// The files below one folder, `catalog`, `schema` or `packs`.
  public static func files(in folder: String) -> [(path: String, bytes: [UInt8])] {
    entries.filter { $0.path.hasPrefix("\(folder)/") }.map { ($0.path, Array($0.bytes)) }
  }

  /// The files of the packs, `packs/NAME/…`.
  static var packFiles: [(path: String, bytes: [UInt8])] { files(in: "packs") }

  /// The bytes of one file; nil when there is none of that path.
  public static func bytes(of path: String) -> [UInt8]? {
    entries.first { $0.path == path }.map { Array($0.bytes) }
  }

  private static var entries: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] {
    var entries: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] = []
    while let file = embedded_file(entries.count) {
      entries.append(
        (
          String(cString: file.pointee.path),
          UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)
        ))
    }
    return entries
  }
}
