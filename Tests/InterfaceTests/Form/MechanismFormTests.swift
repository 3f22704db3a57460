import Archive
import Foundation
import OrganizationLife
import RecordLog
import Testing

@testable import Interface

@Suite("What the packs are for can be entered by forms")
struct MechanismFormTests {
  /// What forms write by themselves; a meeting proves its step without being named.
  private static let implied: Set<String> = ["Organization", "Kind", "Follows", "Evidence"]

  /// The records by which the mechanisms of a pack are told, one after the other.
  private func records(of pack: String) throws -> [PlainRecord] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../ArchiveTests/Mechanisms/\(pack).rec")
    return PlainRecords.parse(Array(try Data(contentsOf: path))).records
  }

  /// The forms that write such a record, from its beginning to its end.
  private func requests(for record: PlainRecord, _ place: OrganizationIdentifier) -> [FormRequest] {
    switch record.type {
    case "activity":
      [.newActivity(kind: record.first("Kind") ?? "", organization: place)]
    case "matter": [.newMatter(place, about: nil)]
    case "procedure": [.procedureStep(place, kind: record.first("Kind") ?? "", subject: "")]
    case "organization": [.newOrganization(parent: place)]
    case let type?: [.newPlain(type: type, place)]
    case nil: []
    }
  }

  private func fields(of page: FormPage) -> Set<String> {
    var names = Set(page.fields.map(\.spec.name))
    if page.fields.contains(where: { $0.spec.kind == .attendance }) {
      names.formUnion(FormSpec.attendanceFields)
    }
    if page.itemsIndex != nil { names.formUnion(["Item", "ItemKind", "Minutes"]) }
    return names
  }

  @Test(
    "every field of every record of a mechanism stands in a form",
    arguments: CatalogPack.all.map(\.id))
  func everyField(pack: String) throws {
    let desk = try FormDesk(
      more: """
        %rec: matter

        Organization: Q1
        Kind: 检查问题
        Title: 会议记录不全
        Opened: 2026-11-02
        State: 办理中
        """)
    desk.switchOn(pack)
    let matter = try #require(desk.state.context.archive?.folded(type: "matter").last?.reference)
    let context = desk.state.context
    var count = 0
    for record in try records(of: pack) where record.type != "review" {
      let place = try #require(OrganizationIdentifier("DW"))
      var known: Set<String> = Self.implied
      for request in requests(for: record, place) {
        guard let form = FormScreen(request, in: context) else {
          Issue.record("no form: \(record.fields)")
          continue
        }
        known.formUnion(fields(of: form.page))
      }
      // What came of a matter is said when it is closed.
      if record.type == "matter" {
        let closing = try #require(FormScreen(.closeMatter(matter), in: context))
        known.formUnion(fields(of: closing.page))
      }
      let missing = record.fields.map(\.name).filter { !known.contains($0) }
      #expect(missing == [], "\(record.type ?? "") \(record.fields)")
      count += 1
    }
    print("\(pack): \(count) records by forms")
  }

  @Test("those whose political birthday is in the month are proposed, written and counted")
  func politicalBirthday() throws {
    let member = "Organization: Q1\nStatus: 正式党员\nCategory: 在职\nRights: 正常\nSince: 2020-01-01\n"
    let admitted = [
      ("Q1M31", "冯岳", "2010-11-03"), ("Q1M32", "秦岚", "2012-11-29"), ("Q1M33", "方舟", "2012-05-09"),
    ]
    let desk = try FormDesk(
      more: "%rec: member\n\n"
        + admitted.map { "Member: \($0)\nName: \($1)\nAdmitted: \($2)\n\(member)" }
        .joined(separator: "\n"))
    desk.switchOn("乔司")
    let branch = try #require(OrganizationIdentifier("Q1"))
    let today = try #require(Day("2026-11-20"))
    let archive = try #require(desk.state.context.archive)
    let people = archive.ledger.politicalBirthdays(
      in: Period(.month, containing: today), of: branch
    ).map(\.member)
    #expect(people.map(\.name) == ["冯岳", "秦岚"])
    desk.open(.newActivity(kind: "政治生日", organization: branch))
    #expect(desk.text("About") == people.map(\.name).joined(separator: "、"))
    // They follow the month of the day.
    desk.fill("Date", "2026-05-20")
    desk.press("Tab")
    #expect(desk.text("About") == "方舟")
    desk.fill("Date", "2026-11-18")
    desk.press("Tab")
    #expect(desk.text("About") == people.map(\.name).joined(separator: "、"))
    let field = try #require(desk.form?.page.fields.first { $0.spec.id == "About" })
    #expect(field.spec.label == .peopleOfBirthday)
    desk.press("F3", "F2")
    desk.press("F2")
    let record = try #require(desk.written.first)
    #expect(
      record.fields.filter { $0.name == "About" }.map { String($0.value.prefix { $0 != "(" }) }
        == people.map(\.id.text))
    let counted = try #require(desk.state.context.archive)
    let maker = ReportMaker(counted, on: today)
    let line = try #require(maker.catalog.lines.first { $0.id == "政治生日人数" })
    let value = maker.values(of: line, for: branch, in: [Period(.month, containing: today)]).first
    #expect(value?.number == ReportNumber(people.count))
  }
}
