import OrganizationLife

/// Something that rules, catalogue and records speak of, and where the sample prison has it.
struct RuledThing: Sendable {
  /// What kind of thing: `warning`, `obligation`, `procedure`, `matter`.
  var kind: String
  /// Its name: a case of an enum, an id of the catalogue, a kind of matter.
  var name: String
  /// The keys that lead from the first screen to it, each opening something; `/…` finds a line.
  var keys: [String]
  /// What the screen that is reached must say.
  var says: [String]
  /// The command that prints it, and the words that one line of its answer holds.
  var command: [String]
  var prints: [String]
  /// A record that shows it.
  var record: String
}

/// The names of all warnings, read from the enums as they are written: a new case is asked for
/// without anybody having to think of it.
enum WarningNames {
  static let topics = [
    "MeetingWarning", "AdmissionWarning", "TermWarning", "SizeWarning", "AppraisalWarning",
    "StudyWarning", "DuesWarning", "ParticipationWarning", "ProcedureWarning", "MatterWarning",
  ]

  /// `TermWarning.overdue` …; `electionVoid` once for each reason.
  static func all(in source: String) -> Set<String> {
    var names: Set<String> = []
    for topic in topics + ["ElectionVoid"] {
      guard let start = source.firstRange(of: "public enum \(topic):") else { continue }
      var depth = 0
      for line in source[start.lowerBound...].split(separator: "\n") {
        depth += line.count { $0 == "{" } - line.count { $0 == "}" }
        let text = line.drop { $0 == " " }
        if depth == 1, text.hasPrefix("case ") {
          names.formUnion(cases(text).map { "\(topic).\($0)" })
        }
        if depth == 0 { break }
      }
    }
    // A void election is a warning for each of its reasons.
    return Set(
      names.compactMap { name in
        if name == "MeetingWarning.electionVoid" { return nil }
        guard name.hasPrefix("ElectionVoid.") else { return name }
        return "MeetingWarning.electionVoid." + name.dropFirst("ElectionVoid.".count)
      })
  }

  /// The names that a `case` line declares.
  private static func cases(_ line: some StringProtocol) -> [String] {
    var depth = 0
    var names: [String] = [""]
    for character in line.dropFirst("case ".count) {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0: names.append("")
      case _ where depth == 0 && (character.isLetter || character.isNumber):
        names[names.count - 1].append(character)
      default: break
      }
    }
    return names
  }

  /// The name of one that occurs.
  static func name(of kind: WarningKind) -> String {
    guard let (topic, value) = payload(of: kind) else { return "" }
    let own = label(of: value)
    if case .meeting(.electionVoid(_, let reason)) = kind {
      return "MeetingWarning.electionVoid." + label(of: reason)
    }
    return "\(topic).\(own)"
  }

  private static func payload(of kind: WarningKind) -> (String, Any)? {
    guard let child = Mirror(reflecting: kind).children.first else { return nil }
    return ("\(type(of: child.value))", child.value)
  }

  private static func label(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }
}
