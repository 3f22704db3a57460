import Archive
import RecordLog
import Wording

extension Table {
  /// Records of one type with every field the type has, `Id` first and `By At` last, then fields
  /// that the format does not know: for other programs.
  ///
  /// - Parameters:
  ///   - documents: records of that type.
  ///   - type: the type.
  public init(of documents: [RecordDocument], type: String) {
    let shape = RecordShape.of(type)
    var names: [String] = ["Id"]
    var seen: Set<String> = ["Id", "By", "At", "Sum", "Withdraws"]
    for field in shape?.fields ?? [] where seen.insert(field.name).inserted {
      names.append(field.name)
    }
    names += ["By", "At"]
    for document in documents {
      for field in document.fields where seen.insert(field.name).inserted {
        names.append(field.name)
      }
    }
    self.init(
      columns: names.map { Column($0, Phrase.label(ofField: $0, of: type)) },
      rows: documents.map { document in
        names.map { name in
          if name == "By" { return .text(document.enteredBy) }
          return .list(document.fields.filter { $0.name == name }.map { .text($0.value) })
        }
      })
  }

  /// Records of one type with the fields one looks for first, names instead of ids: for people.
  ///
  /// - Parameters:
  ///   - documents: records of that type.
  ///   - type: the type.
  ///   - language: of the program's own words in values.
  public init(summaryOf documents: [RecordDocument], type: String, language: Language) {
    let shape = RecordShape.of(type)
    let names = Self.summaryFields(of: type)
    self.init(
      columns: names.map {
        Column($0, Phrase.label(ofField: $0, of: type), isNumeric: Self.countedFields.contains($0))
      },
      rows: documents.map { document in
        names.map { name in
          let values = document.fields.filter { $0.name == name }.map(\.value)
          if Self.countedFields.contains(name) { return .number(values.count) }
          let shown = values.map { shape?.field(name)?.value.shownText($0, language) ?? $0 }
          return .text(shown.joined(separator: Phrase.listSeparator(language)))
        }
      })
  }

  /// Shown by how many there are.
  private static let countedFields: Set<String> = ["Present", "Person", "Files"]

  private static func summaryFields(of type: String) -> [String] {
    switch type {
    case "organization": ["Organization", "Name", "Level", "Parent", "Since", "Until", "Id"]
    case "member":
      ["Member", "Name", "Organization", "Group", "Status", "Post", "Since", "Until", "Id"]
    case "activity":
      ["Date", "Organization", "Kind", "Number", "Title", "Presider", "Present", "State", "Id"]
    case "matter": ["Opened", "Organization", "Kind", "Title", "Owner", "Due", "State", "Id"]
    case "document": ["Date", "Organization", "Kind", "Title", "Author", "Count", "Id"]
    case "honor": ["Date", "Organization", "Level", "Title", "To", "Id"]
    case "review": ["Date", "Organization", "Checklist", "Reviewer", "Id"]
    case "procedure": ["Date", "Organization", "Kind", "Subject", "Step", "Result", "Id"]
    case "plan": ["Period", "Organization", "Kind", "Title", "Number", "Due", "Owner", "Id"]
    case "team": ["Organization", "Kind", "Name", "Leader", "Person", "Since", "Until", "Id"]
    case "figure": ["Organization", "Indicator", "Period", "Value", "Unit", "Source", "Id"]
    case "dues": ["Organization", "Member", "Month", "Base", "Rate", "Paid", "PaidOn", "Id"]
    default: ["Date", "Organization", "Head", "Files", "Id"]
    }
  }
}
