import Circulation

/// A number that stands beside a message, in a cell of its own.
struct RowNumber: Hashable, Sendable {
  /// The cell.
  let text: String
  /// Whether its column is headed as that of barcodes.
  let isNamed: Bool

  /// The number in a cell; nil if there is none, or not all of it.
  init?(_ text: String, isNamed: Bool) {
    let isCut = text.hasSuffix("…") || text.hasSuffix("...")
    guard
      !isCut, !text.isRoundedNumber, text.contains(where: \.isNumber),
      isNamed || text.utf8.allSatisfy(\.isLetterOrDigit)
    else { return nil }
    self.text = text
    self.isNamed = isNamed
  }

  /// Whether the cell names one of some numbers, however a spreadsheet has
  /// written it.
  fileprivate func names(oneOf numbers: [String]) -> Bool {
    let keys = numbers.map(\.numberKey)
    return keys.contains(text.numberKey)
      || text.split { " ,;/|".contains($0) }
        .contains { keys.contains(String($0).numberKey) }
  }

  /// Whether it is a number such as another: as long, with the same beginning.
  fileprivate func isLike(_ number: String) -> Bool {
    text.utf8.count == number.utf8.count && text.prefix(2) == number.prefix(2)
  }
}

extension JobReport.Message {
  /// The message with the numbers beside it that are not in its text.
  package var textWithNumbers: String {
    let others = numbers.map(\.text).filter { !text.contains($0) }
    return others.isEmpty
      ? text : "\(text) (\(others.joined(separator: ", ")))"
  }

  /// Whether it can be said of a transaction: none of its numbers contradicts
  /// that.
  func isAbout(_ transaction: Transaction) -> Bool {
    guard said.isAbout(transaction) else { return false }
    let own = transaction.numbers
    let strange = numbers.filter { !$0.names(oneOf: own) }
    // In a column that nobody has named, anything may stand.
    if strange.contains(where: { own.contains(where: $0.isLike) }) {
      return false
    }
    return strange.count < numbers.count || !strange.contains(where: \.isNamed)
  }

  /// The number of a transaction that it is about, if only a column beside it
  /// names one, and that is of the transaction.
  func numberInColumn(of transaction: Transaction) -> String? {
    guard
      said.number != nil, ReportMessage(text).number == nil,
      isConfirmed(by: transaction)
    else { return nil }
    let own =
      said.kind == .userNotFound ? transaction.borrower : transaction.item
    guard let number = own?.text.tidied else { return nil }
    let isAbout = said.naming(number).isAbout(transaction)
    return isAbout ? number : nil
  }

  /// Whether a number beside it is one of a transaction.
  func isConfirmed(by transaction: Transaction) -> Bool {
    let own = transaction.numbers
    return numbers.contains { $0.names(oneOf: own) }
  }
}

extension Transaction {
  fileprivate var numbers: [String] {
    [item, borrower].compactMap { $0?.text.tidied }
  }
}

extension String {
  /// Whether a spreadsheet has rounded a number: `3.7E+10`.
  fileprivate var isRoundedNumber: Bool {
    let text = lowercased()
    return (text.contains("e+") || text.contains("e-"))
      && Double(text.replacing(",", with: ".")) != nil
  }

  /// The letters and digits of a number without what a spreadsheet takes off or
  /// adds.
  fileprivate var numberKey: String {
    let text = hasSuffix(".0") ? dropLast(2) : self[...]
    return String(
      text.lowercased().filter { $0.isLetter || $0.isNumber }
        .drop { $0 == "0" })
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
  }
}
