import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing
import Wording

@testable import Interface

/// A small store in a folder of its own and the whole interface on it: keys in, frames and records
/// out. What is asked to be written is written, like the wiring does it.
final class FormDesk {
  let path: String
  let store: Store
  var state: State
  /// Effects that the desk does not carry out itself.
  var effects: [Effect] = []
  /// The last draft that was asked to be kept.
  var keptDraft: DraftSummary?
  /// Why drafts cannot be kept; nil while they can.
  var failingDrafts: Phrase?
  /// The records written by the last append.
  var written: [NewRecord] = []

  static let today = "2026-11-20"
  /// 14:32 on that day.
  static let now = Moment(seconds: 1_795_156_320, offset: 28_800)

  init(
    columns: Int = 80, rows: Int = 24, language: Language = .chinese, more: String = "",
    scope: String = "Q1"
  ) throws {
    path = NSTemporaryDirectory() + "zhibu-forms-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: try FormDesk.template.get(), toPath: path)
    store = try Store(opening: path)
    let session = Session(
      language: language, today: try #require(Day(FormDesk.today)),
      now: FormDesk.now,
      size: TextSize(rows: rows, columns: columns), identity: nil,
      proposedDirectory: "/home/limin/zhibu", login: "limin")
    state = State(session: session)
    if !more.isEmpty { try FormDesk.add(more, to: store) }
    let identity = Identity(
      person: Person("Q1M01(李敏)"), post: "书记", writer: "li",
      organization: OrganizationIdentifier(scope))
    run(.opened(try Archive.open(store), identity: identity))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A store with the branch in it, made once and copied for each desk.
  private static let template: Result<String, any Error> = Result {
    let store = try Store.create(
      at: templatePath, manifest: Manifest(unit: "第一监狱"), files: BuiltIn.files)
    try add(branch, to: store)
    atexit { try? FileManager.default.removeItem(atPath: FormDesk.templatePath) }
    return templatePath
  }
  private static let templatePath =
    NSTemporaryDirectory() + "zhibu-forms-template-\(UUID().uuidString)"

  /// Adds rec text through the gate; faults are failures.
  private static func add(_ text: String, to store: Store) throws {
    let archive = try Archive.open(store)
    let result = EntryCheck(archive).check(
      Array(text.utf8), source: "a.rec", today: try #require(Day(FormDesk.today)))
    #expect(result.faults == [])
    let author = try #require(Author(writer: "li", by: "Q1M01(李敏)"))
    _ = try store.append(result.records, by: author, at: "2026-10-24T09:00:00+08:00")
  }

  /// Adds rec text as another user does; the screens see it when the store is read again.
  func add(_ text: String) throws {
    try FormDesk.add(text, to: store)
    state.context.archive = try Archive.open(store)
  }

  // MARK: Doing

  func run(_ event: Event) {
    for effect in update(&state, event) {
      switch effect {
      case .append(let records, _):
        written = records
        effects.append(effect)
        append(records)
      case .saveDraft(let name, let title, let bytes):
        effects.append(effect)
        if let failingDrafts {
          run(.draftFailed(name: name, failingDrafts))
        } else {
          keptDraft = DraftSummary(
            name: name, title: title, saved: state.context.session.now, bytes: bytes)
        }
      default: effects.append(effect)
      }
    }
  }

  private func append(_ records: [NewRecord]) {
    do {
      let author = try #require(Author(writer: "li", by: "Q1M01(李敏)"))
      do {
        let ids = try store.append(
          records, by: author, checkedAgainst: state.context.archive?.extent,
          at: "2026-11-20T14:40:00+08:00")
        run(.written(ids.map { Reference($0.description) }, try Archive.open(store)))
      } catch AppendError.changedMeanwhile {
        written = []
        run(.overtaken(try Archive.open(store)))
      }
    } catch {
      Issue.record("could not be written: \(records): \(error)")
    }
  }

  /// Adds rec text as another user does while this one looks elsewhere.
  func addUnseen(_ text: String) throws { try FormDesk.add(text, to: store) }

  /// Switches a pack on, from the beginning of the year.
  func switchOn(_ pack: String) {
    do {
      let archive = try #require(state.context.archive)
      let addition = PackAddition(
        try [#require(CatalogPack.named(pack))], to: archive.catalogFiles, from: Day("2026-01-01"))
      for file in addition.files {
        let before = archive.catalogFiles.first { $0.path == file.path }?.bytes
        guard before != file.bytes else { continue }
        try store.replaceCatalogFiles([
          CatalogReplacement(path: file.path, bytes: file.bytes, expected: before)
        ])
      }
      run(.catalogReplaced(try Archive.open(store)))
    } catch {
      Issue.record("\(pack) could not be switched on: \(error)")
    }
  }

  /// Opens a form.
  func open(_ request: FormRequest) {
    for effect in state.open(.form(request)) { effects.append(effect) }
  }

  /// Presses keys by their names.
  func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for name in names {
      guard let key = Key(named: name) else {
        Issue.record("no such key: \(name)", sourceLocation: sourceLocation)
        continue
      }
      run(.terminal(.key(key)))
    }
  }

  /// Presses a key several times.
  func press(_ name: String, times: Int) { for _ in 0..<times { press(name) } }

  /// Types a text character by character.
  func type(_ text: String) {
    for character in text { run(.terminal(.key(.character(character)))) }
  }

  func paste(_ text: String) { run(.terminal(.paste(text))) }

  /// Goes to a field by Tab.
  func go(to id: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for _ in 0..<60 where form?.focusedField?.spec.id != id { press("Tab") }
    #expect(form?.focusedField?.spec.id == id, sourceLocation: sourceLocation)
  }

  /// Clears the field and types a text into it.
  func fill(_ id: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    go(to: id, sourceLocation: sourceLocation)
    press("Ctrl-E", "Ctrl-U")
    type(text)
  }

  // MARK: Looking

  /// The form on top, if there is one.
  var form: FormScreen? {
    if case .form(let form) = state.top { form } else { nil }
  }

  /// The text of a field of the page on which the cursor stands.
  func text(_ id: String) -> String { form?.current.text(id) ?? "" }

  /// The rows of the frame.
  var rows: [String] { state.render().text() }

  /// The rows of the frame that hold a text.
  func rows(with text: String) -> [String] { rows.filter { $0.contains(text) } }

  var picture: String { state.render().picture() }

  /// The character under the cursor's place and the rows are right for drawing.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = state.render()
    #expect(
      frame.cursor.row >= 0 && frame.cursor.row < frame.size.rows, sourceLocation: sourceLocation)
    #expect(
      frame.cursor.column >= 0 && frame.cursor.column < frame.size.columns,
      sourceLocation: sourceLocation)
  }

