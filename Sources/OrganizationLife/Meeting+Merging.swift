extension Meeting {
  /// The sittings as one record, for its numbers: whoever came to one sitting came; absent is who
  /// was absent and came to none; left out is who was left out at each. Items stand in order, and
  /// a vote on the same thing at several sittings is added up. Reference, date, place and people
  /// are the first sitting's.
  public var merged: Activity? {
    guard var whole = sittings.first else { return nil }
    guard sittings.count > 1 else { return whole }
    whole.sitting = ""
    whole.present = distinct(sittings.flatMap(\.present))
    let inRoom = Set(whole.present)
    whole.video = distinct(sittings.flatMap(\.video)).filter { person in
      !inRoom.contains(person) && !whole.present.contains { $0.isSame(as: person) }
    }
    func came(_ person: Person) -> Bool {
      (whole.present + whole.video).contains { $0.isSame(as: person) }
    }
    whole.absent = []
    for absence in sittings.flatMap(\.absent)
    where !came(absence.person)
      && !whole.absent.contains(where: { $0.person.isSame(as: absence.person) })
    {
      whole.absent.append(absence)
    }
    whole.excluded = whole.excluded.filter { exclusion in
      sittings.allSatisfy { sitting in
        sitting.excluded.contains { $0.person.isSame(as: exclusion.person) }
      }
    }
    whole.late = distinct(sittings.flatMap(\.late))
    whole.leftEarly = distinct(sittings.flatMap(\.leftEarly))
    whole.attending = distinct(sittings.flatMap(\.attending)).filter { !came($0) }
    whole.about = distinct(sittings.flatMap(\.about))
    whole.items = sittings.dropFirst().reduce(whole.items) { joined($0, $1.items) }
    whole.endDate = sittings.map { max($0.date, $0.endDate ?? $0.date) }.max()
    return whole
  }

  private func distinct(_ people: [Person]) -> [Person] {
    people.reduce(into: []) { found, person in
      if !found.contains(where: { $0.isSame(as: person) }) { found.append(person) }
    }
  }

  /// Items of a further sitting: one on the same thing takes the votes up, the others follow.
  private func joined(_ items: [Item], _ further: [Item]) -> [Item] {
    var items = items
    for (number, item) in further.enumerated() {
      guard let same = items.place(of: item, after: further[..<number]) else {
        items.append(item)
        continue
      }
      // Of several votes on the same, the first goes with the first, the second with the second.
      var added: Set<Int> = []
      for vote in item.votes {
        let known = items[same].votes.indices.first { index in
          !added.contains(index) && items[same].votes[index].isOnTheSame(as: vote)
        }
        if let known { items[same].votes[known].add(vote) } else { items[same].votes.append(vote) }
        added.insert(known ?? items[same].votes.count - 1)
      }
      // Away from the vote is who was away at every sitting that he or she came to.
      items[same].away += item.away
    }
    return items
  }
}

extension [Item] {
  /// Where the item on the same thing stands. Of several with one title and kind, what comes after
  /// one such is the second.
  fileprivate func place(of item: Item, after earlier: ArraySlice<Item>) -> Int? {
    func isOnTheSame(_ other: Item) -> Bool {
      other.title == item.title && other.kind == item.kind
    }
    return indices.filter { isOnTheSame(self[$0]) }.dropFirst(earlier.count { isOnTheSame($0) })
      .first
  }
}

extension Activity {
  /// The item of a whole meeting that an item of one of its sittings went into.
  public func item(joining item: Item, of sitting: Activity) -> Item? {
    let number = sitting.items.firstIndex(of: item) ?? 0
    return items.place(of: item, after: sitting.items[..<number]).map { items[$0] }
  }

  /// The order of activities: by date; on one day the first sitting first, else as they were
  /// first entered, whichever version of them stands.
  func comesBefore(_ other: Activity) -> Bool {
    if date != other.date { return date < other.date }
    let (own, others) = (Sitting(sitting)?.index ?? 0, Sitting(other.sitting)?.index ?? 0)
    if own != others { return own < others }
    return (origin, reference) < (other.origin, other.reference)
  }
}

extension Vote {
  /// Whether two votes ask the same: one person, one category.
  public func isOnTheSame(as other: Vote) -> Bool {
    guard category == other.category, writeIn == other.writeIn else { return false }
    switch (subject, other.subject) {
    case (nil, nil): return true
    case (let own?, let others?): return own.isSame(as: others)
    default: return false
    }
  }

  /// Adds the numbers of another sitting.
  mutating func add(_ other: Vote) {
    inFavour += other.inFavour
    against += other.against
    abstaining += other.abstaining
    written += other.written
    issued = sum(issued, other.issued)
    returned = sum(returned, other.returned)
    valid = sum(valid, other.valid)
  }

  private func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return a + b
  }
}

extension Ledger {
  /// A meeting held in batches over all its sittings, with the activity as it stands, recorded or
  /// not; nil when it was held in one.
  public func whole(of activity: Activity) -> Activity? {
    let meeting = meeting(of: activity)
    return meeting.sittings.count > 1 ? meeting.merged : nil
  }

  /// An item with the votes of all sittings, and the meeting by whose numbers they are judged; the
  /// item itself where the meeting was held in one.
  public func judged(_ item: Item, of activity: Activity) -> (activity: Activity, item: Item) {
    guard let whole = whole(of: activity),
      let joined = whole.item(joining: item, of: activity)
    else { return (activity, item) }
    return (whole, joined)
  }

  /// The meeting of a kind that was begun in batches by a day and is not finished, with the sitting
  /// that comes next; nil when there is none.
  public func unfinishedMeeting(
    of kind: String, organization: OrganizationIdentifier, on day: Day
  ) -> (meeting: Meeting, next: Sitting)? {
    let days = day.adding(days: -Meeting.span)...day
    let held = activities(of: organization, in: days).filter { $0.kind == kind }
    guard let meeting = Meeting.gather(held).last else { return nil }
    let sittings = meeting.sittings.compactMap { Sitting($0.sitting) }
    guard let last = sittings.max(by: { $0.index < $1.index }),
      last.index < last.total,
      let next = Sitting("\(last.index + 1)/\(last.total)")
    else { return nil }
    return (meeting, next)
  }

  /// The turnout of a meeting over all its sittings, by the body of its first day.
  public func turnout(of meeting: Meeting, kind: ActivityKind?) -> Turnout? {
    meeting.merged.map { turnout(of: $0, kind: kind) }
  }
}
