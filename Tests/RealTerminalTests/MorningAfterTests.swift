import Foundation
import Support
import Testing

/// The whole story: three stations through an outage, and the morning after.
@Suite(.serialized, .ownThread)
struct MorningAfterTests {
  /// What the librarian has: a folder of her own, and the ledger in it.
  private let librarian = TestFolder()
  private let stations = [TestFolder(), TestFolder(), TestFolder()]
  private let user = "9921000000164"
  private let unknownUser = "9921000000146"
  private let other = "9921000000172"

  private var ledger: String { librarian.path + "/ledger" }

  private func offcirc(
    _ arguments: String..., at station: TestFolder? = nil
  ) throws -> Program.Result {
    var environment = [
      "HOME": librarian.path, "XDG_DATA_HOME": librarian.path + "/data",
      "OFFCIRC_LEDGER": ledger, "OFFCIRC_LANGUAGE": "en",
    ]
    environment["OFFCIRC_FILES"] = station?.files
    return try Program.run(arguments, environment: environment)
  }

  private func open(_ station: TestFolder) throws -> Screen {
    let screen = try Screen(
      environment: ["OFFCIRC_LEDGER": ledger], in: station)
    try screen.waitFor("Offline Circulation")
    return screen
  }

  private func close(_ screen: Screen, saved count: Int) throws {
    try screen.waitFor("Unsaved: \(count) ")
    try screen.press("F2")
    try screen.waitFor(
      "Saved \(count) \(count == 1 ? "transaction" : "transactions") in ")
    try screen.press("F10")
    try screen.waitForEnd()
  }

  /// The outage, at the two stations of the central desk and that of the annexe.
  private func record() throws {
    let first = try open(stations[0])
    try first.scan(user, "37000034179", "37000034180")
    try first.press("F4")
    try first.scan(unknownUser, "37000034181")
    try close(first, saved: 3)
    let second = try open(stations[1])
    try second.scan(other, "37000034917")
    try second.press("F3")
    try second.waitFor("(•) Return")
    try second.scan("37000034182")
    try close(second, saved: 2)
    let third = try open(stations[2])
    try third.scan(other, "37000034183")
    try close(third, saved: 1)
  }

  private func dataFile(_ station: Int) -> String {
    stations[station].files + "/OffCirc.dat"
  }

  private func makeKit(
    _ name: String, _ options: String...
  ) throws -> Program.Result {
    try Program.run(
      [
        "kit", "Central=\(dataFile(0))", "Central=\(dataFile(1))",
        "Annexe=\(dataFile(2))", "--output", librarian.path + "/" + name,
      ] + options,
      environment: ["HOME": librarian.path, "OFFCIRC_LEDGER": ledger])
  }

  private func read(_ name: String) throws -> String {
    try String(
      contentsOfFile: librarian.path + "/" + name, encoding: .utf8)
  }

  /// The page that the library system shows after the upload, saved.
  private func writeReport(on lines: [String]) throws {
    func row(_ part: String, _ message: String) throws -> String {
      let index = try #require(lines.firstIndex { $0.contains(part) })
      return "<tr><td>\(index + 1)</td><td>\(message)</td></tr>\n"
    }
    let rows = try [
      row("37000034917", "Item not found. Barcode: 37000034917"),
      row(unknownUser, "User not found. Barcode: \(unknownUser)"),
      row(
        "37000034182",
        "Return item failed, item was not on loan. Barcode: 37000034182"),
      row(
        "37000034180",
        "A later action on this item happened. Barcode: 37000034180"),
      row("37000034179", "The moon was full. Barcode: 37000034179"),
    ]
    try """
    <html><body><h3>Job Report</h3><table>
    <tr><td>Records processed</td><td>5</td>\
    <td>Records with exceptions</td><td>5</td></tr></table>
    <table><tr><th>Line</th><th>Error Message</th></tr>
    \(rows.joined())</table></body></html>
    """.write(
      toFile: librarian.path + "/report.html", atomically: true,
      encoding: .utf8)
  }

