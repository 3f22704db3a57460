import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What is kept for a user outside any store: who is working and in which language
/// (`$XDG_CONFIG_HOME/zhibu/config.rec`), the store last used (`$XDG_STATE_HOME/zhibu/state.rec`).
struct Settings: Sendable {
  /// The environment as it was given.
  let environment: [String: String]
  /// The user's login name; `user` when the system does not say.
  let login: String
  /// Who is working; nil until it was asked.
  var identity: Identity?
  /// The language chosen; nil until one was.
  var language: Language?
  /// The folder of the store last used.
  var lastStore: String?
  /// What could not be read, to be said once.
  private(set) var warnings: [Phrase] = []

  private var config = PlainRecord(type: nil, fields: [])
  private static let configName = "config.rec"
  private static let stateName = "state.rec"

  /// Reads both files; one that is not there is empty.
  static func load(environment: [String: String]) -> Settings {
    var settings = Settings(environment: environment)
    settings.readConfig()
    if let state = settings.record(Self.stateName, in: settings.stateDirectory) {
      settings.lastStore = state.first("Store")
    }
    return settings
  }

  private init(environment: [String: String]) {
    self.environment = environment
    login = Self.systemLogin(environment)
  }

  /// Writes what has changed.
  func save() throws(StoreError) {
    let written = writtenConfig
    if written != config {
      try DraftBox(directory: configDirectory)
        .save(name: Self.configName, bytes: PlainRecords.format([written]))
    }
    try saveLastStore()
  }

  /// Writes the last store used, if it has changed and is a path that rec can hold.
  func saveLastStore() throws(StoreError) {
    guard let lastStore else { return }
    let path = Self.absolute(lastStore)
    // A file that cannot be read is written anew.
    let old = (try? DraftBox(directory: stateDirectory).load(name: Self.stateName))
      .flatMap { PlainRecords.parse($0).records.first?.first("Store") }
    guard old != path, TextCleaning.clean(path).changes.isEmpty, !path.contains("\n") else {
      return
    }
    let record = PlainRecord(type: nil, fields: [Field("Store", path)])
    try DraftBox(directory: stateDirectory)
      .save(name: Self.stateName, bytes: PlainRecords.format([record]))
  }

  // MARK: Folders

  /// `$XDG_CONFIG_HOME/zhibu`
  var configDirectory: String { folder("XDG_CONFIG_HOME", else: ".config") + "/zhibu" }
  /// `$XDG_STATE_HOME/zhibu`
  var stateDirectory: String { folder("XDG_STATE_HOME", else: ".local/state") + "/zhibu" }
  /// `$XDG_DATA_HOME`
  var dataDirectory: String { folder("XDG_DATA_HOME", else: ".local/share") }
  /// `$XDG_CACHE_HOME/zhibu`
  var cacheDirectory: String { folder("XDG_CACHE_HOME", else: ".cache") + "/zhibu" }
  /// Where drafts are kept.
  var draftsDirectory: String { stateDirectory + "/drafts" }
  /// Where a store is looked for and proposed when none is named.
  var defaultStore: String { dataDirectory + "/zhibu" }
  /// Where the sample prison is made when no folder is named.
  var sampleStore: String { dataDirectory + "/zhibu-demo" }

  /// A base folder; the base directory specification has relative ones ignored.
  private func folder(_ name: String, else standard: String) -> String {
    if let path = environment[name], path.hasPrefix("/") { return path }
    return "\(home)/\(standard)"
  }

  /// Where papers are put: `支部台账打印` in the user's folder of documents, or at home where there is
  /// none; nil for whoever has no home.
  var papersDirectory: String? {
    if let documents = documentsDirectory { return documents + "/支部台账打印" }
    return home == "/" ? nil : home + "/支部台账打印"
  }

  /// `XDG_DOCUMENTS_DIR`, from the environment or from where xdg-user-dirs keeps it, if it is
  /// there.
  private var documentsDirectory: String? {
    let name = "XDG_DOCUMENTS_DIR"
    var path = environment[name]
    if path == nil {
      let base = folder("XDG_CONFIG_HOME", else: ".config")
      let bytes = (try? DraftBox(directory: base).load(name: "user-dirs.dirs")) ?? []
      // XDG_DOCUMENTS_DIR="$HOME/文档"
      path = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .last { $0.hasPrefix(name + "=\"") && $0.hasSuffix("\"") }
        .map { String($0.dropFirst(name.count + 2).dropLast()).replacing("$HOME", with: home) }
    }
    guard var path, path.hasPrefix("/") else { return nil }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path != home && access(path, X_OK) == 0 ? path : nil
  }

