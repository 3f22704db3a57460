/// Who writes.
public struct Author: Hashable, Sendable {
  /// One person on one machine, `[a-z][a-z0-9]{1,15}`; it names the files.
  public let writer: String
  /// What goes into `By`: `Q1M01(李敏)`.
  public let by: String

  /// Nil for a writer name of another shape, and for a `by` that is empty, longer than one line
  /// or holds characters that do not belong in names.
  public init?(writer: String, by: String) {
    guard Names.isWriter(writer), !by.isEmpty, !by.contains("\n"),
      TextCleaning.clean(by).changes.isEmpty, TextCleaning.invisibleScalars(in: by).isEmpty
    else { return nil }
    self.writer = writer
    self.by = by
  }
}
