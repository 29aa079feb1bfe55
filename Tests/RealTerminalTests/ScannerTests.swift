import Circulation
import Foundation
import Support
import Testing

/// Scanners of every kind, in a real terminal.
@Suite(.serialized)
struct ScannerTests {
  private let folder = TestFolder()
  private let card = "9921000000164"
  private let book = "37000034179"

  private func settings(_ scanner: String) throws -> String {
    let path = folder.path + "/offcirc.toml"
    try """
    [borrower]
    patterns = ['^99\\d{11}$']
    [item]
    patterns = ['^3\\d{10}$', '^[0-9A-Z]{12}$']
    [scanner]
    \(scanner)
    """.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func items() throws -> [String] {
    try JournalReader.replay(path: folder.files + "/OffCirc.journal")?
      .unsaved.map(\.transaction.item.text) ?? []
  }

  /// Types characters, so many milliseconds apart or more.
  private func type(_ text: String, every milliseconds: Int, _ pty: Pty) {
    for character in text {
      pty.type(String(character))
      wait(milliseconds, pty)
    }
  }

  /// Looks on for so many milliseconds or more.
  private func wait(_ milliseconds: Int, _ pty: Pty) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end { pty.look(for: 1) }
  }

  /// Scans as a scanner does that adds nothing, until it is taken.
  ///
  /// A machine that halts the test or the station in the middle of it makes it
  /// slower than any scanner; then it is scanned again, into an empty field.
  private func scan(
    _ text: String, every milliseconds: Int, _ pty: Pty,
    isTaken: () throws -> Bool
  ) throws {
    let hangGuard = HangGuard()
    var tries = 0
    repeat {
      if hangGuard.isOver { throw NotSeen(what: text, on: pty.screen.lines) }
      type(text, every: milliseconds, pty)
      // Longer than the silence that ends a scan.
      let end = ContinuousClock.now + .milliseconds(500)
      while try !isTaken(), .now < end { pty.look(for: 5) }
      // When this is seen, all that came before has been taken, as a scan or
      // as what it was not.
      tries += 1
      try show("#\(tries)", pty)
      pty.type("\u{15}")
      wait(120, pty)
    } while try !isTaken()
  }

  /// Types a text into an empty field as a hand does, until it is there: what a
  /// machine that halts passes on all at once is no hand's.
  private func show(_ text: String, _ pty: Pty) throws {
    let hangGuard = HangGuard()
    func isSeen() -> Bool { pty.screen.text.contains(text + " ") }
    while !isSeen() {
      if hangGuard.isOver { throw NotSeen(what: text, on: pty.screen.lines) }
      pty.type("\u{15}")
      wait(120, pty)
      pty.type(text)
      let end = ContinuousClock.now + .seconds(2)
      while !isSeen(), .now < end { pty.look(for: 5) }
    }
    wait(120, pty)
  }

  // MARK: The end of a scan

  @Test(arguments: ["none", "auto"], [0, 1, 8, 16])
  func silenceEndsAScan(suffix: String, milliseconds: Int) throws {
    let pty = try Pty(
      in: folder, "--config", settings("suffix = '\(suffix)'"))
    try pty.look(for: "Unsaved: 0 ")
    try scan(card, every: milliseconds, pty) {
      pty.screen.text.contains("▸Item")
        && pty.screen.holds(card, in: "Borrower:")
    }
    let numbers = [book, "37000034180"]
    for number in numbers {
      try scan(number, every: milliseconds, pty) {
        try items().contains(number)
      }
    }
    // Beside them there may be parts of them that the machine cut twice alike.
    #expect(try items().filter(numbers.contains) == numbers)
  }

  @Test(arguments: ["none", "auto"], [60, 300])
  func aHandIsNotTakenForAScanner(suffix: String, milliseconds: Int) throws {
    let pty = try Pty(
      in: folder, "--config", settings("suffix = '\(suffix)'"))
    try pty.look(for: "Unsaved: 0 ")
    pty.type(card + "\r")
    try pty.look(for: "Borrower \(card)")
    // Each is typed when the one before has been seen: so it comes no faster,
    // even where the machine halts the station.
    var typed = ""
    for character in book {
      typed.append(character)
      pty.type(String(character))
      try pty.look(for: typed) { $0.holds(typed, in: "Item barcode:") }
      wait(milliseconds, pty)
    }
    // Longer than the silence that ends a scan.
    wait(500, pty)
    #expect(pty.screen.holds(book, in: "Item barcode:"))
    #expect(try items().isEmpty)
    pty.type("\r")
    try pty.look(for: "Recorded: loan of \(book)")
  }

  @Test func aTabEndsAScanWhereTheSettingsSaySo() throws {
    let pty = try Pty(in: folder, "--config", settings("suffix = 'tab'"))
    try pty.look(for: "Unsaved: 0 ")
    pty.type("\(card)\t\(book)\t")
    try pty.look(for: "Recorded: loan of \(book)")
  }

