/// The loans of all copies, for a desk that goes on recording: the journals are
/// read once, and again if others change those of the archive.
package final class LendingWatch {
  /// A function that reads all journals of a folder.
  package typealias Reading = (StationFolder) throws -> LendingHistory
  /// A function that looks which journals the archive of a folder has.
  package typealias Looking =
    (StationFolder) throws -> [LendingHistory.ArchivedJournal]

  private let read: Reading
  private let look: Looking
  private var history: LendingHistory?
  /// The archive when the journals were read.
  private var archived: [LendingHistory.ArchivedJournal] = []
  /// The number of the desk's last event that the history has.
  private var sequence = -1

  /// The reason why nothing is known of earlier loans; nil if they could be
  /// read.
  package private(set) var problem: (any Error)?

  /// Creates a watch; nothing is read yet.
  package init(
    reading read: @escaping Reading = {
      try LendingHistory.read(of: $0).history
    },
    lookingAt look: @escaping Looking = {
      try LendingHistory.archivedJournals(of: $0)
    }
  ) {
    self.read = read
    self.look = look
  }

  /// Returns the history with all that the desk has recorded; nil if the
  /// journals can't be read.
  package func history(at desk: Desk) -> LendingHistory? {
    guard sequence != desk.lastSequence else { return history }
    let known = sequence
    sequence = desk.lastSequence
    do {
      let present = try look(desk.folder)
      if present == archived, history?.follow(desk, after: known) == true {
        return history
      }
      history = nil
      history = try read(desk.folder)
      archived = present
      problem = nil
    } catch {
      history = nil
      problem = error
    }
    return history
  }
}
