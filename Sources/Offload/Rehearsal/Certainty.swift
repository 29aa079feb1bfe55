/// The certainty with which an effect of a line is foretold.
package enum Certainty: Hashable, Sendable {
  /// It follows from the lists and from the lines before.
  case certain
  /// It is likely, for a reason not certain.
  case likely(Doubt)
  /// It can't be foretold.
  case unknowable(Doubt)

  /// A reason not to be certain.
  package enum Doubt: Hashable, Sendable {
    /// The list was not imported as a complete one.
    case incomplete
    /// The list is of an earlier day, in days from 1970-01-01.
    case older(day: Int)
    /// The list is of a later day, in days from 1970-01-01.
    case newer(day: Int)
    /// The number is not in the last complete list, and was in one before.
    case gone
    /// No list says who has the item.
    case holder
    /// Item and borrower are unknown, and only one of them is named.
    case both
    /// The due date is an estimate by the rules of the settings.
    case estimate
    /// A setting of the library system decides.
    case setting
  }

  /// The name of the certainty for programs.
  package var name: String {
    switch self {
    case .certain: "certain"
    case .likely: "likely"
    case .unknowable: "unknown"
    }
  }

  /// The reason not to be certain; nil if it is.
  package var doubt: Doubt? {
    switch self {
    case .certain: nil
    case .likely(let doubt), .unknowable(let doubt): doubt
    }
  }
}
