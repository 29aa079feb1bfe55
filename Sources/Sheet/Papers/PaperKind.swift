/// A paper for the textbooks of a class or a pupil.
package enum PaperKind: String, CaseIterable, Sendable {
  /// The copies that a pupil takes, to be signed.
  case receipt
  /// The copies that a pupil has brought back, with states and fines.
  case statement
  /// The pupils of a class with what they have.
  case classList = "class-list"
  /// The bar codes of the pupils of a class, for a desk without cards.
  case contactSheet = "contact-sheet"
  /// A label for each copy, to be put into it.
  case loanLabels = "loan-labels"
  /// A letter about copies that are missing and fines that are open.
  case reminder
}
