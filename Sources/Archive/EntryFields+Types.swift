import OrganizationLife

/// Each type of entry from its fields. What is missing or unreadable is noted, and the value then
/// stands for nothing.
extension EntryFields {
  mutating func kind() -> (ActivityKind, Validity?) {
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let short = text("Short", else: .taken(title ?? "")) ?? title
    let body: Body? = choice("Body")
    let validity = validity()
    let level: RuleLevel? = optionalChoice("Binding")
    _ = (level, optionalText("Source"))
    return (
      ActivityKind(
        id: id ?? "", title: title ?? "", short: short ?? "", body: body ?? .members,
        isNumbered: yes("Numbered", else: .taken("否")), levels: choices("Level"),
        itemKinds: choices("ItemKind"),
        presets: texts("Preset"), fields: texts("Field"), needs: texts("Need"),
        mayCount: texts("MayCount"), isRestricted: isRestricted(),
        isMadeUp: yes("MadeUp", else: .taken("否")), hours: decimal("Hours", else: .lineOut),
        validity: validity ?? .always,
        isEnabled: yes("Enabled", otherwise: true)), validity
    )
  }

  /// Where nobody can tell, the records are kept from those who may not see such.
  private mutating func isRestricted() -> Bool {
    let before = problems.count
    let isRestricted = yes("Restricted", else: .taken("是"))
    return problems.dropFirst(before).contains { $0.effect == .taken("是") } || isRestricted
  }

  mutating func obligation() -> (Obligation, Validity?) {
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let kinds = texts("Kind", atLeastOne: true)
    let every: Frequency? = choice("Every")
    let times = number("Times", isMandatory: true)
    let levels: [OrganizationLevel] = choices("For", atLeastOne: true)
    let level = ruleLevel()
    let source = text("Source", else: .taken("")) ?? ""
    let validity = validity()
    return (
      Obligation(
        id: id ?? "", title: title ?? "", kinds: kinds, frequency: every ?? .year,
        times: times ?? 1, levels: levels, fullMembersAtLeast: number("FullMembersAtLeast"),
        fullMembersBelow: number("FullMembersBelow"), level: level,
        source: source, validity: validity ?? .always,
        lecturer: optionalText("Lecturer", else: .entryOut),
        item: optionalText("ItemTitle", else: .entryOut)), validity
    )
  }

  mutating func checklist() -> (Checklist, Validity?) {
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let revision = revision()
    let days = number("Within", else: .lineOut) ?? 30
    return (
      Checklist(
        id: id ?? "", title: title ?? "", revision: revision, items: [],
        daysToMend: max(1, min(days, 999))), validity()
    )
  }

  mutating func item() -> (ChecklistItem, Validity?) {
    let id = text("Id")
    let checklist = text("Checklist")
    let section = text("Section", else: .taken("")) ?? ""
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let source = answer()
    let period: Frequency? = choice("Period")
    let levels: [OrganizationLevel] = choices("For", atLeastOne: true)
    let level = ruleLevel()
    let article = text("Source", else: .taken("")) ?? ""
    let validity = validity()
    return (
      ChecklistItem(
        id: id ?? "", checklist: checklist ?? "", section: section, title: title ?? "",
        source: source, frequency: period ?? .year, levels: levels,
        level: level, article: article, validity: validity ?? .always), validity
    )
  }

  mutating func procedure() -> (ProcedureKind, Validity?) {
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let statuses: [MemberStatus] = choices("Status")
    let levels: [OrganizationLevel] = choices("For", atLeastOne: true)
    _ = (ruleLevel(), text("Source", else: .taken("")))
    let validity = validity()
    return (
      ProcedureKind(
        id: id ?? "", title: title, statuses: statuses, steps: [], levels: levels,
        validity: validity ?? .always), validity
    )
  }

  mutating func step() -> (ProcedureStepKind, procedure: String, Validity?) {
    let procedure = text("Procedure")
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let bounds = parsed("Bound", StepBound.init(text:)) { .badBound($0) }
    let proofs = parsed("Proof", StepProof.init(text:)) { .badProof($0) }
    let every = parsedOnce("Every", { Interval($0) }, { .badInterval($0) })
    let meaning: StepMeaning? = optionalChoice("Meaning")
    let level = ruleLevel()
    let source = text("Source", else: .taken("")) ?? ""
    let validity = validity()
    return (
      ProcedureStepKind(
        id: id ?? "", title: title, after: texts("After"), bounds: StepBound.joined(bounds),
        proofs: proofs, every: every, until: texts("EndedBy"), isOptional: isOptional(),
        leastHours: decimal("LeastHours", else: .lineOut),
        leastDays: number("LeastDays", else: .lineOut), meaning: meaning,
        source: source, level: level), procedure ?? "", validity
    )
  }

