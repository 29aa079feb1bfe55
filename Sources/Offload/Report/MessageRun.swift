/// Several messages in one line: a table that lost its line ends.
enum MessageRun {
  /// Splits a row into pieces with one message each; nil if it has only one.
  ///
  /// If it is loose, unknown words may announce a number.
  static func pieces(of row: [String], isLoose: Bool = false) -> [String]? {
    let text = row.filter { !$0.isEmpty }.joined(separator: " ")
    if let end = endOfHead(in: text), end < text.endIndex {
      let rest = String(text[end...]).collapsingWhitespace
      guard LineTag(rest) != nil || ReportMessage.isBeginning(rest) else {
        return nil
      }
      return [String(text[..<end]), rest]
    }
    let colons = text.utf8.count { $0 == 0x3a || $0 == 0xef }
    guard isLoose || colons > 1 else { return nil }
    func label(from place: String.Index) -> Range<String.Index>? {
      isLoose
        ? ReportHeads.looseLabel(in: text, from: place)
        : ReportHeads.numberLabel(in: text, from: place)
    }
    var pieces: [String] = []
    var start = text.startIndex
    var following = label(from: start)
    while let here = following {
      following = label(from: here.upperBound)
      guard let next = following else { break }
      let end = isLoose ? next.upperBound : next.lowerBound
      guard
        let begin = beginning(
          in: text[here.upperBound..<end], after: pieces.count + 1,
          isLoose: isLoose)
      else { continue }
      pieces.append(String(text[start..<begin]).collapsingWhitespace)
      start = begin
    }
    guard !pieces.isEmpty else { return nil }
    return pieces + [String(text[start...])]
  }

  /// Returns the index of the next message, including its line number, after
  /// the number of the one before.
  private static func beginning(
    in text: Substring, after count: Int, isLoose: Bool
  ) -> String.Index? {
    var known: String.Index?
    var hasNumber = false
    var place = text.startIndex
    while place < text.endIndex {
      let end = text[place...].firstIndex(of: " ") ?? text.endIndex
      if hasNumber, end > place {
        let rest = String(text[place...])
        if let tag = LineTag(rest), tag.rest.first?.isLetter == true,
          tag.others.isEmpty || tag.isNamed,
          isBeginning(tag, of: rest, after: count)
        {
          return place
        }
        if known == nil {
          let words = isLoose ? rest[...].withoutBullets : rest[...]
          if ReportMessage.isBeginning(String(words))
            || isLoose && words.isSentence
          {
            known = place
          }
        }
      }
      hasNumber = hasNumber || end > place
      place = end < text.endIndex ? text.index(after: end) : end
    }
    return known
  }

  /// Returns true if the whole tag belongs to the next message: a number before
  /// a word for "line" belongs to the message before, unless it counts
  /// messages.
  private static func isBeginning(
    _ tag: LineTag, of text: String, after count: Int
  ) -> Bool {
    guard tag.isNamed, let number = LineNumber(at: text[...]) else {
      return true
    }
    return number.value == count + 1
  }

  /// Returns the end of the two column headers at the beginning of a text; nil
  /// if they are not there.
  static func endOfHead(in text: String) -> String.Index? {
    // No head begins with a digit, as most rows do.
    if let first = text.utf8.first, 0x30...0x39 ~= first { return nil }
    let first = text.prefix(24).prefix { $0 != " " }.lowercased()
    guard ReportHeads.firstWordsOfLine.contains(first) else { return nil }
    let beginning = text.prefix(64).lowercased()
    guard
      let line = ReportHeads.line.filter({ beginning.hasPrefix($0 + " ") })
        .max(by: { $0.count < $1.count })
    else { return nil }
    let rest = beginning.dropFirst(line.count + 1)
    let message = ReportHeads.message.filter {
      rest == $0 || rest.hasPrefix($0 + " ")
    }.max { $0.count < $1.count }
    guard let message else { return nil }
    return text.index(
      text.startIndex, offsetBy: line.count + 1 + message.count,
      limitedBy: text.endIndex)
  }

  /// Returns a known message after other words, and the line number named in
  /// them.
  static func known(in text: String) -> (line: Int?, text: String)? {
    guard
      text.utf8.contains(0x3a), let start = ReportMessage.beginning(in: text)
    else { return nil }
    var words = text[..<start].split(separator: " ").suffix(4)
    while !words.isEmpty {
      let tag = LineTag(words.joined(separator: " "))
      if let tag, tag.isNamed, tag.rest.isEmpty {
        return (tag.line, String(text[start...]))
      }
      words.removeFirst()
    }
    return (nil, String(text[start...]))
  }
}

extension Substring {
  /// True if it begins like a sentence, with one capital letter.
  fileprivate var isSentence: Bool {
    first?.isUppercase == true && dropFirst().first?.isLowercase == true
  }
}
