import Circulation
import Station

extension English {
  // MARK: Counts

  func items(_ count: Int) -> String {
    counting(count, "item")
  }

  func itemsInShort(_ count: Int) -> String { "\(count) it." }

  func dayCounts(_ today: DayTally) -> String {
    counts(today.loanCount, today.returnCount, today.readerCount)
  }

  /// Returns the counts of loans, of returns and of borrowers with a loan.
  func counts(
    _ loanCount: Int, _ returnCount: Int, _ readerCount: Int
  ) -> String {
    [
      counting(loanCount, "loan"), counting(returnCount, "return"),
      counting(readerCount, "reader"),
    ].joined(separator: ", ")
  }

  func inDataFile(_ count: Int?, named name: String) -> String {
    "In \(name): " + (count.map(counting.digits) ?? "?")
  }

  func more(_ count: Int) -> String { "… \(count) more" }

  // MARK: The panel of a wide window

  var dayHeading: String { "Today" }

  var messagesHeading: String { "Last messages" }

  func readerHeading(_ borrower: Barcode?) -> String {
    borrower.map { "This reader: \($0.text)" } ?? "This reader"
  }

  var noneYet: String { "None yet." }
}
