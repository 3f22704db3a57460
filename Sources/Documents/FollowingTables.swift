import OrganizationLife
import Wording

// Tables of what is followed up. Texts of the program are in the language asked for; everything
// else is as the records and the catalogue have it.
extension Table {
  /// 迎检自查: what is owed, lacking or against a rule. `kind` is a word for programs, `rule` the
  /// number of a rule that is code, `item` the item of the record, from 1.
  public init(of lines: [InspectionLine], language: Language) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("member", .tableMember),
        Column("kind", .headingKind), Column("date", .headingDate),
        Column("text", .headingFinding), Column("level", .tableRuleLevel),
        Column("source", .tableSource), Column("rule", .labelRule, isShown: false),
        Column("remedy", .labelRemedy, isShown: false),
        Column("evidence", .tableEvidence, separator: " ", isShown: false),
      ],
      rows: lines.map { line in
        let citation = line.citation
        return [
          .text(line.organization.text), Value(line.member?.text),
          .code(line.finding.code, line.finding.topic),
          Value(line.day), .text(line.finding.phrase(language)), .text(citation.level.rawValue),
          .text(citation.article), Value(citation.rule?.rawValue),
          .text(line.finding.remedy(language)),
          .list(line.evidence.map { .text($0.text) }),
        ]
      })
  }

  /// 补学. `state` is `open` or how it was closed: `matter`, `session`, `document`, `signature`.
  public init(of lines: [MakeUpLine]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("member", .tableMember),
        Column("name", .headingPerson), Column("date", .headingDate),
        Column("kind", .headingKind), Column("title", .tableTitle),
        Column("reason", .headingReason), Column("state", .headingMadeUp),
        Column("closing", .tableEvidence), Column("id", .tableId, isShown: false),
      ],
      rows: lines.map { line in
        [
          .text(line.activity.organization.text), Value(line.person.id?.text),
          .text(line.person.name), Value(line.activity.date), .text(line.activity.kind),
          .text(line.activity.title), .text(line.reason),
          .code(line.closing?.code ?? "open", line.closing.word),
          Value(line.closing?.reference.text),
          .text(line.reference.text),
        ]
      })
  }

  /// Matters; `overdue` in days on `day`, `repeated` how often the same was found in the year
  /// before.
  public init(of matters: [Matter], on day: Day, repeated: [Reference: Int]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("kind", .headingKind),
        Column("title", .headingMatter), Column("opened", .headingOpened),
        Column("owner", .headingOwners), Column("due", .headingUntil),
        Column("overdue", .tableOverdue, isNumeric: true), Column("state", .headingState),
        Column("repeated", .labelRepetition, isNumeric: true),
        Column("closed", .tableClosed), Column("id", .tableId),
        Column("source", .labelOrigin, isShown: false),
      ],
      rows: matters.map { matter in
        [
          .text(matter.organization.text), .text(matter.kind), .text(matter.title),
          Value(matter.opened), Value(matter.owners), Value(matter.due),
          .number(matter.isOverdue(on: day) ? matter.due?.days(until: day) ?? 0 : 0),
          .text(matter.state), .number(repeated[matter.reference] ?? 0), Value(matter.closed),
          .text(matter.reference.text), Value(matter.source?.text),
        ]
      })
  }

  /// Where everybody stands in procedures: the last step taken, the next, and what repeats.
  public init(of standings: [ProcedureStanding]) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("kind", .headingProcedure),
        Column("subject", .headingSubject), Column("step", .headingStep),
        Column("date", .headingDate), Column("next", .headingNext),
        Column("earliest", .tableEarliest), Column("latest", .headingUntil),
        Column("review", .labelClocks), Column("reviewDue", .tableReviewDue),
        Column("late", .tableLate), Column("finished", .tableFinished),
        Column("evidence", .tableEvidence, separator: " ", isShown: false),
      ],
      rows: standings.map { standing in
        let last = standing.done.last
        let (next, clock) = standing.upcoming
        return [
          .text(standing.organization.text),
          .code(standing.kind.id, Phrase(verbatim: standing.kind.title)),
          .person(standing.subject), Value(last?.step), Value(last?.day), Value(next?.step),
          Value(next?.earliest), Value(next?.latest), Value(clock?.step), Value(clock?.due),
          .truth(standing.isLate && !standing.isFinished), .truth(standing.isFinished),
          .list((last?.evidence ?? []).map { .text($0.text) }),
        ]
      })
  }

  /// What falls into a month. `kind` is `birthday`, `probation` or `term`, `years` the
  /// how-manieth birthday.
  public init(of lines: [DateLine], language: Language) {
    self.init(
      columns: [
        Column("date", .headingDate), Column("organization", .tableOrganization),
        Column("member", .tableMember), Column("name", .headingPerson),
        Column("kind", .headingKind), Column("years", .tableYears, isNumeric: true),
        Column("text", .headingOccasion),
      ],
      rows: lines.map { line in
        var years: Int?
        if case .politicalBirthday(let count) = line.occasion { years = count }
        return [
          Value(line.date), .text(line.organization.text), Value(line.member?.id.text),
          .text(line.member?.name ?? ""),
          .code(line.occasion.code, line.occasion.word), Value(years),
          .text(line.occasion.phrase(language)),
        ]
      })
  }

  /// Dues; amounts in yuan with two decimals. `unpaid` counts all months, `arrears` those in a row
  /// up to now.
  public init(of standings: [DuesStanding], language: Language) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("member", .tableMember),
        Column("name", .headingPerson), Column("base", .headingBase, isNumeric: true),
        Column("rate", .headingRate, isNumeric: true),
        Column("due", .headingMonthlyDue, isNumeric: true),
        Column("paidThrough", .headingPaidThrough),
        Column("unpaid", .headingArrears, isNumeric: true),
        Column("arrears", .tableInARow, isNumeric: true),
        Column("owed", .headingOwed, isNumeric: true), Column("remarks", .headingRemarks),
      ],
      rows: standings.map { standing in
        let last = standing.months.last
        let remarks = standing.remarks.map { Phrase.word($0)(language) }
        return [
          .text(standing.member.organization.text), .text(standing.member.id.text),
          .text(standing.member.name), Value(last?.base.map(Dues.yuan)),
          Value(last?.rateText), Value(last?.due.map(Dues.yuan)),
          Value(standing.paidThrough?.description), .number(standing.unpaid.count),
          .number(standing.monthsInArrears), Value(standing.owed.map(Dues.yuan)),
          .list(remarks.map { .text($0) }),
        ]
      })
  }

  /// What the next meetings may take up. `from` is a word for programs.
  public init(
    of lines: [(organization: OrganizationIdentifier, kind: String, proposal: Proposal)],
    language: Language
  ) {
    self.init(
      columns: [
        Column("organization", .tableOrganization), Column("kind", .headingKind),
        Column("item", .headingProposal), Column("from", .headingOrigin),
        Column("due", .headingUntil),
        Column("evidence", .tableEvidence, separator: " ", isShown: false),
      ],
      rows: lines.map { line in
        [
          .text(line.organization.text), .text(line.kind),
          .text(line.proposal.title(language)),
          .code(line.proposal.code, line.proposal.origin),
          Value(line.proposal.due), .list(line.proposal.evidence.map { .text($0.text) }),
        ]
      })
  }
}

