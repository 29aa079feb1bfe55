import Testing

@testable import Catalogue

/// What a school makes by hand is a list like others.
struct OwnListTests {
  private let lists = ListFolder()

  private func keep(_ list: OwnList, _ name: String) throws {
    let outcome = try lists.add([name]) {
      $0.own = list
      $0.kind = .items
    }
    #expect(outcome.rejected.isEmpty)
    #expect(outcome.report.rowCount == list.count)
  }

  private func item(_ number: String) throws -> Item? {
    try Catalogue(lists.catalogue).item(number)
  }

  private func addHundred() throws {
    var list = OwnList()
    for number in 27_001...27_100 {
      list.add(
        String(number),
        [
          .title: "Horizons", .author: "Dupont", .callNumber: "M510 DUP HOR",
          .price: "27.90", .fee: "9.30", .status: "1", .statusLabel: "new",
          .initialStatus: "1", .notForLoan: "no", .year: "2026",
          .twoYear: "yes", .parts: "2", .itemNote: "with, a \"disc\"; blue",
        ])
    }
    try keep(list, "copies add")
  }

  @Test func aHundredCopiesSurviveARebuild() throws {
    try addHundred()
    let before = try lists.dump()
    #expect(before.count == 100)
    #expect(try lists.rebuilding.rebuild() == 1)
    #expect(try lists.dump() == before)
    let item = try #require(try item("27100"))
    #expect(item.title == "Horizons")
    #expect(item.price == "27.90")
    #expect(item.isNotForLoan == false)
    #expect(item.isTwoYear == true)
    #expect(item.parts == "2")
    #expect(item.note == "with, a \"disc\"; blue")
    let list = try #require(try Catalogue(lists.catalogue).lists().first)
    #expect(list.files == ["copies add"])
  }

  @Test func anEditChangesItsFieldsAloneAndTakesOneAway() throws {
    try addHundred()
    var list = OwnList()
    list.add("27001", [.status: "3", .statusLabel: "a bit worn"])
    list.add("27002", [.itemNote: ""])
    try keep(list, "copies edit")
    #expect(try item("27001")?.status == 3)
    #expect(try item("27001")?.statusLabel == "a bit worn")
    #expect(try item("27001")?.note?.isEmpty == false)
    #expect(try item("27002")?.status == 1)
    #expect(try item("27002")?.note == nil)
    #expect(try item("27003")?.note != nil)
    let before = try lists.dump()
    _ = try lists.rebuilding.rebuild()
    #expect(try lists.dump() == before)
  }

  @Test func noImportAndNoRebuildBringsADeletedCopyBack() throws {
    try addHundred()
    var list = OwnList()
    list.add("27001", [.deleted: "2026-11-27"])
    try keep(list, "copies delete")
    #expect(try item("27001")?.deleted == "2026-11-27")
    #expect(try item("27001")?.isGone == true)
    let path = try lists.write("barcode,title\n27001,Horizons\n27002,Other\n")
    try lists.add([path])
    for _ in 0...1 {
      #expect(try item("27001")?.isGone == true)
      #expect(try item("27002")?.isGone == false)
      _ = try lists.rebuilding.rebuild()
    }
    // A new copy takes its number.
    list = OwnList()
    list.add("27001", [.title: "Maths", .deleted: ""])
    try keep(list, "copies add")
    #expect(try item("27001")?.deleted == nil)
    #expect(try item("27001")?.isGone == false)
  }

  @Test func aListShowsEachItemWithItsLineBeforeItIsTaken() throws {
    let path = try lists.write("barcode,title,price\n1,A,5\n2,B,x\n")
    var seen: [String] = []
    try lists.add([path]) {
      $0.isPreview = true
      $0.inspect = { seen.append("\($2) \($0.number) \($0.price ?? "")") }
    }
    #expect(seen == ["2 1 5", "3 2 x"])
  }
}
