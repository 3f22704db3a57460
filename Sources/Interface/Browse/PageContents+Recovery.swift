import Archive
import OrganizationLife
import RecordLog
import Wording

extension PageContents {
  /// 台账校验: the result, then what can be done, then what was found and where.
  static func verification(in context: Context) -> PageContents {
    guard let health = context.health else { return missing(.notVerifiedYet, in: context) }
    var lines = PageLines(in: context)
    lines.addPlain(
      context.say(.verificationResult(health.faults.count, waiting: health.waiting)),
      health.faults.isEmpty && health.waiting == 0 ? .good : .strong)
    let hidden = context.archive?.access.organizationsHidingRecords.count ?? 0
    if hidden > 0 { lines.addPlain(context.say(.restrictedNotVerified(hidden)), .warning) }
    addOwnTornFiles(health, to: &lines, in: context)
    addQuarantine(health, to: &lines, in: context)
    addFaults(health, to: &lines, in: context)
    if !health.remarks.isEmpty {
      lines.addSpace()
      lines.addPlain(context.say(.remarksHeading), .strong)
      for remark in health.remarks { add(remark, .dim, to: &lines, in: context) }
    }
    return PageContents(
      title: context.say(.menuVerify), lines: lines.lines,
      scopes: (health.ownTornFiles.isEmpty ? [] : [.tornFiles]) + [.report])
  }

  private static func addOwnTornFiles(
    _ health: LedgerHealth, to lines: inout PageLines, in context: Context
  ) {
    guard !health.ownTornFiles.isEmpty else { return }
    lines.addSpace()
    lines.addPlain(context.say(.ownTornHeading), .strong)
    for file in health.ownTornFiles {
      lines.addPlain(
        context.say(.located(file.path, file.line, .tornTail(file.tailSize ?? 0))), .warning,
        to: .file(file.path, line: file.line), anchor: file.path)
    }
  }

  private static func addQuarantine(
    _ health: LedgerHealth, to lines: inout PageLines, in context: Context
  ) {
    guard !health.adoptions.isEmpty else { return }
    lines.addSpace()
    lines.addPlain(context.say(.quarantineHeading(health.adoptions.count)), .strong)
    for adoption in health.adoptions {
      let tail = adoption.tail
      lines.addPlain(
        "\(tail.file.withoutFolders)  \(tail.shownMoment)  \(context.say(.bytes(tail.size)))  "
          + context.say(adoption.phrase),
        adoption.outcome == .faulty ? .warning : .normal,
        to: .page(.quarantined(tail.path)), anchor: tail.path)
      if !adoption.firstLine.isEmpty {
        let columns = context.session.size.columns - PageScreen.gutter - 4
        lines.addPlain("  │ " + adoption.firstLine.elided(toColumns: columns), .dim, indent: 4)
      }
    }
  }

  private static func addFaults(
    _ health: LedgerHealth, to lines: inout PageLines, in context: Context
  ) {
    let torn = Set(health.ownTornFiles.map(\.path))
    let damaged = health.files.filter { !$0.isTorn }
    let rest = health.faults.filter { fault in
      // What can be put aside stands above.
      !(torn.contains(fault.file) && health.isAtTail(fault))
    }
    guard !damaged.isEmpty || !rest.isEmpty else { return }
    lines.addSpace()
    lines.addPlain(context.say(.faultsHeading), .strong)
    for fault in rest { add(fault, .bad, to: &lines, in: context) }
    guard !damaged.isEmpty else { return }
    lines.addSpace()
    lines.addPlain(context.say(.closedFilesHeading(damaged.count)), .strong)
    for file in damaged {
      lines.addPlain(
        context.say(.located(file.path, file.line, file.phrase(isOwn: false))), .warning,
        to: .file(file.path, line: file.line), anchor: file.path)
    }
  }

  private static func add(
    _ fault: LedgerHealth.Fault, _ style: Style, to lines: inout PageLines, in context: Context
  ) {
    lines.addPlain(
      context.say(.located(fault.file, fault.line, fault.phrase)), style,
      to: FileText.isShown(fault.file) ? .file(fault.file, line: max(1, fault.line)) : nil,
      anchor: "\(fault.file):\(fault.line)")
  }

