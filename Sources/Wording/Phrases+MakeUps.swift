import OrganizationLife

// 补学: what is said of absences that have to be made up.
extension Phrase {
  /// Empty: 补学
  public static let noMakeUps = Phrase(
    "没有要补学的缺席。Esc 返回。", "Nothing has to be made up. Esc goes back.")
  /// Still open, for so many days.
  public static func openFor(_ days: Int) -> Phrase {
    Phrase("待补\(days)天", "open \(days) days")
  }
  /// How an absence was made up.
  public static func madeUpBy(_ closing: MakeUpClosing) -> Phrase {
    switch closing {
    case .matter: Phrase("已登记办结", "recorded as closed")
    case .session: Phrase("已参加补学", "at a later lesson")
    case .document: Phrase("已交学习材料", "by a document")
    case .signature: Phrase("已传阅签名", "read and signed")
    }
  }
  /// Label: who was absent
  public static let labelAbsent = Phrase("缺席人", "Absent")
  /// Label: what was missed
  public static let labelMissed = Phrase("缺席活动", "Missed")
  /// Label: 原因
  public static let labelReason = Phrase("原因", "Reason")
  /// Label: 补学情况
  public static let labelMadeUp = Phrase("补学", "Made up")
  /// Way of closing: the member's own signature.
  public static let waySignature = Phrase("本人看过记录,传阅签名", "the member read the record and signs")
  /// Way of closing: at a later lesson.
  public static func waySession(_ session: String) -> Phrase {
    Phrase("在 \(session) 补的学", "made up at \(session)")
  }
  /// Way of closing: anything else.
  public static let wayMatter = Phrase("其他方式,登记补学", "another way, recorded as made up")
  /// Label: the ways
  public static let labelWays = Phrase("怎样补", "How")
  /// Asks whether an absence was made up at an activity.
  public static func makeUpQuestion(
    _ name: String, _ missed: String, _ held: String
  ) -> Phrase {
    Phrase("\(name)缺席的 \(missed),记为在 \(held) 补学?", "\(name), \(missed): made up at \(held)?")
  }
  /// The way to make up that a form offers first: the record went round and was signed. It goes
  /// into a record.
  public static let wayCirculated = Phrase(verbatim: "传阅签名")
  /// What to enter as the way.
  public static let hintMakeUpWay = Phrase(
    "Enter 选;也可直接写,如:自学材料、送学上门", "Enter chooses; or write how: read the material, was visited")
  /// Who signs for having made up.
  public static let hintMakeUpSigner = Phrase(
    "补学本人签名;由支部确认的写确认人", "the absent member, or who confirms it")
  /// Label: the day of making up
  public static let labelMakeUpDay = Phrase("补学日期", "Made up on")
  /// Title of the form that records how an absence was made up.
  public static func titleMakeUp(_ name: String) -> Phrase {
    Phrase("登记补学 · \(name)", "Made up · \(name)")
  }
  /// The reason of a correction that records 补学.
  public static let makeUpReason = Phrase("记补学", "补学")
  /// Whose signature it is.
  public static let hintMakeUpSigned = Phrase("看过记录的缺席人", "the absent member who has read it")
  /// Label: whose signature it is
  public static let labelMakeUpSigned = Phrase("签名人", "Signed by")
  /// Title of the form.
  public static func titleMakeUpSignature(_ title: String) -> Phrase {
    Phrase("传阅签名 · \(title)", "Read and signed · \(title)")
  }
}
