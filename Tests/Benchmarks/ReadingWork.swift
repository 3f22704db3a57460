import Glibc
import RecordLog

/// What a process of its own does for the reading benchmark.
enum ReadingWork {
  /// Does the work on the store in the benchmark's folder; false when it fails.
  static func run(_ work: String, at folder: String) -> Bool {
    var place = ReadingStore(folder: folder)
    do {
      switch work {
      case "make": try place.make()
      case "read": try read(Store(opening: place.store))
      case "search": try search(Store(opening: place.store))
      case "verify": print("\(try Store(opening: place.store).verify().count) findings")
      default: return false
      }
      return true
    } catch {
      print("\(error)")
      return false
    }
  }

  /// Walks every field of every record and counts what it sees.
  private static func read(_ store: Store) throws {
    var records = 0
    var fields = 0
    var present = 0
    var bytes = 0
    for file in try store.read() {
      for record in file.records where record.isIntact {
        records += 1
        record.forEachField { name, value, _ in
          fields += 1
          bytes += value.count
          if name == "Present" { present += 1 }
        }
      }
    }
    print("\(records) records, \(fields) fields, \(present) present, \(bytes) bytes of values")
  }

  /// Counts the places of a word.
  private static func search(_ store: Store) throws {
    var hits = 0
    for file in try store.read() {
      for record in file.records where record.isIntact {
        record.forEachField { _, value, _ in
          if value.text.contains(ReadingStore.word) { hits += 1 }
        }
      }
    }
    print("\(hits) hits")
  }
}
