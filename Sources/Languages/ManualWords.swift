/// The status with which the program ends.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// All is done.
  case done = 0
  /// Some lines were refused or damaged, or need attention.
  case refused = 1
  /// A check found errors, or a report belongs to another file.
  case errors = 2
  /// `EX_USAGE` of sysexits.h.
  case usage = 64
  /// `EX_IOERR` of sysexits.h.
  case inputOutput = 74
  /// `EX_CONFIG` of sysexits.h.
  case settings = 78
}

/// A chapter of a page of the manual, by its heading.
package enum ManualChapter: CaseIterable, Sendable {
  case name
  case synopsis
  case description
  case options
  case commands
  case exitStatus
  case environment
  case files
  case seeAlso
}

/// A variable of the environment that the program reads, besides those of the
/// settings.
package enum ManualVariable: String, CaseIterable, Sendable {
  case config = "OFFCIRC_CONFIG"
  case dataHome = "XDG_DATA_HOME"
  case configHome = "XDG_CONFIG_HOME"
  case configFolders = "XDG_CONFIG_DIRS"
  case stateHome = "XDG_STATE_HOME"
  case locale = "LC_ALL, LC_MESSAGES, LANG"
  case zone = "TZ"
  case terminal = "TERM"
  case noColor = "NO_COLOR"
  case pager = "PAGER"
  case user = "USER, LOGNAME"
}

/// A file or a folder that the program reads or writes.
package enum ManualFile: String, CaseIterable, Sendable {
  case dataFile = "files/OffCirc.dat"
  case journal = "files/OffCirc.journal"
  case lock = "files/OffCirc.lock"
  case archive = "files/archive/"
  case ledger = "ledger"
  case catalogue = "catalogue, catalogue.lists/"
}

/// The words of the pages of the manual.
package protocol ManualWords {
  /// The heading of a chapter, in capitals.
  func heading(of chapter: ManualChapter) -> String
  /// The line above the list of statuses in the help.
  var exitStatusHeading: String { get }
  /// The meaning of a status, without a capital and a period.
  func meaning(of status: ExitStatus) -> String
  /// The sentence above the options that all commands have.
  var optionsOfAllCommands: String { get }
  /// The effect of a variable of the environment.
  func sentence(about variable: ManualVariable) -> String
  /// The place of the files: the folder that holds them.
  var placeOfFiles: String { get }
  /// The contents of a file.
  func sentence(about file: ManualFile) -> String
  /// The subject of the page on the settings, without a period.
  var settingsPageAbstract: String { get }
  /// The paragraphs of the page on the settings.
  var settingsPageDescription: String { get }
  /// The order in which the files of settings are read, before their list.
  var orderOfSettingsFiles: String { get }
  /// The value of a setting that nobody has set.
  func builtIn(_ value: String) -> String
  /// A value for a setting that has none.
  func forExample(_ value: String) -> String
  /// The option and the variable that also set a key.
  func alsoSet(by option: String, variable: String?) -> String
  /// The refusal of a name that no page has; the names of all pages.
  func unknownPage(_ name: String, all: [String]) -> String
}

extension ManualWords {
  /// The list of statuses in the help of the program.
  package var exitStatuses: String {
    ([exitStatusHeading]
      + ExitStatus.allCases.map { status in
        let code = String(status.rawValue)
        let blanks = String(repeating: " ", count: 4 - code.count)
        return "  \(code)\(blanks)\(meaning(of: status))"
      }).joined(separator: "\n")
  }
}
