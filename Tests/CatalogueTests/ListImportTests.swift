import Circulation
import Foundation
import Support
import Testing

@testable import Catalogue

/// Lists into the catalogue.
struct ListImportTests {
  private let lists = ListFolder()

  @Test func theSameListTwiceChangesNothing() throws {
    let path = try lists.write(ListFolder.items(0..<1_000))
    #expect(try lists.add([path]).report.newCount == 1_000)
    let before = try lists.dump()
    let report = try lists.add([path]).report
    #expect(report.sameCount == 1_000)
    #expect(report.newCount + report.changedCount + report.missingCount == 0)
    #expect(try lists.dump() == before)
  }

  @Test func aPreviewCountsTheSameAndChangesNothing() throws {
    try lists.add([lists.write(ListFolder.items(0..<100))])
    let before = try Data(contentsOf: URL(fileURLWithPath: lists.catalogue))
    let path = try lists.write(
      ListFolder.items(50..<200).replacing("Title 20,", with: "Another 20,"))
    let preview = try lists.add([path]) { $0.isPreview = true }.report
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: lists.catalogue)) == before)
    #expect(preview.newCount == 100)
    #expect(preview.changedCount == 3)
    #expect(preview.sameCount == 47)
    #expect(preview.missingCount == 50)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: lists.folder.path)
    #expect(names.sorted() == ["catalogue", "catalogue.lists", "list.csv"])
    #expect(try lists.add([path]).report == preview)
  }

  @Test func severalFilesAreOneList() throws {
    let outcome = try lists.add([
      lists.write(ListFolder.items(0..<10), as: "1.csv"),
      lists.write(
        ListFolder.items(10..<21).replacing(",", with: ";"), as: "2.csv"),
    ])
    #expect(outcome.report.newCount == 21)
    #expect(outcome.report.cutFiles.keys.map { $0.suffix(5) } == ["1.csv"])
    #expect(
      try Catalogue(lists.catalogue).lists().map(\.files) == [
        ["1.csv", "2.csv"]
      ])
  }

  @Test func filesOfSeveralKindsAreNoOneList() throws {
    let items = try lists.write(ListFolder.items(0..<3), as: "1.csv")
    let readers = try lists.write(ListFolder.readers(0..<3), as: "2.csv")
    #expect(
      throws: CatalogueError.severalKinds(
        file: readers, .borrowers, before: .items)
    ) {
      try lists.add([items, readers])
    }
    #expect(!FileManager.default.fileExists(atPath: lists.catalogue))
  }

  @Test func aClassIsNotTakenForTheWholeSchool() throws {
    try lists.add([lists.write(ListFolder.readers(0..<900))], level: .names)
    let path = try lists.write(ListFolder.readers(0..<30))
    #expect(try lists.add([path], level: .names).report.sameCount == 30)
    #expect(try Catalogue(lists.catalogue).counts().goneBorrowers == 0)
    #expect(throws: CatalogueError.tooManyGone(870, of: 900, .borrowers)) {
      try lists.add([path], level: .names) { $0.isComplete = true }
    }
    #expect(try Catalogue(lists.catalogue).counts().goneBorrowers == 0)
    try lists.add([path], level: .names) {
      $0.isComplete = true
      $0.isConfirmed = true
    }
    #expect(try Catalogue(lists.catalogue).counts().goneBorrowers == 870)
  }

  @Test func whoHoldsSomethingIsNeverGone() throws {
    try lists.add([lists.write(ListFolder.readers(0..<20))])
    try lists.add([
      lists.write("barcode,due date,patron barcode\n4711,2026-12-24,C7\n")
    ])
    try lists.add([lists.write(ListFolder.readers(10..<20))]) {
      $0.isComplete = true
      $0.isConfirmed = true
    }
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C7")?.isGone == false)
    #expect(try catalogue.borrower("C6")?.isGone == true)
    #expect(try catalogue.item("4711")?.isOnLoan == true)
  }

  @Test func whatACompleteListOfLoansLacksIsGivenBackAndNotGone() throws {
    try lists.add([lists.write(ListFolder.items(0..<30))])
    let loans = "barcode,due date,patron barcode\n"
    try lists.add([
      lists.write(loans + "37000001,2026-12-24,C7\n37000002,2026-12-24,C7\n")
    ])
    try lists.add([lists.write(loans + "37000002,2027-01-31,C8\n")]) {
      $0.isComplete = true
    }
    let catalogue = try Catalogue(lists.catalogue)
    let back = try catalogue.item("37000001")
    #expect(back?.isOnLoan == false)
    #expect(back?.due == nil)
    #expect(try catalogue.item("37000002")?.due == "2027-01-31")
    #expect(try catalogue.counts().goneItems == 0)
  }

  @Test func whomACompleteListOfBlocksLacksIsFreeAgain() throws {
    try lists.add([lists.write(ListFolder.readers(0..<20))])
    for numbers in ["C1\nC2\n", "C2\n"] {
      try lists.add([lists.write(numbers)]) {
        $0.kind = .blocks
        $0.isComplete = true
      }
    }
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C1")?.isBlocked == false)
    #expect(try catalogue.borrower("C2")?.isBlocked == true)
    #expect(try catalogue.counts().goneBorrowers == 0)
  }

  @Test func numbersStayText() throws {
    try lists.add([
      lists.write("barcode,title\n012345,A\n12345,B\n12E5,C\n1200000,D\n")
    ])
    let catalogue = try Catalogue(lists.catalogue)
    for (number, title) in [
      ("012345", "A"), ("12345", "B"), ("12E5", "C"), ("1200000", "D"),
    ] {
      #expect(try catalogue.item(number)?.title == title)
    }
  }

  @Test func aRoundedNumberIsRejectedWithItsLine() throws {
    let path = try lists.write(
      ListFolder.items(0..<1_000).replacing("37000500,", with: "3.37E+13,"))
    let outcome = try lists.add([path])
    #expect(outcome.report.newCount == 999)
    #expect(outcome.rejected.map(\.line) == [502])
    #expect(outcome.rejected.map(\.reason) == [.rounded("3.37E+13")])
    #expect(
      outcome.rejected.first?.cells == ["3.37E+13", "Title 166", "A 500"])
  }

  @Test func aListOfWhichNoRowIsUsableChangesNothing() throws {
    let path = try lists.write("barcode,title\n3.37E+13,A\n3.38E+13,B\n")
    #expect(throws: CatalogueError.allRejected(file: path, 2)) {
      try lists.add([path])
    }
    #expect(!FileManager.default.fileExists(atPath: lists.catalogue))
  }

  @Test func columnsThatCannotBeToldAreAskedFor() throws {
    let path = try lists.write("book_code,text\n1,A\n")
    #expect(
      throws: CatalogueError.question(
        ColumnQuestion(
          header: ["book_code", "text"], .items, candidate: "book_code"),
        file: path)
    ) {
      try lists.add([path])
    }
    let outcome = try lists.add([path]) {
      $0.kind = .items
      $0.columns.named = [.item: "book_code", .title: "text"]
    }
    #expect(outcome.report.newCount == 1)
    #expect(try Catalogue(lists.catalogue).item("1")?.title == "A")
  }

  @Test(arguments: [9, 10, 5_000])
  func aListThatMayBeCutIsPointedOut(_ count: Int) throws {
    let report = try lists.add([lists.write(ListFolder.items(0..<count))])
      .report
    #expect(report.cutFiles.isEmpty == (count == 9))
  }

  /// Each time with another key of the digests, and so another order.
  @Test(arguments: 1...4)
  func atTheLevelOfNumbersNoNameIsInTheFile(_ time: Int) throws {
    let path = try lists.write(ListFolder.readers(0..<1_000))
    try lists.add([path], level: .classes)
    #expect(try lists.isKept("Nachname7"))
    try lists.add([path], level: .numbers)
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C7")?.name == nil)
    #expect(try catalogue.borrower("C7")?.expires == "2027-09-30")
    #expect(try catalogue.borrower("C1000") == nil)
    for text in ["Nachname", "C777", "Klasse"] {
      #expect(try !lists.isKept(text), "\(text)")
    }
  }

  @Test func neverReadAreAddressesAndPasswords() throws {
    try lists.add(
      [
        lists.write(
          """
          cardnumber,surname,address,phone,email,password,dateofbirth
          C1,Name,Marker Street,Marker5551,marker@example.org,Marker$2a,1999

          """)
      ], level: .classes)
    #expect(try lists.isKept("Name"))
    for text in ["Marker", "marker", "1999"] {
      #expect(try !lists.isKept(text), "\(text)")
    }
  }

  @Test func whatMustNotBeLentIsKnown() throws {
    let path = try lists.write(
      """
      Barcode,Title,Item Policy
      1,A,Prêt normal
      2,B,Exclu du prêt
      3,C,Fonds local

      """)
    try lists.add([path]) {
      $0.rules = RecordRules(notForLoan: ["Fonds local"], level: .numbers)
    }
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.item("1")?.isNotForLoan == false)
    #expect(try catalogue.item("2")?.isNotForLoan == true)
    #expect(try catalogue.item("3")?.isNotForLoan == true)
  }

  @Test func titlesAreFoundByBeginningsOfWords() throws {
    try lists.add([
      lists.write(
        "barcode,title\n1,Équations différentielles\n2,Équations\n3,Atlas\n")
    ])
    let catalogue = try Catalogue(lists.catalogue)
    func found(_ text: String) throws -> [String] {
      try catalogue.items(titled: text, maximum: 10).map(\.number)
    }
    #expect(try found("equations diff") == ["1"])
    #expect(try found("ÉQUA") == ["2", "1"])
    #expect(try found("\"atlas\" OR *") == [])
    #expect(try found("--") == [])
  }

  @Test func aDamagedCatalogueIsAnErrorAndStaysAsItIs() throws {
    let path = try lists.write(ListFolder.items(0..<2_000))
    try lists.add([path])
    let whole = try Data(contentsOf: URL(fileURLWithPath: lists.catalogue))
    for length in stride(from: 0, to: whole.count, by: whole.count / 40) {
      let part = whole.prefix(length)
      try part.write(to: URL(fileURLWithPath: lists.catalogue))
      do {
        let catalogue = try Catalogue(lists.catalogue)
        _ = try catalogue.item("37000777")
        _ = try catalogue.counts()
      } catch is CatalogueError {
      }
      let now = try Data(contentsOf: URL(fileURLWithPath: lists.catalogue))
      #expect(now == part)
    }
  }
}
