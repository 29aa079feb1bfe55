import Typesetting

// The pages of the manual.
extension English {
  func heading(of chapter: ManualChapter) -> String {
    switch chapter {
    case .name: "NAME"
    case .synopsis: "SYNOPSIS"
    case .description: "DESCRIPTION"
    case .options: "OPTIONS"
    case .commands: "COMMANDS"
    case .exitStatus: "EXIT STATUS"
    case .environment: "ENVIRONMENT"
    case .files: "FILES"
    case .seeAlso: "SEE ALSO"
    }
  }

  var exitStatusHeading: String { "Exit status:" }

  func meaning(of status: ExitStatus) -> String {
    switch status {
    case .done: "done"
    case .refused: "something is refused, damaged or to be checked"
    case .errors:
      "errors found (check), faults (ready), lines that will fail (rehearse), or a report on another file (reconcile)"
    case .usage: "wrong usage"
    case .inputOutput: "input or output error"
    case .settings: "wrong settings"
    }
  }

  var optionsOfAllCommands: String { "All commands take these options." }

  func sentence(about variable: ManualVariable) -> String {
    switch variable {
    case .config: "Settings file, if --config is not given."
    case .dataHome:
      "Folder for the data of programs. Default: ~/.local/share."
    case .configHome: "Folder for the settings of programs. Default: ~/.config."
    case .configFolders:
      "Folders for settings that several users share, the most important first. Default: /etc/xdg."
    case .stateHome:
      "Folder for the notes of programs: offcirc/practice has the last checks and tests. Default: ~/.local/state."
    case .locale:
      "The locale, for the language and the characters of the terminal. The first that is set applies."
    case .zone: "The time zone, if it is not that of the computer."
    case .terminal: "The kind of the terminal."
    case .noColor: "If it is not empty, the window has no colours."
    case .pager: "Program that shows guides page by page. Empty: none."
    case .user: "Name that offcirc fix writes beside a decision."
    }
  }

  var placeOfFiles: String {
    "These files are in $XDG_DATA_HOME/offcirc or ~/.local/share/offcirc. Settings can give other places. The files show who borrowed what: only their owner can read them."
  }

  func sentence(about file: ManualFile) -> String {
    switch file {
    case .dataFile: "The saved transactions, for the library system."
    case .journal: "Every event, on disk the moment it happens."
    case .lock: "Held while a station is open on the folder."
    case .archive: "What was uploaded and archived."
    case .ledger: "The lines that are in a kit, or in another system's file."
    case .catalogue: "What imported lists tell of items and borrowers."
    }
  }

  var settingsPageAbstract: String { "settings of offcirc" }

  var settingsPageDescription: String {
    """
    The settings are optional. A file is TOML: sections in brackets, and keys \
    with their values. Write patterns in single quotes. ~ is your home folder. \
    A path that does not begin with / is relative to the folder of the file.

    offcirc settings shows the settings in force, and where each comes from. \
    offcirc settings --example writes a file that explains all keys.

    An option overrides the environment, which overrides the files, which \
    override the built-in value.
    """
  }

  var orderOfSettingsFiles: String {
    "These files are read, and each overrides those before it. A file that --config or OFFCIRC_CONFIG names is read alone."
  }

  func builtIn(_ value: String) -> String { "Default: \(value)." }

  func forExample(_ value: String) -> String { "Example: \(value)." }

  func alsoSet(by option: String, variable: String?) -> String {
    "Also: option \(option)" + (variable.map { ", variable \($0)." } ?? ".")
  }

  func unknownPage(_ name: String, all: [String]) -> String {
    "\(name.quotable) is not a page of the manual. The pages are \(counting.list(all, .and))."
  }
}
