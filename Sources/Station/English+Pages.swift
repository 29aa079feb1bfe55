import Circulation
import Terminal

extension English: PageWords {
  func amendEnded(isSaved: Bool) -> String {
    "The line was not amended: it is \(isSaved ? "in OffCirc.dat now" : "deleted"). The next scan is recorded."
  }

  func nothingToAmend() -> String {
    "Nothing changes yet: scan or type another number, or press Esc."
  }

  func notAmendedAsSaved(_ number: Barcode) -> String {
    "NOT amended to \(number.text): a save cut short was just completed, and the line is in OffCirc.dat. Scan \(number.text) again to record it."
  }

  func isSameCard(_ card: Barcode) -> String {
    "\(card.text) is the card that has these loans. Scan another one, or press Esc."
  }

  func answerIsHeld(_ key: Key) -> String {
    "\(name(of: key)) has opened this question. Release it, then press it again to answer."
  }

  func whereabouts(_ last: Transaction, today: LocalTime) -> String {
    let time = savedTime(last.recorded, today: today)
    let isToday = last.recorded.isSameDay(as: today)
    return last.borrower.map { "\($0.text) has it." }
      ?? "It came back \(isToday ? "at" : "on") \(time)."
  }

  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ failure: FileFailure
  ) -> String {
    "NOT moved to \(new.text): \(count == 1 ? "1 loan stays" : "\(count) loans stay") with \(old.text). \(sentence(failure))"
  }
}
