import Testing

/// Outside judges of the store's files: programs that share no code with this one.
enum Judges {
  /// The verifier that README.md shows, as it stands there.
  private static let verifier: String = {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let readme = ChildProcess.run(["cat", "\(root)/README.md"], environment: [:]).output
    let blocks = readme.split(separator: "```", omittingEmptySubsequences: false)
    let block = blocks.first { $0.hasPrefix("python\n") } ?? ""
    return String(block.dropFirst("python\n".count))
  }()

  /// What the verifier says of a file of the store, without the head: `ok 3 records`.
  static func verify(_ path: String, at desk: Desk) -> String {
    let outcome = ChildProcess.run(
      ["python3", "-c", verifier, "\(desk.store)/\(path)"], environment: desk.environment)
    let line = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
    return line.split(separator: ",").first.map(String.init) ?? line
  }

  /// Whether recutils accept a file of the store by the schema of its type.
  static func accept(_ path: String, type: String, at desk: Desk) -> Bool {
    (try? desk.shell(
      "(cat $store/schema/\(type).rec; echo; cat $store/\(path)) | recfix --check")) != nil
  }

  /// What `recsel` prints of the records of a file that an expression selects.
  static func select(
    _ expression: String, print fields: String, from path: String, at desk: Desk
  ) throws -> [String] {
    try desk.shell("recsel -e \"\(expression)\" -P \(fields) \"$store\"/\(path)")
  }
}
