import Archive
import OrganizationLife
import RecordLog
import Samples

/// Makes the sample prison.
enum SampleStore {
  /// A new store in a new or empty folder, with the sample's records.
  ///
  /// Throws `StoreError` when the folder cannot be used, `AppendError` when it cannot be filled.
  static func create(at directory: String, seed: UInt64, today: Day) throws -> Store {
    let manifest = Manifest(unit: SamplePrison.unit)
    let store = try Store.create(at: directory, manifest: manifest, files: BuiltIn.files)
    _ = try store.write(
      history: SamplePrison.history(seed: seed, today: today), completing: SamplePrison.complete)
    return store
  }

  /// A new store in a new or empty folder, with the records of an institution and the packs that it
  /// has switched on; and how these records are spread.
  ///
  /// Throws as `create` for the sample prison does.
  static func create(_ sample: SampleCase, at directory: String, seed: UInt64, today: Day) throws
    -> (store: Store, spread: SampleSpread)
  {
    let packs = sample.packs.compactMap { CatalogPack.named($0) }
    let addition = PackAddition(packs, to: BuiltIn.files(in: "catalog"))
    let store = try Store.create(
      at: directory, manifest: Manifest(unit: sample.unit),
      files: addition.files + BuiltIn.files(in: "schema"))
    let history = sample.history(seed: seed, today: today)
    _ = try store.write(history: history, completing: SamplePrison.complete)
    return (store, SampleSpread(history))
  }

  /// Whether a folder holds such a store. What cannot be opened is none; making one there says
  /// why it cannot be used.
  static func exists(at directory: String) -> Bool {
    guard let store = try? Store(opening: directory) else { return false }
    return store.manifest.unit == SamplePrison.unit
  }
}
