import Circulation
import Offload
import Station
import Typesetting

extension English {
  var helpTitle: String { "Help" }
  var afterOutageTitle: String { "After the outage" }

  var pageFooter: String {
    let keys = [Action.lineUp, .lineDown, .pageUp, .pageDown]
      .map { key($0, in: .page) }.joined(separator: ", ")
    return "\(key(.goBack, in: .page)): back to the station. \(keys): scroll."
  }

  func afterOutageFooter(hasCommands: Bool) -> String {
    (hasCommands ? "Type these commands in a terminal on this computer. " : "")
      + "You can scan while this page is open."
  }

  func nextStepOfKiosk(_ step: OffloadStatus.Step) -> String {
    switch step {
    case .none: "Nothing to do: nothing is left of an outage."
    case .save:
      "Next: at the end of the day, press \(key(.save)) to save to the file."
    default:
      "The next step is for the librarian. It is not done at this desk."
    }
  }

  var helpKeysHeading: String { "Five keys" }

  func help(folder: StationFolder, hasCommands: Bool) -> [HelpSection] {
    let (save, close) = (key(.save), key(.close))
    let (mode, after) = (key(.switchOperation), key(.afterOutage))
    let (up, down) = (key(.lineUp, in: .field), key(.lineDown, in: .field))
    return [
      HelpSection(
        title: "Lend and take back",
        paragraphs: [
          "Loans: scan the card, then each item. \(key(.clear)) for the next borrower.",
          "Returns: \(mode), then scan each item. \(mode) again for loans.",
          "Everything in the list is safe on disk, even if the power fails.",
        ]),
      HelpSection(
        title: "When something is wrong",
        paragraphs: [
          "Red line and a beep: the scan was NOT recorded. The line gives the reason.",
          "Wrong line: select it with \(up) and \(down), then \(key(.delete)). \(key(.undo)) to undo.",
        ]),
      HelpSection(
        title: "What this station does not do",
        paragraphs: [
          "It does not check blocks. It has no due dates, renewals or holds.",
          "Do not lend items excluded from loan: they would be due at once.",
        ]),
      HelpSection(
        title: "At the end of the day",
        paragraphs: [
          "\(save), then \(close). If you forget \(save), the list is there next time.",
          "\(save) adds the list to OffCirc.dat, the file to upload after the outage. Next steps: \(after).",
        ]),
      HelpSection(
        title: "More",
        paragraphs: [
          "You can scan while this page is open.",
          "A number looks wrong? Scan it again to confirm it. If you scan anything else, it is discarded. A confirmed number has a question mark in the list.",
          "Once the station can tell cards from items, a card among the items starts the next borrower. An item before its card waits for it. You may have to scan the number again first.",
          "Pasted lines: \(key(.recordPaste, in: .paste)) records all, \(key(.dropPaste, in: .paste)) discards all.",
          "OffCirc.dat has lines from an earlier day? Tell the librarian. If they were uploaded, the file has to be archived. Otherwise they are uploaded twice. You can keep working. \(after), then \(key(.dismissWarning, in: .page)), hides the warning for today.",
        ] + (hasCommands ? [runbook] : []) + [
          "The files are in \(folder.path.printable)."
        ]),
    ]
  }

  private var runbook: String {
    "What to do in an outage, to print: offcirc guide outage."
  }
}