extension MakeUpClosing {
  /// The way of closing as other programs know it.
  var code: String {
    switch self {
    case .matter: "matter"
    case .session: "session"
    case .document: "document"
    case .signature: "signature"
    }
  }
}

extension Table {
  /// Terms: when elected, when up, extensions included, what runs, seats that stand empty. `state`
  /// is `unknown`, `running`, `notice` (half a year ahead) or `overdue`, `days` how many are left,
  /// negative beyond the end; `vacantPosts` those of the empty seats that are known.
  public init(
    of terms: [(organization: Organization, standing: TermStanding?, empty: EmptySeats?)]
  ) {
    self.init(
      columns: [
        Column("organization", .tableId), Column("name", .headingOrganization),
        Column("elected", .headingElected), Column("ends", .headingEnds),
        Column("extended", .tableExtended), Column("state", .headingClock),
        Column("days", .tableDays, isNumeric: true), Column("reminded", .tableReminded),
        Column("vacant", .headingVacancy, isNumeric: true),
        Column("vacantSince", .tableVacantSince),
        Column("vacantPosts", .headingPost, separator: "、"),
      ],
      rows: terms.map { organization, standing, empty in
        [
          .text(organization.id.text), .text(organization.name),
          Value(standing?.term.elected), Value(standing?.ends),
          Value(standing?.extensions.map(\.until).max()), Self.state(of: standing),
          Value(standing.map { $0.day.days(until: $0.ends) }), Value(standing?.reminded),
          Value(empty?.count), Value(empty?.since),
          .list((empty?.posts ?? []).map { .text($0) }),
        ]
      })
  }

  private static func state(of standing: TermStanding?) -> Value {
    guard let standing else { return .code("unknown", .termUnknown) }
    if standing.isOverdue { return .code("overdue", .termStateOverdue) }
    return standing.isNoticeDue
      ? .code("notice", .termStateNotice) : .code("running", .termStateRunning)
  }
}

extension Value {
  /// A step by its id, shown by its title; missing when there is none.
  fileprivate init(_ step: ProcedureStepKind?) {
    self = step.map { .code($0.id, Phrase(verbatim: $0.title)) } ?? .missing
  }
}

extension MakeUpClosing? {
  /// How the absence was made up, or that it was not.
  fileprivate var word: Phrase {
    switch self {
    case .none: .toMakeUp
    case .some(let closing): .madeUpBy(closing)
    }
  }
}
