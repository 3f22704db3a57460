import Archive
import OrganizationLife
import Wording

extension PageContents {
  /// One line of 迎检自查: what, whose, by which rule, what to do, where it is corrected, the records.
  static func finding(
    _ line: InspectionLine, _ archive: Archive, in context: Context
  ) -> PageContents {
    var lines = PageLines(in: context)
    let place = context.correction(of: line)
    lines.add(.labelFinding, context.say(line.finding.phrase), line.finding.style)
    lines.add(.labelRule, context.say(line.citation.phrase))
    lines.add(.labelRemedy, context.say(line.finding.remedy))
    if let place {
      lines.add(
        .labelCorrect, context.say(place.phrase), .strong, to: place.destination,
        anchor: "correct")
    }
    lines.addSpace()
    lines.add(
      .label(ofField: "Organization"), context.fullName(line.organization),
      to: .page(.organization(line.organization)), anchor: "organization")
    if let id = line.member, let member = archive.ledger.latest(id) {
      lines.add(
        .headingPerson, member.name, to: .page(.member(id, among: [id])), anchor: "member")
    }
    if case .talks(let coverage) = line.finding { add(coverage, to: &lines, in: context) }
    addRecords(line.evidence, to: &lines, archive, in: context)
    return PageContents(
      title: distinct([
        context.subject(of: line), context.say(line.finding.topic),
        context.name(line.organization),
      ]).joined(separator: " · "),
      lines: lines.lines, scopes: [.findings, .page], correction: place?.destination)
  }

  /// Who has not talked with whom.
  private static func add(
    _ coverage: TalkCoverage, to lines: inout PageLines, in context: Context
  ) {
    let pairs = coverage.committeePairs.map { "\($0.first.name)–\($0.second.name)" }
    lines.add(.talksBetweenCommittee, context.list(pairs))
    lines.add(.talksWithoutCommittee, context.list(coverage.withoutCommittee.map(\.name)))
    lines.add(.talksWithoutMember, context.list(coverage.withoutMember.map(\.name)))
    let open = coverage.pairingsOpen.map { "\($0.first.name)–\($0.second.name)" }
    lines.add(.talksOfPairings, context.list(open))
  }

  /// The records behind something, one a line.
  static func addRecords(
    _ references: [Reference], to lines: inout PageLines, _ archive: Archive,
    in context: Context
  ) {
    var seen: Set<Reference> = []
    let unique = references.filter { seen.insert($0).inserted }
    for (number, reference) in unique.prefix(40).enumerated() {
      let row = ListContents.record(reference, archive, in: context)
      lines.add(
        number == 0 ? .labelEvidence : nil,
        [Span(distinct(row.cells.map(\.text)).joined(separator: "  "))],
        to: row.destination, anchor: "evidence \(number)")
    }
  }

  /// What rules say, each a line that leads to its rule and what to do.
  static func addWarnings(
    _ warnings: [Warning], to lines: inout PageLines, in context: Context
  ) {
    for (number, warning) in warnings.enumerated() {
      let line = InspectionLine(
        organization: warning.organization, member: warning.member, day: nil,
        finding: .warning(warning))
      lines.addPlain(
        "! \(context.say(warning.kind.phrase))(\(context.firstRule(warning.citation.article)))",
        .warning, to: .page(.finding(line)), anchor: "warning \(number)")
    }
  }
}
