import Circulation
import Foundation
import Scanning
import Settings
import Station
import Terminal

/// Characters a second through all that a scan walks through, from the key to
/// the disk, with all rules on and with none.
enum Typing {
  private static let roundCount = 7
  private static let scanCount = 20_000
  private static let burst = 100

  static func measure(in folder: TemporaryFolder) throws {
    let scans: [String] = (0..<scanCount).map { number in
      number % 5 == 0
        ? "99\(21_000_000_000 + number)" : "\(37_000_000_000 + number)"
    }
    let events: [[Event]] = stride(from: 0, to: scans.count, by: burst).map {
      start in
      scans[start..<start + burst].flatMap { keys(of: $0) }
    }
    let characterCount = events.reduce(0) { $0 + $1.count }
    let allRules = try allRules()
    var rates = (none: [Double](), all: [Double]())
    for _ in 0..<roundCount {
      let none = try rate(of: events, ScanRules(), folder)
      let all = try rate(of: events, allRules, folder)
      rates.none.append(Double(characterCount) / none)
      rates.all.append(Double(characterCount) / all)
    }
    let ratio = zip(rates.all, rates.none).map { $0 / $1 }.median
    print(
      """

      Characters a second, from the key to the disk, in bursts of \(burst) scans \
      (medians of \(roundCount) rounds):
          without rules   \(rates.none.median.formatted(decimals: 0, width: 9))
          with all rules  \(rates.all.median.formatted(decimals: 0, width: 9)) \
      \(ratio.formatted(decimals: 2, width: 6))
      """)
  }

  private static func keys(of scan: String) -> [Event] {
    scan.map { .key(.character($0)) } + [.key(.enter)]
  }

  private static func rate(
    of events: [[Event]], _ rules: ScanRules, _ folder: TemporaryFolder
  ) throws -> Double {
    let desk = try Desk(folder: StationFolder(path: try folder.newFolder()))
    var station = Station(
      desk: desk, size: Size(columns: 80, rows: 24),
      words: Language.english.words,
      rules: rules)
    let time = seconds {
      for burst in events { _ = station.update(burst) }
    }
    // Without patterns only the first number is a card.
    let count = rules.hasPatterns ? scanCount - scanCount / 5 : scanCount - 1
    guard desk.unsaved.count == count else {
      throw Command.Failure(name: "typing")
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
    rules.scanner.strip = ScannerRules.Wrapping.allCases
    return rules
  }
}
