import Foundation
import Testing

@testable import OrganizationLife

@Suite("Names that look alike")
struct NameShapeTests {
  @Test(
    "are of one shape",
    arguments: [
      ("李末", "李未"), ("王戌", "王戍"), ("赵己", "赵巳"), ("张 三", "张三"), ("张\u{3000}三", "张三"),
      ("张\u{200D}三", "张三"), ("\u{FEFF}张三\u{200B}", "张三"), ("葛\u{E0100}平", "葛平"),
      ("阿不都·买买提", "阿不都•买买提"), ("阿不都・买买提", "阿不都･买买提"), ("阿不都．买买提", "阿不都.买买提"),
      ("阿不都·买买提", "阿不都.买买提"), ("ＡＢ李", "AB李"), ("⼟⽅", "土方"), ("⻢⻰", "马龙"),
      ("\u{F9E1}敏", "李敏"), ("\u{2F81A}", "冬"), ("Аnna", "Anna"), ("e\u{301}va", "éva"),
      ("Ρавел", "Pавел"), ("〇一", "○一"), ("士心", "⼟心"),
    ])
  func alike(_ a: String, _ b: String) {
    #expect(NameShape(of: a) == NameShape(of: b))
  }

  @Test(
    "others are not",
    arguments: [
      ("李敏", "李明"), ("张三", "张三三"), ("éva", "eva"), ("Anna", "anna"), ("王一", "王二"), ("", "李"),
      ("阿不都·买买提", "阿不都买买提"), ("太平", "大平"),
    ])
  func different(_ a: String, _ b: String) {
    #expect(NameShape(of: a) != NameShape(of: b))
  }

  @Test("radicals, full width and compatibility forms are what Unicode says that they are")
  func unicode() {
    var compared = 0
    for range in [0x2F00...0x2FD5, 0xFF01...0xFF5E, 0xF900...0xFA6D, 0x2F800...0x2FA1D] {
      for value in range {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        let text = String(scalar)
        let plain = text.precomposedStringWithCompatibilityMapping
        #expect(NameShape(of: text) == NameShape(of: plain), "U+\(String(value, radix: 16))")
        compared += 1
      }
    }
    print("shapes compared with Unicode's mappings: \(compared)")
    #expect(compared > 1_200)
  }

  @Test("a character stands in one group of look-alikes only")
  func groups() {
    var seen: Set<Character> = []
    for character in NameShape.groups.joined() {
      #expect(seen.insert(character).inserted, "\(character)")
    }
    #expect(NameShape.groups.allSatisfy { $0.count > 1 })
  }
}
