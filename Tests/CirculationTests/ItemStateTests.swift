import Testing

@testable import Circulation

@Suite struct ItemStateTests {
  private typealias State = ItemState<Int>
  private typealias Irregularity = ItemState<Int>.Irregularity

  private func irregularities(
    after state: State
  ) -> [Irregularity?] {
    [.lent(to: 1), .lent(to: 2), .returned].map {
      state.irregularity(to: $0)
    }
  }

  @Test func aLentItemIsRenewedOrReturnedAndNotLentToAnother() {
    #expect(
      irregularities(after: .lent(to: 1)) == [.renewal, .lentTwice, nil])
  }

  @Test func aReturnedItemIsLentAndNotReturnedAgain() {
    #expect(irregularities(after: .returned) == [nil, nil, .returnedTwice])
  }

  @Test func anUnknownItemIsLentAndNotReturned() {
    #expect(
      irregularities(after: .unknown) == [nil, nil, .returnedWithoutLoan])
  }

  @Test func aTransactionLeavesItsItemLentOrReturned() throws {
    let item = try Barcode("37000034179")
    let borrower = try Barcode("9921000000164")
    let time = try #require(
      LocalTime(year: 2018, month: 5, day: 9, hour: 13, minute: 48))
    #expect(
      Transaction.loan(of: item, to: borrower, at: time).itemState
        == .lent(to: borrower))
    #expect(Transaction.return(of: item, at: time).itemState == .returned)
  }
}
