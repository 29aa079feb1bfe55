import Circulation
import Foundation
import Support
import Tables
import Testing
import Textbooks

@testable import Catalogue

/// The history of a copy, as a school keeps it in a file.
struct CopyHistoryTests {
  private let folder = TestFolder()

  private func rows() throws -> [HistoryRow] {
    let desk = try Desk(folder: StationFolder(path: folder.path + "/desk"))
    let copy = try Barcode("27001")
    try desk.noteStock(of: copy, status: 1)
    try desk.commitWaiting()
    desk.switch(to: .loan)
    desk.identify(try Barcode("E1"))
    try desk.record(copy)
    desk.switch(to: .return)
    try desk.record(copy, broughtBy: Barcode("E2"))
    try desk.note(status: 4, of: copy)
    try desk.commitWaiting()
    try desk.close()
    let history = try LendingHistory.read(of: desk.folder).history
    let fines = try FineList(of: history, by: Tariff(), on: StatusScale()) {
      (_) throws(Never) in
      var facts = CopyFacts()
      facts.price = Money(cents: 2_790)
      return facts
    }
    return try HistoryRow.all(
      of: "27001", titled: "=Horizons, \"3e\"", history.copies[copy],
      fines: fines.fines)
  }

  @Test func itHasLoansWithStatesAndFinesAndTheStatesBetween() throws {
    let rows = try rows()
    // Both are of one second.
    #expect(Set(rows.map(\.kind)) == [.state, .loan])
    let loan = try #require(rows.first { $0.kind == .loan })
    #expect(loan.borrower == "E1" && loan.bringer == "E2")
    #expect(loan.start == 1 && loan.end == 4)
    #expect(loan.fine?.amount == Money(cents: 2_790))
    #expect(loan.cells.count == HistoryRow.columns.count)
  }

  @Test(arguments: ["history.csv", "history.xlsx"])
  func aFileIsReadAgainAndMissesNothing(_ name: String) throws {
    let rows = try rows()
    let table = [HistoryRow.columns + ["why"]] + rows.map { $0.cells + ["é"] }
    let path = folder.path + "/" + name
    let content =
      name.hasSuffix("x")
      ? WorkbookFile(table, named: "History").content
      : Array(
        (CSV.byteOrderMark
          + table.map { CSV.row($0.map(CSV.withoutFormula)) }.joined()).utf8)
    try Data(content).write(to: URL(fileURLWithPath: path))
    let file = try ExportedHistory(path, on: PosixFileSystem())
    #expect(file.missingCount(of: rows) == 0)
    var changed = rows
    changed[0].end = 2
    #expect(file.missingCount(of: changed) == 1)
  }

  @Test func aWorkbookKeepsTextsAsTheyAre() throws {
    let texts = [
      ["number", "é & <b> \"x\""], ["012345", "12E5"], ["", " =1+1\u{1}\n2"],
    ]
    let bytes = WorkbookFile(texts, named: "A & B").content
    let workbook = try Workbook(
      bytes,
      Workbook.Limits(
        cells: 100, characters: 1_000, length: 100, columns: 10))
    var rows: [TableRow] = []
    try workbook.read(sheet: 0) {
      rows.append($0)
      return true
    }
    #expect(
      rows.map(\.cells) == [
        texts[0], texts[1], ["", " =1+1\u{fffd}\n2"],
      ])
    #expect(rows.map(\.numberColumns.isEmpty) == [true, true, true])
  }
}
