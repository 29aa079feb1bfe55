import Circulation
import Textbooks

/// The words of the hand-out of a class's books.
package protocol HandOutWords {
  // MARK: The window

  /// The class, and how many pupils and titles it has, in the upper edge.
  func handOutTitle(_ group: String, pupils: Int, titles: Int) -> String
  /// The name of the choice of the order.
  var orderName: String { get }
  /// An order in which a class gets its books.
  func name(of order: HandOut.Order) -> String
  /// The name of the field for copies.
  var copyName: String { get }
  /// The head of the column of pupils.
  var pupilHeading: String { get }
  /// The mark behind a pupil who is not there; at most 7 columns.
  var absentMark: String { get }
  /// The number of books that were given, and that of all.
  func given(_ count: Int, of all: Int) -> String
  /// The copy that was given last; the title is nil if no list has it.
  func lastGiven(_ item: Barcode, _ title: String?, to pupil: String) -> String
  /// The meaning of the signs in the table.
  var handOutLegend: String { get }
  /// The keys of a hand-out.
  func handOutFooter(_ order: HandOut.Order) -> String

  // MARK: Whose turn it is

  /// The title that a pupil gets next.
  func nextCopy(_ title: String, for pupil: String) -> String
  /// A class of which nobody who is there gets anything more, and the number of
  /// books that are open.
  func nothingToGive(open count: Int) -> String

  // MARK: Scans

  /// A copy of another title than the one that is handed out; its own is nil if
  /// no list has it.
  func isOtherTitle(_ item: Barcode, _ title: String?, than expected: String)
    -> String
  /// A copy of a title that a pupil is not to get.
  func isNotNeeded(
    _ item: Barcode, _ title: String, by pupil: String, _ stage: HandOut.Stage
  )
    -> String
  /// A card of somebody who is not in the class.
  func isNotOfClass(_ number: String, _ group: String) -> String
  /// A copy that was given, and of which no list has the title.
  func titleIsUnknown(_ item: Barcode, _ expected: String, for pupil: String)
    -> String
  /// The command code of returns.
  var noReturnsAtHandOut: String { get }

  // MARK: Who gets nothing

  /// A pupil who is not there.
  func isAbsent(_ pupil: String) -> String
  /// A pupil who is there after all.
  func isPresent(_ pupil: String) -> String
  /// A pupil who does not get a title.
  func doesNotGet(_ title: String, _ pupil: String) -> String
  /// A pupil who gets a title after all.
  func getsAfterAll(_ title: String, _ pupil: String) -> String
  /// A title that there is nothing to decide about for a pupil.
  func isNotToGive(_ title: String, to pupil: String, _ stage: HandOut.Stage)
    -> String
  /// An error that prevented recording who gets nothing.
  func skipNotRecorded(_ error: FileError) -> String

  // MARK: Undo

  /// A loan that was taken back.
  func takenBack(_ item: Barcode, from pupil: String) -> String
  /// A decision about a pupil that was taken back.
  func skipTakenBack(_ pupil: String) -> String
  /// A loan that is in the file already.
  func cannotTakeBack(_ item: Barcode) -> String

  // MARK: Errors and the plan

  /// An error of opening a hand-out.
  func sentence(_ error: HandOutError) -> String
  /// Journals that can't be read again, and what that means.
  func handOutMayLack(_ sentence: String) -> String
  /// A damaged journal: the plan may lack loans.
  func planMayLack(_ journal: String) -> String
  /// The heads of the plan: number, pupil, titles.
  var planHeadings: [String] { get }
  /// A class of which every pupil has all books.
  func allGiven(_ group: String) -> String
}
