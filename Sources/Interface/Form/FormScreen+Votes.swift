import Archive
import OrganizationLife
import Wording

extension FormScreen {
  /// Gives an open item of the kind 表决 the fields of its votes: one vote, or one for each
  /// person voted on (逐个表决); at an election also one for each name written in, and an empty one
  /// for a further name.
  mutating func syncVotes() {
    guard openItem != nil else { return }
    var item = current
    let about = derived.input.persons(in: item.text("About"))
    let isVote = item.text("ItemKind").trimmed == ItemKind.vote.rawValue
    let category = item.voteCount == 0 ? proposedCategory(of: item) : item.category(ofVote: 1)
    if isVote, FormScreen.isPersonal(category), !about.isEmpty {
      let people = category == .election ? inStrokeOrder(about, &item) : about
      arrangeVotes(of: &item, on: people, category)
    } else {
      let wanted = isVote ? 1 : 0
      while item.voteCount > wanted, !item.hasNumbers(vote: item.voteCount) {
        item.removeLastVote()
      }
      if item.voteCount < wanted { addVote(to: &item, category) }
    }
    item.showVoteParts()
    current = item
  }

  /// Candidates stand as on the ballot, 按姓氏笔画, as long as nothing was counted.
  private func inStrokeOrder(_ candidates: [Person], _ item: inout FormPage) -> [Person] {
    let isCounted = (1...max(1, item.voteCount)).contains { item.hasNumbers(vote: $0) }
    guard base == nil, !isCounted else { return candidates }
    let sorted = StrokeOrder.sorted(candidates) { $0.name }
    if sorted != candidates {
      item.setText("About", sorted.map { derived.input.people.shown($0) }.joined(separator: "、"))
    }
    return sorted
  }

  /// A vote for each person, in their order; one that was counted for somebody else stays.
  private func arrangeVotes(
    of item: inout FormPage, on about: [Person], _ category: VoteCategory
  ) {
    let input = derived.input
    func isCounted(_ number: Int) -> Bool {
      item.hasNumbers(vote: number) || !item.text("VoteWriteIn\(number)").trimmed.isEmpty
    }
    var left = (1...max(1, item.voteCount)).filter { $0 <= item.voteCount }
    var order: [Int?] = about.map { person in
      let own = left.first { number in
        input.persons(in: item.text("VoteSubject\(number)")).first.map {
          $0.isSame(as: person)
        } ?? false
      }
      left.removeAll { $0 == own }
      return own
    }
    for position in order.indices where order[position] == nil {
      let free = left.first { !isCounted($0) }
      order[position] = free
      left.removeAll { $0 == free }
    }
    let counted = left.filter { isCounted($0) }
    order += counted.filter { !item.isWriteIn(vote: $0) }
    order += counted.filter { item.isWriteIn(vote: $0) }
    if category == .election { order.append(left.first { !isCounted($0) }) }
    item.arrangeVotes(order)
    for number in 1...max(1, item.voteCount) where item.voteCount >= number {
      if item.text("VoteCategory\(number)").isEmpty {
        item.setText("VoteCategory\(number)", category.rawValue)
        // The ballot of an election is one for all its candidates.
        if category != .election || number == 1 {
          item.setText("VoteMethod\(number)", FormScreen.method(of: category))
        }
      }
      if about.indices.contains(number - 1) {
        item.setText("VoteSubject\(number)", input.people.shown(about[number - 1]))
      } else if !item.hasNumbers(vote: number) {
        item.setText("VoteSubject\(number)", "")
      }
    }
  }

  private func addVote(to item: inout FormPage, _ category: VoteCategory) {
    item.addVote()
    let number = item.voteCount
    item.setText("VoteCategory\(number)", category.rawValue)
    item.setText("VoteMethod\(number)", FormScreen.method(of: category))
  }

  /// Votes on people are taken one by one (发展党员工作细则第二十一条).
  private static func isPersonal(_ category: VoteCategory) -> Bool {
    switch category {
    case .admission, .confirmation, .prolongation, .disqualification, .discipline, .election: true
    case .ordinary, .committee: false
    }
  }

  private static func method(of category: VoteCategory) -> String {
    switch category {
    case .ordinary, .committee: "举手"
    default: Vote.secretMethod
    }
  }

  /// What a vote is likely to be on, from the item's title and the body that meets.
  private func proposedCategory(of item: FormPage) -> VoteCategory {
    if kind?.body == .committee { return .committee }
    return VoteCategory(inTitle: item.text("Item")) ?? .ordinary
  }

  /// The method that goes with a category, as long as nothing was counted.
  mutating func proposeMethod(vote number: Int) {
    var item = current
    guard !item.hasNumbers(vote: number) else { return }
    item.setText("VoteMethod\(number)", FormScreen.method(of: item.category(ofVote: number)))
    current = item
  }

  // MARK: Counting

  /// The votes left over when 赞成 and 不赞成 are entered: proposed as 弃权, never entered by
  /// themselves.
  var suggestedAbstentions: (field: String, count: Int)? {
    guard openItem != nil, let number = focusedField?.spec.vote else { return nil }
    return suggestedAbstentions(vote: number).map { ("VoteAbstain\(number)", $0) }
  }

  /// The remainder of a vote of the open item.
  func suggestedAbstentions(vote number: Int) -> Int? {
    openItem == nil ? nil : votesLeft(vote: number, of: current)
  }

