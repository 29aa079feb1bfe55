import Circulation
import Foundation
import Testing

@testable import Catalogue

/// The lists that are kept, and the catalogue that is made again from them.
struct KeptListTests {
  private let lists = ListFolder()

  /// Imports lists of each kind, the second of items and that of borrowers with
  /// other columns.
  private func addAll(_ level: PrivacyLevel = .classes) throws {
    try lists.add([
      lists.write(ListFolder.items(0..<2_500), as: "1.csv"),
      lists.write(
        "barcode,policy,title\n1,\"Exclu, dit-on\",\"A \"\"B\"\"\nC\"\n",
        as: "2.csv"),
    ])
    try lists.add([lists.write(ListFolder.readers(0..<300))], level: level)
    try lists.add(
      [
        lists.write(
          "barcode,due date,patron barcode\n37000003,2026-12-24,C7\n",
          as: "loans.csv")
      ], level: level)
    try lists.add([lists.write("C9\nC10\n", as: "blocks.txt")], level: level) {
      $0.kind = .blocks
    }
    try lists.add(
      [lists.write("barcode,status\n37000003,4. lost\n37000004,1\n")],
      level: level
    ) {
      $0.isComplete = true
      $0.isConfirmed = true
    }
  }

  private func write(_ data: Data, to path: String) throws {
    try data.write(to: URL(fileURLWithPath: path))
  }

  private func read(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func everything() throws -> [String] {
    try lists.dump() + lists.rows("SELECT * FROM list ORDER BY id")
      + lists.rows("SELECT * FROM title ORDER BY id")
  }

  @Test(arguments: PrivacyLevel.allCases)
  func theSameCatalogueIsMadeAgain(_ level: PrivacyLevel) throws {
    try addAll(level)
    let before = try everything()
    #expect(before.count > 3_500)
    try FileManager.default.removeItem(atPath: lists.catalogue)
    #expect(try lists.rebuilding.rebuild() == 5)
    #expect(try everything() == before)
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.items(titled: "titl 83", maximum: 3).count == 3)
    #expect(try catalogue.borrower("C9")?.isBlocked == true)
    #expect(try catalogue.item("1")?.title == "A \"B\"\nC")
  }

  @Test func howMuchIsReadIsToldOnTheWay() throws {
    try addAll()
    let length = try lists.keptLists().reduce(0) { try $0 + read($1).count }
    var told: [Int] = []
    _ = try lists.rebuilding.rebuild { done, all in
      #expect(all == length)
      told.append(done)
    }
    #expect(told == told.sorted() && told.last == length)
    var isTold = false
    _ = try lists.rebuilding.erase(.borrowers(before: nil)) { done, all in
      isTold = isTold || done == all && all < length
    }
    #expect(isTold)
  }

  @Test func whateverIsInItsPlaceIsReplaced() throws {
    try addAll()
    let before = try everything()
    let whole = try read(lists.catalogue)
    var otherVersion = whole
    otherVersion[60..<64] = Data([0, 0, 0, 1])
    for content in [
      Data(), Data("no database".utf8), whole.prefix(whole.count / 2),
      otherVersion,
    ] {
      try write(content, to: lists.catalogue)
      #expect(try lists.rebuilding.rebuild() == 5)
      #expect(try everything() == before)
    }
  }

