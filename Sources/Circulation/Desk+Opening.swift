extension Desk {
  /// The findings of opening a desk.
  package struct Opening: Hashable, Sendable {
    /// Evidence that a journal existed, if none was found.
    package internal(set) var traces: [JournalTrace] = []
    /// The damage found in the journal.
    package internal(set) var damage: [JournalDamage] = []
    /// The number of transactions that completing an interrupted save has
    /// saved.
    package internal(set) var completedCount = 0
    /// The number of transactions that an interrupted save left unsaved, since
    /// `OffCirc.dat` is a different file now.
    package internal(set) var returnedCount = 0
    /// The reason why an interrupted save could not be completed.
    package internal(set) var error: FileError?

    /// True if everything was as the last close left it.
    package var isUneventful: Bool { self == Opening() }
  }
}
