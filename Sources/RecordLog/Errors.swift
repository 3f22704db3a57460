/// What keeps a store from being opened, read or made.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no `zhibu.rec`.
  case notAStore(path: String)
  /// `zhibu.rec` is of a format this program does not know yet.
  case newerFormat(path: String, line: Int, format: Int)
  /// `zhibu.rec` is not what it should be.
  case manifest(path: String, line: Int, fault: ManifestFault)
  /// A file or folder does not exist.
  case missing(path: String)
  /// A file or folder cannot be read; `code` is the system's errno.
  case unreadable(path: String, code: Int32)
  /// A file or folder cannot be written; `code` is the system's errno.
  case unwritable(path: String, code: Int32)
  /// A new store wants an empty folder.
  case notEmpty(path: String)
  /// A path that is not one of the store's.
  case badPath(String)
  /// A file was changed by somebody since it was read; nothing was written.
  case changedMeanwhile(path: String)
  /// Of several files of the catalogue some were replaced, and this one could not be put back.
  case halfReplaced(path: String, code: Int32)
}

/// What may be wrong with `zhibu.rec`.
public enum ManifestFault: Hashable, Sendable {
  /// A field is missing or empty.
  case missing(String)
  /// `Format` is no number.
  case badFormat(String)
  /// `Zone` is no offset such as `+08:00`.
  case badZone(String)
  /// More than one record.
  case severalRecords
  /// A line is not rec.
  case grammar(GrammarFault.Kind)
}

/// What keeps records from being written. Unless a case says otherwise nothing was changed.
public enum AppendError: Error, Hashable, Sendable {
  /// No organisation id.
  case badOrganization(record: Int, String)
  /// No type the format knows.
  case unknownType(record: Int, String)
  /// A record without fields.
  case emptyRecord(record: Int)
  /// A field's name is not `[A-Z][A-Za-z0-9]*`.
  case badFieldName(record: Int, String)
  /// `Id`, `At` and `Sum` are the log's own.
  case reservedField(record: Int, String)
  /// Who writes is not named by one line of text.
  case badAuthor(String)
  /// The moment is not RFC 3339 with whole seconds.
  case badMoment(String)
  /// The moment is in another zone than the store's.
  case wrongZone(String, expected: String)
  /// Another process held the organisation's lock for all of the waiting time.
  case locked(organization: String, holder: LockHolder?)
  /// The file system does not keep a lock from being taken twice.
  case locksIgnored(path: String)
  /// On the file system what is appended does not go behind what is there.
  case appendsIgnored(path: String)
  /// No permission, or a read-only disk; `code` is the system's errno.
  case notWritable(path: String, code: Int32)
  /// A write failed or was cut short (a full disk); the file is as it was.
  case notSaved(path: String, code: Int32)
  /// A write failed and the file could not be put back: a torn tail stays for the next writer.
  case notRestored(path: String, code: Int32)
  /// The disk did not confirm (fsync failed): the records may or may not be on it.
  case notConfirmed(path: String, code: Int32)
  /// The records were committed as a whole but not yet appended to every file; whoever opens the
  /// store next completes them. They must not be written again.
  case notCompleted(pending: String, path: String, code: Int32)
  /// A file or folder of the store is a symbolic link.
  case symbolicLink(path: String)
  /// What was to be settled in the quarantine has been settled before.
  case settledBefore(path: String)
  /// Somebody wrote there since the store was read, so that what was checked may be wrong now.
  case changedMeanwhile(path: String)
  /// The file's last Id holds the highest number there is, as no file of this program ever will.
  case numbersExhausted(path: String)
  /// A history can be written only into a store without records.
  case notFresh(path: String)
  /// The store cannot be read.
  case store(StoreError)
}

/// What the lock file says of the process that holds it; information only.
public struct LockHolder: Hashable, Sendable {
  /// Its process id.
  public var process: Int
  /// Its user's name.
  public var user: String
}

/// What an append did beside appending, to be said once.
public enum AppendNotice: Hashable, Sendable {
  /// A torn tail was copied to the quarantine and cut off.
  case tailQuarantined(path: String, line: Int, bytes: Int, copy: String)
  /// A whole record lacked the LF behind it; they were added.
  case tailCompleted(path: String)
  /// A damaged file is left as it is; writing goes on in another.
  case continued(damaged: String, line: Int, path: String)
  /// The clock is behind the newest file, which was used.
  case clockBehind(path: String, moment: String)
  /// Text was cleaned.
  case cleaned(record: Int, field: String, changes: Set<TextChange>)
  /// What an interrupted command left was completed.
  case pendingCompleted(name: String)
  /// What an interrupted command left no longer fits the files and was put aside.
  case pendingSetAside(name: String, copy: String)
  /// What was in the quarantine has been entered, but could not be marked as adopted; `code` is
  /// the system's errno.
  case notSettled(path: String, code: Int32)
}
