import Archive
import OrganizationLife

extension FormRequest {
  /// What the form is for, as parts of text.
  private var parts: [String] {
    switch self {
    case .newActivity(let kind, let organization, let period):
      ["newActivity", kind, organization.text] + (period.map { ["\($0)"] } ?? [])
    case .changeActivity(let reference): ["changeActivity", reference.text]
    case .sign(let reference): ["sign", reference.text]
    case .withdraw(let reference): ["withdraw", reference.text]
    case .newMember(let organization): ["newMember", organization.text]
    case .changeMember(let member): ["changeMember", member.text]
    case .pasteRoster(let organization): ["pasteRoster", organization.text]
    case .newOrganization(let parent): ["newOrganization", parent?.text ?? ""]
    case .changeOrganization(let organization): ["changeOrganization", organization.text]
    case .answer(let organization, let checklist, let item):
      ["answer", organization.text, checklist, item]
    case .newMatter(let organization, let member):
      ["newMatter", organization.text, member?.text ?? ""]
    case .newFinding(let organization, let member, let line, let words, let sample):
      ["newFinding", organization.text, member.text, line.rawValue, sample, words]
    case .newRecordFinding(let reference, let sample):
      ["newRecordFinding", reference.text, sample]
    case .newPlain(let type, let organization): ["newPlain", organization.text, type]
    case .changePlain(let reference): ["changePlain", reference.text]
    case .moveMatter(let reference): ["moveMatter", reference.text]
    case .closeMatter(let reference): ["closeMatter", reference.text]
    case .returnMatter(let reference): ["returnMatter", reference.text]
    case .visit(let part, let organization, let checklist):
      ["visit", organization.text, checklist, part.text]
    case .signMakeUp(let absence): ["signMakeUp", absence.text]
    case .makeUp(let absence): ["makeUp", absence.text]
    case .procedureStep(let organization, let kind, let subject):
      ["procedureStep", organization.text, kind, subject]
    case .newStore: ["newStore"]
    case .openStore: ["openStore"]
    case .identity: ["identity"]
    case .newCatalogEntry(let type, let owner):
      ["newCatalogEntry", type] + (owner.isEmpty ? [] : [owner])
    case .changeCatalogEntry(let key, let since):
      ["changeCatalogEntry", key.type, key.owner, key.id, since?.description ?? ""]
    }
  }

  var draftText: String { parts.joined(separator: "\n") }

  init?(draftText: String) {
    let parts = draftText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func part(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }
    let organization = OrganizationIdentifier(part(1))
    let reference = Reference(part(1))
    switch part(0) {
    case "newActivity":
      guard let organization = OrganizationIdentifier(part(2)) else { return nil }
      self = .newActivity(
        kind: part(1), organization: organization, period: Period(part(3)))
    case "changeActivity": self = .changeActivity(reference)
    case "sign": self = .sign(reference)
    case "withdraw": self = .withdraw(reference)
    case "newMember":
      guard let organization else { return nil }
      self = .newMember(organization)
    case "changeMember":
      guard let member = MemberIdentifier(part(1)) else { return nil }
      self = .changeMember(member)
    case "pasteRoster":
      guard let organization else { return nil }
      self = .pasteRoster(organization)
    case "newOrganization": self = .newOrganization(parent: organization)
    case "changeOrganization":
      guard let organization else { return nil }
      self = .changeOrganization(organization)
    case "answer":
      guard let organization else { return nil }
      self = .answer(organization, checklist: part(2), item: part(3))
    case "newMatter":
      guard let organization else { return nil }
      self = .newMatter(organization, about: MemberIdentifier(part(2)))
    case "newFinding":
      guard let organization, let member = MemberIdentifier(part(2)),
        let line = MemberLine(rawValue: part(3))
      else { return nil }
      self = .newFinding(organization, about: member, line: line, words: part(5), sample: part(4))
    case "newRecordFinding": self = .newRecordFinding(reference, sample: part(2))
    case "newPlain":
      guard let organization else { return nil }
      self = .newPlain(type: part(2), organization)
    case "changePlain": self = .changePlain(reference)
    case "moveMatter": self = .moveMatter(reference)
    case "closeMatter": self = .closeMatter(reference)
    case "returnMatter": self = .returnMatter(reference)
    case "visit":
      guard let organization, let visited = VisitPart(text: part(3)) else { return nil }
      self = .visit(visited, organization, checklist: part(2))
    case "signMakeUp": self = .signMakeUp(reference)
    case "makeUp": self = .makeUp(reference)
    case "procedureStep":
      guard let organization else { return nil }
      self = .procedureStep(organization, kind: part(2), subject: part(3))
    case "newCatalogEntry": self = .newCatalogEntry(type: part(1), owner: part(2))
    case "changeCatalogEntry":
      self = .changeCatalogEntry(
        CatalogEntry.Key(type: part(1), owner: part(2), id: part(3)), since: Day(part(4)))
    default: return nil
    }
  }

  /// A name for the box of drafts: letters, digits and hyphens.
  func draftName(at moment: Moment) -> String {
    let text = parts.joined(separator: "-").replacing("#", with: "+").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "+")
    }
    return "\(text.prefix(80))-\(max(0, moment.seconds))"
  }
}
