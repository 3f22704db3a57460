/// 标签: `维度=学用`, or a word of its own.
public enum TagText {
  /// What stands for a value among the proposed words until the unit has written its own.
  public static let placeholder = "(由本单位填写)"

  /// What stands before the `=` of a tag, or all of one that has none.
  public static func dimension(of tag: String) -> String { String(tag.prefix { $0 != "=" }) }

  /// Whether a tag says something: no placeholder is in it, and a value stands behind its `=`.
  public static func isFilled(_ tag: String) -> Bool {
    !tag.contains(placeholder) && !tag.hasSuffix("=")
  }

  /// A tag with nothing in the place of the placeholder: `方面=`.
  public static func opened(_ tag: String) -> String { tag.replacing(placeholder, with: "") }
}
