import Foundation
import Testing

@testable import Catalogue

/// The exports of PMB 7.3.9, beside what is in its base.
struct PMBListTests {
  private let lists = ListFolder()

  private struct Copy: Decodable {
    let barcode: String
    let title: String
    let status: Int
    let statusLabel: String
    let initialStatus: Int?
    let callNumber: String
    let section: String
    let statisticalCode: String
    let location: String
    let owner: String
    let support: String
    let fullPrice: String
  }

  private static let folder = Bundle.module.bundleURL
    .appendingPathComponent("Fixtures/PMB")

  private func path(_ name: String) -> String {
    Self.folder.appendingPathComponent(name).path
  }

  private func copies() throws -> [Copy] {
    let data = try Data(
      contentsOf: URL(fileURLWithPath: path("truth_copies.json")))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Copy].self, from: data)
  }

  private func expectCopy(_ copy: Copy, _ item: Item?) {
    #expect(item?.title == copy.title)
    #expect(item?.status == copy.status)
    #expect(item?.statusLabel == copy.statusLabel)
    #expect(item?.callNumber ?? "" == copy.callNumber)
    #expect(item?.section == copy.section)
    #expect(item?.year == copy.statisticalCode)
    #expect(item?.location == copy.location)
    #expect(item?.owner == copy.owner)
    #expect(item?.support == copy.support)
    // What a reader owes for a copy is not a price.
    #expect(item?.price == nil)
  }

  /// A line feed in a comment and a tab in a title are not told from those
  /// between rows and cells: these rows are left out, and named.
  @Test(arguments: ["proc_901_tableau.csv", "proc_901_latin1.csv"])
  func theTextOfAStateGivesItsCopiesOrSaysWhichRowsItCannotTrust(
    _ name: String
  ) throws {
    let outcome = try lists.add([path(name)])
    #expect(outcome.report.kind == .items)
    let catalogue = try Catalogue(lists.catalogue)
    let rejected = Set(outcome.rejected.map { $0.cells.first ?? "" })
    var trusted = 0
    for copy in try copies() {
      let item = try catalogue.item(copy.barcode)
      if rejected.contains(copy.barcode) {
        #expect(item == nil)
      } else {
        expectCopy(copy, item)
        trusted += 1
      }
    }
    #expect(trusted == 19)
    #expect(outcome.report.newCount == 19)
    #expect(outcome.report.rejectedCount == 14)
    #expect(outcome.report.leftOut == ["Prix"])
  }

  /// A spreadsheet holds three numbers as other ones, and says so of most.
  @Test(arguments: [
    "Procedure_901.xlsx", "proc_901_latin1.xlsx", "panier_expl_simple.xlsx",
    "proc_901_tableau.html", "proc_901_latin1.html", "panier_expl_simple.html",
    "panier_expl_simple_latin1.html",
  ])
  func aWorkbookOrAPageGivesItsCopies(_ name: String) throws {
    let outcome = try lists.add([path(name)])
    #expect(outcome.report.kind == .items)
    let catalogue = try Catalogue(lists.catalogue)
    let isOfNumbers =
      name.hasSuffix(".xlsx") && name.lowercased().contains("901")
    let lost = isOfNumbers ? ["12E5", "+33612", "1e3"] : []
    for copy in try copies() where !lost.contains(copy.barcode) {
      let item = try catalogue.item(copy.barcode)
      #expect(item?.title == copy.title)
      #expect(item?.status == copy.status)
      #expect(item?.statusLabel == copy.statusLabel)
      #expect(item?.initialStatus == copy.initialStatus)
      #expect(item?.callNumber ?? "" == copy.callNumber)
      #expect(item?.year == copy.statisticalCode)
      // A basket has the flag of the status, in a workbook without zeros.
      if name.hasPrefix("panier") {
        #expect(item?.isNotForLoan == (copy.status > 3))
      }
      // A basket has the fine and then the full price, both named Prix.
      if name.hasPrefix("panier") {
        #expect(item?.price ?? "" == copy.fullPrice)
      } else {
        #expect(item?.price == nil)
        #expect(item?.owner == copy.owner)
      }
    }
    #expect(outcome.report.numberCellCount == (isOfNumbers ? 25 : 0))
    #expect(
      outcome.rejected.map(\.reason)
        == (isOfNumbers ? [.repeated("1200000")] : []))
  }

  @Test(arguments: [
    "edit_expl_encours.xlsx", "edit_expl_encours.html",
    "edit_expl_ppargroupe.xlsx", "edit_expl_ppargroupe.html",
  ])
  func aListOfLoansGivesWhatIsOut(_ name: String) throws {
    let outcome = try lists.add([path(name)])
    #expect(outcome.report.kind == .loans)
    #expect(outcome.report.newCount == 4)
    let item = try Catalogue(lists.catalogue).item("33700004388761")
    #expect(item?.isOnLoan == true)
    #expect(item?.due == "2027-11-25")
    #expect(
      outcome.rejected.map(\.reason)
        == (name.contains("groupe") ? [.heading("5A")] : []))
  }

  @Test(arguments: ["edit_expl_retard.xlsx", "edit_expl_retard.html"])
  func aListWithoutARowIsSaidToBeEmpty(_ name: String) throws {
    #expect(throws: CatalogueError.noRow(file: path(name))) {
      try lists.add([path(name)])
    }
  }

  @Test(arguments: [
    "proc_903_tableau.csv", "proc_903_latin1.csv", "Procedure_903.xlsx",
    "proc_903_tableau.html", "panier_lecteurs_simple.xlsx",
    "panier_lecteurs_simple.html",
  ])
  func everyFormGivesItsReaders(_ name: String) throws {
    let outcome = try lists.add([path(name)], level: .classes)
    #expect(outcome.report.kind == .borrowers)
    #expect(outcome.report.newCount == 21)
    let catalogue = try Catalogue(lists.catalogue)
    let reader = try catalogue.borrower("E0001")
    #expect(reader?.name == "Élève Un")
    #expect(reader?.group == "5A")
    #expect(reader?.expires == "2027-09-30")
    #expect(reader?.isBlocked == false)
    #expect(try catalogue.borrower("X0001") == nil)
  }

  /// The columns of the base itself: no title, and the fine, which is not read.
  @Test(arguments: ["Procedure_902.xlsx", "proc_902_tableau.html"])
  func theColumnsOfTheBaseGiveWhatTheyHave(_ name: String) throws {
    let outcome = try lists.add([path(name)])
    #expect(outcome.report.kind == .items)
    let catalogue = try Catalogue(lists.catalogue)
    let lost = name.hasSuffix(".xlsx") ? ["12E5", "+33612", "1e3"] : []
    for copy in try copies() where !lost.contains(copy.barcode) {
      let item = try catalogue.item(copy.barcode)
      #expect(item?.status == copy.status)
      #expect(item?.callNumber ?? "" == copy.callNumber)
      #expect(item?.price == nil)
      #expect(item?.title == nil)
    }
  }

  /// Those who have expired are not in this list, and their addresses are not
  /// read.
  @Test(arguments: ["edit_empr_encours.xlsx", "edit_empr_encours.html"])
  func theReadersOfTheDayAreKnown(_ name: String) throws {
    let outcome = try lists.add([path(name)], level: .classes)
    #expect(outcome.report.kind == .borrowers)
    #expect(outcome.report.newCount == 20)
    let reader = try Catalogue(lists.catalogue).borrower("E0001")
    #expect(reader?.name == "Élève Un")
    #expect(reader?.expires == "2027-09-30")
    let data = try Data(contentsOf: URL(fileURLWithPath: lists.catalogue))
    #expect(data.range(of: Data("Exempleville".utf8)) == nil)
  }

  @Test(arguments: [
    "proc_903_latin1.html", "proc_903_latin1.xlsx",
  ])
  func otherFormsGiveTheSameReaders(_ name: String) throws {
    try everyFormGivesItsReaders(name)
  }

  @Test func aFileOfBarcodesGivesItsNumbers() throws {
    let file = path("pmb_panier_statut3.txt")
    let outcome = try lists.add([file]) { $0.kind = .items }
    #expect(outcome.report.newCount == 7)
    let catalogue = try Catalogue(lists.catalogue)
    for number in [
      "012345", "12E5", "33700004388761", "100002", "abc01", "200001",
    ] {
      #expect(try catalogue.item(number) != nil)
    }
  }
}
