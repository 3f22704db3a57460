import OrganizationLife

/// What is looked for, and where.
public struct SearchQuery: Hashable, Sendable {
  /// Words with blanks between them: a record has to hold all of them, in any of its lines. No
  /// character has a meaning of its own: `%`, `*` and quotes are looked for as they are.
  public var text: String
  /// Only records of these organisations, by id; nil for all.
  public var organizations: Set<String>?
  /// Only records of a kind (`Kind`, or a `Counts`), or of a type; nil for all.
  public var kind: String?
  /// Only records about this day or a later one.
  public var since: Day?
  /// Only records about this day or an earlier one.
  public var until: Day?

  /// A query.
  public init(
    _ text: String, organizations: Set<String>? = nil, kind: String? = nil, since: Day? = nil,
    until: Day? = nil
  ) {
    self.text = text
    self.organizations = organizations
    self.kind = kind
    self.since = since
    self.until = until
  }

  /// Whether there is anything to look for.
  public var isEmpty: Bool { terms.isEmpty }

  /// What has to be found, each once.
  var terms: [SearchTerm] {
    var terms: [SearchTerm] = []
    for bytes in FoldedText.of(text).split(whereSeparator: { $0 == 0x20 || 0x09...0x0D ~= $0 }) {
      let term = SearchTerm(bytes: Array(bytes))
      if !terms.contains(term) { terms.append(term) }
    }
    return terms
  }

  /// Whether every record that this finds is one that `other` finds, as when somebody goes on
  /// typing.
  func narrows(_ other: SearchQuery) -> Bool {
    guard organizations == other.organizations, kind == other.kind, since == other.since,
      until == other.until
    else { return false }
    let terms = terms
    return !other.terms.isEmpty
      && other.terms.allSatisfy { old in
        terms.contains { new in
          // From the second letter on names are meant as well, so that one letter says less.
          new == old || (new.bytes.starts(with: old.bytes) && old.isName == new.isName)
        }
      }
  }
}

/// One of the words of a query.
struct SearchTerm: Hashable, Sendable {
  /// Folded, without blanks.
  let bytes: [UInt8]

  /// Whether it may be a name by its letters: two of them at least.
  var isName: Bool {
    bytes.count >= 2 && bytes.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }
}
