import OrganizationLife
import RecordLog
import Testing

@testable import Samples

@Suite("Names in the samples") struct NameTests {
  @Test("nobody invented is called like somebody whom the articles name")
  func nobodyReal() throws {
    let today = try #require(Day("2026-11-20"))
    #expect(NameStock.real.count == 26)
    for sample in [SampleCase.fusion, .study] {
      let names = sample.history(seed: 1, today: today)
        .filter { $0.record.type == "member" }.compactMap { $0.record.first("Name") }
      #expect(names.count > 100)
      #expect(NameStock.real.isDisjoint(with: names))
    }
  }

  @Test("the next given name is taken for one that would make a real name")
  func realNameIsPassedOver() throws {
    let given = NameStock.maleGiven
    let surname = try #require(NameStock.surnames.first { $0.text == "韩" })
    let number = try #require(given.firstIndex { $0.text == "磊" })
    let generator = NameGenerator()
    for mayRepeat in [false, true] {
      let found = generator.given(after: surname, from: number, in: given, mayRepeat: mayRepeat)
      #expect(found.text == given[number + 1].text)
    }
    let other = try #require(NameStock.surnames.first { $0.text == "王" })
    #expect(
      generator.given(after: other, from: number, in: given, mayRepeat: false).text == "磊")
  }

  @Test("a thousand names after one another are different ones, none of them real")
  func differentNames() {
    var random = SeededGenerator(seed: 7)
    var generator = NameGenerator()
    let names = (0..<1000).map { _ in
      generator.next(unit: -1, member: -1, random: &random).text
    }
    #expect(Set(names).count == names.count)
    #expect(NameStock.real.isDisjoint(with: names))
  }
}
