import Interface
import OrganizationLife
import Testing
import Wording

@testable import zhibu

@Suite("What is kept for a user")
struct SettingsTests {
  private func settings(_ folder: Folder, _ more: [String: String] = [:]) -> Settings {
    Settings.load(environment: ["HOME": folder.root].merging(more) { $1 })
  }

  @Test("folders follow the base directory specification; relative paths are passed over")
  func folders() {
    let folder = Folder()
    let plain = settings(folder)
    #expect(plain.configDirectory == folder.path(".config/zhibu"))
    #expect(plain.stateDirectory == folder.path(".local/state/zhibu"))
    #expect(plain.draftsDirectory == folder.path(".local/state/zhibu/drafts"))
    #expect(plain.defaultStore == folder.path(".local/share/zhibu"))
    #expect(plain.sampleStore == folder.path(".local/share/zhibu-demo"))
    let moved = settings(
      folder,
      ["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "relative"])
    #expect(moved.configDirectory == "/c/zhibu")
    #expect(moved.stateDirectory == "/s/zhibu")
    #expect(moved.defaultStore == folder.path(".local/share/zhibu"))
  }

  @Test("what is saved is read again; fields of the user's own stay")
  func roundTrip() throws {
    let folder = Folder()
    folder.makeFolder(".config")
    folder.makeFolder(".config/zhibu")
    folder.write(".config/zhibu/config.rec", "Colour: dark\nWriter: limin\n")
    var first = settings(folder)
    #expect(first.identity == nil)
    first.identity = .init(
      person: Person("Q1M01(李敏)"), post: "书记", writer: "limin",
      organization: OrganizationIdentifier("Q1"))
    first.language = .english
    first.lastStore = "/srv/ledger"
    try first.save()
    #expect(
      folder.read(".config/zhibu/config.rec")
        == "Colour: dark\nWriter: limin\nPerson: Q1M01(李敏)\nPost: 书记\nOrganization: Q1\nLanguage: en\n\n"
    )
    let second = settings(folder)
    #expect(second.identity == first.identity)
    #expect(second.language == .english)
    #expect(second.lastStore == "/srv/ledger")
    #expect(second.warnings.isEmpty)
  }

  @Test("who works in a ledger is kept for that ledger; what was kept before counts for the others")
  func identities() throws {
    let folder = Folder()
    folder.makeFolder(".config")
    folder.makeFolder(".config/zhibu")
    folder.write(
      ".config/zhibu/config.rec", "Person: Q1M01(李敏)\nPost: 书记\nWriter: limin\n")
    var first = settings(folder)
    #expect(first.identity(saidIn: "/srv/one") == nil)
    #expect(first.identity?.person.description == "Q1M01(李敏)")
    let wang = Identity(
      person: Person("王一"), post: "书记", writer: "wang",
      organization: OrganizationIdentifier("Q3"))
    first.keep(wang, in: "/srv/one")
    let chen = Identity(person: Person("Q2M02(陈晓)"), post: "", writer: "chen", organization: nil)
    first.keep(chen, in: "/srv/two")
    first.keep(wang, in: "/srv/one")
    try first.save()
    #expect(
      folder.read(".config/zhibu/config.rec")
        == """
        Person: 王一
        Post: 书记
        Writer: wang
        Organization: Q3

        Store: /srv/two
        Person: Q2M02(陈晓)
        Writer: chen

        Store: /srv/one
        Person: 王一
        Post: 书记
        Writer: wang
        Organization: Q3


        """)
    let second = settings(folder)
    #expect(second.identity(saidIn: "/srv/two") == chen)
    #expect(second.identity(saidIn: "/srv/one") == wang)
    #expect(second.identity(saidIn: "/srv/three") == nil)
    #expect(second.warnings.isEmpty)
  }

