import Archive
import OrganizationLife
import RecordLog
import Wording

extension VotePart {
  /// The field of the form that holds the part, the vote's number left out.
  fileprivate var field: String {
    switch self {
    case .subject: "VoteSubject"
    case .category: "VoteCategory"
    case .method: "VoteMethod"
    case .inFavour: "VoteFavour"
    case .against: "VoteAgainst"
    case .abstaining: "VoteAbstain"
    case .written: "VoteWritten"
    case .issued: "VoteIssued"
    case .returned: "VoteReturned"
    case .valid: "VoteValid"
    case .scrutineers: "VoteScrutineers"
    case .tellers: "VoteTellers"
    case .writeIn: "VoteWriteIn"
    }
  }

  /// Takes a written vote apart; words that belong to no part come last, as they are.
  fileprivate static func read(
    _ text: String
  ) -> (parts: [VotePart: [String]], rest: [String]) {
    var parts: [VotePart: [String]] = [:]
    var rest: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2, let part = VotePart(reading: sides[0]) {
        parts[part, default: []].append(sides[1])
      } else {
        rest.append(String(word))
      }
    }
    return (parts, rest)
  }
}

extension FormPage {
  /// How many votes the page has fields for.
  var voteCount: Int { fields.compactMap(\.spec.vote).max() ?? 0 }

  /// Whether a vote has anything that had to be counted.
  func hasNumbers(vote number: Int) -> Bool {
    VotePart.allCases.contains { $0.isCount && !text("\($0.field)\(number)").trimmed.isEmpty }
  }

  /// Adds the fields of one more vote behind those that are there.
  mutating func addVote() {
    let focusedID = focused?.spec.id
    let place = placeOfVotes + fields.count { $0.spec.vote != nil }
    fields.insert(contentsOf: FormPage.emptyVote(voteCount + 1), at: place)
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? focus
  }

  /// Where the first vote stands or would stand.
  private var placeOfVotes: Int {
    fields.firstIndex { $0.spec.vote != nil }
      ?? fields.lastIndex { $0.spec.name == "Minutes" }.map { $0 + 1 } ?? fields.count
  }

  private static func emptyVote(_ number: Int) -> [FormField] {
    var rest = FieldSpec("VoteRest\(number)", .hidden, vote: number)
    rest.name = "Vote"
    return (FormSpec.vote(number) + [rest]).map { FormField($0) }
  }

  /// Puts the votes into another order, an empty one for each nil, and drops those not named.
  mutating func arrangeVotes(_ order: [Int?]) {
    guard order != (1...max(1, voteCount)).map({ $0 }) || voteCount == 0 else { return }
    let focusedID = focused?.spec.id
    let groups = Dictionary(grouping: fields.filter { $0.spec.vote != nil }) { $0.spec.vote ?? 0 }
    let place = placeOfVotes
    fields.removeAll { $0.spec.vote != nil }
    let arranged = order.enumerated().flatMap { position, old -> [FormField] in
      guard let old, let group = groups[old] else { return FormPage.emptyVote(position + 1) }
      return group.map { field in
        var field = field
        field.spec.id = field.spec.id.dropLast("\(old)".count) + "\(position + 1)"
        field.spec.vote = position + 1
        return field
      }
    }
    fields.insert(contentsOf: arranged, at: place)
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? min(focus, fields.count - 1)
  }

  /// Whether a vote is on a name that was written in, or has room for one.
  func isWriteIn(vote number: Int) -> Bool {
    category(ofVote: number) == .election && number > 1
      && text("VoteSubject\(number)").trimmed.isEmpty
  }

  /// Parts that all candidates of an election share, written once.
  private static let ballotParts: Set<VotePart> = [
    .method, .issued, .returned, .valid, .scrutineers, .tellers,
  ]

  /// The text of a part of a vote; a further candidate's ballot is the first one's.
  private func text(_ part: VotePart, ofVote number: Int) -> String {
    let own = text("\(part.field)\(number)").trimmed
    guard own.isEmpty, number > 1, category(ofVote: number) == .election,
      FormPage.ballotParts.contains(part)
    else { return own }
    return text("\(part.field)1").trimmed
  }

  /// Removes the last vote.
  mutating func removeLastVote() {
    let number = voteCount
    let focusedID = focused?.spec.id
    fields.removeAll { $0.spec.vote == number }
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? min(focus, fields.count - 1)
  }

