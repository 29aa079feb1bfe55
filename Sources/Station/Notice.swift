/// A line about what just happened.
package struct Notice: Hashable {
  /// The kinds of notices.
  package enum Kind: Hashable {
    /// Something to know.
    case information
    /// A transaction is on disk.
    case recorded
    /// Something that someone should look at.
    case warning
    /// Nothing was done.
    case refusal
  }

  /// The kind of notice.
  package var kind: Kind
  /// The text, which may have several lines.
  package var text: String

  /// Creates a notice.
  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// The text in so many lines of a width at most; the last one ends with a
  /// sign if there is more.
  static func wrap(_ text: String, width: Int, most: Int) -> [String] {
    let all = wrap(text, width: width)
    var lines = Array(all.prefix(max(most, 0)))
    if all.count > lines.count, let last = lines.popLast() {
      lines.append(last.prefix(max(width - 2, 0)) + " …")
    }
    return lines
  }

  /// The text in lines of a width, broken at blanks where it can be.
  ///
  /// A sign that French sets apart stays with its word.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(width, 1)
    var lines: [String] = []
    for paragraph in text.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      var words: [Substring] = []
      for word in paragraph.split(separator: " ") {
        let isAfterSign = words.last?.last == "«"
        if isAfterSign || word.first.map(":;?!»".contains) ?? false,
          let last = words.popLast()
        {
          words.append(last + " " + word)
        } else {
          words.append(word)
        }
      }
      var line = ""
      for var word in words {
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
      lines.append(line)
    }
    return lines
  }
}
