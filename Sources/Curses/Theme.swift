import CTerminal
import Interface

/// How a style looks: attributes of a run of cells and a colour. Without colours the attributes
/// alone tell styles apart; the background is always the terminal's own.
struct Look: Hashable {
  var attributes: Int32
  var color: Int32

  private init(_ attributes: Int..., color: Int = TERMINAL_DEFAULT_COLOR) {
    self.attributes = Int32(attributes.reduce(0, |))
    self.color = Int32(color)
  }

  init(of style: Style, colors: Bool) {
    switch style {
    case .normal: self.init()
    case .title, .strong: self.init(TERMINAL_BOLD)
    case .dim, .hint, .chrome: self.init(TERMINAL_DIM)
    case .selected, .found: self.init(TERMINAL_REVERSE)
    case .active: self.init(TERMINAL_UNDERLINE)
    case .label: self = colors ? Look(color: TERMINAL_CYAN) : Look()
    case .good: self = colors ? Look(color: TERMINAL_GREEN) : Look()
    case .warning: self = colors ? Look(color: TERMINAL_MAGENTA) : Look(TERMINAL_BOLD)
    case .bad:
      self = colors ? Look(TERMINAL_BOLD, color: TERMINAL_RED) : Look(TERMINAL_BOLD)
    }
  }
}
