import Foundation
import Support
import Testing

@testable import Settings

typealias TestFolder = Support.TestFolder

/// A file of settings in the folder.
extension TestFolder {
  var file: String { path + "/offcirc/offcirc.toml" }
  /// What finds the folder and its file, and nothing of who runs the tests.
  var environment: [String: String] {
    [
      "XDG_CONFIG_HOME": path, "XDG_CONFIG_DIRS": "/nowhere",
      "HOME": "/home/m", "LANG": "C",
    ]
  }

  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/offcirc", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func read() throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
  }

  /// The settings with a text in the file.
  func settings(_ text: String) throws -> Settings {
    try write(text)
    return try SettingsSources(environment: environment).read().settings
  }

  /// What is wrong with a text in the file.
  func issues(_ text: String) throws -> [SettingsIssue] {
    try write(text)
    return try issues()
  }

  func issues(
    _ variables: [String: String] = [:], file: String? = nil
  ) throws -> [SettingsIssue] {
    let sources = SettingsSources(
      environment: environment.merging(variables) { $1 }, file: file)
    let error = try #require(throws: SettingsIssues.self) {
      try sources.read()
    }
    return error.issues
  }
}

extension SettingsIssue {
  /// The line, section and key, as `3 item lengths`.
  var place: String {
    let line =
      if case .file(_, let line?) = origin { String(line) } else { "-" }
    return [line, section, key].compactMap(\.self).joined(separator: " ")
  }
}