  /// The remainder of a vote of an item, while 弃权 is empty.
  func votesLeft(vote number: Int, of item: FormPage) -> Int? {
    guard item.text("VoteAbstain\(number)").trimmed.isEmpty,
      let inFavour = FieldInput.number(item.text("VoteFavour\(number)")),
      let against = FieldInput.number(item.text("VoteAgainst\(number)")),
      let voters = voters(atVote: number, of: item)
    else { return nil }
    let rest = voters - inFavour - against
    return rest >= 0 ? rest : nil
  }

  /// 全票: all in favour. A key of its own, because it says that they were counted.
  mutating func voteUnanimously() -> [Outcome]? {
    guard openItem != nil, let number = focusedField?.spec.vote else { return nil }
    guard let voters = voters(atVote: number, of: current), voters > 0 else {
      return [.notice(Notice(.nobodyMayVote, .warning))]
    }
    var item = current
    item.setText("VoteFavour\(number)", "\(voters)")
    item.setText("VoteAgainst\(number)", "0")
    item.setText("VoteAbstain\(number)", "0")
    current = item
    removeFaults(at: "VoteFavour\(number)")
    adoptItem()
    touch()
    return []
  }

  /// Voters at an item: those present with a vote, and written opinions.
  private func voters(atVote number: Int, of page: FormPage) -> Int? {
    guard let activity = derived.activity, let ledger = derived.ledger else { return nil }
    let item = FormScreen.item(page, derived.input)
    let turnout = ledger.turnout(for: item, of: activity, kind: kind)
    let written =
      page.category(ofVote: number).allowsWrittenOpinions
      ? FieldInput.number(page.text("VoteWritten\(number)")) ?? 0 : 0
    return turnout.eligiblePresent + written
  }

  // MARK: What came of it

  /// What came of a vote of an item: `应到会有表决权14 实到12 · 通过(须8票)`, at an election of its one
  /// candidate: `当选`. Nil for one at an election that was not counted.
  func result(ofVote number: Int, in page: FormPage) -> (Phrase, Style)? {
    guard let own = derived.activity, let ledger = derived.ledger else { return nil }
    let (activity, item) = judged(FormScreen.item(page, derived.input), of: own)
    let counted = page.vote(number, derived.input).map { vote in
      item.votes.first { $0.isOnTheSame(as: vote) } ?? vote
    }
    if page.category(ofVote: number) == .election {
      guard let counted, let person = counted.subject ?? counted.writtenIn,
        let election = ledger.election(at: item, of: activity, kind: kind),
        let result = election.people.first(where: { $0.person.isSame(as: person) })
      else { return nil }
      return (result.outcome.phrase(needed: election.needed), result.outcome.style)
    }
    let turnout = ledger.turnout(for: item, of: activity, kind: kind)
    let vote = counted ?? Vote(category: page.category(ofVote: number))
    let outcome = ledger.outcome(of: vote, in: item, of: activity, kind: kind)
    let style: Style =
      !outcome.mayVote ? .bad : counted == nil ? .dim : outcome.passed ? .good : .bad
    let inRoom = ledger.turnout(for: item.withoutAway, of: activity, kind: kind)
    let away = inRoom.eligiblePresent - turnout.eligiblePresent
    return (.voteResult(turnout, away: away, outcome, isCounted: counted != nil), style)
  }

  /// The whole of an election at an item: `应到会有选举权15 实到14 · 应选3名 候选4名 · 得8票及以上当选`.
  func electionSummary(of page: FormPage) -> (Phrase, Style)? {
    guard page.voteCount > 0, page.category(ofVote: 1) == .election,
      let own = derived.activity, let ledger = derived.ledger
    else { return nil }
    let (activity, item) = judged(FormScreen.item(page, derived.input), of: own)
    let turnout = ledger.turnout(for: item, of: activity, kind: kind)
    let election = ElectionResult(
      votes: item.votes, seats: item.seats, turnout: turnout,
      withoutRight: ledger.withoutRight(item.votes.compactMap(\.subject), on: activity.date))
    let candidates = derived.input.persons(in: page.text("About")).count
    let style: Style =
      election.void != nil ? .bad : election.seatsToVoteAgain > 0 ? .warning : .normal
    return (.electionSummary(turnout, election, candidates: candidates), style)
  }

  /// The election at an item as far as it was counted; nil when none of its votes is one.
  func election(of page: FormPage) -> ElectionResult? {
    guard let own = derived.activity, let ledger = derived.ledger else { return nil }
    let (activity, item) = judged(FormScreen.item(page, derived.input), of: own)
    return ledger.election(at: item, of: activity, kind: kind)
  }

  /// The item of the next round, when those tied at an election have to be voted on again.
  func nextRound(after page: FormPage) -> FormPage? {
    guard let kind, let election = election(of: page), election.seatsToVoteAgain > 0 else {
      return nil
    }
    let tied = election.people.filter { $0.outcome == .tied && $0.isCandidate }.map(\.person)
    guard !tied.isEmpty else { return nil }
    var round = emptyItem(of: kind)
    round.setText("Item", Phrase.itemNextRound(page.text("Item").trimmed).chinese)
    round.setText("ItemKind", ItemKind.vote.rawValue)
    round.setText("About", tied.map { derived.input.people.shown($0) }.joined(separator: "、"))
    round.setText("Seats", "\(election.seatsToVoteAgain)")
    return round
  }
}

extension Item {
  /// The same with everybody in the room.
  fileprivate var withoutAway: Item {
    var item = self
    item.away = []
    return item
  }
}

extension CandidateOutcome {
  fileprivate var style: Style {
    switch self {
    case .elected: .good
    case .tied: .warning
    case .notEnoughVotes, .outvoted, .withoutRight, .impossible, .void: .bad
    }
  }
}
