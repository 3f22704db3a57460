import Curses
import Glibc
import OrganizationLife
import RecordLog

/// Signs seals and checks their signatures by OpenSSH's `ssh-keygen`, with the keys people have.
enum SignatureTool {
  /// What may go wrong with signing; nothing has been written then.
  enum Failure: Error {
    /// A file for `ssh-keygen` cannot be written or read back.
    case file(path: String, code: Int32)
    /// `ssh-keygen` cannot be started.
    case notStarted(code: Int32)
    /// `ssh-keygen` ended with an error, or was interrupted; what it said is on the terminal.
    case notSigned(key: String, status: Int32)
  }

  /// What checking a signature comes to.
  enum Verdict: Hashable, Sendable {
    /// Made by a key that the file of allowed signers gives to that person.
    case good
    /// Made by a key that the file does not give to that person; its fingerprint.
    case unknownSigner(fingerprint: String)
    /// Not a signature of this text.
    case bad
    /// `ssh-keygen` cannot be run.
    case notChecked
  }

  /// The key a user has without naming one: the first of OpenSSH's own that is there.
  static func standardKey(home: String) -> String? {
    ["id_ed25519", "id_ecdsa", "id_rsa"].map { "\(home)/.ssh/\($0)" }
      .first { canRead($0) }
  }

  /// Whether a file is there and can be read.
  static func canRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Signs a text and gives back the armoured signature. A passphrase is asked for on the terminal.
  static func sign(_ text: [UInt8], with key: String) throws(Failure) -> String {
    let folder = try PrivateFolder()
    try folder.write(text, to: "seal")
    let status = ChildProcess.run([
      "ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", Seal.namespace, folder.path("seal"),
    ])
    if status < 0 { throw .notStarted(code: -status) }
    guard status == 0 else { throw .notSigned(key: key, status: status) }
    let signature = String(decoding: try folder.read("seal.sig"), as: UTF8.self)
    return String(signature.reversed().drop { $0.isNewline }.reversed())
  }

  /// Checks an armoured signature of a text.
  ///
  /// - Parameters:
  ///   - principal: who should have signed, as the file of allowed signers calls them.
  ///   - allowedSigners: that file; see ssh-keygen(1), ALLOWED SIGNERS.
  ///   - moment: when it was signed, for keys that were valid for a time.
  static func check(
    _ signature: String, of text: [UInt8], by principal: String, allowedSigners: String,
    at moment: Moment?
  ) throws(Failure) -> Verdict {
    let folder = try PrivateFolder()
    try folder.write(Array((signature + "\n").utf8), to: "signature")
    let common = ["-n", Seal.namespace, "-s", folder.path("signature")]
    var arguments = ["ssh-keygen", "-Y", "verify", "-f", allowedSigners, "-I", principal] + common
    if let moment { arguments += ["-O", "verify-time=\(Self.localTime(moment))"] }
    let verified = ChildProcess.capture(arguments, input: text)
    if verified.status < 0 { return .notChecked }
    if verified.status == 0 { return .good }
    let alone = ChildProcess.capture(
      ["ssh-keygen", "-Y", "check-novalidate"] + common, input: text)
    guard alone.status == 0 else { return .bad }
    let words = alone.output.split { $0 == " " || $0.isNewline }
    return .unknownSigner(
      fingerprint: words.first { $0.hasPrefix("SHA256:") }.map(String.init) ?? "")
  }

  /// `20261120143000` in the system's zone, as `ssh-keygen` reads it.
  private static func localTime(_ moment: Moment) -> String {
    var seconds = time_t(moment.seconds)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let numbers = [
      parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
      parts.tm_sec,
    ]
    return numbers.map { ($0 < 10 ? "0" : "") + String($0) }.joined()
  }
}

/// A folder that only this user can look into, removed with what is in it.
private struct PrivateFolder: ~Copyable {
  private let root: String

  init() throws(SignatureTool.Failure) {
    let base = Environment.current["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    // The six X are replaced by the system with what makes the name new.
    var template = Array("\(base)/zhibu-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .file(path: base, code: errno) }
    root = made
  }

  deinit {
    for name in ["seal", "seal.sig", "signature"] { unlink(path(name)) }
    rmdir(root)
  }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws(SignatureTool.Failure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = open(path(name), flags, 0o600)
    guard descriptor >= 0 else { throw .file(path: path(name), code: errno) }
    defer { close(descriptor) }
    guard Descriptor.write(bytes, to: descriptor) else {
      throw .file(path: path(name), code: errno)
    }
  }

  func read(_ name: String) throws(SignatureTool.Failure) -> [UInt8] {
    let descriptor = open(path(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path: path(name), code: errno) }
    defer { close(descriptor) }
    guard let bytes = Descriptor.contents(of: descriptor) else {
      throw .file(path: path(name), code: errno)
    }
    return bytes
  }
}
