import Archive
import Glibc
import OrganizationLife
import Testing

@testable import RecordLog
@testable import Wording

/// One sentence, and what has to stand in it in both languages: where it happened, with what.
struct Sentence: Sendable, CustomStringConvertible {
  let phrase: Phrase
  let pieces: [String]

  init(_ phrase: Phrase, _ pieces: String...) { self.init(phrase, pieces) }

  init(_ phrase: Phrase, _ pieces: [String]) {
    self.phrase = phrase
    self.pieces = pieces
  }

  var description: String { phrase.english }
}

@Suite("Sentences for errors")
struct ErrorPhraseTests {
  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// What the data brings into a sentence is taken out; the rest has to be of the language.
  private func check(_ sentence: Sentence, namesChineseWords: Bool = false) {
    let (chinese, english) = (sentence.phrase.chinese, sentence.phrase.english)
    for piece in sentence.pieces {
      #expect(chinese.contains(piece), "\(chinese)")
      #expect(english.contains(piece), "\(english)")
    }
    #expect(Self.hasHan(chinese), "\(chinese)")
    var rest = english
    for piece in sentence.pieces.sorted(by: { $0.count > $1.count }) {
      rest = rest.replacing(piece, with: "")
    }
    if !namesChineseWords { #expect(!Self.hasHan(rest), "\(english)") }
    #expect(!chinese.hasSuffix("。") && !english.hasSuffix("."))
  }

  @Test(
    "opening, reading, making a store",
    arguments: [
      Sentence(StoreError.notAStore(path: "/led").phrase, "/led", "zhibu.rec", "zhibu init"),
      Sentence(
        StoreError.newerFormat(path: "zhibu.rec", line: 1, format: 3).phrase, "zhibu.rec:1: ", "3"),
      Sentence(
        StoreError.manifest(path: "zhibu.rec", line: 2, fault: .missing("Unit")).phrase,
        "zhibu.rec:2: ", "Unit"),
      Sentence(StoreError.missing(path: "/led/x").phrase, "/led/x"),
      Sentence(StoreError.unreadable(path: "/led/x", code: EACCES).phrase, "/led/x"),
      Sentence(StoreError.unwritable(path: "/led/x", code: ENOSPC).phrase, "/led/x"),
      Sentence(StoreError.notEmpty(path: "/led").phrase, "/led"),
      Sentence(StoreError.badPath("../x").phrase, "../x"),
      Sentence(ArchiveError.store(.missing(path: "/led/y")).phrase, "/led/y"),
      Sentence(ManifestFault.missing("Zone").phrase, "Zone"),
      Sentence(ManifestFault.badFormat("one").phrase, "Format", "one"),
      Sentence(ManifestFault.badZone("+8").phrase, "+8", "+08:00"),
      Sentence(ManifestFault.severalRecords.phrase, "zhibu.rec"),
      Sentence(ManifestFault.grammar(.emptyLine).phrase),
    ])
  func store(sentence: Sentence) { check(sentence) }

  @Test(
    "appending",
    arguments: [
      Sentence(AppendError.badOrganization(record: 1, "q1").phrase, "q1", "2"),
      Sentence(AppendError.unknownType(record: 0, "meeting").phrase, "meeting", "%rec:", "1"),
      Sentence(AppendError.emptyRecord(record: 4).phrase, "5"),
      Sentence(AppendError.badFieldName(record: 0, "date").phrase, "date"),
      Sentence(AppendError.reservedField(record: 0, "Sum").phrase, "Sum"),
      Sentence(AppendError.badAuthor("x\ny").phrase, "x\ny", "--as"),
      Sentence(AppendError.badMoment("now").phrase, "now"),
      Sentence(
        AppendError.wrongZone("2026-03-12T10:00:00Z", expected: "+08:00").phrase,
        "2026-03-12T10:00:00Z", "+08:00"),
      Sentence(AppendError.locked(organization: "Q1", holder: nil).phrase, "Q1"),
      Sentence(
        AppendError.locked(organization: "Q1", holder: LockHolder(process: 77, user: "chenxiao"))
          .phrase, "Q1", "77", "chenxiao"),
      Sentence(AppendError.notWritable(path: "a.rec", code: EROFS).phrase, "a.rec"),
      Sentence(AppendError.notSaved(path: "a.rec", code: ENOSPC).phrase, "a.rec"),
      Sentence(AppendError.notRestored(path: "a.rec", code: EIO).phrase, "a.rec"),
      Sentence(AppendError.notConfirmed(path: "a.rec", code: EIO).phrase, "a.rec", "zhibu verify"),
      Sentence(
        AppendError.notCompleted(pending: "p1", path: "a.rec", code: EIO).phrase, "p1", "a.rec"),
      Sentence(AppendError.symbolicLink(path: "a.rec").phrase, "a.rec"),
      Sentence(AppendError.settledBefore(path: "a.rec.1").phrase, "a.rec.1"),
      Sentence(AppendNotice.notSettled(path: "a.rec.1", code: EIO).phrase, "a.rec.1"),
      Sentence(AppendError.notFresh(path: "a.rec").phrase, "a.rec"),
      Sentence(AppendError.store(.badPath("../x")).phrase, "../x"),
      Sentence(
        AppendNotice.tailQuarantined(path: "a.rec", line: 9, bytes: 12, copy: "quarantine/a")
          .phrase,
        "a.rec:9: ", "12", "quarantine/a"),
      Sentence(AppendNotice.tailCompleted(path: "a.rec").phrase, "a.rec"),
      Sentence(
        AppendNotice.continued(damaged: "a.rec", line: 9, path: "a+2.rec").phrase, "a.rec:9: ",
        "a+2.rec"),
      Sentence(
        AppendNotice.clockBehind(path: "a.rec", moment: "2025-01-01T00:00:00+08:00").phrase,
        "a.rec",
        "2025-01-01T00:00:00+08:00"),
      Sentence(
        AppendNotice.cleaned(record: 2, field: "Title", changes: [.tabs, .controls]).phrase, "3",
        "Title"),
      Sentence(AppendNotice.pendingCompleted(name: "p1").phrase, "p1"),
      Sentence(
        AppendNotice.pendingSetAside(name: "p1", copy: "quarantine/p1").phrase, "quarantine/p1"),
    ])
  func append(sentence: Sentence) { check(sentence) }

  @Test(
    "lines that are not rec",
    arguments: [
      Sentence(GrammarFault.Kind.notAField.phrase),
      Sentence(GrammarFault.Kind.fullWidthColon.phrase, "："),
      Sentence(GrammarFault.Kind.badFieldName("标题").phrase, "标题"),
      Sentence(GrammarFault.Kind.strayContinuation.phrase, "+"),
      Sentence(GrammarFault.Kind.forbiddenCharacter(0x1B).phrase, "U+001B"),
      Sentence(GrammarFault.Kind.invalidEncoding.phrase, "UTF-8"),
      Sentence(GrammarFault.Kind.trailingBlank.phrase),
      Sentence(GrammarFault.Kind.trailingBackslash.phrase, "\\", "＼"),
      Sentence(GrammarFault.Kind.byteOrderMark.phrase, "UTF-8"),
      Sentence(GrammarFault.Kind.missingBlank.phrase, "+"),
      Sentence(GrammarFault.Kind.descriptor.phrase, "%"),
      Sentence(GrammarFault.Kind.comment.phrase), Sentence(GrammarFault.Kind.emptyLine.phrase),
      Sentence(GrammarFault.Kind.unclosed.phrase),
    ])
  func grammar(sentence: Sentence) { check(sentence) }

  @Test("each thing that cleaning does has a phrase of its own")
  func cleaning() {
    #expect(Set(TextChange.allCases.map(\.phrase)).count == TextChange.allCases.count)
    #expect(
      TextChange.list([.controls, .tabs]).english
        == "tabs became spaces, control characters were removed")
  }

