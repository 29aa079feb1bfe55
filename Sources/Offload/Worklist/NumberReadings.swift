import Circulation

extension JobReport {
  /// The report with the numbers of its messages as the uploaded file has them:
  /// of those whose end the report leaves open, the one that is in the file.
  ///
  /// A page too narrow for a number with blanks breaks it, and a person ends a
  /// sentence with a full stop. Only the file tells what is of the number; where
  /// it does not, the message stays as it is.
  ///
  /// - Throws: ``FileFailure``.
  func fitted(
    to file: String, with fileSystem: any FileSystem
  ) throws(FileFailure) -> JobReport {
    let readings = messages.map(\.readings)
    guard readings.contains(where: { !$0.isEmpty }) else { return self }
    let numbers = messages.compactMap(\.said.number)
    var lines = ReportedLines(
      lines: Set(messages.compactMap(\.line)),
      numbers: Set(numbers + readings.joined().map(\.number)))
    try fileSystem.forEachLine(ofInput: file) { lines.add($0, $1) }
    var report = self
    for (place, message) in messages.enumerated()
    where !lines.have(message.said, message.line) {
      let fitting = readings[place].first {
        lines.have(message.said.naming($0.number), message.line)
      }
      guard let fitting else { continue }
      report.messages[place] = Message(
        message, text: fitting.text, naming: fitting.number)
    }
    return report
  }
}

extension JobReport.Message {
  /// A number that may be meant, and the message with all of it.
  struct Reading {
    let number: String
    let text: String
  }

  /// The numbers that may be meant beside the one that was read, the likeliest
  /// first.
  fileprivate var readings: [Reading] {
    guard let number = said.number else { return [] }
    var wholes = [(number, text)]
    var longest = wholes
    for part in tail {
      // Broken at a blank, or within what has none.
      longest = longest.flatMap {
        [($0.0 + " " + part, $0.1 + " " + part), ($0.0 + part, $0.1 + part)]
      }
      wholes += longest
    }
    var readings: [Reading] = []
    func add(_ reading: String, _ text: String) {
      if reading != number, !reading.isEmpty {
        readings.append(Reading(number: reading, text: text))
      }
    }
    for (whole, text) in wholes {
      add(whole, text)
      add(whole.withoutPunctuation, text)
    }
    // A page may set a part of the number off.
    add(number.filter { $0 != " " }, text)
    // Words may follow on the same line; only a line tells a part of a number
    // from them.
    let words = number.split(separator: " ")
    for count in (1..<max(words.count, 1)).reversed().prefix(8) {
      let hasWord = words[count...].contains { $0.count(where: \.isLetter) > 2 }
      if line != nil || hasWord {
        let start = words.prefix(count).joined(separator: " ")
        add(start, text)
        add(start.withoutPunctuation, text)
      }
    }
    return readings
  }
}

extension ReportedLines {
  /// Whether a message can be said of the line, or without one of any.
  fileprivate func have(_ said: ReportMessage, _ line: Int?) -> Bool {
    guard let line else {
      return said.number.flatMap { byNumber[$0] }?
        .contains { said.isAbout($0.transaction) } == true
    }
    guard case .success(let transaction)? = asked[line] else { return false }
    return said.isAbout(transaction)
  }
}

extension String {
  /// The text without what a sentence, a quotation or a mail on the wire puts
  /// around a number.
  fileprivate var withoutPunctuation: String {
    var text = self[...]
    while text.hasSuffix("=20") { text = text.dropLast(3) }
    while let last = text.last, Self.signs.contains(last) { text.removeLast() }
    while let first = text.first, Self.signs.contains(first) {
      text.removeFirst()
    }
    return String(text).tidied
  }

  private static let signs: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "„", "«", "»", "‘", "’",
    "`", "*", "_", "(", ")", "[", "]", "<", ">", "|", "\\", "=", " ",
  ]
}
