import Terminal

/// Distinguishes a key that is held down from one that is pressed again.
///
/// No terminal says that a key was released. A keyboard repeats a key that is
/// held after a quarter of a second to a second, and then every 20 to 100 ms;
/// some can be set to every half second.
struct HeldKey {
  /// The kinds of strokes of a key.
  enum Stroke {
    /// The key was pressed.
    case press
    /// The key is held down, or was pressed too soon to tell.
    case autoRepeat
    /// The key is held down, and so it was at the stroke before, which came so
    /// late that it was taken for a press.
    case lateAutoRepeat
  }

  /// The most time between two strokes of a key that is held.
  static let maximumRepeatInterval = Duration.milliseconds(100)

  /// The longest time before a key that is held is repeated; the keyboards of
  /// Windows, and `kbdrate`, can be set to a second.
  private static let maximumRepeatDelay = Duration.milliseconds(1_100)

  /// The key, or where the mouse's button was pressed.
  private var pressed: Event?
  private var last: ContinuousClock.Instant?
  private var gap: Duration?

  /// Observes an event: a key that is held is followed by itself.
  mutating func observe(_ event: Event) {
    switch event {
    case .key, .click: if event != pressed { self = HeldKey(pressed: event) }
    case .paste, .burst: self = HeldKey()
    case .wheel, .otherMouse, .resize, .dropped, .tick, .end: break
    }
  }

  /// Takes a stroke of the key that was seen last.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - minimum: how long after the last stroke another one is a press.
  /// - Returns: what it is.
  mutating func stroke(
    at now: ContinuousClock.Instant, after minimum: Duration
  ) -> Stroke {
    let delay = gap
    gap = last.map { $0.duration(to: now) }
    last = now
    guard let gap, gap < minimum else { return .press }
    guard gap <= Self.maximumRepeatInterval, let delay, delay >= minimum else {
      return .autoRepeat
    }
    return delay < Self.maximumRepeatDelay ? .lateAutoRepeat : .autoRepeat
  }
}
