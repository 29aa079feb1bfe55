import ArgumentParser
import Circulation
import Languages
import Settings
import Station

extension Language: ExpressibleByArgument {}

/// Options of commands that work on a station's folder.
struct DeskOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.files, .folder), completion: .directory)
  var files: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files?.isEmpty == true {
      throw ValidationError(.needsFolder("--files"))
    }
  }

  /// Returns the sources of the settings; `flags` are the command's own options.
  func sources(_ flags: [SettingsKey.Name: String?]) -> SettingsSources {
    common.sources(flags.merging([.files: files]) { $1 })
  }

  /// Reads the settings, like ``CommonOptions/settings(_:)``.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> ResolvedSettings {
    try sources(flags).readOrReport()
  }

  /// Returns the context of the command, by its settings.
  func context(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> CommandContext {
    CommandContext(settings: try settings(flags).settings)
  }
}

/// Options of all commands.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.language, valueName: "en|fr"))
  var language: Language?

  @Option(
    help: ArgumentHelp(.config, .file), completion: .file())
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

  /// Returns the sources of the settings; `flags` are the command's own options.
  func sources(_ flags: [SettingsKey.Name: String?]) -> SettingsSources {
    let all = flags.merging([.language: language?.rawValue]) { $1 }
    return SettingsSources(
      flags: all.compactMapValues(\.self), file: config,
      readsFile: !noSettings)
  }

  /// Reads the settings; `flags` are the command's own options.
  ///
  /// - Throws: exit status 78, after reporting all errors in the settings.
  func settings(
    _ flags: [SettingsKey.Name: String?] = [:]
  ) throws -> ResolvedSettings {
    try sources(flags).readOrReport()
  }

  /// Reads the settings, leaving out refused ones.
  func lenientSettings() -> ResolvedSettings {
    sources([:]).readLeniently()
  }
}

/// The option for a copy of the journal.
struct CopyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.copyTo, .folder), completion: .directory)
  var copyTo: String?

  func validate() throws {
    if copyTo?.isEmpty == true {
      throw ValidationError(.needsFolder("--copy-to"))
    }
  }
}

/// The option for the database that desks share.
struct ShareOptions: ParsableArguments {
  @Option(help: ArgumentHelp(.share, .address))
  var share: String?
}

/// The option for the ledger.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(.ledger, .file), completion: .file())
  var ledger: String?

  func validate() throws {
    if ledger?.isEmpty == true {
      throw ValidationError(.needsFile("--ledger"))
    }
  }
}
