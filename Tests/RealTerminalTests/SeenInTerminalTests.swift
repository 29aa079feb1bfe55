import Foundation
import Support
import Testing

/// What the built program knows of numbers, in a real terminal and in both
/// languages.
@Suite(.serialized, .ownThread)
struct SeenInTerminalTests {
  private let card = "9921000000164"
  private let other = "9921000000999"
  private let book = "37000034179"

  private func screen(
    _ language: String, _ arguments: String = "",
    in folder: TestFolder = TestFolder()
  ) throws -> Screen {
    let screen = try Screen("--language \(language) \(arguments)", in: folder)
    try screen.waitFor("Offline Circulation")
    return screen
  }

  @Test(arguments: ["en", "fr"])
  func aCardAndAnItemAreKnownAgain(_ language: String) throws {
    let folder = TestFolder()
    let first = try screen(language, in: folder)
    try first.scan(card, book)
    try first.waitFor(language == "en" ? "Recorded: " : "Enregistré : ")
    try first.press("F2", "F10")
    try first.waitForEnd()
    // It was in another session, and is saved.
    let screen = try screen(language, in: folder)
    try screen.scan(book)
    try screen.waitFor(
      language == "en"
        ? "\(book) is an item." : "\(book) est un exemplaire.")
    try screen.scan(other, card)
    try screen.waitFor(
      language == "en"
        ? "\(card) is a borrower's card." : "\(card) est la carte d'un")
    try screen.press("F3")
    try screen.waitFor(language == "en" ? "(•) Return" : "(•) Retour")
    try screen.scan(card)
    try screen.waitToSay(
      language == "en" ? "press F3 for loans" : "F3 pour le mode Prêt")
    try screen.scan(book)
    try screen.waitFor(
      language == "en" ? "return of \(book)." : "retour de \(book).")
    try screen.waitFor(language == "en" ? "Unsaved: 1 " : "sauvegarder : 1 ")
  }

  @Test(arguments: ["en", "fr"])
  func theISBNOfTheBookIsNotTaken(_ language: String) throws {
    let screen = try screen(language)
    try screen.scan(card, "9782070368228", "9782070368228")
    try screen.waitFor(
      language == "en"
        ? "9782070368228 is the book's ISBN. Scan the library's label."
        : "9782070368228 est l'ISBN du livre. Scannez l'étiquette")
    try screen.scan(book)
    try screen.waitFor(language == "en" ? "Unsaved: 1 " : "sauvegarder : 1 ")
    #expect(try !screen.folder.read("OffCirc.journal").contains("978207"))
  }

  @Test func withoutLearningTheCardIsAnItem() throws {
    for (arguments, environment) in [
      ("--learn false", [:]), ("", ["OFFCIRC_LEARN": "false"]),
    ] {
      let screen = try Screen(arguments, environment: environment)
      try screen.waitFor("Offline Circulation")
      try screen.scan(card, book)
      try screen.press("F4")
      try screen.scan(other, card)
      try screen.waitFor("Recorded: loan of \(card) to \(other).")
    }
  }
}
