import Testing
import Textbooks

@testable import Catalogue

/// The titles that classes and courses use, and the items of each.
struct ClassTitleTests {
  private let lists = ListFolder()

  private static let items = """
    barcode,title,isbn,call number
    1,Maths 4e – Sigma,978-2-01-015550-1,M410
    2,"Maths, 4E: Sigma",,M410
    3,Latin 4e,2-01-015551-4,L410
    4,Français 4e,,F410 HUG
    5,Recueil,,F410 HUG

    """

  private func addItems() throws {
    try lists.add([lists.write(Self.items, as: "items.csv")])
  }

  private func addSets(_ text: String) throws -> ImportReport {
    try lists.add([lists.write(text, as: "sets.csv")]) { $0.kind = .sets }
      .report
  }

  private func names(_ catalogue: Catalogue) throws -> [String] {
    try catalogue.classTitles().map { "\($0.group) \($0.name)" }
  }

  @Test(arguments: [
    "class,title,isbn,call number", "Classe;Titre;ISBN;Cote",
    "Groupe;Manuel;ISBN;Cote", "cours;titre;N° ISBN;cote",
  ])
  func aListIsKnownByItsHeader(_ header: String) throws {
    let separator = header.contains(";") ? ";" : ","
    let row = ["4A", "Maths 4e", "", ""].joined(separator: separator)
    let report = try lists.add([lists.write("\(header)\n\(row)\n")]).report
    #expect(report.kind == .sets)
    #expect(report.newCount == 1)
    #expect(report.unusedCount == 0)
    #expect(try names(Catalogue(lists.catalogue)) == ["4A Maths 4e"])
  }

  @Test func aListOfBorrowersWithAnUnknownNumberIsNotTakenForOne() throws {
    let path = try lists.write("Matricule;Classe;Titre\n1;4A;Mlle\n")
    #expect(throws: CatalogueError.self) { try lists.add([path]) }
    let named = try lists.write("class\n4A\n")
    #expect(throws: CatalogueError.self) {
      try lists.add([named]) { $0.kind = .sets }
    }
  }

  @Test func itemsAreFoundByISBNElseTitleElseCallNumber() throws {
    try addItems()
    _ = try addSets(
      """
      class,title,isbn,call number
      4A,Sigma,9782010155501,
      4A,Latin,9782010155512,
      4A,Hugo,,F410 HUG
      4A,Maths 4e - sigma,,

      """)
    let catalogue = try Catalogue(lists.catalogue)
    let titles = try catalogue.classTitles()
    let search = try catalogue.search(for: titles)
    func title(of number: String) throws -> String? {
      try catalogue.item(number).flatMap(search.title).map { titles[$0].name }
    }
    #expect(try title(of: "1") == "Sigma")
    #expect(try title(of: "2") == "Maths 4e - sigma")
    // Ten digits are the same book as thirteen.
    #expect(try title(of: "3") == "Latin")
    #expect(try title(of: "4") == "Hugo")
    #expect(titles.indices.allSatisfy(search.hasCopy))
  }

  @Test func aCallNumberOfSeveralTitlesYieldsToATitle() throws {
    try addItems()
    _ = try addSets("class,title,call number\n4A,Recueil,F410 HUG\n")
    let catalogue = try Catalogue(lists.catalogue)
    let search = try catalogue.search(for: catalogue.classTitles())
    #expect(try catalogue.item("5").flatMap(search.title) == 0)
    #expect(try catalogue.item("4").flatMap(search.title) == nil)
  }

  @Test func titlesWithoutACopyAreSaidAlsoInAPreview() throws {
    try addItems()
    let text = "class,title\n4A,Latin 4e\n4A,Grec 4e\n3B,Grec 3e\n"
    let path = try lists.write(text)
    let preview = try lists.add([path]) {
      $0.kind = .sets
      $0.isPreview = true
    }
    #expect(
      preview.report.titlesWithoutCopy.map(\.name) == ["Grec 3e", "Grec 4e"])
    #expect(try Catalogue(lists.catalogue).classTitles().isEmpty)
    #expect(try addSets(text).titlesWithoutCopy.count == 2)
  }

  @Test func aTitleOfTwoClassesHasTheSameCopies() throws {
    try addItems()
    let outcome = try addSets("class,title\n4A,Latin 4e\n4B,Latin 4e\n")
    #expect(outcome.titlesWithoutCopy.isEmpty)
  }

  @Test func rowsWithoutAClassOrATitleAreRejected() throws {
    let outcome = try lists.add([
      lists.write("class,title,isbn\n,Latin,\n4A,,\n4A,Latin,\n4A,Latin,\n")
    ])
    #expect(outcome.rejected.map(\.reason) == [.noClass, .noTitle])
    #expect(outcome.report.newCount == 1)
    #expect(outcome.report.repeatedCount == 1)
  }

  @Test func theyAreMadeAgainFromTheKeptListAndStayWithoutBorrowers() throws {
    try addItems()
    _ = try addSets("class,title,isbn\n4A,Latin 4e,9782010155512\n")
    let before = try lists.dump()
    #expect(try lists.rebuilding.rebuild() == 2)
    #expect(try lists.dump() == before)
    _ = try lists.rebuilding.erase(.borrowers(before: nil))
    #expect(try lists.dump() == before)
  }

  @Test func aCompleteListEndsTheTitlesOfTheYearBefore() throws {
    _ = try addSets("class,title\n4A,Latin\n4A,Maths\n")
    try lists.add([lists.write("class,title\n4A,Maths\n", as: "next.csv")]) {
      $0.isComplete = true
      $0.isConfirmed = true
    }
    #expect(try names(Catalogue(lists.catalogue)) == ["4A Maths"])
  }

  @Test func classesAreTheSameHoweverTheyAreWritten() throws {
    #expect(SchoolClass("05 A").key == "5a")
    #expect(SchoolClass("5A").key == "5a")
    #expect("2-01-015551-4".foldedISBN == "9782010155512")
    #expect("2010155500, 9782010155512".firstISBN == "9782010155505")
    #expect("none".firstISBN == nil)
    var borrower = Borrower(digest: NumberDigest(value: 1))
    borrower.group = "4A, Latin ,LV2"
    #expect(borrower.groups == ["4A", "Latin", "LV2"])
  }
}
