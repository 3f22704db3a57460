import Testing

/// Outside judges of the store's files: programs that share no code with this one.
enum Judges {
  /// The verifier of the manual.
  private static let verifier = """
    import hashlib,sys
    d=open(sys.argv[1],"rb").read(); h,_,rest=d.partition(b"\\n\\n"); n=0
    prev=hashlib.sha256(h).hexdigest().encode()
    while rest:
        i=rest.find(b"\\nSum: "); j=i+70
        if i<0 or rest[j:j+2]!=b"\\n\\n": sys.exit(f"torn tail after {n} records, {len(rest)} bytes")
        body=rest[:i+1]; s=rest[i+6:j]
        if b"\\n\\n" in body or hashlib.sha256(prev+b"\\n"+body).hexdigest().encode()!=s: sys.exit(f"bad record {n+1}")
        prev=s; rest=rest[j+2:]; n+=1
    print("ok",n,"records, head",prev.decode())
    """

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
