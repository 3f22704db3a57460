import Glibc

extension Store {
  /// Appends records, all or none, and returns their ids in the given order. When it returns they
  /// are on the disk. What an interrupted command of the same writer left is completed first; a
  /// torn tail is put into the quarantine; a damaged file is left alone and continued in another.
  ///
  /// - Parameters:
  ///   - author: who writes; only files of this writer name are touched.
  ///   - extent: how far the log went when the records were checked against it; nil where it does
  ///     not matter.
  ///   - moment: RFC 3339 with whole seconds in the store's zone; its year names the file.
  ///   - notify: told what was done beside appending.
  ///
  /// Throws `AppendError`; but for `notConfirmed`, `notRestored` and `notCompleted` nothing was
  /// changed.
  public func append(
    _ records: [NewRecord], by author: Author, checkedAgainst extent: LogExtent? = nil,
    at moment: String, notify: (AppendNotice) -> Void = { _ in }
  ) throws(AppendError) -> [RecordIdentifier] {
    try append(
      records, by: author, at: moment, notify: notify, alsoLocking: [],
      before: { () throws(AppendError) in
        if let extent { try expect(extent, of: Set(records.map(\.organization))) }
      }, after: {})
  }

  /// The same, with more folders locked and something to do under the locks before and after.
  func append(
    _ records: [NewRecord], by author: Author, at moment: String,
    notify: (AppendNotice) -> Void, alsoLocking others: [String],
    before: () throws(AppendError) -> Void, after: () -> Void
  ) throws(AppendError) -> [RecordIdentifier] {
    guard !records.isEmpty else { return [] }
    let written = try checked(moment)
    let records = try cleaned(records, notify: notify)
    let organizations = Set(records.map(\.organization) + others).sorted()
    try makeFolders(for: records)
    removeUncommitted(of: author.writer)
    while true {
      try completePending(of: author.writer, notify: notify)
      let identifiers = try locked(organizations) { () throws(AppendError) in
        // Someone may have been interrupted between the look above and the lock.
        if try isPending(writer: author.writer) { return [RecordIdentifier]?.none }
        for organization in organizations {
          removeBegunCopies(of: author.writer, in: organization)
        }
        try before()
        let identifiers = try appendLocked(
          records, by: author, at: written, text: moment, notify: notify)
        after()
        return identifiers
      }
      if let identifiers { return identifiers }
    }
  }

  func checked(_ text: String) throws(AppendError) -> WrittenMoment {
    guard let moment = WrittenMoment(text) else { throw .badMoment(text) }
    guard moment.zone == manifest.zone else {
      throw .wrongZone(text, expected: manifest.zone)
    }
    return moment
  }

  /// Checks names and cleans text.
  func cleaned(
    _ records: [NewRecord], notify: (AppendNotice) -> Void
  ) throws(AppendError) -> [NewRecord] {
    var records = records
    for index in records.indices {
      let record = records[index]
      guard Names.isOrganization(record.organization) else {
        throw .badOrganization(record: index, record.organization)
      }
      guard Names.yearlyTypes.contains(record.type) || Names.lastingTypes.contains(record.type)
      else { throw .unknownType(record: index, record.type) }
      guard !record.fields.isEmpty else { throw .emptyRecord(record: index) }
      for link in record.links
      where !Names.isFieldName(link.name) || !records.indices.contains(link.record) {
        throw .badFieldName(record: index, link.name)
      }
      for (position, field) in record.fields.enumerated() {
        guard Names.isFieldName(field.name) else {
          throw .badFieldName(record: index, field.name)
        }
        if field.name == "Id" || field.name == "At" || field.name == "Sum" {
          throw .reservedField(record: index, field.name)
        }
        let (text, changes) = TextCleaning.clean(field.value)
        if !changes.isEmpty {
          records[index].fields[position].value = text
          notify(.cleaned(record: index, field: field.name, changes: changes))
        }
      }
    }
    return records
  }

  private func makeFolders(for records: [NewRecord]) throws(AppendError) {
    do throws(DiskFailure) {
      for organization in Set(records.map(\.organization)).sorted() {
        try makeFolder(of: organization)
        guard records.contains(where: { $0.restricted && $0.organization == organization })
        else { continue }
        try makeFolder(of: organization, restricted: true)
      }
    } catch {
      throw AppendError(error)
    }
  }

  /// Makes an organisation's folder and, when wanted, its `restricted/`, with durable names.
  ///
  /// - Parameter isBeside: another one's folder was made just now; what lies above is there then,
  ///   which otherwise takes a look at everything in it.
  func makeFolder(
    of organization: String, restricted: Bool = false, isBeside: Bool = false
  ) throws(DiskFailure) {
    let folder = "organizations/\(organization)"
    // The lock comes first into a folder, and only when the folder's name is durable.
    if !disk.exists(FolderLock.path(of: organization), in: root) {
      if !isBeside { try disk.makeFolder("organizations", in: root) }
      try disk.makeFolder(folder, in: root)
    }
    if restricted {
      // One that is there keeps the permissions the unit gave it.
      try disk.makeFolder("\(folder)/restricted", in: root, mode: FileMode.privateFolder)
    }
  }

