import Testing

@testable import Catalogue

/// The titles that pupils keep for two years.
struct TwoYearTests {
  private let lists = ListFolder()

  @Test(arguments: [
    ("two-year", "yes", "no"), ("Livre de deux ans", "oui", "non"),
    ("2 ans", "x", ""), ("bisannuel", "1", "0"),
  ])
  func aListTellsThemInItsOwnWords(
    header: String, yes: String, no: String
  ) throws {
    let path = try lists.write(
      "barcode,title,\(header)\n27001,A,\(yes)\n27002,B,\(no)\n")
    #expect(try lists.add([path]).report.leftOut == [])
    let catalogue = try Catalogue(lists.catalogue)
    #expect(try catalogue.item("27001")?.isTwoYear == true)
    #expect(try catalogue.item("27002")?.isTwoYear != true)
  }

  @Test func aLaterListWithoutTheColumnLeavesThem() throws {
    let first = try lists.write(
      "barcode,title,two-year\n27001,A,yes\n", as: "first.csv")
    let second = try lists.write(
      "barcode,title\n27001,A2\n", as: "second.csv")
    try lists.add([first])
    try lists.add([second])
    let item = try Catalogue(lists.catalogue).item("27001")
    #expect(item?.title == "A2")
    #expect(item?.isTwoYear == true)
  }
}
