/// Gives out names, none of them twice.
struct NameGenerator {
  struct Name {
    let text: String
    let writer: String
    let gender: String
    let nation: String
  }

  /// The texts that were drawn, and those that were given out for them.
  private var drawn: Set<String> = []
  private var taken: Set<String> = []
  private var writers = Set(fixed.map { $0.name.reading })

  /// Members whose names do not depend on the seed: the user of a demonstration, and those with
  /// rare characters or long names.
  private static let fixed: [(unit: Int, member: Int, name: NameStock.Whole)] = {
    let user = [
      (1, 0, NameStock.Whole(name: "李敏", reading: "limin", gender: "女", nation: NameStock.han)),
      (1, 1, NameStock.Whole(name: "陈晓", reading: "chenxiao", gender: "男", nation: NameStock.han)),
    ]
    let places = [
      (0, 7), (1, 9), (3, 6), (5, 7), (4, 8), (8, 6), (11, 5), (9, 7), (12, 12), (13, 4),
    ]
    return user + zip(places, NameStock.whole).map { ($0.0, $0.1, $1) }
  }()

  private static let reserved = Set(fixed.map { $0.name.name })

  /// A name for that member of a branch; numbers below 0 stand for nobody in particular.
  mutating func next(unit: Int, member: Int, random: inout SeededGenerator) -> Name {
    if let fixed = Self.fixed.first(where: { $0.unit == unit && $0.member == member })?.name {
      return Name(
        text: fixed.name, writer: fixed.reading, gender: fixed.gender, nation: fixed.nation)
    }
    var tries = 0
    while true {
      tries += 1
      let surname = random.pick(NameStock.surnames)
      let isFemale = random.happens(280)
      let givenNames = isFemale ? NameStock.femaleGiven : NameStock.maleGiven
      let number = random.below(givenNames.count)
      let text = surname.text + givenNames[number].text
      // In a whole province several people have the same name.
      guard !drawn.contains(text) || tries > 200, !Self.reserved.contains(text) else { continue }
      drawn.insert(text)
      let given = given(after: surname, from: number, in: givenNames, mayRepeat: tries > 200)
      return register(
        surname.text + given.text, surname.reading + given.reading, isFemale ? "女" : "男",
        random.happens(70) ? random.pick(NameStock.others) : NameStock.han)
    }
  }

  /// The given name with that number, or the next one that makes nobody's name with the surname:
  /// nobody's in the sample, unless names may repeat, and nobody's who exists.
  func given(
    after surname: NameStock.Part, from number: Int, in names: [NameStock.Part], mayRepeat: Bool
  ) -> NameStock.Part {
    let inTurn = (names[number...] + names[..<number]).filter {
      let text = surname.text + $0.text
      return !NameStock.real.contains(text) && !Self.reserved.contains(text)
    }
    let unused = mayRepeat ? nil : inTurn.first { !taken.contains(surname.text + $0.text) }
    return unused ?? inTurn.first ?? names[number]
  }

  private mutating func register(
    _ text: String, _ reading: String, _ gender: String, _ nation: String
  ) -> Name {
    taken.insert(text)
    var writer = String(reading.prefix(14))
    var suffix = 2
    while !writers.insert(writer).inserted {
      writer = String(reading.prefix(14)) + "\(suffix)"
      suffix += 1
    }
    return Name(text: text, writer: writer, gender: gender, nation: nation)
  }
}
