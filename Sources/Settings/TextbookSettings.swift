import Catalogue
import Textbooks

/// The settings of a school's textbooks.
package struct TextbookSettings: Hashable, Sendable {
  /// True if the state of each copy is noted at its return.
  package var notesStates = false
  /// The labels of states that the school has chosen itself.
  package var labels: [StatusLabel] = []
  /// The numbers of the states in which a copy may be lent.
  package var lendable = StatusScale.lendable
  /// The year of first circulation of new copies; nil if none is set.
  package var year: Int?
  /// The way to make call numbers.
  package var callNumbers = CallNumberScheme()
  /// The rules for fines.
  package var tariff = Tariff()
  /// The time for which archives keep the borrowers of loans that have ended,
  /// in days; 0 for ever.
  package var keepLoans = 0

  /// Creates the defaults, those of PMB-Manuels.
  package init() {}

  /// The states that a copy may have.
  package var scale: StatusScale {
    StatusScale(labels: labels, lendable: lendable)
  }
}
