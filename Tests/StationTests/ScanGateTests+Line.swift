import Scanning
import Terminal

@testable import Languages
@testable import Station

// A line to a gate, what is sent on it, and what is told.
extension ScanGateTests {
  /// A keyboard and a scanner before a gate.
  struct Line {
    var gate: ScanGate
    private(set) var now = ContinuousClock.now
    private(set) var told: [Event] = []

    init(_ suffix: ScannerRules.Suffix = .auto, minimumScanLength: Int = 6) {
      gate = ScanGate(suffix, minimumScanLength: minimumScanLength)
    }

    /// Lets time pass, and the gate know that nothing comes.
    mutating func wait(_ milliseconds: Int) {
      let end = now + .milliseconds(milliseconds)
      while let patience = gate.timeout(at: now), now + patience <= end {
        now += patience
        told += gate.decide([.tick], at: now).filter { $0 != .tick }
      }
      now = end
    }

    /// Sends keys, so many milliseconds apart.
    mutating func send(_ keys: [Key], every milliseconds: Int) {
      for key in keys {
        told += gate.decide([.key(key)], at: now)
        wait(milliseconds)
      }
    }

    /// Sends what else comes among keys, so many milliseconds apart.
    mutating func send(_ events: [Event], every milliseconds: Int) {
      for event in events {
        told += gate.decide([event], at: now)
        wait(milliseconds)
      }
    }

    /// Sends keys that are read at once.
    mutating func send(_ keys: [Key]) {
      told += gate.decide(keys.map { .key($0) }, at: now)
    }

    /// What was told since the last time.
    mutating func takeTold() -> [Event] {
      defer { told = [] }
      return told
    }
  }

  func keys(_ text: String) -> [Key] {
    text.map { $0 == "\r" ? .enter : .character($0) }
  }

  /// The texts of the bursts, and the keys that are pressed.
  func told(_ line: inout Line) -> [String] {
    line.wait(2_000)
    return line.takeTold().map { event in
      switch event {
      case .burst(let burst):
        (try? burst.readings())?.map(\.framed.number)
          .joined(separator: "|") ?? "refused"
      case .key(let key): English().name(of: key)
      default: "\(event)"
      }
    }
  }
}
