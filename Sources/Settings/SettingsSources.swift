import Circulation
import Glibc

/// The sources of settings: options, environment, files.
package struct SettingsSources: Hashable, Sendable {
  /// The environment variables.
  package let environment: [String: String]
  /// The values of command-line options.
  package let flags: [SettingsKey.Name: String]
  /// The file named by an option; nil if there is none.
  package let namedFile: String?
  /// True if files are read.
  package let readsFile: Bool
  private let systemFile: String

  /// The path of the file for all users of a computer.
  package static let systemFile = "/etc/offcirc/offcirc.toml"

  /// Creates the sources of a process.
  package init(
    environment: [String: String], flags: [SettingsKey.Name: String] = [:],
    file: String? = nil, readsFile: Bool = true,
    systemFile: String = Self.systemFile
  ) {
    self.environment = environment
    self.flags = flags
    self.namedFile = file
    self.readsFile = readsFile
    self.systemFile = systemFile
  }

  /// The user's own file, and true if somebody named it: then it must exist.
  package var file: (path: String, isNamed: Bool) {
    if let namedFile { return (namedFile, true) }
    if let path = environment["OFFCIRC_CONFIG"], !path.isEmpty {
      return (path, true)
    }
    let folders = UserFolders(environment: environment)
    return (folders.configuration.appending(path: Self.place), false)
  }

  private static let place = "offcirc/offcirc.toml"

  /// The files to read, each of which overrides those before it: for all users,
  /// in the folders of `XDG_CONFIG_DIRS`, and the user's; a named file alone.
  package var files: [String] {
    let own = file
    if own.isNamed { return [own.path] }
    let files =
      [systemFile]
      + sharedFolders.reversed().map { $0.appending(path: Self.place) }
      + [own.path]
    // A file that is found twice counts where it wins.
    return files.indices.filter { !files[($0 + 1)...].contains(files[$0]) }
      .map { files[$0] }
  }

  /// The folders for settings of all users, the most important one first; as
  /// the XDG Base Directory Specification demands, relative paths are ignored.
  private var sharedFolders: [String] {
    guard let list = environment["XDG_CONFIG_DIRS"], !list.isEmpty else {
      return ["/etc/xdg"]
    }
    return list.split(separator: ":").map(String.init)
      .filter(\.isAbsolutePath)
  }

  /// Reads all sources: options override the environment, which overrides the
  /// files, which override the defaults.
  ///
  /// - Throws: ``SettingsIssues`` with all errors.
  package func read() throws(SettingsIssues) -> ResolvedSettings {
    try readLeniently(allowing: { _ in false })
  }

  /// Reads all sources for an unattended desk: refused patterns are left out
  /// and listed in ``ResolvedSettings/leftOut``.
  ///
  /// - Throws: ``SettingsIssues`` with all errors, if there are others.
  package func readForDesk() throws(SettingsIssues) -> ResolvedSettings {
    try readLeniently(allowing: \.isOfOnePattern)
  }

  private func readLeniently(
    allowing isAllowed: (SettingsError) -> Bool
  ) throws(SettingsIssues) -> ResolvedSettings {
    let resolved = readLeniently()
    guard resolved.leftOut.allSatisfy({ isAllowed($0.error) }) else {
      throw SettingsIssues(
        issues: resolved.leftOut,
        language: resolved.settings.station.language)
    }
    return resolved
  }

  /// Reads all sources for a station that has to open: refused values are left
  /// out and listed in ``ResolvedSettings/leftOut``.
  package func readLeniently() -> ResolvedSettings {
    var reading = SettingsReading(environment: environment)
    if readsFile { readFiles(into: &reading) }
    for key in SettingsKey.table {
      guard let variable = key.variable else { continue }
      if let value = environment[variable], !value.isEmpty {
        reading.take(value, for: key, from: .environment(variable))
      }
    }
    for key in SettingsKey.table {
      guard let flag = key.flag, let value = flags[key.id.name] else {
        continue
      }
      reading.take(value, for: key, from: .flag(flag))
    }
    return ResolvedSettings(
      settings: reading.settings, patterns: reading.patterns,
      leftOut: reading.issues, origins: reading.origins, files: reading.files)
  }

  /// The language alone, for what is written before the settings are read.
  ///
  /// Errors in the sources are ignored; reading them reports the errors.
  package var language: Language {
    [flags[.language], environment["OFFCIRC_LANGUAGE"]].lazy
      .compactMap { $0.flatMap(Language.init(rawValue:)) }.first
      ?? languageOfFiles ?? Language(environment: environment)
  }

  private var languageOfFiles: Language? {
    guard readsFile else { return nil }
    return files.reversed().lazy.compactMap(Self.language(ofFile:)).first
  }

  private static func language(ofFile path: String) -> Language? {
    guard
      let file = try? SettingsFile(at: path),
      case .table(let station)? =
        file.sections[SettingsSection.station.rawValue],
      case .string(let name)? = station[SettingsKey.Name.language.rawValue]
    else { return nil }
    return Language(rawValue: name)
  }

  private func readFiles(into reading: inout SettingsReading) {
    let isNamed = file.isNamed
    for path in files {
      do throws(SettingsIssue) {
        if let file = try SettingsFile(at: path) {
          reading.take(file, at: path)
        } else if isNamed {
          let failure = FileError(operation: .open, path: path, code: ENOENT)
          throw SettingsIssue(
            .file(path: path, line: nil), .unreadable(failure))
        }
      } catch {
        reading.refuse(error)
      }
    }
  }
}

/// The resolved settings with their origins.
package struct ResolvedSettings: Sendable {
  /// The settings.
  package let settings: Settings
  /// The files that were read, each of which overrides those before it.
  package let files: [String]
  /// The origins of the patterns.
  package let patterns: PatternOrigins
  /// The errors of the settings that were left out.
  package let leftOut: [SettingsIssue]
  private let origins: [SettingsKey.ID: SettingsOrigin]

  fileprivate init(
    settings: Settings, patterns: PatternOrigins, leftOut: [SettingsIssue],
    origins: [SettingsKey.ID: SettingsOrigin], files: [String]
  ) {
    self.settings = settings
    self.patterns = patterns
    self.leftOut = leftOut
    self.origins = origins
    self.files = files
  }

  /// Returns the origin of a key's value; nil if it is a default.
  package func origin(of key: SettingsKey) -> SettingsOrigin? {
    origins[key.id]
  }
}
