import Archive
import Wording

extension State {
  /// Takes over the archive after its catalogue was changed and closes the form that did it.
  mutating func catalogReplaced(_ archive: Archive) -> [Effect] {
    context.archive = archive
    var effects: [Effect] = []
    if screens.count > 1, case .form(let form) = top {
      if let draft = form.draft { effects.append(.removeDraft(name: draft.name)) }
      screens.removeLast()
    }
    refreshAll()
    notice = Notice(.catalogSaved, .good)
    return effects
  }
}

extension FormRequest {
  /// Whether the form changes the unit's catalogue rather than writing records.
  var changesCatalog: Bool {
    switch self {
    case .newCatalogEntry, .changeCatalogEntry: true
    default: false
    }
  }
}

extension Context {
  /// Why the catalogue cannot be changed; nil when it can.
  var catalogReadOnlyReason: Phrase? {
    guard let archive else { return .noStoreOpen }
    return archive.access.mayChangeCatalog ? nil : .catalogReadOnly
  }
}
