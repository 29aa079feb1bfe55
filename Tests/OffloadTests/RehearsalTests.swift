import Catalogue
import Circulation
import Settings
import Support
import Testing

@testable import Languages
@testable import Offload

/// What is foretold of a file, by lists and by the lines before.
struct RehearsalTests: Rehearsing {
  let folder = TestFolder()

  private let items = """
    barcode,title,item policy,requests
    1001,Atlas,Prêt normal,0
    1002,Analyse,Prêt normal,0
    1003,Annales,Exclu du prêt,0
    1004,Algèbre,Prêt normal,1

    """
  private let borrowers = """
    card number,block,expiry date
    C1,,2027-01-01
    C2,1,2027-01-01
    C3,,2018-05-30
    C4,,2018-05-31

    """
  private let loans = """
    barcode,due date,patron barcode
    1002,2018-06-24,C1
    1004,2018-06-24,C4

    """

  @Test func aLineThatGoesAsMeantIsNotTold() throws {
    let known = try catalogue(items, borrowers, loans)
    let lines = [
      loan("1001", "C1"), loan("1001", "C1"), back("1001"), back("1002"),
      loan("1002", "C4"),
    ]
    #expect(try rehearse(lines, known).isEmpty)
  }

  @Test func whatTheListsSayAgainstALineIsTold() throws {
    let known = try catalogue(items, borrowers, loans)
    let lines = [
      loan("9999", "C1"), loan("1001", "C9"), loan("1003", "C1"),
      loan("1001", "C2"), loan("1002", "C3"), back("1004"), back("1004"),
      "201805311000X1001",
    ]
    #expect(
      try rehearse(lines, known).inShort == [
        "1 item-unknown certain", "2 borrower-unknown certain",
        "3 not-for-loan certain", "4 blocked certain",
        "5 lent-to-other unknown", "5 expired certain", "6 requested certain",
        "7 not-on-loan certain", "7 requested certain", "8 unreadable certain",
      ])
  }

  @Test func aLoanThatFailsLeavesTheItemOnTheShelf() throws {
    let known = try catalogue(items, borrowers, loans)
    let told = try rehearse([loan("1001", "C9"), back("1001")], known)
    #expect(
      told.map(\.message) == [
        "User not found. Barcode: C9",
        "Return item failed, item was not on loan. Barcode: 1001",
      ])
  }

  @Test func withoutListsOfAKindNothingIsSaidOfIt() throws {
    let known = try catalogue(items)
    let told = try rehearse(
      [loan("1001", "C9"), back("1002"), back("9999")], known)
    #expect(told.inShort == ["3 item-unknown certain"])
  }

  @Test func aListOfLoansAloneMakesNoItemUnknown() throws {
    let known = try catalogue(loans)
    #expect(try rehearse([loan("1001", "C1")], known).isEmpty)
  }

  @Test func anOldOrIncompleteListMakesNothingCertain() throws {
    let old = try catalogue(
      items, borrowers, loans, exported: "2018-04-01")
    let day = try #require(ListBasis.day("2018-04-01"))
    let lines = [loan("9999", "C1"), back("1001"), loan("1002", "C1")]
    #expect(
      try rehearse(lines, old).map(\.certainty) == [
        .likely(.older(day: day)), .likely(.older(day: day)),
      ])
    let other = RehearsalTests()
    let partial = try other.catalogue(items, isComplete: false)
    #expect(
      try other.rehearse([loan("9999", "C1")], partial).map(\.certainty)
        == [.likely(.incomplete)])
  }

  @Test func aListAfterTheOutageMayKnowWhatHappenedSince() throws {
    let known = try catalogue(items, borrowers, loans, exported: "2018-06-02")
    let day = try #require(ListBasis.day("2018-06-02"))
    #expect(
      try rehearse([back("1001")], known).map(\.certainty)
        == [.likely(.newer(day: day))])
  }

  @Test func filesAreUploadsOneAfterTheOther() throws {
    let known = try catalogue(items, borrowers, loans)
    let paths = [
      folder.write([loan("1001", "C1")], to: "1.dat"),
      folder.write([back("1001"), back("1001")], to: "2.dat"),
    ]
    var told: [RehearsedLine] = []
    _ = try Rehearsal(of: paths, in: .alma, by: known).run { told.append($0) }
    #expect(told.map(\.file) == [1])
    #expect(told.map(\.line) == [2])
    #expect(told.map(\.effect) == [.notOnLoan])
  }

  @Test func aLargeFileIsToldTheSameAsASmallOne() throws {
    // All items are read ahead of the first, and each by itself in the second.
    let all = (0..<400).map { "\(2_000 + $0),T,Prêt normal,0" }
    let known = try catalogue(
      items + all.joined(separator: "\n") + "\n", borrowers, loans)
    let lines = [loan("9999", "C1"), back("1001"), loan("1003", "C1")]
    let large = (0..<400).map { loan("\(2_000 + $0)", "C1") }
    let few = try rehearse(lines, known)
    #expect(few.count == 3)
    #expect(try rehearse(lines + large, known) == few)
  }

  @Test(arguments: [Language.english, .french])
  func thePageSaysWhatToDoNow(_ language: Language) throws {
    let known = try catalogue(items, borrowers, loans)
    let path = folder.write(
      [loan("1001", "C9"), loan("1003", "C1"), loan("1002", "C4")],
      to: "up.dat")
    let rehearsal = try Rehearsal(of: [path], in: .alma, by: known)
    var page = RehearsalPage(
      of: rehearsal, try RehearsalNotes(known), language.words, maximum: 50)
    let summary = try rehearsal.run { line throws(CatalogueError) in
      try page.add(line)
    }
    let text = page.document(summary, language: language.rawValue).text
    let words = language.words
    for effect in [
      LineEffect.borrowerUnknown, .notForLoan, .lentToOther,
    ] {
      #expect(text.contains(words.heading(of: effect, count: 1)))
    }
    #expect(!words.heading(of: .notForLoan, count: 12_345).contains("12345"))
    #expect(text.contains("User not found. Barcode: C9"))
    #expect(text.contains("Annales"))
  }

  /// Days of an upload, and the lines that are late then.
  private static let late: [(String, LibrarySystem, [Int])] = [
    ("2018-06-07", .alma, []), ("2018-06-08", .alma, [1]),
    ("2018-06-21", .koha, [1]), ("2018-06-22", .koha, [1, 2]),
    ("2018-06-22", .pmb, []),
  ]

  /// The lines are of 31 May 2018.
  @Test(arguments: late)
  func loansThatAreOverdueAtTheUploadAreTold(
    _ day: String, _ system: LibrarySystem, _ lines: [Int]
  ) throws {
    let known = try catalogue(
      "barcode,title,item policy\n1,A,DVD\n2,B,Prêt normal\n",
      "card number,expiry date\nC1,2027-01-01\n")
    var rules = DueRules()
    rules.days = 21
    rules.rules = [DueRules.Rule(name: "dvd", days: 7)]
    let path = folder.write(
      [loan("1", "C1"), loan("2", "C1"), back("1")], to: "up.dat")
    var told: [RehearsedLine] = []
    _ = try Rehearsal(
      of: [path], in: system, by: known, due: rules,
      on: LocalTime(iso8601: Array("\(day)T09:00:00+00:00".utf8).span)
    ).run { told.append($0) }
    let late = told.filter { $0.effect == .pastDue }
    #expect(late.map(\.line) == lines)
    #expect(late.allSatisfy { $0.certainty == .likely(.estimate) })
  }
}
