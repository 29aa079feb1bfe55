import Tables

/// The meanings of cells.
enum CellValue {
  /// The words by which systems say that there is nothing.
  private static let nothing: Set<String> = [
    "none", "unknown", "null", "nil", "\\n", "unassigned location",
    "0000-00-00", "0-00-00 00:00:00", "0000-00-00 00:00:00", "n/a", "-",
  ]

  private static let firstOfNothing = Set("nNuU0-\\".utf8)

  /// Returns a text without outer blanks; nil if there is nothing in it.
  static func text(_ cell: String) -> String? {
    // Most cells have neither blanks nor a word for nothing.
    let text = cell.trimmed
    guard !text.isEmpty else { return nil }
    guard let first = text.utf8.first, Self.firstOfNothing.contains(first),
      text.utf8.count < 20
    else { return text }
    return nothing.contains(text.lowercased()) ? nil : text
  }

  /// Returns a day as `YYYY-MM-DD`, from that or from `DD/MM/YYYY`; nil if
  /// there is none.
  static func day(_ cell: String) -> String? {
    guard let text = text(cell) else { return nil }
    let parts = text.split(separator: " ").first?.split(separator: "T").first
    guard let day = parts else { return nil }
    let numbers = day.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    let (year, month, date): (String, String, String)
    if numbers.count == 1, numbers[0].count == 8 {
      let digits = numbers[0]
      year = String(digits.prefix(4))
      month = String(digits.dropFirst(4).prefix(2))
      date = String(digits.suffix(2))
    } else if numbers.count == 3, numbers[0].count == 4 {
      (year, month, date) = (numbers[0], numbers[1], numbers[2])
    } else if numbers.count == 3, numbers[2].count == 4 {
      (year, month, date) = (numbers[2], numbers[1], numbers[0])
    } else {
      return nil
    }
    guard let monthNumber = Int(month), let dayNumber = Int(date),
      1...12 ~= monthNumber, 1...31 ~= dayNumber
    else { return nil }
    return "\(year)-\(month.twoDigits)-\(date.twoDigits)"
  }

  /// The words for yes and no.
  private static let words: [String: Bool] = [
    "true": true, "yes": true, "oui": true, "vrai": true, "ja": true,
    "y": true, "x": true, "false": false, "no": false, "non": false,
    "faux": false, "nein": false, "n": false,
  ]

  /// Returns the truth that a cell states: a word, or a number other than 0;
  /// nil if it states none.
  static func truth(_ cell: String) -> Bool? {
    guard let text = text(cell) else { return nil }
    if let number = Int(text) { return number != 0 }
    return words[text.lowercased()]
  }

  /// Returns the number of a status, also of one whose name begins with it.
  static func status(_ cell: String?) -> String? {
    guard let cell, let text = text(cell) else { return nil }
    if let number = Int(text) { return String(number) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return !digits.isEmpty && text.dropFirst(digits.count).hasPrefix(". ")
      ? Int(digits).map { String($0) } : nil
  }

  /// True if a spreadsheet has rounded a number, as in `3.37E+13`.
  static func isRounded(_ cell: String) -> Bool {
    let parts = cell.uppercased().split(
      separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "+",
      parts[1].dropFirst().allSatisfy(\.isNumber), !parts[0].isEmpty
    else { return false }
    return parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      && parts[0].contains { $0 == "." || $0 == "," }
  }
}

extension String {
  fileprivate var twoDigits: String { count == 1 ? "0" + self : self }
}
