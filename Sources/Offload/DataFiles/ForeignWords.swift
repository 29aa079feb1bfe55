import Circulation

/// The words about files of other programs, and about lines that other programs
/// changed.
package protocol ForeignWords: Sendable {
  /// The kind of a file, with its article, in a sentence.
  func name(of foreign: ForeignFile) -> String
  /// A file that is not like `OffCirc.dat`, its kind, and what to do.
  func sentence(_ foreign: ForeignFile, of path: String) -> String
  /// A file that is not a job report, its kind, and what to do.
  func sentence(_ foreign: ForeignFile, asReport path: String) -> String
  /// The end of "To do: " about such a file.
  func advice(on foreign: ForeignFile) -> String
  /// The end of "the line …", or of "The first …" if there are more such lines.
  func sentence(_ form: LineForm) -> String
  /// The end of "To do: " about such lines.
  func advice(on form: LineForm) -> String
  /// The marks of old programs around lines that a merge or a kit leaves out.
  func leftOut(_ marks: OuterMarks, of path: String) -> String
}
