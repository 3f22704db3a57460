import Archive
import OrganizationLife
import RecordLog
import Wording

extension PageContents {
  /// Any record field by field, as it stands in the log.
  static func record(
    _ reference: Reference, _ archive: Archive, in context: Context
  ) -> PageContents {
    guard let record = archive.record(reference) else {
      return missing(.recordUnknown(reference.text), in: context)
    }
    var lines = PageLines(in: context)
    addStanding(of: reference, to: &lines, archive, in: context)
    let writer = record.fields.lastIndex { $0.name == "By" }
    for (number, field) in record.fields.enumerated() {
      // Within an item of a review, By is how its answer came about.
      let isSource = field.name == "By" && number != writer
      lines.add(
        isSource ? .labelSource : .label(ofField: field.name, of: record.type),
        shown(field, in: context),
        field.name == "Sum" ? .dim : .normal,
        to: destination(of: field, context), anchor: "\(field.name) \(number)")
    }
    let versions = archive.versions(of: reference).count
    if versions > 1 {
      lines.addSpace()
      lines.add(
        .titleHistory, context.say(.versions(versions)), to: .page(.history(reference)),
        anchor: "history")
    }
    let newest = archive.current(reference) ?? reference
    return PageContents(
      title: "\(context.say(.recordType(record.type))) · \(reference)", lines: lines.lines,
      scopes: scopes(of: record.type),
      change: change(of: newest, record.type), record: newest)
  }

  private static func scopes(of type: String) -> [Scope] {
    if type == "matter" { return [.matters, .page] }
    if type == "plan" { return [.plan, .record, .page] }
    return FormScreen.plainTypes.contains(type) ? [.record, .page] : [.page]
  }

  private static func change(of newest: Reference, _ type: String) -> FormRequest? {
    if type == "matter" { return .moveMatter(newest) }
    return FormScreen.plainTypes.contains(type) ? .changePlain(newest) : nil
  }

  /// A value as written, with the name that belongs to the id of an organisation.
  static func shown(_ field: Field, in context: Context) -> String {
    if field.name == "Tag" { return context.plans.shown(field.value) }
    guard organizationFields.contains(field.name),
      let organization = OrganizationIdentifier(field.value).flatMap(context.organization)
    else { return field.value }
    return "\(field.value) \(organization.name)"
  }

  private static let organizationFields: Set<String> = ["Organization", "Parent", "Group"]

  /// Whether the record was withdrawn, replaced, damaged or stands in conflict.
  private static func addStanding(
    of reference: Reference, to lines: inout PageLines, _ archive: Archive, in context: Context
  ) {
    if let record = archive.record(reference), !record.isIntact {
      lines.addPlain("! " + context.say(.alteredRecord), .bad)
    }
    if archive.isWithdrawn(reference) {
      let last = archive.versions(of: reference).last { $0.kind == .withdrawn }
      lines.addPlain(
        "! "
          + context.say(
            .withdrawn(
              last?.reason ?? "", by: last.map { context.name($0.by) } ?? "",
              at: last.map { context.shown($0.at) } ?? "")), .bad,
        to: .page(.history(reference)), anchor: "withdrawn")
    } else if let newest = archive.current(reference), newest != reference {
      lines.addPlain(
        "! " + context.say(.replaced(newest.text)), .warning,
        to: archive.ledger.activity(newest) == nil
          ? .page(.record(newest)) : .page(.activity(newest)),
        anchor: "replaced")
    }
    if let conflict = archive.conflict(about: reference) {
      lines.addPlain(
        "! " + context.say(.conflict(conflict.candidates.count)), .bad,
        to: .page(.history(reference)), anchor: "conflict")
    }
    lines.addSpace()
  }

  /// Where a value leads: a record, a person or an organisation that it names.
  static func destination(of field: Field, _ context: Context) -> Destination? {
    guard field.name != "Id", field.name != "Sum" else { return nil }
    if field.name == "Tag" {
      return context.plans.plan(of: field.value).flatMap { context.destination(of: $0.reference) }
    }
    let word = field.value.prefix { $0 != " " && !$0.isNewline }
    if RecordIdentifier(Reference(String(word)).recordText) != nil {
      return context.destination(of: Reference(String(word)))
    }
    if let destination = context.destination(of: Person(String(word))) { return destination }
    if organizationFields.contains(field.name),
      let id = OrganizationIdentifier(String(word)), context.organization(id) != nil
    {
      return .page(.organization(id))
    }
    return nil
  }
}
