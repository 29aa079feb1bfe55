import ArgumentParser
import Circulation
import Languages
import Settings
import Station

/// Shows the settings in force, or an example file.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.settings)

  @OptionGroup var options: DeskOptions
  @OptionGroup var station: StationOptions
  @OptionGroup var copy: CopyOptions

  @Flag(help: ArgumentHelp(.example))
  var example = false

  @Flag(help: ArgumentHelp(.system))
  var system = false

  func validate() throws {
    if system, !example {
      throw ValidationError(.needs("--system", "--example"))
    }
  }

  func run() throws {
    do {
      try StandardOutput.write(example ? exampleFile() : fileInForce())
    } catch let failure as FileError {
      throw CommandContext(settings: defaults).failure(failure)
    }
  }

  private func fileInForce() throws -> String {
    try requireCurrentFolder(defaults.station.language.words)
    let resolved = try options.settings(station.flags(with: copy))
    return CommandContext(settings: resolved.settings).words.file(
      of: resolved,
      currentFolder: String(
        decoding: PosixFileSystem.currentFolder ?? [], as: UTF8.self))
  }

  /// Returns the example file without reading the settings, which may need
  /// repair.
  private func exampleFile() -> String {
    var settings = defaults
    let language = settings.station.language
    if system {
      // Folders of every user, whoever runs this.
      settings = Settings(environment: ["HOME": "~"])
      settings.station.language = language
    }
    return language.words.exampleFile(of: settings, forAll: system)
  }

  private var defaults: Settings {
    let environment = Environment.variables
    var settings = Settings(environment: environment)
    let language =
      options.common.language
      ?? environment["OFFCIRC_LANGUAGE"].flatMap(Language.init(rawValue:))
    if let language { settings.station.language = language }
    return settings
  }
}
