import Foundation
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Languages
@testable import Station

/// A computer that is a desk and nothing else.
struct KioskTests {
  @Test func closeSaysThatTheDeskOpensAgain() throws {
    let desk = try DeskSession(isKiosk: true)
    desk.press(.function(10))
    #expect(!desk.isClosed)
    #expect(
      desk.screen.components(separatedBy: "\n")[6..<14].map {
        String($0.dropFirst(9).prefix(62))
      } == [
        "┌─ Close ────────────────────────────────────────────────────┐",
        "│                                                            │",
        "│  This desk opens again by itself. To switch it off, press  │",
        "│  the power button of the computer.                         │",
        "│                                                            │",
        "│  F10   Close                                               │",
        "│  Esc   Cancel                                              │",
        "│                                                            │",
      ])
    desk.press(.escape)
    #expect(!desk.screen.contains("by itself") && !desk.isClosed)
    desk.press(.function(10))
    desk.press(.function(10))
    #expect(desk.isClosed)
  }

  @Test(arguments: Language.allCases)
  func whatIsNotSavedIsAskedAboutToo(_ language: Language) throws {
    let desk = try DeskSession(language: language, isKiosk: true)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(10))
    let words = language.words
    for text in [words.saveAndClose, words.keepAndClose, "OffCirc.dat"] {
      #expect(desk.screen.contains(text))
    }
    #expect(
      desk.screen.contains(words.closeOfKiosk.split(separator: ".")[0]))
    desk.press(.function(2))
    #expect(desk.isClosed)
  }

  @Test func scansGoOnWhileItAsks() throws {
    let desk = try DeskSession(isKiosk: true)
    desk.scan("9921000000164")
    desk.press(.function(10))
    desk.scan("37000034179")
    desk.press(.escape)
    #expect(desk.station.desk.unsaved.count == 1)
  }

  @Test(arguments: Language.allCases)
  func helpNamesNoCommand(_ language: Language) {
    let desk = TestDisk.folder
    func text(hasCommands: Bool) -> String {
      language.words.help(folder: desk, hasCommands: hasCommands)
        .flatMap(\.paragraphs).joined(separator: "\n")
    }
    #expect(text(hasCommands: true).contains("offcirc guide outage"))
    #expect(!text(hasCommands: false).contains("offcirc "))
  }

  @Test func noCommandIsShownAfterTheOutage() throws {
    let desk = try DeskSession(isKiosk: true)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(9))
    #expect(desk.screen.contains("press F2 to save to the file."))
    #expect(!desk.screen.contains("offcirc "))
    desk.press(.escape)
    desk.press(.function(2))
    desk.press(.function(9))
    #expect(desk.screen.contains("The next step is for the librarian."))
    #expect(!desk.screen.contains("offcirc "))
  }
}
