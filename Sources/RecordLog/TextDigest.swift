/// Short names for long texts.
public enum TextDigest {
  /// SHA-256 of a text in UTF-8 as 64 hex digits.
  public static func hexadecimal(of text: String) -> String { Chain.hash(Array(text.utf8)) }
}
