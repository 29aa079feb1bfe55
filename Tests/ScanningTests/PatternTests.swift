import Seeded
import Testing

@testable import Scanning

/// A pattern says soon what it has to say, whatever it is and whatever is
/// scanned.
struct PatternTests {
  /// Expressions that take for ever with some numbers, where nothing stops them.
  static let costly = [
    "^([0-9]+-?)+$", "^(a+)+$", "(a|a)*b", "(?:x+x+)+y", "(a?){40}a{40}",
    #"(?:\d+)*A"#, "([A-Z]*[0-9]*)*-", "((?:3|[0-9])+)+x",
    #"(?:(?:\w*)*\d*)*-"#,
  ]

  @Test(arguments: costly)
  func whatTakesForEverIsRefusedAtStart(_ text: String) {
    #expect(throws: PatternError.tooCostly) { try Pattern(text) }
  }

  @Test(arguments: [
    "[", "(", "a{2,1}", "*", #"\"#, #"\C"#, "(?<x", "(?P>x)", "[[:x:]]",
    String(repeating: "(", count: 51) + "a" + String(repeating: ")", count: 51),
  ])
  func whatDoesNotCompileIsRefusedWithThePlace(_ text: String) throws {
    let error = try #require(throws: PatternError.self) { try Pattern(text) }
    guard case .notUnderstood(let issue, let place) = error else {
      Issue.record("\(error)")
      return
    }
    if case .other(let reason) = issue { #expect(!reason.isEmpty) }
    #expect(1...text.count + 1 ~= place)
  }

  @Test func whatIsTooLongIsRefused() throws {
    #expect(throws: PatternError.tooLong(byteCount: 5_000, maximum: 500)) {
      try Pattern(String(repeating: "[", count: 5_000))
    }
    #expect(try Pattern(String(repeating: "3", count: 500)).text.count == 500)
  }

  @Test(arguments: [
    (#"^\d{11}$"#, "37000034179", "3700003417x"),
    ("[0-9A-Z]{12}", "00P6A949HF4P", "00p6a949hf4p"),
    ("^99", "99", "991"), ("9$|8", "8", "98"), (".*", "", ""),
    ("é.", "éà", "e"), (#"\w+"#, "a_1", "é"), (#"\d"#, "3", "٣"),
    (#"[\d\-]+"#, "3-3", "3.3"), ("(?i)abc", "aBC", "abd"),
    ("(?<n>3)\\k<n>", "33", "34"), ("3(?=7)7", "37", "38"),
    ("a{0}", "", "a"), (#"\x{e9}"#, "é", "e"), ("[é-í]", "ê", "e"),
  ])
  func allOfTheNumberHasToMatch(
    _ text: String, _ number: String, _ other: String
  ) throws {
    let pattern = try Pattern(text)
    #expect(pattern.matches(number))
    #expect(pattern.matches(other) == (text == ".*"))
    #expect(!pattern.matches(number + "\n"))
  }

  @Test func aNumberWithWhichItTakesTooLongHasAWarning() throws {
    var rules = NumberRules()
    rules.patterns = [
      try Pattern(#"^\d{4}$"#), try Pattern(Self.hidden),
    ]
    #expect(rules.warning("1234") == nil)
    #expect(rules.warning("12345") == .pattern)
    #expect(
      rules.warning(Self.hiddenNumber) == .undecided(rules.patterns[1]))
    var all = ScanRules()
    all.item = rules
    let scan = all.scan(Self.hiddenNumber)
    #expect(scan.number == Self.hiddenNumber)
    #expect(scan.kinds.isEmpty)
    #expect(scan.undecided == rules.patterns[1])
    #expect(all.warning(scan, as: .borrower) == .undecided(rules.patterns[1]))
    rules.patterns.append(try Pattern("pq.*"))
    #expect(rules.warning(Self.hiddenNumber) == nil)
  }

  /// It asks for a beginning that the trial does not make.
  static let hidden = "pqrs(?:[mn]+)+!"
  static let hiddenNumber = "pqrs" + String(repeating: "m", count: 60) + "x!"

  @Test func whatIsLongerThanAnyNumberFitsNone() throws {
    let pattern = try Pattern(".*")
    #expect(pattern.matches(String(repeating: "é", count: 160)))
    #expect(!pattern.matches(String(repeating: "3", count: 321)))
  }

  @Test func aComparisonHasAnEndWhateverThePattern() throws {
    var random = SeededGenerator(seed: 9)
    let parts = [
      "a", "3", ".", #"\d"#, "[0-9A-Z]", "(", "(?:", "(?>", "(?=", ")", "|",
      "*", "+", "?", "{2,9}", "*?", #"\1"#, "$", "^", "é", "-", #"\w"#, "(?R)",
      #"\K"#, "(?|", "(*COMMIT)", "(?1)", #"\X"#, "(?<=a)", #"\b"#,
    ]
    let letters = Array("a3A-é7Z!")
    var compiled = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 1...14, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      guard let pattern = try? Pattern(text) else { continue }
      compiled += 1
      let number = String(
        (0..<Int.random(in: 0...200, using: &random))
          .map { _ in letters.randomElement(using: &random) ?? "a" })
      _ = pattern.compare(number)
    }
    #expect(compiled > 500)
  }
}
