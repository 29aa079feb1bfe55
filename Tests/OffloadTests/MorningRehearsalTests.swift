import Catalogue
import Circulation
import Support
import Testing

@testable import Languages
@testable import Offload

/// A morning like that of the document: 57 lines, 9 of them in the report, and
/// two loans that no report names.
struct MorningRehearsalTests: Rehearsing {
  let folder = TestFolder()

  private static let pair = "OTOLO104602"
  private static let unknownUsers = [7: "9921000000777", 51: "9921000000888"]
  private static let notForLoan = [12, 44]
  private static let onShelf = [
    19: pair, 25: "37000035025", 30: "37000035030", 38: "d293004279",
    39: pair, 55: "37000035055",
  ]

  private func item(_ line: Int) -> String { "370000340\(10 + line)" }
  private func borrower(_ line: Int) -> String { "99210000001\(10 + line % 9)" }

  /// The lines of the file; returns that are not named are of items on loan.
  private var lines: [String] {
    (1...57).map { line in
      if line == 18 { return loan("TOTO31400", borrower(line)) }
      if let item = Self.onShelf[line] { return back(item) }
      if let user = Self.unknownUsers[line] { return loan(item(line), user) }
      return line.isMultiple(of: 3) && !Self.notForLoan.contains(line)
        ? back(item(line)) : loan(item(line), borrower(line))
    }
  }

  private func known() throws -> Catalogue {
    let shelf = Set(Self.onShelf.values).sorted()
    let items =
      (1...57).map {
        "\(item($0)),Title \($0),"
          + (Self.notForLoan.contains($0) ? "Exclu du prêt" : "Prêt normal")
      } + shelf.map { "\($0),Shelf,Prêt normal" }
    let out = (1...57).filter {
      $0.isMultiple(of: 3) && !Self.notForLoan.contains($0)
    }
    .map { "\(item($0)),2018-06-20,\(borrower(1))" }
    return try catalogue(
      "barcode,title,item policy\n" + items.joined(separator: "\n") + "\n",
      "card number,expiry date\n"
        + (0..<9).map { "\(borrower($0)),2027-01-01\n" }.joined(),
      "barcode,due date,patron barcode\n" + out.joined(separator: "\n") + "\n")
  }

  private static let rows = [
    "7,User not found. Barcode: 9921000000777",
    "18,Item not found. Barcode: TOTO31400",
    notOnLoan(19), notOnLoan(25), notOnLoan(30), notOnLoan(38), notOnLoan(39),
    "51,User not found. Barcode: 9921000000888", notOnLoan(55),
  ]

  private static func notOnLoan(_ line: Int) -> String {
    "\(line),\"Return item failed, item was not on loan. "
      + "Barcode: \(onShelf[line] ?? "")\""
  }

  @Test func theReportHasTheRowsOfTheSystemsInOrderAndNoMore() throws {
    var report = RehearsalReport()
    for line in try rehearse(lines, known()) { report.add(line) }
    let text = String(decoding: report.bytes(lineCount: 57), as: UTF8.self)
    #expect(
      text.split(separator: "\r\n").map(String.init)
        == [
          "Records processed,57,Records with exceptions,9",
          "Line,Error Message",
        ] + Self.rows)
  }

  @Test func loansThatNoReportNamesAreToldToBeSetRight() throws {
    let told = try rehearse(lines, known())
    let silent = told.filter { !$0.isReported }
    #expect(silent.map(\.effect) == [.notForLoan, .notForLoan])
    #expect(silent.map(\.line) == Self.notForLoan)
  }

  @Test func theReportIsTakenLikeTheRealOne() throws {
    var report = RehearsalReport()
    for line in try rehearse(lines, known()) { report.add(line) }
    let path = folder.write(
      bytes: report.bytes(lineCount: 57), to: "expected.csv")
    let worklist = try Worklist(
      of: JobReport(file: path), with: folder.path + "/up.dat")
    #expect(worklist.warnings.isEmpty)
    #expect(worklist.tasks.count == 9)
    #expect(worklist.tasks.allSatisfy { $0.entry.joined != nil })
    #expect(worklist.tasks(in: .unknownUsers).count == 2)
    #expect(worklist.tasks(in: .unknownItems).count == 1)
    #expect(worklist.tasks(in: .nothing).count == 6)
  }

  @Test func whatNoReportNamesIsOnTheWorklistToo() throws {
    let known = try known()
    var report = RehearsalReport()
    for line in try rehearse(lines, known) { report.add(line) }
    let path = folder.write(
      bytes: report.bytes(lineCount: 57), to: "expected.csv")
    var worklist = try Worklist(
      of: JobReport(file: path), with: folder.path + "/up.dat")
    try worklist.addLoansNotForLoan(by: known)
    #expect(worklist.loansNotForLoan.map(\.line) == Self.notForLoan)
    #expect(worklist.itemsNotForLoan == Self.notForLoan.map(item))
    #expect(worklist.rows(English()).count == 11)
    let page = worklist.document(English(), language: "en").text
    #expect(page.contains("Loans of items that are not for loan (2)"))
    #expect(page.contains(item(44)))
    #expect(worklist.table(English()).contains(item(44)))
    #expect(worklist.json(English()).contains(#""notForLoan":[{"#))
    let folder = WorklistFolder(path: folder.path + "/worklist")
    let names = try folder.write(
      worklist, as: worklist.document(English(), language: "en"), English())
    #expect(names.contains("not-for-loan.csv"))
  }

  @Test func aReportWithoutMessagesIsOneToo() throws {
    let path = folder.write(
      bytes: RehearsalReport().bytes(lineCount: 57), to: "expected.csv")
    #expect(try JobReport(file: path).messages.isEmpty)
  }

  @Test func onlyTheReportOfARehearsalIsReplaced() throws {
    let disk = PosixFileSystem()
    let report = folder.write(
      bytes: RehearsalReport().bytes(lineCount: 1), to: "1.csv")
    let other = folder.write(lines, to: "up.dat")
    #expect(try RehearsalReport.mayReplace(report, on: disk))
    #expect(try RehearsalReport.mayReplace(folder.path + "/2.csv", on: disk))
    #expect(try !RehearsalReport.mayReplace(other, on: disk))
  }
}
