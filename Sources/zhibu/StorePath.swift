import Glibc

/// Which store is meant: `--store`, else `$ZHIBU_STORE`, else the last one used, else the standard
/// place.
struct StorePath {
  /// The folder.
  let directory: String
  /// Whether the user named it; one that was not named may be missing without that being a
  /// mistake.
  let isNamed: Bool

  /// Looks at the option, the environment and what is remembered. A remembered store that is gone
  /// is passed over.
  static func resolve(option: String?, settings: Settings) -> StorePath {
    if let option, !option.isEmpty { return StorePath(directory: option, isNamed: true) }
    if let path = settings.environment["ZHIBU_STORE"], !path.isEmpty {
      return StorePath(directory: path, isNamed: true)
    }
    if let last = settings.lastStore, holdsStore(last) {
      return StorePath(directory: last, isNamed: false)
    }
    return StorePath(directory: settings.defaultStore, isNamed: false)
  }

  /// Whether there is something that calls itself a store.
  var exists: Bool { Self.holdsStore(directory) }

  private static func holdsStore(_ directory: String) -> Bool {
    access("\(directory)/zhibu.rec", F_OK) == 0
  }
}
