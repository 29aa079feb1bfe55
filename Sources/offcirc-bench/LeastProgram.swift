import Foundation

/// The least full-screen program in C, which shows what curses alone takes.
enum LeastProgram {
  /// The text that it paints.
  static let text = "ready"

  /// Compiles the program; nil if there is no compiler.
  static func build(in folder: String) throws -> String? {
    guard let compiler = Child.path(of: "cc") else { return nil }
    let program = folder + "/least"
    try source.write(
      toFile: program + ".c", atomically: false, encoding: .utf8)
    _ = try Command(
      compiler, "-O2", "-o", program, program + ".c", "-lncursesw"
    ).output()
    return program
  }

  private static let source = """
    #include <curses.h>
    #include <locale.h>

    int main(void) {
      setlocale(LC_ALL, "");
      initscr();
      raw();
      noecho();
      keypad(stdscr, TRUE);
      mvaddstr(0, 0, "\(text)");
      refresh();
      getch();
      return endwin();
    }

    """
}