  /// The written record as rec text, item by item.
  func writtenText() -> [String] {
    written.flatMap { record in record.fields.map { "\($0.name): \($0.value)" } }
  }

  static let branch = """
    %rec: organization

    Organization: DW
    Name: 第一监狱党委
    Level: 党委
    Since: 2019-01-01

    Organization: Q1
    Name: 二监区党支部
    Level: 党支部
    Parent: DW
    Since: 2019-01-01
    Elected: 2024-05-10
    Term: 3
    Officer: Q1M01 书记
    Officer: Q1M02 副书记
    Officer: Q1M03 组织委员

    Organization: Q1G1
    Name: 第一党小组
    Level: 党小组
    Parent: Q1
    Since: 2019-01-01

    Organization: Q1G2
    Name: 第二党小组
    Level: 党小组
    Parent: Q1
    Since: 2019-01-01

    %rec: member

    \(member(1, "李敏", group: 1))

    \(member(2, "陈晓", group: 1))

    \(member(3, "张建国", group: 1))

    \(member(4, "王五", group: 1))

    \(member(5, "赵磊", group: 1, status: "预备党员"))

    \(member(6, "孙丽", group: 2))

    \(member(7, "张建功", group: 2))

    \(member(8, "周明", group: 2))

    \(member(9, "钱进", group: 2))

    %rec: activity

    Organization: Q1
    Kind: 党员大会
    Number: 1
    Date: 2026-09-10
    Start: 14:30
    End: 16:00
    Place: 二楼会议室
    Presider: Q1M01
    Recorder: Q1M02
    Present: Q1M01
    Present: Q1M02
    Present: Q1M03
    Present: Q1M06
    Present: Q1M07
    Present: Q1M08
    Absent: Q1M04 值班 批准=Q1M01
    Attending: 刘×(政治处)
    Minutes: 会议记录第一行
    + 第二行
    Weather: 晴
    Note: 原有备注
    Item: 讨论补选支委
    ItemKind: 表决
    Minutes: 张建国:同意
    Vote: 类别=普通 方式=举手 赞成=5 不赞成=0 弃权=1
    Resolution: 补选
    Color: 红

    """

  private static func member(
    _ number: Int, _ name: String, group: Int, status: String = "正式党员"
  ) -> String {
    """
    Member: Q1M0\(number)
    Name: \(name)
    Organization: Q1
    Group: Q1G\(group)
    Status: \(status)
    Gender: 男
    Since: 2020-01-01
    """
  }
}
