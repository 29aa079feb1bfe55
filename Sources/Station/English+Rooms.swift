import Circulation

extension English: RoomWords {
  // MARK: Find

  var findTitle: String { "Find" }
  var findExplanation: String {
    "Scan the item or the card, or type a number or a part of it, then Enter. This one scan is not recorded. The next one is."
  }
  var findPrompt: String { "Find: scan or type a number." }
  var numberName: String { "Number" }

  var findFoot: String { "Enter: find. Esc: back to the desk." }

  func foundFoot(_ count: Int, isSaved: Bool?) -> String {
    let next = "F5: \(count > 1 ? "next" : "other number")."
    return switch isSaved {
    case true?: "Enter: where it is. \(next) Esc: back."
    case false?: "Enter: go there. F6: amend. \(next) Esc: back."
    case nil: "\(next) Esc: back to the desk."
    }
  }

  func found(_ number: String, in count: Int) -> String {
    "Found \(number.quotable) in \(lines(count)). The next scan is recorded."
  }

  func answer(_ number: String, _ count: Int, shown: Int) -> String {
    "\(number.quotable): \(lines(count))"
      + (shown < count ? ", the newest \(shown) are shown." : ".")
  }

  func notFound(_ number: String) -> String {
    "\(number.quotable) is neither in the list nor in OffCirc.dat. F5 finds another number."
  }

  func found(_ transaction: Transaction, savedInLine line: Int?) -> String {
    let what = phrase(transaction)
    let time = date(transaction.recorded, isShort: false)
    return line.map {
      "Saved: \(what), \(time), line \($0) of OffCirc.dat. It is not changed here."
    } ?? "In the list: \(what), \(time)."
  }

  var listHead: String { "In the list:" }
  var savedHead: String { "In OffCirc.dat (not changed here):" }

  func answerCameTwice(_ number: String) -> String {
    "\(number.quotable) came twice: it was the answer, and is not recorded. Scan it again to record it."
  }

  // MARK: Amend

  var amendTitle: String { "Amend" }

  func amendExplanation(_ transaction: Transaction) -> String {
    "\(name(of: transaction.operation)), \(date(transaction.recorded, isShort: false)). The next scan corrects this line; or type the number, then Enter. The line keeps its time. The scan after it is recorded."
  }

  var amendPrompt: String { "Amend: scan or type the right number." }

  func amendFoot(_ operation: Operation) -> String {
    operation == .loan
      ? "Enter: amend. Tab: the other field. Esc: back."
      : "Enter: amend. Esc: back to the desk."
  }

  func recordedAs(_ original: Transaction) -> String {
    "It was recorded as a \(phrase(original))."
  }

  func amended(_ old: Transaction, to new: Transaction) -> String {
    "Amended: \(phrase(new)), not \(old.item == new.item ? "to \(old.borrower?.text ?? "")" : "of \(old.item.text)"). Ctrl-Z undoes it."
  }

  func notChanged(_ transaction: Transaction) -> String {
    "Nothing changed: it is a \(phrase(transaction)) already."
  }

  func notAmended(_ number: Barcode, _ failure: FileFailure) -> String {
    "NOT amended to \(number.text). \(sentence(failure))"
  }

  func cardForReturn(_ card: String) -> String {
    "\(card.quotable) is a card, and a return has no borrower. Scan an item."
  }

  func noLineChosen() -> String { "There is no line to go to or to amend." }

  func lineIsSaved(_ line: Int) -> String {
    "Line \(line) of OffCirc.dat is saved, and not changed here. Note it for the librarian."
  }

  // MARK: The reader

  func readerTitle(_ borrower: Barcode) -> String {
    "Borrower \(borrower.text)"
  }

  var readerShown: String { "Scans are recorded while this page is open." }

  func readerFoot(isMoving: Bool) -> String {
    isMoving
      ? "Enter: move them. Esc: back to the desk."
      : "F7: all to another card. F6: amend. Esc: back."
  }

  func readerItems(_ count: Int, listed: Int, saved: Int) -> String {
    "This borrower has \(count == 1 ? "1 item" : "\(count) items") now. Loans: \(listed) in the list, \(saved) saved."
  }

  var nextHead: String { "Then" }
  var cardName: String { "Other card" }

  func moveExplanation(_ count: Int) -> String {
    "Scan the other card: \(loans(count)) of the list will be its own. This one scan is not recorded. The next one is."
  }

  func movePrompt(_ count: Int, from borrower: Barcode) -> String {
    "Scan the card that gets \(loans(count)) of \(borrower.text)."
  }

  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String {
    let saved =
      savedCount == 0
      ? ""
      : " In OffCirc.dat, \(loans(savedCount)) \(savedCount == 1 ? "stays" : "stay") with \(old.text)."
    return
      "Moved: \(loans(count)) from \(old.text) to \(new.text). Ctrl-Z undoes it.\(saved)"
  }

  func nothingToMove(from borrower: Barcode) -> String {
    "The list has no loan of \(borrower.text) that another card could get."
  }

  func noReader() -> String {
    "There is no borrower to show. Scan a card, or choose a loan."
  }

  func notACard(_ number: String) -> String {
    "\(number.quotable) is not a card. Scan the other card, or press Esc."
  }

  private func lines(_ count: Int) -> String {
    count == 1 ? "1 line" : "\(count) lines"
  }

  private func loans(_ count: Int) -> String {
    count == 1 ? "1 loan" : "\(count) loans"
  }
}
