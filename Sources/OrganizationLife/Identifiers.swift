/// The id of an organisation: `[A-Z][A-Z0-9]{1,11}`, for example `Q1`.
public struct OrganizationIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written.
  public let text: String

  /// Nil unless `text` is an upper-case letter and 1–11 upper-case letters or digits.
  public init?(_ text: String) {
    guard isIdentifier(text.utf8, lengths: 2...12) else { return nil }
    self.text = text
  }

  public static func < (a: Self, b: Self) -> Bool { naturallyPrecedes(a.text, b.text) }

  public var description: String { text }
}

/// The id of a member, unique in the store: `[A-Z][A-Z0-9]{1,15}`, for example `Q1M04`.
public struct MemberIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as written.
  public let text: String

  /// Nil unless `text` is an upper-case letter and 1–15 upper-case letters or digits.
  public init?(_ text: String) {
    guard isIdentifier(text.utf8, lengths: 2...16) else { return nil }
    self.text = text
  }

  public static func < (a: Self, b: Self) -> Bool { naturallyPrecedes(a.text, b.text) }

  public var description: String { text }
}

/// The Id of a record of the log, opaque here: what a value was read from, so that every answer
/// can name its evidence.
public struct Reference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The Id as written, or `Id#n` for item n of a record.
  public let text: String

  /// Wraps an Id; nothing is checked.
  public init(_ text: String) { self.text = text }

  /// The n-th item (from 1) of this record: `Id#n`.
  public func item(_ number: Int) -> Reference { Reference("\(text)#\(number)") }

  /// The Id of the record, without `#n`.
  public var recordText: String {
    text.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(text[..<$0]) } ?? text
  }

  /// The number of the item, from 1, in digits alone and without a leading 0; nil for a record.
  public var itemNumber: Int? {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let digits = text[text.utf8.index(after: mark)...]
    guard let first = digits.utf8.first, first != UInt8(ascii: "0"),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(digits)
  }

  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }

  public var description: String { text }
}

/// A person as records write one: `ID(姓名)` for a member of the store, any other text for a
/// guest (`刘×(政治处)`).
public struct Person: Hashable, Sendable, CustomStringConvertible {
  /// The member's id; nil for a guest.
  public let id: MemberIdentifier?
  /// The name; for a guest the whole text.
  public let name: String

  /// A member with the name as it was when the record was written.
  public init(id: MemberIdentifier, name: String) {
    self.id = id
    self.name = name
  }

  /// Reads `ID(姓名)` or a bare `ID`; anything else is a guest.
  public init(_ text: String) {
    if text.utf8.last == UInt8(ascii: ")"), let open = text.utf8.firstIndex(of: UInt8(ascii: "(")),
      let id = MemberIdentifier(String(text[..<open]))
    {
      self.id = id
      name = String(text[text.utf8.index(after: open)...].dropLast())
    } else if let id = MemberIdentifier(text) {
      self.id = id
      name = ""
    } else {
      id = nil
      name = text
    }
  }

  /// `ID(姓名)`, or the guest's text.
  public var description: String {
    guard let id else { return name }
    return name.isEmpty ? id.text : "\(id.text)(\(name))"
  }
}

private func isIdentifier(_ bytes: String.UTF8View, lengths: ClosedRange<Int>) -> Bool {
  guard lengths.contains(bytes.count), let first = bytes.first,
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
  else { return false }
  return bytes.allSatisfy {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
  }
}

/// Compares ids so that `Q2` stands before `Q10`: runs of digits by value, the rest by byte.
private func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
  var left = a.utf8.makeIterator()
  var right = b.utf8.makeIterator()
  var l = left.next()
  var r = right.next()
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  while let x = l, let y = r {
    if digits.contains(x), digits.contains(y) {
      var first = 0
      var second = 0
      while let digit = l, digits.contains(digit) {
        first = first * 10 + Int(digit - digits.lowerBound)
        l = left.next()
      }
      while let digit = r, digits.contains(digit) {
        second = second * 10 + Int(digit - digits.lowerBound)
        r = right.next()
      }
      if first != second { return first < second }
    } else {
      if x != y { return x < y }
      l = left.next()
      r = right.next()
    }
  }
  if l == nil, r == nil { return a < b }
  return l == nil
}
