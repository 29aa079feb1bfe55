/// The words of the commands about a school's borrowers.
package protocol BorrowerWords {
  /// The heads of the columns: number, class, copies on loan, open fines, in the
  /// lists or not, name.
  var borrowersHeadings: [String] { get }
  /// The counts below a list, and of those that the last complete list does not
  /// have.
  func total(ofBorrowers count: Int, gone: Int) -> String
  /// Lists of which no numbers of borrowers are kept.
  var noNumbersKept: String { get }
  /// The heads of the columns: lent, returned, copy, states and fine.
  var borrowerHistoryHeadings: [String] { get }
  /// Numbers that no borrower has.
  func noSuchBorrowers(_ numbers: [String]) -> String
  /// The consequences of deleting borrowers: a line for each sentence.
  func borrowersGo(_ numbers: [String]) -> [String]
  /// Borrowers that were deleted.
  func deletedBorrowers(_ count: Int) -> String
}
