import Terminal

/// Tells a key that is held down from one that is pressed again.
///
/// No terminal says that a key was released. A keyboard repeats a key that is
/// held after 250 to 750 ms, and then every 20 to 100 ms.
struct HeldKey {
  /// The kinds of strokes of a key.
  enum Stroke {
    /// The key was pressed.
    case press
    /// The key is held down, or was pressed too soon to tell.
    case echo
    /// The key is held down, and so it was at the stroke before, which came so
    /// late that it was taken for a press.
    case echoOfLatePress
  }

  /// The most time between two strokes of a key that is held.
  static let longestEcho = Duration.milliseconds(100)

  private static let longestDelay = Duration.milliseconds(800)

  private var key: Key?
  private var last: ContinuousClock.Instant?
  private var gap: Duration?

  /// Takes notice of what happens: a key that is held is followed by itself.
  mutating func see(_ event: Event) {
    switch event {
    case .key(let key) where key == self.key: break
    case .key(let key): self = HeldKey(key: key)
    case .click, .paste, .burst: self = HeldKey()
    case .wheel, .resize, .dropped, .tick, .end: break
    }
  }

  /// Takes a stroke of the key that was seen last.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - least: how long after the last stroke another one is a press.
  /// - Returns: what it is.
  mutating func stroke(
    at now: ContinuousClock.Instant, after least: Duration
  ) -> Stroke {
    let delay = gap
    gap = last.map { $0.duration(to: now) }
    last = now
    guard let gap, gap < least else { return .press }
    guard gap <= Self.longestEcho, let delay, delay >= least else {
      return .echo
    }
    return delay < Self.longestDelay ? .echoOfLatePress : .echo
  }
}
