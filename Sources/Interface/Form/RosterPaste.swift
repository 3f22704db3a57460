import Archive
import OrganizationLife
import RecordLog
import Wording

/// A roster pasted from a spreadsheet: lines of cells parted by tabs, with or without a header.
struct RosterPaste: Sendable {
  /// What was pasted, as it came.
  private(set) var text = ""
  /// What was read of it.
  var table = RosterTable()
  /// The first row shown.
  var scroll = 0

  /// Takes a new paste in place of the one before.
  mutating func take(_ pasted: String) {
    text = pasted
    scroll = 0
  }

  /// Takes back what a draft kept.
  mutating func restore(_ kept: String) { text = kept }
}

/// The people of a pasted roster, with everything that is wrong, each at its line.
struct RosterTable: Sendable {
  /// One person.
  struct Row: Hashable, Sendable {
    /// The line of the paste, from 1.
    var line: Int
    /// The fields of the record.
    var fields: [String: String]
    /// The id proposed.
    var id: String
    /// The name of the 党小组 as it was pasted.
    var group: String
    /// The branch.
    var branch: OrganizationIdentifier
    /// What is on record of a person who is brought up to date; empty for a new one.
    var known: [Field] = []
  }

  /// Something wrong in a line.
  struct Fault: Hashable, Sendable {
    var line: Int
    var phrase: Phrase
  }

  /// A 党小组 that has to be made.
  struct NewGroup: Hashable, Sendable {
    var id: String
    var name: String
    /// Below which branch; nil for that of the form.
    var branch: OrganizationIdentifier?
  }

  private(set) var rows: [Row] = []
  var faults: [Fault] = []
  /// What to look at before saving; it keeps nothing from being written.
  var warnings: [Fault] = []
  /// Columns that mean nothing here; they are named and left out.
  private(set) var unknownColumns: [String] = []
  private(set) var newGroups: [NewGroup] = []
  /// People of a file of whom nothing new is said.
  private(set) var unchanged = 0
  /// The line in which a file names somebody, by branch and name and by id.
  private var lines: [String: Int] = [:]
  /// The ledger whose people are brought up to date by a file; nil for a paste, which only adds.
  private var updated: Archive?

  /// The columns of a paste without a header, in order.
  static let defaultColumns = [
    "姓名", "性别", "民族", "出生年月", "学历", "入党时间", "转正时间", "党员类别", "党内职务", "党小组", "警衔",
  ]

  /// What headers are called and the fields they mean; empty for columns that are known and not
  /// kept.
  static let headers: [String: String] = [
    "姓名": "Name", "名字": "Name", "性别": "Gender", "民族": "Nation", "出生年月": "Born",
    "出生日期": "Born", "出生": "Born", "生日": "Born", "入党时间": "Admitted", "入党日期": "Admitted",
    "入党年月": "Admitted", "入党": "Admitted", "加入党组织日期": "Admitted", "支部大会通过": "Admitted",
    "批复时间": "Approved", "上级批复": "Approved", "转正时间": "Confirmed", "转正日期": "Confirmed",
    "转正": "Confirmed", "转为正式党员日期": "Confirmed", "申请时间": "Applied", "申请入党": "Applied",
    "申请入党时间": "Applied", "状态": "Status", "党员类别": "Status", "身份": "Status", "党员身份": "Status",
    "人员类别": "Status", "类别": "Status", "职务": "Post", "党内职务": "Post", "党小组": "Group",
    "小组": "Group", "所属党小组": "Group", "所在党小组": "Group", "警衔": "Rank", "学历": "Education",
    "文化程度": "Education", "岗位": "Job", "工作岗位": "Job", "参加工作": "Worked",
    "参加工作时间": "Worked", "参加工作日期": "Worked", "入党介绍人": "Introducer", "介绍人": "Introducer",
    "在职离退休": "Category", "在职情况": "Category", "是否离退休": "Category", "流动党员": "Floating",
    "权利": "Rights", "编号": "Member", "党员编号": "Member", "备注": "Note", "序号": "", "编次": "",
  ]

  /// Fields of which several columns may say something, and what parts it then.
  private static let separators = ["Post": "、", "Introducer": "、", "Note": "\n"]

