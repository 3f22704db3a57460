import OrganizationLife
import RecordLog

/// What a store holds beside its log, the unit's catalogue and schemas, and what this user may do
/// there.
struct Surroundings: Sendable {
  let access: StoreAccess
  /// The files of the unit's catalogue, paths relative to the store.
  let catalogFiles: [(path: String, bytes: [UInt8])]
  /// The files of the unit's schemas.
  let schemaFiles: [(path: String, bytes: [UInt8])]
  /// The schemas by type: the store's, with the program's own for types it has none for.
  let schemas: [String: Schema]
  let catalog: Catalog
  let reports: ReportCatalog
  /// Files of the program's own that stand in for what the unit's catalogue has nothing of.
  let standInCatalogFiles: [String]
  /// What of the unit's catalogue could not be read, or is missing.
  let catalogFaults: [CatalogFault]

  /// Reads them.
  init(of store: Store) throws(StoreError) {
    access = StoreAccess(to: store)
    catalogFiles = try Self.plainFiles("catalog", of: store)
    schemaFiles = try Self.plainFiles("schema", of: store)
    var schemas = Schema.byType(in: schemaFiles)
    if !Set(RecordShape.types).isSubset(of: schemas.keys) {
      for file in BuiltIn.files(in: "schema") {
        for schema in Schema.read(file.bytes) where schemas[schema.type] == nil {
          schemas[schema.type] = schema
        }
      }
    }
    self.schemas = schemas
    let whole = CatalogReader.readUnit(catalogFiles, schemas: schemas)
    catalog = whole.catalog
    reports = whole.reports
    standInCatalogFiles = whole.standIns
    let folders = store.foldersNamedAsFiles(in: "catalog")
    catalogFaults =
      whole.lacking.filter { !folders.contains($0.path) }
      + folders.map { CatalogFault(path: $0, line: 0, problem: .isFolder, effect: .kept) }
      + whole.faults
  }

  /// A store may lack a folder that nobody needs.
  private static func plainFiles(
    _ folder: String, of store: Store
  ) throws(StoreError) -> [(path: String, bytes: [UInt8])] {
    do throws(StoreError) {
      return try store.plainFiles(in: folder)
    } catch {
      if case .missing = error { return [] }
      throw error
    }
  }
}
