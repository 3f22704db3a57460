import Archive
import RecordLog
import Wording

/// What the wiring does for the update loop. What can fail is answered by an event.
public enum Effect: Sendable {
  /// Appends records that have been checked; `.written` or `.failed` follows. `draft` is removed
  /// once they are safely in the log.
  case append([NewRecord], draft: String?)
  /// Keeps a draft; `.draftSaved` or `.draftFailed` follows.
  case saveDraft(name: String, title: String, bytes: [UInt8])
  /// Throws a draft away.
  case removeDraft(name: String)
  /// Hands a text to `$VISUAL` or `$EDITOR`; `.edited` follows.
  case edit(String)
  /// Makes an empty store with a first organisation and opens it.
  case createStore(directory: String, unit: String, first: [NewRecord], identity: Identity)
  /// Makes the sample prison, unless it is there already, and opens it.
  case openSample
  /// Opens a store.
  case openStore(directory: String)
  /// Keeps who is working in the configuration.
  case keepIdentity(Identity)
  /// Keeps the language in the configuration.
  case keepLanguage(String)
  /// Looks for something among the open ledger's records; `.found` follows, more than once while
  /// there is more to be found. So many of the records are given.
  case search(SearchQuery, limit: Int)
  /// Forgets what searches know of the ledger, which has changed or is about to be searched.
  case renewSearch
  /// Reads the store again.
  case reload
  /// Verifies the whole log; `.verified` follows.
  case verify
  /// Puts the torn ends of the user's own files into quarantine; `.recovered` follows.
  case recover
  /// Enters what waits in quarantine at a path and settles it; `.adopted` follows.
  case adopt(path: String)
  /// Settles what waits in quarantine at a path without entering it; `.dismissed` follows.
  case dismiss(path: String)
  /// Reads a file of the store to be looked at; `.file` follows.
  case showFile(path: String, line: Int)
  /// Replaces the files of the catalogue that differ; `.catalogReplaced` or `.failed` follows.
  case replaceCatalog(from: [(path: String, bytes: [UInt8])], to: [(path: String, bytes: [UInt8])])
  /// Finds out which papers there are of what is on the screen; `.papersFound` follows.
  case findPapers(PaperSubject)
  /// Writes a paper into the user's folder of papers; `.paperWritten`, `.paperTaken` or `.failed`
  /// follows.
  case print(PaperOrder)
  /// Writes what was seen into the user's folder of papers, under a name that is free; a sentence
  /// says where, or why not.
  case export(ExportOrder)
  /// Looks for tables in the user's folders; `.tablesFound` follows.
  case findTables
  /// Reads a file that another program wrote; `.tableRead` or `.failed` follows.
  case readTable(path: String)
  /// Rings the bell.
  case bell
  /// Paints the whole screen anew.
  case repaint
  /// Ends the program.
  case quit
}

/// A paper that is wanted as a file.
public struct PaperOrder: Hashable, Sendable {
  /// In which form it is written.
  public enum Form: String, Hashable, Sendable {
    /// A page that a browser prints.
    case html
    /// Plain text.
    case text = "txt"
  }

  /// Which paper.
  public var kind: PaperKind
  /// What it is about.
  public var subject: PaperSubject
  /// In which form.
  public var form: Form
  /// Whether it may take the place of another file of its name.
  public var isReplacing = false

  /// An order.
  public init(_ kind: PaperKind, of subject: PaperSubject, as form: Form) {
    self.kind = kind
    self.subject = subject
    self.form = form
  }
}
