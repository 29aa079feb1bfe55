/// The loans of all copies, for a desk that goes on recording, with those that
/// other desks share.
///
/// The journals are read once, and again if others change those of the archive.
package final class LendingWatch {
  /// A function that reads all journals of a folder, beside those of other
  /// stations.
  package typealias Reading =
    (StationFolder, [JournalReplay]) throws -> LendingHistory
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
  /// Those of the other stations.
  private var heard: [String: Int] = [:]
  /// The number of states that others noted before that.
  private var stateCount = 0

  /// The number of times that there was something new.
  package private(set) var renewalCount = 0
  /// The reason why nothing is known of earlier loans; nil if they could be
  /// read.
  package private(set) var problem: (any Error)?

  /// Creates a watch; nothing is read yet.
  package init(
    reading read: @escaping Reading = {
      try LendingHistory.read(of: $0, beside: $1).history
    },
    lookingAt look: @escaping Looking = {
      try LendingHistory.archivedJournals(of: $0)
    }
  ) {
    self.read = read
    self.look = look
  }

  /// Returns the history with all that the desk has recorded, and what the
  /// others share; nil if the journals can't be read.
  package func history(at desk: Desk) -> LendingHistory? {
    let neighbours = desk.neighbours
    let last = neighbours.lastSequences
    let hasStates = stateCount == neighbours.stateCount
    guard sequence != desk.lastSequence || heard != last || !hasStates else {
      return history
    }
    renewalCount += 1
    stateCount = neighbours.stateCount
    let known = (sequence, heard)
    (sequence, heard) = (desk.lastSequence, last)
    do {
      let present = try look(desk.folder)
      if present == archived, hasStates,
        follow(desk, neighbours, after: known)
      {
        return history
      }
      history = nil
      history = try read(desk.folder, neighbours.journals)
      archived = present
      problem = nil
    } catch {
      history = nil
      problem = error
    }
    return history
  }

  /// Takes what is new; returns false if the journals have to be read again.
  private func follow(
    _ desk: Desk, _ neighbours: Neighbours,
    after known: (sequence: Int, others: [String: Int])
  ) -> Bool {
    guard
      history?.follow(desk.replay, of: desk.station, after: known.sequence)
        == true
    else { return false }
    for (station, last) in heard where known.others[station] != last {
      guard let before = known.others[station],
        let journal = neighbours.journal(of: station),
        history?.follow(journal, of: station, after: before) == true
      else { return false }
    }
    return true
  }
}
