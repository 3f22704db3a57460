import OrganizationLife
import Testing

/// Numbers that people may give roughly.
@Suite struct QuantityTests {
  struct Row: Sendable {
    var text: String
    var value: Int?
    var isAtLeast = false
    var isAbout = false
  }

  @Test(arguments: [
    Row(text: "126", value: 126),
    Row(text: "0", value: 0),
    Row(text: "999999999", value: 999_999_999),
    Row(text: "1000000000"),
    Row(text: "1000+", value: 1000, isAtLeast: true),
    Row(text: "~20", value: 20, isAbout: true),
    Row(text: "~20+"),
    Row(text: "-1"),
    Row(text: "约20"),
    Row(text: ""),
  ])
  func reading(row: Row) {
    let quantity = Quantity(row.text)
    #expect(quantity?.value == row.value)
    guard let quantity else { return }
    #expect(quantity.isAtLeast == row.isAtLeast)
    #expect(quantity.isAbout == row.isAbout)
    #expect(quantity.description == row.text)
  }
}
