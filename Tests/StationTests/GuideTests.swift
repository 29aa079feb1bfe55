import Foundation
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The tables of the guides are those of the code.
@Suite(.serialized)
struct GuideTests {
  private func guide(_ name: String, _ language: Language) throws -> GuideText {
    try GuideText(name + (language == .french ? "-fr" : ""))
  }

  @Test(arguments: Language.allCases)
  func theGuideOfTheKeysHasEveryKey(_ language: Language) throws {
    let words = language.words
    let head =
      language == .french
      ? ["Touches", "Effet"] : ["Keys", "What they do"]
    let parts = KeyContext.allCases.map { context in
      let rows = KeyBinding.all.filter { $0.context == context }.map {
        [
          $0.keys.map(words.name(of:)).joined(separator: ", "),
          words.explanation(of: $0.action),
        ]
      }
      return ["", "### \(words.name(of: context))", ""]
        + GuideText.table(head, rows)
    }
    try guide("Keys", language).expectRest(
      Array(parts.joined()),
      below: language == .french ? "## Toutes les touches" : "## All keys")
  }

  @Test(arguments: Language.allCases)
  func thePageForTheDeskHasTheKeysOfADay(_ language: Language) throws {
    let words = language.words
    let actions = HelpPage.dailyActions + [.help, .undo, .afterOutage]
    let rows = KeyBinding.all
      .filter { $0.context == .desk && actions.contains($0.action) }
      .map { binding in
        [
          binding.keys.first.map(words.name(of:)) ?? "",
          words.explanation(of: binding.action),
        ]
      }
    try guide("Desk", language).expectTable(
      language == .french ? ["Touche", "Effet"] : ["Key", "What it does"],
      rows, below: language == .french ? "## Touches" : "## Keys")
  }

  @Test(arguments: Language.allCases)
  func theGuideToTheSettingsHasEverySetting(_ language: Language) throws {
    let words = language.words
    let settings = Settings(environment: ["HOME": "~"])
    let sections = SettingsSection.allCases.map { section in
      SettingsKey.keys(of: section).map { key in
        // The language has no default of its own.
        let isLocale = key.id.name == .language
        let value = isLocale ? nil : key.value(in: settings)
        return [
          key.id.name.rawValue, words.name(of: key.type),
          value.map { "`\($0)`" } ?? "", words.explanation(of: key.id.name),
        ]
      }
    }
    // The keys of cards and of items are the same.
    #expect(sections[1] == sections[2])
    let head =
      language == .french
      ? ["Clé", "Valeur", "Par défaut", "Sens"]
      : ["Key", "Value", "Default", "Meaning"]
    let headings =
      language == .french
      ? [
        "Le poste", "Les numéros des cartes et des exemplaires", "La douchette",
        "Le catalogue", "Les manuels", "Les tickets", "Avant la panne",
        "Après la panne",
      ]
      : [
        "The station", "Numbers on cards and items", "The scanner",
        "The catalogue", "Textbooks", "Slips", "Before the outage",
        "After the outage",
      ]
    for (heading, section) in zip(headings, [0, 1, 3, 4, 5, 6, 7, 8]) {
      try guide("Settings", language).expectTable(
        head, sections[section], below: "## \(heading)")
    }
  }
}
