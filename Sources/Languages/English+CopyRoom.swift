import Catalogue
import Circulation
import Station
import Typesetting

extension English: CopyRoomWords {
  private var open: String { key(.open, in: .copies) }
  private var up: String { key(.levelUp, in: .copies) }
  private var better: String { key(.betterState, in: .copyState) }
  private var worse: String { key(.worseState, in: .copyState) }
  private var mark: String { key(.toDelete, in: .copies) }

  // MARK: The titles

  var copiesTitle: String { "Copies" }

  var copiesPrompt: String {
    "Scan a copy or a card, or type. No loan is recorded here."
  }

  var copiesField: String { "Words or number" }

  func holdings(
    _ titles: Int, shown: Int, copies: Int, toDelete: Int
  ) -> String {
    counting(titles, "title")
      + (shown < titles ? ", of which the first \(counting.digits(shown))" : "")
      + ". In all: \(copyCount(copies)), \(counting.digits(toDelete)) to be deleted."
  }

  private func copyCount(_ count: Int) -> String {
    counting(count, "copy", "copies")
  }

  var holdingsHeadings: [String] {
    ["Title", "Author", "Call number", "Copies", "In", "Out", "To delete"]
  }

  var copiesFooter: String {
    "\(open): open. \(up): back. \(key(.leave, in: .copies)): close."
  }

  var copiesPageFooter: String { "\(up): back." }

  var noCopiesListed: String {
    "The catalogue has no copies. Import a list with offcirc catalogue import, then open this room again."
  }

  func nothingFound(_ text: String) -> String {
    "Nothing here has \(text.quotable). \(up): everything."
  }

  func unknownHere(_ number: String) -> String {
    "\(number.quotable) is in no list and in no journal. Nothing was recorded."
  }

  func copySeen(_ number: String) -> String {
    "\(number.quotable) seen. No loan is recorded here."
  }

  func onlyAtDesk() -> String {
    "Loans are only shown here. To change them, run offcirc."
  }

  var copiesHelp: [HelpSection] {
    [
      HelpSection(
        title: "Look at copies",
        paragraphs: [
          "Type words of a title, a call number or a part of a copy's number. \(open) opens the title, then the copy.",
          "Scan a copy: its page opens, and the copy is marked as seen until you close this room. Scan a card: the borrower's page opens.",
          "No loan and no return is recorded here.",
        ]),
      HelpSection(
        title: "Take stock",
        paragraphs: [
          "On a copy's page, \(worse) makes it worse, \(better) better. Each state is on disk at once. \(key(.undoState, in: .copyState)) to undo.",
          "\(mark) marks a copy as to be deleted. It keeps its history, and only its own count has it. \(mark) again takes that back.",
        ]),
    ]
  }

  // MARK: The copies of a title

  func copyCounts(
    _ copies: Int, in present: Int, out: Int, toDelete: Int, seen: Int
  ) -> String {
    "\(copyCount(copies)): \(present) in, \(out) out. To be deleted: \(toDelete)."
      + (seen > 0 ? " Seen now: \(seen)." : "")
  }

  var copyHeadings: [String] {
    ["Copy", "State", "Place", "Borrower", "Since", "Seen"]
  }

  var seenMark: String { "yes" }

  // MARK: The copy

  func hasCopy(_ name: String, since day: LocalTime?) -> String {
    "\(name.printable) has it"
      + (day.map { ", since \(dates.day($0))." } ?? ".")
  }

  func stateFact(
    _ label: String?, since time: LocalTime?, isOfReturn: Bool
  ) -> ListedFact {
    let since = time.map {
      ", since \(dates.day($0)) (\(isOfReturn ? "return" : "stock-taking"))"
    }
    return ListedFact(
      name: "state", text: label.map { $0 + (since ?? "") } ?? "unknown")
  }

  func startFact(_ label: String?) -> ListedFact {
    ListedFact(name: "at the start", text: label ?? "unknown")
  }

  func costFact(fee: String?, price: String?) -> ListedFact? {
    let parts = [
      fee.map { "slight damage \($0)" }, price.map { "price \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : ListedFact(name: "tariff", text: parts.joined(separator: ", "))
  }

  var loansHeading: String { "All loans:" }

  var loanHeadings: [String] {
    ["Lent", "Returned", "Borrower", "Start", "End", "Fine"]
  }

  func copyFooter(
    notesStates: Bool, isAtDesk: Bool, hasBorrower: Bool
  ) -> String {
    [
      notesStates ? "\(better), \(worse): state." : nil,
      notesStates && !isAtDesk ? "\(mark): to be deleted." : nil,
      isAtDesk ? "\(key(.amend)): amend." : nil,
      hasBorrower ? "\(key(.reader)): borrower." : nil,
      "\(up): back.",
    ].compactMap(\.self).joined(separator: " ")
  }

  // MARK: States

  func stockNoted(_ number: String, _ label: String) -> String {
    "\(number.quotable) is \(label). \(key(.undoState, in: .copyState)) to undo."
  }

  func isToDelete(_ number: String) -> String {
    "\(number.quotable) is to be deleted. \(mark) takes that back."
  }

  func statesAreOff() -> String {
    "States are not noted. To note them, set states = true under [textbooks]."
  }

  var toDeleteTitle: String { "To be deleted" }

  func toDeleteQuestion(_ number: String) -> String {
    "Mark \(number.quotable) as to be deleted? It keeps its history. Only its own count has it then."
  }

  var toDeleteAnswer: String { "mark it" }
  var backToCopy: String { "back to the copy" }
}
