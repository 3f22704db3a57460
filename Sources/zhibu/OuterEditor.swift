import Curses
import Glibc

/// Hands a text to the editor that the user is used to.
enum OuterEditor {
  /// What may go wrong; the text in the form is untouched.
  enum Failure: Error {
    /// The file for the editor cannot be written or read back.
    case file(path: String, code: Int32)
    /// The editor ended with an error.
    case editor(command: String, status: Int32)
  }

  /// `$VISUAL`, else `$EDITOR`; nil without either: vi is no place for somebody who did not ask
  /// for it.
  static func command(in environment: [String: String]) -> String? {
    ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// Runs the editor on the text and gives back what it left.
  @MainActor
  static func edit(_ text: String, with command: String, in directory: String) throws -> String {
    // The six X are replaced by the system with what makes the name new.
    var template = Array("\(directory)/minutes-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    let path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    guard descriptor >= 0 else { throw Failure.file(path: path, code: errno) }
    defer { unlink(path) }
    let written = Descriptor.write(Array(text.utf8) + [UInt8(ascii: "\n")], to: descriptor)
    close(descriptor)
    guard written else { throw Failure.file(path: path, code: errno) }
    let status = Terminal.runEditor(command: command, file: path)
    guard status == 0 else { throw Failure.editor(command: command, status: status) }
    guard var bytes = contents(of: path) else { throw Failure.file(path: path, code: errno) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Descriptor.contents(of: descriptor)
  }
}
