import Archive
import OrganizationLife
import RecordLog
import Wording

/// Everything that may happen to the program.
public enum Event: Sendable {
  /// From the terminal: a key, a paste, a new size, a signal, nothing for a while.
  case terminal(TerminalEvent)
  /// The clock moved.
  case clock(Moment, today: Day)
  /// A store was opened. `isSaidThere` when who works was said in this very ledger, or on the
  /// command line, rather than in another one.
  case opened(Archive, identity: Identity?, isSaidThere: Bool = true)
  /// The whole store was read, after the first screen was shown from a part of it.
  case completed(Archive)
  /// The store was read again.
  case reloaded(Archive)
  /// The language was changed.
  case language(Language)
  /// What was asked to be written is in the log; the archive was read again. `notices` tell what
  /// was done beside it.
  case written([Reference], Archive, notices: [AppendNotice] = [])
  /// Somebody wrote there first and nothing was written; the archive was read again.
  case overtaken(Archive)
  /// The catalogue was changed; the archive was read again.
  case catalogReplaced(Archive)
  /// The index that a search waits for is being made.
  case searchPreparing(SearchIndex.Progress)
  /// What a search has found so far.
  case found(SearchAnswer)
  /// An effect failed; nothing was lost.
  case failed(Phrase)
  /// The outer editor gave the text back.
  case edited(String)
  /// The box of drafts was read again.
  case drafts([DraftSummary])
  /// A draft is safely on the disk.
  case draftSaved(DraftSummary)
  /// A draft of that name could not be kept, and why; what it would hold is on the screen only.
  case draftFailed(name: String, Phrase)
  /// A draft of that name was saved to the ledger, or thrown away, by another window; nothing was
  /// written by this one. `isSaving` when it was about to.
  case draftTaken(name: String, isSaving: Bool)
  /// The log was verified.
  case verified(LedgerHealth)
  /// The ends of the user's own files were put aside; the archive was read again.
  case recovered([AppendNotice], Archive, LedgerHealth)
  /// What was in quarantine is in the log (nothing, when it was there already) and is settled.
  case adopted([Reference], Archive, LedgerHealth, notices: [AppendNotice])
  /// What was in quarantine is settled and was not entered.
  case dismissed(LedgerHealth)
  /// A file was read to be looked at.
  case file(FileText, line: Int)
  /// The papers that there are of a subject.
  case papersFound(PaperSubject, [PaperKind])
  /// Tables in the user's folders, the newest first.
  case tablesFound([String])
  /// A file that another program wrote.
  case tableRead(path: String, ForeignText)
  /// A paper lies at a path; the very same may have been there before.
  case paperWritten(path: String, PaperOrder.Form)
  /// Another file has the name of the paper, and was left as it is.
  case paperTaken(PaperOrder, path: String)
  /// Something that was done or found on opening a store.
  case said(Notice)
}