  /// Runs a piece of work while holding the locks of some organisations, taken in order of id.
  func locked<Outcome>(
    _ organizations: [String], _ body: () throws(AppendError) -> Outcome
  ) throws(AppendError) -> Outcome {
    var locks: [FolderLock] = []
    for organization in organizations.sorted() {
      locks.append(
        try FolderLock(
          organization: organization, in: root, disk: disk, patience: lockPatience))
    }
    defer { withExtendedLifetime(locks) {} }
    return try body()
  }

  private func appendLocked(
    _ records: [NewRecord], by author: Author, at moment: WrittenMoment, text: String,
    notify: (AppendNotice) -> Void
  ) throws(AppendError) -> [RecordIdentifier] {
    var targets: [AppendTarget] = []
    var places: [LogFileName: Int] = [:]
    var numbers: [LogFileName.Numbering: Int] = [:]
    var identifiers: [RecordIdentifier] = []
    var chosen: [Int] = []
    for record in records {
      let wanted = LogFileName(
        organization: record.organization, isRestricted: record.restricted, type: record.type,
        year: Names.yearlyTypes.contains(record.type) ? moment.year : nil, writer: author.writer,
        continuation: 1)
      let place: Int
      if let known = places[wanted] {
        place = known
      } else {
        targets.append(try target(for: wanted, moment: text, notify: notify))
        place = targets.count - 1
        places[wanted] = place
      }
      let numbering = targets[place].name.numbering
      if numbers[numbering] == nil { numbers[numbering] = try highestNumber(numbering) }
      let number = numbers[numbering, default: 0] + 1
      guard number <= RecordIdentifier.highestNumber else {
        throw .numbersExhausted(path: targets[place].name.path)
      }
      numbers[numbering] = number
      identifiers.append(targets[place].name.identifier(number))
      chosen.append(place)
    }
    for (index, record) in records.enumerated() {
      var record = record
      record.fields += record.links.map {
        Field($0.name, "\(identifiers[$0.record])\($0.suffix)")
      }
      targets[chosen[index]].append(
        record, identifier: identifiers[index], by: author.by, at: text)
    }
    if records.count == 1 {
      for target in targets { try apply(target) }
    } else {
      try commit(targets, writer: author.writer)
    }
    return identifiers
  }

  // MARK: The file to append to

  /// The newest file of the chain when it can be written; else a new one behind it.
  private func target(
    for wanted: LogFileName, moment: String, notify: (AppendNotice) -> Void
  ) throws(AppendError) -> AppendTarget {
    let files = try series(of: wanted)
    guard let newest = files.last else {
      return AppendTarget(new: wanted, previous: Chain.zeros)
    }
    var wanted = wanted
    if let year = wanted.year, let newestYear = newest.year, newestYear > year {
      wanted.year = newestYear
      notify(.clockBehind(path: newest.path, moment: moment))
    }
    let bytes = try contents(newest)
    let scan = bytes.withUnsafeBytes { LogScanner.scan($0, name: newest) }
    switch scan.condition {
    case .newerFormat(let format):
      throw .store(.newerFormat(path: newest.path, line: 1, format: format))
    case _ where newest.year != wanted.year:
      return AppendTarget(new: wanted, previous: scan.chainEnd, behind: newest)
    case .intact:
      return AppendTarget(existing: newest, size: bytes.count, scan: scan, bytes: bytes)
    case .tornTail(let line, let length):
      let size = try recoverTail(
        of: newest, bytes: bytes, scan: scan, line: line, length: length, moment: moment,
        notify: notify)
      if scan.headerEnd == nil {
        let previous = try files.dropLast().last.map { before throws(AppendError) in
          let bytes = try contents(before)
          return bytes.withUnsafeBytes { LogScanner.scan($0, name: before) }.chainEnd
        }
        return AppendTarget(
          new: newest, previous: previous ?? Chain.zeros, behind: files.dropLast().last)
      }
      return AppendTarget(existing: newest, size: size, scan: scan, bytes: bytes)
    case .damaged, .badHeader:
      wanted.continuation = newest.continuation + 1
      var line = 1
      if case .damaged(let first) = scan.condition { line = first }
      notify(.continued(damaged: newest.path, line: line, path: wanted.path))
      return AppendTarget(new: wanted, previous: scan.chainEnd, behind: newest)
    }
  }

