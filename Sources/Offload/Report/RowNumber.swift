import Circulation

/// A number next to a message, in a cell of its own.
struct RowNumber: Hashable, Sendable {
  /// The content of the cell.
  let text: String
  /// True if the column's header says that it holds barcodes.
  let isNamed: Bool

  /// Creates a number from a cell; nil if it holds none, or only part of one.
  init?(_ text: String, isNamed: Bool) {
    let isCut = text.hasSuffix("…") || text.hasSuffix("...")
    guard
      !isCut, !text.isRoundedNumber, text.contains(where: \.isNumber),
      isNamed || text.utf8.allSatisfy(\.isLetterOrDigit)
    else { return nil }
    self.text = text
    self.isNamed = isNamed
  }

  /// Returns true if the cell contains one of some numbers, in any spelling of
  /// a spreadsheet.
  fileprivate func names(oneOf numbers: [String]) -> Bool {
    let keys = numbers.map(\.numberKey)
    return keys.contains(text.numberKey)
      || text.split { " ,;/|".contains($0) }
        .contains { keys.contains(String($0).numberKey) }
  }

  /// Returns true if the number has the length and first characters of another.
  fileprivate func isLike(_ number: String) -> Bool {
    text.utf8.count == number.utf8.count && text.prefix(2) == number.prefix(2)
  }
}

extension JobReport.Message {
  /// The message, followed by numbers of other columns that are not in its
  /// text.
  package var textWithNumbers: String {
    let others = numbers.map(\.text).filter { !text.contains($0) }
    return others.isEmpty
      ? text : "\(text) (\(others.joined(separator: ", ")))"
  }

  /// Returns true if the message can be about a transaction: none of its
  /// numbers contradicts that.
  func isAbout(_ transaction: Transaction) -> Bool {
    guard said.isAbout(transaction) else { return false }
    if numbers.isEmpty { return true }
    let own = transaction.numbers
    let strange = numbers.filter { !$0.names(oneOf: own) }
    // A column without a header may contain anything.
    if strange.contains(where: { own.contains(where: $0.isLike) }) {
      return false
    }
    return strange.count < numbers.count || !strange.contains(where: \.isNamed)
  }

  /// Returns the transaction's number if only another column names it, and the
  /// message has none.
  func numberInColumn(of transaction: Transaction) -> String? {
    guard
      said.number != nil, ReportMessage(text).number == nil,
      isConfirmed(by: transaction)
    else { return nil }
    let own =
      said.kind == .userNotFound ? transaction.borrower : transaction.item
    guard let number = own?.text.collapsingWhitespace else { return nil }
    let isAbout = said.naming(number).isAbout(transaction)
    return isAbout ? number : nil
  }

  /// Returns true if a number in another column is one of the transaction's.
  func isConfirmed(by transaction: Transaction) -> Bool {
    let own = transaction.numbers
    return numbers.contains { $0.names(oneOf: own) }
  }
}

extension Transaction {
  fileprivate var numbers: [String] {
    [item, borrower].compactMap { $0?.text.collapsingWhitespace }
  }
}

extension String {
  /// True for a number that a spreadsheet has rounded: `3.7E+10`.
  fileprivate var isRoundedNumber: Bool {
    let text = lowercased()
    return (text.contains("e+") || text.contains("e-"))
      && Double(text.replacing(",", with: ".")) != nil
  }

  /// The letters and digits by which numbers are compared, without leading
  /// zeros and `.0`.
  fileprivate var numberKey: String {
    let text = hasSuffix(".0") ? dropLast(2) : self[...]
    return String(
      text.lowercased().filter { $0.isLetter || $0.isNumber }
        .drop { $0 == "0" })
  }
}

extension UInt8 {
  /// True for a letter or a digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }
}