  /// Where nobody can tell, nothing is asked for.
  private mutating func isOptional() -> Bool {
    let before = problems.count
    let isOptional = yes("Optional", else: .taken("是"))
    return problems.dropFirst(before).contains { $0.effect == .taken("是") } || isOptional
  }

  /// How binding: what does not say so is claimed to be no more than the unit's own.
  private mutating func ruleLevel() -> RuleLevel {
    choice("Level", else: .taken(RuleLevel.local.rawValue)) ?? .local
  }

  mutating func study() -> (StudyPolicy, id: String?, Validity?) {
    let id = text("Id")
    _ = text("Title", else: .taken(id ?? ""))
    let minutes = number("Minutes", isMandatory: true)
    let sharesFirstYear = yes("SharesFirstYear", else: .taken("否"))
    _ = (ruleLevel(), text("Source", else: .taken("")))
    let validity = validity()
    if let minutes, !(1...600).contains(minutes) {
      fail("Minutes", 0, .badMinutes(minutes))
    }
    return (
      StudyPolicy(
        minutesPerHour: minutes ?? StudyPolicy.standard.minutesPerHour,
        sharesFirstYear: sharesFirstYear, validity: validity ?? .always), id, validity
    )
  }
}

extension EntryFields {
  /// A pack that is switched on; nothing of it is a value of the domain.
  mutating func pack() -> (id: String?, Validity?) {
    let id = text("Id")
    _ = (text("Title", else: .taken(id ?? "")), optionalText("Summary"), optionalText("Source"))
    let level: RuleLevel? = optionalChoice("Level")
    _ = level
    return (id, validity())
  }

  /// `Field: matter Kind` or, for records of every type, `Field: Tag`.
  mutating func word() -> (ProposedWord, Validity?) {
    let id = text("Id")
    let title = text("Title", else: .taken(id ?? "")) ?? id
    let names = (text("Field") ?? "").split(separator: " ").map(String.init)
    let level: RuleLevel? = optionalChoice("Level")
    _ = (level, optionalText("Source"))
    let type = names.count == 2 ? names[0] : nil
    let field = names.last ?? ""
    let isKnown =
      names.count == 2
      ? RecordShape.of(names[0])?.field(field) != nil : names == ["Tag"]
    if !isKnown, !names.isEmpty { fail("Field", 0, .unknownField(names.joined(separator: " "))) }
    let validity = validity()
    return (
      ProposedWord(title ?? "", for: field, of: type, validity: validity ?? .always), validity
    )
  }
}

extension StepBound {
  /// Reads `支部大会讨论 >= 1年` (not before) or `<=` (not after).
  init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, let interval = Interval(words[2]) else { return nil }
    switch words[1] {
    case ">=": self.init(from: words[0], least: interval)
    case "<=": self.init(from: words[0], most: interval)
    default: return nil
    }
  }

  /// Several lines about one step are one bound.
  static func joined(_ bounds: [StepBound]) -> [StepBound] {
    var found: [StepBound] = []
    for bound in bounds {
      if let index = found.firstIndex(where: { $0.from == bound.from }) {
        found[index].least = found[index].least ?? bound.least
        found[index].most = found[index].most ?? bound.most
      } else {
        found.append(bound)
      }
    }
    return found
  }
}

extension StepProof {
  /// Reads `表决 接收预备党员`, `活动 培训`, `文件 决议`, `日期 Admitted` or `身份 发展对象`.
  init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "表决":
      guard let category = VoteCategory(rawValue: words[1]) else { return nil }
      self = .vote(category)
    case "活动": self = .activity(kind: words[1])
    case "文件": self = .document(kind: words[1])
    case "日期":
      guard ["Applied", "Admitted", "Approved", "Confirmed"].contains(words[1]) else { return nil }
      self = .date(field: words[1])
    case "身份":
      guard let status = MemberStatus(rawValue: words[1]) else { return nil }
      self = .status(status)
    default: return nil
    }
  }
}
