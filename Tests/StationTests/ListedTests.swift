import Catalogue
import Circulation
import Foundation
import Terminal
import Testing

@testable import Station

/// A desk that knows its books and its readers: what lists say against a number
/// is asked for once, and written down.
struct ListedTests {
  private let card = "9921000000164"
  private let known = "37000034179"

  private func against(_ desk: DeskSession) -> [[String]] {
    desk.station.desk.unsaved.map {
      $0.transaction.origins?.objectionNames ?? []
    }
  }

  @Test func whatIsKnownAndFreeIsLentWithItsTitle() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known)
    #expect(desk.list == ["loan \(known) \(card)"])
    #expect(against(desk) == [[]])
    #expect(desk.bells == [])
    #expect(desk.notice.contains("Analyse réelle et complexe."))
    #expect(desk.screen.contains("DUCASSE Loïc · L3 Maths"))
    #expect(desk.screen.contains("Lists of 20 May 2018"))
  }

  @Test func anItemIsKnownWithoutWhatItsScannerAdds() throws {
    let desk = try KnownLists().desk(itemCut: NumberCut(start: 1))
    desk.scan(card, "A" + known)
    #expect(desk.list == ["loan A\(known) \(card)"])
    #expect(desk.notice.contains("Analyse réelle et complexe."))
  }

  @Test(arguments: [
    ("37000034180", "is not for loan", "not-for-loan"),
    ("37000034181", "is requested", "requested"),
    ("37000034182", "is on loan to NGUYEN Paul", "on-loan"),
    ("37000099999", "is in no list of items", "unknown-item"),
  ])
  func anItemThatListsAreAgainstIsAskedForOnceMore(
    _ item: String, _ reason: String, _ name: String
  ) throws {
    let desk = try KnownLists().desk()
    desk.scan(card, item)
    #expect(desk.list.isEmpty)
    #expect(desk.bells == [1])
    #expect(
      desk.notice
        == "NOT recorded: \(item) \(reason) (list of 20 May 2018). If it is right, scan it again."
    )
    desk.scan(item)
    #expect(desk.list == ["loan \(item) \(card)"])
    #expect(against(desk) == [[name]])
    #expect(desk.screen.contains("\(item) !"))
    let replay = try JournalReader.replay(
      path: TestDisk.folder.journal, fileSystem: desk.disk)
    #expect(
      replay?.unsaved.first?.transaction.origins?.objectionNames == [name])
  }

  @Test func withinHalfASecondItIsADoubleBeep() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, "37000034180")
    desk.pause = .milliseconds(249)
    desk.scan("37000034180", "37000034180")
    #expect(desk.list.isEmpty)
    desk.pause = .milliseconds(2)
    desk.scan("37000034180")
    #expect(against(desk) == [["not-for-loan"]])
  }

  @Test(arguments: [
    ("9921000000165", "is blocked (amende de 12 €)", "blocked"),
    ("9921000000166", "has expired (30 Sep 2017)", "expired"),
    ("9921000000199", "is in no list of borrowers", "unknown-borrower"),
  ])
  func aCardThatListsAreAgainstIsAskedForBeforeTheItems(
    _ card: String, _ reason: String, _ name: String
  ) throws {
    let desk = try KnownLists().desk()
    desk.scan(card)
    #expect(desk.borrower == "" && desk.bells == [1])
    #expect(desk.notice.contains("NOT recorded: \(card) \(reason) (list of"))
    desk.scan(card, known, "37000034183")
    #expect(desk.borrower == card)
    #expect(against(desk) == [[name], [name]])
  }

  @Test func whatTheReaderHasAlreadyIsRenewedWithoutAQuestion() throws {
    let lists = try KnownLists()
    try lists.add(
      .loans, "Barcode;Carte;Date de retour\n37000034183;\(card);2018-06-15\n")
    let desk = try lists.desk()
    desk.scan(card, "37000034183")
    #expect(against(desk) == [[]])
  }

  @Test func whatWasRecordedHereIsNewerThanAList() throws {
    let desk = try KnownLists().desk()
    desk.press(.function(3))
    desk.scan("37000034182")
    #expect(desk.list == ["return 37000034182"])
    #expect(desk.notice.contains("NGUYEN Paul had it."))
    desk.press(.function(3))
    desk.scan(card, "37000034182")
    #expect(against(desk) == [[], []])
    // Lent here, it is on loan to others.
    desk.press(.function(4))
    desk.scan("9921000000165", "9921000000165", "37000034182")
    #expect(desk.notice.contains("is on loan to DUCASSE Loïc"))
    desk.scan("37000034182")
    #expect(against(desk).last == ["on-loan", "blocked"])
  }

  @Test func aReturnIsRecordedAtOnceAndToldWhatIsOdd() throws {
    let desk = try KnownLists().desk()
    desk.press(.function(3))
    desk.scan("37000034181")
    #expect(desk.list.count == 1 && desk.bells == [1])
    #expect(
      desk.notice.contains(
        "Put 37000034181 aside: it is requested (list of 20 May 2018)."))
    desk.scan("37000099999")
    #expect(desk.list.count == 2 && desk.bells == [1])
    #expect(desk.notice.contains("37000099999 is in no list of items"))
    #expect(against(desk) == [[], ["unknown-item"]])
    desk.scan("37000034180")
    #expect(desk.list.count == 3 && desk.bells == [])
  }

  @Test func ofAKindWithoutAListNothingIsAsked() throws {
    let lists = try KnownLists([(.items, KnownLists.items)])
    let desk = try lists.desk()
    desk.scan("55", known)
    #expect(against(desk) == [[]])
    let cards = try KnownLists([(.borrowers, KnownLists.borrowers)]).desk()
    cards.scan(card, "77")
    #expect(against(cards) == [[]])
  }

  @Test func aCardAmongItemsIsTheNextReader() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known, "9921000000165")
    #expect(desk.notice.contains("is a borrower's card"))
    #expect(desk.list.count == 1)
  }

  @Test func anEstimateOfTheDueDateIsShownAndNeverWritten() throws {
    var rules = DueRules()
    rules.days = 21
    let desk = try DeskSession(dueRules: rules)
    desk.scan(card, known)
    #expect(desk.notice.hasSuffix("Due about 21 Jun 2018."))
    #expect(
      try String(
        contentsOfFile: desk.disk.realPath(of: TestDisk.folder.journal),
        encoding: .utf8
      ).contains("06-21") == false)
  }

  // MARK: Look-up

  @Test func wordsOfATitleFindItsItems() throws {
    let desk = try KnownLists().desk()
    desk.scan(card)
    desk.press(.function(5))
    desk.type("equations")
    desk.press(.enter)
    #expect(desk.screen.contains("In the lists of 20 May 2018:"))
    #expect(
      desk.screen.contains(
        "37000034182     Équations aux dérivées · M515 BRE · on loan, due 15 Jun"
      ))
    desk.pause = .seconds(2)
    desk.press(.enter)
    #expect(desk.screen.contains("Item 37000034182"))
    #expect(desk.screen.contains("NGUYEN Paul has it."))
    // Behind the page, scans are recorded.
    desk.scan(known)
    #expect(desk.list == ["loan \(known) \(card)"])
    desk.press(.function(7))
    #expect(desk.screen.contains("Borrower 9921000000166"))
    #expect(desk.screen.contains("On loan by the lists of 20 May 2018:"))
  }

  @Test func oneScanIsTheAnswerOfALookUp() throws {
    let desk = try KnownLists().desk()
    desk.press(.function(5))
    desk.scan("37000034180")
    #expect(desk.list.isEmpty)
    #expect(desk.screen.contains("Atlas routier de France · G914 ATL"))
  }

  @Test func theItemOfALineIsShownAndAmendedFromThere() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known)
    desk.press(.function(6))
    #expect(desk.screen.contains("Item \(known)"))
    #expect(desk.screen.contains("Rudin W."))
    desk.press(.function(6))
    desk.scan("37000034183")
    #expect(desk.list == ["loan 37000034183 \(card)"])
  }

  @Test func whatIsAmendedIsHeldAgainstTheListsToo() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known)
    desk.press(.function(6), .function(6))
    desk.scan("37000034180")
    #expect(desk.list == ["loan \(known) \(card)"])
    #expect(desk.notice.contains("is not for loan"))
    desk.scan("37000034180")
    #expect(desk.list == ["loan 37000034180 \(card)"])
    #expect(against(desk) == [["not-for-loan"]])
  }

  // MARK: Privacy

  @Test func atTheLevelOfNumbersNoNameIsSeen() throws {
    let desk = try KnownLists(level: .numbers).desk()
    desk.scan("9921000000165")
    #expect(desk.notice.contains("9921000000165 is blocked (list of"))
    desk.scan("9921000000165", known, "37000034182", "37000034182")
    desk.press(.function(3))
    desk.scan("37000034182")
    #expect(desk.list.count == 3)
    let all = desk.screen + desk.notice
    for name in ["LAMBERT", "Zoé", "NGUYEN", "Paul", "Physique"] {
      #expect(!all.contains(name))
    }
  }

  // MARK: The file

  @Test func withoutACatalogueNothingIsToldOrAsked() throws {
    let lists = try KnownLists([])
    let desk = try lists.desk()
    desk.scan("1", "2")
    #expect(desk.list == ["loan 2 1"])
    #expect(desk.station.warnings.isEmpty)
    // The first import is taken up by the open desk.
    try lists.add(.items, KnownLists.items)
    desk.scan("37000034180")
    #expect(desk.notice.contains("is not for loan"))
  }

  @Test func aCatalogueThatIsNamedAndMissingIsOneWarning() throws {
    let lists = try KnownLists([])
    let desk = try DeskSession(
      lists: CatalogueWatch(lists.path, isNamed: true))
    desk.feed([.resize(.usual)])
    desk.tick()
    #expect(desk.station.warnings.count == 1)
    #expect(desk.station.warnings.first?.text.contains(lists.path) == true)
    desk.scan("1", "2")
    #expect(desk.list == ["loan 2 1"])
    try lists.add(.items, KnownLists.items)
    desk.scan("37000034180")
    #expect(desk.notice.contains("is not for loan"))
    #expect(desk.station.warnings.isEmpty)
  }

  @Test func aNewFileIsTakenUpBetweenTwoScans() throws {
    let lists = try KnownLists([(.items, KnownLists.items)])
    let desk = try lists.desk()
    desk.scan(card, known)
    try lists.add(
      .items, KnownLists.items.replacing("RUD;non", with: "RUD;oui"))
    desk.press(.function(3), .function(3))
    desk.clock.advance(by: 3_600)
    desk.scan(known)
    #expect(desk.notice.contains("is not for loan"))
    #expect(desk.station.warnings.isEmpty)
  }

  @Test func aCatalogueThatIsGoneIsOneWarningAndEveryScanIsRecorded() throws {
    let lists = try KnownLists()
    let desk = try lists.desk()
    try FileManager.default.removeItem(atPath: lists.path)
    desk.scan("1", "2", "3", "4")
    #expect(desk.list == ["loan 2 1", "loan 3 1", "loan 4 1"])
    #expect(desk.station.warnings.count == 1)
    #expect(
      desk.screen.contains("The lists are not used. Everything is recorded."))
  }
}
