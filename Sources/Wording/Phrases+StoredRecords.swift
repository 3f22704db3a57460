import Archive
import RecordLog

extension StoredRecordFault {
  /// A word for programs that read the list of faults.
  public var code: String {
    switch problem {
    case .entry(let problem): problem.code
    case .unknownField: "unknown-field"
    case .doubt: "doubtful"
    }
  }

  /// What is wrong; the record first. What to do about it is the same for all and said once:
  /// `Phrase.correctRecords`.
  public var phrase: Phrase {
    let what: Phrase
    switch problem {
    case .entry(let problem):
      what = field.map { .ofField($0, item, problem.phrase) } ?? problem.phrase
    case .doubt(let doubt): what = .ofField(doubt.field, item, doubt.phrase)
    case .unknownField:
      return .unknownField(
        field ?? "", in: record.flatMap { RecordIdentifier($0.recordText)?.type } ?? "")
    }
    guard let record else { return what }
    return Phrase("\(record) \(what.chinese)", "\(record) \(what.english)")
  }
}

extension EntryProblem {
  /// A word for programs that read the list of faults.
  public var code: String {
    switch self {
    case .value(let problem): problem.code
    case .noType, .unknownType: "unknown-type"
    case .grammar, .forbiddenCharacter: "grammar"
    case .invisibleCharacter: "invisible-character"
    case .unknownKind: "unknown-kind"
    case .unknownOrganization: "unknown-organization"
    case .unknownMember: "unknown-member"
    case .notAGroup: "not-a-group"
    case .parentCircle: "parent-circle"
    case .nameMismatch: "other-name"
    case .identifierTaken, .identityChanged: "other-identity"
    case .dayBefore: "days-reversed"
    case .activity(let fault): fault.mayBeKept ? "doubtful-vote" : "impossible"
    case .unknownReference: "unknown-reference"
    case .otherType: "other-type"
    case .reasonMissing: "missing-reason"
    case .signatureMissing: "missing-signature"
    case .notInWithdrawal, .severalLinks: "not-in-withdrawal"
    case .otherOrganization: "foreign-folder"
    case .unfilledTag, .withdrawn, .outdated, .otherSum, .damagedTarget, .closedByOtherLevel,
      .reservedField:
      "bad-value"
    }
  }
}

extension ValueProblem {
  /// A word for programs that read the list of faults.
  public var code: String {
    switch self {
    case .missing: "missing-field"
    case .notADate, .doesNotExist, .notAPeriod, .notAMonth, .outsideYears: "bad-date"
    case .notATime: "bad-time"
    case .notANumber, .notADecimal, .notAQuantity, .notAnAmount, .notARate, .tooLarge,
      .voteNumber:
      "bad-number"
    case .unknownChoice: "unknown-word"
    case .outsideItem: "outside-item"
    case .repeated: "repeated-field"
    case .notAnOrganization, .notAMember, .incomplete, .notAReference, .notASitting,
      .unknownVotePart, .voteWithout, .severalLines:
      "bad-value"
    }
  }
}

extension Phrase {
  /// Said once behind faults in what records say.
  public static let correctRecords = Phrase(
    "记录内容的问题请用更正解决(新录一条 Corrects),不要直接改文件",
    "What records say is put right by correcting them (a new record with Corrects), never by "
      + "editing the file")
}
