import Seeded
import Testing

@testable import Scanning

/// One number, written in two ways.
struct SpellingTests {
  private func forms(_ number: String) -> [String] {
    Spelling.plainForms(of: number).map {
      "\($0.spelling.rawValue) \($0.number)"
    }
  }

  @Test func aNumberTellsWhatItMayBeASpellingOf() {
    #expect(forms("otolo104602") == ["capitals OTOLO104602"])
    #expect(forms("3 9990 00019 2148") == ["blanks 39990000192148"])
    #expect(
      forms("b37000034179") == [
        "capitals B37000034179", "letter-in-front 37000034179",
      ])
    #expect(forms("B37000034179") == ["letter-in-front 37000034179"])
    #expect(forms("0037000034179") == ["leading-zero 37000034179"])
    #expect(forms("*37000034179*") == ["envelope 37000034179"])
    #expect(
      forms("A37000034179B") == ["envelope 37000034179"])
    #expect(forms("]A037000034179").contains("envelope 37000034179"))
  }

  @Test(arguments: [
    "37000034179", "OTOLO104602", "3A4B5C", "1", "", "AB", "000", "0123",
    "É", "A/B-C",
  ])
  func mostNumbersAreAsPlainAsTheyCanBe(_ number: String) {
    #expect(forms(number).isEmpty)
  }

  @Test func twoNumbersInOneScanAreFound() throws {
    for (number, first, second) in [
      ("3700003418137000034181", "37000034181", "37000034181"),
      ("3700003417937000034180", "37000034179", "37000034180"),
      ("304254509699D304254509698", "304254509699", "304254509698"),
      ("OTOLO104602OTOLO104603", "OTOLO104602", "OTOLO104603"),
    ] {
      let halves = try #require(Spelling.halves(of: number))
      #expect(halves == (first, second))
    }
  }

  @Test(arguments: [
    "", "1", "1111", "12341234", "37000034179", "000000000000",
    "0000000000000012", "10000000000001", "9921000000164",
    "20170920171234", String(repeating: "7", count: 80),
  ])
  func oneNumberIsNotTakenForTwo(_ number: String) {
    #expect(Spelling.halves(of: number) == nil)
  }

  @Test func hardlyAnyNumberIsTwoByChance() {
    var random = SeededGenerator(seed: 11)
    for length in 8...24 {
      let count = (0..<2_000).count { _ in
        let number = (0..<length).map { _ in
          String(Int.random(in: 0...9, using: &random))
        }.joined()
        return Spelling.halves(of: number) != nil
      }
      #expect(count == 0, "\(length)")
    }
  }
}
