import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  /// 作废: a reason, and at a visit whether what was found goes with it.
  mutating func openWithdrawal(_ reference: Reference, in context: Context) -> Bool {
    guard let archive = context.archive, let newest = archive.current(reference),
      let record = archive.record(newest), !archive.isWithdrawn(reference)
    else { return false }
    let title =
      archive.ledger.activity(reference).map {
        "\(archive.catalog.kind($0.kind)?.title ?? $0.kind) \($0.date)"
      } ?? record.first("Title") ?? record.first("Name") ?? newest.recordText
    base = BaseRecord(
      reference: Reference(newest.recordText), isFinal: record.first("State") == "定稿",
      title: title)
    type = record.type
    derive(in: context)
    var fields = [
      FieldSpec("Reason", .line, isRequired: true, columns: 44, hint: .hintWithdraw)
    ]
    let hasFindings = !archive.findings(ofVisit: reference).untouched.isEmpty
    if hasFindings {
      fields.append(
        FieldSpec(
          "Findings", .choice(["是", "否"], isMultiple: false, allowsOther: false),
          label: .withdrawFindings, isRequired: true, columns: 4, startsRow: true))
    }
    page = FormPage(fields)
    if hasFindings { page.setText("Findings", "是") }
    return true
  }

  /// What stands above the reason: what withdrawing means, for the findings of a visit too.
  func withdrawalNotes(of reference: Reference, in context: Context) -> [String] {
    let findings = context.archive?.findings(ofVisit: reference) ?? VisitFindings()
    let note = context.say(.withdrawNote(base?.title ?? ""))
    guard !findings.isEmpty else { return [note] }
    return [
      note,
      context.say(
        .visitHasFindings(findings.untouched.count, moved: findings.moved.map(\.title))),
    ]
  }

  /// The withdrawal, and those of the findings where they are to go too.
  func withdrawalDrafts(of reference: Reference, in context: Context) -> [RecordDraft] {
    func draft(_ type: String, _ withdrawn: Reference) -> RecordDraft {
      var draft = RecordDraft(type: type)
      draft.add("Withdraws", withdrawn.text, at: "Reason")
      draft.add("Reason", page.text("Reason").trimmed)
      return draft
    }
    let own = draft(type, base?.reference ?? reference)
    guard page.text("Findings") == "是", let archive = context.archive else { return [own] }
    return [own]
      + archive.findings(ofVisit: reference).untouched.map {
        draft("matter", Reference($0.reference.recordText))
      }
  }
}

/// The findings of a visit by whether anything has happened to them.
private struct VisitFindings {
  /// As the visit left them.
  var untouched: [Matter] = []
  /// Being mended, mended or struck off.
  var moved: [Matter] = []

  var isEmpty: Bool { untouched.isEmpty && moved.isEmpty }
}

extension Archive {
  fileprivate func findings(ofVisit reference: Reference) -> VisitFindings {
    guard let visit = ledger.review(current(reference) ?? reference), visit.isVisit else {
      return VisitFindings()
    }
    let findings = ledger.findings(of: visit)
    return VisitFindings(
      untouched: findings.filter { steps(of: $0.reference).count == 1 },
      moved: findings.filter { steps(of: $0.reference).count > 1 })
  }
}
