import Scanning
import Settings
import Terminal
import Testing

@testable import Station

// What looks like the numbers of before, or nearly.
extension SeenTests {
  // MARK: What they look like

  @Test(arguments: Language.allCases)
  func theNextReadersCardIsKnownByItsLook(_ language: Language) throws {
    let desk = try experienced(language)
    desk.scan(card, book, other)
    #expect(desk.list.last == "loan \(book) \(card)")
    #expect(desk.bells == [1])
    let told =
      language == .english
      ? "\(other) looks like a card. For the next borrower, scan it again."
      : "\(other) ressemble à une carte. Emprunteur suivant : scannez-la"
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.press(.function(4))
    desk.scan(other, "37000034180")
    #expect(desk.list.last == "loan 37000034180 \(other)")
  }

  @Test func aCardInReturnIsKnownByItsLook() throws {
    let desk = try experienced()
    desk.press(.function(3))
    desk.scan(other)
    #expect(desk.list.count == 6 && desk.bells == [1])
    #expect(desk.notice.contains("looks like a card. Scan the items,"))
    desk.scan(book)
    #expect(desk.list.last == "return \(book)")
  }

  @Test func anItemForACardIsKnownByItsLook() throws {
    let desk = try experienced()
    desk.scan(book)
    #expect(desk.borrower.isEmpty)
    #expect(desk.notice.contains("\(book) looks like an item."))
  }

  @Test(arguments: Language.allCases)
  func whatLooksLikeNothingBeforeIsAskedFor(_ language: Language) throws {
    let desk = try experienced(language)
    desk.scan(card, "+37000034104")
    #expect(desk.list.count == 6 && desk.bells == [1])
    let told =
      language == .english
      ? "does not look like earlier items"
      : "n'a pas la forme des exemplaires précédents"
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.scan("+37000034104")
    #expect(desk.list.count == 7)
    // Who insists is believed.
    desk.scan("+37000034105")
    #expect(desk.list.count == 8)
  }

  @Test func withoutLearningAllIsTakenAsBefore() throws {
    let desk = try experienced(learns: false)
    desk.scan(card, other, "370000")
    #expect(desk.list.count == 8)
    #expect(desk.station.seen == nil)
  }

  @Test func patternsKnowBetter() throws {
    var rules = ScanRules()
    rules.borrower.patterns = [try Pattern(#"\d{13}"#)]
    rules.item.patterns = [try Pattern(#"\d+"#)]
    let desk = try experienced(rules: rules)
    desk.scan(card, other, "370000")
    #expect(desk.list.count == 8)
    let cards = try DeskSession(
      rules: {
        var rules = ScanRules()
        rules.borrower.patterns = [try Pattern(#"\d{13}"#)]
        return rules
      }())
    cards.scan(card, book, other)
    #expect(cards.borrower == other && cards.list.count == 1)
  }

  @Test func aPasteKnowsCardsAndCountsWhatDoesNotFitTheDay() throws {
    let desk = try experienced()
    desk.feed([
      .paste("\(card)\n\(book)\n\(other)\n+37000034104\n37000034180\n")
    ])
    #expect(desk.screen.contains("Cards: 2. Items: 3."))
    #expect(desk.screen.contains("Doubtful (?): 1."))
    #expect(desk.screen.contains("Item +37000034104 ?"))
    #expect(desk.screen.contains("Card \(other) "))
    desk.press(.function(2))
    #expect(
      desk.list.suffix(3) == [
        "loan \(book) \(card)", "loan +37000034104 \(other)",
        "loan 37000034180 \(other)",
      ])
  }

  // MARK: Other spellings

  @Test(arguments: Language.allCases)
  func anotherSpellingIsAskedFor(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card, "OTOLO104602")
    desk.press(.function(3))
    desk.scan("otolo104602")
    #expect(desk.list.count == 1 && desk.bells == [1])
    #expect(desk.notice.contains("OTOLO104602"))
    #expect(
      desk.notice.contains(
        language == .english ? "Is Caps Lock on?" : "Verr. Maj"))
    desk.scan("otolo104602")
    #expect(desk.list.count == 2)
  }

  @Test func eachSpellingSaysHowItDiffers() throws {
    for (number, told) in [
      ("3 70000 34179", "the spaces inside differ"),
      ("b37000034179", "one has an extra letter in front"),
      ("*37000034179*", "one has characters that scanners add"),
      ("037000034179", "the leading zeros differ"),
      ("3700003417937000034179", "seems to be 37000034179 twice"),
      ("3700003417937000034180", "two numbers, 37000034179 and 37000034180"),
    ] {
      let desk = try DeskSession()
      desk.scan(card, book, number)
      #expect(desk.list.count == 1)
      #expect(desk.notice.contains(told), "\(desk.notice)")
      desk.scan(number)
      #expect(desk.list.count == 2)
    }
  }
}
