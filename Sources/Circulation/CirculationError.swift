/// An error of the desk, apart from ``FileError`` (the operating system) and
/// ``BarcodeError`` (an invalid number).
package enum CirculationError: Error, Hashable, Sendable {
  // Opening a folder.

  /// Another station holds the folder.
  case folderHeld(path: String, by: StationLock.Holder?)
  /// A newer version of the program wrote the journal.
  case newerJournal(path: String, version: Int)
  /// A newer version of the program wrote an event into the journal that this
  /// one does not know; the first line is 1.
  case newerEvent(path: String, line: Int, event: String)
  /// The file named as the journal contains no journal line.
  case notAJournal(path: String)

  /// The journal is of an exercise, and what reads it is not; or the reverse.
  case exercise(path: String)
  /// The journal is of an archive whose borrowers were erased.
  case borrowersErased(path: String)
  /// The journal's sequence numbers are used up.
  case numbersUsedUp(path: String, last: Int)

  // Rebuilding the files from a journal.

  /// The folder has no journal, or the given file is not a journal.
  case noJournal(path: String)
  /// The folder has several journals, and none was chosen.
  case severalJournals(paths: [String])
  /// A file to be written already exists.
  case inTheWay(path: String)

  // Recording and amending.

  /// The clock's year or time zone cannot be stored in the files.
  case clockBeyondFiles
  /// A loan was recorded without a borrower.
  case noBorrower
  /// The item has the same number as its borrower.
  case itemIsBorrower(Barcode)
  /// A return has no borrower to amend.
  case returnHasNoBorrower(item: Barcode)
  /// The list has no transaction with this sequence number.
  case notInList(sequence: Int)

  // Textbooks.

  /// The item's last transaction here is not a return: its status belongs to
  /// none.
  case notReturned(item: Barcode)
  /// Something that can't be the status of a copy.
  case notAStatus(String)
  /// An amount below 0, or too large for the journal.
  case notAnAmount(cents: Int)
  /// A reason with more bytes than a line of the journal may have.
  case reasonTooLong(bytes: Int, maximum: Int)
}
