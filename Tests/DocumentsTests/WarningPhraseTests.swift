import OrganizationLife
import Testing

@testable import Wording

/// Every warning in both languages: what it is and what to do, short enough for a line of a list.
@Suite("Sentences for warnings")
struct WarningPhraseTests {
  private static let day = Day("2026-03-12") ?? Day(number: 0)
  private static let lin = Person("Q1M01(Lin)")
  private static let step = ProcedureStepKind(id: "talk", source: "Rule 1", level: .regulation)
  private static let month = Period(.month, containing: day)

  private static let meetings: [MeetingWarning] = [
    .noQuorum(item: 2, vote: 1, category: .ordinary, present: 3, required: 7),
    .electionVoid(item: 2, .noQuorum(present: 7, required: 8)),
    .electionVoid(item: 2, .ballotsBeyondVoters(returned: 9, most: 8)),
    .seatsUnknown(item: 2), .surplusTooSmall(item: 2, candidates: 3, seats: 3, needed: 4),
    .choicesBeyondBallots(item: 2, given: 40, most: 36), .candidateCounted(item: 2, lin),
    .candidateWithoutRight(item: 2, lin),
    .voteAgain(item: 2, [lin, Person("Q1M02(He)")], seats: 1), .seatsVacant(item: 2, 1),
    .writtenInUncounted(item: 2, "Wu"), .exclusionWithoutGround(lin, reason: "busy"),
    .exclusionOutsideElection(lin), .exclusionWithoutConsent(lin),
    .decidedTogether(item: 2, vote: 1, [lin]),
    .writtenBeyondAbsent(item: 2, vote: 1, written: 3, absent: 2), .presiderWithoutOffice(lin),
    .secretaryDidNotPreside(secretary: lin, presider: Person("Q1M02(He)")),
    .subjectMissing(item: 2, vote: 1, .confirmation),
    .forAssemblyAlone(item: 2, vote: 1, .discipline),
    .committeeVoteElsewhere(item: 2, vote: 1),
    .subjectOfAnotherStatus(item: 2, vote: 1, .admission, lin, .activist),
    .subjectOfAnotherStatus(item: 2, vote: 1, .disqualification, lin, .probationary),
    .notForTemporaryBranch(item: 2, .admission), .voterMayHaveMissed(item: 2, lin, .late),
  ]

  private static let people: [WarningKind] =
    ([
      .admittedWithoutVote(on: day), .admittedDespiteVote(on: day),
      .admissionDayDiffers(recorded: day, voted: day), .admittedWithoutApproval(meeting: day),
      .approvalBeforeMeeting(approved: day, meeting: day),
      .approvalLate(due: day, isBeyondSixMonths: false),
      .approvalLate(due: day, isBeyondSixMonths: true), .confirmedEarly(meeting: day, ends: day),
      .confirmationOverdue(ends: day), .confirmedWithoutVote(on: day),
      .confirmedDespiteVote(on: day), .partyAgeDiffers(recorded: day, expected: day),
      .fullBeforeVote(since: day, meeting: day), .prolongedTwice(on: day),
      .prolongationOutOfRange(until: day, earliest: day, latest: day),
      .stillProbationary(since: day),
    ] as [AdmissionWarning]).map { .admission($0) }
    + ([
      .short(missing: 5.5, target: 32, daysLeft: 41), .withoutTraining,
      .newSecretaryUntrained(since: day, due: day),
    ] as [StudyWarning]).map { .study($0) }
    + ([
      .arrears(months: 3), .arrearsHalfYear(months: 6),
      .amountDiffers(month: month, due: 5000, paid: 4000, isRetired: false),
      .paidBackTooFar(month: month, paidOn: day), .largeContribution(month: month, beyond: 100_000),
      .paidBeforeAdmission(month: month, admitted: day),
    ] as [DuesWarning]).map { .dues($0) }
    + ([
      .nothingForHalfYear(meetings: 6, since: day), .floatingForHalfYear(meetings: 6, since: day),
      .floatingNotRecorded(since: day), .transferDue(floatingSince: day), .outOfContact(since: day),
      .membershipStopped(since: day), .correctionOver(since: day), .leaderAbsent(meetings: 3),
      .leaderInNoBranch,
    ] as [ParticipationWarning]).map { .participation($0) }

