import Glibc

// How large the terminal is; a serial line may answer anything.
extension Terminal {
  /// What the terminal says of its size; nil if it does not know.
  static func askedSize() -> Size? {
    var present = winsize()
    guard
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &present) == 0,
      present.ws_col > 0, present.ws_row > 0
    else { return nil }
    return Size(columns: Int(present.ws_col), rows: Int(present.ws_row))
  }

  /// Lets curses, which makes room for each cell, know no larger screen than
  /// any is; to be called before it is started.
  static func limitSize() {
    // A size in the environment would stand against the terminal's own.
    unlimitSize()
    guard let size = askedSize(), size != size.limited else { return }
    setenv("LINES", "\(size.limited.rows)", 1)
    setenv("COLUMNS", "\(size.limited.columns)", 1)
  }

  /// Takes back what ``limitSize()`` has told.
  static func unlimitSize() {
    unsetenv("LINES")
    unsetenv("COLUMNS")
  }
}

extension Size {
  /// More columns, and more rows, than any screen has.
  static let most = 1_000

  /// The part of the screen that is drawn on.
  var limited: Size {
    Size(columns: min(columns, Self.most), rows: min(rows, Self.most))
  }
}
