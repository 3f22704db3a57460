/// How a name looks, so that two names that are easily taken for one another can be told to whoever
/// enters the second. Names are compared by their letters everywhere else (`==`, to which composed
/// and decomposed letters and the compatibility forms of Han characters are the same); a shape only
/// ever leads to a warning.
///
/// Two names have the same shape when they differ in nothing but: blanks and characters that nobody
/// sees; full and half width; Kangxi and CJK radicals for the characters that they are; the dot
/// between the parts of a name; Latin, Cyrillic and Greek capitals and letters of one form; Han
/// characters that are told apart by a stroke's length.
public struct NameShape: Hashable, Sendable {
  /// One spelling for all names of the shape.
  private let spelling: String

  /// The shape of a name.
  public init(of name: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !Self.isUnseen(scalar) {
      scalars.append(Self.folded(scalar))
    }
    // By characters: one with a mark is no other than itself, a compatibility form no other than
    // the character that it stands for.
    spelling = String(String(scalars).map { Self.representatives[$0] ?? $0 })
  }

  /// Blanks, format characters and what may be left out in drawing.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint {
      return true
    }
    switch scalar.properties.generalCategory {
    case .format, .control: return true
    default: return false
    }
  }

  /// Full-width forms as ASCII, Kangxi radicals as characters.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2F00...0x2FD5: radicals[Int(scalar.value - 0x2F00)]
    default: scalar.halfWidth
    }
  }

  /// What the Kangxi radicals U+2F00–2FD5 are, in their order.
  private static let radicals = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢"
      + "尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火"
      + "爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿"
      + "肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹"
      + "雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

  /// Characters that look alike, each group under its first.
  static let groups = [
    // The dot in a name, and what is put for it.
    "·•・‧･∙⋅.", "一ー—―-", "〇○◯",
    // Latin, Greek, Cyrillic.
    "AΑА", "BΒВ", "CϹС", "EΕЕ", "HΗН", "IΙІ", "JЈ", "KΚК", "MΜМ", "NΝ", "OΟО", "PΡР", "SЅ",
    "TΤТ", "XΧХ", "YΥУ", "ZΖ", "aа", "cсϲ", "eе", "iі", "jј", "oοо", "pрρ", "sѕ", "vν", "xх", "yу",
    // Han characters and kana.
    "口ロ囗", "力カ", "二ニ", "八ハ", "工エ", "卜ト", "夕タ",
    // CJK radicals with a form of their own.
    "见⻅", "车⻋", "长⻓", "门⻔", "风⻛", "飞⻜", "马⻢", "鬼⻤", "鱼⻥", "鸟⻦", "麦⻨", "黄⻩", "齐⻬",
    "齿⻮", "龙⻰", "龟⻳", "民⺠", "母⺟",
    // Told apart by a stroke.
    "日曰", "未末", "戌戍戊", "己已巳", "土士", "干千于", "人入", "刀刁", "冶治", "汨汩", "冼洗", "洒酒",
    "晴睛", "券卷", "拆折", "拔拨", "候侯", "免兔", "壶壸", "盲肓", "嬴赢羸", "享亨", "子孑孓", "段叚",
    "祇祗衹", "宇字", "茶荼", "市巿", "丐丏", "佘余", "毋毌", "沐沭", "崇祟", "苗茁", "暑署", "锡钖",
    "场埸", "毫亳", "杞杷", "妹妺", "味昧", "兖衮", "竞竟", "析柝", "彤肜",
  ]

  private static let representatives: [Character: Character] = {
    var found: [Character: Character] = [:]
    for group in groups {
      for character in group.dropFirst() { found[character] = group.first }
    }
    return found
  }()
}
