extension JournalReplay {
  /// A number has 18 digits at most; a station that records ten transactions a
  /// second would need three years for these.
  private static let reserve = 1_000_000_000

  /// Sees to it that there are sequence numbers left in a journal.
  ///
  /// - Throws: ``CirculationError/numbersUsedUp(path:last:)``.
  func checkNumbers(of path: String) throws(CirculationError) {
    let last = lastSequence + unreadCount
    guard last < JournalFormat.mostSequence - Self.reserve else {
      throw .numbersUsedUp(path: path, last: last)
    }
  }
}
