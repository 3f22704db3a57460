/// A field's name and its text; the text may hold LF.
public struct Field: Hashable, Sendable {
  /// `[A-Z][A-Za-z0-9]*`
  public var name: String
  /// The whole text, lines joined by LF.
  public var value: String

  /// A field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A record to be written: everything but `Id`, the closing `By`, `At` and `Sum`, which the log
/// adds. A field called `By` is allowed (the items of a review have one); `Id`, `At` and `Sum`
/// are not.
public struct NewRecord: Hashable, Sendable {
  /// The type, as in the name of its file.
  public var type: String
  /// The organisation whose folder it goes to.
  public var organization: String
  /// Whether it goes to `restricted/`.
  public var restricted: Bool
  /// In the order they will be written.
  public var fields: [Field]
  /// Fields that name other records of the same command; they are written behind `fields`.
  public var links: [RecordLink] = []

  /// A record to be written.
  public init(type: String, organization: String, restricted: Bool = false, fields: [Field]) {
    self.type = type
    self.organization = organization
    self.restricted = restricted
    self.fields = fields
  }

  /// The first value of a field, nil when there is none.
  public func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of a field, in order.
  public func all(_ name: String) -> [String] {
    fields.compactMap { $0.name == name ? $0.value : nil }
  }
}

/// A field that names another record of the same command, which has no id before it is written.
public struct RecordLink: Hashable, Sendable {
  /// The name of the field.
  public var name: String
  /// Which record of the command, from 0.
  public var record: Int
  /// What stands behind its id: `#3` for its third item.
  public var suffix: String

  /// A link.
  public init(_ name: String, to record: Int, suffix: String = "") {
    self.name = name
    self.record = record
    self.suffix = suffix
  }
}
