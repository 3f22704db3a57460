extension Store {
  /// The paths of all log files, relative to the store, sorted; read by nobody yet. Folders that
  /// this user may not list are left out.
  ///
  /// Throws `StoreError.unreadable` when the disk fails.
  package func logFilePaths() throws(StoreError) -> [String] {
    do throws(DiskFailure) {
      return try logFileNames().map(\.path)
    } catch {
      throw StoreError(error)
    }
  }
}
