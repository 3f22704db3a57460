import Archive
import OrganizationLife
import Wording

/// What a short form over a visit is about.
public enum VisitPart: Hashable, Sendable {
  /// Another answer to an item than the records', or one by hand.
  case answer(item: String)
  /// A finding at an item.
  case finding(item: String)
  /// The visit itself: day, reviewers, what is said of the whole.
  case details

  /// As a draft keeps it.
  var text: String {
    switch self {
    case .answer(let item): "answer/\(item)"
    case .finding(let item): "finding/\(item)"
    case .details: "details/"
    }
  }

  init?(text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let item = String(text[text.index(after: slash)...])
    switch text[..<slash] {
    case "answer": self = .answer(item: item)
    case "finding": self = .finding(item: item)
    case "details": self = .details
    default: return nil
    }
  }
}

extension FormScreen {
  /// An empty form over a visit; what stands in it is set by the visit.
  mutating func openVisitPart(
    _ part: VisitPart, _ organization: OrganizationIdentifier, in context: Context
  ) -> Bool {
    guard context.organization(organization) != nil else { return false }
    type = "review"
    self.organization = organization
    derive(in: context)
    base = BaseRecord(reference: Reference(""), isFinal: false, title: "")
    var fields: [FieldSpec] = []
    switch part {
    case .answer, .finding:
      var answer = FieldSpec(
        "Answer",
        .choice(
          ChecklistAnswer.allCases.filter { $0 != .pending }.map(\.rawValue), isMultiple: false,
          allowsOther: false),
        label: .label(ofField: "Answer", of: "review"), isRequired: true, startsRow: true)
      if case .finding = part {
        answer.kind = .choice(
          [ChecklistAnswer.unmet, .partlyMet].map(\.rawValue), isMultiple: false,
          allowsOther: false)
      }
      fields = [
        FieldSpec("Text", .shown, label: .label(ofField: "Text", of: "review")),
        FieldSpec("Recorded", .shown, label: .byRecords), answer,
      ]
      if case .finding = part {
        var title = FieldSpec(field: "Title", of: "matter")
        title.label = .visitFinding
        title.startsRow = true
        var owner = FieldSpec(field: "Owner", of: "matter")
        owner.startsRow = true
        fields += [title, owner, FieldSpec(field: "Due", of: "matter")]
        fields[4].isRequired = true
      }
      fields.append(
        FieldSpec(
          "Remark", .line, label: .label(ofField: "Remark", of: "review"), columns: 44,
          hint: .hintOverruling, startsRow: true))
    case .details:
      var note = FieldSpec("Note", .longText, label: .visitNote, startsRow: true)
      note.hint = .hintVisitNote
      var reviewers = FieldSpec(field: "Reviewer", of: "review")
      reviewers.startsRow = true
      fields = [FieldSpec(field: "Date", of: "review"), reviewers, note]
    }
    page = FormPage(fields)
    return true
  }

  /// Checks what was entered; what is said of the first fault, or nil when it can be taken over.
  mutating func visitFaults(in context: Context) -> [Outcome]? {
    if !isWriting { _ = commit(in: context) }
    faults = localFaults()
    if faults.isEmpty, case .visit(let part, _, _) = request {
      switch part {
      case .answer, .finding:
        let recorded = page.kept.first { $0.name == "Recorded" }?.value ?? ""
        let isOverruling = !recorded.isEmpty && recorded != page.text("Answer").trimmed
        // A finding in words of its own says why.
        let saysWhy =
          page.index(of: "Title") != nil && page.text("Title").trimmed != page.keptText("Asked")
        if isOverruling, !saysWhy, page.text("Remark").trimmed.isEmpty {
          faults = [
            PlacedFault(item: nil, field: "Remark", seat: nil, phrase: .overrulingWantsRemark)
          ]
        }
        if let due = Day(page.text("Due").trimmed), let opened = Day(page.keptText("Opened")),
          due < opened
        {
          faults.append(
            PlacedFault(item: nil, field: "Due", seat: nil, phrase: .dueBeforeVisit))
        }
      case .details:
        if let day = Day(page.text("Date").trimmed), day > context.session.today {
          faults = [PlacedFault(item: nil, field: "Date", seat: nil, phrase: .visitNotYet)]
        }
      }
    }
    return faults.isEmpty ? nil : showFaults()
  }

  /// The people that a field names.
  func visitPeople(_ field: String) -> [Person] { derived.input.persons(in: page.text(field)) }
}

extension FormPage {
  /// What a visit gave the form to know.
  func keptText(_ name: String) -> String { kept.first { $0.name == name }?.value ?? "" }
}
