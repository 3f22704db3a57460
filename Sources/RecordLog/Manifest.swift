/// `zhibu.rec`: the store's format, unit and time zone.
public struct Manifest: Hashable, Sendable {
  /// The format this program writes.
  public static let currentFormat = 1

  /// The version of the format; 1.
  public let format: Int
  /// The unit the store belongs to.
  public let unit: String
  /// The offset in which moments are written, `+08:00`.
  public let zone: String

  /// A manifest; `Store.create` refuses a zone that is no offset.
  public init(format: Int = Manifest.currentFormat, unit: String, zone: String = "+08:00") {
    self.format = format
    self.unit = unit
    self.zone = zone
  }

  /// Whether a text can be the name of a unit: a line of at most 100 characters.
  public static func isUnit(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace) && text.count <= 100 && !text.contains(where: \.isNewline)
  }

  static let path = "zhibu.rec"

  var bytes: [UInt8] {
    let fields = [
      Field("Format", String(format)), Field("Unit", TextCleaning.clean(unit).text),
      Field("Zone", zone),
    ]
    return PlainRecords.format([PlainRecord(type: nil, fields: fields)])
  }

  package init(reading bytes: [UInt8]) throws(StoreError) {
    let (records, faults) = PlainRecords.parse(bytes)
    // The format comes first: a newer one may have another grammar.
    let record = records.first
    let line = record?.line ?? 1
    if let text = record?.first("Format") {
      guard let format = Int(text), format >= 1 else {
        throw .manifest(path: Self.path, line: line, fault: .badFormat(text))
      }
      guard format <= Self.currentFormat else {
        throw .newerFormat(path: Self.path, line: line, format: format)
      }
    }
    if let fault = faults.first {
      throw .manifest(path: Self.path, line: fault.line, fault: .grammar(fault.kind))
    }
    guard let record, let format = record.first("Format").flatMap({ Int($0) }) else {
      throw .manifest(path: Self.path, line: line, fault: .missing("Format"))
    }
    guard records.count == 1 else {
      throw .manifest(path: Self.path, line: records[1].line, fault: .severalRecords)
    }
    guard let unit = record.first("Unit"), !unit.isEmpty else {
      throw .manifest(path: Self.path, line: line, fault: .missing("Unit"))
    }
    guard let zone = record.first("Zone") else {
      throw .manifest(path: Self.path, line: line, fault: .missing("Zone"))
    }
    guard WrittenMoment.isZone(zone) else {
      throw .manifest(path: Self.path, line: line, fault: .badZone(zone))
    }
    self.init(format: format, unit: unit, zone: zone)
  }
}
