import Catalogue
import Circulation
import Scanning

/// All settings of a desk, whatever their source.
///
/// ``SettingsKey/table`` lists their keys in a file.
package struct Settings: Hashable, Sendable {
  /// The settings of the station.
  package var station: StationSettings
  /// The settings of the catalogue.
  package var catalogue: CatalogueSettings
  /// The settings of a school's textbooks.
  package var textbooks = TextbookSettings()
  /// The settings of slips.
  package var printing = PrintingSettings()
  /// The settings of the check before an outage.
  package var ready = ReadySettings()
  /// The settings of the upload after an outage.
  package var offload = OffloadSettings()
  /// The rules for numbers and scanner.
  package var rules = ScanRules()

  /// Creates the defaults; the environment determines the user's folder and
  /// language.
  package init(environment: [String: String]) {
    station = StationSettings(environment: environment)
    catalogue = CatalogueSettings(environment: environment)
  }
}

/// The settings of the station itself.
package struct StationSettings: Hashable, Sendable {
  /// The folder of the station's files.
  package var files: String
  /// The name of the desk, for the window's title; empty if it has none.
  package var desk = ""
  /// The language of all texts.
  package var language: Language
  /// The events for which the bell rings.
  package var bell = Bell.errors
  /// The colors of the window.
  package var theme = Theme.blue
  /// The folder for a copy of the journal; nil for none.
  package var copyTo: String?
  /// The address of the database that desks share; empty for none.
  package var share = ""
  /// The path of the ledger.
  package var ledger: String

  /// True if the desk asks again about numbers that contradict those seen
  /// before.
  package var learns = true

  /// True if the station is all that its computer is for.
  package var isKiosk = false

  /// Creates the defaults: files in the user's data folder, the locale's
  /// language.
  package init(environment: [String: String]) {
    let folders = UserFolders(environment: environment)
    files = StationFolder(of: folders).path
    ledger = folders.data.appending(path: "offcirc/ledger")
    language = Language(environment: environment)
  }
}

/// The settings of the catalogue.
package struct CatalogueSettings: Hashable, Sendable {
  /// The path of the catalogue.
  package var file: String
  /// The personal data that is kept of borrowers.
  package var level = PrivacyLevel.numbers
  /// The ends that are taken off a scanned item that no list has.
  package var itemCut = NumberCut()
  /// The ends that are taken off a scanned card that no list has.
  package var borrowerCut = NumberCut()
  /// The time for which lists of borrowers are kept, in days: a school year and
  /// the start of the next by default; 0 for ever.
  package var keepDays = 400
  /// The policies and statuses of items that must not be lent.
  package var notForLoan: [String] = []
  /// The names of columns that only this library's lists have.
  package var columns: [NamedColumn] = []
  /// The rules by which the desk estimates due dates.
  package var due = DueRules()

  /// Creates the defaults: a file in the user's data folder.
  package init(environment: [String: String]) {
    file = UserFolders(environment: environment).data
      .appending(path: "offcirc/catalogue")
  }
}

/// The settings of the upload after an outage.
package struct OffloadSettings: Hashable, Sendable {
  /// The names of the desks whose files are expected.
  package var desks: [String] = []
}

/// The events for which the bell rings.
package enum Bell: String, CaseIterable, Sendable {
  /// Errors only, one ring.
  case errors
  /// One ring for a recorded transaction, two for an error.
  case all
  /// Never.
  case none
}

/// The colors of the window.
package enum Theme: String, CaseIterable, Sendable {
  /// White on blue, like the original.
  case blue
  /// White on black, and black on white.
  case contrast
  /// No colors.
  case mono
}
