import Glibc

extension String {
  /// The lines of the text, broken at blanks where a terminal on the stream
  /// would break them within a word; as it is where the stream is none.
  func wrapped(for stream: Int32) -> String {
    guard isatty(stream) == 1 else { return self }
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
      return self
    }
    return wrapped(to: Int(size.ws_col))
  }

  /// The lines of the text, broken at blanks where they are longer; what is
  /// broken goes on below the line's first word.
  func wrapped(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > width ? $0.wrapped(to: width) : String($0) }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func wrapped(to width: Int) -> String {
    let indent = String(prefix { $0 == " " }.prefix(width / 2))
    var lines: [String] = []
    var line = indent
    var isBegun = false
    // Blanks within a line stay, as between the columns of a table.
    for word in dropFirst(indent.count).split(
      separator: " ", omittingEmptySubsequences: false)
    {
      let blank = isBegun ? 1 : 0
      if isBegun, line.count + blank + word.count > width, !word.isEmpty {
        lines.append(line)
        line = indent + word
        continue
      }
      // Blanks that lead to the next line are not needed there.
      if isBegun || !word.isEmpty || lines.isEmpty {
        line += (isBegun ? " " : "") + word
      }
      isBegun = true
    }
    return (lines + [line]).map { line in
      var line = line[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
