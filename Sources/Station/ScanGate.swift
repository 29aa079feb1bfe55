import Scanning
import Terminal

/// Distinguishes what a scanner sends from the keys that a hand presses, by the
/// moments at which they come.
///
/// Whatever comes at a scanner's pace is kept until it is whole, and goes on as
/// one burst, so that no key in it is performed. A key is kept until nothing has
/// followed it at that pace. That nothing followed is never worked out from a
/// clock, which a busy machine makes late: it is known when nothing has been
/// there to read for as long as ``timeout(at:)`` says.
struct ScanGate {
  typealias Instant = ContinuousClock.Instant

  /// The silence that ends a scan: keyboard-wedge scanners send a character
  /// every 7 to 16 ms, so five of them are missing by then.
  static let silence = Duration.milliseconds(80)
  /// The silence that follows a key, or a character, of a hand.
  static let hold = Duration.milliseconds(40)
  /// The longest wait of a scan's beginning for its end, on a line that halts.
  private static let maximumHalt = Duration.milliseconds(500)
  /// The maximum time of a scanner for a character, on average: a little more
  /// than the 16 ms of the slowest keyboard wedges.
  private static let maximumScannerInterval = Duration.milliseconds(20)
  /// Nobody types six characters as fast as this, on the whole.
  private static let minimumHandInterval = Duration.milliseconds(30)
  /// A key that is held down is not repeated faster.
  private static let minimumRepeatInterval = Duration.milliseconds(24)
  /// The time after Esc in which a digit is a function key.
  private static let escapeDigit = Duration.milliseconds(500)

  private let suffix: ScannerRules.Suffix
  /// The fewest characters that silence ends.
  var minimumScanLength: Int
  /// The strokes that are not decided yet.
  private var pending: [Keystroke] = []
  /// True if there was silence after them.
  private var isSilent = false
  /// True if they came right after the end of a scan.
  private var isBehindEnd = false
  /// When Enter came last.
  private var lastEnter: Instant?
  /// The last strokes that a hand seems to have typed, without silence in them.
  private var typedLast: [Keystroke] = []
  /// When a hand pressed Esc, if nothing came since.
  private var lastEscape: Instant?
  /// True if a scan has ended with Enter or Tab.
  private var hasSuffix = false

  /// A gate for a scanner of which the settings say what ends a scan.
  init(_ suffix: ScannerRules.Suffix, minimumScanLength: Int = 6) {
    self.suffix = suffix
    self.minimumScanLength = minimumScanLength
  }