  // MARK: What a person sees

  @Test(arguments: [
    ("en", "Next borrower", "waiting for a card", "scan it again"),
    ("fr", "Emprunteur suivant", "en attente", "scannez-le à nouveau"),
  ])
  func scansGoWhereTheyBelongInBothLanguages(
    language: String, next: String, held: String, again: String
  ) throws {
    let screen = try Screen(
      "--language \(language) --config \(settings("strip = ['code39']"))",
      in: folder)
    try screen.waitFor("Offline Circulation")
    try screen.scan(book)
    try screen.waitToSay(held)
    try screen.scan(card)
    try screen.waitFor(": 1 ")
    try screen.scan("9931000000172")
    try screen.waitToSay("\(next)")
    try screen.scan("ààP§Qç'çHF'P")
    try screen.waitToSay("ààP§Qç'çHF'P → 00P6A949HF4P")
    try screen.scan("3700003417")
    try screen.waitToSay(again)
    #expect(try items() == [book, "00P6A949HF4P"])
    // Not within half a second, which is a double beep.
    try screen.wait("it is accepted") {
      try screen.scan("3700003417")
      return try items().count == 3
    }
    try screen.scan("%RETURN%")
    try screen.waitFor(language == "en" ? "(•) Return" : "(•) Retour")
    try screen.scan("%HELP%")
    try screen.waitFor(language == "en" ? "– Help" : "– Aide")
    try screen.scan("*\(book)*")
    try screen.wait("it is recorded") { try items().count == 4 }
    try screen.scan("%HELP%", "%DELETE-LAST%")
    try screen.wait("it is deleted") { try items().count == 3 }

    let list = try Program.run(
      ["list", "--doubtful", "--format", "csv", "--files", folder.files])
    #expect(list.output.contains(",loan,3700003417,9931000000172\r\n"))
    #expect(list.output.split(whereSeparator: \.isNewline).count == 2)
  }

  @Test(arguments: [
    (
      "en", "scanned twice: recorded once", "not returned here",
      "2 lines. Cards: 1. Items: 1.", "is a card"
    ),
    (
      "fr", "scanné deux fois de suite", "sans retour sur ce poste",
      "2 lignes. Cartes : 1. Exemplaires : 1.", "est une carte"
    ),
  ])
  func doublesWarningsAndPastesAreSaidInBothLanguages(
    language: String, double: String, contradiction: String, pasted: String,
    card: String
  ) throws {
    let screen = try Screen(
      "--language \(language) --config \(settings(""))", in: folder)
    try screen.waitFor("Offline Circulation")
    // In one burst, so that there are less than three seconds between them.
    try screen.burst([self.card, book, book])
    try screen.waitToSay(double)
    #expect(try items() == [book])
    try screen.scan("9931000000172", book)
    try screen.waitToSay(contradiction)
    #expect(try items() == [book, book])
    try screen.send("\u{1b}[200~\(self.card)\r37000034180\r\u{1b}[201~")
    try screen.waitToSay(pasted)
    #expect(try items().count == 2)
    try screen.press("F2")
    try screen.wait("they are recorded") { try items().count == 3 }
    try screen.press("F3")
    try screen.scan(self.card)
    try screen.waitToSay(card)
    #expect(try items().count == 3)
  }

  @Test func aPasteOfSeveralLinesIsShownFirst() throws {
    let screen = try Screen("--config \(settings(""))", in: folder)
    try screen.waitFor("Offline Circulation")
    let lines = "\u{1b}[200~\(card)\r\(book)\r3700003417\r\u{1b}[201~"
    try screen.send(lines)
    try screen.waitFor("3 lines. Cards: 1. Items: 2.")
    try screen.waitFor("Doubtful (?): 1.")
    #expect(try items().isEmpty)
    try screen.press("Escape")
    try screen.waitToSay("3 pasted lines discarded, NOT recorded.")
    try screen.send(lines)
    try screen.waitFor("3 lines.")
    try screen.press("F2")
    try screen.wait("they are recorded") { try items().count == 2 }
    // A paste whose end is lost does not swallow what comes after it.
    try screen.send("\u{1b}[200~\(card)\r37000034188\r")
    try screen.waitFor("2 lines. Cards: 1. Items: 1.")
    try screen.press("Escape")
    try screen.waitToSay("2 pasted lines discarded")
    // A burst that nothing brackets is scans like any other.
    try screen.burst(["37000034181", "37000034182"])
    try screen.waitFor("Unsaved: 4 ")
  }
}

extension VT52 {
  /// Whether a field holds a text and nothing else.
  fileprivate func holds(_ text: String, in field: String) -> Bool {
    lines.contains { line in
      guard let start = line.range(of: field)?.upperBound else { return false }
      return line[start...].drop { $0 == " " }.hasPrefix(text + " ")
    }
  }
}
