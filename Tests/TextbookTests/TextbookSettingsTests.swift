import Catalogue
import Foundation
import Languages
import Seeded
import Settings
import Support
import Testing
import Textbooks

/// Settings of textbooks that are wrong, told with line, value and what to do.
struct TextbookSettingsTests {
  private let folder = TestFolder()

  private var path: String { folder.path + "/offcirc.toml" }

  private func read(_ text: String) throws(SettingsIssues) -> Settings {
    try? text.write(toFile: path, atomically: false, encoding: .utf8)
    return try SettingsSources(
      environment: ["HOME": "/home/m"], flags: [:], file: path
    ).read().settings
  }

  private static let wrong = """
    [textbooks]
    statuses = [
      "3 = torn/written on", "eight", "0 = x", "100 = x",
      "2 = well kept", "2 = good", "9 = Well Kept",
      "4 = a label that is much too long for a line", "5 =",
    ]
    tariff = "manuel"
    charges = [
      "1 > 2 = fee", "1 -> 6 = fee", "1 -> 3 = 120 %",
      "3 -> 1 = fee", "1 -> 3", "x -> 3 = fee",
      "1 -> 3 = 1/0",
    ]
    fee = "a third"
    price = 25.5
    yearly = "1,234"
    percents = [100, -1, 101]
    free-grades = 5
    round-up = "yes"
    """

  @Test func eachIsToldWithItsLine() throws {
    let issues = try #require(throws: SettingsIssues.self) {
      try read(Self.wrong)
    }
    let lines = issues.issues.map { issue in
      if case .file(_, let line?) = issue.origin { line } else { 0 }
    }
    #expect(
      lines == [
        3, 3, 3, 3, 4, 4, 5, 5, 7, 9, 9, 9, 10, 10, 10, 11, 13, 14, 15, 16, 16,
        17, 18,
      ])
    let all = issues.issues.map(Language.english.words.sentence)
    for (index, text) in [
      (0, "[textbooks] statuses: the label torn/written on contains a slash"),
      (4, "2 = good has the number or the label of another state"),
      (8, "tariff: unknown value \"manuel\". Did you mean \"manuels\"?"),
      (10, "state 6 never leads to a fine. Use states 1 to 5."),
      (11, "120 % is not a charge. Use free, ask, fee, price"),
      (12, "in 3 -> 1 = fee, no state gets worse"),
      (16, "fee: invalid value a third. Use a share such as"),
      (18, "yearly: invalid value 1,234. Use an amount in quotes"),
    ] {
      #expect(all[index].contains(text), "\(all[index])")
    }
    for issue in issues.issues {
      #expect(
        Language.french.words.sentence(issue)
          != Language.english.words.sentence(issue))
    }
  }

  @Test func whatIsRightIsReadAndWrittenAsItIs() throws {
    let text = """
      [textbooks]
      statuses = ["3 = un peu usé", "8 = à relier"]
      lendable = [1, 2, 3, 8]
      year = 2026
      call-letter = "TB"
      courses = ["French = 10", "Science (section) = 40-1"]
      tariff = "own"
      charges = ["1,2 -> 3-4 = 1/3", "* -> 5 = price", "4 -> 5 = 12.5 %"]
      fee = "ask"
      price = 25
      percents = [100, 0]
      yearly = "6,00"
      round-up = true
      free-grades = 1
      """
    let settings = try read(text)
    let textbooks = settings.textbooks
    #expect(textbooks.scale[8]?.isLendable == true)
    #expect(textbooks.year == 2026)
    #expect(textbooks.callNumbers.letter == "TB")
    #expect(textbooks.callNumbers.courses.map(\.code) == ["10", "40-1"])
    #expect(textbooks.tariff.price == Money(cents: 2_500))
    #expect(textbooks.tariff.yearly == Money(cents: 600))
    #expect(
      textbooks.tariff.charge(from: 4, to: 5).text == "12.5 %")
    let values = SettingsKey.keys(of: .textbooks).map { key in
      "\(key.id.name.rawValue) = \(key.value(in: settings)?.description ?? "")"
    }
    let again = try read("[textbooks]\n" + values.joined(separator: "\n"))
    #expect(again.textbooks == textbooks)
  }

  @Test func anyRuleIsReadOrRefused() {
    var random = SeededGenerator(seed: 15)
    let parts = [
      "1", "5", "-", "->", "→", "=", "*", ",", " ", "fee", "price", "%", "/",
      "a grade", "9999999999999999999", "0", "é", "€", ".", "\u{0}",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...10, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      if let rule = try? ChargeRule(text) {
        #expect(rule.starts.allSatisfy(CopyStatus.graded.contains))
        #expect((try? ChargeRule(rule.text)) == rule)
      }
      _ = try? StatusLabel(text)
      _ = Money(text)
    }
  }
}
