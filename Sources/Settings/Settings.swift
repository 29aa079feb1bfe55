import Circulation
import Scanning

/// All settings of a desk, whatever their source.
///
/// ``SettingsKey/table`` lists their keys in a file.
public struct Settings: Hashable, Sendable {
  /// The settings of the station.
  public var station: StationSettings
  /// The rules for numbers and scanner.
  public var rules = ScanRules()

  /// Creates the defaults; the environment determines the user's folder and
  /// language.
  public init(environment: [String: String]) {
    station = StationSettings(environment: environment)
  }
}

/// The settings of the station itself.
public struct StationSettings: Hashable, Sendable {
  /// The folder of the station's files.
  public var files: String
  /// The name of the desk, for the window's title; empty if it has none.
  public var desk = ""
  /// The language of all texts.
  public var language: Language
  /// The events for which the bell rings.
  public var bell = Bell.errors
  /// The colors of the window.
  public var theme = Theme.blue
  /// The folder for a copy of the journal; nil for none.
  public var copyTo: String?
  /// The path of the ledger.
  public var ledger: String

  /// True if the desk asks again about numbers that contradict those seen
  /// before.
  public var learns = true

  /// Creates the defaults: files in the user's data folder, the locale's
  /// language.
  public init(environment: [String: String]) {
    let folders = UserFolders(environment: environment)
    files = StationFolder(of: folders).path
    ledger = folders.data + "/offcirc/ledger"
    language = Language(environment: environment)
  }
}

/// The events for which the bell rings.
public enum Bell: String, CaseIterable, Sendable {
  /// Errors only, one ring.
  case errors
  /// One ring for a recorded transaction, two for an error.
  case all
  /// Never.
  case none
}

/// The colors of the window.
public enum Theme: String, CaseIterable, Sendable {
  /// White on blue, like the original.
  case blue
  /// White on black, and black on white.
  case contrast
  /// No colors.
  case mono
}
