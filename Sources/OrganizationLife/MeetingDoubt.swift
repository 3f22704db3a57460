/// Something in a meeting that no article forbids and that is seldom meant so: said while it is
/// typed, and kept as it was entered. Items and votes are counted from 1.
public enum MeetingDoubt: Hashable, Sendable {
  /// As many in favour as against (党章第十七条: 下次再表决).
  case tied(item: Int, vote: Int, votes: Int)
  /// A committee agreed to what the members' assembly decides (接收, 转正 …): that is its opinion, and
  /// nobody is taken in by it.
  case opinionOnly(item: Int, vote: Int, VoteCategory)
  /// A 监票人 or 计票人 who was away, from the meeting or for the item.
  case counterAway(item: Int, vote: Int, Person, isScrutineer: Bool)
  /// A 监票人 or 计票人 who is not one of the body that votes.
  case counterFromOutside(item: Int, vote: Int, Person, isScrutineer: Bool)
  /// The title names somebody else than the vote is on.
  case titleNamesAnother(item: Int, Person, subjects: [Person])

  /// The item it concerns, from 1.
  public var item: Int {
    switch self {
    case .tied(let item, _, _), .opinionOnly(let item, _, _), .counterAway(let item, _, _, _),
      .counterFromOutside(let item, _, _, _), .titleNamesAnother(let item, _, _):
      item
    }
  }

  /// The vote it concerns, from 1 within its item; nil when it concerns no single vote.
  public var vote: Int? {
    switch self {
    case .tied(_, let vote, _), .opinionOnly(_, let vote, _), .counterAway(_, let vote, _, _),
      .counterFromOutside(_, let vote, _, _):
      vote
    case .titleNamesAnother: nil
    }
  }

  /// The article behind it, where there is one.
  public var citation: Citation? {
    switch self {
    case .tied: Citation(article: "党章第十七条", level: .regulation)
    case .opinionOnly(_, _, let category):
      Citation(category == .discipline ? .assemblyMajority : .admissionMajority)
    case .counterAway, .counterFromOutside: Citation(.ballots)
    case .titleNamesAnother: nil
    }
  }
}

extension VoteCategory {
  private static let titleWords: [(word: String, category: VoteCategory)] = [
    ("延长预备期", .prolongation), ("取消预备", .disqualification), ("转正", .confirmation),
    ("转为正式", .confirmation), ("转为中共正式", .confirmation), ("接收", .admission), ("选举", .election),
    ("换届", .election),
    ("处分", .discipline),
  ]

  /// What an item of such a title is likely to be voted on for; nil when it does not say.
  public init?(inTitle title: String) {
    guard let found = VoteCategory.titleWords.first(where: { title.contains($0.word) }) else {
      return nil
    }
    self = found.category
  }
}

extension Ledger {
  /// What seems odd in a meeting. `people` are those whose names a title may hold.
  public func doubts(
    in activity: Activity, kind: ActivityKind?, people: [Person]
  ) -> [MeetingDoubt] {
    activity.items.enumerated().flatMap { index, item -> [MeetingDoubt] in
      guard !item.votes.isEmpty else { return [] }
      var found = otherName(in: item, number: index + 1, people: people)
      for (number, vote) in item.votes.enumerated() {
        let outcome = outcome(of: vote, in: item, of: activity, kind: kind)
        if outcome.decision == .tied {
          found.append(.tied(item: index + 1, vote: number + 1, votes: vote.inFavour))
        }
        let isCommittee = Voting.category(vote.category, in: kind?.body) == .committee
        if outcome.passed, isCommittee, let category = VoteCategory(inTitle: item.title),
          category.isForAssembly
        {
          found.append(.opinionOnly(item: index + 1, vote: number + 1, category))
        }
        // The candidates of an election share their ballots and so those who count them.
        guard vote.category != .election || number == 0 else { continue }
        found += counters(
          of: vote, at: item, item: index + 1, vote: number + 1, of: activity, kind: kind)
      }
      return found
    }
  }

  private func counters(
    of vote: Vote, at item: Item, item index: Int, vote number: Int, of activity: Activity,
    kind: ActivityKind?
  ) -> [MeetingDoubt] {
    let (held, here) = judged(item, of: activity)
    let body = Set(expected(at: held.withoutExclusions, as: kind).map(\.id))
    let posts =
      vote.scrutineers.map { ($0, true) }
      + vote.tellers.filter { !vote.scrutineers.contains($0) }.map { ($0, false) }
    return posts.compactMap { person, isScrutineer in
      let isAway =
        (held.absent.map(\.person) + held.excluded.map(\.person) + here.away).contains {
          $0.isSame(as: person)
        }
      if isAway {
        return .counterAway(item: index, vote: number, person, isScrutineer: isScrutineer)
      }
      let belongs = person.id.map { body.contains($0) || held.wasAttended(by: $0) } ?? false
      return belongs
        ? nil : .counterFromOutside(item: index, vote: number, person, isScrutineer: isScrutineer)
    }
  }

  /// Somebody whose name the title holds, where it holds nobody's whom the vote is on.
  private func otherName(
    in item: Item, number: Int, people: [Person]
  ) -> [MeetingDoubt] {
    let subjects = item.votes.compactMap(\.subject) + item.about
    guard !subjects.isEmpty, item.votes.contains(where: { $0.category.isOneByOne }),
      !subjects.contains(where: { item.title.contains($0.name) })
    else { return [] }
    let named = people.first { person in
      person.name.count > 1 && item.title.contains(person.name)
    }
    guard let named else { return [] }
    var seen: Set<Person> = []
    return [
      .titleNamesAnother(
        item: number, named, subjects: subjects.filter { seen.insert($0).inserted })
    ]
  }
}
