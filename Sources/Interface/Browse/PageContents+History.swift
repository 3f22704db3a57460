import Archive
import OrganizationLife
import RecordLog
import Wording

extension PageContents {
  /// All versions of a record, oldest first: who, when, why, and what differs field by field.
  static func history(
    of reference: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    let versions = archive.versions(of: reference)
    guard let first = versions.first else {
      return missing(.recordUnknown(reference.text), in: context)
    }
    var lines = PageLines(in: context)
    if archive.isWithdrawn(reference) {
      lines.addPlain("! " + context.say(.isWithdrawn), .bad)
    }
    if let conflict = archive.conflict(about: reference)
      ?? versions.lazy.compactMap({ archive.conflict(about: $0.reference) }).first
    {
      lines.addPlain("! " + context.say(.conflict(conflict.candidates.count)), .bad)
    }
    var contents: [Reference: [Field]] = [:]
    var previous: Reference?
    for (number, version) in versions.enumerated() {
      lines.addSpace()
      let step = isChangeOfDraft(version, among: versions) ? .changedDraft : version.kind.phrase
      let heading =
        "\(number + 1) \(context.say(step)) · \(context.name(version.by)) · "
        + "\(version.at.day) \(version.at.time)"
      lines.addPlain(
        heading, version.kind.style, to: .page(.record(version.reference)),
        anchor: "version \(number)")
      lines.addPlain("  \(version.reference)", .dim)
      if !version.reason.isEmpty {
        lines.addPlain("  \(context.say(.label(ofField: "Reason"))): \(version.reason)")
      }
      guard version.kind != .withdrawn, version.kind != .restored else { continue }
      let fields = content(of: version.record)
      contents[version.reference] = fields
      // A version is compared with the one it names; a conflict is not with the one before it.
      let base = version.record.first("Corrects").map {
        Reference(String($0.prefix { $0 != " " }))
      }
      let old = base.flatMap { contents[$0] } ?? previous.flatMap { contents[$0] }
      if let old {
        addDifferences(from: old, to: fields, type: version.record.type, to: &lines, in: context)
      } else {
        lines.addPlain("  " + context.say(.fields(fields.count)), .dim)
      }
      previous = version.reference
    }
    return PageContents(
      title: "\(context.say(.titleHistory)) · \(first.reference)",
      status: context.say(.versions(versions.count)), lines: lines.lines,
      record: archive.current(reference))
  }

  /// Whether a version changes an activity that was not signed off: 更正 is only what comes after.
  static func isChangeOfDraft(_ version: Version, among versions: [Version]) -> Bool {
    guard version.kind == .corrected, version.record.type == "activity",
      let base = version.record.first("Corrects")?.prefix(while: { $0 != " " })
    else { return false }
    return versions.contains {
      $0.reference.text == base && $0.record.first("State") != "定稿"
    }
  }

  /// What a version says of the matter itself.
  private static func content(of record: Record) -> [Field] {
    var fields = record.fields
    if let last = fields.lastIndex(where: { $0.name == "By" }) { fields.remove(at: last) }
    let own: Set<String> = ["Id", "At", "Sum", "Corrects", "Reason", "Follows"]
    return fields.filter { !own.contains($0.name) }
  }

  private static func addDifferences(
    from old: [Field], to new: [Field], type: String, to lines: inout PageLines,
    in context: Context
  ) {
    var changes = Change.list(from: old, to: new)[...]
    var isSame = true
    while let change = changes.popFirst() {
      switch change {
      case .kept: continue
      case .removed(let field):
        isSame = false
        // A field that was replaced: the next of the same name among what was added beside it.
        let run = changes.prefix { if case .kept = $0 { false } else { true } }
        let partner = run.firstIndex {
          if case .added(let other) = $0 { other.name == field.name } else { false }
        }
        if let partner, case .added(let other) = changes[partner] {
          changes.remove(at: partner)
          addDifference(field.value, other.value, of: field.name, type, to: &lines, in: context)
        } else {
          addSide("-", field, type, to: &lines, in: context)
        }
      case .added(let field):
        isSame = false
        addSide("+", field, type, to: &lines, in: context)
      }
    }
    if isSame { lines.addPlain("  " + context.say(.noDifference), .dim) }
  }

  private static func addSide(
    _ sign: String, _ field: Field, _ type: String, to lines: inout PageLines,
    in context: Context
  ) {
    let label = context.say(.label(ofField: field.name, of: type))
    for (number, part) in field.value.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      lines.addPlain(
        "  \(sign) \(number == 0 ? "\(label): " : "  ")\(part)", sign == "-" ? .bad : .good,
        indent: 6)
    }
  }

  /// Old and new value of one field; of long texts only the lines that differ.
  private static func addDifference(
    _ old: String, _ new: String, of name: String, _ type: String, to lines: inout PageLines,
    in context: Context
  ) {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard oldLines.count > 1 || newLines.count > 1 else {
      addSide("-", Field(name, old), type, to: &lines, in: context)
      addSide("+", Field(name, new), type, to: &lines, in: context)
      return
    }
    lines.addPlain("    \(context.say(.label(ofField: name, of: type))):", .label)
    var kept = 0
    for change in Change.list(from: oldLines, to: newLines) {
      switch change {
      case .kept: kept += 1
      case .removed(let line):
        addKept(&kept, to: &lines, in: context)
        lines.addPlain("  - \(line)", .bad, indent: 6)
      case .added(let line):
        addKept(&kept, to: &lines, in: context)
        lines.addPlain("  + \(line)", .good, indent: 6)
      }
    }
    addKept(&kept, to: &lines, in: context)
  }

  private static func addKept(
    _ kept: inout Int, to lines: inout PageLines, in context: Context
  ) {
    if kept > 0 { lines.addPlain("    " + context.say(.sameLines(kept)), .dim) }
    kept = 0
  }
}

extension Version.Kind {
  /// How the step is drawn.
  fileprivate var style: Style {
    switch self {
    case .withdrawn, .conflict: .bad
    case .entered, .corrected, .finished, .followed, .restored: .strong
    }
  }
}
