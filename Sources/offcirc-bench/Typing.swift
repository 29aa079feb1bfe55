import Circulation
import Foundation
import Languages
import Scanning
import Settings
import Station
import Terminal

/// Characters per second from key to disk: with all rules, with learning, with
/// both, and with neither.
enum Typing {
  private static let roundCount = 7
  private static let scanCount = 20_000
  private static let burst = 100

  /// A configuration of the checks on scans.
  private struct Way {
    let name: String
    var rules = ScanRules()
    var learns = false
  }

  static func measure(in folder: TemporaryFolder) throws {
    let scans: [[String]] = (0..<scanCount).map { number in
      number % 5 == 0
        ? [CommandCode.clear.rawValue, "99\(21_000_000_000 + number)"]
        : ["\(37_000_000_000 + number)"]
    }
    let events: [[Event]] = stride(from: 0, to: scans.count, by: burst).map {
      start in
      scans[start..<start + burst].joined().flatMap { keys(of: $0) }
    }
    let characterCount = events.reduce(0) { $0 + $1.count }
    let allRules = try allRules()
    let ways = [
      Way(name: "without rules  "),
      Way(name: "with learning  ", learns: true),
      Way(name: "with all rules ", rules: allRules),
      Way(name: "with both      ", rules: allRules, learns: true),
    ]
    var rates = ways.map { _ in [Double]() }
    for _ in 0..<roundCount {
      for (index, way) in ways.enumerated() {
        let time = try time(of: events, way, folder)
        rates[index].append(Double(characterCount) / time)
      }
    }
    print(
      """

      Characters a second, from the key to the disk, in bursts of \(burst) scans \
      (medians of \(roundCount) rounds):
      """)
    for (way, own) in zip(ways, rates) {
      let ratio = zip(own, rates[0]).map { $0 / $1 }.median
      print(
        "    \(way.name) \(own.median.formatted(decimals: 0, width: 9))",
        ratio.formatted(decimals: 2, width: 6))
    }
  }

  private static func keys(of scan: String) -> [Event] {
    scan.map { .key(.character($0)) } + [.key(.enter)]
  }

  private static func time(
    of events: [[Event]], _ way: Way, _ folder: TemporaryFolder
  ) throws -> Double {
    let desk = try Desk(folder: StationFolder(path: try folder.newFolder()))
    var station = Station(
      desk: desk, size: Size(columns: 80, rows: 24),
      words: Language.english.words, rules: way.rules, learns: way.learns)
    let time = seconds {
      for burst in events { _ = station.update(burst, at: .now) }
    }
    guard desk.unsaved.count == scanCount - scanCount / 5 else {
      throw CommandError(name: "typing")
    }
    return time
  }

  private static func allRules() throws -> ScanRules {
    var rules = ScanRules()
    rules.borrower.patterns = [
      try Pattern(#"^99\d{11}$"#), try Pattern("^[A-Z]{2}[0-9]{8}$"),
    ]
    rules.item.patterns = [
      try Pattern(#"^3\d{10}$"#), try Pattern("^[0-9A-Z]{12}$"),
    ]
    rules.borrower.lengths = [10, 13]
    rules.item.lengths = [11, 12]
    rules.item.forbidsLeadingZero = true
    rules.item.forbidsSlash = true
    rules.scanner.strip = ScannerRules.Envelope.allCases
    return rules
  }
}
