import OrganizationLife
import RecordLog

/// What can hardly be so in a record by its fields alone, where the ledger keeps no value of it:
/// figures, numbers of documents and honours, steps of a chain.
enum FieldDoubts {
  /// The doubts of a record of a type.
  ///
  /// - Parameters:
  ///   - first: the first value of a field.
  ///   - previous: the record that it follows.
  static func doubts(
    of type: String, first: (String) -> String?, after previous: Record?
  ) -> [RecordDoubt] {
    var found: [RecordDoubt] = []
    switch type {
    case "figure":
      let digits = longestNumber(in: first("Value") ?? "")
      if digits > RecordDoubt.mostDigits { found.append(.tooManyDigits(digits)) }
    case "document", "honor":
      if let count = first("Count").flatMap({ Quantity($0) })?.value,
        count > RecordDoubt.largestCount
      {
        found.append(.countTooLarge(count, field: "Count"))
      }
    case "matter":
      if let previous, isOther(previous, first, title: "Title", begun: "Opened") {
        found.append(.followsAnother(Reference(previous.id)))
      }
    case "team":
      if let previous, isOther(previous, first, title: "Name", begun: "Since") {
        found.append(.followsAnother(Reference(previous.id)))
      }
    default: break
    }
    return found
  }

  /// Whether the record before is of something else: of another organisation or kind, or neither
  /// its name nor its day is the same. Either alone may have been put right.
  private static func isOther(
    _ previous: Record, _ first: (String) -> String?, title: String, begun: String
  ) -> Bool {
    func differs(_ name: String) -> Bool { previous.first(name) != first(name) }
    return differs("Organization") || differs("Kind") || (differs(title) && differs(begun))
  }

  private static func longestNumber(in text: String) -> Int {
    text.split { !$0.isNumber && $0 != "," }.map { part in part.count { $0.isNumber } }.max() ?? 0
  }
}