  @Test func whatIsNoCatalogueOfOursIsNotReplaced() throws {
    try write(Data("a letter".utf8), to: lists.catalogue)
    #expect(throws: CatalogueError.noKeptLists(lists.catalogue)) {
      try lists.rebuilding.rebuild()
    }
    #expect(try read(lists.catalogue) == Data("a letter".utf8))
  }

  @Test func anImportGoesOnFromTheListsWhereTheCatalogueIsMissing() throws {
    try addAll()
    let before = try everything()
    try FileManager.default.removeItem(atPath: lists.catalogue)
    let items = try lists.write("barcode,title\n1,\"A \"\"B\"\"\nC\"\n")
    #expect(try lists.add([items]).report.newCount == 0)
    #expect(try everything().count == before.count + 1)
  }

  /// As after a kill between the list and the catalogue.
  @Test func aListThatTheCatalogueLacksJoinsItWithTheNextOne() throws {
    let first = try lists.write(ListFolder.items(0..<10))
    try lists.add([first])
    let old = try read(lists.catalogue)
    try lists.add([lists.write(ListFolder.readers(0..<10))], level: .names)
    try write(old, to: lists.catalogue)
    try lists.add([lists.write(ListFolder.items(5..<15))])
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.lists().map(\.id) == [1, 2, 3])
    #expect(try catalogue.counts().borrowers == 10)
  }

  @Test func aListThatIsMissingIsNamedAndCanBeDoneWithout() throws {
    try addAll()
    let path = try #require(lists.keptLists().dropFirst().first)
    #expect(path.hasSuffix("/000002-borrowers-2026-11-21.csv"))
    try FileManager.default.removeItem(atPath: path)
    let before = try read(lists.catalogue)
    let items = try lists.write(ListFolder.items(0..<5))
    #expect(throws: CatalogueError.keptListMissing(path)) {
      try lists.add([items])
    }
    #expect(try read(lists.catalogue) == before)
    #expect(try lists.rebuilding.rebuild() == 4)
    try lists.add([items])
    #expect(
      try Catalogue(lists.catalogue).lists().map(\.id) == [1, 3, 4, 5, 6])
  }

  @Test func aDamagedListIsNamedAndNothingIsChanged() throws {
    try lists.add([lists.write(ListFolder.readers(0..<30))], level: .classes)
    let before = try read(lists.catalogue)
    let path = try #require(lists.keptLists().first)
    let whole = try read(path)
    // White space around cells says nothing.
    for place in stride(from: 0, to: whole.count, by: 23)
    where whole[place] > 0x20 {
      var damaged = whole
      damaged[place] ^= 1
      try write(damaged, to: path)
      expectDamage(in: path)
      try write(whole.prefix(place), to: path)
      expectDamage(in: path)
    }
    try write(whole, to: path)
    #expect(try read(lists.catalogue) == before)
    #expect(try lists.rebuilding.rebuild() == 1)
  }

  private func expectDamage(in path: String) {
    do {
      _ = try lists.rebuilding.rebuild()
      Issue.record("no error")
    } catch CatalogueError.keptList(let damaged, _, _) {
      #expect(damaged == path)
    } catch {
      Issue.record(error)
    }
  }

  @Test func theLineOfADamageIsNamed() throws {
    try lists.add([lists.write(ListFolder.items(0..<2_500))])
    let path = try #require(lists.keptLists().first)
    let text = String(decoding: try read(path), as: UTF8.self)
    let row = text.replacing("37000007,Title 2,A 7", with: "37000007,Title 2")
    try write(Data(row.utf8), to: path)
    let line = text.split(separator: "\r\n")
      .firstIndex { $0.hasPrefix("37000007") }
    #expect(
      throws: CatalogueError.keptList(
        path, line: line.map { $0 + 1 }, .row)
    ) {
      try lists.rebuilding.rebuild()
    }
    let title = text.replacing("Title 2,A 7", with: "Title 3,A 7")
    try write(Data(title.utf8), to: path)
    #expect(
      throws: CatalogueError.keptList(path, line: 1_001, .sum)
    ) {
      try lists.rebuilding.rebuild()
    }
  }

  @Test func onlyTheOwnerReadsTheLists() throws {
    try addAll()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        as? Int
    }
    #expect(try mode(lists.catalogue + ".lists") == 0o700)
    for path in try lists.files() { #expect(try mode(path) == 0o600) }
  }

  @Test func twoImportsDoNotRunAtATime() throws {
    let path = try lists.write(ListFolder.items(0..<5))
    let other = KeptLists(of: lists.catalogue, on: PosixFileSystem())
    let hold = try other.hold()
    #expect(throws: CatalogueError.busy(lists.catalogue)) {
      try lists.add([path])
    }
    #expect(throws: CatalogueError.busy(lists.catalogue)) {
      try lists.rebuilding.erase(.all)
    }
    withExtendedLifetime(hold) {}
    // A preview changes nothing, and waits for nobody.
    #expect(try lists.add([path]) { $0.isPreview = true }.report.newCount == 5)
  }

  // MARK: Erasing

  @Test func erasedBorrowersAreInNoFile() throws {
    try addAll()
    #expect(try lists.isKept("Nachname7"))
    let erased = try lists.rebuilding.erase(.borrowers(before: nil))
    #expect(erased.map(\.kind) == [.borrowers, .loans, .blocks])
    for text in ["Nachname", "Klasse", "C27"] {
      #expect(try !lists.isKept(text), "\(text)")
    }
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.counts().borrowers == 0)
    #expect(try catalogue.counts().items == 2_501)
    #expect(try catalogue.item("37000003")?.isOnLoan != true)
    #expect(try lists.rebuilding.erase(.borrowers(before: nil)) == [])
    try lists.add([lists.write(ListFolder.readers(0..<3))])
    #expect(try Catalogue(lists.catalogue).lists().map(\.id) == [1, 5, 6])
  }

  @Test func ofAnErasedCatalogueNothingIsLeft() throws {
    try addAll()
    #expect(try lists.rebuilding.erase(.all).count == 5)
    #expect(try lists.files() == [])
    #expect(try lists.rebuilding.erase(.all) == [])
  }

  @Test func aFileThatIsNoCatalogueIsNotErased() throws {
    for content in ["201805311003R37000034181\r\n", "SQLite format 3\0", ""] {
      try Data(content.utf8).write(
        to: URL(fileURLWithPath: lists.catalogue))
      #expect(throws: CatalogueError.notACatalogue(lists.catalogue)) {
        try lists.rebuilding.erase(.all)
      }
      #expect(try lists.files() == [lists.catalogue])
    }
  }

  @Test func aCatalogueWhoseListsAreGoneIsErased() throws {
    try addAll()
    try FileManager.default.removeItem(atPath: lists.catalogue + ".lists")
    #expect(try lists.rebuilding.erase(.all) == [])
    #expect(try lists.files() == [])
  }

  @Test func onlyOldListsOfBorrowersAreErasedByTheirAge() throws {
    for (day, numbers) in [("2025-06-30", 0..<10), ("2026-11-20", 10..<20)] {
      try lists.add(
        [lists.write(ListFolder.readers(numbers))], level: .names
      ) { $0.imported = day + "T08:00:00+01:00" }
    }
    try lists.add([lists.write(ListFolder.items(0..<5))]) {
      $0.imported = "2020-01-01T08:00:00+01:00"
    }
    let rebuilding = lists.rebuilding
    #expect(!rebuilding.hasBorrowers(before: "2025-06-30"))
    #expect(rebuilding.hasBorrowers(before: "2025-07-01"))
    let erased = try rebuilding.erase(.borrowers(before: "2025-07-01"))
    #expect(erased.map(\.id) == [1])
    #expect(!rebuilding.hasBorrowers(before: "2025-07-01"))
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C9") == nil)
    #expect(try catalogue.borrower("C10")?.name == "Nachname10 Vor")
    #expect(try catalogue.counts().items == 5)
    #expect(try !lists.isKept("Nachname9"))
  }

  @Test func aLowerLevelReachesOlderListsToo() throws {
    try lists.add([lists.write(ListFolder.readers(0..<10))], level: .classes)
    let report = try lists.add(
      [lists.write(ListFolder.readers(10..<20))], level: .numbers
    ).report
    #expect(report.reducedCount == 1)
    for text in ["Nachname", "C7", "Klasse"] {
      #expect(try !lists.isKept(text), "\(text)")
    }
    let before = try everything()
    #expect(try lists.rebuilding.rebuild() == 2)
    #expect(try everything() == before)
    #expect(try Catalogue(lists.catalogue).borrower("C7") != nil)
  }

  /// What a killed import left has names too.
  @Test func leftoversAreErasedToo() throws {
    try lists.add([lists.write(ListFolder.items(0..<5))])
    for name in [".catalogue.offcirc-new", ".catalogue.offcirc-new-0123abcd"] {
      _ = try lists.write("Nachname7", as: name)
    }
    _ = try lists.write(
      "Nachname7", as: "catalogue.lists/.000002-items.csv.offcirc-new")
    _ = try lists.rebuilding.erase(.borrowers(before: nil))
    #expect(try lists.files().count == 2)
  }
}
