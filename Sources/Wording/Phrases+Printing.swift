/// Printing from the screens.
extension Phrase {
  /// The title of the box of papers.
  public static let whichPaper = Phrase("打印什么", "Print what?")
  /// The keys of the box of papers.
  public static let paperBoxHint = Phrase(
    "Enter 存成网页(打印用)  F4 存成文本", "Enter page to print, F4 text")
  /// Nothing here can be printed.
  public static let noPapersHere = Phrase("这里还没有可打印的内容", "There is nothing to be printed here yet")
  /// A paper lies at a path, on one line.
  public static func paperWritten(_ path: String, isPage: Bool) -> Phrase {
    isPage
      ? Phrase("已存 \(path),浏览器打开打印", "Saved \(path): open it in a browser and print")
      : Phrase("已存 \(path)", "Saved \(path)")
  }
  /// The same at length.
  public static func paperWrittenAtLength(_ path: String, isPage: Bool) -> Phrase {
    let saved = Phrase("已存为:\n\(path)", "Saved as:\n\(path)")
    guard isPage else { return saved }
    return Phrase(
      saved.chinese + "\n用浏览器打开,按 Ctrl-P 打印:A4纸,页边距选“默认”,不选“页眉和页脚”。",
      saved.english
        + "\nOpen it in a browser and press Ctrl-P: A4, default margins, no headers and footers.")
  }
  /// Whether a paper may take another file's place.
  public static func replacePaper(_ path: String) -> Phrase {
    Phrase(
      "已有同名文件,内容不同:\n\(path)\n换成这一份吗?",
      "There is a file of that name, and it differs:\n\(path)\nPut this one in its place?")
  }
  /// The other file stays.
  public static let paperLeft = Phrase("没有存,原来的文件没动", "Not saved; the other file was left as it is")
  /// There is no folder to put papers into.
  public static let noFolderForPapers = Phrase(
    "找不到您的主目录,没有存;请设好 HOME 再试,或用 zhibu print 打印",
    "You have no home folder, and nothing was saved: set HOME and try again, or use zhibu print")
  /// The title of a box with something to be read.
  public static let message = Phrase("提示", "Note")
  /// The keys that close it.
  public static let messageHint = Phrase("Enter 知道了", "Enter to close")
}
