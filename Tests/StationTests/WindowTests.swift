import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The window on a usual screen, 80×24, beside the keys that lead to it.
struct WindowTests {
  @Test func aNewDeskIsEmptyAndReady() throws {
    let desk = try DeskSession()
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │ ▸Borrower:                                                    [Clear F4]     │
        │                                                                              │
        │  Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func aLoanIsInTheListAndOnTheStatusLine() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     9921000000164                         1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │ ▸37000034179               Loan       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of 37000034179 to 9921000000164.                              │
        │                                                                              │
        └─ Unsaved: 1   In OffCirc.dat: 0   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func returnsNeedNoBorrower() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(3))
    desk.type("d293004279")
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – RETURN ═══════════════════════ Thu 31 May 2018 09:05 ═╗
        ║                                                                              ║
        ║  Borrower:     9921000000164                                  [Clear F4]     ║
        ║                                                                              ║
        ║ ▸Item barcode: d293004279                                     [Return Enter] ║
        ║                                                                              ║
        ║  Choose transaction:  ( ) Loan   (•) Return   F3                             ║
        ║                                                                              ║
        ║  Barcode                   Operation  Borrower                 Time          ║
        ║ ▸37000034179               Loan       9921000000164            09:05:00      ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       ║
        ║                                                                              ║
        ║ Returns: scan the items.                                                     ║
        ║                                                                              ║
        ╚═ Unsaved: 1   In OffCirc.dat: 0   Today: 1 loan, 0 returns, 1 reader ════════╝
        """)
  }

  @Test func aListLongerThanItsRowsShowsTheNewest() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    for number in 101...130 { desk.scan("37000034\(number)") }
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     9921000000164                         30 items [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time   30/30  │
        │  37000034122               Loan       9921000000164            09:05:00      │
        │  37000034123               Loan       9921000000164            09:05:00      │
        │  37000034124               Loan       9921000000164            09:05:00      │
        │  37000034125               Loan       9921000000164            09:05:00      │
        │  37000034126               Loan       9921000000164            09:05:00      │
        │  37000034127               Loan       9921000000164            09:05:00      │
        │  37000034128               Loan       9921000000164            09:05:00      │
        │  37000034129               Loan       9921000000164            09:05:00      │
        │ ▸37000034130               Loan       9921000000164            09:05:00      │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of 37000034130 to 9921000000164.                              │
        │                                                                              │
        └─ Unsaved: 30   In OffCirc.dat: 0   Today: 30 loans, 0 returns, 1 reader ─────┘
        """)
  }

  @Test func aRefusedNumberStaysInItsFieldAndIsSaid() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179", "370é0034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     9921000000164                         1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode: 370é0034179                                    [Loan Enter]   │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │ ▸37000034179               Loan       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Refused: 370é0034179 contains "é" (U+00E9). Use unaccented letters, digits   │
        │ and plain symbols only.                                                      │
        └─ Unsaved: 1   In OffCirc.dat: 0   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func aDiskThatFailsIsSaidInWords() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("37000034180")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     9921000000164                         1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode: 37000034180                                     Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │ ▸37000034179               Loan       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ NOT recorded: 1 scan waiting. OffCirc will try again. Cannot write           │
        │ /home/desk/files/OffCirc.journal: the disk is full. Free some space.         │
        └─ NOT recorded: 1   Unsaved: 1   Today: 1 loan, 0 returns, 1 reader ──────────┘
        """)
  }
}
