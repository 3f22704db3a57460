import Archive
import Documents
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What waits for a person: the ends of files in quarantine, and files that are torn or damaged.
struct RecoveryList {
  private let workplace: Workplace
  private let store: Store
  private let adoptions: [Adoption]
  private let files: [TroubledFile]
  private let writer: String

  init(_ workplace: Workplace, _ store: Store, identity: Identity? = nil) throws {
    self.workplace = workplace
    self.store = store
    let archive = try Archive.open(store)
    let today = workplace.clock(for: store).today()
    adoptions = try archive.adoptions(author: identity?.person, today: today)
    files = TroubledFile.among(try store.read(), year: today.year)
    writer = identity?.writer ?? ""
  }

  /// Whether there is nothing to deal with.
  var isEmpty: Bool { adoptions.isEmpty && files.isEmpty }

  /// The tail at a path, relative to the store or from wherever the shell stands.
  static func tail(at path: String, in store: Store) throws -> QuarantinedTail {
    let root = Settings.absolute(store.root) + "/"
    let whole = Settings.absolute(path)
    let inside = whole.hasPrefix(root) ? String(whole.dropFirst(root.count)) : path
    guard let tail = try store.quarantined().first(where: { $0.path == inside || $0.path == path })
    else { throw Failure.badUse(.notInQuarantine(path)) }
    return tail
  }

  /// Writes the list in the format asked for.
  func write() throws(Failure) {
    switch workplace.format {
    case .table: try Output.write(text)
    default: try workplace.write(table, type: "recovery")
    }
  }

  // MARK: For people

  private var text: String {
    func say(_ phrase: Phrase) -> String { phrase(workplace.language) }
    guard !isEmpty else { return say(.nothingToRecover) + "\n" }
    var lines: [String] = []
    if !adoptions.isEmpty {
      lines.append(say(.quarantineHeading(adoptions.count)))
      for adoption in adoptions {
        let tail = adoption.tail
        lines += [
          "  \(tail.path)",
          "    \(tail.shownMoment)  \(say(.bytes(tail.size)))  \(say(adoption.phrase))",
        ]
        if !adoption.firstLine.isEmpty { lines.append("    | \(adoption.firstLine)") }
      }
      lines.append(say(.howToSettle))
    }
    if !files.isEmpty {
      lines.append(say(.troubledHeading(files.count)))
      for file in files {
        lines.append("  " + say(.located(file.path, file.line, file.phrase(isOwn: isOwn(file)))))
      }
    }
    return lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  private func isOwn(_ file: TroubledFile) -> Bool {
    file.writer == writer && store.isWritable(organization: file.organization)
  }

  // MARK: For programs

  /// `state` is `quarantined`, `torn`, `damaged` or `bad-header`; `outcome` says what adopting
  /// would come to; `text` is the first line of what was put aside.
  private var table: Table {
    let columns = [
      "state", "path", "line", "organization", "type", "writer", "moment", "size", "outcome",
      "records", "continuation", "text",
    ]
    let waiting = adoptions.map { adoption -> [Value] in
      let tail = adoption.tail
      return [
        .text("quarantined"), .text(tail.path), .missing, .text(tail.organization),
        .text(tail.type), .text(tail.writer), .text(tail.moment), .number(tail.size),
        .text(adoption.outcome.rawValue),
        .list(adoption.standing.map { .text($0.text) }), .missing, .text(adoption.firstLine),
      ]
    }
    let troubled = files.map { file -> [Value] in
      [
        .text(file.state), .text(file.path), .number(file.line), .text(file.organization),
        .text(file.type), .text(file.writer), .missing, Value(file.tailSize), .missing,
        .list(file.damaged.map { .text($0.id) }), Value(file.continuation),
        .text(file.phrase(isOwn: isOwn(file))(workplace.language)),
      ]
    }
    return Table(
      columns: columns.map {
        Table.Column($0, Phrase(verbatim: $0), isNumeric: $0 == "line" || $0 == "size")
      },
      rows: waiting + troubled)
  }

  // MARK: One of them

  /// Writes the text of a tail: as it is, or in rec as a file for `zhibu add`.
  func show(_ path: String) throws {
    let tail = try Self.tail(at: path, in: store)
    guard let adoption = adoptions.first(where: { $0.tail == tail }) else {
      throw Failure.badUse(.notInQuarantine(path))
    }
    if workplace.requestedFormat == .rec {
      try Output.write(String(decoding: PlainRecords.format(adoption.plain), as: UTF8.self))
    } else {
      try Output.write(adoption.lines.map { $0 + "\n" }.joined())
    }
    for remark in adoption.remarks { workplace.note(.located(tail.path, 0, remark.phrase)) }
    for fault in adoption.faults { workplace.note(fault.located) }
    workplace.note(.located(tail.path, 0, adoption.phrase))
  }
}

extension TroubledFile {
  fileprivate var state: String {
    switch condition {
    case .tornTail: "torn"
    case .badHeader: "bad-header"
    case .newerFormat: "newer-format"
    case .damaged, .intact: "damaged"
    }
  }
}
