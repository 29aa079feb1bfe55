import Foundation
import Support
import Testing

/// The commands for the end of a school year, as a textbook manager uses them.
@Suite(.serialized, .ownThread)
struct SchoolYearCommandTests {
  private let folder = TestFolder()

  private func run(
    _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try folder.offcirc(arguments, input: input)
  }

  private func importList(_ text: String, _ options: [String]) throws {
    let path = folder.path + "/list.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let result = try folder.offcirc(["catalogue", "import", path] + options)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func rows(_ output: String) throws -> [[String: Any]] {
    try #require(
      JSONSerialization.jsonObject(with: Data(output.utf8))
        as? [[String: Any]])
  }

  /// Two pupils who swap, and one who keeps a copy.
  private func recordYear() throws {
    try importList(
      """
      item,title,first year,price
      1,Maths,2024,"24,90"
      2,Maths,2024,"24,90"
      3,Latin,2025,18
      """, [])
    try importList(
      """
      borrower,name,class
      E1,ADAM Léa,3B
      E2,BAH Moussa,03b
      E3,CHEN Li,3A

      """, ["--level", "classes"])
    let result = try run(
      "record",
      input: """
        state 1 1 -
        state 2 1 -
        state 3 2 -
        loan 1 E1
        loan 2 E2
        loan 3 E3
        return 1 by E2
        state 1 2
        return 2 by E1
        state 2 9

        """)
    // The scale has seven states.
    #expect(result.status == 1)
    #expect(result.errors.contains("line 10: The scale has no state 9."))
    #expect(result.errors.contains("5 lost, 6 to be deleted"))
  }

  @Test func eachListIsForPersonsAndPrograms() throws {
    try recordYear()
    let missing = try run("missing", "--language", "fr")
    #expect(missing.output.contains("3A      E3 CHEN Li  3"))
    #expect(missing.output.contains("Manquants : 1 exemplaire, 1 lecteur."))
    #expect(
      try rows(run("missing", "--class", "3B", "--format", "json").output)
        .isEmpty)
    let swaps = try rows(
      run("swaps", "--class", "3b", "--format", "json").output)
    #expect(swaps.map { $0["kind"] as? String } == ["pair"])
    #expect(swaps.first?["brought"] as? String == "1")
    #expect(swaps.first?["holderBrought"] as? String == "2")
    let wear = try run("wear", "--format", "csv").output
    #expect(wear.contains("2024,2,2,0.50,0,0"))
    let chart = try run("wear", "--by", "title", "--language", "en").output
    #expect(chart.contains("Maths"))
    let bar = String(repeating: "█", count: 16)
    #expect(
      chart.contains(bar) || chart.contains(bar.replacing("█", with: "#")))
  }

  @Test func theEndOfTheYearChargesWhatIsMissingOnce() throws {
    try recordYear()
    let list = try run("closing", "--language", "en")
    #expect(list.status == 0)
    #expect(list.output.contains("[ ] 5 transactions not saved."))
    #expect(list.output.contains("[ ] 1 copy missing."))
    let now = Calendar.current.dateComponents(
      [.year, .month, .day], from: Date())
    let today = String(
      format: "%04d-%02d-%02d", now.year ?? 0, now.month ?? 0, now.day ?? 0)
    let refused = try run("closing", "--date", today, "--language", "en")
    #expect(refused.status == 1)
    #expect(refused.output.contains("1 provisional charge will be recorded:"))
    #expect(refused.output.contains("E3  3  18.00 €  not returned by"))
    #expect(refused.errors.contains("Nothing was charged."))
    let charged = try run(
      "closing", "--date", today, "--final", "--yes", "--language", "en")
    #expect(charged.status == 0, "\(charged.errors)")
    #expect(charged.output.contains("[ ] Unpaid: 1 fine, 18.00 €."))
    let again = try run(
      "closing", "--date", today, "--final", "--yes", "--language", "en")
    #expect(again.output.hasPrefix("Nothing to charge.\nNothing to charge.\n"))
    #expect(
      try run("closing", "--date", "2999-06-30", "--language", "en").status
        == 1)
  }
}
