extension Desk {
  /// The findings of opening a desk.
  public struct Opening: Hashable, Sendable {
    /// Evidence that a journal existed, if none was found.
    public internal(set) var traces: [JournalTrace] = []
    /// The damage found in the journal.
    public internal(set) var damage: [JournalDamage] = []
    /// The number of transactions that completing an interrupted save has
    /// saved.
    public internal(set) var completedCount = 0
    /// The number of transactions that an interrupted save left unsaved, since
    /// `OffCirc.dat` is a different file now.
    public internal(set) var returnedCount = 0
    /// The reason why an interrupted save could not be completed.
    public internal(set) var failure: FileFailure?

    /// True if everything was as the last close left it.
    public var isUneventful: Bool { self == Opening() }
  }
}
