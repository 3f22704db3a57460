import Archive
import OrganizationLife
import RecordLog
import Wording

extension State {
  /// The question whether a late entry is carried on to later ones.
  static let carryOnQuestion = "carry-on"

  /// Asks whether what a late snapshot changed is carried on to later ones, written before it,
  /// that do not know of it. Nothing is carried on by itself.
  mutating func askToCarryOn(_ reference: Reference, _ archive: Archive) {
    guard let found = lateSnapshot(reference, archive) else { return }
    let fields = found.fields.map { Phrase.label(ofField: $0, of: found.type) }
    overlay = .question(
      id: State.carryOnQuestion,
      .carryOn(fields, until: found.endsOn, records: found.later.count))
  }

  /// Corrects the later snapshots, each in the fields that it still has as they were.
  mutating func carryOn() -> [Effect] {
    guard let archive = context.archive, lastWritten.count == 1,
      let found = lateSnapshot(lastWritten[0], archive),
      let late = archive.record(lastWritten[0])
    else { return [] }
    let order = RecordShape.of(found.type)?.fields.map(\.name) ?? []
    let own: Set<String> = ["Id", "By", "At", "Sum", "Corrects", "Reason"]
    let records = found.later.compactMap { reference, names -> PlainRecord? in
      guard let record = archive.record(reference) else { return nil }
      var fields = record.fields.filter { !own.contains($0.name) && !names.contains($0.name) }
      fields += late.fields.filter { names.contains($0.name) }
      fields.append(Field("Corrects", reference.text))
      fields.append(Field("Reason", Phrase.carryOnReason(found.since)))
      let sorted = fields.enumerated().sorted { a, b in
        let first = order.firstIndex(of: a.element.name) ?? order.count
        let second = order.firstIndex(of: b.element.name) ?? order.count
        return (first, a.offset) < (second, b.offset)
      }.map(\.element)
      return PlainRecord(type: found.type, line: 0, fields: sorted)
    }
    let result = EntryCheck(archive, author: context.session.identity?.person)
      .check(records, source: "", today: context.session.today)
    if let fault = result.faults.first {
      notice = Notice(fault.phrase, .bad)
      return [.bell]
    }
    return [.append(result.records, draft: nil)]
  }

  /// A late snapshot, told without saying whose it is.
  private struct Late {
    var type: String
    var since: Day
    var endsOn: Day
    var fields: [String]
    var later: [(reference: Reference, fields: Set<String>)]

    init<Value: Snapshot>(_ type: String, _ overruled: OverruledSnapshot<Value>) {
      self.type = type
      since = overruled.late.since
      endsOn = overruled.endsOn
      fields = overruled.fields.map(\.name)
      later = overruled.later.map { ($0.snapshot.reference, Set($0.fields.map(\.name))) }
    }
  }

  private func lateSnapshot(_ reference: Reference, _ archive: Archive) -> Late? {
    guard let record = archive.record(reference) else { return nil }
    switch record.type {
    case "member":
      guard let id = record.first("Member").flatMap({ MemberIdentifier($0) }) else { return nil }
      return archive.ledger.overruledSnapshots(of: id).first { $0.late.reference == reference }
        .map { Late("member", $0) }
    case "organization":
      guard let id = record.first("Organization").flatMap({ OrganizationIdentifier($0) }) else {
        return nil
      }
      return archive.ledger.overruledSnapshots(of: id).first { $0.late.reference == reference }
        .map { Late("organization", $0) }
    default: return nil
    }
  }
}
