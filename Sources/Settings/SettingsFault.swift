import Circulation
import Scanning

/// Why a setting, or a file of them, is refused.
public enum SettingsFault: Error, Hashable, Sendable {
  // The file.

  /// The system does not let it be read.
  case unreadable(FileFailure)
  /// There is a link in its place, or on the way there, that leads to nothing.
  case deadLink(String, to: String)
  /// It is larger than any file of settings.
  case tooLarge(most: Int)
  /// It is not text in UTF-8.
  case notUTF8
  /// It is no TOML, for a reason that the library tells in English.
  case notTOML(String)
  /// A backslash in double quotes stands before what it can't stand before.
  case strayBackslash
  /// It is written in a way that only a person can change.
  case notChangeable

  // The key.

  /// There is no such section; one may have been meant.
  case unknownSection(near: SettingsSection?)
  /// What has the name of a section is none.
  case notASection
  /// There is no such key in the section; one may have been meant.
  case unknownKey(near: SettingsKey.Name?)
  /// The key belongs elsewhere.
  case misplacedKey(into: [SettingsSection])

  // The value.

  /// It is of another kind than the key takes.
  case wrongKind(String, takes: SettingsKey.Kind)
  /// It is none of the words that the key takes; one may have been meant.
  case unknownWord(String, known: [String], near: String?)
  /// The pattern is refused: what is written, and why.
  case pattern(String, Pattern.Fault)
  /// There are more patterns than scans could be compared with in time.
  case tooManyPatterns(most: Int)
  /// The number is too small or too large.
  case outOfRange(Int, ClosedRange<Int>)
  /// There is nothing in the quotes.
  case empty
  /// There is a character in it that is none to be seen.
  case controlCharacter(String)
  /// It begins with the home of another user, which is not looked up.
  case otherHome(String)
}

extension SettingsFault {
  /// Whether all that is wrong is one pattern.
  package var isOfOnePattern: Bool {
    switch self {
    case .pattern, .tooManyPatterns: true
    default: false
    }
  }
}

/// Where a setting comes from.
public enum SettingsOrigin: Hashable, Sendable {
  /// A file; the line, if it is about one.
  case file(path: String, line: Int?)
  /// A variable of the environment.
  case environment(String)
  /// A flag of the command line.
  case flag(String)
}

/// One thing that is wrong with the settings, and where.
public struct SettingsProblem: Error, Hashable, Sendable {
  /// Where it is.
  public let origin: SettingsOrigin
  /// The section in the file, if it is about one.
  public let section: String?
  /// The key in the section, if it is about one.
  public let key: String?
  /// What is wrong.
  public let fault: SettingsFault

  init(
    _ origin: SettingsOrigin, section: String? = nil, key: String? = nil,
    _ fault: SettingsFault
  ) {
    self.origin = origin
    self.section = section
    self.key = key
    self.fault = fault
  }
}

/// All that is wrong with the settings.
public struct SettingsProblems: Error, Hashable, Sendable {
  /// Each thing, in the order of the file's lines, those elsewhere after them.
  public let problems: [SettingsProblem]
  /// The language to tell it in, as far as that is set.
  public let language: Language
}
