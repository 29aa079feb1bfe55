/// The sentences about files that were not as they should be, and about their
/// repair.
package protocol RepairWords {
  /// A repair; the traces are of a journal that was not there.
  func sentence(_ repair: Repair, _ traces: [JournalTrace]) -> String
  /// A repair that the journal has noted.
  func sentence(_ repair: Repair, at time: LocalTime) -> String
  /// A journal with nothing in it, and the first trace of what it had.
  func void(
    _ void: JournalVoid, _ traces: [JournalTrace], in journal: String
  ) -> String
  /// The NUL bytes that a journal ends in.
  func zeros(_ count: Int, in journal: String) -> String
  /// The events that are missing at the end of a journal.
  func eventsGone(_ count: Int, from journal: String) -> String
  /// A station of another machine that has not let the folder go.
  func predecessor(_ holder: StationLock.Holder) -> String
  /// A drive whose locks other machines do not see.
  func localLocks(of drive: Drive) -> String
  /// An error because the files are another station's now; nil for any other.
  func isAnothers(_ error: FileError) -> String?
  /// The journal that the list was kept in.
  func rescued(_ count: Int, in path: String) -> String
}
