import Scanning
import Settings
import Terminal

/// The page on which a librarian finds out what a scanner does, and has the
/// settings say so.
///
/// It knows no desk, and records nothing.
package struct ScannerDoctor {
  /// What is asked for now.
  package enum Step: Hashable {
    /// A scan; the first is number 1.
    case scan(Scan.Kind, number: Int)
    /// What stands under the bars of the first one, by hand.
    case type(Scan.Kind)
    /// Nothing more.
    case done

    /// One of each and the labels first: they say most.
    static let all: [Step] =
      Scan.Kind.allCases.flatMap { [.scan($0, number: 1), .type($0)] }
      + Scan.Kind.allCases.flatMap { kind in
        (2...Diagnosis.enough).map { .scan(kind, number: $0) }
      } + [.done]
  }

  /// Why what came last is not what was asked for.
  package enum Remark: Hashable {
    /// It is no scan at the desk either.
    case refused(RefusedBurst)
    /// It is so many scans at once.
    case several(Int)
    /// A hand typed what was to be scanned.
    case typed
    /// What a hand was to type was scanned.
    case scanned
    /// It was scanned before.
    case same(String)
    /// It came as one of a kind, and looks like those of the other.
    case looksLikeOther(String, Scan.Kind)
    /// What a hand typed is not what arrived, for no reason that is known.
    case mistyped(String, arrived: String)
    /// There is nothing to write.
    case nothingLearnt
  }

  /// What one step back leads to.
  private struct Past {
    let stepIndex: Int
    let diagnosis: Diagnosis
  }

  /// What a scanner takes for a character at the most, in milliseconds, however
  /// slow it is.
  private static let slowestPace = 50

  /// How long nothing has to come after the key that leaves, in milliseconds: a
  /// label may begin with it, and halt on its way.
  private static let leaveDelay = 300

  let words: any Words
  let rules: ScanRules
  let write: (ScanRules) -> Notice
  var size: Size
  private(set) var diagnosis = Diagnosis()
  /// What a scanner sent last, whatever it is.
  private(set) var burst: Burst?
  /// The last scan that was taken.
  private(set) var scanned: Arrival?
  /// What a hand has typed.
  private(set) var typed = ""
  /// What was refused once, and is taken if it comes again.
  private var doubted: String?
  private(set) var notice: Notice?
  private(set) var isClosed = false
  /// How many times something was not taken.
  private(set) var refusedCount = 0
  private(set) var stepIndex = 0
  private var past: [Past] = []
  private var isWritten = false
  /// The key that a hand leaves with, if nothing comes after it.
  private var leaving: Key?
  private var typedSince: ContinuousClock.Instant?

  /// A page that takes these rules for a beginning, and writes what it
  /// proposes with a function that says how that went: it failed if that is a
  /// refusal.
  package init(
    size: Size, words: any Words, rules: ScanRules,
    write: @escaping (ScanRules) -> Notice
  ) {
    self.size = size
    self.words = words
    self.rules = rules
    self.write = write
  }

  var step: Step { Step.all[stepIndex] }

  /// The rules that F2 writes.
  var proposal: ScanRules { diagnosis.proposal(beside: rules) }

  /// Whether there is anything to write.
  var canWrite: Bool { hasLearnt && !isWritten }

  var hasLearnt: Bool { !diagnosis.arrivals.isEmpty }

  // MARK: What happens

  /// Takes what a gate has decided: a key is one that a hand pressed.
  mutating func update(_ event: Event, at now: ContinuousClock.Instant) {
    if let key = leaving, event != .tick {
      leaving = nil
      if event != .key(key) { refuse(.refused(RefusedBurst(key))) }
    }
    switch event {
    case .key(let key): press(key, at: now)
    case .burst(let burst): take(burst)
    case .paste(let text):
      typed += text.filter { !$0.isControl }
      if text.contains(where: \.isNewline) { endTyping(with: .enter, at: now) }
    case .resize(let size): self.size = size
    case .end: isClosed = true
    case .tick: isClosed = leaving != nil
    case .click, .wheel, .otherMouse, .dropped: break
    }
  }

  private mutating func press(_ key: Key, at now: ContinuousClock.Instant) {
    switch key {
    case .function(1):
      notice = Notice(kind: .information, text: words.doctorHelp)
    case .function(2): writeProposal()
    case .function(3): skip()
    case .function(4): goBack()
    case .escape, .function(10), .control("c"), .control("q"):
      leaving = key
    case .enter: endTyping(with: .enter, at: now)
    case .tab: endTyping(with: .tab, at: now)
    case .backspace: typed = String(typed.dropLast())
    case .character(let character):
      if typed.isEmpty {
        typedSince = now
        notice = nil
      }
      typed.append(character)
    default: break
    }
  }

  // MARK: A hand

  private mutating func endTyping(
    with end: Arrival.End, at now: ContinuousClock.Instant
  ) {
    guard !typed.isEmpty else { return }
    let text = typed
    typed = ""
    let time = typedSince.map { $0.duration(to: now) / .milliseconds(1) }
    typedSince = nil
    let pace = time.map { Int(($0 / Double(text.count)).rounded()) }
    switch step {
    case .type(let kind):
      if let first = diagnosis.arrivals[kind]?.first?.text,
        !Diagnosis.explains(first, as: text), !isInsisted(text)
      {
        return refuse(.mistyped(text, arrived: first))
      }
      learn { $0.add(printed: text, of: kind) }
    case .scan, .done:
      // Some scanners are slower than the desk expects, but no hand is as fast.
      guard let pace, pace <= Self.slowestPace, text.count >= 6 else {
        return refuse(.typed)
      }
      take(Arrival(text, pace: pace, end: end))
    }
  }

  private mutating func writeProposal() {
    guard hasLearnt else { return refuse(.nothingLearnt) }
    guard !isWritten else { return }
    let outcome = write(proposal)
    notice = outcome
    isWritten = outcome.kind != .refusal
  }

  private mutating func skip() {
    // What stands under the bars of nothing can't be typed.
    if case .scan(_, number: 1) = step {
      go(to: stepIndex + 2)
    } else {
      go(to: stepIndex + 1)
    }
  }

  private mutating func goBack() {
    guard let last = past.popLast() else { return }
    stepIndex = last.stepIndex
    if diagnosis != last.diagnosis { isWritten = false }
    diagnosis = last.diagnosis
    clear()
  }

  // MARK: A scanner

  private mutating func take(_ burst: Burst) {
    clear()
    self.burst = burst
    do throws(RefusedBurst) {
      let readings = try burst.readings()
      guard readings.count == 1 else {
        return refuse(.several(readings.count))
      }
      take(Arrival(readings[0], of: burst))
    } catch {
      refuse(.refused(error))
    }
  }

  private mutating func take(_ arrival: Arrival) {
    switch step {
    case .type: refuse(.scanned)
    case .done: scanned = arrival
    case .scan(let kind, _):
      guard !diagnosis.knows(arrival.text) else {
        return refuse(.same(arrival.text))
      }
      if diagnosis.looksLikeOther(arrival.text, than: kind),
        !isInsisted(arrival.text)
      {
        return refuse(.looksLikeOther(arrival.text, kind))
      }
      let burst = burst
      learn { $0.add(arrival, of: kind) }
      self.burst = burst
      scanned = arrival
    }
  }

  /// Whether it was refused just before: who does it again is sure of it.
  private mutating func isInsisted(_ text: String) -> Bool {
    defer { doubted = text }
    return doubted == text
  }

  // MARK: Steps

  private mutating func learn(_ change: (inout Diagnosis) -> Void) {
    let before = diagnosis
    go(to: stepIndex + 1)
    change(&diagnosis)
    if diagnosis != before { isWritten = false }
  }

  private mutating func go(to index: Int) {
    guard step != .done else { return }
    doubted = nil
    past.append(Past(stepIndex: stepIndex, diagnosis: diagnosis))
    stepIndex = min(index, Step.all.count - 1)
    clear()
  }

  private mutating func clear() {
    burst = nil
    scanned = nil
    typed = ""
    notice = nil
  }

  private mutating func refuse(_ remark: Remark) {
    notice = Notice(kind: .refusal, text: words.sentence(remark))
    refusedCount += 1
  }

  /// Works on a terminal until it is closed.
  ///
  /// - Returns: why the system ended it, or nil if a person did.
  package mutating func run(
    on terminal: Terminal, _ theme: Theme
  ) -> Ending? {
    let palette = Palette(theme, depth: terminal.depth)
    // Numbers of any length are looked at here.
    var gate = ScanGate(.auto, shortestScan: 3)
    while !isClosed {
      terminal.show(view(palette))
      let events = terminal.events(
        within: gate.milliseconds(at: .now)
          ?? (leaving == nil ? 60_000 : Self.leaveDelay))
      let before = refusedCount
      let decided = gate.take(
        events, since: terminal.arrival, at: .now, silence: terminal.silence)
      for event in decided {
        switch event {
        case .end(let ending): return ending
        case .key(.control("l")): terminal.redraw()
        default: update(event, at: .now)
        }
      }
      if refusedCount > before { terminal.ring(1) }
    }
    return nil
  }
}

extension Arrival {
  /// A scan as it came.
  fileprivate init(_ reading: Burst.Reading, of burst: Burst) {
    let times = burst.strokes.dropFirst().map(\.milliseconds).sorted()
    self.init(
      reading.framed.number, pace: times.isEmpty ? 0 : times[times.count / 2],
      end: burst.end == .enter
        ? .enter : reading.framed.hasTab ? .tab : .silence,
      frames: reading.framed.frames, hasAltCodes: reading.hasAltCodes)
  }
}

extension RefusedBurst {
  /// A key that something came after.
  fileprivate init(_ key: Key) {
    self.init(events: [.key(key)], fault: .stroke(.key(key)))
  }
}
