import Archive
import Testing

@testable import Interface

@Suite("The page of a pack")
struct PackPageTests {
  @Test(
    "has each mechanism of the article with where it is entered and where it is seen",
    arguments: CatalogPack.all.map(\.id))
  func mechanisms(pack: String) throws {
    let desk = try Browsing()
    let archive = try #require(desk.context.archive)
    let page = PageContents.pack(pack, archive, in: desk.context)
    let mechanisms = Mechanism.all(of: pack)
    #expect(mechanisms.count > 30)
    for mechanism in mechanisms {
      let place = page.lines.firstIndex { $0.anchor == "mechanism \(mechanism.name)" }
      let number = try #require(place, "\(mechanism.name)")
      let told = page.lines[number + 1].spans.map(\.text).joined()
      #expect(told.contains(" → "), "\(told)")
      if let kind = mechanism.kind { #expect(told.contains("“\(kind)”"), "\(told)") }
    }
  }
}
