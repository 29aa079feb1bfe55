extension JournalReplay {
  /// The reserve below the largest number: ten transactions a second use it up
  /// in three years.
  private static let reserve = 1_000_000_000

  /// Verifies that the journal has sequence numbers left.
  ///
  /// - Throws: ``CirculationError/numbersUsedUp(path:last:)``.
  func checkNumbers(of path: String) throws(CirculationError) {
    let last = lastSequence + unreadCount
    guard last < JournalFormat.maximumSequence - Self.reserve else {
      throw .numbersUsedUp(path: path, last: last)
    }
  }
}