  /// Reads a paste.
  init(
    _ text: String = "", branch: OrganizationIdentifier? = nil, ledger: Ledger? = nil
  ) {
    guard let branch, let ledger else { return }
    let lines = RosterTable.cells(text)
    guard let first = lines.first else { return }
    let isHeader = first.cells.contains { RosterTable.headers[RosterTable.header($0)] == "Name" }
    let names = isHeader ? first.cells : RosterTable.defaultColumns
    let columns = names.map { name -> String? in
      let name = RosterTable.header(name)
      return name.isEmpty ? "" : RosterTable.headers[name] ?? RosterTable.field(named: name)
    }
    for (name, field) in zip(names, columns) where field == nil {
      unknownColumns.append(name.trimmed)
    }
    for line in isHeader ? lines.dropFirst() : lines[...] {
      read(line.cells, line: line.number, columns, names, branch, ledger)
    }
  }

  /// Reads the rows of a file whose columns are known. Who is on the branch's roll by name is
  /// brought up to date; the branch may be another one in each row.
  init(
    _ rows: [(line: Int, cells: [String], branch: OrganizationIdentifier)], columns: [String?],
    names: [String], updating archive: Archive
  ) {
    updated = archive
    for row in rows { read(row.cells, line: row.line, columns, names, row.branch, archive.ledger) }
  }

