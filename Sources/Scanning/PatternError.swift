/// A reason to refuse an expression.
package enum PatternError: Error, Hashable, Sendable {
  /// It does not compile: an error of syntax at a position, from 1.
  case notUnderstood(PatternFlaw, place: Int)
  /// It is longer than the maximum, in bytes.
  case tooLong(byteCount: Int, maximum: Int)
  /// Matching takes too long with some numbers.
  case tooCostly
}
