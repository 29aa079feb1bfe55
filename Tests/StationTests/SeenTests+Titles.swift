import Scanning
import Settings
import Terminal
import Testing

@testable import Station

// The numbers of titles, which every copy of a book has.
extension SeenTests {
  @Test(arguments: Language.allCases)
  func theISBNOfTheBookIsCalledSoAndNotTaken(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card)
    for _ in 0..<3 {
      desk.scan("9782070368228")
      #expect(desk.list.isEmpty && desk.item.isEmpty && desk.bells == [1])
      let told =
        language == .english
        ? "9782070368228 is the book's ISBN. Scan the library's label."
        : "9782070368228 est l'ISBN du livre. Scannez l'étiquette de la bibli"
      #expect(desk.notice.contains(told), "\(desk.notice)")
    }
    desk.scan(book)
    #expect(desk.list == ["loan \(book) \(card)"] && desk.bells.isEmpty)
    desk.press(.function(3))
    desk.scan("9771144875007")
    #expect(desk.list.count == 1)
    #expect(desk.notice.contains("ISSN"))
  }

  @Test func anISBNIsNoCardAndWaitsForNone() throws {
    let desk = try DeskSession()
    desk.scan("9782070368228", "9782070368228")
    #expect(desk.borrower.isEmpty && desk.focus == .borrower)
    #expect(desk.notice.contains("is the book's ISBN. Scan the borrower's"))
    desk.press(.tab)
    desk.scan("9782070368228")
    #expect(desk.item.isEmpty && desk.list.isEmpty && desk.focus == .borrower)
    #expect(desk.notice.contains("is the book's ISBN. Scan the library's"))
    #expect(desk.station.itemsAwaitingCard.isEmpty)
  }

  @Test func aPatternThatFitsAnISBNIsAskedOnce() throws {
    var rules = ScanRules()
    rules.borrower.patterns = [try Pattern(#"^99\d{11}$"#)]
    rules.item.patterns = [try Pattern(#"^\d{13}$"#)]
    let desk = try DeskSession(rules: rules)
    desk.scan(card, "9782070368228")
    #expect(desk.list.isEmpty && desk.bells == [1])
    #expect(desk.notice.contains("If it is on the library's label, scan it"))
    desk.scan("9782070368228")
    #expect(desk.list == ["loan 9782070368228 \(card)"])
    // Where the pattern means ISBNs, there is nothing to ask.
    rules.item.patterns = [try Pattern(#"^97[89]\d{10}$"#)]
    let titles = try DeskSession(rules: rules)
    titles.scan(card, "9782070368228")
    #expect(titles.list.count == 1 && titles.bells.isEmpty)
    rules.item.patterns = [try Pattern(#"^\d{11}$"#)]
    let labels = try DeskSession(rules: rules)
    labels.scan(card, "9782070368228", "9782070368228")
    #expect(labels.list.isEmpty)
  }

  @Test func tenDigitsAreAskedForTwiceUntilItemsAreSeenToHaveThem() throws {
    let desk = try DeskSession()
    desk.scan(card, "207036822X", "207036822X")
    #expect(desk.list.isEmpty)
    #expect(desk.notice.contains("If it is on the library's label, scan it"))
    desk.scan("207036822X")
    #expect(desk.list == ["loan 207036822X \(card)"])
    // One that is none may be a mistake; five are the library's own.
    for number in 2_070_368_222...2_070_368_226 {
      desk.scan("2266320483")
      #expect(desk.list.last != "loan 2266320483 \(card)")
      desk.scan("\(number)")
      #expect(desk.list.last == "loan \(number) \(card)")
    }
    desk.scan("2266320483")
    #expect(desk.list.last == "loan 2266320483 \(card)")
  }

  @Test func aPasteDoesNotTakeAnISBN() throws {
    let desk = try DeskSession()
    desk.feed([.paste("\(card)\n9782070368228\n\(book)\n")])
    #expect(desk.screen.contains("Cards: 1. Items: 1."))
    #expect(desk.screen.contains("Cannot be recorded (×): 1."))
    desk.press(.function(2))
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.notice.contains("is the book's ISBN"))
  }
}
