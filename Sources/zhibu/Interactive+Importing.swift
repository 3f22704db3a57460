import Glibc
import Interface
import RecordLog
import Wording

/// What the interface asks for about tables of other programs.
extension Interactive {
  /// The user's folders in which tables lie, as desktops call them.
  private static let folders = ["桌面", "Desktop", "文档", "Documents", "下载", "Downloads", ""]
  /// How many files are shown.
  private static let mostFiles = 9

  /// The newest tables in the user's folders, home written as `~`.
  func findTables() -> [String] {
    var found: [(path: String, modified: Int)] = []
    for folder in Self.folders {
      let directory = folder.isEmpty ? settings.home : "\(settings.home)/\(folder)"
      guard let stream = opendir(directory) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix("."),
          [".csv", ".tsv"].contains(where: { name.lowercased().hasSuffix($0) })
        else { continue }
        var status = stat()
        guard stat("\(directory)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
          continue
        }
        found.append((settings.shortened("\(directory)/\(name)"), Int(status.st_mtim.tv_sec)))
      }
    }
    let newest = found.sorted { ($1.modified, $0.path) < ($0.modified, $1.path) }
    return newest.prefix(Self.mostFiles).map(\.path)
  }

  /// Reads a file in whatever encoding it is; `~` is the user's home.
  func readTable(_ path: String) -> [Event] {
    let whole = path.hasPrefix("~/") ? settings.home + path.dropFirst() : path
    do throws(Failure) {
      return [.tableRead(path: path, try InputFile.text(of: whole, encoding: nil))]
    } catch {
      return [.failed(error.phrase ?? .unexpected(path))]
    }
  }
}
