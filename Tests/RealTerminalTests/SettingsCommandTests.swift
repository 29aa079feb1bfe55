import Foundation
import Support
import Testing

/// The settings, as the built program takes them.
@Suite(.serialized, .ownThread)
struct SettingsCommandTests {
  private let folder = TestFolder()
  private var file: String { folder.path + "/offcirc.toml" }

  private func offcirc(
    _ arguments: String..., input: String = "",
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let own = ["OFFCIRC_CONFIG": file, "HOME": folder.path]
    return try Program.run(
      arguments, input: input, environment: own.merging(environment) { $1 })
  }

  private func write(_ text: String) throws {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  @Test func recordTakesFolderLanguageAndCopyFromTheFile() throws {
    try write(
      """
      [station]
      files = "files"
      language = "fr"
      copy-to = "~/copy"
      """)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/copy", withIntermediateDirectories: false)
    let result = try offcirc("record", input: "return 1\nx\n")
    #expect(result.output.contains("n'est pas une transaction"))
    #expect(try folder.read("OffCirc.journal").contains("\treturn\t"))
    let copies = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/copy")
    #expect(copies.contains { $0.hasSuffix(".journal") })
    #expect(
      try offcirc("save", "--language", "en").output
        == "Saved 1 transaction in \(folder.files)/OffCirc.dat.\n")
    #expect(try offcirc("list").output.contains("Opération"))
  }

  @Test func theWindowTakesItsTitleAndLanguageFromTheFile() throws {
    try write("[station]\ndesk = \"Accueil\"\nlanguage = \"fr\"\n")
    let screen = try Screen(
      "--config offcirc.toml", in: folder)
    try screen.waitFor("Accueil")
    try screen.waitFor("Emprunteur")
  }

  @Test(arguments: [
    ["record"], ["save"], ["list"], ["recover", "/"], ["settings"],
  ])
  func everyCommandRefusesASettingThatIsWrong(_ command: [String]) throws {
    try write("[item]\nlengths = [0]\npattern = ['a']\n")
    let result = try Program.run(
      command + ["--config", file], environment: ["LANG": "C"])
    #expect(result.status == 78)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        offcirc: \(file), line 2: [item] lengths: 0 is too small. Use a \
        number from 1 to 80.
        offcirc: \(file), line 3: [item] pattern: there is no such key. Did \
        you mean patterns?

        """)
    let french = try offcirc("save", environment: ["OFFCIRC_LANGUAGE": "fr"])
    #expect(
      french.errors.hasPrefix(
        "offcirc: \(file), ligne 2 : [item] lengths : 0 est trop petit."))
  }

  @Test func aFileThatWasNamedAndIsNotThereIsTold() throws {
    let result = try offcirc("save")
    #expect(result.status == 78)
    #expect(
      result.errors
        == "offcirc: Cannot open \(file): no such file or folder.\n"
    )
    #expect(try offcirc("save", "--config", "").status == 64)
  }

  @Test func settingsPrintsAFileThatHoldsTheSame() throws {
    try write("[item]\npatterns = ['^\\d{11}$']\n")
    let first = try offcirc(
      "settings", "--bell", "all", environment: ["OFFCIRC_DESK": "Main"])
    #expect(first.status == 0)
    #expect(first.output.contains("# \(file), line 2\n"))
    #expect(first.output.contains("# --bell\n"))
    #expect(first.output.contains("# $OFFCIRC_DESK\n"))
    try write(first.output)
    let second = try offcirc("settings").output
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .compactMap { $0.split(separator: "  ").first }
    }
    #expect(values(first.output) == values(second))
  }

  @Test func settingsForAllAreReadBelowThoseOfTheUser() throws {
    let texts = [
      "all": "[station]\nbell = 'all'\ndesk = 'Hall'\n",
      "own": "[station]\nbell = 'none'\n",
    ]
    for (name, text) in texts {
      let place = folder.path + "/\(name)/offcirc"
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true)
      try text.write(
        toFile: place + "/offcirc.toml", atomically: false, encoding: .utf8)
    }
    let result = try offcirc(
      "settings",
      environment: [
        "OFFCIRC_CONFIG": "", "XDG_CONFIG_DIRS": folder.path + "/all",
        "XDG_CONFIG_HOME": folder.path + "/own",
      ])
    let lines = result.output.split(separator: "\n")
    for (start, place) in [
      ("bell = \"none\"", "own"), ("desk = \"Hall\"", "all"),
    ] {
      let line = try #require(lines.first { $0.hasPrefix(start) })
      #expect(
        line.contains(" # \(folder.path)/\(place)/offcirc/offcirc.toml, "))
    }
  }

  @Test func theExampleForAllHoldsNobodysHome() throws {
    let result = try offcirc(
      "settings", "--example", "--system",
      environment: ["XDG_DATA_HOME": folder.path + "/data"])
    #expect(result.status == 0)
    #expect(!result.output.contains(folder.path))
    #expect(result.output.contains("\"~/.local/share/offcirc/files\""))
    #expect(result.output.contains("/etc/offcirc/offcirc.toml"))
    #expect(try offcirc("settings", "--system").status == 64)
  }

  @Test func theExampleIsThereInBothLanguagesWhateverIsInTheFile() throws {
    try write("this is no TOML")
    let english = try offcirc("settings", "--example")
    let french = try offcirc("settings", "--example", "--language", "fr")
    #expect(english.output.hasPrefix("# The settings of OffCirc"))
    #expect(french.output.hasPrefix("# Les réglages d'OffCirc"))
    for text in [english.output, french.output] {
      try write(text)
      #expect(try offcirc("settings").status == 0)
    }
  }
}
