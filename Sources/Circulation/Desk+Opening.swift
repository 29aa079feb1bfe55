extension Desk {
  /// What was found when a desk was opened.
  public struct Opening: Hashable, Sendable {
    /// What told that there was a journal, where none was found.
    public internal(set) var traces: [JournalTrace] = []
    /// What of the journal could not be read.
    public internal(set) var damage: [JournalDamage] = []
    /// How many transactions of a save that was cut short are now saved.
    public internal(set) var completedCount = 0
    /// How many transactions of a save that was cut short are unsaved again,
    /// since `OffCirc.dat` is another file now.
    public internal(set) var returnedCount = 0
    /// Why a save that was cut short could not be completed.
    public internal(set) var failure: FileFailure?

    /// Whether everything was as the last close left it.
    public var isUneventful: Bool { self == Opening() }
  }
}
