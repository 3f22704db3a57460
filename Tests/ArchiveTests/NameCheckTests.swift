import Archive
import OrganizationLife
import RecordLog
import Testing

@Suite("Names are compared by their letters, and look-alikes are said")
struct NameCheckTests {
  private static func member(_ id: String, _ name: String, in organization: String = "Q1") -> String
  {
    "%rec: member\n\nMember: \(id)\nName: \(name)\nOrganization: \(organization)\n"
      + "Status: 正式党员\nSince: 2026-01-01\n\n"
  }

  private func check(_ text: String, _ sandbox: Sandbox) throws -> EntryResult {
    EntryCheck(try sandbox.archive()).check(
      Array(text.utf8), source: "a", today: try day("2026-11-20"))
  }

  @Test(
    "composed, decomposed and compatibility forms name the same person",
    arguments: [
      ("Amélie", "Ame\u{301}lie"), ("Ame\u{301}lie", "Amélie"), ("李敏", "\u{F9E1}敏"),
      ("\u{F9E1}明", "李明"), ("冬梅", "\u{2F81A}梅"), ("한", "\u{1112}\u{1161}\u{11AB}"),
    ])
  func forms(stored: String, given: String) throws {
    let sandbox = try Sandbox.withBranch()
    _ = try sandbox.add(Self.member("Q1M77", stored))
    let meeting =
      "%rec: activity\n\nOrganization: Q1\nKind: 党员大会\nDate: 2026-03-12\nPresent: Q1M77(\(given))\n"
    let result = try check(meeting, sandbox)
    #expect(result.faults == [])
    // Kept as it was typed.
    let present = try #require(result.records.first?.first("Present"))
    #expect(present.unicodeScalars.elementsEqual("Q1M77(\(given))".unicodeScalars))
    #expect(PinyinReading.matches(given, name: stored))
    #expect(PinyinReading.initials(of: given) == PinyinReading.initials(of: stored))
    let other = try check(meeting.replacing(given, with: "\(given)x"), sandbox)
    #expect(other.faults.count == 1)
  }

  /// 李敏 is Q1M01 of Q1, 高远 DWM1 of JG.
  @Test(
    "a new name that looks like another's, or is the same in one branch, is said and kept",
    arguments: [
      ("\u{F9E1}敏", "Q1", ["same Q1M01(李敏)"]), ("李敏", "Q1", ["same Q1M01(李敏)"]),
      ("李敏", "JG", []), ("李 敏", "JG", ["similar Q1M01(李敏) Q1"]), ("陈晓·", "Q1", []),
      ("⾼远", "Q1", ["similar DWM1(高远) JG"]), ("王舞", "Q1", []),
    ] as [(String, String, [String])])
  func warnings(name: String, organization: String, expected: [String]) throws {
    let sandbox = try Sandbox.withBranch()
    let result = try check(Self.member("Q1M77", name, in: organization), sandbox)
    #expect(result.faults == [])
    #expect(result.records.count == 1)
    let told = result.notices.map { notice in
      switch notice.kind {
      case .sameName(let person): "same \(person)"
      case .similarName(name, let person, let organization): "similar \(person) \(organization)"
      default: "\(notice.kind)"
      }
    }
    #expect(told == expected)
    #expect(result.notices.allSatisfy { $0.line == 4 && $0.field == "Name" && $0.record == 0 })
  }

  @Test("the own branch first, three at most; of two new ones the second is told")
  func order() throws {
    let sandbox = try Sandbox.withBranch()
    for (id, organization) in [("JGM1", "JG"), ("Q1M71", "Q1"), ("Q1M72", "Q1"), ("JGM2", "JG")] {
      _ = try sandbox.add(Self.member(id, id == "JGM1" ? "赵未" : "赵未\(id)", in: organization))
    }
    _ = try sandbox.add(Self.member("Q1M73", "钱未"))
    let result = try check(
      Self.member("Q1M80", "赵末") + Self.member("Q1M81", "孙土") + Self.member("Q1M82", "孙士")
        + Self.member("Q1M83", "孙⼠"), sandbox)
    #expect(result.faults == [])
    let jg = try #require(OrganizationIdentifier("JG"))
    let q1 = try #require(OrganizationIdentifier("Q1"))
    #expect(
      result.notices.map(\.kind) == [
        .similarName("赵末", Person("JGM1(赵未)"), jg),
        .similarName("孙士", Person("Q1M81(孙土)"), q1),
        .similarName("孙⼠", Person("Q1M81(孙土)"), q1),
        .similarName("孙⼠", Person("Q1M82(孙士)"), q1),
      ])
    #expect(result.notices.map(\.record) == [0, 2, 3, 3])
  }

  @Test("a further snapshot of someone who is known is no news")
  func known() throws {
    let sandbox = try Sandbox.withBranch()
    _ = try sandbox.add(Self.member("Q1M77", "李 敏"))
    let again = try check(
      Self.member("Q1M77", "李 敏").replacing("2026-01-01", with: "2026-05-01"), sandbox)
    #expect(again.notices == [])
    let renamed = try check(
      Self.member("Q1M77", "李敏").replacing("2026-01-01", with: "2026-05-01"), sandbox)
    #expect(renamed.notices.map(\.kind) == [.sameName(Person("Q1M01(李敏)"))])
  }
}
