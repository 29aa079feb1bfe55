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
    let sources = try #require(parsed(arguments), "\(arguments)")
    expect(sources, arguments)
  }

  /// Expects what the parser found.
  private func expect(_ sources: SettingsSources, _ arguments: [String]) {
    let plain = PlainCommandLine(arguments)
    #expect(plain?.sources == sources, "\(arguments)")
    #expect(
      (plain?.command == .record) == arguments.contains("record"),
      "\(arguments)")
  }

  /// Every way to write an option with a value.
  private func forms(_ flag: String, _ value: String) -> [[String]] {
    [[flag, value], [flag + "=" + value]]
  }

  /// All options, each with the value of a number, in a form of a number.
  ///
  /// The parser takes a tenth of a second: it reads them together.
  private func all(_ value: Int, _ form: Int) -> [[String]] {
    Self.options.map { forms($0.flag, $0.values[value])[form] }
  }

  @Test func everyOptionOfTheStationIsReadAsTheParserReadsIt() throws {
    try expectSame([])
    try expectSame(["station"])
    for option in all(0, 0) { try expectSame(option) }
    for value in 0...1 {
      for form in 0...1 {
        let options = all(value, form).flatMap(\.self)
        try expectSame(options)
        try expectSame(["station"] + options)
        try expectSame(options + ["station"])
      }
    }
  }

  @Test func theLastOfRepeatedOptionsCounts() throws {
    for (first, last) in [(0, 1), (1, 0)] {
      for firstForm in 0...1 {
        for lastForm in 0...1 {
          let first = all(first, firstForm).flatMap(\.self)
          let last = all(last, lastForm).flatMap(\.self)
          try expectSame(first + last)
          try expectSame(first + ["station"] + last)
        }
      }
    }
  }

  @Test func optionsMayStandInAnyOrder() throws {
    let all = all(0, 0)
    try expectSame(all.reversed().flatMap(\.self))
    try expectSame(all[0] + ["station"] + all.dropFirst().flatMap(\.self))
  }

  @Test func optionsOfRecordAreReadAsTheParserReadsThem() throws {
    try expectSame(["record"])
    for (flag, values) in Self.options {
      let forms = forms(flag, values[0])
      for arguments in [["record"] + forms[0], forms[1] + ["record"]] {
        if let sources = parsed(arguments) {
          expect(sources, arguments)
        } else {
          #expect(PlainCommandLine(arguments) == nil, "\(arguments)")
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