  /// The files of one chain in order.
  func series(of name: LogFileName) throws(AppendError) -> [LogFileName] {
    let entries: [String]
    do throws(DiskFailure) {
      entries = try disk.names(in: name.folder, in: root)
    } catch {
      if error.isMissing { return [] }
      throw AppendError(error)
    }
    return entries.compactMap { entry -> LogFileName? in
      let found = LogFileName(
        entry, organization: name.organization, isRestricted: name.isRestricted)
      guard let found, found.series == name.series else { return nil }
      // A type has files with years or without, never both.
      return (found.year == nil) == (name.year == nil) ? found : nil
    }.sorted { $0.precedes($1) }
  }

  func contents(_ name: LogFileName) throws(AppendError) -> [UInt8] {
    do throws(DiskFailure) {
      return try disk.contents(name.path, in: root).bytes
    } catch {
      throw AppendError(error)
    }
  }

  /// The highest number in use among the files that count together: those in the folder and in
  /// `restricted/`, continuations included. Damaged records count, torn tails do not.
  private func highestNumber(
    _ numbering: LogFileName.Numbering
  ) throws(AppendError) -> Int {
    var highest = 0
    for isRestricted in [false, true] {
      let any = LogFileName(
        organization: numbering.organization, isRestricted: isRestricted, type: numbering.type,
        year: numbering.year, writer: numbering.writer, continuation: 1)
      let files: [LogFileName]
      do throws(AppendError) {
        files = try series(of: any)
      } catch .notWritable where isRestricted {
        continue
      }
      for file in files where file.year == numbering.year {
        let bytes = try contents(file)
        highest = max(
          highest, bytes.withUnsafeBytes { Self.highestNumber(in: $0, file: file) })
      }
    }
    return highest
  }

  private static func highestNumber(
    in bytes: UnsafeRawBufferPointer, file: LogFileName
  ) -> Int {
    let scan = LogScanner.scan(bytes, name: file)
    var end = bytes.count
    if case .tornTail = scan.condition { end = scan.acceptedEnd }
    var highest = 0
    var cursor = 0
    while cursor < end {
      let lineEnd = bytes.lineEnd(from: cursor)
      if bytes.holds("Id: ", at: cursor, before: lineEnd) {
        let text = UnsafeRawBufferPointer(rebasing: bytes[(cursor + 4)..<lineEnd])
        if let identifier = RecordIdentifier(text), file.identifier(identifier.number) == identifier
        {
          highest = max(highest, identifier.number)
        }
      }
      cursor = lineEnd + 1
    }
    return highest
  }
}

/// One file and the bytes to go behind its end.
struct AppendTarget {
  let name: LogFileName
  /// The file's size before; 0 for a new one.
  let size: Int
  /// Whether the file has to be made.
  let isNew: Bool
  /// The file before it in the chain, when this one is new.
  var behind: LogFileName?
  private(set) var bytes: [UInt8]
  private var previous: [UInt8]

  /// A new file behind another of its chain.
  init(new name: LogFileName, previous: String, behind: LogFileName? = nil) {
    self.name = name
    self.behind = behind
    size = 0
    isNew = true
    let header = name.header(previous: previous)
    bytes = Array(header.utf8) + [Byte.lineFeed, Byte.lineFeed]
    self.previous = Chain.start(header: header)
  }

  init(existing name: LogFileName, size: Int, scan: LogScanner.Result, bytes: [UInt8]) {
    self.name = name
    self.size = size
    isNew = false
    self.bytes = []
    if let sum = scan.unclosedSum ?? (scan.hasRecord ? scan.lastSum : nil) {
      previous = Array(sum.utf8)
    } else {
      previous = bytes.withUnsafeBytes {
        Chain.start(header: UnsafeRawBufferPointer(rebasing: $0[..<(scan.headerEnd ?? 0)]))
      }
    }
  }

  /// Bytes that are already made.
  init(name: LogFileName, size: Int, isNew: Bool, bytes: [UInt8]) {
    self.name = name
    self.size = size
    self.isNew = isNew
    self.bytes = bytes
    previous = []
  }

  mutating func append(
    _ record: NewRecord, identifier: RecordIdentifier, by: String, at: String
  ) {
    previous = RecordBytes.append(
      record, identifier: identifier, by: by, at: at, previous: previous, to: &bytes)
  }

  /// The Sum of the last record made.
  var lastSum: String { String(decoding: previous, as: UTF8.self) }
}

extension LogScanner.Result {
  /// Whether any record agrees with its Sum.
  var hasRecord: Bool { blocks.contains { $0.isIntact } }

  /// What the next file of the chain is linked to: the last Sum that agrees, else the header's.
  var chainEnd: String {
    if hasRecord { return lastSum }
    return condition == .badHeader ? Chain.zeros : previousSum ?? Chain.zeros
  }
}
