import OrganizationLife

extension ProvinceCase {
  mutating func holdBranchLife() {
    let months = place.months
    let theme = Institution.ThemeDay(title: "争当先锋模范", part: "书记讲党课", tags: [], hours: "2.5")
    let extra = Plan.themeDays - Plan.branches * months.count - Plan.observed.count
    let assemblies = 3
    let lessons = Plan.branches
    let committee = Plan.branches * months.count
    let groups =
      Plan.threeMeetings - Plan.headsLessons - Plan.leadersLessons - committee
      - Plan.branches * assemblies - lessons
    let shares = Institution.parts(of: groups, among: Plan.branches)
    for (number, branch) in branches.enumerated() {
      for month in months {
        place.holdCommittee(of: branch, on: place.day(in: month, about: 3))
        place.holdThemeDay(theme, of: branch, on: place.day(in: month, about: 10))
      }
      if number < extra {
        place.holdThemeDay(theme, of: branch, on: place.day(in: months[5], about: 24))
      }
      for month in [months[0], months[3], months[6]] {
        place.holdAssembly(of: branch, on: place.day(in: month, about: 14))
      }
      trainTogether(branch, in: months[3 + number % 4])
      // In quarters that are over; months without a group meeting are others in each branch.
      place.holdLesson(of: branch, on: place.day(in: months[number % 9], about: 17))
      let left = Set((shares[number]..<months.count).map { (number + 3 * $0) % months.count })
      let met = months.indices.filter { !left.contains($0) }
      for month in met {
        let day = place.day(in: months[month], about: 6)
        place.holdGroup(0, of: branch, on: day, tags: month == met.first ? ["五学=小组"] : [])
      }
    }
    for body in place.bodies.indices where place.bodies[body].level == .generalBranch {
      place.holdCommittees(ofGeneralBranch: body)
    }
  }

  /// 集中培训 of a branch's members, five days in one week.
  private mutating func trainTogether(_ branch: Int, in month: ClosedRange<Day>) {
    let unit = place.bodies[branch]
    let day = place.day(in: month, about: 19)
    var sheet = place.sheet(
      "培训", of: branch, on: day.adding(days: 1 - day.weekday), lasting: 0)
    sheet.title = "党员集中培训"
    sheet.start = ""
    sheet.end = ""
    sheet.endDate = sheet.date.adding(days: 4)
    sheet.hours = "40"
    sheet.sessions = 1
    sheet.attendance.present = unit.people
    place.file(sheet, by: unit.keeper)
  }

  mutating func holdLifeMeetings() {
    let ofGroups = Plan.lifeMeetings - Plan.branches
    for (number, branch) in branches.enumerated() {
      let unit = place.bodies[branch]
      let day = place.day(in: place.months[1], about: 18)
      place.holdLifeMeeting(of: branch, on: day)
      guard number < ofGroups else { continue }
      var sheet = place.sheet("组织生活会", of: branch, on: day.adding(days: -5), lasting: 110)
      sheet.date = Institution.workday(sheet.date, within: place.first...place.last)
      sheet.organization = unit.groupIdentifier(0)
      sheet.title = "党小组组织生活会"
      sheet.presider = place.leader(of: unit.groups[0], in: unit)
      sheet.attendance.present = unit.groups[0]
      place.fileLifeMeeting(
        sheet, of: branch, by: sheet.presider ?? unit.secretary,
        speakers: Array(unit.groups[0].prefix(4)))
    }
  }
}