  @Test(
    "what verify finds, with a word for programs",
    arguments: [
      (Finding.Kind.unreadable(code: EACCES), "unreadable", []),
      (.foreignFile, "foreign-file", []), (.link, "link", []), (.notAFile, "not-a-file", []),
      (.notAFolder, "not-a-folder", []),
      (.leftover, "leftover", []), (.newerFormat(7), "newer-format", ["7"]),
      (.missingFile("a.rec"), "missing-file", ["a.rec"]),
      (.badHeader(expected: "# zhibu 1 Q1"), "bad-header", ["# zhibu 1 Q1"]),
      (
        .brokenChain(expected: "aaaaaaaabb", found: "ccccccccdd", before: "a.rec"), "broken-chain",
        ["aaaaaaaa", "cccccccc", "a.rec"]
      ),
      (.grammar(.emptyLine), "grammar", []),
      (.unsealed(id: "Q1-x"), "unsealed", ["Q1-x", "zhibu add"]),
      (.edited(id: "Q1-x"), "edited", ["Q1-x"]),
      (.moved(id: "Q1-x"), "moved", ["Q1-x"]),
      (.removed(before: "Q1-x", numbers: [3, 4, 5, 9]), "removed", ["Q1-x", "3–5, 9"]),
      (.duplicate(id: "Q1-x", line: 3), "duplicate", ["Q1-x", "3"]),
      (.repeatedIdentifier(id: "Q1-x", file: "a.rec", line: 3), "repeated-id", ["a.rec:3"]),
      (.foreignIdentifier(id: "Q1-x"), "foreign-id", ["Q1-x"]),
      (.numberNotRising(id: "Q1-x", previous: 7), "number-not-rising", ["Q1-x", "7"]),
      (.missingField(id: "Q1-x", name: "At"), "missing-field", ["Q1-x", "At"]),
      (.badMoment(id: "Q1-x", text: "now"), "bad-moment", ["Q1-x", "now"]),
      (.laterYear(id: "Q1-x", text: "2027"), "later-year", ["Q1-x", "2027"]),
      (.tornTail(bytes: 12), "torn-tail", ["12"]), (.tornTail(bytes: 0), "torn-tail", []),
      (.zeroFilled(bytes: 12), "zero-filled", ["12"]), (.pending, "pending", []),
      (.setAside, "set-aside", []),
      (.alteredAttachment, "altered-attachment", []),
      (
        .missingAttachment(id: "Q1-x", hash: "0123456789abcdef"), "missing-attachment",
        ["Q1-x", "01234567"]
      ),
    ] as [(Finding.Kind, String, [String])])
  func findings(kind: Finding.Kind, code: String, pieces: [String]) {
    check(Sentence(kind.phrase, pieces))
    #expect(kind.code == code)
  }

