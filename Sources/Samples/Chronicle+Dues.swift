import OrganizationLife

extension Chronicle {
  /// In thousandths of the base (中组发〔2008〕3 号: flat on the whole of it).
  private func dueRate(_ wage: Int, isRetired: Bool) -> Int {
    if isRetired { return wage <= 5000 ? 5 : 10 }
    return wage <= 3000 ? 5 : wage <= 5000 ? 10 : wage <= 10_000 ? 15 : 20
  }

  private static func yuan(_ fen: Int) -> String {
    "\(fen / 100).\(fen % 100 < 10 ? "0" : "")\(fen % 100)"
  }

  /// The months of which dues are recorded: eight, up to the last one.
  private var duesMonths: Range<Int> { months.count - 9..<months.count - 1 }

  private func duesFields(_ person: Int, unit: Int, month: Int, isRetired: Bool) -> [DraftField] {
    let wage = comrades[person].wage / 10 * 10
    let rate = dueRate(wage, isRetired: isRetired)
    return [
      DraftField("Organization", units[unit].id), DraftField("Member", comrades[person].id),
      DraftField("Month", Self.monthName(months[month])), DraftField("Base", "\(wage).00"),
      DraftField("Rate", "\(rate / 10).\(rate % 10)%"),
    ]
  }

  /// 党费 of a branch, a record for each member and month; some did not pay, and in three branches
  /// one amount or day is not what the rules say.
  mutating func fileDues(_ unit: Int) {
    let people = roster(unit, on: lastDay)
    let debtor = unit == 7 ? people.last : nil
    let ordinary = people.filter { !officers(unit, on: lastDay).contains($0) }
    for month in duesMonths {
      let first = months[month]
      let entered = workday(month: month, 26)
      guard isPast(entered) else { continue }
      let at = moment(entered, minutes: 1000)
      for person in roster(unit, on: first) {
        guard let station = station(person, on: first) else { continue }
        var fields = duesFields(person, unit: unit, month: month, isRetired: station.isRetired)
        let wage = comrades[person].wage / 10 * 10
        var fen = wage * dueRate(wage, isRetired: station.isRetired) / 10
        var paidOn = min(workday(month: month, random.between(3...24)), entered)
        var written = at
        let isUnpaid =
          (person == debtor && month >= 20) || (person == parts[.idle] && month >= 16)
          || random.happens(6)
        switch (unit, month) {
        // Half a year and more after the month.
        case (2, 15) where person == ordinary.first:
          paidOn = workday(month: 22, 14)
          written = moment(paidOn, minutes: 1000)
        // The rate of another band.
        case (9, 19) where person == ordinary.first: fen = wage * 5 / 10
        // A large contribution beside the dues.
        case (13, 20) where person == ordinary.first: fen += 200_000
        default: break
        }
        guard isPast(paidOn) else { continue }
        if !isUnpaid {
          fields.append(DraftField("Paid", Self.yuan(fen)))
          fields.append(DraftField("PaidOn", "\(paidOn)"))
        }
        enter(
          "dues", in: units[unit].id,
          by: writer(unit, on: Day(number: Int32(written / 86_400))), at: written,
          restricted: true, fields)
      }
    }
  }

  /// One who paid a month before the assembly took him or her in.
  mutating func payBeforeAdmission() {
    let person = admissionPeople[7]
    let unit = 4
    let day = workday(month: 18, 26)
    guard isPast(day) else { return }
    let wage = comrades[person].wage / 10 * 10
    let fields =
      duesFields(person, unit: unit, month: 18, isRetired: false) + [
        DraftField("Paid", Self.yuan(wage * dueRate(wage, isRetired: false) / 10)),
        DraftField("PaidOn", "\(workday(month: 18, 20))"),
      ]
    enter(
      "dues", in: units[unit].id, by: writer(unit, on: day), at: moment(day, minutes: 1001),
      restricted: true, fields)
  }
}
