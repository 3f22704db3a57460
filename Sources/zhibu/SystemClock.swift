import Glibc
import OrganizationLife
import RecordLog

/// The clock in a store's zone. With a day given (`--today`) it stands on that day and keeps the
/// time of day, so that whatever is written agrees with it.
struct SystemClock: Sendable {
  /// The offset as the manifest has it, `+08:00`.
  let zone: String
  private let fixedDay: Day?
  private let offset: Int

  /// A clock.
  ///
  /// - Parameters:
  ///   - today: the day on which it stands; nil for the real one.
  ///   - zone: the store's offset; nil for that of a new store.
  init(today: Day?, zone: String?) {
    let zone = zone ?? Manifest(unit: "").zone
    self.zone = zone
    fixedDay = today
    offset = Moment.offset(Array(zone.utf8)) ?? 0
  }

  /// The moment now, in whole seconds.
  func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let real = moment(seconds: Int64(time.tv_sec))
    guard let fixedDay else { return real }
    let days = real.day.days(until: fixedDay)
    return moment(seconds: real.seconds + Int64(days) * 86_400)
  }

  /// The day in the store's zone.
  func today() -> Day { fixedDay ?? now().day }

  /// A moment given in seconds since 1970, in the store's zone.
  func moment(seconds: Int64) -> Moment {
    Moment(seconds: seconds, offset: offset)
  }
}