  @Test("a finding says file and line, a whole file without a line")
  func located() {
    let edited = Finding(file: "organizations/Q1/a.rec", line: 7, kind: .edited(id: "Q1-x"))
    #expect(edited.located.english.hasPrefix("organizations/Q1/a.rec:7: Q1-x was altered"))
    #expect(edited.kind.code == "edited")
    let foreign = Finding(file: "letter.txt", line: 0, kind: .foreignFile)
    #expect(foreign.located.chinese == "letter.txt: 不属于台账的文件,请移走")
  }

  @Test(
    "values that cannot be read",
    arguments: [
      Sentence(ValueProblem.missing.phrase),
      Sentence(ValueProblem.notADate("soon").phrase, "soon", "2026-03-12"),
      Sentence(ValueProblem.doesNotExist("2026-02-30").phrase, "2026-02-30"),
      Sentence(ValueProblem.outsideYears("2999-01-01").phrase, "2999-01-01", "1900", "2199"),
      Sentence(ValueProblem.notATime("25:00").phrase, "25:00", "14:30"),
      Sentence(ValueProblem.notANumber("many").phrase, "many"),
      Sentence(ValueProblem.notADecimal("x").phrase, "x", "1.5"),
      Sentence(ValueProblem.notAQuantity("x").phrase, "x", "1000+", "~20"),
      Sentence(ValueProblem.notAnAmount("x").phrase, "x", "12.50"),
      Sentence(ValueProblem.unknownChoice("也许", allowed: ["是", "否"]).phrase, "也许", "是 否"),
      Sentence(ValueProblem.notAnOrganization("q1").phrase, "q1"),
      Sentence(ValueProblem.notAMember("q1").phrase, "q1"),
      Sentence(ValueProblem.incomplete("Q1M01").phrase, "Q1M01"),
      Sentence(ValueProblem.notAPeriod("x").phrase, "x", "2026-Q4"),
      Sentence(ValueProblem.notAMonth("2026-13").phrase, "2026-13", "2026-03"),
      Sentence(ValueProblem.notARate("5").phrase, "5", "1.5%"),
      Sentence(ValueProblem.tooLarge("9999999999").phrase, "9999999999"),
      Sentence(ValueProblem.unknownChoice("党 支部", allowed: ["党支部"]).phrase, "党 支部", "党支部"),
      Sentence(ValueProblem.notAReference("x").phrase, "x"),
      Sentence(ValueProblem.notASitting("x").phrase, "x", "1/2"),
      Sentence(ValueProblem.voteWithout("赞成").phrase, "赞成="),
      Sentence(ValueProblem.voteNumber(part: "赞成", "many").phrase, "赞成=many"),
      Sentence(ValueProblem.outsideItem.phrase, "Item"), Sentence(ValueProblem.severalLines.phrase),
      Sentence(ValueProblem.repeated.phrase),
      Sentence(
        ValueFault(field: "Vote", line: 3, item: 2, problem: .voteWithout("赞成")).phrase, "Vote",
        "2", "赞成="
      ),
    ])
  func values(sentence: Sentence) { check(sentence) }

