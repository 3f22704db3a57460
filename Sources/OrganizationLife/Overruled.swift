/// A field of a snapshot as records write it: its name in FORMAT.md 6 and its value as text, several
/// values one to a line.
public struct SnapshotField: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value; empty when there is none.
  public var value: String
}

/// A complete picture of somebody or something from a day on.
public protocol Snapshot: Identifiable, Hashable, Sendable where ID: Comparable {
  /// The record it was read from.
  var reference: Reference { get }
  /// From which day on it holds.
  var since: Day { get }
  /// When it was written.
  var enteredAt: Moment { get }
  /// What it says, `Since` and `Until` apart: they bound the snapshot itself.
  var snapshotFields: [SnapshotField] { get }
}

/// What a snapshot entered late changed and later ones, written before it, do not know of.
public struct OverruledField: Hashable, Sendable {
  /// The field's name (FORMAT.md 6).
  public var name: String
  /// What it was before.
  public var before: String
  /// What the late snapshot says.
  public var late: String

  /// A changed field.
  public init(name: String, before: String, late: String) {
    self.name = name
    self.before = before
    self.late = late
  }
}

/// A snapshot that was entered late, and is overruled by later ones that were written without
/// knowing of it: they are complete, so what it changed ends where they begin. What could be
/// carried on is said here; nothing is carried on by itself.
public struct OverruledSnapshot<Value: Snapshot>: Hashable, Sendable {
  /// The late one.
  public var late: Value
  /// The day on which it ceases to hold.
  public var endsOn: Day
  /// The later ones to which the change could be carried on, each with the fields that would
  /// change there, in order.
  public var later: [OverruledSuccessor<Value>]

  /// Every field that could be carried on, once.
  public var fields: [OverruledField] {
    var seen: Set<String> = []
    return later.flatMap(\.fields).filter { seen.insert($0.name).inserted }
  }
}

/// A later snapshot and the fields that a late one would change in it.
public struct OverruledSuccessor<Value: Snapshot>: Hashable, Sendable {
  /// The snapshot as it stands.
  public var snapshot: Value
  /// The fields that would become what the late one says.
  public var fields: [OverruledField]
}

extension Ledger {
  /// The snapshots of a member that later ones overrule without having known of them.
  public func overruledSnapshots(of id: MemberIdentifier) -> [OverruledSnapshot<Member>] {
    overruled(members[id] ?? [])
  }

  /// The same of an organisation.
  public func overruledSnapshots(
    of id: OrganizationIdentifier
  ) -> [OverruledSnapshot<Organization>] {
    overruled(organizations[id] ?? [])
  }

  /// A field is carried on as long as the later snapshots, written before the late one, still have
  /// it as it was before; the first that had changed it itself, or was written after, decided it.
  private func overruled<Value: Snapshot>(_ snapshots: [Value]) -> [OverruledSnapshot<Value>] {
    var found: [OverruledSnapshot<Value>] = []
    for (index, late) in snapshots.enumerated() where index > 0 {
      let before = values(snapshots[index - 1])
      var open = late.snapshotFields.compactMap { field -> OverruledField? in
        let old = before[field.name] ?? ""
        return old == field.value
          ? nil : OverruledField(name: field.name, before: old, late: field.value)
      }
      var later: [OverruledSuccessor<Value>] = []
      for next in snapshots[(index + 1)...] {
        let now = values(next)
        open = next.enteredAt < late.enteredAt ? open.filter { now[$0.name] == $0.before } : []
        if open.isEmpty { break }
        later.append(OverruledSuccessor(snapshot: next, fields: open))
      }
      if let first = later.first {
        found.append(
          OverruledSnapshot(
            late: late, endsOn: first.snapshot.since.adding(days: -1), later: later))
      }
    }
    return found
  }

  private func values(_ snapshot: some Snapshot) -> [String: String] {
    Dictionary(
      snapshot.snapshotFields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Member: Snapshot {
  public var snapshotFields: [SnapshotField] {
    func field(_ name: String, _ value: String) -> SnapshotField {
      SnapshotField(name: name, value: value)
    }
    func day(_ day: Day?) -> String { day.map(\.description) ?? "" }
    return [
      field("Name", name), field("Organization", organization.text),
      field("Group", group?.text ?? ""), field("Status", status.rawValue),
      field("Category", isRetired ? "离退休" : "在职"), field("Floating", isFloating ? "是" : ""),
      field("Rights", rights.rawValue), field("Post", posts.joined(separator: "\n")),
      field("Job", job), field("Rank", rank), field("Gender", gender), field("Nation", nation),
      field("Born", born), field("Education", education), field("Worked", worked),
      field("Applied", applied), field("Admitted", day(admitted)),
      field("Approved", day(approved)), field("Confirmed", day(confirmed)),
      field("Introducer", introducers.map(\.description).joined(separator: "\n")),
      field("Left", left),
    ]
  }
}

extension Organization: Snapshot {
  public var snapshotFields: [SnapshotField] {
    func field(_ name: String, _ value: String) -> SnapshotField {
      SnapshotField(name: name, value: value)
    }
    return [
      field("Name", name), field("Level", level.rawValue), field("Parent", parent?.text ?? ""),
      field("Elected", elected.map(\.description) ?? ""),
      field("Term", term.map { "\($0)" } ?? ""),
      field(
        "Officer", officers.map { "\($0.person) \($0.post)" }.joined(separator: "\n")),
      field("Unit", units.joined(separator: "\n")),
    ]
  }
}
