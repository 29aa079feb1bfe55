import Circulation

/// The words of what other desks share.
package protocol NeighbourWords {
  /// The name of a desk, also of one that has none: no capital at the start.
  func name(ofDesk name: String) -> String
  /// An item that another desk lent to another borrower, on the same day or
  /// before.
  func lentElsewhere(_ line: Neighbours.Line, today: LocalTime) -> String
  /// The head of what other desks did on this day.
  var elsewhereHeading: String { get }
  /// The number of lines that only other desks have of a number, as a status
  /// line.
  func foundElsewhere(_ number: String, _ count: Int) -> String
}
