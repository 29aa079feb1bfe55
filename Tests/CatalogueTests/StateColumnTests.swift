import Tables
import Testing
import Textbooks

@testable import Catalogue

/// A column named `status`: in one system it tells what is on loan, in a school
/// the state of a copy.
struct StateColumnTests {
  private func columns(
    _ values: [String], header: [String] = ["barcode", "title", "status"],
    _ change: (inout ColumnNames) -> Void = { _ in }
  ) throws(ColumnQuestion) -> ListColumns {
    var names = ColumnNames()
    change(&names)
    let rows =
      [TableRow(line: 1, cells: header)]
      + values.enumerated().map { index, value in
        TableRow(
          line: index + 2,
          cells: ["2700\(index)", "Horizons", value]
            + Array(repeating: "2", count: header.count - 3))
      }
    return try ListHead.columns(of: rows, kind: nil, names)
  }

  @Test func wordsTellWhatIsOnLoan() throws {
    for values in [
      ["On loan", "Item in place"], ["0", "1", "0"], ["", "0"], ["", ""],
    ] {
      let columns = try columns(values)
      #expect(columns.fields[2] == .process, "\(values)")
      #expect(columns.stateColumn == nil)
    }
  }

  @Test func numbersOfTheScaleAreStates() throws {
    for values in [["1", "3", "7"], ["2", ""], ["1", "4", "1"]] {
      let columns = try columns(values)
      #expect(columns.fields[2] == .status, "\(values)")
      #expect(columns.stateColumn == 2)
      #expect(columns.kind == .items)
    }
    #expect(try columns(["3. worn", "1"]).fields[2] == .statusLabel)
  }

  @Test func theScaleIsThatOfTheSettings() throws {
    #expect(throws: ColumnQuestion.self) { try columns(["1", "8"]) }
    let label = try StatusLabel("8 = to bind")
    let known = try columns(["1", "8"]) {
      $0.scale = StatusScale(labels: [label])
    }
    #expect(known.fields[2] == .status)
  }

  @Test func whatFitsBothOrNoneIsAsked() throws {
    for values in [["1", "1"], ["3", "on loan"], ["1", "12"], ["0", "3"]] {
      do {
        _ = try columns(values)
        Issue.record("\(values)")
      } catch {
        #expect(error.doubt == .states("status"))
      }
    }
  }

  @Test func whoNamesTheColumnIsNotAsked() throws {
    for field in [ListField.status, .process] {
      let columns = try columns(["1", "1"]) { $0.named = [field: "status"] }
      #expect(columns.fields[2] == field)
    }
    let added = try columns(["3"]) { $0.added = [.process: ["Status"]] }
    #expect(added.fields[2] == .process)
  }

  @Test func aSurerColumnOfStatesComesFirst() throws {
    let columns = try columns(
      ["3", "1"], header: ["barcode", "title", "status", "expl_statut"])
    #expect(columns.fields[3] == .status)
    #expect(columns.fields[2] == nil && columns.leftOut[2] == .status)
  }

  @Test func noItemIsOnLoanByItsState() throws {
    let lists = ListFolder()
    let outcome = try lists.add([
      lists.write("barcode,title,status\n27001,Horizons,3\n27002,Horizons,1\n")
    ])
    #expect(outcome.report.stateColumn == "status")
    let item = try Catalogue(lists.catalogue).item("27001")
    #expect(item?.status == 3)
    #expect(item?.isOnLoan == nil)
  }
}
