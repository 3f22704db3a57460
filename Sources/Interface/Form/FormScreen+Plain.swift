import Archive
import OrganizationLife
import RecordLog

// Documents, honours, teams, plans and figures: their forms are the fields of the format.
extension FormScreen {
  /// The types of records that such a form writes, in the order in which they are proposed.
  static let plainTypes = ["document", "honor", "team", "plan", "figure"]

  /// The kinds that are proposed for the records of a type.
  static func proposedKinds(of type: String, in context: Context) -> [String] {
    guard let field = FormSpec.of(type).fields.first(where: { $0.name == "Kind" }),
      let catalog = context.archive?.catalog,
      case .choice(let kinds, _, _) = field.kind.proposing(
        catalog.words(for: "Kind", of: type, on: context.session.today))
    else { return [] }
    return kinds
  }

  /// A new record of a type, of today.
  mutating func openNewPlain(
    _ type: String, _ organization: OrganizationIdentifier, in context: Context
  ) -> Bool {
    guard FormScreen.plainTypes.contains(type) else { return false }
    self.type = type
    self.organization = organization
    derive(in: context)
    page = FormPage(FormScreen.plainFields(of: type))
    let today = context.session.today
    for name in ["Date", "Since"] where page.index(of: name) != nil {
      page.setText(name, today.description)
    }
    if type == "plan" { page.setText("Period", Period(.month, containing: today).description) }
    if type == "figure" { page.setText("Period", Period(.year, containing: today).description) }
    return true
  }

  /// The newest version of one, to be corrected with a reason.
  mutating func openPlain(_ reference: Reference, in context: Context) -> Bool {
    guard let record = context.archive?.record(reference),
      FormScreen.plainTypes.contains(record.type),
      let (newest, fields) = recordFields(reference, in: context),
      let id = fields.first(where: { $0.name == "Organization" })?.value
    else { return false }
    type = record.type
    organization = OrganizationIdentifier(id)
    derive(in: context)
    var reason = FieldSpec(field: "Reason", of: type)
    reason.isRequired = true
    page = FormPage(FormScreen.plainFields(of: type) + [reason])
    page.read(fields, derived.input)
    base = BaseRecord(reference: newest, isFinal: true, title: plainTitle)
    return true
  }

  /// What it is called.
  var plainTitle: String {
    [page.text("Title"), page.text("Name"), page.text("Indicator"), page.text("Kind")].map(
      \.trimmed
    )
    .first { !$0.isEmpty } ?? ""
  }

  private static func plainFields(of type: String) -> [FieldSpec] {
    FormSpec.of(type, without: ["Organization"]).fields.map { spec in
      var spec = spec
      if spec.id == "To", type == "honor" {
        spec.kind = .people(isMultiple: true, allowsGuests: true)
      }
      spec.startsRow = ["Title", "Name", "Date", "Text", "Purpose", "Due", "Indicator", "Source"]
        .contains(spec.id)
      return spec
    }
  }
}
