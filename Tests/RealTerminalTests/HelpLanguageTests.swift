import ArgumentParser
import Foundation
import Languages
import Settings
import Station
import Support
import Synchronization
import Testing

@testable import offcirc

/// The help, and errors in the command line, in the language of the reader.
struct HelpLanguageTests {
  private func french(_ arguments: String...) throws -> Program.Result {
    try Program.run(arguments, environment: ["LC_ALL": "fr_FR.UTF-8"])
  }

  /// The helps that were shown before: two tests look at each.
  private static let shown = Mutex<[[String]: Program.Result]>([:])

  /// The help of a command, or of the program.
  private func help(
    of command: Subcommand?, in language: Language
  ) throws -> Program.Result {
    let arguments = (command?.words ?? []) + ["--help"]
    let key = [language.rawValue] + arguments
    if let result = Self.shown.withLock({ $0[key] }) { return result }
    let result = try Program.run(
      arguments,
      environment: ["LC_ALL": language == .french ? "fr_FR.UTF-8" : "C.UTF-8"])
    Self.shown.withLock { $0[key] = result }
    return result
  }

  // MARK: The language

  @Test func itIsFoundBeforeTheCommandLineIsParsed() {
    let french = ["OFFCIRC_LANGUAGE": "fr", "LANG": "en_GB.UTF-8"]
    let none = ["XDG_CONFIG_HOME": "/nowhere"]
    for (arguments, environment, language) in [
      ([], [:], .english), ([], ["LANG": "fr_FR.UTF-8"], .french),
      ([], french, .french), (["--language", "en"], french, .english),
      (["kit", "--language=fr", "--nothing"], [:], .french),
      (["--language", "de"], french, .french), (["--language"], [:], .english),
      (["--language", "fr", "--language", "en"], [:], .english),
      (["list", "--", "--language=fr"], [:], .english),
    ] as [([String], [String: String], Language)] {
      #expect(
        Language(
          ofCommandLine: arguments,
          environment: environment.merging(none) { $1 }) == language,
        "\(arguments) \(environment)")
    }
  }

  @Test func itMayBeThatOfTheSettings() throws {
    let folder = TestFolder()
    let file = folder.path + "/offcirc.toml"
    func help(
      _ arguments: String..., settings: String
    ) throws -> Substring {
      try settings.write(toFile: file, atomically: false, encoding: .utf8)
      let result = try Program.run(
        ["kit", "--help"] + arguments, environment: ["OFFCIRC_CONFIG": file])
      return result.output.prefix { $0 != " " }
    }
    let french = "[station]\nlanguage = \"fr\"\n"
    #expect(try help(settings: french) == "Préparer")
    // Other errors in it are reported when it is needed.
    #expect(try help(settings: french + "bell = 1\n") == "Préparer")
    #expect(try help(settings: french + "bell = \n") == "Make")
    #expect(try help("--no-settings", settings: french) == "Make")
    #expect(try help("--language", "en", settings: french) == "Make")
    #expect(
      try help("--config", folder.path + "/none", settings: french) == "Make")
  }

  @Test func theHelpIsInThatLanguage() throws {
    let help = try french("kit", "--help").output
    #expect(help.hasPrefix("Préparer un lot"))
    for (arguments, environment) in [
      (["--language", "fr", "kit", "--help"], [:]),
      (["kit", "--help", "--language=fr"], [:]),
      (["help", "kit"], ["OFFCIRC_LANGUAGE": "fr"]),
    ] as [([String], [String: String])] {
      let result = try Program.run(arguments, environment: environment)
      #expect(result.output == help, "\(arguments)")
    }
    #expect(try Program.run(["kit", "--help"]).output.hasPrefix("Make an"))
  }

  @Test func withoutACommandItIsThatOfTheProgram() throws {
    let help = try french("--help").output
    #expect(help.hasPrefix("Enregistrer"))
    for arguments in [
      ["--language", "fr", "--help"], ["--help", "--language", "fr"],
      ["-h", "--language=fr"], ["help", "--language", "fr"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.output == help, "\(arguments)")
      #expect(result.status == 0)
    }
  }

  @Test(arguments: [
    ["copies", "--help"], ["copies", "-h"],
    ["copies", "--help", "--language", "fr"],
    ["--language", "fr", "copies", "--help"], ["-h", "copies"],
    ["copies", "--on-loan", "--help"], ["help", "copies"],
    ["help", "--language", "fr", "copies"],
  ])
  func thatOfACommandListsItsOwnCommands(_ arguments: [String]) throws {
    let help = try Program.run(arguments)
    for name in ["add", "import", "history"] {
      #expect(help.output.contains("\n  \(name) "), "\(help)")
    }
    #expect(help.status == 0)
  }

  @Test func anErrorOfAValueNamesAllThatThereAre() {
    for (arguments, values) in [
      (["list", "--format", "x"], "text, csv or json."),
      (
        ["convert", "a", "--to", "x", "--output", "b"],
        "alma, koha, evergreen, sierra, destiny or pmb."
      ),
    ] {
      let error = #expect(throws: (any Error).self) {
        try Offcirc.parseAsRoot(arguments)
      }
      let text = error.map {
        ParserMessage(of: $0).text(in: Language.english.words, columns: 200)
      }
      #expect(text?.contains("Write \(values)") == true, "\(text ?? "")")
    }
  }

  @Test func thatOfACommandOfACommandIsItsOwn() {
    for arguments in [
      ["--language", "fr", "copies", "add", "--help"],
      ["help", "copies", "add"], ["copies", "add", "--help"],
    ] {
      #expect(
        CommandLineOrder(arguments).arguments == ["help", "copies", "add"])
    }
  }

  @Test(arguments: Language.allCases, [nil] + Subcommand.allCases)
  func itIsAtMost80ColumnsWide(
    _ language: Language, _ command: Subcommand?
  ) throws {
    let result = try help(of: command, in: language)
    for line in result.output.split(separator: "\n") where line.count > 80 {
      Issue.record("\(line)")
    }
  }

  // MARK: The words of the parser

  @Test(arguments: [nil] + Subcommand.allCases)
  func noHelpInFrenchHasAWordOfEnglish(_ command: Subcommand?) throws {
    let result = try help(of: command, in: .french)
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE : offcirc"))
    #expect(result.output.contains("\nOPTIONS :\n"))
    let english =
      #/\b(the|of|is|and|with|for|more|see|show|values|default|folder|file|directory|name|overview|usage:|options:|arguments:|subcommands?|information)\b:?/#
      .ignoresCase()
    // The names of options are not translated.
    let words = result.output.replacing(#/--[a-z-]+/#, with: "")
    for match in words.matches(of: english) {
      Issue.record("\(match.0) in: \(result.output)")
    }
  }

  @Test func theListOfCommandsIsInColumns() throws {
    let help = try french("--help").output
    #expect(
      help.contains("\n  station (par défaut)    Ouvrir le poste dans"))
    #expect(help.contains("\n  -h, --help              Afficher l'aide.\n"))
    #expect(help.contains("\n  --version               Afficher la version.\n"))
    #expect(help.contains("\n        offcirc record  [--files <dossier>]"))
    #expect(help.hasSuffix("commande : offcirc help <commande>.\n"))
  }

  @Test func valuesAndDefaultsAreNamed() throws {
    let help = try french("list", "--help").output
    #expect(
      help.contains(
        """
          --format <text|csv|json>
                                  Format du résultat. (par défaut : text)
        """))
  }

  @Test(arguments: [
    (
      ["list", "--flies"],
      "Option inconnue : --flies. Vouliez-vous dire --files ?"
    ),
    (["-x"], "Option inconnue : -x."),
    (["list", "---x"], "Option inconnue : ---x."),
    (["list", "--files"], "Indiquez une valeur : --files <dossier>"),
    (
      ["list", "--unsaved=1"],
      "--unsaved ne prend pas de valeur, mais « 1 » est indiqué."
    ),
    (["list", "a", "b"], "Argument en trop : b."),
    (["list", "a", "b", "c"], "Arguments en trop : b, c."),
    (["kit", "x"], "Il manque --output <dossier>."),
    (["fix"], "Il manque <fichier>."),
    (["check"], "Indiquez un fichier, ou --share."),
    (
      ["purge", "--older-than", "x"],
      "Valeur non valable pour --older-than <âge> : « x »."
    ),
    (
      ["list", "--format", "xml"],
      "Valeur non valable pour --format <text|csv|json> : « xml ». Écrivez text, csv ou json."
    ),
    (
      ["sheet", "--output", "x"],
      "Valeur non valable pour --output <fichier.svg|.pdf> : « x ». Le nom doit finir par .svg ou .pdf."
    ),
    (
      ["--generate-completion-script", "csh"],
      "Pas de complétion pour le shell « csh ». Écrivez zsh, bash ou fish."
    ),
    (
      ["kit", "x", "--output", "y", "--again", "--rest"],
      "Indiquez --again ou --rest, pas les deux."
    ),
  ])
  func anErrorIsInFrench(_ arguments: [String], _ sentence: String) throws {
    let result = try Program.run(
      arguments, environment: ["LC_ALL": "fr_FR.UTF-8"])
    #expect(result.status == 64)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.first.map(String.init) == "Erreur : " + sentence)
    #expect(lines.contains { $0.hasPrefix("Usage : offcirc") })
    #expect(lines.last?.hasPrefix("  Pour l'aide : offcirc") == true)
    #expect(!result.errors.contains("Help:"))
  }

  @Test func whatIsQuotedStaysAsItIsWritten() throws {
    let value = "OPTIONS:\nUsage: (values: x"
    let result = try french("purge", "--older-than", value)
    #expect(result.errors.contains("« OPTIONS:"))
    let english = try Program.run(["purge", "--older-than", value])
    #expect(english.errors.hasPrefix("Error: The value OPTIONS:"))
  }

  // MARK: The reasons of the libraries

  @Test(arguments: [
    ("[station", "il manque ] après le nom de la section"),
    ("bell: all", "il manque = après la clé"),
    ("x = ", "la clé n'a pas de valeur"),
    ("x = abc", "valeur non valable ; mettez un texte entre guillemets"),
    ("x = 1\nx = 2", "x est défini deux fois"),
    ("x = [1 2]", "il manque une virgule ou ] dans la liste"),
    ("x = [1", "il manque une virgule ou ] dans la liste"),
    ("x = \"a", "il manque un guillemet ou une apostrophe"),
    ("x = 'a", "il manque un guillemet ou une apostrophe"),
    ("= 3", "la ligne ne commence ni par une clé ni par une section"),
    ("x = {a=1 b=2}", "il manque une virgule ou }"),
    ("x = 1 y", "« y » en trop après la valeur"),
    ("x = truex", "« x » en trop après la valeur"),
    ("x = 2000-99-99", "date ou heure non valable"),
    ("[]", "la section n'a pas de nom"), ("x = 01", "erreur de syntaxe"),
    (
      "[item]\npatterns = ['a)']", "parenthèse fermante en trop, au caractère 2"
    ),
    ("[item]\npatterns = ['[a']", "il manque un crochet fermant, au"),
    ("[item]\npatterns = ['*']", "rien à répéter, au caractère 1"),
    ("[item]\npatterns = ['a{2,1}']", "nombres inversés dans {}, au"),
    ("[item]\npatterns = ['[b-a]']", "intervalle inversé dans [], au"),
    ("[item]\npatterns = ['\\']", "barre oblique inverse à la fin, au"),
    ("[item]\npatterns = ['\\y']", "caractère inconnu après une barre"),
    ("[item]\npatterns = ['(?x']", "il manque une parenthèse fermante, au"),
    ("[item]\npatterns = ['(?@)']", "caractère inconnu après (?, au"),
    ("[item]\npatterns = ['(?P>x)']", "renvoi à un groupe absent, au"),
    ("[item]\npatterns = ['[[:x:]]']", "nom inconnu dans [: :], au"),
    ("[item]\npatterns = ['(?<=a*)b']", "erreur de syntaxe, au"),
  ])
  func aReasonIsInFrench(_ settings: String, _ reason: String) throws {
    let folder = TestFolder()
    let file = folder.path + "/offcirc.toml"
    try (settings + "\n").write(
      toFile: file, atomically: false, encoding: .utf8)
    let issues = try #require(throws: SettingsIssues.self) {
      try SettingsSources(environment: [:], file: file).read()
    }
    let told = Language.french.words.sentences(issues).joined(separator: "\n")
    #expect(told.contains("(" + reason), "\(told)")
  }

  @Test func aFullStandardOutputIsNamedInFrench() throws {
    let result = try Program.run(
      ["-c", "\(Program.path) --language fr list --format json > /dev/full"],
      of: "sh", environment: ["OFFCIRC_FILES": TestFolder().path])
    #expect(
      result.errors.contains("Impossible d'écrire dans la sortie standard"),
      "\(result.errors)")
  }
}

extension Subcommand {
  /// The words by which it is called.
  fileprivate var words: [String] {
    rawValue.split(separator: " ").map(String.init)
  }
}
