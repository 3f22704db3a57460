import Glibc
import RecordLog
import Wording

/// Files that a command line names.
enum InputFile {
  /// All bytes of a file; `-` is standard input. Throws `Failure.badUse` when it cannot be read.
  static func bytes(of name: String) throws(Failure) -> [UInt8] {
    if name == "-" { return try bytes(from: STDIN_FILENO, name: name) }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .badUse(.cannotRead(name, errno)) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, name: name)
  }

  private static func bytes(from descriptor: Int32, name: String) throws(Failure) -> [UInt8] {
    guard let bytes = Descriptor.contents(of: descriptor) else {
      throw .badUse(.cannotRead(name, errno))
    }
    return bytes
  }
}

extension InputFile {
  /// The text of a file that another program wrote; without an encoding the one it is in is found
  /// out. Throws `Failure.badUse` when it cannot be read or is no text.
  static func text(of name: String, encoding: TextEncoding?) throws(Failure) -> ForeignText {
    let bytes = try bytes(of: name)
    do throws(ForeignText.Fault) {
      return try ForeignText(bytes, encoding: encoding)
    } catch {
      throw .badUse(.located(name, 0, .foreignText(error)))
    }
  }
}
