import Circulation
import Offload

extension English {
  var helpKeysHead: String { "Five keys" }

  func help(folder: StationFolder) -> [HelpSection] {
    [
      HelpSection(
        title: "Lend and take back",
        paragraphs: [
          "Loans: scan the card, then each item. Then F4, and the next borrower.",
          "Returns: F3, then scan each item. F3 again goes back to loans.",
          "What the list shows is safe on disk, even if the power goes.",
        ]),
      HelpSection(
        title: "When something is wrong",
        paragraphs: [
          "A red line and a bell: what was scanned is NOT recorded. The line says why.",
          "A wrong line: choose it with Up and Down, then F8. Ctrl-Z brings it back.",
        ]),
      HelpSection(
        title: "What this desk does not do",
        paragraphs: [
          "It knows no blocks, no due dates, no renewals and no holds.",
          "Do not lend what is excluded from loan: it would be due at once.",
        ]),
      HelpSection(
        title: "At the end of the day",
        paragraphs: [
          "F2, then F10. If you forget F2, the list is there next time.",
          "F2 adds the list to OffCirc.dat, which the library system reads after the outage. Then F9 says what is next.",
        ]),
      HelpSection(
        title: "More",
        paragraphs: [
          "You can scan while this page is open.",
          "If a number looks wrong, the line asks for it again. Scan it a second time, and it is taken; anything else drops it. The list marks it with a question mark.",
          "Once the station knows cards from items, it asks for one in the other's place. Scan it again: a card begins the next borrower, and an item waits for its card.",
          "Several lines that are pasted are shown first: F2 records them, Esc drops them.",
          "OffCirc.dat has lines of an earlier day? Ask the librarian whether they were uploaded: then the file has to go, or they are uploaded twice. You can go on working. F9, then F8, puts the warning aside for today.",
          "The files are in \(folder.path.printable).",
        ]),
    ]
  }
}
