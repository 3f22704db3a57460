import Wording

/// What the user has asked to leave while a draft is still on its way to the disk.
enum Leaving: Sendable {
  /// A screen that was closed.
  case screen(Screen)
  /// The program.
  case program
}

// Leaving with something typed that cannot be kept as a draft: the disk is full, the folder is not
// to be written to. Nothing typed goes without the user saying so.
extension State {
  /// Ends the program once every draft is kept.
  mutating func quit() -> [Effect] {
    isFinished = true
    leaving = .program
    return draftsToSave() + [.quit]
  }

  /// Says that a draft could not be kept. Whoever was about to leave stays and is asked.
  mutating func draftFailed(_ name: String, _ reason: Phrase) -> [Effect] {
    let isNew = unkept.insert(name).inserted
    notice = Notice(reason, .bad)
    switch leaving {
    case .screen(let screen) where screen.draft?.name == name:
      push(screen)
      askWhetherToLeave(.leaveScreen)
    case .program:
      isFinished = false
      askWhetherToLeave(.leaveProgram)
    case .screen, nil: return isNew ? [.bell] : []
    }
    leaving = nil
    return [.bell]
  }

  private enum Question: String {
    case leaveScreen
    case leaveProgram
  }

  private mutating func askWhetherToLeave(_ question: Question) {
    overlay = .choices(
      ChoiceBox(
        id: question.rawValue, title: .draftNotKept,
        choices: [
          Choice(value: "stay", label: context.say(.stayAndRetry)),
          Choice(value: "leave", label: context.say(.throwAway)),
        ]))
  }

  /// What follows from the answer; nil for every other choice.
  mutating func leave(_ choice: OverlayChoice) -> [Effect]? {
    switch choice {
    case .cancelled(Question.leaveScreen.rawValue), .cancelled(Question.leaveProgram.rawValue),
      .chosen(Question.leaveScreen.rawValue, ["stay"]),
      .chosen(Question.leaveProgram.rawValue, ["stay"]):
      return draftsToSave()
    case .chosen(Question.leaveScreen.rawValue, _):
      pop()
      notice = Notice(.thrownAway, .warning)
      return []
    case .chosen(Question.leaveProgram.rawValue, _):
      isFinished = true
      return [.quit]
    default: return nil
    }
  }
}
