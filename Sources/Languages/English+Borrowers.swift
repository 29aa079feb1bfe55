import Typesetting

extension English {
  var borrowersHeadings: [String] {
    ["Number", "Class", "Loans", "Fines", "", "Name"]
  }

  func total(ofBorrowers count: Int, gone: Int) -> String {
    let all = "\(counting(count, "borrower"))."
    guard gone > 0 else { return all }
    return all
      + " Missing from the last complete list: \(gone). To delete them: offcirc borrowers delete NUMBER."
  }

  var noNumbersKept: String {
    "The catalogue keeps no numbers of borrowers. Import their list with --level names or --level classes."
  }

  var borrowerHistoryHeadings: [String] {
    ["Lent", "Returned", "Copy", "State", "Fine"]
  }

  func noSuchBorrowers(_ numbers: [String]) -> String {
    "Nothing was deleted. No list has these borrowers: \(few(numbers)). Check the numbers."
  }

  func borrowersGo(_ numbers: [String]) -> [String] {
    [
      "To be deleted: \(counting(numbers.count, "borrower")) (\(span(numbers))).",
      "Numbers, names and classes leave the catalogue and its lists.",
      "A later list can bring them back.",
      "Their loans stay in the journals until the archives are purged.",
    ]
  }

  func deletedBorrowers(_ count: Int) -> String {
    "Deleted: \(counting(count, "borrower"))."
  }

  /// The one sentence about a command for borrowers.
  func abstractOfBorrowers(_ command: Subcommand) -> String {
    switch command {
    case .borrowers: "Know and delete a school's borrowers."
    case .borrowersList: "List borrowers with what they have and owe."
    case .borrowersDelete: "Delete borrowers whose history is exported."
    case .borrowersHistory: "Show or export the loans and fines of borrowers."
    default: ""
    }
  }

  /// The paragraphs about a command for borrowers.
  func discussionOfBorrowers(_ command: Subcommand) -> String {
    switch command {
    case .borrowersList:
      """
      Borrowers are those of the lists in the catalogue, with names and classes \
      as far as the lists keep them. --gone lists those that the last complete \
      list does not have: they are to be deleted.
      """
    case .borrowersDelete:
      """
      A borrower with a copy, or with an open fine, is not deleted. If the \
      journals have a history, export it first: offcirc borrowers history \
      NUMBER --output FILE.xlsx. Then name that file with --exported: it is \
      read again, and has to have every row.

      The borrower is erased from the catalogue and from its lists. The \
      journals are not changed.
      """
    case .borrowersHistory:
      """
      The rows come from the journals of the station, archived ones included. \
      --output writes all rows into a new file for you alone, as CSV or as a \
      workbook.
      """
    default: ""
    }
  }
}
