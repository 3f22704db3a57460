import OrganizationLife
import RecordLog

extension RecordCheck {
  /// `Withdraws` and `Reason`, nothing else.
  mutating func withdrawal(_ type: String) {
    for (index, field) in record.fields.enumerated()
    where field.name != "Withdraws" && field.name != "Reason" {
      let isLink = field.name == "Corrects" || field.name == "Follows"
      add(
        line: record.fieldLines[index], field: field.name,
        isLink ? .severalLinks : .notInWithdrawal)
    }
    let line = record.line(of: "Withdraws")
    if let found = find(record.first("Withdraws") ?? "", type: type, "Withdraws", line) {
      target = found
      if known.archive.isWithdrawn(Reference(found.id)) {
        add(line: line, field: "Withdraws", .withdrawn(found.id))
      }
      fields.append(Field("Withdraws", found.id))
    }
    let reason = TextCleaning.clean(record.first("Reason") ?? "").text
    if reason.isEmpty {
      add(line: record.line, field: "Reason", .reasonMissing)
    } else {
      for scalar in TextCleaning.forbiddenScalars(in: record.first("Reason") ?? "") {
        add(
          line: record.line(of: "Reason"), field: "Reason", .forbiddenCharacter(scalar.value))
      }
      fields.append(Field("Reason", reason))
    }
  }

  /// `Corrects` and `Follows`: the record they name, as it stands now.
  mutating func links(_ type: String) {
    let corrects = record.first("Corrects")
    let follows = record.first("Follows")
    if corrects != nil, follows != nil, target == nil {
      // A correction of a later step keeps that step's own `Follows`.
      correction(corrects ?? "", type)
      return
    }
    if let corrects { correction(corrects, type) }
    if let follows { following(follows, type) }
  }

  private mutating func correction(_ text: String, _ type: String) {
    let line = record.line(of: "Corrects")
    let words = text.split(separator: " ").map(String.init)
    guard let found = find(words.first ?? "", type: type, "Corrects", line) else { return }
    let given = Reference(found.id)
    guard !known.archive.isWithdrawn(given),
      let newest = known.archive.current(given),
      let version = known.archive.record(newest)
    else {
      add(line: line, field: "Corrects", .withdrawn(found.id))
      return
    }
    if words.count > 1 {
      if !found.sum.hasPrefix(words[1]) || words[1].utf8.count < 8 {
        add(line: line, field: "Corrects", .otherSum(found.id))
      } else if newest != given {
        add(line: line, field: "Corrects", .outdated(found.id, newest: newest.text))
      }
    }
    target = version
    corrected = newest
    complete("Corrects", "\(version.id) \(version.sum.prefix(8))")
    let isUnfinished = type == "activity" && version.first("State") != "定稿"
    if !isUnfinished, first("Reason") == nil {
      add(line: line, field: "Reason", .reasonMissing)
    }
  }

  private mutating func following(_ text: String, _ type: String) {
    let line = record.line(of: "Follows")
    guard let found = find(text, type: type, "Follows", line) else { return }
    let given = Reference(found.id)
    guard !known.archive.isWithdrawn(given), let newest = known.archive.current(given) else {
      add(line: line, field: "Follows", .withdrawn(found.id))
      return
    }
    // Of a chain the newest step is the one that goes on.
    let last =
      RecordShape.chainedTypes.contains(type)
      ? known.archive.steps(of: newest).last?.reference ?? newest : newest
    target = known.archive.record(last)
    complete("Follows", last.text)
  }

  private mutating func find(
    _ text: String, type: String, _ field: String, _ line: Int
  ) -> Record? {
    let reference = Reference(text)
    guard RecordIdentifier(reference.recordText) != nil else {
      add(line: line, field: field, .value(.notAReference(text)))
      return nil
    }
    guard let found = known.archive.record(reference) else {
      add(line: line, field: field, .unknownReference(text))
      return nil
    }
    guard found.type == type else {
      add(line: line, field: field, .otherType(text, type: found.type))
      return nil
    }
    guard known.archive.isCounted(found) else {
      add(line: line, field: field, .damagedTarget(text))
      return nil
    }
    return found
  }

  private mutating func complete(_ name: String, _ value: String) {
    guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
    fields[index].value = value
  }
}
