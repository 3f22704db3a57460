import OrganizationLife
import RecordLog

/// Something in a file of the catalogue that could not be used, and what follows from it.
public struct CatalogFault: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// There is no entry of that type in the whole catalogue: its file is gone, or emptied.
    case noEntries(type: String, isFileThere: Bool)
    /// A folder is where a file of the catalogue should be.
    case isFolder
    /// A line that is not rec.
    case grammar(GrammarFault.Kind)
    /// A `%rec:` type that the program does not know.
    case unknownType(String)
    /// A field's value.
    case value(field: String, ValueProblem)
    /// An entry with the same id holds on some of the same days.
    case overlaps(id: String, line: Int)
    /// An item of a checklist that is not there.
    case unknownChecklist(String)
    /// An answer of a checklist, or a measure of a report's line, that names an obligation that is
    /// not there.
    case unknownObligation(String, field: String)
    /// A kind that is not there.
    case unknownKind(String)
    /// An item proposed by a kind that has no items of that sort.
    case badPreset(String)
    /// A complete record needs a field that the form does not show.
    case needNotShown(String)
    /// What contradicts itself in an obligation; `endsBeforeItBegins` of any entry.
    case obligation(ObligationFault)
    /// A step of a procedure that is not there.
    case unknownProcedure(String)
    /// What contradicts itself in a procedure.
    case procedure(ProcedureFault)
    /// A bound that is not `步骤 >= 1年` or `步骤 <= 3个月`.
    case badBound(String)
    /// A proof that is none of the five forms.
    case badProof(String)
    /// A length of time that is not `30天`, `3个月` or `1年`.
    case badInterval(String)
    /// Minutes that no 学时 has.
    case badMinutes(Int)
    /// An answer that is none of the four forms.
    case badAnswer(String)
    /// A condition that the program does not know.
    case unknownCondition(String)
    /// A selection that cannot be read.
    case selection(SelectionError)
    /// A measure of a report's line that is none of the forms.
    case badMeasure(String)
    /// What a line of a report is to be taken from is no type of records.
    case unknownRecords(String)
    /// A field by which records cannot be put into a period.
    case badDayField(String)
    /// A bound of a report's line that is no product.
    case badBoundary(String)
    /// A sentence with a bracket that has no partner.
    case badSentence(String)
    /// A line of a report that does not stand above.
    case unknownLine(String)
    /// A line of a report that is switched off.
    case lineOff(String)
    /// A field that a line of a report asks for and no record of its type has.
    case unknownSelectedField(String, type: String)
    /// A report that is not there.
    case unknownReport(String)
    /// A field that the program does not know.
    case unknownField(String)
  }

  /// What follows until it is corrected.
  public enum Effect: Hashable, Sendable {
    /// The whole entry is out of force: without what is wrong the rest would mean something else.
    case entryOut
    /// Only that line, or what it says, is left out; the rest of the entry holds.
    case lineOut
    /// Something else is taken for it; empty for nothing.
    case taken(String)
    /// A line of a checklist is left to a person to answer.
    case byHand
    /// Everything holds as it stands.
    case kept
  }

  /// The file, `catalog/kind.rec`.
  public var path: String
  /// 1-based; 0 for a whole file.
  public var line: Int
  /// What is wrong.
  public var problem: Problem
  /// What follows.
  public var effect: Effect

  /// A fault.
  public init(path: String, line: Int, problem: Problem, effect: Effect = .entryOut) {
    self.path = path
    self.line = line
    self.problem = problem
    self.effect = effect
  }
}
