import Circulation
import Scanning

/// All that can be set for a desk, whichever way it was set.
///
/// ``SettingsKey/table`` has the keys under which it is set in a file.
public struct Settings: Hashable, Sendable {
  /// The station itself.
  public var station: StationSettings
  /// What is known of the numbers and of the scanner.
  public var rules = ScanRules()

  /// What holds where nothing is set: the environment tells the user's folder
  /// and language.
  public init(environment: [String: String]) {
    station = StationSettings(environment: environment)
  }
}

/// What can be set for the station itself.
public struct StationSettings: Hashable, Sendable {
  /// The folder of the station's files.
  public var files: String
  /// The name of the desk, for the title of the window; empty if it has none.
  public var desk = ""
  /// The language of all that is shown.
  public var language: Language
  /// When the bell rings.
  public var bell = Bell.errors
  /// How the window looks.
  public var theme = Theme.blue
  /// A folder for a copy of the journal; nil for none.
  public var copyTo: String?
  /// The record of what was handed over to the library system.
  public var ledger: String

  /// Whether the desk asks again for what contradicts the numbers that it has
  /// seen.
  public var learns = true

  /// The files among the user's own, the language of the locale.
  public init(environment: [String: String]) {
    let folders = UserFolders(environment: environment)
    files = StationFolder(of: folders).path
    ledger = folders.data + "/offcirc/ledger"
    language = Language(environment: environment)
  }
}

/// How often the bell rings.
public enum Bell: String, CaseIterable, Sendable {
  /// Once for what was refused.
  case errors
  /// Once for what was recorded, twice for what was refused.
  case all
  /// Never.
  case none
}

/// How the window looks.
public enum Theme: String, CaseIterable, Sendable {
  /// White on blue, as the original has it.
  case blue
  /// White on black, and black on white.
  case contrast
  /// In no colours.
  case mono
}
