import Circulation
import Foundation
import Support
import Testing

@testable import Settings

/// Settings in layers: for all users, in shared folders, the user's.
struct SettingsLayersTests {
  private let folder = TestFolder()
  private var system: String { folder.path + "/system.toml" }

  private func shared(_ name: String) -> String {
    folder.path + "/\(name)/offcirc/offcirc.toml"
  }

  private func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path.folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func sources(
    _ variables: [String: String] = [:],
    flags: [SettingsKey.Name: String] = [:], file: String? = nil
  ) -> SettingsSources {
    let folders = "\(folder.path)/first:relative:\(folder.path)/second"
    return SettingsSources(
      environment: folder.environment
        .merging(["XDG_CONFIG_DIRS": folders]) { $1 }
        .merging(variables) { $1 },
      flags: flags, file: file, systemFile: system)
  }

  @Test func eachKeyIsOfTheLastLayerThatSetsIt() throws {
    let keys = ["bell = 'all'", "learn = false", "theme = 'mono'"]
    try write(
      "[station]\ndesk = 'system'\n" + keys.joined(separator: "\n"),
      to: system)
    try write(
      "[station]\ndesk = 'second'\nbell = 'none'\nlearn = true",
      to: shared("second"))
    try write(
      "[station]\ndesk = 'first'\nbell = 'errors'", to: shared("first"))
    try folder.write("[station]\ndesk = 'own'\n")
    let resolved = try sources().read()
    let station = resolved.settings.station
    #expect(station.desk == "own")
    #expect(station.bell == .errors)
    #expect(station.learns)
    #expect(station.theme == .mono)
    let origins = [SettingsKey.Name.desk, .bell, .learn, .theme].map { name in
      SettingsKey.key(.init(.station, name)).flatMap(resolved.origin(of:))
    }
    #expect(
      origins == [
        .file(path: folder.file, line: 2),
        .file(path: shared("first"), line: 3),
        .file(path: shared("second"), line: 4),
        .file(path: system, line: 5),
      ])
    #expect(
      resolved.files == [
        system, shared("second"), shared("first"), folder.file,
      ])
    let above = try sources(
      ["OFFCIRC_BELL": "all"], flags: [.desk: "flag"]
    ).read().settings.station
    #expect(above.desk == "flag")
    #expect(above.bell == .all)
  }

  @Test func aNamedFileIsReadAlone() throws {
    try write("[station]\nbell = 'all'\n", to: system)
    try folder.write("[station]\ndesk = 'own'\n")
    let named = folder.path + "/named.toml"
    try write("[station]\ntheme = 'mono'\n", to: named)
    for sources in [
      sources(file: named), sources(["OFFCIRC_CONFIG": named]),
    ] {
      let resolved = try sources.read()
      #expect(resolved.files == [named])
      #expect(resolved.settings.station.bell == .errors)
      #expect(resolved.settings.station.desk.isEmpty)
      #expect(resolved.settings.station.theme == .mono)
    }
  }

  @Test func eachFaultHasTheFileOfItsLayer() throws {
    try write("[station]\nbell = 'loud'\n", to: system)
    try write("no TOML", to: shared("first"))
    try folder.write("[item]\nlengths = [0]\n")
    let resolved = sources().readLeniently()
    #expect(
      resolved.leftOut.map(\.origin) == [
        .file(path: system, line: 2), .file(path: shared("first"), line: 1),
        .file(path: folder.file, line: 2),
      ])
    #expect(throws: SettingsIssues.self) { try sources().read() }
  }

  @Test func aHomeInTheFileForAllIsThatOfEachUser() throws {
    try write(
      "[station]\nfiles = '~/x'\nledger = 'ledger'\n", to: system)
    let station = try sources().read().settings.station
    #expect(station.files == "/home/m/x")
    #expect(station.ledger == folder.path + "/ledger")
  }

  @Test func theLanguageBeforeAllIsThatOfTheLastLayer() throws {
    try write("[station]\nlanguage = 'fr'\n", to: system)
    #expect(sources().language == .french)
    try folder.write("[station]\nlanguage = 'en'\n")
    #expect(sources().language == .english)
  }

  @Test func theFilesAreFoundWhereTheSpecificationSays() {
    func files(_ environment: [String: String]) -> [String] {
      SettingsSources(environment: environment).files
    }
    let all = "/etc/offcirc/offcirc.toml"
    let own = "/m/.config/offcirc/offcirc.toml"
    let byDefault = [all, "/etc/xdg/offcirc/offcirc.toml", own]
    #expect(files(["HOME": "/m"]) == byDefault)
    #expect(files(["HOME": "/m", "XDG_CONFIG_DIRS": ""]) == byDefault)
    #expect(files(["HOME": "/m", "XDG_CONFIG_DIRS": "x"]) == [all, own])
    // Found twice, it is read once, where it wins.
    #expect(files(["HOME": "/m", "XDG_CONFIG_DIRS": "/etc"]) == [all, own])
    #expect(
      files(["HOME": "/m", "XDG_CONFIG_HOME": "/etc/xdg"])
        == [all, "/etc/xdg/offcirc/offcirc.toml"])
  }
}
