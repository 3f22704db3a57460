import Glibc

extension Store {
  /// Writes a whole history into a store without records, for samples: every file is built in
  /// memory with its chain across the years and written once. The same input gives the same
  /// bytes. Returns the ids in the given order.
  ///
  /// `complete` may fill in what a record says of earlier ones before it is written; it can ask for
  /// the Sum of any Id written so far.
  ///
  /// Throws `AppendError.notFresh` when a log file is there already. An interruption leaves some
  /// of the files.
  public func write(
    history: [(author: Author, moment: String, record: NewRecord)],
    completing complete: (inout NewRecord, _ sum: (String) -> String?) -> Void = { _, _ in }
  ) throws(AppendError) -> [RecordIdentifier] {
    let present: [LogFileName]
    do throws(DiskFailure) {
      present = try logFileNames()
    } catch {
      throw AppendError(error)
    }
    if let name = present.first { throw .notFresh(path: name.path) }
    let records = try cleaned(history.map(\.record)) { _ in }
    var newest: [LogFileName.Series: Int] = [:]
    var numbers: [LogFileName.Numbering: Int] = [:]
    var targets: [AppendTarget] = []
    var identifiers: [RecordIdentifier] = []
    identifiers.reserveCapacity(records.count)
    var sums: [String: String] = [:]
    for (entry, cleaned) in zip(history, records) {
      var record = cleaned
      complete(&record) { sums[$0] }
      let moment = try checked(entry.moment)
      var name = LogFileName(
        organization: record.organization, isRestricted: record.restricted, type: record.type,
        year: Names.yearlyTypes.contains(record.type) ? moment.year : nil,
        writer: entry.author.writer, continuation: 1)
      let before = newest[name.series]
      if let before, let year = targets[before].name.year, year > name.year ?? 0 {
        name.year = year
      }
      let place: Int
      if let before, targets[before].name == name {
        place = before
      } else {
        let previous = before.map { targets[$0].lastSum } ?? Chain.zeros
        targets.append(AppendTarget(new: name, previous: previous))
        place = targets.count - 1
        newest[name.series] = place
      }
      let number = numbers[name.numbering, default: 0] + 1
      numbers[name.numbering] = number
      let identifier = name.identifier(number)
      targets[place].append(
        record, identifier: identifier, by: entry.author.by, at: entry.moment)
      sums[identifier.description] = targets[place].lastSum
      identifiers.append(identifier)
    }
    try place(targets)
    return identifiers
  }

  private func place(_ targets: [AppendTarget]) throws(AppendError) {
    do throws(DiskFailure) {
      for (number, target) in targets.enumerated() {
        try makeFolder(
          of: target.name.organization, restricted: target.name.isRestricted, isBeside: number > 0)
      }
      // Names first: a file that holds anything has a durable one. Each kind of call for all the
      // files: the disk takes many at once better than one after another.
      for target in targets {
        _ = try disk.create(target.name.path, in: root, flags: O_WRONLY | O_EXCL)
      }
      for folder in Set(targets.map(\.name.folder)).sorted() {
        try disk.synchronizeFolder(folder, in: root)
      }
      for target in targets {
        let file = try disk.open(target.name.path, in: root, flags: O_WRONLY | O_APPEND)
        try disk.writeAll(target.bytes, to: file)
      }
      for target in targets {
        try disk.synchronize(disk.open(target.name.path, in: root, flags: O_RDONLY))
      }
    } catch {
      throw AppendError(error)
    }
  }
}
