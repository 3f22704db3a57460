extension Matter {
  /// Open and past its day.
  public func isOverdue(on day: Day) -> Bool { isOpen && due.map { $0 < day } ?? false }

  /// The state of a matter that was mended and waits to be closed (待销号).
  public static let waitingState = "待销号"
  /// 已办结
  public static let closedState = "已办结"
  /// The kind of a matter that follows from a resolution.
  public static let resolutionKind = "决议落实"
  /// The kind of a matter that follows from an absence that has to be made up.
  public static let makeUpKind = "补学"
}

extension Sequence where Element == Matter {
  /// Those that are open and past their day.
  public func overdue(on day: Day) -> [Matter] { filter { $0.isOverdue(on: day) } }
}

extension Activity {
  /// What the resolution of item n (from 1) is known by as a matter: `Id#n`, with the first
  /// version's Id, so that it stays the same when the record is corrected.
  public func matterReference(item number: Int) -> Reference { origin.item(number) }

  /// What an absence to be made up is known by as a matter: `Id#MEMBER`, with the first
  /// version's Id.
  public func matterReference(absence member: MemberIdentifier) -> Reference {
    Reference("\(origin.text)#\(member.text)")
  }
}

extension Item {
  /// What an item gives to do: its title and the first sentence of its resolution that is not the
  /// fixed closing with the numbers of a vote (支部大会决议).
  var duty: String {
    let sentences = resolution.split { "。；;\n".contains($0) }
      .map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    let said = sentences.first { !$0.contains("应到会") && !$0.contains("票赞成") }
    guard !title.isEmpty else { return said ?? sentences.first ?? "" }
    guard let said, said != title else { return title }
    return "\(title):\(said)"
  }
}

extension Ledger {
  /// The matters that are open on a day (待落实事项), of an organisation and everything below it,
  /// or of all: those recorded, as their newest record says, and those derived.
  ///
  /// Derived are an item with `Owner` or `Due` (决议落实, known as `Id#n`) and an absence from a
  /// kind that has to be made up (补学, one for each member, known as `Id#MEMBER`). A recorded
  /// matter whose `Source` names one takes its place, open or closed; a closed 补学 whose
  /// `Source` is the whole activity closes it for each of its owners. Absences of those who came
  /// to another sitting, or have left since, are not asked for. First what is due first.
  public func openMatters(
    on day: Day, of organization: OrganizationIdentifier?, kinds: [ActivityKind]
  ) -> [Matter] {
    let places = organization.map { id in
      Set(descendants(of: id, on: day).map(\.id)).union([id])
    }
    func isAsked(_ id: OrganizationIdentifier) -> Bool { places?.contains(id) ?? true }
    let settled = SettledSources(self)
    var found = matters.filter { $0.isOpen && $0.opened <= day && isAsked($0.organization) }
    let madeUp = Dictionary(
      kinds.filter(\.isMadeUp).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = places.map { $0.sorted().flatMap { activities(of: $0) } } ?? activities
    for activity in asked where activity.date <= day {
      found += resolutions(of: activity).filter { !settled.holds($0) }
      found += makeUps(of: activity, on: day, kinds: madeUp).filter { !settled.holds($0) }
    }
    return found.sorted { a, b in
      switch (a.due, b.due) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: (a.opened, a.reference) < (b.opened, b.reference)
      }
    }
  }

  /// 待落实事项: the open matters but for absences to be made up (补学), which have a list of their
  /// own (`openMakeUps`).
  public func mattersToSettle(on day: Day, of organization: OrganizationIdentifier?) -> [Matter] {
    openMatters(on: day, of: organization, kinds: []).filter {
      $0.kind != Matter.makeUpKind || $0.source == nil
    }
  }

