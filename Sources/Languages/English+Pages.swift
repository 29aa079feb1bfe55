import Circulation
import Station
import Terminal

extension English: PageWords {
  func amendEnded(isSaved: Bool) -> String {
    "Line not amended: it is \(isSaved ? "in OffCirc.dat now" : "deleted"). The next scan is recorded."
  }

  func nothingToAmend() -> String {
    "Same number. Scan or type another one, or press \(key(.goBack, in: .lineRoom))."
  }

  func notAmendedAsSaved(_ number: Barcode) -> String {
    "NOT amended to \(number.text): an interrupted save was just finished, and the line is in OffCirc.dat. Scan \(number.text) again to record it."
  }

  func isSameCard(_ card: Barcode) -> String {
    "\(card.text) already has these loans. Scan another card, or press \(key(.goBack, in: .lineRoom))."
  }

  func answerIsHeld(_ key: Key) -> String {
    "\(name(of: key)) opened this question. Release it, then press it again to answer."
  }

  func whereabouts(_ last: Transaction, today: LocalTime) -> String {
    let time = savedTime(last.recorded, today: today)
    let isToday = last.recorded.isSameDay(as: today)
    return last.borrower.map { "On loan to \($0.text)." }
      ?? "Returned \(isToday ? "at" : "on") \(time)."
  }

  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ error: FileError
  ) -> String {
    "NOT moved to \(new.text): \(counting(count, "loan stays", "loans stay")) with \(old.text). \(sentence(error))"
  }
}
