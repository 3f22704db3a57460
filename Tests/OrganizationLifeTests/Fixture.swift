import OrganizationLife
import Testing

/// The day written so; a test with a day that does not exist fails.
func date(_ text: String) -> Day {
  guard let day = Day(text) else {
    Issue.record("no such day: \(text)")
    return Day(number: 0)
  }
  return day
}

/// The time written so.
func time(_ text: String) -> TimeOfDay? { TimeOfDay(text) }

/// The organisation's id written so.
func place(_ text: String) -> OrganizationIdentifier {
  guard let id = OrganizationIdentifier(text) else {
    Issue.record("no id: \(text)")
    return place("ERROR")
  }
  return id
}

/// The member's id written so.
func identifier(_ text: String) -> MemberIdentifier {
  guard let id = MemberIdentifier(text) else {
    Issue.record("no id: \(text)")
    return identifier("ERROR")
  }
  return id
}

/// Members by their numbers: `people(1, 2)` are `Q1M01` and `Q1M02`.
func people(_ numbers: Int...) -> [Person] { numbers.map(person) }

/// A member by number.
func person(_ number: Int) -> Person { Person(memberText(number)) }

/// The members of a range of numbers.
func people(_ numbers: ClosedRange<Int>) -> [Person] { numbers.map(person) }

func memberText(_ number: Int) -> String { "Q1M\(number < 10 ? "0" : "")\(number)" }

let writtenAt = Moment(seconds: 1_767_225_600, offset: 28_800)

/// A member of branch Q1 since 2020, full unless said otherwise.
func member(
  _ number: Int, status: MemberStatus = .full, rights: MemberRights = .normal,
  in organization: String = "Q1", group: String? = nil, since: String = "2020-01-01",
  until: String? = nil, admitted: String? = nil, confirmed: String? = nil, retired: Bool = false
) -> Member {
  Member(
    reference: Reference("Q1-member---zhang-\(memberText(number))-\(since)"),
    id: identifier(memberText(number)), name: "成员\(number)", organization: place(organization),
    group: group.map(place), status: status, isRetired: retired, rights: rights, gender: "男",
    nation: "汉族", born: "1984-06", education: "大学", admitted: admitted.map(date),
    confirmed: confirmed.map(date), since: date(since), until: until.map(date),
    enteredAt: writtenAt)
}

/// Full members with those numbers.
func fullMembers(_ numbers: ClosedRange<Int>, group: String? = nil) -> [Member] {
  numbers.map { member($0, group: group) }
}

/// An organisation, a branch founded in 2020 unless said otherwise.
func organization(
  _ id: String = "Q1", level: OrganizationLevel = .branch, parent: String? = "P1",
  since: String = "2020-01-01", until: String? = nil, elected: String? = nil, term: Int? = nil,
  officers: [Int] = []
) -> Organization {
  Organization(
    reference: Reference("\(id)-organization---zhang-\(since)"), id: place(id), name: id,
    level: level, parent: parent.map(place), since: date(since), until: until.map(date),
    elected: elected.map(date), term: term,
    officers: officers.enumerated().map { index, number in
      Officer(person: person(number), post: index == 0 ? "书记" : "委员")
    }, enteredAt: writtenAt)
}

/// A kind of activity that needs nothing, unless said otherwise.
func kind(
  _ id: String, body: Body = .members, items: [ItemKind] = [], presets: [String] = [],
  needs: [String] = [], restricted: Bool = false, madeUp: Bool = false
) -> ActivityKind {
  ActivityKind(
    id: id, title: "支部\(id)", short: id, body: body, isNumbered: true, levels: [.branch],
    itemKinds: items, presets: presets, fields: [], needs: needs, mayCount: [],
    isRestricted: restricted, isMadeUp: madeUp, hours: nil,
    validity: Validity(since: date("2019-01-01")))
}

let assembly = kind("党员大会", items: [.study, .discussion, .vote, .report])
let committeeMeeting = kind("支委会", body: .committee, items: [.study, .discussion])
let groupMeeting = kind("党小组会", body: .group)
let lesson = kind("党课", madeUp: true)
let themeDay = kind("主题党日", items: [.part], presets: ["环节 重温入党誓词"])
let talk = kind("谈心谈话", body: .people)
let appraisal = kind("民主评议党员", items: [.discussion])
let catalogue = Catalog(
  kinds: [assembly, committeeMeeting, groupMeeting, lesson, themeDay, talk, appraisal],
  obligations: [], checklists: [])

/// An activity of branch Q1.
func activity(
  _ kind: String = "党员大会", on day: String = "2026-03-12", of organization: String = "Q1",
  id: String? = nil, change: (inout Activity) -> Void = { _ in }
) -> Activity {
  var activity = Activity(
    reference: Reference(id ?? "\(organization)-\(kind)-\(day)"),
    organization: place(organization), kind: kind, date: date(day),
    enteredAt: Moment("\(day)T18:00:00+08:00") ?? writtenAt, enteredBy: person(1))
  change(&activity)
  return activity
}

/// A ledger of branch Q1 below committee P1.
func ledger(
  organizations: [Organization] = [], members: [Member], activities: [Activity] = []
) -> Ledger {
  var all = organizations
  if !all.contains(where: { $0.id.text == "Q1" }) { all.append(organization(officers: [1, 2, 3])) }
  if !all.contains(where: { $0.id.text == "P1" }) {
    all.append(organization("P1", level: .committee, parent: nil))
  }
  return Ledger(organizations: all, members: members, activities: activities)
}
