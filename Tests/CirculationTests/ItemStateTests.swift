import Testing

@testable import Circulation

@Suite struct ItemStateTests {
  /// Returns the irregularities of a loan to the same borrower, of one to
  /// another, and of a return.
  private func irregularities(
    after state: ItemState
  ) -> [ItemState.Irregularity?] {
    [(.lent, true), (.lent, false), (.returned, false)].map {
      state.irregularity(to: $0, isSameBorrower: $1)
    }
  }

  @Test func aLentItemIsRenewedOrReturnedAndNotLentToAnother() {
    #expect(
      irregularities(after: .lent) == [.renewal, .lentTwice, nil])
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
        == .lent)
    #expect(Transaction.return(of: item, at: time).itemState == .returned)
  }
}
