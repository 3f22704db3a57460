import OrganizationLife
import Wording

/// A form: one screen for every kind of record, drawn and checked from the declarations of its
/// fields.
///
/// The form has up to three levels: the form itself, one of its items, and a long text on the
/// whole screen. `Esc` steps back one of them.
public struct FormScreen: ScreenBehavior {
  /// What it was opened for.
  let request: FormRequest
  /// The type of record that it writes.
  var type: String
  /// Whose record it is.
  var organization: OrganizationIdentifier?
  /// The kind of activity.
  var kind: ActivityKind?
  /// The record that is changed, signed or withdrawn.
  var base: BaseRecord?
  /// The form itself.
  var page: FormPage
  /// The item that is open.
  var openItem: Int?
  /// Whether the long text on which the cursor stands is open on the whole screen.
  var isWriting = false
  /// Whether closing the long text closes the item as well.
  var closesItemWithText = false
  /// The roster that was pasted.
  var pasted = RosterPaste()
  /// What could not be saved, where it stands.
  var faults: [PlacedFault] = []
  /// What follows from the values and the ledger.
  var derived: Derived
  /// What the form has put into fields by itself, by their ids: it gives way to a new proposal
  /// until something else is entered (`propose`).
  var proposedTexts: [String: String] = [:]
  /// The first sitting of the meeting that this one goes on with.
  var begun: Day?
  /// The snapshot whose values the form shows, when not the newest.
  var valuesFrom: Reference?
  /// Whether the record was changed by somebody after this draft was begun.
  var isOutdated = false
  /// Whether another window has saved, or thrown away, the draft that this form shows.
  var isTaken = false
  /// Whether it was said that what seems odd is to be saved as it is.
  var isConfirmed = false
  /// The first row shown.
  var scroll = 0
  /// Rows that follow below the last one shown.
  private var hiddenRows = 0
  /// Whether nothing was typed since the cursor came to the field.
  var isFresh = true

  /// Who began it, as records name people; empty when nobody had said who works here.
  var author: String
  /// The draft's name in the box of drafts.
  var draftName: String
  /// Whether anything was changed since the form was opened.
  var isModified = false
  var stamp = 0
  var savedStamp = 0
  var draftSavedAt: Moment?

  /// A record that a form starts from.
  struct BaseRecord: Sendable {
    /// Its newest version.
    var reference: Reference
    /// Whether it was signed off (定稿).
    var isFinal: Bool
    /// What it is, for the title.
    var title: String
  }

  /// Something that cannot be saved as it is, at its field.
  struct PlacedFault: Hashable, Sendable {
    /// The item, from 0; nil for the form itself.
    var item: Int?
    /// The field.
    var field: String
    /// The person on the roster.
    var seat: Int?
    /// What is wrong and what to do.
    var phrase: Phrase
  }

  /// What follows from the values, the ledger and the day.
  struct Derived: Sendable {
    /// The language of the program's words.
    var language: Language
    /// Whether the ledger was looked at since it last changed.
    var isBuilt = false
    /// What the records say.
    var ledger: Ledger?
    /// The kinds of activity by id.
    var kinds: [String: ActivityKind] = [:]
    /// Whose people and organisations come first.
    var organization: OrganizationIdentifier?
    /// The day on which people and organisations are looked up.
    var day: Day
    /// How typed text is read.
    var input: FieldInput
    /// The activity as it stands.
    var activity: Activity?
    /// The meeting over all its sittings, this one included; nil when it is held in one.
    var whole: (activity: Activity, turnout: Turnout)?
    /// 应到, 实到 …
    var turnout: Turnout?
    /// The bases of those numbers before and after `Excluded`.
    var denominators: Denominators?
    /// Whether an ordinary vote of the body may be held.
    var verdict: LiveVerdict?
    /// The same for items whose votes are decided by another comparison, or without somebody.
    var itemVerdicts: [ItemVerdict] = []
    /// The 民主评议 of the year with what this meeting says of it.
    var appraisal: AppraisalRound?
    /// What is still missing.
    var missing: [Phrase] = []
    /// What is missing in a meeting and what the rules say about it, with the fields concerned.
    var remarks: [Remark] = []
    /// When the step of a procedure that is entered may be taken.
    var stepWindow: Phrase?
    /// Lines that the form shows above its fields.
    var notes: [String] = []
  }

