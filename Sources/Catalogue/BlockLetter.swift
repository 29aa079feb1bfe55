/// The reason of a block, as a letter of Evergreen's list.
package enum BlockLetter: String, CaseIterable, Sendable {
  /// The card is lost.
  case lost = "L"
  /// The account has expired.
  case expired = "E"
  /// The borrower is barred.
  case barred = "B"
  /// The borrower owes something.
  case owing = "D"
}
