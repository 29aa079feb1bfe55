import Circulation

/// The numbers of a line, for the message about it.
package struct LineNumbers: Hashable, Sendable {
  /// The item.
  package let item: String
  /// The borrower of a loan.
  package let borrower: String?
  /// The last borrower before whom the system knew.
  package let previous: String?

  /// Creates the numbers of a line.
  package init(item: String, borrower: String?, previous: String? = nil) {
    self.item = item
    self.borrower = borrower
    self.previous = previous
  }
}

/// The rules by which a library system takes the lines of a file, one after
/// the other.
///
/// They are values: what they remember of the lines before is in them.
package protocol SystemRules: Sendable {
  /// Returns the outcome of the next line.
  mutating func outcome(of line: LineFacts) -> LineOutcome
  /// Returns the system's own words about an effect; nil if it says nothing.
  func message(
    on effect: LineEffect, _ operation: Operation, _ numbers: LineNumbers
  ) -> String?
  /// Returns the reason why the system itself leaves the effect open; nil if
  /// it does not.
  func doubt(about effect: LineEffect, of line: LineFacts) -> Certainty.Doubt?
  /// The message with which the system stops before it takes a line, after all
  /// lines of a file; nil if it does not.
  var firstAnswer: String? { get }
}

extension SystemRules {
  /// Returns nil: most systems leave nothing open.
  package func doubt(
    about effect: LineEffect, of line: LineFacts
  ) -> Certainty.Doubt? { nil }

  /// Nil: most systems take line by line.
  package var firstAnswer: String? { nil }
}
