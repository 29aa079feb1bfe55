import Circulation
import Scanning
import Textbooks

/// A reason to refuse a setting or a settings file.
package enum SettingsError: Error, Hashable, Sendable {
  // The file.

  /// The system refuses access.
  case unreadable(FileError)
  /// The path leads through a dangling link.
  case deadLink(String, to: String)
  /// The file is larger than the maximum, in bytes.
  case tooLarge(maximum: Int)
  /// The file is not valid UTF-8.
  case notUTF8
  /// The file is not valid TOML.
  case notTOML(TOMLFlaw)
  /// A backslash in double quotes does not begin a valid escape.
  case strayBackslash
  /// The file is written in a form that only a person can change.
  case notChangeable

  // The key.

  /// The section does not exist; a similar one may have been meant.
  case unknownSection(near: SettingsSection?)
  /// A section name is used as a plain key.
  case notASection
  /// The key does not exist in the section; a similar one may have been meant.
  case unknownKey(near: SettingsKey.Name?)
  /// The key belongs in other sections.
  case misplacedKey(into: [SettingsSection])

  // The value.

  /// The value has the wrong type.
  case wrongType(String, type: SettingsKey.ValueType)
  /// The value is not one of the allowed words; a similar one may have been
  /// meant.
  case unknownWord(String, known: [String], near: String?)
  /// The pattern is refused, for this reason.
  case pattern(String, PatternError)
  /// There are too many patterns to match a scan in time.
  case tooManyPatterns(maximum: Int)
  /// The label of a state is refused, for this reason.
  case statusLabel(StatusLabelFlaw)
  /// The rule of a tariff is refused, for this reason.
  case chargeRule(ChargeRuleFlaw)
  /// The number is out of range.
  case outOfRange(Int, ClosedRange<Int>)
  /// The text is empty.
  case empty
  /// The text contains a control character.
  case controlCharacter(String)
  /// The path begins with another user's home folder, which is not looked up.
  case otherHome(String)
}

extension SettingsError {
  /// True if the error concerns a single pattern.
  package var isOfOnePattern: Bool {
    switch self {
    case .pattern, .tooManyPatterns: true
    default: false
    }
  }
}

/// The origin of a setting.
package enum SettingsOrigin: Hashable, Sendable {
  /// A file, and the line if known.
  case file(path: String, line: Int?)
  /// An environment variable.
  case environment(String)
  /// A command-line option.
  case flag(String)
}

/// An error in the settings, with its location.
package struct SettingsIssue: Error, Hashable, Sendable {
  /// The source.
  package let origin: SettingsOrigin
  /// The section; nil if it does not apply.
  package let section: String?
  /// The key; nil if it does not apply.
  package let key: String?
  /// The reason.
  package let error: SettingsError

  init(
    _ origin: SettingsOrigin, section: String? = nil, key: String? = nil,
    _ error: SettingsError
  ) {
    self.origin = origin
    self.section = section
    self.key = key
    self.error = error
  }
}

/// All errors in the settings.
package struct SettingsIssues: Error, Hashable, Sendable {
  /// The errors: those of each file by line, then the others.
  package let issues: [SettingsIssue]
  /// The language for the messages.
  package let language: Language
}
