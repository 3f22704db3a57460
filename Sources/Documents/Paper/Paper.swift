import OrganizationLife

/// A sheet or a booklet as offices keep it, before it is set as text or as a page to print. Papers
/// are Chinese forms, whatever language the screen speaks.
public struct Paper: Hashable, Sendable {
  /// One piece of a paper.
  public enum Block: Hashable, Sendable {
    /// 黑体, `一、时间`.
    case heading(String)
    /// Text, its first line indented by two characters; each line is a paragraph of its own.
    case paragraph(String)
    /// To whom it is addressed: not indented.
    case address(String)
    /// A ruled form.
    case form([Row])
    /// A ruled table.
    case table(PaperTable)
    /// Small text under what it explains.
    case note(String)
    /// Places to sign, side by side.
    case signatures([String])
    /// Who issues it and when, at the right.
    case issued(by: String, on: String)
  }

  /// A row of a form: labels with what is entered beside them.
  public struct Row: Hashable, Sendable {
    /// The label and its value.
    public struct Cell: Hashable, Sendable {
      /// 时间
      public var label: String
      /// What is entered; empty where it is to be written by hand.
      public var value: String

      /// A cell.
      public init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
      }
    }

    /// One cell over the whole width, or two beside each other.
    public var cells: [Cell]

    /// One cell over the whole width.
    public init(_ label: String, _ value: String) { cells = [Cell(label, value)] }

    /// Two cells beside each other.
    public init(_ first: Cell, _ second: Cell) { cells = [first, second] }
  }

  /// 标题
  public var title: String
  /// Whether there is a place for the degree of secrecy (密级) above the title.
  public var hasPlaceForSecrecy: Bool
  /// The pieces in order.
  public var blocks: [Block]
  /// The last line of all: the organisation's head (校验码), where there is one.
  public var foot: String?

  /// A paper.
  public init(
    _ title: String, hasPlaceForSecrecy: Bool = false, blocks: [Block], foot: String? = nil
  ) {
    self.title = title
    self.hasPlaceForSecrecy = hasPlaceForSecrecy
    self.blocks = blocks
    self.foot = foot
  }
}

/// A ruled table of a paper.
public struct PaperTable: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its heading.
    public var heading: String
    /// How wide it is beside the others.
    public var share: Int
    /// Whether what stands in it is centred.
    public var isCentred: Bool

    /// A column.
    public init(_ heading: String, share: Int, isCentred: Bool = true) {
      self.heading = heading
      self.share = share
      self.isCentred = isCentred
    }
  }

  /// The columns in order.
  public var columns: [Column]
  /// A text for each column; empty where something is to be written by hand.
  public var rows: [[String]]
  /// Whether the rows are high enough to be written in.
  public var isToFillIn: Bool

  /// A table.
  public init(columns: [Column], rows: [[String]], isToFillIn: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isToFillIn = isToFillIn
  }
}
