import Scanning
import Terminal

/// Knows a scan by how fast it is typed, where a scanner adds no Enter.
///
/// A scanner needs 20 ms for a character at most, and nobody types six
/// characters as fast. What comes over a slow line in bunches is as fast on the
/// whole: so all of them are timed, and not each by itself.
struct ScanTiming {
  /// How long nothing has to come after a scan, in milliseconds.
  static let silence = 80

  private static let leastCount = 6
  private static let longestGap = Duration.milliseconds(20)

  private let suffix: ScannerRules.Suffix
  private var count = 0
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?
  /// Whether a scan has ended with Enter or Tab.
  private var hasSuffix = false

  init(_ suffix: ScannerRules.Suffix) {
    self.suffix = suffix
  }

  /// Whether silence would end a scan now.
  var awaitsSilence: Bool {
    switch suffix {
    case .none: isScan
    case .auto: isScan && !hasSuffix
    case .enter, .tab: false
    }
  }

  private var isScan: Bool {
    guard count >= Self.leastCount, let first, let last else { return false }
    return first.duration(to: last) <= Self.longestGap * (count - 1)
  }

  /// Takes what has come, at a moment; what was waited for and did not come is
  /// told as ``Event/tick``.
  ///
  /// - Returns: the same with the ends of scans as Enter, or as a pause.
  mutating func take(
    _ events: [Event], at now: ContinuousClock.Instant
  ) -> [Event] {
    events.map { event in
      switch event {
      case .key(.character):
        add(at: now)
        return event
      case .key(.enter), .key(.tab):
        defer { end() }
        guard isScan else { return event }
        hasSuffix = true
        return suffix == .auto ? .key(.enter) : event
      case .tick:
        defer { end() }
        return awaitsSilence ? .pause : event
      // They come in the middle of a scan too.
      case .resize, .click, .wheel, .dropped: return event
      default:
        end()
        return event
      }
    }
  }

  private mutating func add(at now: ContinuousClock.Instant) {
    if let last, last.duration(to: now) >= .milliseconds(Self.silence) {
      end()
    }
    first = first ?? now
    last = now
    count += 1
  }

  private mutating func end() {
    count = 0
    first = nil
    last = nil
  }
}
