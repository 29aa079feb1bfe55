// Breaking by bytes, of text in which each scalar is one character: as nearly
// all is, and in a fraction of the time.
extension String {
  /// Breaks the text as ``wrapped(to:first:rest:)`` does; nil if a character
  /// may be more than one scalar.
  func plainlyWrapped(
    to width: Int, first: String, rest: String
  ) -> [String]? {
    guard
      plainWidth != nil, let firstWidth = first.plainWidth,
      let restWidth = rest.plainWidth
    else { return nil }
    var lines: [String] = []
    var line = Array(first.utf8)
    var lineWidth = firstWidth
    var isBegun = false
    for word in Array(utf8).boundWords {
      let wordWidth = word.plainCount
      if isBegun, lineWidth + 1 + wordWidth > width {
        lines.append(String(decoding: line, as: UTF8.self))
        line = Array(rest.utf8)
        lineWidth = restWidth
        isBegun = false
      }
      if isBegun { line.append(UInt8(ascii: " ")) }
      line += word
      lineWidth += wordWidth + (isBegun ? 1 : 0)
      isBegun = true
    }
    return lines + [String(decoding: line, as: UTF8.self)]
  }

  /// The number of characters; nil if one may be more than one scalar.
  private var plainWidth: Int? {
    var width = 0
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      // Together with a line feed, it is one character.
      case 0x0d: return nil
      case ..<0x80: break
      // Up to U+02FF: the marks that join a letter come after it.
      case 0xc2...0xcb: _ = bytes.next()
      // From U+2010 to U+203F: dashes, quotation marks, the ellipsis.
      case 0xe2:
        guard bytes.next() == 0x80, let last = bytes.next(), last >= 0x90
        else { return nil }
      default: return nil
      }
      width += 1
    }
    return width
  }
}

extension [UInt8] {
  /// The words, each with the punctuation marks that French sets apart from
  /// it.
  fileprivate var boundWords: [[UInt8]] {
    var words: [[UInt8]] = []
    for word in split(separator: UInt8(ascii: " ")) {
      if !words.isEmpty, words[words.count - 1].endsWithMark || word.isMark {
        words[words.count - 1].append(UInt8(ascii: " "))
        words[words.count - 1] += word
      } else {
        words.append(Array(word))
      }
    }
    return words
  }

  /// True if it ends with `«`.
  private var endsWithMark: Bool {
    count > 1 && self[count - 2] == 0xc2 && self[count - 1] == 0xab
  }

  /// The number of scalars.
  fileprivate var plainCount: Int { count { $0 & 0xc0 != 0x80 } }
}

extension ArraySlice<UInt8> {
  /// True if it begins with a mark that belongs to the word before.
  fileprivate var isMark: Bool {
    switch first {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"),
      UInt8(ascii: "!"):
      true
    case 0xc2: dropFirst().first == 0xbb
    default: false
    }
  }
}
