import Circulation
import Seeded
import Testing

@testable import Scanning

/// What a desk knows of a number by those that it has seen.
struct SeenNumbersTests {
  private let time = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 7_200)

  private func loan(_ item: String, _ card: String) throws -> Transaction {
    .loan(of: try Barcode(item), to: try Barcode(card), at: time)
  }

  private func seen(
    _ count: Int, card: (Int) -> String, item: (Int) -> String
  ) throws -> SeenNumbers {
    SeenNumbers(
      try (0..<count).map { try loan(item($0), card($0)) })
  }

  /// Cards of 13 digits that begin with 99, items of 11 that begin with 37.
  private func usual(_ count: Int = 5) throws -> SeenNumbers {
    try seen(count) {
      "99210000\(10_164 + 7 * $0)"
    } item: {
      "370000\(34_179 + $0)"
    }
  }

  // MARK: What is certain

  @Test func whatWasABorrowerIsACardAndWhatWasLentIsAnItem() throws {
    let seen = SeenNumbers([try loan("111", "222")])
    #expect(seen.warning("222", as: .item) == .isOther)
    #expect(seen.warning("111", as: .borrower) == .isOther)
    #expect(seen.warning("222", as: .borrower) == nil)
    #expect(seen.warning("111", as: .item) == nil)
    #expect(seen.warning("333", as: .item) == nil)
  }

  @Test func whatIsKnownAsBothIsNotAskedForAgain() throws {
    let seen = SeenNumbers([try loan("111", "222"), try loan("222", "333")])
    #expect(seen.warning("222", as: .item) == nil)
    #expect(seen.warning("222", as: .borrower) == nil)
  }

  @Test func whatCameBackIsAnItem() throws {
    let seen = SeenNumbers([.return(of: try Barcode("111"), at: time)])
    #expect(seen.warning("111", as: .borrower) == .isOther)
  }

  // MARK: What they look like

  @Test func fiveOfEachTellWhatTheyLookLike() throws {
    for count in 0...8 {
      let seen = try usual(count)
      let isKnown = count >= 5
      #expect(
        seen.warning("9931000000172", as: .item)
          == (isKnown ? .looksLikeOther : nil))
      #expect(
        seen.warning("37000099999", as: .borrower)
          == (isKnown ? .looksLikeOther : nil))
      #expect(seen.warning("9931000000172", as: .borrower) == nil)
      #expect(seen.warning("37000099999", as: .item) == nil)
      #expect(
        seen.warning("3700003417", as: .item) == (isKnown ? .looksUnlike : nil))
      #expect(
        seen.warning("+37000034104", as: .item)
          == (isKnown ? .looksUnlike : nil))
    }
  }

  @Test func theBeginningAloneTellsThemApart() throws {
    let seen = try seen(5) {
      "2123450\(1_000 + 13 * $0)"
    } item: {
      "3123450\(1_000 + 17 * $0)"
    }
    #expect(seen.warning("21234509999", as: .item) == .looksLikeOther)
    #expect(seen.warning("31234509999", as: .borrower) == .looksLikeOther)
    #expect(seen.warning("31234509999", as: .item) == nil)
    // Items may begin otherwise, if no card does.
    #expect(seen.warning("41234509999", as: .item) == nil)
  }

  @Test func theAlphabetAloneTellsThemApart() throws {
    let seen = try seen(5) {
      "U\(1_000 + 7 * $0)"
    } item: {
      "\(20_000 + 1_717 * $0)"
    }
    #expect(seen.warning("U9999", as: .item) == .looksLikeOther)
    #expect(seen.warning("87654", as: .borrower) == .looksLikeOther)
    #expect(seen.warning("87654", as: .item) == nil)
  }

  @Test func nothingIsLearntWhereCardsAndItemsAreAlike() throws {
    let seen = try seen(40) {
      "\(100_000 + 22_003 * $0)"
    } item: {
      "\(100_017 + 22_001 * $0)"
    }
    for number in ["999999", "123456", "12345", "1234567", "A12345"] {
      #expect(seen.warning(number, as: .item) == nil)
      #expect(seen.warning(number, as: .borrower) == nil)
    }
  }

  @Test func severalKindsOfCardsAreKnownEachByItself() throws {
    let seen = try seen(20) {
      $0.isMultiple(of: 2) ? "99210000\(10_164 + $0)" : "S\(1_000 + $0)"
    } item: {
      $0.isMultiple(of: 2) ? "370000\(34_179 + $0)" : "38000\(3_417 + $0)"
    }
    #expect(seen.warning("9931000000172", as: .item) == .looksLikeOther)
    #expect(seen.warning("S4711", as: .item) == .looksLikeOther)
    #expect(seen.warning("37000099999", as: .borrower) == .looksLikeOther)
    #expect(seen.warning("37000099999", as: .item) == nil)
    #expect(seen.warning("380009999", as: .item) == nil)
  }

  @Test func whoInsistsIsBelieved() throws {
    var seen = try usual()
    #expect(seen.warning("ABC-1", as: .item) == .looksUnlike)
    let insisted = TransactionOrigins(item: ScanOrigin(isDoubtful: true))
    seen.add(
      .loan(
        of: try Barcode("ABC-1"), to: try Barcode("9921000010164"), at: time,
        origins: insisted))
    #expect(seen.warning("ABC-2", as: .item) == nil)
    #expect(seen.warning("1", as: .item) == nil)
  }

  @Test func theShortestNumbersAreKnown() throws {
    #expect(try usual(4).minimumLength == nil)
    #expect(try usual(5).minimumLength == 11)
    let short = try seen(5) {
      "U\(100 + $0)"
    } item: {
      "\(20_000 + $0)"
    }
    #expect(short.minimumLength == 4)
  }

  // MARK: Libraries whose numbers are of many kinds

  @Test func aLibraryOfMixedNumbersIsHardlyEverAsked() throws {
    var random = SeededGenerator(seed: 1_789)
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }
        .joined()
    }
    func item() -> String {
      switch Int.random(in: 0...9, using: &random) {
      case 0: "P" + digits(5)
      case 1: "DVD-\(Int.random(in: 1...9_999, using: &random))"
      case 2: "\(Int.random(in: 1...99_999, using: &random))"
      case 3: "0" + digits(9)
      case 4: ["T", "R", "B"].randomElement(using: &random)! + digits(7)
      default: "3" + digits(13)
      }
    }
    func card() -> String {
      Int.random(in: 0...3, using: &random) == 0
        ? "S" + digits(7) : "2" + digits(13)
    }
    var seen = SeenNumbers()
    var asked = 0
    for _ in 0..<2_000 {
      let (item, card) = (item(), card())
      if seen.warning(item, as: .item) != nil { asked += 1 }
      if seen.warning(card, as: .borrower) != nil { asked += 1 }
      seen.add(try loan(item, card))
    }
    #expect(asked < 40, "\(asked) of 4000")
  }

  // MARK: Other spellings

  @Test(arguments: [
    ("OTOLO104602", "otolo104602", Spelling.capitals),
    ("39990000192148", "3 9990 00019 2148", .blanks),
    ("37000034179", "b37000034179", .letterInFront),
    ("37000034179", "*37000034179*", .envelope),
    ("37000034179", "0037000034179", .leadingZero),
  ])
  func anotherSpellingIsRelatedBothWays(
    plain: String, other: String, spelling: Spelling
  ) throws {
    for (first, second) in [(plain, other), (other, plain)] {
      let seen = SeenNumbers([try loan(first, "222")])
      #expect(
        seen.warning(second, as: .item)
          == .spelling(spelling, of: first, .item))
      #expect(
        seen.warning(second, as: .borrower)
          == .spelling(spelling, of: first, .item))
    }
  }

  @Test func twoSpellingsOfOnePlainNumberAreRelated() throws {
    let seen = SeenNumbers([try loan("Otolo104602", "222")])
    #expect(
      seen.warning("otolo104602", as: .item)
        == .spelling(.capitals, of: "Otolo104602", .item))
    let letters = SeenNumbers([try loan("T10460", "222")])
    #expect(letters.warning("R10460", as: .item) == nil)
  }

  @Test func whereBothAreUsualALetterOrAZeroIsNoSpelling() throws {
    let seen = try seen(20) {
      "99210000\(10_164 + $0)"
    } item: {
      $0.isMultiple(of: 2) ? "R\(10_000 + $0)" : "\(20_000 + $0)"
    }
    #expect(seen.warning("R20001", as: .item) == nil)
    #expect(seen.warning("10002", as: .item) == nil)
    #expect(seen.warning("r10002", as: .item) != nil)
  }

  @Test func twoNumbersInOneScanAreAskedFor() throws {
    let seen = SeenNumbers([try loan("11112", "9921000000164")])
    #expect(
      seen.warning("111129921000000164", as: .item)
        == .twoNumbers("11112", "9921000000164"))
    #expect(
      seen.warning("3700003418137000034181", as: .item)
        == .twoNumbers("37000034181", "37000034181"))
  }

  // MARK: Titles

  @Test func itemsAreLikeTitlesIfTheyWere() throws {
    let (isbn, chance) = ("9782070368228", "207036822X")
    let journal = "0317-8471"
    var seen = SeenNumbers()
    #expect(!seen.areItems(like: isbn) && !seen.areItems(like: chance))
    // Ten digits that no ISBN has; one of them may be a mistake.
    for number in 2_070_368_222...2_070_368_226 {
      #expect(!seen.areItems(like: chance))
      seen.add(try loan("\(number)", "222"))
    }
    #expect(!seen.areItems(like: isbn) && seen.areItems(like: chance))
    // What they have in common is their length, which a journal's is not.
    #expect(!seen.areItems(like: journal))
    for number in 1_234...1_241 { seen.add(try loan("0317-\(number)", "222")) }
    #expect(seen.areItems(like: journal))
    for number in [
      isbn, "9782266320481", "9791095421306", "9782070361205",
      "9782070362004",
    ] {
      #expect(!seen.areItems(like: isbn))
      seen.add(try loan(number, "222"))
    }
    #expect(seen.areItems(like: isbn))
  }
}
