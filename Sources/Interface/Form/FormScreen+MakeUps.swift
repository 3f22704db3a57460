import Archive
import OrganizationLife
import RecordLog
import Wording

extension FormScreen {
  // MARK: 补学登记

  /// How an absence was made up: who, what was missed, the ways there are, when and who signs.
  mutating func openMakeUp(_ absence: Reference, in context: Context) -> Bool {
    guard let archive = context.archive,
      let missed = archive.ledger.activity(Reference(absence.recordText)),
      let id = absence.member, let member = archive.ledger.latest(id)
    else { return false }
    type = "matter"
    organization = missed.organization
    derive(in: context)
    base = BaseRecord(reference: missed.reference, isFinal: missed.isFinal, title: member.name)
    let ways =
      [Phrase.wayCirculated.chinese]
      + context.sessions(after: missed, attendedBy: id).map {
        Phrase.waySession(context.sessionTitle($0)).chinese
      }
    var signed = FieldSpec(
      "Signed", .people(isMultiple: false, allowsGuests: false), label: .labelMakeUpSigned,
      isRequired: true, hint: .hintMakeUpSigner)
    signed.columns = 12
    page = FormPage([
      FieldSpec("MakeUpPerson", .shown, label: .labelAbsent),
      FieldSpec("MakeUpMissed", .shown, label: .labelMissed),
      FieldSpec(
        "MakeUpWay", .choice(ways, isMultiple: false, allowsOther: true), label: .labelWays,
        isRequired: true, columns: 44, hint: .hintMakeUpWay, startsRow: true),
      FieldSpec(
        "SignedOn", .date, label: .labelMakeUpDay, isRequired: true, startsRow: true),
      signed,
    ])
    let reason = missed.absent.first { $0.person.id == id }?.reason ?? ""
    page.setText(
      "MakeUpPerson", [member.name, reason].filter { !$0.isEmpty }.joined(separator: " "))
    page.setText("MakeUpMissed", context.missedTitle(missed))
    page.setText("SignedOn", context.session.today.description)
    page.setText("Signed", derived.input.people.shown(member.person))
    return true
  }

  /// The record of a making-up: a signature on what was missed, a mark on the lesson at which it
  /// was made up, or, for any other way, a matter that is closed.
  func makeUpDraft(of absence: Reference, in context: Context) -> [RecordDraft] {
    guard let archive = context.archive, let base,
      let missed = archive.ledger.activity(base.reference), let id = absence.member,
      let member = archive.ledger.latest(id)
    else { return [] }
    let way = page.text("MakeUpWay").trimmed
    let day = page.text("SignedOn").trimmed
    let signers = derived.input.persons(in: page.text("Signed"))
    if way == Phrase.wayCirculated.chinese {
      return draft(
        of: missed.reference, adding: signers.map { Field("Signed", "\($0) \(day)") },
        reason: missed.isFinal ? Phrase.makeUpReason.chinese : "", at: "Signed", in: context)
    }
    let session = context.sessions(after: missed, attendedBy: id).first {
      way == Phrase.waySession(context.sessionTitle($0)).chinese
    }
    if let session {
      let tag = Field("Tag", "\(Activity.makeUpTag)\(absence.recordText)")
      return draft(
        of: session.reference, adding: [tag],
        reason: session.isFinal ? Phrase.makeUpReason.chinese : "", at: "MakeUpWay", in: context)
    }
    var draft = RecordDraft(type: "matter")
    draft.add("Organization", missed.organization.text, at: "MakeUpWay")
    draft.add("Kind", Matter.makeUpKind, at: "MakeUpWay")
    draft.add("Title", context.subject(of: missed), at: "MakeUpWay")
    draft.add("Opened", missed.date.description, at: "SignedOn")
    draft.add("Owner", "\(member.person)", at: "Signed")
    draft.add("Source", absence.text, at: "MakeUpWay")
    draft.add("State", "已办结", at: "MakeUpWay")
    draft.add("Closed", day, at: "SignedOn")
    draft.add("Result", way, at: "MakeUpWay")
    for signer in signers { draft.add("Confirmed", "\(signer)", at: "Signed") }
    return [draft]
  }

  // MARK: 传阅签名

  /// The absent member signs the record that he or she has read. The record stays as far as it
  /// was signed off.
  mutating func openMakeUpSignature(_ absence: Reference, in context: Context) -> Bool {
    guard let archive = context.archive,
      let activity = archive.ledger.activity(Reference(absence.recordText)),
      let id = absence.member, let member = archive.ledger.latest(id),
      openActivity(activity.reference, in: context)
    else { return false }
    var signed = FieldSpec(
      "Signed", .people(isMultiple: false, allowsGuests: false), label: .labelMakeUpSigned,
      isRequired: true, hint: .hintMakeUpSigned)
    signed.columns = 12
    var fields = [signed, FieldSpec("SignedOn", .date, label: .headingDate, isRequired: true)]
    if base?.isFinal == true {
      fields.append(FieldSpec("Reason", .line, isRequired: true, columns: 44, startsRow: true))
    }
    var signing = FormPage(fields)
    signing.setText("Signed", derived.input.people.shown(member.person))
    signing.setText("SignedOn", context.session.today.description)
    signing.setText("Reason", Phrase.makeUpReason.chinese)
    page = signing
    type = "sign"
    return true
  }

  /// The whole record once more with one signature added.
  func makeUpSignatureDraft(in context: Context) -> [RecordDraft] {
    guard let base else { return [] }
    let day = page.text("SignedOn").trimmed
    let signatures = derived.input.persons(in: page.text("Signed")).map { "\($0) \(day)" }
    return draft(
      of: base.reference, adding: signatures.map { Field("Signed", $0) },
      reason: page.text("Reason").trimmed, at: "Signed", in: context)
  }

  /// A record once more with further fields.
  private func draft(
    of reference: Reference, adding more: [Field], reason: String, at place: String,
    in context: Context
  ) -> [RecordDraft] {
    guard let (newest, fields) = recordFields(reference, in: context) else { return [] }
    let (whole, items) = FormScreen.split(fields)
    var draft = RecordDraft(type: "activity")
    for field in whole + more { draft.add(field.name, field.value, at: place) }
    draft.add("Corrects", newest.text, at: place)
    if !reason.isEmpty { draft.add("Reason", reason, at: place) }
    draft.items = items.map { item in item.map { ($0, RecordDraft.Place(field: place)) } }
    return [draft]
  }
}

extension Reference {
  /// The member of an absence that has to be made up, `Id#MEMBER`.
  var member: MemberIdentifier? {
    text.lastIndex(of: "#").flatMap { MemberIdentifier(String(text[text.index(after: $0)...])) }
  }
}
