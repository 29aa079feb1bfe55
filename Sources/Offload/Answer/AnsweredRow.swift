import Circulation

/// A line as an answer names it, and what became of it.
struct AnsweredRow: Hashable, Sendable {
  /// The kind of message; nil if it went as meant.
  let kind: ReportMessage.Kind?
  /// The words of the system.
  let text: String
  /// The operation; nil if the answer does not tell it.
  var operation: Operation?
  /// The item, or the numbers of which one is the item.
  var items: [String] = []
  /// The borrower, or the numbers of which one is the borrower.
  var borrowers: [String] = []
  /// The time of the line, if the answer tells it.
  var time: AnsweredTime?

  /// The number that the message is about, if it is clear.
  var number: String? {
    let numbers = kind == .userNotFound ? borrowers : items
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// The lines that it may be about.
  var keys: [LineKey] {
    var keys: [LineKey] = []
    for operation in operation.map({ [$0] }) ?? [.loan, .return] {
      for item in items {
        let others =
          operation == .loan ? borrowers.filter { $0 != item } : []
        keys +=
          others.isEmpty
          ? [LineKey(operation, item)]
          : others.map { LineKey(operation, item, $0) }
      }
    }
    return keys
  }
}

/// The numbers of a line by which it is found.
struct LineKey: Hashable {
  let operation: Operation
  let item: String
  /// The borrower of a loan; nil for any.
  let borrower: String?

  init(_ operation: Operation, _ item: String, _ borrower: String? = nil) {
    self.operation = operation
    self.item = item
    self.borrower = borrower
  }

  /// Returns the keys under which a line may be looked for.
  static func keys(of transaction: Transaction) -> [LineKey] {
    let item = transaction.item.text.collapsingWhitespace
    let any = LineKey(transaction.operation, item)
    guard let borrower = transaction.borrower else { return [any] }
    return [
      LineKey(.loan, item, borrower.text.collapsingWhitespace), any,
    ]
  }
}

/// A date and time as a page writes them: the order of day, month and year is
/// a matter of the system's settings.
struct AnsweredTime: Hashable, Sendable {
  private let date: [Int]
  private let hour: Int
  private let minute: Int

  /// The date and time of a line.
  init(_ time: LocalTime) {
    let fields = time.fields
    date = [fields.year % 100, fields.month, fields.day].sorted()
    hour = fields.hour
    minute = fields.minute
  }

  /// Parses `25/11/2026 10:15`, also in other orders and with other signs; nil
  /// for anything else.
  init?(_ text: String) {
    var numbers: [Int] = []
    var digits = 0
    var number = 0
    var signBehindHour: UInt8?
    for byte in Array(text.utf8) + [0] {
      if 0x30...0x39 ~= byte {
        digits += 1
        guard digits <= 4 else { return nil }
        number = number * 10 + Int(byte - 0x30)
      } else if digits > 0 {
        numbers.append(number)
        if numbers.count == 4 { signBehindHour = byte }
        (digits, number) = (0, 0)
      }
    }
    guard
      numbers.count >= 5, signBehindHour == UInt8(ascii: ":"),
      numbers[3] < 24, numbers[4] < 60
    else { return nil }
    date = numbers[..<3].map { $0 % 100 }.sorted()
    minute = numbers[4]
    let words = text.lowercased()
    hour =
      words.contains("pm")
      ? numbers[3] % 12 + 12
      : words.contains("am") ? numbers[3] % 12 : numbers[3]
  }
}
