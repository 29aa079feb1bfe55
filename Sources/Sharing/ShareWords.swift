/// The words about sharing.
package protocol ShareWords {
  /// An error of sharing, and what to do.
  func sentence(_ error: ShareError) -> String
  /// A reason for which a person has to do something, while the desk goes on.
  func sentence(_ warning: Sharer.Warning) -> String
  /// The progress of sharing, in the frame of the window.
  func shared(_ standing: Sharer.Standing) -> String

  // MARK: Commands

  /// A command that has no address of a database.
  var noShare: String { get }
  /// A database that was prepared, and what to do next: a line for each.
  func prepared(_ schema: Schema) -> [String]
  /// The time by which a clock is ahead, in a table; empty if it is right.
  func clockLead(_ seconds: Int) -> String
  /// The heads of the columns: desk, station, role, when it was last heard of,
  /// its last event, waiting, the minutes by which its clock is ahead, the
  /// version of its lists.
  var shareHeadings: [String] { get }
  /// A database that has no station yet.
  var nothingShared: String { get }
  /// The version of the lists that the shared database has.
  func sentence(_ lists: SharedLists) -> String
  /// The lists of this computer, published as a version.
  func publishedLists(_ version: Int) -> String
  /// The end of a change of the lists that could not be published.
  var listsOnlyHere: String { get }
  /// The lists that only this computer has.
  func ownLists(_ count: Int) -> String
  /// The journals that were written into a folder.
  func fetched(_ count: Int, into folder: String) -> String
  /// A shared database without a transaction that is not archived.
  var nothingToFetch: String { get }
  /// The transactions of a station that are not saved, and what to do.
  func unsaved(_ count: Int, at status: ShareStatus) -> String
  /// A station that may have more than the shared database, and since when.
  func lagging(_ status: ShareStatus) -> String
  /// The lines that are old enough to be erased from the database.
  func sharedLinesToErase(_ count: Int, olderThan days: Int) -> String
  /// The lines that were erased from the database.
  func erasedShared(_ count: Int) -> String
}