  private static let organizations: [WarningKind] =
    ([
      .unknown, .noticeDue(ends: day), .overdue(ends: day, days: 9),
      .extensionTooLong(until: day, latest: day), .extensionApprovedLate(approved: day, ends: day),
      .electedEarly(on: day, due: day), .electedLate(on: day, due: day),
      .vacancy(seats: 1, since: day, due: day), .vacancyTooLong(seats: 1, since: day, due: day),
      .byElectionRestarted(on: day, termFrom: day), .unusualTerm(years: 4, usual: 3),
    ] as [TermWarning]).map { .term($0) }
    + ([
      .tooFewFullMembers(full: 2), .tooManyMembers(members: 51), .tooManyUnits(units: 6),
      .temporaryForLong(since: day), .committeeMissing(full: 7, officers: 1),
      .committeeTooLarge(officers: 8), .committeeNotNeeded(full: 6, officers: 3),
      .secretaryMissing, .generalBranchTooLarge(members: 100), .generalBranchSmall(members: 49),
      .groupTooSmall(members: 2), .groupWithoutFullMember, .groupWithoutHead,
    ] as [SizeWarning]).map { .size($0) }
    + ([
      .tooManyExcellent(count: 6, most: 5, members: 16), .ungraded([]),
      .stepsMissing(AppraisalStep.allCases), .unprepared(LifeMeetingPart.allCases),
      .withoutMeasures,
    ] as [AppraisalWarning]).map { .appraisal($0) }
    + ([
      .early(step, on: day, earliest: day), .late(step, on: day, latest: day),
      .overdue(step, latest: day), .outOfOrder(step, missing: ["review"]),
      .clockOverdue(step, due: day), .tooShort(step, hours: 20, days: 2),
      .receiptOverdue(step, validThrough: day), .leftBeforeReceipt(since: day, receipt: nil),
      .leftBeforeReceipt(since: day, receipt: day),
    ] as [ProcedureWarning]).map { .procedure($0) }
    + [.matter(.repeated(times: 2, last: day))]

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("each says what it is and what to do, in both languages, with its article")
  func everyWarning() {
    let all = Self.meetings.map { WarningKind.meeting($0) } + Self.people + Self.organizations
    for kind in all {
      for phrase in [kind.phrase, kind.remedy, kind.topic] {
        #expect(hasHan(phrase.chinese), "\(phrase.chinese)")
        #expect(!phrase.english.isEmpty && !hasHan(phrase.english), "\(phrase.english)")
        for text in [phrase.chinese, phrase.english] {
          #expect(!text.contains("违纪") && !text.hasSuffix("。") && !text.hasSuffix("."), "\(text)")
        }
      }
      #expect(!kind.citation.article.isEmpty, "\(kind)")
      #expect(kind.phrase.chinese.count <= 44, "\(kind.phrase.chinese)")
      #expect(kind.remedy.chinese.count <= 30, "\(kind.remedy.chinese)")
    }
    print("warnings with a sentence and a remedy: \(all.count)")
  }

  @Test("numbers and dates of the data stand in the sentence")
  func data() {
    #expect(
      WarningKind.term(.overdue(ends: Self.day, days: 9)).phrase.chinese
        == "任期2026-03-12届满,超期9天")
    #expect(
      WarningKind.study(.short(missing: 5.5, target: 32, daysLeft: 41)).phrase.chinese
        == "学时差5.5:应32,距年末41天")
    #expect(
      WarningKind.dues(
        .amountDiffers(month: Self.month, due: 5000, paid: 4000, isRetired: false)
      ).phrase.chinese == "2026-03党费应交50.00元,实交40.00元")
    #expect(
      Citation(.assemblyQuorum).phrase.chinese == "党内法规 支部工作条例(试行)第十一条")
  }
}
