import Foundation
import Support
import Testing

/// The whole morning in a real terminal: from the stick with the files of three
/// desks, with faults of every kind, to the archive and the account.
@Suite(.serialized)
struct MorningStoryTests {
  /// The texts that are waited for, in a language.
  struct Words: Sendable {
    let language: String
    let collected: String
    let decided: String
    let sums: String
    let answer: String
    let archived: String
  }

  static let all = [
    Words(
      language: "en", collected: "3 files: 8 lines",
      decided: "5 findings, of which 0 without",
      sums:
        "The sums are right: 8 recorded = 5 uploaded + 0 refused + 3 taken out.",
      answer: "archive this station", archived: "Archived 1 line in"),
    Words(
      language: "fr", collected: "3 fichiers : 8 lignes",
      decided: "5 constats, dont 0 sans",
      sums:
        "Les totaux sont justes : 8 lignes enregistrées = 5 déchargées + 0 rejetée + 3 retirées.",
      answer: "archiver ce poste", archived: "1 ligne archivée dans"),
  ]

  private let folder = TestFolder()
  private var stick: String { folder.path + "/stick" }
  private var output: String { folder.path + "/morning" }

  /// The day before the one that the third desk records on.
  private let day: String = {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "yyyyMMdd"
    return formatter.string(from: Date(timeIntervalSinceNow: -86_400))
  }()

  private func loan(_ time: String, _ item: String, _ card: String) -> String {
    day + time + "L" + item.padding(toLength: 80, withPad: " ", startingAt: 0)
      + card
  }

  /// A line that is not one, a swapped one, a mistyped card, a line that is
  /// there twice, an item that is lent at two desks: and a desk without a fault.
  private func write() throws {
    let desks = [
      "Central": [
        loan("0900", "37000034179", "9921000000164"), "?",
        loan("0902", "9921000000172", "37000034180"),
        loan("0903", "37000034181", "9921000000146"),
      ],
      "Annexe": [
        loan("0910", "37000034182", "9921000000172"),
        loan("0910", "37000034182", "9921000000172"),
        loan("0915", "37000034179", "9921000000172"),
      ],
    ]
    for (desk, lines) in desks {
      let path = stick + "/" + desk
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      try lines.map { $0 + "\r\n" }.joined().write(
        toFile: path + "/OffCirc.dat", atomically: true, encoding: .utf8)
    }
    let station = ["--files", stick + "/Jeunesse"]
    let environment = ["HOME": folder.path, "TZ": "UTC"]
    for (command, input) in [("record", "return 37000034183\n"), ("save", "")] {
      let result = try Program.run(
        [command] + station, input: input, environment: environment)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  private func open(_ words: Words) throws -> Screen {
    let screen = try Screen(
      "morning \(stick) --output \(output) --language \(words.language)",
      in: folder)
    try screen.waitFor(words.collected)
    return screen
  }

  @Test(arguments: all)
  func everyLineIsRightInTheEndAndTheSumsHold(_ words: Words) throws {
    try write()
    let screen = try open(words)
    // The line that is not one, the loan at the second desk, the double one.
    try screen.press("F2", "F8", "Down", "F8", "Down", "F8", "Down", "Enter")
    // The card that is offered, then the swapped line above it.
    try screen.press("Up", "F6", "Down", "Enter", "Up", "F9", "Escape")
    try screen.press("Down", "F4")
    try screen.waitFor(words.decided)
    try screen.press("F2", "F5", "F2")
    try screen.waitFor("4/6")
    let made = try String(
      contentsOfFile: output + "/kit/OffCirc.dat", encoding: .utf8
    ).components(separatedBy: "\r\n")
    #expect(
      made.dropLast(2) == [
        loan("0900", "37000034179", "9921000000164"),
        loan("0902", "37000034180", "9921000000172"),
        loan("0903", "37000034181", "9921000000164"),
        loan("0910", "37000034182", "9921000000172"),
      ])
    #expect(made.dropLast().last?.hasSuffix("R37000034183") == true)
    try FileManager.default.createDirectory(
      atPath: output + "/reports", withIntermediateDirectories: true)
    try """
    Line\tError Message
    5\tReturn item failed, item was not on loan. Barcode: 37000034183

    """.write(
      toFile: output + "/reports/report.txt", atomically: true,
      encoding: .utf8)
    try screen.press("F2", "F2")
    try screen.waitFor("6/6")
    let account = try String(
      contentsOfFile: output + "/account.html", encoding: .utf8
    ).replacing("\u{a0}", with: " ")
    #expect(account.contains(words.sums))
    try screen.press("F5")
    try screen.waitFor(words.answer)
    try screen.press("F2")
    try screen.waitFor(words.archived)
    // Ended at once, as a power cut does: the room is opened as it was.
    kill(try screen.process(), SIGKILL)
    try screen.waitForEnd()
    let station = stick + "/Jeunesse"
    #expect(!FileManager.default.fileExists(atPath: station + "/OffCirc.dat"))
    let again = try open(words)
    try again.press("F2")
    try again.waitFor(words.decided)
    try again.press("F10")
    try again.waitForEnd()
    #expect(again.status == 0)
  }
}
