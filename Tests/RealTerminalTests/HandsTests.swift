import Settings
import Support
import Testing

/// What hands do wrong at a desk, and how they mend it, in both languages.
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

  /// The items in the list, as a script sees them.
  private func unsaved(in folder: TestFolder) throws -> [String] {
    let listed = try Program.run(
      ["list", "--unsaved", "--format", "csv", "--files", folder.files])
    return listed.output.split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",")[2])
    }
  }

  @Test(arguments: [
    ("en", "Deleted: loan of 37000034180.", "Back in the list: loan of"),
    (
      "fr", "Supprimé : prêt de 37000034180.",
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

  @Test(arguments: [("en", "Unsaved: 2"), ("fr", "À sauvegarder : 2")])
  func aKeyThatIsHeldDownDeletesOneLine(
    _ language: String, _ count: String
  ) throws {
    let screen = try desk(language)
    // All that a busy machine makes of a second of it.
    try screen.send(String(repeating: "\u{1b}[19~", count: 30))
    try screen.waitFor(count)
    try screen.waitFor("F8 ")
    #expect(
      try unsaved(in: screen.folder) == ["37000034179", "37000034180"])
    try screen.press("C-z")
    try screen.wait("all three again") {
      try unsaved(in: screen.folder).count == 3
    }
  }

  @Test func theCodeOnTheSheetUndoesToo() throws {
    let screen = try desk("en")
    try screen.scan("%DELETE-LAST%")
    try screen.waitFor("Unsaved: 2")
    try screen.scan("%UNDO%")
    try screen.waitFor("Unsaved: 3")
  }
}