  /// Whether the votes of some items may be held.
  struct ItemVerdict: Hashable, Sendable {
    /// Which items, from 1.
    var items: [Int]
    /// Which of the comparisons decides.
    var category: VoteCategory
    /// What it says.
    var verdict: LiveVerdict
  }

  /// The page on which the cursor stands.
  var current: FormPage {
    get {
      if let openItem, let list = page.items, list.pages.indices.contains(openItem) {
        return list.pages[openItem]
      }
      return page
    }
    set {
      if let openItem, var list = page.items, list.pages.indices.contains(openItem) {
        list.pages[openItem] = newValue
        page.items = list
      } else {
        page = newValue
      }
    }
  }

  /// Whether it is the form of an activity itself, new or changed.
  var isMeeting: Bool {
    switch request {
    case .newActivity, .changeActivity: true
    default: false
    }
  }

  /// The field on which the cursor stands.
  var focusedField: FormField? { current.focused }

  // MARK: What the core asks

  public var scopes: [Scope] {
    let closing: [Scope] =
      !isAtResolution ? [] : hasStaleClosing ? [.staleResolution] : [.resolution]
    if isWriting { return closing + [.minutes, .form] }
    let hasLongText = isMeeting || current.fields.contains { $0.spec.kind == .longText }
    let rollCall: [Scope] = page.rosterIndex == nil ? [] : [.rollCall]
    let outer: [Scope] =
      (openItem == nil && isMeeting ? rollCall + [.meeting] : []) + (hasLongText ? [.longText] : [])
      + [.form]
    guard let field = focusedField else { return outer }
    switch field.spec.kind {
    case .attendance: return [.roster] + outer
    case .items: return [.items] + outer
    case _ where field.spec.vote != nil && field.spec.kind == .number:
      return [.vote, .textField] + outer
    case let kind where kind.hasBox: return [.choiceField] + outer
    default: return closing + [.textField] + outer
    }
  }

  public func rowsBelow(in context: Context) -> Int { isWriting ? 0 : hiddenRows }

  public var acceptsText: Bool {
    if isWriting { return true }
    switch focusedField?.spec.kind {
    case .attendance, .items, nil: return false
    default: return true
    }
  }

  public mutating func perform(_ action: Action, in context: Context) -> [Outcome]? {
    let outcomes = isWriting ? write(action, in: context) : act(action, in: context)
    // The draft keeps the cursor's place, so that moving it is a change of the draft.
    if isModified { stamp &+= 1 }
    settle(in: context)
    return outcomes
  }

  public mutating func type(_ key: Key, in context: Context) -> [Outcome]? {
    let outcomes = isWriting ? write(key) : take(key, in: context)
    if isModified { stamp &+= 1 }
    settle(in: context)
    return outcomes
  }

  public mutating func paste(_ text: String, in context: Context) -> [Outcome]? {
    let outcomes = takePaste(text, in: context)
    settle(in: context)
    return outcomes
  }

  public mutating func receive(_ choice: OverlayChoice, in context: Context) -> [Outcome] {
    let outcomes = take(choice, in: context)
    settle(in: context)
    return outcomes
  }

  public mutating func receive(edited text: String, in context: Context) -> [Outcome] {
    guard isWriting else { return [] }
    changeText { $0.replaceAll(with: text) }
    settle(in: context)
    return []
  }

  public mutating func refresh(in context: Context) {
    derived.isBuilt = false
    derive(in: context)
    reseat(in: context)
    proposeWords(in: context)
    if !pasted.text.isEmpty { _ = readPasted(in: context) }
    resizeText(in: context)
    settle(in: context)
  }

  // MARK: Changing

  /// Says that a value was changed.
  mutating func touch() {
    isModified = true
    stamp &+= 1
  }

  /// Brings what is derived and the scrolling in line after an event.
  mutating func settle(in context: Context) {
    if case .pasteRoster = request { return }
    // A long text is typed into without looking at the rest of the form.
    if isWriting { return }
    derive(in: context)
    let layout = FormLayout(self, columns: context.session.size.columns, in: context)
    let height = max(1, context.session.bodyRows - layout.footer.count)
    scroll = layout.scrolled(from: scroll, height: height)
    hiddenRows = max(0, layout.rows.count - scroll - height)
  }

