/// A number on the sheet for the exercise: a card or an item that does not
/// exist.
///
/// The percent signs around its barcode tell it from real numbers, as they do
/// with commands: a real desk refuses it by name.
package struct PracticeNumber: Hashable, Sendable {
  /// The kind of number.
  package let kind: Scan.Kind
  /// The number within its kind, from 1 to 9.
  package let index: Int

  /// The cards of the sheet.
  package static let cards = (1...3).map { Self(kind: .borrower, index: $0) }
  /// The items of the sheet.
  package static let items = (1...9).map { Self(kind: .item, index: $0) }

  /// The number as an exercise records it.
  package var number: String {
    "\(kind == .borrower ? "CARD" : "ITEM")-\(index)"
  }
  /// The text of the barcode.
  package var code: String { "%\(number)%" }

  /// The numbers by the text of their barcodes through each keyboard layout, in
  /// upper case.
  static let typings = Dictionary(
    (cards + items).flatMap { practice in
      practice.code.typings.map { ($0, practice) }
    }
  ) { first, _ in first }
}

extension NumberRules {
  /// These rules with the numbers of the exercise's sheet.
  func ofExercise(_ kind: Scan.Kind) -> NumberRules {
    var rules = NumberRules()
    let numbers =
      kind == .borrower ? PracticeNumber.cards : PracticeNumber.items
    // Plain text is always a pattern.
    rules.patterns =
      patterns + numbers.compactMap { try? Pattern("^\($0.number)$") }
    return rules
  }
}
