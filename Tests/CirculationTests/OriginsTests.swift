import Simulated
import Testing

@testable import Circulation

/// The journal remembers what was scanned where another number is recorded.
struct OriginsTests {
  private let files = SimulatedFileSystem()

  static let origins: [TransactionOrigins?] = [
    nil, TransactionOrigins(item: ScanOrigin(raw: "ààP§Qç'çHF'P")),
    TransactionOrigins(
      item: .plain, borrower: ScanOrigin(raw: "*99*", isDoubtful: true)),
    TransactionOrigins(
      item: ScanOrigin(
        raw: " =a=\t%25\u{1b}\u{7f}é\u{301}😀 ", isDoubtful: true),
      borrower: ScanOrigin(raw: "=")),
    TransactionOrigins(item: ScanOrigin(isDoubtful: true)),
    TransactionOrigins(
      item: ScanOrigin(raw: String(repeating: "😀", count: 300))),
    TransactionOrigins(
      item: ScanOrigin(against: Objection.allCases.filter { !$0.isOfBorrower }),
      borrower: ScanOrigin(
        raw: "9 ", isDoubtful: true,
        against: Objection.allCases.filter(\.isOfBorrower))),
  ]

  @Test(arguments: origins)
  func whatWasScannedComesBackFromTheJournal(origins: TransactionOrigins?)
    throws
  {
    let journal = try files.openJournal().journal
    let item = try Barcode("1")
    let loan = Transaction.loan(
      of: item, to: try Barcode("9"), at: tuesday, origins: origins)
    let taken = Transaction.return(of: item, at: tuesday, origins: origins)
    try journal.record(loan)
    try journal.record(taken)
    let replay = try files.openJournal().replay
    #expect(replay.damage.isEmpty)
    #expect(replay.unsaved.map(\.transaction) == [loan, taken])
    let longest = JournalFormat.maximumLineLength
    #expect(files.journal.lines.allSatisfy { $0.count < longest })
  }

  @Test func ofALineWithAnUnknownMarkNothingIsGuessed() throws {
    for mark in ["doubtful=", "item-raw", "item-raw=%4", "against=a,,b", "A=b"]
    {
      let line = [UInt8].sealed(
        "1\t2018-05-08T13:48:07+02:00\treturn\t1\t\(mark)")
      #expect(throws: JournalFormat.LineError.unknown(event: "return")) {
        try JournalFormat.line(line.span)
      }
    }
  }

  @Test func theOriginOfABorrowerStaysForEachItem() throws {
    let desk = try Desk(files)
    desk.identify(try Barcode("9"), origin: ScanOrigin(raw: "*9*"))
    try desk.record(Barcode("1"))
    try desk.record(Barcode("2"), origin: ScanOrigin(isDoubtful: true))
    desk.identify(try Barcode("8"))
    try desk.record(Barcode("3"))
    desk.switch(to: .return)
    desk.clear()
    try desk.record(Barcode("4"))
    try desk.commit()
    let origins = try Desk(files).unsaved.map(\.transaction.origins)
    #expect(origins.map { $0?.borrower.raw } == ["*9*", "*9*", nil, nil])
    #expect(origins.map { $0?.isDoubtful } == [false, true, nil, nil])
  }
}
