import Circulation

/// What is said of files that are others than they should be, and of what other
/// programs made of them.
package protocol ForeignWords: Sendable {
  /// What a file is, with its article.
  func name(of foreign: ForeignFile) -> String
  /// That a file is no `OffCirc.dat`, what it is, and what to do.
  func sentence(_ foreign: ForeignFile, of path: String) -> String
  /// That a file is no job report, what it is, and what to do.
  func sentence(_ foreign: ForeignFile, asReport path: String) -> String
  /// What to do with such a file.
  func advice(on foreign: ForeignFile) -> String
  /// What became of a line.
  func sentence(_ form: LineForm) -> String
  /// What to do about such lines.
  func advice(on form: LineForm) -> String
  /// That marks of old programs around the lines of a file are left out.
  func leftOut(_ marks: OuterMarks, of path: String) -> String
}
