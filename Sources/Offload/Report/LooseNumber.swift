extension ReportHeads {
  /// Returns the range of words that may announce a number: any with a colon,
  /// or known ones without.
  static func looseLabel(
    in text: String, from start: String.Index
  ) -> Range<String.Index>? {
    var place = start
    while let blank = text[place...].firstIndex(of: " ") {
      place = text.index(after: blank)
      guard text[place...].prefix(while: { $0 != " " }).looksLikeNumber else {
        continue
      }
      var before = text[start..<blank]
      if let last = before.last, last == ":" || last == "：" {
        before.removeLast()
        while before.last == " " { before.removeLast() }
        if before.last?.isLetter == true, !LineTag.isWord(atEndOf: before) {
          return before.startIndex..<place
        }
      } else if numberLabel(atEndOf: before) != nil {
        return before.startIndex..<place
      }
    }
    return nil
  }
}

extension Substring {
  /// True if a word may be a number, or part of one.
  fileprivate var looksLikeNumber: Bool {
    let letters = filter(\.isLetter)
    return contains { $0.isASCII && $0.isNumber }
      || letters.utf8.count > 2 && letters.allSatisfy { $0.isUppercase }
  }
}

extension String {
  /// The number that may be meant at the end of an unknown message; nil if none
  /// is.
  var looseNumber: String? {
    var found: String?
    var place = startIndex
    while let label = ReportHeads.looseLabel(in: self, from: place) {
      found = String(self[label.upperBound...])
      place = label.upperBound
    }
    return found
  }

  /// The number at the end of a sentence in a row that nothing else marks as a
  /// message.
  var looseNumberOfSentence: String? {
    guard let number = looseNumber else { return nil }
    let words = dropLast(number.count)
    guard
      let end = words.lastIndex(where: { ".!(".contains($0) }),
      words[..<end].count(where: { $0 == " " }) > 0
    else { return nil }
    return number
  }

  /// The numbers that may be meant in an unknown message, the likeliest first.
  var looseNumbers: [String] {
    var numbers: [String] = []
    if let number = looseNumber {
      let first = number.prefix { $0 != " " }
      numbers = [
        number, number.withoutPunctuation, String(first).withoutPunctuation,
      ]
    }
    let words = split(separator: " ").suffix(16).map {
      String($0).withoutPunctuation
    }
    return numbers + words.filter { $0[...].looksLikeNumber }.suffix(8)
  }
}
