import Archive
import OrganizationLife
import RecordLog

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
    let number = voteCount + 1
    let specs = FormSpec.vote(number)
    let place =
      (fields.lastIndex { $0.spec.vote != nil } ?? fields.lastIndex { $0.spec.name == "Minutes" })
      .map { $0 + 1 } ?? fields.count
    let focusedID = focused?.spec.id
    fields.insert(contentsOf: specs.map { FormField($0) }, at: place)
    var rest = FieldSpec("VoteRest\(number)", .hidden, vote: number)
    rest.name = "Vote"
    fields.insert(FormField(rest), at: place + specs.count)
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? focus
  }

  /// Removes the last vote.
  mutating func removeLastVote() {
    let number = voteCount
    let focusedID = focused?.spec.id
    fields.removeAll { $0.spec.vote == number }
    focus = fields.firstIndex { $0.spec.id == focusedID } ?? min(focus, fields.count - 1)
  }

  /// Shows only the parts that belong to the category and the method of each vote, and those that
  /// are filled in: 书面 for 接收 and 转正, 另选 for elections, ballots for a secret vote.
  mutating func showVoteParts() {
    for index in fields.indices {
      guard let number = fields[index].spec.vote else { continue }
      let category = category(ofVote: number)
      let isSecret = text("VoteMethod\(number)").trimmed == Vote.secretMethod
      let shown: Bool
      switch fields[index].spec.id.dropLast("\(number)".count) {
      case "VoteWritten": shown = category.allowsWrittenOpinions
      case "VoteWriteIn": shown = category == .election
      case "VoteIssued", "VoteReturned", "VoteValid", "VoteScrutineers", "VoteTellers":
        shown = isSecret
      case "VoteRest": continue
      default: shown = true
      }
      let declared = FormSpec.vote(number).first { $0.id == fields[index].spec.id }
      let isSeen = shown || !fields[index].isEmpty
      fields[index].spec.kind = isSeen ? declared?.kind ?? .line : .hidden
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
      let text = text("\(part.field)\(number)").trimmed
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
    func count(_ name: String) -> Int? { FieldInput.number(text("\(name)\(number)")) }
    func people(_ name: String) -> [Person] { input.persons(in: text("\(name)\(number)")) }
    guard let inFavour = count("VoteFavour") else { return nil }
    return Vote(
      subject: people("VoteSubject").first, category: category(ofVote: number),
      method: text("VoteMethod\(number)").trimmed, inFavour: inFavour,
      against: count("VoteAgainst") ?? 0, abstaining: count("VoteAbstain") ?? 0,
      written: count("VoteWritten") ?? 0, issued: count("VoteIssued"),
      returned: count("VoteReturned"), valid: count("VoteValid"),
      scrutineers: people("VoteScrutineers"), tellers: people("VoteTellers"),
      writeIn: text("VoteWriteIn\(number)").trimmed)
  }

  /// What a vote is on; 普通 while nothing else is said.
  func category(ofVote number: Int) -> VoteCategory {
    VoteCategory(rawValue: text("VoteCategory\(number)").trimmed) ?? .ordinary
  }
}
