/// One fault of a store.
public struct Finding: Hashable, Sendable {
  /// The path relative to the store.
  public var file: String
  /// 1-based; 0 when the file as a whole is meant.
  public var line: Int
  /// What is wrong.
  public var kind: Kind

  /// A fault.
  public init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// What may be wrong. An id is the one the record itself gives.
  public enum Kind: Hashable, Sendable {
    /// This user or the disk does not let the file be read; the system's errno.
    case unreadable(code: Int32)
    /// A file or folder that does not belong in a store.
    case foreignFile
    /// A symbolic link, which the log never follows.
    case link
    /// A named pipe, a socket or a device where a file should be.
    case notAFile
    /// A file, a named pipe or the like where the folder of an organisation should be.
    case notAFolder
    /// What an interrupted writing of a whole file left beside it.
    case leftover
    /// The header is not the one that belongs to the path.
    case badHeader(expected: String)
    /// The header is of a format this program does not know yet; nothing behind it was checked.
    case newerFormat(Int)
    /// The file that this one continues is not there; its path.
    case missingFile(String)
    /// `prev` of the header is not the last Sum of the file before it in the chain.
    case brokenChain(expected: String, found: String, before: String?)
    /// A line is not rec as the format wants it.
    case grammar(GrammarFault.Kind)
    /// Lines between records without a closing `Sum`; with the id they give, if any.
    case unsealed(id: String?)
    /// The record or its Sum was altered after it was written.
    case edited(id: String)
    /// The record itself is whole, but stands behind another than when it was written.
    case moved(id: String)
    /// Records are missing before this one; their numbers.
    case removed(before: String, numbers: [Int])
    /// A second copy of a record; `line` is the first one's.
    case duplicate(id: String, line: Int)
    /// An id that another record has too.
    case repeatedIdentifier(id: String, file: String, line: Int)
    /// An id that does not name this file, or is none.
    case foreignIdentifier(id: String)
    /// The number does not rise.
    case numberNotRising(id: String, previous: Int)
    /// `Id`, `By` or `At` is not where it belongs.
    case missingField(id: String, name: String)
    /// `At` is no moment, or one in another zone than the store's.
    case badMoment(id: String, text: String)
    /// `At` is of a later year than the file.
    case laterYear(id: String, text: String)
    /// Bytes behind the last record that are none.
    case tornTail(bytes: Int)
    /// The same, ending in zeros: what a disk leaves that lost its power.
    case zeroFilled(bytes: Int)
    /// What an interrupted command left, not completed yet.
    case pending
    /// What an interrupted command left and no longer fits the files; it waits for a person.
    case setAside
    /// An attachment is not what its name says.
    case alteredAttachment
    /// An attachment that a record names is not in `files/`; its 64 hex digits.
    case missingAttachment(id: String, hash: String)
  }
}
