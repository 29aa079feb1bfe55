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

  /// How long nothing has to come after a scan without Enter, in milliseconds.
  static let silence = 500

  let words: any Words
  let rules: ScanRules
  let write: (ScanRules) -> String
  var size: Size
  private(set) var diagnosis = Diagnosis()
  /// What arrives, or arrived last.
  private(set) var arrival = Arrival()
  private(set) var notice = ""
  private(set) var isClosed = false
  private var stepIndex = 0
  private var last: ContinuousClock.Instant?

  /// A page that takes these rules for a beginning, and writes what it
  /// proposes with a function that says how that went.
  package init(
    size: Size, words: any Words, rules: ScanRules,
    write: @escaping (ScanRules) -> String
  ) {
    self.size = size
    self.words = words
    self.rules = rules
    self.write = write
  }

  var step: Step { Step.all[stepIndex] }

  /// The rules that F2 writes.
  var proposal: ScanRules { diagnosis.proposal(beside: rules) }

  private var isArriving: Bool {
    arrival.end == nil && !arrival.strokes.isEmpty
  }

  // MARK: What happens

  mutating func update(_ event: Event, at now: ContinuousClock.Instant) {
    switch event {
    case .key(let key): press(key, at: now)
    case .paste(let text):
      for character in text {
        press(character == "\n" ? .enter : .character(character), at: now)
      }
    case .resize(let size): self.size = size
    case .tick:
      if case .scan = step, isArriving { end(.silence) }
    case .end: isClosed = true
    case .click, .wheel, .dropped, .burst: break
    }
  }

  private mutating func press(_ key: Key, at now: ContinuousClock.Instant) {
    switch key {
    case .function(2): notice = write(proposal)
    case .function(3): next()
    case .escape, .function(10), .control("c"), .control("q"):
      isClosed = true
    case .enter where isArriving: end(.enter)
    case .tab where isArriving: end(.tab)
    case .backspace:
      if case .type = step, isArriving { arrival.strokes.removeLast() }
    case .character(let character): add(character, at: now)
    case .alt(let character):
      add("\u{1b}", at: now)
      add(character, at: now)
    case .control(let letter):
      if let code = letter.asciiValue {
        add(Character(Unicode.Scalar(code - 0x60)), at: now)
      }
    default: break
    }
  }

  private mutating func add(
    _ character: Character, at now: ContinuousClock.Instant
  ) {
    if !isArriving {
      arrival = Arrival()
      last = nil
      notice = ""
    }
    let gap = last.map { $0.duration(to: now) / .milliseconds(1) } ?? 0
    last = now
    arrival.strokes.append(
      Arrival.Stroke(character, after: Int(gap.rounded())))
  }

  private mutating func end(_ end: Arrival.End) {
    arrival.end = end
    switch step {
    case .scan(let kind, _): diagnosis.add(arrival, of: kind)
    case .type(let kind): diagnosis.add(printed: arrival.text, of: kind)
    case .done: return
    }
    next()
  }

  private mutating func next() {
    stepIndex = min(stepIndex + 1, Step.all.count - 1)
  }

  /// Works on a terminal until it is closed.
  ///
  /// - Returns: why the system ended it, or nil if a person did.
  package mutating func run(
    on terminal: Terminal, _ theme: Theme
  ) -> Ending? {
    let palette = Palette(theme, depth: terminal.depth)
    while !isClosed {
      terminal.show(view(palette))
      let events = terminal.events(
        within: isArriving ? Self.silence : 60_000)
      let now = ContinuousClock.now
      for event in events {
        switch event {
        case .end(let ending): return ending
        case .key(.control("l")): terminal.redraw()
        default: update(event, at: now)
        }
      }
    }
    return nil
  }
}