  @Test("two windows on two ledgers leave each other's words alone")
  func twoWindows() throws {
    let folder = Folder()
    var first = settings(folder)
    var second = settings(folder)
    let wang = Identity(person: Person("王一"), post: "书记", writer: "wang", organization: nil)
    let chen = Identity(person: Person("Q2M02(陈晓)"), post: "", writer: "chen", organization: nil)
    first.keep(wang, in: "/srv/one")
    try first.save()
    second.keep(chen, in: "/srv/two")
    try second.save()
    first.language = .english
    try first.save()
    let third = settings(folder)
    #expect(third.identity(saidIn: "/srv/one") == wang)
    #expect(third.identity(saidIn: "/srv/two") == chen)
    #expect(third.language == .english)
    // What was written is not said again: of one ledger the later word holds.
    second.keep(chen, in: "/srv/one")
    try second.save()
    second.language = .chinese
    try second.save()
    first.lastStore = "/srv/one"
    try first.save()
    let fourth = settings(folder)
    #expect(fourth.identity(saidIn: "/srv/one") == chen)
    #expect(fourth.identity?.person == chen.person)
    #expect(fourth.language == .chinese)
  }

  @Test(
    "what cannot be read is passed over and said with its line",
    arguments: [
      ("Language: fr\n", ":1: Language"), ("Person: Q1M01(李敏)\nWriter: Li Min\n", ":2: Writer"),
      ("nonsense\n", ":1: 不是"),
    ])
  func warnings(text: String, sentence: String) {
    let folder = Folder()
    folder.makeFolder(".config")
    folder.makeFolder(".config/zhibu")
    folder.write(".config/zhibu/config.rec", text)
    let settings = settings(folder)
    #expect(settings.identity == nil && settings.language == nil)
    #expect(settings.warnings.count == 1)
    #expect(settings.warnings.first?.chinese.contains(sentence) ?? false)
  }

  @Test(
    "a login becomes a writer's name",
    arguments: [
      ("limin", "limin"), ("Li.Min", "limin"), ("2fast", "w2fast"), ("x", "x1"), ("李敏", "w1"),
      ("averyveryverylongname", "averyveryverylon"),
    ])
  func writers(login: String, writer: String) {
    #expect(Settings.writerText(login) == writer)
  }

  @Test("the clock stands on the day given, in the store's zone")
  func clock() throws {
    let day = try #require(Day("2026-11-20"))
    let clock = SystemClock(today: day, zone: "+08:00")
    #expect(clock.today() == day)
    #expect(clock.now().day == day)
    #expect(clock.now().description.hasSuffix("+08:00"))
    #expect(SystemClock(today: nil, zone: nil).zone == "+08:00")
    #expect(
      clock.moment(seconds: 1_773_281_405).description == "2026-03-12T10:10:05+08:00")
  }

  @Test(
    "the parser's sentences in Chinese",
    arguments: [
      ("Error: Missing expected argument '<id>'", "zhibu: 缺少参数 <id>,请补上"),
      ("Error: Unknown option '--bad'", "zhibu: 没有 --bad 这个选项,请检查拼写"),
      ("Error: Missing value for '--on <date>'", "zhibu: --on <date> 后面缺少值,请补上"),
      ("Usage: zhibu list", "用法: zhibu list"),
      ("  See 'zhibu --help' for more information.", "  详见 zhibu --help"),
      ("  -h, --help              Show help information.", "  -h, --help              显示帮助"),
      ("  --to <to>  x (values: a, b)", "  --to <to>  x (可写:a, b)"),
      ("  --bom  x (default: --no-bom)", "  --bom  x (默认:--no-bom)"),
      ("Usage: zhibu list [<options>] <id>", "用法: zhibu list [选项] <id>"),
      ("USAGE: zhibu <subcommand>", "用法: zhibu <命令>"),
      ("Error: something new", "zhibu: something new"),
      ("  anything else", "  anything else"),
    ])
  func parserText(english: String, chinese: String) {
    #expect(ParserText.translated(english, to: .chinese) == chinese)
    #expect(ParserText.translated(english, to: .english) == english)
  }
}
