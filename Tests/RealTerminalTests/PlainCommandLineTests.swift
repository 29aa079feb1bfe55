import ArgumentParser
import Languages
import Settings
import Support
import Testing

@testable import offcirc

/// A command line that is read without the parser means what it means to the
/// parser.
struct PlainCommandLineTests {
  /// The options of settings, each with two values.
  private static let options: [(flag: String, values: [String])] =
    SettingsKey.table.compactMap { key in
      key.flag.map { flag in
        switch key.type {
        case .word(let words): (flag, [words[0], words[1]])
        case .boolean: (flag, ["true", "false"])
        default: (flag, ["/a", "Bücher & Medien = 1"])
        }
      }
    }

  private func parsed(_ arguments: [String]) -> SettingsSources? {
    let command = try? Offcirc.parseAsRoot(
      CommandLineOrder(arguments).arguments)
    return (command as? StationCommand)?.sources
      ?? (command as? RecordCommand)?.sources
  }

  private func expectSame(_ arguments: [String]) throws {
    let plain = PlainCommandLine(arguments)
    let sources = try #require(parsed(arguments), "\(arguments)")
    #expect(plain?.sources == sources, "\(arguments)")
    #expect(
      (plain?.command == .record) == arguments.contains("record"),
      "\(arguments)")
  }

  /// Every way to write an option with a value.
  private func forms(_ flag: String, _ value: String) -> [[String]] {
    [[flag, value], [flag + "=" + value]]
  }

  @Test func everyOptionOfTheStationIsReadAsTheParserReadsIt() throws {
    try expectSame([])
    try expectSame(["station"])
    for (flag, values) in Self.options {
      for value in values {
        for form in forms(flag, value) {
          try expectSame(form)
          try expectSame(["station"] + form)
          try expectSame(form + ["station"])
        }
      }
    }
  }

  @Test func theLastOfRepeatedOptionsCounts() throws {
    for (flag, values) in Self.options {
      for values in [values, values.reversed()] {
        for first in forms(flag, values[0]) {
          for last in forms(flag, values[1]) {
            try expectSame(first + last)
            try expectSame(first + ["station"] + last)
          }
        }
      }
    }
  }

  @Test func optionsMayStandInAnyOrder() throws {
    let all = Self.options.map { [$0.flag, $0.values[0]] }
    try expectSame(all.flatMap(\.self))
    try expectSame(all.reversed().flatMap(\.self))
    try expectSame(all[0] + ["station"] + all.dropFirst().flatMap(\.self))
  }

  @Test func optionsOfRecordAreReadAsTheParserReadsThem() throws {
    try expectSame(["record"])
    for (flag, values) in Self.options {
      for form in forms(flag, values[0]) {
        for arguments in [["record"] + form, form + ["record"]] {
          if parsed(arguments) == nil {
            #expect(PlainCommandLine(arguments) == nil, "\(arguments)")
          } else {
            try expectSame(arguments)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "station"],
    ["--version", "station"], ["station", "--help"], ["--", "station"],
    ["station", "--"],
    ["---completion", "station"], ["--generate-completion-script", "bash"],
    ["station", "station"], ["station", "record"], ["save"], ["list"],
    ["statoin"], ["--desk", "1", "save"], ["1"], [""], ["-"], ["desk=1"],
    ["--desk"], ["--desk", ""], ["--desk="], ["--desk", "-"],
    ["--desk", "-1"], ["--desk=-1"], ["--desk", "--bell"], ["--desk 1"],
    ["-desk", "1"], ["--Desk", "1"], ["--des", "1"], ["--nothing", "1"],
    ["--bell", "loud"], ["--bell=loud", "--bell", "all"], ["--theme", "Blue"],
    ["--language", "de"], ["--learn", "yes"], ["--learn", "TRUE"], ["--files="],
    ["--config", "/a"], ["--no-settings"], ["--clock-offset", "+01:00"],
    ["record", "--desk", "1"], ["record", "1"], ["--patterns", "1"],
    ["--borrower"], ["--desk\u{301}", "1"],
  ])
  func everythingElseIsLeftToTheParser(_ arguments: [String]) {
    #expect(PlainCommandLine(arguments) == nil)
  }

  @Test func theVersionIsThatOfTheParser() throws {
    #expect(
      try Program.run(["--version"]).output
        == Program.run(["station", "--version"]).output)
  }
}
