internal import CNcurses
import Glibc

/// A look at the terminal, without opening it.
package struct TerminalSurvey: Hashable, Sendable {
  /// The terminal type, as `TERM` has it.
  package let kind: String
  /// The size of its screen.
  package let size: Size
  /// True if it takes UTF-8.
  package let isUnicode: Bool
  /// The number of its colors; 0 for none.
  package let colorCount: Int

  /// Creates the result of a look.
  package init(kind: String, size: Size, isUnicode: Bool, colorCount: Int) {
    self.kind = kind
    self.size = size
    self.isUnicode = isUnicode
    self.colorCount = colorCount
  }
}

extension Terminal {
  /// Looks at the terminal of standard output; nothing is written to it.
  ///
  /// - Throws: ``TerminalError``.
  package static func survey() throws(TerminalError) -> TerminalSurvey {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let colorCount = colorCount(of: kind) else {
      throw .unknownKind(kind)
    }
    return TerminalSurvey(
      kind: kind, size: reportedSize() ?? Size(columns: 80, rows: 24),
      isUnicode: setLocale(), colorCount: colorCount)
  }

  /// Returns the number of colors of a terminal type; nil if the type is
  /// unknown, or can't move the cursor.
  ///
  /// Called before curses starts, which would write to the terminal.
  static func colorCount(of kind: String) -> Int? {
    var status: Int32 = 0
    guard
      !kind.isEmpty, setupterm(kind, STDOUT_FILENO, &status) == OK
    else { return nil }
    defer { del_curterm(set_curterm(nil)) }
    guard tigetstr("cup") != nil else { return nil }
    return max(Int(tigetnum("colors")), 0)
  }
}
