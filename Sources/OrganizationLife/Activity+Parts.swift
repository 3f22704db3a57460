/// An absence: `Q1M05(王五) 值班 批准=Q1M01(李敏)`.
public struct Absence: Hashable, Sendable {
  /// Who was absent.
  public var person: Person
  /// 值班 备勤 押解 住院看护 封闭执勤 出差 培训 病假 事假 探亲 无故, or free text
  public var reason: String
  /// Who approved it.
  public var approver: Person?

  /// An absence with its reason.
  public init(person: Person, reason: String, approver: Person? = nil) {
    self.person = person
    self.reason = reason
    self.approver = approver
  }
}

/// A member not counted as expected, with approval (中组部说明, R26): `Q1M09(周一) 卧床`.
public struct Exclusion: Hashable, Sendable {
  /// Who is left out.
  public var person: Person
  /// Why.
  public var reason: String

  /// An exclusion with its reason.
  public init(person: Person, reason: String) {
    self.person = person
    self.reason = reason
  }
}

/// A signature: `Q1M01(李敏) 2026-03-13`.
public struct Signature: Hashable, Sendable {
  /// Who signed.
  public var person: Person
  /// When; nil if the record does not say.
  public var day: Day?

  /// A signature.
  public init(person: Person, day: Day?) {
    self.person = person
    self.day = day
  }
}

/// What an item of a meeting is.
public enum ItemKind: String, CaseIterable, Sendable {
  /// Passing on and studying documents.
  case study = "传达学习"
  /// A discussion.
  case discussion = "讨论"
  /// A vote.
  case vote = "表决"
  /// A report for information.
  case report = "通报"
  /// A part of a theme day (主题党日 的 环节).
  case part = "环节"
}

/// One item (议题) of a meeting, or one part (环节) of a theme day.
public struct Item: Hashable, Sendable {
  /// 议题
  public var title: String
  /// What it is; nil when the record does not say.
  public var kind: ItemKind?
  /// Whose matter it is.
  public var about: [Person]
  /// The minutes of this item.
  public var minutes: String
  /// The votes taken, one for each person voted on.
  public var votes: [Vote]
  /// 决议
  public var resolution: String
  /// Who carries it out.
  public var owners: [Person]
  /// By when.
  public var due: Day?
  /// Who was absent for this item only.
  public var away: [Person]
  /// 应选名额: how many are to be elected at this item.
  public var seats: Int?

  /// An item; what is not given is empty.
  public init(
    title: String, kind: ItemKind? = nil, about: [Person] = [], minutes: String = "",
    votes: [Vote] = [], resolution: String = "", owners: [Person] = [], due: Day? = nil,
    away: [Person] = [], seats: Int? = nil
  ) {
    self.title = title
    self.kind = kind
    self.about = about
    self.minutes = minutes
    self.votes = votes
    self.resolution = resolution
    self.owners = owners
    self.due = due
    self.away = away
    self.seats = seats
  }
}

/// A number that people may give roughly: `1000+` (余), `~20` (近), `126`.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The number itself.
  public var value: Int
  /// `+` after, `~` before, or nothing.
  public var isAtLeast: Bool
  /// Written `~20`.
  public var isAbout: Bool

  /// Reads the three forms; nil for anything else.
  public init?(_ text: String) {
    isAbout = text.hasPrefix("~")
    isAtLeast = text.hasSuffix("+")
    let digits = text.drop { $0 == "~" }.prefix { $0 != "+" }
    // So few digits that no sum of quantities can overflow.
    guard !(isAbout && isAtLeast), digits.utf8.count <= 9, let value = Int(digits), value >= 0,
      digits.utf8.count + (isAbout || isAtLeast ? 1 : 0) == text.utf8.count
    else { return nil }
    self.value = value
  }

  /// As it is written in a record.
  public var description: String { "\(isAbout ? "~" : "")\(value)\(isAtLeast ? "+" : "")" }
}
