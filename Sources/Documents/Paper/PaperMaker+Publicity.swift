import Archive
import OrganizationLife
import RecordLog
import Wording

/// 党务公开: what a Party organisation shows of a period on its screens and boards. Nothing that is
/// restricted stands in it: no talks and visits, no minutes, of dues only the sum.
extension PaperMaker {
  func publicity(of id: OrganizationIdentifier, in period: Period) -> Paper? {
    guard period.first <= day,
      let place = archive.ledger.organization(id, on: min(day, period.last))
    else { return nil }
    return PublicityMaker(
      maker: self, place: place, days: period.first...min(day, period.last), period: period
    ).paper
  }

  /// The period of which a list is made when none is named: the quarter that runs, or all of
  /// another year.
  static func publicPeriod(of year: Int, on day: Day) -> Period {
    let quarter = Period(.quarter, containing: day)
    guard year != day.year, let other = Day(year: year, month: 1, day: 1) else { return quarter }
    return Period(.year, containing: other)
  }
}

private struct PublicityMaker {
  let maker: PaperMaker
  let place: Organization
  /// The period as far as it has come.
  let days: ClosedRange<Day>
  let period: Period

  private var ledger: Ledger { maker.archive.ledger }
  private var catalog: Catalog { maker.archive.catalog }
  private var places: [OrganizationIdentifier] {
    ledger.descendants(of: place.id, on: days.upperBound).map(\.id)
  }

  var paper: Paper {
    let chapters: [(title: String, lines: [String])] = [
      (PaperWords.publicMeetings, meetings), (PaperWords.development, development),
      (PaperWords.dues, dues), (PaperWords.publicHonors, honors),
      (PaperWords.publicDeeds, deeds), (PaperWords.publicDocuments, documents),
    ]
    let blocks = chapters.enumerated().flatMap { number, chapter -> [Paper.Block] in
      [.heading(PaperWords.chapter(number + 1, chapter.title))]
        + (chapter.lines.isEmpty ? [PaperWords.noneInPeriod] : chapter.lines)
        .map { .paragraph($0) }
    }
    return Paper(
      PaperWords.publicityTitle(place.name),
      blocks: [
        .address(PaperWords.publicPeriod(days.lowerBound, days.upperBound))
      ] + blocks)
  }

  private func isPublic(_ reference: Reference) -> Bool {
    maker.archive.record(reference).map { !$0.isRestricted } ?? false
  }

  /// How often each kind was held, and the days with their subjects. What one person was told, and
  /// who was visited at home, is not for screens.
  private var meetings: [String] {
    let shown = catalog.kinds.filter { kind in
      !kind.isRestricted && kind.body != .people || kind.isThemeDay
    }
    var seen: Set<String> = []
    return shown.filter { seen.insert($0.id).inserted }.flatMap { kind -> [String] in
      let held = places.flatMap { ledger.activities(of: $0, in: days) }
        .filter { $0.kind == kind.id && isPublic($0.reference) }
        .sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
      guard !held.isEmpty else { return [] }
      let count = PaperWords.publicCount(kind.title, held.count)
      // Of many organisations the numbers are told, of one each meeting.
      guard place.level.isBranch || place.level == .group else { return [count] }
      if held.allSatisfy(\.title.isEmpty) {
        return [PaperWords.publicDays(count, held.map(\.date))]
      }
      return [count] + held.map { PaperWords.publicMeeting($0.date, $0.title) }
    }
  }

  /// Who was named an activist or a candidate, taken in, and became a full member.
  private var development: [String] {
    let own = Set(places)
    var found: [(day: Day, text: String)] = []
    for id in ledger.members.keys.sorted() {
      let snapshots = ledger.members[id] ?? []
      guard let newest = snapshots.last, isPublic(newest.reference) else { continue }
      func isHere(_ day: Day) -> Bool {
        (snapshots.last { $0.since <= day } ?? snapshots.first)
          .map { own.contains($0.organization) } ?? false
      }
      if let day = newest.admitted, days.contains(day), isHere(day) {
        found.append((day, PaperWords.admittedEvent(newest.name)))
      }
      if let day = newest.confirmed, days.contains(day), isHere(day) {
        found.append((day, PaperWords.confirmedEvent(newest.name)))
      }
      for status in [MemberStatus.activist, .candidate] {
        guard let first = snapshots.first(where: { $0.status == status }),
          days.contains(first.since), own.contains(first.organization)
        else { continue }
        found.append((first.since, PaperWords.statusEvent(newest.name, status.rawValue)))
      }
    }
    return found.sorted { ($0.day, $0.text) < ($1.day, $1.text) }
      .map { PaperWords.publicMeeting($0.day, $0.text) }
  }

  /// What was paid for the months of the period, in all.
  private var dues: [String] {
    guard !places.contains(where: { maker.archive.access.hidesRecords(of: $0.text) }) else {
      return []
    }
    let standings = ledger.duesStandings(under: place.id, on: days.upperBound)
    let paid = standings.map { standing in
      standing.months.filter { days.contains($0.month.first) }.compactMap(\.paid)
    }
    let payers = paid.count { !$0.isEmpty }
    guard payers > 0 else { return [] }
    return [PaperWords.publicDues(payers, Dues.yuan(paid.joined().reduce(0, +)))]
  }

  private var honors: [String] {
    let own = Set(places)
    return ledger.honors.filter { honor in
      own.contains(honor.organization) && days.contains(honor.date) && isPublic(honor.reference)
    }.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }.map { honor in
      let whose =
        honor.recipients.isEmpty
        ? ledger.organization(honor.organization, on: honor.date)?.name ?? ""
        : honor.recipients.map(maker.name).joined(separator: "、")
      return PaperWords.publicMeeting(
        honor.date, PaperWords.honorEvent(whose, honor.title, honor.level))
    }
  }

  /// 办实事 begun or done in the period.
  private var deeds: [String] {
    let own = Set(places)
    return ledger.matters.filter { matter in
      matter.kind == "办实事" && own.contains(matter.organization) && isPublic(matter.reference)
        && (days.contains(matter.opened) || matter.closed.map(days.contains) ?? false)
    }.sorted { ($0.opened, $0.reference) < ($1.opened, $1.reference) }.map { matter in
      PaperWords.publicDeed(matter.title, matter.state)
    }
  }

  /// What was made public otherwise.
  private var documents: [String] {
    let own = Set(places)
    return ledger.documents.filter { document in
      document.kind == "党务公开" && own.contains(document.organization)
        && days.contains(document.date) && isPublic(document.reference)
    }.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }.map { document in
      PaperWords.publicMeeting(document.date, document.title)
    }
  }
}
