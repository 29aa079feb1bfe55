extension String {
  /// Breaks the text into lines of at most so many characters, between words;
  /// a line feed begins a new line.
  ///
  /// A word that is longer than a line is broken.
  package func wrapped(to width: Int) -> [String] {
    let width = max(width, 1)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.wrapped(to: width) }
  }

  /// Breaks the text into at most so many lines; the last one ends with an
  /// ellipsis if there is more.
  package func wrapped(to width: Int, maximum: Int) -> [String] {
    let all = wrapped(to: width)
    var lines = Array(all.prefix(max(maximum, 0)))
    if all.count > lines.count, let last = lines.popLast() {
      lines.append(last.prefix(max(width - 2, 0)) + " …")
    }
    return lines
  }

  /// Breaks the text into lines that begin with `first`, then with `rest`.
  ///
  /// A word that is longer than a line stays whole: a path can be copied.
  package func wrapped(
    to width: Int, first: String, rest: String
  ) -> [String] {
    // As most cells of a table do.
    if isSingleSpaced, first.columnCount + utf8.count <= width {
      return [first + self]
    }
    return plainlyWrapped(to: width, first: first, rest: rest)
      ?? wrappedByCharacters(to: width, first: first, rest: rest)
  }

  /// Breaks the text as ``wrapped(to:first:rest:)`` does, whatever its
  /// characters are made of.
  func wrappedByCharacters(
    to width: Int, first: String, rest: String
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isBegun = false
    for word in self[...].boundWords {
      if isBegun, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isBegun = false
      }
      line += (isBegun ? " " : "") + word
      isBegun = true
    }
    return lines + [line]
  }

  /// Returns the text, padded with spaces to a width.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - columnCount, 0))
  }

  /// The text, or its beginning and an ellipsis if it is longer than a width.
  package func shortened(to width: Int) -> String {
    count <= width ? self : prefix(max(width - 1, 0)) + "…"
  }

  /// True if the text is printable ASCII with single spaces between words, and
  /// none around them.
  package var isSingleSpaced: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      guard 0x20...0x7e ~= byte, byte != UInt8(ascii: " ") || byte != last
      else { return false }
      last = byte
    }
    return last != UInt8(ascii: " ") || isEmpty
  }

  /// The number of columns that the text takes; counted by bytes where it is
  /// printable ASCII, as most cells of tables are.
  package var columnCount: Int {
    utf8.allSatisfy { 0x20...0x7e ~= $0 } ? utf8.count : count
  }

  /// The text with a capital at its start.
  package var capitalizedAtStart: String {
    prefix(1).uppercased() + dropFirst()
  }

  /// The text with a small letter at its start.
  package var uncapitalizedAtStart: String {
    prefix(1).lowercased() + dropFirst()
  }

  /// The text without the spaces at its end.
  package var trimmedAtEnd: String {
    // Most have none.
    guard utf8.last == UInt8(ascii: " ") else { return self }
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Substring {
  fileprivate func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in boundWords {
      var word = word[...]
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + [line]
  }

  /// The words, each with the punctuation marks that French sets apart from
  /// it.
  package var boundWords: [String] {
    var words: [String] = []
    for word in split(separator: " ") {
      let isAfterMark = words.last?.last == "«"
      if isAfterMark || word.first.map(":;?!»".contains) ?? false,
        let last = words.popLast()
      {
        words.append(last + " " + word)
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}
