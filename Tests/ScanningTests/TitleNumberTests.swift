import Testing

@testable import Scanning

/// ISBN, ISSN and ISMN among the numbers of libraries.
struct TitleNumberTests {
  private func kind(_ number: String) -> TitleNumber.Kind? {
    TitleNumber(number)?.kind
  }

  @Test(arguments: [
    "9782070368228", "978-2-07-036822-8", "978 2 07 036822 8",
    "979-10-95421-30-6", "ISBN 978-2-07-036822-8", "ISBN-13: 9782070368228",
    "isbn:9782070368228", "ISBN 2-07-036822-X", "2-07-036822-X",
  ])
  func anISBNIsKnownHoweverItIsWritten(_ number: String) throws {
    let title = try #require(TitleNumber(number))
    #expect(title.kind == .isbn && !title.mayBeChance)
  }

  @Test(arguments: [
    "978207036822851299", "9782070368228 51299", "978207036822812",
    "9782070368228-12",
  ])
  func whatIsReadBesideItChangesNothing(_ number: String) {
    #expect(kind(number) == .isbn)
  }

  @Test func magazinesAndScoresHaveNumbersToo() {
    #expect(kind("9771144875007") == .issn)
    #expect(kind("977114487500701") == .issn)
    #expect(kind("ISSN 1144-875X") == .issn && kind("1144-875X") == .issn)
    #expect(kind("9790230671187") == .ismn)
  }

  @Test(arguments: ["207036822X", "207036822x", "2266320483"])
  func tenDigitsMayBeOneByChance(_ number: String) throws {
    let title = try #require(TitleNumber(number))
    #expect(title.kind == .isbn && title.mayBeChance)
  }

  @Test func oneInElevenNumbersOfTenDigitsMayBeOne() {
    let count = (1_000_000_000..<1_000_001_100).count {
      TitleNumber(String($0)) != nil
    }
    #expect(95...105 ~= count)
  }

  @Test(arguments: [
    "", "978", "9782070368229", "3782070368228", "37000034179",
    "9921000000164", "97820703682281", "9782070368228123", "11448757",
    "97820703X8228", "-9782070368228", "9782070368228A", "ITEM", "X207036822",
    "1-144-8757", "978207036822851299123", "OTOLO104602",
    "9782070368228978207036822",
  ])
  func otherNumbersAreNone(_ number: String) {
    #expect(TitleNumber(number) == nil)
  }
}
