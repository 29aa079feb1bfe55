import Circulation
import Foundation
import Support
import Tables
import Testing

@testable import Catalogue

/// Lists that somebody made to do harm: they are refused, or their rows are,
/// and nothing else happens.
struct HostileListTests {
  private let lists = ListFolder()

  @Test func aCellOfAMegabyteIsRefusedWithItsRow() throws {
    let long = String(repeating: "x", count: 1_000_000)
    for (name, data) in [
      ("csv", Data("barcode,title\n1,\(long)\n2,A\n".utf8)),
      (
        "json",
        Data(
          """
          {"items": {"1": {"barcode": "1", "title": "\(long)"},
           "2": {"barcode": "2", "title": "A"}}}
          """.utf8)
      ),
      (
        "xlsx",
        StoredZip.workbook([
          ["Barcode", "Title"], ["1", long], ["2", "A"],
        ])
      ),
      (
        "html",
        Data(
          """
          <table><tr><td>barcode<td>title<tr><td>1<td>\(long)
          <tr><td>2<td>A</table>
          """.utf8)
      ),
    ] {
      let lists = ListFolder()
      let outcome = try lists.add([lists.write(data, as: "list")])
      #expect(
        outcome.rejected.map(\.reason) == [
          .longCell(maximum: RecordReader.maximumLength)
        ], "\(name)")
      #expect(outcome.report.newCount == 1)
      let size = try Data(contentsOf: URL(fileURLWithPath: lists.catalogue))
        .count
      #expect(size < 200_000)
    }
  }

  @Test(arguments: [400, 300_000_000])
  func aWorkbookThatUnpacksToHundredsOfMegabytesIsRefused(
    _ stated: Int
  ) throws {
    let path = try lists.write(
      StoredZip.workbook(
        sheet: StoredZip.packedZeros(300_000_000), packed: stated),
      as: "list")
    #expect(throws: CatalogueError.self) { try lists.add([path]) }
  }

  @Test func entitiesThatGrowAreRefused() throws {
    let entities = (1..<10).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }.joined()
    let path = try lists.write(
      """
      <!DOCTYPE users [<!ENTITY e0 "lol">\(entities)]>
      <users><user><primary_id>&e9;</primary_id></user></users>
      """, as: "list")
    #expect(throws: CatalogueError.table(.damaged, file: path)) {
      try lists.add([path])
    }
    let sheet = """
      <!DOCTYPE x [<!ENTITY e0 "lol">\(entities)]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&e9;</t></is></c></row>
      </sheetData></worksheet>
      """
    let book = try lists.write(
      StoredZip.workbook(sheet: Data(sheet.utf8)), as: "list.xlsx")
    #expect(throws: CatalogueError.table(.damaged, file: book)) {
      try lists.add([book])
    }
  }

  @Test func anArchiveInAnArchiveIsNoWorkbook() throws {
    var outer = StoredZip()
    outer.add("list.xlsx", StoredZip.workbook([["Barcode"], ["1"]]))
    let path = try lists.write(outer.data, as: "list")
    #expect(throws: CatalogueError.table(.empty, file: path)) {
      try lists.add([path])
    }
  }

  @Test func whatIsNotReadIsNamed() throws {
    var book = StoredZip()
    book.add(
      "mimetype", Data("application/vnd.oasis.opendocument.spreadsheet".utf8))
    let open = try lists.write(book.data, as: "list.ods")
    #expect(throws: CatalogueError.table(.openDocument, file: open)) {
      try lists.add([open])
    }
    let old = try lists.write(
      Data([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), as: "list.xls")
    #expect(throws: CatalogueError.table(.oldOffice, file: old)) {
      try lists.add([old])
    }
  }

  @Test func aMillionColumnsAreRefused() throws {
    for text in [
      String(repeating: "barcode,", count: 1_000_000) + "\n1,2\n",
      "<table><tr>" + String(repeating: "<td>x", count: 100_000) + "</table>",
    ] {
      let path = try lists.write(text)
      #expect(throws: CatalogueError.self) { try lists.add([path]) }
    }
  }

  @Test func zerosAndBrokenCharactersAreOfNoNumber() throws {
    let bytes: [UInt8] = [0x31, 0x00, 0x32, 0x2c, 0x41, 0xff, 0xc3, 0x0a]
    let outcome = try lists.add([
      lists.write(
        Data("barcode,title\n".utf8) + Data(bytes) + Data("3,B\n".utf8),
        as: "list")
    ])
    #expect(outcome.rejected.map(\.reason) == [.notANumber("1\u{0}2")])
    let halves: [UInt8] = [
      0xff, 0xfe, 0x37, 0x00, 0x2c, 0x00, 0x00, 0xd8, 0x0a, 0x00, 0x33, 0x00,
      0x2c, 0x00, 0x00, 0xdc, 0x0a,
    ]
    let other = try lists.add([lists.write(Data(halves), as: "list")]) {
      $0.kind = .items
      $0.columns.named = [.item: "1", .title: "2"]
    }
    #expect(other.report.newCount + other.report.changedCount == 2)
  }

  @Test func aFolderADeviceAndAnEmptyFileAreErrors() throws {
    #expect(throws: CatalogueError.self) { try lists.add([lists.folder.path]) }
    #expect(throws: CatalogueError.self) { try lists.add(["/dev/zero"]) }
    let path = try lists.write("")
    #expect(throws: CatalogueError.noRow(file: path)) {
      try lists.add([path])
    }
  }

  /// A short text before the library's page could be read from elsewhere.
  @Test func aPageLoadsNothing() throws {
    let secret = try lists.write("Marker", as: "secret")
    let outcome = try lists.add([
      lists.write(
        """
        <!DOCTYPE html [<!ENTITY x SYSTEM "file://\(secret)">]><html>
        <script>Marker</script><iframe src="file://\(secret)"></iframe>
        <table><tr><td>barcode<td>title<tr><td>1<td>&x;</table></html>
        """)
    ])
    #expect(outcome.report.newCount == 1)
    let title = try Catalogue(lists.catalogue).item("1")?.title
    #expect(title?.contains("Marker") != true)
  }
}
