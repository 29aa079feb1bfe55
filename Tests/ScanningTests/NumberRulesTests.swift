import Testing

@testable import Scanning

/// A number that is not as numbers of its kind are is doubted, with the reason.
struct NumberRulesTests {
  private func rules(_ change: (inout NumberRules) throws -> Void) rethrows
    -> NumberRules
  {
    var rules = NumberRules()
    try change(&rules)
    return rules
  }

  @Test(arguments: ["1", "0/0", "é", "37000034179", "", " "])
  func withoutRulesNoNumberHasAWarning(number: String) {
    #expect(NumberRules().warning(number) == nil)
    #expect(!NumberRules().fits(number))
  }

  @Test func aPatternHasToMatchAllOfTheNumber() throws {
    for text in [#"^99\d{11}$"#, #"99\d{11}"#] {
      let rules = try rules { $0.patterns = [try Pattern(text)] }
      #expect(rules.warning("9921000000164") == nil)
      for wrong in [
        "992100000016", "99210000001640", "x9921000000164", "8821000000164",
        "9921000000164\n", "99٢1000000164",
      ] {
        #expect(rules.warning(wrong) == .pattern)
      }
    }
  }

  @Test func oneOfSeveralPatternsIsEnough() throws {
    let rules = try rules {
      $0.patterns = [try Pattern(#"\d{4}"#), try Pattern("[A-Z]{2}|X")]
    }
    for number in ["1234", "AB", "X"] { #expect(rules.warning(number) == nil) }
    #expect(rules.warning("ABX") == .pattern)
  }

  @Test func lengthsZerosAndSlashesHaveAWarningWhereTheyAreNotWanted() {
    let rules = rules {
      $0.lengths = [11, 14]
      $0.forbidsLeadingZero = true
      $0.forbidsSlash = true
    }
    #expect(rules.warning("37000034179") == nil)
    #expect(rules.warning("3700003417") == .length(10))
    #expect(rules.warning("07000034179") == .leadingZero)
    #expect(rules.warning("3700003417/") == .slash)
  }

  @Test func theNumbersThatLibrariesPublishHaveSoundCheckDigits() {
    let rules = rules { $0.checkDigit = .mod10 }
    for number in [
      "33191000105864", "30234000517861", "31225031113901", "33700004388761",
    ] {
      #expect(rules.warning(number) == nil)
      // Any one digit misread, and most pairs transposed, are found.
      for index in number.indices {
        for digit in "0123456789" where digit != number[index] {
          let wrong = number.replacingCharacters(
            in: index...index, with: String(digit))
          #expect(rules.warning(wrong) == .checkDigit)
        }
      }
    }
    for number in ["", "0", "3370000438876A", "33700004388762"] {
      #expect(rules.warning(number) == .checkDigit)
    }
  }

  @Test(arguments: ["[", "(", "a{2,1}", "*", #"\"#])
  func whatIsNoExpressionIsRefused(text: String) {
    #expect(throws: (any Error).self) { try Pattern(text) }
  }
}

extension String {
  fileprivate func replacingCharacters(
    in range: ClosedRange<Index>, with text: String
  ) -> String {
    var changed = self
    changed.replaceSubrange(range, with: text)
    return changed
  }
}
