import Circulation

/// The words of the catalogue.
package protocol CatalogueWords: CirculationWords {
  // MARK: Errors

  /// An error, and what to do.
  func sentence(_ error: CatalogueError) -> String
  /// A reason to leave a row out, after its place: no capital at the start.
  func reason(_ rejection: RowRejection) -> String

  // MARK: Lists

  /// The name of a field, as the head of a column.
  func name(of field: ListField) -> String
  /// A list of a kind with so many rows in so many files.
  func heading(_ report: ImportReport, fileCount: Int) -> String
  /// The content of a column: how many rows have it, and its values.
  func content(of column: ImportReport.Column, rowCount: Int) -> String
  /// The columns that are named like a field and are left out, and the number
  /// of those that are not used.
  func leftOut(_ names: [String], unused count: Int) -> String
  /// A column named like the loan status that is taken as states of copies.
  func takenAsStates(_ column: String) -> String
  /// A file that may have been cut after so many rows.
  func cut(_ path: String, rowCount: Int) -> String
  /// Numbers that a spreadsheet holds as numbers.
  func numberCells(_ count: Int, of rowCount: Int) -> String
  /// The items of a list that must not be lent; if there are none, the option
  /// by which it is said which.
  func notForLoan(_ count: Int) -> String
  /// Numbers that are like those that are known only with a zero before them.
  func lostZeros(_ count: Int, of comparedCount: Int) -> String
  /// Cells in MARC-8 or ISO 5426, which are left empty.
  func unreadCells(_ count: Int) -> String
  /// The lists of other kinds in the same file, and how to import them.
  func otherLists(_ kinds: [ListKind], in path: String) -> String
  /// The titles of classes that no item in the lists has.
  func withoutCopy(_ titles: [ClassTitle]) -> String
  /// The counts of what is new, changed, the same, missing and left out.
  func changes(_ report: ImportReport) -> String
  /// The rows of an import that are left out after those that are shown.
  func moreRejected(_ count: Int) -> String
  /// The end of a preview.
  var nothingChanged: String { get }
  /// The end of an import: the catalogue at a path has the list.
  func imported(into path: String) -> String

  // MARK: Kept lists

  /// A catalogue at a path that was made again from its kept lists.
  func rebuilt(_ path: String, listCount: Int) -> String
  /// The lists that a person has erased; there may be none.
  func erased(_ lists: [ImportedList]) -> String
  /// The lists that were erased by themselves, since they were too old.
  func erased(_ lists: [ImportedList], olderThan days: Int) -> String
  /// The number of older lists that lost what a lower level does not keep.
  func reduced(_ count: Int) -> String

  // MARK: Verifying

  /// The result of a scan that was compared with the lists.
  func verified(_ number: String, _ finding: Verification.Finding) -> String
  /// The path of the settings that have what was learnt.
  func learnt(in path: String) -> String
  /// The path of the settings by which scans lose what the scanner adds.
  func learntToStrip(in path: String) -> String

  // MARK: What is known

  /// The state of a catalogue: a line for each sentence.
  func state(
    _ counts: Catalogue.Counts, _ lists: [ImportedList], at path: String
  ) -> [String]
  /// A catalogue that does not exist.
  func noCatalogue(at path: String) -> String
  /// The facts about an item of a list of a day, `YYYY-MM-DD`.
  func facts(_ item: Item, listed: String) -> [ListedFact]
  /// The facts about a borrower of a list of a day, `YYYY-MM-DD`.
  func facts(
    _ borrower: Borrower, number: String, listed: String
  ) -> [ListedFact]
  /// A number that no list has, and the day of the newest list.
  func notListed(_ number: String, newest: String?) -> String
  /// Words that no title has.
  func noTitle(with words: String) -> String
}
