import OrganizationLife

extension FieldText {
  /// Takes `对象=ID 类别=普通 赞成=12 …` apart; a word without `=` belongs to the value before it.
  static func voteParts(
    _ text: String
  ) -> Result<[(part: VotePart, value: String)], ProblemError> {
    var parts: [(part: VotePart, value: String)] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let equals = word.firstIndex(of: "="), !isInsideName(parts.last?.value) else {
        guard let last = parts.indices.last else {
          return .failure(ProblemError(problem: .unknownVotePart(String(word))))
        }
        parts[last].value += " \(word)"
        continue
      }
      guard let part = VotePart(reading: String(word[..<equals])) else {
        return .failure(ProblemError(problem: .unknownVotePart(String(word))))
      }
      guard part.repeats || !parts.contains(where: { $0.part == part }) else {
        return .failure(ProblemError(problem: .repeated))
      }
      parts.append((part, String(word[word.index(after: equals)...])))
    }
    return .success(parts)
  }

  /// Reads a vote. 赞成 has to be given; 类别 is 普通 when it is not.
  static func vote(_ text: String) -> Reading<Vote> {
    voteParts(text).flatMap { parts in
      var vote = Vote()
      var hasCount = false
      for (part, value) in parts {
        switch part {
        case .subject: vote.subject = person(value)
        case .category:
          switch choice(value, VoteCategory.self) {
          case .success(let category): vote.category = category
          case .failure(let error): return .failure(error)
          }
        case .method: vote.method = value
        case .scrutineers: vote.scrutineers += people(value)
        case .tellers: vote.tellers += people(value)
        case .writeIn: vote.writeIn = value
        case .inFavour, .against, .abstaining, .written, .issued, .returned, .valid:
          guard case .success(let count) = number(value), !value.isEmpty else {
            return .failure(
              ProblemError(problem: .voteNumber(part: part.rawValue, value)))
          }
          hasCount = hasCount || part == .inFavour
          set(part, to: count, in: &vote)
        }
      }
      guard hasCount else {
        return .failure(ProblemError(problem: .voteWithout(VotePart.inFavour.rawValue)))
      }
      return .success(vote)
    }
  }

  /// People joined by `、`.
  static func people(_ text: String) -> [Person] {
    text.split(separator: "、").map { person(String($0)) }
  }

  private static func set(_ part: VotePart, to count: Int, in vote: inout Vote) {
    switch part {
    case .inFavour: vote.inFavour = count
    case .against: vote.against = count
    case .abstaining: vote.abstaining = count
    case .written: vote.written = count
    case .issued: vote.issued = count
    case .returned: vote.returned = count
    case .valid: vote.valid = count
    case .subject, .category, .method, .scrutineers, .tellers, .writeIn: break
    }
  }

  /// Whether the value so far ends within the parentheses of a name.
  private static func isInsideName(_ value: String?) -> Bool {
    guard let value else { return false }
    var depth = 0
    for byte in value.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0
  }
}
