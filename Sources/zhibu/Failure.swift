import Archive
import Curses
import Glibc
import RecordLog
import Wording

/// How a command ends when it does not simply succeed.
enum Failure: Error {
  /// What the user asked for makes no sense or is not there: 2.
  case badUse(Phrase)
  /// Faults were found or something is due; all has been said already: 1.
  case found
  /// Something could not be written: 3.
  case notWritten(Phrase)

  /// The exit status (format, section 7).
  var exitStatus: Int32 {
    switch self {
    case .found: 1
    case .badUse: 2
    case .notWritten: 3
    }
  }

  /// What to say; nil when all has been said.
  var phrase: Phrase? {
    switch self {
    case .found: nil
    case .badUse(let phrase), .notWritten(let phrase): phrase
    }
  }

  /// Any error of the layers below.
  init(_ error: any Error) {
    self = Failure(known: error) ?? .notWritten(zhibu.phrase(of: error))
  }

  /// An error of the layers below; nil for one of the argument parser.
  init?(known error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError: self.init(error)
    case let error as ArchiveError:
      switch error {
      case .store(let error): self.init(error)
      }
    case let error as AppendError:
      switch error {
      case .store(let error): self.init(error)
      case .badAuthor: self = .badUse(error.phrase)
      default: self = .notWritten(error.phrase)
      }
    case is TerminalError: self = .badUse(zhibu.phrase(of: error))
    case is OuterEditor.Failure, is SignatureTool.Failure:
      self = .notWritten(zhibu.phrase(of: error))
    default: return nil
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .unwritable, .halfReplaced: self = .notWritten(error.phrase)
    default: self = .badUse(error.phrase)
    }
  }
}

/// What to say of any error that the program meets.
func phrase(of error: any Error) -> Phrase {
  switch error {
  case let error as StoreError: error.phrase
  case let error as AppendError: error.phrase
  case let error as ArchiveError: error.phrase
  case let error as TerminalError:
    switch error {
    case .notATerminal: .needsTerminal
    case .notUTF8(let codeset): .terminalNotUTF8(codeset)
    case .unknownTerminalType(let name): .terminalUnknown(name)
    }
  case let error as OuterEditor.Failure:
    switch error {
    case .file(let path, let code): .editorFile(path, code)
    case .editor(let command, let status): .editorFailed(command, status)
    }
  case let error as SignatureTool.Failure:
    switch error {
    case .file(let path, let code): .signingFile(path, code)
    case .notStarted(let code): .cannotRunSigner(code)
    case .notSigned(let key, let status): .notSigned(key: key, status: status)
    }
  case let failure as Failure: failure.phrase ?? .unexpected("\(failure.exitStatus)")
  default: .unexpected("\(error)")
  }
}
