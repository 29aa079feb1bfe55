import Circulation
import Foundation
import Scanning
import Seeded
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload
@testable import Station

/// Numbers of titles, two spellings of one number, and two numbers in one.
@Suite struct NumberFindingsTests {
  private let folder = TestFolder()

  private static let now = LocalTime(
    secondsSince1970: 1_780_200_000, utcOffset: 0)

  /// The warnings about numbers, as `LINE KIND OTHER-LINE`.
  private func findings(
    _ lines: [String], numbers: ScanRules = ScanRules()
  ) throws -> [String] {
    let kinds: Set<FileIssue.Kind> = [.title, .spelling, .twoNumbers]
    var findings: [String] = []
    let file = try folder.file("a", lines.map { $0 + "\r\n" }.joined())
    _ = try Check(
      [file], rules: Check.Rules(now: Self.now, numbers: numbers)
    ).run { finding in
      guard kinds.contains(finding.issue.kind) else { return }
      let other = finding.issue.other.map { " \($0.number)" } ?? ""
      findings.append(
        "\(finding.place.number) \(finding.issue.kind.name)\(other)")
      #expect(finding.severity == .warning)
    }
    return findings
  }

  private func loan(_ item: String, _ borrower: String = "9921000000164")
    -> String
  {
    "202605300900L\(item.padded(to: 80))\(borrower)"
  }

  private func back(_ item: String) -> String { "202605300900R\(item)" }

  // MARK: Titles

  @Test func theISBNOfABookIsNamed() throws {
    #expect(
      try findings([
        loan("37000034179"), loan("9782070368228"), back("9782070368228"),
        loan("37000034180", "9782266320481"), back("978-2-07-036822-8"),
        back("9771144875007"), loan("9782070368229"),
      ]) == [
        "2 number-of-title", "4 number-of-title", "5 number-of-title",
        "6 number-of-title",
      ])
  }

  @Test func whereThePatternsMeanTitlesTheyAreItems() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern(#"^\d{13}$"#)]
    #expect(
      try findings([loan("9782070368228")], numbers: rules)
        == ["1 number-of-title"])
    rules.item.patterns = [try Pattern(#"^978\d{10}$"#)]
    #expect(try findings([loan("9782070368228")], numbers: rules) == [])
  }

  @Test func aLibraryThatLendsByISBNIsLeftAlone() throws {
    let titles = [
      "9782070368228", "9782266320481", "9791095421306", "9782070361205",
      "9782070362004", "9782070360505",
    ]
    let lines = (0..<30).map { loan(titles[$0 % titles.count]) }
    #expect(try findings(lines) == [])
  }

  @Test func tenDigitsAreNoTitleWhereOtherItemsHaveThem() throws {
    #expect(
      try findings([loan("207036822X"), loan("2266320483")]) == [
        "1 number-of-title", "2 number-of-title",
      ])
    let lines = (0..<200).map { loan("\(3_700_100_000 + $0)") }
    #expect(try findings(lines) == [])
  }

  // MARK: Spellings

  @Test(arguments: [
    ("OTOLO104602", "otolo104602"), ("OTOLO104602", "Otolo104602"),
    ("39990000192148", "3 9990 00019 2148"), ("37000034179", "b37000034179"),
    ("37000034179", "0037000034179"), ("37000034179", "*37000034179*"),
    ("37000034179", "A37000034179B"),
  ])
  func twoSpellingsAreRelatedInEitherOrder(
    _ plain: String, _ other: String
  ) throws {
    for (first, second) in [(plain, other), (other, plain)] {
      #expect(
        try findings([
          loan(first), loan("1234567"), back(second), back(second),
        ]) == ["3 other-spelling 1"])
      #expect(
        try findings([
          loan("1", first), loan("2", second), loan("3", second),
        ]) == ["2 other-spelling 1"])
      // The number of a card is no spelling of an item's.
      #expect(try findings([loan("1", first), back(second)]) == [])
    }
  }

  @Test func whatIsFoundIsSaidInBothLanguages() throws {
    let lines = [loan("OTOLO104602"), back("otolo104602")]
    var told: [String] = []
    let file = try folder.file("a", lines.map { $0 + "\r\n" }.joined())
    _ = try Check([file], rules: Check.Rules(now: Self.now)).run { finding in
      guard finding.issue.kind == .spelling else { return }
      told = [English() as any Words, French()].map {
        $0.sentence(finding, of: [file])
      }
    }
    #expect(
      told == [
        "item otolo104602 looks like the one in line 1, but upper and lower case differ.",
        "l'exemplaire otolo104602 ressemble à celui de la ligne 1, mais les majuscules et les minuscules diffèrent.",
      ])
  }

  @Test func twoNumbersInOneScanAreFound() throws {
    #expect(
      try findings([
        loan("304254509699D304254509698"), loan("3700003417937000034180"),
        loan("3700003418137000034181"), loan("37000034179"),
        loan("37000034180"),
      ]) == ["1 two-numbers", "2 two-numbers", "3 two-numbers"])
    #expect(
      try findings([
        loan("37000034179"), loan("51123"), back("5112337000034179"),
        back("37000034180"), back("3700003418037000034181"),
      ]) == ["3 two-numbers 2", "5 two-numbers"])
  }

  // MARK: No flood

  @Test func aLibraryOfMixedNumbersHasHardlyAnyFinding() throws {
    var random = SeededGenerator(seed: 1_848)
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }
        .joined()
    }
    let lines = (0..<3_000).map { _ in
      let item =
        switch Int.random(in: 0...9, using: &random) {
        case 0: "P" + digits(5)
        case 1: "DVD-\(Int.random(in: 1...9_999, using: &random))"
        case 2: "\(Int.random(in: 1...99_999, using: &random))"
        case 3: "0" + digits(9)
        case 4: ["T", "R"].randomElement(using: &random)! + digits(7)
        case 5: digits(10)
        default: "3" + digits(13)
        }
      return loan(item, "2" + digits(13))
    }
    let count = try findings(lines).count
    #expect(count < 15, "\(count)")
  }
}

/// The number of a title among the rejected ones.
struct TitleOnWorklistTests {
  private func worklist() throws -> Worklist {
    try Upload.worklist(
      "L 9782070368228 9921000000164\nL 37000034179 9921000000164\n",
      """
      Records processed	2	Records with exceptions	2
      Line	Error Message
      1	Item not found. Barcode: 9782070368228
      2	Item not found. Barcode: 37000034179

      """)
  }

  @Test func itIsNamedBesideTheMessage() throws {
    let worklist = try worklist()
    #expect(worklist.tasks.map { $0.title?.kind } == [.isbn, nil])
    let told = "9782070368228 is an ISBN: it names the book, not the copy."
    let page = worklist.document(English(), language: "en")
    #expect(page.text.replacing(#/\s+/#, with: " ").contains("the book, not"))
    #expect(page.html.contains(told))
    #expect(
      worklist.rows(English()).contains {
        OutputRow(Worklist.columns, $0).csv.contains(told)
      })
    #expect(worklist.table(English()).contains(told))
    #expect(worklist.json(English()).contains(#""titleNumber":"ISBN""#))
    #expect(
      worklist.table(French()).contains(
        "9782070368228 est un ISBN : il désigne le livre, pas l'exemplaire."))
  }
}