  @Test(
    "what keeps a record from being added",
    arguments: [
      Sentence(EntryProblem.grammar(.notAField).phrase),
      Sentence(EntryProblem.noType.phrase, "%rec:"),
      Sentence(EntryProblem.unknownType("meeting").phrase, "meeting", "activity"),
      Sentence(EntryProblem.reservedField.phrase), Sentence(EntryProblem.value(.missing).phrase),
      Sentence(EntryProblem.forbiddenCharacter(0x9B).phrase, "U+009B"),
      Sentence(EntryProblem.invisibleCharacter(0x200B).phrase, "U+200B"),
      Sentence(EntryProblem.unknownKind("茶话会", known: ["党课"]).phrase, "茶话会", "党课"),
      Sentence(EntryProblem.unknownOrganization("Q9").phrase, "Q9"),
      Sentence(EntryProblem.unknownMember("Q1M99").phrase, "Q1M99"),
      Sentence(
        EntryProblem.nameMismatch(id: "Q1M05", given: "赵六", known: ["王五"]).phrase, "Q1M05", "赵六",
        "王五"),
      Sentence(EntryProblem.identifierTaken(id: "Q1M05", by: "王五").phrase, "Q1M05", "王五"),
      Sentence(EntryProblem.identityChanged(from: "Q1M05", to: "Q1M06").phrase, "Q1M05", "Q1M06"),
      Sentence(EntryProblem.unknownReference("Q1-x").phrase, "Q1-x"),
      Sentence(EntryProblem.otherType("Q1-x", type: "matter").phrase, "Q1-x", "matter"),
      Sentence(EntryProblem.withdrawn("Q1-x").phrase, "Q1-x"),
      Sentence(EntryProblem.outdated("Q1-x", newest: "Q1-y").phrase, "Q1-x", "Q1-y"),
      Sentence(EntryProblem.otherSum("Q1-x").phrase, "Q1-x"),
      Sentence(EntryProblem.reasonMissing.phrase, "Reason"),
      Sentence(EntryProblem.signatureMissing.phrase, "Signed", "定稿", "未定稿"),
      Sentence(EntryProblem.notInWithdrawal.phrase, "Withdraws", "Reason"),
      Sentence(EntryProblem.severalLinks.phrase, "Corrects"),
      Sentence(
        EntryProblem.closedByOtherLevel(opener: Person("DWM01(周正)")).phrase, "DWM01(周正)", "待销号"),
    ])
  func entries(sentence: Sentence) { check(sentence) }

