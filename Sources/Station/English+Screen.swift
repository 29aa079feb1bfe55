import Circulation
import Scanning

extension English {
  // MARK: Counts

  func items(_ count: Int) -> String {
    count == 1 ? "1 item" : "\(count) items"
  }

  func itemsInShort(_ count: Int) -> String { "\(count) it." }

  func dayCounts(_ today: DayTally) -> String {
    let loans = today.loanCount == 1 ? "1 loan" : "\(today.loanCount) loans"
    let returns =
      today.returnCount == 1 ? "1 return" : "\(today.returnCount) returns"
    let readers =
      today.readerCount == 1 ? "1 reader" : "\(today.readerCount) readers"
    return "\(loans), \(returns), \(readers)"
  }

  func inDataFile(_ count: Int?) -> String {
    "In OffCirc.dat: " + (count.map(String.init) ?? "?")
  }

  func more(_ count: Int) -> String { "… \(count) more" }

  // MARK: What stays to be looked at

  func moreWarnings(_ count: Int, key: String) -> String {
    "\(count) more: \(key)"
  }

  func waitingForCard(_ items: [String]) -> String {
    let numbers = items.map(\.quotable).joined(separator: ", ")
    return items.count == 1
      ? "1 item waits for its card: \(numbers)"
      : "\(items.count) items wait for their card: \(numbers)"
  }

  func settingsLeftOut(others count: Int) -> String {
    let rest =
      count == 0
      ? "" : count == 1 ? " and 1 other setting" : " and \(count) others"
    return "Until then the station works without it\(rest). Tell the librarian."
  }

  func settingsLeftOut() -> String {
    "Until then the station works without these. Tell the librarian."
  }

  func nameAnotherFolder() -> String {
    "Name a folder that you can write to with --files or $OFFCIRC_FILES."
  }

  var warningsHead: String { "To look at" }

  func putAsideHint(key: String) -> String {
    "\(key): put the warning about these lines aside for today."
  }

  func putAside() -> String {
    "The warning about the lines of an earlier day comes back tomorrow."
  }

  func nothingToPutAside() -> String {
    "There is no warning that can be put aside."
  }

  // MARK: The panel of a wide window

  var dayHead: String { "Today" }

  var messagesHead: String { "Last messages" }

  func readerHead(_ borrower: Barcode?) -> String {
    borrower.map { "This reader: \($0.text)" } ?? "This reader"
  }

  var noneYet: String { "None yet." }

  // MARK: What was pasted

  func batchTarget(_ borrower: Barcode?) -> String {
    borrower.map { "The first items go to \($0.text):" } ?? "It begins with:"
  }

  func batchLine(_ text: String, as kind: Scan.Kind?) -> String {
    switch kind {
    case .borrower: "Card \(text.quotable)"
    case .item: "Item \(text.quotable)"
    case nil: "Command \(text.quotable)"
    }
  }

  // MARK: Closing

  func closed(saved: Int?, unsaved: Int, lost: Int) -> String {
    var sentences = ["OffCirc is closed. \(inDataFile(saved))."]
    sentences.append(
      unsaved == 0
        ? "Nothing waits to be saved."
        : "Not saved yet, in the list next time: \(unsaved).")
    if lost > 0 { sentences.append("NOT recorded: \(lost).") }
    return sentences.joined(separator: " ")
  }
}
