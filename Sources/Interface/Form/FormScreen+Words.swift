import Archive
import OrganizationLife
import RecordLog

// 候选词: what the unit's catalogue proposes for fields, and 标签.
extension FormScreen {
  /// Adds the words of the catalogue to what fields propose. Where it has words for 标签, every form
  /// of a record can carry them: those that belong to records of its kind stand first.
  mutating func proposeWords(in context: Context) {
    guard let archive = context.archive, !archive.catalog.words.isEmpty, !request.changesCatalog
    else { return }
    let catalog = archive.catalog
    let today = context.session.today
    let tags = catalog.words(for: "Tag", of: type, on: today)
      .nearest(first: archive.tagDimensions(of: type, kind: kind))
    if !tags.isEmpty, carriesTags { page.addTags(derived.input) }
    for index in page.fields.indices {
      let spec = page.fields[index].spec
      let isTag = spec.name == "Tag"
      let words = isTag ? tags : catalog.words(for: spec.name, of: type, on: today)
      guard !words.isEmpty, spec.vote == nil else { continue }
      if isTag { page.fields[index].spec.hint = .hintTags(tags.examples) }
      page.fields[index].spec.kind = spec.kind.proposing(words)
    }
  }

  /// Puts a tag into the form, beside those that stand there.
  mutating func addTag(_ tag: String) {
    page.addTags(derived.input)
    let tags = [page.text("Tag").trimmed, derived.input.plans.shown(tag)].filter { !$0.isEmpty }
    page.setText("Tag", tags.joined(separator: "、"))
  }

  /// Whether the form writes a record that people think of as theirs to sort.
  private var carriesTags: Bool {
    switch request {
    case .newActivity, .changeActivity, .newMatter, .newPlain, .changePlain, .newOrganization,
      .changeOrganization, .procedureStep:
      true
    default: false
    }
  }
}

extension [String] {
  /// Tags with those of the dimensions given first, in that order.
  fileprivate func nearest(first dimensions: [String]) -> [String] {
    let rank = { (tag: String) in
      dimensions.firstIndex(of: TagText.dimension(of: tag)) ?? dimensions.count
    }
    return enumerated().sorted { a, b in
      (rank(a.element), a.offset) < (rank(b.element), b.offset)
    }.map(\.element)
  }

  /// Two tags that say how one is written.
  fileprivate var examples: [String] {
    guard let first else { return [] }
    let other = self.first { TagText.dimension(of: $0) != TagText.dimension(of: first) }
    return [first, other].compactMap(\.self).map(TagText.opened)
  }
}

extension FieldKind {
  /// The same with further words to choose from.
  func proposing(_ words: [String]) -> FieldKind {
    switch self {
    case .choice(let old, let isMultiple, true):
      .choice(
        old + words.filter { !old.contains($0) }, isMultiple: isMultiple, allowsOther: true)
    case .line: .choice(words, isMultiple: false, allowsOther: true)
    case .words: .choice(words, isMultiple: true, allowsOther: true)
    default: self
    }
  }
}

extension FormPage {
  /// A field for tags, before items and minutes, with those that the record has.
  mutating func addTags(_ input: FieldInput) {
    guard index(of: "Tag") == nil else { return }
    var field = FormField(FieldSpec(field: "Tag", of: "activity"))
    let values = kept.filter { $0.name == "Tag" }.map(\.value)
    if !values.isEmpty {
      kept.removeAll { $0.name == "Tag" }
      field = FormField(field.spec, text: input.text(of: values, field.spec.kind))
      field.original = FormField.Original(text: field.text, values: values)
    }
    let last = fields.firstIndex { ["Item", "Minutes", "Summary"].contains($0.spec.id) }
    let place = last ?? fields.count
    fields.insert(field, at: place)
    if focus >= place, fields.count > 1 { focus += 1 }
  }
}