  /// What a command does outside of long texts.
  private mutating func act(_ action: Action, in context: Context) -> [Outcome]? {
    if case .pasteRoster = request { return actOnPasted(action, in: context) }
    switch action {
    case .save: return save(in: context)
    case .back: return stepBack(in: context)
    case .nextField: return moveFocus(by: 1, in: context)
    case .previousField: return moveFocus(by: -1, in: context)
    case .up, .down: return moveVertically(rows: action == .up ? -1 : 1, in: context)
    case .pageUp, .pageDown:
      let rows = max(1, context.session.size.rows - 7)
      return moveVertically(rows: action == .pageUp ? -rows : rows, in: context)
    case .left, .right: return moveSideways(action == .left ? -1 : 1)
    case .choose: return choose(in: context)
    case .everyonePresent: return markEveryonePresent(in: context)
    case .togglePresent, .video, .late, .leftEarly, .clearAttendance: return mark(action)
    case .minutes: return openText(in: context)
    case .addItem: return addItem(in: context)
    case .removeItem: return removeItem()
    case .moveItemUp: return moveItem(by: -1)
    case .moveItemDown: return moveItem(by: 1)
    case .unanimous: return voteUnanimously()
    case .remarks: return openRemarks(in: context)
    case .closing: return writeClosing()
    case .sittings: return splitIntoSittings(in: context)
    default: return nil
    }
  }

  /// What a key does that is no command.
  private mutating func take(_ key: Key, in context: Context) -> [Outcome]? {
    if case .pasteRoster = request { return clearPasted(by: key) }
    guard let field = focusedField else { return nil }
    switch field.value {
    case .roster: return markByKey(key)
    case .items: return changeItems(by: key)
    case .long:
      switch key {
      case .enter: return openText(in: context)
      case .character:
        _ = openText(in: context)
        return write(key)
      default: return nil
      }
    case .line(var editor):
      if key == .enter { return enter(in: context) }
      return edit(&editor, key, field.spec)
    }
  }

  /// Whether the first typed character replaces what stands in a field: values that are chosen
  /// rather than edited, and a place that was proposed from the last meeting.
  func isReplacedByTyping(_ spec: FieldSpec) -> Bool {
    spec.kind.isReplacedByTyping || (base == nil && spec.name == "Place")
  }

  /// Types into a line.
  private mutating func edit(
    _ editor: inout LineEditor, _ key: Key, _ spec: FieldSpec
  ) -> [Outcome]? {
    if spec.isTally, case .character(let typed) = key.folded, !typed.isNumber {
      return [.notice(Notice(.onlyDigits, .warning)), .effect(.bell)]
    }
    let before = editor.text
    if isFresh, case .character = key, !before.isEmpty {
      if isReplacedByTyping(spec) {
        editor.replace(with: "")
      } else if case .people = spec.kind {
        editor.handle(.end)
        editor.paste("、")
      }
    }
    guard editor.handle(key) else { return nil }
    isFresh = false
    current.fields[current.focus].value = .line(editor)
    if editor.text != before {
      adoptItem()
      removeFaults(at: spec.id)
      touch()
    }
    return []
  }

  /// Enter in a line that has no box: takes a suggestion, goes on.
  private mutating func enter(in context: Context) -> [Outcome]? {
    if let suggestion = suggestedAbstentions, let field = focusedField,
      field.spec.id == suggestion.field, field.isEmpty
    {
      current.fields[current.focus].text = "\(suggestion.count)"
      touch()
    }
    return moveFocus(by: 1, in: context)
  }

  private mutating func takePaste(_ text: String, in context: Context) -> [Outcome]? {
    if case .pasteRoster = request {
      pasted.take(text)
      touch()
      return readPasted(in: context)
    }
    if isWriting {
      changeText { $0.paste(text) }
      return []
    }
    guard let field = focusedField else { return nil }
    switch field.value {
    case .roster, .items:
      return nil
    case .long:
      _ = openText(in: context, withOutline: false)
      changeText { $0.paste(text) }
      return []
    case .line(var editor):
      if isFresh, isReplacedByTyping(field.spec) { editor.replace(with: "") }
      editor.paste(text)
      isFresh = false
      current.fields[current.focus].value = .line(editor)
      adoptItem()
      touch()
      return []
    }
  }

  /// Esc: from the item to the form; from the form out of it, which the core does.
  private mutating func stepBack(in context: Context) -> [Outcome]? {
    guard let left = openItem else { return nil }
    _ = commit(in: context)
    openItem = nil
    dropEmptyItem(left)
    isFresh = true
    return []
  }
}
