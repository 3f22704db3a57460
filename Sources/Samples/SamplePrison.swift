import OrganizationLife
import RecordLog

/// A prison that does not exist: two years of its branches' life, invented, for trying the
/// program out, for demonstrations and tests.
public enum SamplePrison {
  /// The name of the unit.
  public static let unit = "青石监狱"

  /// Q2's secretary, who stands for the user in a demonstration: the writer's name and `By`. The
  /// same with every seed.
  public static let secretary = (writer: "limin", by: "Q2M01(李敏)")

  /// The records of a sample prison in the order in which they were written: by moment, all of
  /// them before `today`. The same seed and day give the same records.
  ///
  /// `Corrects` holds the bare id of the version that is replaced; `complete` adds the digits of
  /// its Sum while the log is written.
  /// - Parameters:
  ///   - seed: any number; another one gives other people and other words.
  ///   - today: the day on which the sample is looked at; the records cover about the 24 months
  ///     before it.
  ///   - offset: the zone's offset from UTC in seconds.
  public static func history(
    seed: UInt64, today: Day, offset: Int = 28_800
  ) -> [(author: Author, moment: String, record: NewRecord)] {
    var chronicle = Chronicle(seed: seed, today: today)
    chronicle.found()
    chronicle.lead()
    chronicle.enterOrganizations()
    chronicle.enterJointGroups()
    chronicle.enterMembers()
    chronicle.holdBranchActivities()
    chronicle.holdBareLifeMeeting(month: 20)
    chronicle.holdUpperActivities()
    chronicle.fileOpenMatters()
    chronicle.filePapers()
    return Draft.history(
      chronicle.drafts, by: chronicle.comrades.map { ($0.writer, $0.reference) }, offset: offset)
  }
}

extension SamplePrison {
  /// Adds to a bare `Corrects: ID` the first eight digits of the Sum of the version it replaces,
  /// which is known only while the records are written; for `Store.write(history:completing:)`.
  public static func complete(_ record: inout NewRecord, sum: (String) -> String?) {
    for index in record.fields.indices where record.fields[index].name == "Corrects" {
      let id = record.fields[index].value
      if let sum = sum(id) { record.fields[index].value = "\(id) \(sum.prefix(8))" }
    }
  }
}

extension Draft {
  /// Drafts in order of their moments, with their ids filled in where others name them.
  ///
  /// - Parameters:
  ///   - writers: the writer's name and `ID(姓名)` of everyone who wrote, by number.
  ///   - offset: the zone's offset from UTC in seconds.
  static func history(
    _ drafts: [Draft], by writers: [(writer: String, by: String)], offset: Int
  ) -> [(author: Author, moment: String, record: NewRecord)] {
    let order = drafts.indices.sorted {
      (drafts[$0].moment, $0) < (drafts[$1].moment, $1)
    }
    var counts: [String: Int] = [:]
    var ids = [String](repeating: "", count: drafts.count)
    for index in order {
      let draft = drafts[index]
      let year =
        Names.lastingTypes.contains(draft.type)
        ? "-" : "\(Day(number: Int32(draft.moment / 86_400)).year)"
      let file = "\(draft.organization)-\(draft.type)-\(year)-\(writers[draft.author].writer)"
      let number = (counts[file] ?? 0) + 1
      counts[file] = number
      let digits = "\(number)"
      ids[index] = "\(file)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
    let authors = writers.map { Author(writer: $0.writer, by: $0.by) }
    return order.compactMap { index in
      let draft = drafts[index]
      guard let author = authors[draft.author] else { return nil }
      let fields = draft.fields.map { field in
        Field(field.name, field.record.map { field.lead + ids[$0] + field.value } ?? field.value)
      }
      let moment = Moment(
        seconds: draft.moment - Int64(offset), offset: offset)
      return (
        author, moment.description,
        NewRecord(
          type: draft.type, organization: draft.organization, restricted: draft.isRestricted,
          fields: fields)
      )
    }
  }
}
