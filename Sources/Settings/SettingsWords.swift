import Circulation
import Scanning

/// The words of the settings: what they are for, and what is wrong with them.
package protocol SettingsWords: CirculationWords, SyntaxWords {
  // MARK: Errors

  /// A setting that can't be used, after its place: no capital at the start.
  func sentence(_ error: SettingsError) -> String
  /// The number of errors after those that are shown.
  func moreIssues(_ count: Int) -> String
  /// The end of a sentence about a setting: it and others are ignored.
  func settingsLeftOut(others count: Int) -> String
  /// A line under several settings that are ignored.
  func settingsLeftOut() -> String
  /// The end of a sentence about a pattern: it and others are ignored.
  func patternsLeftOut(others count: Int) -> String
  /// A pattern that took too long, after its place: no capital at the start.
  func costly(_ pattern: Pattern) -> String

  // MARK: Values

  /// A line of a file, before what is wrong there.
  func place(_ line: Int, of file: String) -> String
  /// The values that a key takes.
  func name(of kind: SettingsKey.ValueType) -> String
  /// The values that a key takes, as a comment in a file of settings.
  func takes(_ kind: String) -> String

  // MARK: Files of settings

  /// The subject of a section, as a comment.
  func explanation(of section: SettingsSection) -> String
  /// The purpose of a key, as a comment.
  func explanation(of key: SettingsKey.Name) -> String
  /// The first comment of the settings in force, with the files that were
  /// read; the last one wins.
  func settingsHeading(files: [String]) -> String
  /// The first comment of the example, for all users or for one.
  func exampleHeading(forAll: Bool) -> String
  /// The origin of a value that nobody has set.
  var byDefault: String { get }
  /// The value of a key that has none.
  var notSet: String { get }
}
