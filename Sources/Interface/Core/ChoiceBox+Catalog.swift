import Wording

extension ChoiceBox {
  /// The id of the box that asks what is to be added to the catalogue.
  static let catalogTypes = "catalogType"

  /// What can be added to the catalogue.
  static func catalogTypes(in context: Context) -> ChoiceBox {
    ChoiceBox(
      id: catalogTypes, title: .catalogWhatToAdd,
      choices: CatalogForm.addedTypes.map {
        Choice(value: $0, label: context.say(.catalogType($0)))
      })
  }
}
