import RecordLog

/// The records that `Appender` writes, so that who looks afterwards knows what was attempted.
public enum AppendedRecord {
  /// When they are written.
  public static let moment = "2026-03-12T14:30:00+08:00"

  /// The `number`-th record (from 1) of a process, of about `size` bytes.
  public static func record(_ number: Int, size: Int, organization: String) -> NewRecord {
    NewRecord(
      type: "activity", organization: organization,
      fields: [
        Field("Organization", organization), Field("Kind", "主题党日"), Field("Date", "2026-03-12"),
        Field("Title", "第\(number)次"),
        Field("Minutes", String(repeating: "学习记录。", count: max(1, (size - 300) / 15))),
      ])
  }

  /// Whether a record of the log is that one.
  static func matches(_ record: Record, number: Int, size: Int) -> Bool {
    let wanted = self.record(number, size: size, organization: record.organizationFolder).fields
    return Array(record.fields.dropFirst().prefix(wanted.count)) == wanted
  }
}
