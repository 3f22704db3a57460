import OrganizationLife

extension Archive {
  /// The dimensions of tags (`礼物` in `礼物=书`) that belong to records of a type and, among
  /// activities, of a kind, the nearest first: those that records of the kind have already, those
  /// that lines of the reports about it ask for, those that lines about records of the type do.
  public func tagDimensions(of type: String, kind: ActivityKind?) -> [String] {
    var found: [String] = []
    func add(_ tags: [String]) {
      for tag in tags {
        let dimension = TagText.dimension(of: tag)
        if !found.contains(dimension) { found.append(dimension) }
      }
    }
    if let kind {
      for activity in ledger.activities where activity.kind == kind.id { add(activity.tags) }
    }
    let lines = reports.lines.filter { $0.source?.type == type }
    if let kind {
      for line in lines where line.isAbout(kind) { add(line.tags) }
    }
    for line in lines { add(line.tags) }
    return found
  }
}

extension ReportLineDefinition {
  /// The tags, or beginnings of tags, that the line asks for.
  fileprivate var tags: [String] {
    var tags = selection?.texts(of: "Tag") ?? []
    if case .distinct(let fields) = measure {
      tags += fields.filter { $0.hasPrefix("Tag=") }.map { String($0.dropFirst(4)) }
    }
    return tags
  }

  /// Whether the line is about a kind of activity: by what it selects or by its title.
  fileprivate func isAbout(_ kind: ActivityKind) -> Bool {
    title.contains(kind.title) || title.contains(kind.short)
      || selection?.texts(of: "Kind").contains(kind.id) ?? false
  }
}

extension Selection {
  /// The texts with which a field is compared.
  fileprivate func texts(of field: String) -> [String] { Self.texts(of: field, in: condition) }

  private static func texts(of field: String, in condition: Condition) -> [String] {
    switch condition {
    case .comparison(.field(field), _, .text(let text)): [text]
    case .comparison(.text(let text), _, .field(field)): [text]
    case .comparison, .isNotZero: []
    case .not(let inner): texts(of: field, in: inner)
    case .both(let first, let second), .either(let first, let second):
      texts(of: field, in: first) + texts(of: field, in: second)
    }
  }
}
