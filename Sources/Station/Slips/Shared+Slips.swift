import Catalogue
import Circulation
import Sheet

extension Shared {
  /// Prints the slip of a reader beside the desk, and says so.
  mutating func printSlip(of reader: Barcode?, at desk: Desk) {
    guard slips != nil else { return refuse(words.noSlips()) }
    guard let reader else { return refuse(words.noReader()) }
    guard let visit = queueSlip(of: reader, at: desk) else { return }
    say(
      words.slipOf(
        reader, loans: visit.entries(of: .loan).count,
        returns: visit.entries(of: .return).count))
  }

  /// Prints the slips of readers who have left the desk, if each gets one.
  mutating func printSlips(ofAllBut staying: Barcode?, at desk: Desk) {
    let readers = slips?.takeReaders(leaving: staying, at: desk) ?? []
    for reader in readers { _ = queueSlip(of: reader, at: desk) }
  }

  /// Hands a slip to the printer; says why not if there is nothing on it, or too
  /// many wait.
  private mutating func queueSlip(
    of reader: Barcode, at desk: Desk
  ) -> ReaderVisit? {
    let visit = desk.visit(of: reader)
    guard let slips, !visit.entries.isEmpty else {
      refuse(words.nothingOnSlip(of: reader))
      return nil
    }
    let request = SlipRequest(visit, desk: slips.name, at: time) {
      transaction in
      let item = knowledge.lists?.item(transaction.item.text)
      return SlipRequest.Fact(
        title: item?.title,
        due: knowledge.dueRules.dueDay(of: item, lentAt: transaction.recorded))
    }
    guard slips.queue.add(request) else {
      refuse(words.sentence(PrinterError.full(folder: slips.queue.path)))
      return nil
    }
    self.slips?.forget(visit.entries)
    return visit
  }
}
