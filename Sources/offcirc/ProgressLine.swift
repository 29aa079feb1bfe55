import Glibc
import Station

/// A line on the terminal that says how far a long piece of work has come: drawn
/// anew a few times a second, and gone when the work is done.
///
/// It is on standard error, and only there is a terminal.
final class ProgressLine {
  private let words: any Words
  private let isOnTerminal: Bool
  private let now: () -> ContinuousClock.Instant
  private let write: (String) -> Void
  private var next: ContinuousClock.Instant
  private var width = 0

  init(
    _ words: any Words, isOnTerminal: Bool = isatty(STDERR_FILENO) == 1,
    now: @escaping () -> ContinuousClock.Instant = { .now },
    write: @escaping (String) -> Void = overwriteLine
  ) {
    self.words = words
    self.isOnTerminal = isOnTerminal
    self.now = now
    self.write = write
    // What is done at once needs no word.
    next = now() + .milliseconds(500)
  }

  /// Shows how much is done, in bytes, if it is time to.
  func show(_ done: Int, of all: Int) {
    let now = now()
    guard isOnTerminal, now >= next, all > 0 else { return }
    next = now + .milliseconds(200)
    let text = words.progress(
      percent: done * 100 / all, ofMegabytes: (all + 999_999) / 1_000_000)
    write(text.padded(to: width))
    width = text.count
  }

  /// Takes the line away; it comes back when more is done.
  func erase() {
    guard width > 0 else { return }
    write(String(repeating: " ", count: width))
    write("")
    width = 0
  }
}
