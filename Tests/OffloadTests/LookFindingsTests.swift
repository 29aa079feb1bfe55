import Circulation
import Scanning
import Support
import Testing
import Typesetting

@testable import Offload

/// Cards that were lent as items, and items that were scanned as cards.
@Suite struct LookFindingsTests {
  private let folder = TestFolder()
  private static let now = LocalTime(
    secondsSince1970: 1_780_200_000, utcOffset: 0)

  private func loan(_ item: String, _ borrower: String) -> String {
    "202605300900L\(item.padded(to: 80))\(borrower)"
  }

  /// The first loans of a day: items of eleven digits, cards of thirteen.
  private func day(_ count: Int) -> [String] {
    (0..<count).map {
      loan("370000341\(10 + $0)", "99210000003\(10 + $0 / 2)")
    }
  }

  /// What is found of looks, as `LINE KIND`, and by words of the number.
  private func findings(
    _ lines: [String], numbers: ScanRules = ScanRules()
  ) throws -> [String] {
    var findings: [String] = []
    let file = try folder.file("a", lines.map { $0 + "\r\n" }.joined())
    _ = try Check(
      [file], rules: Check.Rules(now: Self.now, numbers: numbers)
    ).run { finding in
      guard
        [.looksLikeOther, .swapped].contains(finding.issue.kind)
      else { return }
      findings.append(
        "\(finding.place.number) \(finding.issue.kind.name)")
      #expect(finding.severity == .warning)
    }
    return findings
  }

  private let cards = [
    ("9921000000521", "9921000000511"), ("9921000000621", "9921000000611"),
  ]

  @Test func aCardThatWasLentIsTold() throws {
    let lines = cards.map { loan($0.0, $0.1) }
    #expect(
      try findings(day(12) + lines) == [
        "13 looks-like-other", "14 looks-like-other",
      ])
    // Wherever they stand.
    #expect(
      try findings(lines + day(12)) == [
        "1 looks-like-other", "2 looks-like-other",
      ])
  }

  @Test func anItemScannedAsACardIsTold() throws {
    #expect(
      try findings(day(12) + [loan("37000034191", "37000034195")])
        == ["13 looks-like-other"])
  }

  @Test func bothInEachOthersPlaceAreSwapped() throws {
    #expect(
      try findings(day(12) + [loan("9921000000521", "37000034195")])
        == ["13 swapped"])
  }

  @Test func ofFewNothingIsKnown() throws {
    let lines = cards.map { loan($0.0, $0.1) }
    #expect(try findings(day(4) + lines) == [])
  }

  @Test func numbersThatAreAlikeSayNothing() throws {
    let lines = (0..<20).map {
      loan("37000034\(100 + $0)", "37000035\(100 + $0)")
    }
    #expect(try findings(lines) == [])
  }

  @Test func aLookThatManyItemsHaveIsTheirs() throws {
    let others = (0..<8).map { loan("99210000007\(10 + $0)", "9921000000310") }
    #expect(try findings(day(12) + others) == [])
  }

  @Test func whereThereArePatternsTheyDecide() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern(#"^\d+$"#)]
    rules.borrower.patterns = [try Pattern(#"^99\d{11}$"#)]
    let lines = cards.map { loan($0.0, $0.1) }
    #expect(try findings(day(12) + lines, numbers: rules) == [])
  }

  @Test func ofAGreatFileTheLinesFarBehindAreKnownToo() throws {
    let early = (0..<6_000).map {
      loan("3700\(1_000_000 + $0)", "9921\(100_000_000 + $0)")
    }
    let late = (0..<6_000).map {
      loan("9921\(200_000_000 + $0)", "9921\(300_000_000 + $0)")
    }
    #expect(try findings(early + late) == [])
  }
}
