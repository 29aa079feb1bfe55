import ArgumentParser
import Circulation
import Foundation
import Station

extension Language: ExpressibleByArgument {}

/// What every command is told: the folder and the language.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the station's files.", valueName: "dir"))
  var files: String?

  @Option(
    help: ArgumentHelp(
      "The language, en or fr; else that of the locale.", valueName: "en|fr"))
  var language: Language?

  var folder: StationFolder {
    if let files, !files.isEmpty { return StationFolder(path: files) }
    return StationFolder(environment: ProcessInfo.processInfo.environment)
  }

  var words: any Words {
    let language =
      language ?? Language(environment: ProcessInfo.processInfo.environment)
    return language.words
  }

  func validate() throws {
    if files?.isEmpty == true {
      throw ValidationError("--files needs the name of a folder.")
    }
  }

  /// Opens the desk, or ends with status 74 and a sentence.
  func openDesk(_ clock: ClockOptions? = nil) throws -> Desk {
    let seconds = clock?.clockOffset?.seconds ?? 0
    do {
      return try Desk(
        folder: folder, clock: .system.corrected(by: seconds))
    } catch {
      throw failure(error)
    }
  }

  /// Says what failed, and gives the status to end with.
  func failure(_ error: any Error) -> ExitCode {
    // What it stands for was told already.
    if let code = error as? ExitCode { return code }
    complain(words.sentence(error))
    return .inputOutputError
  }
}

extension ExitCode {
  /// Some lines were refused or damaged.
  static let someRefused = ExitCode(1)
  /// `EX_IOERR` of sysexits.h.
  static let inputOutputError = ExitCode(74)
}
