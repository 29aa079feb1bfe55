import Foundation
import Support
import Tables
import Testing

@testable import Catalogue

/// Lists in forms that are no tables of text, told by their content.
struct ListFormTests {
  private let lists = ListFolder()

  // MARK: Koha

  private func database(_ statements: String) throws -> String {
    let path = lists.folder.path + "/list of readers?.data"
    let database = try Database(path, for: .building)
    try database.execute(statements)
    return path
  }

  @Test func bothMakesOfKohasDatabaseGiveTheirBorrowers() throws {
    let outcome = try lists.add([database(SampleList.koc)], level: .classes)
    #expect(outcome.report.kind == .borrowers)
    #expect(outcome.report.newCount == 2)
    #expect(outcome.report.otherKinds.isEmpty)
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C1")?.name == "Name1 First")
    #expect(try catalogue.borrower("00042")?.name == "Name2")
    try lists.expectNoMarker()

    let other = ListFormTests()
    let path = try other.database(SampleList.koha)
    let second = try other.lists.add([path], level: .classes) {
      $0.rules = RecordRules(
        notForLoan: [], level: .classes, on: "2026-11-20")
    }
    #expect(second.report.newCount == 3)
    #expect(second.report.otherKinds == [path: [.loans]])
    let known = try Catalogue(other.lists.catalogue)
    #expect(try known.borrower("C1")?.expires == "2027-09-30")
    #expect(try known.borrower("C1")?.category == "ST")
    #expect(try known.borrower("C1")?.isBlocked == false)
    #expect(try known.borrower("C2")?.isBlocked == true)
    #expect(try known.borrower("C3")?.isBlocked == false)
    try other.lists.add([path]) { $0.kind = .loans }
    let item = try Catalogue(other.lists.catalogue).item("4711")
    #expect(item?.title == "Title")
    #expect(item?.due == "2026-12-24")
    #expect(item?.isOnLoan == true)
    try other.lists.expectNoMarker()
  }

