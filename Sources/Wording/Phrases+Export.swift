// What is said about files that leave the program.
extension Phrase {
  /// `zhibu export`
  public static let helpExport = Phrase(
    "导出为 csv、json、jsonl 或 ics 文件",
    "Export as csv, json, jsonl or ics")
  /// What `zhibu export` is for, at length
  public static let helpExportDiscussion = Phrase(
    """
    类型同 zhibu list,另有 due(现在应办的)和 calendar(日历)。due 和 calendar 也可导出 ics,供日历软件订阅。
    csv:以 = + - @ 等开头、表格软件会当公式计算的文字,前面加一个撇号 '(撇号开头的文字再加一个);
    别的程序读回时去掉打头的一个撇号,就是原文。不指定 --format 时按 --output 的扩展名,没有就是 csv。
    文件要么完整写成,要么没有;只含您有权读的记录。
    """,
    """
    Types are those of zhibu list, and due (what is owed now) and calendar; these two as ics as well.
    csv: text that a spreadsheet would compute (it begins with = + - @ …) gets an apostrophe before
    it, and so does text that begins with one: without its first apostrophe a cell is as it was.
    Without --format the ending of --output decides, else it is csv. A file is written whole or not
    at all, and holds only what you may read.
    """)
  /// The type of `zhibu export`
  public static let helpExportType = Phrase(
    "记录类型(同 list)、due 或 calendar", "A type of record as for list, due or calendar")
  /// `--output`
  public static let helpOutput = Phrase(
    "写入这个文件(已有的会被替换);默认写到标准输出",
    "Write to this file, in place of what it holds; standard output by default")
  /// A type that has nothing to do with days
  public static func notForICS(_ type: String) -> Phrase {
    Phrase(
      "「\(type)」不能导出为 ics;ics 用于 due 和 calendar,其他类型请用 csv、json 或 jsonl",
      "“\(type)” cannot be exported as ics, which is for due and calendar: use csv, json or jsonl")
  }
  /// The folder of `--output` is not there
  public static func outputFolderMissing(_ folder: String) -> Phrase {
    Phrase(
      "没有文件夹 \(folder),没有导出;请先建好,或换一个",
      "There is no folder \(folder) and nothing was exported: make it first, or choose another")
  }
  /// Why a page is not written to a table
  public static let pageNotExported = Phrase(
    "这一页不是表格:按 P 打印,或在列表里按 Ctrl-X 导出", "A page is no table: P prints it, Ctrl-X exports lists")
  /// Why what a search found is not written to a table
  public static let searchNotExported = Phrase(
    "查找结果不在这里导出:用 zhibu search --format csv", "Results are exported by zhibu search --format csv")
  /// `--output` names a folder, or nothing
  public static func outputNameMissing(_ path: String) -> Phrase {
    path.isEmpty
      ? Phrase("-o 后面要写文件名,没有导出", "-o wants the name of a file: nothing was exported")
      : Phrase(
        "\(path) 是文件夹,没有导出;请在后面写上文件名",
        "\(path) is a folder and nothing was exported: add the name of a file")
  }
  /// `--output` is in the store
  public static let outputInStore = Phrase(
    "不能导出到台账自己的文件夹里;请换一个地方",
    "Files cannot be exported into the ledger's own folder: choose another place")
  /// So many were written to a file
  public static func exportedTo(_ path: String, _ count: Int) -> Phrase {
    Phrase("已导出 \(count) 条到 \(path)", "\(count) exported to \(path)")
  }
  /// Title of the box that asks for the form of a file
  public static let whichExportForm = Phrase("导出成哪一种文件", "Export as")
  /// For spreadsheets
  public static let exportSpreadsheet = Phrase(
    "CSV 表格(WPS、Excel 直接打开)", "CSV for spreadsheets (with a byte order mark)")
  /// For other programs
  public static let exportCSV = Phrase("CSV(无字节序标记,给别的程序)", "CSV without a byte order mark")
  /// JSON
  public static let exportJSON = Phrase("JSON", "JSON")
  /// JSON lines
  public static let exportJSONLines = Phrase("JSON 每条一行", "JSON lines")
  /// For calendar programs
  public static let exportICS = Phrase("ICS 日历(手机、邮件日历可导入)", "ICS for calendar programs")
  /// There are no rows to be exported
  public static let nothingSeenToExport = Phrase(
    "这里没有可导出的内容,没有写文件", "there is nothing here to export; no file was written")
  /// Nothing was there to be exported, and the file says so by being empty
  public static let nothingToExport = Phrase(
    "没有可导出的记录,文件里只有表头", "there is nothing to export; the file holds no records")
}
