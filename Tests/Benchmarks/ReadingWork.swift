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

  private struct Counts {
    var records = 0
    var fields = 0
    var present = 0
    var bytes = 0
  }

  /// Walks every field of every record and counts what it sees.
  private static func read(_ store: Store) throws {
    let files = try store.mapFiles { file in
      var counts = Counts()
      for record in file.records where record.isIntact {
        counts.records += 1
        record.forEachField { name, value, _ in
          counts.fields += 1
          counts.bytes += value.count
          if name == "Present" { counts.present += 1 }
        }
      }
      return counts
    }
    let sums = [\Counts.records, \.fields, \.present, \.bytes].map { part in
      files.reduce(0) { $0 + $1[keyPath: part] }
    }
    print("\(sums[1]) fields, \(sums[0]) records, \(sums[2]) present, \(sums[3]) bytes of values")
  }

  /// Counts the places of a word.
  private static func search(_ store: Store) throws {
    let hits = try store.search(for: ReadingStore.word)
    print("\(hits.reduce(0) { $0 + $1.places.count }) hits in \(hits.count) records")
  }
}
