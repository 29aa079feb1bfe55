import Foundation
import Support
import Testing

/// The window as a person sees it: the built program in a real terminal.
@Suite(.serialized, .ownThread)
struct StationInTerminalTests {
  private let card = "9921000000164"
  private let book = "37000034179"

  private func loan(_ item: String, _ borrower: String) -> String {
    "L" + item.padding(toLength: 80, withPad: " ", startingAt: 0) + borrower
  }

  // MARK: A day at the desk

  @Test func aDayAtTheDeskEndsWithACorrectDataFile() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book, "37000034180")
    try screen.waitFor("37000034180  ")
    try screen.press("F3")
    try screen.waitFor("(•) Return")
    try screen.scan("37000034181")
    try screen.waitFor("Recorded: return of 37000034181.")
    #expect(
      !FileManager.default.fileExists(
        atPath: screen.folder.files + "/OffCirc.dat"))
    try screen.press("F2")
    try screen.waitFor("Saved 3 transactions in ")
    try screen.waitFor("Unsaved: 0 ")
    try screen.press("F10")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    #expect(
      try screen.folder.savedLines() == [
        loan(book, card), loan("37000034180", card), "R37000034181",
      ])
  }

  @Test func theFilesAreThisUsersAlone() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.press("F2")
    try screen.waitFor("Saved 1 ")
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        as? Int
    }
    let files = screen.folder.files
    #expect(try mode(files) == 0o700)
    for name in ["OffCirc.dat", "OffCirc.journal", "OffCirc.lock"] {
      #expect(try mode("\(files)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func aFolderThatOthersCanReadIsSaid() throws {
    let folder = TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder.files, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
    let screen = try Screen(in: folder)
    try screen.waitFor("Other users can read \(folder.files)")
  }

  @Test(arguments: ["F2", "C-s", "M-s"])
  func eachKeyOfSaveSaves(_ key: String) throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.press(key)
    try screen.waitFor("Saved 1 transaction in ")
    #expect(try screen.folder.savedLines() == [loan(book, card)])
  }

  @Test func whatIsDeletedIsNotSaved() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, "1", "2", "3")
    try screen.waitFor("Unsaved: 3 ")
    try screen.press("PPage", "F8")
    try screen.waitFor("Deleted: loan of 1 to ")
    try screen.press("F2")
    try screen.waitFor("Saved 2 ")
    #expect(
      try screen.folder.savedLines() == [loan("2", card), loan("3", card)])
  }

  @Test(arguments: ["F10", "C-c", "C-q", "M-c"])
  func closeAsksWhenSomethingIsNotSaved(_ key: String) throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Unsaved: 1 ")
    try screen.press(key)
    try screen.waitFor("Save and close")
    try screen.press("Escape")
    try screen.wait("the desk") {
      !screen.lines.contains { $0.contains("Save and close") }
    }
    try screen.press(key)
    try screen.waitFor("Save and close")
    try screen.press("F2")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    #expect(try screen.folder.savedLines() == [loan(book, card)])
  }

  @Test func whatIsKeptAtCloseIsInTheListNextTime() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Unsaved: 1 ")
    try screen.press("C-c")
    try screen.waitFor("keep the list")
    try screen.press("F10")
    try screen.waitForEnd()

    let next = try Screen(in: screen.folder)
    try next.waitFor("1 unsaved transaction from ")
    try next.waitFor("▸\(book)")
    try next.press("F2")
    try next.waitFor("Saved 1 ")
    #expect(try next.folder.savedLines() == [loan(book, card)])
  }

  @Test(arguments: ["F1", "F10"])
  func aScanBehindAPageIsRecordedAndAnswersNothing(_ key: String) throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Unsaved: 1 ")
    try screen.press(key)
    try screen.waitFor(key == "F1" ? "Esc: back" : "Save and close")
    try screen.scan("37000034180")
    try screen.press("Enter")
    try screen.waitFor("Recorded: loan of 37000034180")
    try screen.waitFor("Unsaved: 2 ")
    try screen.waitFor(key == "F1" ? "Esc: back" : "Save and close")
  }

  @Test func theMousePressesWhatItIsOver() throws {
    let screen = try Screen(environment: ["TERM": "xterm-256color"])
    try screen.waitFor("Offline Circulation")
    try screen.click(on: "( ) Return")
    try screen.waitFor("(•) Return")
    try screen.type("1")
    try screen.click(on: "[Return Enter]")
    try screen.waitFor("Recorded: return of 1.")
    try screen.click(on: "[Save To File")
    try screen.waitFor("Saved 1 ")
    try screen.click(on: "[Help")
    try screen.waitFor("Esc: back")
    try screen.press("Escape")
    try screen.waitFor("[Close")
    try screen.click(on: "[Close")
    try screen.waitForEnd()
  }

  @Test func aBurstOfTwoThousandLosesNothing() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    let items = (0..<2_000).map { String(37_000_000_000 + $0) }
    try screen.burst([card] + items)
    try screen.waitFor("Unsaved: 2000 ")
    try screen.press("F2")
    try screen.waitFor("Saved 2000 ")
    #expect(try screen.folder.savedLines() == items.map { loan($0, card) })
  }

  @Test(arguments: ["\r\n", "\n", "\t"])
  func aScannerMayEndANumberWith(_ suffix: String) throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    // The item comes first: then an Enter too many would leave the borrower's
    // field before the card.
    try screen.press("Tab")
    for number in [book, card, book, "37000034180"] {
      try screen.type(number + suffix)
    }
    try screen.press("F2")
    try screen.waitFor("Saved 2 ")
    #expect(
      try screen.folder.savedLines() == [
        loan(book, card), loan("37000034180", card),
      ])
  }

  // MARK: Languages, sizes, kinds of terminal

  @Test func theFrenchWindowHasTheWordsOfTheSeedDocument() throws {
    for (columns, rows) in [(80, 24), (60, 16)] {
      let screen = try Screen("--language fr", columns: columns, rows: rows)
      for text in [
        "Offline Circulation – Prêt secouru", "Emprunteur :",
        columns < 80 ? "Code-barres :" : "Code-barres de l'exemplaire :",
        "Choisissez la transaction :",
        "(•) Prêt   ( ) Retour", "Nettoyer", "Sauvegarder dans le fichier",
        "Supprimer", "Aide", "Fermer", "Opération", "À sauvegarder : 0",
      ] {
        try screen.waitFor(text)
      }
      try screen.scan(card, book)
      try screen.waitFor("Enregistré : prêt de \(book)")
      try screen.press("F1")
      try screen.waitFor("Prêt : scannez la carte, puis chaque exemplaire.")
    }
  }

  @Test func theLocaleChoosesTheLanguage() throws {
    let screen = try Screen(environment: ["LC_ALL": "fr_FR.UTF-8"])
    try screen.waitFor("Emprunteur")
  }

  @Test func theEnglishWindowFitsItsSmallestSize() throws {
    let screen = try Screen(columns: 60, rows: 16)
    for text in [
      "Offline Circulation", "Borrower:", "Item barcode:",
      "Choose transaction:", "(•) Loan   ( ) Return", "[Clear]",
      "Save To File", "Delete", "[Help F1]", "[Close F10]", "Unsaved: 0",
    ] {
      try screen.waitFor(text)
    }
  }

  @Test func theWindowIsWhiteOnBlueAndItsFieldsAreDarkOnLight() throws {
    let screen = try Screen(environment: ["TERM": "xterm-256color"])
    try screen.waitFor("Offline Circulation")
    #expect(screen.colored.contains("\u{1b}[38;5;231m\u{1b}[48;5;18m"))
    try screen.type("é")
    try screen.wait("the field") {
      screen.colored.contains("\u{1b}[48;5;231mé")
    }
    try screen.press("Enter")
    try screen.waitFor("Refused: ")
    try screen.wait("red") { screen.colored.contains("[48;5;160m") }
  }

  @Test(arguments: [
    ["TERM": "vt100"], ["NO_COLOR": "1"],
    ["TERM": "vt220", "LC_ALL": "C"],
  ])
  func withoutColoursTheFieldsAreReversed(
    _ environment: [String: String]
  ) throws {
    let screen = try Screen(environment: environment)
    try screen.waitFor("Offline Circulation")
    let colored = screen.colored
    #expect(!colored.contains("[44m") && !colored.contains("[37m"))
    #expect(colored.contains("[7m   "))
    try screen.scan(card, book)
    try screen.waitFor("Recorded: loan of \(book)")
    // The keys of an xterm do what they say on a vt100 too.
    try screen.press("F2")
    try screen.waitFor("Saved 1 ")
  }

  @Test func withoutUnicodeEverythingIsASCII() throws {
    let screen = try Screen(
      "--language fr", environment: ["LC_ALL": "C", "TERM": "vt100"])
    try screen.waitFor("+- Offline Circulation - Pret secouru")
    #expect(screen.lines.allSatisfy { $0.allSatisfy(\.isASCII) })
    try screen.type("é")
    try screen.press("Enter")
    try screen.waitFor("(U+00E9")
  }

  @Test(arguments: ["linux", "screen", "xterm", "tmux-256color", "ansi"])
  func everyCommonKindOfTerminalWorks(_ kind: String) throws {
    let screen = try Screen(environment: ["TERM": kind])
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.press("F2")
    try screen.waitFor("Saved 1 ")
  }

  @Test func workGoesOnAtAnySize() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card)
    try screen.resize(columns: 40, rows: 8)
    try screen.waitFor("60×16")
    try screen.scan(book)
    try screen.resize(columns: 100, rows: 40)
    try screen.waitFor("Recorded: loan of \(book)")
    try screen.resize(columns: 60, rows: 16)
    try screen.wait("the small window") {
      screen.lines[0].count == 60 && screen.lines[15].hasSuffix("┘")
    }
  }

  // MARK: Coming and going

  @Test func killedAtOnceNothingSeenIsLost() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Recorded: loan of \(book)")
    kill(try screen.process(), SIGKILL)
    try screen.waitForEnd()
    let next = try Screen(in: screen.folder)
    try next.waitFor("▸\(book)")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalGivesTheTerminalBack(_ signal: Int32) throws {
    let screen = try Screen(
      shell: """
        stty -a > before; \(Program.path); echo status $?; stty -a > after; \
        cmp before after && echo same; exec cat
        """, in: TestFolder())
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Recorded: ")
    let station = try screen.process()
    kill(station, signal)
    try screen.waitFor("status \(128 + signal)")
    try screen.waitFor("same")
    #expect(!screen.lines.contains { $0.contains(card) })
    let next = try Screen(in: screen.folder)
    try next.waitFor("▸\(book)")
  }

  @Test func whenTheTerminalIsGoneTheStationEnds() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, book)
    try screen.waitFor("Recorded: ")
    let station = try screen.process()
    try screen.hangUp()
    try screen.wait("the end of the process") {
      // Ended, whether or not its new parent has taken notice.
      let state = try? String(
        contentsOfFile: "/proc/\(station)/stat", encoding: .utf8)
      return state?.contains(") Z ") ?? true
    }
    let next = try Screen(in: screen.folder)
    try next.waitFor("▸\(book)")
  }

  @Test func stoppedFromOutsideAndBroughtBackItGoesOn() throws {
    let screen = try Screen(
      shell: "exec bash --norc -i", in: TestFolder())
    try screen.type("PS1='ready> '; \(Program.path)\n")
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, "1")
    try screen.waitFor("Recorded: loan of 1")
    kill(try screen.process(), SIGTSTP)
    try screen.waitFor("ready>")
    try screen.type("fg\n")
    try screen.waitFor("Recorded: loan of 1")
    // A paste is still known for one, and asked about.
    try screen.send("\u{1b}[200~2\n3\n\u{1b}[201~")
    try screen.waitFor("Esc")
    try screen.press("F2")
    try screen.waitFor("Unsaved: 3")
  }

  // MARK: Refused at the start

  @Test func aSecondStationIsToldWhoHoldsTheFolder() throws {
    let screen = try Screen()
    try screen.waitFor("Offline Circulation")
    let second = try Screen(
      shell: "\(Program.path); echo status $?; exec cat",
      in: screen.folder)
    // A long path of the folder may break the line before the number.
    try second.waitFor("\(try screen.process()),")
    try second.waitFor("status 74")
  }

  @Test(arguments: ["nothing-like-it", "dumb", ""])
  func anUnknownTerminalIsOneClearLine(_ kind: String) throws {
    let screen = try Screen(
      environment: ["TERM": kind],
      shell: "\(Program.path); echo status $?; exec cat")
    try screen.waitFor("terminal type \"\(kind)\"")
    try screen.waitFor("status 74")
  }

  @Test func aFolderThatCannotBeMadeIsSaidBeforeTheWindowOpens() throws {
    let screen = try Screen(
      shell: "\(Program.path) --files /dev/null/x; echo status $?; exec cat")
    try screen.waitFor("offcirc: Cannot create folder /dev/null/x")
    try screen.waitFor("status 74")
  }
}
