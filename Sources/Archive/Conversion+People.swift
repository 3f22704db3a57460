import OrganizationLife
import RecordLog

struct OrganizationReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var id: OrganizationIdentifier?
  private var name: String?
  private var level: OrganizationLevel?
  private var parent: OrganizationIdentifier?
  private var since: Day?
  private var until: Day?
  private var elected: Day?
  private var term: Int?
  private var officers: [Officer] = []
  private var units: [String] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Officer":
      if let officer = faults.value(FieldText.officer(text), field, line) {
        officers.append(officer)
      }
    case "Organization": id = faults.value(FieldText.organization(text), field, line)
    case "Name": name = nonEmpty(text)
    case "Level":
      level = faults.value(FieldText.choice(text, OrganizationLevel.self), field, line)
    case "Parent": parent = faults.value(FieldText.organization(text), field, line)
    case "Since": since = faults.value(FieldText.day(text), field, line)
    case "Until": until = faults.value(FieldText.day(text), field, line)
    case "Elected": elected = faults.value(FieldText.day(text), field, line)
    case "Term": term = faults.value(FieldText.number(text), field, line)
    case "Unit": units.append(text)
    default: break
    }
  }

  mutating func finish() -> Organization? {
    let id = faults.require(id, "Organization")
    let name = faults.require(name, "Name")
    let level = faults.require(level, "Level")
    let since = faults.require(since, "Since")
    guard let id, let name, let level, let since else { return nil }
    return Organization(
      reference: provenance.reference, id: id, name: name, level: level, parent: parent,
      since: since, until: until, elected: elected, term: term, officers: officers,
      units: units, enteredAt: provenance.enteredAt)
  }
}

struct MemberReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var id: MemberIdentifier?
  private var name: String?
  private var organization: OrganizationIdentifier?
  private var status: MemberStatus?
  private var since: Day?
  private var group: OrganizationIdentifier?
  private var isRetired = false
  private var isFloating = false
  private var rights = MemberRights.normal
  private var posts: [String] = []
  private var job = ""
  private var rank = ""
  private var gender = ""
  private var nation = ""
  private var born = ""
  private var education = ""
  private var worked = ""
  private var applied = ""
  private var admitted: Day?
  private var approved: Day?
  private var confirmed: Day?
  private var introducers: [Person] = []
  private var until: Day?
  private var left = ""

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Member": id = faults.value(FieldText.member(text), field, line)
    case "Name": name = nonEmpty(text)
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Group": group = faults.value(FieldText.organization(text), field, line)
    case "Status": status = faults.value(FieldText.choice(text, MemberStatus.self), field, line)
    case "Since": since = faults.value(FieldText.day(text), field, line)
    case "Until": until = faults.value(FieldText.day(text), field, line)
    case "Post": posts.append(text)
    case "Job": job = text
    case "Rank": rank = text
    case "Gender": gender = text
    case "Nation": nation = text
    case "Born": born = text
    case "Education": education = text
    default: takeMembership(field, text, line)
    }
  }

  private mutating func takeMembership(_ field: FieldName, _ text: String, _ line: Int) {
    switch field {
    case "Worked": worked = text
    case "Applied": applied = text
    case "Admitted": admitted = faults.value(FieldText.day(text), field, line)
    case "Approved": approved = faults.value(FieldText.day(text), field, line)
    case "Confirmed": confirmed = faults.value(FieldText.day(text), field, line)
    case "Introducer": introducers.append(FieldText.person(text))
    case "Left": left = text
    case "Floating": isFloating = faults.value(FieldText.yesOrNo(text), field, line) ?? false
    case "Rights":
      rights = faults.value(FieldText.choice(text, MemberRights.self), field, line) ?? .normal
    case "Category":
      if text == "离退休" {
        isRetired = true
      } else if text != "在职" {
        faults.add("Category", line, .unknownChoice(text, allowed: ["在职", "离退休"]))
      }
    default: break
    }
  }

  mutating func finish() -> Member? {
    let id = faults.require(id, "Member")
    let name = faults.require(name, "Name")
    let organization = faults.require(organization, "Organization")
    let status = faults.require(status, "Status")
    let since = faults.require(since, "Since")
    guard let id, let name, let organization, let status, let since else { return nil }
    return Member(
      reference: provenance.reference, id: id, name: name, organization: organization,
      group: group, status: status, isRetired: isRetired, isFloating: isFloating,
      rights: rights, posts: posts, job: job, rank: rank, gender: gender, nation: nation,
      born: born, education: education, worked: worked, applied: applied, admitted: admitted,
      approved: approved, confirmed: confirmed, introducers: introducers, since: since,
      until: until, left: left, enteredAt: provenance.enteredAt)
  }
}

struct TeamReader: ValueReader {
  var faults = FaultCollector()
  private let provenance: Provenance
  private var organization: OrganizationIdentifier?
  private var kind: String?
  private var name: String?
  private var since: Day?
  private var until: Day?
  private var leaders: [Person] = []
  private var people: [Person] = []

  init(_ provenance: Provenance) { self.provenance = provenance }

  mutating func take(_ field: FieldName, _ text: String, line: Int) {
    switch field {
    case "Person": people.append(FieldText.person(text))
    case "Leader": leaders.append(FieldText.person(text))
    case "Organization": organization = faults.value(FieldText.organization(text), field, line)
    case "Kind": kind = nonEmpty(text)
    case "Name": name = nonEmpty(text)
    case "Since": since = faults.value(FieldText.day(text), field, line)
    case "Until": until = faults.value(FieldText.day(text), field, line)
    default: break
    }
  }

  mutating func finish() -> Team? {
    let organization = faults.require(organization, "Organization")
    let kind = faults.require(kind, "Kind")
    let name = faults.require(name, "Name")
    let since = faults.require(since, "Since")
    guard let organization, let kind, let name, let since else { return nil }
    return Team(
      reference: provenance.reference, organization: organization, kind: kind, name: name,
      since: since, until: until, leaders: leaders, people: people)
  }
}
