import Foundation
import Support
import Testing

/// `offcirc fines`, as a school's textbook manager and a script use it.
@Suite(.serialized, .ownThread)
struct FinesCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: [String], input: String = ""
  ) throws -> Program.Result {
    try folder.offcirc(arguments, input: input)
  }

  private struct Row: Decodable, Equatable {
    let id: String
    let borrower: String?
    let item: String
    let start: Int?
    let end: Int?
    let amount: String?
    let state: String
    let why: String
  }

  private func rows(_ arguments: [String] = []) throws -> [Row] {
    let result = try run(
      ["fines", "--format", "json", "--language", "en"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
  }

  private func importList(_ text: String, _ options: String...) throws {
    let path = folder.path + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try run(["catalogue", "import", path] + options)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Two pupils of two classes; a copy without a price.
  private func recordSchoolYear() throws {
    try importList(
      """
      item,title,first year,price,fee
      1,Français,2024,"24,90","8,30"
      2,Maths,2024,31.50 €,
      3,Histoire,2024,18,
      4,Latin,2024,,
      """)
    try importList(
      "borrower,name,class\nE1,ADAM Léa,3B\nE2,BAH Moussa,\"3A, Latin\"\n",
      "--level", "classes")
    let result = try run(
      ["record"],
      input: """
        state 1 1 -
        state 2 2 -
        state 3 3 -
        state 4 1 -
        loan 1 E1
        loan 2 E1
        loan 3 E2
        loan 4 E2
        return 1
        state 1 3
        return 2
        state 2 5
        return 3
        state 3 1
        return 4
        state 4 4

        """)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func eachFineSaysWhoOwesWhatAndWhy() throws {
    try recordSchoolYear()
    let rows = try rows()
    #expect(rows.map(\.item) == ["1", "2", "4"])
    #expect(rows.map(\.borrower) == ["E1", "E1", "E2"])
    #expect(rows.map(\.amount) == ["8.30", "31.50", nil])
    #expect(rows.map(\.start) == [1, 2, 1])
    #expect(rows.map(\.end) == [3, 5, 4])
    #expect(Set(rows.map(\.state)) == ["provisional"])
    #expect(
      rows.map(\.why) == [
        "fee of the title: 8.30 €", "price of the title: 31.50 €",
        "unknown price: decide the amount",
      ])
    let json = try run(["fines", "--format", "json"])
    #expect(json.output.contains("\"amount\":null"))
    #expect(json.errors.contains("Better than at the start of the loan: 3."))
    // Who borrowed it is not in a message.
    #expect(!json.errors.contains("E2"))
    #expect(try self.rows(["--class", "3a"]).map(\.item) == ["4"])
    #expect(try self.rows(["--class", "Latin"]).map(\.item) == ["4"])
    let table = try run(["fines", "--language", "fr", "--format", "table"])
    #expect(table.output.contains("E1 3B ADAM Léa"))
    #expect(table.output.contains("1→3"))
    #expect(table.output.contains("8,30\u{a0}€"))
    #expect(
      table.output.contains(
        "À régler : 3 amendes, 39,80\u{a0}€. À fixer : 1 montant."))
  }

  @Test func aFineIsPaidOrWaivedOnce() throws {
    try recordSchoolYear()
    let open = try rows()
    #expect(try run(["fines", "pay", open[0].id]).status == 0)
    #expect(
      try run(["fines", "waive", open[1].id, "--because", "moved\taway"])
        .status == 0)
    let unknown = try run(["fines", "pay", open[2].id, "--language", "en"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("Give it with --amount"))
    #expect(
      try run(["fines", "pay", open[2].id, "--amount", "12,50"]).status == 0)
    let all = try rows()
    #expect(all.map(\.state) == ["paid", "waived", "paid"])
    #expect(all.map(\.amount) == ["8.30", "31.50", "12.50"])
    #expect(all[1].why.hasPrefix("price of the title: 31.50 €; moved"))
    #expect(all[2].why == "amount decided: 12.50 €")
    #expect(try rows(["--open"]).isEmpty)
    let again = try run(["fines", "pay", open[0].id, "--language", "en"])
    #expect(again.status == 1)
    #expect(again.errors.contains("already paid"))
    for id in ["", "x:1", "4711"] {
      #expect(try run(["fines", "pay", id]).status == 1)
    }
    for wrong in [
      ["pay", open[0].id, "--amount", "1,234"], ["waive", open[0].id],
      ["waive", open[0].id, "--because", " "],
    ] {
      #expect(try run(["fines"] + wrong).status == 64)
    }
  }

  @Test func aStationWithoutTextbooksHasNoFines() throws {
    #expect(try rows().isEmpty)
    #expect(
      try run(["record"], input: "loan 1 E1\nreturn 1\n").status == 0)
    #expect(try rows().isEmpty)
    let none = try run(["fines", "--class", "3B", "--language", "en"])
    #expect(none.status == 1)
    #expect(none.errors.contains("--level classes"))
  }
}
