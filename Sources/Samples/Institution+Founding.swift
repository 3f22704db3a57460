import OrganizationLife

extension Institution {
  /// Adds an organisation; what comes back stands for it.
  mutating func found(
    _ id: String, _ name: String, _ level: OrganizationLevel, under parent: String?,
    field: WorkField = .office
  ) -> Int {
    bodies.append(Body(id: id, name: name, level: level, parent: parent, field: field))
    return bodies.count - 1
  }

  /// Fills a branch with people, in so many groups or in groups of seven or so.
  mutating func fill(_ body: Int, with count: Int, floating: Int = 0, groups: Int? = nil) {
    let groupCount = groups ?? max(2, count / 7)
    bodies[body].groups = Array(repeating: [], count: groupCount)
    for seat in 0..<count {
      let name = names.next(unit: body + 100, member: seat, random: &random)
      let group = seat % groupCount
      let number = seat + 1
      people.append(
        Person(
          id: "\(bodies[body].id)M\(number < 10 ? "0" : "")\(number)", name: name.text,
          writer: name.writer, gender: name.gender, nation: name.nation, body: body, group: group,
          isRetired: bodies[body].field == .retired, isFloating: seat >= count - floating,
          seat: seat))
      bodies[body].people.append(people.count - 1)
      bodies[body].groups[group].append(people.count - 1)
    }
    let posts = ["书记", "组织委员", "宣传委员", "纪检委员"]
    bodies[body].officers = Array(zip(bodies[body].people, posts).map { ($0, $1) })
  }

  /// When those were elected who lead each organisation.
  private var elected: Day { first.adding(months: -8) }

  /// What is said of an organisation from a day on.
  private func fields(of body: Body, since: Day) -> [DraftField] {
    var fields = [
      DraftField("Organization", body.id), DraftField("Name", body.name),
      DraftField("Level", body.level.rawValue),
    ]
    if let parent = body.parent { fields.append(DraftField("Parent", parent)) }
    fields += [
      DraftField("Since", "\(since)"), DraftField("Elected", "\(elected)"),
      DraftField("Term", body.level == .committee || body.level == .officesCommittee ? "5" : "3"),
    ]
    fields += body.officers.map { DraftField("Officer", "\(reference($0.person)) \($0.post)") }
    return fields + body.tags.map { DraftField("Tag", $0) }
  }

  /// Says something more of an organisation, from a day on.
  mutating func tag(_ body: Int, _ tag: String, on day: Day, by author: Int) {
    bodies[body].tags.append(tag)
    enter(
      "organization", in: bodies[body].id, by: author, on: day, minutes: 1200,
      fields(of: bodies[body], since: day))
  }

  /// Enters all organisations with their groups, and all people.
  mutating func enterRegisters(by author: Int) {
    for body in bodies {
      enter(
        "organization", in: body.id, by: author, on: opening, minutes: 510,
        fields(of: body, since: elected.adding(years: -3)))
      for (number, group) in body.groups.enumerated() {
        enter(
          "organization", in: body.groupIdentifier(number), by: body.keeper, on: opening,
          minutes: 530,
          [
            DraftField("Organization", body.groupIdentifier(number)),
            DraftField("Name", "第\(Chronicle.ordinal(number))党小组"), DraftField("Level", "党小组"),
            DraftField("Parent", body.id), DraftField("Since", "\(elected)"),
            DraftField("Officer", "\(reference(leader(of: group, in: body))) 组长"),
          ])
      }
    }
    var posts: [Int: [String]] = [:]
    for body in bodies where body.level == .committee {
      for officer in body.officers {
        posts[officer.person, default: []].append("\(body.name)\(officer.post)")
      }
    }
    let memberships = people.indices.map { enterPerson($0, posts: posts[$0] ?? []) }
    for index in people.indices { introduce(index, memberships) }
  }

  /// When somebody was admitted and confirmed, and the record that says so.
  private struct Membership {
    let admitted: String
    let confirmed: String
    let record: Int
  }

  /// Names two of the branch who were confirmed before somebody was admitted. Who came before
  /// them was introduced by people who have left, and the ledger does not name them.
  private mutating func introduce(_ index: Int, _ memberships: [Membership]) {
    let membership = memberships[index]
    let introducers = bodies[people[index].body].people.filter {
      memberships[$0].confirmed < membership.admitted
    }.prefix(2)
    guard introducers.count == 2 else { return }
    let fields = introducers.map { DraftField("Introducer", reference($0)) }
    let place = drafts[membership.record].fields.endIndex - 1
    drafts[membership.record].fields.insert(contentsOf: fields, at: place)
  }

  /// The last of a group, who is no officer of the branch.
  func leader(of group: [Int], in body: Body) -> Int {
    let officers = Set(body.officers.map(\.person))
    return group.last { !officers.contains($0) } ?? group[0]
  }

  /// - Parameter posts: those in a 党委.
  private mutating func enterPerson(_ index: Int, posts: [String]) -> Membership {
    let person = people[index]
    let body = bodies[person.body]
    let born = person.isRetired ? random.between(1948...1962) : random.between(1970...1991)
    let worked = born + random.between(21...24)
    let applied = worked + random.between(1...4)
    var month = random.between(3...9)
    let dayOfMonth = 10 + random.below(9)
    var admitted = applied + 2
    if let admission = admissions[index] {
      month = admission.month
      admitted = admission.year ?? admitted
    }
    let day = "-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth)"
    var fields = [
      DraftField("Member", person.id), DraftField("Name", person.name),
      DraftField("Organization", body.id),
    ]
    if let group = person.group {
      fields.append(DraftField("Group", body.groupIdentifier(group)))
    }
    fields += [
      DraftField("Status", "正式党员"), DraftField("Category", person.isRetired ? "离退休" : "在职"),
    ]
    if person.isFloating { fields.append(DraftField("Floating", "是")) }
    fields.append(DraftField("Rights", "正常"))
    fields += posts.map { DraftField("Post", $0) }
    let jobs = body.field == .ward ? ["一线执勤", "教育改造", "狱政管理", "生活卫生"] : ["内勤", "业务管理", "综合"]
    fields += [
      DraftField("Job", person.isRetired ? "退休" : random.pick(jobs)),
      DraftField("Gender", person.gender), DraftField("Nation", person.nation),
      DraftField("Born", "\(born)-0\(random.between(1...9))"),
      DraftField("Education", random.pick(["大学", "大学", "大专", "研究生"])),
      DraftField("Worked", "\(worked)-07"), DraftField("Applied", "\(admitted - 2)\(day)"),
      DraftField("Admitted", "\(admitted)\(day)"),
      DraftField("Approved", "\(admitted)\(day.dropLast(2))28"),
      DraftField("Confirmed", "\(admitted + 1)\(day)"),
    ]
    if !person.isRetired {
      fields.insert(
        DraftField("Rank", random.pick(["一级警司", "二级警督", "三级警督", "一级警督"])), at: fields.count - 8)
    }
    fields.append(DraftField("Since", "\(first.adding(months: -8))"))
    let record = enter(
      "member", in: body.id, by: body.keeper, on: opening, minutes: 560 + person.body, fields)
    return Membership(
      admitted: "\(admitted)\(day)", confirmed: "\(admitted + 1)\(day)", record: record)
  }
}
