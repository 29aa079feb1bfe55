/// The words of a school's textbooks.
package protocol TextbookWords {
  // MARK: Errors

  /// A label that is refused, after its place: no capital at the start.
  func clause(_ flaw: StatusLabelFlaw) -> String
  /// A rule of a tariff that is refused, after its place: no capital at the
  /// start.
  func clause(_ flaw: ChargeRuleFlaw) -> String

  // MARK: Values

  /// The label of a status: the school's own, or that of the language.
  func label(of status: CopyStatus) -> String
  /// An amount, with its currency.
  func amount(_ money: Money) -> String
  /// The stage of a fine, as a table has it.
  func name(of state: Fine.State) -> String
  /// The way in which a fine came about: no capital at the start and no stop.
  func reason(_ derivation: Derivation, on scale: StatusScale) -> String
}