  /// Shows only the parts that belong to the category and the method of each vote, and those that
  /// are filled in: 书面 for 接收 and 转正, ballots for a secret vote. A further candidate of an
  /// election, and a name written in, is a row with the numbers; 应选名额 is for elections.
  mutating func showVoteParts() {
    let isElection = voteCount > 0 && category(ofVote: 1) == .election
    for index in fields.indices {
      if fields[index].spec.id == "About" {
        fields[index].spec.label = isElection ? .candidates : .label(ofField: "About")
      }
      if fields[index].spec.id == "Seats" {
        fields[index].spec.kind = isElection || !fields[index].isEmpty ? .number : .hidden
      }
      guard let number = fields[index].spec.vote else { continue }
      let category = category(ofVote: number)
      let isSecret = text(.method, ofVote: number) == Vote.secretMethod
      let isRow = category == .election && number > 1
      let shown: Bool
      let part = fields[index].spec.id.dropLast("\(number)".count)
      switch part {
      case "VoteWritten": shown = category.allowsWrittenOpinions
      case "VoteWriteIn": shown = isWriteIn(vote: number)
      case "VoteSubject": shown = !isWriteIn(vote: number)
      case "VoteCategory", "VoteMethod": shown = !isRow
      case "VoteIssued", "VoteReturned", "VoteValid", "VoteScrutineers", "VoteTellers":
        shown = isSecret && !isRow
      case "VoteRest": continue
      default: shown = true
      }
      let declared = FormSpec.vote(number).first { $0.id == fields[index].spec.id }
      // The category of a further candidate is the first one's and needs no room of its own.
      let isSeen = shown || (!fields[index].isEmpty && !(isRow && part == "VoteCategory"))
      fields[index].spec.kind = isSeen ? declared?.kind ?? .line : .hidden
      fields[index].spec.startsRow =
        declared.map { $0.startsRow && !(isRow && part == "VoteFavour") } ?? false
    }
  }

  /// Reads the votes among the fields kept, each into fields of its own.
  mutating func readVotes(_ input: FieldInput) {
    let votes = kept.filter { $0.name == "Vote" }.map(\.value)
    kept.removeAll { $0.name == "Vote" }
    for text in votes {
      addVote()
      let number = voteCount
      let (parts, rest) = VotePart.read(text)
      for part in VotePart.allCases {
        guard let values = parts[part] else { continue }
        let shown =
          part.isPerson
          ? values.flatMap { FieldInput.tokens($0) }.map { input.people.shown(Person($0)) }
          : values
        setText("\(part.field)\(number)", shown.joined(separator: "、"))
      }
      setText("VoteRest\(number)", rest.joined(separator: " "))
      for part in FormPage.ballotParts where number > 1 && category(ofVote: number) == .election {
        let field = "\(part.field)\(number)"
        if self.text(field) == self.text("\(part.field)1") { setText(field, "") }
      }
      if let index = index(of: "VoteRest\(number)") {
        fields[index].original = FormField.Original(
          text: composedVote(number, input), values: [text])
      }
    }
    showVoteParts()
  }

  /// A vote as it is written; nil when nothing was counted.
  func written(vote number: Int, _ input: FieldInput) -> String? {
    let composed = composedVote(number, input)
    if let index = index(of: "VoteRest\(number)"), let original = fields[index].original,
      original.text == composed
    {
      return original.values.first
    }
    return hasNumbers(vote: number) ? composed : nil
  }

  private func composedVote(_ number: Int, _ input: FieldInput) -> String {
    var words: [String] = []
    for part in VotePart.allCases {
      let text = text(part, ofVote: number)
      guard !text.isEmpty else { continue }
      if part.isPerson {
        words += input.persons(in: text).map { "\(part.rawValue)=\($0)" }
      } else {
        words.append("\(part.rawValue)=\(text)")
      }
    }
    let rest = text("VoteRest\(number)")
    return (words + (rest.isEmpty ? [] : [rest])).joined(separator: " ")
  }

  /// A vote as the rules judge it; nil when 赞成 has not been entered.
  func vote(_ number: Int, _ input: FieldInput) -> Vote? {
    func count(_ part: VotePart) -> Int? { FieldInput.number(text(part, ofVote: number)) }
    func people(_ part: VotePart) -> [Person] { input.persons(in: text(part, ofVote: number)) }
    guard let inFavour = count(.inFavour) else { return nil }
    return Vote(
      subject: people(.subject).first, category: category(ofVote: number),
      method: text(.method, ofVote: number), inFavour: inFavour,
      against: count(.against) ?? 0, abstaining: count(.abstaining) ?? 0,
      written: count(.written) ?? 0, issued: count(.issued), returned: count(.returned),
      valid: count(.valid), scrutineers: people(.scrutineers), tellers: people(.tellers),
      writeIn: text(.writeIn, ofVote: number))
  }

  /// What a vote is on; 普通 while nothing else is said.
  func category(ofVote number: Int) -> VoteCategory {
    VoteCategory(rawValue: text("VoteCategory\(number)").trimmed) ?? .ordinary
  }
}
