import Circulation

extension JobReport {
  /// Returns the report with ambiguous numbers resolved by the uploaded file.
  ///
  /// A narrow page wraps a number at a space, and a person ends a sentence with
  /// a full stop: only the file can tell what belongs to the number. If it
  /// can't, the message stays as it is.
  ///
  /// - Throws: ``FileError``.
  func fitted(
    to file: String, with fileSystem: any FileSystem
  ) throws(FileError) -> JobReport {
    if let answer { return try fitted(answer, to: file, with: fileSystem) }
    let readings = messages.map(\.readings)
    guard
      readings.contains(where: { !$0.isEmpty })
        || messages.contains(where: {
          $0.isCounted || !$0.otherLines.isEmpty || !$0.numbers.isEmpty
            || $0.lacksNumber
        })
    else { return self }
    let numbers = messages.compactMap(\.said.number)
    let places = messages.flatMap { [$0.line] + $0.otherLines }
    var lines = ReportedLines(
      lines: Set(places.compactMap(\.self)),
      numbers: Set(numbers + readings.joined().map(\.number)))
    try fileSystem.forEachLine(ofUpload: file) { lines.add($0, $1) }
    var report = self
    var misfitCount = 0
    for (place, message) in messages.enumerated() {
      let fitting = lines.fitting(
        message, [message.line] + message.otherLines, readings[place])
      if let fitting { report.messages[place] = fitting }
      if fitting == nil, message.isCounted { misfitCount += 1 }
    }
    guard misfitCount > 0 else { return report }
    // These numbers count messages, not lines: match by number only.
    for (place, message) in messages.enumerated() {
      report.messages[place] =
        lines.fitting(message, [nil], readings[place])
        ?? Message(
          message, line: nil, text: message.text, naming: message.said.number)
    }
    return report
  }
}

extension JobReport.Message {
  /// True for the message of a system that tells only the line.
  fileprivate var lacksNumber: Bool {
    said.number == nil && line != nil && SystemMessage.found(in: text) != nil
  }

  /// A possible reading: a number, and the message text that includes it.
  struct Reading {
    let number: String
    let text: String
  }

  /// The possible readings other than the current one, the likeliest first.
  fileprivate var readings: [Reading] {
    guard let number = said.number else {
      // In an unknown message any number may be the one.
      return (tail + text.looseNumbers).map { Reading(number: $0, text: text) }
    }
    // Nothing could be read otherwise in it.
    if tail.isEmpty, number.utf8.allSatisfy(\.isLetterOrDigit) { return [] }
    var wholes = [(number, text)]
    var longest = wholes
    for part in tail {
      // Wrapped at a space, or inside a word.
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
    // A page may separate part of the number with spaces.
    add(number.filter { $0 != " " }, text)
    add(number.withoutSlashes.withoutPunctuation, text)
    // Words may follow on the same line; only a line of the file can tell them
    // from the number.
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
  /// Returns a message as a line confirms it; nil if none does.
  fileprivate func fitting(
    _ message: JobReport.Message, _ places: [Int?],
    _ readings: [JobReport.Message.Reading]
  ) -> JobReport.Message? {
    if message.lacksNumber, let line = message.line,
      case .success(let transaction)? = asked[line]
    {
      return JobReport.Message(
        message, line: line, text: message.text,
        naming: message.said.naming(oneOf: transaction).number)
    }
    for line in places {
      if message.said.number != nil, have(message.said, line) {
        return JobReport.Message(
          message, line: line, text: message.text, naming: message.said.number)
      }
      let fitting = readings.first {
        have(message.said.naming($0.number), line)
      }
      if let fitting {
        return JobReport.Message(
          message, line: line, text: fitting.text, naming: fitting.number)
      }
      // The column may hold the line's other number, or the number as a
      // spreadsheet has reformatted it.
      if let line, case .success(let transaction)? = asked[line],
        let number = message.numberInColumn(of: transaction)
      {
        return JobReport.Message(
          message, line: line, text: message.text, naming: number)
      }
    }
    return nil
  }

  /// Returns true if the message fits the line, or any line if nil.
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
  /// The text without punctuation that a sentence, a quotation or a raw mail
  /// puts around a number.
  var withoutPunctuation: String {
    var text = self[...]
    while text.hasSuffix("=20") { text = text.dropLast(3) }
    while let last = text.last, Self.signs.contains(last) { text.removeLast() }
    while let first = text.first, Self.signs.contains(first) {
      text.removeFirst()
    }
    return String(text).collapsingWhitespace
  }

  private static let signs: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "„", "«", "»", "‘", "’",
    "`", "*", "_", "(", ")", "[", "]", "<", ">", "|", "\\", "=", " ", "{", "}",
    "@", "~",
  ]
}
