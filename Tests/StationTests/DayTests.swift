import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The day: what was done at the desk, hour by hour.
struct DayTests {
  /// Two readers and a refused scan at nine, a return at eleven.
  private func desk(_ size: Size, _ language: Language) throws -> DeskSession {
    let desk = try DeskSession(size: size, language: language)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.clock.advance(by: 2 * 3_600)
    desk.press(.function(3))
    desk.scan("37000034179")
    desk.press(.function(12))
    return desk
  }

  @Test func theDayIn80By24InEnglish() throws {
    let desk = try desk(.usual, .english)
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – Day ══════════════════════════════════════════════════╗
        ║ Hour        Loans  Returns  Readers  Refused                                 ║
        ║ 09:00           3        0        2        1  █████████████████████████████  ║
        ║ 10:00           0        0        0        0                                 ║
        ║ 11:00           0        1        0        0  ░░░░░░░░░                      ║
        ║ Day             3        1        2        1                                 ║
        ║                                                                              ║
        ║ █ loans   ░ returns                                                          ║
        ║ Refused: since this window was opened.                                       ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                      ║
        ║ Recorded: return of 37000034179.                                             ║
        ║                                                                              ║
        ╚═ Unsaved: 4   In OffCirc.dat: 0   Today: 3 loans, 1 return, 2 readers ═══════╝
        """)
  }

  @Test func theDayIn60By16InFrench() throws {
    let desk = try desk(.least, .french)
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – Journée ══════════════════════════╗
        ║ Heure       Prêts  Retours Lecteurs  Refusés             ║
        ║ 09:00           3        0        2        1  █████████  ║
        ║ 10:00           0        0        0        0             ║
        ║ 11:00           0        1        0        0  ░░░        ║
        ║ Journée         3        1        2        1             ║
        ║                                                          ║
        ║ █ prêts   ░ retours                                      ║
        ║ Refusés : depuis l'ouverture de cette fenêtre.           ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║ Échap : revenir. Haut, Bas : défiler.                    ║
        ║ Enregistré : retour de 37000034179.                      ║
        ║                                                          ║
        ╚═ À sauvegarder : 4   3 prêts, 1 retour, 2 lecteurs ══════╝
        """)
  }

  @Test func aScanIsRecordedBeneathItAndCounted() throws {
    let desk = try desk(.usual, .english)
    desk.scan("37000034180")
    #expect(desk.list.last == "return 37000034180")
    #expect(desk.station.room is DayPage)
    #expect(
      desk.screen.contains("11:00           0        2        0        0"))
    desk.press(.function(12))
    #expect(desk.station.room == nil)
  }

  @Test func whatIsSavedAndDeletedIsCountedRight() throws {
    let desk = try desk(.usual, .english)
    desk.press(.escape, .function(8), .function(2), .function(12))
    #expect(
      desk.screen.contains("Day             3        0        2        1"))
    #expect(!desk.screen.contains("11:00"))
  }

  @Test func anotherDayBeginsWithNothing() throws {
    let desk = try desk(.usual, .english)
    desk.clock.advance(by: 24 * 3_600)
    desk.tick()
    #expect(desk.screen.contains("None yet."))
  }

  @Test func noBarIsLongerThanItsRoom() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164")
    for number in 1...300 { desk.scan("\(37_000_000_000 + number)") }
    desk.press(.function(3))
    desk.scan("37000000001")
    desk.press(.function(12))
    let bars = desk.surface.lines.filter { $0.contains("█") }
    #expect(bars.count == 2)
    #expect(
      bars.allSatisfy {
        $0.count == 60 && $0.hasSuffix("│") || $0.hasSuffix("║")
      })
    #expect(bars[0].contains("░"))
  }
}
