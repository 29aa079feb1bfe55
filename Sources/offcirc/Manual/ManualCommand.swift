import ArgumentParser
import Circulation
import Glibc
import Languages
import Settings
import Sheet
import Station

/// Writes the pages of the manual.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.manual)

  @Argument(
    help: ArgumentHelp(.manualPage, .name),
    completion: .list(ManualPage.allCases.map(\.rawValue)))
  var name: String?

  @Option(
    help: ArgumentHelp(.manualFolder, .folder), completion: .directory)
  var output: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError(.needsFolder("--output"))
    }
  }

  func run() throws {
    // The page on the settings has to come whatever is wrong with them.
    let place = CommandContext(common.lenientSettings())
    let pages = try name.map { [try page(named: $0)] }
    do {
      if let output {
        try write(pages ?? ManualPage.allCases, to: output)
      } else {
        try StandardOutput.write((pages?.first ?? .program).text)
      }
    } catch {
      throw place.failure(error)
    }
  }

  private func page(named name: String) throws -> ManualPage {
    if let page = ManualPage(rawValue: name) { return page }
    printError(
      Offcirc.words.unknownPage(
        name, all: ManualPage.allCases.map(\.rawValue)))
    throw ExitCode.validationFailure
  }

  /// Writes pages where `man` looks for them in a folder of its path.
  private func write(_ pages: [ManualPage], to folder: String) throws {
    // Nothing in them is private.
    let disk = CommandContext.publicDisk
    let place = folder.appending(path: Language.ofCommandLine.manualFolder)
    for (file, text) in pages.flatMap(\.files) {
      let path = place.appending(path: file)
      try disk.makeFolders(path.folder)
      try disk.writeWhole(Array(text.utf8), to: path)
    }
  }
}

extension ManualPage {
  /// The page as `man` reads it, in the language of the help.
  fileprivate var text: String {
    switch self {
    case .program: Self.ofProgram(in: Offcirc.words, date: Self.date)
    case .settings: Self.ofSettings(in: Offcirc.words, date: Self.date)
    }
  }

  /// The page and those that lead to it, such as that of `man offcirc kit`.
  fileprivate var files: [(String, String)] {
    let page = [(file, text)]
    guard self == .program else { return page }
    return page
      + Self.commands.map { command, _ in
        let name = command.rawValue.replacing(" ", with: "-")
        return ("man1/offcirc-\(name).1", ".so \(file)\n")
      }
  }

  /// The day on which the page is made, or that of what it is made from, as
  /// makers of packages name it.
  private static var date: String {
    let named = Environment.variables["SOURCE_DATE_EPOCH"].flatMap(Int.init)
    var seconds = time_t(named ?? time(nil))
    var day = tm()
    gmtime_r(&seconds, &day)
    let month = day.tm_mon + 1
    return "\(day.tm_year + 1_900)-\(month < 10 ? "0" : "")\(month)"
      + "-\(day.tm_mday < 10 ? "0" : "")\(day.tm_mday)"
  }
}

extension Language {
  /// The folder of its pages in that of all; empty for English.
  fileprivate var manualFolder: String {
    self == .english ? "" : rawValue
  }
}
