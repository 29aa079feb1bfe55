import ArgumentParser
import Circulation
import Foundation
import Settings
import Station

extension Language: ExpressibleByArgument {}

/// What a command for a desk is told: the folder, and what every command is.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the station's files.", valueName: "dir"))
  var files: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files?.isEmpty == true {
      throw ValidationError("--files needs the name of a folder.")
    }
  }

  /// Reads the settings, as ``CommonOptions/settings(_:)`` does.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> SettingsInForce {
    try common.settings(flags.merging([.files: files]) { $1 })
  }

  /// Where the command works, by the settings.
  func workplace(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> Workplace {
    Workplace(settings: try settings(flags).settings)
  }

  /// Where a command works that opens a desk, which a pattern must not hinder.
  func deskWorkplace(
    _ flags: [SettingsKey.Name: String?]
  ) throws -> Workplace {
    let flags = flags.merging([.files: files]) { $1 }
    return Workplace(try common.settings(flags, forDesk: true))
  }

  /// Where the station works, which no setting must hinder.
  func stationWorkplace(_ flags: [SettingsKey.Name: String?]) -> Workplace {
    Workplace(common.settingsThatHold(flags.merging([.files: files]) { $1 }))
  }
}

/// What every command is told: the language, and where the settings are.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language, en or fr; else that of the locale.", valueName: "en|fr"))
  var language: Language?

  @Option(
    help: ArgumentHelp("The file of settings.", valueName: "file"))
  var config: String?

  @Flag(help: "Leave the file of settings unread.")
  var noSettings = false

  func validate() throws {
    if config?.isEmpty == true {
      throw ValidationError("--config needs the name of a file.")
    }
    if noSettings, config != nil {
      throw ValidationError("Give --config or --no-settings, not both.")
    }
  }

  /// The file that the settings are in, or would be.
  var settingsFile: String { sources([:]).file.path }

  private func sources(
    _ flags: [SettingsKey.Name: String?]
  ) -> SettingsSources {
    let all = flags.merging([.language: language?.rawValue]) { $1 }
    return SettingsSources(
      environment: ProcessInfo.processInfo.environment,
      flags: all.compactMapValues(\.self), file: config,
      readsFile: !noSettings)
  }

  /// Reads the settings, without what is wrong with them.
  func settingsThatHold(
    _ flags: [SettingsKey.Name: String?]
  ) -> SettingsInForce {
    sources(flags).readWhatHolds()
  }

  /// Reads the settings, or ends with status 78 and a sentence for each thing
  /// that is wrong with them; other flags than these are the command's own.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:], forDesk: Bool = false
  ) throws -> SettingsInForce {
    let sources = sources(flags)
    do throws(SettingsProblems) {
      return forDesk ? try sources.readForDesk() : try sources.read()
    } catch {
      for sentence in error.language.words.sentences(error) {
        complain(sentence)
      }
      throw ExitCode.badSettings
    }
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

/// Where what was handed over is kept in mind.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The record of what was handed over, on a shared drive say.",
      valueName: "file"))
  var ledger: String?

  func validate() throws {
    if ledger?.isEmpty == true {
      throw ValidationError("--ledger needs the name of a file.")
    }
  }
}

extension ExitCode {
  /// Some lines were refused or damaged.
  static let someRefused = ExitCode(1)
  /// `EX_IOERR` of sysexits.h.
  static let inputOutputError = ExitCode(74)
  /// `EX_CONFIG` of sysexits.h.
  static let badSettings = ExitCode(78)
}
