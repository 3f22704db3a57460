import OrganizationLife
import RecordLog

/// A catalogue with packs switched off from a day on: what they ask for is owed no longer and their
/// kinds are offered no more. Their entries stay, so that what was recorded reads as before.
public struct PackRemoval: Sendable {
  /// The files with the packs ended.
  public let files: [(path: String, bytes: [UInt8])]
  /// The packs that were on.
  public let packs: [CatalogPack]
  /// Packs that are on and were to be off from that day on already.
  public let ending: [CatalogPack]
  /// Titles of what is owed no longer from that day on.
  public let obligations: [String]
  /// Titles of the kinds that are offered no longer from that day on.
  public let kinds: [String]
  /// The day.
  public let day: Day

  /// Switches packs off in the files of a catalogue, paths as in a store; those that are off
  /// already are left out. The end of one that is on today and planned to be off goes to the new
  /// day, earlier or later.
  public init(
    _ packs: [CatalogPack], in files: [(path: String, bytes: [UInt8])], from day: Day, today: Day
  ) {
    var text = CatalogText(files)
    var ended: [CatalogPack] = []
    var ending: [CatalogPack] = []
    for pack in packs {
      let open = text.entries.last { entry in
        entry.key == CatalogEntry.Key(type: "pack", id: pack.id) && entry.isEnabled
          && entry.until.map { day <= $0 || today <= $0 } ?? true
      }
      guard let open else { continue }
      if open.until?.adding(days: 1) == day {
        ending.append(pack)
        continue
      }
      if let since = open.since, since < day {
        text.end(open, on: day.adding(days: -1))
      } else {
        text.set("Enabled", to: "否", in: open)
      }
      ended.append(pack)
    }
    self.packs = ended
    self.ending = ending
    self.files = text.files
    self.day = day
    let before = CatalogReader.read(files).catalog
    let after = CatalogReader.read(text.files).catalog
    func owed(_ catalog: Catalog) -> [Obligation] {
      catalog.obligations.filter { $0.validity.until.map { day <= $0 } ?? true }
    }
    let still = Set(owed(after).map(\.id))
    obligations = owed(before).filter { !still.contains($0.id) }.map(\.title)
    let offered = Set(after.kinds.filter { $0.isOffered(on: day) }.map(\.id))
    kinds = before.kinds.filter { $0.isOffered(on: day) && !offered.contains($0.id) }.map(\.title)
  }
}
