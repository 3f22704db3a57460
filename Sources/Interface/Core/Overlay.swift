import OrganizationLife
import Wording

/// One line of a box of choices.
public struct Choice: Hashable, Sendable {
  /// What is given back when it is chosen.
  public var value: String
  /// What is shown.
  public var label: String
  /// Further text that the filter looks at, such as pinyin initials.
  public var keywords: String

  /// A choice.
  public init(value: String, label: String, keywords: String = "") {
    self.value = value
    self.label = label
    self.keywords = keywords
  }
}

/// What was chosen in an overlay.
public enum OverlayChoice: Hashable, Sendable {
  /// Values from a box of choices, under the id with which it was opened.
  case chosen(id: String, [String])
  /// The same, with the box's other key.
  case chosenOtherwise(id: String, [String])
  /// A day from the calendar.
  case day(id: String, Day)
  /// A question was answered with yes.
  case confirmed(id: String)
  /// It was closed without a choice.
  case cancelled(id: String)
}

/// A box over the screen that takes all keys until it is closed.
public enum Overlay: Sendable {
  /// A box of choices that filters while typing; several may be ticked if `isMultiple`. With
  /// `allowsOther`, what was typed may be taken when nothing matches.
  case choices(ChoiceBox)
  /// A month to choose a day from.
  case calendar(CalendarBox)
  /// A question with yes and no.
  case question(id: String, Phrase)
  /// Something to be read, until Enter or Esc.
  case message(Phrase)
  /// All commands, filtered while typing.
  case palette(ChoiceBox)
  /// The keys that work here.
  case help(HelpBox)

  /// How a box that is chosen from works; nil for those that say it themselves.
  var help: Phrase? {
    switch self {
    case .choices(let box), .palette(let box): box.help
    case .calendar: .calendarKeys
    case .question, .message, .help: nil
    }
  }
}
