import Glibc

/// The columns of the terminal on a stream; nil where there is none, or none
/// that is wide enough to wrap for.
func columns(of stream: Int32) -> Int? {
  var size = winsize()
  guard
    isatty(stream) == 1, ioctl(stream, UInt(TIOCGWINSZ), &size) == 0,
    size.ws_col > 20
  else { return nil }
  return Int(size.ws_col)
}

extension String {
  /// Wraps the text at spaces to the width of the terminal on a stream;
  /// unchanged if there is none.
  func wrapped(for stream: Int32) -> String {
    columns(of: stream).map(wrappedInPlace(to:)) ?? self
  }

  /// Wraps the text at spaces; continuation lines are indented like the first.
  func wrappedInPlace(to width: Int) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > width ? $0.wrappedInPlace(to: width) : String($0) }
      .joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func wrappedInPlace(to width: Int) -> String {
    let indent = String(prefix { $0 == " " }.prefix(width / 2))
    var lines: [String] = []
    var line = indent
    var isBegun = false
    // Spaces within a line are kept, as between the columns of a table.
    for word in dropFirst(indent.count).split(
      separator: " ", omittingEmptySubsequences: false)
    {
      let blank = isBegun ? 1 : 0
      if isBegun, line.count + blank + word.count > width, !word.isEmpty {
        lines.append(line)
        line = indent + word
        continue
      }
      // Spaces at the beginning of a continuation line are dropped.
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