  @Test func loansWithoutBarcodesAreNoList() throws {
    let path = try database(SampleList.koc)
    #expect(
      throws: CatalogueError.otherKinds(
        file: path, [.borrowers], not: .loans)
    ) {
      try lists.add([path]) { $0.kind = .loans }
    }
  }

  /// A view of that name, a computed column and an index of one could run
  /// anything.
  @Test func nothingOfADatabaseIsObeyed() throws {
    let view = try database(
      """
      CREATE TABLE hidden(cardnumber, surname);
      CREATE VIEW borrowers AS SELECT cardnumber, surname FROM hidden;
      """)
    #expect(throws: CatalogueError.noList(file: view)) {
      try lists.add([view])
    }
    try FileManager.default.removeItem(atPath: view)
    let path = try database(
      """
      CREATE TABLE borrowers(cardnumber TEXT, firstname TEXT,
        surname TEXT AS (hex(zeroblob(5000000))));
      CREATE TABLE log(x);
      CREATE TRIGGER t AFTER INSERT ON borrowers BEGIN
        INSERT INTO log VALUES(1); END;
      CREATE INDEX i ON borrowers(cardnumber, upper(firstname));
      INSERT INTO borrowers(cardnumber, firstname) VALUES('C1', 'First');
      """)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    // A journal beside it would be played back.
    let journal = path + "-journal"
    try Data(repeating: 7, count: 4_096)
      .write(to: URL(fileURLWithPath: journal))
    try lists.add([path], level: .names)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(FileManager.default.fileExists(atPath: journal))
    #expect(
      try Catalogue(lists.catalogue).borrower("C1")?.name == "First")
  }

  @Test func theDownloadOfKohaGivesEachOfItsLists() throws {
    let path = try lists.write(SampleList.download, as: "list.pl")
    let report = try lists.add([path], level: .classes).report
    #expect(report.kind == .borrowers)
    #expect(report.otherKinds == [path: [.items, .loans]])
    try lists.add([path]) { $0.kind = .items }
    try lists.add([path]) { $0.kind = .loans }
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C1")?.name == "Näme 😀")
    #expect(try catalogue.borrower("C1")?.block == "9999-12-31")
    #expect(try catalogue.borrower("C2")?.isBlocked == true)
    #expect(try catalogue.item("0815")?.title == "A \"title\"")
    #expect(try catalogue.item("4711")?.isOnLoan == true)
    try lists.expectNoMarker()
  }

  /// Of three lists with five thousand rows a page, one ends before another.
  @Test func aPageMayHaveNoRowOfAList() throws {
    let first = try lists.write(
      """
      {"patrons": {"C1": {"cardnumber": "C1", "surname": "One"}},
       "items": {"1": {"barcode": "1", "title": "A"}}, "finished": 0}
      """, as: "list0")
    let last = try lists.write(
      """
      {"items": {"2": {"barcode": "2", "title": "B"}}, "patrons": {},
       "finished": 1}
      """, as: "list1")
    let report = try lists.add([first, last]).report
    #expect(report.kind == .borrowers)
    #expect(report.newCount == 1)
    #expect(report.otherKinds == [first: [.items], last: [.items]])
    #expect(
      try lists.add([first, last]) { $0.kind = .items }.report.newCount == 2)
  }

  // MARK: Alma

  @Test func theUsersOfAlmaAreKnownByTheirCards() throws {
    let path = try lists.write(SampleList.users, as: "list.data")
    let outcome = try lists.add([path], level: .classes)
    #expect(outcome.report.kind == .borrowers)
    #expect(outcome.rejected.map(\.reason) == [.noNumber])
    let catalogue = try Catalogue(lists.catalogue)
    for number in ["B1", "B2"] {
      let borrower = try catalogue.borrower(number)
      #expect(borrower?.name == "One & Two Élise")
      #expect(borrower?.expires == "2027-09-30")
      #expect(borrower?.category == "ST")
      #expect(borrower?.block == "Owes")
    }
    #expect(try catalogue.borrower("id1") == nil)
    try lists.expectNoMarker()
    let other = ListFolder()
    try other.add([path]) { $0.columns.named = [.borrower: "UNIV"] }
    #expect(try Catalogue(other.catalogue).borrower("U1") != nil)
  }

  @Test func theOlderFormOfAlmaIsReadInUTF16Too() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-16"?>
      <u:userRecords xmlns:u="http://example.org"><u:userRecord><u:userDetails>
      <u:userName>id1</u:userName><u:lastName>Ünal</u:lastName>
      <u:userGroup>ST</u:userGroup></u:userDetails></u:userRecord>
      </u:userRecords>
      """
    for data in [
      Data(text.replacing("UTF-16", with: "UTF-8").utf8),
      Data([0xff, 0xfe]) + text.data(using: .utf16LittleEndian)!,
      text.data(using: .utf16BigEndian)!,
    ] {
      let lists = ListFolder()
      try lists.add([lists.write(data, as: "list")], level: .names)
      #expect(
        try Catalogue(lists.catalogue).borrower("id1")?.name == "Ünal")
    }
  }

  @Test func anEntityIsNotRead() throws {
    let path = try lists.write(
      """
      <!DOCTYPE users [<!ENTITY x SYSTEM "file:///etc/hostname">]>
      <users><user><primary_id>1</primary_id><last_name>&x;</last_name></user>
      </users>
      """, as: "list")
    #expect(throws: CatalogueError.table(.damaged, file: path)) {
      try lists.add([path], level: .names)
    }
  }

  @Test(
    arguments: [
      "<records><record/></records>", "{\"a\": [{\"barcode\": 1}]}",
      "[{\"barcode\": 1}]",
    ])
  func anUnknownContentIsSaidToHaveNoList(_ text: String) throws {
    let path = try lists.write(text, as: "list")
    #expect(throws: CatalogueError.noList(file: path)) {
      try lists.add([path])
    }
  }
}
