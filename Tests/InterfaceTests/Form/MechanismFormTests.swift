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
}
