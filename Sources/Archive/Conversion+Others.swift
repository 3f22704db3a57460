import OrganizationLife
import RecordLog

struct MatterReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var kind: String?
  private var title: String?
  private var opened: Day?
  private var owners: [Person] = []
  private var due: Day?
  private var source: Reference?
  private var state: String?
  private var closed: Day?
  private var result = ""
  private var confirmer: Person?

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Kind": kind = nonEmpty(text)
    case "Title": title = nonEmpty(text)
    case "Opened": opened = faults.value(FieldText.day(text), field, line)
    case "Owner": owners.append(FieldText.person(text))
    case "Due": due = faults.value(FieldText.day(text), field, line)
    case "Source": source = nonEmpty(text).map(Reference.init)
    case "State": state = nonEmpty(text)
    case "Closed": closed = faults.value(FieldText.day(text), field, line)
    case "Result": result = text
    case "Confirmed": confirmer = FieldText.person(text)
    default: break
    }
  }

  mutating func finish() -> Matter? {
    let organization = faults.require(organization, "Organization")
    let kind = faults.require(kind, "Kind")
    let title = faults.require(title, "Title")
    let opened = faults.require(opened, "Opened")
    let state = faults.require(state, "State")
    guard let organization, let kind, let title, let opened, let state else { return nil }
    return Matter(
      reference: provenance.reference, organization: organization, kind: kind, title: title,
      opened: opened, owners: owners, due: due, source: source, state: state, closed: closed,
      result: result, confirmer: confirmer)
  }
}

struct DocumentReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var kind: String?
  private var title: String?
  private var date: Day?
  private var authors: [Person] = []
  private var count: Quantity?
  private var tags: [String] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Kind": kind = nonEmpty(text)
    case "Title": title = nonEmpty(text)
    case "Date": date = faults.value(FieldText.day(text), field, line)
    case "Author": authors.append(FieldText.person(text))
    case "Count": count = faults.value(FieldText.quantity(text), field, line)
    case "Tag": tags.append(text)
    default: break
    }
  }

  mutating func finish() -> Document? {
    let organization = faults.require(organization, "Organization")
    let kind = faults.require(kind, "Kind")
    let title = faults.require(title, "Title")
    let date = faults.require(date, "Date")
    guard let organization, let kind, let title, let date else { return nil }
    return Document(
      reference: provenance.reference, organization: organization, kind: kind, title: title,
      date: date, authors: authors, count: count, tags: tags)
  }
}

struct HonorReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var date: Day?
  private var level = ""
  private var title: String?
  private var recipients: [Person] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Date": date = faults.value(FieldText.day(text), field, line)
    case "Level": level = text
    case "Title": title = nonEmpty(text)
    case "To": recipients.append(FieldText.person(text))
    default: break
    }
  }

  mutating func finish() -> Honor? {
    let organization = faults.require(organization, "Organization")
    let date = faults.require(date, "Date")
    let title = faults.require(title, "Title")
    guard let organization, let date, let title else { return nil }
    return Honor(
      reference: provenance.reference, organization: organization, date: date, level: level,
      title: title, recipients: recipients)
  }
}

