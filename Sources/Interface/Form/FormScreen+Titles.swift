import OrganizationLife
import Wording

extension FormScreen {
  public func title(in context: Context) -> String {
    var parts: [String] = []
    if isWriting, let field = focusedField { parts.append(context.say(field.spec.label)) }
    if openItem != nil { parts.append(context.say(itemTitle)) }
    parts.append(formTitle(in: context))
    return parts.joined(separator: " · ")
  }

  private var itemTitle: Phrase {
    guard let openItem else { return Phrase(verbatim: "") }
    let label: Phrase = kind?.itemKinds == [.part] ? .part : .label(ofField: "Item")
    let title = current.text("Item").trimmed
    if let number = heldItems.firstIndex(of: openItem) {
      return .itemTitle(label, number + 1, title)
    }
    return .itemTitle(label, nil, title)
  }

  private func formTitle(in context: Context) -> String {
    let place = organization.flatMap { id in
      context.archive?.ledger.organization(id, on: derived.day)?.name
    }
    let title: String
    switch request {
    case .newActivity, .changeActivity: title = context.say(meetingTitle)
    case .sign: title = context.say(.titleSign(base?.title ?? ""))
    case .withdraw: title = context.say(.titleWithdraw(base?.title ?? ""))
    case .newMember: title = context.say(.titleNewMember)
    case .changeMember: title = context.say(.titleChange(base?.title ?? ""))
    case .pasteRoster: title = context.say(.titlePasteRoster)
    case .newOrganization: title = context.say(.titleNewOrganization)
    case .changeOrganization: return context.say(.titleChange(base?.title ?? ""))
    case .answer: title = base?.title ?? ""
    case .newMatter, .newFinding, .newRecordFinding: title = context.say(.titleNewMatter)
    case .newPlain(let type, _): title = context.say(.titleNewPlain(type))
    case .changePlain: title = context.say(.titleChange(base?.title ?? ""))
    case .moveMatter: title = context.say(.titleMatter)
    case .closeMatter: title = context.say(.titleCloseMatter)
    case .returnMatter: title = context.say(.titleReturnMatter)
    case .visit(.answer, _, _): title = context.say(.titleVisitAnswer)
    case .visit(.finding, _, _): title = context.say(.titleVisitFinding)
    case .visit(.details, _, _): title = context.say(.titleVisitDetails)
    case .makeUp: title = context.say(.titleMakeUp(base?.title ?? ""))
    case .signMakeUp: title = context.say(.titleMakeUpSignature(base?.title ?? ""))
    case .procedureStep(_, let kind, _):
      title = context.say(
        .titleProcedureStep(
          context.archive?.catalog.procedure(kind, on: derived.day)?.title ?? kind))
    case .newCatalogEntry(let type, _): return context.say(.catalogNew(type))
    case .changeCatalogEntry(let key, _):
      return context.say(.catalogChange(key.type, base?.title ?? key.id))
    case .newStore: return context.say(.menuNewStore)
    case .openStore: return context.say(.menuOpenStore)
    case .identity: return context.say(.menuIdentity)
    }
    return [title, place].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// `2026年第1次支部党员大会`; without a number the day.
  private var meetingTitle: Phrase {
    let name = kind?.title ?? ""
    if kind?.isNumbered == true, let number = FieldInput.number(page.text("Number")) {
      return .meetingTitle(year: derived.day.year, number: number, name)
    }
    return Phrase(verbatim: "\(name) \(dayOrPeriod)")
  }

  public func status(in context: Context) -> String {
    var parts: [String] = []
    if isMeeting {
      parts.append(context.say(base?.isFinal == true ? .stateFinal : .stateUnfinished))
    }
    if isModified {
      if let draftSavedAt {
        parts.append(context.say(.draftSavedAt(draftSavedAt.time)))
      } else {
        parts.append(context.say(.draftNotYetSaved))
      }
    }
    return parts.joined(separator: " · ")
  }
}
