import Circulation

/// The loan on which a copy is out, by journals or by a list.
package enum CurrentLoan: Hashable, Sendable {
  /// The last one that the journals have.
  case recorded(LoanEpisode)
  /// One that a list tells of.
  case listed

  /// Finds the loan of a copy; nil if it is in.
  ///
  /// A list counts if it tells of loans, and is of a later day than the last
  /// loan or return in the journals.
  ///
  /// - Parameters:
  ///   - history: its history; nil if the journals do not know it.
  ///   - isOnLoan: true if a list has it on loan; nil if none tells of that.
  ///   - day: the day of that list, `YYYY-MM-DD`; nil if it is not known.
  package init?(
    _ history: CopyHistory?, listed isOnLoan: Bool?,
    on day: @autoclosure () -> String?
  ) {
    if let last = history?.episodes.last,
      isOnLoan == nil || history?.isMoved(before: day()) != true
    {
      guard last.returned == nil else { return nil }
      self = .recorded(last)
    } else {
      guard isOnLoan == true else { return nil }
      self = .listed
    }
  }
}

extension CopyHistory {
  /// Returns true if its last loan or return was before a day.
  fileprivate func isMoved(before day: String?) -> Bool {
    guard let day, let lastMoved else { return false }
    return lastMoved.iso8601.prefix(10) < day
  }
}
