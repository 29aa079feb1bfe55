import Circulation
import Station
import Typesetting

extension English: RoomWords {
  // MARK: Find

  var findTitle: String { "Find" }
  var findExplanation: String {
    "Scan the item or the card. Or type a number or a part of it, then press \(enter). This scan is not recorded. The next one is."
  }
  var findPrompt: String { "Find: scan or type a number." }
  var numberName: String { "Number" }

  var findFooter: String { "\(enter): find. \(back): back to the station." }

  func foundFooter(_ count: Int, isSaved: Bool?) -> String {
    let next = "\(key(.find)): \(count > 1 ? "next" : "other number")."
    return switch isSaved {
    case true?: "\(enter): where it is. \(next) \(back): back."
    case false?:
      "\(enter): go there. \(key(.amend)): amend. \(next) \(back): back."
    case nil: "\(next) \(back): back to the station."
    }
  }

  func found(_ number: String, in count: Int) -> String {
    "Found \(number.quotable) in \(counting(count, "line")). The next scan is recorded."
  }

  func answer(_ number: String, _ count: Int, shown: Int) -> String {
    "\(number.quotable): \(counting(count, "line"))"
      + (shown < count ? ", of which the latest \(shown)." : ".")
  }

  func notFound(_ number: String) -> String {
    "\(number.quotable) is neither in the list nor in OffCirc.dat. \(key(.find)): other number."
  }

  func found(_ transaction: Transaction, savedInLine line: Int?) -> String {
    let what = phrase(transaction)
    let time = moment(transaction.recorded)
    return line.map {
      "Saved: \(what), \(time), line \($0) of OffCirc.dat. It cannot be changed here."
    } ?? "In the list: \(what), \(time)."
  }

  var listHeading: String { "In the list:" }
  var savedHeading: String { "In OffCirc.dat (cannot be changed here):" }

  func answerCameTwice(_ number: String) -> String {
    "\(number.quotable) scanned twice: it was the answer, and is NOT recorded. Scan it again to record it."
  }

  // MARK: Amend

  var amendTitle: String { "Amend" }

  func amendExplanation(_ transaction: Transaction) -> String {
    "\(name(of: transaction.operation)), \(moment(transaction.recorded)). The next scan corrects this line. Or type the number, then press \(enter). The line keeps its time. Later scans are recorded."
  }

  var amendPrompt: String { "Amend: scan or type the right number." }

  func amendFooter(_ operation: Operation) -> String {
    operation == .loan
      ? "\(enter): amend. \(key(.next)): other field. \(back): back."
      : "\(enter): amend. \(back): back to the station."
  }

  func recordedAs(_ original: Transaction) -> String {
    "First recorded as: \(phrase(original))."
  }

  func amended(_ old: Transaction, to new: Transaction) -> String {
    "Amended: \(phrase(new)), not \(old.item == new.item ? "to \(old.borrower?.text ?? "")" : "of \(old.item.text)"). \(key(.undo)) to undo."
  }

  func notChanged(_ transaction: Transaction) -> String {
    "Nothing changed: it is already a \(phrase(transaction))."
  }

  func notAmended(_ number: Barcode, _ error: FileError) -> String {
    "NOT amended to \(number.text). \(sentence(error))"
  }

  func cardForReturn(_ card: String) -> String {
    "\(card.quotable) is a card, but a return has no borrower. Scan an item."
  }

  func noLineChosen() -> String { "There is no line to amend." }

  func lineIsSaved(_ line: Int) -> String {
    "Line \(line) of OffCirc.dat is saved and cannot be changed here. Tell the librarian."
  }

  // MARK: The reader

  func readerTitle(_ borrower: Barcode) -> String {
    "Borrower \(borrower.text)"
  }

  var readerShown: String { "You can scan while this page is open." }

  func readerFooter(isMoving: Bool) -> String {
    isMoving
      ? "\(enter): move them. \(back): back to the station."
      : "\(key(.reader)): move all. \(key(.amend)): amend. \(back): back."
  }

  func readerItems(_ count: Int, listed: Int, saved: Int) -> String {
    "This borrower has \(items(count)) now. Loans: \(listed) in the list, \(saved) saved."
  }

  var nextHeading: String { "Then" }
  var cardName: String { "Other card" }

  func moveExplanation(_ count: Int) -> String {
    "Scan the card that gets \(counting(count, "loan")) of the list. This scan is not recorded. The next one is."
  }

  func movePrompt(_ count: Int, from borrower: Barcode) -> String {
    "Scan the card that gets \(counting(count, "loan")) of \(borrower.text)."
  }

  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String {
    let saved =
      savedCount == 0
      ? ""
      : " In OffCirc.dat, \(counting(savedCount, "loan stays", "loans stay")) with \(old.text)."
    return
      "Moved \(counting(count, "loan")) from \(old.text) to \(new.text). \(key(.undo)) to undo.\(saved)"
  }

  func nothingToMove(from borrower: Barcode) -> String {
    "The list has no loans of \(borrower.text) to move."
  }

  func noReader() -> String {
    "There is no borrower to show. Scan a card, or select a loan."
  }

  func notACard(_ number: String) -> String {
    "\(number.quotable) is not a card. Scan the other card, or press \(back)."
  }

  private var enter: String { key(.choose, in: .lineRoom) }
  private var back: String { key(.goBack, in: .lineRoom) }
}
