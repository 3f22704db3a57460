/// What a crash may leave of the calls that a disk in memory recorded.
///
/// A crash comes after any number of calls. What was synchronised by then has lasted; of what was
/// not, any part may have, in any combination: names without bytes, bytes without names, a later
/// write without an earlier one. The last write may have been cut at any byte, or brought the
/// length but zeros from some byte on, or lack single pages.
struct CrashStates: Sendable {
  /// How much of the last write lasted.
  enum Cut: Sendable {
    case none
    case after(Int)
    case zerosFrom(Int)
    /// The file's page of that number, as far as it was written.
    case missingPage(Int)
  }

  struct State: Sendable {
    /// Index into `points`.
    var point: Int
    /// Which of the point's `unsettled` lasted.
    var lasting: UInt64
    var cut: Cut
  }

  /// The moment behind some number of calls.
  struct Point: Sendable {
    var events: Int
    /// What has lasted for certain and is not behind anything uncertain of the same file.
    var durable: DiskImage
    var effects: [(effect: DiskEffect, isCertain: Bool, isAbandoned: Bool)]

    /// Indices of effects that may be lost.
    var unsettled: [Int] { effects.indices.filter { !effects[$0].isCertain } }
  }

  private(set) var points: [Point] = []
  private(set) var states: [State] = []
  /// The path of each file and folder at some time, for words.
  private var names: [Int: String] = [0: "/"]

  static let pageSize = 4_096

  /// - Parameters:
  ///   - base: what was durable before the first event.
  ///   - first: crashes before so many events are left out.
  ///   - isFine: whether a write is cut at every byte, or at a few.
  init(base: DiskImage, events: [MemoryDisk.Event], from first: Int = 0, isFine: Bool = true) {
    var locks: Set<Int> = []
    var point = Point(events: 0, durable: base, effects: [])
    name(base, 0, path: "", locks: &locks)
    if first == 0 { points.append(point) }
    for (index, event) in events.enumerated() {
      point.events = index + 1
      switch event {
      case .made(let isFolder):
        point.durable.nodes.append(isFolder ? .folder([:]) : .file([]))
        continue
      case .effect(let effect):
        learnName(of: effect, locks: &locks)
        // What a lock file says is information only, and may be lost.
        if locks.contains(effect.node) { continue }
        point.effects.append((effect, false, false))
      case .synchronized(let node):
        point.settle(node)
      case .abandoned(let node):
        for place in point.effects.indices where point.effects[place].effect.node == node {
          point.effects[place].isAbandoned = true
        }
      }
      if index + 1 >= first { points.append(point) }
    }
    for index in points.indices { enumerate(index, isFine: isFine) }
  }

  // MARK: Names

  private mutating func name(
    _ image: DiskImage, _ number: Int, path: String, locks: inout Set<Int>
  ) {
    guard case .folder(let entries) = image.nodes[number] else { return }
    for (entry, child) in entries {
      names[child] = path + entry
      if entry == ".lock" { locks.insert(child) }
      name(image, child, path: path + entry + "/", locks: &locks)
    }
  }

  private mutating func learnName(of effect: DiskEffect, locks: inout Set<Int>) {
    switch effect {
    case .link(let folder, let name, let node):
      names[node] = (folder == 0 ? "" : names[folder, default: "?"] + "/") + name
      if name == ".lock" { locks.insert(node) }
    case .rename(let folder, _, let name, let node):
      names[node] = (folder == 0 ? "" : names[folder, default: "?"] + "/") + name
    case .write, .truncate, .unlink: break
    }
  }

  // MARK: States

  private mutating func enumerate(_ index: Int, isFine: Bool) {
    let point = points[index]
    let unsettled = point.unsettled
    for lasting in Self.choices(among: unsettled.count) {
      states.append(State(point: index, lasting: lasting, cut: .none))
      guard let write = point.lastWrite(lasting), case .write(_, let offset, let bytes) = write
      else { continue }
      for length in Self.lengths(bytes.count, isFine: isFine) {
        states.append(State(point: index, lasting: lasting, cut: .after(length)))
        states.append(State(point: index, lasting: lasting, cut: .zerosFrom(length)))
      }
      let pages = (offset / Self.pageSize)...((offset + bytes.count - 1) / Self.pageSize)
      guard pages.count > 1 else { continue }
      for page in pages {
        states.append(State(point: index, lasting: lasting, cut: .missingPage(page)))
      }
    }
  }

