import Support
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// What other desks share is told at the scan, and shown where it is looked
/// for.
struct ElsewhereTests {
  private static let other = "9921000000165"
  private static let item = "37000034179"

  /// A desk beside one that lent an item to another borrower at 09:03, and, if
  /// so, took it back a minute later.
  private func desk(isReturned: Bool = false) throws -> DeskSession {
    let session = try DeskSession()
    let desk = session.station.desk
    let time = desk.clock.now().later(by: -120)
    let item = try Barcode(Self.item)
    var transactions = [
      Transaction.loan(of: item, to: try Barcode(Self.other), at: time)
    ]
    if isReturned {
      transactions.append(.return(of: item, at: time.later(by: 60)))
    }
    var neighbours = Neighbours()
    for (sequence, transaction) in zip(1..., transactions) {
      var bytes: [UInt8] = []
      JournalFormat.append(
        .recorded(transaction), sequence: sequence, at: transaction.recorded,
        to: &bytes)
      neighbours.take(
        bytes.dropLast(), sequence: sequence, of: "a", at: "Desk 2")
    }
    desk.add(NeighbourFollower(neighbours))
    return session
  }

  @Test func aLoanElsewhereIsToldByBellAndRecorded() throws {
    let session = try desk()
    session.scan("9921000000164", Self.item)
    #expect(
      session.notice.contains(
        "Lent at Desk 2 to another borrower at 09:03: \(Self.item)."))
    #expect(!session.bells.isEmpty)
    #expect(session.list == ["loan \(Self.item) 9921000000164"])
    let recorded = session.station.desk.unsaved.last?.transaction
    #expect(recorded?.origins?.objections == [.lentElsewhere])
  }

  @Test func aReturnElsewhereLeavesNothingToTell() throws {
    let session = try desk(isReturned: true)
    session.scan("9921000000164", Self.item)
    #expect(!session.notice.contains("Desk 2"))
    #expect(session.station.desk.unsaved.last?.transaction.origins == nil)
  }

  @Test func theBorrowersPageHasTheLoansElsewhere() throws {
    let session = try desk()
    session.scan(Self.other)
    session.press(.function(7))
    #expect(session.screen.contains("At other desks today:"))
    #expect(session.screen.contains("Loan · Desk 2 · 09:03"))
    let later = try desk(isReturned: true)
    later.scan(Self.other)
    later.press(.function(7))
    #expect(
      later.screen.contains("Loan · Desk 2 · 09:03 · Returned at 09:04."))
  }

  @Test func findHasTheLinesElsewhere() throws {
    let session = try desk()
    session.press(.function(5))
    session.scan(Self.item)
    #expect(
      session.notice.hasPrefix("Found \(Self.item) at other desks: 1 line."))
    #expect(session.screen.contains("On loan to \(Self.other)."))
    #expect(
      session.screen.contains("Loan · Desk 2 · 09:03 · \(Self.other)"))
  }
}
