import RecordLog

/// The value of a field while it is being entered.
enum FieldValue: Hashable, Sendable {
  /// One line being typed.
  case line(LineEditor)
  /// A long text.
  case long(TextEditor)
  /// Who came.
  case roster(Roster)
  /// The items.
  case items(ItemList)
}

/// The items of an activity, each a page of its own.
struct ItemList: Hashable, Sendable {
  /// In order.
  var pages: [FormPage] = []
  /// The row on which the cursor stands; behind the last item stands the row that adds one.
  var selected = 0
  /// Items that were removed, for Ctrl-Z.
  var removed: [Removal] = []

  /// An item that was removed and where it stood.
  struct Removal: Hashable, Sendable {
    var page: FormPage
    var position: Int
  }
}

/// One field of a page with its value.
struct FormField: Hashable, Sendable {
  /// Its declaration.
  var spec: FieldSpec
  /// Its value.
  var value: FieldValue
  /// What the record had; written again unchanged as long as the text is.
  var original: Original?

  /// The values of a record and the text that stands for them.
  struct Original: Hashable, Sendable {
    var text: String
    var values: [String]
  }

  /// A field with a text.
  init(_ spec: FieldSpec, text: String = "") {
    self.spec = spec
    switch spec.kind {
    case .longText: value = .long(TextEditor(text))
    case .attendance: value = .roster(Roster())
    case .items: value = .items(ItemList())
    default: value = .line(LineEditor(text))
    }
  }

  /// Its text; empty for a roster and for items.
  var text: String {
    get {
      switch value {
      case .line(let editor): editor.text
      case .long(let editor): editor.text
      case .roster, .items: ""
      }
    }
    set {
      switch value {
      case .line(var editor):
        guard editor.text != newValue else { return }
        editor.replace(with: newValue)
        value = .line(editor)
      case .long(var editor):
        guard editor.text != newValue else { return }
        editor.replaceAll(with: newValue)
        value = .long(editor)
      case .roster, .items: break
      }
    }
  }

  /// Whether nothing has been entered.
  var isEmpty: Bool {
    switch value {
    case .line(let editor): editor.text.trimmed.isEmpty
    case .long(let editor): editor.isEmpty
    case .roster(let roster): roster.marks.isEmpty
    case .items(let list): list.pages.allSatisfy(\.isOffered)
    }
  }
}

/// A page of a form: the form itself, or one of its items.
struct FormPage: Hashable, Sendable {
  /// Its fields in order.
  var fields: [FormField]
  /// The field on which the cursor stands.
  var focus = 0
  /// Fields of the record that the form does not show, written again as they were.
  var kept: [Field] = []
  /// An item that was only proposed: left out when nothing is done with it.
  var isOffered = false

  /// A page of empty fields.
  init(_ specs: [FieldSpec]) {
    fields = specs.map { FormField($0) }
    focus = fields.firstIndex { $0.spec.kind.isReached } ?? 0
  }

  /// Where the field of that id stands.
  func index(of id: String) -> Int? { fields.firstIndex { $0.spec.id == id } }

  /// The text of a field; empty when the page has none of that id.
  func text(_ id: String) -> String { index(of: id).map { fields[$0].text } ?? "" }

  /// Replaces the text of a field, if the page has it.
  mutating func setText(_ id: String, _ text: String) {
    if let index = index(of: id) { fields[index].text = text }
  }

  /// The field on which the cursor stands.
  var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// The roster and where it stands.
  var roster: Roster? {
    get {
      for field in fields {
        if case .roster(let roster) = field.value { return roster }
      }
      return nil
    }
    set {
      guard let newValue, let index = rosterIndex else { return }
      fields[index].value = .roster(newValue)
    }
  }

  /// Where the roster stands.
  var rosterIndex: Int? { fields.firstIndex { $0.spec.kind == .attendance } }

  /// The items.
  var items: ItemList? {
    get {
      for field in fields {
        if case .items(let list) = field.value { return list }
      }
      return nil
    }
    set {
      guard let newValue, let index = itemsIndex else { return }
      fields[index].value = .items(newValue)
    }
  }

  /// Where the items stand.
  var itemsIndex: Int? { fields.firstIndex { $0.spec.kind == .items } }

  /// Takes over the fields of another declaration and keeps all values.
  mutating func adopt(_ specs: [FieldSpec]) {
    let focusedID = focused?.spec.id
    let old = Dictionary(fields.map { ($0.spec.id, $0) }) { first, _ in first }
    var adopted = specs.map { spec -> FormField in
      guard var field = old[spec.id] else { return FormField(spec) }
      field.spec = spec
      return field
    }
    // A field that was filled in stays where it was, whatever became of its reason to be asked for.
    let ids = Set(specs.map(\.id))
    for (place, field) in fields.enumerated()
    where !ids.contains(field.spec.id) && (!field.isEmpty || field.spec.id == "Tag") {
      let before = fields[..<place].reversed().lazy.compactMap { earlier in
        adopted.firstIndex { $0.spec.id == earlier.spec.id }
      }.first
      adopted.insert(field, at: before.map { $0 + 1 } ?? 0)
    }
    fields = adopted
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? min(focus, max(0, fields.count - 1))
  }

  /// Reads the fields of a record (or of one item of it) that the page shows; keeps the rest.
  mutating func read(_ record: [Field], _ input: FieldInput) {
    var rest = record
    for index in fields.indices {
      let spec = fields[index].spec
      switch spec.kind {
      case .attendance:
        var roster = Roster()
        roster.read(rest)
        fields[index].value = .roster(roster)
        rest.removeAll { FormSpec.attendanceFields.contains($0.name) }
      case .items, .shown, .hidden:
        continue
      default:
        guard spec.vote == nil else { continue }
        let values = rest.filter { $0.name == spec.name }.map(\.value)
        guard !values.isEmpty else { continue }
        rest.removeAll { $0.name == spec.name }
        let text = input.text(of: values, spec.kind)
        fields[index] = FormField(spec, text: text)
        // A line holds no line ends, so that what it shows is what is compared.
        fields[index].original = FormField.Original(text: fields[index].text, values: values)
      }
    }
    kept = rest
  }

  /// The record's values of a field.
  func values(of field: FormField, _ input: FieldInput) -> [String] {
    if let original = field.original, original.text == field.text { return original.values }
    if field.spec.kind == .longText {
      return field.isEmpty ? [] : [field.text]
    }
    return input.values(field.text, field.spec.kind)
  }
}
