import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The nine steps of an exercise, as they are seen.
struct DrillScreenTests {
  @Test func theNineStepsInEnglish() throws {
    let person = try DrillSession(.english)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
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
        │ Exercise 1/9. Scan CARD-1, or type it and press Enter. Then ITEM-1, ITEM-2   │
        │ and ITEM-3. (F7: skip)                                                       │
        │                                                                              │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In EXERCISE.dat: 0   Today: 0 loans, 0 returns, 0 readers ─────┘
        """)
    try person.act(.loans)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-1                                3 items  [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │ ▸ITEM-3                    Loan       CARD-1                   09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Exercise 2/9. The next reader: F4, then CARD-2 and ITEM-4. (F7: skip)        │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of ITEM-3 to CARD-1.                                          │
        │                                                                              │
        └─ Unsaved: 3   In EXERCISE.dat: 0   Today: 3 loans, 0 returns, 1 reader ──────┘
        """)
    try person.act(.nextReader)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-2                                1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │ ▸ITEM-4                    Loan       CARD-2                   09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Exercise 3/9. ITEM-1 comes back: F3, scan it, F3 again. (F7: skip)           │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of ITEM-4 to CARD-2.                                          │
        │                                                                              │
        └─ Unsaved: 4   In EXERCISE.dat: 0   Today: 4 loans, 0 returns, 2 readers ─────┘
        """)
    try person.act(.returned)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-2                                1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │  ITEM-4                    Loan       CARD-2                   09:05:00      │
        │ ▸ITEM-1                    Return                              09:05:00      │
        │                                                                              │
        │                                                                              │
        │ Exercise 4/9. As an item, type 4711 and Enter. It looks wrong: scan any item │
        │ instead. (F7: skip)                                                          │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Borrower CARD-2: scan the items. F4 for the next borrower.                   │
        │                                                                              │
        └─ Unsaved: 5   In EXERCISE.dat: 0   Today: 4 loans, 1 return, 2 readers ──────┘
        """)
    try person.act(.doubtful)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-1                                3 items  [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │  ITEM-4                    Loan       CARD-2                   09:05:00      │
        │  ITEM-1                    Return                              09:05:00      │
        │ ▸ITEM-6                    Loan       CARD-1                   09:05:00      │
        │                                                                              │
        │ Exercise 5/9. A line is wrong: choose it with the arrow keys, and press F8.  │
        │ (F7: skip)                                                                   │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ 4711 discarded, NOT recorded: it was not scanned again. Recorded: loan of    │
        │ ITEM-6 to CARD-1.                                                            │
        └─ Unsaved: 6   In EXERCISE.dat: 0   Today: 5 loans, 1 return, 2 readers ──────┘
        """)
    try person.act(.deletion)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-1                                2 items  [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │  ITEM-4                    Loan       CARD-2                   09:05:00      │
        │ ▸ITEM-1                    Return                              09:05:00      │
        │                                                                              │
        │                                                                              │
        │ Exercise 6/9. F4, then ITEM-5 before its card: it waits. Now CARD-3. (F7:    │
        │ skip)                                                                        │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Deleted: loan of ITEM-6 to CARD-1. Ctrl-Z to undo.                           │
        │                                                                              │
        └─ Unsaved: 5   In EXERCISE.dat: 0   Today: 4 loans, 1 return, 2 readers ──────┘
        """)
    try person.act(.itemFirst)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     CARD-3                                1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │  ITEM-4                    Loan       CARD-2                   09:05:00      │
        │  ITEM-1                    Return                              09:05:00      │
        │ ▸ITEM-5                    Loan       CARD-3                   09:05:00      │
        │                                                                              │
        │ Exercise 7/9. Scan one more item. Then the power fails, on purpose. (F7:     │
        │ skip)                                                                        │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of ITEM-5 to CARD-3.                                          │
        │                                                                              │
        └─ Unsaved: 6   In EXERCISE.dat: 0   Today: 5 loans, 1 return, 3 readers ──────┘
        """)
    try person.act(.powerCut)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │ ▸Borrower:                                                    [Clear F4]     │
        │                                                                              │
        │  Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                             │
        │                                                                              │
        │  Barcode                   Operation  Borrower                 Time          │
        │  ITEM-1                    Loan       CARD-1                   09:05:00      │
        │  ITEM-2                    Loan       CARD-1                   09:05:00      │
        │  ITEM-3                    Loan       CARD-1                   09:05:00      │
        │  ITEM-4                    Loan       CARD-2                   09:05:00      │
        │  ITEM-1                    Return                              09:05:00      │
        │  ITEM-5                    Loan       CARD-3                   09:05:00      │
        │ ▸ITEM-7                    Loan       CARD-3                   09:05:00      │
        │ The power is back. Look at the list: everything is in it.                    │
        │ Exercise 8/9. End of the day: save with F2. (F7: skip)                       │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ 7 unsaved transactions are in the list, the first from Thu 31 May 2018       │
        │ 09:05.                                                                       │
        └─ Unsaved: 7   In EXERCISE.dat: 0   Today: 6 loans, 1 return, 3 readers ──────┘
        """)
    try person.act(.save)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───────────────────── Thu 31 May 2018 09:05 ─┐
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
        │ Exercise 9/9. Close the station with F10. (F7: skip)                         │
        │                                                                              │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Saved 7 transactions in /home/desk/files/EXERCISE.dat.                       │
        │                                                                              │
        └─ Unsaved: 0   In EXERCISE.dat: 7   Today: 6 loans, 1 return, 3 readers ──────┘
        """)
    try person.act(.close)
    #expect(person.station.drill?.isWhole == true)
  }
}
