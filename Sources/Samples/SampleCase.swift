import OrganizationLife
import RecordLog

/// An institution whose published figures come out of single records: a sample for each pack.
/// Its people are invented.
public enum SampleCase: String, CaseIterable, Sendable {
  /// 学用、目标、组织三维融合
  case fusion = "三维融合"
  /// 全省汇总
  case province = "湖北"
  /// 举荐、政治生日、网格
  case nomination = "乔司"
  /// 学习教育
  case study = "湖南"
  /// 大培训、大练兵、大比武
  case drill = "广西"

  /// The name of the unit.
  public var unit: String {
    switch self {
    case .fusion: "扎兰屯监狱(样例)"
    case .province: "湖北监狱系统(样例)"
    case .nomination: "乔司监狱(样例)"
    case .study: "湖南省监狱管理局(样例)"
    case .drill: "广西监狱系统(样例)"
    }
  }

  /// The packs that it has switched on.
  public var packs: [String] { [rawValue] }

  /// The records of the year that the day lies in, from October on, else of the year before, in
  /// the order in which they were written, all before the day. The same seed and day give the same
  /// records.
  ///
  /// - Parameter offset: the zone's offset from UTC in seconds.
  public func history(
    seed: UInt64, today: Day, offset: Int = 28_800
  ) -> [(author: Author, moment: String, record: NewRecord)] {
    switch self {
    case .fusion: FusionCase(seed: seed, today: today).history(offset: offset)
    case .province: ProvinceCase(seed: seed, today: today).history(offset: offset)
    case .nomination: NominationCase(seed: seed, today: today).history(offset: offset)
    case .study: StudyCase(seed: seed, today: today).history(offset: offset)
    case .drill: DrillCase(seed: seed, today: today).history(offset: offset)
    }
  }
}
