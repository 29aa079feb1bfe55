import Circulation
import Glibc

/// The program that shows a text page by page: `$PAGER`, or `less`.
struct Pager {
  private let command: String

  /// The pager that the environment names, or `less` if that is installed; nil
  /// where there is none, or where an empty `PAGER` says so.
  init?(environment: [String: String]) {
    guard let named = environment["PAGER"] else {
      let folders = (environment["PATH"] ?? "").split(separator: ":")
      guard folders.contains(where: { access("\($0)/less", X_OK) == 0 })
      else { return nil }
      command = "less"
      return
    }
    guard !named.isEmpty else { return nil }
    command = named
  }

  /// Shows a text, and returns when the reader has had enough of it.
  ///
  /// - Returns: false if the pager can't be started.
  func show(_ text: String) -> Bool {
    // A text that fits the screen is printed; the guides are UTF-8.
    setenv("LESS", "F", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    // The pager belongs to the terminal's own group of processes, as it has to
    // if it is to read keys.
    guard let pipe = popen(command, "w") else { return false }
    // Ctrl-C is the pager's.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupt) }
    // A reader who leaves early needs no more of the text.
    fputs(text, pipe)
    let status = pclose(pipe)
    // A shell says so of a command that there is not.
    return ![126, 127].contains(status >> 8 & 0xff)
  }
}
