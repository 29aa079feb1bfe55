import Foundation
import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// A desk without settings that knows the numbers it has seen.
struct SeenTests {
  let card = "9921000000164"
  let other = "9921000000999"
  let book = "37000034179"

  /// A desk that has lent six items to six borrowers.
  func experienced(
    _ language: Language = .english, learns: Bool = true,
    rules: ScanRules = ScanRules()
  ) throws -> DeskSession {
    let desk = try DeskSession(language: language, rules: rules, learns: learns)
    for number in 0..<6 {
      desk.press(.function(4))
      desk.scan("99210000\(20_000 + 7 * number)", "370000\(40_000 + number)")
    }
    #expect(desk.list.count == 6)
    desk.press(.function(4))
    return desk
  }

  // MARK: What is certain

  @Test(arguments: Language.allCases)
  func aCardThatWasTheBorrowersIsAskedForAsAnItem(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card, book)
    desk.press(.function(4))
    desk.scan(other, card)
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.bells == [1] && desk.station.notice.kind == .refusal)
    let told =
      language == .english
      ? "\(card) is a borrower's card. For the next borrower, scan it again."
      : "\(card) est la carte d'un emprunteur. Emprunteur suivant : scannez-la"
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.scan(card)
    #expect(desk.borrower == card && desk.list.count == 1)
    // Never refused for good.
    desk.press(.function(4))
    desk.scan(other, "37000034180", card)
    desk.press(.enter)
    #expect(desk.list.last == "loan \(card) \(other)")
    #expect(
      desk.station.desk.unsaved.last?.transaction.origins?.isDoubtful == true)
  }

  @Test(arguments: Language.allCases)
  func whatComesBehindADoubtfulCardIsNotForTheBorrowerBefore(
    _ language: Language
  ) throws {
    let desk = try experienced(language)
    desk.scan(card, book, other)
    for key in [Key.function(2), .function(1), .escape] { desk.press(key) }
    let count = desk.list.count
    for item in ["37000034180", "37000034181"] {
      desk.scan(item)
      #expect(desk.list.count == count && desk.bells == [1])
      let told =
        language == .english
        ? "NOT recorded: \(item). If \(other) is the next card, scan it again"
        : "NON enregistré : \(item). Si \(other) est la carte suivante"
      #expect(desk.notice.contains(told), "\(desk.notice)")
    }
    desk.feed([
      .burst(
        Burst(
          [.init(.key(.function(4)), after: 0)], end: .enter))
    ])
    desk.scan("37000034182")
    #expect(desk.list.count == count)
    desk.scan(other, "37000034180")
    #expect(desk.list.last == "loan 37000034180 \(other)")
    // F4 says as well that the borrower before has gone.
    desk.scan(card)
    desk.press(.function(4))
    #expect(desk.notice.contains(card))
    desk.scan(card, "37000034181")
    #expect(desk.list.last == "loan 37000034181 \(card)")
  }

  @Test func whoInsistsOnOneCardAsAnItemIsAskedOfTheNextOne() throws {
    let desk = try experienced()
    desk.scan(card)
    for number in 0..<4 {
      let wrong = "99210000\(90_000 + number)"
      desk.scan(wrong)
      #expect(desk.notice.contains("\(wrong) looks like a card."))
      desk.press(.enter)
      #expect(desk.list.last == "loan \(wrong) \(card)")
    }
    // It is known again itself.
    desk.clock.advance(by: 60)
    desk.scan("9921000090000")
    #expect(desk.list.count == 11)
    // So many of them are items.
    desk.scan("9921000090004")
    desk.press(.enter)
    desk.scan("9921000090005")
    #expect(desk.list.last == "loan 9921000090005 \(card)")
  }

  @Test func aBeepTooManyOrAnEnterTooSoonIsNoAnswer() throws {
    let desk = try experienced()
    desk.scan(card, other)
    desk.pause = .milliseconds(200)
    desk.scan(other)
    #expect(desk.borrower == card)
    desk.press(.enter)
    #expect(desk.list.count == 6)
    desk.pause = .seconds(1)
    desk.press(.enter)
    #expect(desk.list.last == "loan \(other) \(card)")
  }

  @Test(arguments: Language.allCases)
  func anItemThatWasLentIsAskedForAsACard(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card, book)
    desk.press(.function(4))
    desk.scan(book)
    #expect(desk.borrower.isEmpty && desk.focus == .borrower)
    #expect(desk.bells == [1])
    let told =
      language == .english
      ? "\(book) is an item. Scan the card first."
      : "\(book) est un exemplaire. Scannez d'abord la carte."
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.scan(other, book)
    #expect(desk.list.last == "loan \(book) \(other)")
    // Scanned again, it waits for its card.
    desk.press(.function(4))
    desk.scan(book, book)
    #expect(desk.borrower.isEmpty && desk.station.itemsAwaitingCard.count == 1)
    desk.scan(card)
    #expect(desk.list.last == "loan \(book) \(card)")
    desk.press(.function(4))
    desk.scan(book)
    desk.press(.enter)
    #expect(desk.borrower == book && desk.station.itemsAwaitingCard.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func aCardAmongReturnsIsAskedFor(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card, book)
    desk.press(.function(3))
    desk.scan(card)
    #expect(desk.list.count == 1 && desk.bells == [1])
    let told =
      language == .english
      ? "is a borrower's card. Scan the items, or press F3 for loans."
      : "est la carte d'un emprunteur. Scannez les exemplaires, ou F3 pour le mode Prêt."
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.scan(card)
    #expect(desk.list.count == 1 && desk.bells == [1])
    desk.press(.enter)
    #expect(desk.list.last == "return \(card)")
  }

  @Test func itIsKnownWithinOneBurst() throws {
    let desk = try DeskSession()
    desk.scan(card)
    desk.feed(.scan(book) + [.key(.function(3))] + .scan(card))
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.notice.contains("is a borrower's card"))
  }

  @Test func theBorrowersOwnNumberIsRefusedAsBefore() throws {
    let desk = try DeskSession()
    desk.scan(card, book, card)
    #expect(desk.notice.contains("\(card) is the borrower's number"))
    desk.scan(card)
    #expect(desk.list.count == 1)
  }

  @Test func whatWasDeletedIsNotKnown() throws {
    let desk = try DeskSession()
    // The next borrower's card, before anything was known.
    desk.scan(card, other)
    desk.press(.function(8), .function(4))
    desk.scan(other, book)
    #expect(desk.list == ["loan \(book) \(other)"])
  }

  @Test func itIsKnownTheNextDayAndAfterTheSave() throws {
    let desk = try DeskSession()
    desk.scan(card, book)
    desk.press(.function(2))
    desk.clock.advance(by: 5 * 24 * 3_600)
    let next = try desk.reopened()
    next.scan(other, card)
    #expect(next.list.isEmpty)
    #expect(next.notice.contains("\(card) is a borrower's card"))
    desk.clock.advance(by: 30 * 24 * 3_600)
    next.scan("111")
    next.press(.function(2))
    let much = try next.reopened()
    much.scan(card, book)
    much.press(.function(4))
    much.scan(book)
    #expect(much.notice.contains("\(book) is an item"))
  }

  @Test func whatWasPutAwayIsKnownToo() throws {
    let desk = try DeskSession()
    desk.scan(card, book)
    desk.press(.function(2))
    let box = TestDisk.folder.archive + "/2018-06-01-Central"
    let place = desk.disk.realPath(of: box)
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: desk.disk.realPath(of: TestDisk.folder.journal),
      toPath: place + "/OffCirc.journal")
    let next = try desk.reopened()
    #expect(next.list.isEmpty)
    next.scan(other, card)
    #expect(next.notice.contains("\(card) is a borrower's card"))
    // What can't be read tells nothing.
    try "x".write(
      toFile: place + "/OffCirc.journal", atomically: true, encoding: .utf8)
    let third = try desk.reopened()
    third.scan(other, card)
    #expect(third.list == ["loan \(card) \(other)"])
  }

  // MARK: The same once more

  @Test(arguments: Language.allCases)
  func theSameItemForTheSameReaderIsPointedOut(_ language: Language) throws {
    let desk = try DeskSession(language: language)
    desk.scan(card, book)
    desk.clock.advance(by: 3)
    desk.scan(book)
    #expect(desk.list.count == 2 && desk.bells == [1])
    let told =
      language == .english
      ? "\(book) was already lent to the same borrower at 09:05."
      : "\(book) a déjà été prêté au même emprunteur à 09:05."
    #expect(desk.notice.contains(told), "\(desk.notice)")
    desk.press(.function(3))
    desk.clock.advance(by: 600)
    desk.scan(book)
    desk.clock.advance(by: 60)
    desk.scan(book)
    let returned =
      language == .english
      ? "\(book) was already returned here at 09:15."
      : "\(book) a déjà été rendu ici à 09:15."
    #expect(desk.notice.contains(returned), "\(desk.notice)")
    // Lent at another desk since, it comes back again.
    desk.clock.advance(by: 3_600)
    desk.scan(book)
    #expect(desk.bells.isEmpty && desk.list.count == 5)
  }
}
