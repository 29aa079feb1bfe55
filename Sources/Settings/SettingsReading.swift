import Circulation
import Scanning

/// The settings read so far, and the errors found.
struct SettingsReading {
  private(set) var settings: Settings
  private(set) var origins: [SettingsKey.ID: SettingsOrigin] = [:]
  private(set) var patterns = PatternOrigins()
  private(set) var issues: [SettingsIssue] = []
  private(set) var files: [String] = []
  private let home: String

  init(environment: [String: String]) {
    settings = Settings(environment: environment)
    home = UserFolders(environment: environment).home
  }

  mutating func refuse(_ issue: SettingsIssue) {
    issues.append(issue)
  }

  /// Reads the value of a command-line option or environment variable.
  mutating func take(
    _ value: String, for key: SettingsKey, from origin: SettingsOrigin
  ) {
    do throws(ValueError) {
      try key.read(SettingsValue(unquoted: value, for: key.type), &settings)
      origins[key.id] = origin
    } catch {
      issues += error.errors.map { SettingsIssue(origin, $0.error) }
    }
  }

  /// Reads all keys of a file.
  mutating func take(_ file: SettingsFile, at path: String) {
    files.append(path)
    var refused: [KeyError] = []
    for (name, value) in file.sections {
      guard let section = SettingsSection(rawValue: name) else {
        refused.append(Self.refused(section: name))
        continue
      }
      guard case .table(let values) = value else {
        refused.append(KeyError(section: name, error: .notASection))
        continue
      }
      for (key, value) in values {
        refused += take(value, for: key, in: section, of: file, at: path)
      }
    }
    // The parsed table is unordered; errors are reported in the order of the
    // file.
    let places = refused.map {
      file.layout.place(of: $0.path, element: $0.element)
    }
    issues += zip(places, refused).sorted { ($0.0 ?? 0) < ($1.0 ?? 0) }
      .map { place, refused in
        SettingsIssue(
          .file(path: path, line: place.map(file.layout.line(at:))),
          section: refused.section, key: refused.key, refused.error)
      }
  }

  /// A refused key or value in a file.
  private struct KeyError {
    var section: String?
    var key: String?
    var element: Int?
    var error: SettingsError

    var path: [String] { [section, key].compactMap(\.self) }
  }

  private mutating func take(
    _ value: SettingsValue, for name: String, in section: SettingsSection,
    of file: SettingsFile, at path: String
  ) -> [KeyError] {
    guard
      let keyName = SettingsKey.Name(rawValue: name),
      let key = SettingsKey.key(.init(section, keyName))
    else {
      return [
        KeyError(
          section: section.rawValue, key: name,
          error: Self.error(ofKey: name, in: section))
      ]
    }
    do throws(ValueError) {
      let value =
        key.isPath
        ? try wholePath(value, below: path.folder) : value
      try key.read(value, &settings)
      note(key.id, of: value, in: file, at: path)
      return []
    } catch {
      // A desk can work without one of its patterns.
      if let rest = value.without(error) {
        try? key.read(.array(rest), &settings)
        note(key.id, of: value, in: file, at: path)
      }
      return error.errors.map {
        KeyError(
          section: section.rawValue, key: name, element: $0.element,
          error: $0.error)
      }
    }
  }

  /// Records the origin of a value, and of each pattern in it.
  private mutating func note(
    _ id: SettingsKey.ID, of value: SettingsValue, in file: SettingsFile,
    at path: String
  ) {
    let names = [id.section.rawValue, id.name.rawValue]
    func origin(_ element: Int? = nil) -> SettingsOrigin {
      let place = file.layout.place(of: names, element: element)
      return .file(path: path, line: place.map(file.layout.line(at:)))
    }
    origins[id] = origin()
    guard id.name == .patterns, case .array(let elements) = value else {
      return
    }
    let numbers =
      id.section == .borrower ? settings.rules.borrower : settings.rules.item
    for pattern in numbers.patterns {
      let element = elements.firstIndex(of: .string(pattern.text))
      patterns[pattern] = origin(element)
    }
  }

  /// Resolves a path in a file, relative to the home folder (`~`) or to the
  /// file's folder.
  private func wholePath(
    _ value: SettingsValue, below folder: String
  ) throws(ValueError) -> SettingsValue {
    guard case .string(let path) = value, !path.allSatisfy(\.isWhitespace)
    else { return value }
    if path == "~" { return .string(home) }
    if path.hasPrefix("~/") {
      return .string(home.appending(path: path.dropFirst(2)))
    }
    if path.hasPrefix("~") { throw ValueError(.otherHome(path)) }
    if path.isAbsolutePath { return value }
    return .string(folder == "." ? path : folder.appending(path: path))
  }

  // MARK: Names that nothing has

  private static func refused(section name: String) -> KeyError {
    if let key = SettingsKey.Name(rawValue: name) {
      return KeyError(key: name, error: .misplacedKey(into: sections(of: key)))
    }
    let near = name.nearest(of: SettingsSection.allCases.map(\.rawValue))
    return KeyError(
      section: name,
      error: .unknownSection(
        near: near.flatMap(SettingsSection.init(rawValue:))))
  }

  private static func error(
    ofKey name: String, in section: SettingsSection
  ) -> SettingsError {
    if let key = SettingsKey.Name(rawValue: name) {
      return .misplacedKey(into: sections(of: key))
    }
    let names = SettingsKey.keys(of: section).map(\.id.name.rawValue)
    let near = name.nearest(of: names)
    return .unknownKey(near: near.flatMap(SettingsKey.Name.init(rawValue:)))
  }

  private static func sections(
    of name: SettingsKey.Name
  ) -> [SettingsSection] {
    SettingsKey.table.filter { $0.id.name == name }.map(\.id.section)
  }
}

extension SettingsValue {
  /// Returns the elements of a list without the refused ones; nil if the list
  /// is unusable without them.
  fileprivate func without(
    _ refused: ValueError
  ) -> [SettingsValue]? {
    guard
      case .array(let values) = self,
      refused.errors.allSatisfy({ $0.element != nil && $0.error.isOfOnePattern }
      )
    else { return nil }
    let left = Set(refused.errors.compactMap(\.element))
    return values.indices.filter { !left.contains($0) }.map { values[$0] }
  }
}

extension SettingsValue {
  /// Creates a value from unquoted text outside of a file.
  fileprivate init(unquoted text: String, for kind: SettingsKey.ValueType) {
    self =
      kind == .boolean
      ? Bool(text).map { .boolean($0) } ?? .string(text) : .string(text)
  }
}