  @Test("a fault of an entry says file, line, field and item")
  func entryFault() {
    let fault = EntryFault(
      source: "x.rec", line: 7, record: 0, field: "Due", item: 2, problem: .value(.notADate("soon"))
    )
    #expect(
      fault.located.chinese == "x.rec:7: 议题2的 Due:「soon」不是日期,请写成 2026-03-12 这样")
    #expect(
      fault.located.english == "x.rec:7: Due of item 2: “soon” is no date: write 2026-03-12")
  }

  @Test(
    "the catalogue and its selections",
    arguments: [
      Sentence(CatalogFault.Problem.grammar(.comment).phrase),
      Sentence(CatalogFault.Problem.unknownType("x").phrase, "x", "%rec:"),
      Sentence(CatalogFault.Problem.value(field: "Since", .missing).phrase, "Since"),
      Sentence(CatalogFault.Problem.overlaps(id: "A01", line: 9).phrase, "A01", "9", "Until"),
      Sentence(CatalogFault.Problem.unknownChecklist("x").phrase, "x", "Checklist"),
      Sentence(CatalogFault.Problem.unknownObligation("x", field: "Answer").phrase, "x", "Answer"),
      Sentence(CatalogFault.Problem.unknownKind("x").phrase, "x"),
      Sentence(CatalogFault.Problem.unknownCondition("x").phrase, "x"),
      Sentence(CatalogFault.Problem.unknownField("Colour").phrase, "Colour"),
      Sentence(SelectionError.Problem.unexpectedEnd.phrase),
      Sentence(SelectionError.Problem.unexpected("&").phrase, "&"),
      Sentence(SelectionError.Problem.openText.phrase),
      Sentence(SelectionError.Problem.pattern(".*").phrase, ".*", "~"),
      Sentence(SelectionError.Problem.notADate("x").phrase, "x", "2026-03-12"),
    ])
  func catalog(sentence: Sentence) { check(sentence) }

  @Test(
    "sentences that quote the words of a record",
    arguments: [
      Sentence(ValueProblem.unknownVotePart("票数").phrase, "票数", "赞成="),
      Sentence(SelectionError.Problem.noComparison.phrase, "Kind = '党课'"),
      Sentence(CatalogFault.Problem.badAnswer("x").phrase, "x", "义务 ID"),
    ])
  func quoting(sentence: Sentence) { check(sentence, namesChineseWords: true) }

  @Test(
    "the system's errors in words",
    arguments: [
      EACCES, EPERM, EROFS, ENOSPC, EDQUOT, EFBIG, EIO, ENOENT, ENOTDIR, EISDIR, EEXIST, ENOTEMPTY,
      ENAMETOOLONG, ELOOP, EMFILE, ENFILE, ENOLCK,
    ])
  func system(code: Int32) {
    check(Sentence(SystemError.phrase(code)))
    #expect(!SystemError.phrase(code).english.contains("system error"))
  }

  @Test("an error without words of its own is named by its number")
  func unknownSystemError() {
    #expect(SystemError.phrase(4_711) == Phrase("系统错误 4711", "system error 4711"))
  }
}
