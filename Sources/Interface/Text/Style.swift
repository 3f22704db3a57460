/// What a piece of text is for. The terminal driver turns the name into colours and attributes;
/// a frame must read without either, so a selection also carries a mark in its text.
public enum Style: Sendable, Hashable, CaseIterable {
  /// Plain text.
  case normal
  /// The title of a screen.
  case title
  /// Text of less weight.
  case dim
  /// Text of more weight.
  case strong
  /// The selected entry of a list.
  case selected
  /// The field being edited.
  case active
  /// A duty that is met.
  case good
  /// A duty that is coming due.
  case warning
  /// A breach, an error.
  case bad
  /// The name of a field.
  case label
  /// Key hints.
  case hint
  /// What was looked for, where it stands.
  case found
  /// Rules and borders.
  case chrome
}
