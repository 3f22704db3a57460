import Archive
import OrganizationLife
import RecordLog

/// One folded record on its way out: its fields with `Id`, `By`, `At` and `Sum`, and for an
/// activity what the rules say of it.
public struct RecordDocument: Sendable {
  /// An activity and the numbers that belong to it.
  public struct Judged: Sendable {
    /// The activity as the domain reads it.
    public var activity: Activity
    /// What the rules say.
    public var figures: MeetingFigures

    /// An activity with its numbers.
    public init(activity: Activity, figures: MeetingFigures) {
      self.activity = activity
      self.figures = figures
    }
  }

  /// The type.
  public let type: String
  /// In the record's order, `Id By At Sum` included.
  public let fields: [Field]
  /// For an activity that is shown by itself.
  public var judged: Judged?
  /// For a record that is shown by itself: the organisation in whose folder it lies, and the one
  /// value of all that the organisation's files hold.
  public var head: (organization: String, head: String)?

  /// A record.
  public init(type: String, fields: [Field], judged: Judged? = nil) {
    self.type = type
    self.fields = fields
    self.judged = judged
  }

  /// The first value of a field.
  public func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Who entered it: the last `By`, since the items of a review have one of their own.
  public var enteredBy: String { fields.last { $0.name == "By" }?.value ?? "" }

  /// As it is written in rec, with marks for what a file edited by hand may hold.
  private var record: PlainRecord {
    PlainRecord(type: type, fields: fields.map(\.exported))
  }

  /// Several records of one type as rec, with its `%rec:` line.
  public static func rec(_ documents: [RecordDocument]) -> String {
    String(decoding: PlainRecords.format(documents.map(\.record)), as: UTF8.self)
  }

  /// Several records as an array of objects.
  public static func json(_ documents: [RecordDocument]) -> String {
    JSONText.array(documents.map { .object($0.entries) })
  }

  /// Several records as an object a line.
  public static func jsonLines(_ documents: [RecordDocument]) -> String {
    JSONText.lines(documents.map { .object($0.entries) })
  }

  /// Every field in the format's order, repeated ones as arrays; then what the rules add.
  var entries: [Value.Entry] {
    let shape = RecordShape.of(type)
    var entries: [Value.Entry] = [.init("Id", Value(first("Id")))]
    var seen: Set<String> = ["Id", "By", "At", "Sum"]
    for field in shape?.fields ?? [] where seen.insert(field.name).inserted {
      let values = all(field.name)
      if shape?.isArray(field.name) ?? false {
        entries.append(.init(field.name, .list(values.map { field.value.value(of: $0) })))
      } else if let value = values.first {
        entries.append(.init(field.name, field.value.value(of: value)))
      }
    }
    for field in fields where seen.insert(field.name).inserted {
      let values = all(field.name).map { Value.text($0) }
      entries.append(.init(field.name, values.count == 1 ? values[0] : .list(values)))
    }
    entries.append(.init("By", .person(Person(enteredBy))))
    for name in ["At", "Sum"] { entries.append(.init(name, Value(first(name)))) }
    if let judged {
      entries += judged.figures.entries(items: judged.activity.items)
    } else if type == "review" {
      entries.append(.init("items", .list(items.map { .object($0) })))
    }
    if let head { entries.append(.init("head", .text(head.head))) }
    return entries
  }

  /// Every value of a field, those of items included, in order.
  private func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The items of a review, each with its own fields under lower-case names.
  private var items: [[Value.Entry]] {
    let parts = RecordShape.of(type)?.fields.filter(\.isPartOfItem) ?? []
    var items: [[String: [Value]]] = []
    for field in fields.prefix(closingIndex) {
      if field.name == "Item" {
        items.append([field.name: [.text(field.value)]])
      } else if let last = items.indices.last,
        let part = parts.first(where: { $0.name == field.name })
      {
        items[last][field.name, default: []].append(part.value.value(of: field.value))
      }
    }
    return items.map { item in
      [.init("item", item["Item"]?.first ?? .missing)]
        + parts.map { part in
          let values = item[part.name] ?? []
          let key = part.name.prefix(1).lowercased() + part.name.dropFirst()
          return .init(key, part.repeats ? .list(values) : values.first ?? .missing)
        }
    }
  }

  /// Where the fields that the log adds at the end begin.
  private var closingIndex: Int {
    fields.lastIndex { $0.name == "By" } ?? fields.count
  }
}

extension RecordShape {
  /// Whether a record can hold more than one value of that name, by repeating it or by items.
  func isArray(_ name: String) -> Bool {
    fields.contains { $0.name == name && ($0.repeats || $0.isPartOfItem) }
  }
}
