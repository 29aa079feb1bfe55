import Scanning

/// The words on the printed sheet of command codes.
package protocol SheetWords {
  /// The title of the sheet.
  var sheetTitle: String { get }
  /// The line under the title.
  var sheetPurpose: String { get }
  /// The title of the sheet for the exercise.
  var practiceTitle: String { get }
  /// The line under it.
  var practicePurpose: String { get }
  /// The name of a code, beneath its bars.
  func name(of code: CommandCode) -> String
  /// An error that prevented drawing the sheet.
  func sentence(_ error: DrawingError) -> String
}
