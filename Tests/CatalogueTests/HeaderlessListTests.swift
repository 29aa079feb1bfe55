import Foundation
import Support
import Tables
import Testing

@testable import Catalogue

/// Lists whose header says nothing, or that have none.
struct HeaderlessListTests {
  private let lists = ListFolder()

  @Test func theReadersOfPMBNeedNoHeader() throws {
    for end in ["", ";"] {
      let path = try lists.write(
        "E1;Élève;Un;Marker;Marker;75001;Marker;Marker;01/02/2013;5A;F\(end)\n"
          + "E2;O'Ney;Deux;;;;;;;5A;\(end)\n"
          + "E3;shifted;Trois;;;;;;5A;\(end)\n"
          + (4..<40).map { "E\($0);A;B;;;;;;;5B;M\(end)\n" }.joined())
      let outcome = try lists.add([path], level: .classes)
      #expect(outcome.report.kind == .borrowers)
      #expect(
        outcome.rejected.map(\.reason) == [
          .cellCount(end.isEmpty ? 10 : 11, expected: 11)
        ] || end == ";")
      let reader = try Catalogue(lists.catalogue).borrower("E1")
      #expect(reader?.name == "Élève Un")
      #expect(reader?.group == "5A")
      try lists.expectNoMarker()
    }
  }

  @Test func aListOfBlocksIsKnownByItsLetters() throws {
    let outcome = try lists.add(
      [lists.write("C1 L\nC2 E\nC3 B\nC4 D\n", as: "list")], level: .names)
    #expect(outcome.report.kind == .blocks)
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.borrower("C3")?.block == "B")
    #expect(try catalogue.borrower("C4")?.isBlocked == true)
  }

  @Test func ofNumbersAloneTheKindIsAsked() throws {
    for text in ["4711\n4712\n0815\n", "Barcode\n4711\n4712\n"] {
      let path = try lists.write(text)
      #expect {
        try lists.add([path])
      } throws: { error in
        guard case CatalogueError.question(let question, _) = error else {
          return false
        }
        return question.doubt == .kind
      }
      #expect(!FileManager.default.fileExists(atPath: lists.catalogue))
    }
    try lists.add([lists.write("4711\n4712\n0815\n")]) { $0.kind = .items }
    #expect(try Catalogue(lists.catalogue).item("0815") != nil)
  }

  @Test func aColumnOfISBNsIsNotTakenForNumbersUnasked() throws {
    let path = try lists.write(
      "Barcode,Title\n"
        + (10..<60).map { "97820700000\($0),A\n" }.joined())
    #expect(
      throws: CatalogueError.question(
        ColumnQuestion(
          header: ["Barcode", "Title"], .bookNumbers("Barcode")), file: path)
    ) {
      try lists.add([path])
    }
    #expect(
      try lists.add([path]) {
        $0.columns.named = [.item: "Barcode"]
      }.report.newCount == 50)
  }

  @Test func theSettingsAddNamesOfColumns() throws {
    let path = try lists.write("book_code,text\n1,A\n")
    try lists.add([path]) {
      $0.columns.added = [.item: ["Book Code"], .title: ["text"]]
    }
    #expect(try Catalogue(lists.catalogue).item("1")?.title == "A")
  }
}
