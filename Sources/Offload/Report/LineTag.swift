/// A line number written before a message, as people and pages write it: `2`,
/// `2.`, `[2]`, `Line: 2`, `- Zeile 2:`, `Ligne n° 2 :`.
struct LineTag {
  /// The line number.
  let line: Int
  /// The alternatives to be decided by the uploaded file: another line, or nil
  /// for none.
  private(set) var others: [Int?] = []
  /// The text after the number; empty if there is none.
  let rest: String
  /// True if a word for "line" precedes the number.
  let isNamed: Bool
  /// True if more than a space separates number and text.
  let isSetApart: Bool
  /// True if it may be the number of a list entry: `1.`, `1)`.
  let isCount: Bool

  /// Parses the tag at the beginning of a text; nil if there is none.
  init?(_ text: String) {
    // Most texts are messages, which begin with words.
    if text.beginsWithWords { return nil }
    self.init(whole: text)
  }

  /// Parses the tag at the beginning of any text; nil if there is none.
  init?(whole text: String) {
    var start = text[...].withoutBullets
    if let tag = LineTag(at: start) {
      // The number of a list entry may precede a named line.
      if !tag.isNamed, let inner = LineTag(at: tag.rest[...].withoutBullets),
        inner.isNamed || tag.isCount && inner.isSetApart
          || tag.isCount && ReportMessage.isBeginning(inner.rest)
      {
        self = inner
      } else {
        self = tag
      }
      return
    }
    // A list entry with a letter: "a) Line 2: …".
    guard
      let sign = start.firstIndex(where: { ").".contains($0) }),
      start[..<sign].count == 1
    else { return nil }
    start = start[start.index(after: sign)...]
    guard let tag = LineTag(at: start.withoutBullets), tag.isNamed else {
      return nil
    }
    self = tag
  }

  private init?(at text: Substring) {
    var rest = text
    var isNamed = false
    if let word = Self.word(at: text) {
      rest = rest.dropFirst(word.count).drop { " .:=#".contains($0) }
      let number = rest.prefix(8).lowercased()
      if let sign = Self.numberSigns.first(where: { number.hasPrefix($0) }) {
        rest = rest.dropFirst(sign.count).drop { " .:=".contains($0) }
      }
      isNamed = true
    } else {
      rest = rest.drop { "#[(\"'*\\".contains($0) }
    }
    guard let number = LineNumber(at: rest) else { return nil }
    rest = rest[number.end...]
    if let next = rest.first {
      guard Self.signs.contains(next) || ReportMessage.isBeginning(String(rest))
      else { return nil }
    }
    let message = rest.drop { Self.signs.contains($0) }
    let between = rest[..<message.startIndex]
    // 24.11.2026 and 08:04 are not line numbers.
    if let first = message.first, first.isNumber, !between.contains(" ") {
      return nil
    }
    line = number.value
    if !isNamed, let other = number.behindSign { others = [other, nil] }
    self.isNamed = isNamed
    self.rest = String(message).unmarked.withoutMessageHead
    isCount = !isNamed && rest.first.map { ".)\\".contains($0) } == true
    isSetApart = between.contains { Self.strongSigns.contains($0) }
  }

  private static let strongSigns: Set<Character> = [
    ":", ";", ",", "|", "→", "\t", "~", "»", "›", "⇒", "➜", "►", "•", "·", "/",
  ]
  private static let signs = strongSigns.union(" .)]-–—>=\"'*\\")

  /// Returns the word for "line" at the beginning of a text; nil if there is
  /// none.
  private static func word(at text: Substring) -> String? {
    guard
      let first = text.first?.lowercased().first, initials.contains(first)
    else { return nil }
    let beginning = text.prefix(24).lowercased()
    return words.first { beginning.hasPrefix($0) }
  }

  /// Returns true if a text ends with a word for "line".
  static func isWord(atEndOf text: Substring) -> Bool {
    let end = text.suffix(24).lowercased()
    return words.contains { end.hasSuffix($0) }
  }

  private static let initials = Set(words.compactMap(\.first))
  /// The words that a text in ASCII may have.
  fileprivate static let asciiWords = words.filter {
    $0.utf8.allSatisfy { $0 < 0x80 }
  }

  /// The words for "line", the longest first.
  private static let words = [
    "línea", "linea", "línia", "linha", "zeile", "ligne", "linje", "linie",
    "lijn", "line", "regel", "riga", "rivi", "rad", "row", "wiersz", "řádek",
    "riadok", "satır", "sor", "строка", "γραμμή", "行", "第", "سطر", "שורה",
    "fila", "filera", "liña", "rang", "rangée", "reihe", "rij", "række",
    "rekke",
    "rząd", "rând", "redak", "vrstica", "rida", "rinda", "eilutė", "lerro",
    "errenkada", "ряд", "рядок", "ред", "σειρά", "صف", "줄", "행",
  ].sorted { $0.count > $1.count }

  private static let numberSigns = [
    "n°", "nº", "no.", "no ", "nr.", "nr ", "num.", "number", "numéro",
    "nummer", "número", "numero", "№", "#",
  ]
}

extension String {
  /// True if it begins with a Latin letter that begins neither a word for
  /// "line" nor a list entry: then it has no tag.
  var beginsWithWords: Bool {
    let start = utf8.prefix(32)
    guard let first = start.first, first.isLetter,
      start.allSatisfy({ $0 < 0x80 })
    else { return false }
    switch start.dropFirst().first {
    // A list entry with a letter, or a bullet.
    case nil, UInt8(ascii: " "), UInt8(ascii: ")"), UInt8(ascii: "."):
      return false
    default: return !LineTag.asciiWords.contains(where: hasASCIIPrefix)
    }
  }

  /// Returns true if the text begins with some words in ASCII, which have no
  /// capitals, in upper or lower case.
  func hasASCIIPrefix(_ words: String) -> Bool {
    var bytes = utf8.makeIterator()
    return words.utf8.allSatisfy { letter in
      bytes.next().map {
        $0 == letter || letter.isLetter && $0 | 0x20 == letter
      } ?? false
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}

extension Substring {
  private var withoutBlanks: Substring { drop { $0 == " " } }

  /// The text without a bullet or a check box at its beginning.
  var withoutBullets: Substring {
    var rest = withoutBlanks
    while true {
      let mark = rest.first == "\\" ? rest.dropFirst() : rest
      guard let first = mark.first, Self.bullets.contains(first) else { break }
      let next = mark.dropFirst()
      guard next.isEmpty || next.first == " " else { break }
      rest = next.withoutBlanks
    }
    for box in ["[ ] ", "[x] ", "[X] "] where rest.hasPrefix(box) {
      rest = rest.dropFirst(box.count).withoutBlanks
    }
    return rest
  }

  private static let bullets: Set<Character> = [
    "-", "*", "+", "•", "·", "‣", "▪", "▸", "►", "◦", "–", "—", "●", "○", "■",
    "□", "→", "☐", "☑", "✓", "✗", "o", "§",
  ]
}

extension String {
  /// The text without a column header before the message: `Error Message: …`.
  var withoutMessageHead: String {
    guard
      let colon = prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return self }
    let head = self[..<colon].lowercased().collapsingWhitespace
    guard ReportHeads.message.contains(head) else { return self }
    return String(self[index(after: colon)...]).collapsingWhitespace
  }
}
