import Circulation
import Station

extension French {
  // MARK: Counts

  func items(_ count: Int) -> String {
    counting(count, "exemplaire")
  }

  func itemsInShort(_ count: Int) -> String { "\(count) ex." }

  func dayCounts(_ today: DayTally) -> String {
    counts(today.loanCount, today.returnCount, today.readerCount)
  }

  /// Returns the counts of loans, of returns and of borrowers with a loan.
  func counts(
    _ loanCount: Int, _ returnCount: Int, _ readerCount: Int
  ) -> String {
    [
      counting(loanCount, "prêt"), counting(returnCount, "retour"),
      counting(readerCount, "lecteur"),
    ].joined(separator: ", ")
  }

  func inDataFile(_ count: Int?, named name: String) -> String {
    "Dans \(name) : " + (count.map(counting.digits) ?? "?")
  }

  func more(_ count: Int) -> String {
    "… \(counting(count, "autre"))"
  }

  // MARK: The panel of a wide window

  var dayHeading: String { "Ce jour" }

  var messagesHeading: String { "Derniers messages" }

  func readerHeading(_ borrower: Barcode?) -> String {
    borrower.map { "Ce lecteur : \($0.text)" } ?? "Ce lecteur"
  }

  var noneYet: String { "Aucun pour l'instant." }
}
