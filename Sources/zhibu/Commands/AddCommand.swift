import Archive
import ArgumentParser
import OrganizationLife
import RecordLog
import Wording

/// `zhibu add`: appends the records of rec files, all or none.
struct AddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: Speech.say(.helpAdd))
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(Speech.say(.helpAddFiles), valueName: "file"),
    completion: .file(extensions: ["rec"]))
  var files: [String]

  func run() throws {
    guard files.filter({ $0 == "-" }).count <= 1 else { throw Failure.badUse(.standardInputTwice) }
    var workplace = try Workplace(options)
    let entries = try EntryFiles(reading: files)
    let ids = try workplace.appendingToNewest { workplace, archive in
      try append(entries, to: archive, in: &workplace)
    }
    try Output.write(ids.map { "\($0)\n" }.joined())
  }

  /// Appends what an archive lets through.
  private func append(
    _ entries: EntryFiles, to archive: Archive, in workplace: inout Workplace
  ) throws -> [RecordIdentifier] {
    let clock = workplace.clock(for: archive.store)
    let identity = try workplace.identity(in: archive, adding: entries.records)
    let author = try workplace.author(identity)
    let result = EntryCheck(archive, author: identity.person)
      .check(entries.records, source: "", today: clock.today())
    let notices = entries.changes + result.notices.map { entries.located($0.line, $0.phrase) }
    for notice in notices { workplace.note(notice) }
    let faults = entries.faults + result.faults.map { (entries.place(of: $0.line), $0.phrase) }
    guard faults.isEmpty else {
      for (place, phrase) in faults.sorted(by: { $0.0 < $1.0 }) {
        workplace.note(.located(files[place.file], place.line, phrase))
      }
      workplace.note(.nothingAdded(faults.count))
      throw Failure.found
    }
    guard !result.records.isEmpty else { throw Failure.badUse(.nothingToAdd) }
    workplace.warn(of: archive.store)
    let ids = try archive.store.append(
      result.records, by: author, checkedAgainst: archive.extent, at: clock.now().description,
      notify: { workplace.note($0.phrase) })
    workplace.remember(archive.store)
    return ids
  }
}

/// Several files read as one, so that what one brings another may name; each line keeps its place.
struct EntryFiles {
  /// A line of one of the files.
  struct Place: Comparable {
    /// Which file, from 0.
    var file: Int
    /// 1-based; 0 for a file as a whole.
    var line: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.file, left.line) < (right.file, right.line)
    }
  }

  /// All records; their lines count through all files.
  private(set) var records: [PlainRecord] = []
  /// Lines that are not rec.
  private(set) var faults: [(Place, Phrase)] = []
  /// What was put right on reading.
  private(set) var changes: [Phrase] = []
  private var names: [String] = []
  /// The count of lines before each file.
  private var starts: [Int] = []

  /// Reads files in order; `-` is standard input.
  init(reading names: [String]) throws(Failure) {
    self.names = names
    var start = 0
    for (index, name) in names.enumerated() {
      let bytes = try InputFile.bytes(of: name)
      let reading = PlainRecords.read(bytes)
      starts.append(start)
      records += reading.records.map { record in
        var record = record
        record.line += start
        record.fieldLines = record.fieldLines.map { $0 + start }
        return record
      }
      faults += reading.faults.map { (Place(file: index, line: $0.line), $0.kind.phrase) }
      changes += reading.changes.sorted { $0.value < $1.value }
        .map { .located(name, $0.value, .cleaned($0.key)) }
      start += bytes.count { $0 == UInt8(ascii: "\n") } + 1
    }
  }

  /// The place of a line counted through all files.
  func place(of line: Int) -> Place {
    let file = starts.lastIndex { $0 < line } ?? 0
    return Place(file: file, line: max(0, line - starts[file]))
  }

  /// A sentence with its place.
  func located(_ line: Int, _ phrase: Phrase) -> Phrase {
    let place = place(of: line)
    return .located(names[place.file], place.line, phrase)
  }
}
