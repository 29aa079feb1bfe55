import Circulation
import Offload
import Station
import Typesetting

extension English {
  // MARK: Loans and returns

  func ready(_ operation: Operation, borrower: Barcode?) -> String {
    switch (operation, borrower) {
    case (.loan, nil): "Loans: scan the borrower's card, then the items."
    case (.loan, let borrower?):
      "Borrower \(borrower.text): scan the items. \(key(.clear)) for the next borrower."
    case (.return, _): "Returns: scan the items."
    }
  }

  func recorded(_ transaction: Transaction) -> String {
    "Recorded: \(phrase(transaction))."
  }

  func recorded(_ count: Int, last: Transaction) -> String {
    "Recorded \(counting(count, "transaction")). Last item: \(last.item.text)."
  }

  func notRecorded(_ count: Int, _ error: FileError) -> String {
    "NOT recorded: \(counting(count, "scan")) waiting. OffCirc will try again. \(sentence(error))"
  }

  func dropped(_ transaction: Transaction) -> String {
    "Discarded, NOT recorded: \(transaction.item.text)."
  }

  func borrowerFirst(_ item: String) -> String {
    "NOT recorded: \(item.quotable) has no borrower. Scan the card, then press \(key(.enter, in: .field))."
  }

  func borrowerIdentified(_ borrower: Barcode, pendingItem: String?) -> String {
    if let pendingItem {
      "Borrower \(borrower.text). Press \(key(.enter, in: .field)) to record \(pendingItem.quotable)."
    } else {
      "Borrower \(borrower.text): scan the items."
    }
  }

  func cleared() -> String { "Next borrower: scan the card." }

  func numberReplaced(_ number: String) -> String {
    "\(number.quotable) was NOT recorded: the next scan replaced it."
  }

  func moreRefused(_ count: Int) -> String {
    "\(count) more \(counting.form(of: count, "scan", "scans")) refused."
  }

  func moreRemarks(_ count: Int) -> String {
    "\(count) more \(counting.form(of: count, "remark", "remarks")): see \(key(.afterOutage))."
  }

  func spacesTrimmed(_ number: String) -> String {
    "Removed the spaces around \(number.quotable)."
  }

  // MARK: The list

  func deleted(_ transaction: Transaction) -> String {
    "Deleted: \(phrase(transaction)). \(key(.undo)) to undo."
  }

  func nothingToDelete() -> String { "There is nothing to delete in the list." }

  func notDeleted(_ error: FileError) -> String {
    "NOT deleted. \(sentence(error))"
  }

  func savedNow(_ count: Int, path: String) -> String {
    "Saved \(counting(count, "transaction")) in \(path.printable)."
  }

  func nothingToSave() -> String { "Everything is already saved." }

  func notSaved(_ error: FileError) -> String {
    if error.operation == .noteSave {
      return
        "The transactions are in OffCirc.dat. Leave it in place until this is fixed. \(sentence(error))"
    }
    return "NOT saved. Everything is still in the list. \(sentence(error))"
  }

  // MARK: Scans

  func cardAmongReturns(_ number: String) -> String {
    "NOT recorded: \(number.quotable) is a card, but you are in Return. Press \(key(.switchOperation)) for loans."
  }

  func nextBorrower(_ borrower: Barcode) -> String {
    "Next borrower: \(borrower.text). Scan the items."
  }

  func itemsAwaitCard(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) is waiting for a card. Scan the card."
      : "\(counting(count, "item")) are waiting for a card (last: \(last.quotable)). Scan the card."
  }

  func itemsDropped(_ count: Int, last: String) -> String {
    count == 1
      ? "\(last.quotable) discarded, NOT recorded: no card was scanned."
      : "\(counting(count, "item")) discarded, NOT recorded: no card was scanned. Last item: \(last.quotable)."
  }

  func repaired(_ raw: String, _ number: String) -> String {
    "\(raw.quotable) → \(number.quotable)"
  }

  func doubleScan(_ item: Barcode) -> String {
    "\(item.text) scanned twice: recorded once."
  }

  func answerDropped(byteCount: Int) -> String {
    "Ignored \(counting(byteCount, "byte")) from the terminal: not a key, and not part of the number."
  }
}