  /// Every combination of a few; of many, those in order, those that lack one and those of one.
  private static func choices(among count: Int) -> [UInt64] {
    let all: UInt64 = (1 << UInt64(count)) - 1
    if count <= 6 { return Array(0...all) }
    var choices: Set<UInt64> = [0, all]
    for index in 0..<UInt64(count) {
      choices.insert((1 << index) - 1)
      choices.insert(1 << index)
      choices.insert(all & ~(1 << index))
    }
    return choices.sorted()
  }

  private static func lengths(_ count: Int, isFine: Bool) -> [Int] {
    if isFine { return Array(0..<count) }
    return Set([0, 1, count / 3, count / 2, count - 70, count - 2, count - 1])
      .filter { 0..<count ~= $0 }.sorted()
  }

  /// The disk as a crash leaves it.
  func image(_ state: State) -> DiskImage {
    let point = points[state.point]
    var image = point.durable
    var bit: UInt64 = 1
    let last = point.lastWriteIndex(state.lasting)
    for (index, entry) in point.effects.enumerated() {
      if !entry.isCertain {
        defer { bit <<= 1 }
        guard state.lasting & bit != 0 else { continue }
      }
      image.apply(index == last ? Self.cut(entry.effect, state.cut) : entry.effect)
    }
    return image
  }

  private static func cut(_ effect: DiskEffect, _ cut: Cut) -> DiskEffect {
    guard case .write(let file, let offset, var bytes) = effect else { return effect }
    switch cut {
    case .none: return effect
    case .after(let length): bytes.removeLast(bytes.count - length)
    case .zerosFrom(let length):
      bytes.removeLast(bytes.count - length)
      if case .write(_, _, let whole) = effect {
        bytes += [UInt8](repeating: 0, count: whole.count - length)
      }
    case .missingPage(let page):
      let start = max(0, page * pageSize - offset)
      let end = min(bytes.count, (page + 1) * pageSize - offset)
      bytes.replaceSubrange(start..<end, with: [UInt8](repeating: 0, count: end - start))
    }
    return .write(file: file, offset: offset, bytes: bytes)
  }

  // MARK: Words

  /// What happened to the disk.
  func description(of state: State) -> String {
    let point = points[state.point]
    var lasted: [String] = []
    var lost: [String] = []
    var bit: UInt64 = 1
    for entry in point.effects where !entry.isCertain {
      if state.lasting & bit != 0 {
        lasted.append(words(entry.effect))
      } else {
        lost.append(words(entry.effect))
      }
      bit <<= 1
    }
    var text = "after \(point.events) events"
    if !lasted.isEmpty {
      text += "; not synchronised and yet on the disk: " + lasted.joined(separator: ", ")
    }
    switch state.cut {
    case .none: break
    case .after(let length): text += "; the last write cut after \(length) bytes"
    case .zerosFrom(let length): text += "; the last write zeros from byte \(length) on"
    case .missingPage(let page): text += "; page \(page) of the last write missing"
    }
    if !lost.isEmpty { text += "; lost: " + lost.joined(separator: ", ") }
    return text
  }

  private func words(_ effect: DiskEffect) -> String {
    let name = names[effect.node, default: "?"]
    switch effect {
    case .write(_, let offset, let bytes):
      return "\(bytes.count) bytes at \(offset) of \(name)"
    case .truncate(_, let size): return "\(name) cut to \(size)"
    case .link(_, let entry, _): return "the name \(entry) in \(name)"
    case .unlink(_, let entry): return "the removal of \(entry) from \(name)"
    case .rename(_, let old, let new, _): return "the renaming of \(old) to \(new) in \(name)"
    }
  }
}

extension CrashStates.Point {
  /// What of a file or folder waits to be synchronised lasts now, unless it was given up.
  fileprivate mutating func settle(_ node: Int) {
    var kept: [(effect: DiskEffect, isCertain: Bool, isAbandoned: Bool)] = []
    for var entry in effects {
      if entry.effect.node == node, !entry.isAbandoned { entry.isCertain = true }
      if entry.isCertain, !kept.contains(where: { $0.effect.node == entry.effect.node }) {
        durable.apply(entry.effect)
      } else {
        kept.append(entry)
      }
    }
    effects = kept
  }

  /// The last write among those that may be lost and lasted.
  fileprivate func lastWriteIndex(_ lasting: UInt64) -> Int? {
    var bit: UInt64 = 1
    var found: Int?
    for (index, entry) in effects.enumerated() where !entry.isCertain {
      if lasting & bit != 0, case .write(_, _, let bytes) = entry.effect, !bytes.isEmpty {
        found = index
      }
      bit <<= 1
    }
    return found
  }

  fileprivate func lastWrite(_ lasting: UInt64) -> DiskEffect? {
    lastWriteIndex(lasting).map { effects[$0].effect }
  }
}
