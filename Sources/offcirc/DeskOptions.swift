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

  @OptionGroup var language: LanguageOption

  var folder: StationFolder {
    if let files, !files.isEmpty { return StationFolder(path: files) }
    return StationFolder(environment: ProcessInfo.processInfo.environment)
  }

  var words: any Words { language.words }

  func validate() throws {
    if files?.isEmpty == true {
      throw ValidationError("--files needs the name of a folder.")
    }
  }

  /// Opens the desk, or ends with status 74 and a sentence.
  func openDesk(
    _ clock: ClockOptions? = nil, copyingTo copy: CopyOptions
  ) throws -> Desk {
    let seconds = clock?.clockOffset?.seconds ?? 0
    do {
      return try Desk(
        folder: folder, clock: .system.corrected(by: seconds),
        copyingTo: copy.copyTo)
    } catch {
      throw failure(error)
    }
  }

  /// Closes the desk, and says why there may be no copy of what was recorded.
  func close(_ desk: Desk) {
    desk.close()
    if let doubt = desk.copyDoubt, let folder = desk.copyFolder {
      complain(words.copyDoubt(doubt, folder: folder))
    }
  }

  /// Says what failed, and gives the status to end with.
  func failure(_ error: any Error) -> ExitCode { language.failure(error) }
}

/// The language that a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language, en or fr; else that of the locale.", valueName: "en|fr"))
  var language: Language?

  var words: any Words {
    let language =
      language ?? Language(environment: ProcessInfo.processInfo.environment)
    return language.words
  }

  /// Says what failed, and gives the status to end with.
  func failure(_ error: any Error) -> ExitCode {
    // What it stands for was told already.
    if let code = error as? ExitCode { return code }
    complain(words.sentence(error))
    return .inputOutputError
  }
}

/// Where a command that records keeps a copy of the journal.
struct CopyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder, on a USB key say, for a copy of the journal.",
      valueName: "dir"))
  var copyTo: String?

  func validate() throws {
    if copyTo?.isEmpty == true {
      throw ValidationError("--copy-to needs the name of a folder.")
    }
  }
}

extension ExitCode {
  /// Some lines were refused or damaged.
  static let someRefused = ExitCode(1)
  /// `EX_IOERR` of sysexits.h.
  static let inputOutputError = ExitCode(74)
}