  @Test func threeStationsFromTheOutageToTheNextOne() throws {
    try record()

    // Looked over: a return of what was lent before the outage is no harm.
    let check = try offcirc(
      "check", dataFile(0), dataFile(1), dataFile(2))
    #expect(check.status == 0, "\(check.output)\(check.errors)")

    // Made into a kit, once.
    let kit = try makeKit("kit")
    #expect(kit.status == 0, "\(kit.output)\(kit.errors)")
    let central = try read("kit/1-Central.dat")
      .components(separatedBy: "\r\n").dropLast()
    #expect(central.count == 5)
    #expect(try read("kit/2-Annexe.dat").hasSuffix(other + "\r\n"))
    #expect(try read("kit/checklist.txt").contains("1-Central.dat"))
    #expect(try read("kit/transactions.csv").contains("37000034181"))
    let twice = try makeKit("again")
    #expect(twice.status == 1)
    #expect(
      !FileManager.default.fileExists(atPath: librarian.path + "/again"))

    // The station knows.
    let screen = try open(stations[0])
    try screen.waitFor("was put in a kit on")
    try screen.press("F9")
    try screen.waitFor("(desk Central)")
    try screen.waitFor("offcirc archive --files \(stations[0].files)")
    try screen.press("Escape")
    try screen.press("F10")
    try screen.waitForEnd()

    // Uploaded; the report has every message, and belongs to one file only.
    try writeReport(on: Array(central))
    let report = librarian.path + "/report.html"
    let wrong = try offcirc(
      "reconcile", report, librarian.path + "/kit/2-Annexe.dat")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("is not the report on"))
    let worklist = try offcirc(
      "reconcile", report, librarian.path + "/kit/1-Central.dat", "--output",
      librarian.path + "/worklist", "--retry", librarian.path + "/retry.dat")
    #expect(worklist.status == 1)
    for part in [
      "borrower \(unknownUser) → \(user)",
      "User: \(other)", "\"The moon was full. Barcode: 37000034179\"",
    ] {
      #expect(worklist.output.contains(part), "\(worklist.output)")
    }
    #expect(
      try read("worklist/users.csv") == "Primary identifier\r\n\(other)\r\n")
    // The transposed digits are put right, the time stays.
    let old = try #require(central.first { $0.contains(unknownUser) })
    #expect(
      try read("retry.dat").contains(
        old.replacingOccurrences(of: unknownUser, with: user)))
    let again = try offcirc(
      "kit", "Central=\(librarian.path)/retry.dat", "--again", "--output",
      librarian.path + "/retry")
    #expect(again.status == 0, "\(again.errors)")

    // Put away at each station, with the worklist.
    for station in stations {
      let archive = try offcirc(
        "archive", "--report", librarian.path + "/worklist", at: station)
      #expect(archive.status == 0, "\(archive.errors)")
      let status = try offcirc("status", "--format", "json", at: station)
      #expect(status.output.contains("\"next\":\"none\""))
      let boxes = try offcirc("list", "archive", at: station)
      #expect(boxes.status == 0)
      #expect(
        boxes.output.contains(station === stations[2] ? "-Annexe" : "-Central"))
    }

    // The next outage begins with an empty file, and only that is handed over.
    let next = try open(stations[0])
    try next.waitFor("OffCirc.dat: 0 ")
    #expect(!next.lines.joined().contains("put in a kit"))
    try next.scan(user, "37000034184")
    try close(next, saved: 1)
    let last = try offcirc(
      "kit", "Central=\(dataFile(0))", "--output", librarian.path + "/next")
    #expect(last.status == 0, "\(last.errors)")
    #expect(
      try read("next/1-Central.dat").components(separatedBy: "\r\n").count == 2)
    #expect(
      try stations[0].read("OffCirc.journal").contains("\tarchived\t"))
  }
}
