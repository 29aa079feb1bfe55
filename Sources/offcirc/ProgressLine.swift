import Glibc
import Languages
import Offload
import Station
import Typesetting

/// A progress line on the terminal, updated a few times a second and erased at
/// the end.
///
/// Written to standard error, if that is a terminal.
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
    // Fast work needs no progress line.
    next = now() + .milliseconds(500)
  }

  /// Shows the bytes done, unless the last update is too recent.
  func show(_ done: Int, of all: Int) {
    let now = now()
    guard isOnTerminal, now >= next, all > 0 else { return }
    next = now + .milliseconds(200)
    let text = words.progress(
      percent: done * 100 / all, ofMegabytes: (all + 999_999) / 1_000_000)
    write(text.padded(to: width))
    width = text.count
  }

  /// Erases the line; the next update restores it.
  func erase() {
    guard width > 0 else { return }
    write(String(repeating: " ", count: width))
    write("")
    width = 0
  }
}