  /// The meetings held up to a day that are not signed off (待审签), of an organisation and
  /// everything below it, or of all, by date.
  public func unsigned(
    on day: Day, of organization: OrganizationIdentifier?, kinds: [ActivityKind]
  ) -> [Activity] {
    let signed = Set(kinds.filter(\.isSigned).map(\.id))
    let asked =
      organization.map { id in descendants(of: id, on: day).flatMap { activities(of: $0.id) } }
      ?? activities
    return asked.filter { $0.date <= day && !$0.isFinal && signed.contains($0.kind) }
      .sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
  }

  /// The matters that the items of an activity give rise to, whatever became of them.
  public func resolutions(of activity: Activity) -> [Matter] {
    var found: [Matter] = []
    for (index, item) in activity.items.enumerated()
    where !item.owners.isEmpty || item.due != nil {
      found.append(
        Matter(
          reference: activity.matterReference(item: index + 1),
          organization: activity.organization, kind: Matter.resolutionKind,
          title: item.duty, opened: activity.date,
          owners: item.owners, due: item.due, source: activity.reference.item(index + 1)))
    }
    return found
  }

  /// The absences from an activity that have to be made up, whatever became of them; its title is
  /// that of the activity or of its kind. `kinds` are the catalogue's by id.
  func makeUps(
    of activity: Activity, on day: Day, kinds: [String: ActivityKind]
  ) -> [Matter] {
    guard !activity.absent.isEmpty,
      let kind = ([activity.kind] + activity.counts).lazy.compactMap({ kinds[$0] })
        .first(where: \.isMadeUp)
    else { return [] }
    let others = otherSittings(of: activity)
    return activity.absent.compactMap { absence in
      guard let id = absence.person.id, let member = member(id, on: day), member.status.isMember,
        !others.contains(where: { $0.wasAttended(by: id) }),
        // Whoever was away from several sittings of a meeting has it to make up once.
        !others.contains(where: { other in
          (other.date, other.origin) < (activity.date, activity.origin)
            && other.absent.contains { $0.person.id == id }
        })
      else { return nil }
      return Matter(
        reference: activity.matterReference(absence: id), organization: activity.organization,
        kind: Matter.makeUpKind, title: activity.title.isEmpty ? kind.title : activity.title,
        opened: activity.date, owners: [absence.person],
        source: Reference("\(activity.reference.text)#\(id.text)"))
    }
  }
}

/// What is said about findings.
public enum MatterWarning: RuledWarning {
  /// The same was found before, within a year, and the last time on that day.
  case repeated(times: Int, last: Day)

  public var rule: Rule { .repeatedFinding }
}

extension Matter {
  /// The kind of a finding of an inspection.
  public static let findingKind = "检查问题"
  /// The kind of something dangerous that was found.
  public static let riskKind = "风险隐患"

  /// Whether something was found that is to be put right, and a 整改通知书 may say so; an opinion
  /// or a thing done for people is no fault.
  public var isToBePutRight: Bool {
    [Self.findingKind, Self.riskKind, Self.correctionKind].contains(kind)
  }

  /// The title without spaces and punctuation, by which two findings are the same.
  var subject: String { Matter.subject(of: title) }

  static func subject(of title: String) -> String {
    String(
      title.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    )
  }
}

extension Ledger {
  /// The findings of the year before a finding that say the same of the same organisation, or were
  /// raised at the same item of a checklist, by day; empty for matters of another kind.
  public func repetitions(of matter: Matter) -> [Matter] {
    guard matter.kind == Matter.findingKind else { return [] }
    return findings(
      like: matter.title, at: visitItem(of: matter), of: matter.organization,
      before: matter.opened)
  }

  /// The findings of an organisation, open on a day or opened in its year, that came back.
  public func repeatedFindings(of id: OrganizationIdentifier, on day: Day) -> [Warning] {
    let year = Period(.year, containing: day).first
    return matters(of: id).filter { matter in
      matter.opened <= day && (matter.isOpen || matter.opened >= year)
    }.compactMap { matter in
      let before = repetitions(of: matter)
      guard let last = before.last else { return nil }
      return Warning(
        .matter(.repeated(times: before.count, last: last.opened)), of: id,
        evidence: [matter.reference] + before.map(\.reference))
    }
  }
}