struct ReviewReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var checklist: String?
  private var date: Day?
  private var reviewers: [Person] = []
  private var items: [ReviewItem] = []
  private var notes: [String] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Item":
      items.append(ReviewItem(item: text, answer: .pending, isManual: true))
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Checklist": checklist = nonEmpty(text)
    case "Date": date = faults.value(FieldText.day(text), field, line)
    case "Reviewer": reviewers.append(FieldText.person(text))
    case "Note": notes.append(text)
    case "Text", "Answer", "Recorded", "Evidence", "Remark", "By": takeItem(field, text, line)
    default: break
    }
  }

  private mutating func takeItem(_ field: FieldName, _ text: String, _ line: Int) {
    guard let index = items.indices.last else {
      // The `By` that closes a review without items is the log's own.
      if field.description != "By" { faults.add(field.description, line, .outsideItem) }
      return
    }
    faults.item = index + 1
    defer { faults.item = nil }
    switch field {
    case "Answer":
      items[index].answer =
        faults.value(FieldText.choice(text, ChecklistAnswer.self), field, line) ?? .pending
    case "Recorded":
      items[index].recorded = faults.value(
        FieldText.choice(text, ChecklistAnswer.self), field, line)
    case "Text": items[index].text = text
    case "Evidence": items[index].evidence.append(Reference(text))
    case "Remark": items[index].remark = text
    default:
      // Only the two words belong to the item; the record's own `By` names a person.
      if text == "记录" { items[index].isManual = false }
    }
  }

  mutating func finish() -> Review? {
    let organization = faults.require(organization, "Organization")
    let checklist = faults.require(checklist, "Checklist")
    let date = faults.require(date, "Date")
    guard let organization, let checklist, let date else { return nil }
    return Review(
      reference: provenance.reference, origin: provenance.origin, organization: organization,
      checklist: checklist, date: date, reviewers: reviewers, items: items,
      enteredAt: provenance.enteredAt, note: notes.joined(separator: "\n"))
  }
}

struct ProcedureReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var kind: String?
  private var subject: Person?
  private var step: String?
  private var date: Day?
  private var result = ""
  private var evidence: [Reference] = []
  private var follows: Reference?

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Kind": kind = nonEmpty(text)
    case "Subject": subject = nonEmpty(text).map { FieldText.person($0) }
    case "Step": step = nonEmpty(text)
    case "Date": date = faults.value(FieldText.day(text), field, line)
    case "Result": result = text
    case "Evidence": if let text = nonEmpty(text) { evidence.append(Reference(text)) }
    case "Follows": follows = nonEmpty(text).map(Reference.init)
    default: break
    }
  }

  mutating func finish() -> ProcedureStep? {
    let organization = faults.require(organization, "Organization")
    let kind = faults.require(kind, "Kind")
    let subject = faults.require(subject, "Subject")
    let step = faults.require(step, "Step")
    let date = faults.require(date, "Date")
    guard let organization, let kind, let subject, let step, let date else { return nil }
    return ProcedureStep(
      reference: provenance.reference, organization: organization, kind: kind,
      subject: subject, step: step, date: date, result: result, evidence: evidence,
      follows: follows)
  }
}

struct DuesReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var member: MemberIdentifier?
  private var month: Period?
  private var paid: Int?
  private var base: Int?
  private var paidOn: Day?
  private var organization: OrganizationIdentifier?
  private var rate: Int?

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Member": member = faults.value(FieldText.member(text), field, line)
    case "Month": month = faults.value(FieldText.month(text), field, line)
    case "Paid": paid = faults.value(FieldText.amount(text), field, line)
    case "Base": base = faults.value(FieldText.amount(text), field, line)
    case "PaidOn": paidOn = faults.value(FieldText.day(text), field, line)
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Rate": rate = faults.value(FieldText.rate(text), field, line)
    default: break
    }
  }

  mutating func finish() -> DuesPayment? {
    let member = faults.require(member, "Member")
    let month = faults.require(month, "Month")
    guard let member, let month else { return nil }
    return DuesPayment(
      reference: provenance.reference, member: member, month: month, paid: paid, base: base,
      paidOn: paidOn, organization: organization, rate: rate)
  }
}

struct PlanReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var period: Period?
  private var kind = ""
  private var title: String?
  private var number: Int?
  private var due: Day?
  private var owners: [Person] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Period": period = faults.value(FieldText.period(text), field, line)
    case "Kind": kind = text
    case "Title": title = nonEmpty(text)
    case "Number": number = faults.value(FieldText.number(text), field, line)
    case "Due": due = faults.value(FieldText.day(text), field, line)
    case "Owner": owners.append(FieldText.person(text))
    default: break
    }
  }

  mutating func finish() -> Plan? {
    let organization = faults.require(organization, "Organization")
    let period = faults.require(period, "Period")
    let title = faults.require(title, "Title")
    guard let organization, let period, let title else { return nil }
    return Plan(
      reference: provenance.reference, origin: provenance.origin, organization: organization,
      period: period, kind: kind, title: title, number: number, due: due, owners: owners)
  }
}
