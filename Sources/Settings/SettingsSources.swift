import Circulation
import Glibc

/// Where settings come from: flags, the environment, a file.
public struct SettingsSources: Sendable {
  /// The variables of the environment.
  public let environment: [String: String]
  /// What flags of the command line say.
  public let flags: [SettingsKey.Name: String]
  /// The file that a flag names, if one does.
  public let namedFile: String?
  /// Whether a file is read at all.
  public let readsFile: Bool

  /// The sources of the settings of a program that was started like this.
  public init(
    environment: [String: String], flags: [SettingsKey.Name: String] = [:],
    file: String? = nil, readsFile: Bool = true
  ) {
    self.environment = environment
    self.flags = flags
    self.namedFile = file
    self.readsFile = readsFile
  }

  /// The file to read, and whether somebody named it: then it has to be there.
  public var file: (path: String, isNamed: Bool) {
    if let namedFile { return (namedFile, true) }
    if let path = environment["OFFCIRC_CONFIG"], !path.isEmpty {
      return (path, true)
    }
    let folders = UserFolders(environment: environment)
    return (folders.configuration + "/offcirc/offcirc.toml", false)
  }

  /// Reads all of them: a flag wins over the environment, the environment over
  /// the file, the file over what holds where nothing is set.
  ///
  /// - Throws: all that is wrong with any of them.
  public func read() throws(SettingsProblems) -> SettingsInForce {
    try readWhatHolds(allowing: { _ in false })
  }

  /// Reads all of them, for a desk that records without a person: without the
  /// patterns that are refused, which ``SettingsInForce/leftOut`` tells.
  ///
  /// - Throws: all that is wrong with any of them, if it is more than that.
  public func readForDesk() throws(SettingsProblems) -> SettingsInForce {
    try readWhatHolds(allowing: \.isOfOnePattern)
  }

  private func readWhatHolds(
    allowing isAllowed: (SettingsFault) -> Bool
  ) throws(SettingsProblems) -> SettingsInForce {
    let inForce = readWhatHolds()
    guard inForce.leftOut.allSatisfy({ isAllowed($0.fault) }) else {
      throw SettingsProblems(
        problems: inForce.leftOut,
        language: inForce.settings.station.language)
    }
    return inForce
  }

  /// Reads all of them, for a station that has to open: what is wrong is left
  /// out, which ``SettingsInForce/leftOut`` tells.
  public func readWhatHolds() -> SettingsInForce {
    var reading = SettingsReading(environment: environment)
    if readsFile { readFile(into: &reading) }
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
    return SettingsInForce(
      settings: reading.settings, patterns: reading.patterns,
      leftOut: reading.problems, origins: reading.origins, file: reading.file)
  }

  private func readFile(into reading: inout SettingsReading) {
    let (path, isNamed) = file
    do throws(SettingsProblem) {
      if let file = try SettingsFile(at: path) {
        reading.take(file, at: path)
      } else if isNamed {
        let failure = FileFailure(act: .open, path: path, code: ENOENT)
        throw SettingsProblem(
          .file(path: path, line: nil), .unreadable(failure))
      }
    } catch {
      reading.refuse(error)
    }
  }
}

/// The settings that hold, and where each of them comes from.
public struct SettingsInForce: Sendable {
  /// The settings.
  public let settings: Settings
  /// The file that was read; nil if there was none.
  public let file: String?
  /// Where the patterns come from.
  public let patterns: PatternOrigins
  /// What is wrong with the settings that do not hold.
  public let leftOut: [SettingsProblem]
  private let origins: [SettingsKey.ID: SettingsOrigin]

  fileprivate init(
    settings: Settings, patterns: PatternOrigins, leftOut: [SettingsProblem],
    origins: [SettingsKey.ID: SettingsOrigin], file: String?
  ) {
    self.settings = settings
    self.patterns = patterns
    self.leftOut = leftOut
    self.origins = origins
    self.file = file
  }

  /// Where the value of a key comes from; nil if nobody set it.
  public func origin(of key: SettingsKey) -> SettingsOrigin? {
    origins[key.id]
  }
}