  /// A path with `~` for the user's own folder.
  func shortened(_ path: String) -> String {
    home != "/" && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// Whose key is whose, for the signatures of seals.
  var allowedSigners: String { configDirectory + "/allowed_signers" }

  /// The user's own folder.
  var home: String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    guard let entry = getpwuid(getuid()), let directory = entry.pointee.pw_dir else { return "/" }
    return String(cString: directory)
  }

  // MARK: Who writes

  /// Who writes when nobody has said who is working: the login name stands in.
  var fallbackIdentity: Identity {
    Identity(
      person: Person("\(Self.memberText(login))(\(login))"), post: "",
      writer: Self.writerText(login), organization: nil)
  }

  /// A login made into a writer's name, `[a-z][a-z0-9]{1,15}`.
  static func writerText(_ login: String) -> String {
    var text = login.lowercased().filter { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    if text.first?.isLetter != true { text = "w" + text }
    if text.utf8.count < 2 { text += "1" }
    return String(text.prefix(16))
  }

  private static func memberText(_ login: String) -> String { writerText(login).uppercased() }

  private static func systemLogin(_ environment: [String: String]) -> String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name {
      return String(cString: name)
    }
    for name in ["LOGNAME", "USER"] {
      if let login = environment[name], !login.isEmpty { return login }
    }
    return "user"
  }

  /// A path from the root, so that it means the same elsewhere.
  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    guard let buffer = getcwd(nil, 0) else { return path }
    defer { free(buffer) }
    let here = String(cString: buffer)
    return path == "." ? here : "\(here)/\(path)"
  }

  // MARK: Files

  private mutating func readConfig() {
    guard let record = record(Self.configName, in: configDirectory) else { return }
    config = record
    let path = "\(configDirectory)/\(Self.configName)"
    func warn(_ field: String) -> Phrase {
      .badSetting(path: path, line: record.line(of: field), field: field)
    }
    if let text = record.first("Language") {
      language = Language(rawValue: text)
      if language == nil { warnings.append(warn("Language")) }
    }
    guard let text = record.first("Person") else { return }
    let person = Person(text)
    let writer = record.first("Writer") ?? Self.writerText(login)
    guard Author(writer: writer, by: person.description) != nil else {
      warnings.append(warn(Names.isWriter(writer) ? "Person" : "Writer"))
      return
    }
    identity = Identity(
      person: person, post: record.first("Post") ?? "", writer: writer,
      organization: record.first("Organization").flatMap { OrganizationIdentifier($0) })
  }

  private mutating func record(_ name: String, in directory: String) -> PlainRecord? {
    let bytes: [UInt8]
    do {
      bytes = try DraftBox(directory: directory).load(name: name)
    } catch {
      if case .missing = error { return nil }
      warnings.append(error.phrase)
      return nil
    }
    let (records, faults) = PlainRecords.parse(bytes)
    for fault in faults {
      warnings.append(.located("\(directory)/\(name)", fault.line, fault.kind.phrase))
    }
    return records.first
  }

  /// The configuration with what has been set; fields that a user added stay.
  private var writtenConfig: PlainRecord {
    var values: [(name: String, value: String?)] = []
    if let identity {
      values += [
        ("Person", identity.person.description), ("Post", identity.post),
        ("Writer", identity.writer), ("Organization", identity.organization?.text),
      ]
    }
    if let language { values.append(("Language", language.rawValue)) }
    var fields = config.fields
    for (name, value) in values {
      let value = value.flatMap { $0.isEmpty ? nil : TextCleaning.clean($0).text }
      if let index = fields.firstIndex(where: { $0.name == name }) {
        if let value { fields[index].value = value } else { fields.remove(at: index) }
      } else if let value {
        fields.append(Field(name, value))
      }
    }
    guard fields != config.fields else { return config }
    return PlainRecord(type: nil, fields: fields)
  }
}
