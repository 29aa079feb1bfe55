import Circulation
import Foundation
import Settings
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload

/// The account of an outage: its sums hold, and it names no borrower.
@Suite struct AccountTests {
  private let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)"
  }

  private func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)"
  }

  private let borrowers = [
    "9921000000164", "9921000000165", "9921000000166", "9921000000177",
  ]
  private let items = [
    "37000034101", "37000034102", "37000034103", "37000034104", "37000034105",
  ]

  /// Two desks with eight lines, one of which is not a transaction.
  private func fix() throws -> Fix {
    let one = folder.write(
      [
        loan("0900", items[0], borrowers[0]),
        loan("0959", items[1], borrowers[0]),
        loan("1000", items[2], borrowers[1]),
        // Item and borrower in each other's place.
        loan("1001", borrowers[2], items[3]),
      ], to: "a.dat")
    let other = folder.write(
      [
        back("0930", items[0]), back("0930", items[0]), "noise",
        loan("1400", items[4], borrowers[1]),
      ], to: "b.dat")
    return try Fix([
      StationFile(path: one, desk: "Central"),
      StationFile(path: other, desk: "Annexe"),
    ])
  }

  private func decisions(_ fix: Fix) throws -> [Decision.Numbered] {
    func name(_ line: Int, _ file: Int) throws -> LineName {
      try #require(fix.name(ofLine: line, in: file))
    }
    let acts: [(Decision.Act, String?)] = try [
      (.takeOut([name(2, 1), name(3, 1)]), "scanned twice by 9921000000165"),
      (.swap([name(4, 0)]), nil),
      (
        .borrower([name(1, 0), name(2, 0)], Barcode(borrowers[3])),
        "card of a friend: 9921000000177 for \(items[0])"
      ),
      (.keep([name(1, 1)]), nil),
      (.undo(4), nil),
    ]
    return zip(1..., acts).map { number, act in
      Decision.Numbered(
        number, Decision(act.0, by: "mia", at: time, reason: act.1))
    }
  }

  /// The upload of what was decided, of which two lines were refused.
  private func upload(
    _ fix: Fix, _ decisions: [Decision.Numbered], without count: Int = 0
  ) throws -> AccountedUpload {
    let path = folder.path + "/up.dat"
    let report = try fix.write(decisions, to: path)
    #expect(report.faults.isEmpty)
    let lines = try folder.text("up.dat").split(separator: "\r\n")
    let sent = lines.dropLast(count).map(String.init)
    let file = folder.write(sent, to: "sent.dat")
    let messages = """
      Line\tError Message
      1\tUser not found. Barcode: \(borrowers[3])
      2\tReturn item failed, item was not on loan. Barcode: \(items[0])
      3\tUser not found. Barcode: \(borrowers[3])

      """
    return try AccountedUpload(
      Worklist(of: JobReport(bytes: Array(messages.utf8)), with: file))
  }

  private func account(without count: Int = 0) throws -> Account {
    let fix = try fix()
    let decisions = try decisions(fix)
    return Account(
      of: fix, by: decisions,
      uploads: [try upload(fix, decisions, without: count)], at: time)
  }

  @Test func theSumsHoldByDeskAndForAll() throws {
    let account = try account()
    #expect(
      account.desks.map(\.sums) == [
        AccountedSums(recorded: 4, uploaded: 2, refused: 2),
        AccountedSums(recorded: 4, uploaded: 2, takenOut: 2),
      ])
    #expect(account.desks.allSatisfy { $0.sums.hold })
    #expect(account.sums.hold)
    #expect(
      account.sums.recorded
        == account.sums.uploaded + account.sums.takenOut + account.sums.refused)
    #expect(account.foreignCount == 0)
    #expect(
      English().balance(of: account.sums)
        == "The sums are right: 8 recorded = 4 uploaded + 2 refused + 2 taken out."
    )
  }

  @Test func whatWasNotUploadedIsNotCountedAsUploaded() throws {
    let account = try account(without: 1)
    #expect(account.sums.waiting == 1)
    #expect(account.sums.uploaded == 3)
    #expect(account.sums.hold)
    #expect(!account.isSettled)
  }

  @Test func linesInAKitWithoutAReportCountOnce() throws {
    let fix = try fix()
    let ledger = Ledger(at: folder.path + "/ledger")
    try ledger.append(
      Ledger.Entry(
        at: time, .kit(folder: "/kit"), desk: nil, name: "OffCirc.dat",
        FileContent(of: folder.path + "/a.dat"), sources: []))
    let account = Account(
      of: fix, by: [], handedOver: try ledger.entries(), at: time)
    #expect(
      account.desks.map(\.sums) == [
        AccountedSums(recorded: 4, handedOver: 4),
        AccountedSums(recorded: 4, waiting: 4),
      ])
  }

  @Test func aLineThatNoSystemCanReadIsRefused() throws {
    let fix = try fix()
    let path = folder.path + "/up.dat"
    _ = try fix.write([], to: path)
    let messages =
      "Line\tError Message\n1\tUser not found. Barcode: \(borrowers[0])\n"
    let upload = try AccountedUpload(
      Worklist(of: JobReport(bytes: Array(messages.utf8)), with: path))
    let account = Account(of: fix, by: [], uploads: [upload], at: time)
    #expect(
      account.desks.map(\.sums) == [
        AccountedSums(recorded: 4, uploaded: 3, refused: 1),
        AccountedSums(recorded: 4, uploaded: 3, refused: 1),
      ])
  }

  @Test func aRefusedLineThatWasCorrectedAndSentAgainIsUploaded() throws {
    let path = folder.write(
      [
        loan("0900", "37000034179", "9921000000164"),
        loan("0901", "37000034180", "9921000000164"),
        loan("0902", "37000034181", "9921000000146"),
      ], to: "one.dat")
    let fix = try Fix([StationFile(path: path)])
    let sent = folder.path + "/sent.dat"
    _ = try fix.write([], to: sent)
    let messages =
      "Line\tError Message\n3\tUser not found. Barcode: 9921000000146\n"
    let worklist = try Worklist(
      of: JobReport(bytes: Array(messages.utf8)), with: sent)
    let retry = RetryFile(path: folder.path + "/again.dat")
    try retry.write(worklist.retry)
    try #require(worklist.retry.corrections.count == 1)
    func account(_ report: [UInt8]) throws -> Account {
      // The second upload may be named first.
      let uploads = try [
        Worklist(of: JobReport(bytes: report), with: retry.path), worklist,
      ].map { try AccountedUpload($0) }
      return Account(of: fix, by: [], uploads: uploads, at: time)
    }
    let settled = try account(RehearsalReport().bytes(lineCount: 1))
    #expect(settled.sums == AccountedSums(recorded: 3, uploaded: 3))
    #expect(settled.foreignCount == 0)
    let refused = try account(
      Array(
        "Line\tError Message\n1\tUser not found. Barcode: 9921000000164\n"
          .utf8))
    #expect(
      refused.sums == AccountedSums(recorded: 3, uploaded: 2, refused: 1))
    #expect(refused.foreignCount == 0)
  }

  @Test func linesThatNoFileHasAreForeign() throws {
    let fix = try fix()
    let file = folder.write([back("1200", "9")], to: "sent.dat")
    let messages = "Line\tError Message\n1\tItem not found. Barcode: 9\n"
    let upload = try AccountedUpload(
      Worklist(of: JobReport(bytes: Array(messages.utf8)), with: file))
    let account = Account(of: fix, by: [], uploads: [upload], at: time)
    #expect(account.foreignCount == 1)
    #expect(account.sums == AccountedSums(recorded: 8, waiting: 8))
  }

  @Test func hoursAndDesksAreCounted() throws {
    let account = try account()
    #expect(account.times.map(\.start.fields.hour) == [9, 10, 14])
    #expect(account.times.map(\.counts) == [[2, 2], [2, 0], [0, 1]])
    #expect(!account.isByDay)
    #expect(account.desks.map(\.unreadableCount) == [0, 1])
    #expect(account.span?.last.fields.hour == 14)
  }

  @Test func whoCorrectedWhatIsToldWithoutUndoneDecisions() throws {
    let acts = try account().acts
    #expect(acts.map(\.kind) == [.takeOut, .swap, .borrower])
    #expect(acts.map(\.desks) == [["Annexe"], ["Central"], ["Central"]])
    #expect(acts.map(\.lineCount) == [2, 1, 2])
    #expect(
      acts.map(\.reason) == [
        "scanned twice by …", nil, "card of a friend: … for …",
      ])
    #expect(acts.allSatisfy { $0.who == "mia" })
  }

  @Test(arguments: Language.allCases)
  func noNumberOfABorrowerIsInThePage(_ language: Language) throws {
    let document = Document(
      of: try account(), language.words, language: language.rawValue)
    for page in [document.html, document.text] {
      for number in borrowers + items {
        #expect(!page.contains(number), "\(number)")
      }
      #expect(page.contains("mia"))
      #expect(page.contains("Annexe"))
    }
    #expect(document.html.contains("<svg"))
    // Nothing is loaded from elsewhere.
    #expect(!document.html.contains("http"))
    #expect(document.text.contains("####################"))
  }

  @Test(arguments: Language.allCases)
  func theStepsAtEachDeskAreOnOnePage(_ language: Language) throws {
    let words = language.words
    let account = try account(without: 1)
    let roll = RollCall(
      of: CollectedFiles([StationFile(path: folder.path)]),
      expecting: ExpectedDesks(["Central", "Annexe", "Médecine"]))
    let page = Document(
      toDoAfter: account, roll, words, language: language.rawValue)
    #expect(
      page.blocks.compactMap {
        if case .steps(let steps) = $0 { steps } else { nil }
      } == [
        [words.stepToFetch], [words.stepToFetch], [words.stepToFetch],
        [words.stepToAnswer(2), words.stepToArchive(isChanged: true)],
        [words.stepToUpload(1), words.stepToArchive(isChanged: true)],
      ])
    for number in borrowers + items { #expect(!page.html.contains(number)) }
  }

  @Test func aLongOutageIsCountedByDay() {
    var clock = AccountedClock(deskCount: 1)
    for hour in 0..<100 { clock.take(60 * hour, of: 0) }
    let (times, areDays) = clock.times
    #expect(areDays)
    #expect(times.map(\.total) == [24, 24, 24, 24, 4])
  }
}
