import Testing

@testable import Catalogue

/// The walk over all items.
struct ItemOrderTests {
  private let lists = ListFolder()

  @Test func itemsComeByTitleAndNumberOrAsTheyAre() throws {
    let items = try lists.write(
      "barcode,title\n10,maths\n9,maths\n1,Latin\n7,Maths 2\n",
      as: "items.csv")
    try lists.add([items]) { $0.kind = .items }
    let catalogue = try Catalogue(lists.catalogue)
    var numbers: [String] = []
    try catalogue.forEachItem(by: .title) { numbers.append($0.number) }
    #expect(numbers == ["1", "9", "10", "7"])
    numbers = []
    try catalogue.forEachItem { numbers.append($0.number) }
    #expect(numbers.sorted() == ["1", "10", "7", "9"])
  }
}
