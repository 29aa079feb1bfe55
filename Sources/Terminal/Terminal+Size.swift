import Glibc

// The size of the terminal; a serial line may report any value.
extension Terminal {
  /// Returns the size that the terminal reports; nil if it is unknown.
  static func reportedSize() -> Size? {
    var present = winsize()
    guard
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &present) == 0,
      present.ws_col > 0, present.ws_row > 0
    else { return nil }
    return Size(columns: Int(present.ws_col), rows: Int(present.ws_row))
  }

  /// Limits the size that curses sees, since it allocates memory for each cell;
  /// must be called before curses starts.
  static func limitSize() {
    // A size in the environment would override the terminal's own.
    unlimitSize()
    guard let size = reportedSize(), size != size.limited else { return }
    setenv("LINES", "\(size.limited.rows)", 1)
    setenv("COLUMNS", "\(size.limited.columns)", 1)
  }

  /// Reverts ``limitSize()``.
  static func unlimitSize() {
    unsetenv("LINES")
    unsetenv("COLUMNS")
  }
}

extension Size {
  /// The maximum number of columns and of rows: more than any screen has.
  static let maximum = 1_000

  /// The size cut to the maximum.
  var limited: Size {
    Size(columns: min(columns, Self.maximum), rows: min(rows, Self.maximum))
  }
}
