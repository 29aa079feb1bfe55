import Circulation
import Foundation
import Support
import Testing

/// The test of a scanner, in a real terminal.
@Suite(.serialized)
struct ScannerInTerminalTests {
  @Test(arguments: [
    ("en", "Scan a borrower's card", "Settings saved in"),
    ("fr", "Scannez une carte d'emprunteur", "Réglages enregistrés"),
  ])
  func whatItFindsOutIsWrittenIntoTheSettings(
    language: String, first: String, written: String
  ) throws {
    let folder = TestFolder()
    let path = folder.path + "/offcirc.toml"
    let before = """
      # of the library of the university
      [item] # books
      lengths = [9] # of old
      forbid-slash = true

      """
    try before.write(toFile: path, atomically: true, encoding: .utf8)
    let screen = try Screen(
      "scanner --language \(language) --config \(path)", in: folder)
    try screen.waitFor(first)
    for number in ["9921000000161", "37000034171"] {
      try screen.scan(number)
      try screen.press(number.map { String($0) } + ["Enter"])
    }
    for number in 2...5 { try screen.scan("992100000016\(number)") }
    for number in 2...5 { try screen.scan("3700003417\(number)") }
    try screen.waitFor(#"[item] patterns = ['^\d{11}$']"#)
    try screen.press("F2")
    try screen.waitFor(written)
    try screen.press("Escape")
    try screen.waitForEnd()
    #expect(screen.status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for line in [
      "# of the library of the university", "[item] # books",
      "lengths = [11] # of old", "forbid-slash = true",
      #"patterns = ['^\d{13}$']"#, #"patterns = ['^\d{11}$']"#,
      "suffix = \"enter\"",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.files))
    let settings = try Program.run(["settings", "--config", path])
    #expect(settings.status == 0, "\(settings.errors)")
  }

  /// Labels with every key in them, at the paces of scanners.
  @Test(arguments: ["en", "fr"], [0, 8])
  func noLabelEndsIt(language: String, milliseconds: Int) throws {
    let folder = TestFolder()
    let path = folder.path + "/offcirc.toml"
    try "".write(toFile: path, atomically: true, encoding: .utf8)
    let pty = try Pty(
      running: ["scanner", "--language", language, "--config", path],
      in: folder)
    try pty.look(for: language == "en" ? "Step 1 of 12." : "Étape 1 sur 12.")
    for key in [
      "\u{1b}[21~", "\u{1b}[19~", "\u{1b}OQ", "\u{1b}OR", "\u{1b}OS", "\u{3}",
      "\u{11}", "\u{1a}", "\u{1c}\u{1c}", "\u{1b}", "\u{1b}[A", "\u{1b}c",
    ] {
      for label in ["\(key)37000034181\r", "370000\(key)34181\r", "\(key)\r"] {
        for character in label.unicodeScalars {
          pty.type(String(character))
          pause(milliseconds, pty)
        }
        pause(150, pty)
      }
    }
    // It is still there, and nothing has been learnt or written.
    pty.type("370000\u{1b}[19~34181\r")
    try pty.look(for: "370000[F8]34181")
    try pty.look(for: language == "en" ? "Step 1 of 12." : "Étape 1 sur 12.")
    pause(150, pty)
    pty.type("\u{2}9921000000164\u{3}\r")
    try pty.look(for: "STX, ETX")
    try pty.look(for: language == "en" ? "Step 2 of 12." : "Étape 2 sur 12.")
    #expect(try String(contentsOfFile: path, encoding: .utf8).isEmpty)
  }

  /// Looks on for so many milliseconds or more.
  private func pause(_ milliseconds: Int, _ pty: Pty) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end { pty.look(for: 1) }
  }
}
