import Circulation

/// A line that fails or goes otherwise than meant, as it is foretold.
package struct RehearsedLine: Hashable, Sendable {
  /// The index of its file.
  package let file: Int
  /// The line number in its file, from 1.
  package let line: Int
  /// The transaction; nil if the line is not one.
  package let transaction: Transaction?
  /// The effect.
  package let effect: LineEffect
  /// The message of the library system; nil if it says nothing.
  package let message: String?
  /// The certainty.
  package let certainty: Certainty
  /// The knowledge from which it follows.
  package let ground: Ground

  /// True if the system's report will have a row about it, as far as that can
  /// be foretold.
  package var isReported: Bool {
    if case .unknowable = certainty { return false }
    return message != nil
  }

  /// The number that the library system does not know; nil if it knows both.
  package var unknownNumber: String? {
    switch effect {
    case .itemUnknown: transaction?.item.text
    case .borrowerUnknown, .givenToPrevious: transaction?.borrower?.text
    default: nil
    }
  }
}
