import Settings
import Terminal
import Testing

@testable import Station

/// The hand-out as it is seen.
struct HandOutScreenTests {
  private func desk(
    _ language: Language, _ size: Size
  ) throws -> DeskSession {
    let desk = try SchoolClass(loans: [(1, 1, 7), (4, 5, 7)], twoYears: [5])
      .desk(size: size, language: language)
    _ = desk.giveOut(atMost: 2)
    desk.press(.function(6), .function(8))
    _ = desk.giveOut(atMost: 1)
    return desk
  }

  @Test func inEnglish() throws {
    let desk = try desk(.english, .usual)
    #expect(
      desk.screen == """
        ┌─ Hand-out – 4A – 28 pupils, 6 titles ──────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Order:  (•) title by title   ( ) pupil by pupil   F3                        │
        │ ▸Copy:                     Anglais 4e (3/27)                                 │
        │                                                                              │
        │  Pupil                            Angl Fran Hist Math SVT  Lati              │
        │  ADAM Léa                          •    ·    ·    ·    ·    ·                │
        │  BAH Moussa                        •    =    ·    ·    ·                     │
        │  BERNARD Tom              absent   ·    ·    ·    ·    ·    ·                │
        │  CARLIER Inès                      ×    ·    ·    ·    ·                     │
        │  COLIN Hugo                        •    ·    ·    ·    ·    2                │
        │ ▸DIALLO Awa                       [·]   ·    ·    ·    ·                     │
        │  DUPONT Jules                      ·    ·    ·    ·    ·    ·                │
        │  ESTEVE Lina                       ·    ·    ·    ·    ·                     │
        │  FABRE Noé                         ·    ·    ·    ·    ·    ·                │
        │  GARCIA Ana                        ·    ·    ·    ·    ·                     │
        │  HENRY Paul                        ·    ·    ·    ·    ·    ·                │
        │                                                                              │
        │ 3 of 151 given.  Last: 3100004 → COLIN Hugo, Anglais 4e                      │
        │ F6: absent. F8: not this title. PgDn: next title. F3: order. Ctrl-Z: undo.   │
        │ Esc: close.                                                                  │
        │ Recorded: loan of 3100004 to E4005. Anglais 4e.                              │
        │                                                                              │
        └─ Unsaved: 3   In OffCirc.dat: 0   Lists of 20 May 2018 ──────────────────────┘
        """)
  }

  @Test func inAWrongTitleInFrench() throws {
    let desk = try desk(.french, .usual)
    desk.scan(SchoolClass.copy(0, of: 3))
    #expect(
      desk.screen == """
        ┌─ Distribution – 4A – 28 élèves, 6 titres ──────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Ordre :  (•) titre par titre   ( ) élève par élève   F3                     │
        │ ▸Exemplaire :                     Anglais 4e (3/27)                          │
        │                                                                              │
        │  Élève                            Angl Fran Hist Math SVT  Lati              │
        │  ADAM Léa                          •    ·    ·    ·    ·    ·                │
        │  BAH Moussa                        •    =    ·    ·    ·                     │
        │  BERNARD Tom              absent   ·    ·    ·    ·    ·    ·                │
        │  CARLIER Inès                      ×    ·    ·    ·    ·                     │
        │  COLIN Hugo                        •    ·    ·    ·    ·    2                │
        │ ▸DIALLO Awa                       [·]   ·    ·    ·    ·                     │
        │  DUPONT Jules                      ·    ·    ·    ·    ·    ·                │
        │  ESTEVE Lina                       ·    ·    ·    ·    ·                     │
        │  FABRE Noé                         ·    ·    ·    ·    ·    ·                │
        │  GARCIA Ana                        ·    ·    ·    ·    ·                     │
        │  HENRY Paul                        ·    ·    ·    ·    ·    ·                │
        │                                                                              │
        │ 3 sur 151 distribués.  Dernier : 3100004 → COLIN Hugo, Anglais 4e            │
        │ F6 : absent. F8 : pas ce titre. Page bas : titre suivant. F3 : ordre.        │
        │ Ctrl-Z : annuler. Échap : fermer.                                            │
        │ 3103000 : Maths 4e – Sigma, et non Anglais 4e. PAS donné. Pour le donner,    │
        │ scannez-le une seconde fois.                                                 │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Listes du 20/05/2018 ────────────┘
        """)
  }

  @Test func inASmallWindow() throws {
    let desk = try desk(.english, .least)
    #expect(
      desk.screen == """
        ┌─ Hand-out – 4A – 28 pupils, 6 titl…── 31 May 2018 09:05 ─┐
        │  Order:  (•) title by title   ( ) pupil by pupil   F3    │
        │ ▸Copy:                     Anglais 4e (3/27)             │
        │  Pupil                    Angl Fran Hist Math SVT        │
        │  BERNARD Tom      absent   ·    ·    ·    ·    ·         │
        │  CARLIER Inès              ×    ·    ·    ·    ·         │
        │  COLIN Hugo                •    ·    ·    ·    ·         │
        │ ▸DIALLO Awa               [·]   ·    ·    ·    ·         │
        │  DUPONT Jules              ·    ·    ·    ·    ·         │
        │  ESTEVE Lina               ·    ·    ·    ·    ·         │
        │ 3 of 151 given.  Last: 3100004 → COLIN Hugo, Anglais 4e  │
        │ F6: absent. F8: not this title. PgDn: next title. F3:    │
        │ order. Ctrl-Z: undo. Esc: close.                         │
        │ Recorded: loan of 3100004 to E4005. Anglais 4e.          │
        │                                                          │
        └─ Unsaved: 3   In OffCirc.dat: 0   Lists of 20 May 2018 ──┘
        """)
  }

  @Test func inASmallWindowInFrench() throws {
    let desk = try desk(.french, .least)
    #expect(
      desk.screen == """
        ┌─ Distribution – 4A – 28 élèves, 6 t…── 31/05/2018 09:05 ─┐
        │  Ordre :  (•) titre par titre   ( ) élève par élève   F3 │
        │ ▸Exemplaire :                     Anglais 4e (3/27)      │
        │  Élève                    Angl Fran Hist Math SVT        │
        │  BERNARD Tom      absent   ·    ·    ·    ·    ·         │
        │  CARLIER Inès              ×    ·    ·    ·    ·         │
        │  COLIN Hugo                •    ·    ·    ·    ·         │
        │ ▸DIALLO Awa               [·]   ·    ·    ·    ·         │
        │  DUPONT Jules              ·    ·    ·    ·    ·         │
        │  ESTEVE Lina               ·    ·    ·    ·    ·         │
        │ 3 sur 151 distribués.  Dernier : 3100004 → COLIN Hugo, … │
        │ F6 : absent. F8 : pas ce titre. Page bas : titre         │
        │ suivant. F3 : ordre. Ctrl-Z : annuler. Échap : fermer.   │
        │ Enregistré : prêt de 3100004 à E4005. Anglais 4e.        │
        │                                                          │
        └─ À sauvegarder : 3   Listes du 20/05/2018 ───────────────┘
        """)
  }
}