  /// Text in quarantine, what it comes to, and what is wrong with it.
  static func quarantined(_ path: String, in context: Context) -> PageContents {
    guard let adoption = context.health?.adoption(at: path) else {
      return missing(.settledMeanwhile, in: context)
    }
    let tail = adoption.tail
    var lines = PageLines(in: context)
    lines.add(.labelFrom, tail.file, to: .file(tail.file, line: Int.max))
    lines.add(
      .labelPutAside, "\(tail.shownMoment)  \(context.say(.bytes(tail.size)))")
    lines.add(.labelKeptIn, tail.path)
    lines.add(
      .labelOutcome, context.say(adoption.phrase),
      adoption.outcome == .ready || adoption.outcome == .standing ? .good : .warning)
    for remark in adoption.remarks { lines.add(nil, [Span(context.say(remark.phrase))]) }
    if adoption.outcome == .ready || adoption.outcome == .faulty {
      for notice in adoption.notices {
        lines.add(nil, [Span(context.say(.atLine(notice.line, notice.phrase)), .warning)])
      }
      for fault in adoption.faults {
        lines.add(nil, [Span(context.say(.atLine(fault.line, fault.phrase)), .bad)])
      }
    }
    if adoption.outcome == .faulty { lines.add(nil, [Span(context.say(.howToEnterFaulty))]) }
    lines.addSpace()
    let faulty = Set(adoption.faults.map(\.line))
    let width = String(adoption.lines.count).count
    for (number, text) in adoption.lines.enumerated() {
      lines.add(
        numbered: number + 1, width: width, text, faulty.contains(number + 1) ? .bad : .normal)
    }
    return PageContents(
      title: "\(context.say(.titleQuarantined)) · \(tail.file.withoutFolders)",
      status: context.organizationName(tail.organization), lines: lines.lines,
      scopes: [.quarantined, .report])
  }

  /// How many lines before and after the one that is meant are shown.
  private static let reach = 2_000

  /// A file around one of its lines: what does not count is marked, and what was found stands
  /// above the line that it is about.
  static func file(_ file: FileText, line: Int, in context: Context) -> PageContents {
    var lines = PageLines(in: context)
    let meant = min(max(1, line), max(1, file.lines.count))
    let shown = max(1, meant - reach)...max(1, min(file.lines.count, meant + reach))
    let found = Dictionary(
      grouping: (context.health.map { $0.faults + $0.remarks } ?? [])
        .filter { $0.file == file.path }, by: { max(1, $0.line) })
    if shown.lowerBound > 1 { lines.addPlain("…", .dim) }
    var start = 0
    for number in shown where file.lines.indices.contains(number - 1) {
      if number == meant { start = lines.lines.count }
      for fault in found[number] ?? [] {
        lines.addPlain("! " + context.say(fault.phrase), .bad)
      }
      let content = file.lines[number - 1]
      let mark = content.note.map { "  ← " + context.say($0) } ?? ""
      lines.add(
        numbered: number, width: String(shown.upperBound).count,
        content.text.withoutZeros + mark, content.style, isMeant: number == meant)
    }
    if shown.upperBound < file.lines.count { lines.addPlain("…", .dim) }
    return PageContents(
      title: "\(file.path.withoutFolders) · \(context.say(.lineOfFile(meant)))",
      status: context.say(.readOnlyView), lines: lines.lines, scopes: [.report], start: start)
  }
}

extension LedgerHealth {
  /// Whether a fault is about the end of a torn file.
  fileprivate func isAtTail(_ fault: Fault) -> Bool {
    files.contains { $0.isTorn && $0.path == fault.file && fault.line >= $0.line }
  }
}

extension FileText.Line {
  /// What is said beside the first line of a record that does not count, and of a tail.
  fileprivate var note: Phrase? {
    switch mark {
    case .notCounted where id != nil: .notCounted
    default: nil
    }
  }

  fileprivate var style: Style {
    switch mark {
    case .header: .dim
    case .counted, .plain: .normal
    case .notCounted: .bad
    case .tail: .warning
    }
  }
}

extension PageLines {
  /// A line of a file with its number; the one that is meant has a mark.
  fileprivate mutating func add(
    numbered number: Int, width: Int, _ text: String, _ style: Style, isMeant: Bool = false
  ) {
    let digits = String(number).padded(toColumns: width, alignment: .trailing)
    addPlain(
      [Span("\(isMeant ? ">" : " ")\(digits)│", isMeant ? .strong : .dim), Span(text, style)],
      indent: width + 2)
  }
}

extension String {
  /// The last part of a path.
  fileprivate var withoutFolders: String { split(separator: "/").last.map(String.init) ?? self }

  /// Runs of NUL, as a crash leaves them, by how many they are.
  fileprivate var withoutZeros: String {
    guard utf8.contains(0) else { return self }
    var text = ""
    var zeros = 0
    for scalar in unicodeScalars {
      if scalar.value == 0 {
        zeros += 1
      } else {
        if zeros > 0 { text += "␀×\(zeros)" }
        zeros = 0
        text.unicodeScalars.append(scalar)
      }
    }
    return zeros > 0 ? text + "␀×\(zeros)" : text
  }
}

extension Context {
  fileprivate func organizationName(_ id: String) -> String {
    OrganizationIdentifier(id).map { fullName($0) } ?? id
  }
}
