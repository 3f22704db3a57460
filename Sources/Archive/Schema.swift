import RecordLog

/// What the schema of a type documents: the fields with their labels, in the lines of `%doc`.
public struct Schema: Hashable, Sendable {
  /// A documented field.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What people call it.
    public var label: String
    /// Whether it may stand more than once.
    public var repeats: Bool
  }

  /// The type.
  public var type: String
  /// What people call it: 活动
  public var title: String
  /// Its fields in the schema's order, those added by the unit included.
  public var fields: [Field]

  /// The label of a field; nil for one that the schema does not document.
  public func label(of field: String) -> String? { fields.first { $0.name == field }?.label }

  /// The schemas in the files of a store, by type.
  static func byType(in files: [(path: String, bytes: [UInt8])]) -> [String: Schema] {
    var schemas: [String: Schema] = [:]
    for file in files {
      for schema in read(file.bytes) { schemas[schema.type] = schema }
    }
    return schemas
  }

  /// The schemas of a store, by type; none where they cannot be read.
  public static func ofUnit(_ store: Store) -> [String: Schema] {
    byType(in: (try? store.plainFiles(in: "schema")) ?? [])
  }

  /// Reads every `%rec:` with its `%doc:`:
  ///
  ///     %rec: activity
  ///     %doc: 活动
  ///     + Date 日期
  ///     + Present* 到会
  public static func read(_ bytes: [UInt8]) -> [Schema] {
    var schemas: [Schema] = []
    var isDocumentation = false
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("%rec:") {
        let type = line.dropFirst(5).split(separator: " ").first.map(String.init) ?? ""
        schemas.append(Schema(type: type, title: type, fields: []))
        isDocumentation = false
      } else if line.hasPrefix("%doc:"), let last = schemas.indices.last {
        let title = line.dropFirst(5).drop { $0 == " " }
        if !title.isEmpty { schemas[last].title = String(title) }
        isDocumentation = true
      } else if line.hasPrefix("+"), isDocumentation, let last = schemas.indices.last {
        let words = line.dropFirst().split(separator: " ", maxSplits: 1)
        guard let name = words.first?.prefix(while: { $0 != "*" }),
          name.first.map({ $0.isASCII && $0.isUppercase }) ?? false
        else { continue }
        schemas[last].fields.append(
          Field(
            name: String(name), label: words.count > 1 ? String(words[1]) : String(name),
            repeats: words[0].hasSuffix("*")))
      } else {
        isDocumentation = false
      }
    }
    return schemas
  }
}
