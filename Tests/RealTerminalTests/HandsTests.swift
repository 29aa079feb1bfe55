import Circulation
import Glibc
import Support
import Testing

/// What hands do wrong at a desk, and how they mend it, in both languages.
@Suite(.serialized, .ownThread)
struct HandsTests {
  private let card = "9921000000164"

  private func desk(
    _ language: String, in folder: TestFolder = TestFolder()
  ) throws -> Screen {
    let screen = try Screen(
      environment: ["OFFCIRC_LANGUAGE": language], in: folder)
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, "37000034179", "37000034180", "37000034181")
    try screen.wait("three loans") {
      try unsaved(in: screen.folder).count == 3
    }
    return screen
  }

  /// The items in the list, as the journal has them.
  private func unsaved(in folder: TestFolder) throws -> [String] {
    try folder.unsaved().map(\.item.text)
  }

  @Test(arguments: [
    ("en", "Deleted: loan of 37000034180 to", "Back in the list: loan of"),
    (
      "fr", "Supprimé : prêt de 37000034180 à",
      "Rétabli dans la liste : prêt de"
    ),
  ])
  func upF8AndCtrlZMendTheWrongLine(
    _ language: String, _ deleted: String, _ back: String
  ) throws {
    let screen = try desk(language)
    try screen.press("Up", "F8")
    try screen.waitFor(deleted)
    #expect(
      try unsaved(in: screen.folder) == ["37000034179", "37000034181"])
    try screen.press("C-z")
    try screen.waitFor(back)
    #expect(try unsaved(in: screen.folder).count == 3)
    // No key leads to the shell.
    try screen.press("C-z", "C-z")
    try screen.scan("37000034182")
    try screen.wait("the next loan") {
      try unsaved(in: screen.folder).last == "37000034182"
    }
  }

  @Test(arguments: [
    ("en", "Unsaved: 2", "Ignored F8"),
    ("fr", "À sauvegarder : 2", "Ignoré : F8"),
  ])
  func aKeyThatIsHeldDownDeletesOneLine(
    _ language: String, _ count: String, _ ignored: String
  ) throws {
    let screen = try desk(language)
    var left: [String] = []
    // A busy machine may bring the first repeat so late that it is a press.
    for _ in 0..<10 where left.count != 2 {
      while try unsaved(in: screen.folder).count < 3 {
        try screen.press("C-z")
      }
      try screen.press("F8")
      try screen.waitFor(count)
      // All that a busy machine makes of a second of it.
      try screen.send(String(repeating: "\u{1b}[19~", count: 30))
      try screen.wait("what became of it") {
        left = try unsaved(in: screen.folder)
        return left.count != 2 || screen.lines.contains { $0.contains(ignored) }
      }
    }
    #expect(left == ["37000034179", "37000034180"])
    try screen.press("C-z")
    try screen.wait("all three again") {
      try unsaved(in: screen.folder).count == 3
    }
  }

  @Test func ctrlZIsUndoAlsoWhereTheTerminalCallsItSuspend() throws {
    let screen = try Screen(environment: ["TERM": "linux"])
    try screen.waitFor("Unsaved: 0")
    try screen.scan("9921000000164", "37000034179")
    try screen.waitFor("Unsaved: 1")
    try screen.press("F8")
    try screen.waitFor("Unsaved: 0")
    try screen.press("C-z")
    try screen.waitFor("Unsaved: 1")
  }

  @Test func theCodeOnTheSheetUndoesToo() throws {
    let screen = try desk("en")
    try screen.scan("%DELETE-LAST%")
    try screen.waitFor("Unsaved: 2")
    try screen.scan("%UNDO%")
    try screen.waitFor("Unsaved: 3")
  }

  @Test(arguments: [
    ("en", "Found 37000034179 in 1 line."), ("fr", "1 ligne trouvée"),
  ])
  func findTakesOneScanAndLeadsToTheLine(
    _ language: String, _ found: String
  ) throws {
    let screen = try desk(language)
    try screen.press("F5")
    try screen.scan("37000034179")
    try screen.waitFor(found)
    #expect(try unsaved(in: screen.folder).count == 3)
    // The next one is recorded, beneath what was found.
    try screen.scan("37000034182")
    try screen.wait("the fourth loan") {
      try unsaved(in: screen.folder).count == 4
    }
    try screen.press("Enter", "F8")
    try screen.wait("the line that was found is deleted") {
      try unsaved(in: screen.folder) == [
        "37000034180", "37000034181", "37000034182",
      ]
    }
  }

  @Test(arguments: [
    ("en", "Amended: loan of 37000034189", "Moved 3 loans from"),
    ("fr", "Corrigé : prêt de 37000034189", "3 prêts transférés de"),
  ])
  func aWrongItemAndAWrongCardAreAmended(
    _ language: String, _ amended: String, _ moved: String
  ) throws {
    let screen = try desk(language)
    try screen.press("Up", "F6")
    try screen.scan("37000034189")
    try screen.waitFor(amended)
    try screen.press("F7", "F7")
    try screen.scan("9921000000172")
    try screen.waitFor(moved)
    try screen.scan("37000034182")
    try screen.wait("all of it with the other card") {
      let loans = try screen.folder.unsaved()
      return loans.count == 4
        && loans.allSatisfy { $0.borrower?.text == "9921000000172" }
        && loans.contains { $0.item.text == "37000034189" }
    }
    // Killed, and opened again: as it was amended.
    kill(try screen.process(), SIGKILL)
    let next = try Screen(
      environment: ["OFFCIRC_LANGUAGE": language], in: screen.folder)
    try next.waitFor("37000034189")
    try next.press("F2")
    try next.wait("four lines in OffCirc.dat") {
      (try? next.folder.savedLines().count) == 4
    }
    #expect(
      try next.folder.savedLines().allSatisfy {
        $0.hasSuffix("9921000000172")
      })
  }

  @Test func onTheSmallestScreenWithoutColoursTheRoomsAreThereToo() throws {
    let screen = try Screen(
      columns: 60, rows: 16,
      environment: ["TERM": "vt100", "OFFCIRC_LANGUAGE": "fr"])
    try screen.waitFor("Offline Circulation")
    try screen.scan(card, "37000034179")
    try screen.waitFor("À sauvegarder : 1")
    try screen.press("F5")
    try screen.waitFor("Chercher")
    try screen.scan(card)
    try screen.waitFor("▸37000034179")
    try screen.press("F7")
    try screen.waitFor("Emprunteur \(card)")
    try screen.press("Escape")
    try screen.waitFor("Choisissez la transaction")
  }
}
