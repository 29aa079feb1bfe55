/// What can go wrong at the desk, beside a refusal of the operating system
/// (``FileFailure``) and of a number (``RefusedNumber``).
public enum CirculationError: Error, Hashable, Sendable {
  // When a folder is opened.

  /// Another station holds the folder.
  case folderHeld(path: String, by: StationLock.Holder?)
  /// The journal was written by a newer version of the program.
  case newerJournal(path: String, version: Int)
  /// The file in the journal's place has no line of a journal in it.
  case notAJournal(path: String)

  /// The journal has no sequence numbers left.
  case numbersUsedUp(path: String, last: Int)

  // When its files are built anew.

  /// There is no journal in the folder, or the file is none.
  case noJournal(path: String)
  /// Which of the journals is meant is not told.
  case severalJournals(paths: [String])
  /// A file is there already that was to be written.
  case inTheWay(path: String)

  // At the desk.

  /// The clock shows a year that no file can have, or such a zone.
  case clockBeyondFiles
  /// A loan needs a borrower first.
  case noBorrower
  /// An item has the number of its borrower.
  case itemIsBorrower(Barcode)
  /// A return has no borrower that could be another.
  case returnHasNoBorrower(item: Barcode)
  /// No such transaction is in the list.
  case notInList(sequence: Int)
}
