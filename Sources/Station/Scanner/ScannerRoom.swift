import Circulation
import Scanning
import Settings
import Terminal

/// The page on which a librarian finds out what a scanner does, and has the
/// settings say so.
///
/// It stands on the ground, knows no desk, and records nothing.
package struct ScannerRoom: GroundRoom {
  /// A request to the librarian.
  package enum Step: Hashable {
    /// A scan; the first is number 1.
    case scan(Scan.Kind, number: Int)
    /// The number printed under the first one, by hand.
    case type(Scan.Kind)
    /// Nothing more.
    case done

    /// One of each and the labels first: they say most.
    static let all: [Step] =
      Scan.Kind.allCases.flatMap { [.scan($0, number: 1), .type($0)] }
      + Scan.Kind.allCases.flatMap { kind in
        (2...Diagnosis.requiredScans).map { .scan(kind, number: $0) }
      } + [.done]
  }

  /// The reasons for which an input is not what was asked for.
  package enum Remark: Hashable {
    /// It is no scan at the desk either.
    case refused(BurstError)
    /// It is so many scans at once.
    case several(Int)
    /// A hand typed what was to be scanned.
    case typed
    /// A number that a hand was to type was scanned.
    case scanned
    /// It was scanned before.
    case same(String)
    /// It came as one of a kind, and looks like those of the other.
    case looksLikeOther(String, Scan.Kind)
    /// The typed number is not the one that arrived, for an unknown reason.
    case mistyped(String, arrived: String)
    /// There is nothing to write.
    case nothingLearnt
  }

  /// The state before a step.
  private struct Past {
    let stepIndex: Int
    let diagnosis: Diagnosis
  }

  /// The most milliseconds that a scanner takes for a character, however slow it
  /// is.
  private static let maximumScannerInterval = 50

  /// The silence after the key that leaves, in milliseconds: a label may begin
  /// with it, and halt on its way.
  private static let leaveDelay = 300

  /// Writes rules into the settings.
  private let write: (ScanRules) throws -> Void
  /// The path of the settings.
  private let path: String
  private(set) var diagnosis = Diagnosis()
  /// The last burst, whatever it is.
  private(set) var burst: Burst?
  /// The last scan that was taken.
  private(set) var scanned: ScanInput?
  /// The text that a hand has typed.
  private(set) var typed = ""
  /// A text that was refused once, and is accepted if it comes again.
  private var refusedText: String?
  private(set) var stepIndex = 0
  private var past: [Past] = []
  private var isWritten = false
  /// The key that a hand leaves with, if nothing comes after it.
  private var leaving: Key?
  private var typedSince: ContinuousClock.Instant?
  /// The rules that are in force.
  let rules: ScanRules

  var isCovered = false
  let status: DeskStatus? = nil
  let fitsAnySize = true
  let contexts: [KeyContext] = [.scanner, .field]

  /// A page that begins with the rules that are in force, and writes what it
  /// proposes into the settings at a path.
  init(
    rules: ScanRules, settings path: String,
    write: @escaping (ScanRules) throws -> Void
  ) {
    self.rules = rules
    self.path = path
    self.write = write
  }

  var step: Step { Step.all[stepIndex] }

  /// The rules that F2 writes.
  var proposal: ScanRules { diagnosis.proposal(beside: rules) }

  /// True if there is anything to write.
  var canWrite: Bool { hasLearnt && !isWritten }

  var hasLearnt: Bool { !diagnosis.inputs.isEmpty }

  /// Numbers of any length are looked at here.
  func gate(_ shared: Shared) -> ScanGate {
    ScanGate(.auto, minimumScanLength: 3)
  }

  func millisecondsToWait(_ shared: Shared) -> Int {
    leaving == nil ? 60_000 : Self.leaveDelay
  }

  // MARK: What happens

  mutating func handle(_ event: Event, _ shared: inout Shared) -> Outcome {
    if let key = leaving, event != .tick {
      leaving = nil
      if event != .key(key) { refuse(.refused(BurstError(key)), &shared) }
    }
    switch event {
    case .key(let key): press(key, &shared)
    case .paste(let text):
      typed += text.filter { !$0.isControl }
      if text.contains(where: \.isNewline) { endTyping(with: .enter, &shared) }
    case .end(let ending): shared.turn.effects.append(.quit(ending))
    case .tick:
      if leaving != nil { shared.turn.effects.append(.quit(nil)) }
    case .burst, .click, .wheel, .otherMouse, .dropped, .resize: break
    }
    return .handled
  }

  private mutating func press(_ key: Key, _ shared: inout Shared) {
    switch action(of: key) {
    case .help: shared.say(shared.words.scannerHelp)
    case .writeSettings: writeProposal(&shared)
    case .skipScan: skip(&shared)
    case .stepBack: goBack(&shared)
    case .leave: leaving = key
    case .redraw: shared.turn.effects.append(.redraw)
    case .enter: endTyping(with: .enter, &shared)
    case .eraseBefore: typed = String(typed.dropLast())
    default:
      if key == .tab { return endTyping(with: .tab, &shared) }
      guard case .character(let character) = key else { return }
      if typed.isEmpty {
        typedSince = shared.now
        shared.clearNotice()
      }
      typed.append(character)
    }
  }

  // MARK: A hand

  private mutating func endTyping(
    with end: ScanInput.End, _ shared: inout Shared
  ) {
    guard !typed.isEmpty else { return }
    let text = typed
    typed = ""
    let time = typedSince.map {
      $0.duration(to: shared.now) / .milliseconds(1)
    }
    typedSince = nil
    let medianInterval = time.map { Int(($0 / Double(text.count)).rounded()) }
    switch step {
    case .type(let kind):
      if let first = diagnosis.inputs[kind]?.first?.text,
        !Diagnosis.explains(first, as: text), !isInsisted(text)
      {
        return refuse(.mistyped(text, arrived: first), &shared)
      }
      learn(&shared) { $0.add(printed: text, of: kind) }
    case .scan, .done:
      // Some scanners are slower than the desk expects, but no hand is as fast.
      guard let medianInterval, medianInterval <= Self.maximumScannerInterval,
        text.count >= 6
      else {
        return refuse(.typed, &shared)
      }
      accept(ScanInput(text, medianInterval: medianInterval, end: end), &shared)
    }
  }

  private mutating func writeProposal(_ shared: inout Shared) {
    guard hasLearnt else { return refuse(.nothingLearnt, &shared) }
    guard !isWritten else { return }
    do {
      try write(proposal)
      isWritten = true
      shared.notice = Notice(
        kind: .recorded, text: shared.words.settingsWritten(path))
    } catch {
      shared.refuse(shared.words.sentence(about: error))
    }
  }

  private mutating func skip(_ shared: inout Shared) {
    // What stands under the bars of nothing can't be typed.
    if case .scan(_, number: 1) = step {
      go(to: stepIndex + 2, &shared)
    } else {
      go(to: stepIndex + 1, &shared)
    }
  }

  private mutating func goBack(_ shared: inout Shared) {
    guard let last = past.popLast() else { return }
    stepIndex = last.stepIndex
    if diagnosis != last.diagnosis { isWritten = false }
    diagnosis = last.diagnosis
    clear(&shared)
  }

  // MARK: A scanner

  /// Looks at what came as a whole: one scan is taken, all else is refused.
  mutating func read(_ burst: Burst, _ shared: inout Shared)
    throws(BurstError) -> [Burst.Reading]
  {
    if let key = leaving {
      leaving = nil
      refuse(.refused(BurstError(key)), &shared)
    }
    clear(&shared)
    self.burst = burst
    let readings = try burst.readings()
    if readings.count == 1 {
      accept(ScanInput(readings[0], of: burst), &shared)
    } else {
      refuse(.several(readings.count), &shared)
    }
    return []
  }

  mutating func refuse(_ burst: BurstError, _ shared: inout Shared) {
    refuse(.refused(burst), &shared)
  }

  private mutating func accept(_ input: ScanInput, _ shared: inout Shared) {
    switch step {
    case .type: refuse(.scanned, &shared)
    case .done: scanned = input
    case .scan(let kind, _):
      guard !diagnosis.knows(input.text) else {
        return refuse(.same(input.text), &shared)
      }
      if diagnosis.looksLikeOther(input.text, than: kind),
        !isInsisted(input.text)
      {
        return refuse(.looksLikeOther(input.text, kind), &shared)
      }
      let burst = burst
      learn(&shared) { $0.add(input, of: kind) }
      self.burst = burst
      scanned = input
    }
  }

  /// Returns true if it was refused just before: who does it again is sure.
  private mutating func isInsisted(_ text: String) -> Bool {
    defer { refusedText = text }
    return refusedText == text
  }

  func draw(_ look: Look, on surface: inout Surface) {
    ScannerView(self, look).draw(on: &surface)
  }

  // MARK: Steps

  private mutating func learn(
    _ shared: inout Shared, _ change: (inout Diagnosis) -> Void
  ) {
    let before = diagnosis
    go(to: stepIndex + 1, &shared)
    change(&diagnosis)
    if diagnosis != before { isWritten = false }
  }

  private mutating func go(to index: Int, _ shared: inout Shared) {
    guard step != .done else { return }
    refusedText = nil
    past.append(Past(stepIndex: stepIndex, diagnosis: diagnosis))
    stepIndex = min(index, Step.all.count - 1)
    clear(&shared)
  }

  private mutating func clear(_ shared: inout Shared) {
    burst = nil
    scanned = nil
    typed = ""
    shared.clearNotice()
  }

  private func refuse(_ remark: Remark, _ shared: inout Shared) {
    shared.refuse(shared.words.sentence(remark))
  }
}

extension ScanInput {
  /// A scan as it came.
  fileprivate init(_ reading: Burst.Reading, of burst: Burst) {
    let times = burst.strokes.dropFirst().map(\.milliseconds).sorted()
    self.init(
      reading.framed.number,
      medianInterval: times.isEmpty ? 0 : times[times.count / 2],
      end: burst.end == .enter
        ? .enter : reading.framed.hasTab ? .tab : .silence,
      frames: reading.framed.frames, hasAltCodes: reading.hasAltCodes)
  }
}

extension BurstError {
  /// A key that something came after.
  fileprivate init(_ key: Key) {
    self.init(events: [.key(key)], reason: .stroke(.key(key)))
  }
}