  private static func cells(_ text: String) -> [(number: Int, cells: [String])] {
    let normalized = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return normalized.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        guard !String(line).trimmed.isEmpty else { return nil }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
          var cell = String(cell).trimmed
          if cell.count >= 2, cell.hasPrefix("\""), cell.hasSuffix("\"") {
            cell = String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
          }
          return cell
        }
        return (index + 1, cells)
      }
  }

  /// A header without blanks and remarks in parentheses.
  static func header(_ text: String) -> String {
    let name = text.filter { !$0.isWhitespace }
    return String(name.prefix { !"(（".contains($0) })
  }

  /// A field called by its own name, as an exported table has it.
  private static func field(named name: String) -> String? {
    headers.values.first { !$0.isEmpty && $0 == name }
  }

  private mutating func read(
    _ cells: [String], line: Int, _ columns: [String?], _ names: [String],
    _ branch: OrganizationIdentifier, _ ledger: Ledger
  ) {
    var fields: [String: String] = [:]
    var isStatusBad = false
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      guard columns.indices.contains(index) else {
        faults.append(Fault(line: line, phrase: .tooManyCells(cell)))
        continue
      }
      guard let name = columns[index], !name.isEmpty, name != "Organization" else { continue }
      let label = Phrase.label(ofField: name, of: "member")
      switch RosterTable.value(
        cell, name, Phrase(RosterTable.header(names[index]), label.english))
      {
      case .success(let value):
        guard let before = fields[name], before != value else {
          fields[name] = value
          continue
        }
        // Of two columns with one meaning neither may be lost.
        if let separator = RosterTable.separators[name] {
          fields[name] = before + separator + value
        } else {
          faults.append(Fault(line: line, phrase: .columnsDiffer(label, before, value)))
        }
      case .failure(let problem):
        faults.append(Fault(line: line, phrase: problem.phrase))
        isStatusBad = isStatusBad || name == "Status"
      }
    }
    guard let name = fields["Name"] else {
      faults.append(Fault(line: line, phrase: .rosterNameMissing))
      return
    }
    var known: [Field] = []
    if let archive = updated {
      known = record(of: name, fields["Member"], branch, in: archive, line: line)
    }
    if fields["Status"] == nil, known.isEmpty {
      if fields["Confirmed"] != nil {
        fields["Status"] = MemberStatus.full.rawValue
      } else if !isStatusBad {
        faults.append(Fault(line: line, phrase: .rosterStatusMissing(name)))
      }
    }
    let groupName = fields["Group"] ?? ""
    if let group = fields["Group"] { fields["Group"] = self.group(group, branch, ledger) }
    if let archive = updated {
      return add(name, fields, line, branch, known: known, group: groupName, in: archive)
    }
    let taken = rows.map(\.id)
    let namesake =
      fields["Member"] == nil
      ? namesake(of: name, branch, ledger).flatMap { taken.contains($0.id.text) ? nil : $0 } : nil
    let id =
      fields["Member"] ?? namesake?.id.text
      ?? FormScreen.nextMember(of: branch, in: ledger, after: taken)
    fields["Member"] = id
    if let namesake {
      if !namesake.isNameAlone {
        faults.append(Fault(line: line, phrase: .rosterNameTaken(name, id)))
      }
    } else if MemberIdentifier(id).map({ ledger.members[$0] != nil }) ?? false
      || taken.contains(id)
    {
      faults.append(Fault(line: line, phrase: .rosterIDTaken(id)))
    }
    rows.append(Row(line: line, fields: fields, id: id, group: groupName, branch: branch))
  }

  /// The newest record of who is meant by a row of a file; empty for somebody new. Namesakes that
  /// only an id tells apart are faults.
  private mutating func record(
    of name: String, _ id: String?, _ branch: OrganizationIdentifier, in archive: Archive, line: Int
  ) -> [Field] {
    let found: [Member]
    if let id {
      found = MemberIdentifier(id).flatMap { archive.ledger.members[$0]?.last }.map { [$0] } ?? []
    } else {
      found = archive.ledger.members.values.compactMap(\.last)
        .filter { $0.name == name && $0.organization == branch && $0.until == nil }
        .sorted { $0.id < $1.id }
      if found.count > 1 {
        faults.append(
          Fault(line: line, phrase: .severalNamesakes(name, found.map(\.id.text))))
      }
    }
    guard found.count == 1, let member = found.first else { return [] }
    return archive.folded(member.reference)?.fields ?? []
  }

  /// Adds a row of a file: somebody new, or what is new of somebody known.
  private mutating func add(
    _ name: String, _ given: [String: String], _ line: Int, _ branch: OrganizationIdentifier,
    known: [Field], group: String, in archive: Archive
  ) {
    var fields = given
    let key = "\(branch) \(name)"
    if let earlier = lines[key], given["Member"] == nil {
      faults.append(Fault(line: line, phrase: .nameTwiceInFile(name, earlier)))
      return
    }
    lines[key] = lines[key] ?? line
    func stored(_ field: String) -> [String] { known.filter { $0.name == field }.map(\.value) }
    if let id = stored("Member").first {
      fields["Member"] = id
      // Even where one of the lines says nothing new, the other may say something else.
      if let earlier = lines[id] {
        faults.append(Fault(line: line, phrase: .nameTwiceInFile(name, earlier)))
        return
      }
      lines[id] = line
      if let born = stored("Born").first, let given = given["Born"], !born.hasPrefix(given),
        !given.hasPrefix(born)
      {
        faults.append(Fault(line: line, phrase: .namesakeOfOtherAge(name, id, born, given)))
        return
      }
      let isNew = fields.contains { field, value in
        FieldInput.tokens(value) != stored(field).flatMap(FieldInput.tokens)
      }
      guard isNew else {
        unchanged += 1
        return
      }
    }
    let id =
      fields["Member"]
      ?? FormScreen.nextMember(of: branch, in: archive.ledger, after: rows.map(\.id))
    fields["Member"] = id
    if rows.contains(where: { $0.id == id }) {
      faults.append(Fault(line: line, phrase: .rosterIDTaken(id)))
    }
    rows.append(
      Row(line: line, fields: fields, id: id, group: group, branch: branch, known: known))
  }

  /// Who is on the branch's roll under that name, if just one person is. Whoever made the ledger
  /// is there by name alone, and the roster completes that person.
  private func namesake(
    of name: String, _ branch: OrganizationIdentifier, _ ledger: Ledger
  ) -> Member? {
    let found = ledger.members.values.compactMap(\.last)
      .filter { $0.name == name && $0.organization == branch && $0.until == nil }
    return found.count == 1 ? found.first : nil
  }

  /// The id of a 党小组; one that is not there yet will be made.
  private mutating func group(
    _ name: String, _ branch: OrganizationIdentifier, _ ledger: Ledger
  ) -> String {
    let branchSnapshots = ledger.organizations[branch] ?? []
    for (id, snapshots) in ledger.organizations {
      guard let group = snapshots.last, group.parent == branch, group.level == .group else {
        continue
      }
      let whole = branchSnapshots.last.map { $0.name + name }
      if group.name == name || group.name == whole || id.text == name { return id.text }
    }
    if let made = newGroups.first(where: {
      $0.name == name && $0.branch ?? branch == branch
    }) {
      return made.id
    }
    let id = FormScreen.nextOrganization(
      below: branchSnapshots.last, in: ledger, after: newGroups.map(\.id))
    newGroups.append(NewGroup(id: id, name: name, branch: branch))
    return id
  }

  private struct Problem: Error { let phrase: Phrase }

  private static func value(
    _ cell: String, _ name: String, _ label: Phrase
  ) -> Result<String, Problem> {
    func fail(_ phrase: Phrase) -> Result<String, Problem> { .failure(Problem(phrase: phrase)) }
    switch name {
    case "Name": return .success(cell.filter { !$0.isWhitespace })
    case "Admitted", "Approved", "Confirmed":
      if let day = FieldInput.day(cell, today: Day(number: 0)), FieldInput.hasYear(cell) {
        return .success(day.description)
      }
      if let loose = FieldInput.looseDate(cell) { return fail(.dateNeedsDay(label, loose)) }
      return fail(
        FieldInput.looksLikeDate(cell) ? .noSuchDay(label, cell) : .rosterNotADate(label, cell))
    case "Born", "Worked", "Applied":
      if let date = FieldInput.looseDate(cell) { return .success(date) }
      return fail(
        FieldInput.looksLikeDate(cell) ? .noSuchDay(label, cell) : .rosterNotADate(label, cell))
    case "Status":
      if let status = status(cell) { return .success(status.rawValue) }
      return fail(.rosterNotAChoice(label, cell, MemberStatus.allCases.map(\.rawValue)))
    case "Category":
      switch cell {
      case "在职", "否": return .success("在职")
      case "离退休", "退休", "离休", "是": return .success("离退休")
      default: return fail(.rosterNotAChoice(label, cell, ["在职", "离退休"]))
      }
    case "Gender":
      return ["男", "女"].contains(cell)
        ? .success(cell) : fail(.rosterNotAChoice(label, cell, ["男", "女"]))
    case "Floating":
      return ["是", "否"].contains(cell)
        ? .success(cell) : fail(.rosterNotAChoice(label, cell, ["是", "否"]))
    case "Rights":
      return MemberRights(rawValue: cell) != nil
        ? .success(cell)
        : fail(.rosterNotAChoice(label, cell, MemberRights.allCases.map(\.rawValue)))
    case "Member":
      return MemberIdentifier(cell) != nil ? .success(cell) : fail(.rosterNotAnID(cell))
    default: return .success(cell)
    }
  }

  private static func status(_ text: String) -> MemberStatus? {
    switch text {
    case "正式党员", "正式", "中共党员", "党员": .full
    case "预备党员", "预备", "中共预备党员": .probationary
    case "发展对象": .candidate
    case "入党积极分子", "积极分子": .activist
    case "入党申请人", "申请人": .applicant
    default: nil
    }
  }

  /// What a new record of somebody known does not take over.
  private static let closing: Set<String> = [
    "Id", "By", "At", "Sum", "Corrects", "Follows", "Withdraws", "Reason", "Until", "Left",
  ]

  /// The records, from a day on: new groups first, then the people.
  func records(of branch: OrganizationIdentifier, since: Day) -> [PlainRecord] {
    let groups = newGroups.map { group in
      PlainRecord(
        type: "organization",
        fields: [
          Field("Organization", group.id), Field("Name", group.name), Field("Level", "党小组"),
          Field("Parent", (group.branch ?? branch).text), Field("Since", since.description),
        ])
    }
    let order = [
      "Member", "Name", "Organization", "Group", "Status", "Category", "Floating", "Rights",
      "Post", "Job", "Rank", "Gender", "Nation", "Born", "Education", "Worked", "Applied",
      "Admitted", "Approved", "Confirmed", "Introducer", "Since", "Note",
    ]
    let people = rows.map { row in
      var fields = row.fields
      fields["Organization"] = row.branch.text
      // What is known already holds until then, and goes on where nothing else is said.
      let last = row.known.first { $0.name == "Since" }.flatMap { Day($0.value) }
      fields["Since"] = (last.map { max($0, since) } ?? since).description
      let repeated: Set<String> = ["Post", "Introducer"]
      return PlainRecord(
        type: "member", line: row.line,
        fields: order.flatMap { name -> [Field] in
          guard let value = fields[name] else { return row.known.filter { $0.name == name } }
          guard repeated.contains(name) else { return [Field(name, value)] }
          return FieldInput.tokens(value).map { Field(name, $0) }
        } + row.known.filter { !order.contains($0.name) && !Self.closing.contains($0.name) })
    }
    return groups + people
  }
}

extension Member {
  /// Whether nothing is known but the name and the branch.
  fileprivate var isNameAlone: Bool {
    group == nil && gender.isEmpty && born.isEmpty && applied.isEmpty && admitted == nil
      && confirmed == nil
  }
}

extension FieldInput {
  /// Whether a date was written with its year.
  static func hasYear(_ text: String) -> Bool {
    let digits = folded(text).prefix { $0.isNumber }
    return digits.count == 4 || digits.count == 8
  }

  /// Whether a text has year, month and day, though there may be no such day.
  static func looksLikeDate(_ text: String) -> Bool {
    let parts = folded(text).split { !$0.isNumber }
    return parts.count == 3 || (parts.count == 1 && parts[0].count == 8)
      || (parts.count == 2 && parts[0].count == 4)
  }
}
