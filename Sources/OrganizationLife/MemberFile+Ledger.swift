extension Ledger {
  /// The page of a member as on a day; nil for an unknown id and before the first snapshot.
  public func file(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> MemberFile? {
    guard let member = members[id]?.last(where: { $0.since <= day }) else { return nil }
    let current = self.member(id, on: day)
    let year = Period(.year, containing: day)
    let days = year.first...day
    let participation = participation(of: id, in: days, catalog: catalog)
    let branch = organization(member.organization, on: day)
    let own = documents.filter { document in
      days.contains(document.date) && document.authors.contains { $0.id == id }
    }
    func written(_ isKind: (String) -> Bool) -> WritingLine {
      let found = own.filter { isKind($0.kind) }.sorted {
        ($0.date, $0.reference) < ($1.date, $1.reference)
      }
      return WritingLine(
        count: found.reduce(0) { $0 + ($1.count?.value ?? 1) }, newest: found.last?.date,
        evidence: found.map(\.reference))
    }
    var file = MemberFile(
      member: member, isCurrent: current != nil, branch: branch,
      group: member.group.flatMap { organization($0, on: day) },
      partyAge: member.confirmed.flatMap { $0 <= day ? $0.wholeYears(until: day) : nil },
      offices: offices(of: id, on: day), attendance: participation.attendance,
      months: participation.months, absences: participation.absences,
      hours: studyHours(of: id, in: days),
      appraisals: appraisals(of: id, on: day, catalog: catalog),
      honors: honors.filter { honor in
        honor.date <= day && honor.recipients.contains { $0.id == id }
      }.sorted { ($1.date, $1.reference) < ($0.date, $0.reference) },
      talks: talkLine(of: member, in: days, catalog: catalog),
      notes: written { $0 == "学习笔记" }, essays: written { $0.hasPrefix("心得") },
      thoughtReports: written { $0 == "思想汇报" },
      dues: duesLine(of: member, on: day),
      procedures: procedures.filter { $0.subject.id == id && $0.date <= day }
        .sorted { ($1.date, $1.reference) < ($0.date, $0.reference) },
      birthday: birthday(of: member, in: year),
      probation: probation(of: member, on: day),
      admission: admissionHistory(of: id, on: day, catalog: catalog),
      makeUps: makeUps(of: id, in: days, on: day, catalog: catalog),
      standings: catalog.procedures.filter { $0.validity.contains(day) }
        .compactMap { standing(of: member.person, in: $0, on: day) },
      warnings: warnings(about: id, on: day, catalog: catalog), contradictions: [])
    if let standing = studyStanding(of: id, on: day, catalog: catalog) {
      file.hours.target = standing.target
    }
    if current != nil, member.status.isMember {
      file.contradictions = contradictions(
        in: file, participation: participation, on: day, catalog: catalog)
    }
    return file
  }

  /// 32 hours a year, or 56 of those who hold office in an organisation above the groups; nil of
  /// the retired and of those who are not members.
  func hoursTarget(of member: Member, on day: Day) -> Double? {
    guard member.status.isMember, !member.isRetired else { return nil }
    let leads = offices(of: member.id, on: day).contains { $0.organization.level != .group }
    return leads ? StudyHours.committee : StudyHours.member
  }

  /// The offices that somebody holds on a day, by organisation.
  func offices(of id: MemberIdentifier, on day: Day) -> [Office] {
    placesWithOffice(of: id).compactMap { organization($0, on: day) }.flatMap { organization in
      organization.officers.filter { $0.person.id == id }
        .map { Office(organization: organization, post: $0.post) }
    }
  }

  /// The organisations at whose activities somebody may have been expected on those days: branch
  /// and group of each snapshot, all above them, and where he or she held office.
  func places(
    of id: MemberIdentifier, in days: ClosedRange<Day>
  ) -> [OrganizationIdentifier] {
    var found: [OrganizationIdentifier] = []
    var seen: Set<OrganizationIdentifier> = []
    func add(_ place: OrganizationIdentifier) {
      if seen.insert(place).inserted { found.append(place) }
    }
    let snapshots = members[id] ?? []
    for (index, snapshot) in snapshots.enumerated() {
      let next = index + 1 < snapshots.count ? snapshots[index + 1].since : nil
      let begins = max(snapshot.since, days.lowerBound)
      guard begins <= days.upperBound, next.map({ begins < $0 }) ?? true,
        snapshot.until.map({ begins <= $0 }) ?? true
      else { continue }
      add(snapshot.organization)
      if let group = snapshot.group { add(group) }
      for above in ancestors(of: snapshot.organization, on: begins) { add(above) }
    }
    for place in placesWithOffice(of: id) where !seen.contains(place) {
      if (organizations[place] ?? []).contains(where: { snapshot in
        snapshot.since <= days.upperBound
          && snapshot.officers.contains { $0.person.id == id }
      }) {
        add(place)
      }
    }
    return found.sorted()
  }

  private func appraisals(
    of id: MemberIdentifier, on day: Day, catalog: Catalog
  ) -> [Appraisal] {
    guard let first = members[id]?.first?.since, first <= day else { return [] }
    let kinds = catalog.meanings.appraisals
    var found: [Int: Appraisal] = [:]
    for place in places(of: id, in: first...day) {
      for activity in activities(of: place, in: first...day)
      where kinds.contains(activity.kind) || activity.counts.contains(where: kinds.contains) {
        for (index, item) in activity.items.enumerated()
        where item.about.contains(where: { $0.id == id }) {
          guard let grade = AppraisalGrade(in: item.resolution) else { continue }
          let year = activity.date.year
          found[year] = Appraisal(
            year: year, grade: grade, evidence: [activity.reference.item(index + 1)])
        }
      }
    }
    return found.values.sorted { $0.year > $1.year }
  }

  private func talkLine(
    of member: Member, in days: ClosedRange<Day>, catalog: Catalog
  ) -> TalkLine? {
    guard canReadTalks(of: member.organization, on: days.upperBound, catalog) else { return nil }
    var line = TalkLine(withCommittee: [], withMembers: [])
    let places = places(of: member.id, in: days)
    let officers = Set(committee(of: member.organization, on: days.upperBound).map(\.id))
    for talk in talks(of: places, in: days, catalog: catalog) {
      let partners = talk.partners(of: member.id)
      if !partners.isDisjoint(with: officers) { line.withCommittee.append(talk.reference) }
      let others = partners.subtracting(officers).contains { id in
        self.member(id, on: days.upperBound)?.status.isMember ?? false
      }
      if others { line.withMembers.append(talk.reference) }
    }
    return line
  }

  /// Nil where no dues are recorded at all: they are restricted, and not seeing them says nothing.
  func duesLine(of member: Member, on day: Day) -> DuesLine? {
    // The same months as in the list of dues: one left out counts as much as one at the end, and a
    // 临时党支部 takes none.
    guard let standing = duesStanding(of: member.id, on: day),
      !standing.months.isEmpty || !standing.remarks.contains(.paidElsewhere)
    else { return nil }
    let own = dues.filter { $0.member == member.id && $0.paid != nil && $0.month.first <= day }
      .sorted { $0.month < $1.month }
    let unpaid = standing.unpaid
    return DuesLine(
      paidThrough: own.last { payment in unpaid.first.map { payment.month < $0 } ?? true }?.month,
      unpaid: unpaid, evidence: own.suffix(1).map(\.reference))
  }

  private func birthday(of member: Member, in year: Period) -> PoliticalBirthday? {
    guard member.status.isMember, let admitted = member.admitted,
      year.first.year > admitted.year
    else { return nil }
    let years = year.first.year - admitted.year
    return PoliticalBirthday(
      member: member, date: admitted.adding(years: years), years: years)
  }
}

extension MemberFile {
  /// The warnings that none of the contradictions says already.
  public var warningsBeyondContradictions: [Warning] {
    let said = contradictions.map(\.contradiction)
    func says(_ test: (Contradiction) -> Bool) -> Bool { said.contains(where: test) }
    return warnings.filter { warning in
      switch warning.kind {
      case .admission(.confirmationOverdue):
        !says { if case .probationEnded = $0 { true } else { false } }
      case .study(.short): !says { if case .hoursShort = $0 { true } else { false } }
      case .dues(.arrears), .dues(.arrearsHalfYear):
        !says { if case .duesUnpaid = $0 { true } else { false } }
      case .participation(.nothingForHalfYear):
        !says { if case .noParticipation = $0 { true } else { false } }
      default: true
      }
    }
  }
}
