/// The languages in which the program speaks. What the unit wrote itself (catalogue entries,
/// records) stays as it was written.
public enum Language: String, CaseIterable, Sendable {
  /// 中文
  case chinese = "zh"
  /// English
  case english = "en"
}

/// A sentence of the program in both languages.
///
/// All of them are declared in this target, by topic, so that wording is reviewed in one place and
/// a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
  /// 中文
  public let chinese: String
  /// English
  public let english: String

  /// The same sentence in both languages.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in both, such as what the unit wrote or a number.
  public init(verbatim text: String) { self.init(text, text) }

  /// The sentence in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
