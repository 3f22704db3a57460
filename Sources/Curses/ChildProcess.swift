import CTerminal
import Glibc

/// Programs that this one starts and waits for. They are found in PATH, run in the same process
/// group (so that they can ask at the terminal) and inherit nothing but the standard streams.
public enum ChildProcess {
  /// Runs a program with this one's standard streams.
  ///
  /// - Parameter arguments: its name first.
  /// - Returns: the exit status, 128 + the number of the signal that ended it, or minus the error
  ///   number when it could not be started.
  public static func run(_ arguments: [String]) -> Int32 {
    withPointers(to: arguments) { process_run($0, nil) }
  }

  /// Runs a program on an input of its own.
  ///
  /// - Parameters:
  ///   - arguments: its name first.
  ///   - input: its standard input.
  /// - Returns: the status as `run` gives it, and what it wrote to both outputs.
  public static func capture(
    _ arguments: [String], input: [UInt8]
  ) -> (status: Int32, output: String) {
    withPointers(to: arguments) { pointers in
      var output: UnsafeMutablePointer<CChar>?
      var length = 0
      let status = input.withUnsafeBytes { bytes in
        process_capture(
          pointers, nil, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count,
          &output, &length)
      }
      guard let output else { return (status, "") }
      defer { free(output) }
      let bytes = UnsafeRawBufferPointer(start: output, count: length)
      return (status, String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func withPointers<Result>(
    to arguments: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let pointers = arguments.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
    return body(pointers)
  }
}
