import OrganizationLife

extension Chronicle {
  /// Organisations, groups and what became of their officers.
  mutating func enterOrganizations() {
    for index in units.indices {
      let unit = units[index]
      for (order, term) in unit.terms.enumerated() {
        let isFirst = order == 0
        let moment =
          term.entered == opening
          ? moment(opening, minutes: 510) : moment(term.entered, minutes: 990)
        var fields = organizationFields(unit, since: isFirst ? unit.founded : term.since, term)
        if !isFirst, term.elected == unit.terms[order - 1].elected {
          fields.append(DraftField("Note", "委员变动，任期不重新计算"))
        }
        enter("organization", in: unit.id, by: inspector, at: moment, fields)
      }
      if let (day, _) = unit.newParent, let term = unit.term(on: day) {
        var fields = organizationFields(unit, since: day, term)
        fields.append(DraftField("Note", "按工作线调整隶属党总支，任期不变"))
        enter("organization", in: unit.id, by: inspector, at: moment(day, minutes: 985), fields)
      }
      if let until = unit.until, let term = unit.terms.last {
        var fields = organizationFields(unit, since: until, term)
        fields.insert(DraftField("Until", "\(until)"), at: 5)
        fields.append(DraftField("Note", "封闭执勤任务结束，临时党支部自然撤销"))
        enter(
          "organization", in: unit.id, by: inspector,
          at: moment(until.adding(days: 1), minutes: 600), fields)
      }
      for group in 0..<unit.groupCount {
        let id = unit.groupIdentifier(group + 1)
        enter(
          "organization", in: id, by: writer(index, on: opening),
          at: moment(opening, minutes: 530),
          [
            DraftField("Organization", id), DraftField("Name", "第\(Self.ordinal(group))党小组"),
            DraftField("Level", "党小组"), DraftField("Parent", unit.id),
            DraftField("Since", "\(unit.founded)"),
            DraftField("Officer", "\(reference(unit.leaders[group])) 组长"),
          ])
      }
    }
  }

  /// The two groups of the joint branch: one of three, one of two on probation without a head.
  mutating func enterJointGroups() {
    let unit = units[Self.jointBranch]
    for group in 1...2 {
      let id = unit.groupIdentifier(group)
      var fields = [
        DraftField("Organization", id), DraftField("Name", "第\(Self.ordinal(group - 1))党小组"),
        DraftField("Level", "党小组"), DraftField("Parent", unit.id),
        DraftField("Since", "\(months[17])"),
      ]
      if group == 1 {
        fields.append(DraftField("Officer", "\(reference(unit.people[0])) 组长"))
      }
      enter(
        "organization", in: id, by: writer(Self.jointBranch, on: months[17]),
        at: moment(workday(months[17]), minutes: 540 + group), fields)
    }
  }

  static func ordinal(_ index: Int) -> String { ["一", "二", "三", "四", "五", "六"][index] }

  private func organizationFields(_ unit: Unit, since: Day, _ term: Term) -> [DraftField] {
    var fields = [
      DraftField("Organization", unit.id), DraftField("Name", unit.name),
      DraftField("Level", unit.level.rawValue),
    ]
    if let parent = unit.parent(on: since) { fields.append(DraftField("Parent", parent)) }
    fields.append(DraftField("Since", "\(since)"))
    if let elected = term.elected { fields.append(DraftField("Elected", "\(elected)")) }
    if let years = term.years { fields.append(DraftField("Term", "\(years)")) }
    for officer in term.officers {
      fields.append(DraftField("Officer", "\(reference(officer.person)) \(officer.post)"))
    }
    if !unit.covers.isEmpty { fields.append(DraftField("Unit", unit.covers)) }
    for other in unit.alsoCovers { fields.append(DraftField("Unit", other)) }
    return fields
  }

  /// A record for every snapshot of every person.
  mutating func enterMembers() {
    for person in comrades.indices {
      for station in comrades[person].stations {
        let moment =
          station.entered == opening
          ? moment(opening, minutes: 560) + Int64(station.unit * 600)
          : moment(station.entered, minutes: random.between(940...1050))
        enter(
          "member", in: units[station.unit].id, by: writer(station.unit, on: station.entered),
          at: moment, memberFields(comrades[person], station))
      }
    }
  }

  private func memberFields(_ comrade: Comrade, _ station: Station) -> [DraftField] {
    var fields: [DraftField] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { fields.append(DraftField(name, value)) }
    }
    func add(_ name: String, _ day: Day?) {
      if let day { fields.append(DraftField(name, "\(day)")) }
    }
    let unit = units[station.unit]
    add("Member", comrade.id)
    add("Name", comrade.name)
    add("Organization", unit.id)
    add("Group", station.group.map(unit.groupIdentifier) ?? "")
    add("Status", station.status.rawValue)
    add("Category", station.isRetired || unit.field == .retired ? "离退休" : "在职")
    if station.isFloating { add("Floating", "是") }
    if station.status.isMember { add("Rights", station.rights.rawValue) }
    for post in station.posts { add("Post", post) }
    add("Job", station.job)
    add("Rank", station.rank)
    add("Gender", comrade.gender)
    add("Nation", comrade.nation)
    add("Born", "\(comrade.bornYear)-\(comrade.bornMonth < 10 ? "0" : "")\(comrade.bornMonth)")
    add("Education", comrade.education)
    add("Worked", "\(comrade.workedYear)-07")
    add("Applied", "\(comrade.applied)")
    add("Admitted", station.admitted)
    add("Approved", station.approved)
    add("Confirmed", station.confirmed)
    for introducer in station.introducers { add("Introducer", reference(introducer)) }
    add("Since", station.since)
    add("Until", station.until)
    add("Left", station.left)
    add("Note", station.note)
    return fields
  }
}
