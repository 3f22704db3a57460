/// Which records hold, from the links between them alone: what `Replay` says of a whole store, for
/// those who have only an index of it.
struct RecordFold {
  /// A record that corrects or withdraws another.
  struct Link {
    var document: Int
    var isWithdrawal: Bool
    /// The other.
    var target: Int?
  }

  private var corrects: [Int: Int] = [:]
  private var withdraws: [Int: Int] = [:]
  private var withdrawals: Set<Int> = []
  private var corrections: [Int: [Int]] = [:]
  private var ended: Set<Int> = []

  /// - Parameters:
  ///   - links: of records that count; those whose target is nil name nothing that is there.
  ///   - precedes: by instant, then Id.
  init(_ links: [Link], precedes: (Int, Int) -> Bool) {
    for link in links {
      if link.isWithdrawal { withdrawals.insert(link.document) }
      guard let target = link.target, target != link.document else { continue }
      if link.isWithdrawal {
        withdraws[link.document] = target
      } else {
        corrects[link.document] = target
        corrections[target, default: []].append(link.document)
      }
    }
    corrections = corrections.mapValues { $0.sorted(by: precedes) }
    for withdrawal in holdingWithdrawals() {
      guard let target = withdraws[withdrawal], !withdrawals.contains(target) else { continue }
      ended.insert(branch(of: target))
    }
  }

  /// Takes out of a set of records those that were corrected, withdrawn, or only withdraw others.
  func narrow(_ records: inout DocumentSet) {
    for withdrawal in withdrawals { records.remove(withdrawal) }
    for root in Set((Array(corrects.keys) + ended).map { root(of: $0) }) {
      var waiting = [root]
      var seen: Set<Int> = []
      while let version = waiting.popLast() {
        guard seen.insert(version).inserted else { continue }
        records.remove(version)
        waiting += corrections[version] ?? []
      }
      if !withdrawals.contains(root), let tip = tip(from: root) { records.insert(tip) }
    }
  }

  /// A withdrawal holds unless one that holds withdraws it.
  private func holdingWithdrawals() -> [Int] {
    var byTarget: [Int: [Int]] = [:]
    for (withdrawal, target) in withdraws { byTarget[target, default: []].append(withdrawal) }
    var known: [Int: Bool] = [:]
    func holds(_ withdrawal: Int) -> Bool {
      if let answer = known[withdrawal] { return answer }
      known[withdrawal] = true
      let answer = !(byTarget[withdrawal] ?? []).contains { holds($0) }
      known[withdrawal] = answer
      return answer
    }
    return withdraws.keys.sorted().filter { holds($0) }
  }

  private func root(of version: Int) -> Int {
    var current = version
    var steps = 0
    while let earlier = corrects[current], steps < corrects.count {
      current = earlier
      steps += 1
    }
    return current
  }

  /// The version nearest above (or the same) that shares its corrected version with another, or
  /// the root.
  private func branch(of version: Int) -> Int {
    var current = version
    var steps = 0
    while let earlier = corrects[current], steps < corrects.count {
      if (corrections[earlier]?.count ?? 0) > 1 { return current }
      current = earlier
      steps += 1
    }
    return current
  }

  /// The newest version from one on; nil when every branch is withdrawn.
  private func tip(from start: Int) -> Int? {
    var current = start
    var steps = 0
    while steps <= corrects.count {
      steps += 1
      if ended.contains(current) { return nil }
      let next = corrections[current] ?? []
      if next.isEmpty { return current }
      guard next.count > 1 else {
        current = next[0]
        continue
      }
      return next.compactMap { tip(from: $0) }.last
    }
    return nil
  }
}
