import Glibc
import Interface
import OrganizationLife
import RecordLog
import Wording

/// What is kept for a user outside any store: who is working, in which ledger as whom, and in which
/// language (`$XDG_CONFIG_HOME/zhibu/config.rec`), the store last used
/// (`$XDG_STATE_HOME/zhibu/state.rec`).
struct Settings: Sendable {
  /// The environment as it was given.
  let environment: [String: String]
  /// The user's login name; `user` when the system does not say.
  let login: String
  /// Who was working last, in whichever ledger; nil until it was asked.
  var identity: Identity?
  /// Who works in which ledger, by its folder, as said there; those said last come last.
  private(set) var identities: [(store: String, identity: Identity)] = []
  /// The language chosen; nil until one was.
  var language: Language?
  /// The folder of the store last used.
  var lastStore: String?
  /// What could not be read, to be said once.
  private(set) var warnings: [Phrase] = []

  private var config = PlainRecord(type: nil, fields: [])
  private var ledgers: [PlainRecord] = []
  /// What was read of the file or written to it last, to tell what was set since.
  private var readIdentity: Identity?
  private var readLanguage: Language?
  /// Who works in which ledger, as said to this process and not yet written.
  private var saidHere: [(store: String, identity: Identity)] = []
  private static let configName = "config.rec"
  private static let stateName = "state.rec"

  /// Reads both files; one that is not there is empty.
  static func load(environment: [String: String]) -> Settings {
    var settings = Settings(environment: environment)
    settings.readConfig()
    if let state = settings.records(Self.stateName, in: settings.stateDirectory).first {
      settings.lastStore = state.first("Store")
    }
    return settings
  }

  private init(environment: [String: String]) {
    self.environment = environment
    login = Self.systemLogin(environment)
  }

  /// Writes what has changed; what another window has said since this one read or wrote stays said.
  mutating func save() throws(StoreError) {
    var current = Settings(environment: environment)
    current.readConfig()
    for (store, identity) in saidHere { current.keep(identity, in: store) }
    if identity != readIdentity { current.identity = identity }
    if language != readLanguage { current.language = language }
    let written = (config: current.writtenConfig, ledgers: current.writtenLedgers)
    if written.config != current.config || written.ledgers != current.ledgers {
      try DraftBox(directory: configDirectory)
        .save(
          name: Self.configName, bytes: PlainRecords.format([written.config] + written.ledgers))
    }
    saidHere = []
    (readIdentity, readLanguage) = (identity, language)
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

  /// Who works in the ledger of a folder, where that was said.
  func identity(saidIn store: String) -> Identity? {
    let path = Self.absolute(store)
    return identities.last { $0.store == path }?.identity
  }

  /// Remembers who works in the ledger of a folder, and as whom the same person is likely to work
  /// in one that has not asked yet.
  mutating func keep(_ identity: Identity, in store: String?) {
    self.identity = identity
    guard let store else { return }
    let path = Self.absolute(store)
    guard TextCleaning.clean(path).changes.isEmpty, !path.contains("\n") else { return }
    saidHere.append((path, identity))
    identities.removeAll { $0.store == path }
    identities.append((path, identity))
    identities = identities.suffix(Self.ledgersRemembered)
  }

  private static let ledgersRemembered = 50

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
    let records = records(Self.configName, in: configDirectory)
    guard let record = records.first else { return }
    config = record
    ledgers = Array(records.dropFirst())
    if let text = record.first("Language") {
      language = Language(rawValue: text)
      if language == nil { warn(of: "Language", in: record) }
    }
    identity = identity(in: record)
    (readIdentity, readLanguage) = (identity, language)
    for ledger in ledgers {
      guard let store = ledger.first("Store"), let own = identity(in: ledger) else { continue }
      identities.append((store, own))
    }
  }

  /// Says that a setting was passed over.
  private mutating func warn(of field: String, in record: PlainRecord) {
    warnings.append(
      .badSetting(
        path: "\(configDirectory)/\(Self.configName)", line: record.line(of: field),
        field: field))
  }

  private mutating func identity(in record: PlainRecord) -> Identity? {
    guard let text = record.first("Person") else { return nil }
    let person = Person(text)
    let writer = record.first("Writer") ?? Self.writerText(login)
    guard Author(writer: writer, by: person.description) != nil else {
      warn(of: Names.isWriter(writer) ? "Person" : "Writer", in: record)
      return nil
    }
    return Identity(
      person: person, post: record.first("Post") ?? "", writer: writer,
      organization: record.first("Organization").flatMap { OrganizationIdentifier($0) })
  }

  private mutating func records(_ name: String, in directory: String) -> [PlainRecord] {
    let bytes: [UInt8]
    do {
      bytes = try DraftBox(directory: directory).load(name: name)
    } catch {
      if case .missing = error { return [] }
      warnings.append(error.phrase)
      return []
    }
    let (records, faults) = PlainRecords.parse(bytes)
    for fault in faults {
      warnings.append(.located("\(directory)/\(name)", fault.line, fault.kind.phrase))
    }
    return records
  }

  /// The configuration with what has been set; fields that a user added stay.
  private var writtenConfig: PlainRecord {
    var values = identity.map(Self.values) ?? []
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

  /// Who works in which ledger, a record each; one that says what it said before stays as it is.
  private var writtenLedgers: [PlainRecord] {
    identities.map { store, identity in
      let fields =
        [Field("Store", store)]
        + Self.values(of: identity).compactMap { name, value in
          guard let value, !value.isEmpty else { return nil }
          return Field(name, TextCleaning.clean(value).text)
        }
      return ledgers.first { $0.fields == fields } ?? PlainRecord(type: nil, fields: fields)
    }
  }

  private static func values(of identity: Identity) -> [(name: String, value: String?)] {
    [
      ("Person", identity.person.description), ("Post", identity.post),
      ("Writer", identity.writer), ("Organization", identity.organization?.text),
    ]
  }
}
