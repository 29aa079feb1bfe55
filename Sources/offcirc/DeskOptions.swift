import ArgumentParser
import Circulation
import Foundation
import Languages
import Settings
import Station

extension Language: ExpressibleByArgument {}

/// Options of commands that work on a station's folder.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.files, .folder))
  var files: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files?.isEmpty == true {
      throw ValidationError(.needsFolder("--files"))
    }
  }

  /// Reads the settings, like ``CommonOptions/settings(_:forDesk:)``.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> ResolvedSettings {
    try common.settings(flags.merging([.files: files]) { $1 })
  }

  /// Returns the context of the command, by its settings.
  func context(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> CommandContext {
    CommandContext(settings: try settings(flags).settings)
  }

  /// Returns the context of a command that opens a desk: refused patterns do
  /// not stop it.
  func deskContext(
    _ flags: [SettingsKey.Name: String?]
  ) throws -> CommandContext {
    let flags = flags.merging([.files: files]) { $1 }
    return CommandContext(try common.settings(flags, forDesk: true))
  }

  /// Returns the context of the station: refused settings do not stop it.
  func stationContext(_ flags: [SettingsKey.Name: String?]) -> CommandContext {
    CommandContext(
      common.lenientSettings(flags.merging([.files: files]) { $1 }))
  }
}

/// Options of all commands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.language, valueName: "en|fr"))
  var language: Language?

  @Option(
    help: ArgumentHelp(.config, .file))
  var config: String?

  @Flag(help: ArgumentHelp(.noSettings))
  var noSettings = false

  func validate() throws {
    if config?.isEmpty == true {
      throw ValidationError(.needsFile("--config"))
    }
    if noSettings, config != nil {
      throw ValidationError(.both("--config", "--no-settings"))
    }
  }

  /// The path of the settings file, whether it exists or not.
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

  /// Reads the settings, leaving out refused ones.
  func lenientSettings(
    _ flags: [SettingsKey.Name: String?]
  ) -> ResolvedSettings {
    sources(flags).readLeniently()
  }

  /// Reads the settings; `flags` are the command's own options.
  ///
  /// - Throws: exit status 78, after reporting all errors in the settings.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:], forDesk: Bool = false
  ) throws -> ResolvedSettings {
    let sources = sources(flags)
    do throws(SettingsIssues) {
      return forDesk ? try sources.readForDesk() : try sources.read()
    } catch {
      for sentence in error.language.words.sentences(error) {
        printError(sentence)
      }
      throw ExitCode.badSettings
    }
  }
}

/// The option for a copy of the journal.
struct CopyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.copyTo, .folder))
  var copyTo: String?

  func validate() throws {
    if copyTo?.isEmpty == true {
      throw ValidationError(.needsFolder("--copy-to"))
    }
  }
}

/// The option for the ledger.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.ledger, .file))
  var ledger: String?

  func validate() throws {
    if ledger?.isEmpty == true {
      throw ValidationError(.needsFile("--ledger"))
    }
  }
}
