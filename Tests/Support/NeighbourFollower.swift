import Circulation

/// A follower that knows what other desks did, and does nothing else.
package final class NeighbourFollower: JournalFollower {
  /// The transactions of the other desks.
  package let neighbours: Neighbours?
  /// False: it has nothing to do.
  package let isBusy = false

  /// Creates a follower that knows these.
  package init(_ neighbours: Neighbours) { self.neighbours = neighbours }

  /// Does nothing.
  package func follow(_ journal: any OpenFile, to end: Int) {}

  /// Does nothing.
  package func finish() {}
}