  /// Takes all that was read at once.
  ///
  /// - Parameters:
  ///   - events: what was read; ``Event/tick`` if nothing came.
  ///   - first: when the first of it came, or may have come at the earliest.
  ///   - now: when the last of it was read.
  ///   - silence: by when all that had come was read; if nil, the moment now.
  /// - Returns: what is decided, in order: bursts, and what a hand did.
  mutating func decide(
    _ events: [Event], since first: Instant? = nil, at now: Instant,
    silence: Instant? = nil
  ) -> [Event] {
    var decided: [Event] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .tick:
        let due = decide(afterSilenceAt: silence ?? now)
        decided += due.isEmpty ? [event] : due
      case .resize:
        // Signals that come all the time leave no wait to end by itself.
        decided += [event] + decide(afterSilenceAt: silence ?? now)
      case .burst:
        decided += released(at: now) + [event]
      case .end:
        decided += flush() + [event]
      default:
        let isLast = index == events.count - 1
        decided += add(
          Keystroke(event, at: now), since: index == 0 ? first ?? now : now,
          isLast: isLast)
      }
    }
    return decided
  }

  /// Returns the silence after which something is decided; nil if nothing is to
  /// be.
  func timeout(at now: Instant) -> Duration? {
    deadline.map { max(now.duration(to: $0), .zero) }
  }

  /// The same in milliseconds, the last one begun.
  func milliseconds(at now: Instant) -> Int? {
    timeout(at: now).map { Int(($0 / .milliseconds(1)).rounded(.up)) }
  }

  // MARK: What comes

  private mutating func add(
    _ stroke: Keystroke, since first: Instant, isLast: Bool
  ) -> [Event] {
    guard !pending.isEmpty else {
      return begin(stroke, since: first, isLast: isLast)
    }
    if stroke.isEnter { return end(at: stroke.moment) }
    var decided: [Event] = []
    if isSilent, !stroke.isCharacter || !pending.allSatisfy(\.isCharacter) {
      decided = typed()
    } else if stroke.repeats(pending, from: Self.minimumRepeatInterval) {
      // A key that is held down.
      decided = released(at: stroke.moment)
    }
    pending.append(stroke)
    isSilent = false
    if isTooSlow {
      pending.removeLast()
      decided += typed()
      pending = [stroke]
    }
    return decided
  }

  private mutating func begin(
    _ stroke: Keystroke, since first: Instant, isLast: Bool
  ) -> [Event] {
    // Scanners end scans with control characters rather than with other keys.
    let window = stroke.isControl ? Self.hold : Self.maximumScannerInterval
    let isRightBehindEnter =
      lastEnter.map { $0.duration(to: first) < window } ?? false
    if stroke.isEnter {
      lastEnter = stroke.moment
      typedLast = []
      // What a scanner adds to Enter is a part of its end.
      return isRightBehindEnter ? [] : [stroke.event]
    }
    if isRightBehindEnter, stroke.event == .key(.tab) { return [] }
    // The terminal has waited for what belongs to Esc, longer than is done here.
    if stroke.event == .key(.escape), isLast, !isRightBehindEnter {
      lastEscape = stroke.moment
      return [stroke.event]
    }
    isBehindEnd = isRightBehindEnter && stroke.isKeyOfNoNumber
    isSilent = false
    pending = [stroke]
    return []
  }

  /// Enter ends what has come.
  private mutating func end(at now: Instant) -> [Event] {
    let strokes = pending
    pending = []
    defer { lastEnter = now }
    guard strokes.allSatisfy(\.isCharacter) else {
      return burst(strokes, .enter)
    }
    // A hand may come to the last of its characters and to Enter so fast, but
    // not after a pause.
    let isOfAHand =
      strokes.count < 4 && isBehindTyping(strokes, for: .seconds(1))
    // A line may have halted once.
    let moments = strokes.map(\.moment) + [now]
    let longest =
      zip(moments, moments.dropFirst()).map { $0.duration(to: $1) }
      .max() ?? .zero
    if isTwoScans(strokes) { return burst(strokes, .enter, isTorn: true) }
    let halt = strokes.count < 4 ? .zero : longest
    let isFast =
      moments[0].duration(to: now) - halt <= Self.maximumScannerInterval
      * strokes.count
    let whole = strokesTyped(before: strokes) + strokes
    let isLong =
      whole.count >= 6
      && whole[0].moment.duration(to: now) <= Self.minimumHandInterval
        * whole.count
    guard isFast && !isOfAHand || isLong else {
      defer { typedLast = [] }
      return typed(strokes) + [.key(.enter)]
    }
    return burst(strokes, .enter)
  }

  /// True if there was silence between two parts that may be numbers.
  private func isTwoScans(_ strokes: [Keystroke]) -> Bool {
    zip(strokes, strokes.dropFirst()).enumerated().contains { index, pair in
      pair.0.moment.duration(to: pair.1.moment) > Self.silence
        && min(index + 1, strokes.count - index - 1) >= minimumScanLength
    }
  }

  // MARK: What has been waited for

  private var deadline: Instant? {
    guard let last = pending.last else { return nil }
    return last.moment + wait
  }

  /// The wait after the last stroke that is not decided.
  private var wait: Duration {
    if pending.contains(where: \.isCharacter) {
      guard pending.allSatisfy(\.isCharacter) else {
        return endsItself ? Self.silence : Self.maximumHalt
      }
      guard pending.count > 1 else {
        return functionKey(of: pending[0]) == nil
          ? Self.hold : Self.maximumHalt / 2
      }
      guard isFast else { return Self.hold }
      let isWhole = pending.count >= minimumScanLength && !isSilent
      return isWhole ? Self.silence : Self.maximumHalt
    }
    let isNearEnter =
      lastEnter.map {
        $0.duration(to: pending[0].moment) < Self.silence
      } ?? false
    return isNearEnter || pending[0].isAltDigit ? Self.silence : Self.hold
  }

  /// Nothing came.
  private mutating func decide(afterSilenceAt now: Instant) -> [Event] {
    guard let deadline, now >= deadline else { return [] }
    guard pending.allSatisfy(\.isCharacter) else {
      return released(at: now)
    }
    if isFast, pending.count >= minimumScanLength {
      if silenceEnds { return burst(removePending(), .silence) }
      if !isSilent {
        isSilent = true
        return []
      }
    }
    return released(at: now)
  }

  /// Decides what is not, as if nothing more would come.
  private mutating func released(at now: Instant) -> [Event] {
    if pending.allSatisfy(\.isCharacter) { return typed() }
    if !pending.contains(where: \.isCharacter), !isBehindEnd,
      pending.count == 1 || pending.isOfOneHand
    {
      typedLast = []
      return removePending().map(\.asPressed)
    }
    return burst(removePending(), .silence)
  }

  /// Returns what is left when no more can come: no key of it is pressed.
  private mutating func flush() -> [Event] {
    guard !pending.isEmpty else { return [] }
    if pending.count == 1, case .paste = pending[0].event {
      return removePending().map(\.event)
    }
    if endsItself || isFast && silenceEnds && pending.count >= minimumScanLength
    {
      return burst(removePending(), .silence)
    }
    return typed(removePending().filter(\.isCharacter))
  }

  private mutating func removePending() -> [Keystroke] {
    defer { pending = [] }
    return pending
  }

  // MARK: What it comes to

  private mutating func burst(
    _ strokes: [Keystroke], _ end: Burst.End, isTorn: Bool = false
  ) -> [Event] {
    let typed = strokesTyped(before: strokes)
    let isTorn =
      isTorn
      || typed.isEmpty && isBehindTyping(strokes, for: Self.maximumHalt)
    let strokes = typed + strokes
    typedLast = []
    lastEscape = nil
    isBehindEnd = false
    if strokes.count >= minimumScanLength,
      end == .enter || strokes.last?.event == .key(.tab)
    {
      hasSuffix = true
    }
    let gaps =
      [0]
      + zip(strokes, strokes.dropFirst()).map { one, next in
        Int((one.moment.duration(to: next.moment) / .milliseconds(1)).rounded())
      }
    return [
      .burst(
        Burst(
          zip(strokes, gaps).map { Burst.Keystroke($0.event, after: $1) },
          end: end, typedCount: typed.count, isTorn: isTorn))
    ]
  }

  /// The first few characters of these, which came so late that they were
  /// passed on.
  private func strokesTyped(before strokes: [Keystroke]) -> [Keystroke] {
    isBehindTyping(strokes, for: Self.silence) ? typedLast : []
  }

  private func isBehindTyping(
    _ strokes: [Keystroke], for duration: Duration
  ) -> Bool {
    guard let last = typedLast.last else { return false }
    return last.moment.duration(to: strokes[0].moment) < duration
  }

  /// The text that a hand has typed.
  private mutating func typed() -> [Event] { typed(removePending()) }

  private mutating func typed(_ strokes: [Keystroke]) -> [Event] {
    guard !strokes.isEmpty else { return [] }
    defer { lastEscape = nil }
    if strokes.count == 1, let key = functionKey(of: strokes[0]) {
      return [.key(key)]
    }
    if !isBehindTyping(strokes, for: Self.silence) { typedLast = [] }
    typedLast += strokes
    return strokes.map(\.event)
  }

  /// The function key that a digit stands for, soon after Esc.
  private func functionKey(of stroke: Keystroke) -> Key? {
    guard
      let lastEscape,
      lastEscape.duration(to: stroke.moment) < Self.escapeDigit
    else { return nil }
    return stroke.functionKeyBehindEscape
  }

  private var isFast: Bool {
    guard pending.count > 1 else { return false }
    return pending[0].moment.duration(to: pending[pending.count - 1].moment)
      <= Self.maximumScannerInterval * (pending.count - 1)
  }

  /// True if the last three characters came as slowly as a hand types.
  private var isTooSlow: Bool {
    guard pending.count > 2, pending.allSatisfy(\.isCharacter) else {
      return false
    }
    let last = pending.suffix(3).map(\.moment)
    return zip(last, last.dropFirst()).allSatisfy {
      $0.duration(to: $1) > Self.minimumHandInterval
    }
  }

  /// True if a scanner may end a scan with the last key.
  private var endsItself: Bool {
    guard case .key(let key)? = pending.last?.event else { return false }
    return key.typed.map { "\t\u{3}\u{4}\u{b}\u{c}".contains($0) } ?? false
      && pending.contains(where: \.isCharacter)
  }

  private var silenceEnds: Bool {
    switch suffix {
    case .none: true
    case .auto: !hasSuffix
    case .enter, .tab: false
    }
  }
}
