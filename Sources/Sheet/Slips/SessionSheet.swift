import Circulation
import Scanning
import Typesetting

/// All transactions of a day as bar codes, in order.
///
/// It is the last copy of all: scanned from the paper into an empty desk, it
/// gives the same list.
package struct SessionSheet: Hashable, Sendable {
  /// The bar codes, as a class has them on its sheet.
  let codes: ContactSheet

  /// Creates the sheet of a day.
  ///
  /// - Parameters:
  ///   - entries: the transactions, in the order recorded.
  ///   - desk: the name of the desk; empty if it has none.
  ///   - day: a time of the day.
  ///   - words: the language.
  package init(
    of entries: [DeskEntry], desk: String, on day: LocalTime,
    _ words: any SlipWords
  ) {
    var codes: [ContactSheet.Entry] = []
    func add(_ name: String, _ number: String) {
      codes.append(.init(name: name, number: number))
    }
    var operation: Operation?
    var borrower: Barcode?
    for transaction in entries.lazy.map(\.transaction) {
      let name = words.name(of: transaction.operation)
      if transaction.operation != operation {
        operation = transaction.operation
        borrower = nil
        let code: CommandCode =
          transaction.operation == .loan ? .loan : .return
        add(name, code.rawValue)
      }
      if let next = transaction.borrower, next != borrower {
        borrower = next
        // Without it, a desk could take the card for an item.
        add(words.nextOnSheet, CommandCode.clear.rawValue)
        add(words.cardHeading, next.text)
      }
      add(
        "\(name) \(transaction.recorded.timeOfDay)", transaction.item.text)
    }
    self.codes = ContactSheet(
      title: [words.sessionTitle(words.day(day)), desk.printable]
        .filter { !$0.isEmpty }.joined(separator: " – "), entries: codes)
  }

  /// Returns the sheet as a file of pages of A4.
  ///
  /// - Parameter pageNumber: returns the words for the number of a page among
  ///   all.
  /// - Returns: the file, and the number of numbers that are too long for a bar
  ///   code.
  /// - Throws: ``DrawingError``.
  package func drawn(
    pageNumber: (Int, Int) -> String
  ) throws(DrawingError) -> (file: [UInt8], withoutCode: Int) {
    let (pages, withoutCode) = try codes.pages(
      .ofDrawing(), pageNumber: pageNumber)
    return (try pages.drawn(as: .pdf), withoutCode)
  }
}
